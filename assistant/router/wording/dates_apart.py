"""Says plainly that parts are to be read off the dates: “get the year and month out” takes no column away."""

from __future__ import annotations

import re

from assistant.router.context import RouterContext

_PART = r"(?:years?|months?|days?|weekdays?|hours?|minutes?|quarters?|weeks?|day of (?:the )?(?:week|month|year))"
_OUT = re.compile(rf"\b(?:get|take|pull|draw|fetch|grab|pick|read|break|split) (?P<parts>(?:the )?{_PART}(?:(?: ?, and| ?,| and| &|/) ?(?:the )?{_PART})*) (?:out|off)(?: (?:of|from) (?P<column>(?:the |my )?[^,;.?!]{{2,60}}?))?(?= (?:and|then|please)\b|[.,;!?]|$)", re.I)
_INTO = re.compile(rf"\b(?:split|break|cut|divide|take|separate|turn)(?: up| apart| down)? (?P<column>(?:the |my |our |all )*dates?(?: columns?| fields?)?)(?: up| apart| down)? (?:in)?to (?P<parts>{_PART}(?:(?: ?, and| ?,| and| &|/) ?(?:the )?{_PART})*)(?=[ .,;!?]|$)", re.I)
"""“split the date into year and month”"""


_AFTER = re.compile(
    rf"^(?P<lead>(?:(?:please|and|then|now) )*)(?P<go>drop|remove|delete) (?P<column>[^,;.?!]{{2,40}}?) (?:after|once|when|"
    rf",? ?but) (?:(?:you|we|i|have|ve|are|done) )*(?:tak(?:ing|en)|extract(?:ing|ed)|gett?(?:ing)?|got|pull(?:ing|ed)|read(?:ing)?|"
    rf"keep(?:ing)?(?: only| just)?) (?P<parts>(?:the |its )?{_PART}(?:(?: ?, and| ?,| and| &|/) ?(?:the )?{_PART})*)(?: of it| from it| part)?[.! ]*$",
    re.I,
)
"""“drop moved_in after taking the year”"""


def with_dates_apart(message: str, context: RouterContext) -> str:
    """The order to extract the parts; other messages stay as they are."""
    if not re.search(r"\b(?:out|off|into|to|after|once|when|but)\b", message, re.I) or not any(column["kind"] == "datetime" for column in context.columns):
        return message
    into = _INTO.search(message)
    if into:
        return f"{message[: into.start()]}extract {into['parts']} from the dates{message[into.end() :]}"
    after = _AFTER.match(message)
    if after:
        return f"{after['lead']}extract {after['parts']} from {after['column']}, then {after['go']} {after['column']}"
    said = _OUT.search(message)
    if said is None:
        return message
    if not re.search(r",|\band\b|&|/", said["parts"]) and not said["column"]:
        return message
    of = f" from {said['column']}" if said["column"] else " from the dates"
    return f"{message[: said.start()]}extract {said['parts']}{of}{message[said.end() :]}"
