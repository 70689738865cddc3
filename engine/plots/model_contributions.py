"""What each column adds to one prediction."""

from __future__ import annotations

from dataclasses import dataclass

from engine.plots import style

MOST_BARS = 12
NEGLIGIBLE = 1e-9
"""What adds less than this share of the answer is left from rounding."""


@dataclass(frozen=True)
class Contributions:
    """The largest contributions with the row's value in words, what the rest adds, and where they start and end."""

    names: tuple[str, ...]
    values: tuple[float, ...]
    rest: float
    base: float
    answer: float
    words: str
    start: str


def info(names: list[str], values: list[float], base: float, answer: float, words: str, start: str = "usually it is") -> Contributions:
    """Keeps the twelve largest and adds the others up; `names` are columns with their values, such as “Sex = male”; `start` says what `base` is."""
    order = sorted(range(len(values)), key=lambda place: -abs(values[place]))
    kept, others = order[:MOST_BARS], order[MOST_BARS:]
    rest = float(sum(values[place] for place in others))
    return Contributions(tuple(names[p] for p in kept), tuple(values[p] for p in kept), rest, base, answer, words, start)


def figure(info: Contributions) -> style.Figure:
    """Draws a bar to the right for what raises the answer, to the left for what lowers it."""
    names, values = [*info.names], [*info.values]
    if info.rest:
        names, values = [*names, "all others"], [*values, info.rest]
    trace = {
        "type": "bar", "orientation": "h", "x": style.numbers(values), "y": style.labels(names, 40),
        "marker": {"color": [style.PALETTE[0] if value >= 0 else style.PALETTE[5] for value in values], "line": {"width": 0}},
        "hovertemplate": "%{y}: %{x:+.3g}<extra></extra>",
    }  # fmt: skip
    y = style.axis(type="category", autorange="reversed", showgrid=False)
    x = style.axis(f"what it adds to {info.words}")
    return style.figure([trace], x, y, height=max(240, 28 * len(names) + 100), bargap=0.3)


def alt(info: Contributions) -> str:
    """Says where the answer starts and what moves it most."""
    nothing = NEGLIGIBLE * max(abs(info.base), abs(info.answer))
    moved = ", ".join(f"{style.short(name, 40)} ({value:+.3g})" for name, value in list(zip(info.names, info.values, strict=True))[:4] if abs(value) > nothing)
    said = f"{info.words[:1].upper()}{info.words[1:]} is {info.answer:.3g}; {info.start} {info.base:.3g}."
    return f"{said} Moved most by: {moved}." if moved else f"{said} No column moves it."
