"""What understanding a file of any format gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

DELIMITER_NAMES = {"\x1e": "none that was found: every line is one cell", "\t": "a tab", " ": "a space", r"\s+": "a run of spaces"}


@dataclass(frozen=True)
class Reading:
    """The function that reads the file, its arguments, the frame they give and what was said on the way."""

    function: Callable[..., pd.DataFrame]
    arguments: dict[str, Any]
    frame: pd.DataFrame
    warnings: list[str]
    invented_names: bool = False
    ambiguous: dict[str, str] = field(default_factory=dict)


def counted(number: int, noun: str) -> str:
    """Write a number with its noun: "1 line", "3 lines"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def were(number: int) -> str:
    """Give the verb for so many things."""
    return "was" if number == 1 else "were"


def say_delimiter(delimiter: str, given: bool) -> str:
    """Say which delimiter was found, or that it is the one that was given."""
    shown = DELIMITER_NAMES.get(delimiter, repr(delimiter))
    return f"The delimiter is {shown}, as you said." if given else f"The delimiter is {shown}."
