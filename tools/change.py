"""What a step changed in the table: numbers before and after, and a picture of the column that changed most."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tools.base import Block, table_block
from tools.cells import shown_cell
from tools.experiment import Experiment

if TYPE_CHECKING:
    import pandas as pd

MOST_COLUMNS = 12
MOST_LOOKED_AT = 300
STATISTICS = ("mean", "std", "min", "max")


def change_blocks(before: Experiment, after: Experiment) -> list[Block]:
    """Shows which columns a step of preparation changed or made; nothing where it changed no cell yet.

    The table is as people look at it: learned steps are fitted on the training rows, or on all before there is a split.
    """
    old, new = before.view, after.view
    if len(old) != len(new):
        return []
    kept = [name for name in new.columns if name in old.columns][:MOST_LOOKED_AT]
    changed = [name for name in kept if not old[name].equals(new[name])]
    made = [name for name in new.columns if name not in old.columns]
    blocks = [_picture(changed[0], old[changed[0]], new[changed[0]])] if changed else []
    if changed or made:
        blocks.append(_table(changed, made, old, new))
    return blocks


def moved_by(before: Experiment, after: Experiment) -> list[str]:
    """Names what a step changed of what models are judged on, of: target, rows, split. Scores before and after are not of one kind."""
    old, new = before.compiled, after.compiled
    target = (old.target, old.task, old.fields.get("positive")) != (new.target, new.task, new.fields.get("positive"))
    if not target and new.target is not None:
        answers = before.frame[new.target], after.frame[new.target]
        target = len(answers[0]) == len(answers[1]) and not answers[0].equals(answers[1])
    found = {"target": target, "rows": len(before.frame) != len(after.frame), "split": old.split != new.split}
    return [name for name, moved in found.items() if moved]


def _picture(name: str, old: pd.Series[Any], new: pd.Series[Any]) -> Block:
    from engine.plots import before_after

    info = before_after.info(name, old, new)
    return {"type": "plot", "title": f"{name}, before and after", "figure": before_after.figure(info), "alt": before_after.alt(info), "of_step": True}


def _table(changed: list[str], made: list[str], old: pd.DataFrame, new: pd.DataFrame) -> Block:
    rows: list[list[Any]] = []
    for name in [*changed, *made][:MOST_COLUMNS]:
        sides = [old[name] if name in old.columns else None, new[name]]
        rows.append([name, _pair([_missing(side) for side in sides]), *(_pair([_statistic(side, what) for side in sides]) for what in STATISTICS)])
    title = "Before → after" if changed else "New columns"
    return table_block(["column", "missing", *STATISTICS], rows, len(changed) + len(made), title=title)


def _missing(cells: pd.Series[Any] | None) -> str | None:
    return None if cells is None else f"{int(cells.isna().sum()):,}"


def _statistic(cells: pd.Series[Any] | None, what: str) -> str | None:
    if cells is None or cells.dtype.kind not in "iuf" or cells.isna().all():
        return None
    value = shown_cell(getattr(cells, what)())
    return None if value is None else f"{value:.4g}"


def _pair(sides: list[str | None]) -> str | None:
    """Writes what was and what is, once where both are the same."""
    old, new = sides
    return new if old is None or old == new else f"{old} → {new}"
