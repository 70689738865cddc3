"""Fills the arguments of the tools that draw, group and correlate."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.slots import column_list_of, option, refuse_shared_part, resolved
from assistant.router.entities import vocabulary
from assistant.router.entities.adjectives import DEGREES, degree
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.columns import part_names
from assistant.router.entities.hints import told_by_words
from assistant.router.entities.names import Mention, parts
from assistant.router.entities.words import TIMES

Args = dict[str, Any]


def plot(clause: Clause) -> Args:
    """Reads the kind of chart and its columns: “a by b” colours, “a against b” has a upwards and b across."""
    kind = vocabulary.first(clause.masked, vocabulary.PLOT)
    if kind == "histogram" and not clause.columns and _OF_TARGET.search(clause.masked):
        kind = "target"
    if kind == "target" and clause.columns:
        kind = None
    if kind is None and _MAP.search(clause.masked):
        kind = "scatter"
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
        if kind in _OF_A_COLUMN and len(clause.tokens) < 3:
            raise Unclear("Of which column?", [option("plot", {**args, "x": name}, name) for name in clause.context.features()[:4]])
        return args
    return args | _axes(clause, kind, names)


_EACH_OTHER = re.compile(r"\b(?:against|with|versus|vs|by) (?:each other|one another)\b")
_OF_TARGET = re.compile(r"\b(?:of|for|how) (?:the |my |our )?(?:target|label|classes|outcome)s?\b")
_AS_A_PICTURE = re.compile(r"(?:(?:can|could|may|let|i|we|you|us|have|get|want|would|like|love|to|how|what|does|do|look|looks|on|as|in|of|show|plot|draw|see|give|make|display|put|turn|visuali[sz]e|chart|graph|and|now|me|it|that|this|them|those|the same|same|please) ?)*(?:(?:as|in|into|with) )?(?:an? |the )?(?:\w+ ){0,2}(?:plot|chart|graph|picture|pie|histogram|bars?|lines?|it|that|this|them|those)\b(?: (?:please|instead|of (?:it|that|this|them)))*$")


def _of_last(clause: Clause) -> Args:
    """What “as a bar chart” draws: the columns of what was just shown."""
    last = clause.context.last[-1] if clause.context.last else {"tool": ""}
    told = last.get("args", {})
    if last["tool"] == "aggregate" and told.get("by"):
        return {"x": told["by"][0]} | ({"y": told["column"]} if told.get("column") and told.get("statistic") != "count" else {})
    if last["tool"] == "plot":
        return {name: told[name] for name in ("x", "y", "color") if told.get(name)}
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


_LISTED = re.compile(r"(?:group(?:ed)? ?by|group the \w+ by|for each|per|by) (?:the )?(@(?: ?(?:,|and|, and) (?:the )?@)*)(?= ?,? ?(?:and |then |show |get |compute |take |give me |the )*(?:mean|average|avg|median|sum|total|count|max|min|std|highest|lowest)\b)")


_OF_THEM = re.compile(r"\bhow many (?P<said>(?:of (?:them|those|these|the \w+|our \w+) |\w+s )?(?:have |are |were |had |did )?)@")
_HOW_MANY = re.compile(r"\b(?:numbers? of|how many) (?:all |the |our |different )*@(?! (?:values|levels|categories|are there of each))")
"""How many of what a column counts: their sum."""
_OF_DEGREE = re.compile(rf"\b{DEGREES}\b")
_DOES_MORE = re.compile(r"(?:(?:and|so|but) )*(?:which|what) @ (?!(?:is|are|was|were|has|have|had|does|do|did|occurs?|appears?|comes?|shows?|turns?|repeats?|happens?|exists?)\b)[a-z]+ (?:the )?(?:more|most|less|least)$")
"""What a group does more of than the others, which no count of rows is: “which shop sells more”."""
_MOST_OF_ALL = re.compile(r"\b(?:busiest|most|fewest|rarest|commonest)\b")


_MEANT_AFTER = re.compile(r"[?.,;:!] (?:the )?@ ?,? i meant?$|[?.,;:!] i meant? (?:the )?@$")
"""What is asked about, told after the question: “what do we earn in each shop? the revenue I mean”."""


_OF_EACH = re.compile(r"\bhow (?:much|many|long|far|high|often|heavy|big)\b[^@]*\b(?:each|every) (?:one )?(?:of )?(?:the |our )?@(?: ?(?:,|and|, and) (?:the |each |every )*@)*(?= [^@]*@)")
"""What is asked of each group before what is counted: “how much did each vessel catch altogether”."""


def _sides(clause: Clause) -> tuple[list[Mention], list[Mention]]:
    """The columns on both sides of “by”: what is asked about, and what it is grouped by."""
    words = clause.masked
    if _MEANT_AFTER.search(words) and len(clause.columns) > 1:
        return clause.columns[-1:], clause.columns[:-1]
    match = re.search(r"\b(?:by|per|(?:for|in|within|at|of|from|on) (?:each|every)|across|over|along|grouped by|group by|among|each|every|groupby|differs?|var(?:y|ies))\b", words)
    cut = words[: match.start()].count("@") if match else 0
    mentions = clause.columns
    leading = re.match(r"group(?:ed)? ?by|group the \w+ by|for each|per |by ", words)
    before, after = mentions[:cut], mentions[cut:]
    if not before and (each := _OF_EACH.search(words)):
        first, last = words[: each.start()].count("@"), words[: each.end()].count("@")
        before, after = mentions[last:], mentions[first:last]
    frame = re.search(r"\bgroup ?by \(((?: ?[@,\[\]'])+) ?\)", words)
    if frame:
        inside, start = frame[1].count("@"), words[: frame.start()].count("@")
        by_first = mentions[start : start + inside]
        before, after = [mention for mention in mentions if mention not in by_first], by_first
    if leading and len(mentions) > 1 and not before and not frame:
        listed = _LISTED.match(words)
        own = listed[1].count("@") if listed else len(mentions) - 1
        before, after = mentions[own:], mentions[:own]
    if not match and mentions:
        which = re.match(r"(?:which|what) @", words)
        before, after = (mentions[1:], mentions[:1]) if which else (mentions[:1], mentions[1:])
    if re.search(r"@ (?:differ|vary|compare) (?:in|on|regarding) ", words) and len(mentions) == 2:
        before, after = mentions[1:], mentions[:1]
    return before, after


_UTMOST = r"(?:highest|largest|biggest|lowest|smallest|greatest)"
_IN_ORDER = re.compile(rf" ?, (?:(?:and|with|the|sorted|ordered|by|from) )*(?:{_UTMOST}|top|best|worst)(?! (?:of|for|in) each)(?: \w+)?(?: first)?$|\b{_UTMOST} (?=(?:\w+ )?(?:means?|averages?|avg|medians?|typical|totals?|sum|numbers?|counts?|rates?|share|proportion)\b)|\b{_UTMOST} (?=.*\bon average\b)")
"""In which order groups are shown, or which of them is asked for, which is no statistic: “mean tip per payment, highest first”, “the highest average rent”."""


_BY_GROUPS = re.compile(r"\b(?:by|per|each|every|group\w*|across|between|among)\b")


def aggregate(clause: Clause) -> Args | list[Args]:
    """Reads what is averaged, by which columns, and the statistic."""
    words, mentions = _IN_ORDER.sub("", clause.masked), clause.columns
    before, after = _sides(clause)
    others = [mention for mention in before if not (mention.clear and mention.names in [other.names for other in after])]
    by_itself, before = len(others) < len(before), others  # “agent by agent”
    statistic = vocabulary.first(words.replace("minimum", "min"), vocabulary.STATISTIC)
    said = degree(clause.norm, clause.context) if len(before) < 2 and not _MEANT_AFTER.search(words) else None
    if said and statistic is None and said.most and not re.match(r"(?:which|what) @", words):
        statistic = "max" if said.high else "min"
    if said and before and (not before[0].clear or before[0].name in said.columns):
        said = None
    elif said:
        before = []  # “the oldest passenger” speaks of the age
    elif statistic is None and not before and _DOES_MORE.match(words):
        raise Unclear("Of which column?", [option("aggregate", {"column": name, "by": [mention.names[0] for mention in after], "statistic": "sum"}, name) for name in clause.context.features(("numeric",))[:4]])
    elif statistic is None and not before and _MOST_OF_ALL.search(words):
        statistic = "count"
    if said is None and statistic is None and not before and _OF_DEGREE.search(clause.norm):
        raise Unclear("Of which column?", [option("aggregate", {"column": name, "by": [mention.names[0] for mention in after]}, name) for name in clause.context.features(("numeric",))[:4]])
    told: Args = {"statistic": statistic} if statistic else {}
    if len(before) == 1 and before[0].clear and statistic != "count":
        told["column"] = before[0].name
    by = list(dict.fromkeys(resolved(mention, clause, "aggregate", "by", told, many=True) for mention in after))
    grouping = {value.columns for value in clause.values}
    if len(clause.values) > 1 and len(grouping) == 1 and len(next(iter(grouping))) == 1 and len(mentions) == 1 and not (after and statistic == "count"):
        by, before = [clause.values[0].columns[0]], mentions
    if not by and clause.has("how many|number of|counts?|value_counts?"):
        by = list(dict.fromkeys([*(value.columns[0] for value in clause.values), *(resolved(mention, clause, "aggregate", "by", many=True) for mention in mentions)]))
        before = []
    if by and before == [] and statistic == "count" and len(grouping) == 1 and len(next(iter(grouping))) == 1:
        by = list(dict.fromkeys([*by, clause.values[0].columns[0]]))  # “how many cats and dogs per city” counts both in each
    by = list(dict.fromkeys([*by, *_listed_by_part(clause)])) if by else by
    by = by or _grouped_by_part(clause) or _grouped_by_values(clause, told)
    if not by:
        asked = None if _BY_GROUPS.search(clause.norm) else told_by_words(clause)
        if asked and statistic in ("mean", "median", "min", "max"):
            raise Unclear("Of all rows, or by groups?", [option("describe_column", {"column": asked}, f"All rows: describe {asked}"), *(option("aggregate", {"column": asked, "by": [name], "statistic": statistic}, f"By {name}") for name in clause.context.features(("categorical", "boolean"))[:3])])
        wanted = told if "column" in told and "statistic" in told else {"statistic": "count"}
        raise Unclear("By which column shall I group?", [option("aggregate", {**wanted, "by": [name]}, name) for name in clause.context.features(("categorical", "boolean"))[:4]])
    if len(before) == 1 and before[0].clear and clause.context.kind(before[0].name) == "numeric" and statistic in (None, "sum", "count") and before[0].score >= 0.9 and _HOW_MANY.search(words):
        return {"column": before[0].name, "by": by, "statistic": "sum"}
    counting = statistic == "count" or (statistic is None and not before and said is None and not by_itself) or (statistic is None and re.search(r"\bhow many\b|\bnumber of\b|^count\b|\bcounts\b", words) is not None)
    if counting and len(before) == 1 and before[0].clear and (part := _OF_THEM.search(words)) and clause.context.kind(before[0].name) in (("boolean", "categorical") if part["said"] else ("boolean",)):
        by = list(dict.fromkeys([*by, before[0].name]))  # “how many of them churned, per contract?” counts both answers
    if counting:
        return {"by": by, "statistic": "count"}
    if said and len(said.columns) == 1 and said.columns[0] not in by:
        return {"column": said.columns[0], "by": by} | ({"statistic": statistic} if statistic else {})
    if said and len(said.columns) > 1:
        raise Unclear("Of which column?", [option("aggregate", {"column": name, "by": by} | ({"statistic": statistic} if statistic else {}), name) for name in said.columns[:4]])
    if not before:
        target = clause.context.target
        if target and clause.context.kind(target) in ("numeric", "boolean"):
            return {"column": target, "by": by} | ({"statistic": statistic} if statistic else {})
        raise _of_which(clause, by, statistic or "mean")
    if len(before) == 1 and before[0].clear and before[0].score < 1.0 and statistic not in ("count", "min", "max") and clause.context.kind(before[0].name) in ("categorical", "text", "id") and not any(isinstance(value, int | float) for value in clause.context.column(before[0].name).get("values") or ()):
        raise _of_which(clause, by, statistic or "mean")  # “blood pressure” is no blood group
    if len(before) == 1 and len(by) == 1 and before[0].clear and clause.context.kind(by[0]) == "numeric" and clause.context.kind(before[0].name) in ("categorical", "text", "id"):
        return {"column": by[0], "by": [before[0].name]} | ({"statistic": statistic} if statistic else {})  # “tell me which crop gives the highest yield”
    several = _several(clause, by) if len(before) > 1 else []
    if several:
        return [entry if "statistic" in entry or statistic is None else {**entry, "statistic": statistic} for entry in several]
    args: Args = {"column": resolved(before[0], clause, "aggregate", "column", {"by": by}), "by": by}
    return args | ({"statistic": statistic} if statistic else {})


def _of_which(clause: Clause, by: list[str], statistic: str) -> Unclear:
    """Asks of which number, first of those that have a word of the request in their names: the balance of savings or of shares."""
    numbers = [name for name in clause.context.features(("numeric",)) if name not in by]
    said = {token.norm for token in clause.tokens}
    meant = [name for name in numbers if said & set(parts(name))]
    return Unclear("Of which column?", [option("aggregate", {"column": name, "by": by, "statistic": statistic}, name) for name in (meant if len(meant) > 1 else numbers)[:4]])


_PER_WORD = re.compile(r"\b(?:per|by|(?:for|in|of) (?:each|every)) (?:the )?([a-z]{3,})(?= \?|$)")


def _grouped_by_part(clause: Clause) -> list[str]:
    """The one column that has a word in its name which is mostly none: “cost per make”, where there is a Car Make."""
    said = _PER_WORD.search(clause.masked)
    names = part_names(said[1], clause.names) if said else ()
    return list(names) if len(names) == 1 else []


_ITEM = r"(?:(?:by|per|the|each|every) )*(?:@|[a-z]{3,})"
_BY_LIST = re.compile(rf"\b(?:per|by|(?:for|in|of) (?:each|every)) (?P<items>{_ITEM}(?: ?(?:, and|,|and) {_ITEM})+)(?= \?|$)")


def _listed_by_part(clause: Clause) -> list[str]:
    """The columns that have a word of the list in their names, each alone: “sales by shop and weekday”, where there is a sold_weekday."""
    said = _BY_LIST.search(clause.masked)
    words = re.findall(r"(?<!\S)[a-z]{3,}(?!\S)", said["items"]) if said and "@" in said["items"] else []
    return [names[0] for word in words if len(names := part_names(word, clause.names)) == 1]


def _grouped_by_values(clause: Clause, told: Args) -> list[str]:
    """The columns of the values that are asked about, beside which the others are shown: “the average fare of women”."""
    either = next((value for value in clause.values if len(value.columns) > 1), None)
    if either:
        raise Unclear(f"“{clause.written(either)}” stands in several columns. Which one do you mean?", [option("aggregate", {**told, "by": [name]}, name) for name in either.columns[:4]])
    return list(dict.fromkeys(value.columns[0] for value in clause.values))


def _several(clause: Clause, by: list[str]) -> list[Args]:
    """Reads “mean age and max fare by sex”: each column with the statistic that stands last before it."""
    found: list[Args] = []
    statistic, words = None, clause.masked.split(" ")
    mentions = iter(clause.columns)
    for word in words:
        statistic = vocabulary.first(word.replace("minimum", "min"), vocabulary.STATISTIC) or statistic
        mention = next(mentions) if word == "@" else None
        if mention is not None and not set(mention.names) & set(by):
            found.append({"column": resolved(mention, clause, "aggregate", "column", {"by": by}), "by": by} | ({"statistic": statistic} if statistic else {}))
    return found


def correlate(clause: Clause) -> Args:
    """Reads the columns, the one that all are held against, and the method."""
    args: Args = {}
    method = vocabulary.first(clause.masked, vocabulary.CORRELATE)
    if method:
        args["method"] = method
    names = list(dict.fromkeys(resolved(mention, clause, "correlate", "with_column", args) for mention in clause.columns))
    if not names:
        if clause.has("target|label|outcome") and clause.context.target:
            args["with_column"] = clause.context.target
        return args
    if len(names) == 1:
        return args | {"with_column": names[0]}
    if len(names) == 2 and clause.has("with|to|against") and not clause.has("between|and"):
        return args | {"columns": names[:1], "with_column": names[1]}
    return args | {"columns": names}
