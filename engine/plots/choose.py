"""Draws the chart that was asked for, or the one that suits the columns."""

from __future__ import annotations

from typing import Any

import pandas as pd

from engine.errors import Refusal
from engine.plots import distribution, relation

Entries = list[dict[str, Any]]


def draw(
    frame: pd.DataFrame,
    columns: Entries,
    kind: str | None = None,
    x: str | None = None,
    y: str | None = None,
    color: str | None = None,
    names: list[str] | None = None,
    target: str | None = None,
    task: str | None = None,
) -> dict[str, Any]:
    """Makes a plot block; raises Refusal in words where the chart does not fit the columns."""
    kinds = {entry["name"]: entry["kind"] for entry in columns}
    if names and len(names) == 1 and x is None:
        x, names = names[0], None
    if names and len(names) == 2 and x is None and kind in {None, "scatter", "line"}:
        (x, y), names = names, None
    kind = kind or _suiting(frame, kinds, x, y, color, names)
    if kind in {"correlation", "pairs"}:
        numeric = [name for name in names or frame.columns if _numeric(frame, name) and (names or kinds.get(name) != "id")]
        if len(numeric) < 2:
            raise Refusal("not_numeric", "A correlation needs at least two columns of numbers.", "Name numeric columns.")
        info = relation.matrix_info(frame, numeric, target)
        return _block("Correlations", relation.matrix_figure(info), relation.matrix_alt(info))
    if kind == "missing":
        gaps = relation.missing_info(frame[names] if names else frame)
        return _block("Missing values", relation.missing_figure(gaps), relation.missing_alt(gaps))
    if x is None:
        raise Refusal("invalid_argument", f"Which column shall the {kind} show?", "For example: histogram of age.")
    if kind == "target":
        return _target(frame, kinds, x, target, task)
    if kind in {"scatter", "line"}:
        if y is None:
            raise Refusal("invalid_argument", f"A {kind} needs two columns.", "For example: scatter plot of age against fare.")
        _require_numbers(frame, [y] if frame[x].dtype.kind == "M" else [x, y], kind)
        points = relation.points_info(frame, x, y, color, lines=kind == "line")
        return _block(f"{y} against {x}", relation.points_figure(points), relation.points_alt(points))
    by = None if color is None else frame[color]
    title = f"{x} by {color}" if color else x
    if kind == "bar":
        bars = distribution.means_info(frame[y], frame[x], f"mean of {y}") if y else distribution.bars_info(frame[x], by)
        return _block(f"Mean of {y} by {x}" if y else title, distribution.bars_figure(bars), distribution.bars_alt(bars))
    if kind in {"box", "violin"}:
        if y is not None and color is None:
            x, by = (y, frame[x]) if not _numeric(frame, x) else (x, frame[y])
        _require_numbers(frame, [x], kind)
        boxes = distribution.boxes_info(frame[x], by)
        return _block(title, distribution.boxes_figure(boxes), distribution.boxes_alt(boxes))
    if not _numeric(frame, x):
        bars = distribution.bars_info(frame[x], by)
        return _block(title, distribution.bars_figure(bars), distribution.bars_alt(bars))
    counts = distribution.histogram_info(frame[x], by)
    return _block(title, distribution.histogram_figure(counts), distribution.histogram_alt(counts))


def _target(frame: pd.DataFrame, kinds: dict[str, str], x: str, target: str | None, task: str | None) -> dict[str, Any]:
    if target is None or target not in frame:
        raise Refusal("no_target", "There is no target yet to relate a column to.", "Say what to predict first.")
    if task == "classification" and _numeric(frame, x) and kinds.get(x) == "numeric":
        boxes = distribution.boxes_info(frame[x], frame[target])
        return _block(f"{x} by {target}", distribution.boxes_figure(boxes), distribution.boxes_alt(boxes))
    if task == "classification":
        bars = distribution.bars_info(frame[x], frame[target])
        return _block(f"{x} by {target}", distribution.bars_figure(bars), distribution.bars_alt(bars))
    if _numeric(frame, x):
        points = relation.points_info(frame, x, target)
        return _block(f"{target} against {x}", relation.points_figure(points), relation.points_alt(points))
    bars = distribution.means_info(frame[target], frame[x], f"mean of {target}")
    return _block(f"Mean of {target} by {x}", distribution.bars_figure(bars), distribution.bars_alt(bars))


def _suiting(frame: pd.DataFrame, kinds: dict[str, str], x: str | None, y: str | None, color: str | None, names: list[str] | None) -> str:
    if x is None:
        return "correlation" if names or len(frame.columns) > 1 else "missing"
    if y is None:
        return "histogram" if _numeric(frame, x) and kinds.get(x) == "numeric" else "bar"
    if frame[x].dtype.kind == "M":
        return "line"
    if _numeric(frame, x) and _numeric(frame, y):
        return "scatter"
    return "box" if _numeric(frame, y) or _numeric(frame, x) else "bar"


def _numeric(frame: pd.DataFrame, name: str) -> bool:
    return bool(frame[name].dtype.kind in "iufb")


def _require_numbers(frame: pd.DataFrame, names: list[str], kind: str) -> None:
    words = [name for name in names if not _numeric(frame, name)]
    if words:
        raise Refusal("not_numeric", f"“{words[0]}” holds no numbers, which a {kind} needs.", "A bar chart shows it.")


def _block(title: str, figure: dict[str, Any], alt: str) -> dict[str, Any]:
    return {"type": "plot", "title": title, "figure": figure, "alt": alt}
