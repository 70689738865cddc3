"""Answers both halves of “who is likely to quit and why”: what is foretold, and what goes along with it."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.router.context import Call, RouterContext

_SAYS_WHY = re.compile(r"\b(?:why|reasons?|how come|what)\b", re.I)
_AND_WHY = re.compile(
    r"^(?P<who>.{8,80}?)(?:,? (?:and|or)|,) (?:also |then |please |tell me |explain |show me |"
    r"say )*(?:why(?: (?:so|is that|that is|they (?:do|would|will)|exactly))?|what for|for (?:what|which) reasons?|"
    r"(?:what is |whats |what are )?(?:the |their )?reasons?(?: why| for (?:it|that))?|how come|"
    r"what(?: it is that)? (?:drives|causes|decides|makes|influences|determines|is behind|leads to) (?:it|that|this|"
    r"them(?: (?:do (?:it|so|that)|leave|go|quit|stay))?)|what (?:it|that) depends on|what does (?:it|that) depend on)[?.! ]*$",
    re.I,
)


def with_reasons(message: str, context: RouterContext, reads: Callable[[str], list[Call] | None]) -> list[Call] | None:
    """The target, and the columns that go along with it; None where no target is spoken of, or a model is there that explains itself."""
    asked = None if context.runs or _SAYS_WHY.search(message) is None else _AND_WHY.match(message)
    if asked is None:
        return None
    calls = reads(asked["who"])
    if not calls or [call["tool"] for call in calls] != ["set_target"]:
        return None
    name = calls[0]["args"].get("column")
    related: Call = {"tool": "correlate", "args": {"with_column": name}} if context.kind(str(name)) in ("numeric", "boolean") else {"tool": "rank_features", "args": {}}
    return [*calls, related]
