"""What must hold of every tool's declaration: the language model, the form and the help text are made from it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from jsonschema import Draft202012Validator

from assistant.forms import form_block
from tests.checks.examples import enumerated, slot_of
from tests.tools.gate import Session
from tools.base import Tool
from tools.catalog import TOOLS, find_tool

EACH = pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.name)


@EACH
def test_it_says_what_it_is_in_every_place(tool: Tool) -> None:
    assert re.fullmatch(r"[a-z][a-z_]{1,40}", tool.name)
    assert find_tool(tool.name) is tool
    assert tool.__doc__ and tool.__doc__.strip().endswith(".")
    assert tool.summary.endswith(".")
    assert tool.label
    assert tool.phrases


@EACH
def test_its_schema_is_what_language_models_take(tool: Tool) -> None:
    schema = tool.Arguments.model_json_schema()
    Draft202012Validator.check_schema(schema)
    json.dumps(schema, allow_nan=False)
    assert schema["type"] == "object"
    assert schema["additionalProperties"] is False
    assert "$ref" not in json.dumps(schema), "not every provider follows references"


@EACH
def test_every_argument_is_described(tool: Tool) -> None:
    properties = tool.Arguments.model_json_schema().get("properties", {})
    assert not [name for name, part in properties.items() if not described(part)]


@EACH
def test_its_defaults_are_valid(tool: Tool) -> None:
    fields = tool.Arguments.model_fields
    schema = Draft202012Validator(tool.Arguments.model_json_schema())
    defaults = {name: field.get_default() for name, field in fields.items() if not field.is_required()}
    needed = {name for name, field in fields.items() if field.is_required()}
    errors = [error for error in schema.iter_errors(defaults) if error.validator != "required"]
    assert not errors
    if not needed:
        assert tool.Arguments.model_validate(defaults) == tool.Arguments()


@EACH
def test_its_form_offers_what_fits(tool: Tool, situation: Callable[[str], Session]) -> None:
    for name in ("nothing", "loaded", "trained", "clusters"):
        state = situation(name).call("list_samples")["state"]
        form = form_block(tool, {"marked": 1}, state)
        json.dumps(form, allow_nan=False)
        assert (form["tool"], form["values"]) == (tool.name, {"marked": 1})
        for part in form["schema"].get("properties", {}).values():
            if slot_of(part) in {"column", "columns"} and name != "nothing":
                assert part["x-choices"]
                assert {choice["name"] for choice in part["x-choices"]} <= known_columns(state)


@EACH
def test_what_it_needs_is_declared_in_known_words(tool: Tool) -> None:
    assert set(tool.requires) <= {"dataset", "target", "split", "run"}
    assert not (tool.records and tool.edits)
    overridden = {name.removesuffix("_in_time") for name in ("plan", "answer", "answer_in_time", "edit", "calls") if getattr(type(tool), name) is not getattr(Tool, name)}
    assert overridden == {"plan" if tool.records else "edit" if tool.edits else "calls" if tool.expands else "answer"}


def test_no_two_tools_have_the_same_name_or_label() -> None:
    assert len({tool.name for tool in TOOLS}) == len(TOOLS)
    assert len({tool.label for tool in TOOLS}) == len(TOOLS)


def test_enumerated_arguments_are_found_in_their_declaration() -> None:
    assert enumerated(find_tool("encode").Arguments.model_json_schema())["method"][0] == "onehot"
    assert "columns" not in enumerated(find_tool("encode").Arguments.model_json_schema())


def described(part: dict) -> bool:
    return bool(part.get("description")) or any(option.get("description") for option in part.get("anyOf", ()))


def known_columns(state: dict) -> set[str]:
    return {entry["name"] for entry in (*state["dataset"]["columns"], *state["sources"])}
