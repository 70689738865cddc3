"""Every model: light to list, honest defaults, sound bounds, equal numbers for equal seeds."""

import inspect
import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from sklearn.base import clone

from engine.errors import Refusal
from engine.models import MODELS, find_model, models_for, supports_class_weight, validate_params
from engine.models.declaration import imported
from engine.scoring import scoring_for

ROOT = Path(__file__).parents[3]
CASES = [pytest.param(model, task, id=f"{model.id}-{task}") for model in MODELS for task in model.tasks]
PARAMETERS = [
    pytest.param(parameter, id=f"{model.id}-{task}-{name}")
    for model in MODELS
    for task in model.tasks
    for name, parameter in model.parameters_for(task).items()
]


@pytest.fixture(scope="module")
def table():
    generator = np.random.default_rng(0)
    frame = pd.DataFrame(generator.normal(size=(80, 3)), columns=["[<]>", 'it\'s "x"', "🎉\n"])
    frame.iloc[:40, 2] += 4
    targets = {"classification": np.where(frame.iloc[:, 2] > 2, "yes", "no"), "regression": np.exp(frame.iloc[:, 0])}
    return frame, targets


def test_listing_models_imports_nothing_heavy():
    code = "import sys, engine.models; print(sorted({'numpy', 'pandas', 'sklearn', 'xgboost'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_the_catalogue_is_complete():
    expected = {
        "classification": "logistic_regression svm linear_svm knn decision_tree random_forest extra_trees gradient_boosting "
        "hist_gradient_boosting adaboost xgboost lightgbm mlp gaussian_nb lda qda ridge sgd dummy",
        "regression": "linear_regression ridge lasso elastic_net bayesian_ridge huber poisson svm linear_svm knn "
        "decision_tree random_forest extra_trees gradient_boosting hist_gradient_boosting adaboost xgboost lightgbm mlp "
        "sgd dummy",
        "clustering": "kmeans minibatch_kmeans agglomerative dbscan hdbscan gaussian_mixture birch spectral mean_shift",
        "anomaly_detection": "isolation_forest one_class_svm local_outlier_factor elliptic_envelope",
    }
    assert {task: {model.id for model in models_for(task)} for task in expected} == {
        task: set(ids.split()) for task, ids in expected.items()
    }


@pytest.mark.filterwarnings("ignore:.*converge")
@pytest.mark.parametrize(("model", "task"), CASES)
def test_it_fits_scores_and_repeats(model, task, table):
    frame, targets = table
    params = {"eps": 1.0} if model.id == "dbscan" else {}
    found = []
    for _ in range(2):
        estimator = clone(model.make(task, params, seed=7)).fit(frame, targets.get(task))
        found.append(scoring_for(task)(estimator, frame, targets.get(task)))
    assert found[0] == found[1]
    assert found[0]
    if task == "classification":
        assert hasattr(estimator, "predict_proba") == model.has_probabilities


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(("model", "task"), CASES)
def test_every_choice_of_a_parameter_repeats(model, task, table):
    frame, targets = table
    parameters = model.parameters_for(task)
    few = {name: 5 for name in ("n_estimators", "max_iter", "iterations") if name in parameters}
    for name, parameter in parameters.items():
        for value in parameter.choices:
            fits = [clone(model.make(task, {**few, name: value})).fit(frame.to_numpy(), targets.get(task)) for _ in range(2)]
            first, second = (fitted.predict(frame.to_numpy()) for fitted in fits)
            assert np.array_equal(first, second), (name, value)


@pytest.mark.parametrize(("model", "task"), CASES)
def test_declared_defaults_are_the_estimators_and_its_parameters_exist(model, task):
    made = model.make(task, {})
    inner = next(iter(made.get_params(deep=False).values())) if task in model.wrapper else made
    actual = inner.get_params(deep=False)
    for name, default in model.defaults(task).items():
        assert name in actual
        if actual[name] is not None:  # XGBoost decides inside what is None
            assert actual[name] == default


@pytest.mark.parametrize(("model", "task"), CASES)
def test_what_it_says_of_missing_values_holds(model, task, table):
    frame, targets = table
    gaps = frame.copy()
    gaps.iloc[::3, 0] = np.nan
    if model.handles_missing:
        model.make(task, {}).fit(gaps, targets.get(task)).predict(gaps)


