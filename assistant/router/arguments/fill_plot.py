"""Fills the arguments of charts: their kind, and which column goes where."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.slots import column_list_of, option, refuse_shared_part, resolved
from assistant.router.context import Call
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.hints import told_by_words
from assistant.router.entities.names import parts, prepared
from assistant.router.entities.words import TIMES

Args = dict[str, Any]


def plot(clause: Clause) -> Args | list[Args]:
    """Reads the kind of chart and its columns: “a by b” colours, “a against b” has a upwards and b across."""
    kind = vocabulary.first(clause.masked, vocabulary.PLOT)
    if kind == "histogram" and not clause.columns and _OF_TARGET.search(clause.masked):
        kind = "target"
    if kind == "target" and clause.columns:
        kind = None
    if kind is None and (_MAP.search(clause.masked) or _EACH_OVER_TIME.search(clause.masked)):
        kind = "line" if _EACH_OVER_TIME.search(clause.masked) else "scatter"
    if kind in (None, "scatter") and len(clause.columns) > 2 and _EACH_OTHER.search(clause.masked):
        kind = "pairs"
    args: Args = {"kind": kind} if kind else {}
    if kind == "box" and clause.has("violins?"):
        args["kind"] = "violin"
    if kind in ("correlation", "pairs", "missing"):
        coloured = _COLOURED.search(clause.masked) if kind == "pairs" else None
        place = clause.masked[: coloured.end()].count("@") - 1 if coloured else None
        color = {"color": resolved(clause.columns[place], clause, "plot", "color", args)} if place is not None else {}
        columns = column_list_of([mention for index, mention in enumerate(clause.columns) if index != place], clause, "plot", args)
        return args | ({"columns": columns} if columns else {}) | color
    names = list(dict.fromkeys(resolved(mention, clause, "plot", "x", args) for mention in clause.columns))
    held = {value.columns for value in clause.values}
    if len(names) == 1 and kind in ("histogram", "box", "violin") and len(clause.values) > 1 and len(held) == 1 and len(next(iter(held))) == 1 and next(iter(held))[0] not in names:
        return args | {"x": names[0], "color": next(iter(held))[0]}  # “a violin of the mass, male against female”
    if len(names) == 2 and re.search(r"@ or (?:the )?@", clause.masked):
        raise Unclear(f"Which one shall be drawn: “{names[0]}” or “{names[1]}”?", [*(option("plot", {**args, "x": name}, name) for name in names), option("plot", {**args, "x": names[0], "y": names[1]}, "Both together")])
    pictured = {} if names or kind == "target" or not _AS_A_PICTURE.match(clause.masked) else _of_last(clause)
    if pictured:
        return args | pictured
    told = told_by_words(clause) if not names and kind in _OF_A_COLUMN else None
    if told:
        return args | {"x": told}
    if kind == "target" or not names:
        if not args:
            refuse_shared_part(clause, "plot", {}, "x")
            raise Unclear("What shall I draw?", [option("plot", {"kind": "missing"}, "Missing values"), option("plot", {"kind": "correlation"}, "Correlations"), option("plot", {"kind": "target"}, "The target")])
        called = _OF_A_WORD.search(clause.masked)
        meant = prepared(clause.names).by_key.get(called[1].removesuffix("s"), ()) if called and kind in _OF_A_COLUMN else ()
        if len(meant) == 1:
            return args | {"x": meant[0]}
        if kind in _OF_A_COLUMN and (len(clause.tokens) < 3 or (called and called[1] not in _OF_ALL)):
            raise Unclear("Of which column?", [option("plot", {**args, "x": name}, name) for name in clause.context.features()[:4]])
        return args
    if len(names) == 1 and kind is None and _EVERYTHING.search(clause.masked):
        raise Unclear(f"Shall all columns be held against “{names[0]}” by a number, or drawn?", [option("correlate", {"with_column": names[0]}, f"How each goes along with {names[0]}"), option("plot", {"kind": "pairs"}, "Draw all pairs"), option("plot", {"x": names[0]}, f"Draw {names[0]} alone")])
    if _one_each(clause, kind, names):
        return [args | {"x": name} for name in names]
    return args | _axes(clause, kind, names)


_EVERYTHING = re.compile(r"\b(?:everything|all (?:the )?(?:other )?(?:columns|numbers|features|others)|(?:each|every) (?:other )?(?:column|feature|number)|the rest) (?:against|vs|versus|with|by|over) (?:the )?@")
_OF_A_WORD = re.compile(r"\bof (?:the |my |our |all |these )*([a-z_]+)$")
_OF_ALL = frozenset(["it", "that", "this", "them", "those", "these", "data", "everything", "all", "columns", "numbers", "features", "table", "dataset", "file", "values", "variables"])
_LISTED = re.compile(r"[^@]*@(?: (?:distribution|histogram|box ?plot|boxplot|violin)s?)?(?: ?(?:,|and|&|plus|as well as|also)(?: (?:and|of|the|also))* @)+(?: columns?)?(?: (?:please|too|as well|also|each|separately|both|one by one|side by side|next to each other))*[ ?.!]*")


def _one_each(clause: Clause, kind: str | None, names: list[str]) -> bool:
    """Says whether each of a list of columns is to have a chart of its own: “boxplots of fare, tip and tolls”."""
    kinds = {clause.context.kind(name) for name in names}
    alike = kinds == {"numeric"} if kind in ("histogram", "box", "violin") else kind == "bar" and not kinds - {"categorical", "boolean"}
    return 1 < len(names) < 6 and alike and _LISTED.fullmatch(clause.masked) is not None


_EACH_OTHER = re.compile(r"\b(?:against|with|versus|vs|by) (?:each other|one another)\b")
_OF_TARGET = re.compile(r"\b(?:of|for|how) (?:the |my |our )?(?:target|label|classes|outcome)s?\b")
_AS_A_PICTURE = re.compile(
    r"(?:(?:can|could|may|let|i|we|you|us|have|get|want|would|like|love|to|how|what|does|do|look|looks|on|as|in|of|show|plot|draw|see|give|make|display|put|turn|"
    r"visuali[sz]e|chart|graph|and|now|me|it|that|this|them|those|the same|same|please) ?)*(?:(?:as|in|into|with) )?(?:an? |the )?(?:\w+ ){0,2}(?:plot|chart|"
    r"graph|picture|pie|histogram|bars?|lines?|it|that|this|them|those)\b(?: (?:please|instead|of (?:it|that|this|them)))*$",
)


def _of_last(clause: Clause) -> Args:
    """What “as a bar chart” draws: the columns of what was just shown."""
    last: Call = clause.context.last[-1] if clause.context.last else {"tool": ""}
    told = last.get("args", {})
    if last["tool"] == "aggregate" and told.get("by"):
        return {"x": told["by"][0]} | ({"y": told["column"]} if told.get("column") and told.get("statistic") != "count" else {}) | ({"color": told["by"][1]} if len(told["by"]) > 1 else {})
    if last["tool"] == "plot":
        return {name: told[name] for name in ("x", "y", "color") if told.get(name)}
    if last["tool"] == "correlate" and len(pair := [*(told["columns"] if isinstance(told.get("columns"), list) else []), *([told["with_column"]] if told.get("with_column") else [])]) == 2:
        return {"kind": "scatter", "x": pair[1], "y": pair[0]}
    if isinstance(told.get("columns"), list) and len(told["columns"]) == 1 and told["columns"][0] in clause.names:
        return {"x": told["columns"][0]}
    return {"x": told["column"]} if last["tool"] == "describe_column" and told.get("column") else {}


_UPWARDS = r"(?:(?:going |goes )?up(?:wards?)?(?: (?:the|its) (?:side|left|y|vertical|left hand side))?(?: axis)?|on (?:the )?(?:y|vertical|upright|left)(?: axis)?)"
_ACROSS = r"(?:(?:going |goes )?(?:along|across)|(?:on|along|across|at) (?:the )?(?:x|horizontal|bottom)|down below)"
_MAP = re.compile(r"@ across\b.*@ up\b|@ up\b.*@ across\b|\bmap\b")
_OF_A_COLUMN = ("histogram", "box", "violin", "scatter", "line", "bar")


def _time(clause: Clause, drawn: str) -> str:
    """Finds the column that time is in; asks where there is no date, or more than one."""
    dates = clause.context.features(("datetime",))
    likely = dates or [name for name in clause.names if name != drawn and TIMES & set(parts(name))]
    timed = [name for name in dates if TIMES & set(parts(name))]  # the day of the last service is no axis of time
    if len(dates) == 1 or len(timed) == 1 or not likely:
        return (timed or dates or [drawn])[0]
    raise Unclear("Over which time?", [option("plot", {"kind": "line", "x": name, "y": drawn}, name) for name in likely[:4]])


_COLOURED = re.compile(r"\b(?:colou?red by|colou?r by|by colou?r of|hue|split by|broken (?:down|up) by|separated by|grouped by|colou?red|coloring by|colou?rs? (?:for|per)\b|colou?r(?= ?[=:]| (?:is|the|it|them|points|dots)\b))[^@]{0,15}@")


_PER_FIRST = re.compile(r"\b(?:per|for (?:each|every)|by) (?:the )?@[^@]{0,12}\b(?:for|of|with|showing) (?:the |its )?@")
"""“one violin per species for the mass”."""


_COUNTED_IN = re.compile(r"\b(?:how many|numbers? of|counts? of) (?:the |our )?@[^@]{0,25}\b(?:in|per|for|by|of|on|at) (?:(?:each|every|the) )?@")
"""How many rows each value has: “how many districts there are in each region”."""
_AT_THE_BOTTOM = re.compile(r"@ (?:is |goes |going )?(?:along|across|on|at) the (?:bottom|x|horizontal)\b")
_OVER = re.compile(r"@ [^@]{0,10}\b(?:over|along|across|through|against)\b[^@]{0,10}@")
_AGAINST = re.compile(r"@ [^@]{0,10}\b(?:against|over)\b[^@]{0,10}@")
_WITH_IT = re.compile(r"\bhow (?:the |our |my )?@ [^@]{0,15}\b(?:go|goes|going|change|changes|vary|varies|rise|rises|fall|falls|grow|grows|drop|drops|increase|increases|decrease|decreases|climb|climbs|respond|responds) ?(?:up|down)? ?(?:with|as|along|by)\b[^@]{0,20}@")
"""What goes upwards comes first: “how the rent goes up with the number of rooms”."""
_NAMED_AXES = re.compile(r"\bx ?= ?@[^@]*\by ?= ?@")
_EACH_OVER_TIME = re.compile(r"@ over (?:the )?(?:time|years|months|weeks|days),? (?:per|by|for each|for every|one line per) (?:the )?@")
"""“downloads over time per genre”"""
_OVER_TIME = re.compile(r"\bover (?:the )?(?:\w+ )?(?:time|years?|months?|days?|dates?)\b|\btime ?series\b")


def _axes(clause: Clause, kind: str | None, names: list[str]) -> Args:
    words = clause.masked
    coloured = _COLOURED.search(words)
    color = None
    if coloured and len(names) > 1:
        color = resolved(clause.columns[words[: coloured.end()].count("@") - 1], clause, "plot", "color", {})
        names = [name for name in names if name != color]
    if len(names) == 1 and kind == "line" and _OVER_TIME.search(words):
        return {"kind": kind, "x": _time(clause, names[0]), "y": names[0]}
    if len(names) == 2 and color is None and kind == "line" and _EACH_OVER_TIME.search(words) and clause.context.kind(names[0]) == "numeric" and clause.context.kind(names[1]) != "numeric":
        return {"kind": kind, "x": _time(clause, names[0]), "y": names[0], "color": names[1]}
    if len(names) == 1:
        return {"x": names[0]} | ({"color": color} if color else {})
    if len(names) == 2 and color is None and _NAMED_AXES.search(words):
        return {"x": names[0], "y": names[1]}
    if len(names) == 2 and color is None and (kind in ("histogram", "box", "violin") or (kind == "bar" and re.search(r"@ [^@]{0,10}\b(?:by|per|for each)\b", words))):
        return {"x": names[1], "color": names[0]} if _PER_FIRST.search(words) else {"x": names[0], "color": names[1]}
    if kind == "bar" and len(names) == 2 and _COUNTED_IN.search(words) and clause.context.kind(names[0]) != "numeric":
        return {"x": names[1]}
    axes = {"x": names[0], "y": names[1]}
    if kind is None and len(names) == 2 and color is None and clause.context.kind(names[1]) == "datetime" and _OVER.search(words):
        return {"kind": "line", "x": names[1], "y": names[0]}
    if kind is None and _WITH_IT.search(words):
        axes = {"x": names[1], "y": names[0]}
    if kind in (None, "scatter") and _AGAINST.search(words):
        points = {"kind": "scatter"} if all(clause.context.kind(name) == "numeric" for name in names[:2]) else {}
        axes = points | {"x": names[1], "y": names[0]}
    if kind == "line" and not _AT_THE_BOTTOM.search(words) and re.search(r"@ [^@]{0,10}\b(?:by|over|along|across|per|against|vs|versus)\b", words):
        axes = {"x": names[1], "y": names[0]}
    if re.search(rf"@ {_UPWARDS}\b[^@]*@ {_ACROSS}\b", words):
        axes = {"x": names[1], "y": names[0]}
    if color or len(names) > 2:
        axes["color"] = color or names[2]
    return axes
