"""Lists every tool that is valid now."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from tools.arguments import slots
from tools.base import Answer, Arguments, Question, Tool
from tools.experiment import Experiment

TITLES = {"data": "Data", "explore": "Explore", "prepare": "Prepare", "features": "Features", "split": "Split", "model": "Model", "evaluate": "Judge and use", "pipeline": "Steps", "export": "Download", "help": "Help"}


class ListOptionsArguments(Arguments):
    """The stage."""

    stage: Literal["data", "explore", "prepare", "features", "split", "model", "evaluate", "pipeline", "export"] | None = Field(None, description="Left out: all stages.")


class ListOptions(Tool):
    """Lists every tool that is valid now, by stage."""

    name = "list_options"
    stage = "help"
    label = "All options"
    summary = "Every tool that is valid now, as buttons and forms."
    Arguments = ListOptionsArguments
    phrases = (
        "show all options",
        "what are my options?",
        "list everything I can do now",
        "more options",
        "everything I can do with features",
        "which buttons are there?",
        "all tools please",
        "what else is possible?",
    )
    requires = ()

    def answer(self, args: ListOptionsArguments, experiment: Experiment) -> Answer:
        stages = []
        for stage, title in TITLES.items():
            if args.stage in {None, stage}:
                tools = valid_tools(stage, experiment)
                if tools:
                    stages.append({"stage": stage, "title": title, "tools": tools})
        count = sum(len(stage["tools"]) for stage in stages)
        return Answer(said=f"{count} things can be done now.", blocks=[{"type": "options", "stages": stages}])


def valid_tools(stage: str, experiment: Experiment) -> list[dict[str, Any]]:
    """Lists the tools of a stage whose requirements are met."""
    from tools.catalog import TOOLS

    found = []
    for tool in TOOLS:
        if tool.stage == stage and valid(tool, experiment):
            needs_form = any(field.is_required() for field in tool.Arguments.model_fields.values()) or (tool.records and bool(tool.Arguments.model_fields))
            needs_form |= any(slot.means == "values" for slot in slots(tool).values())  # nothing can be said of no record
            needs_form |= tool.form_first
            found.append({"tool": tool.name, "label": tool.label or tool.name, "summary": tool.summary, "call": {"tool": tool.name, "args": {}}, "needs_form": needs_form, "has_form": bool(tool.Arguments.model_fields)})
    return found


def valid(tool: Tool, experiment: Experiment) -> bool:
    from tools.base import UserError
    from tools.requirements import check_requirements

    try:
        check_requirements(tool, experiment)
    except (UserError, Question):
        return False
    return True
