"""Reads the numbers and dates that a column is compared with, in the unit and the days that the column is kept in."""

from __future__ import annotations

from typing import Any

from assistant.router.clause import Clause, Unclear
from assistant.router.condition import OUTSIDE, Condition
from assistant.router.hints import said_unit
from assistant.router.measures import converted, other_unit
from assistant.router.normalize import Token, plain_number
from assistant.router.slots import option


def compared_with(token: Token) -> Any:
    """The number or date that a token says; a percentage is a share."""
    return token.text if token.date else plain_number((token.number or 0) / 100 if token.percent else token.number or 0)


def measured(clause: Clause, column: str, op: str, values: list[Token]) -> list[Any]:
    """The numbers in the unit of the column, where the last of them stands before another one; asks where there is no turning one into the other."""
    said, given = said_unit(clause, values[-1]), [compared_with(value) for value in values]
    unit = other_unit(said, column, clause.names)
    if unit is None:
        return given
    turned = [converted(value, said, unit) for value in given]
    if None in turned:
        args = {"column": column, "op": "between", "value": given} if len(given) > 1 else {"column": column, "op": op, "value": given[0]}
        raise Unclear(f"“{column}” is kept in {unit}, and {said} cannot be turned into that. Shall I take the number as {unit}?", [option("filter_rows", args, f"{values[-1].text} {unit}"), option("describe_column", {"column": column}, f"Look at {column} first")])
    return turned


def dated(clause: Clause, condition: Condition) -> Condition:
    """Reads a bare year on a column of dates as the days that it means."""
    if clause.context.kind(condition.column) != "datetime":
        return condition
    first = {"lt": True, "ge": True, "gt": False, "le": False}
    if condition.op in first and isinstance(condition.value, int) and 1000 < condition.value < 3000:
        return Condition(condition.column, condition.op, f"{condition.value}-01-01" if first[condition.op] else f"{condition.value}-12-31")
    if condition.op in ("eq", "ne") and isinstance(condition.value, int) and 1000 < condition.value < 3000:
        return Condition(condition.column, "between" if condition.op == "eq" else OUTSIDE, [f"{condition.value}-01-01", f"{condition.value}-12-31"])
    if condition.op == "between" and all(isinstance(value, int) and 1000 < value < 3000 for value in condition.value):
        return Condition(condition.column, "between", [f"{condition.value[0]}-01-01", f"{condition.value[1]}-12-31"])
    return condition
