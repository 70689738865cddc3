"""How all charts look: legible on light and on dark, and safe with hostile text."""

from __future__ import annotations

import math
from typing import Any

PALETTE = ["#4269d0", "#efb118", "#ff725c", "#6cc5b0", "#3ca951", "#ff8ab7", "#a463f2", "#97bbf5", "#9c6b4e", "#9498a0"]
INK = "#808695"
GRID = "rgba(128,134,149,0.25)"
LONGEST = 60
MOST_POINTS = 5000


def label(text: object) -> str:
    """Writes a name for Plotly, which would otherwise act on a part of HTML."""
    plain = " ".join(str(text).split())
    short = plain if len(plain) <= LONGEST else plain[: LONGEST - 1] + "…"
    return short.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def number(value: Any) -> float | None:
    """Writes a number for JSON: what is missing or infinite becomes null."""
    found = float(value)
    return found if math.isfinite(found) else None


def chart(traces: list[dict[str, Any]], x: str = "", y: str = "", **more: Any) -> dict[str, Any]:
    """Makes a Plotly figure of traces with the common layout; `x` and `y` are axis titles as plain text."""
    axis = {"gridcolor": GRID, "zerolinecolor": GRID, "linecolor": GRID, "automargin": True}
    layout: dict[str, Any] = {
        "height": 360,
        "margin": {"l": 48, "r": 16, "t": 16, "b": 48},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"color": INK, "size": 12},
        "colorway": PALETTE,
        "hovermode": "closest",
        "legend": {"orientation": "h", "y": -0.2},
        "xaxis": {**axis, "title": {"text": label(x)}},
        "yaxis": {**axis, "title": {"text": label(y)}},
    }
    for name, value in more.items():
        layout[name] = {**layout[name], **value} if name in {"xaxis", "yaxis", "margin"} else value
    return {"data": traces, "layout": layout}
