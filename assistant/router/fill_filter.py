"""Reads which rows to keep: conditions of a column, a comparison and a value; what is to be removed is turned round."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.clause import Clause, Unclear
from assistant.router.condition_lists import is_either
from assistant.router.conditions import OPPOSITE, Condition, conditions
from assistant.router.direction import direction_of
from assistant.router.slots import option, refuse_unknown_quotes, stranger, unknown_column
from assistant.router.yes_no_rows import rows_of_yes_or_no, says_yes_or_no

_UNKNOWN_TURNED_DOWN = re.compile(r"(?:,|\band|\bbut) (?:no|not|without|except)(?: (?:the|any|those|for))* (?!rows|columns|ones|others)([a-z]{3,}s)(?: (?:please|either|then))?$")
"""What shall not be in the rows, by a word that is none of the table’s: “fare over 30 only, and no survivors”."""


def filter_rows(clause: Clause) -> list[dict[str, Any]]:
    """Reads the conditions for the rows that stay, one call for each."""
    removing = direction_of(clause).removes
    if says_yes_or_no(clause):
        return [rows_of_yes_or_no(clause, removing)]
    try:
        found = conditions(clause)
    except Unclear as unclear:
        raise Unclear(unclear.question, [_turned(entry) for entry in unclear.options] if removing else unclear.options) from unclear
    _refuse_parts_of_words(clause, found)
    if not found:
        unknown = stranger(clause, "where|whose|with", "rows?|records?|it|there|there is|a|an")
        if unknown:
            raise unknown_column(unknown, clause, "filter_rows", "column", {"op": "not_missing"})
        refuse_unknown_quotes(clause, "filter_rows", "column", {"op": "not_missing"})
        raise Unclear("Which rows shall stay? Say, for instance, “keep only rows where a column is above 10”.", [option("preview", {}, "Look at the data"), option("list_options", {"stage": "data"}, "What can be done with rows")])
    unknown = _UNKNOWN_TURNED_DOWN.search(clause.shape.text)
    if unknown:
        kept = [option("filter_rows", _args(condition), f"Keep those with {condition.column}") for condition in found[:2]]
        raise Unclear(f"I see no column or value “{unknown[1]}” here, which shall not be in the rows. Shall I leave that out?", [*kept, option("preview", {}, "Look at the data first")])
    if not removing:
        if len(found) > 1 and re.search(r"@ (?:, )?or (?:the )?@", clause.masked):
            raise Unclear("I can keep the rows for which every condition holds, one after the other, but not those for which one of several does. Which shall I keep?", [option("filter_rows", _args(condition), f"Keep those with {condition.column}") for condition in found[:4]])
        return [_args(condition) for condition in found]
    if len(found) > 1 and (is_either(clause) or _each_named(clause)) and all(condition.op in OPPOSITE for condition in found):
        return [_args(Condition(condition.column, OPPOSITE[condition.op], condition.value)) for condition in found]
    if len(found) > 1 or found[0].op in ("between", "contains"):
        kept = [option("filter_rows", _args(condition), f"Keep those with {condition.column}") for condition in found[:3]]
        raise Unclear("I can keep the rows for which something is true, or remove those of one condition. Which rows shall stay?", [*kept, option("preview", {}, "Look at the data first")])
    condition = found[0]
    return [_args(Condition(condition.column, OPPOSITE[condition.op], condition.value))]


_BEGINS = re.compile(r"\b(?:start|begin|end)(?:s|ing|ning)? with\b ?(?:an? |the )?(?:letters? |words? )?(.{0,40})", re.I)


def _refuse_parts_of_words(clause: Clause, found: list[Condition]) -> None:
    """Asks where texts are to begin with something, or to contain one of several words: a condition says neither."""
    begins = _BEGINS.search(clause.text) if clause.columns else None
    if begins and begins[1].strip():
        column = clause.columns[0].name
        raise Unclear(f"I can keep rows whose “{column}” contains “{begins[1].strip()}”, wherever it stands, but not only at the beginning or end. Shall I?", [option("filter_rows", {"column": column, "op": "contains", "value": begins[1].strip()}, "Yes, wherever it stands"), option("describe_column", {"column": column}, f"Look at {column} first")])
    for condition in found:
        words = re.split(r" or |, ", str(condition.value)) if condition.op == "contains" else []
        if len(words) > 1 and " or " in str(condition.value):
            raise Unclear("I can keep the rows that contain one text at a time. Which one?", [option("filter_rows", {"column": condition.column, "op": "contains", "value": word.strip()}, f"contains {word.strip()}") for word in words[:4]])


def _turned(entry: dict[str, Any]) -> dict[str, Any]:
    """Writes an option to keep rows as the option to remove them."""
    args = entry["call"]["args"]
    opposite = OPPOSITE.get(args.get("op", ""))
    return option("filter_rows", {**args, "op": opposite}, entry["label"]) if opposite and entry["call"]["tool"] == "filter_rows" else entry


_EACH_NAMED = re.compile(r"\band (?:any |all |every |the |those |also )*(?:@ (?:over|above|below|under|of|beyond|more|less|longer|shorter|greater|higher|lower|larger|smaller|older|younger|[<>=])|\w+ (?:over|above|below|under|more than|less than|longer|shorter|older|younger) )")


def _each_named(clause: Clause) -> bool:
    """Says whether each condition has rows of its own: “trips longer than 20 and fares over 100” are two sorts of rows to remove."""
    return _EACH_NAMED.search(clause.masked) is not None and not clause.has("where|whose|if|when|which|that|who|with")


def _args(condition: Condition) -> dict[str, Any]:
    args = {"column": condition.column, "op": condition.op}
    return args if condition.op in ("is_missing", "not_missing") else args | {"value": condition.value}
