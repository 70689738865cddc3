"""Reads what a model is to be trained without: “without gender, compare models”, “the same again without gender”."""

from __future__ import annotations

import re

from assistant.router.arguments.slots import option
from assistant.router.asking.labels import label
from assistant.router.context import Call, RouterContext
from assistant.router.entities.clause import Clause, Unclear

_LEADS = r"(?:(?:please|and|so|then|now|just|ok|but|again|try|lets|can you) ,? ?)*"
_WITHOUT = r"(?:without(?: using)?|leaving out|not using|ignoring|excluding)"
_LIST = r"(?:(?:the|my|our|columns?) )*@(?: ?(?:,|and|&|or)(?: and| or)? (?:the )?@)*(?: columns?)?"
_TRAINS = r"(?:train|fit|compare|tune|run|predict|evaluate|cross ?-? ?validate|cluster|find|build|make|do|try|use|autopilot|learn)\b"
_FIRST = re.compile(rf"{_LEADS}{_WITHOUT} (?P<what>{_LIST}) ?,? (?=(?:(?:please|and|then|now|just|can you) )*{_TRAINS})")
"""“without gender, compare models”"""
_BARE = re.compile(rf"{_LEADS}(?:(?:train|fit|learn|model|build|make|run|try)(?: (?:it|again|something|everything|a model|the model|models|one|now|but|just))*),? (?:but )?{_WITHOUT} {_LIST}(?: (?:please|now|this time|too))*[.! ]*")
"""“train without gender”"""
_AGAIN = re.compile(rf"{_LEADS}(?P<how>(?:(?:train|retrain|re train|fit|run|do|try|repeat|the|same|thing|model|it|that|this|all|one|everything|again|once more|another time|now) ?)*),? ?(?:but )?{_WITHOUT} {_LIST}(?: (?:again|now|this time|please|instead|too|once more))*[.! ]*")
_JUDGES = ("train", "evaluate", "explain", "leaderboard", "compare_models", "cross_validate", "tune")


def without_last(message: str, context: RouterContext) -> str:
    """Puts the columns that are left out behind what is trained; other messages stay as they are."""
    if not re.search(_WITHOUT, message, re.I):
        return message
    clause = Clause(message.strip(" .!"), context)
    if clause.columns and not context.runs and _BARE.fullmatch(clause.masked) and all(mention.clear for mention in clause.columns):
        names = [mention.name for mention in clause.columns]
        drop: Call = {"tool": "drop_columns", "args": {"columns": names}}
        raise Unclear(f"Which model shall be trained without {' and '.join(names)}? The columns go first.", [option("drop_columns", drop["args"], label(drop)), option("list_models", {}, "Show the models")])
    said = _FIRST.match(clause.masked) if clause.columns else None
    count = said["what"].count("@") if said else 0
    if said is None or not all(mention.clear for mention in clause.columns[:count]):
        return message
    rest = clause.text[clause.tokens[clause.columns[count - 1].end].start :].lstrip(" ,")
    rest = re.sub(r"^columns?\b[ ,]*", "", rest, flags=re.I)
    listed = " and ".join(clause.written(mention) for mention in clause.columns[:count])
    return f"drop {listed}, then {rest}"


def trained_without(clause: Clause, context: RouterContext) -> list[Call] | None:
    """The calls that drop these columns and train the last model again; None for other words, or where nothing was trained."""
    if not context.runs or not clause.columns or not all(mention.clear for mention in clause.columns):
        return None
    said = _AGAIN.fullmatch(clause.masked)
    if said is None or not (said["how"].strip() or "again" in clause.masked or (context.last and context.last[-1]["tool"] in _JUDGES)):
        return None
    trained = next((step["args"] for step in reversed([*context.steps, *context.last]) if step.get("tool") == "train" and step.get("args", {}).get("model")), {"model": context.latest_model})
    names = [mention.name for mention in clause.columns]
    return [{"tool": "drop_columns", "args": {"columns": names}}, {"tool": "train", "args": {key: value for key, value in trained.items() if key != "name"}}]
