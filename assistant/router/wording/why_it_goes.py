"""Takes off why columns are to go, told right after them: “remove total it is the fare plus the tip” removes one column, and no rows."""

from __future__ import annotations

import re

from assistant.router.context import RouterContext
from assistant.router.entities.clause import Clause
from assistant.router.tool.triggers.wordlists import DROP

_TOLD = re.compile(
    rf"(?:(?:please|pls|and|so|then|just|now|ok|also|can|could|you|lets|we|should) )*(?:{DROP}|bin|scrap) (?:(?:the|my|our|both|column|columns|field|feature) )*(?P<what>@(?: ?(?:, and|,|and|&|plus) (?:the )?@)*)(?: columns?| fields?| features?)?(?: (?:please|pls|out|away|too|as well))*"
    r" ?[,:-]? ?\b(?:its|it|theyre|they|thats|nobody|no one|noone)\b (?!(?:should|must|can|could|to)\b)(?:[a-z]+ ?|(?:just |only |simply |the )*@ (?:plus|minus|times|divided|over|and|\+|-|\*|/) )"
)
_OTHER_SERVES = re.compile(
    rf"(?:(?:please|pls|and|so|then|just|now|ok|also|can|could|you|lets|we|should) )*(?:{DROP}|bin|scrap|forget) (?:(?:the|my|our|column|field) )*(?P<what>@)(?: (?:column|field|please|too))* ?[,:;-]? ?"
    r"(?:(?:because|since|as|cause|cuz) )?(?:(?:its|it is|thats|that is|it|is|the|just|exactly|basically|nearly|almost|more or less|pretty much|really|only|about|"
    r"anyway|anyhow|much) )*(?:same (?:thing |info |information |numbers? |value )?like (?:the )?@|(?:we (?:already )?have|theres|there is|i have) (?:the )?@|"
    r"(?:the )?@ (?:already )?(?:says? (?:it|the same|that|enough)|is enough|will do|tells? (?:us |me )?(?:it|the same|enough)|has it|covers? (?:it|that)|"
    r"does the job|is better))(?: (?:anyway|anyhow|already|too|more or less|basically|really))*"
)
"""“drop atemp, we have temp already” drops the first alone."""
_SAME_AS = re.compile(
    rf"(?:(?:please|pls|and|so|then|just|now|also|lets|we should) )*(?:{DROP}|bin|"
    rf"scrap) (?:(?:the|my|our|column|columns) )*(?P<what>@(?: ?(?:, and|,|and|&|plus) (?:the )?@)*)(?: columns?)? ?[,;:-]? ?(?:(?:its|it|is|thats|that|being|"
    rf"because|since|as|just|basically|really|nearly|almost|only|the|an?|exactly) )*(?:same|identical|equal|copy|duplicate|double|twin)(?: thing| values?|"
    rf" information)* (?:as|to|of|with) (?:the )?@.*",
)
"""“drop weight_lb, the same as weight_kg”"""
_IN_BRACKETS = re.compile(rf"(?P<order>^(?:(?:please|and|then|also) )*(?:{DROP}) [^()]{{2,60}}?) ?\((?P<why>[^()]{{4,80}})\)(?=$|[ .,;])", re.I)
"""“drop atemp (collinear w/ temp)”"""
_LIST = re.compile(r"(?:@|,|and|&|or|the|both|all|columns?|also| |i \. e \.|ie|e \. g \.|eg|:)+")


def without_why(text: str, context: RouterContext) -> str:
    """Gives the order alone where it only names columns and says of them afterwards why; other text stays."""
    text = _IN_BRACKETS.sub(lambda match: match[0] if _LIST.fullmatch(Clause(match["why"], context).masked) else match["order"], text)
    clause = Clause(text, context)
    match = (_OTHER_SERVES.fullmatch(clause.masked) or _TOLD.match(clause.masked) or _SAME_AS.match(clause.masked)) if clause.columns else None
    if match is None:
        return text
    last = clause.columns[match["what"].count("@") - 1]
    return text[: clause.tokens[last.end - 1].end]
