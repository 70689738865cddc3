"""Recognises parts of a message that ask for nothing of their own: what only leads up, gives up or says again."""

from __future__ import annotations

import re

from assistant.router.arguments.recoding import MADE_MISSING
from assistant.router.context import Call, RouterContext, leaves
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.names import key
from assistant.router.entities.numbers import number_word
from assistant.router.entities.vocabulary import with_signs
from assistant.router.entities.words import OF_CONDITION
from assistant.router.parts.asides import AGAIN, CLOSING, GIVEN_UP, LEFT_AS_IS, MANNER, MENDED
from assistant.router.parts.in_good_order import in_good_order
from assistant.router.parts.of_the_call_before import asks_already
from assistant.router.parts.one import one_request
from assistant.router.parts.segment import opens_with_verb, starts_with_verb
from assistant.router.tool.rank import candidates
from assistant.router.tool.triggers.wordlists import DROP
from tools.catalog import find_tool

_ASKS_TERM = re.compile(r"\b(?:what|whats|how|why|which)\b", re.I)
_DISMISSES = re.compile(r"(?:forget(?: about)?|never ?mind|enough of|no more) (?:(?!that\b|this\b|it\b)[a-z]+ ?){1,4}")
"""What is not wanted any more, before what is: “forget about buying, …”."""
_GIVES_UP = re.compile(r"(?:forget|never ?mind|not|no more|drop|leave|skip|enough of|ignore|scrap)(?: about)? (?:the |predicting )*@(?: any ?more| alone| aside)?$")
_PUT_AS_A_QUESTION = re.compile(r"(?:how|which|who|what|will|would|does|do|is|are)\b", re.I)
_MADE_OF_IT = re.compile(r"(?:merge|change|turn|make|put|fold|join|lump|rename|correct|fix|replace|recode|write) (?:it|them|that|those|these|both|all of (?:it|them))? ?(?:in|in ?to|to|with|as|by|be|become|under) (?:the )?(?P<new>.{1,60})", re.I)
_KEEPS_SOME = ("filter_rows", "choose_features", "sample_rows", "keep_best_features")
_THE_REST = re.compile(rf"(?:and |so |just |please )*(?:{DROP}|forget|hide) (?:all )?(?:(?:of )?the (?:rest|others?|other (?:ones|rows|columns|two|three|four|five|\d+)|remaining(?: ones| rows)?)|all (?:the )?others|(?:every|any)(?:thing|one|body) else)(?: out| away| please)*$", re.I)
"""What goes where it was just said what stays."""
_HURRIES = re.compile(r"(?:(?:right |do it |just )?now|at once|quickly?|asap|immediately|please|thanks?|thank you)(?: please| now)?", re.I)
"""What only hurries: “need them gone. now.”"""
_ONLY_THAT = re.compile(
    r"(?:(?:so|and|please|just|then|really|i|we|want|need|would like|to|show|see|keep|use|give|me|us|look|at|only|with|take|have|leave) )*(?:only|just|solely|"
    r"nothing but) (?:that|this|those|these|it|them)(?: (?:\w+ )?(?:columns?|rows?|ones?|types?|kinds?|groups?|values?|models?|things?|two|three|four|[2-9]|"
    r"[a-z]+s))?(?: (?:please|now|from (?:now|here) on|and (?:nothing|no one|none) (?:else|more)|nothing (?:else|more)|alone))*(?:,? (?:and )?nothing (?:else|"
    r"more))?(?: please)?",
    re.I,
)
"""What only says once more that nothing else is meant: “only that column, nothing else”, “so show just these two types”."""
_NOT_THAT_ONE = re.compile(
    r"(?:and |but |while )?(?:the |my |our )?@ (?:doesnt|does not|isnt|is not|dont|do not)(?: (?:matter|count|really|so much|though|at all))*|"
    r"(?:and |but |so )?not (?:the |my |our )?@(?: ?(?:,|and|or|nor) (?:the )?@)*(?: column)?(?: (?:though|however|please|"
    r"of course))*(?: ?[,:-]+ ?(?:but )?(?:the |just |only )?(?:real|actual|other|plain|first|main|right|proper|whole|true) (?:one|thing|column))?",
)
"""What only says which other column was not meant: “not list_price, the real one”."""
_DO_IT = re.compile(r"(?:(?:just|so|please|then|now|and|simply|you) )*(?:(?:do|go ahead(?: and do)?|get on with|carry out|go for) ?(?:it|that|this|so|them|all that)?(?: all)?|go(?: go)*|off you go|execute|run it all)(?: (?:for me|for us|please|yourself|now|then|already|right away))*", re.I)
"""What only says once more that it shall be done."""
_TAKES_AWAY = re.compile(rf"(?:{DROP})\b", re.I)
_ITS_ANSWERS = re.compile(
    r"(?:(?:and|then|please|just) )*(?:give|show|tell|hand|let)(?: me|"
    r" us)*(?: (?:see|know|have|back))* (?:(?:its|the|all|those|these|your|that) )*(?:guess(?:es)?|predictions?|results?|answers?|verdicts?|output|outcomes?|"
    r"forecasts?|what (?:it|the model) (?:says|thinks|predicts|guesses|gives|finds|comes up with|makes of (?:it|them|those)))(?: back| please|"
    r" for (?:it|them|each|each row|all of them))*",
    re.I,
)
"""What a prediction shows anyhow: “run the model over new.csv and give me its guesses”."""
_WHO_WON = re.compile(
    r"(?:(?:(?:and|then|please|just) )*(?:(?:tell|show|give|let)(?: me| us)*(?: (?:see|know|have))?|say|see|find out|pick|report|name|"
    r"announce)?(?: (?:me|us))? ?(?:the (?:winner|best(?: one| model)?|result|ranking)|who(?:ever)? (?:wins|won|is (?:the )?best|comes out on top)|"
    r"which(?: one| model)?(?: is| was| does| did| works| wins| won)(?: the)?(?: best| better)?)|"
    r"(?:(?:and|then|please|just) )*(?:rank|order|sort|list) (?:them|those|these|"
    r"the (?:models|results))(?: all)?(?: (?:by (?:how good they are|score|quality)|from best to worst|for me))?|"
    r"(?:the )?best (?:one )?(?:first|on top|at the top))(?: please)?",
    re.I,
)
"""What a comparison shows anyhow: “compare models and tell me the winner”."""
_GOING_ON = re.compile(r"(?:whatever|what|anything|everything|all)(?: that)?(?: is|'s|s)? (?:still |now |just )*(?:running|going on|going|at work|in progress)(?: right now| now)?", re.I)
"""What is to be stopped: “abort. whatever is running, stop it”."""
_KEPT = re.compile(r"(?:(?:but|and|please|just) )*(?:keep|leave|spare) (?:(?:the|my|our) )*@(?: ?(?:,|and|&)(?: and)? (?:the )?@)*(?: (?:in|there|though|please|of course))*")
"""What stays beside columns that go: “remove the notes; keep the sex”."""
_REST_FEATURES = re.compile(
    r"(?:and |use |take |with )*(?:all )?(?:(?:of )?the )?(?:rest|others?|other columns|remaining columns|remaining ones|everything else|"
    r"all else)(?: columns)? ?(?:=|:|is|are|be|being|as|for|to be|can be|should be)* ?(?:the |my |our )?(?:features?|inputs?|predictors?|x|"
    r"explanatory(?: variables)?)(?: please)?",
    re.I,
)
"""What is learned from anyhow once the target is named: “…, the rest are features”."""
POINTS_BACK = re.compile(r"\b(?:it|them|that|there|those|these|the (?:first|second|third|last|former|latter)(?: one)?|the (?:column|field|variable)$|the (?:column|field|variable) (?:away|out))\b", re.I)


