"""Preparing, training and scoring, against the same work written by hand in scikit-learn: python bench/training.py [TABLE…]

Five tables of 30,000 rows and more, made of the samples by drawing their rows again and again, are split, filled, encoded,
learned from and scored on the training and the test rows with all metrics, by a call of the tool and by hand, in turns in
one process. The table lies in memory on both sides and each takes one thread. The call also scores the simplest guess and
keeps the model on disk, which by hand nobody does. Where the scores differ in any digit that counts, it stops.
"""

from __future__ import annotations

import math
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from threadpoolctl import threadpool_limits

sys.path.insert(0, str(Path(__file__).parents[1]))
from bench.figures import figure, heading, processor_seconds

SAMPLES = Path(__file__).parents[1] / "engine" / "samples"
ROWS, ROUNDS, TARGET = 40_000, 3, 1.05
TABLES: dict[str, tuple[str, tuple[str, ...]]] = {
    "titanic": ("Survived", ("PassengerId", "Name", "Ticket", "Cabin")),
    "penguins": ("species", ()),
    "auto_mpg": ("mpg", ("name",)),
    "bike_sharing": ("bikers", ("casual", "registered")),
    "california_housing": ("median_house_value", ()),
}
"""What is predicted, and which columns are left out."""
MODELS: dict[str, dict[str, Any]] = {"hist_gradient_boosting": {}, "random_forest": {"n_estimators": 20}}


