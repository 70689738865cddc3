"""What a message puts right in itself: “scale, no wait, normalise to 0–1”."""

from __future__ import annotations

import re
from functools import lru_cache

_CORRECTION = re.compile(
    r"\s(?:nah|nope)\b[\s,:.-]+(?=(?:keep|leave|spare)\b)|(?:,|\.\.\.|\s-)\s*nah\b[\s,:.-]+|\s(?:uh+|um+|ehm?|er+m?),? no\b[\s,:.-]+|"
    r"(?:,|\.|-|\.\.\.)?\s*\b(?:(?:no,? )*(?:hang|hold) on(?: a (?:second|sec|moment|minute))?(?:,? no(?=,))?|"
    r"(?:strike|forget|ignore|cancel|scrap|skip|belay|disregard|retract|withdraw|nix|unsay) that|my (?:mistake|bad|fault)|(?:oh |ah |hmm |or )?no,? no|"
    r"(?:oh |my )?(?:goodness|dear(?: me)?|gosh|lord|god|heavens|boy|gracious|blast|darn|damn|bother|rats),? no(?! (?:value|data|gap|answer)\b)|"
    r"(?<=[.!;] )no,? (?=(?:please )?(?:keep|leave|spare) (?!only\b|just\b))|no,? wait(?: a (?:second|sec|moment|minute))?|"
    r"wait(?: a (?:second|sec|moment|minute))?,? no|(?<!the )(?<!my )(?<!our )(?<!a )(?<!of )(?<!by )(?<!in )(?<!with )(?<!and )(?<!or )wait(?! (?:time|times|"
    r"list|sec|secs|seconds|min|mins|minutes|period|duration|is|was|in|column|per)\b)|sorry,?(?: i (?:mean|meant))?|(?:i )?beg (?:your )?pardon|scratch that|"
    r"or rather|i mean(?:t)?|actually,? no|no,? actually|on (?:second thoughts?|reflection)|correction|nope|"
    r"never ?mind(?=,? (?:just |rather |better |please )*(?:do|take|use|make|train|run|try|give|fit|show|plot)\b)|"
    r"make that(?! (?:the |our |my |an? )*(?:target|label|outcome|goal|y|category|categorical|number|numeric|feature|text|date)\b)(?! (?:blank|missing|empty|nan|"
    r"null|unknown|na)\b)|no,? sorry|oops,? no|(?<=\w )(?:oops|whoops|oopsie)(?=,? \w)|err|no,? better)\b[\s,:.-]*|(?:,|\s-|\.\.\.)\s*no[,:]\s*|"
    r"(?<=\w)[.!?]\s+no,\s+(?=\w)|(?:,|\s-|\.\.\.|\.)\s*or no\b[\s,:]+|"
    r"(?:,|\s-|\.\.\.|\.)\s*(?:h?mm+|uh+|um+|eh|er+|oh|ah|well),? no\b(?:[\s,:.-]*make (?:that|it)\b)?[\s,:.-]*|\.\.\.\s*no\s|"
    r"[.!]\s*(?:no|stop|nope|wait)\s*[.!]\s*|,\s*no\s+(?=not\b|\d|(?:only|just) (?!the rows\b|rows\b)|(?:leave|keep|spare) (?:it|that|them)\b)",
    re.I,
)


@lru_cache(maxsize=256)
def corrected(text: str) -> tuple[str, str]:
    """Splits a self-correction: what was said first, and what is meant; the first part is empty where there is none."""
    found = [match for match in _CORRECTION.finditer(text) if match.start() >= 3]
    if len(found) > 1 and not any(letter.isalnum() for letter in text[found[-1].end() :]):
        text = text[: found.pop().start()]  # “drop notes uh no found_by I meant”
    if not found or not any(letter.isalnum() for letter in text[found[-1].end() :]):
        return "", text
    before = _MARKERS.sub("", text[: found[-1].start()])
    return _NOT_THAT.sub("", before), _NOT_BUT.sub("", text[found[-1].end() :])


_NOT_BUT = re.compile(r"^(?:oh |no )*not (?:the |with |by |to |per )?[^,.;]{1,40}?(?: ?, (?:but |rather )?| but (?:rather )?)(?=\S)", re.I)
"""What is named again only to be turned down: “no, not the price, the carat”."""
_NOT_THAT = re.compile(r"(?:[\s,.:-]+(?:(?:hang|hold) on|no|nope|wait|sorry|stop|oops|hm+|oh)\b)+[\s,:.-]+not (?:the |with |by |to |per )?[^,.;]{1,40}$", re.I)
"""What is turned down once more before the word that is meant: “…, hang on, not the price”."""
_MARKERS = re.compile(r"(?:[\s,.:!-]+(?:no|nope|nah|stop|halt|sorry|oh|wait|actually|hm+|oops|ah|ach|argh)\b)+[\s,.:!-]*$", re.I)
"""What is left of a correction of several words: “… no sorry, I meant”."""

_WEAK_CORRECTION = re.compile(r"(?:,|\.{2,}|…|\s-+)\s*(?:(?:well|or|oh|hmm),? )?(?:actually|rather|better|i think|maybe rather|er+m?|uh+m?|um+|hm+|make it(?= \d))\b,?\s+(?=\S)", re.I)


def perhaps_corrected(text: str) -> tuple[str, str]:
    """Splits where the words after “actually” may take the place of something said before; the first part is empty where there is none."""
    match = next(iter(reversed(list(_WEAK_CORRECTION.finditer(text)))), None)
    return ("", text) if match is None or match.start() < 3 else (text[: match.start()], text[match.end() :])
