"""Fills the arguments of the tools that prepare columns: scales, codes, other forms of numbers, values far out and classes."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from assistant.router.arguments.columns_to_prepare import with_columns
from assistant.router.arguments.slots import antecedent, option
from assistant.router.asking.labels import label
from assistant.router.dialogue.acceptance import columns_of, finding_of
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.direction import direction_of
from assistant.router.entities.reserved import TARGET_WORDS
from assistant.router.wording.normalize import plain_number

Args = dict[str, Any]


def _plain(tool: str, table: vocabulary.Table) -> Callable[[Clause], Args]:
    def fill(clause: Clause) -> Args:
        method = vocabulary.first(clause.masked, table)
        return with_columns(clause, tool, {"method": method} if method else {})

    return fill


def encode(clause: Clause) -> Args:
    """Reads the method; the target, whose mean takes the place of each value, is not encoded itself."""
    found = _plain("encode", vocabulary.ENCODE)(clause)
    if found.get("method") == "target" and isinstance(found.get("columns"), list) and len(found["columns"]) > 1:
        found["columns"] = [name for name in found["columns"] if name != clause.context.target]
    return found


_IN_THOUSANDS = re.compile(r"(?:the )?@ in (?P<times>hundreds|thousands|millions)(?: of .*)?")
_TIMES = {"hundreds": 100, "thousands": 1000, "millions": 1_000_000}


_AROUND_ZERO = re.compile(r"(?:-|minus) ?(?:1|one) ?(?:to|\. ?\.|and|,|-|till|until|up to|/|;) ?\+? ?(?:1|one)\b")
"""“to -1..1”"""


def scale(clause: Clause) -> Args:
    """Reads the method; asks where numbers are to be written in thousands, which divides them."""
    said = _IN_THOUSANDS.fullmatch(clause.masked)
    if said and clause.columns[0].clear:
        name = clause.columns[0].name
        raise Unclear(f"Shall “{name}” be divided by {_TIMES[said['times']]}?", [option("add_feature", {"left": name, "operator": "divide", "right": _TIMES[said["times"]]}, f"A new column: {name} in {said['times']}"), option("scale", {"columns": [name]}, f"Scale {name}")])
    found = _plain("scale", vocabulary.SCALE)(clause)
    if found.get("method") in (None, "minmax") and _AROUND_ZERO.search(clause.masked):
        columns = {"columns": found["columns"]} if "columns" in found else {}
        raise Unclear("Min-max brings numbers between 0 and 1. Between -1 and 1, with 0 staying 0, the largest absolute value does it. Which one?", [option("scale", {**columns, "method": "maxabs"}, "Between -1 and 1 (largest absolute value)"), option("scale", {**columns, "method": "minmax"}, "Between 0 and 1 (min-max)")])
    return found


def transform(clause: Clause) -> Args:
    """Reads the method; asks where a column that holds words is called after a way: “log cabin”."""
    found: Args = _plain("transform", vocabulary.TRANSFORM)(clause)
    if other := _NO_WAY.search(clause.masked):
        of = {"columns": found["columns"]} if "columns" in found else {}
        raise Unclear(f"The {other[0]} is not among the ways. What comes nearest?", [option("transform", {**of, "method": method}, words) for method, words in (("log", "The logarithm"), ("sqrt", "The square root"), ("yeo_johnson", "Yeo-Johnson, which finds the power itself"))])
    names = found.get("columns")
    if isinstance(names, list) and len(names) == 1 and names[0].lower() in TARGET_WORDS and clause.context.target not in (None, names[0]) and len(clause.tokens) <= 4:
        raise Unclear(f"“{clause.context.target}” is to be predicted, and there is a column “{names[0]}” as well. Which one do you mean?", [option("transform", {**found, "columns": [name]}, name) for name in (clause.context.target, names[0])])
    if isinstance(names, list) and len(clause.tokens) <= 3 and all(clause.context.kind(name) == "categorical" and any(isinstance(value, str) for value in clause.context.column(name).get("values") or ()) for name in names):
        raise Unclear(f"“{names[0]}” holds words, and numbers alone can be transformed. What shall become of it?", [option("describe_column", {"column": names[0]}, f"Look at {names[0]}"), option("encode", {"columns": names}, f"Turn {names[0]} into numbers")])
    return found


_NO_WAY = re.compile(r"\b(?:cube root|cubic root|third root|fourth root|reciprocal|inverse|logit|exponential|arc ?sine?|sine|cosine)\b")
"""Ways to transform numbers that no step has."""


_KEEP_OR_DROP = re.compile(r"\b(?:keep|leave|clip|cap|drop|remove|fix)(?: (?:them|it|those))? or (?:not|keep|leave|clip|cap|drop|remove|throw|fix)\b")
"""“outliers, keep or drop?”"""


def handle_outliers(clause: Clause) -> Args:
    """Reads how odd values are found, what happens to them, and from where on."""
    if _KEEP_OR_DROP.search(clause.masked):
        of = {"columns": [clause.columns[0].name]} if len(clause.columns) == 1 and clause.columns[0].clear else {}
        raise Unclear("What shall become of the outliers?", [option("handle_outliers", {**of, "action": "clip"}, "Pull them in"), option("handle_outliers", {**of, "action": "remove"}, "Remove their rows"), option("acknowledge", {"finding": "outliers", **of}, "Leave them as they are")])
    args: Args = {}
    method = vocabulary.first(clause.masked, vocabulary.OUTLIERS)
    if method:
        args["method"] = method
    if _wanted(clause, r"remov(?:e|ed|ing)|drop(?:ped|ping)?|delet(?:e|ed|ing)|get rid of|thrown? (?:\w+ ){0,3}(?:out|away)|kick\w*|chop(?:ped)?(?! off)|weed(?:ed)?|ditch|discard|eliminate|exclude|without|filter out|(?:outliers?|extremes) (?:out|away|gone)"):
        args["action"] = "remove"
    elif clause.has("clip\\w*|cap\\w*|trim\\w*|winsori[sz]e\\w*|limit|pull (?:in|back)|squash|re(?:in|el) in|clamp|shave|cut (?:off|back|down)(?! (?:(?:of|at|=|:|is|value|point) )?\\d)") or clause.has("(?:dont|do not|not|without|never) (?:\\w+ )?(?:remove|removing|delete|deleting|drop|dropping|throw|throwing|lose|losing)"):
        args["action"] = "clip"
    elif clause.numbers and direction_of(clause).removes and not clause.has("cut"):
        args["action"] = "remove"  # “what is past 3 sd has to go”
    numbers = [token for _, token in clause.numbers]
    _refuse_limit(clause, args)
    if numbers and not method and not clause.columns and not numbers[0].percent and (numbers[0].number or 0) > _FARTHEST and args.get("action") == "clip":
        raise _limit_of_which(clause, plain_number(numbers[0].number or 0))
    if numbers and numbers[0].number is not None:
        args["threshold"] = numbers[0].number / 100 if numbers[0].percent else plain_number(numbers[0].number)
    return with_columns(clause, "handle_outliers", args)



def _limit_of_which(clause: Clause, bound: float | int) -> Unclear:
    """Asks of which column no value is to lie beyond a number, which only a filter of the rows does: “cap at 600”."""
    held = antecedent(clause)
    names = held if isinstance(held, list) and len(held) == 1 else clause.context.features(("numeric",))[:3]
    kept: list[dict[str, Any]] = [{"tool": "filter_rows", "args": {"column": name, "op": "le", "value": bound}} for name in names]
    return Unclear("No step caps a column at a number of your own. Shall the rows beyond it go, or outliers be clipped by the quartiles (iqr)?", [*(option(call["tool"], call["args"], label(call)) for call in kept), option("handle_outliers", {"columns": names, "action": "clip"}, "Clip the outliers")])


_FARTHEST = 10
"""Beyond this a number is a value of the column and not how far from the others something lies."""
_LIMIT = re.compile(r"(?:(?:please|just|then|and) )*(?:cap|clip|limit|clamp)(?: the| my| all)* @(?: values)? (?:at|to|above|over|between|from)(?: (?:a |at )?(?:most|maximum of|max of|max))? (?P<end>-?\d[\d.]*)(?: ?(?:-|to|and) ?(?P<other>-?\d[\d.]*))?(?: [a-z]+)?")


def _refuse_limit(clause: Clause, args: Args) -> None:
    """Asks where a column is to be pulled in to a number told, while the step pulls in what lies far from the others: “cap late_days at 60”."""
    said = _LIMIT.fullmatch(clause.masked) if "method" not in args and len(clause.columns) == 1 and clause.columns[0].clear else None
    if said is None or not (said["other"] or float(said["end"].rstrip(".")) > _FARTHEST) or clause.has("%|percent\\w*|sigmas?|sds?|stds?|deviations?|iqrs?|times|factor|quantiles?"):
        return
    name, end, other = clause.columns[0].name, plain_number(float(said["end"].rstrip("."))), said["other"] and plain_number(float(said["other"].rstrip(".")))
    stay = option("filter_rows", {"column": name, "op": "between", "value": [end, other]}, f"Keep the rows between {end} and {other}") if other else option("filter_rows", {"column": name, "op": "le", "value": end}, f"Leave out the rows above {end}")
    raise Unclear(f"What lies far from the other values of “{name}” can be pulled in, but not to a number that is told. What shall I do?", [option("handle_outliers", {"columns": [name], "action": "clip"}, f"Pull in what is extreme in {name}"), stay, option("describe_column", {"column": name}, f"Look at {name} first")])


def _wanted(clause: Clause, pattern: str) -> bool:
    """Says whether the words are there and not turned down: “dont delete anything” deletes nothing."""
    return any(not vocabulary.turned_down(clause.masked, match.start()) for match in re.finditer(rf"\b(?:{pattern})\b", clause.masked))


def balance(clause: Clause) -> Args:
    """Reads how the classes are balanced."""
    method = vocabulary.first(clause.norm, vocabulary.BALANCE)
    return {"method": method} if method else {}


def acknowledge(clause: Clause) -> Args:
    """Reads which finding is to stand as it is."""
    found = finding_of(clause)
    if found:
        return {"finding": found} | columns_of(clause)
    offered = [call["args"] for call in clause.context.offered if call["tool"] == "acknowledge"]
    if len(offered) == 1 and not clause.columns:
        return dict(offered[0])
    likely = [(mention.name, finding) for mention in clause.columns if mention.clear for finding in _findings(clause.context.column(mention.name))]
    offered = [option("acknowledge", {"finding": finding, "columns": [name]}, f"{finding.replace('_', ' ')} of {name}") for name, finding in likely[:3]]
    raise Unclear("Which finding shall stand as it is?", [*offered, option("profile", {}, "Show the findings")])


def _findings(column: dict[str, Any]) -> list[str]:
    """What the profile may have found about a column, by what is known of it here."""
    found = ["missing"] if column.get("missing") else []
    return found + {"id": ["id_like"], "text": ["text"], "numeric": ["outliers"], "categorical": ["high_cardinality"]}.get(str(column.get("kind")), [])
