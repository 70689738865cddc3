"""Which words ask for which tool: patterns over a request in which columns are written as @, the heaviest wins."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.router.tool.triggers import everyday, judging, looking, modelling, preparing, shaping, working

Trigger = tuple[str, int, re.Pattern[str]]


def _compiled(rules: tuple[tuple[str, int, str], ...]) -> tuple[Trigger, ...]:
    return tuple((tool, weight, re.compile(rf"(?<!\w)(?:{pattern})")) for tool, weight, pattern in rules)


TRIGGERS: tuple[Trigger, ...] = _compiled(
    (*working.RULES, *everyday.RULES, *looking.RULES, *shaping.RULES, *preparing.RULES, *modelling.RULES, *judging.RULES)
)


def any_of(patterns: Iterable[re.Pattern[str]]) -> re.Pattern[str]:
    """One pattern that matches where any of several does, to see at once that none does at a place (to search for it is no quicker); no group of theirs may be referred to."""
    return re.compile("|".join(f"(?:{pattern.pattern})" for pattern in patterns))
