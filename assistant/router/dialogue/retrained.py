"""Understands what shall be otherwise with the model just trained: “more trees”, “a bit deeper”, “without the notes this time”, “with the default settings”, “again”."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.slots import option
from assistant.router.context import Call, RouterContext
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.vocabulary import with_signs
from engine.models import MODELS, label_of
from tools.catalog import find_tool

_LEAD = (
    r"(?:(?:and|now|then|ok|so|but|please|again|rather|maybe|actually|just|what about|how about|try(?: it)?|do (?:it|that|the same)|run (?:it|that)|"
    r"train (?:it|that)|make (?:it|that|them|the (?:trees|forest|model))|with|use|give it|the same|same|it|once more|this time|an?|the|let it (?:be|learn)|"
    r"learn) ,? ?)*"
)
_MUCH = r"(?:(?:a )?(?:bit|little|lot|much|even|far|slightly|way|somewhat|many) )*"
_TAIL = r"(?: (?:please|then|now|again|this time|instead|too|still|trees?|forest|one|model))*"
_MORE = (
    ("n_estimators", re.compile(rf"{_LEAD}{_MUCH}(?:(?P<up>more|bigger|larger|higher)|(?P<down>fewer|less|smaller|lower)) (?:number of |count of )?(?:trees|estimators|rounds|rounds of boosting)(?: please| then| this time| in it| instead)*"), (2, 5), (0.5, 0.2)),
    ("max_depth", re.compile(rf"{_LEAD}{_MUCH}(?:(?P<up>deeper|more depth|higher depth|bigger depth)|(?P<down>shallower|less deep|lower depth|less depth|flatter)){_TAIL}"), (2, 3), (0.5, 0.3)),
    ("learning_rate", re.compile(rf"{_LEAD}{_MUCH}(?:(?P<up>faster|higher|bigger|larger|quicker)|(?P<down>slower|lower|smaller|less)) (?:learning(?: rate)?|rate|steps?)(?: please| then| this time)*|{_LEAD}(?:learn )?{_MUCH}(?P<slow>slower)"), (2, 3), (0.5, 0.2)),
)
"""Parameters that are told without a number, and by what the one there was is multiplied to offer some."""
_USUAL_DEPTH = 6
"""What the depth is taken to have been where trees grow until their leaves are pure."""
_AGAIN = re.compile(
    r"(?:(?:and|now|please|ok|then|just|so|lets|can you|could you) )*(?:(?:do|run|try|train|make|fit|repeat|start|compute|draw|show|check) )?(?:(?:it|that|this|"
    r"the (?:same|model|training)(?: (?:thing|one))?|same(?: thing)?|that one) )?(?:all )?(?:once )?(?:again|once more|one more time|another time)(?: please|"
    r" now)*|repeat (?:it|that|this)(?: please| once more| again)*",
)
_REPEATED = frozenset(["train", "cross_validate", "tune", "compare_models", "evaluate", "autopilot", "plot_model", "leaderboard", "show_errors", "plot", "aggregate", "correlate", "profile", "explain", "rank_features", "ensemble", "predict", "describe_column"])
"""Tools that may be asked for once more as they were; a step of the preparation that is done twice is rather a mistake."""
_DEFAULTS = re.compile(rf"{_LEAD}(?:default|standard|usual|original|normal)s?(?: (?:settings?|parameters?|params|values?|hyper ?parameters?|options?|configuration))(?: again| please| then| instead)*|{_LEAD}defaults(?: again| please| then| instead)*")
_WITHOUT = re.compile(
    r"(?:(?:and|now|then|ok|so|but|please|again|the same|same(?: again| thing| model)?|train(?: it)?|run(?: it)?|do (?:it|that)|once more|try(?: it)?|it|"
    r"this time|rather|what about|how about|what if) ,? ?)*(?:without|leaving out|leave out|excluding|except(?: for)?|minus|but not|not using|ignoring|"
    r"if (?:we|you|i) (?:leave out|drop|ignore)|we (?:leave out|drop|ignore)) (?:(?:the|my|our|using|any|column|columns) )*@(?: ?(?:, and|,|and|or|nor|&|"
    r"plus) (?:the )?@)*(?: (?:columns?|features?|this time|please|then|in it|out))*",
)
_METRIC_ASKED = re.compile(r"(?:(?:and|so|ok|but|what about|how about|what is|whats|hows|how is|how was|what was|show(?: me)?|tell me|its|the|of it|is) )+METRIC(?: (?:score|then|of it|now|like|value))*")
_RUN_OUT = re.compile(
    r"(?:(?:and|please|so|now|then|ok) )*(?:drop|remove|delete|forget(?: about)?|throw (?:out|away)|get rid of|discard|bin|scrap|kick out) (?:the |that |"
    r"this )?(?:(?:worst|weakest|worse|bad|other|losing|first|second|third|last|old|older|previous|poorest|lowest|"
    r"slowest)(?: (?:one|model|run|of (?:them|those|these)))|(?:MODEL)(?: (?:one|model|run))?|(?:model|run)(?: (?:number )?\d+)?)(?: (?:please|then|again))*",
)
"""A model that is to be taken away of those trained, which all are kept."""
_COMPARED = re.compile(r"(?:(?:and|now|then|please|so|ok|can you|could you) )*compare (?:them|those|these|both|the (?:two|2|three|3|runs|results)|(?:those|these) (?:two|2|three|3)|both (?:of them|models))(?: (?:models|runs|of them|please|now|with each other|against each other|side by side))*")
_JUDGED = ("train", "compare_models", "leaderboard", "evaluate", "autopilot", "tune", "ensemble")


def again_with_change(clause: Clause, context: RouterContext) -> list[Call] | None:
    """Gives the calls that repeat the last one, as it was or with what is said; asks how much where only a direction is."""
    last = context.last[-1] if context.last else None
    if last is None:
        return None
    words = clause.masked.strip(" .!?")
    if last["tool"] in _REPEATED and not context.refused and _AGAIN.fullmatch(words):
        return [last]
    if context.runs and not context.refused and _AGAIN.fullmatch(words) and find_tool(last["tool"]).records and find_tool(last["tool"]).stage in ("data", "prepare", "features", "split"):
        trained_before = next((step for step in reversed(context.steps) if step.get("tool") == "train"), None)
        return [{"tool": "train", "args": {name: value for name, value in trained_before.get("args", {}).items() if name in ("model", "params")}}] if trained_before else None
    signs = with_signs(words)
    if (context.runs or last["tool"] == "train") and last["tool"] in _JUDGED and _RUN_OUT.fullmatch(signs):
        raise Unclear("Every trained model is kept, so that they can be compared; the one in use is the latest. What shall I do?", [option("leaderboard", {}, "Show which is best"), option("show_pipeline", {}, "Show the steps, of which each can be taken out")])
    if len(context.runs) > 1 and last["tool"] in _JUDGED and _COMPARED.fullmatch(words):
        return [{"tool": "leaderboard", "args": {}}]
    if last["tool"] in ("train", "evaluate") and context.runs and _METRIC_ASKED.fullmatch(signs) and "METRIC" in signs:
        return [{"tool": "evaluate", "args": {}}]
    trained = last if last["tool"] == "train" else None
    if trained is None:
        return None
    if _DEFAULTS.fullmatch(words):
        return [{"tool": "train", "args": {"model": trained["args"]["model"]}}]
    if _WITHOUT.fullmatch(words) and all(mention.clear for mention in clause.columns) and not clause.values:
        names = list(dict.fromkeys(mention.name for mention in clause.columns if mention.name != context.target))
        return [{"tool": "drop_columns", "args": {"columns": names}}, trained] if names else None
    times = _TIMES.fullmatch(words)
    if times and (new := _times(times, trained)):
        return [new]
    if _OTHER_SEED.fullmatch(words):
        told = trained["args"].get("params") or {}
        raise Unclear("Which seed? Any number will do.", [option("train", {**trained["args"], "params": {**told, "random_state": seed}}, f"Seed {seed}") for seed in (1, 7, 2024)])
    for name, pattern, up, down in _MORE:
        said = pattern.fullmatch(words)
        if said:
            raise _how_much(name, up if said["up"] else down, trained)
    return None


_TIMES = re.compile(rf"{_LEAD}(?P<times>twice|double|half|(?:2|3|4|5|10) times|three times|a third) (?:(?:as (?:many|much|deep|high|big|fast)|the|that(?: many| much)?|of the) ?)+(?P<what>trees|estimators|rounds|depth|levels|learning rate)?{_TAIL}")
_FACTORS = {"twice": 2.0, "double": 2.0, "half": 0.5, "a": 1 / 3, "three": 3.0}
_OTHER_SEED = re.compile(rf"{_LEAD}(?:an? )?(?:another|different|new|other) (?:random )?(?:seed|random state|randomness)(?: please| again| this time)*")


def _times(said: re.Match[str], trained: Call) -> Call | None:
    """The model with so many times as much of what is named, be it told before or its default: “twice as many trees”."""
    name = {"depth": "max_depth", "levels": "max_depth", "learning rate": "learning_rate"}.get(said["what"] or "", "n_estimators" if said["what"] else "max_depth" if "deep" in said[0] else "")
    model = next((model for model in MODELS if model.id == trained["args"].get("model")), None)
    parameter = model.parameters.get(name) if model else None
    told = trained["args"].get("params") or {}
    old = told.get(name, parameter.default if parameter else None)
    if parameter is None or not isinstance(old, int | float) or old <= 0:
        return None
    first = said["times"].split()[0]
    new = old * (_FACTORS.get(first) or float(first))
    return {"tool": "train", "args": {**trained["args"], "params": {**told, name: round(new, 4) if parameter.kind == "number" else max(1, round(new))}}}


def _how_much(name: str, factors: tuple[float, float], trained: Call) -> Unclear:
    """Asks for the number, with some that go the way that was said."""
    model = next((model for model in MODELS if model.id == trained["args"].get("model")), None)
    parameter = model.parameters.get(name) if model else None
    words = {"n_estimators": "trees", "max_depth": "depth", "learning_rate": "learning rate"}[name]
    if model is None or parameter is None:
        return Unclear(f"{label_of(str(trained['args'].get('model')))} has no {words} to set. What shall I do?", [option("tune", {}, "Search for better settings"), option("list_models", {}, "Show the models")])
    told = trained["args"].get("params") or {}
    old = told.get(name, parameter.default)
    old = old if isinstance(old, int | float) and old > 0 else _USUAL_DEPTH
    options: list[dict[str, Any]] = []
    for factor in factors:
        new = round(old * factor, 4) if parameter.kind == "number" else max(1, round(old * factor))
        if new != old and parameter.allows(new):
            options.append(option("train", {**trained["args"], "params": {**told, name: new}}, f"{words.capitalize()}: {new}"))
    asked = {"n_estimators": "How many trees shall it be?", "max_depth": "How deep shall it go?", "learning_rate": "Which learning rate shall it be?"}[name]
    return Unclear(f"{asked} It was {old if name in told or parameter.default == old else 'not limited'}.", [*options, option("tune", {}, "Search for the best")])
