"""Refuses an argument that would be passed over because of another one: nothing that was said is left aside without a word."""

from __future__ import annotations

from typing import Any

from tools.base import OnlyWith, Tool, ToolCall, UserError


def require_all_count(tool: Tool, args: Any) -> None:
    """Raises UserError where an argument would be passed over, with the call without it."""
    found = _idle(args)
    if found is None:
        return
    name, rule = found
    said = f"{name} = {getattr(args, name)!r} would be passed over with {rule.other} = {getattr(args, rule.other)!r}"
    fitting = [repr(value) for value in rule.values if value is not None]
    if fitting:
        said, hint = f"{said}: it counts with {rule.other} = {' or '.join(fitting)} only.", f"Leave {name} out, or change {rule.other}."
    else:
        said, hint = f"{said}: only one of the two can count.", f"Leave {name} or {rule.other} out."
    without = args.model_dump(exclude_unset=True, exclude={name}, mode="json")
    raise UserError("invalid_argument", said, hint, ToolCall(tool=tool.name, args=without), argument=name)


def without_idle(tool: Tool, args: dict[str, Any], said: dict[str, Any]) -> dict[str, Any]:
    """Leaves out of a changed call what says nothing any more beside what is changed, `said`; that itself always stays."""
    while found := _idle(tool.Arguments.model_construct(**args)):
        name, rule = found
        gone = name if name not in said else rule.other if rule.other not in said and None in rule.values else None
        if gone is None:
            return args
        args = {key: value for key, value in args.items() if key != gone}
    return args


def _idle(args: Any) -> tuple[str, OnlyWith] | None:
    """Finds the first argument that was given and says nothing beside the others, with what it needs."""
    for name, field in type(args).model_fields.items():
        if name not in args.model_fields_set or getattr(args, name) in (None, field.default):
            continue
        for rule in field.metadata:
            if isinstance(rule, OnlyWith) and getattr(args, rule.other, None) not in rule.values:
                return name, rule
    return None
