"""Says what can be said here."""

from __future__ import annotations

from pydantic import Field

from tools.base import Answer, Arguments, Tool, table_block
from tools.cells import escaped
from tools.experiment import Experiment
from tools.help.examples import example_of


class HelpArguments(Arguments):
    """A stage or a tool."""

    topic: str | None = Field(None, max_length=100, description="What the question is about.")


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
        from tools.catalog import TOOLS

        topic = (args.topic or "").strip().casefold().replace(" ", "_")
        wanted = [tool for tool in TOOLS if not topic or topic in {tool.stage, tool.name}] or list(TOOLS)
        rows = [[tool.stage, tool.label or tool.name, tool.summary, example_of(tool, experiment)] for tool in wanted if tool.phrases]
        said = "Say it in your own words, or use the buttons. You load a table, say what to predict, prepare it, split it, train and judge models, and download code that repeats every number."
        if topic and len(wanted) < len(TOOLS):
            said = f"{escaped(args.topic)}: this is what you can say."
        return Answer(said=said, blocks=[table_block(["stage", "what", "what it does", "for example"], rows[:50], len(rows))])
