"""Every shape of pipeline gives, as one script, the numbers of the run."""

import shutil

import numpy as np
import pandas as pd
import pytest
from hostile_cases import material_of
from imblearn.over_sampling import SMOTE
from sklearn.cluster import DBSCAN
from sklearn.compose import TransformedTargetRegressor
from sklearn.ensemble import VotingClassifier
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.model_selection import FixedThresholdClassifier
from sklearn.preprocessing import StandardScaler
from sklearn.tree import DecisionTreeClassifier

from codegen.prove import prove_script
from codegen.training import script_of
from engine.estimators.date_parts import DateParts
from engine.estimators.labelled_clusters import LabelledClusters
from engine.functions.read_delimited import read_delimited
from engine.operations import Fit, Read, Resample, Set, Train, Wrap

COLUMNS = {"a": "number", "b": "number", "when": "date:%Y-%m-%d", "class": "text", "y": "number"}
READ = [Read(read_delimited, {"columns": COLUMNS})]
SPLIT = [Set("split", {"strategy": "random", "train": 0.8, "validation": 0.0, "test": 0.2, "seed": 42})]
DATES = [Fit("dates", DateParts(), ("when",))]
SCALE = [Fit("scale", StandardScaler(), ("a", "b"))]
CLASSES = [Set("target", "class"), Set("task", "classification"), Set("positive", "yes"), Set("features", ["a", "b", "when"])]
AMOUNT = [Set("target", "y"), Set("task", "regression"), Set("features", ["a", "b", "when"])]
GROUPS = [Set("task", "clustering"), Set("features", ["a", "b"])]

LOGISTIC = [Train("logistic_regression", {}, LogisticRegression(max_iter=200))]
TREE = [Train("decision_tree", {}, DecisionTreeClassifier(max_depth=3, random_state=0))]
MEMBERS = (("tree", (*DATES, *TREE)), ("logistic", (*DATES, *SCALE, *LOGISTIC)))

PIPELINES = {
    "threshold": [READ, CLASSES, SPLIT, DATES, SCALE, LOGISTIC, [Wrap("threshold", FixedThresholdClassifier(None, threshold=0.3, pos_label="yes"))]],
    "balanced": [READ, CLASSES, SPLIT, DATES, [Resample("balance", SMOTE(random_state=1), balances=True)], SCALE, LOGISTIC],
    "ensemble": [READ, CLASSES, SPLIT, [Train("voting", {}, VotingClassifier([], voting="soft"), members=MEMBERS)]],
    "log target": [READ, AMOUNT, SPLIT, DATES, [Train("ridge", {}, Ridge())],
                   [Wrap("transform_target", TransformedTargetRegressor(func=np.log1p, inverse_func=np.expm1), slot="regressor")]],
    "clusters": [READ, GROUPS, SCALE, [Train("dbscan", {}, LabelledClusters(DBSCAN(eps=0.4)))]],
}


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    generator = np.random.default_rng(3)
    path = tmp_path_factory.mktemp("data") / "raw.csv"
    when = pd.Timestamp("2020-01-01") + pd.to_timedelta(generator.integers(0, 900, 150), unit="D")
    a, b = generator.normal(size=150), generator.normal(size=150)
    table = pd.DataFrame({"a": a, "b": b, "when": when.strftime("%Y-%m-%d")})
    table["class"] = np.where(a + b + generator.normal(size=150) > 1, "yes", "no")
    table["y"] = np.exp(a / 3 + 1)
    table.to_csv(path, index=False)
    return path


@pytest.mark.parametrize("name", PIPELINES)
def test_the_script_repeats_the_run(name, data, tmp_path):
    material, _ = material_of(data, PIPELINES[name])
    (tmp_path / "train.py").write_text(script_of(material), encoding="utf-8")
    prove_script(tmp_path, "train.py", material.run["metrics"], data)
    shutil.rmtree(tmp_path)
