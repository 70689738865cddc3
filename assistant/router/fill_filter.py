"""Reads which rows to keep: a column, a comparison and a value; what is to be removed is turned round."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.clause import Clause, Unclear
from assistant.router.normalize import Token, plain_number
from assistant.router.slots import option, resolved
from assistant.router.values import age_column, coerced

_OPPOSITE = {"eq": "ne", "ne": "eq", "gt": "le", "le": "gt", "ge": "lt", "lt": "ge", "in": "not_in", "not_in": "in", "is_missing": "not_missing", "not_missing": "is_missing"}
_REMOVE = re.compile(r"\b(?:drop|remove|delete|discard|exclude|get rid of|throw (?:out|away)|toss|ditch|eliminate|omit|ignore|leave out|filter out|kick out|without|no|dont want|except)\b")
_OPS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"(?:{pattern})"))
    for name, pattern in (
        ("not_missing", r"\b(?:is not|isnt|are not|arent|not) (?:missing|null|nan|empty|blank|na)\b|\b(?:is|are) (?:known|present|given|filled|there)\b|\bnot missing|\bnotna\b|\bnotnull\b|\bhas a value\b|\bhave a value\b|\bknown @"),
        ("is_missing", r"\b(?:missing|null|nan|empty|blank|unknown|isna|isnull|has no value|have no value)\b|\bwithout (?:an? )?@"),
        ("contains", r"\bcontain(?:s|ing)?\b|\binclud(?:es|ing)\b"),
        ("between", r"\bbetween\b|\bfrom -?[\d.]+ to -?[\d.]+|\b[\d.]+ (?:to|-) -?[\d.]+"),
        ("ge", r"\bat least\b|\bor (?:more|above|older|higher|over|greater|larger|bigger|later|up)\b|> =|>=|\bno less than\b|\bnot (?:less|below|under|smaller|younger|lower)\b|\bminimum\b|\band (?:above|over|up|older|higher|more)\b|\bgreater (?:than )?or equal"),
        ("le", r"\bat most\b|\bor (?:less|fewer|below|younger|lower|under|smaller|earlier)\b|< =|<=|\bno more than\b|\bnot (?:more|above|over|older|higher|greater|larger)\b|\bmaximum\b|\bup to\b|\band (?:below|under|younger|lower|less)\b|\bless (?:than )?or equal"),
        ("gt", r"\b(?:above|over|greater|more|older|higher|larger|bigger|exceed(?:s|ing)?|after|longer|heavier|beyond|later|taller|costlier)\b|>"),
        ("lt", r"\b(?:below|under|less|fewer|younger|lower|smaller|before|shorter|lighter|cheaper|earlier)\b|<"),
        ("ne", r"\bis not\b|\bisnt\b|\bare not\b|\barent\b|! =|!=|<>|\bnot equal\b|\bother than\b|\bexcept\b|\bdifferent from\b|\bdoes not equal\b|\bnot\b|\bdoesnt equal\b"),
        ("eq", r"\bequals?\b|==?|= =|\bis\b|\bare\b|\bof\b|\bfrom\b|\bin\b|\bwith\b"),
    )
)


def filter_rows(clause: Clause) -> dict[str, Any]:
    """Reads the condition for the rows that stay."""
    words = clause.masked
    removing = bool(_REMOVE.match(words) or re.match(r"(?:dont want|no) ", words))
    operation = next((name for name, pattern in _OPS if pattern.search(words)), "eq")
    numbers = [token for _, token in clause.numbers]
    column, value, operation = _subject(clause, operation, numbers)
    if operation in ("eq", "ne") and isinstance(value, list):
        operation = "in" if operation == "eq" else "not_in"
    if removing and operation != "between" and operation != "contains":
        operation = _OPPOSITE[operation]
    elif removing:
        raise Unclear("I can keep the rows for which that is true, or you can name the ones to keep.", [option("filter_rows", _args(column, operation, value), "Keep those rows"), option("preview", {}, "Look at the data first")])
    return _args(column, operation, value)


def _args(column: str, operation: str, value: Any) -> dict[str, Any]:
    args = {"column": column, "op": operation}
    return args if operation in ("is_missing", "not_missing") else args | {"value": value}


def _subject(clause: Clause, operation: str, numbers: list[Token]) -> tuple[str, Any, str]:
    context = clause.context
    if operation in ("is_missing", "not_missing") and clause.columns:
        return resolved(clause.columns[0], clause, "filter_rows", "column", {"op": operation}), None, operation
    if operation in ("gt", "ge", "lt", "le", "between") and numbers:
        value = [plain_number(token.number or 0) for token in numbers[:2]] if operation == "between" else plain_number(numbers[-1].number or 0)
        if operation == "between" and len(numbers) < 2:
            raise Unclear("Between which two values?")
        # “Passengers older than 18” names the rows, not the column of their numbers.
        named = [mention for mention in clause.columns if mention.score > 1.1 or any(context.kind(name) != "id" for name in mention.names)]
        if named:
            return resolved(named[0], clause, "filter_rows", "column", {"op": operation, "value": value}), value, operation
        age = age_column(context)
        if age and clause.has("older|younger|aged|age|years|year olds?|over|under|adults"):
            return age, value, operation
        raise Unclear("Which column shall that be about?", [option("filter_rows", {"column": name, "op": operation, "value": value}, name) for name in context.features(("numeric",))[:4]])
    if operation == "contains" and clause.columns:
        rest = re.split(r"\b(?:contains?|containing|includes?|including)\b", clause.text, maxsplit=1)[-1].strip().strip("\"'`")
        return clause.columns[0].name, rest, operation
    return _category(clause, operation, numbers)


def _category(clause: Clause, operation: str, numbers: list[Token]) -> tuple[str, Any, str]:
    operation = operation if operation in ("eq", "ne") else "eq"
    if clause.values:
        return _from_values(clause, operation)
    if clause.columns:
        mention = clause.columns[0]
        column = resolved(mention, clause, "filter_rows", "column", {"op": operation})
        rest = [token for token in clause.tokens[mention.end :] if token.quoted or token.norm not in ("is", "are", "=", "==", "equals", "equal", "to", "not", "isnt", "the", "a", "an", "of", "or", "and", ",", "either", "in", "(", ")", "[", "]", "!=", "rows", "only", "column")]
        if rest:
            values = [coerced(clause.context, column, token) for token in rest]
            known = clause.context.column(column).get("values") or []
            if len(values) > 1 and not all(value in known or isinstance(value, int | float) for value in values):
                return column, clause.text[rest[0].start : rest[-1].end].strip("\"'"), operation
            return column, values[0] if len(values) == 1 else values, operation
        before = [token for token in clause.tokens[: mention.start] if token.number is not None]
        if before:
            return column, plain_number(before[-1].number or 0), operation
        implied = _yes(clause, column)
        if implied is not None:
            return column, implied, operation
    raise Unclear("Which rows shall stay? Say, for instance, “keep only rows where a column is above 10”.", [option("preview", {}, "Look at the data"), option("list_options", {"stage": "data"}, "What can be done with rows")])


def _yes(clause: Clause, column: str) -> Any:
    """The value of a yes-or-no column that means yes."""
    values = clause.context.column(column).get("values") or []
    if len(values) != 2:
        return None
    return next((value for value in values if value is True or str(value).lower() in ("1", "1.0", "yes", "true", "y")), None)


def _from_values(clause: Clause, operation: str) -> tuple[str, Any, str]:
    named = [mention.name for mention in clause.columns if mention.clear]
    first = clause.values[0]
    fitting = [name for name in first.columns if name in named] or list(first.columns)
    if len(fitting) > 1:
        options = [option("filter_rows", {"column": name, "op": operation, "value": first.value}, name) for name in fitting[:4]]
        raise Unclear(f"“{first.value}” is a value of several columns. Which one do you mean?", options)
    column = fitting[0]
    values = [found.value for found in clause.values if column in found.columns]
    return column, values[0] if len(values) == 1 else values, operation
