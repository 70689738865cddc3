"""Asks where certain rows are to be the test: “set aside Embarked Q for testing”, for no split goes by a condition."""

from __future__ import annotations

import re

from assistant.router.arguments.own_split import says_part
from assistant.router.arguments.slots import option
from assistant.router.entities.clause import Clause, Unclear

_PART = r"(?:the |a |an |my |our |its |pure |final |only )*(?:tests?|testing|validation|validating|hold ?out|evaluation|evaluating|checking)(?: (?:set|data|part|rows|sample|purposes|later|only))*"
_OF_A_TEST = re.compile(r"\b(?:test|valid|hold ?out|evaluat|check)")
"""Without any of these words no rows are put into a test."""
_TAKING = r"(?:set|put|lay|keep|hold|leave|reserve|save|use|take|pick|choose|treat|have|want|let|make|turn|move|with|spare)\b"
_ROWS = r"(?:#|@ (?:(?:of|=|is|are|above|over|below|under|after|before|since|from|until|in) )?(?:N|D)(?! ?(?:%|percent|rows|folds?))|(?:after|before|since|until) (?:D|N (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*))"
_SAID = r"(?: (?!and |then |but |N )[^ .;,]+)"
_CALLED = rf"(?:(?:all|only|just|the|of|rows|ones) )*(?:[a-z]+ (?:from |in |of |with )?)?{_ROWS}"
_HELD_OUT = re.compile(rf"\b{_TAKING}{_SAID}{{0,8}}? {_ROWS}{_SAID}{{0,4}}? (?:for|as|in|into|to|be|on) {_PART}(?=$| [,.?]| and| please| then)|\b{_TAKING}{_SAID}{{0,4}}? (?:for|as|in|into|to be|be) {_PART} {_CALLED}$")
_TRAINED_ON = re.compile(r"\b(?:train|fit|learn)\w*\b[^.;]*?\b(?:on|from|with)\b")
_TESTED_ON = re.compile(rf"\btest\w* (?:it |them )?(?:only |just )?(?:on|with) {_CALLED}")
_TEST_IS = re.compile(rf"^(?:the |my |our )?(?:test|validation|holdout|hold out) (?:set|data|part|rows) (?:should |shall |must |will |is |are |to )+(?:be )?{_CALLED}|{_ROWS}{_SAID}{{0,3}}? (?:is|are|shall be|should be|go|goes|belongs?)(?: to| in| into)? {_PART}$")


def refuse_rows_for_test(clause: Clause) -> None:
    """Asks how to split where rows of a value are to be the test set; raises Unclear with ways of splitting as its options."""
    if not _OF_A_TEST.search(clause.norm):
        return
    shape = clause.shape.text
    if not (_HELD_OUT.search(shape) or _TEST_IS.search(shape) or (_TESTED_ON.search(shape) and _TRAINED_ON.search(shape))):
        return
    values = [value for value in clause.values if not says_part(value.value)]
    names = [name for value in values for name in value.columns[:1]] or [mention.name for mention in clause.columns if mention.clear] or clause.context.features(("datetime",))
    if not names or len(values) < len(clause.values):
        return
    column = names[0]
    by = {"strategy": "time", "column": column} if clause.context.kind(column) == "datetime" else {"strategy": "group", "column": column}
    options = [option("split", by, f"Split by {column}" if by["strategy"] == "time" else f"Each {column} in one part only"), option("split", {"strategy": "random"}, "Split by lot")]
    options += [option("filter_rows", {"column": column, "op": "ne", "value": values[0].value}, f"Leave out the rows with {values[0].value}")] if values else []
    raise Unclear(f"No split puts just certain rows into the test. I can split by “{column}”, or by lot. How shall I split?", options)
