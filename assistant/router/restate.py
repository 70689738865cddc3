"""Says in plain words what was written as SQL or Python, and writes dates as the table does; everything else stays as it is."""

from __future__ import annotations

import re

from assistant.router import code_words, frames
from assistant.router.listing import in_lines
from assistant.router.normalize import outside_quotes

_FUNCTIONS = {"avg": "average", "mean": "average", "sum": "sum", "min": "minimum", "max": "maximum", "count": "count", "median": "median", "std": "std", "stddev": "std"}
_GROUPED = re.compile(r"^\s*select\s+(?P<what>.{1,200}?)\s+from\s+\S{1,60}\s+group\s+by\s+(?P<by>.{1,200}?)(?:\s+order\s+by\s.{1,100})?\s*;?\s*$", re.I | re.S)
_CALL = re.compile(r"(\w{2,8})\s*\(\s*(?:distinct\s+)?([^()]{1,100}?)\s*\)", re.I)
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_MONTH = r"(?P<month>" + "|".join(f"{month}|{month[:3]}\\.?" if month != "may" else month for month in _MONTHS) + r")"
_DAY_FIRST = re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH},? (?P<year>\d{{4}})\b", re.I)
_MONTH_FIRST = re.compile(rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})\b", re.I)


def restated(text: str, names: tuple[str, ...] = ()) -> str:
    """Gives the words that a query or a line of code means, with dates in figures; other text is given back unchanged."""
    listed = in_lines(text, names)
    return _query(listed) or outside_quotes(code_words.in_words(frames.in_words(listed), names), _dated)


def _query(text: str) -> str | None:
    grouped = _GROUPED.match(text)
    calls = [(match[1].lower(), match[2]) for match in _CALL.finditer(grouped["what"]) if match[1].lower() in _FUNCTIONS] if grouped else []
    if grouped is None or len(calls) != 1:
        return None
    name, column = calls[0]
    return f"count by {grouped['by']}" if name == "count" else f"{_FUNCTIONS[name]} of {column} by {grouped['by']}"


def _dated(text: str) -> str:
    return _MONTH_FIRST.sub(_in_figures, _DAY_FIRST.sub(_in_figures, text))


def _in_figures(match: re.Match[str]) -> str:
    month = next(place for place, name in enumerate(_MONTHS, 1) if name.startswith(match["month"].lower().rstrip(".")))
    return f"{match['year']}-{month:02d}-{int(match['day']):02d}" if 1 <= int(match["day"]) <= 31 else match[0]
