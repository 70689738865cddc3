"""A histogram: how the values of one numeric or date column are spread, optionally by groups."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
import pandas as pd

from engine.plots import groups, style

MOST_BARS = 40
DAY = 24 * 60 * 60 * 1000  # in milliseconds


@dataclass(frozen=True)
class Histogram:
    """The counts of one column in even bins: `counts[g][b]` rows of group g lie between edges b and b + 1."""

    column: str
    color: str | None
    edges: tuple[float, ...]
    labels: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    medians: tuple[float | None, ...]
    rows: int
    missing: int
    whole: bool
    dates: bool


def info(frame: pd.DataFrame, x: str, color: str | None = None) -> Histogram:
    """Counts the values of `x` in even bins, one row of counts for each group of `color`."""
    values = groups.numeric(frame[x])
    known = ~np.isnan(values)
    dates = groups.is_moment(frame[x])
    edges, whole = _edges(values[known], dates)
    names, codes = groups.levels(frame[color]) if color else (("",), np.zeros(len(frame), dtype=int))
    counts, medians = [], []
    for group in range(len(names)):
        chosen = values[known & (codes == group)]
        counts.append(tuple(int(count) for count in np.histogram(chosen, edges)[0]))
        medians.append(float(np.median(chosen)) if len(chosen) else None)
    return Histogram(
        x, color, tuple(map(float, edges)), names, tuple(counts), tuple(medians),
        int(known.sum()), int((~known).sum()), whole, dates,
    )  # fmt: skip


def _edges(values: np.ndarray, dates: bool) -> tuple[np.ndarray, bool]:
    """Chooses the bins: one for each whole number where they are few, else as wide as Freedman and Diaconis advise."""
    if not len(values):
        return np.array([0.0, 1.0]), False
    low, high = float(values.min()), float(values.max())
    if not dates and high - low < MOST_BARS and bool((values == np.floor(values)).all()):
        return np.arange(low - 0.5, high + 1), True
    if low == high:
        step = max(abs(low) * 0.05, 0.5)
        return np.array([low - step, high + step]), False
    first, third = np.quantile(values, [0.25, 0.75])
    width = 2 * (third - first) / len(values) ** (1 / 3)
    bars = int(np.clip((high - low) / width, 10, MOST_BARS)) if width > 0 else MOST_BARS // 2
    return np.linspace(low, high, bars + 1), False


def figure(info: Histogram) -> style.Figure:
    """Draws the counts as bars, the groups stacked."""
    edges = np.asarray(info.edges)
    middles, widths = (edges[:-1] + edges[1:]) / 2, np.diff(edges)
    said = [span(info, low, high) for low, high in itertools.pairwise(edges)]
    places = [str(np.datetime64(int(m), "ms")) for m in middles] if info.dates else style.numbers(middles)
    traces = []
    for index, (name, counts) in enumerate(zip(style.labels(info.labels), info.counts, strict=True)):
        traces.append({
            "type": "bar", "x": places, "y": list(counts), "width": style.numbers(widths * 0.98), "hovertext": said,
            "hovertemplate": "%{hovertext}: %{y:,}", "name": name if info.color else "",
            "marker": {"color": style.colour(index, info.labels[index]), "line": {"width": 0}},
        })  # fmt: skip
    x = style.axis(info.column, type="date" if info.dates else "linear", showgrid=False)
    if info.whole and len(middles) <= 15:
        x["dtick"] = 1
    return style.figure(
        traces, x, style.axis("rows"), barmode="stack", bargap=0.02, legend=style.legend_title(info.color)
    )


def span(info: Histogram, low: float, high: float) -> str:
    """Writes what one bin holds: a whole number, or from where to where."""
    if info.dates:
        step = "D" if high - low >= DAY else "m"
        return " – ".join(str(np.datetime64(int(edge), "ms").astype(f"datetime64[{step}]")).replace("T", " ") for edge in (low, high))
    return style.spoken((low + high) / 2) if info.whole else f"{style.spoken(low)} – {style.spoken(high)}"


def alt(info: Histogram) -> str:
    """Says where the values lie and where most are."""
    name = style.short(info.column)
    if not info.rows:
        return f"Histogram of {name}: every value is missing."
    totals = np.sum(info.counts, axis=0)
    fullest = int(totals.argmax())
    bin_words = span(info, info.edges[fullest], info.edges[fullest + 1])
    low, high = (span(info, info.edges[0], info.edges[1]), span(info, info.edges[-2], info.edges[-1]))
    low, high = low.split(" – ")[0], high.split(" – ")[-1]
    said = f"Histogram of {name} in {info.rows:,} rows, from {low} to {high}; most ({style.many(totals[fullest], 'row', 'rows')}) at {bin_words}."
    if info.color and not info.dates:
        middles = [
            f"{style.short(label)} {style.spoken(median)}"
            for label, median in zip(info.labels, info.medians, strict=True)
            if median is not None
        ]
        said += f" Medians by {style.short(info.color)}: {', '.join(middles)}."
    elif info.medians[0] is not None and not info.dates:
        said += f" The median is {style.spoken(info.medians[0])}."
    return said + (f" {info.missing:,} value{' is' if info.missing == 1 else 's are'} missing." if info.missing else "")
