"""Explanations speak of the user's own columns."""

import numpy as np
import pandas as pd
import pytest
from imblearn.over_sampling import RandomOverSampler
from imblearn.pipeline import Pipeline as SamplingPipeline
from sklearn.calibration import CalibratedClassifierCV
from sklearn.compose import TransformedTargetRegressor
from sklearn.decomposition import PCA
from sklearn.ensemble import BaggingClassifier, RandomForestClassifier, RandomForestRegressor, VotingClassifier
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.model_selection import FixedThresholdClassifier
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler
from sklearn.svm import SVC

from engine.estimators.keep_best import KeepBest
from engine.estimators.on_columns import OnColumns
from engine.explaining import effort
from engine.explaining.importance import (
    column_sources,
    importance,
    importance_seconds,
    permutation,
    permutation_seconds,
)
from engine.models import find_model

NAMES = {"useful": "🎉\nline", "noise": 'it\'s "noise"', "colour": "colour"}


@pytest.fixture
def table():
    generator = np.random.default_rng(0)
    frame = pd.DataFrame(
        {
            NAMES["useful"]: generator.normal(size=300),
            NAMES["noise"]: generator.normal(size=300) * 1000,
            "colour": generator.choice(["red", "green", "blue"], 300),
        }
    )
    signal = 3 * frame[NAMES["useful"]] + (frame["colour"] == "red")
    return frame, signal.to_numpy(), np.where(signal > 0.3, "yes", "no")


def steps(model):
    one_hot = OneHotEncoder(handle_unknown="ignore", sparse_output=False)
    return [
        ("encode", OnColumns(one_hot, ["colour"])),
        ("scale", OnColumns(StandardScaler(), [NAMES["noise"]])),
        ("model", model),
    ]


@pytest.mark.parametrize(
    "model",
    [
        RandomForestClassifier(20, random_state=0),
        LogisticRegression(),
        find_model("xgboost").make("classification", {}),
    ],
)
def test_importances_are_of_the_original_columns_and_add_up(table, model):
    frame, _, answers = table
    found = importance(Pipeline(steps(model)).fit(frame, answers), frame, answers, "classification")
    assert found.method == "importance"
    assert found.columns[0] == NAMES["useful"]
    assert set(found.columns) == set(frame.columns)
    assert sum(found.values) == pytest.approx(1)


def test_a_column_in_large_units_gets_no_more_weight_for_that(table):
    frame, signal, _ = table
    model = Pipeline(steps(LinearRegression())[::2]).fit(frame, signal)
    assert importance(model, frame, signal, "regression").columns[0] == NAMES["useful"]


def test_columns_made_from_several_share_their_importance(table):
    frame, signal, _ = table
    numbers = [NAMES["useful"], NAMES["noise"]]
    pipeline = Pipeline([("pca", OnColumns(PCA(1), numbers)), ("model", RandomForestRegressor(5, random_state=0))])
    found = importance(pipeline.fit(frame[numbers], signal), frame[numbers], signal, "regression")
    assert found.values == (0.5, 0.5)


def test_sources_pass_through_samplers_and_chosen_columns(table):
    frame, _, answers = table
    chain = [*steps(RandomForestClassifier(5, random_state=0))]
    chain[2:2] = [("best", KeepBest("f_test", k=2)), ("balance", RandomOverSampler(random_state=0))]
    pipeline = SamplingPipeline(chain).fit(frame, answers)
    traced = column_sources(pipeline.steps[:-1], list(frame.columns))
    assert len(traced) == 2
    assert set().union(*traced.values()) <= set(frame.columns)
    assert importance(pipeline, frame, answers, "classification").method == "importance"


def test_a_threshold_and_a_target_transform_are_looked_through(table):
    frame, signal, answers = table
    pipeline = Pipeline(steps(RandomForestClassifier(5, random_state=0)))
    threshold = FixedThresholdClassifier(pipeline, threshold=0.4, pos_label="yes").fit(frame, answers)
    assert importance(threshold, frame, answers, "classification").method == "importance"
    logged = TransformedTargetRegressor(Pipeline(steps(LinearRegression())), func=np.log, inverse_func=np.exp)
    amount = np.exp(signal)
    assert importance(logged.fit(frame, amount), frame, amount, "regression").columns[0] == NAMES["useful"]


@pytest.mark.parametrize("model", [SVC(), VotingClassifier([("a", SVC()), ("b", LogisticRegression())])])
def test_a_model_without_importances_is_measured_by_permutation_and_says_so(table, model):
    frame, _, answers = table
    found = importance(Pipeline(steps(model)).fit(frame, answers), frame, answers, "classification")
    assert found.method == "permutation"
    assert "shuffled" in found.note
    assert found.columns[0] == NAMES["useful"]
    assert all(spread >= 0 for spread in found.spreads)


def test_permutation_repeats_and_samples_large_tables(table):
    frame, signal, _ = table
    large, answers = pd.concat([frame] * 10, ignore_index=True), np.tile(signal, 10)
    model = Pipeline(steps(LinearRegression())).fit(large, answers)
    heard = []
    first = permutation(model, large, answers, "regression", lambda share, words: heard.append(share))
    assert first == permutation(model, large, answers, "regression")
    assert first.note == "Measured on 2,000 of 3,000 rows."
    assert heard[-1] == 1.0
    assert first.values[0] > 0.5
    assert abs(first.values[-1]) < 0.05


