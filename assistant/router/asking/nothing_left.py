"""Asks before everything goes, in whatever words: “delete all rows”, “empty the table”, “everything we did has to go”."""

from __future__ import annotations

import re

from assistant.router.arguments.slots import option
from assistant.router.entities.clause import Clause, Unclear

_TAKES = r"(?:drop|remove|delete|erase|wipe(?: out| off)?|empty|clear(?: out)?|purge|truncate|nuke|zap|discard|dump|scrap|trash|kill|destroy|get rid of|throw (?:out|away)|chuck(?: out)?)"
_TABLE = r"(?:table|data ?set|dataset|data|file|sheet|spreadsheet|database|thing|contents?)"
_ALL_ROWS = re.compile(
    rf"(?:(?:please|just|now|and|then|ok|so|can you|could you|"
    rf"lets) )*(?:{_TAKES} (?:(?:all|every|each|every single|all of|the whole|the entire|the complete) (?:the |my |our |of |these |those |"
    rf"single )*(?P<what>[a-z]+)|(?:the |my |our |this |that )(?:whole |entire )?{_TABLE})|"
    rf"(?:empty|wipe|truncate|nuke) (?:it|this|that)(?: all)?)(?: (?:away|out|please|now|completely|entirely|at once|"
    rf"in (?:it|there|here|the (?:table|data|file))))*",
)
_DONE_GOES = re.compile(
    r"(?:everything|all|whatever)(?: that| of what| of that)? (?:we|i|you) (?:did|done|have done|made|changed|tried|have)\b.{0,40}\b(?:has to go|have to go|"
    r"must go|should go|can go|goes|has to be undone|must be undone|away|out|forget it|forgotten)\b.{0,40}|"
    r".{0,60}\bback to (?:nothing|scratch|where (?:we|i) (?:began|started))",
)


def refuse_nothing_left(clause: Clause) -> None:
    """Asks whether to start over, where a message takes all rows or columns, or all that was done, away."""
    words = clause.masked.strip(" .!?")
    said = _ALL_ROWS.fullmatch(words)
    if _DONE_GOES.fullmatch(words) or (said and not clause.values and not clause.numbers and "@" not in words and (said["what"] is None or said["what"] in ("rows", "row", "columns", "column", "records", "lines", "data", "features", "observations") or (said["what"].endswith("s") and _of_rows(said["what"])))):
        raise Unclear("That would leave nothing. Shall I take back all steps, to the data as it was loaded?", [option("start_over", {}, "Yes, start over"), option("show_pipeline", {}, "No, show the pipeline")])


_NO_ROWS = frozenset(["outliers", "duplicates", "dupes", "doubles", "gaps", "blanks", "nans", "nulls", "missings", "holes", "empties", "zeros", "ids", "constants", "models", "runs", "steps", "plots", "charts", "dates", "texts", "strings", "categoricals", "numerics", "numbers", "booleans", "extremes", "errors", "changes", "edits", "filters", "jobs", "experiments", "features", "values", "cells", "negatives", "weekends", "categories", "commas", "spaces"])
"""What all of may go while something is left, or is no row."""


def _of_rows(word: str) -> bool:
    return word not in _NO_ROWS
