"""Seven experiments of different kinds, as a person would make them; their code is read, compared and run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from codegen.material import Material
from tests.tools.gate import Session
from tools.call import perform
from tools.experiment import Experiment
from tools.pipeline.export import material_of

Said = tuple[str, str, dict[str, Any]]

TITANIC: list[Said] = [("Use the Titanic", "load_data", {"source": "titanic"}), ("predict Survived", "set_target", {"column": "Survived"})]
MESSAGES = "label,words\n" + "".join(
    f"{'spam' if number % 3 == 0 else 'ham'},{'win a prize now' if number % 3 == 0 else 'see you for lunch'} {'today' if number % 5 else 'soon'} {number}\n"
    for number in range(90)
)

PIPELINES: dict[str, list[Said]] = {
    "logistic": [
        *TITANIC,
        ("forget the cabin and the ids", "drop_columns", {"columns": ["PassengerId", "Cabin", "Name", "Ticket"]}),
        ("only those who paid", "filter_rows", {"column": "Fare", "op": "gt", "value": 0}),
        ("S means Southampton", "replace_values", {"column": "Embarked", "old": "S", "new": "Southampton"}),
        ("fill age with the median", "impute", {"columns": ["Age"], "strategy": "median"}),
        ("and embarked with the most common value", "impute", {"columns": ["Embarked"], "strategy": "most_frequent"}),
        ("clip the fares", "handle_outliers", {"columns": ["Fare"]}),
        ("one-hot encode sex and embarked", "encode", {"columns": ["Sex", "Embarked"]}),
        ("scale age and fare", "scale", {"columns": ["Age", "Fare"]}),
        ("70/10/20 please", "split", {"train": 0.7, "validation": 0.1, "test": 0.2}),
        ("train a logistic regression", "train", {"model": "logistic_regression", "params": {"C": 0.5}}),
    ],
    "smote_threshold": [
        *TITANIC,
        ("keep a fifth for the test", "split", {"test": 0.2}),
        ("prepare and balance it", "encode", {"columns": ["Sex", "Embarked"]}),
        ("smote", "balance", {"method": "smote"}),
        ("xgboost with 20 trees", "train", {"model": "xgboost", "params": {"n_estimators": 20}}),
        ("say yes from 40%", "set_threshold", {"value": 0.4}),
    ],
    "log_target": [
        ("the cars", "load_data", {"source": "auto_mpg"}),
        ("predict mpg", "set_target", {"column": "mpg"}),
        ("guess horsepower from the rest", "impute", {"columns": ["horsepower"], "strategy": "iterative"}),
        ("learn it on a log scale", "transform", {"columns": ["mpg"], "method": "log"}),
        ("support vectors", "train", {"model": "svm"}),
        ("many of them, on draws of the rows", "ensemble", {"method": "bagging"}),
    ],
    "kmeans": [
        ("the penguins", "load_data", {"source": "penguins"}),
        ("find groups", "set_task", {"task": "clustering"}),
        ("three groups", "train", {"model": "kmeans", "params": {"n_clusters": 3}}),
    ],
    "ensemble": [
        *TITANIC,
        ("a tree", "train", {"model": "decision_tree", "params": {"max_depth": 4}}),
        ("and a small forest", "train", {"model": "random_forest", "params": {"n_estimators": 10}}),
        ("a logistic regression", "train", {"model": "logistic_regression"}),
        ("combine them", "ensemble", {"method": "stacking"}),
    ],
    "text": [
        ("my messages", "load_data", {"source": "messages.csv"}),
        ("which are spam?", "set_target", {"column": "label"}),
        ("the words are text", "set_kind", {"columns": ["words"], "kind": "text"}),
        ("use the words", "vectorize_text", {"columns": ["words"], "max_features": 20}),
        ("naive bayes", "train", {"model": "gaussian_nb"}),
    ],
    "folds": [
        *TITANIC,
        ("weigh the classes alike", "balance", {"method": "class_weight"}),
        ("a tree", "train", {"model": "decision_tree", "params": {"max_depth": 3}}),
        ("check it on folds", "cross_validate", {"folds": 3}),
    ],
}


def made(name: str, home: Path) -> Session:
    """Carries one of the experiments out, word by word."""
    session = Session(home)
    home.mkdir(parents=True, exist_ok=True)
    for said, tool, args in PIPELINES[name]:
        if args.get("source") == "messages.csv":
            (home / "messages.csv").write_text(MESSAGES)
            args = {"source": session.upload(home / "messages.csv")}
        say(session, said, tool, args)
    return session


def say(session: Session, said: str, tool: str, args: dict[str, Any]) -> None:
    """Makes a call as the conversation does, with the words in which it was asked for."""
    payload = {"home": str(session.home), "experiment": session.document, "said": said, "session": {"uploads": session.uploads}}
    result = perform(payload | {"call": {"tool": tool, "args": args}, "mode": "now"}, lambda fraction, message: None)
    if result["status"] == "queue":
        result = perform(payload | {"experiment": result["experiment"], "call": result["job_call"], "mode": "job"}, lambda fraction, message: None)
    assert result["status"] == "done", (tool, result["error"], result.get("question"))
    session.document = result["experiment"]


def material(session: Session) -> Material:
    """Gathers what the code generator prints of the latest run."""
    return material_of(Experiment(session.document, session.home, {"uploads": session.uploads}))
