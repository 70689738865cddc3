"""Writes the code, the notebook, the project and the transcript, each proven before it is offered."""

from __future__ import annotations

import ast
import re
import uuid
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from tools.base import Answer, Arguments, Block, Slot, Suggestion, Tool, ToolCall, UserError, text_block
from tools.cells import listed, rounded
from tools.experiment import Experiment
from tools.model.judged_by import ROWS, leader
from tools.model.looks import look_note, looked_at
from tools.model.outdated import outdated_words, train_again

if TYPE_CHECKING:
    from engine.operations import Operation

Format = Literal["script", "notebook", "project", "service", "model", "pipeline", "transcript", "report", "data", "onnx"]
PROVEN = {"script", "notebook", "project", "service", "model"}
SHOWN = ("prepare_rows", "build_estimator")
"""The functions of the code that are shown in the answer."""
HOLD_SCORES = {"project", "notebook", "model", "report"}
"""Formats in which the run's scores on test rows can be read."""
SAME_FOR_ALL = {"data", "transcript"}
"""Formats that are about the experiment, whichever run is meant."""
WITHOUT_MODEL = ["report", "data", "pipeline", "transcript"]
OF_MODELS = PROVEN | {"onnx"}
"""Formats that hold numbers: the code is run, and compared, before they are offered."""


class ExportArguments(Arguments):
    """What to write."""

    formats: list[Format] = Field(min_length=1, description="What to write.")
    run: Annotated[str | int, Slot("run")] | None = None


class Export(Tool):
    """Writes code that repeats every number; a download whose numbers differ is refused with the reason."""

    name = "export"
    stage = "export"
    label = "Download the code"
    summary = "A project, notebook or script that repeats every number, and the transcript."
    Arguments = ExportArguments
    phrases = (
        "export the project",
        "download the code",
        "give me the notebook",
        "export the script",
        "save the transcript",
        "save the cleaned data",
        "I need an API",
        "make a report for my boss",
        "onnx please",
        "can I get this as a notebook?",
        "download everything as a zip",
        "give me the python script",
        "hand me the trained model",
    )
    slow = True

    def title(self, args: ExportArguments) -> str:
        return f"Download {listed(list(args.formats))}"

    def answer(self, args: ExportArguments, experiment: Experiment) -> Answer:
        from codegen.export import export

        formats = list(dict.fromkeys(args.formats))
        if OF_MODELS & set(formats) and not experiment.runs:
            raise UserError("no_run", "There is no trained model yet whose numbers the code could repeat.", "Report, data, pipeline and transcript can be had now; code comes with a model.", ToolCall(tool="export", args={"formats": WITHOUT_MODEL}))
        if args.run is not None and set(formats) <= SAME_FOR_ALL:
            call = ToolCall(tool="export", args={"formats": formats})
            raise UserError("invalid_argument", f"run = {args.run!r} would be passed over: {listed(list(formats))} {'is' if len(formats) == 1 else 'are'} the same for every run.", "Leave run out.", call, argument="run")
        target = experiment.home / "work" / uuid.uuid4().hex
        target.mkdir(parents=True)
        material = material_of(experiment, args.run)
        if "onnx" in formats:
            material.model = experiment.model(experiment.run(args.run))
        files = export(material, formats, target, lambda fraction, message: None)
        model = experiment.run(args.run) if OF_MODELS & set(formats) else None
        whose = f", of run {model['number']} ({model['label']})" if model else ""
        said = f"Ready to download: {', '.join(formats)}{whose}."
        said += " The code was run, and it gave the same numbers to the last digit." if PROVEN & set(formats) else ""
        options = []
        if model:
            said += f" {outdated_words(model)}" if model["outdated"] else ""
            options = [again] if model["outdated"] and (again := train_again(model)) else []
            better, offered = _better_one(experiment, model, formats)
            said += better
            options += offered
        if material.run and HOLD_SCORES & set(formats) and material.run["metrics"].get("test") and not looked_at(experiment, material.run):
            said += look_note(experiment, material.run, "test")
        experiment.document["exported"] = {"key": experiment.key, "formats": formats}
        blocks = [_code(material)] if {"script", "project"} & set(formats) else []
        return Answer(said=said, blocks=blocks, files=files, options=options, event="export")


