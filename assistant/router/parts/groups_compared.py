"""Answers by groups: a count, a number held against the groups, two columns side by side, the utmost of one."""

from __future__ import annotations

import re

from assistant.router.arguments.slots import option
from assistant.router.asking.labels import label
from assistant.router.context import Call
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.loosely_asked import root
from assistant.router.entities.names import parts
from assistant.router.entities.words import ROW_NOUNS
from assistant.router.parts.asked_of_data import GROUPS, Asked

OF_ROWS = re.compile(r"\b(?:busiest|quietest|commonest|rarest|popular|frequent\w*|common|often|busy|quiet|crowded|likely|likelier|there (?:more|fewer|less)|busier|quieter|most \S+ (?:happen|occur|come|take place|are|were|go|start|end|live|stay))\b")
"""What is told of how many rows there are."""
WHERE = re.compile(r"(?:where|wheres|when|(?:on|in|at|under) (?:what|which))\b")
_PLACES = frozenset(["city", "district", "region", "zone", "country", "place", "location", "state", "site", "branch", "ward", "town", "area", "island", "station", "borough", "county", "village", "street", "shop", "store", "port", "harbour", "habitat"])
_TIMES = frozenset(["day", "weekday", "month", "mnth", "hour", "hr", "season", "year", "shift", "slot", "quarter", "week", "time"])
_MORE_OFTEN = re.compile(r"(?:is|are|was|were) (?:the )?.*\b(?:more|less|most|least) (?:common|frequent|likely|often|widespread|usual)\b.*")
"""What is told of the first thing named: “is damage more common near roads”."""
_SAYS_STATISTIC = re.compile(r"average|mean|median|typical|total|altogether|in all")
_JUDGES = re.compile(r"\b(?:best|worst|better|worse|lose|loses|lost|leave|leaves|win|wins|loyal\w*|happy|happier|safe\w*|risk\w*|success\w*|fail\w*)\b")
_EARNINGS = frozenset(["income", "salary", "wage", "wages", "inc"])
"""What one person earns, of which the groups have no sum."""
_MOST_OF = re.compile(r"\b(?:most|fewest) (?P<what>[a-z]{3,})\b")
_ADDS_UP = re.compile(r"\b(?:sells?|sold|earns?|earned|brings? in|brought in|harvests?|produces?|generates?) (?:us |in )?(?:the )?(?:most|more|least|less|fewest|fewer)\b")
"""What a group does in all, and not with each of its rows."""


def described(name: str) -> list[Call]:
    return [{"tool": "describe_column", "args": {"column": name}}]


def counted(groups: list[str]) -> list[Call]:
    return [{"tool": "aggregate", "args": {"by": groups[:2], "statistic": "count"}}]


def compared(asked: Asked, numbers: list[tuple[str, ...]]) -> list[Call] | None:
    """The number that is compared, for each of the groups."""
    clause, groups = asked.clause, asked.groups
    by, measure = groups[:1], numbers[0] if numbers else ()
    if not numbers and len(groups) > 1:
        of_values = {value.columns[0] for value in clause.values}
        shares = [name for name in groups if clause.context.kind(name) == "boolean" and name not in of_values]
        if not shares:
            return counted(groups)
        share = shares[0] if _MORE_OFTEN.fullmatch(clause.norm) else shares[-1]
        by, measure = [name for name in groups if name != share][:1], (share,)
    if not measure and (OF_ROWS.search(clause.norm) or _most_rows(clause)):
        return counted(groups)
    if not numbers and len(groups) == 1 and (where := by_place(asked)):
        return where
    outcomes = [name for name in clause.context.features(("boolean",)) if _JUDGES.search(clause.norm)][:2]
    options = measure or [*outcomes, *clause.context.features(("numeric",))]
    statistic = vocabulary.first(clause.masked, vocabulary.STATISTIC) if _SAYS_STATISTIC.search(clause.norm) else "sum" if _ADDS_UP.search(clause.norm) and not any(_EARNINGS & set(parts(name)) for name in options) else None
    calls: list[Call] = [{"tool": "aggregate", "args": {"column": name, "by": by} | ({"statistic": statistic} if statistic else {})} for name in options if name not in by]
    if len(calls) > 1:
        raise Unclear("Of which column?", [option(call["tool"], call["args"], str(call["args"]["column"])) for call in calls[:4]])
    return calls or None


