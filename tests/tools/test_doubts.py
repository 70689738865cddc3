"""What is said of a run, and what is doubted."""

from __future__ import annotations

from typing import Any

import pytest

from tools.model.doubts import doubts, interval
from tools.model.report import verdict


def run_with(test: float, train: float = 0.8, plain: float = 0.6, rows: int = 1000, sd: float | None = None, **more: Any) -> dict[str, Any]:
    folds = None if sd is None else {"sd": {"accuracy": sd}}
    return {
        "task": "classification", "model": "knn", "metrics": {"train": {"accuracy": train}, "test": {"accuracy": test, **more}},
        "baseline": {"test": {"accuracy": plain}}, "rows": {"train": 5000, "test": rows}, "cross_validation": folds,
        "positive": "bad" if more else None, "baseline_answer": "good",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("run", "findings"),
    [
        (run_with(0.8), []),
        (run_with(0.995, train=1.0), ["too_good"]),
        (run_with(0.995, train=1.0, plain=0.95), []),
        (run_with(0.7, train=0.95), ["overfit"]),
        (run_with(0.7, train=0.95, sd=0.2), ["no_better_than_baseline"]),
        (run_with(0.59), ["overfit", "no_better_than_baseline"]),
        (run_with(0.605, train=0.61), ["no_better_than_baseline"]),
        (run_with(0.8, rows=40), ["small_test"]),
    ],
)
def test_each_doubt_has_its_numbers(run: dict[str, Any], findings: list[str]) -> None:
    assert [doubt.finding for doubt in doubts(run, "test")] == findings


def test_training_rows_and_the_simplest_guess_raise_no_doubt() -> None:
    assert doubts(run_with(0.3), "train") == []
    assert doubts(run_with(0.3) | {"model": "dummy"}, "test") == []


def test_few_rows_are_told_with_their_interval() -> None:
    low, high = interval(0.8, 40)
    assert 0.65 < low < 0.66 and 0.89 < high < 0.9
    assert "could as well be 65 or 90 of 100" in verdict(run_with(0.8, rows=40), "test")


def test_where_one_class_is_nearly_all_what_is_found_comes_first() -> None:
    said = verdict(run_with(0.96, train=0.96, plain=0.95, recall=0.4, precision=0.7), "test")
    assert said.startswith("Of the 50 that are “bad” it finds 20, and of the 29 alarms 20 are right.")
    said = verdict(run_with(0.96, train=0.96, plain=0.95, rows=10_000, recall=0.4, precision=0.7), "test")
    assert said.startswith("Of 100 that are “bad” it finds 40, and of 100 alarms 70 are right.")


def test_a_model_that_never_gives_the_looked_for_answer_is_said_to_do_so() -> None:
    never = run_with(0.95, train=0.95, plain=0.95, recall=0.0, precision=0.0)
    assert verdict(never, "test").startswith("It never says “bad”. Of 100 test rows it gets 95 right")
    assert "alarms" not in verdict(never, "test")


def test_a_model_whose_alarms_are_all_wrong_is_not_said_to_be_silent() -> None:
    wrong = run_with(0.93, train=0.93, plain=0.95, recall=0.0, precision=0.0)
    assert "never says" not in verdict(wrong, "test") and "alarms" in verdict(wrong, "test")


def test_a_model_that_finds_a_rare_class_better_than_chance_is_not_doubted_for_its_accuracy() -> None:
    run = run_with(0.947, train=0.947, plain=0.947, recall=0.01, precision=0.5, average_precision=0.21)
    run["baseline"]["test"]["average_precision"] = 0.053
    assert "simplest guess" not in verdict(run, "test")
    run["metrics"]["test"]["average_precision"] = 0.053
    assert "no better than the simplest guess" in verdict(run, "test")


def test_few_rows_are_counted_and_nearly_all_is_not_called_all() -> None:
    assert verdict(run_with(2 / 3, rows=3), "test").startswith("Of the 3 test rows it gets 2 right; always saying “good” gets 2.")
    assert verdict(run_with(0.995, plain=0.95, rows=2600), "test").startswith("Of 1,000 test rows it gets 995 right")


def test_three_rows_do_not_tell_that_rows_were_learned_by_heart() -> None:
    assert "overfit" not in [doubt.finding for doubt in doubts(run_with(0.67, train=0.95, rows=3), "test")]


def test_a_model_that_finds_the_rare_class_with_wrong_alarms_is_not_called_no_better_than_guessing() -> None:
    run = run_with(0.77, train=0.77, plain=0.87, recall=0.96, precision=0.36, balanced_accuracy=0.85)
    run["baseline"]["test"]["balanced_accuracy"] = 0.5
    assert doubts(run, "test") == []
    run["metrics"]["test"]["balanced_accuracy"] = 0.55
    assert [doubt.finding for doubt in doubts(run, "test")] == ["no_better_than_baseline"]
