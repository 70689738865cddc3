"""Names of files in what is said."""

from __future__ import annotations

import re

from assistant.router.tool.triggers.wordlists import FILE_ENDING
from assistant.router.wording.normalize import Token

_NAME = re.compile(rf"\b([\w.-]{{1,100}}\.{FILE_ENDING})\b", re.I)


_ENDING = re.compile(FILE_ENDING, re.I)


def in_file_name(tokens: list[Token], end: int) -> bool:
    """Says whether a dot and the ending of a file's name follow at once at a place, so that what stands before is no column."""
    dot, ending = tokens[end : end + 1], tokens[end + 1 : end + 2]
    return bool(dot and ending) and dot[0].norm == "." and dot[0].end == ending[0].start and dot[0].start == tokens[end - 1].end and _ENDING.fullmatch(ending[0].norm) is not None


def file_in(text: str) -> str | None:
    """Finds the first name of a file that can be read, such as july.csv.gz."""
    found = _NAME.search(text)
    return found[1] if found else None