class Calls:
    """Makes calls on one experiment as a door does."""

    def __init__(self, home: Path) -> None:
        from tools.experiment import empty_document

        self.home, self.document, self.uploads = home, empty_document(), {}

    def __call__(self, tool: str, **args: Any) -> None:
        from tools.call import perform

        payload: dict[str, Any] = {"home": str(self.home), "experiment": self.document, "call": {"tool": tool, "args": args}}
        result = perform(payload | {"mode": "job", "session": {"uploads": self.uploads}}, lambda fraction, message: None)
        if result["status"] != "done":
            raise RuntimeError(f"{tool}: {result['error'] or result.get('question')}")
        self.document = result["experiment"]

    def upload(self, name: str, content: bytes) -> None:
        """Puts a file where uploads lie."""
        import hashlib

        folder = self.home / "datasets" / name
        folder.mkdir(parents=True)
        (folder / "raw").write_bytes(content)
        self.uploads[name] = {"name": f"{name}.csv", "sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}


def main(tables: Sequence[str] = ()) -> None:
    """Measures each table, or those named, with each model."""
    heading(f"train and score {ROWS:,} rows, the tool's call / by hand (processor time)")
    for table in tables or TABLES:
        with tempfile.TemporaryDirectory() as home:
            calls = Calls(Path(home))
            prepare(calls, table)
            for model in MODELS:
                compare(calls, table, model)


def prepare(calls: Calls, name: str) -> None:
    """Makes the large table and takes the steps before the model."""
    import pandas as pd

    target, without = TABLES[name]
    table = pd.read_csv(SAMPLES / f"{name}.csv").drop(columns=list(without)).dropna(subset=[target])
    table = table.sample(max(ROWS, len(table)), replace=True, random_state=42)
    calls.upload(name, table.to_csv(index=False).encode())
    gaps = bool(table.drop(columns=target).isna().to_numpy().any())
    steps = {"load_data": {"source": name}, "set_target": {"column": target}, "split": {"test": 0.2}, **({"impute": {}} if gaps else {}), "encode": {}}
    for tool, args in steps.items():
        calls(tool, **args)


def compare(calls: Calls, table: str, model: str) -> None:
    """Trains in turns and prints how much longer the call takes."""
    from engine.models import find_model
    from tools.experiment import Experiment

    prepared = calls.document
    experiment = Experiment(prepared, calls.home)
    task = str(experiment.task)
    estimator = find_model(model, task).make(task, MODELS[model])
    known = (experiment.frame, experiment.snapshot.parts, str(experiment.target), prepared["steps"][-1]["args"]["columns"])
    scores: dict[str, Any] = {}
    ours, theirs = [], []
    for number in range(ROUNDS):
        calls.document = prepared
        ours.append(processor_seconds(lambda number=number: calls("train", model=model, params=MODELS[model], name=f"{model} {number}")))
        theirs.append(processor_seconds(lambda: scores.update(by_hand(*known, estimator))))
    require_equal(calls.document["runs"][-1]["metrics"], scores)
    calls.document = prepared
    figure(f"{table}, {model}", min(ours) / min(theirs), "x", TARGET, f"{min(ours):.2f} s / {min(theirs):.2f} s")


def by_hand(table: Any, parts: Any, target: str, categories: list[str], estimator: Any) -> dict[str, dict[str, float]]:
    """The same work as anyone would write it, on the same rows."""
    from sklearn.base import clone, is_classifier
    from sklearn.compose import make_column_transformer
    from sklearn.impute import SimpleImputer
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import OneHotEncoder

    X, y = table.drop(columns=target), table[target]
    first = list(X).index(categories[0])
    before, after = ([name for name in names if name not in categories] for names in (X.columns[:first], X.columns[first:]))
    onehot = make_pipeline(SimpleImputer(strategy="most_frequent"), OneHotEncoder(sparse_output=False, handle_unknown="ignore"))
    median = SimpleImputer(strategy="median")
    preparing = make_column_transformer((median, before), (onehot, categories), (clone(median), after))
    with threadpool_limits(limits=1):
        model = make_pipeline(preparing, clone(estimator)).fit(X.iloc[parts["train"]], y.iloc[parts["train"]])
        measure = classes if is_classifier(estimator) else amounts
        return {part: measure(model, X.iloc[parts[part]], y.iloc[parts[part]]) for part in ("train", "test")}


def amounts(model: Any, X: Any, y: Any) -> dict[str, float]:
    """All metrics of a regression."""
    from sklearn import metrics

    said = model.predict(X)
    return {
        "mae": metrics.mean_absolute_error(y, said), "mse": metrics.mean_squared_error(y, said), "rmse": metrics.root_mean_squared_error(y, said),
        "mape": metrics.mean_absolute_percentage_error(y, said), "median_ae": metrics.median_absolute_error(y, said), "r2": metrics.r2_score(y, said),
    }  # fmt: skip


def classes(model: Any, X: Any, y: Any) -> dict[str, float]:
    """All metrics of a classification."""
    from sklearn import metrics
    from sklearn.preprocessing import label_binarize

    said, chances = model.predict(X), model.predict_proba(X)
    two = len(model.classes_) == 2
    averaged = {"pos_label": model.classes_[1]} if two else {"average": "weighted"}
    truth, chance = (y == model.classes_[1], chances[:, 1]) if two else (label_binarize(y, classes=model.classes_), chances)
    return {
        "accuracy": metrics.accuracy_score(y, said), "balanced_accuracy": metrics.balanced_accuracy_score(y, said),
        "precision": metrics.precision_score(y, said, **averaged), "recall": metrics.recall_score(y, said, **averaged),
        "f1": metrics.f1_score(y, said, **averaged), "mcc": metrics.matthews_corrcoef(y, said),
        "roc_auc": metrics.roc_auc_score(truth, chance, average="weighted"), "log_loss": metrics.log_loss(y, chances, labels=model.classes_),
        "average_precision": metrics.average_precision_score(truth, chance, average="weighted"),
    }  # fmt: skip


def require_equal(ours: dict[str, Any], theirs: dict[str, Any]) -> None:
    """Raises where one of the scores differs: work that is not the same must not be compared."""
    for part, scores in theirs.items():
        for name, score in scores.items():
            if not math.isclose(ours[part][name], score, rel_tol=1e-9):
                raise RuntimeError(f"{name} of the {part} rows is {ours[part][name]!r} by the tool and {score!r} by hand")


if __name__ == "__main__":
    main(sys.argv[1:])
