"""Shows the numbered steps."""

from __future__ import annotations

from tools.base import Answer, NoArguments, Tool, table_block
from tools.experiment import Experiment


class ShowPipeline(Tool):
    """Shows the steps so far, numbered."""

    name = "show_pipeline"
    stage = "pipeline"
    label = "Show the steps"
    summary = "The numbered steps so far."
    phrases = (
        "show the pipeline",
        "what have we done so far?",
        "list the steps",
        "show my steps",
        "where are we?",
        "recap",
        "what did I do so far?",
        "summary of my work",
        "which steps are there?",
        "history please",
    )

    def answer(self, args: NoArguments, experiment: Experiment) -> Answer:
        rows = [[number, step["title"], step["tool"], step.get("said") or ""] for number, step in enumerate(experiment.steps, start=1)]
        return Answer(said=f"{len(rows)} steps.", blocks=[table_block(["step", "what it does", "tool", "you said"], rows)])
