"""Patterns that are passed over for the letters that a text lacks would not have matched it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from assistant.router.parts.reworded import REWORDED
from assistant.router.tool.sieve import Changes, Sieve
from assistant.router.tool.triggers import TRIGGERS
from assistant.router.tool.triggers.shapes import SHAPES
from assistant.router.wording.normalize import _WRITTEN_OUT

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


@pytest.mark.parametrize("changes", [_WRITTEN_OUT, REWORDED], ids=["short forms", "before the text is cut"])
def test_changes_come_to_the_same_as_all_of_them_one_after_another(changes: Changes) -> None:
    changed = 0
    for said in SAID[::2]:
        for text in (said, said.capitalize(), f"{said}, please drop the other one too, twenty-five and up"):
            expected = text
            for pattern, words in changes.changes:
                expected = pattern.sub(words, expected)
            assert changes.made(text) == expected
            changed += expected != text
    assert changed > 10


def test_what_a_change_brings_about_is_seen_by_those_after_it_and_not_by_those_before() -> None:
    changes = Changes([(re.compile("two"), "three"), (re.compile("one"), "two"), (re.compile("two", re.I), "four")])
    assert changes.made("one and TWO") == "four and four"
