"""Answers which of several groups has more of something by a table, never by keeping their rows: “who survived more, men or women?”."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.context import Call
from assistant.router.entities.clause import Clause
from assistant.router.entities.hints import told_by_words

_COMPARES = re.compile(
    r"(?:(?:and|so|but|ok|well|tell me|show me|i wonder|do you know) ,? ?)*(?:who|which|what|whose|do|does|did|are|is|were|was|have|has)\b.*\b(?:more|most|less|"
    r"least|fewer|fewest|better|best|worse|worst|rather|"
    r"(?!number|whether|other|after|ever|never|over|under|either|neither|together|customer|order)[a-z]{2,}(?:er|est))\b.*",
)
_AMONG = re.compile(r"# ?(?:,|or|and|than|versus|vs) (?:the )?#")


def who_more(clause: Clause, calls: list[Call] | None) -> list[Call] | None:
    """Gives the table by groups that answers the question; None where the message is none of the kind, or keeps no rows of several groups."""
    kept = [call["args"] for call in calls or () if call["tool"] == "filter_rows"]
    groups = [args for args in kept if args.get("op") == "in" and isinstance(args.get("value"), list)]
    if not kept or len(kept) != len(calls or ()) or len(groups) != 1 or not _AMONG.search(clause.shape.text) or not _COMPARES.fullmatch(clause.norm.strip(" ?.!")):
        return None
    by, others = groups[0]["column"], [args["column"] for args in kept if args is not groups[0]]
    measured = next((name for name in (*others, *(mention.name for mention in clause.columns if mention.clear), told_by_words(clause)) if name and name != by), None)
    args: dict[str, Any] = {"by": [by], "statistic": "count"}
    if measured:
        values = clause.context.column(measured).get("values") or []
        counted = clause.context.kind(measured) in ("categorical", "boolean") and not all(isinstance(value, int | float) for value in values)
        args = {"by": [by, measured], "statistic": "count"} if counted else {"column": measured, "by": [by], "statistic": "mean"}
    return [{"tool": "aggregate", "args": args}]