def _most_rows(clause: Clause) -> bool:
    """Says whether the most of what every row is is asked for: the tickets of a ticket_id."""
    said = _MOST_OF.search(clause.norm)
    ids = {root(piece) for column in clause.context.columns if column.get("kind") == "id" for piece in parts(column["name"])}
    return said is not None and _JUDGES.search(clause.norm) is None and (said["what"] in ROW_NOUNS or root(said["what"]) in ids)


def by_place(asked: Asked) -> list[Call] | None:
    """Counts by the places or times that are asked for: “where do most of the maples grow”."""
    opened = WHERE.match(asked.clause.norm)
    wanted = () if opened is None else _TIMES if opened[0] == "when" else _PLACES if opened[0].startswith("where") else ()
    fitting = [column["name"] for column in asked.clause.context.columns if column.get("kind") in GROUPS and set(wanted) & set(parts(column["name"])) and column["name"] not in asked.groups]
    if len(fitting) > 1:
        raise Unclear("By which column shall I group?", [option("aggregate", {"by": [*asked.groups, name], "statistic": "count"}, name) for name in fitting[:4]])
    return counted([*asked.groups, *fitting]) if fitting else None


def by_time(asked: Asked) -> list[Call] | None:
    """Counts by the time that is asked for: “when do most people come”."""
    context = asked.clause.context
    if not asked.clause.norm.startswith("when ") or asked.numbers:
        return None
    names = [column["name"] for column in context.columns if column.get("kind") == "datetime" or (column.get("kind") != "id" and _TIMES & set(parts(column["name"])))]
    if len(names) > 1:
        raise Unclear("By which column shall I group?", [option("aggregate", {"by": [name], "statistic": "count"}, name) for name in names[:4]])
    return counted(names) if names else None


def held_together(numbers: list[tuple[str, ...]], groups: list[str]) -> list[Call] | None:
    if len(numbers) > 1:
        pairs: list[Call] = [{"tool": "correlate", "args": {"columns": [one, other]}} for one in numbers[0] for other in numbers[1] if one != other]
        if len(pairs) > 1:
            raise Unclear("Which two columns shall be held against each other?", [option(call["tool"], call["args"], label(call)) for call in pairs[:4]])
        return pairs or None
    if numbers:
        shown = [option("aggregate", {"column": name, "by": groups[:1]}, name) for name in numbers[0][:4]]
        if len(shown) > 1:
            raise Unclear("Of which column?", shown)
        return [shown[0]["call"]]
    return counted(groups)


def utmost_of(clause: Clause, numbers: list[tuple[str, ...]]) -> list[Call] | None:
    """The number of which the utmost is asked for; by times or places where these are asked for."""
    opened = WHERE.match(clause.norm)
    if opened and len(numbers[-1]) == 1:
        wanted = _TIMES if opened[0] == "when" else _PLACES
        fitting = [column["name"] for column in clause.context.columns if wanted & set(parts(column["name"])) and column["name"] != numbers[-1][0]]
        calls: list[Call] = [{"tool": "aggregate", "args": {"column": numbers[-1][0], "by": [name]}} for name in fitting if clause.context.kind(name) != "datetime"]
        if len(calls) > 1:
            raise Unclear("By which column shall I group?", [option(call["tool"], call["args"], str(call["args"]["by"][0])) for call in calls[:4]])
        if calls:
            return calls
    looks = [option("describe_column", {"column": name}, name) for name in numbers[-1][:4]]
    if len(looks) > 1:
        raise Unclear("Of which column?", looks)
    return [looks[0]["call"]]
