"""Text of unknown origin, made safe to stand in Markdown."""

import re

SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~:$&=])")
CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]+")


def escape_markdown(text: object, limit: int = 200) -> str:
    """Writes a name or a cell so that Markdown shows it as it is: on one line, and cut to the limit."""
    line = CONTROL.sub(" ", str(text)).strip()
    if len(line) > limit:
        line = line[: limit - 1] + "…"
    return SPECIAL.sub(r"\\\1", line)


def without_pictures(markdown: str) -> str:
    """Keeps Markdown from fetching pictures: nothing the assistant says holds one, so any came with the data."""
    return markdown.replace("![", "!\\[")
