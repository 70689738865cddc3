"""Reads the numbers and dates that a column is compared with, in the unit and the days that the column is kept in."""

from __future__ import annotations

from typing import Any

from assistant.router.arguments.slots import option
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.condition import OUTSIDE, Condition
from assistant.router.entities.hints import said_unit
from assistant.router.entities.measures import converted, other_unit
from assistant.router.entities.names import parts
from assistant.router.entities.units import is_unit
from assistant.router.wording.normalize import Token, plain_number


def compared_with(token: Token) -> Any:
    """The number or date that a token says; a percentage is a share."""
    return token.text if token.date else plain_number((token.number or 0) / 100 if token.percent else token.number or 0)


def measured(clause: Clause, column: str, op: str, values: list[Token]) -> list[Any]:
    """The numbers in the unit of the column, where the last of them stands before another one; asks where there is no turning one into the other."""
    said, given = _unit_for(clause, column, values[-1]), [_in_percent(column, value) for value in values]
    unit = other_unit(said, column, clause.names)
    if unit is None:
        return given
    turned = [converted(value, said, unit) for value in given]
    if None in turned:
        args = {"column": column, "op": "between", "value": given} if len(given) > 1 else {"column": column, "op": op, "value": given[0]}
        raise Unclear(f"“{column}” is kept in {unit}, and {said} cannot be turned into that. Shall I take the number as {unit}?", [option("filter_rows", args, f"{values[-1].text} {unit}"), option("describe_column", {"column": column}, f"Look at {column} first")])
    return turned


def _in_percent(column: str, value: Token) -> Any:
    """A percentage stays a number where the name of the column says that it is kept in percent."""
    return plain_number(value.number or 0) if value.percent and ("%" in column or {"pct", "percent", "percentage"} & set(parts(column))) else compared_with(value)


_SAME_SIZE = 20
"""How many times larger one of two numbers may be that share the unit of the second: “heavier than 3 and lighter than 5 kilos”."""


def _unit_for(clause: Clause, column: str, value: Token) -> str:
    """The unit of a number: the one that stands with it, else that of the number joined to it, where that is one of the column's."""
    said, tokens = said_unit(clause, value), clause.tokens
    place = next((index for index, token in enumerate(tokens) if token is value), len(tokens))
    following = next((index for index in range(place + 1, len(tokens)) if tokens[index].number is not None), None)
    if is_unit(said) or following is None or clause.word(place + 1) not in ("and", "or", "but", ",") or any(mention.start < following and mention.end > place for mention in clause.columns):
        return said
    later = said_unit(clause, tokens[following])
    sizes = sorted([value.number or 0, tokens[following].number or 0])
    unit = other_unit(later, column, clause.names)
    shared = unit is not None and converted(1, later, unit) is not None and sizes[0] > 0 and sizes[1] <= _SAME_SIZE * sizes[0]
    return later if shared else said


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
