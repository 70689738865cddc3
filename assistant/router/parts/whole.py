"""Reads a whole message as one request, and says whether it rather is one than what its parts give."""

from __future__ import annotations

import re

from assistant.router.asking.bare_words import refuse_bare
from assistant.router.asking.choices import refuse_bare_word
from assistant.router.asking.foreign import is_foreign
from assistant.router.asking.guards import SURE_ENOUGH, refuse_doubtful
from assistant.router.asking.only_told import ask_which_way, only_tells, says_which
from assistant.router.asking.refuse import is_chatter, is_elsewhere, is_refusal
from assistant.router.asking.refused_rows import compares_columns
from assistant.router.asking.unknown_verb import refuse_unknown_verb
from assistant.router.context import Call, RouterContext, leaves
from assistant.router.dialogue.putting_back import takes_back
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.names import key
from assistant.router.entities.reserved import COMMANDS
from assistant.router.parts.called import Found, called
from assistant.router.parts.one import ADVICE, ASKS_WHY
from assistant.router.parts.put_right import corrected, perhaps_corrected
from assistant.router.parts.segment import opens_with_verb, segments, starts_with_verb, trimmed
from assistant.router.parts.sounds_alike import lacks_its_words, names_somebody, only_sounds_alike, would_load
from assistant.router.tool.adjustments import ROWS_TOLD
from assistant.router.tool.evidence import BELIEVED, NO_REQUEST, SEVERAL, evidence, words_of
from assistant.router.tool.rank import candidates
from assistant.router.tool.wanted import ONLY_ASKS, by_examples, wanted
from tools.catalog import find_tool

SURER, MUCH_SURER = 0.5, 0.9
"""From which share on the reading of a message as one request is taken rather than calls of several tools, or of another one."""
BEYOND_DOUBT = 120
"""From which weight on a pattern is more than any share of the examples."""
MOST_SEVERAL = 0.1
"""Up to which share of “several requests” a message is read as one; of 49 such messages that were not among the examples, 44 had more."""


def as_one(message: str, context: RouterContext, asks: bool = False) -> Found | None:
    """Reads a whole message as one request for the tool that examples speak for; None where they do not, or (unless it `asks`) a word would be lost."""
    if corrected(message)[0] or perhaps_corrected(message)[0]:
        return None
    clause = Clause(trimmed(message.strip(" .!?")), context)
    said = {tool: share for share, tool in evidence(words_of(clause))}
    tool, share = next(iter(said.items()))
    if share < BELIEVED or tool in (NO_REQUEST, SEVERAL) or (tool == "redo" and takes_back(clause)) or would_load(tool, clause) or (find_tool(tool).records and ONLY_ASKS.fullmatch(clause.norm)) or said.get(SEVERAL, 0.0) >= MOST_SEVERAL:
        return None
    if tool == "filter_rows" and only_tells(clause) and not says_which(clause):
        if asks:
            ask_which_way(called(tool, clause))
        return None
    if tool != "filter_rows" and compares_columns(clause) and wanted(clause)[0][1] == "filter_rows":
        return None
    if is_refusal(clause.text) or is_elsewhere(clause.shape.text) or (is_chatter(clause.text) and len(clause.tokens) < 7 and not clause.columns and not clause.values) or ((ADVICE.match(clause.text) or ASKS_WHY.match(clause.norm)) and find_tool(tool).records):
        return None
    ranked = candidates(clause)
    if ranked and ranked[0][1] != tool and (ranked[0][0] >= BEYOND_DOUBT or (ranked[0][1] == "filter_rows" and ROWS_TOLD.search(clause.masked))):
        return None
    try:
        refuse_unknown_verb(clause)
        refuse_bare(clause)
        calls = called(tool, clause)
        refuse_bare_word(calls, clause)
        refuse_doubtful(calls, by_examples(share) / 100, context)
    except Unclear:
        if asks:
            raise
        return None
    return None if is_foreign(calls, clause) or names_somebody(calls, clause) or only_sounds_alike(calls, clause, by_examples(share)) or lacks_its_words(tool, clause) else (calls, share)


