"""Shows the numbered steps."""

from __future__ import annotations

from tools.base import Answer, NoArguments, Suggestion, Tool, ToolCall, table_block, text_block
from tools.experiment import Experiment
from tools.pipeline.experiments import name_of


class ShowPipeline(Tool):
    """Shows the steps so far, numbered, with what was said for each, and how to change one."""

    name = "show_pipeline"
    stage = "pipeline"
    label = "Show the steps"
    summary = "The numbered steps so far, to be changed or removed."
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
        steps = experiment.steps
        trained = {number: ", ".join(map(str, sorted(run["number"] for run in experiment.runs if run["step"] == number))) for number in range(1, len(steps) + 1)}
        runs = [[trained[number]] if experiment.runs else [] for number in trained]
        rows = [[number, step["title"], step["tool"], step.get("said") or "", *runs[number - 1]] for number, step in enumerate(steps, start=1)]
        said = f"{len(rows)} step{'' if len(rows) == 1 else 's'} in “{name_of(experiment.document)}”"
        said += f"; {len(experiment.document['redo'])} undone can come back." if experiment.document["redo"] else "."
        blocks = [table_block(["step", "what it does", "tool", "you said", *(["run"] if experiment.runs else [])], rows)]
        if len(steps) > 1:
            blocks.append(text_block(f"Say “change step {len(steps)} …” or “remove step {len(steps)}” with any number: later steps are replayed, and you see what moved."))
        return Answer(said=said, blocks=blocks, options=_offers(experiment))


def _offers(experiment: Experiment) -> list[Suggestion]:
    """Takes the last steps out again, or goes on in a copy."""
    steps = experiment.steps
    found = [
        Suggestion(label=f"Remove step {number}", reason=str(steps[number - 1]["title"]), call=ToolCall(tool="remove_step", args={"step": number}))
        for number in range(len(steps), max(1, len(steps) - 2), -1)
    ]
    if len(steps) > 1:
        found.append(Suggestion(label="Try something else in a copy", reason=f"these {len(steps)} steps stay as they are", call=ToolCall(tool="branch", args={"name": f"{name_of(experiment.document)} copy"})))
    return found
