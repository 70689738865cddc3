"""Draws the chart that was asked for, or the one that suits the columns, as a block for the conversation."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from typing import Any

import pandas as pd

from engine.errors import Refusal
from engine.plots import bar, box, correlation, histogram, line, missing, pairs, scatter, target, violin
from engine.plots.request import NUMERIC, SEVERAL, Request, require_all_drawn
from engine.plots.style import short

KINDS = ("histogram", "bar", "box", "violin", "scatter", "line", "correlation", "pairs", "missing", "target")
NO_QUANTITY = "{name} is {kind}, and a {chart} needs a number."


def draw(
    frame: pd.DataFrame,
    columns: list[dict[str, Any]],
    kind: str | None = None,
    x: str | None = None,
    y: str | None = None,
    color: str | None = None,
    names: list[str] | None = None,
    target: str | None = None,
    task: str | None = None,
) -> dict[str, Any]:
    """Draws one chart as a plot block; `kind` left out is what suits the columns.

    `columns` are the schema's entries, `names` the columns of a chart that takes several (correlation, pairs, missing).
    Raises a `Refusal` that says what would work where the columns do not suit the chart.
    """
    kinds = {entry["name"]: entry["kind"] for entry in columns}
    for name in (x, y, color, *(names or ())):
        if name is not None and name not in frame.columns:
            raise _unknown(name, list(frame.columns))
    if kind is not None and kind not in KINDS:
        raise Refusal("unknown_chart", f"There is no chart {short(kind)}.", f"There are: {', '.join(KINDS)}.")
    if x is None and y is not None:
        x, y = y, None
    if x is None and not names and kind not in (*SEVERAL, "target"):
        x, color = color, None
    request = Request(frame, kinds, x, y, color, tuple(names or ()), target, task)
    request = _places(request) if kind not in SEVERAL else request
    chart = kind or suiting(request)
    require_all_drawn(chart, request)
    return _DRAW[chart](request)


def _unknown(name: str, known: list[str]) -> Refusal:
    near = difflib.get_close_matches(name, known, 3, 0.5)
    hint = f"Did you mean {', '.join(short(match) for match in near)}?" if near else "`preview` shows the columns."
    return Refusal("unknown_column", f"There is no column {short(name, 60)} in the data.", hint)


def _places(request: Request) -> Request:
    """Lets one or two names stand for x and y where these were left out."""
    if request.x is not None or not request.names or len(request.names) > 2:
        return request
    first, second = request.names[0], request.names[1] if len(request.names) == 2 else request.y
    return Request(
        request.frame, request.kinds, first, second, request.color, (), request.target, request.task
    )


def suiting(request: Request) -> str:
    """Chooses the kind of chart that suits the columns."""
    x, y = request.x, request.y
    if x is None:
        if len(request.names) > 2:
            return "correlation"
        if request.target is not None:
            return "target"
        return "missing" if request.frame.isna().to_numpy().any() else "correlation"
    if y is None:
        return "histogram" if request.is_number(x) else "line" if request.is_moment(x) else "bar"
    if request.is_moment(x) or request.is_moment(y):
        return "line"
    if request.is_number(x) and request.is_number(y):
        return "scatter"
    return "box" if request.is_number(x) or request.is_number(y) else "bar"


def _block(module: Any, numbers: Any, title: str) -> dict[str, Any]:
    return {"type": "plot", "title": title, "figure": module.figure(numbers), "alt": module.alt(numbers)}


def _by(name: str, other: str | None) -> str:
    return f"{short(name)} by {short(other)}" if other else short(name)


def _needs(request: Request, chart: str, fits: Callable[[str], bool] | None = None) -> str:
    """Gives x, or asks for it with a column that fits."""
    if request.x is None:
        known = request.names or tuple(request.kinds)
        example = next((name for name in known if fits is None or fits(name)), "age")
        came = f"shows one column or two, but {len(request.names)} came" if request.names else "needs a column"
        raise Refusal("needs_column", f"A {chart} {came}.", f"Say which one, such as x={short(example)}.")
    return request.x


def _refuse(request: Request, name: str, chart: str) -> Refusal:
    message = NO_QUANTITY.format(name=short(name), kind=request.kinds.get(name, "no number"), chart=chart)
    numeric = [short(other) for other, kind in request.kinds.items() if kind == NUMERIC and request.frame[other].notna().any()][:3]
    hint = f"A bar chart shows {short(name)}"
    return Refusal("needs_number", message, hint + (f"; numbers are {', '.join(numeric)}." if numeric else "."))


def _histogram(request: Request) -> dict[str, Any]:
    x, by = _number_and_group(request, "histogram", dates=True)
    return _block(histogram, histogram.info(request.frame, x, by), _by(x, by))


def _box(request: Request) -> dict[str, Any]:
    x, by = _number_and_group(request, "box plot")
    return _block(box, box.info(request.frame, x, by), _by(x, by))


def _violin(request: Request) -> dict[str, Any]:
    x, by = _number_and_group(request, "violin plot")
    return _block(violin, violin.info(request.frame, x, by), _by(x, by))


def _number_and_group(request: Request, chart: str, dates: bool = False) -> tuple[str, str | None]:
    """Says which column is the quantity and which one groups it, in whichever order they were given."""
    fits = request.ordered if dates else request.is_number
    x, other = _needs(request, chart, fits), request.color or request.y
    if fits(x) and not (request.y is not None and request.color is None and fits(request.y) and not fits(x)):
        return x, other
    if fits(request.y):
        return str(request.y), x
    if fits(request.color):
        return str(request.color), x
    raise _refuse(request, x, chart)


def _bar(request: Request) -> dict[str, Any]:
    x, y, color = _needs(request, "bar chart"), request.y, request.color
    if request.is_number(x) and y is not None and not request.is_number(y):
        x, y = y, x
    if y is not None and not request.is_number(y):
        y, color = None, color or y
    title = f"Mean of {short(y)} by {short(x)}" if y else _by(x, color)
    return _block(bar, bar.info(request.frame, x, y, color), title)


def _scatter(request: Request) -> dict[str, Any]:
    x, y = _needs(request, "scatter plot", request.ordered), request.y
    if y is None:
        alone = f"For {short(x)} alone, a {'histogram' if request.ordered(x) else 'bar chart'} suits."
        raise Refusal("needs_column", f"A scatter plot of {short(x)} needs a second column.", alone)
    for name in (x, y):
        if not (request.is_number(name) or (name == x and request.is_moment(name))):
            message = NO_QUANTITY.format(name=short(name), kind=request.kinds.get(name, "no number"), chart="scatter plot")
            raise Refusal("needs_number", message, "A box plot shows a number for each category, a bar chart two categories.")
    return _block(scatter, scatter.info(request.frame, x, y, request.color), f"{short(y)} against {short(x)}")


def _line(request: Request) -> dict[str, Any]:
    x, y = _needs(request, "line chart", request.ordered), request.y
    if (y is not None and not request.ordered(x) and request.ordered(y)) or request.is_moment(y):
        x, y = str(y), x
    if not request.ordered(x):
        raise _refuse(request, x, "line chart")
    color = request.color
    if y is not None and not request.is_number(y):
        y, color = None, color or y
    title = f"{short(y)} along {short(x)}" if y else f"Rows along {short(x)}"
    return _block(line, line.info(request.frame, x, y, color), title)


def _correlation(request: Request) -> dict[str, Any]:
    names = _several(request, "correlation chart")
    return _block(correlation, correlation.info(request.frame, names), "Correlation")


def _pairs(request: Request) -> dict[str, Any]:
    names = _several(request, "pair plot")
    color = request.color
    if color is None and request.task == "classification" and request.target not in names:
        color = request.target
    return _block(pairs, pairs.info(request.frame, names, color), f"Pairs of {len(names[: pairs.MOST_COLUMNS])} columns")


def _several(request: Request, chart: str) -> list[str]:
    """Gives the numeric columns that were named, or all of them."""
    named = list(dict.fromkeys(name for name in (*request.names, request.x, request.y) if name))
    numeric = [name for name in named or request.kinds if request.is_number(name) and name in request.frame.columns]
    if not named:  # nothing moves with a column that is empty or always the same
        numeric = [name for name in numeric if request.frame[name].nunique() > 1]
    if len(numeric) < 2:
        have = f"only {short(numeric[0])} is one" if numeric else "none of these is one"
        every = [name for name, kind in request.kinds.items() if kind == NUMERIC]
        hint = f"Numbers here are {', '.join(map(short, every[:4]))}." if len(every) > 1 else "A bar chart shows categories."
        raise Refusal("needs_numbers", f"A {chart} needs at least two numeric columns; {have}.", hint)
    return numeric


def _missing(request: Request) -> dict[str, Any]:
    names = list(dict.fromkeys(name for name in (*request.names, request.x, request.y) if name))
    return _block(missing, missing.info(request.frame, names or None), "Missing values")


def _target(request: Request) -> dict[str, Any]:
    wanted = request.target or request.y
    if wanted is None or wanted not in request.frame.columns:
        raise Refusal("needs_target", "No target is set yet.", "Say what is to be predicted first, with `set_target`.")
    task = request.task if request.task in ("classification", "regression") else None
    task = task or ("regression" if request.is_number(wanted) and request.frame[wanted].nunique() > 20 else "classification")
    if request.x is None or request.x == wanted:
        module: Any = histogram if task == "regression" else bar
        return _block(module, module.info(request.frame, wanted), short(wanted))
    return _block(target, target.info(request.frame, request.x, wanted, task), _by(wanted, request.x))


_DRAW = {
    "histogram": _histogram,
    "bar": _bar,
    "box": _box,
    "violin": _violin,
    "scatter": _scatter,
    "line": _line,
    "correlation": _correlation,
    "pairs": _pairs,
    "missing": _missing,
    "target": _target,
}