_COUNTED = re.compile(
    rf"(?P<verb>(?:(?:so|and|then|just|please|we|you|can|should|i would) )*(?:{DROP}|fill|impute|scale|standardi[sz]e|normali[sz]e|encode|one-hot encode|clip|cap|"
    rf"log|bin|convert|treat|transform|turn)) (?:(?:all|the|those|these|all the|all of the) (?P<number>two|three|four|five|six|[2-6])|"
    rf"(?P<both>both))(?: of (?:them|those|these)| columns| ones| of the columns)?(?= (?:out|away|with|by|to|into|as|please|together|at once)\b|$)",
    re.I,
)
"""“drop all three”"""


def counted(text: str, spoken: tuple[str, ...]) -> str:
    """Writes “drop all three” as “drop those columns” where so many columns were spoken of just before."""
    said = _COUNTED.match(text)
    if said is None or str(len(spoken)) not in ("2" if said["both"] else said["number"], str(number_word((said["number"] or "").lower()))):
        return text
    return f"{said['verb']} those columns{text[said.end() :]}"


def says_no_more(clause: Clause, calls: list[Call], before: str, ends: bool) -> bool:
    """Says whether a part beside others adds nothing to the calls read so far; `before` is the part before it, `ends` whether none follows."""
    text = clause.text
    if LEFT_AS_IS.fullmatch(clause.masked) or (MANNER.fullmatch(text) and not _ASKS_TERM.search(text)) or (CLOSING.fullmatch(text) and (calls or not ends)):
        return True
    if not ends and ((_DISMISSES.fullmatch(clause.masked) and not clause.values) or GIVEN_UP.fullmatch(with_signs(clause.masked))):
        return True
    if (calls or not ends) and in_good_order(clause) and all(mention.clear and mention.name not in leaves([call["args"] for call in calls]) for mention in clause.columns):
        return True
    if not calls:
        return False
    if _NOT_THAT_ONE.fullmatch(clause.masked) and not any(set(mention.names) & set(leaves([call["args"] for call in calls])) for mention in clause.columns):
        return True
    if _HURRIES.fullmatch(text) or _DO_IT.fullmatch(text) or _ONLY_THAT.fullmatch(text):
        return True
    if calls[-1]["tool"] in ("compare_models", "leaderboard", "autopilot") and _WHO_WON.fullmatch(text):
        return True
    if calls[-1]["tool"] == "cancel" and _GOING_ON.fullmatch(text):
        return True
    if calls[-1]["tool"] == "predict" and _ITS_ANSWERS.fullmatch(text):
        return True
    if calls[-1]["tool"] == "drop_columns" and _KEPT.fullmatch(clause.masked) and {mention.name for mention in clause.columns}.isdisjoint(leaves(calls[-1]["args"])):
        return True
    if calls[-1]["tool"] in ("set_target", "drop_columns") and _REST_FEATURES.fullmatch(text):
        return True
    last, again = calls[-1]["tool"], AGAIN.fullmatch(text)
    if (MENDED.fullmatch(text) and not starts_with_verb(before)) or (again and last.startswith(again[1].lower())):
        return True
    return (last == "profile" and all(token.norm in OF_CONDITION for token in clause.tokens)) or (last in _KEEPS_SOME and _THE_REST.match(text) is not None)


