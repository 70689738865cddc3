"""How columns, counts and shares are written in the sentences of the report."""

from __future__ import annotations

import math
import unicodedata
from typing import Any

LONGEST_NAME = 40


def shown(name: Any) -> str:
    """Writes a column name or a value for a sentence: quoted, on one line, shortened, with nothing to interpret."""
    return f"`{plain_text(name, LONGEST_NAME).replace('`', chr(39))}`"


def plain_text(value: Any, limit: int = 80) -> str:
    """Writes any value as one line of at most `limit` characters, without control characters."""
    text = "".join(" " if unicodedata.category(letter) in {"Cc", "Cf", "Zl", "Zp"} else letter for letter in str(value))
    return text if len(text) <= limit else text[: limit - 1] + "…"


def listed(names: list[str], most: int = 3) -> str:
    """Writes several column names as a phrase: `a`, `b` and 4 more."""
    if len(names) > most:
        return ", ".join(shown(name) for name in names[:most]) + f" and {len(names) - most:,} more"
    if len(names) == 1:
        return shown(names[0])
    return ", ".join(shown(name) for name in names[:-1]) + " and " + shown(names[-1])


def named(names: list[str], most: int = 2) -> str:
    """Writes column names for a button, without marks: Age, Cabin and 3 more."""
    parts = [plain_text(name, LONGEST_NAME) for name in names[:most]]
    if len(names) > most:
        parts.append(f"{len(names) - most:,} more")
    return " and ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part)


def rows_of(number: int) -> str:
    """Writes a number of rows: "1 row", "1,200 rows"."""
    return f"{number:,} row{'' if number == 1 else 's'}"


def percent(fraction: float) -> str:
    """Writes a fraction as a percentage that never rounds something to nothing or a part to the whole."""
    if 0 < fraction < 0.001:
        return "under 0.1 %"
    if 0.999 < fraction < 1:
        return "over 99.9 %"
    digits = 0 if (fraction >= 0.1 and fraction <= 0.99) or fraction in (0, 1) else 1
    return f"{fraction * 100:.{digits}f} %"


def brief(number: float) -> str:
    """Writes a number with at most four significant digits, whole numbers in full with thousands separators."""
    if not math.isfinite(number):
        return str(number)
    if number == int(number) and abs(number) < 1e15:
        return f"{int(number):,}"
    return f"{number:,.4g}" if abs(number) < 1e6 else f"{number:.3e}"


def scalar(value: Any) -> Any:
    """Turns a cell into what JSON can hold: text, a number, true or false, or nothing."""
    if value is None or isinstance(value, bool | str):
        return value
    if hasattr(value, "isoformat"):
        return value.isoformat().removesuffix("T00:00:00") if value == value else None
    if hasattr(value, "item"):
        value = value.item()
    if isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    return str(value)
