"""Writes steps that are listed in one line below each other: “drop a -> log b -> knn”, “1) … 2) …”, “a) … b) …”, “first … second … third …”."""

from __future__ import annotations

import re

from assistant.router.entities import vocabulary
from assistant.router.parts.verbs import VERBS
from assistant.router.tool.triggers.wordlists import PLOT_WORDS, STEP_NOUNS
from assistant.router.wording.normalize import outside_quotes

_SIGN = re.compile(r"\s*(?:(?<![-<\d])[-=]{1,2}>|→|⇒|➔|➜|>>+)\s*(?=\S)|\s+(?P<weak>\||//?)\s+")
"""Signs between one step and the next; a stroke stands between other things as well."""
_ORDER = re.compile(rf"\s*(?:then |and |now |finally )*(?:{VERBS})\b", re.I)
_OPENING = re.compile(rf"{_ORDER.pattern}|\s*(?:then |and |an? |the |now |finally )*(?:{PLOT_WORDS}|square|interactions?|{'|'.join(noun for _, noun in STEP_NOUNS)}|\d\d? ?/ ?\d\d?)(?!\w)", re.I)
_GIVEN_ANOTHER = re.compile(r"\s*(?:please |and |then )*(?:rename|map|recode|replace|change|turn|convert|swap|relabel|translate|merge)\b|.*['\"`\d]\s*$", re.I | re.S)
"""Words before an arrow that leads from an old name or value to a new one."""
_TELEGRAM = re.compile(r"(?:^|\s)STOP(?=\s|[.!]|$)")
_MARKS = (tuple(str(number) for number in range(1, 16)), tuple("abcdefgh"), ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii"))
_MARKED = tuple((row, re.compile(rf"(?:^|(?<=[\s;,:.]))\(?(?:(?:step|no\.?|nr\.?|task|item) )?(?P<mark>{'|'.join(sorted(row, key=len, reverse=True))})(?:[.)]\)?|:)\s+(?=\S)", re.I)) for row in _MARKS)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
_ORDINAL = re.compile(rf"(?:^|(?<=[\s,;.:]))(?P<mark>{'|'.join(_ORDINALS)})(?:ly)?[,:]?\s+(?!(?:class|rows?|lines?|and|or|of|one|column|model|run|step|half|sheet|quarter|name|sample|to)\b)", re.I)
_ARTICLE = re.compile(r"(?:(?:please|then|an?|the|some) )+", re.I)
_COUNTED = re.compile(r"\b(?:the|an?|my|our|of|in|per|every|each|or|\d+)\s+$", re.I)
"""Words before the place of a thing in a row: “the second model”."""


def in_lines(text: str, names: tuple[str, ...] = ()) -> str:
    """Gives the steps one a line; text in which nothing is listed, what is in quotes, and names of columns are given back unchanged."""
    text = outside_quotes(text, lambda part: _after_stops(_after_marks(_after_ordinals(part))))
    if not _SIGN.search(text):
        return text
    signs = any(_SIGN.search(f" {name} ") and name.lower() in text.lower() for name in names)
    return text if signs else _between_signs(text)


def _between_signs(text: str) -> str:
    """Cuts at the signs after which a step begins, with a verb or as the name of a model does."""

    def cut(sign: re.Match[str]) -> str:
        before, after = _SIGN.split(text[: sign.start()])[-1] or "", text[sign.end() : sign.end() + 60]
        if not _OPENING.match(after) and not _names_model(after):
            return sign[0]
        if (sign["weak"] and not _OPENING.match(before)) or (_GIVEN_ANOTHER.match(before) and not _ORDER.match(after)):
            return sign[0]
        return "\n"

    return _SIGN.sub(cut, text)


def _names_model(text: str) -> bool:
    return vocabulary.first(" ".join(re.findall(r"[a-z]+", text.lower())[:2]), vocabulary.MODELS) is not None


def _after_stops(text: str) -> str:
    """Reads the STOP of a telegram, which is there at least twice."""
    return _TELEGRAM.sub("\n", text) if len(_TELEGRAM.findall(text)) > 1 else text


def _after_marks(text: str) -> str:
    """Cuts at 1. 2. 3., at a) b) c) and at (i) (ii) (iii), where they begin with the first and none is left out."""
    for row, marked in _MARKED:
        found = [match["mark"].lower() for match in marked.finditer(text)]
        if len(found) > 1 and found == list(row[: len(found)]):
            return marked.sub("\n", text)
    return text


def _after_ordinals(text: str) -> str:
    """Cuts at first, second and third; two of them alone may be said of many things, and are left to the verbs that follow."""
    steps = [match for match in _ORDINAL.finditer(text) if not _COUNTED.search(text[: match.start()])]
    found = [match["mark"].lower() for match in steps]
    if len(found) == 2 and found == list(_ORDINALS[:2]) and not text[: steps[0].start()].strip() and text[: steps[1].start()].rstrip().endswith((",", ";", ".")) and (_ORDER.match(text[steps[1].end() :]) or all(_OPENING.match(_ARTICLE.sub("", text[step.end() :])) for step in steps)):
        return f"{text[steps[0].end() : steps[1].start()].rstrip(' ,;.')}\n{text[steps[1].end() :]}"
    if len(found) < 3 or found != list(_ORDINALS[: len(found)]):
        return text
    ends = [*(match.start() for match in steps[1:]), len(text)]
    return "\n".join([text[: steps[0].start()], *(text[match.end() : end] for match, end in zip(steps, ends, strict=True))])
