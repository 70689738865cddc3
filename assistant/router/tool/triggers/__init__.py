"""Which words ask for which tool: patterns over a request in which columns are written as @, the heaviest wins."""

from __future__ import annotations

import re

from assistant.router.tool.triggers import everyday, judging, looking, modelling, plain, preparing, shaping, working

Trigger = tuple[str, int, re.Pattern[str]]


def _compiled(rules: tuple[tuple[str, int, str], ...]) -> tuple[Trigger, ...]:
    return tuple((tool, weight, re.compile(rf"(?<!\w)(?:{pattern})")) for tool, weight, pattern in rules)


TRIGGERS: tuple[Trigger, ...] = _compiled(
    (*working.RULES, *everyday.RULES, *plain.RULES, *looking.RULES, *shaping.RULES, *preparing.RULES, *modelling.RULES, *judging.RULES)
)
