"""Changing the test rows changes no fitted number and no training score."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from engine.compiled import build_estimator
from engine.run import fit_run
from engine.snapshot import extend, first_snapshot
from tests.tools.gate import Session
from tools.experiment import Experiment
from tools.history import plan_step

LEARNED: list[list[tuple[str, dict[str, Any]]]] = [
    [("impute", {"columns": ["age", "fare"], "strategy": strategy})] for strategy in ("mean", "median", "knn")
] + [
    [("impute", {}), ("scale", {"columns": ["age", "fare"], "method": method})]
    for method in ("standard", "minmax", "robust", "maxabs", "quantile")
] + [
    [("impute", {}), ("encode", {"columns": ["town"], "method": method})]
    for method in ("onehot", "ordinal", "target", "frequency", "hashing")
] + [
    [("impute", {}), ("handle_outliers", {"columns": ["fare"], "method": method, "action": action})]
    for method, action in (("iqr", "clip"), ("zscore", "clip"), ("iqr", "remove"), ("isolation_forest", "remove"))
] + [
    [("impute", {}), ("transform", {"columns": ["fare"], "method": method})] for method in ("log", "yeo_johnson", "box_cox")
] + [
    [("impute", {}), ("encode", {}), ("balance", {"method": method})]
    for method in ("smote", "adasyn", "random_over", "random_under", "class_weight")
] + [
    [("impute", {}), ("encode", {}), ("keep_best_features", {"method": method, "k": 3})]
    for method in ("correlation", "f_test", "mutual_info", "importance", "rfe")
]


@pytest.fixture(scope="module")
def table() -> pd.DataFrame:
    """400 rows with gaps, a skewed number, a category and two unequal classes."""
    random = np.random.default_rng(0)
    age = random.normal(40, 12, 400)
    fare = random.lognormal(3, 1, 400)
    town = random.choice(["Ulm", "Bern", "Graz"], 400)
    answer = np.where(age + 10 * (town == "Ulm") + random.normal(0, 8, 400) > 50, "yes", "no")
    frame = pd.DataFrame({"age": age, "fare": fare, "size": random.normal(size=400), "town": town, "answer": answer})
    frame.loc[random.choice(400, 40, replace=False), "age"] = np.nan
    return frame


@pytest.mark.parametrize("steps", LEARNED, ids=lambda steps: "-".join([steps[-1][0], *map(str, list(steps[-1][1].values())[1:])]))
def test_changed_test_rows_change_nothing_that_was_learned(table: pd.DataFrame, steps: list[Any], tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    table.to_csv(path, index=False)
    session = Session(tmp_path / "home")
    session.call("load_data", source=session.upload(path))
    session.call("set_target", column="answer")
    for tool, args in [*steps, ("split", {"train": 0.7, "test": 0.3}), ("train", {"model": "logistic_regression"})]:
        result = session.call(tool, **args)
        assert result["status"] == "done", result.get("error")
    experiment = Experiment(session.document, session.home, {"uploads": session.uploads})
    tested = experiment.snapshot.parts["test"]
    changed = experiment.snapshot.raw.copy()
    changed.loc[tested, ["age", "fare", "size"]] = changed.loc[tested, ["age", "fare", "size"]] * 100 + 7
    changed.loc[tested, "town"] = "Nowhere"
    first, second = _fitted(experiment, experiment.snapshot.raw), _fitted(experiment, changed)
    assert first.metrics["train"] == second.metrics["train"]
    trained = experiment.frame[first.features].iloc[experiment.snapshot.parts["train"]]
    assert np.array_equal(first.estimator.predict_proba(trained), second.estimator.predict_proba(trained))


def _fitted(experiment: Experiment, raw: pd.DataFrame) -> Any:
    """Runs the recorded steps on other rows."""
    snapshot = first_snapshot(raw, experiment.with_document(steps=experiment.steps[:1]).snapshot.columns, [])
    for count in range(2, len(experiment.steps) + 1):
        snapshot = extend(snapshot, plan_step(experiment.with_document(steps=experiment.steps[:count])))
    assert build_estimator(snapshot.compiled, snapshot.compiled.features(snapshot.frame.columns)) is not None
    return fit_run(snapshot.frame, snapshot.compiled, lambda fraction, message: None)
