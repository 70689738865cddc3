"""Patterns that are passed over for the letters that a text lacks would not have matched it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from assistant.router.tool.sieve import Sieve
from assistant.router.tool.triggers import TRIGGERS
from assistant.router.tool.triggers.shapes import SHAPES

HERE = Path(__file__).parent
SAID = [json.loads(line)["text"].lower() for line in (HERE / "utterances.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("patterns", [[pattern for _, _, pattern in TRIGGERS], [pattern for _, _, pattern in SHAPES]])
def test_no_pattern_that_matches_is_passed_over(patterns: list[re.Pattern[str]]) -> None:
    sieve = Sieve(patterns)
    for text in SAID[::4]:
        passed = {place for place, _ in sieve.passing(text)}
        assert {place for place, pattern in enumerate(patterns) if pattern.search(text)} <= passed


@pytest.mark.parametrize(
    ("pattern", "matched", "passed_over"),
    [
        (r"\b(?:drop|delete)\b", "delete the age", "fill the age"),
        (r"fill(?:ed|ing)? in", "filled in", "in a row"),
        (r"(?:very )?odd rows?", "odd row", "very even"),
        (r"(?:re)+peat", "repeat", "reset"),
        (r"grey(?=ish)", "greyish", "white"),
    ],
)
def test_a_pattern_is_tried_only_where_the_letters_stand_that_it_needs(pattern: str, matched: str, passed_over: str) -> None:
    sieve = Sieve([re.compile(pattern), re.compile("another")])
    assert [place for place, _ in sieve.passing(matched)] == [0]
    assert list(sieve.passing(passed_over)) == []


@pytest.mark.parametrize("pattern", [r"\d+ ?%", r"a|drop", r"(?:drop)?", r"^cv$", r"x{0,3}", r"(?!drop)\w"])
def test_a_pattern_that_needs_no_letters_is_always_tried(pattern: str) -> None:
    assert [place for place, _ in Sieve([re.compile(pattern)]).passing("qq")] == [0]
