"""How single values are written for people and for JSON."""

from __future__ import annotations

import math
from typing import Any

LONGEST = 200


def shown_cell(value: Any) -> Any:
    """Writes one cell as plain JSON: missing becomes null, dates ISO text, long text is cut."""
    if value is None:
        return None
    if hasattr(value, "isoformat"):
        return None if str(value) == "NaT" else value.isoformat(sep=" ").removesuffix(" 00:00:00")
    if hasattr(value, "item"):
        value = value.item()
    if isinstance(value, float):
        if math.isnan(value):
            return None
        return str(value) if math.isinf(value) else value
    if isinstance(value, (bool, int)):
        return value
    text = str(value)
    if text == "<NA>":
        return None
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def told_cell(value: Any) -> str:
    """Writes a cell for a sentence or a label: what is missing in a word, whole numbers without a point."""
    shown = shown_cell(value)
    if shown is None:
        return "missing"
    return str(int(shown) if isinstance(shown, float) and shown.is_integer() else shown)


def counted(number: int, noun: str, plural: str = "") -> str:
    """Writes a number with its noun: 1 row, 1,200 rows, 2 categories where the plural is given."""
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"


def listed(names: list[str], most: int = 6) -> str:
    """Writes names as a short list in a sentence."""
    shown = [escaped(name) for name in names[:most]]
    more = len(names) - len(shown)
    if more > 0:
        return f"{', '.join(shown)} and {more:,} more"
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)


def quoted_list(names: list[str], most: int = 6) -> str:
    """Writes names for an error, which is no Markdown: each between backticks, as a short list."""
    shown = [quoted(name) for name in names[:most]]
    more = len(names) - len(shown)
    last = [f"{more:,} more"] if more > 0 else [shown.pop()]
    return " and ".join([", ".join(shown), *last]) if shown else last[0]


NAMED = 4
"""Up to so many things are named in a title; more are only counted, or the first of them named."""


def named_columns(columns: list[str] | str, most: int = NAMED) -> str:
    """Writes the columns of a call for a title: the first names, or what a word for several of them means."""
    if isinstance(columns, str):
        return {"all": "all columns", "missing": "the columns with gaps"}.get(columns, f"the {columns} columns")
    return ", ".join(columns[:most]) + ("…" if len(columns) > most else "")


def escaped(text: object) -> str:
    """Takes from text what Markdown would act on, and puts it on one line."""
    return " ".join(_escaped_letters(str(text)).split())


def _escaped_letters(text: str) -> str:
    return "".join(f"\\{letter}" if letter in "\\`*_{}[]<>#|!~&" else letter for letter in text)


def quoted(name: object, longest: int = 40) -> str:
    """Writes a name for a sentence: between backticks, on one line, shortened, with nothing to interpret."""
    plain = " ".join("".join(letter if letter.isprintable() else " " for letter in str(name)).split()).replace("`", "'")
    return f"`{plain if len(plain) <= longest else plain[: longest - 1] + '…'}`"


def in_markdown(sentence: str) -> str:
    """Makes a sentence safe in Markdown and leaves the names between its backticks as code."""
    parts = sentence.split("`")
    if len(parts) % 2 == 0:
        return escaped(sentence)
    return "`".join(part if place % 2 else _escaped_letters(part) for place, part in enumerate(parts))


def rounded(value: float) -> str:
    """Writes a number for reading: three significant figures, thousands separated."""
    if value == 0:
        return "0"
    if not math.isfinite(value):
        return str(value)
    if abs(value) >= 1000:
        return f"{value:,.0f}"
    return f"{value:.3g}"


def give_or_take(mean: float, sd: float | None) -> str:
    """Writes a mean over folds with its standard deviation, where there is one: “0.842 ± 0.0439”."""
    return f"{rounded(mean)} ± {rounded(sd)}" if sd else rounded(mean)
