"""Shows where a model is most wrong."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from tools.base import Answer, Arguments, Block, Slot, Tool, ToolCall, UserError, table_block
from tools.cells import escaped, listed, rounded, shown_cell
from tools.evaluate.odd_rows import oddest_rows
from tools.evaluate.rows_of import Judged, judged_rows
from tools.experiment import Experiment, Run
from tools.model.looks import look_note

MOST_COLUMNS = 8


class ShowErrorsArguments(Arguments):
    """Which run, and how many rows."""

    run: Annotated[str | int, Slot("run")] | None = None
    rows: int = Field(10, ge=1, le=50, description="How many rows to show.")


class ShowErrors(Tool):
    """Shows the rows that a model gets most wrong, and the groups of rows for which it is clearly worse."""

    name = "show_errors"
    stage = "evaluate"
    label = "Where is it wrong?"
    summary = "The rows it gets most wrong, and the groups for which it is worse."
    Arguments = ShowErrorsArguments
    phrases = (
        "where does it go wrong?",
        "show the worst predictions",
        "which rows does the model get wrong?",
        "error analysis",
        "show 20 mistakes",
        "where is it wrong?",
        "show the worst mistakes",
        "which rows does it get wrong?",
        "for which groups does it fail?",
        "list the misclassified rows",
        "biggest errors first",
        "who was predicted wrongly?",
    )
    requires = ("dataset", "run")

    def answer(self, args: ShowErrorsArguments, experiment: Experiment) -> Answer:
        from engine.weak_spots import weak_spots, wrongness

        run = experiment.run(args.run)
        if run["task"] == "anomaly_detection":
            return oddest_rows(args.rows, run, experiment)
        if run["task"] not in {"classification", "regression"}:
            raise UserError("wrong_task", f"Run {run['number']} has no answers to be wrong about.", "The groups can be pictured.", ToolCall(tool="plot_model", args={"kind": "clusters", "run": run["number"]}))
        judged = judged_rows(experiment, run)
        classes = list(getattr(judged.model, "classes_", []))
        chances = judged.model.predict_proba(judged.features) if classes and hasattr(judged.model, "predict_proba") else None
        wrong = wrongness(judged.truth, judged.predictions, chances, classes, run["task"])
        errors = wrong if run["task"] == "regression" else (judged.truth != judged.predictions).astype(float)
        spots = weak_spots(judged.features, errors)
        first = "" if chances is None else "; the surest mistakes come first"
        said = f"{_overall(run, errors, judged, first)} {_groups_said(spots)}{look_note(experiment, run, judged.part)}"
        rows = [_rows(args, run, judged, wrong, told=run["task"] == "regression" or chances is not None)] if errors.any() else []
        return Answer(said=said.strip(), blocks=[*rows, *_groups(spots, run)], event="errors")


def _overall(run: Run, errors: Any, judged: Judged, first: str) -> str:
    rows = f"{judged.part} rows"
    if run["task"] == "regression":
        return f"On the {len(errors):,} {rows} it is off by {rounded(float(errors.mean()))} on average, in the worst case by {rounded(float(errors.max()))}."
    if not errors.any():
        return f"It gets all {len(errors):,} {rows} right."
    return f"It gets {int(errors.sum()):,} of {len(errors):,} {rows} wrong{first}."


def _rows(args: ShowErrorsArguments, run: Run, judged: Judged, wrong: Any, told: bool) -> Block:
    """The worst rows, with their place in the table, counted from 0, and where that can be `told` how wrong each is."""
    import numpy as np

    order = np.argsort(-wrong, kind="stable")
    if run["task"] == "classification":
        order = order[(judged.truth != judged.predictions)[order]]
    shown = [str(name) for name in run["features"][:MOST_COLUMNS]]
    measure = [] if not told else ["off by"] if run["task"] == "regression" else ["probability of the truth"]
    rows = []
    for place in order[: args.rows]:
        size = float(wrong[place]) if run["task"] == "regression" else max(0.0, 2.0 - float(wrong[place]))
        cells = [shown_cell(judged.features[name].iloc[place]) for name in run["features"][:MOST_COLUMNS]]
        rows.append([int(judged.rows[place]), shown_cell(judged.truth[place]), shown_cell(judged.predictions[place]), *[size][: len(measure)], *cells])
    return table_block(["row", "truth", "prediction", *measure, *shown], rows, len(order), title="Most wrong")


def _groups(spots: list[Any], run: Run) -> list[Block]:
    if not spots:
        return []
    measure = "off by" if run["task"] == "regression" else "share wrong"
    rows = [[spot.column, spot.group, spot.rows, spot.error, spot.elsewhere] for spot in spots]
    return [table_block(["column", "group", "rows", measure, "elsewhere"], rows, title="Groups for which it is worse")]


def _groups_said(spots: list[Any]) -> str:
    if not spots:
        return "No group of rows stands out."
    worst = spots[0]
    return f"It is clearly worse for {listed([worst.column])} = {escaped(worst.group)} ({worst.rows:,} rows: {rounded(worst.error)}, elsewhere {rounded(worst.elsewhere)})."
