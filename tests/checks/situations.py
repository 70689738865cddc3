"""Experiments that have come so far: tools are tried on each in turn until one fits."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.tools.gate import Session

Calls = list[tuple[str, dict[str, Any]]]

SITUATIONS: dict[str, Calls] = {
    "loaded": [("load_data", {"source": "titanic"}), ("set_target", {"column": "Survived"}), ("drop_duplicates", {})],
    "all numbers": [
        ("load_data", {"source": "titanic"}),
        ("set_target", {"column": "Survived"}),
        ("choose_features", {"columns": ["Pclass", "Sex", "Age", "SibSp", "Fare", "Embarked"]}),
        ("impute", {}),
        ("encode", {"method": "ordinal"}),
        ("transform", {"columns": ["Fare"], "method": "sqrt"}),
    ],
    "trained": [
        ("load_data", {"source": "titanic"}),
        ("set_target", {"column": "Survived"}),
        ("split", {"train": 0.6, "validation": 0.2, "test": 0.2}),
        ("train", {"model": "decision_tree"}),
        ("train", {"model": "logistic_regression"}),
    ],
    "regression": [
        ("load_data", {"source": "auto_mpg"}),
        ("set_target", {"column": "mpg"}),
        ("train", {"model": "decision_tree"}),
    ],
    "clusters": [
        ("load_data", {"source": "penguins"}),
        ("set_task", {"task": "clustering"}),
        ("train", {"model": "kmeans"}),
    ],
    "dates and words": [("set_target", {"column": "y"})],
    "undone": [("load_data", {"source": "titanic"}), ("set_target", {"column": "Survived"}), ("undo", {})],
    "nothing": [],
}


def session_in(situation: str, home: Path) -> Session:
    """Brings an experiment into this situation."""
    session = Session(home)
    if situation == "dates and words":
        path = home / "messages.csv"
        path.write_text("\n".join(["date,size,words,part,y", *map(_message, range(120))]))
        session.call("load_data", source=session.upload(path))
    for tool, args in SITUATIONS[situation]:
        result = session.call(tool, **args)
        assert result["status"] == "done", (situation, tool, result.get("error"))
    return session


def _message(number: int) -> str:
    """One row with a date, a number, a sentence, the part that it belongs to, and a class."""
    words = ("please call me back about the invoice", "shall we meet for lunch tomorrow", "you have won a prize of great value")
    date = f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}"
    return f"{date},{number * 7 % 31},{words[number % 3]} {number},{'train' if number % 4 else 'test'},{number % 2}"
