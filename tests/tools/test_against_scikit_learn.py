"""The same preparation and model, written by hand with pandas and scikit-learn, give the same scores to the last digit.

That digit hangs on the order of sums: here as there tables are dense and stored by column, and one thread computes. The same
words as a sparse matrix, rows stored one after the other or two threads move some scores by one in the sixteenth digit.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from sklearn.cluster import KMeans
from sklearn.compose import make_column_transformer
from sklearn.ensemble import HistGradientBoostingRegressor, RandomForestClassifier
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics import (
    accuracy_score,
    f1_score,
    log_loss,
    mean_absolute_error,
    r2_score,
    recall_score,
    roc_auc_score,
    silhouette_score,
)
from sklearn.model_selection import cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer, MinMaxScaler, OneHotEncoder, StandardScaler

from tests.tools.gate import Session

DATA = Path(__file__).parents[1] / "data"
ONE_HOT = OneHotEncoder(handle_unknown="ignore", sparse_output=False)
RANDOM = {"strategy": "random", "train": 0.8, "test": 0.2}


def made(home: Path, name: str, *calls: tuple[str, dict[str, Any]]) -> dict[str, float]:
    """Makes the calls, and gives the scores of the run on the test rows (or on all, where there is no test)."""
    session = Session(home)
    session.call("load_data", source=session.upload(DATA / f"{name}.csv"))
    for tool, args in calls:
        result = session.call(tool, **args)
        assert result["status"] == "done", (tool, result["error"])
    metrics: dict[str, dict[str, float]] = session.run["metrics"]
    return metrics.get("test") or metrics["train"]


def by_lot(table: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Draws 80 of 100 rows to learn from and keeps both parts in the order of the table."""
    order = np.random.default_rng(42).permutation(len(table))
    cut = len(table) - round(0.2 * len(table))
    return table.iloc[np.sort(order[:cut])], table.iloc[np.sort(order[cut:])]


def test_two_classes_with_gaps_and_words(tmp_path: Path) -> None:
    ours = made(
        tmp_path,
        "titanic",
        ("set_target", {"column": "Survived", "positive": 1}),
        ("drop_columns", {"columns": ["PassengerId", "Name", "Ticket", "Cabin", "Parch"]}),
        ("impute", {"columns": ["Age"], "strategy": "median"}),
        ("impute", {"columns": ["Embarked"], "strategy": "most_frequent"}),
        ("encode", {"columns": ["Sex"]}),
        ("encode", {"columns": ["Embarked"]}),
        ("scale", {"columns": ["Age", "SibSp", "Fare"]}),
        ("split", RANDOM),
        ("train", {"model": "logistic_regression", "params": {"C": 0.7, "max_iter": 500}}),
    )
    train, test = by_lot(pd.read_csv(DATA / "titanic.csv"))
    scaled = make_pipeline(SimpleImputer(strategy="median"), StandardScaler())
    common = make_pipeline(SimpleImputer(strategy="most_frequent"), ONE_HOT)
    prepare = make_column_transformer(("passthrough", ["Pclass"]), (ONE_HOT, ["Sex"]), (scaled, ["Age", "SibSp", "Fare"]), (common, ["Embarked"]))
    by_column = FunctionTransformer(np.asfortranarray)  # some kernels of OpenBLAS sum a matrix by row in another order
    model = make_pipeline(prepare, by_column, LogisticRegression(C=0.7, max_iter=500)).fit(train, train["Survived"])
    truth, chances = test["Survived"], model.predict_proba(test)
    assert ours["accuracy"] == accuracy_score(truth, model.predict(test))
    assert ours["f1"] == f1_score(truth, model.predict(test))
    assert ours["roc_auc"] == roc_auc_score(truth, chances[:, 1])
    assert ours["log_loss"] == log_loss(truth, chances)


def test_three_classes(tmp_path: Path) -> None:
    numbers = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]
    ours = made(
        tmp_path,
        "penguins",
        ("set_target", {"column": "species"}),
        ("choose_features", {"columns": numbers}),
        ("drop_missing", {"axis": "rows", "columns": numbers}),
        ("split", RANDOM),
        ("train", {"model": "random_forest", "params": {"n_estimators": 40, "max_depth": 4}}),
    )
    train, test = by_lot(pd.read_csv(DATA / "penguins.csv").dropna(subset=numbers))
    model = RandomForestClassifier(n_estimators=40, max_depth=4, random_state=42).fit(train[numbers], train["species"])
    truth = test["species"]
    assert ours["accuracy"] == accuracy_score(truth, model.predict(test[numbers]))
    assert ours["balanced_accuracy"] == recall_score(truth, model.predict(test[numbers]), average="macro")
    assert ours["log_loss"] == log_loss(truth, model.predict_proba(test[numbers]))


