"""Changing the test rows, features and answers alike, changes no fitted number, no decision and no other score.

Two tables differ in their test rows alone. The same calls are made on both, with every value of every enumerated
argument; a tool that learns from rows that it should not see gives itself away.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from tests.checks.examples import Case, cases
from tests.tools.gate import Session
from tools.experiment import Experiment

ROWS = 240
Calls = list[tuple[str, dict[str, Any]]]
Pair = tuple[Session, Session]

BY_PART = ("split", {"strategy": "column", "column": "part"})
CLASSES: Calls = [("set_target", {"column": "Survived"}), ("set_kind", {"columns": ["words"], "kind": "text"})]
FEATURES = ["Age", "Fare", "Pclass", "Embarked", "words", "date"]
NUMBERS: Calls = [
    ("choose_features", {"columns": ["Age", "Fare", "Pclass", "Embarked"]}),
    ("impute", {"columns": ["Age"]}),
    ("encode", {"columns": ["Embarked"], "method": "ordinal"}),
]
LOGISTIC = ("train", {"model": "logistic_regression"})
STARTS: dict[str, tuple[Calls, Calls]] = {
    "as loaded": ([*CLASSES, ("choose_features", {"columns": FEATURES}), BY_PART], [LOGISTIC]),
    "all numbers": ([*CLASSES, BY_PART, *NUMBERS], [LOGISTIC]),
    "trained": ([*CLASSES, BY_PART, *NUMBERS, ("train", {"model": "decision_tree"}), LOGISTIC], []),
    "an amount": ([("set_target", {"column": "mpg"}), BY_PART, *NUMBERS], [("train", {"model": "ridge"})]),
}
"""Calls before the tool that is looked at, and after it."""
GIVEN: dict[str, dict[str, Any]] = {
    "transform method=box_cox": {"columns": ["Fare"]},
    "autopilot": {"time_budget": 600},
}
"""Other arguments than those of the examples; with so much time the clock decides nothing."""
LEARNED = [case for case in cases() if (case.tool.records or case.tool.expands) and case.tool.stage in {"prepare", "features", "model"}]
"""The other stages choose rows and columns by what they are told; `split` has a test of its own."""


def made_table() -> pd.DataFrame:
    """A table with gaps, a skewed number, categories, dates, sentences, groups, two unequal classes and an amount."""
    random = np.random.default_rng(0)
    numbers = np.arange(ROWS)
    age, fare = random.normal(40, 12, ROWS).round(1), random.lognormal(3, 1, ROWS).round(2)
    town = random.choice(["S", "C", "Q"], ROWS, p=[0.6, 0.3, 0.1])
    answer = np.where(age + 10 * (town == "S") + random.normal(0, 12, ROWS) > 55, "yes", "no")
    words = [f"{random.choice(['please', 'never', 'always'])} call {random.choice(['me', 'us', 'them'])} about the bill" for _ in numbers]
    frame = pd.DataFrame({
        "Age": age, "Fare": fare, "Pclass": random.integers(1, 9, ROWS), "Embarked": town, "words": words,
        "date": (pd.Timestamp("2024-01-01") + pd.to_timedelta(numbers * 31 % 365, unit="D")).strftime("%Y-%m-%d"),
        "Ticket": [f"t{number % 40}" for number in numbers], "part": np.array(["train", "train", "validation", "test"])[numbers % 4],
        "mpg": (age / 2 + random.normal(0, 3, ROWS)).round(2), "Name": [f"{n}, Mrs. of {n * 7} streets" for n in numbers],
        "Survived": answer,
    })
    frame.loc[random.choice(ROWS, 40, replace=False), "Age"] = np.nan
    return frame


def with_other_rows(table: pd.DataFrame, rows: np.ndarray, kept: tuple[str, ...] = ()) -> pd.DataFrame:
    """Changes every cell of these rows, other than in the columns that divide the rows and those that are kept."""
    changed = table.copy()
    for name in ("Age", "Fare", "Pclass", "mpg"):
        changed.loc[rows, name] = (changed.loc[rows, name] * 50 + 7).astype(changed[name].dtype)
    changed.loc[rows, "Embarked"] = "Nowhere"
    changed.loc[rows, "words"] = "words that no other row has " * 9
    changed.loc[rows, "date"] = "2031-12-31"
    changed.loc[rows, "Survived"] = changed.loc[rows, "Survived"].map({"yes": "no", "no": "yes"})
    for name in kept:
        changed[name] = table[name]
    return changed


def loaded(table: pd.DataFrame, home: Path) -> Session:
    home.mkdir(exist_ok=True)
    table.to_csv(home / "table.csv", index=False)
    session = Session(home)
    assert session.call("load_data", source=session.upload(home / "table.csv"))["status"] == "done"
    return session


def copied(session: Session) -> Session:
    copy = Session(session.home)
    copy.document, copy.uploads = deepcopy(session.document), session.uploads
    return copy


def make(session: Session, calls: Calls) -> str:
    """Makes the calls; says what was wrong with the first that failed."""
    for tool, args in calls:
        result = session.call(tool, **args)
        if result["status"] != "done":
            return f"{tool} {args}: {(result['error'] or {}).get('message') or result['question']}"
    return ""


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Pair]:
    """Gives both tables at a start; what is done with them is done to copies."""
    home = tmp_path_factory.mktemp("leaks")
    table = made_table()
    tested = np.flatnonzero(table["part"] == "test")
    first, second = loaded(table, home / "first"), loaded(with_other_rows(table, tested), home / "second")
    made: dict[str, Pair] = {}

    def at(start: str) -> Pair:
        if start not in made:
            made[start] = copied(first), copied(second)
            assert not [said for session in made[start] if (said := make(session, STARTS[start][0]))]
        return copied(made[start][0]), copied(made[start][1])

    return at


@pytest.mark.parametrize("case", [pytest.param(case, id=str(case)) for case in LEARNED])
def test_what_is_learned_does_not_depend_on_test_rows(case: Case, pair: Callable[[str], Pair]) -> None:
    tried = []
    for start, (_, later) in STARTS.items():
        first, second = pair(start)
        state = first.call("list_samples")["state"]
        for args in case.arguments(state):
            args |= GIVEN.get(case.tool.name, {}) | GIVEN.get(str(case), {})
            tried.append(make(first, [(case.tool.name, args), *later]))
            if not tried[-1]:
                assert make(second, [(case.tool.name, args), *later]) == ""
                assert_same_but_for_test_rows(first, second)
                return
            first, _ = pair(start)
    pytest.fail("works at no start:\n" + "\n".join(tried))


DIVISIONS: list[tuple[dict[str, Any], tuple[str, ...]]] = [
    ({"strategy": "random"}, ()),
    ({"strategy": "stratified"}, ("Survived",)),
    ({"strategy": "time", "column": "date"}, ("date",)),
    ({"strategy": "group", "column": "Ticket"}, ()),
    ({"strategy": "stratified_group", "column": "Ticket"}, ("Survived",)),
    ({"strategy": "column", "column": "part"}, ()),
]
"""Each way to divide the rows, and the column that must stay as it is for the rows to be divided alike."""


@pytest.mark.parametrize(("division", "kept"), DIVISIONS, ids=lambda value: value.get("strategy") if isinstance(value, dict) else "")
def test_no_way_to_divide_the_rows_lets_test_rows_through(division: dict[str, Any], kept: tuple[str, ...], tmp_path: Path) -> None:
    table = made_table()
    sizes = {} if division["strategy"] == "column" else {"train": 0.6, "validation": 0.2, "test": 0.2}
    apart = division["strategy"] in {"time", "group", "stratified_group"}  # stacking is declined there
    later: Calls = [
        LOGISTIC,
        ("set_threshold", {"optimize_for": "f1"}),
        ("train", {"model": "decision_tree"}),
        ("ensemble", {"method": "voting" if apart else "stacking", "models": ["decision_tree", "logistic_regression"]}),
    ]
    calls = [*CLASSES, *NUMBERS, ("split", {**division, **sizes}), ("keep_best_features", {"method": "f_test", "k": 3}), *later]
    first = loaded(table, tmp_path / "first")
    assert make(first, calls) == ""
    tested = experiment_of(first).snapshot.parts["test"]
    second = loaded(with_other_rows(table, tested, kept), tmp_path / "second")
    assert make(second, calls) == ""
    assert_same_but_for_test_rows(first, second)


def test_the_division_strategies_are_all_looked_at() -> None:
    named = {case.chosen["strategy"] for case in cases() if case.tool.name == "split" and "strategy" in case.chosen}
    assert named == {division["strategy"] for division, _ in DIVISIONS}


def assert_same_but_for_test_rows(first: Session, second: Session) -> None:
    """Compares what was decided, every score but the test rows', and what the models say of the other rows."""
    assert recorded(first) == recorded(second)
    one, other = experiment_of(first), experiment_of(second)
    for run, twin in zip(one.runs, other.runs, strict=True):
        assert (run["model"], run["params"], run["features"]) == (twin["model"], twin["params"], twin["features"])
        for part in ("train", "validation"):
            assert run["metrics"][part] == twin["metrics"][part]
        assert run.get("folds") == twin.get("folds")
        shown = one.experiment_at(run)
        rows = shown.frame.iloc[np.concatenate([shown.snapshot.parts["train"], shown.snapshot.parts["validation"]])]
        assert len(rows) > 50
        assert said_of(one.model(run), rows[run["features"]]) == said_of(other.model(twin), rows[run["features"]])


def said_of(model: Any, rows: pd.DataFrame) -> list[Any]:
    return list((model.predict_proba if hasattr(model, "predict_proba") else model.predict)(rows).tolist())


def recorded(session: Session) -> list[tuple[str, dict[str, Any]]]:
    return [(step["tool"], step["args"]) for step in session.document["steps"][1:]]


def experiment_of(session: Session) -> Experiment:
    return Experiment(session.document, session.home, {"uploads": session.uploads})
