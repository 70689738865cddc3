"""Sets the m of metres apart from its number, which else says millions: “height 5m to 25m” where the column is HeightM."""

from __future__ import annotations

import re

from assistant.router.context import RouterContext
from assistant.router.entities.clause import Clause
from assistant.router.entities.names import parts

_NUMBER = re.compile(r"(?<![\w.])(\d[\d.]*)m(?![\w/²³])")


_FIRST_OF_TWO = re.compile(r"(\d) m( ?(?:to|and|-|–|till|up to) ?\d[\d.]* m\b)")


def with_metres_apart(message: str, context: RouterContext) -> str:
    """The message with “5 m” for “5m”, where all columns named, or some where none is, are kept in metres."""
    if not _NUMBER.search(message):
        return message
    named = {name for mention in Clause(message, context).columns for name in mention.names}
    metric = [name for name in named or context.names if parts(name)[-1] in ("m", "metres", "meters", "metre", "meter")]
    return _FIRST_OF_TWO.sub(r"\1\2", _NUMBER.sub(r"\1 m", message)) if metric and (not named or len(metric) == len(named)) else message
