"""Draws the simple kinds of a Plotly figure as static SVG, for pages that must open without any script."""

from __future__ import annotations

import html
import math
from collections.abc import Mapping, Sequence
from typing import Any

WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 640, 300, 60, 60, 16
MOST_BARS, MOST_POINTS, LONGEST_LABEL = 40, 2000, 14
COLOURS = ("#3b6fd4", "#d9822b", "#3a9a5b", "#8a5cc2", "#c23b5e", "#5b7083")


def svg_of(figure: Mapping[str, Any], alt: str) -> str | None:
    """Draws bars, points and lines of a figure; None where it holds none of these."""
    traces = [trace for trace in figure.get("data") or () if isinstance(trace, Mapping)]
    bars = [trace for trace in traces if trace.get("type") == "bar" and trace.get("orientation") != "h" and _numbers(trace.get("y"))]
    lying = [trace for trace in traces if trace.get("type") == "bar" and trace.get("orientation") == "h" and _numbers(trace.get("x"))]
    points = [trace for trace in traces if str(trace.get("type", "")).startswith("scatter") and _numbers(trace.get("x")) and _numbers(trace.get("y"))]
    if bars:
        return bars_svg([str(label) for label in _values(bars[0].get("x"))], [(str(trace.get("name") or ""), _numbers(trace.get("y"))) for trace in bars], alt)
    if lying:
        return bars_svg([str(label) for label in _values(lying[0].get("y"))], [(str(lying[0].get("name") or ""), _numbers(lying[0].get("x")))], alt)
    return _points_svg(points, alt) if points else None


def bars_svg(labels: Sequence[str], series: Sequence[tuple[str, Sequence[float]]], alt: str) -> str:
    """Draws groups of bars, one for each label, in one colour a series."""
    labels = list(labels)[:MOST_BARS]
    values = [value for _, numbers in series for value in numbers[: len(labels)]]
    low, high = min([0.0, *values]), max([0.0, *values])
    parts = [_axis(low, high)]
    step = (WIDTH - LEFT - 10) / max(len(labels), 1)
    wide = step * 0.8 / max(len(series), 1)
    zero = _up(0.0, low, high)
    for place, (_, numbers) in enumerate(series):
        for index, value in enumerate(numbers[: len(labels)]):
            y = _up(value, low, high)
            x = LEFT + index * step + step * 0.1 + place * wide
            parts.append(f'<rect x="{x:.1f}" y="{min(y, zero):.1f}" width="{wide:.1f}" height="{abs(zero - y):.1f}" fill="{COLOURS[place % len(COLOURS)]}"/>')
    every = max(1, math.ceil(len(labels) / 16))
    for index in range(0, len(labels), every):
        x = LEFT + index * step + step / 2
        parts.append(_text(x, HEIGHT - BOTTOM + 14, labels[index], "end", f' transform="rotate(-30 {x:.1f} {HEIGHT - BOTTOM + 14})"'))
    named = [name for name, _ in series if name]
    for place, name in enumerate(named if len(series) > 1 else []):
        parts.append(f'<rect x="{LEFT + 8 + place * 110}" y="2" width="10" height="10" fill="{COLOURS[place % len(COLOURS)]}"/>')
        parts.append(_text(LEFT + 22 + place * 110, 11, name, "start"))
    return _svg(parts, alt)


def _points_svg(traces: Sequence[Mapping[str, Any]], alt: str) -> str:
    across = [value for trace in traces for value in _numbers(trace.get("x"))]
    upright = [value for trace in traces for value in _numbers(trace.get("y"))]
    left, right, low, high = min(across), max(across), min(upright), max(upright)
    parts = [_axis(low, high), _text(LEFT, HEIGHT - BOTTOM + 16, f"{left:.4g}", "middle"), _text(WIDTH - 20, HEIGHT - BOTTOM + 16, f"{right:.4g}", "middle")]
    for place, trace in enumerate(traces):
        colour = COLOURS[place % len(COLOURS)]
        pairs = [
            (LEFT + (x - left) / ((right - left) or 1) * (WIDTH - LEFT - 20), _up(y, low, high))
            for x, y in list(zip(_numbers(trace.get("x")), _numbers(trace.get("y")), strict=False))[:MOST_POINTS]
        ]
        if "lines" in str(trace.get("mode", "")):
            line = " ".join(f"{x:.1f},{y:.1f}" for x, y in pairs)
            parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        else:
            parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.5" fill="{colour}" fill-opacity="0.6"/>' for x, y in pairs]
    return _svg(parts, alt)


def _svg(parts: Sequence[str], alt: str) -> str:
    inside = "".join(parts)
    return f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{html.escape(alt)}" xmlns="http://www.w3.org/2000/svg">{inside}</svg>'


def _axis(low: float, high: float) -> str:
    lines = []
    for share in (0.0, 0.5, 1.0):
        value = low + share * (high - low)
        y = _up(value, low, high)
        lines.append(f'<line x1="{LEFT}" y1="{y:.1f}" x2="{WIDTH - 10}" y2="{y:.1f}" stroke="#ccc"/>' + _text(LEFT - 6, y + 4, f"{value:.4g}", "end"))
    return "".join(lines)


def _up(value: float, low: float, high: float) -> float:
    return HEIGHT - BOTTOM - (value - low) / ((high - low) or 1) * (HEIGHT - BOTTOM - TOP)


def _text(x: float, y: float, words: str, anchor: str, more: str = "") -> str:
    plain = "".join(letter if letter.isprintable() else " " for letter in words)
    shown = plain if len(plain) <= LONGEST_LABEL else plain[: LONGEST_LABEL - 1] + "…"
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="11" text-anchor="{anchor}" fill="currentColor"{more}>{html.escape(shown)}</text>'


def _values(value: Any) -> list[Any]:
    """The values of a trace's axis; Plotly may write arrays as text, which is not drawn."""
    return list(value) if isinstance(value, list | tuple) else []


def _numbers(value: Any) -> list[float]:
    """The values of an axis where all of them are finite numbers, else none."""
    found = _values(value)
    if found and all(isinstance(item, int | float) and not isinstance(item, bool) and math.isfinite(item) for item in found):
        return [float(item) for item in found]
    return []
