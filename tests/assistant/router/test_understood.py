"""What the router says that it understood: what matters of each call, and what of a question is open."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.router import RouterContext, route

TABLES = json.loads((Path(__file__).parent / "tables.json").read_text("utf-8"))
STEPS = [{"number": 1, "tool": "set_target", "args": {"column": "Survived"}}, {"number": 2, "tool": "impute", "args": {"columns": ["Age"], "strategy": "median"}}, {"number": 3, "tool": "scale", "args": {"columns": ["Fare"], "method": "standard"}}]


def understood(text: str) -> Any:
    return route(text, RouterContext.from_mapping({"columns": TABLES["titanic"], "target": "Survived", "task": "classification", "steps": STEPS}))["understood"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("fill age with 0", "Fill Age with 0"),
        ("drop rows without age", "Drop rows with missing values in Age"),
        ("split 80/20 with seed 7", "Split 80% / 20%, seed 7"),
        ("split 70/30 stratified", "Split 70% / 30% (stratified)"),
        ("cross validate a random forest with 5 folds", "Cross-validate random forest on 5 folds"),
        ("compare ridge, lasso and svm by recall", "Compare ridge, lasso and support vector machine, by recall"),
        ("learn from age and fare only", "Use Age, Fare as features"),
        ("clip outliers of fare at 2.5 iqr", "Clip outliers of Fare (iqr 2.5)"),
        ("scale the numeric columns", "Scale the numeric columns (standard)"),
        ("remove step 3", "Remove step 3: Scale Fare (standard)"),
        ("change step 2 to the mean", "Change step 2, Fill Age with the median: Fill Age with the mean"),
    ],
)
def test_what_matters_of_a_call_is_told(text: str, told: str) -> None:
    assert understood(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("drop something", "Drop columns; open is which columns."),
        ("train a model", "One of these: Train logistic regression; Train random forest; Train XGBoost; Compare models."),
        ("mean or median for age?", "Fill missing values: Age; open is in which way."),
        ("start over", "Start over; open is whether that is right."),
        ("set the threshold", "Move the threshold; open is how."),
    ],
)
def test_a_question_says_what_was_understood_and_what_is_open(text: str, told: str) -> None:
    assert understood(text) == told
