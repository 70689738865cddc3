"""Bad values made from what each tool declares are refused in words, with the nearest value that works."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import pytest

from tests.checks.examples import enumerated, options_of
from tools.arguments import validated
from tools.base import Tool, UserError
from tools.catalog import TOOLS


def beyond(option: dict[str, Any]) -> Iterator[tuple[Any, Any]]:
    """Gives values just outside of declared bounds, each with the bound."""
    for name, step in (("minimum", -1), ("maximum", 1), ("exclusiveMinimum", 0), ("exclusiveMaximum", 0)):
        if name in option:
            yield option[name] + step, option[name]
            yield math.copysign(1e12, step or (-1 if "Minimum" in name else 1)), option[name]
    for name, made in (("minLength", ""), ("maxLength", "x" * (option.get("maxLength", 0) + 1))):
        if name in option and len(made) != option[name]:
            yield made, option[name]


def bounded() -> list[Any]:
    found = []
    for tool in TOOLS:
        for name, part in tool.Arguments.model_json_schema().get("properties", {}).items():
            for option in options_of(part):
                for value, bound in beyond(option):
                    found.append(pytest.param(tool, name, value, bound, id=f"{tool.name} {name}={str(value)[:12]}"))
    return found


def words() -> list[Any]:
    return [
        pytest.param(tool, name, values, id=f"{tool.name} {name}")
        for tool in TOOLS
        for name, values in enumerated(tool.Arguments.model_json_schema()).items()
    ]


def others(tool: Tool) -> dict[str, Any]:
    """Gives something for every argument that is needed, so that the one looked at is what is wrong."""
    schema = tool.Arguments.model_json_schema()
    return {name: sound(schema["properties"][name]) for name in schema.get("required", ())}


def sound(part: dict[str, Any]) -> Any:
    option = options_of(part)[0]
    if "enum" in option:
        return option["enum"][0]
    kind = option.get("type", "string")
    if kind == "array":
        return [sound(option["items"])]
    return {"string": "Age", "integer": option.get("minimum", 1), "number": 1, "object": {"Age": 1}, "boolean": True}[kind]


def refused(tool: Tool, args: dict[str, Any]) -> UserError:
    with pytest.raises(UserError) as caught:
        validated(tool, args)
    return caught.value


@pytest.mark.parametrize(("tool", "name", "value", "bound"), bounded())
def test_a_value_beyond_its_bound_is_refused_with_the_bound_and_what_would_work(tool: Tool, name: str, value: Any, bound: Any) -> None:
    args = others(tool) | {name: value}
    error = refused(tool, args)
    assert (error.code, error.argument) == ("invalid_argument", name)
    assert name in error.message
    assert f"{bound:g}" in error.message.replace(",", "") or str(bound) in error.message
    assert error.hint
    if not isinstance(value, str):
        assert "The nearest valid value is" in error.hint
        if error.call is None:  # another argument rules it out
            assert (tool.name, name) in {("choose_k", "minimum")}
            return
        validated(tool, error.call.args)


@pytest.mark.parametrize(("tool", "name", "values"), words())
def test_a_misspelt_word_is_refused_with_the_one_that_was_meant(tool: Tool, name: str, values: list[str]) -> None:
    for value in values:
        misspelt = value[:-1] + "q" if len(value) > 3 else value + value[-1]
        error = refused(tool, others(tool) | {name: misspelt})
        assert (error.code, error.argument) == ("invalid_argument", name)
        assert name in error.message
        assert misspelt in error.message
        assert value in error.message
        assert error.call is not None, (misspelt, error.hint)
        assert value in error.hint
        validated(tool, error.call.args)


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.name)
def test_an_argument_that_is_not_there_is_refused_with_those_that_are(tool: Tool) -> None:
    error = refused(tool, others(tool) | {"no_such_argument": 1})
    assert error.argument == "no_such_argument"
    assert "no_such_argument" in error.message
    assert all(name in error.hint for name in tool.Arguments.model_fields)


@pytest.mark.parametrize("tool", [tool for tool in TOOLS if tool.Arguments.model_json_schema().get("required")], ids=lambda tool: tool.name)
def test_an_argument_that_is_needed_is_asked_for(tool: Tool) -> None:
    for name in others(tool):
        error = refused(tool, {key: value for key, value in others(tool).items() if key != name})
        assert error.argument == name
        assert name in error.message
        assert error.hint


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.name)
def test_a_value_of_another_type_is_refused_in_words(tool: Tool) -> None:
    for name, part in tool.Arguments.model_json_schema().get("properties", {}).items():
        if not all("type" in option for option in options_of(part)):
            continue
        wrong: Any = {"nested": [{}]} if all(option["type"] != "object" for option in options_of(part)) else "neither"
        error = refused(tool, others(tool) | {name: wrong})
        assert error.argument == name
        assert name in error.message
        assert "Input should" not in error.message


@pytest.mark.parametrize(("tool", "name", "value", "bound"), [case for case in bounded() if isinstance(case.values[2], float | int)])
def test_what_is_no_number_is_refused(tool: Tool, name: str, value: Any, bound: Any) -> None:
    for given in (math.nan, math.inf, -math.inf):
        assert refused(tool, others(tool) | {name: given}).argument == name
