"""Sets the first part of a message apart as it was said, with the requests after it: “the first I think, and plot it”, “sales too, and then scale both”."""

from __future__ import annotations

import re

from assistant.router.parts.segment import segments

_JOINED = re.compile(r"(?:[ ,.;:-]+(?:and|then|also|but|so|can you|could you|please|next|finally|afterwards|after that|lets|i want to|i would like to|we should)\b)*[ ,.;:-]*$", re.I)


def first_and_rest(message: str) -> tuple[str, list[str]]:
    """The first part without the joint after it, and the others as they are read; no others where there is one part."""
    parts = segments(message)
    if len(parts) < 2:
        return message, []
    place = message.find(parts[1])
    return (_JOINED.sub("", message[:place]) if place > 0 else parts[0]), parts[1:]
