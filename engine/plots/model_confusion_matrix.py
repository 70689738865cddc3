"""Which classes a model takes for which."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sklearn.metrics import confusion_matrix

from engine.plots import style


@dataclass(frozen=True)
class Confusion:
    """Counts by true class (rows) and said class (columns)."""

    classes: list[str]
    counts: list[list[int]]


def info(truth: Any, said: Any, classes: list[Any]) -> Confusion:
    """Counts how often each class was said for each class."""
    return Confusion([str(name) for name in classes], confusion_matrix(truth, said, labels=classes).tolist())


def figure(info: Confusion) -> style.Figure:
    """Draws the matrix with its counts."""
    names = style.labels(info.classes)
    trace = {
        "type": "heatmap", "x": names, "y": names, "z": info.counts, "text": info.counts, "texttemplate": "%{text}",
        "colorscale": [[0, "rgba(57,135,201,0.06)"], [1, "rgba(57,135,201,0.95)"]], "showscale": False, "xgap": 2, "ygap": 2,
        "textfont": {"size": 16},
        "hovertemplate": "is %{y}, said %{x}: %{z:,}<extra></extra>",
    }  # fmt: skip
    x = style.axis("the model says", type="category", showgrid=False)
    y = style.axis("it is", type="category", autorange="reversed", showgrid=False)
    return style.figure([trace], x, y, height=max(style.HEIGHT, 30 * len(names) + 120))


def alt(info: Confusion) -> str:
    """Says how many are right, and the commonest mistake."""
    total = sum(map(sum, info.counts))
    right = sum(row[place] for place, row in enumerate(info.counts))
    wrong = [
        (count, info.classes[row], info.classes[column])
        for row, counts in enumerate(info.counts)
        for column, count in enumerate(counts)
        if row != column and count
    ]
    if not wrong:
        return f"All {total:,} rows are right."
    count, true, said = max(wrong, key=lambda item: item[0])
    return f"{right:,} of {total:,} rows are right; the commonest mistake: {count:,} row{' that is' if count == 1 else 's that are'} “{true}” {'is' if count == 1 else 'are'} taken for “{said}”."
