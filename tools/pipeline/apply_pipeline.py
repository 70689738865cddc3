"""Carries the same steps out on another dataset."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from engine.errors import Refusal
from tools.base import Answer, Arguments, Question, Slot, Suggestion, Tool, ToolCall, UserError, table_block
from tools.cells import escaped, quoted
from tools.experiment import Experiment, Step, empty_document
from tools.pipeline.experiments import name_of, put_aside
from tools.pipeline.replay import Replay, moved, one_more


class ApplyPipelineArguments(Arguments):
    """The other dataset, and what its columns are called here."""

    source: Annotated[str, Slot("source")] = Field(min_length=1, description="An uploaded file, or a sample's name.")
    columns: dict[str, str] | None = Field(None, description="Names in the other table → names in these steps.")
    leave_out: bool = Field(False, description="Go on without the columns that the other table does not have.")


class ApplyPipeline(Tool):
    """Carries the same steps out on another dataset in an experiment of its own; says what fits, what does not, and why."""

    name = "apply_pipeline"
    stage = "pipeline"
    label = "Apply the steps to other data"
    summary = "The same steps on another dataset: what fits, what does not, and why."
    Arguments = ApplyPipelineArguments
    phrases = (
        "apply the pipeline to “new.csv”",
        "run the same steps on “new.csv”",
        "use these steps on “new.csv”",
        "run the same steps on new.csv",
        "repeat all this with new.csv",
        "apply the pipeline to new.csv",
        "do the same preparation on new.csv",
        "use these steps for another file new.csv",
        "same recipe for new.csv",
    )
    edits = True
    slow = True

    def edit(self, args: ApplyPipelineArguments, experiment: Experiment) -> tuple[dict[str, Any], Answer]:
        from tools.call import record

        fresh = Experiment(put_aside(experiment.document, empty_document()), experiment.home, experiment.session)
        after, _, _ = record(fresh, ToolCall(tool="load_data", args={"source": args.source}), None, _silent)
        for theirs, ours in (args.columns or {}).items():
            if theirs == ours:
                continue
            after, _, _ = record(after, ToolCall(tool="rename_column", args={"column": theirs, "name": ours}), None, _silent)
        missing = missing_columns(experiment, after)
        if missing and not args.leave_out:
            raise _question(missing, args, experiment, after)
        if experiment.target in missing:
            raise _no_target(experiment, after)
        done = Replay(after)
        rows: list[list[Any]] = []
        for number, step in enumerate(experiment.steps[1:], start=2):
            done, row = _tried(done, step)
            rows.append([number, step["title"], *row])
        return done.experiment.document, self._told(experiment, done, rows)

    def _told(self, before: Experiment, done: Replay, rows: list[list[Any]]) -> Answer:
        fit = sum(row[2] != "left out" for row in rows)
        name = escaped(name_of(done.experiment.document))
        said = f"{fit} of {len(rows)} steps were carried out on {name}; the experiment before is kept beside it."
        blocks = [table_block(["step", "what it does", "here", "why"], rows, title="The steps on the other data"), moved(before, done.experiment)]
        back = name_of(before.document)
        offer = Suggestion(label=f"Back to {back}", reason=f"{len(before.steps)} steps", call=ToolCall(tool="open_experiment", args={"experiment": name_of(done.experiment.document["others"][-1])}))
        return Answer(said=said, blocks=blocks, options=[offer])


def missing_columns(experiment: Experiment, other: Experiment) -> list[str]:
    """Lists the columns of the first table that the steps or the models use and the other table does not have."""
    first = [entry["name"] for entry in experiment.with_document(steps=experiment.steps[:1]).snapshot.columns]
    used = {experiment.target, *experiment.features} if experiment.target or experiment.runs else set()
    for step in experiment.steps[1:]:
        if step["tool"] not in {"drop_columns", "acknowledge"}:
            used |= {name for value in step["args"].values() for name in (value if isinstance(value, list) else [value]) if isinstance(name, str)}
    return [name for name in first if name in used and name not in other.columns]


def _no_target(experiment: Experiment, other: Experiment) -> UserError:
    there = ", ".join(other.columns)[:300]
    return UserError("missing_columns", f"The other table has no column “{experiment.target}”, which these steps predict.", f"It has: {there}.", argument="source")


def _question(missing: list[str], args: ApplyPipelineArguments, experiment: Experiment, other: Experiment) -> Exception:
    """Asks what stands for the missing columns: the nearest names, or nothing."""
    from rapidfuzz import process, utils

    free = [name for name in other.columns if name not in experiment.sources]
    nearest = {name: process.extractOne(name, free, processor=utils.default_process, score_cutoff=70) for name in missing}
    same = {found[0]: name for name, found in nearest.items() if found}
    if experiment.target in missing and experiment.target not in same.values():
        return _no_target(experiment, other)
    options = []
    if same:
        pairs = ", ".join(f"{theirs} is {ours}" for theirs, ours in list(same.items())[:3])
        call = ToolCall(tool="apply_pipeline", args={"source": args.source, "columns": {**(args.columns or {}), **same}})
        options.append(Suggestion(label=pairs, reason=f"{len(same)} of {len(missing)} missing columns have a like name", call=call))
    if experiment.target not in missing:
        call = ToolCall(tool="apply_pipeline", args={**args.model_dump(exclude_unset=True), "leave_out": True})
        options.append(Suggestion(label=f"Go on without {', '.join(missing[:3])}", reason="steps and models do without; each change is told", call=call))
    options.append(Suggestion(label="Leave it", reason="nothing is changed", call=ToolCall(tool="show_pipeline")))
    names = ", ".join(quoted(name) for name in missing[:6])
    return Question(f"The other table lacks {len(missing)} of the columns that these steps use: {names}. What shall stand for them?", options)


def _tried(done: Replay, step: Step) -> tuple[Replay, list[str]]:
    """Carries one step out where it fits; gives what became of it and why."""
    if step["tool"] == "acknowledge":
        return done, ["left out", "what was kept there may not be true here"]
    try:
        after = one_more(done, step)
    except (Refusal, ValueError, KeyError) as problem:
        return done, ["left out", str(problem).strip("'").split("\n")[0][:300]]
    changed = after.notes[len(done.notes) :]
    return after, ["changed", changed[0]] if changed else ["as it was", ""]


def _silent(fraction: float, message: str) -> None:
    """The steps' own progress is not shown."""


