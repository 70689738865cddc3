"""Reads “with” and “without” of columns in which nothing is missing: zero siblings, the No of an internet service."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.slots import option
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.column_values import no_of, yes_of
from assistant.router.entities.condition import Condition

_ANY = r"(?: (?:an?|any|the|his|her|their|some|zero|0|at all))*"
_WITHOUT = re.compile(rf"(?:^|.* )(?:without|no|zero|0|lack|lacks|lacking|(?:dont|didnt|doesnt|do not|did not|does not) have(?: got)?|neither){_ANY} $")
_WITH = re.compile(rf"(?:^|.* )(?:with|has|have|having|had){_ANY} $")
_GOES_ON = re.compile(rf" ?(?:,|and|or|nor|&|, and|, or){_ANY} $")
_HAS = re.compile(r"\b(?:with|no|ha[sd]|have|lack|neither)")
_OF_ROWS = re.compile(r"\b(?:[a-z]{2,}s|people|those|ones|everyone|everybody|anyone|anybody|nobody|all|(?:every|each|any|all|no) [a-z]+)(?: (?:that|who|which|alone|only|\())* (?:with|without|has|have|had|having|no|lacks?|lacking|dont|didnt|doesnt|do|did|does)\b")
_OF_GAPS = re.compile(r"\b(?:columns?|features?|values?|missing|empty|blank|null|nan|unknown|known|gaps?|recorded|given|entries|fill\w*|impute\w*|scale|encode|train\w*|predict\w*|plot|rows?|records?|lines?)\b")
_NONE_AT_ALL = re.compile(r"(?:(?:only|just|please|and) )*no (?:an? |any )?@ at all(?: please| only)*")
_NO_SUCH = re.compile(r"(?:(?:only|just|please|and) )*no (?:an? |any )?@(?: please| only)*")
NONE = ("no", "none", "never", "without", "not")


def having(clause: Clause) -> list[Condition]:
    """Lists the conditions of rows that have or lack what their columns count or tell; empty where gaps or something else is meant."""
    words = clause.masked
    if not clause.columns or clause.numbers or clause.values or not _HAS.search(words):
        return []
    if says_no_such(clause):
        return [condition] if (condition := _told(clause, clause.columns[0].name, True)) else []
    if not _OF_ROWS.search(words) or _OF_GAPS.search(words):
        return []
    parts, without, found = words.split("@"), None, []
    if len(parts) != len(clause.columns) + 1:
        return []
    for before, mention in zip(parts, clause.columns, strict=False):
        without = True if _WITHOUT.match(before) else False if _WITH.match(before) else without if _GOES_ON.fullmatch(before) else None
        condition = _told(clause, mention.name, without) if without is not None and mention.clear else None
        if condition is None:
            return []
        found.append(condition)
    return found if any(clause.context.kind(condition.column) != "boolean" for condition in found) else []


def says_no_such(clause: Clause) -> bool:
    """Says whether rows are called by the value of a column that says that there is none: “no alarm”."""
    if len(clause.columns) != 1 or not clause.columns[0].clear:
        return False
    entry = clause.context.column(clause.columns[0].name)
    none_at_all = _NONE_AT_ALL.fullmatch(clause.masked) is not None and entry.get("kind") == "numeric" and entry.get("missing") == 0
    return none_at_all or (_NO_SUCH.fullmatch(clause.masked) is not None and says_none(entry))


def says_none(entry: dict[str, Any]) -> bool:
    """Says whether one of the values of a column without gaps says that there is none of it: the none of an alarm."""
    return entry.get("missing") == 0 and any(str(value).lower() in NONE for value in entry.get("values") or ())


def _told(clause: Clause, column: str, without: bool) -> Condition | None:
    """The condition that a column without gaps tells of what rows lack; None where it does not."""
    entry = clause.context.column(column)
    if entry.get("missing") != 0:
        return None
    if entry.get("kind") == "numeric":
        return Condition(column, "eq", 0) if without else Condition(column, "gt", 0)
    yes, values = yes_of(clause.context, column), entry.get("values") or []
    if yes is not None:
        return Condition(column, "eq", no_of(clause.context, column) if without else yes)
    said_no = next((value for value in values if str(value).lower() in NONE), None)
    said_yes = next((value for value in values if str(value).lower() == "yes"), None)
    if said_no is None:
        return None
    if said_yes is None:
        return Condition(column, "eq" if without else "ne", said_no)
    if without:
        raise Unclear(f"Which rows have no “{clause.written(clause.columns[0])}”: only those that say {said_no}, or all that do not say {said_yes}?", [option("filter_rows", {"column": column, "op": "eq", "value": said_no}, f"Those that say {said_no}"), option("filter_rows", {"column": column, "op": "ne", "value": said_yes}, f"All that do not say {said_yes}")])
    return Condition(column, "eq", said_yes)


def told_by_having(clause: Clause) -> bool:
    """Says whether rows are told apart by what they have or lack, be it that one has to ask which value says so."""
    try:
        return bool(having(clause))
    except Unclear:
        return True
