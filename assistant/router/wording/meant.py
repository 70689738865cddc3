"""Reads the column that is named after a question to make it plain: “how long do we take at each station? response_min I mean”."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.router.context import Call, RouterContext
from assistant.router.entities.clause import Clause, Unclear

_AFTER = re.compile(
    r"(?P<asked>.{6,300}?)(?:[?.!]+|[,;]| -) (?:(?:i mean|i meant|meaning|namely|that is|i\.?e\.?|by (?:that|which) i mean),? (?P<named>[^?!;,]{1,60}?)|"
    r"(?P<said>[^?!;,]{1,60}?),? (?:i mean|i meant|thats what i mean(?:t)?|is what i mean(?:t)?|to be (?:precise|exact|clear)|that is))[.?! ]*",
    re.I,
)
_NAME = re.compile(r"(?:the |column |in |of )*@(?: column)?")


def made_plain(message: str, context: RouterContext, read: Callable[[str], list[Call] | None]) -> list[Call] | None:
    """The one call that is asked for, with the column named last in the place of what was only guessed; None where no column is made plain so."""
    match = _AFTER.fullmatch(message.strip())
    if match is None:
        return None
    named = Clause(match["named"] or match["said"], context)
    if _NAME.fullmatch(named.masked) is None or not named.columns[0].clear:
        return None
    try:
        found = read(match["asked"]) or []
        if found and "column" not in found[0]["args"] and found[0]["tool"] == "aggregate":
            found = [{**found[0], "args": {**found[0]["args"], "column": ""}}]
    except Unclear as unclear:
        offered = [entry["call"] for entry in unclear.options if "column" in entry["call"]["args"]]
        found = offered[:1] if len({str(call["args"] | {"column": ""}) for call in offered}) == 1 else []
    if len(found) != 1 or not isinstance(found[0]["args"].get("column"), str) or named.columns[0].name in (found[0]["args"].get("by") or ()):
        return None
    told = {name: value for name, value in found[0]["args"].items() if (name, value) != ("statistic", "count")}
    return [{"tool": found[0]["tool"], "args": {**told, "column": named.columns[0].name}}]
