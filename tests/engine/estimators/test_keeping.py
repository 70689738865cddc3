"""Fitted estimators can be written without pickle, and read back equal, whatever the columns are called."""

import tracemalloc

import numpy as np
import pandas as pd
import pytest
from sklearn.base import clone
from sklearn.cluster import DBSCAN
from sklearn.neighbors import KNeighborsRegressor
from sklearn.preprocessing import OneHotEncoder

from engine import artifacts
from engine.errors import Refusal
from engine.estimators.clip_outliers import ClipOutliers
from engine.estimators.cross_fitted_target_encoder import CrossFittedTargetEncoder
from engine.estimators.date_parts import DateParts
from engine.estimators.fill_missing import FillMissing
from engine.estimators.fill_unexpected_missing import FillUnexpectedMissing
from engine.estimators.frequency_encoder import FrequencyEncoder
from engine.estimators.hashing_encoder import HashingEncoder
from engine.estimators.keep_best import KeepBest
from engine.estimators.labelled_clusters import LabelledClusters
from engine.estimators.on_columns import OnColumns
from engine.estimators.text_vectors import TextVectors
from engine.models import TASKS, models_for
from engine.scoring import scoring_for
from engine.sources import sources_of

NAMES = ["🎉\n", 'it\'s "x"', "{{7*7}}", "when"]


@pytest.fixture
def frame():
    generator = np.random.default_rng(0)
    return pd.DataFrame(
        {
            NAMES[0]: generator.normal(size=40),
            NAMES[1]: generator.choice(["red", "blue", "{}"], 40),
            NAMES[2]: pd.Series(generator.choice([True, False], 40)),
            "when": pd.Timestamp("2024-01-01") + pd.to_timedelta(generator.integers(0, 900, 40), unit="h"),
        }
    )


@pytest.fixture
def read_back(tmp_path, monkeypatch):
    monkeypatch.setattr(artifacts, "KEPT", 0)

    def again(estimator):
        digest = artifacts.save_model(tmp_path, "key", estimator)
        return artifacts.load_model(tmp_path, {"number": 1, "key": "key", "sha256": digest})

    return again


STEPS = [
    OnColumns(OneHotEncoder(handle_unknown="ignore", sparse_output=False), [NAMES[1], NAMES[2]]),
    OnColumns(FillMissing("most_frequent", add_indicator=True), NAMES),
    OnColumns(FillMissing("median"), [NAMES[0], "when"]),
    OnColumns(FillUnexpectedMissing(), NAMES),
    OnColumns(FrequencyEncoder(), [NAMES[1], NAMES[2]]),
    OnColumns(HashingEncoder(4), [NAMES[1]]),
    OnColumns(CrossFittedTargetEncoder(), [NAMES[1]]),
    OnColumns(DateParts(), ["when"]),
    OnColumns(TextVectors(), [NAMES[1]]),
    OnColumns(ClipOutliers(), [NAMES[0]]),
    OnColumns(KeepBest(k=1), [NAMES[0], NAMES[2]]),
    OnColumns(LabelledClusters(DBSCAN()), ["gone"]),
]


@pytest.mark.parametrize("step", STEPS, ids=lambda step: type(step.transformer).__name__)
def test_a_step_is_read_back_equal(step, frame, read_back):
    fitted = clone(step).fit(frame, np.where(frame[NAMES[0]] > 0, "yes", "no"))
    gaps = frame.copy()
    gaps.iloc[0, [0, 1, 3]] = None
    if isinstance(step.transformer, KeepBest | FillMissing | FillUnexpectedMissing):
        made = fitted.transform(gaps)
    else:
        gaps, made = frame, fitted.transform(frame)
    again = read_back(fitted)
    pd.testing.assert_frame_equal(again.transform(gaps), made)
    assert sources_of(again) == sources_of(fitted)


@pytest.mark.filterwarnings("ignore:.*converge")
@pytest.mark.parametrize(
    ("task", "model"),
    [pytest.param(task, model, id=f"{model.id}-{task}") for task in TASKS for model in models_for(task)],
)
def test_a_model_is_read_back_equal(task, model, frame, read_back):
    numbers = pd.DataFrame({name: np.random.default_rng(place).normal(size=40) for place, name in enumerate(NAMES)})
    answers = {
        "classification": np.where(numbers[NAMES[0]] > 0, "yes", "no"),
        "regression": np.exp(numbers[NAMES[1]]),
    }
    fitted = model.make(task, {}).fit(numbers, answers.get(task))
    scoring = scoring_for(task)
    again = scoring(read_back(fitted), numbers, answers.get(task))
    assert again == scoring(fitted, numbers, answers.get(task))


def test_a_large_model_is_not_held_more_often_than_its_arrays_need(tmp_path, monkeypatch):
    monkeypatch.setattr(artifacts, "KEPT", 0)
    cells = np.random.default_rng(0).normal(size=(100_000, 10))
    digest = artifacts.save_model(tmp_path, "key", KNeighborsRegressor(algorithm="brute").fit(cells, cells[:, 0]))
    tracemalloc.start()
    artifacts.load_model(tmp_path, {"number": 1, "key": "key", "sha256": digest})
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 2.5 * cells.nbytes


def test_a_model_that_was_changed_on_disk_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(artifacts, "KEPT", 0)
    run = {"number": 1, "key": "key", "sha256": artifacts.save_model(tmp_path, "key", OneHotEncoder())}
    path = artifacts.model_path(tmp_path, run)
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(Refusal, match="is damaged or gone"):
        artifacts.load_model(tmp_path, run)
    path.unlink()
    with pytest.raises(Refusal, match="is damaged or gone"):
        artifacts.load_model(tmp_path, run)
