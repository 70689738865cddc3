"""The learning curve: more rows, better scores on other rows, and nothing but training rows."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from sklearn.tree import DecisionTreeRegressor

from engine.compiled import compile_operations
from engine.learning_curve import learning_curve
from engine.operations import Set, Train


def compiled_with(split: dict[str, object]) -> object:
    model = Train("decision_tree", {}, DecisionTreeRegressor(random_state=0))
    return compile_operations([Set("target", "y"), Set("task", "regression"), Set("features", ["x"]), Set("split", split), model])


@pytest.fixture
def table() -> pd.DataFrame:
    generator = np.random.default_rng(0)
    x = generator.uniform(0, 10, 600)
    return pd.DataFrame({"x": x, "y": np.sin(x), "day": pd.date_range("2024-01-01", periods=600)})


@pytest.mark.parametrize("split", [{"strategy": "random"}, {"strategy": "time", "column": "day"}], ids=["random", "time"])
def test_more_rows_score_better_and_test_rows_change_nothing(table: pd.DataFrame, split: dict[str, object]) -> None:
    compiled = compiled_with({"train": 0.8, "validation": 0.0, "test": 0.2, "seed": 42, **split})
    curve = learning_curve(table, compiled, "r2")
    assert curve.other[0] < curve.other[-1] <= 1
    assert list(curve.rows) == sorted(curve.rows)
    from engine.snapshot import declared_parts

    changed = table.copy()
    changed.loc[changed.index[declared_parts(table, compiled)["test"]], "y"] = 1e6
    assert learning_curve(changed, compiled, "r2") == curve
