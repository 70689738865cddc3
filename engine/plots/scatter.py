"""A scatter plot: two numbers of each row against each other, optionally coloured by a third column."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from engine.plots import groups, style


@dataclass(frozen=True)
class Scatter:
    """The drawn points (`group` numbers their `labels`, or `shade` is the number that colours them) and how they correlate."""

    x: str
    y: str
    color: str | None
    xs: tuple[float | str, ...]
    ys: tuple[float, ...]
    labels: tuple[str, ...]
    group: tuple[int, ...]
    shade: tuple[float | None, ...]
    correlation: float | None
    rows: int
    dates: bool


def info(frame: pd.DataFrame, x: str, y: str, color: str | None = None) -> Scatter:
    """Takes the rows that have both numbers, at most 5,000 of them; the correlation is over all."""
    xs, ys = groups.numeric(frame[x]), groups.numeric(frame[y])
    both = np.flatnonzero(~np.isnan(xs) & ~np.isnan(ys))
    drawn = groups.sample(both)
    labels, group, shade = _colours(frame, color, drawn)
    dates = groups.is_moment(frame[x])
    places = [str(np.datetime64(int(value), "ms")) for value in xs[drawn]] if dates else style.numbers(xs[drawn])
    related = None
    if len(both) > 2 and np.ptp(xs[both]) > 0 and np.ptp(ys[both]) > 0:
        with np.errstate(all="ignore"):
            related = style.number(np.corrcoef(xs[both], ys[both])[0, 1])
    return Scatter(
        x, y, color, tuple(places), tuple(style.numbers(ys[drawn])), labels, group, shade, related, len(both), dates
    )


def _colours(
    frame: pd.DataFrame, color: str | None, drawn: np.ndarray
) -> tuple[tuple[str, ...], tuple[int, ...], tuple[float | None, ...]]:
    if color is None:
        return ("",), (0,) * len(drawn), ()
    if groups.is_number(frame[color]) and frame[color].nunique() > groups.MOST_GROUPS:
        return ("",), (0,) * len(drawn), tuple(style.numbers(groups.numeric(frame[color])[drawn]))
    labels, codes = groups.levels(frame[color])
    return labels, tuple(int(code) for code in codes[drawn]), ()


def figure(info: Scatter) -> style.Figure:
    """Draws the points, fainter where they are many."""
    xs, ys, group = np.asarray(info.xs, dtype=object), np.asarray(info.ys, dtype=object), np.asarray(info.group)
    opacity = 0.75 if len(xs) <= 300 else 0.5 if len(xs) <= 2_000 else 0.3
    traces = []
    for index, name in enumerate(style.labels(info.labels)):
        chosen = group == index
        if not chosen.any() and len(info.labels) > 1:
            continue
        marker = {"size": 6, "opacity": opacity, "color": style.colour(index, info.labels[index])}
        if info.shade:
            bar = {"title": {"text": style.text(info.color), "side": "right"}, "thickness": 12, "outlinewidth": 0}
            marker |= {"color": list(info.shade), "colorscale": "Viridis", "showscale": True, "colorbar": bar}
            marker["opacity"] = max(opacity, 0.6)
        traces.append({
            "type": "scatter", "mode": "markers", "x": xs[chosen].tolist(), "y": ys[chosen].tolist(), "marker": marker,
            "name": name if info.color and not info.shade else "", "hovertemplate": "%{x}, %{y}<extra></extra>",
        })  # fmt: skip
    x = style.axis(info.x, type="date" if info.dates else "linear")
    return style.figure(traces, x, style.axis(info.y), legend=style.legend_title(info.color))


def alt(info: Scatter) -> str:
    """Says how strongly and in which direction the two go together."""
    names = f"{style.short(info.y)} against {style.short(info.x)}"
    if not info.rows:
        return f"Scatter plot of {names}: no row has both."
    by = f", coloured by {style.short(info.color)}" if info.color else ""
    said = f"Scatter plot of {names} in {info.rows:,} rows{by}."
    if info.correlation is not None and not info.dates:
        said += f" They {_strength(info.correlation)} (r = {info.correlation:.2f})."
    return said + groups.sampled_words(len(info.xs), info.rows)


def _strength(r: float) -> str:
    if abs(r) < 0.1:
        return "hardly move together in a straight line"
    how = "weakly" if abs(r) < 0.4 else "clearly" if abs(r) < 0.8 else "closely"
    return f"{how} {'rise together' if r > 0 else 'move in opposite directions'}"
