"""Answers questions about what was done and what came of it: “what did you do to age”, “which did it get wrong”, “is it fair to women”, “how do I save this”."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.context import Call
from assistant.router.entities.clause import Clause

LONGEST = 14
"""A longer question tells more than one thing."""
_LEAD = r"(?:(?:and|so|but|ok|hm+|now|wait|tell me|remind me|do you know|can you tell me|i wonder) ,? ?)*"
_IT = r"(?:it|this|that|the model|the thing|my model|our model|the machine|you|they|the forest|the tree|the result|MODEL)"
_THEM = r"(?:(?:(?:the|my|our) )?@|(?:the |my |our |all |those |these )*(?:columns?|rows?|data|table|missing ones?|missing values?|gaps|blanks|nulls|outliers|duplicates|numbers|values|text|dates|ids?|features?))"
_DONE = (
    r"(?:split|drop(?:ped)?|removed?|deleted?|scaled?|filled|fill|imputed?|encoded?|transform(?:ed)?|log(?:ged)?|clip(?:ped)?|clean(?:ed)?|chang(?:ed?)|renamed?|"
    r"balanced?|binned|bin|standardi[sz]ed?|throw|threw|thrown|kick|took|take|merged?|turn(?:ed)?|convert(?:ed)?|replaced?|filter(?:ed)?|skip(?:ped)?|ignored?|"
    r"kept|keep|choose|chose|pick(?:ed)?|set|use|used)"
)
_ANSWERS: tuple[tuple[str, dict[str, Any], str], ...] = (
    ("show_pipeline", {},
        rf"(?!.*\b(?:over|through|across|between|since|along|per|by) )(?:what(?:ever)? (?:did|have|has|had) (?:you|we|i|been|it) (?:do |done |change |"
        rf"changed )?(?:to|with|about|in) {_THEM}(?: @)*(?: (?:so far|then|exactly|again|before))*|"
        rf"what (?:did|have) (?:you|we|i) (?:do|done|change|changed) (?:to|with|about|in) {_THEM}.*|what (?:has )?happened (?:to|with) {_THEM}(?: then)?|"
        rf"(?:how|where|when) (?:did|have|were|was|are|is) (?:you |we |i )?{_THEM} (?:been )?{_DONE}.*|how (?:did|have) (?:you|we|i) {_DONE} {_THEM}.*)"),
    ("show_pipeline", {},
        rf"(?:where|how come|why) (?:did|has|is|are|was|were|have) {_THEM} (?:go|gone|disappear(?:ed)?|vanish(?:ed)?|missing now|not there(?: any ?more)?|"
        rf"been (?:dropped|removed|deleted))|why (?:did|have|had) (?:you|we|i) {_DONE} .*|"
        rf"(?:which|what) (?:columns?|features?|fields?|variables?|inputs?|rows?|data|settings|steps?) (?:did|does|do|has|have|is|are|was|were) (?:{_IT}|we|"
        rf"i) (?:use[ds]?|using|look(?:ing)? at|learn(?:ed|ing)? from|trained on|based on|take|took|keep|kept|drop(?:ped)?|remove[d]?|left|"
        rf"have left)(?: (?:for this|so far|in the end|now|from|of|at))*|"
        rf"(?:does|did|do|is) {_IT} (?:also |still |even |really )*(?:use|using|look at|looking at|learn from|know|see|consider|take into account) {_THEM}|"
        rf"what (?:was|were|is|are) (?:{_IT} )?(?:it |they )?trained (?:on|with)|is @ (?:still )?(?:used|in use|in there|in the model|part of (?:it|the model))"),
    ("show_pipeline", {},
        rf"how (?:was|is|were|are) (?:it|they|that|the (?:data|table|rows)|everything) (?:been )?{_DONE}(?: up)?|"
        rf"(?:what|which)(?: is| was|s)? (?:the |my |our )?(?:very )?last (?:thing|step|change|action|move)(?: (?:that )?(?:i|we|you) (?:did|made|took|done))?|"
        rf"what (?:did|have) (?:i|we|you) (?:do |done |change |changed )(?:last|before|just before that)"),
    ("show_errors", {},
        rf"(?:which|what)(?: ones| rows| cases| records| of them| \w+s)? (?:did|does|do|was|were|are) (?:{_IT} )?(?:get |got |predict(?:ed)? |call(?:ed)? |have |"
        rf"being |been )?(?:wrong(?:ly)?|mistaken|incorrect(?:ly)?|false(?:ly)?|misclassified)(?: (?:classified|predicted|then|by it|most|the most|badly))*|"
        rf"(?:which|what) (?:ones |rows |cases )?(?:did|does) {_IT} (?:miss|mistake|confuse|mix up|fail (?:on|at|with)).*|who did {_IT} (?:miss|get wrong|overlook)"),
    ("show_errors", {},
        rf"(?:is|was|are) {_IT} (?:(?:equally |just as |really |any |less |more )*(?:fair|unfair|bias(?:ed)?|good|bad|worse|better|accurate|reliable|right|wrong|"
        rf"prejudiced|sexist|racist)) (?:to|towards?|against|for|on|with|about|at|among) .*|"
        rf"(?:does|do|did) {_IT} (?:work|perform|do|predict|behave) (?:equally |just as |as |the same |worse |better |less |badly |well )+(?:well |good |"
        rf"bad )?(?:for|on|with|in|across|among) (?:each|every|all|both|any|different|the|some|old|young|men|women|@|#).*|"
        rf"(?:is|are) (?:{_IT} )?(?:there (?:any |a )?)?bias(?:ed)?(?: in (?:it|the model))?(?: (?:against|towards?|for) .*)?|"
        rf"for (?:whom|which (?:ones|group|groups|people|kind)) (?:is|does|do) {_IT} .*(?:worst|worse|best|fail|wrong|well|badly).*"),
    ("explain", {}, rf"(?:does|do|did) {_IT} (?:really |also )?(?:like|prefer|favou?r|hate|dislike|punish|reward|care (?:about|for)) .*"),
    ("plot_model", {"kind": "confusion_matrix"},
        rf"how many (?:false (?:alarms?|positives?|negatives?)|misses|hits|true (?:positives?|negatives?)|"
        rf"wrong alarms?)(?: (?:are|were|did|does|do|is) (?:there|{_IT}|we)(?: (?:get|have|make|give|raise|see))?)?|"
        rf"how many (?:of them |@ |\w+s )?(?:did|does|has|have) {_IT} (?:miss(?:ed)?|catch|caught|overlook(?:ed)?|find|found|detect(?:ed)?)"),
    ("compare_models", {},
        r"(?:is|are) there (?:an?|any) (?:better|stronger|more accurate|other|more fitting|"
        r"smarter) models?(?: (?:than (?:this|that|it)|for (?:this|it|that|my data)|around|out there))*|"
        r"(?:could|would|might|can) (?:an?other|some other|a different) (?:model|algorithm|method) (?:do |be |work )?(?:better|more accurate)"),
    ("suggest", {},
        r"(?:what|anything) else (?:can|could|should|might|do|would) (?:we|i|you|one) (?:try|do|test|look at|change|improve)|"
        r"(?:are we|am i|is everything) (?:all )?(?:ready|finished|done|set|good to go|"
        r"there)(?: (?:yet|now|to use (?:it|this)|for use|to go|with (?:it|this|everything)))*|"
        r"what (?:is |am i |are we |did i )?still (?:missing|left(?: to do)?)|is the model ready(?: (?:yet|now|to use|for use))*|"
        r"did (?:i|we) (?:forget|miss) (?:anything|something)"),
    ("suggest", {}, r"(?:is|are) there (?:something|anything|things|any way|a way|ways) (?:else )?(?:that )?(?:i|we|to) (?:can |could |should |still )*(?:improve|do|try|add|fix|change)(?: (?:it|this|here|now|else|better))*"),
    ("help", {"topic": "load_data"}, r"where (?:do|can|should|could) (?:i|we) (?:upload|load|put|drop|open|attach|import|add|place) (?:(?:my|our|the|an?|own|this) )*(?:files?|data|tables?|csvs?|excel|spreadsheets?)(?: (?:here|in|file|files))*"),
    ("tune", {},
        r"(?:what|whats|which)(?: is| are| would be)? (?:the )?(?:best|right|ideal|optimal|"
        r"perfect) (?:number of (?:trees|neighbou?rs|estimators|layers|leaves|rounds|iterations|epochs)|(?:max(?:imum)? )?depth|learning rate|hyper ?parameters?|"
        r"parameters?|settings)(?: (?:for (?:it|this|the model|MODEL)|here|to use))*|"
        r"how many (?:trees|neighbou?rs|estimators|layers|rounds) (?:are best|is best|work best|should (?:i|we|it) (?:use|have|take)|do (?:i|we) need|"
        r"would be (?:best|right))"),
    ("profile", {},
        r"(?:do|have) (?:i|we) (?:have |got )?(?:enough|too few|too many|too little|sufficient) (?:rows|data|columns|examples|records|cases|"
        r"features)(?: (?:for (?:this|that|it|a model)|to (?:train|learn|start)(?: .*)?))?|"
        r"(?:is|are) (?:this|that|these|there) (?:enough|too few|too little|too many|sufficient) (?:rows|data|columns|examples)"),
    ("help", {"topic": "export"},
        r"how (?:do|can|could|should|would) (?:i|we|one) (?:save|keep|export|download|share|pass on|hand over|give|send|take|store|"
        r"back up) (?:(?:all|this|it|that|my|our|the|these) ?)+(?:work|model|result|results|everything|stuff|charts?|with me|away|to (?:my |our |a |the )?\w+|"
        r"with (?:my |our |a |the )?\w+|as a file)*"),
    ("help", {"topic": "predict"}, r"how (?:do|can|could|should|would) (?:i|we|one) (?:use|apply|run|try) (?:it|this|that|(?:the|this|my|our) (?:\w+ )?model|MODEL)(?: (?:on|for|with|in|to) .*)?|how (?:do|can) (?:i|we) (?:predict|get predictions?|make predictions?)(?: (?:for|on|with|of) .*)?"),
    ("profile", {},
        r"(?:does|do|is there|are there|has|have)(?: (?:any|some|one|every|all|each|a))* (?:columns?|fields?|variables?|features?) (?:have|with|has|"
        r"contain(?:ing)?|hold(?:ing)?|that (?:has|have|is|are|contains?)) (?:just |only |the )?(?:one|a single|no|the same|identical|missing|empty|constant|"
        r"unique|duplicate|nothing|gaps|blanks|nulls|any)\b.*|"
        r"(?:which|what) (?:columns?|fields?|variables?|features?) (?:are|is) (?:of )?(?:text|numbers?|numeric|categor\w+|dates?|constant|empty|"
        r"mostly (?:empty|missing)|incomplete|complete|boolean|useless|unique|ids?)|"
        r"(?:which|what) (?:columns?|fields?|variables?|features?) (?:have|has|contain|are) (?:any |the most |most |many |some |no )*(?:missing|gaps?|blanks?|"
        r"nulls?|nans?|holes|empty|outliers|duplicates)\b.*|"
        r"how many (?:nulls?|gaps?|blanks?|nans?|missing(?: values| cells| entries)?|empty cells|holes|"
        r"duplicates?)(?: (?:are there|there are|do we have|have we got))?(?: (?:per|in|by|for) (?:each |every |the |any )?(?:column|field|variable|feature|table|"
        r"data)s?)?|(?:which|what) columns (?:are there|do (?:we|i) have|have (?:we|i) got)"),
)
_ASKED = re.compile(_LEAD + "(?:" + "|".join(f"(?P<s{place}>{pattern})" for place, (_, _, pattern) in enumerate(_ANSWERS)) + ")(?: (?:then|please|again|now|exactly|actually|anyway))*")
_HOW_SURE = rf"how (?:sure|confident|certain|reliable) (?:is|are|was|were) {_IT} (?:about|of|on|with|for|in)"
_A_ROW = r"(?:row|record|case|line|number|entry) (?:number |no |# ?)?(?P<row>\d{1,7})"
_OF_A_ROW = re.compile(rf"{_LEAD}(?:(?:is|was) (?:the (?:answer|prediction|guess) (?:for|of) )?{_A_ROW} (?:right|wrong|correct|ok|good|true|predicted (?:right|well|correctly)|safe|plausible)|{_HOW_SURE} {_A_ROW.replace('?P<row>', '?P<other>')})(?: then)?")
_FIRST = re.compile(r"(?:(?:and|so|but|ok|hm+|now|wait|tell|remind|do|can|i) )?(?:whats?|whatever|which|wheres?|why|hows?|when|is|are|was|were|am|does|do|did|whos?|for|could|would|might|can|anything|has|have|me)\b")
_OF_MODEL = frozenset(["show_errors", "plot_model", "explain"])


def asked_of_work(clause: Clause) -> Call | None:
    """Gives the look that answers a question about the steps, the models or the table as a whole; None for any other words."""
    if not 2 <= len(clause.tokens) <= LONGEST or not _FIRST.match(clause.norm):
        return None
    row = _OF_A_ROW.fullmatch(clause.masked) if clause.context.runs else None
    if row:
        return {"tool": "explain", "args": {"row": int(row["row"] or row["other"])}}
    match = _ASKED.fullmatch(clause.masked) or _ASKED.fullmatch(clause.norm)
    if match is None:
        return None
    tool, args, _ = _ANSWERS[int(str(match.lastgroup)[1:])]
    if tool in _OF_MODEL and not clause.context.runs:
        return None
    return {"tool": tool, "args": {**args}}
