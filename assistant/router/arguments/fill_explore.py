"""Fills the arguments of the tools that group and correlate."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.grouped_by import (
    MEANT_AFTER,
    SHARE,
    grouped_by_part,
    grouped_by_values,
    groups,
    listed_by_part,
    sides,
)
from assistant.router.arguments.slots import option, resolved, unknown_column
from assistant.router.arguments.unknown_filled import THINGS
from assistant.router.entities import vocabulary
from assistant.router.entities.adjectives import DEGREES, Degree, degree
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.column_values import yes_of
from assistant.router.entities.hints import by_verb, told_by_words
from assistant.router.entities.loosely_asked import loosely_asked
from assistant.router.entities.names import Mention, parts
from assistant.router.entities.reserved import LINKS
from assistant.router.entities.words import COMMON, STATISTICS, TRADE

Args = dict[str, Any]


_OF_THEM = re.compile(r"\bhow many (?P<said>(?:of (?:them|those|these|the \w+|our \w+) |\w+s )?(?:have |are |were |had |did )?)@")
_HOW_MANY = re.compile(r"\b(?:numbers? of|how many) (?:all |the |our |different )*@(?! (?:values|levels|categories|are there of each))")
"""How many of what a column counts: their sum."""
_OF_DEGREE = re.compile(rf"\b{DEGREES}\b")
_DOES_MORE = re.compile(r"(?:(?:and|so|but) )*(?:(?:which|what) @|who) (?!(?:is|are|was|were|has|have|had|does|do|did|occurs?|appears?|comes?|shows?|turns?|repeats?|happens?|exists?)\b)[a-z]+ (?:the )?(?:more|most|less|least)(?:$| ?,| (?:by|per|for|in)\b)")
"""What a group does more of than the others, which no count of rows is: “which shop sells more”."""
_DOES_BEST = re.compile(r"(?:(?:and|so|but) )*(?:which|what) @ (?!(?:is|are|was|were|has|have|had|does|do|did)\b)[a-z]+ (?:the )?(?:best|worst|better|worse|most|least|more|less)$")
_IS_WORST = re.compile(r"(?:(?:and|so|but) )*(?:whos?|who is|which is|whats|what is) the (?:very )?(?:best|worst) @|(?:(?:and|so|but) )*(?:which|what) @ (?:is|are|was|were|does|do|did) (?:the )?(?:very )?(?:worst|best|worse|better)\b")
_VERB_MOST = re.compile(r"(?:which|what|who) @ [a-z]+ (?:us )?(?:the )?(?:most|least)\b")
_OF_A_MASS = re.compile(r"\b(?:most|least) (?:money|cash|revenue|profit|fuel|petrol|gas|water|electricity|power|energy|food|milk|paper|heat|space|weight|work|effort|noise|traffic|rain|snow|time|room|trouble|waste|effort)\b")
"""What no row is one of, so that no count of rows tells it: “which origin drinks the most fuel”."""
_MOST_OF_ALL = re.compile(r"\b(?:busiest|most|fewest|rarest|commonest)\b")
_UTMOST = r"(?:highest|largest|biggest|lowest|smallest|greatest)"
_IN_ORDER = re.compile(
    rf" ?, (?:(?:and|with|the|sorted|ordered|by|from) )*(?:{_UTMOST}|top|best|worst)(?! (?:of|for|in) each)(?: \w+)?(?: first)?$|"
    rf"\b{_UTMOST} (?=(?:\w+ )?(?:means?|averages?|avg|medians?|typical|totals?|sum|numbers?|counts?|rates?|share|proportion)\b)|\b{_UTMOST} (?=.*\bon average\b)",
)
"""In which order groups are shown, or which of them is asked for, which is no statistic: “mean tip per payment, highest first”, “the highest average rent”."""
_BY_GROUPS = re.compile(r"\b(?:by|per|each|every|group\w*|across|between|among)\b")


_NAMELESS = re.compile(r"^(?:(?:show|give|me|the|plot|and|now) )*(?P<what>[a-z]+) (?:per|by|for each|for every) (?:the )?@")
"""What is told for each group by a name that no column has: “weight per farm”."""


def aggregate(clause: Clause) -> Args | list[Args]:
    """Reads what is averaged, by which columns, and the statistic."""
    words = _IN_ORDER.sub("", clause.masked)
    _refuse_ratio(clause)
    before, after = sides(clause)
    others = [mention for mention in before if not (mention.clear and mention.names in [other.names for other in after])]
    by_itself, before = len(others) < len(before), others  # “agent by agent”
    statistic = vocabulary.first(words.replace("minimum", "min"), vocabulary.STATISTIC)
    if statistic in ("max", "min") and any(mention.clear and clause.context.kind(mention.name) == "boolean" and clause.word(mention.end) in ("rate", "share", "percentage", "ratio", "proportion") for mention in clause.columns):
        statistic = "mean"  # “which department has the highest quit rate”
    said = degree(clause.norm, clause.context) if len(before) < 2 and not MEANT_AFTER.search(words) else None
    if said and statistic is None and said.most and not re.match(r"(?:which|what) @", words):
        statistic = "max" if said.high else "min"
    if said and before and (not before[0].clear or before[0].name in said.columns):
        said = None
    elif said:
        before = []  # “the oldest passenger” speaks of the age
    elif statistic is None and not before and _DOES_BEST.match(words) and len(told_of := [names for _, names in loosely_asked(clause) if all(clause.context.kind(name) == "numeric" for name in names)]) == 1 and len(told_of[0]) == 1:
        return {"column": told_of[0][0], "by": [mention.names[0] for mention in after], "statistic": "sum"}  # “which genre sells best” of copies_sold
    elif statistic is None and not before and (_DOES_MORE.match(words) or _IS_WORST.match(words)):
        raise Unclear("Of which column?", [option("aggregate", {"column": name, "by": [mention.names[0] for mention in after], "statistic": "sum"}, name) for name in clause.context.features(("numeric",))[:4]])
    elif statistic is None and not before and _MOST_OF_ALL.search(words):
        measured = by_verb(clause, words) if _VERB_MOST.search(words) else None
        if measured is None and _OF_A_MASS.search(words):
            raise _of_which(clause, [mention.names[0] for mention in after], "sum" if "money" in words else "mean")
        if measured:
            return {"column": measured, "by": [mention.names[0] for mention in after]}  # “which species costs the most to prune”
        statistic = "count"
    if said is None and statistic is None and not before and _OF_DEGREE.search(clause.norm):
        raise Unclear("Of which column?", [option("aggregate", {"column": name, "by": [mention.names[0] for mention in after]}, name) for name in clause.context.features(("numeric",))[:4]])
    told: Args = {"statistic": statistic} if statistic else {}
    if said is None and not before and statistic in (None, "mean", "median", "max", "min", "std") and (meant := _by_everyday_word(clause, words, after)):
        before = [meant]
    if len(before) == 1 and before[0].clear and statistic != "count":
        told["column"] = before[0].name
    by, before = groups(clause, before, after, statistic, told)
    by = list(dict.fromkeys([*by, *listed_by_part(clause)])) if by else by
    by = by or grouped_by_part(clause) or grouped_by_values(clause, told)
    if not by:
        raise _by_which(clause, told, statistic)
    if statistic == "mean" and not before and clause.values and set(by) >= {name for value in clause.values for name in value.columns[:1]} and SHARE.search(clause.norm):
        statistic = "count"  # “share of red calls per district”
    return _of_groups(clause, words, by, before, said, statistic, by_itself)


def _of_groups(clause: Clause, words: str, by: list[str], before: list[Mention], said: Degree | None, statistic: str | None, by_itself: bool) -> Args | list[Args]:
    """What is computed of the groups; rows are counted where nothing else is named."""
    if len(before) == 1 and before[0].clear and clause.context.kind(before[0].name) == "numeric" and statistic in (None, "sum", "count") and before[0].score >= 0.9 and _HOW_MANY.search(words):
        return {"column": before[0].name, "by": by, "statistic": "sum"}
    if statistic is None and not before and said is None and _HOW_MUCH.match(words):
        named = _numbers_named(clause, by)
        if len(named) == 1:
            return {"column": named[0], "by": by, "statistic": "sum"}  # “how much do we spend on service” of service_cost
        raise _of_which(clause, by, "sum")
    if statistic is None and not before and said is None and _HAS_UTMOST.search(words):
        raise _of_which(clause, by, "mean")
    nameless = _NAMELESS.match(clause.masked) if statistic is None and not before and said is None else None
    if nameless and nameless["what"] in THINGS and not clause.values:
        raise unknown_column(nameless["what"], clause, "aggregate", "column", {"by": by})
    counting = statistic == "count" or (statistic is None and not before and said is None and not by_itself) or (statistic is None and re.search(r"\bhow many\b|\bnumber of\b|^count\b|\bcounts\b", words) is not None)
    if counting:
        return {"by": _counted_by(clause, words, by, before, statistic), "statistic": "count"}
    if said and len(said.columns) == 1 and said.columns[0] not in by:
        return {"column": said.columns[0], "by": by} | ({"statistic": statistic} if statistic else {})
    if said and len(said.columns) > 1:
        raise Unclear("Of which column?", [option("aggregate", {"column": name, "by": by} | ({"statistic": statistic} if statistic else {}), name) for name in said.columns[:4]])
    if not before:
        target = clause.context.target
        if target and clause.context.kind(target) in ("numeric", "boolean"):
            return {"column": target, "by": by} | ({"statistic": statistic} if statistic else {})
        raise _of_which(clause, by, statistic or "mean")
    return _of_named(clause, by, before, statistic)


def _counted_by(clause: Clause, words: str, by: list[str], before: list[Mention], statistic: str | None) -> list[str]:
    """The columns by which rows are counted, with the answer that is asked after; asks where no rows are meant."""
    if len(before) == 1 and before[0].clear and (part := _OF_THEM.search(words)) and clause.context.kind(before[0].name) in (("boolean", "categorical") if part["said"] else ("boolean",)):
        by = list(dict.fromkeys([*by, before[0].name]))  # “how many of them churned, per contract?” counts both answers
    if statistic is None and not clause.values and (noun := _OF_NO_ROWS.match(words)) and (noun["noun"] in _MONEY or noun["noun"] not in _ROWS_SAID):
        raise _of_which(clause, by, "mean")  # “cost by carrier”, where no column is called cost
    if statistic is None and not _SAYS_COUNT.search(words):
        _refuse_per_number(clause, by)
    if len(by) > 1:
        by = [name for name in by if clause.context.kind(name) not in ("id", "text")] or by  # “how many cheeses from denmark”, each of which is a row
    if len(by) == 1 and "how many" in words and clause.context.kind(by[0]) in ("boolean", "categorical"):
        answers = [mention.name for mention in before if mention.clear and clause.context.kind(mention.name) == "boolean" and mention.name not in by]
        answers += [names[0] for _, names in loosely_asked(clause) if len(names) == 1 and clause.context.kind(names[0]) == "boolean" and names[0] not in by]
        by = [*by, *answers[:1]]  # “how many trees near a road are damaged” of NearRoad and StormDamage
    if len(clause.values) > 1 and len(before) + len(by) < 3:
        answers = [mention.name for mention in clause.columns if mention.clear and mention.name not in by and clause.context.kind(mention.name) == "boolean"]
        by = [*by, *answers[:1]]  # “how many men vs women quit”
    return by


def _of_named(clause: Clause, by: list[str], before: list[Mention], statistic: str | None) -> Args | list[Args]:
    """The statistic of the columns that are named for it; asks where they hold words, of which there is none."""
    if len(before) == 1 and before[0].clear and before[0].score < 1.0 and statistic not in ("count", "min", "max") and clause.context.kind(before[0].name) in ("categorical", "text", "id") and not any(isinstance(value, int | float) for value in clause.context.column(before[0].name).get("values") or ()):
        raise _of_which(clause, by, statistic or "mean")  # “blood pressure” is no blood group
    if len(before) == 1 and before[0].clear and statistic is None and clause.context.kind(before[0].name) in ("id", "text") and _JUDGED.search(clause.norm):
        raise _of_which(clause, by, "mean")  # “which teacher's pupils do best”
    if len(before) == 1 and len(by) == 1 and before[0].clear and clause.context.kind(by[0]) == "numeric" and clause.context.kind(before[0].name) in ("categorical", "text", "id"):
        return {"column": by[0], "by": [before[0].name]} | ({"statistic": statistic} if statistic else {})  # “tell me which crop gives the highest yield”
    if len(before) == 1 and ((clause.context.kind(before[0].names[0]) == "datetime" and statistic in (None, "mean", "median", "sum", "std")) or (statistic in ("mean", "median", "sum", "std") and clause.context.kind(before[0].names[0]) in ("categorical", "text") and _holds_words(clause, before[0].names[0]))):
        raise _of_which(clause, by, statistic or "mean")
    if len(before) == 1 and statistic is None and clause.context.kind(before[0].names[0]) == "categorical" and _holds_words(clause, before[0].names[0]):
        name = before[0].names[0]
        raise Unclear(f"“{name}” holds words, of which there is no mean. Shall I count the rows by both?", [option("aggregate", {"by": [*by, name], "statistic": "count"}, f"Count by {' and '.join([*by, name])}"), option("plot", {"kind": "bar", "x": by[0], "color": name}, f"Draw {name} by {by[0]}")])
    if len(before) == 1 and before[0].clear and statistic is None and clause.context.kind(before[0].name) in ("id", "text") and re.search(r"\b(?:most|fewest|least|more|fewer)\b", clause.norm):
        return {"by": by, "statistic": "count"}  # “which teacher has the most singers”, each of which is a row
    several = _several(clause, by) if len(before) > 1 else []
    if several:
        return [entry if "statistic" in entry or statistic is None else {**entry, "statistic": statistic} for entry in several]
    args: Args = {"column": resolved(before[0], clause, "aggregate", "column", {"by": by}), "by": by}
    return args | ({"statistic": statistic} if statistic else {})


_JUDGED = re.compile(r"\b(?:best|worst|better|worse)\b")
_HAS_UTMOST = re.compile(r"^(?:which|what) @ (?:has|have|had|gets?|got|shows?|sees?|gives?|makes?) (?:the )?(?:highest|lowest|largest|smallest|biggest|best|worst|longest|shortest|greatest) (?!(?:numbers?|counts?|share|part|group|portion|amount)\b)[a-z]{3,}")
"""A group with the utmost of what is no column: “which origin has the best mileage”."""
_HOW_MUCH = re.compile(r"(?:(?:and|so|but) )*(?:how much\b|what (?:do|does|did) (?:we|i|they|people) (?!have\b|see\b|know\b)[a-z]+ )")
MANY_NUMBERS = 12
"""From how many different numbers on nobody groups by a column."""


def _refuse_ratio(clause: Clause) -> None:
    """Asks whether one number is divided by another or computed for each of its values: “popcorn per ticket”."""
    if not _PER_EACH.fullmatch(clause.masked) or len(clause.columns) != 2:
        return
    first, second = clause.columns
    if not first.clear and second.clear and all(clause.context.kind(name) == "numeric" for name in (*first.names, second.name)) and (clause.context.column(second.name).get("unique") or 0) > MANY_NUMBERS:
        raise Unclear("Of which column?", [option("add_feature", {"left": name, "operator": "divide", "right": second.name}, f"A new column: {name} / {second.name}") for name in first.names[:4]])
    names = [mention.name for mention in clause.columns if mention.clear and clause.context.kind(mention.name) == "numeric"]
    if len(names) == 2 and (clause.context.column(names[1]).get("unique") or 0) > MANY_NUMBERS:
        raise _ratio(names[0], names[1])


def _ratio(first: str, second: str) -> Unclear:
    return Unclear(f"Shall “{first}” be divided by “{second}”, or shown for each of its values?", [option("add_feature", {"left": first, "operator": "divide", "right": second}, f"A new column: {first} / {second}"), option("aggregate", {"column": first, "by": [second], "statistic": "mean"}, f"The mean {first} for each {second}")])


_OF_NO_ROWS = re.compile(r"^(?:(?:show|give|see|me|us|the|our|my|a|please|whats|what|is) )*(?P<noun>[a-z]{3,}(?<!s)) (?:by|per|for each|for every|in each) (?:the |each )?@(?: ?(?:,|and|, and) (?:the )?@)*$")
"""What no row is one of, for it is said of one: “revenue per region”."""
_MONEY = frozenset(["cost", "price", "revenue", "profit", "income", "turnover", "salary"])
_ROWS_SAID = COMMON | TRADE | STATISTICS | frozenset(["people", "men", "women", "children", "staff", "frequency", "breakdown", "overview", "tally", "table", "crosstab", "headcount", "occurrence", "amount", "size", "share", "stats", "distribution", "cattle", "sheep", "fish", "aircraft", "traffic", "population", "number", "summary", "pivot"])
_SAYS_COUNT = re.compile(r"\b(?:how (?:many|often)|numbers?|counts?|rows|records|busiest|most|fewest|least|popular|common\w*|frequen\w*)\b")


def _refuse_per_number(clause: Clause, by: list[str]) -> None:
    """Asks what is meant where something that no column is called is wanted per unit of a number: “cost per km”."""
    units = [name for name in by if clause.context.kind(name) == "numeric" and (clause.context.column(name).get("unique") or 0) > MANY_NUMBERS]
    if len(units) != 1 or not _PER_UNIT.search(clause.masked):
        return
    said = {token.norm for token in clause.tokens}
    numbers = sorted((name for name in clause.context.features(("numeric",)) if name not in by), key=lambda name: not said & set(parts(name)))
    raise Unclear(f"Which number shall be divided by “{units[0]}”?", [*(option("add_feature", {"left": name, "operator": "divide", "right": units[0]}, f"{name} / {units[0]}") for name in numbers[:3]), option("plot", {"kind": "histogram", "x": units[0]}, f"Only draw {units[0]}")])


_PER_UNIT = re.compile(r"\bper (?:each |every )?@")
_PER_EACH = re.compile(r"(?:the )?@ per (?:(?:the|each|one|unit|[a-z]{1,6} of) )*@(?: please)?")
_OF_A_WORD = re.compile(r"(?:^|\b(?:the|mean|average|avg|median|max|min|maximum|minimum|highest|lowest|typical|of) )(?P<word>[a-z_]{3,}) (?:per|by|for each|for every|in each) (?:the )?@(?: please)?$")


def _by_everyday_word(clause: Clause, words: str, after: list[Mention]) -> Mention | None:
    """The number that an everyday word names which one column alone has in its name: the finish of finish_min, the value of basket_value."""
    said = _OF_A_WORD.search(words)
    by = {name for mention in after for name in mention.names}
    names = [name for name in clause.context.features(("numeric",)) if said and said["word"] in parts(name) and name not in by]
    if said is None or len(names) != 1 or said["word"] in _COUNTED_WORDS:
        return None
    if len(by) == 1 and clause.context.kind(next(iter(by))) == "numeric" and (clause.context.column(next(iter(by))).get("unique") or 0) > MANY_NUMBERS:
        raise _ratio(names[0], next(iter(by)))
    place = next(index for index, token in enumerate(clause.tokens) if token.norm == said["word"])
    return Mention((names[0],), place, place + 1, 0.9)


_COUNTED_WORDS = frozenset(["rows", "records", "count", "counts", "number", "numbers", "cases", "entries", "mean", "average", "median", "total", "sum"])


def _holds_words(clause: Clause, name: str) -> bool:
    """Says whether nothing can be averaged in a column: its values are words, and not yes and no."""
    values = clause.context.column(name).get("values") or []
    return bool(values) and all(isinstance(value, str) and not re.search(r"\d", value) for value in values) and yes_of(clause.context, name) is None


def _by_which(clause: Clause, told: Args, statistic: str | None) -> Unclear:
    """Asks by which column to group where none is named."""
    asked = None if _BY_GROUPS.search(clause.norm) else told_by_words(clause)
    if asked and statistic in ("mean", "median", "min", "max"):
        return Unclear("Of all rows, or by groups?", [option("describe_column", {"column": asked}, f"All rows: describe {asked}"), *(option("aggregate", {"column": asked, "by": [name], "statistic": statistic}, f"By {name}") for name in clause.context.features(("categorical", "boolean"))[:3])])
    wanted = told if "column" in told and "statistic" in told else {"statistic": "count"}
    overall = [option("describe_column", {"column": told["column"]}, f"Overall, without groups: look at {told['column']}")] if isinstance(told.get("column"), str) and clause.context.kind(told["column"]) == "numeric" and not _BY_GROUPS.search(clause.norm) else []
    return Unclear("By which column shall I group?", [*(option("aggregate", {**wanted, "by": [name]}, name) for name in clause.context.features(("categorical", "boolean"))[: 4 - len(overall)]), *overall])


def _numbers_named(clause: Clause, by: list[str]) -> list[str]:
    """The columns of numbers that have a word of the request in their names."""
    said = {token.norm for token in clause.tokens} - LINKS
    return [name for name in clause.context.features(("numeric",)) if name not in by and said & set(parts(name))]


def _of_which(clause: Clause, by: list[str], statistic: str) -> Unclear:
    """Asks of which number, first of those that have a word of the request in their names: the balance of savings or of shares."""
    answers = clause.context.features(("boolean",)) if statistic == "mean" and _JUDGED.search(clause.norm) else ()
    numbers = [name for name in (*(answers if len(answers) == 1 else ()), *clause.context.features(("numeric",))) if name not in by]
    meant = _numbers_named(clause, by)
    return Unclear("Of which column?", [option("aggregate", {"column": name, "by": by, "statistic": statistic}, name) for name in (meant if len(meant) > 1 else numbers)[:4]])


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