@pytest.mark.parametrize("parameter", PARAMETERS)
def test_the_nearest_valid_value_is_valid(parameter):
    assert parameter.allows(parameter.default)
    for value in (-1, 0, 0.5, 1, 3.7, 1e12, "", "atuo", "yes", True, None, [], [0], {}, float("nan")):
        assert parameter.allows(parameter.nearest(value)), value
    json.dumps(parameter.schema())
    assert parameter.range_words()


def test_a_bad_value_is_refused_with_the_range_and_the_nearest():
    with pytest.raises(Refusal) as refused:
        validate_params(find_model("random_forest"), "classification", {"n_estimators": -1})
    assert "n_estimators" in refused.value.message
    assert "-1" in refused.value.message
    assert "from 1" in refused.value.message
    assert "1" in refused.value.hint


def test_an_unknown_parameter_is_refused_with_the_nearest_name():
    with pytest.raises(Refusal) as refused:
        validate_params(find_model("random_forest"), "classification", {"n_estimatorss": 5})
    assert "Did you mean n_estimators?" in refused.value.hint


def test_models_are_refused_by_name_and_by_task():
    with pytest.raises(Refusal) as refused:
        find_model("random_forrest", "classification")
    assert "random_forest" in refused.value.hint
    with pytest.raises(Refusal) as refused:
        find_model("linear_regression", "classification")
    assert "logistic_regression" in refused.value.hint


def test_values_come_in_the_type_that_the_estimator_wants():
    checked = validate_params(find_model("random_forest"), "regression", {"n_estimators": 20.0, "max_features": 2.0})
    assert checked == {"n_estimators": 20, "max_features": 2}
    assert type(checked["max_features"]) is int
    assert type(validate_params(find_model("svm"), "classification", {"C": 1})["C"]) is float


def test_parameters_that_need_another_bring_it_along():
    assert find_model("agglomerative").make("clustering", {"distance_threshold": 2.0}).clusterer.n_clusters is None
    assert find_model("lda").make("classification", {"shrinkage": "auto"}).solver == "lsqr"
    chosen = find_model("lda").make("classification", {"shrinkage": "auto", "solver": "eigen"})
    assert chosen.solver == "eigen"


def test_the_seed_is_passed_unless_said():
    assert find_model("random_forest").make("regression", {}, seed=7).random_state == 7
    assert find_model("random_forest").make("regression", {"random_state": 1}, seed=7).random_state == 1


@pytest.mark.parametrize("model", models_for("classification"), ids=lambda model: model.id)
def test_weights_are_declared_as_the_estimator_has_them(model):
    made = imported(model.estimators["classification"])
    by_class = "class_weight" in made().get_params()
    by_row = "sample_weight" in inspect.signature(made.fit).parameters
    assert model.weights in ("class_weight" if by_class else "", "sample_weight" if by_row else "", "")
    assert by_class is (model.weights == "class_weight")
    assert supports_class_weight(model.id) is bool(model.weights)


FIT_IN_A_PROCESS = '''
import json, sys, warnings
import numpy as np, pandas as pd
from engine.models import MODELS
from engine.scoring import scoring_for

warnings.simplefilter("ignore")
generator = np.random.default_rng(0)
frame = pd.DataFrame(generator.normal(size=(80, 3)), columns=["a", "b", "c"])
frame.iloc[:40, 2] += 4
targets = {"classification": np.where(frame["c"] > 2, "yes", "no"), "regression": np.exp(frame["a"])}
found = {}
for model in MODELS:
    for task in model.tasks:
        params = {"eps": 1.0} if model.id == "dbscan" else {}
        fitted = model.make(task, params, seed=7).fit(frame, targets.get(task))
        found[f"{model.id} {task}"] = scoring_for(task)(fitted, frame, targets.get(task))
print(json.dumps(found))
'''


def test_every_model_gives_the_same_numbers_in_another_process():
    answers = []
    for hash_seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
        done = subprocess.run([sys.executable, "-c", FIT_IN_A_PROCESS], capture_output=True, text=True, env=environment, cwd=ROOT)
        assert done.returncode == 0, done.stderr[-2000:]
        answers.append(json.loads(done.stdout))
    assert answers[0] == answers[1]
    assert len(answers[0]) == len(CASES)
