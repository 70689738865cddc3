"""Takes off what only leads up to a request: a question that it answers, or values that are not wanted before those that are."""

from __future__ import annotations

import re

from assistant.router.context import RouterContext
from assistant.router.entities.clause import Clause
from assistant.router.parts.segment import opens_with_verb

_CHOICE = re.compile(r"^(?P<asked>(?:[a-z]+ ){0,2}(?:who|which|whom|whose|where|is it|are there|do|does|did)\b[^?.;\n]{3,120}\bor\b[^?.;\n]{1,60})\?+\s+(?P<then>\S.*)$", re.I | re.S)
_MORE = re.compile(r"^(?P<asked>(?:(?:so|there are|theres|we have|i have|is it|hmm|well|ok|oh) )*(?:way |far |many |much |a lot |lots |so many |so much )*(?:more|fewer|less)\b[^?.,;\n]{1,60}\bthan\b[^?.,;\n]{1,60})[?.,;]+\s+(?P<then>\S.*)$", re.I | re.S)
"""“way more sold than kept? even it out”"""

_NOT_BUT = re.compile(r"^(?P<asked>(?:no|not|neither)\b[^?.;,\n]{2,100}?)[,;] (?:but |and |rather )?(?P<then>(?:just|only|nothing but)\b[^?.;,\n]{2,80})$", re.I)
"""“not class 3 and not class 2, just class 1”"""


def without_lead_up(message: str, context: RouterContext) -> str:
    """Gives what is asked for after a question that sets values against each other, or after values that are turned down; the message itself where neither is."""
    for pattern, joint in ((_CHOICE, r"\bor\b"), (_MORE, r"\bthan\b")):
        match = pattern.match(message.strip())
        if match and not opens_with_verb(match["asked"]) and _sets_against(match["asked"], joint, context):
            return match["then"]
    kept = _NOT_BUT.match(message.strip(" .!"))
    if kept:
        gone, stays = (Clause(kept[name], context) for name in ("asked", "then"))
        if (gone.values or gone.numbers) and (stays.values or stays.numbers) and {mention.name for mention in gone.columns} == {mention.name for mention in stays.columns}:
            return f"keep {kept['then']}"
    return message


def _sets_against(asked: str, joint: str, context: RouterContext) -> bool:
    sides = [Clause(side, context) for side in re.split(joint, asked, maxsplit=1, flags=re.I)]
    values = all(side.values or side.numbers for side in sides)
    return values and all(len(side.values) + len(side.numbers) == 1 for side in sides)
