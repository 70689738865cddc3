"""Asks before rows or columns go on a doubtful reading, and before the column that is to be predicted goes."""

from __future__ import annotations

from typing import Any

from assistant.router.arguments.slots import option
from assistant.router.asking.labels import label
from assistant.router.context import Call, RouterContext
from assistant.router.entities.clause import Unclear
from tools.catalog import find_tool

SURE_ENOUGH = 0.76
"""Below this a reading is asked about where it takes rows or columns away."""


def refuse_doubtful(calls: list[Call], confidence: float, context: RouterContext) -> None:
    """Asks where a call would take away the target, or anything on a reading that is not sure enough."""
    for call in calls:
        takes = find_tool(call["tool"]).takes_away
        if not takes:
            continue
        columns = call["args"].get("columns")
        if context.target and isinstance(columns, list) and context.target in columns and takes == "columns":
            raise _about_target(call, columns, context.target)
        if confidence < SURE_ENOUGH:
            unclear = Unclear(f"I am not sure that I understood this. Shall I do it: {label(call)}?", [option(call["tool"], call["args"], f"Yes: {label(call)}"), option("preview", {}, "Look at the data first")])
            unclear.tool = call["tool"]
            raise unclear


def _about_target(call: Call, columns: list[Any], target: str) -> Unclear:
    rest = [name for name in columns if name != target]
    options = [option(call["tool"], {"columns": rest}, f"Drop only {' and '.join(rest)}")] if rest else []
    options += [option(call["tool"], call["args"], f"Yes: {label(call)}"), option("describe_column", {"column": target}, f"Look at {target} first")]
    return Unclear(f"“{target}” is the column to be predicted. Shall it go all the same?", options)


def refuse_contrary(calls: list[Call]) -> None:
    """Asks where two filters would leave no row: one keeps the values of a column that the other takes out."""
    targets = [call for call in calls if call["tool"] == "set_target"]
    if len({str(call["args"].get("column")) for call in targets}) > 1:
        raise Unclear("There can be one target. Which one shall be predicted?", [option("set_target", call["args"], label(call)) for call in targets])
    filters = [call for call in calls if call["tool"] == "filter_rows"]
    for place, first in enumerate(filters):
        for second in filters[place + 1 :]:
            kept, gone = (first, second) if first["args"]["op"] in ("eq", "in") else (second, first)
            if kept["args"]["column"] == gone["args"]["column"] and kept["args"]["op"] in ("eq", "in") and gone["args"]["op"] in ("ne", "not_in") and set(_listed(kept)) <= set(_listed(gone)):
                raise _no_row(kept, gone)
            if first["args"]["op"] == second["args"]["op"] == "eq" and first["args"]["column"] == second["args"]["column"] and first["args"].get("value") != second["args"].get("value"):
                values = [first["args"].get("value"), second["args"].get("value")]
                unclear = _no_row(first, second)
                unclear.options.insert(0, option("filter_rows", {"column": first["args"]["column"], "op": "in", "value": values}, "Keep both"))
                raise unclear
            if first["args"]["column"] == second["args"]["column"] and (_apart(first["args"], second["args"]) or _apart(second["args"], first["args"])):
                raise _no_row(first, second)


def _no_row(first: Call, second: Call) -> Unclear:
    return Unclear(f"No row would stay if I did both: {label(first)}, and {label(second)}. Which one is meant?", [option(call["tool"], call["args"], label(call)) for call in (first, second)])


def _apart(lower: dict[str, Any], upper: dict[str, Any]) -> bool:
    """Says whether one filter keeps only numbers below those that the other one keeps."""
    if lower.get("op") not in ("lt", "le") or upper.get("op") not in ("gt", "ge") or not all(isinstance(args.get("value"), int | float) for args in (lower, upper)):
        return False
    return lower["value"] < upper["value"] or (lower["value"] == upper["value"] and (lower["op"], upper["op"]) != ("le", "ge"))


def _listed(call: Call) -> list[Any]:
    value = call["args"].get("value")
    return value if isinstance(value, list) else [value]
