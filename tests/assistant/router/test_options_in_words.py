"""What the buttons of a question say."""

from __future__ import annotations

import pytest

from assistant.router.asking.labels import label


@pytest.mark.parametrize(
    ("tool", "args", "words"),
    [
        ("plot", {"kind": "missing"}, "Draw a chart: missing"),
        ("define", {"term": "recall"}, "Explain a word: recall"),
        ("drop_columns", {"columns": ["tip", "passengers"]}, "Drop tip, passengers"),
        ("what_if", {"values": {"Age": 5}}, "What if…? Age 5"),
        ("set_threshold", {"optimize_for": "f1"}, "Choose the threshold for f1"),
        ("impute", {"columns": "numeric"}, "Fill the numeric columns with what is usual"),
        ("preview", {"rows": 20, "which": "tail"}, "Show rows: rows 20, tail"),
        ("job_status", {}, "How far is it?"),
        ("aggregate", {"column": "price", "by": ["cut"], "statistic": "mean"}, "Mean of price by cut"),
        ("aggregate", {"column": "price", "by": ["cut", "color"], "statistic": "max"}, "Highest price by cut and color"),
        ("aggregate", {"by": ["cut"], "statistic": "count"}, "Count the rows by cut"),
        ("split", {"train": 0.7, "test": 0.3}, "Split 70% / 30%"),
    ],
)
def test_a_call_is_written_as_a_person_would_say_it(tool: str, args: dict[str, object], words: str) -> None:
    assert label({"tool": tool, "args": args}) == words
