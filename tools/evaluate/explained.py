"""Explanations in words, with a picture and a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tools.base import Answer, table_block
from tools.cells import counted, escaped, listed, shown_cell, told_cell
from tools.evaluate.records import in_words
from tools.experiment import Run

if TYPE_CHECKING:
    import pandas as pd

    from engine.explaining.importance import Importances
    from engine.explaining.shapley import Contributions


def told_importances(found: Importances, top: int, column: str | None, run: Run) -> Answer:
    """Says which columns a model relies on; of `column`, where one was asked about, how it stands among them."""
    from engine.plots import model_importance

    sizes = dict(zip(found.columns, found.values, strict=True))
    shown = list(sizes)[:top]
    info = model_importance.info(shown, list(found.values[:top]), list(found.spreads[:top]) if found.spreads else None)
    plot = {"type": "plot", "title": f"What run {run['number']} uses", "figure": model_importance.figure(info), "alt": model_importance.alt(info)}
    table = table_block(["column", "importance"], [[name, float(sizes[name])] for name in shown], len(sizes))
    first = [name for name in shown[:3] if sizes[name] > 0]
    relies = f"It relies most on {listed(first)}." if first else "No column matters to it: it does as well without any of them."
    return Answer(said=f"{_place(column, sizes)}{relies} {escaped(found.note)}".strip(), blocks=[plot, table], event="explain")


def told_sizes(found: Contributions, top: int, column: str | None, run: Run) -> Answer:
    """Says which columns move the answers most over many rows."""
    from engine.plots import model_importance

    shown = list(found.sizes.items())[:top]
    info = model_importance.info([name for name, _ in shown], [size for _, size in shown])
    plot = {"type": "plot", "title": f"How far columns move run {run['number']}", "figure": model_importance.figure(info), "alt": model_importance.alt(info)}
    table = table_block(["column", "average move"], [[name, size] for name, size in shown], len(found.sizes))
    first = [name for name, size in shown[:3] if size > 0]
    moved = f"{escaped(found.words)} most (average size of the Shapley values)."
    said = f"{listed(first)} {'moves' if len(first) == 1 else 'move'} {moved}" if first else f"No column moves {escaped(found.words)}."
    return Answer(said=f"{_place(column, found.sizes)}{said} {escaped(found.note)}".strip(), blocks=[plot, table], event="explain")


def told_row(found: Contributions, record: pd.DataFrame, number: int, column: str | None, run: Run, model: Any) -> Answer:
    """Says why one row gets its answer; of `column`, where one was asked about, what it adds."""
    from engine.plots import model_contributions

    adds = dict(zip(found.columns, found.values[0], strict=True))
    cells = {name: record[name].iloc[0] for name in adds}
    names = [f"{name} = {told_cell(cell)}" for name, cell in cells.items()]
    info = model_contributions.info(names, list(adds.values()), found.base, found.answers[0], found.words, found.start)
    alt = model_contributions.alt(info)
    plot = {"type": "plot", "title": f"Why row {number} gets its prediction (run {run['number']})", "figure": model_contributions.figure(info), "alt": alt}
    order = sorted(adds, key=lambda name: -abs(adds[name]))
    table = table_block(["column", "value", "adds"], [[name, shown_cell(cells[name]), adds[name]] for name in order])
    gets = f"Row {number} (counted from 0) gets {in_words(shown_cell(model.predict(record)[0]), run['task'])}."
    asked = f" {_added(column, adds)}" if column else ""
    return Answer(said=f"{gets}{asked} {escaped(alt)} {escaped(found.note)}".strip(), blocks=[plot, table], event="explain")


def _place(column: str | None, sizes: Mapping[str, float]) -> str:
    if column is None or not any(sizes.values()):
        return ""
    if column not in sizes:
        return f"{escaped(column)} is not among the {counted(len(sizes), 'column')} that were measured. "
    return f"{escaped(column)} is number {list(sizes).index(column) + 1} of {counted(len(sizes), 'column')}, at {sizes[column]:.3g}. "


def _added(column: str, adds: Mapping[str, float]) -> str:
    if column not in adds:
        return f"{escaped(column)} is not among the {counted(len(adds), 'column')} that were measured."
    return f"{escaped(column)} adds {adds[column]:+.3g}."
