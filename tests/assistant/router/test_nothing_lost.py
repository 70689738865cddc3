"""Sentences of which a part was once lost without a word: a column in a list, a value for the gaps, the verb that says which rows go."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.router import RouterContext
from assistant.router.asking.lost_requests import refuse_lost_request
from assistant.router.entities.clause import Unclear
from tests.assistant.router.test_utterances import TABLES, verdict

ROWS = [json.loads(line) for line in (Path(__file__).parent / "nothing_lost.jsonl").read_text("utf-8").splitlines() if line]


@pytest.mark.parametrize("row", ROWS, ids=[row["text"][:60] for row in ROWS])
def test_all_that_was_said_is_in_the_calls_or_asked_about(row: dict[str, Any]) -> None:
    assert verdict(row) == "exact"


@pytest.mark.parametrize("message", ["drop the tip and standardize the fare", "drop the tip, then a histogram of the fare", "drop the tip + pca", "drop the tip; show the leaderboard"])
def test_a_request_that_no_call_carries_out_is_asked_about(message: str) -> None:
    calls = [{"tool": "drop_columns", "args": {"columns": ["tip"]}}]
    with pytest.raises(Unclear, match="only a part"):
        refuse_lost_request(message, calls, RouterContext(columns=TABLES["taxis"]))


@pytest.mark.parametrize("message", ["drop the tip before we standardize the fare", "drop the tip, no scaling please", "drop the tip, what is pca", "drop the tip", "drop the column “heat map”"])
def test_what_only_speaks_of_a_step_is_no_request(message: str) -> None:
    refuse_lost_request(message, [{"tool": "drop_columns", "args": {"columns": ["tip"]}}], RouterContext(columns=[*TABLES["taxis"], {"name": "heat map", "kind": "numeric"}]))
