"""Carries recorded steps out again after an earlier one was changed, and says what moved because of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from engine.errors import Refusal
from tools.arguments import slots
from tools.base import Block, Tool, ToolCall, UserError, table_block
from tools.cells import escaped, listed, quoted, rounded
from tools.experiment import Experiment, Run, Step
from tools.library_words import first_sentence
from tools.model.judged_by import LEADING, scores_on

SHOWN_RUNS = 3


@dataclass
class Replay:
    """What became of the steps: the experiment, and what had to be left out of them, in sentences."""

    experiment: Experiment
    notes: list[str] = field(default_factory=list)
    left_out: list[tuple[Step, str]] = field(default_factory=list)


def replay(experiment: Experiment, steps: Sequence[Step], because: str) -> Replay:
    """Replays steps one after the other; columns that are gone are left out of a step that names others too.

    Raises UserError naming the step that no longer works.
    """
    done = Replay(experiment)
    for step in steps:
        try:
            done = one_more(done, step)
        except (Refusal, ValueError, KeyError) as problem:
            raise UserError(
                "later_step_needs_it",
                f"{because} the later step “{step['title']}” does not work: {_reason(problem, step, done.experiment)}.",
                "Change or remove that step first. Nothing was changed.",
                ToolCall(tool="show_pipeline"),
                argument="step",
            ) from problem
    return done


def _reason(problem: Exception, step: Step, before: Experiment) -> str:
    """Says why a step does not work, without its title once more and without the insides of a library."""
    if not isinstance(problem, Refusal) and before.target is None and before.task not in {"clustering", "anomaly_detection"}:
        return "nothing is chosen to predict there"
    return first_sentence(problem).removeprefix(f"{step['title']} did not work: ")


def one_more(done: Replay, step: Step) -> Replay:
    """Replays one step; raises Refusal, ValueError or KeyError where it does not fit."""
    from tools.catalog import find_tool

    tool = find_tool(step["tool"])
    before = done.experiment
    args, gone = _without_gone(step, before)
    _check_columns(tool, args, before)
    settled = tool.Arguments.model_validate(args)
    if gone:
        step = {**step, "args": args, "title": tool.title(settled), "given": args}
    after = before.with_document(steps=[*before.steps, step])
    after.snapshot  # noqa: B018 - computes the table, and refuses here what does not fit it
    after = tool.work(settled, before, after, lambda fraction, message: None)
    note = [f"{escaped(step['title'])}: without {listed(gone)}, which is gone."] if gone else []
    return Replay(after, [*done.notes, *note], done.left_out)


def _check_columns(tool: Tool, args: dict[str, Any], before: Experiment) -> None:
    """Refuses a step about columns that are no longer there; planning it would not notice each of them."""
    known = {*before.columns, *before.sources}
    for name, slot in slots(tool).items():
        said = [args.get(name)] if slot.means == "column" else args.get(name) if slot.means == "columns" else []
        names = [each for each in said if isinstance(each, str)] if isinstance(said, list) else []
        if tool.name != "acknowledge" and names and not known & set(names):
            raise UserError("column_gone", f"there is no column {quoted(names[0])} any more")


def _without_gone(step: Step, before: Experiment) -> tuple[dict[str, Any], list[str]]:
    """Takes columns that are no longer there out of a step's list, as long as others are left in it."""
    known = {*before.columns, *before.sources}
    names = step["args"].get("columns")
    if not isinstance(names, list) or step["tool"] == "acknowledge":
        return step["args"], []
    kept = [name for name in names if name in known]
    gone = [name for name in names if name not in known]
    return ({**step["args"], "columns": kept}, gone) if kept and gone else (step["args"], [])


def moved(before: Experiment, after: Experiment) -> Block:
    """Shows what a change of the steps moved: rows, columns, and the scores of the runs, with the noise of a score."""
    rows: list[list[Any]] = [
        ["rows", f"{len(before.frame):,}", f"{len(after.frame):,}", _change(len(before.frame), len(after.frame))],
        ["columns", f"{len(before.columns):,}", f"{len(after.columns):,}", _change(len(before.columns), len(after.columns))],
    ]
    new = [name for name in after.columns if name not in before.columns]
    gone = [name for name in before.columns if name not in after.columns]
    if new or gone:
        rows.append(["names of columns", f"gone: {', '.join(gone[:6])}" if gone else "", f"new: {', '.join(new[:6])}" if new else "", ""])
    for earlier, later in list(zip(_runs_by_step(before), _runs_by_step(after), strict=False))[-SHOWN_RUNS:]:
        rows += _scores(earlier, later)
    return table_block(["what", "before", "after", "change"], rows, title="What moved")


def _runs_by_step(experiment: Experiment) -> list[Run]:
    return sorted(experiment.runs, key=lambda run: run["step"])


def _scores(earlier: Run, later: Run) -> list[list[Any]]:
    """The leading score of a run before and after, on validation rows and folds, else on training rows; the test rows are left alone."""
    metric = LEADING[later["task"]]
    words = metric.replace("_", " ")
    numbers = dict.fromkeys(f"{run['number']}" for run in (earlier, later))
    who = f"run {' → '.join(numbers)} ({later['label']})"
    on_folds: list[Any] = [scores_on(run, "folds").get(metric) for run in (earlier, later)]
    part = "validation" if later["metrics"].get("validation") else "train"
    found = []
    if part == "validation" or None in on_folds:
        change = "as it was" if earlier["key"] == later["key"] else _verdict(earlier, later, part, metric)
        found.append([f"{words} ({part}), {who}", _score(earlier, part, metric), _score(later, part, metric), change])
    if None not in on_folds and earlier["key"] != later["key"]:
        spreads = [run["cross_validation"]["sd"].get(metric, 0.0) for run in (earlier, later)]
        shown = [f"{value:.4g} ± {spread:.2g}" for value, spread in zip(on_folds, spreads, strict=True)]
        found.append([f"{words} (mean of folds), {who}", *shown, _within(on_folds[1] - on_folds[0], max(spreads))])
    return found


def _verdict(earlier: Run, later: Run, part: str, metric: str) -> str:
    """The change of a score; for an accuracy it says whether that is more than chance on so many rows."""
    first, second = (run["metrics"].get(part, {}).get(metric) for run in (earlier, later))
    if first is None or second is None:
        return ""
    rows = later["rows"].get(part, 0)
    if metric != "accuracy" or not rows:
        return f"{second - first:+.3g}"
    return _within(second - first, (second * (1 - second) / rows) ** 0.5)


def _within(change: float, noise: float) -> str:
    return f"{change:+.3g}, within the noise of ± {noise:.2g}" if abs(change) <= noise else f"{change:+.3g}, more than the noise of ± {noise:.2g}"


def _score(run: Mapping[str, Any], part: str, metric: str) -> str:
    value = run["metrics"].get(part, {}).get(metric)
    return "" if value is None else rounded(value)


def _change(before: int, after: int) -> str:
    return "as it was" if before == after else f"{after - before:+,}"
