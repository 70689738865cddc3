"""Takes the endings off words."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Takes common endings off a word."""
    for ending in ("ations", "ation", "ities", "ity", "ments", "ment", "ings", "ing", "ions", "ion", "ers", "ed", "er", "ies", "es", "al", "or", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word