def _better_one(experiment: Experiment, run: Any, formats: list[Format]) -> tuple[str, list[Suggestion]]:
    """Says of a run that is not the best which one is, by what, and offers that one."""
    best, metric, part, scores = leader(experiment.steps, experiment.runs)
    if best is None or best["number"] == run["number"]:
        return "", []
    own = f"; run {run['number']} has {rounded(scores[run['number']])}" if run["number"] in scores else f"; run {run['number']} was not judged on these"
    words = f"{metric.replace('_', ' ')} {rounded(scores[best['number']])} on the {ROWS[part]}"
    offered = Suggestion(label=f"Download run {best['number']} instead", reason=f"{best['label']}: {words}", call=ToolCall(tool="export", args={"formats": formats, "run": best["number"]}))
    return f" The best run is another one, {best['number']} ({best['label']}): {words}{own}.", [offered]


def _code(material: Any) -> Block:
    """Shows the heart of the code: how the rows are prepared and what is fitted; all of it is in the file."""
    from codegen.script import script_of

    source = script_of(material)
    parts = [node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef) and node.name in SHOWN]
    text = "\n\n\n".join(str(ast.get_source_segment(source, node)) for node in parts)
    fence = "`" * (3 + max((len(run) for run in re.findall(r"`+", text)), default=0))
    return text_block(f"The heart of it:\n\n{fence}python\n{text}\n{fence}")


def material_of(experiment: Experiment, reference: str | int | None = None) -> Any:
    """Gathers what the code generator prints: the very operations that were run."""
    from codegen.project import Material
    from engine.ingest.understand import READERS
    from engine.operations import Read
    from tools.data.load_data import raw_path
    from tools.pipeline.all_findings import all_findings

    run = experiment.run(reference) if experiment.runs else None
    then = experiment.judged_at(run) if run else experiment
    steps = [{"number": number, **{key: step.get(key) for key in ("tool", "args", "title", "said")}} for number, step in enumerate(then.steps, start=1)]
    reading = then.steps[0]["reading"]
    return Material(
        compiled=then.compiled,
        read=Read(READERS[reading["function"]], reading["arguments"]),
        features=run["features"] if run else then.features,
        steps=steps,
        operations=_by_step(then),
        run=run,
        dataset=then.document["dataset"],
        raw_path=raw_path(experiment.home, then.document["dataset"]),
        columns=list(first_columns(then)),
        turns=experiment.session.get("turns", []),
        acknowledged=experiment.acknowledged,
        looks=experiment.looks,
        project_name=project_name(experiment),
        runs=experiment.runs,
        findings=all_findings(experiment),
        prepared=experiment.view,
    )


def _by_step(experiment: Experiment) -> list[Sequence[Operation]]:
    """Divides the operations that were compiled by the steps that they come from."""
    counts = [len(experiment.with_document(steps=experiment.steps[:number]).snapshot.operations) for number in range(1, len(experiment.steps) + 1)]
    return [experiment.snapshot.operations[start:end] for start, end in zip([0, *counts], counts, strict=False)]


def first_columns(experiment: Experiment) -> list[dict[str, Any]]:
    """The schema of the table as it was loaded."""
    return list(experiment.with_document(steps=experiment.steps[:1]).snapshot.columns)


def project_name(experiment: Experiment) -> str:
    """Names the project after the experiment, else after its data and target; letters, digits and dashes only."""
    dataset = experiment.dataset or {"name": "experiment"}
    stem = dataset["name"].rsplit(".", 1)[0]
    wanted = experiment.document["name"] or (f"{stem}-{experiment.target}" if experiment.target else stem)
    return re.sub(r"[^A-Za-z0-9]+", "-", wanted).strip("-").lower()[:60] or "experiment"
