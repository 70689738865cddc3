"""What a step did to the table: numbers before and after, and a small picture where a distribution may have moved."""

from __future__ import annotations

from typing import Any

from tools.base import table_block
from tools.cells import rounded, shown_cell
from tools.experiment import Experiment

MOST_CLASSES = 6


def rows_effect(before: Experiment, after: Experiment, column: str | None = None) -> list[dict[str, Any]]:
    """Compares the rows before and after: how many, what is missing, and the target, which should look alike."""
    rows: list[list[Any]] = [
        ["rows", f"{len(before.frame):,}", f"{len(after.frame):,}"],
        ["missing cells", f"{_missing(before):,}", f"{_missing(after):,}"],
    ]
    rows += _target_rows(before, after)
    blocks = [table_block(["", "before", "after"], rows, title="What it changed")]
    shown = column or after.target
    return [*blocks, column_picture(before, after, shown)] if shown in before.sources and shown in after.sources else blocks


def column_picture(before: Experiment, after: Experiment, column: str) -> dict[str, Any]:
    """Draws one column before and after."""
    from engine.plots import before_after

    info = before_after.info(column, before.frame[column], after.frame[column])
    return {"type": "plot", "title": f"{column} before and after", "figure": before_after.figure(info), "alt": before_after.alt(info), "of_step": True}


def _missing(experiment: Experiment) -> int:
    return sum(int(entry["missing"]) for entry in experiment.snapshot.sources)


def _target_rows(before: Experiment, after: Experiment) -> list[list[Any]]:
    target = after.target
    if target is None or target not in before.sources or target not in after.sources:
        return []
    old, new = before.frame[target], after.frame[target]
    if after.task == "regression" and old.dtype.kind in "iuf" and new.dtype.kind in "iuf":
        return [[f"mean of {target}", rounded(float(old.mean())), rounded(float(new.mean()))]]
    shares = [series.value_counts(normalize=True) for series in (old, new)]
    return [
        [f"{target} = {shown_cell(value)}", f"{share:.1%}", f"{shares[1].get(value, 0):.1%}"]
        for value, share in shares[0].head(MOST_CLASSES).items()
    ]
