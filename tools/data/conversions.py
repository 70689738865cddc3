"""Which columns can be read as which kind, and how: dates in which order, numbers out of which text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tools.base import Question, Suggestion, ToolCall, UserError
from tools.cells import quoted_list, shown_cell
from tools.experiment import Experiment

if TYPE_CHECKING:
    import pandas as pd

MOST_LOOKED_AT = 5_000
FEWEST_READABLE = 0.5
"""With fewer readable cells than this share, the wish is more likely a slip than a messy column."""


def conversion(experiment: Experiment, name: str, kind: str, day_first: bool | None, formats: list[str] | None) -> list[str] | None:
    """Says how the column's dates are written (None for other kinds); raises UserError or Question where it cannot be read."""
    series = experiment.frame[name].dropna()
    if kind == "boolean" and series.nunique() > 2:
        raise _refused(name, kind, f"it has {series.nunique():,} different values, and yes or no are two", "categorical")
    if kind == "datetime" and series.dtype.kind == "M" and (formats or day_first is not None):
        raise _read_already(experiment, name, "formats" if formats else "day_first", day_first)
    if kind == "datetime" and series.dtype.kind != "M":
        return formats or _date_formats(experiment, name, series, day_first)
    return None


def decimal_mark(experiment: Experiment, name: str) -> str | None:
    """Says which mark stands before the decimals where numbers are written as amounts (None: as plain numbers); raises UserError where too few cells are numbers."""
    from engine.amounts import read_amounts

    series = experiment.frame[name].dropna()
    if series.dtype.kind in "iufb":
        return None
    if series.dtype.kind == "M":
        call = ToolCall(tool="extract_dates", args={"columns": [name]})
        raise UserError("not_convertible", f"“{name}” holds dates, which are no amounts.", "Year, month and weekday can be taken out as numbers.", call, argument="kind")
    found = read_amounts(series, usual=file_decimal(experiment))
    if len(series) and found.readable.mean() < FEWEST_READABLE:
        odd = series[~found.readable].iloc[0]
        raise _refused(name, "numeric", f"only {int(found.readable.sum()):,} of {len(series):,} cells are numbers; {str(shown_cell(odd))[:40]!r} is none", "categorical")
    if len(found.units) > 1:
        raise _refused(name, "numeric", f"its amounts are in several units ({quoted_list(found.units[:4])})", "categorical")
    return found.decimal


def file_decimal(experiment: Experiment) -> str | None:
    """Gives the decimal mark with which the numbers of the loaded file are written, where it has one."""
    reading = experiment.steps[0].get("reading") or {}
    decimal: str | None = reading.get("arguments", {}).get("decimal")
    return decimal


def _date_formats(experiment: Experiment, name: str, series: pd.Series[Any], day_first: bool | None) -> list[str]:
    import pyarrow as pa

    from engine.ingest.counted_dates import clock_formats
    from engine.ingest.dates import find_dates

    if series.dtype.kind in "iuf":
        return _number_formats(name, series)
    texts = [str(value) for value in series.unique()[:MOST_LOOKED_AT]]
    if texts and (clock := clock_formats(texts)):
        return clock
    order = None if day_first is None else "day" if day_first else "month"
    found = find_dates(pa.array(texts), order) if texts else None
    if found is not None and (found.english or {"quarter", "week"} & set(found.formats)):
        raise _refused(name, "datetime", f"dates such as {texts[0][:40]!r} are only read when the file is loaded", "text")
    if found is None:
        found, texts = _most_dates(texts, order)
    if found is None or len(texts) < FEWEST_READABLE * min(series.nunique(), MOST_LOOKED_AT):
        raise _refused(name, "datetime", f"too few of its cells are dates; {str(series.iloc[0] if len(series) else '')[:40]!r} is none", "text")
    if found.ambiguous and day_first is None:
        raise _which_order(name, texts)
    return list(found.formats)


def _most_dates(texts: list[str], order: str | None) -> tuple[Any, list[str]]:
    """Leaves out the cells that are no dates by themselves, and looks again."""
    import pyarrow as pa

    from engine.ingest.dates import find_dates

    single = [text for text in texts if find_dates(pa.array([text]), order) is not None]
    return (find_dates(pa.array(single), order) if single else None), single


def _number_formats(name: str, series: pd.Series[Any]) -> list[str]:
    """Whole numbers can be years or dates written without marks, such as 20240131."""
    import pandas as pd

    whole = bool(len(series)) and bool((series == series.round()).all())
    if whole and series.between(1500, 2200).all():
        return ["%Y"]
    if whole and series.between(15000101, 22001231).all():
        texts = series.astype("int64").astype("str")
        if pd.to_datetime(texts, format="%Y%m%d", errors="coerce").notna().all():
            return ["%Y%m%d"]
    raise _refused(name, "datetime", "its numbers are neither years nor dates such as 20240131", "numeric")


def _which_order(name: str, texts: list[str]) -> Question:
    example = next((text for text in texts if text[:2] != text[3:5]), texts[0])
    calls = [
        Suggestion(label=label, reason=f"as in {example}", call=ToolCall(tool="set_kind", args={"columns": [name], "kind": "datetime", "day_first": first}))
        for label, first in (("The day comes first", True), ("The month comes first", False))
    ]
    return Question(f"The dates of “{name}” can be read either way, such as {example}. Which comes first?", calls)


def _read_already(experiment: Experiment, name: str, argument: str, day_first: bool | None) -> UserError:
    """Says that a column's dates were read with the file, with the call that reads it with the day or the month first."""
    call = None
    if day_first is not None:
        order = "day" if day_first else "month"
        call = ToolCall(tool="load_data", args={"source": experiment.steps[0]["args"]["source"], "date_order": order})
    said = f"{argument} would be passed over: “{name}” holds dates already, as they were read with the file."
    return UserError("invalid_argument", said, "Load the file again with the other order of day and month." if call else f"Leave {argument} out.", call, argument=argument)


def _refused(name: str, kind: str, why: str, instead: str) -> UserError:
    call = ToolCall(tool="set_kind", args={"columns": [name], "kind": instead})
    return UserError("not_convertible", f"“{name}” cannot be treated as {kind}: {why}.", f"It can be treated as {instead}.", call, argument="kind")
