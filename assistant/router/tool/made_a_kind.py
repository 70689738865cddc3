"""Recognises that columns are only said to be of a kind: “turn a and b into dates”, “make fee and distance numbers”."""

from __future__ import annotations

import re

from assistant.router.context import Call
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause

_COLUMNS = r"(?:(?:the|both|all|of|these|those|my|our|columns?|fields?) )*@(?:(?: ?(?:, and|,|and|&|\+|plus|as well as|n))? ?(?:the )?@)*(?: (?:columns?|fields?|both|all|too))*"
_THEM = r"(?:them|those|these|the (?:two|three|2|3)|all (?:three|four|[2-9]))(?: (?:both|all|columns?|ones))?|both(?: (?:of them|of these|of those|columns?))?|it|that|this|(?:that|this) (?:one|column)"
_VERB = r"(?:let|have|make|turn|convert|change|set|cast|treat|consider|handle|read|regard|interpret|mark|declare|see|view|parse|take|use|transform|put)"
_ONLY = r"(?: (?:only|just|really|merely|simply|actually|basically|nothing but|no more than|clearly|all|both))*"
_ALSO_CALLED = r"(?:(?:an? )?(?:label|tag|name|number|code|key)(?: (?:on|of|for|in) (?:the|an?|each|every|my|our) [a-z]+)? ?(?:,|so|and|ie|i e|meaning) (?:so |and )?)?"
_NOT_LEARNED = r"(?: ?,? (?:so |and |there is |theres )*(?:nothing|not|no use|no good|useless|never|dont|do not)\b[^@,]{2,40})?"
_SHALL_BE = r"(?:should|shall|must|has to|have to|needs? to|ought to) (?:all |both )?(?:be|become|count)(?: (?:treated|read|seen|handled|taken|considered|regarded|interpreted|turned|made|converted|changed|parsed))?|(?:is|are)|contains?|holds?|as"
_POLITE = r"(?:(?:please|now|and|then|so|ok|also|just|can you|could you|i want to|i would like to|lets|let us|sorry) ,? ?)*"
_AS = r"(?:(?:into|to|as|be|being|read|treated|seen|in|an?|plain|proper|real|just|simply|only|pure|(?:of )?(?:the )?(?:kind|type)(?: of)?) )*"
_KIND = (
    r"(?P<kind>categor(?:y|ies|ical|icals)|numbers?|numerics?|numericals?|floats?|integers?|ints?|dates?|datetimes?|timestamps?|texts?|free text|strings?|"
    r"bool(?:ean)?s?|yes ?/? ?(?:or )?no|true ?/? ?(?:or )?false|ids?|identifiers?|(?:running|serial|reference|sequence|consecutive|row|record) numbers?|nominal|"
    r"factors?)"
)
_TAIL = r"(?: (?:columns?|values?|ones|fields?|kind|type|types|please|instead|now|too|then|again))*"
_MADE = re.compile(rf"{_POLITE}(?:{_VERB} (?:{_COLUMNS}|{_THEM})|(?:{_COLUMNS}) ?[,:]? ?{_VERB} (?:(?:them|it|both|these|those|all)(?: (?:both|all|of them))?)?|(?:{_COLUMNS}|{_THEM})(?: thing| one)? (?:{_SHALL_BE}){_ONLY}) {_AS}{_ALSO_CALLED}{_AS}{_KIND}{_TAIL}{_NOT_LEARNED}")
"""Columns, and a kind as all that is said of them."""
_AMOUNT = re.compile(r"[^\w\s]{0,3}\s?[-+]?\d[\d.,' ]*\s?\D{0,6}")
"""A number with a currency or a unit before or after it."""


def made_a_kind(clause: Clause) -> str | None:
    """Gives the tool for columns that are to be of a kind: words become numbers by encoding, all else by being read as such."""
    match = _MADE.fullmatch(clause.masked.strip(" .!?,"))
    kind = vocabulary.first(match["kind"], vocabulary.KINDS) if match else None
    if kind is None:
        return None
    if kind == "numeric" and not _NAMED_ITSELF.search(clause.masked):
        return "set_kind" if clause.columns and all(_holds_numbers(name, clause) for mention in clause.columns for name in mention.names) else None
    return "set_kind"


_NAMED_ITSELF = re.compile(r"\b(?:treat|read|consider|regard|interpret|cast|parse|mark|declare|see|view)\b")
"""Verbs that only say what a column is, where “turn into numbers” may ask for more."""


def numbered(call: Call, clause: Clause) -> Call:
    """The call itself; encoding where words that are no numbers were to be read as such: “numbers for the stop names”."""
    columns = call["args"].get("columns")
    if call["tool"] != "set_kind" or call["args"].get("kind") != "numeric" or not isinstance(columns, list) or not clause.has("numbers") or _NAMED_ITSELF.search(clause.masked):
        return call
    words = [[value for value in clause.context.column(name).get("values") or () if isinstance(value, str)] for name in columns]
    wordy = all(values and not any(re.search(r"\d", value) for value in values) for values in words)
    return {"tool": "encode", "args": {"columns": columns}} if wordy else call


_BY_CODES = re.compile(r"\b(?:encod\w*|one ?hot\w*|ohe|dummies|dummy|ordinal|label|target|frequency|hash\w*|categor\w+|codes?)\b")
_OF_TEXTS = re.compile(r"\b(?:texts?|sentences|free text|written (?:words|text))\b")


def of_sentences(call: Call, clause: Clause) -> Call:
    """The call itself; counting words where columns of sentences are to become numbers: “turn the comments into numbers”."""
    if call["tool"] not in ("encode", "set_kind") or "method" in call["args"] or call["args"].get("kind") not in (None, "numeric") or _BY_CODES.search(clause.masked):
        return call
    columns = call["args"].get("columns")
    if isinstance(columns, list) and columns and all(_holds_sentences(name, clause) or ((call["tool"] == "encode" or clause.has("numbers")) and clause.context.kind(name) == "text") for name in columns):
        return {"tool": "vectorize_text", "args": {"columns": columns}}
    if call["tool"] == "encode" and not isinstance(columns, list) and _OF_TEXTS.search(clause.masked):
        return {"tool": "vectorize_text", "args": {}}
    return call


def _holds_sentences(name: str, clause: Clause) -> bool:
    """Says whether the cells of a column are sentences."""
    column = clause.context.column(name)
    values = [value for value in column.get("values") or () if isinstance(value, str)]
    return len(values) > 5 and sum(len(value.split()) > 2 for value in values) > 0.7 * len(values)


def _holds_numbers(name: str, clause: Clause) -> bool:
    """Says whether the cells of a column may be read as numbers, rather than be words that are to be coded."""
    column = clause.context.column(name)
    values = column.get("values") or []
    if column.get("kind") == "boolean":
        return False
    return all(not isinstance(value, str) or _AMOUNT.fullmatch(value.strip()) for value in values) if values else column.get("kind") != "categorical"