def wide(columns, rows=120):
    generator = np.random.default_rng(0)
    frame = pd.DataFrame(generator.normal(size=(rows, columns)), columns=[f"c{place}" for place in range(columns)])
    return frame, np.where(frame[f"c{columns - 1}"] > 0, "yes", "no")


def test_of_very_many_columns_those_are_shuffled_that_the_model_uses_most():
    frame, answers = wide(230)
    found = permutation(LogisticRegression().fit(frame, answers), frame, answers, "classification")
    assert len(found.columns) == 200
    assert found.columns[0] == "c229"
    assert "Of 230 columns the 200 that the model uses most were shuffled." in found.note


def test_a_model_that_compares_with_all_that_it_learned_is_measured_on_fewer_rows(monkeypatch):
    frame, answers = wide(4, 600)
    for model in (KNeighborsClassifier(), Pipeline([("scale", StandardScaler()), ("model", KNeighborsClassifier())])):
        a_row, a_call = effort.cost_of(model.fit(frame, answers), 4)
        monkeypatch.setattr(effort, "MOST_NANOSECONDS", 5 * 4 * (100 * a_row + a_call) + 1)
        assert "Measured on 100 of 600 rows." in permutation(model.fit(frame, answers), frame, answers, "classification").note
    monkeypatch.undo()
    assert permutation(LogisticRegression().fit(frame, answers), frame, answers, "classification").note == ""


def test_a_forest_of_very_many_trees_is_measured_on_fewer_rows_and_columns(monkeypatch):
    frame, answers = wide(30, 600)
    forest = RandomForestClassifier(20, max_depth=3, random_state=0).fit(frame, answers)
    assert permutation(forest, frame, answers, "classification").note == ""
    a_row, a_call = effort.cost_of(forest, 30)
    monkeypatch.setattr(effort, "MOST_NANOSECONDS", 5 * 10 * (50 * a_row + a_call))
    found = permutation(forest, frame, answers, "classification")
    assert len(found.columns) == 10
    assert found.columns[0] == "c29"
    assert found.note == "Measured on 50 of 600 rows. Of 30 columns the 10 that the model uses most were shuffled."


def test_what_stands_around_a_model_makes_its_answers_no_cheaper():
    frame, answers = wide(4, 90)
    forest = RandomForestClassifier(7, random_state=0)
    alone, _ = effort.cost_of(forest.fit(frame, answers), 4)
    around = [
        Pipeline([("scale", StandardScaler()), ("model", forest)]),
        FixedThresholdClassifier(forest, threshold=0.4, pos_label="yes"),
        CalibratedClassifierCV(forest, cv=2, ensemble=False),
        VotingClassifier([("forest", forest), ("line", LogisticRegression())]),
    ]
    assert all(effort.cost_of(model.fit(frame, answers), 4)[0] >= alone for model in around)
    assert effort.cost_of(KNeighborsClassifier().fit(frame, answers), 4)[0] > effort.cost_of(LogisticRegression().fit(frame, answers), 4)[0]


def test_a_question_about_a_wide_table_costs_more():
    frame, answers = wide(230)
    model = LogisticRegression().fit(frame, answers)
    assert effort.cost_of(model, 3_000)[1] > 10 * effort.cost_of(model, 20)[1]


def test_members_that_each_prepare_the_rows_make_answers_dearer():
    frame, answers = wide(4, 90)
    single = Pipeline([("scale", StandardScaler()), ("model", LogisticRegression())])
    inside = Pipeline([("scale", StandardScaler()), ("model", BaggingClassifier(LogisticRegression(), 10))])
    each, together, once = (effort.cost_of(model.fit(frame, answers), 4) for model in (BaggingClassifier(single, 10), inside, single))
    preparing = effort.STEP_CALL + 4 * effort.CALL_COLUMN
    assert each[1] - together[1] == pytest.approx(9 * preparing)
    assert once[1] < together[1] < each[1] and together[0] < each[0]


@pytest.mark.parametrize("boosted", ["gradient_boosting", "hist_gradient_boosting", "xgboost", "lightgbm"])
def test_trees_by_boosting_count_for_each_class_whichever_library_grew_them(boosted):
    frame, _ = wide(4, 90)
    classes = np.array(["a", "b", "c"])[np.arange(90) % 3]
    rounds = "max_iter" if boosted == "hist_gradient_boosting" else "n_estimators"
    model = find_model(boosted).make("classification", {rounds: 7}).fit(frame, classes)
    without = effort.ANY_CALL + 4 * effort.CALL_COLUMN + effort.MODEL_CALL
    assert effort.cost_of(model, 4)[1] == pytest.approx(without + 21 * effort.BOOSTED_CALL)


def test_the_time_of_shuffling_is_that_of_its_questions(monkeypatch):
    frame, answers = wide(4, 600)
    line = LogisticRegression().fit(frame, answers)
    row, call = effort.cost_of(line, 4)
    assert permutation_seconds(line, frame) == pytest.approx(5 * 4 * (call + 600 * row) / 1e9)
    assert importance_seconds(line, frame) == 0
    assert importance_seconds(KNeighborsClassifier().fit(frame, answers), frame) > 0