def test_an_amount_judged_on_folds(tmp_path: Path) -> None:
    session = Session(tmp_path)
    session.call("load_data", source=session.upload(DATA / "auto_mpg.csv"))
    session.call("set_target", column="mpg")
    session.call("drop_columns", columns=["name", "horsepower"])
    session.call("encode", columns=["origin"])
    session.call("scale", columns=["cylinders", "displacement", "weight", "acceleration", "model_year"], method="minmax")
    session.call("split", **RANDOM)
    session.call("train", model="ridge", params={"alpha": 2.5})
    judged = session.call("cross_validate", folds=4)["state"]["runs"][-1]["cross_validation"]
    numbers = ["cylinders", "displacement", "weight", "acceleration", "model_year"]
    train, test = by_lot(pd.read_csv(DATA / "auto_mpg.csv"))
    model = make_pipeline(make_column_transformer((MinMaxScaler(), numbers), (ONE_HOT, ["origin"])).set_output(transform="pandas"), Ridge(alpha=2.5))
    order = np.random.default_rng(42).permutation(len(train))
    folds = [(np.sort(np.delete(order, np.arange(part, len(order), 4))), np.sort(order[part::4])) for part in range(4)]
    scores = cross_val_score(model, train, train["mpg"], cv=folds, scoring="r2")
    assert [fold["r2"] for fold in judged["scores"]] == scores.tolist()
    model.fit(train, train["mpg"])
    assert session.run["metrics"]["test"]["r2"] == r2_score(test["mpg"], model.predict(test))


def test_later_rows_as_the_test(tmp_path: Path) -> None:
    ours = made(
        tmp_path,
        "bike_sharing",
        ("set_target", {"column": "bikers"}),
        ("choose_features", {"columns": ["temp", "hum", "windspeed", "season", "workingday", "day"]}),
        ("split", {"strategy": "time", "column": "day", "train": 0.75, "test": 0.25}),
        ("train", {"model": "hist_gradient_boosting", "params": {"max_iter": 60, "learning_rate": 0.2}}),
    )
    table = pd.read_csv(DATA / "bike_sharing.csv")
    order = table["day"].sort_values(kind="stable").index
    cut = len(order) - round(0.25 * len(order))
    train, test = (table.loc[np.sort(rows)] for rows in (order[:cut], order[cut:]))
    used = ["season", "day", "workingday", "temp", "hum", "windspeed"]
    model = HistGradientBoostingRegressor(max_iter=60, learning_rate=0.2, random_state=42).fit(train[used], train["bikers"])
    assert ours["mae"] == mean_absolute_error(test["bikers"], model.predict(test[used]))
    assert ours["r2"] == r2_score(test["bikers"], model.predict(test[used]))


def test_groups_without_a_target(tmp_path: Path) -> None:
    used = ["longitude", "latitude", "median_income"]
    ours = made(
        tmp_path,
        "california_housing",
        ("sample_rows", {"rows": 1500}),
        ("set_task", {"task": "clustering"}),
        ("choose_features", {"columns": used}),
        ("scale", {"columns": used}),
        ("train", {"model": "kmeans", "params": {"n_clusters": 4}}),
    )
    drawn = pd.read_csv(DATA / "california_housing.csv")[used].sample(1500, random_state=42).sort_index()
    scaled = StandardScaler().fit_transform(drawn)
    assert ours["silhouette"] == silhouette_score(scaled, KMeans(n_clusters=4, random_state=42).fit_predict(scaled))


def test_words_of_a_text(tmp_path: Path) -> None:
    ours = made(
        tmp_path,
        "titanic",
        ("set_target", {"column": "Survived", "positive": 1}),
        ("set_kind", {"columns": ["Name"], "kind": "text"}),
        ("choose_features", {"columns": ["Name"]}),
        ("vectorize_text", {"columns": ["Name"], "max_features": 60}),
        ("split", RANDOM),
        ("train", {"model": "logistic_regression"}),
    )
    train, test = by_lot(pd.read_csv(DATA / "titanic.csv"))
    words = TfidfVectorizer(max_features=60).fit(train["Name"])
    model = LogisticRegression().fit(words.transform(train["Name"]).toarray(), train["Survived"])
    chances = model.predict_proba(words.transform(test["Name"]).toarray())
    assert ours["accuracy"] == accuracy_score(test["Survived"], chances[:, 1] > 0.5)
    assert ours["roc_auc"] == roc_auc_score(test["Survived"], chances[:, 1])
    assert ours["log_loss"] == log_loss(test["Survived"], chances)
