"""Reads a word as a value of a given column, and knows which of its values mean yes and no."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.context import RouterContext
from assistant.router.entities.names import Mention, key, parts
from assistant.router.entities.value_words import NO, PEOPLE, YES
from assistant.router.wording.normalize import Token, plain_number


def coerced(context: RouterContext, column: str, token: Token) -> Any:
    """Reads a token as a value of the column: the value as it stands in the data where it is one."""
    values = context.column(column).get("values") or []
    wanted = PEOPLE.get(token.norm, token.norm)
    said = _meant(values, token) if not token.quoted else None
    if said is not None:
        return said
    for value in values:
        if str(value) == token.text or (key(str(value)) == key(wanted) and key(wanted)):
            return value
    if token.number is not None and not token.quoted:
        alike = [value for value in values if isinstance(value, str) and re.findall(r"\d+", value) == [token.norm]]
        if len(alike) == 1 and context.kind(column) in ("categorical", "text"):
            return alike[0]
        return plain_number(token.number)
    return token.text


def _meant(values: list[Any], token: Token) -> Any:
    """The value that yes and no mean in a column of two, or the only one that begins with a letter: “sex f”."""
    keys = {key(str(value)): value for value in values}
    for words, other in ((YES, "1"), (NO, "0")):
        if token.norm in words and len(keys) == 2:
            return next((keys[word] for word in (*words, other) if word in keys), None)
    begun = [value for text, value in keys.items() if text.startswith(token.norm)] if len(token.norm) == 1 and token.norm.isalpha() and token.norm not in keys else []
    return begun[0] if len(begun) == 1 else None


def yes_of(context: RouterContext, column: str) -> Any:
    """The value of a column of two values that means yes; None where it has none."""
    values = context.column(column).get("values") or []
    return next((value for value in values if value is True or str(value).lower() in ("1", "1.0", "yes", "true", "y")), None) if len(values) == 2 else None


def no_of(context: RouterContext, column: str) -> Any:
    """The other value of a column that has a yes."""
    yes = yes_of(context, column)
    return next((value for value in context.column(column).get("values") or [] if value != yes), None) if yes is not None else None


def stands_for_value(context: RouterContext, mentions: list[Mention], start: int, token: Token) -> bool:
    """Says whether the word right after a column is one of its values, said in full or in short: “smoker no”, “sex f”."""
    mention = next((mention for mention in mentions if mention.start == start), None)
    values = context.column(mention.name).get("values") or [] if mention else []
    return bool(values) and (_meant(values, token) is not None or key(token.text) in {key(str(value)) for value in values})


def age_column(context: RouterContext) -> str | None:
    """Finds the column that older and younger speak of."""
    names = [column["name"] for column in context.columns if "age" in parts(column["name"])]
    return names[0] if len(names) == 1 else next((name for name in names if key(name) == "age"), None)
