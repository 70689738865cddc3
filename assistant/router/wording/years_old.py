"""Names the column of ages where people are told by theirs, beside other columns of years: “between 30 and 40 years old”, “30 to 40 year olds”, “the over 50s”."""

from __future__ import annotations

import re

from assistant.router.context import RouterContext
from assistant.router.entities.names import parts

_OLD = r"[ -]?(?:years?|yrs?)[ -]olds?(?: (?:people|persons?|ones|guys))?"
_BETWEEN = re.compile(rf"(?:between (?P<a>\d+) and (?P<b>\d+)|(?:from )?(?P<c>\d+) ?(?:-|to|until|till) ?(?P<d>\d+)){_OLD}\b", re.I)
_THAN = re.compile(rf"(?:aged )?(?P<how>over|under|above|below|older than|younger than|at least|at most|more than|less than|not older than|exactly) (?P<a>\d+){_OLD}\b", re.I)
_OLDER = re.compile(r"(?P<how>older|younger) than (?P<a>\d+)(?: (?:years?|yrs?))?(?! ?(?:days?|months?|weeks?|hours?|km|miles)\b)", re.I)
_OR_OLDER = re.compile(r"(?:of |aged )?(?P<a>\d+) ?(?:years?|yrs?) (?:or|and) (?P<how>older|younger|above|over|more|up|below|under|less)\b", re.I)
_ONE = re.compile(rf"(?:\ban? )?(?P<a>\d+){_OLD}(?: (?P<who>man|woman|male|female|boy|girl))?\b", re.I)
_DECADE = re.compile(r"(?P<how>over|under)[ -](?P<a>\d+)s\b", re.I)
_HINT = re.compile(r"\d[ -]?(?:years?|yrs?)[ -]old|\d ?(?:years?|yrs?) (?:or|and) (?:older|younger|above|over|up|below|under)|\b(?:older|younger) than \d|\b(?:over|under)[ -]\d+s\b", re.I)


def with_age_named(message: str, context: RouterContext) -> str:
    """The message with the column of ages in the place of “years old”; as it is where there is no one such column, or none of years beside it."""
    if not _HINT.search(message):
        return message
    ages = [name for name in context.names if context.kind(name) == "numeric" and {"age", "ages"} & set(parts(name))]
    if len(ages) != 1 or '"' in ages[0] or not any(name != ages[0] and {"year", "years", "yrs"} & set(parts(name)) for name in context.names):
        return message
    age = f'"{ages[0]}"'
    message = _BETWEEN.sub(lambda said: f"{age} between {said['a'] or said['c']} and {said['b'] or said['d']}", message)
    message = _THAN.sub(lambda said: f"{age} {said['how']} {said['a']}", message)
    message = _OR_OLDER.sub(lambda said: f"with {age} {'at most' if said['how'].lower() in ('younger', 'below', 'under', 'less') else 'at least'} {said['a']}", message)
    message = _OLDER.sub(lambda said: f"{age} {'above' if said['how'].lower() == 'older' else 'below'} {said['a']}", message)
    message = _ONE.sub(lambda said: f"{age} {said['a']}{' ' + said['who'] if said['who'] else ''}", message)
    return _DECADE.sub(lambda said: f"{age} {said['how']} {said['a']}", message)
