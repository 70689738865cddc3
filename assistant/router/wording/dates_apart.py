"""Says plainly that parts are to be read off the dates: “get the year and month out” takes no column away."""

from __future__ import annotations

import re

from assistant.router.context import RouterContext

_PART = r"(?:years?|months?|days?|weekdays?|hours?|minutes?|quarters?|weeks?|day of (?:the )?(?:week|month|year))"
_OUT = re.compile(rf"\b(?:get|take|pull|draw|fetch|grab|pick|read|break|split) (?P<parts>(?:the )?{_PART}(?:(?: ?, and| ?,| and| &|/) ?(?:the )?{_PART})*) (?:out|off)(?: (?:of|from) (?P<column>(?:the |my )?[^,;.?!]{{2,60}}?))?(?= (?:and|then|please)\b|[.,;!?]|$)", re.I)


def with_dates_apart(message: str, context: RouterContext) -> str:
    """The order to extract the parts; other messages stay as they are."""
    said = _OUT.search(message) if re.search(r"\b(?:out|off)\b", message, re.I) else None
    if said is None or not any(column["kind"] == "datetime" for column in context.columns):
        return message
    if not re.search(r",|\band\b|&|/", said["parts"]) and not said["column"]:
        return message
    of = f" from {said['column']}" if said["column"] else " from the dates"
    return f"{message[: said.start()]}extract {said['parts']}{of}{message[said.end() :]}"
