"""A column before a step and after it, side by side."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from engine.plots import groups, style

BARS = 24
MOST_LEVELS = 10


@dataclass(frozen=True)
class Side:
    """The bars of one side: where they stand (numbers or labels) and how many rows each holds; and the gaps."""

    places: tuple[float | str, ...]
    counts: tuple[int, ...]
    missing: int
    mean: float | None


@dataclass(frozen=True)
class BeforeAfter:
    """One column on both sides of a step."""

    column: str
    before: Side
    after: Side


def info(column: str, before: pd.Series, after: pd.Series) -> BeforeAfter:
    """Counts the values on both sides: numbers in 24 even bins, everything else by value."""
    return BeforeAfter(column, _side(before), _side(after))


def _side(cells: pd.Series) -> Side:
    if groups.is_number(cells) and cells.nunique() > MOST_LEVELS:
        values = groups.numeric(cells)
        known = values[~np.isnan(values)]
        counts, edges = np.histogram(known, BARS)
        middles = (edges[:-1] + edges[1:]) / 2
        return Side(tuple(middles.tolist()), tuple(counts.tolist()), int(cells.isna().sum()), float(known.mean()))
    names, codes = groups.levels(cells, MOST_LEVELS)
    counts = np.bincount(codes, minlength=len(names))
    mean = float(groups.numeric(cells).mean()) if groups.is_number(cells) and cells.notna().any() else None
    return Side(names, tuple(counts.tolist()), int(cells.isna().sum()), mean)


def figure(info: BeforeAfter) -> style.Figure:
    """Draws both sides as bars, each on its own scale."""
    traces, layout = [], {}
    for number, (name, side) in enumerate((("before", info.before), ("after", info.after)), start=1):
        words = bool(side.places) and isinstance(side.places[0], str)
        places = style.labels(side.places) if words else style.numbers(side.places)
        suffix = "" if number == 1 else "2"
        traces.append({
            "type": "bar", "x": places, "y": list(side.counts), "name": name, "xaxis": f"x{suffix}", "yaxis": f"y{suffix}",
            "marker": {"color": style.INK if number == 1 else style.PALETTE[0], "line": {"width": 0}},
            "hovertemplate": "%{x}: %{y:,} rows",
        })  # fmt: skip
        domain = [0, 0.46] if number == 1 else [0.54, 1]
        kind = {"type": "category"} if words else {}
        layout[f"xaxis{suffix}"] = style.axis(f"{info.column}, {name}", domain=domain, anchor=f"y{suffix}", showgrid=False, **kind)
        layout[f"yaxis{suffix}"] = style.axis("rows" if number == 1 else "", anchor=f"x{suffix}")
    drawn = style.figure(traces, height=280, showlegend=False, bargap=0.05)
    drawn["layout"] |= layout
    return drawn


def alt(info: BeforeAfter) -> str:
    """Says what became of gaps and of the mean."""
    said = f"{style.short(info.column)} before and after: "
    parts = [f"{info.before.missing:,} missing became {info.after.missing:,}"] if info.before.missing != info.after.missing else []
    if info.before.mean is not None and info.after.mean is not None:
        parts.append(f"the mean went from {style.spoken(info.before.mean)} to {style.spoken(info.after.mean)}")
    return said + (", ".join(parts) or f"{len(info.before.places)} groups became {len(info.after.places)}") + "."