def recoded_again(calls: list[Call], text: str) -> Call | None:
    """The last call where a part only says it again: “-1 in x means not known, make it missing”, “a is the same as b, merge it into b”."""
    if not calls or calls[-1]["tool"] != "replace_values":
        return None
    if MADE_MISSING.match(text):
        return {"tool": "replace_values", "args": {**calls[-1]["args"], "new": None}}
    again = _MADE_OF_IT.fullmatch(text)
    return calls[-1] if again and key(again["new"]) == key(str(calls[-1]["args"]["new"])) else None


def gives_up_target(clause: Clause, following: list[str], context: RouterContext) -> bool:
    """Says whether a part only gives up what was predicted before another target is named: “forget price, predict cut instead”."""
    if not following or context.target is None or not _GIVES_UP.match(clause.masked) or clause.columns[0].names != (context.target,):
        return False
    return _sets_target(following[0], context)


def puts_as_question(text: str, following: list[str], context: RouterContext) -> bool:
    """Says whether a part is a question that the next one answers by naming the target: “how thirsty is a car, predict mpg”."""
    return bool(following) and _PUT_AS_A_QUESTION.match(text) is not None and _sets_target(following[0], context)


def _sets_target(text: str, context: RouterContext) -> bool:
    ranked = candidates(Clause(text, context))
    return bool(ranked) and ranked[0][1] == "set_target"


def leads_up(text: str, following: list[str], spoken: tuple[str, ...], context: RouterContext) -> bool:
    """Says whether a part only says what the next one points back to: “total gives the answer away, drop it”."""
    if not following or not spoken or opens_with_verb(text) or not opens_with_verb(following[0]) or not POINTS_BACK.search(following[0]):
        return False
    if asks_already(Clause(text, context)):
        return False
    said = candidates(Clause(text, context))
    if said and said[0][1] == "handle_outliers" and re.search(r"\b(?:them|those|these)\b", following[0], re.I):
        return False
    if said and (said[0][0] >= 100 or (said[0][0] >= 90 and find_tool(said[0][1]).stage == "data")) and not _TAKES_AWAY.match(following[0]):
        return False
    try:
        found = one_request(Clause(following[0], context, None, spoken), context, alone=False)
    except Unclear:
        return False
    return found is not None and any(_is_about(call, spoken) for call in found[0])


def _is_about(call: Call, spoken: tuple[str, ...]) -> bool:
    """Says whether a call is about a column that was spoken of, be it among others."""
    columns = call["args"].get("columns")
    return call["args"].get("column") in spoken or (isinstance(columns, list) and not set(spoken).isdisjoint(columns))
