"""A map of gaps: where in the table, from the first row to the last, each column lacks values."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from engine.plots import style

MOST_COLUMNS, MOST_STRETCHES = 40, 60


@dataclass(frozen=True)
class MissingMap:
    """`shares[c][s]` is the share of the rows of stretch s (from row `starts[s]`) in which column c is missing."""

    columns: tuple[str, ...]
    starts: tuple[int, ...]
    shares: tuple[tuple[float, ...], ...]
    rows: int
    left_out: int
    together: tuple[str, str, int] | None


def info(frame: pd.DataFrame, columns: list[str] | None = None) -> MissingMap:
    """Cuts the rows into up to sixty stretches and counts the gaps of the forty emptiest columns in them, in the table's order."""
    names = [str(name) for name in (columns or frame.columns) if frame[name].hasnans]
    emptiest = sorted(names, key=lambda name: -int(frame[name].isna().sum()))[:MOST_COLUMNS] if len(names) > MOST_COLUMNS else names
    chosen = [name for name in names if name in set(emptiest)]
    stretches = min(MOST_STRETCHES, max(len(frame), 1))
    starts = np.unique(np.linspace(0, len(frame), stretches + 1).astype(int)[:-1])
    gaps = {name: frame[name].isna().to_numpy() for name in chosen}
    sizes = np.diff(np.append(starts, len(frame)))
    shares = tuple(tuple(map(float, np.add.reduceat(gap.astype(np.int64), starts) / sizes)) for gap in gaps.values())
    return MissingMap(tuple(chosen), tuple(map(int, starts)), shares, len(frame), len(names) - len(chosen), _together(gaps))


def _together(gaps: dict[str, np.ndarray]) -> tuple[str, str, int] | None:
    """Finds the first two columns that are missing in the very same rows."""
    seen: dict[bytes, str] = {}
    for name, gap in gaps.items():
        where = np.packbits(gap).tobytes()
        if where in seen:
            return seen[where], name, int(gap.sum())
        seen[where] = name
    return None


def figure(info: MissingMap) -> style.Figure:
    """Draws a row for each column; the darker, the more of that stretch is missing."""
    names = style.labels(info.columns)
    trace = {
        "type": "heatmap", "x": list(info.starts), "y": names, "z": [list(row) for row in info.shares], "zmin": 0, "zmax": 1,
        "colorscale": [[0, "rgba(133,133,133,0.10)"], [1, style.PALETTE[1]]], "ygap": 2, "showscale": False,
        "hovertemplate": "%{y} from row %{x:,}: %{z:.0%} missing<extra></extra>",
    }  # fmt: skip
    y = style.axis(type="category", autorange="reversed", showgrid=False)
    x = style.axis("row", showgrid=False)
    return style.figure([trace], x, y, height=max(170, 24 * len(names) + 90))


def alt(info: MissingMap) -> str:
    """Says which column has the most gaps and which are missing together."""
    if not info.columns:
        return f"Nothing is missing in {info.rows:,} rows."
    means = [float(np.mean(row)) for row in info.shares]
    most = int(np.argmax(means))
    count = len(info.columns) + info.left_out
    said = f"Map of the gaps in {count:,} column{'' if count == 1 else 's'}: {style.short(info.columns[most])} has the most ({style.share(means[most])})."
    if info.together:
        first, second, rows = info.together
        said += f" {style.short(first)} and {style.short(second)} are missing in the same {style.many(rows, 'row', 'rows')}."
    return said + (style.unseen(info.left_out, "left out") if info.left_out else "")
