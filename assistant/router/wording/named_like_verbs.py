"""Puts quotes round the last column of a list that is called like a verb: “impute income and balance with the median”, which balances nothing."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.router.parts.verbs import VERBS

_VERB = re.compile(VERBS, re.I)
_BEFORE = r"(?P<joint>,? and | ?& | ?\+ |, (?=\w+ (?:as|columns?|features?)\b))"
_AFTER = (
    r"(?=\s*$|\s*[,;.!)]| (?:and|&|\+|as|features?|columns?|only|alone|please|pls|then|out|away)\b| (?:with|by|using) (?:the |its |their )?(?:means?|medians?|modes?|averages?|knn|zeros?|0|most)\b"
    r"| to (?:be )?(?:numeric|numbers?|categor\w+|text|dates?|integers?|between|0)\b)"
)
"""What goes on with a list, and with no order: “and split 80/20” orders."""
_DOES_ALSO = re.compile(r"\b(?:smote|adasyn|class weights?|under-?sampl\w*|over-?sampl\w*|the (?:classes|data|rows|target))\b", re.I)


_RENAMES = re.compile(r"(?:please |now |then )*(?:rename|call|relabel)\b", re.I)


def with_verbs_quoted(text: str, names: tuple[str, ...]) -> str:
    """Quotes such a name where a column stands right before it; other text is given back unchanged."""
    called = _called(names)
    if not called or " " not in text or _DOES_ALSO.search(text):
        return text
    said = text.lower()
    for name in called:
        if name.lower() not in said:
            continue
        pattern = re.compile(rf"{_BEFORE}(?P<name>{re.escape(name)}){_AFTER}", re.I)
        within = re.compile(rf"(?P<joint>, )(?P<name>{re.escape(name)})(?=,? (?:and|&) (?P<next>\w+))", re.I)
        renamed = re.compile(rf"(?<= )(?P<joint>and |& |, )(?P<name>{re.escape(name)})(?= (?:to|as|into) \w)", re.I)
        if _RENAMES.match(text):
            text = renamed.sub(lambda match, name=name: f'{match["joint"]}"{name}"', text)  # type: ignore[misc]
        for match in (*reversed(list(pattern.finditer(text))), *reversed(list(within.finditer(text)))):
            if "next" in match.groupdict() and match["next"].lower() not in {other.lower() for other in names}:
                continue
            if _ends_with_name(said[: match.start()], names):
                text = f'{text[: match.start("name")]}"{name}"{text[match.end("name") :]}'
    return text


@lru_cache(maxsize=64)
def _called(names: tuple[str, ...]) -> tuple[str, ...]:
    """The columns that are called like a verb that opens a request."""
    return tuple(name for name in names if name.isalpha() and _VERB.fullmatch(name))


def _ends_with_name(said: str, names: tuple[str, ...]) -> bool:
    said = said.rstrip('"`')
    return any(said.endswith(name.lower()) and not said[: len(said) - len(name)][-1:].isalnum() and said[: len(said) - len(name)].strip() for name in names)
