"""Reads the name that a person gives to an experiment or a copy of it."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.slots import option
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.tool.triggers.wordlists import NAMED_SO

Args = dict[str, Any]


def named(argument: str) -> Any:
    """Makes a reader for tools that take one free name."""

    def fill(clause: Clause) -> Args:
        quoted = next((token.text for token in clause.tokens if token.quoted), None)
        match = re.search(rf"\b(?:{NAMED_SO}|the name)(?: of (?:this|the|my) \w+)?(?: is| be| of)?:? ([\w .-]{{1,80}})(?=$|,)|^title ?:? ?([\w .-]{{1,80}})$|^name ?: ?([\w .-]{{1,80}})$", clause.text, re.I) or _BESIDE_IT.search(clause.text) or _BESIDE_IT.search(clause.text.partition(",")[0])
        if match and match.re is _BESIDE_IT and _COURTESY.fullmatch(f" {match[1]}"):
            match = _BEFORE_IT.search(clause.text)
        if match is None and argument == "experiment":
            match = _BACK_TO.search(clause.text)
        name = quoted or (next(part for part in match.groups() if part).strip() if match else "")
        name = name if quoted else _SAVED_AS.sub("", name)
        if not name or (not quoted and (_SAID_OF_IT.match(name) or _ONLY_WHY.match(name))):
            raise Unclear("Under which name? Say, for instance, “call it “first try””.", [option("show_pipeline", {}, "Show the pipeline")])
        return {argument: quoted or _COURTESY.sub("", _WHEN.sub("", _PURPOSE.sub("", name))) or name}

    return fill


_SAID_OF_IT = re.compile(r"(?:and|or|(?:that|this|it|out|over|off|up|in|on|away|back|so|too)$|is|was|looks?|seems?|has|does|doesnt|isnt|sucks|feels)\b(?! (?:called|named))", re.I)
"""What is said of an experiment, and names it nothing: “this whole experiment is rubbish”."""
_BESIDE_IT = re.compile(r"\b(?:experiment|session|project|branch|fork|copy|thing|work|study|this|it)\b(?: (?:as|to|it|off|of|for|the|a|one|whole|thing|experiment|session|project|work|study|this))* ([\w .-]{1,80})$", re.I)
_BEFORE_IT = re.compile(r"\b(?:the|that|my|our|this|open|load|to)(?: old| other)? (?!(?:the|that|my|our|this|old|other|last|first|previous|earlier|whole|same|new)\b)([\w.-]{2,60}) (?:experiment|session|project|branch|fork|copy)\b", re.I)
"""“open that winter_cod experiment again”."""
_BACK_TO = re.compile(r"\b(?:to|with|open|load|in|into) (?:the|my|our|that) (?!(?:last|first|previous|earlier|other|old|same|new)\b)([\w.-]{1,40}(?: [\w.-]{1,40}){0,3}) (?:experiment|project|session|work|copy|branch)\b", re.I)
"""“back to my Autumn Harvest experiment”"""
_PURPOSE = re.compile(
    r",? (?:where (?:i|we|you|one)|so (?:that )?(?:i|we|you)|in which|to (?:try|play|test|experiment|see|work|mess|check)|"
    r"for (?:trying|testing|playing|later|my \w+|experiments)|because|since|and (?:carry|go|continue|work|start|try|keep|move|let)|back (?:on|up)|"
    r"(?:up )?on (?:the|my) (?:screen|desk|display)|(?:up )?here)\b.*$",
    re.I,
)
"""What is told after a name: “a copy called plan b where I can try something else”."""
_ONLY_WHY = re.compile(
    r"(?:to )?(?:play|try|test|experiment|mess|fiddle|tinker|practi[sc]e|work|toy|muck|"
    r"fool)(?: (?:with|around|about|out|on|things?|stuff|something|in|it|a bit|some|ideas?|safely|freely))+$|"
    r"(?:so (?:that )?(?:i|we|you)|in order to|because|since|before (?:i|we)|while (?:i|we))\b",
    re.I,
)
"""What says only what a copy is for, and names it nothing: “copy this so I can play around”."""
_SAVED_AS = re.compile(r"^(?:that |which )?(?:i|we|you) (?:had |have )?(?:saved|called|named|stored|kept|labelled|titled)(?: it)?(?: as| under)?(?: the name)? (?=\S)", re.I)
_WHEN = re.compile(
    r",? (?:(?:from|of|on|in|back in|earlier|late) )?(?:(?:last|this|the other|the previous|that) (?:week|month|year|time|night|spring|summer|autumn|winter|"
    r"morning|evening|\w+day)|yesterday|today|(?:an?|one|two|three|a few|some|\d+) (?:hours?|days?|weeks?|months?|years?) ago|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|"
    r"december)(?: (?:\d{4}|morning|evening|afternoon))?$|,? that (?:i|we|you|they) (?:did|made|had|saved|built|ran|started|named|called|worked|were|was)\b.*$",
    re.I,
)
"""When it was, told after a name: “risk-v2 last month”."""
_COURTESY = re.compile(r"(?:[ ,]+(?:again|once more|please|pls|now|then|for me|instead|thanks|thank you|ok|okay))+$", re.I)
"""What is said after a name and is no part of it."""
