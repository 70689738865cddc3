"""Says what can be said here."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from tools.base import Answer, Arguments, Suggestion, Tool, ToolCall, UserError, table_block
from tools.cells import escaped
from tools.experiment import Experiment
from tools.help.examples import example_of
from tools.help.list_options import TITLES, valid

NEAR = 55


class HelpArguments(Arguments):
    """A stage or a tool."""

    topic: str | None = Field(None, max_length=100, description="What the question is about: a stage, or one thing that can be done.")


class Help(Tool):
    """Says what can be said here, with examples on the data at hand."""

    name = "help"
    stage = "help"
    label = "Help"
    summary = "What can be said here, with examples on your data."
    Arguments = HelpArguments
    phrases = (
        "help",
        "what can you do?",
        "how does this work?",
        "what can I say?",
        "I'm lost",
        "what can I say here?",
        "how do I use this?",
        "I don't understand this program",
        "help me",
        "how do I use split?",
    )
    requires = ()

    def answer(self, args: HelpArguments, experiment: Experiment) -> Answer:
        topic = " ".join((args.topic or "").casefold().replace("_", " ").split())
        if not topic:
            return _overview(experiment)
        tools = _about(topic)
        if len(tools) == 1:
            return _one(tools[0], experiment)
        said = f"{escaped(args.topic)}: this is what you can say."
        return Answer(said=said, blocks=[_examples(tools, experiment)], options=_stages(topic))


def _overview(experiment: Experiment) -> Answer:
    """One example for each thing that can be done now, by stage."""
    from tools.catalog import TOOLS

    now = [tool for tool in TOOLS if tool.phrases and valid(tool, experiment)]
    said = "Say it in your own words, or use the buttons. You load a table, say what to predict, prepare it, split it, train and judge models, and download code that repeats every number."
    ordered = [tool for stage in TITLES for tool in now if tool.stage == stage]
    return Answer(said=said, blocks=[_examples(ordered, experiment)], options=_stages(""))


def _about(topic: str) -> list[Tool]:
    """Finds the tools of a stage, or the one that is meant; raises UserError with the nearest where none is."""
    from rapidfuzz import fuzz, process

    from tools.catalog import TOOLS

    of_stage = [tool for tool in TOOLS if topic in {tool.stage, TITLES.get(tool.stage, "").casefold()}]
    named = [tool for tool in TOOLS if topic in {tool.name.replace("_", " "), tool.label.casefold()}]
    if named or of_stage:
        return named or of_stage
    names = {words: tool for tool in TOOLS for words in (tool.name.replace("_", " "), tool.label.casefold(), *tool.phrases)}
    found = process.extractOne(topic, list(names), scorer=fuzz.WRatio, score_cutoff=NEAR)
    if found:
        return [names[found[0]]]
    raise UserError("unknown_topic", f"There is no help on “{topic}”.", f"There is help on {', '.join(TITLES)}.", ToolCall(tool="help"), argument="topic")


def _one(tool: Tool, experiment: Experiment) -> Answer:
    """One tool: what it does, its arguments, and several ways to ask for it."""
    properties = tool.Arguments.model_json_schema().get("properties", {})
    said = [phrase for phrase in dict.fromkeys([example_of(tool, experiment), *tool.phrases]) if "{" not in phrase]
    blocks = [table_block(["you can say"], [[phrase] for phrase in said[:8]])]
    if properties:
        rows = [[name, _described(part), _choices(part)] for name, part in properties.items()]
        blocks.append(table_block(["argument", "what it is", "choices"], rows))
    looks = not tool.records and not tool.edits and not any(field.is_required() for field in tool.Arguments.model_fields.values())
    options = [Suggestion(label=tool.label, reason="does it now", call=ToolCall(tool=tool.name))] if looks and valid(tool, experiment) else []
    return Answer(said=f"{escaped(tool.label)}: {escaped(tool.summary)}", blocks=blocks, options=options)


def _described(part: dict[str, Any]) -> str:
    """What an argument is, wherever its schema says so."""
    return next((str(each["description"]) for each in _shapes(part) if each.get("description")), "")


def _choices(part: dict[str, Any]) -> str:
    return ", ".join(str(choice) for each in _shapes(part) for choice in each.get("enum", ()))


def _shapes(part: dict[str, Any]) -> list[dict[str, Any]]:
    return [part, *part.get("anyOf", ())]


def _examples(tools: list[Tool], experiment: Experiment) -> dict[str, Any]:
    rows = [[TITLES.get(tool.stage, tool.stage), tool.label or tool.name, tool.summary, example_of(tool, experiment)] for tool in tools if tool.phrases]
    return table_block(["stage", "what", "what it does", "for example"], rows[:60], len(rows))


def _stages(topic: str) -> list[Suggestion]:
    """Help on the other stages, and the tour."""
    found = [Suggestion(label=f"Help: {TITLES[stage]}", reason="with examples", call=ToolCall(tool="help", args={"topic": stage})) for stage in ("prepare", "model", "evaluate") if stage != topic]
    return [*found, Suggestion(label="Take the tour", reason="a first experiment in 8 stops", call=ToolCall(tool="tour"))]
