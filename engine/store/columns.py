"""The kinds of database column that our tables need beyond the usual ones."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator


class Damaged:
    """Stands for a value that could not be read back; the rest of its row can."""


DAMAGED = Damaged()


class Json(TypeDecorator[Any]):
    """Keeps any JSON value as text; a text that is no JSON reads as DAMAGED, not as an error of the whole list."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Writes a value as JSON; None is null."""
        return None if value is None else json.dumps(value, separators=(",", ":"))

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """Reads the value back."""
        if value is None:
            return None
        try:
            return json.loads(value)
        except (ValueError, TypeError):
            return DAMAGED


class Words(TypeDecorator[str]):
    """Keeps people's text; half a surrogate pair, which no encoding can write, becomes a replacement character."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Writes the text as it came, as far as it is text."""
        return readable(value)


def readable(text: Any) -> str | None:
    """Gives a text as the database can keep it; None stays None."""
    return None if text is None else str(text).encode("utf-8", "surrogatepass").decode("utf-8", "replace")
