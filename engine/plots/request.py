"""What is to be drawn, and whether the chart has a place for all of it."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from engine.errors import Refusal
from engine.plots.style import short

SEVERAL = ("correlation", "pairs", "missing")
"""Charts of any number of columns."""
GROUPED = ("histogram", "box", "violin")
"""Charts of one quantity, whole or by groups."""
NUMERIC, MOMENT = "numeric", "datetime"
CALLED = {"histogram": "histogram", "box": "box plot", "violin": "violin plot", "scatter": "scatter plot", "pairs": "pair plot", "missing": "chart of what is missing", "target": "chart of the target"}


@dataclass(frozen=True)
class Request:
    """What is to be drawn: the frame, what each column is, and the columns in their places."""

    frame: pd.DataFrame
    kinds: dict[str, str]
    x: str | None
    y: str | None
    color: str | None
    names: tuple[str, ...]
    target: str | None
    task: str | None

    def is_number(self, name: str | None) -> bool:
        """Whether a column is a quantity."""
        return name is not None and self.kinds.get(name) == NUMERIC

    def is_moment(self, name: str | None) -> bool:
        """Whether a column is a date or a time."""
        return name is not None and self.kinds.get(name) == MOMENT

    def ordered(self, name: str | None) -> bool:
        """Whether a column can be an axis: a quantity or a moment."""
        return self.is_number(name) or self.is_moment(name)


def require_all_drawn(chart: str, request: Request) -> None:
    """Raises Refusal where a column would be passed over, as the chart has no place for it."""
    idle = _without_place(chart, request)
    if idle:
        columns = request.names if idle == "columns" else (str(getattr(request, idle)),)
        said = f"{idle} = {', '.join(map(short, columns))} would be passed over: a {CALLED.get(chart, f'{chart} chart')} has no place for it beside the others."
        raise Refusal("invalid_argument", said, f"Leave {idle} out.", argument=idle)


def _without_place(chart: str, request: Request) -> str | None:
    """Says which argument a chart has no place for; None where each has one."""
    if chart in SEVERAL:
        return "color" if request.color and chart != "pairs" else None
    if request.names and (request.x is not None or chart == "target"):
        return "columns"
    if chart == "target":
        return "color" if request.color else "y" if request.y and request.target not in (None, request.y) else None
    if not (request.y and request.color):
        return None
    if chart in GROUPED:
        fits = request.ordered if chart == "histogram" else request.is_number
        return "color" if fits(request.y) and not fits(request.x) else "y"
    if chart == "bar":
        return None if request.is_number(request.x) or request.is_number(request.y) else "y"
    return _without_place_along(request) if chart == "line" else None


def _without_place_along(request: Request) -> str | None:
    """A line goes up by a number, along a number or a moment, whichever way round the two were given."""
    if (request.is_number(request.y) and request.ordered(request.x)) or (request.is_moment(request.y) and request.is_number(request.x)):
        return None
    return "y" if request.ordered(request.x) else "x"
