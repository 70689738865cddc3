"""A chart of gaps: what share of each column is missing."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from engine.plots import style

MOST_BARS = 40


@dataclass(frozen=True)
class Missing:
    """The columns with gaps, the emptiest first, and how many cells each lacks."""

    columns: tuple[str, ...]
    missing: tuple[int, ...]
    rows: int
    complete_rows: int
    complete_columns: int
    left_out: int


def info(frame: pd.DataFrame, columns: list[str] | None = None) -> Missing:
    """Counts the gaps of these columns, or of all."""
    part = frame[columns] if columns else frame
    gaps = part.isna()
    counts = gaps.sum()
    found = counts[counts > 0].sort_values(ascending=False, kind="stable")
    shown = found.iloc[:MOST_BARS]
    return Missing(
        tuple(str(name) for name in shown.index), tuple(int(count) for count in shown), len(part),
        int((~gaps.any(axis=1)).sum()), int((counts == 0).sum()), len(found) - len(shown),
    )  # fmt: skip


def figure(info: Missing) -> style.Figure:
    """Draws one lying bar for each column with gaps."""
    names = style.labels(info.columns)
    shares = [count / max(info.rows, 1) for count in info.missing]
    trace = {
        "type": "bar", "orientation": "h", "x": shares, "y": names, "customdata": list(info.missing), "name": "",
        "hovertemplate": "%{y}: %{customdata:,} rows (%{x:.1%})", "marker": {"color": style.PALETTE[1], "line": {"width": 0}},
        "text": [style.share(share) for share in shares], "textposition": "outside", "cliponaxis": False,
    }  # fmt: skip
    top = max([*shares, 0.01]) * 1.15
    x = style.axis("share of rows that is missing", tickformat=".0%", range=[0, top], rangemode="tozero")
    y = style.axis(type="category", autorange="reversed", showgrid=False)
    height = max(200, 26 * len(names) + 90)
    return style.figure([trace], x, y, height=height, bargap=0.3, margin={"l": 48, "r": 56, "t": 16, "b": 40})


def alt(info: Missing) -> str:
    """Says which columns have the most gaps and how many rows are complete."""
    if not info.columns:
        return f"Nothing is missing: all {info.rows:,} rows are complete."
    parts = [
        f"{style.short(name)} {count:,} ({style.share(count / max(info.rows, 1))})"
        for name, count in list(zip(info.columns, info.missing, strict=True))[:3]
    ]
    number = len(info.columns) + info.left_out
    return (
        f"Missing values in {number:,} column{'' if number == 1 else 's'}: {', '.join(parts)}"
        f"{' and so on' if number > 3 else ''}. {info.complete_rows:,} of {info.rows:,} rows are complete."
    )