def surer(whole: Found, found: Found, message: str) -> bool:
    """Says whether a message is rather the one request than what its parts give: calls of other tools, or of several, that name no more."""
    tools = {call["tool"] for call in found[0]}
    others = tools - {whole[0][0]["tool"]}
    if not others and len(whole[0]) == len(found[0]) == 1 and found[0][0]["args"].items() < whole[0][0]["args"].items():
        return True  # nothing of what was said is lost
    if not others:
        return whole[1] >= MUCH_SURER and _at_once(whole[0], found[0], message)
    if (len(tools) > 1 and any(find_tool(tool).takes_away for tool in others)):
        return False
    if len(tools) > 1 and find_tool(whole[0][0]["tool"]).takes_away and any(call["tool"] == whole[0][0]["tool"] and call["args"] != whole[0][0]["args"] for call in found[0]):
        return False  # “drop total, z-score distance” takes no more away than the part that says so
    if len(tools) > 1 and (_ON_ITS_OWN.search(message) or (found[1] >= CLEARLY and whole[0][0]["tool"] != "autopilot" and _plain_orders(message))):
        return False
    if len(tools) > 1 and _THEN.search(message) and all(opens_with_verb(text) for text in segments(message)):
        return False  # “explain row 5, then what if wind was 10”
    if len(tools) > 1 and whole[0][0] == found[0][0] and (_DO_IT.search(message) or any(starts_with_verb(text) for text in segments(message)[1:])):
        return False  # “train a forest tune it”
    if _named(found[0], message) > _named(whole[0], message):
        return False  # the parts name all that the whole does, and more
    if len(tools) == 1 and found[1] <= SURE_ENOUGH:
        return whole[1] >= MORE_THAN_DOUBTFUL
    return whole[1] >= MUCH_SURER if len(tools) == 1 else whole[1] >= SURER and _named(found[0], message) <= _named(whole[0], message)


MORE_THAN_DOUBTFUL = 0.8
"""From which share on the reading of a message as one request is taken rather than a doubtful one of its parts."""
_THEN = re.compile(r"\w\W+(?:and )?(?:then|afterwards|after that|finally|lastly)\b", re.I)
_DO_IT = re.compile(r"\w (?:tune|optimi[sz]e|evaluate|explain|plot|export|calibrate|score|cross-?validate) (?:it|them|that)\b", re.I)
_BARE_ORDERS = (COMMANDS | {"calibrate", "calibrate it"}) - {"explain", "compare", "autopilot"}
CLEARLY = 0.75
"""From which sureness on the parts of a message that are orders one after the other are taken as such."""
_QUESTION = re.compile(r"(?:and |so |then )*(?:what|whats|which|how|who|where|why|when)\b", re.I)


def _plain_orders(message: str) -> bool:
    """Says whether a message is an order and more of them, or a question after it: “evaluate it, explain row 5”; a question that leads up to an order is none."""
    first, *rest = segments(message) or [""]
    if not rest or not (starts_with_verb(first) or _QUESTION.match(first)) or not all(" " in piece or piece.lower() in _BARE_ORDERS for piece in (first, *rest)):
        return False
    if _SAYS.match(first) and _QUESTION.match(rest[0]):
        return False  # “explain, by means of shap, what drives the model”
    asked = _QUESTION.match(first) is not None and _SET_APART.match(message.partition(first)[2]) is None
    return not asked and all(opens_with_verb(piece) and not _OF_THAT.fullmatch(piece) for piece in rest)


_OF_THAT = re.compile(r"\w+ (?:it|that|this|them|those|these)(?: \w+)?", re.I)
"""What is done with what was just spoken of: “some rows are in there twice, clean that up”."""
_SAYS = re.compile(r"(?:please |now )*(?:explain|tell|say|describe|let me know)\b", re.I)
_SET_APART = re.compile(r"\s*(?:[.;\n]|,? (?:and )?(?:then|next|afterwards|after that)\b)", re.I)
"""What stands after a question that is one of its own; after a question mark or a comma it may lead up to an order."""


_ON_ITS_OWN = re.compile(r"\w\s*[;\n]\s*\w|\w plus \w", re.I)
"""What sets orders apart for certain: “normalise rate and age; bin rate and age”, “the roc curve plus shap values”."""


def _at_once(whole: list[Call], found: list[Call], message: str) -> bool:
    """Says whether one call does to a list of columns what the parts do one after the other, for the name of one was taken for a verb: “standardise rate and call minutes”."""
    if len(whole) != 1 or len(found) < 2 or any(not isinstance(call["args"].get("columns"), list) for call in (*whole, *found)):
        return False
    rest = [{name: value for name, value in call["args"].items() if name != "columns"} for call in (*whole, *found)]
    names = [name for call in found for name in call["args"]["columns"]]
    return all(args == rest[0] for args in rest) and whole[0]["args"]["columns"] == names and not {key(name) for name in names}.isdisjoint(map(key, segments(message)))


def _named(calls: list[Call], message: str) -> set[str]:
    """Lists what the arguments of calls have from the words of a message."""
    words = key(message)
    return {key(str(leaf)) for call in calls for leaf in leaves(call["args"]) if key(str(leaf)) in words}
