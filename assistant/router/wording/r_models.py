"""Says in plain words what models and looks mean in R: “lm(price ~ carat + depth)”, “kmeans(df, 4)”, “table(df$cut)”."""

from __future__ import annotations

import re
from collections.abc import Callable

_FORMULA = re.compile(r"(?P<target>\"[^\"]+\")\s*~\s*(?P<features>\.|\"[^\"]+\"(?:\s*\+\s*\"[^\"]+\")*)")
_COLUMN = re.compile(r"(?:\w{1,30}\$)?(?P<name>\"[^\"]+\")")
_FRAME = re.compile(r"(?!\d)\w{1,30}")
_METHODS = {"rf": "random forest", "ranger": "random forest", "glm": "logistic regression", "lm": "linear regression", "rpart": "decision tree", "xgbTree": "xgboost", "gbm": "gradient boosting", "svmRadial": "svm", "knn": "knn", "lda": "lda", "qda": "qda", "nb": "naive bayes", "glmnet": "elastic net", "nnet": "neural network"}
"""Names of caret for its models."""


def _model(name: str) -> Callable[[list[str]], str | None]:
    def words(args: list[str]) -> str | None:
        formula = _FORMULA.fullmatch(args[0]) if args else None
        if formula is None:
            return None
        columns = re.findall(r"\"[^\"]+\"", formula["features"])
        only = f"use only the columns {' and '.join(columns)} as features\n" if columns else ""
        trees = re.search(r"\b(?:ntree|num\.trees)\s*=\s*(\d{1,5})\b", " ".join(args))
        return f"set the target to {formula['target']}\n{only}train a {_named(name, args[1:])}{f' with {trees[1]} trees' if trees else ''}"

    return words


def _named(name: str, settings: list[str]) -> str:
    """The model that is meant: a general one says its family, that of caret its method."""
    said = " ".join(settings)
    method = re.search(r"\bmethod\s*=\s*[\"'](\w+)[\"']", said)
    if name == "glm":
        return "poisson regression" if "poisson" in said else "logistic regression" if "binomial" in said else "linear regression"
    return _METHODS.get(method[1], method[1]) if name == "train" and method else "model" if name == "train" else name


def _groups(args: list[str]) -> str | None:
    number = re.fullmatch(r"(?:centers\s*=\s*|k\s*=\s*)?(\d{1,3})", args[1]) if len(args) > 1 else None
    return f"k-means with {number[1]} clusters" if number else None


def _counted(args: list[str]) -> str | None:
    columns = [_COLUMN.fullmatch(part) for part in args]
    return f"count by {' and '.join(column['name'] for column in columns if column)}" if args and all(columns) else None


def _looked_at(args: list[str]) -> str | None:
    column = _COLUMN.fullmatch(args[0]) if len(args) == 1 else None
    if column:
        return f"describe {column['name']}"
    return "profile the data" if len(args) == 1 and _FRAME.fullmatch(args[0]) else None


VERBS: dict[str, Callable[[list[str]], str | None]] = {
    "lm": _model("linear regression"), "glm": _model("glm"), "rpart": _model("decision tree"), "ranger": _model("random forest"), "randomForest": _model("random forest"), "train": _model("train"),
    "kmeans": _groups, "table": _counted, "summary": _looked_at, "str": _looked_at, "glimpse": _looked_at, "skim": _looked_at,
}
