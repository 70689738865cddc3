"""Turns what was said for a cell into a value of the column's own type, or says what would fit."""

from __future__ import annotations

import math
from typing import Any

from tools.base import UserError

YES = {"true", "yes", "y", "t", "1", "on"}
NO = {"false", "no", "n", "f", "0", "off"}


def typed_value(value: Any, column: str, dtype: str, argument: str = "value") -> Any:
    """Gives the value as the column holds it: a number, true or false, a date in ISO form, or text.

    Raises UserError with an example where it cannot be one.
    """
    if isinstance(value, (list, dict)) or value is None:
        came = "none" if value is None else repr(value)
        raise UserError("invalid_argument", f"One value is needed for “{column}”, but {came} came.", _example(dtype), argument=argument)
    if dtype.startswith("bool"):
        said = str(value).strip().casefold().removesuffix(".0")
        if said in YES | NO:
            return said in YES
        raise _wrong(column, value, "true or false", "Say true or false.", argument)
    if dtype.startswith(("int", "uint", "float")):
        return _number(value, column, argument)
    if dtype.startswith("datetime"):
        return _date(value, column, argument)
    return str(value).lower() if isinstance(value, bool) else str(value)


def _number(value: Any, column: str, argument: str) -> int | float:
    if isinstance(value, bool):
        return int(value)
    try:
        number = float(str(value).replace(",", "").replace("_", "").strip()) if isinstance(value, str) else float(value)
    except ValueError:
        raise _wrong(column, value, "numbers", "Give a number.", argument) from None
    if math.isnan(number):
        raise _wrong(column, value, "numbers", "To choose what is missing use is_missing.", argument)
    return int(number) if number.is_integer() and abs(number) < 2**53 else number


def _date(value: Any, column: str, argument: str) -> str:
    import pandas as pd
    import pyarrow as pa

    from engine.ingest.dates import find_dates

    text = str(value).strip()
    if text.isdigit() and len(text) == 4:
        text = f"{text}-01-01"
    if len(text) == 7 and text[4] in "-/":
        text = f"{text.replace('/', '-')}-01"
    found = find_dates(pa.array([text]))
    if found is None:
        raise _wrong(column, value, "dates", "Write the date as 2024-12-31.", argument)
    if found.ambiguous:
        raise _wrong(column, value, "dates, and the day and the month of this one could be either way round", "Write the date as 2024-12-31.", argument)
    read = pd.to_datetime(text, format=found.formats[0], utc=True).tz_localize(None)
    return str(read.isoformat().removesuffix("T00:00:00"))


def _example(dtype: str) -> str:
    if dtype.startswith("bool"):
        return "Say true or false."
    if dtype.startswith("datetime"):
        return "For example 2024-12-31."
    return "For example 30." if dtype.startswith(("int", "uint", "float")) else "Give one of the words in it."


def _wrong(column: str, value: Any, holds: str, hint: str, argument: str) -> UserError:
    return UserError("invalid_argument", f"“{column}” holds {holds}, but {value!r} came.", hint, argument=argument)
