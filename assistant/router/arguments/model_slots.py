"""Reads which model, parameters, metric and run a clause names."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.params import declared, read_params
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause
from assistant.router.entities.numbers import ordinal


def model_of(clause: Clause) -> str | None:
    """Finds the one model named; short names such as lr are the learning rate where a number follows."""
    found = models_of(clause)
    return found[0] if found else None


def models_of(clause: Clause) -> list[str]:
    """Lists the models named, in order, by the task's own family where a name serves two."""
    return _named_in(clause.masked, clause)


_NO_MODEL = (
    re.compile(r"\blr ?(?:=|of|is|:)? ?[\d.]+|\bnn ?(?:=|of|is|:)? ?[\d.]+(?![\d.]| (?:hidden )?layers?\b| ?[,x-] ?\d)"),
    re.compile(r"\b(?:call|name)(?: it| this| that| them)(?: the| as)? \S+"),
    re.compile(r"\b(?:dummy|dummies) (?:variables?|columns|encod\w+|for|code)"),
)
"""Words that are called like a model and are none: “lr 0.05”, “dummy variables”."""


def _named_in(words: str, clause: Clause) -> list[str]:
    for pattern in _NO_MODEL:
        words = pattern.sub(" ", words)
    found = vocabulary.every(words, vocabulary.MODELS)
    regression = clause.context.task == "regression"
    return ["linear_regression" if name == "logistic_regression" and regression and re.search(r"\blr\b", words) else name for name in found]


def models_compared(clause: Clause) -> list[str]:
    """Lists the models named where several are compared, so that “linear” and “tree” are names of their own."""
    words = _A_TREE.sub("decision tree", _A_LINE.sub("linear regression" if clause.context.task == "regression" or (clause.context.task is None and _OF_NUMBERS.search(clause.masked)) else "logistic regression", clause.masked))
    return _named_in(words, clause)


_OF_NUMBERS = re.compile(r"\b(?:ridge|lasso|elastic|huber|svr|ols)\b")
"""Models of numbers, beside which “linear” is one as well."""
_A_LINE = re.compile(r"\blinear\b(?! (?:svms?|svc|svr|regressions?|models?|discriminant|support|kernel))")
_A_TREE = re.compile(r"(?<!decision )(?<!extra )(?<!boosted )(?<!boosting )(?<!single )(?<!a )(?<!\d )\btrees?\b(?! (?:depth|count|boosting|based|like|models|ensembles))")


def params_of(clause: Clause, model: str | None) -> dict[str, Any]:
    """Reads the estimator's parameters that the words give values for; the words are read as they are, columns included."""
    words = re.sub(r"\b(?:\d{1,3} ?fold|\d+ ?/ ?\d+)\b", " ", clause.norm)
    return read_params(words, model if model and declared(model) else None)


def metric_of(clause: Clause) -> str | None:
    """Finds the metric named."""
    return vocabulary.first(clause.masked, vocabulary.METRICS)


_PATTERNS = dict(vocabulary.MODELS)
_BEST = re.compile(r"\b(?:best|winning|top|leading)(?: (?:performing|scoring|rated|ranked))? (?:runs?|models?|one|classifier|regressor)\b(?! (?:you|we|i|it) )|\b(?:of|for|with|by|from) the (?:winner|best)$")
"""The best run, whichever it is: “roc curve of the best model”."""
_LEAVES_THE_BEST = frozenset(["compare_models", "autopilot", "tune", "apply_tuning"])
"""What leaves the best of its models as the one in use, which needs no name then."""


def run_of(clause: Clause) -> Any:
    """Finds the run meant by its number or its model, or “best” where that is said; None for the latest."""
    match = re.search(r"\b(?:run|model) (?:number |no ?\.? ?|# ?)?(\d{1,4})\b", clause.masked)
    if match:
        return int(match[1])
    written = re.search(r"\b([a-z_]+-\d{1,4})\b", clause.text.lower())
    if written and written[1].rpartition("-")[0] in dict(vocabulary.MODELS):
        return written[1]
    place = re.search(r"\b(\w+) (?:run|model)\b", clause.masked)
    if place and ordinal(place[1]):
        return ordinal(place[1])
    if _BEST.search(clause.masked) and len(clause.context.runs) != 1 and not (clause.context.last and clause.context.last[-1]["tool"] in _LEAVES_THE_BEST):
        return "best"
    named = model_of(clause)
    runs = [run.get("model") if isinstance(run, dict) else run for run in clause.context.runs]
    if named and named in runs:
        return named
    numbered = [run for run in runs if named and re.fullmatch(rf"{re.escape(named)}-\d+", str(run))]
    if numbered:
        return numbered[-1]
    if named and not runs and re.search(rf"\b(?:the|my|our|of|for) (?:{_PATTERNS[named].pattern})|^(?:{_PATTERNS[named].pattern}) (?:(?:train|test|val)\w*|feature|permutation|shap|scores?|metrics|acc\w*|importances?)\b", clause.masked):
        return named
    spoken = [model for model in dict.fromkeys(runs) if set(re.split(r"[_-]", str(model))) & set(re.findall(r"\bthe (\w+)", clause.masked))]
    return spoken[0] if len(spoken) == 1 else None


_EACH_RUN = re.compile(r"\b(?:both|the two|the 2|each|all (?:the )?(?:three|3)|all(?: of them| the)?|(?:both|all) of (?:them|those|these))(?: (?:models?|runs?|of them|of those))?(?: please| too)*[?.! ]*$")


def of_each_run(clause: Clause, args: dict[str, Any]) -> dict[str, Any] | list[dict[str, Any]]:
    """The arguments once for each run where both are spoken of: “residuals for both”."""
    runs = [str(run.get("model") or run.get("id")) if isinstance(run, dict) else str(run) for run in clause.context.runs]
    if "run" in args or not 1 < len(runs) < 4 or len(set(runs)) != len(runs) or not _EACH_RUN.search(clause.norm):
        return args
    return [{**args, "run": run} for run in runs]


def with_run(clause: Clause, args: dict[str, Any]) -> dict[str, Any]:
    """The arguments with the run that is named, if one is."""
    run = run_of(clause)
    if run is None and not clause.context.runs:
        run = model_of(clause)  # a model that is looked at was trained
    return args | ({"run": run} if run is not None else {})
