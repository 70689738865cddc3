"""Says in words what is wrong with an argument: what came, what was expected, and the nearest value that works."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from tools.base import Tool, ToolCall, UserError

Schema = dict[str, Any]
BOUNDS = {
    "greater_than_equal": "at least {ge}",
    "less_than_equal": "at most {le}",
    "greater_than": "more than {gt}",
    "less_than": "less than {lt}",
    "string_too_short": "at least {min_length} characters long",
    "string_too_long": "at most {max_length} characters long",
    "too_short": "a list of at least {min_length}",
    "too_long": "a list of at most {max_length}",
}
LONGEST_SHOWN = 80
JUST_BESIDE = 0.01
"""How far from a bound that is itself not allowed the nearest offered value lies."""


def in_words(tool: Tool, args: dict[str, Any], errors: list[ErrorDetails]) -> UserError:
    """Makes the refusal of arguments that do not fit the tool's declaration."""
    schema = tool.Arguments.model_json_schema()
    place = str(errors[0]["loc"][0])
    error = _telling([other for other in errors if other["loc"][:1] == errors[0]["loc"][:1]])
    if error["type"] == "extra_forbidden" and place not in schema.get("properties", {}):
        known = ", ".join(schema.get("properties", {})) or "none"
        return UserError("invalid_argument", f"“{tool.name}” has no argument “{place}”.", f"Its arguments are: {known}.", argument=place)
    part = schema["properties"][place]
    if error["type"] == "missing" and len(error["loc"]) == 1:
        return UserError("invalid_argument", f"“{tool.name}” needs “{place}”.", _explained(part), argument=place)
    given = args[place]
    nearest = _nearest(error, given)
    hint = f"The nearest valid value is {nearest}." if nearest is not None else _explained(part)
    call = ToolCall(tool=tool.name, args={**args, place: nearest}) if nearest is not None else None
    working = call if call and _fits(tool, call.args) else None
    return UserError("invalid_argument", _sentence(place, given, error, part), hint, working, argument=place)


def expected(part: Schema) -> str:
    """Says what an argument takes, from its JSON schema."""
    if "anyOf" in part:
        options = [expected(option) for option in part["anyOf"] if option.get("type") != "null"]
        return " or ".join(dict.fromkeys(options))
    if "enum" in part:
        return f"one of: {', '.join(map(str, part['enum']))}"
    kind = part.get("type")
    if kind == "array":
        return f"a list of {_several(part.get('items', {}))}"
    if kind in {"integer", "number"}:
        return f"{'a whole number' if kind == 'integer' else 'a number'}{_range(part)}"
    return {"string": "text", "boolean": "true or false", "object": "names with values"}.get(str(kind), "a value")


def _fits(tool: Tool, args: dict[str, Any]) -> bool:
    """Another argument may rule out what is the nearest value of this one."""
    try:
        tool.Arguments.model_validate(args)
    except (ValidationError, UserError):
        return False
    return True


def _telling(errors: list[ErrorDetails]) -> ErrorDetails:
    """Of the errors of a value that may have several shapes, the one of the shape that was meant."""
    for error in errors:
        if error["type"] in BOUNDS or (error["type"] == "literal_error" and isinstance(error["input"], str)):
            return error
    return errors[0]


def _sentence(name: str, given: Any, error: ErrorDetails, part: Schema) -> str:
    if error["type"] in BOUNDS:
        return f"{name} must be {BOUNDS[error['type']].format(**error['ctx'])}, but {_shown(given)} came."
    if error["type"] == "literal_error":
        return f"{name} = {_shown(error['input'])} is not one of: {', '.join(_choices(error))}."
    if error["type"] in {"value_error", "assertion_error"}:
        said = error["msg"].removeprefix("Value error, ").rstrip(".")
        return f"{name} = {_shown(given)} does not fit: {said}."
    return f"{name} must be {expected(part)}, but {_shown(given)} came."


def _nearest(error: ErrorDetails, given: Any) -> Any:
    """Gives the value of the whole argument that is nearest to what came, where there is one."""
    context = error.get("ctx", {})
    nearest: Any = None
    match error["type"]:
        case "greater_than_equal":
            nearest = context["ge"]
        case "less_than_equal":
            nearest = context["le"]
        case "greater_than":
            nearest = round(context["gt"] + JUST_BESIDE, 10)
        case "less_than":
            nearest = round(context["lt"] - JUST_BESIDE, 10)
        case "literal_error":
            from rapidfuzz import fuzz, process

            near = process.extractOne(str(error["input"]), _choices(error), scorer=fuzz.ratio, score_cutoff=50)
            nearest = near[0] if near else None
    if nearest is not None and isinstance(given, list):
        return [nearest if item == error["input"] else item for item in given]
    return nearest


def _choices(error: ErrorDetails) -> list[str]:
    return str(error["ctx"]["expected"]).replace("'", "").replace(" or ", ", ").split(", ")


def _explained(part: Schema) -> str:
    described = part.get("description") or next((option["description"] for option in part.get("anyOf", ()) if "description" in option), "")
    return described or f"It takes {expected(part)}."


def _several(part: Schema) -> str:
    if "enum" in part:
        return f"these: {', '.join(map(str, part['enum']))}"
    return {"string": "names", "integer": "whole numbers", "number": "numbers"}.get(str(part.get("type")), "values")


def _range(part: Schema) -> str:
    low, high = part.get("minimum", part.get("exclusiveMinimum")), part.get("maximum", part.get("exclusiveMaximum"))
    if low is not None and high is not None:
        return f" from {low:g} to {high:g}"
    return f" from {low:g}" if low is not None else f" up to {high:g}" if high is not None else ""


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1]}…"
