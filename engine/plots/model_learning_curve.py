"""Whether more rows would help."""

from __future__ import annotations

from engine.learning_curve import LearningCurve
from engine.plots import style


def figure(info: LearningCurve) -> style.Figure:
    """Draws the scores on the rows learned from and on other rows, with their spread over the folds."""
    traces = []
    for index, (name, scores, spreads) in enumerate((("rows learned from", info.train, info.train_sd), ("other rows", info.other, info.other_sd))):
        traces.append({
            "type": "scatter", "mode": "lines+markers", "x": list(info.rows), "y": style.numbers(scores), "name": name,
            "error_y": {"type": "data", "array": style.numbers(spreads), "thickness": 1, "width": 3},
            "marker": {"color": style.colour(index)}, "hovertemplate": "%{x:,} rows: %{y:.3f}<extra></extra>",
        })  # fmt: skip
    return style.figure(traces, style.axis("rows to learn from"), style.axis(info.metric.replace("_", " ")))


def alt(info: LearningCurve) -> str:
    """Says how the score grew with the last rows, and how far training and other rows are apart."""
    said = f"With {info.rows[-1]:,} rows {info.metric.replace('_', ' ')} is {info.train[-1]:.3f} on the rows learned from and {info.other[-1]:.3f} on others"
    if len(info.rows) == 1:
        return f"{said}; from {info.too_few[-1]:,} rows or fewer this model cannot be learned, so more rows would probably help."
    gain = info.other[-1] - info.other[-2]
    more = "More rows would probably help" if gain > info.other_sd[-1] / 2 else "More rows of this kind would hardly help"
    least = f" From {info.too_few[-1]:,} rows or fewer this model cannot be learned." if info.too_few else ""
    return f"{said}; with {info.rows[0]:,} rows it was {info.other[0]:.3f} on others. {more}.{least}"
