"""Reads the last of a list that is called by an everyday word: “drop vessel length and the log” with log_text; asks where no column is meant, as that word is no order of its own."""

from __future__ import annotations

import re

from assistant.router.arguments.slots import unknown_beside
from assistant.router.context import RouterContext
from assistant.router.entities.clause import Clause
from assistant.router.entities.names import prepared
from assistant.router.tool.triggers.wordlists import DROP

_LAST = re.compile(r"^(?P<list>[^.;:?!]{6,120}?)(?P<joint>,? and |, | ?& )(?:the|my|our) (?P<word>[a-z]+)(?: columns?| fields?)?(?: please)?[.! ]*$", re.I)
_GO = re.compile(rf"(?:(?:please|just|now|then|so|lets|can you) )*(?:{DROP}) (?:(?:the|my|our|column|columns) )*@(?: ?(?:, and|,|and|&) ?(?:the )?@)*")
_NO_COLUMN = frozenset(["rest", "others", "other", "target", "label", "row", "rows", "records", "duplicates", "doubles", "gaps", "blanks", "missing", "empties", "outliers", "extremes", "data", "table", "model", "same", "ids", "id", "index", "one", "ones", "two", "columns", "features", "nulls", "nans", "zeros", "constants", "dates", "texts", "numbers", "categoricals"])
"""Words that mean something else to be dropped, or all columns of a sort."""


def with_last_named(message: str, context: RouterContext) -> str:
    """The message with the name of that column; other messages stay as they are."""
    said = _LAST.match(message.strip())
    word = said["word"].lower() if said else ""
    if said is None or word in _NO_COLUMN or Clause(word, context).columns:
        return message
    listed = Clause(said["list"], context)
    if not _GO.fullmatch(listed.masked) or not all(mention.clear for mention in listed.columns) or Clause(message, context).masked.count("@") > len(listed.columns):
        return message
    names = [mention.name for mention in listed.columns]
    fit = [name for name in prepared(context.names).by_part.get(word, ()) if name not in names]
    if len(fit) == 1 and '"' not in fit[0]:
        return f'{said["list"]}{said["joint"]}"{fit[0]}"'
    raise unknown_beside(word, names, listed, "drop_columns", {})
