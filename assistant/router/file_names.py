"""Names of files in what is said."""

from __future__ import annotations

import re

from assistant.router.triggers.wordlists import FILE_ENDING

_NAME = re.compile(rf"\b([\w.-]{{1,100}}\.{FILE_ENDING})\b", re.I)


def file_in(text: str) -> str | None:
    """Finds the first name of a file that can be read, such as july.csv.gz."""
    found = _NAME.search(text)
    return found[1] if found else None
