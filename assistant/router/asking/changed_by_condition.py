"""Asks where values are to change only in the rows of a condition, which no step does: “make the rate 0 where it is above 5”, “deposit over 150 capped at 150”."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.slots import option
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.condition import OPPOSITE, OUTSIDE, Condition, as_args
from assistant.router.entities.conditions import conditions
from assistant.router.entities.signs import of_sign

_BLANKED = re.compile(r"^(?:(?:please|so|then|and|now|just) )*(?:set|make|turn|change|put|mark|treat|replace|convert)\b.*\b(?:(?:to|as|into|with|by|be|=) (?:an? )?)?(?:empty|missing|blank|nan|na|null|none|unknown|nothing|gaps?)\b[^#@]*$")
"""What asks to empty the cells of rows that a condition tells: “set ages over 100 to empty”."""


_MADE_MISSING = re.compile(r"[#ND](?: [a-z]+)? ?,? (?:- >|= >|->|=>|=|to|becomes?|(?:should|must|shall) (?:be|become)|means?) (?:an? )?(?:missing|nan|na|null|none|empty|blank|unknown)(?: please)?$")
"""“age over 110 -> missing”"""


def refuse_blanking(clause: Clause, filters: list[dict[str, Any]]) -> None:
    """Asks what is to become of rows whose cells are to be emptied by a condition: single values alone can be."""
    if len(filters) != 1 or filters[0].get("op") not in ("gt", "ge", "lt", "le") or not (_BLANKED.search(clause.norm) or _MADE_MISSING.search(clause.shape.text)):
        return
    column, stay = filters[0]["column"], {**filters[0], "op": OPPOSITE[filters[0]["op"]]}
    raise Unclear(
        f"Cells of “{column}” can be emptied one value at a time, such as “replace 999 in {column} by missing”, or pulled in to a limit, but not by a condition. What shall I do?",
        [option("filter_rows", stay, "Drop these rows"), option("handle_outliers", {"columns": [column], "action": "clip"}, f"Clip what is extreme in {column}"), option("describe_column", {"column": column}, f"Look at {column} first")],
    )


_PULLED = re.compile(
    r"(?:(?:all|any|the|every|if|where|when|values|make|set|turn|change) )*@ (?:(?:is|are|was|of) )*(?P<over>above|over|beyond|more than|greater than|higher than|"
    r"larger than|>|> =)?(?:below|under|less than|lower than|smaller than|<|< =)? N(?: [a-z]+)? ?,? (?:- >|= >|->|=>|to|becomes?|become|"
    r"(?:should|must|shall) (?:be|become)|(?:(?:is|are|be|gets?) )?(?:capped|clipped|set|cut|limited|reduced|raised|lifted)(?: down| up)? (?:at|to)|"
    r"(?:so |then |just )*(?:make|put|set|cap|use)(?: (?:it|them|that|those|at|to))*) N",
)
"""What a number beyond a bound shall become: “deposit over 150 capped at 150”."""


def refuse_pulled(clause: Clause) -> None:
    """Asks where numbers are to be changed by how they compare, which no step does."""
    if len(clause.numbers) != 2 or len(clause.columns) != 1 or not _PULLED.fullmatch(clause.shape.text.strip(" .!")):
        return
    place, token = clause.numbers[1]
    rows = Clause(clause.text[: clause.tokens[place - 1].start].rstrip(" ,->="), clause.context)
    meant = [condition for condition in conditions(rows) if condition.op in ("gt", "ge", "lt", "le")]
    if meant:
        raise Unclear(f"No step pulls “{meant[0].column}” in to {token.text}. Shall the rows beyond it go, or outliers be clipped by the quartiles (iqr)?", [option("filter_rows", as_args(Condition(meant[0].column, OPPOSITE[meant[0].op], meant[0].value)), "Leave those rows out"), option("handle_outliers", {"columns": [meant[0].column], "method": "iqr", "action": "clip"}, f"Clip the outliers of {meant[0].column}"), option("describe_column", {"column": meant[0].column}, f"Look at {meant[0].column} first")])


_CHANGES = re.compile(r"^(?:(?:please|just|and|then|so) )*(?:make|set|turn|change|put|let|replace) (?:the |all )*@ (?:(?:to|into|as|be|become|with|by|=) )*(?:[N#]|''|[a-z][a-z-]*) (?:where|wherever|when|whenever|if|for (?:the |all )*(?:rows|ones))(?!\S)")


_SIGN_CHANGED = re.compile(r"^(?:(?:all|the|any|set|make|turn|replace|put|change) )*(?:negative|positive) @(?: (?:values|ones|numbers))? (?:=|to|into|by|with|should|must|are|becomes?|means?)(?: (?:be|become|=|to|a|an|the|really))* (?:N|zero)")


_TOLD_WHERE = re.compile(r"\b(?:where|wherever|when|whenever|if) ", re.I)
"""What stands before the rows in which values are to change."""


def refuse_changes(clause: Clause, found: list[Condition]) -> None:
    """Asks where values are to change in the rows of a condition, which no step does: “make the rate 0 where it is above 5”."""
    if not found or not (_CHANGES.match(clause.shape.text) or _SIGN_CHANGED.match(clause.shape.text)):
        return
    signed = of_sign(clause) if _SIGN_CHANGED.match(clause.shape.text) or clause.has("negative|positive") else []
    told = _TOLD_WHERE.search(clause.text)
    rows = Clause(clause.text[told.end() :], clause.context) if told and not signed else None
    meant = conditions(rows) if rows and (rows.columns or rows.values) else []
    last = signed[0] if signed else (meant or found)[-1]
    away = [option("filter_rows", as_args(Condition(last.column, OPPOSITE[last.op], last.value)), "Leave those rows out")] if OPPOSITE.get(last.op, OUTSIDE) != OUTSIDE else []
    raise Unclear("I can replace one value by another, or leave rows out, but not change a value only in the rows of such a condition. What shall I do?", [*away, option("filter_rows", as_args(last), "Keep only those rows"), option("describe_column", {"column": last.column}, f"Look at {last.column} first")])
