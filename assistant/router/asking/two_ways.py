"""Asks which of two ways is meant for columns where the words say nothing else: “rate: mean or median?”, “knn or mean for the rate”, “should age be logged or scaled?”."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.slots import option
from assistant.router.asking.labels import label
from assistant.router.context import Call
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause, Unclear

_COLUMNS = r"(?:(?:the|my|our|columns?|missing|gaps|blanks|in|of) )*@(?: ?(?:,|and|&)(?: and)? (?:the )?@)*(?: columns?| gaps| blanks)?"
_WAY = r"(?:(?:an?|the|with|by|use|using|take|do|better|rather|its) )*(?P<{name}>[a-z_]+(?: [a-z_]+)?)(?: (?:encod\w+|scal\w+|transform\w*|imputation|values?))?"
_EITHER = rf"(?:(?:either|should i|shall i|shall we|better|rather|use|take|with|by|do|so|hm+|,) ?)*{_WAY.format(name='one')} ?,? or {_WAY.format(name='other')}"
_ASKED = (
    re.compile(rf"(?:(?:for|in|on) )?{_COLUMNS} ?(?:[:,;-]|=|- >)+ ?{_EITHER}[ ?.!]*"),
    re.compile(rf"{_EITHER} (?:for|into|in|on|of) {_COLUMNS}[ ?.!]*"),
)
_TOOLS = (("impute", "strategy", vocabulary.IMPUTE), ("scale", "method", vocabulary.SCALE), ("encode", "method", vocabulary.ENCODE), ("transform", "method", vocabulary.TRANSFORM))


_ACTS: tuple[tuple[re.Pattern[str], str, dict[str, Any]], ...] = (
    (re.compile(r"scaled?|standardi[sz]ed?|normali[sz]ed?"), "scale", {}), (re.compile(r"log(?:ged)?"), "transform", {"method": "log"}), (re.compile(r"(?:one ?hot )?encoded?"), "encode", {}), (re.compile(r"bin(?:ned)?"), "bin", {}),
    (re.compile(r"clip(?:ped)?|cap(?:ped)?"), "handle_outliers", {"action": "clip"}), (re.compile(r"fill(?:ed)?|impute[d]?"), "impute", {}), (re.compile(r"drop(?:ped)? (?:the|its|those) rows|drop rows"), "drop_missing", {"axis": "rows"}), (re.compile(r"drop(?:ped)?(?: (?:it|them|the column))?|removed?|deleted?|go"), "drop_columns", {}),
)
_ACT = r"(?:(?:be|to|get|we|i|it|them|just|rather|better|should|shall|do) )*(?P<{name}>[a-z]+(?: [a-z]+){{0,2}}?)(?: (?:it|them))?"
_BOTH_ACTS = re.compile(rf"(?:(?:should|shall|must|do|is it better to|better|would you|i|we|to) )*{_COLUMNS} ?(?:[:,;-] ?)?{_ACT.format(name='one')} ?,? or {_ACT.format(name='other')}[ ?.!]*")
"""“should stars be scaled or logged?”, “stars: fill or drop the rows?”"""
_NO_OTHER = re.compile(r"(?:(?:train|fit|run|use|try|an?|the|please) )*MODEL no (?:an? |the )?MODEL[.! ]*")
"""“forest no xgboost”, which may turn down either of the two."""


def refuse_two_ways(clause: Clause) -> None:
    """Asks with the step done either way; nothing where the words say more or the two are no ways of one step."""
    if " no " in clause.masked and _NO_OTHER.fullmatch(vocabulary.with_signs(clause.masked)):
        models = [name for _, _, name in vocabulary.placed(clause.masked, vocabulary.MODELS)]
        raise Unclear("Which one shall it be?", [option("train", {"model": model}, label({"tool": "train", "args": {"model": model}})) for model in models])
    if " or " not in clause.masked or not clause.columns or not all(mention.clear for mention in clause.columns):
        return
    acts = _BOTH_ACTS.fullmatch(clause.masked)
    steps = [next(((tool, args) for pattern, tool, args in _ACTS if pattern.fullmatch(acts[side])), None) for side in ("one", "other")] if acts else []
    if steps and all(steps) and steps[0] != steps[1]:
        calls: list[Call] = [{"tool": step[0], "args": {"columns": [mention.name for mention in clause.columns], **step[1]}} for step in steps if step]
        raise Unclear("Which of the two shall I do?", [option(call["tool"], call["args"], label(call)) for call in calls])
    said = next((match for pattern in _ASKED if (match := pattern.fullmatch(clause.masked))), None)
    if said is None:
        return
    for tool, slot, table in _TOOLS:
        ways = [next((name for name, pattern in table if pattern.fullmatch(said[side])), None) for side in ("one", "other")]
        if all(ways) and ways[0] != ways[1]:
            calls = [{"tool": tool, "args": {"columns": [mention.name for mention in clause.columns], slot: way}} for way in ways]
            raise Unclear("Which one shall it be?", [option(call["tool"], call["args"], label(call)) for call in calls])
