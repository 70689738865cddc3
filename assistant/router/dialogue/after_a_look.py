"""Understands what is said after a look at one column or at a table of figures: “by region?”, “how many is that”, “cut those off”, “top 3 only”, “as percent”."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.slots import option
from assistant.router.context import Call, RouterContext
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.column_values import no_of, yes_of

_LEAD = r"(?:(?:and|so|but|ok|now|then|please|just|also|yes|hm+|can you|could you|lets|let us|what about|how about) ,? ?)*"
_TAIL = r"(?: (?:please|then|now|too|again|instead))*"
_BY_GROUP = re.compile(rf"{_LEAD}(?:by|per|for each|for every|in each|within each|across) (?:the )?@{_TAIL}")
_HOW_MANY = re.compile(
    rf"{_LEAD}(?:how many (?:is|are|was|were) (?:that|those|these|they|there|it)(?: (?:of each|in (?:total|all|numbers|each)))?|"
    rf"how many(?: rows)? (?:of|in|for|are in) each(?: (?:one|group|class))?|how often(?: (?:is|does) each(?: (?:one|come|occur))?)?|"
    rf"(?:in |the )?(?:absolute )?(?:counts|numbers)){_TAIL}",
)
_ODD = r"(?:outliers?|(?:the )?(?:extreme|weird|odd|strange|unusual|crazy|wild|suspicious|implausible|far(?: out)?|high|low) (?:ones?|values?|points?|cases?|numbers?)|extremes)"
_CLIPPED = re.compile(rf"{_LEAD}(?:(?:cut|trim|chop) (?:(?:them|those|these)|(?:the |those |these |its )?{_ODD}) (?:off|back|down)|(?:clip|cap|limit|winsori[sz]e|pull in) (?:(?:them|those|these)|(?:the |those |these |its )?{_ODD})(?: (?:off|in|down))?){_TAIL}")
_ODD_AWAY = re.compile(rf"{_LEAD}(?:remove|drop|delete|kick out|throw out|throw away|get rid of|take out|exclude|discard) (?:the |those |these |its )?{_ODD}(?: (?:out|away))?{_TAIL}")
_THOSE_AWAY = re.compile(rf"{_LEAD}(?:(?:remove|drop|delete|kick out|throw out|throw away|get rid of|take out|exclude|discard|dump) (?:those|these|all of (?:them|those|these))|(?:kick|throw|take) (?:those|these) (?:out|away)|those out|out with (?:those|these)){_TAIL}")
"""What takes away several things, of one column."""
_MENDED = re.compile(rf"{_LEAD}(?:repair|mend|fix|correct|solve|heal) (?:it|that|this|them|those|these|everything|all)(?: (?:all|of (?:it|them|that)|for me))*{_TAIL}")
_BEST_ONES = re.compile(
    rf"{_LEAD}(?:(?:only|just) )?(?:keep|use|take|leave|go with|"
    rf"work with)(?: (?:only|just))? (?:(?:those|these|the|all) )?(?:(?:top|best|first|strongest|most important) )?(?P<count>\d+)(?: (?:best|top|strongest|"
    rf"of (?:them|those|these)))?(?: (?:columns|features|ones|only))*{_TAIL}",
)
_FEWER = re.compile(
    rf"{_LEAD}(?:(?:only|just|show|give|me|the|keep|list|see) )*(?:(?:top|best|first|bottom|last|worst|highest|lowest|biggest|largest|smallest|slowest|"
    rf"fastest) (?P<count>\d+)|(?P<number>\d+) (?:best|highest|lowest|biggest|largest|smallest|worst|slowest|fastest|longest|shortest))(?: (?:only|ones|groups|"
    rf"of (?:them|those|these)))*{_TAIL}",
)
_SHARES = re.compile(rf"{_LEAD}(?:(?:in|as|show|give|me|it|that|those|the|what are|what is|whats) )*(?:an? )?(?:percent(?:ages?)?|per ?cent|%|shares?|proportions?|fractions?|relative (?:numbers|figures))(?: (?:is that|are (?:those|they)|of (?:it|that|each))|,? instead)*{_TAIL}")
_WITH_ONE = re.compile(
    rf"{_LEAD}(?:(?:only|just|keep|show|take|use|want|i want|me) )+(?:only |just )?(?:(?:the|those|these|all) )?(?:ones?|those|these|rows|"
    rf"[a-z]{{3,12}}s)? ?(?P<how>with|that have|that has|who have|having|which have|without|that have no|with no|who have no|that dont have|"
    rf"who dont have)(?P<what> one| it| that| any| none)?{_TAIL}",
)
_MOST_GROUPS = ("categorical", "boolean")


def after_a_look(clause: Clause, context: RouterContext) -> list[Call] | None:
    """Gives the calls for words that go on with what was just looked at; asks where a table of figures has no such form."""
    last = context.last[-1] if context.last and not context.refused else None
    if last is not None and last["tool"] == "profile" and _MENDED.fullmatch(clause.norm.strip(" .!")):
        return [{"tool": "prepare_automatically", "args": {}}]
    if last is not None and last["tool"] in ("rank_features", "keep_best_features") and (best := _BEST_ONES.fullmatch(clause.norm.strip(" .!"))):
        return [{"tool": "keep_best_features", "args": {**{name: value for name, value in last["args"].items() if name == "method"}, "k": int(best["count"])}}]
    if last is None or last["tool"] not in ("describe_column", "aggregate") or len(clause.tokens) > 12 or clause.values:
        return None
    words = clause.masked.strip(" .!?")
    if last["tool"] == "aggregate":
        return _of_figures(words, clause, last["args"])
    name = last["args"].get("column")
    return _of_column(words, clause, name) if isinstance(name, str) and name in context.names else None


def _of_column(words: str, clause: Clause, name: str) -> list[Call] | None:
    """What is asked of the one column that was looked at."""
    kind = clause.context.kind(name)
    if _BY_GROUP.fullmatch(words) and len(clause.columns) == 1 and clause.columns[0].clear and not clause.numbers:
        by = clause.columns[0].name
        if by == name or clause.context.kind(by) not in _MOST_GROUPS:
            return None
        return [{"tool": "aggregate", "args": {"column": name, "by": [by]} if kind == "numeric" else {"by": [by, name], "statistic": "count"}}]
    if kept := _with_one(words, clause, name):
        return kept
    if clause.columns or clause.numbers:
        return None
    if kind in _MOST_GROUPS and _HOW_MANY.fullmatch(words):
        return [{"tool": "aggregate", "args": {"by": [name], "statistic": "count"}}]
    if kind == "numeric" and _CLIPPED.fullmatch(words):
        return [{"tool": "handle_outliers", "args": {"columns": [name], "action": "clip"}}]
    if kind == "numeric" and _ODD_AWAY.fullmatch(words):
        return [{"tool": "handle_outliers", "args": {"columns": [name], "action": "remove"}}]
    if _THOSE_AWAY.fullmatch(words):
        odd = [option("handle_outliers", {"columns": [name], "action": "remove"}, f"The rows with extreme values of {name}")] if kind == "numeric" else []
        raise Unclear("What shall go?", [*odd, option("drop_missing", {"axis": "rows", "columns": [name]}, f"The rows without {name}"), option("drop_columns", {"columns": [name]}, f"The column {name}")])
    return None


def _with_one(words: str, clause: Clause, name: str) -> list[Call] | None:
    """The rows that have what was just counted, or those that have not: “only keep those with one”."""
    said, yes = _WITH_ONE.fullmatch(words), yes_of(clause.context, name)
    if said is None or yes is None or clause.columns or clause.numbers or not (said["what"] or "no" in said["how"]):
        return None
    without = said["what"] == " none" or re.search(r"without|\bno\b|dont", said["how"]) is not None
    return [{"tool": "filter_rows", "args": {"column": name, "op": "eq", "value": no_of(clause.context, name) if without else yes}}]


def _of_figures(words: str, clause: Clause, shown: dict[str, Any]) -> list[Call] | None:
    """Asks where the table of figures is to have fewer groups, or shares, which it cannot."""
    by, column = shown.get("by") or [], shown.get("column")
    if len(by) == 1 and (kept := _with_one(words, clause, by[0])):
        return kept
    if not by or clause.columns:
        return None
    drawn: dict[str, Any] = {"x": by[0]} | ({"y": column} if column else {}) | ({"color": by[1]} if len(by) > 1 else {})
    fewer = _FEWER.fullmatch(words)
    if fewer:
        count = int(fewer["count"] or fewer["number"])
        learned = [option("keep_best_features", {"k": count}, f"Keep the {count} best columns to learn from")] if count else []
        raise Unclear("The table shows all groups, the highest first. What shall I do?", [option("plot", drawn, f"Draw them by {by[0]}"), option("aggregate", shown, "Show the table again"), *learned])
    if _SHARES.fullmatch(words):
        raise Unclear("The table tells no shares; a look at the column does. What shall I show?", [option("describe_column", {"column": by[0]}, f"The shares of {by[0]}"), option("plot", {"kind": "bar", "x": by[0]}, f"A bar chart of {by[0]}"), option("plot", drawn, "These figures as a chart")])
    return None
