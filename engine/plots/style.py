"""What all charts share: colours, layout, and how hostile text and odd numbers become safe for Plotly."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

Figure = dict[str, Any]

# Okabe and Ito's colours, tuned so that each is legible on white and on near-black, and told apart by colour-blind eyes.
PALETTE = ("#3987c9", "#e08a00", "#14a37a", "#cc5fa0", "#8d7ce0", "#c9572b", "#4fb3d9", "#9a9a2e")
INK = "#858585"
LINE = "rgba(133,133,133,0.28)"
FAINT = "rgba(133,133,133,0.55)"
# From one end to the other by lightness and hue both; the middle fades into whatever lies beneath.
DIVERGING = ((0.0, "#c9572b"), (0.25, "#dfa284"), (0.5, "#d9d9d9"), (0.75, "#86b4dc"), (1.0, "#2a6fb0"))
SEQUENTIAL = ((0.0, "#e9f1f9"), (0.5, "#78afdd"), (1.0, "#1d5f9e"))

HEIGHT = 360
LONGEST = 28
OTHER = "other"
MISSING = "(missing)"


def text(value: Any, limit: int = LONGEST) -> str:
    """Writes a name or a value for Plotly: one line, shortened, with nothing that it would read as markup."""
    return escape(short(value, limit))


def short(value: Any, limit: int = LONGEST) -> str:
    """Writes a name or a value as plain text on one line of at most `limit` characters."""
    line = "".join(" " if unicodedata.category(letter) in {"Cc", "Cf", "Zl", "Zp"} else letter for letter in str(value))
    line = line.strip() or "(blank)"
    return line if len(line) <= limit else line[: limit - 1] + "…"


def escape(line: str) -> str:
    """Escapes what Plotly would interpret: its HTML subset, TeX between dollars, and hover templates."""
    line = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return line.replace("$", "&#36;").replace("%{", "%&#123;")


def labels(values: Iterable[Any], limit: int = LONGEST) -> list[str]:
    """Writes several values for one axis; those that look alike once shortened are numbered, so that none are merged."""
    used: set[str] = set()
    written = []
    for value in values:
        label, number = text(value, limit), 1
        while label in used:
            number += 1
            label = f"{text(value, limit)} ({number})"
        used.add(label)
        written.append(label)
    return written


def number(value: Any) -> float | int | None:
    """Turns a number into one that JSON can hold; what is not finite becomes nothing."""
    if value is None:
        return None
    value = value.item() if hasattr(value, "item") else value
    if isinstance(value, bool | int):
        return int(value)
    return float(value) if math.isfinite(value) else None


def numbers(values: Iterable[Any]) -> list[float | int | None]:
    """Turns many numbers into ones that JSON can hold."""
    return [number(value) for value in values]


def spoken(value: float | int | None) -> str:
    """Writes a number for a sentence, with at most three significant digits or in full when whole."""
    if value is None or not math.isfinite(value):
        return "unknown"
    if float(value).is_integer() and abs(value) < 1e15:
        return f"{int(value):,}"
    return f"{value:,.3g}" if abs(value) < 1000 else f"{value:,.0f}"


def many(count: int, one: str, more: str) -> str:
    """Writes a count before its noun."""
    return f"{count:,} {one if count == 1 else more}"


def share(fraction: float) -> str:
    """Writes a fraction as a percentage."""
    if 0 < fraction < 0.001:
        return "under 0.1 %"
    return f"{fraction * 100:.1f} %" if 0 < fraction < 0.1 else f"{fraction * 100:.0f} %"


def named(values: Sequence[Any], most: int = 3) -> str:
    """Writes some names for a sentence: a, b and 4 more."""
    words = [short(value) for value in values]
    if len(words) > most:
        return ", ".join(words[:most]) + f" and {len(words) - most} more"
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1] if words else "none"


def unseen(columns: int, what: str) -> str:
    """Says how many columns a chart has no room for."""
    return f" {columns:,} more column{' is' if columns == 1 else 's are'} {what}."


def is_rest(label: str) -> bool:
    """Whether a label stands for what is missing or left over, not for a group of its own."""
    return label in (MISSING, OTHER) or label.startswith(f"{OTHER} (")


def colour(index: int, label: str = "") -> str:
    """Gives the colour of the series with this number; what is missing or left over is grey."""
    if is_rest(label):
        return FAINT
    return PALETTE[index % len(PALETTE)]


def height_under(names: Sequence[str], upright: int = 5) -> int:
    """Gives the height of a chart with these names below it: many long ones stand upright and need room of their own."""
    return HEIGHT + (5 * max(len(name) for name in names) if len(names) > upright else 0)


def axis(title: str = "", **more: Any) -> dict[str, Any]:
    """Describes an axis; `title` is raw text."""
    base: dict[str, Any] = {"gridcolor": LINE, "linecolor": LINE, "zerolinecolor": LINE, "automargin": True, "ticks": ""}
    if title:
        base["title"] = {"text": text(title, 48), "standoff": 10}
    return base | more


def figure(traces: list[dict[str, Any]], x: dict[str, Any] | None = None, y: dict[str, Any] | None = None, **layout: Any) -> Figure:
    """Puts traces into the shared layout, which shows on light and on dark pages alike."""
    legend = len([trace for trace in traces if trace.get("showlegend", True) and trace.get("name")]) > 1
    base: dict[str, Any] = {
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"color": INK, "size": 13, "family": "system-ui, sans-serif"},
        "colorway": list(PALETTE),
        "margin": {"l": 48, "r": 16, "t": 16, "b": 40},
        "height": HEIGHT,
        "autosize": True,
        "showlegend": legend,
        "legend": {"orientation": "h", "x": 0, "xanchor": "left", "y": -0.24, "yanchor": "top", "title": {"text": ""}},
        "hovermode": "closest",
        "hoverlabel": {"font": {"size": 13}},
        "xaxis": x if x is not None else axis(),
        "yaxis": y if y is not None else axis(),
    }
    return {"data": traces, "layout": base | layout}


def legend_title(name: str | None) -> dict[str, Any]:
    """Names what the colours mean, above the legend's entries."""
    below: dict[str, Any] = {"orientation": "h", "x": 0, "xanchor": "left", "y": -0.24, "yanchor": "top"}
    return below | {"title": {"text": text(name) + ": " if name else ""}}


MOST_POINTS = 5_000
label = text


def chart(traces: list[dict[str, Any]], x: str = "", y: str = "", **more: Any) -> Figure:
    """Makes a figure whose axes bear these titles."""
    across, up = axis(x) | more.pop("xaxis", {}), axis(y) | more.pop("yaxis", {})
    return figure(traces, across, up, **more)
