"""What is quoted or in brackets, set apart while a message is cut."""

from __future__ import annotations

import re

_APART = re.compile(r"\"[^\"\n]{1,200}\"|`[^`\n]{1,200}`|(?<!\w)'[^'\n]{1,200}'(?!\w)|\([^()\n]{1,200}\)")
_SIGN = re.compile(r"\x00(\d{1,4})\x00")


def shielded(text: str) -> tuple[str, list[str]]:
    """Puts signs for what is quoted or in brackets, which is never cut; gives what they stand for as well."""
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[0])
        return f"\x00{len(kept) - 1}\x00"

    return _APART.sub(keep, text.replace("\x00", " ")), kept


def restored(text: str, kept: list[str]) -> str:
    """Puts back what the signs stand for."""
    return _SIGN.sub(lambda match: kept[int(match[1])], text) if kept else text
