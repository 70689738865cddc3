"""Takes off the sounds that people make while they think: “and um then drop …”, “fill it with, uh, the median”."""

from __future__ import annotations

import re

from assistant.router.parts.shielded import restored, shielded

_SOUND = r"(?:u+h+m?|u+m+|erm+|ehm+|hm+)"
_GOES_ON = "|".join(rf"(?<=\b{word})" for word in ("to", "so", "by", "of", "on", "in", "at", "and", "the", "for", "but", "with", "then"))
"""Words that are never the end of what is said."""
_BETWEEN = re.compile(rf"(?<=[a-z\d%\x00])(?:\s+|(?:{_GOES_ON})\s*,\s*){_SOUND}(?:\s*,\s+|\s*\.{{2,}}\s*|\s+)(?=[\w\x00])(?!(?:no|not|nope|actually|rather|make|sorry|wait|i mean)\b)", re.I)
"""A sound after which nothing is put right: after a comma it may stand for “or rather”."""


_ANYWAY = re.compile(
    r"(?<=[a-z\d]),? (?:but |so |and )?(?:anyway|anyways|anyhow),? (?:(?:could|can|would|will) you (?:please |kindly )?|"
    r"please )?(?=(?:i (?:want|need|would like|wanted)|id like|i'd like|lets|let us|show|tell|give|drop|remove|fill|scale|train|predict|plot|draw|make|describe|"
    r"count|compare)\b)",
    re.I,
)
"""What ends a story and begins a request: “…, anyway could you show me the rents”."""


def without_hesitation(message: str) -> str:
    """Gives the message without such sounds between its words; what is quoted stays as it is."""
    shield, kept = shielded(message)
    return restored(_BETWEEN.sub(" ", _ANYWAY.sub(". ", shield) if "nyway" in shield else shield), kept)
