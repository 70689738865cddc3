"""Sentences of which a part was once lost without a word: a column in a list, a value for the gaps, the verb that says which rows go."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.assistant.router.test_utterances import verdict

ROWS = [json.loads(line) for line in (Path(__file__).parent / "nothing_lost.jsonl").read_text("utf-8").splitlines() if line]


@pytest.mark.parametrize("row", ROWS, ids=[row["text"][:60] for row in ROWS])
def test_all_that_was_said_is_in_the_calls_or_asked_about(row: dict[str, Any]) -> None:
    assert verdict(row) == "exact"
