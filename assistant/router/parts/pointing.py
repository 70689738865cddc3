"""The words with which a request points back at what a statement before it tells of."""

import re

from assistant.router.tool.triggers.wordlists import DROP

_POINTED = r"(?: (?:all )?(?:of )?(?:it|them|those|these|such|both)?(?: (?:rows|records|entries|ones|cases|values|trips|rides|people|customers))?| (?:the|that|this) (?:whole |entire )?(?:rows?|records?|lines?|entry|entries))?"
SO = r"(?:nah,? |so |just |please |lets |hence |therefore )*"
LATER = r"(?: (?:out|away|please|then|now|from (?:here|there|(?:the|my|our|this) (?:data(?: ?set)?|table|file|rows))))*"
ONE = r"it|this|that|this one|that one|(?:this|that) (?:column|feature|field)"
MANY = r"(?:them|those|these|both)(?: (?:both|all|two|2|three|columns|features|fields|of (?:them|those|these)))*|the two(?: of them| columns)?|the pair"
AWAY = re.compile(rf"{SO}(?:(?:{DROP}){_POINTED}|(?:out|away|off|down) with (?:them|those|these|it|such|both)|cut (?:them|those|these|it) (?:off|out|away)){LATER}", re.I)
