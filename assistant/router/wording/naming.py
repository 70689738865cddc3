"""Puts quotes round column names that no sentence could hold unquoted: names of signs, of code, or with “and” in them."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.router.wording.normalize import QUOTED

_ODD = re.compile(r"[^\w\s.-]|\.\W|\.$|-$|\b(?:and|or|then|by|vs|to|of|with|for|not|no|is|what|how|which|drop|delete|select)\b", re.I)


def with_names_quoted(text: str, names: tuple[str, ...]) -> str:
    """Quotes each odd name that stands in the text as it is written in the table; what is quoted already stays."""
    pattern = _pattern(names)
    if pattern is None:
        return text
    pieces, position = [], 0
    for match in pattern.finditer(text):
        inside = any(quoted.start() < match.start() and match.end() < quoted.end() for quoted in QUOTED.finditer(text))
        if inside or match[0] in [quoted[0] for quoted in QUOTED.finditer(text)]:
            continue
        mark = next((mark for mark in "`\"" if mark not in match[0]), None)
        if mark:
            pieces += [text[position : match.start()], mark, _as_written(match[0], names), mark]
            position = match.end()
    return "".join([*pieces, text[position:]])


_CALLED = re.compile(r"\b(?P<the>the|my|our|that|this|its|column|one) ?(?P<kind>(?:columns?|fields?|features?|variables?|one)\b)?,? ?(?:which is |that is |thats )?(?:called|named|labell?ed|titled|(?:by|with|of) the name(?: of)?|that goes by) (?=\S)", re.I)
"""What introduces a column by its name: “the column called drop”."""


def introduced(text: str, names: tuple[str, ...]) -> str:
    """Writes “the column called drop” as “the column "drop"”, so that nothing is taken for a new name."""
    pieces, position = [], 0
    for match in _CALLED.finditer(text):
        name = _begun_by(text[match.end() :], names) if match["kind"] or match["the"].lower() in ("column", "one") else None
        if name and match.start() >= position:
            end = match.end() + len(name)
            pieces += [text[position : match.start()], f'{match["the"]} {match["kind"] or ""}'.replace("one", "column").strip(), f' "{_as_written(text[match.end() : end], names)}"']
            position = end
    return "".join([*pieces, text[position:]])


def _begun_by(text: str, names: tuple[str, ...]) -> str | None:
    """The longest name that the text begins with, as it stands there."""
    found = [name for name in names if '"' not in name and text[: len(name)].lower() == name.lower() and not text[len(name) : len(name) + 1].isalnum() and text[len(name) : len(name) + 1] != "_"]
    exact = [name for name in found if text.startswith(name)]
    longest = max(exact or found, key=len, default=None)
    return text[: len(longest)] if longest else None


def without_names(text: str, names: tuple[str, ...]) -> str:
    """Takes quoted column names out of the text, so that a name is not taken for an order."""
    for name in _of_several_words(names):
        if name.casefold() in text.casefold():  # a table has thousands of names, and each pattern must be made
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " it ", text, flags=re.I)
    known = set(names)
    return QUOTED.sub(lambda match: " it " if (match[1] or match[2] or match[3]) in known else match[0], text)


@lru_cache(maxsize=64)
def _of_several_words(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted((name for name in names if " " in name and len(name) > 5), key=len, reverse=True))


def _as_written(said: str, names: tuple[str, ...]) -> str:
    return said if said in names else next(name for name in names if name.lower() == said.lower())


@lru_cache(maxsize=64)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str] | None:
    odd = sorted((name for name in names if (1 < len(name) <= 100 or not name.isascii()) and not name.isalnum() and _ODD.search(name) and "\n" not in name), key=len, reverse=True)
    return re.compile("|".join(rf"(?<![\w]){re.escape(name)}(?![\w])" for name in odd), re.I) if odd else None
