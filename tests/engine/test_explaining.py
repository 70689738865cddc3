"""Shapley values, local models and partial dependence speak of raw columns of any kind, and tell what moves the answer."""

import numpy as np
import pandas as pd
import pytest
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LinearRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder

from engine.estimators.fill_missing import FillMissing
from engine.estimators.on_columns import OnColumns
from engine.explaining import effort
from engine.explaining.answers import answers_of
from engine.explaining.local_model import local_contributions
from engine.explaining.partial_dependence import dependence
from engine.explaining.shapley import contributions
from engine.explaining.uncompiled import uncompiled_shap
from engine.weak_spots import weak_spots, wrongness

NAMES = ['it\'s "size"', "colour\n🎉", "noise"]


@pytest.fixture
def table():
    generator = np.random.default_rng(0)
    frame = pd.DataFrame(
        {
            NAMES[0]: generator.normal(size=300),
            NAMES[1]: generator.choice(["red", "green", "{}"], 300),
            NAMES[2]: generator.normal(size=300),
        }
    )
    frame.loc[::20, NAMES[0]] = np.nan
    return frame


def fitted(table, model, answers):
    one_hot = OnColumns(OneHotEncoder(handle_unknown="ignore", sparse_output=False), [NAMES[1]])
    return make_pipeline(OnColumns(FillMissing("median"), [NAMES[0]]), one_hot, model).fit(table, answers)


def amount(table):
    return 3 * table[NAMES[0]].fillna(0) + 10 * (table[NAMES[1]] == "red")


def test_shapley_values_of_a_linear_model_are_its_weights_times_the_distance_from_usual(table):
    model = fitted(table, LinearRegression(), amount(table))
    row = table.iloc[[1]].assign(**{NAMES[0]: 2.0, NAMES[1]: "red"})
    found = contributions(answers_of(model, "regression"), table.head(40), row, NAMES)
    added = dict(zip(found.columns, found.values[0], strict=True))
    usual = table.head(40)
    assert added[NAMES[0]] == pytest.approx(3 * (2.0 - usual[NAMES[0]].fillna(table[NAMES[0]].median()).mean()), abs=0.2)
    assert added[NAMES[1]] == pytest.approx(10 * (1 - (usual[NAMES[1]] == "red").mean()), abs=0.2)
    assert added[NAMES[2]] == pytest.approx(0, abs=0.1)
    assert found.base + sum(found.values[0]) == pytest.approx(found.answers[0])


def test_columns_that_matter_move_the_answer_most(table):
    model = fitted(table, RandomForestClassifier(20, random_state=0), np.where(amount(table) > 3, "yes", "no"))
    found = contributions(answers_of(model, "classification", "yes"), table, table.head(30), NAMES)
    assert list(found.sizes)[-1] == NAMES[2]


def test_a_local_model_finds_what_raises_and_lowers_the_answer(table):
    model = fitted(table, LinearRegression(), amount(table))
    row = table.iloc[[1]].assign(**{NAMES[0]: 2.5, NAMES[1]: "red"})
    found = local_contributions(answers_of(model, "regression"), table, row, NAMES)
    added = dict(zip(found.columns, found.values[0], strict=True))
    assert added[NAMES[1]] > added[NAMES[0]] > abs(added[NAMES[2]])


def test_the_answer_rises_with_a_column_as_the_model_has_learned(table):
    model = fitted(table, LinearRegression(), amount(table))
    size = dependence(answers_of(model, "regression"), table, NAMES[0])
    slopes = np.diff(size.means) / np.diff(size.values)
    assert slopes == pytest.approx(3, abs=0.2)
    colour = dependence(answers_of(model, "regression"), table, NAMES[1])
    assert colour.values[int(np.argmax(colour.means))] == "red"


def test_a_group_that_the_model_gets_wrong_is_named_and_chance_is_not():
    generator = np.random.default_rng(1)
    table = pd.DataFrame({"town": generator.choice(["Ulm", "Bern"], 400), "age": generator.normal(40, 10, 400)})
    errors = ((table["town"] == "Ulm") & (generator.random(400) < 0.6)).astype(float).to_numpy()
    found = weak_spots(table, errors)
    assert (found[0].column, found[0].group) == ("town", "Ulm")
    assert found[0].error > 0.5 > found[0].elsewhere
    assert not weak_spots(table, (generator.random(400) < 0.2).astype(float))[2:]


def test_the_surest_mistake_is_the_most_wrong():
    scores = np.array([[0.9, 0.1], [0.4, 0.6], [0.2, 0.8]])
    wrong = wrongness(["b", "b", "a"], ["a", "b", "b"], scores, ["a", "b"], "classification")
    assert np.argsort(-wrong).tolist() == [0, 2, 1]


def test_fewer_rows_are_explained_where_answers_are_dear_and_it_is_said(table, monkeypatch):
    model = fitted(table, RandomForestClassifier(20, random_state=0), np.where(amount(table) > 3, "yes", "no"))
    monkeypatch.setattr(effort, "MOST_NANOSECONDS", 1.0)
    found = contributions(answers_of(model, "classification", "yes"), table, table, NAMES)
    assert len(found.values) == 5
    assert found.note == "Measured on 5 of 300 rows."


@pytest.mark.parametrize("explain", [contributions, local_contributions])
def test_columns_that_were_not_moved_are_counted_and_the_others_called_what_they_are(explain):
    wide = pd.DataFrame(np.random.default_rng(0).normal(size=(60, 30)), columns=[f"c{n}" for n in range(30)])
    answers = answers_of(LinearRegression().fit(wide, wide["c0"]), "regression")
    found = explain(answers, wide, wide.head(1), list(wide.columns), "that come first in the table")
    assert len(found.columns) == 25
    assert found.note.endswith("Only the 25 columns that come first in the table were measured; the other 5 stayed as they are.")


def test_helpers_of_others_are_compiled_as_before():
    import numba

    uncompiled_shap()
    assert not numba.config.DISABLE_JIT
    assert hasattr(numba.njit(lambda number: number + 1), "py_func")
