"""Reads answers that say what shall stay or go, or that leave the choice to the one who asked."""

from __future__ import annotations

import re

from assistant.router.asking.labels import label
from assistant.router.context import Call
from assistant.router.dialogue.beyond_options import asked_about
from assistant.router.dialogue.chosen import Option
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.names import key, parts
from tools.catalog import find_tool

_SAID = r"(?:(?:oh|well|hm+|no|so|then|please|just|rather|i think|i guess|lets|let us|they|those|these|them|it|all|all of them|the rows|shall|should|must|can|may|have to|need to|will|would|better|want (?:them|those|these) to|be) )*"
_ROWS = r"(?: (?:them|those|these|it|the rows|those rows|these rows|all|of them|of those|of these|all of them))*"
_TOO = r"(?: (?:please|then|now|out|away|i think|i guess|of course|all))*"
_GO = re.compile(rf"{_SAID}(?:go|gone|going|dropped|removed|deleted|out|away|vanish|disappear|get rid|got rid|drop|remove|delete|throw|kick|ditch){_ROWS}{_TOO}")
_STAY = re.compile(rf"{_SAID}(?:stay|stays|staying|remain|kept|keep|in|only|keep only|leave(?= (?:them|those|these) in)){_ROWS}(?: in)?{_TOO}")
_TAKES_OUT = ("ne", "not_in", "not_missing", "not_contains")
_KEEPS = re.compile(r"(?:(?:no|nope|nah|please|oh|but|just|well|i would rather|rather|better) )*(?:(?:keep|leave|spare|retain|hold on to) (?:the |my )?(?P<kept>.+?)(?: in| please| alone)*|(?:the |my )?(?P<stays>.+?) (?:stays?|remains?|is fine|should stay|can stay|must stay)(?: in| please)*)")
_DELEGATES = re.compile(
    r"(?:(?:oh|well|hm+|i (?:dont|do not) (?:know|care)|dunno|no idea|not sure|please|just|then|so|thats|that is|its|it is) ?,? )*(?:you (?:choose|decide|pick|"
    r"tell me|know best)|(?:its |it is )?up to you|your (?:choice|call|pick|turn)|"
    r"(?:whatever|whichever|what(?:ever)? one|the one|what) you (?:think|like|prefer|want|recommend|suggest|would (?:do|take|use|pick|choose)|"
    r"say)(?: (?:is |fits |works )?(?:best|right|good))?|(?:whatever|whichever) (?:is|works|fits|would be) best|surprise me|dealers choice)(?: please| then|"
    r" for me)*",
)
_FREE_TO_CHOOSE = frozenset(["train", "compare_models", "tune", "impute", "scale", "encode", "transform", "plot", "aggregate", "describe_column", "split", "reduce_dimensions", "set_threshold", "bin", "vectorize_text", "balance", "export", "cross_validate", "explain", "plot_model"])
"""Tools of which any way does, and can be taken back, where the choice is left open."""


def which_way(words: str, options: list[Option]) -> list[Call] | None:
    """Reads “they shall go” and “keep them”, where one option keeps the rows that were asked about and one takes them out."""
    keeping = [entry for entry in options if entry["call"]["tool"] == "filter_rows" and entry["call"]["args"].get("op") not in _TAKES_OUT]
    going = [entry for entry in options if entry["call"]["tool"] == "drop_missing" or (entry["call"]["tool"] == "filter_rows" and entry["call"]["args"].get("op") in _TAKES_OUT)]
    if len(keeping) != 1 or len(going) != 1:
        return None
    return [going[0]["call"]] if _GO.fullmatch(words) else [keeping[0]["call"]] if _STAY.fullmatch(words) else None


def spared(clause: Clause, options: list[Option], question: str) -> list[Call] | None:
    """Reads “keep temp” as the other one of two columns of which one shall go; asks which of the rest, where there are more."""
    asked = asked_about(options)
    said = _KEEPS.fullmatch(clause.norm.strip(" .!"))
    if len(asked) < 2 or said is None or not all(entry["call"]["tool"] == "drop_columns" for entry in asked):
        return None
    word = key((said["kept"] or said["stays"]).removesuffix(" one"))
    own = [entry for entry in asked if word in {key(entry["label"])} | {key(part) for name in _columns(entry) for part in (name, *parts(name))}]
    kept = {name for entry in own[:1] for name in _columns(entry)} if len(own) == 1 else {mention.name for mention in clause.columns if mention.clear and clause.masked.count("@") == 1}
    left = [entry for entry in asked if not kept & set(_columns(entry))]
    if not kept or len(left) == len(asked) or not left:
        return None
    if len(left) > 1:
        raise Unclear(question, left)
    return [left[0]["call"]]


def _columns(entry: Option) -> list[str]:
    names = entry["call"]["args"].get("columns")
    return names if isinstance(names, list) else []


def left_to_me(words: str, options: list[Option], question: str) -> Unclear | None:
    """Proposes the usual way where the choice is left open, and it can be taken back; asks again where something would go."""
    if not _DELEGATES.fullmatch(words):
        return None
    asked = asked_about(options)
    if not asked or not all(entry["call"]["tool"] in _FREE_TO_CHOOSE for entry in asked):
        return Unclear(f"I had rather not decide that for you. {question}", options)
    best = next((entry for entry in asked if entry["call"]["tool"] == "compare_models"), asked[0])
    return Unclear(f"I would take this: {label(best['call'])}. Shall I?", [{**best, "label": f"Yes: {label(best['call'])}"}, *(entry for entry in options if entry is not best)])


def takes_away(option: Option) -> bool:
    """Says whether rows, columns or the work would go by an option."""
    return bool(find_tool(option["call"]["tool"]).takes_away) or option["call"]["tool"] in ("start_over", "remove_step")
