"""Fills the arguments of the tools that train, compare and tune."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.misses import dreads_misses
from assistant.router.arguments.model_slots import metric_of, model_of, models_compared, models_of, params_of
from assistant.router.arguments.params import read_space
from assistant.router.arguments.slots import EXCEPT, option
from assistant.router.asking.families import refuse_family
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.numbers import ordinal
from assistant.router.entities.quantities import count_of, seconds_of
from assistant.router.entities.vocabulary import MODELS, placed, with_signs
from assistant.router.tool.triggers.wordlists import HEAPS
from assistant.router.wording.normalize import plain_number
from engine.models import label_of

Args = dict[str, Any]


def train(clause: Clause) -> Args | list[Args]:
    """Reads the model, its parameters and a name for the run; several models named one after the other are several runs."""
    several = models_of(clause)
    if len(several) < 2:
        refuse_family(clause)
    if len(several) > 1 and not clause.numbers:
        return [{"model": name} for name in several]
    model = several[0] if several else None
    if model is None and clause.has(f"cluster|group|segment|{HEAPS}") and (clause.numbers or clause.has("find|make|into|cluster")):
        model = "kmeans"
    params = params_of(clause, model)
    if model == "kmeans" and not params and count_of(clause) and clause.has(rf"(?:in|into) \d+|\d+ (?:[a-z]+ )?(?:{HEAPS})"):
        params = {"n_clusters": count_of(clause)}
    if model is None:
        raise Unclear("Which model shall I train?", model_options(clause, params))
    args: Args = {"model": model}
    if params:
        args["params"] = params
    name = re.search(r"\b(?:call it|name it|named|called|as)\b (?:the )?[\"'`]([^\"'`]{1,60})[\"'`]|\b(?:call it|name it|named|called) ((?!(?:and|then|with|please)\b)[\w.-]{1,60}(?: [\w.-]{1,30}){0,2})(?= ?(?:please|pls)?[.!]*$)|\b(?:call it|name it|named|called) ([\w.-]{1,60})", clause.text, re.I)
    if name:
        args["name"] = next(part for part in name.groups() if part)
    return args


def model_options(clause: Clause, params: Args | None = None) -> list[dict[str, Any]]:
    """Lists a few models that suit the task."""
    names = {"regression": ("ridge", "random_forest", "xgboost"), "clustering": ("kmeans", "gaussian_mixture"), "anomaly_detection": ("isolation_forest", "local_outlier_factor")}.get(
        clause.context.task or "", ("logistic_regression", "random_forest", "xgboost"))
    del params
    return [*(option("train", {"model": name}, f"Train {label_of(name)}") for name in names), option("compare_models", {}, "Compare several")][:4]


def _by_what(clause: Clause, name: str) -> Unclear:
    """Asks by what the values of a column are compared, or whether models are meant."""
    numbers = [number for number in clause.context.features(("numeric",)) if number != name]
    number = clause.context.target if clause.context.target and clause.context.kind(clause.context.target) == "numeric" else numbers[-1] if numbers else None
    means = [option("aggregate", {"column": number, "by": [name], "statistic": "mean"}, f"The mean {number} by {name}")] if number else []
    return Unclear(f"By what shall the values of {name} be compared?", [*means, option("plot", {"kind": "bar", "x": name}, f"How often each {name} is there"), option("compare_models", {}, "Models instead: several kinds")])


def compare_models(clause: Clause) -> Args:
    """Reads the models, the metric and the time."""
    models, metric, seconds = models_compared(clause), metric_of(clause), seconds_of(clause)
    if len(models) == 1:
        refuse_family(clause)
    named = [mention.name for mention in clause.columns if mention.clear and mention.name != clause.context.target]
    if named and not models:
        if len(named) == 1 and clause.context.kind(named[0]) in ("categorical", "boolean"):
            raise _by_what(clause, named[0])
        drawn = {"x": named[0], **({"y": named[1]} if len(named) > 1 else {})}
        raise Unclear("Compare the columns, or models?", [option("plot", drawn, f"Draw {' and '.join(named[:2])}"), option("correlate", {"columns": named[:2]} if len(named) > 1 else {"with_column": named[0]}, "Their correlation"), option("compare_models", {}, "Several kinds of models")])
    spared = [name for _, _, name in placed(clause.masked, MODELS) if name not in models] if not models else []
    if (models and _ALL_BUT.search(with_signs(clause.masked))) or spared:
        models = models or spared
        named_out = " and ".join(map(label_of, models))
        raise Unclear(f"I compare the models that are named, or those that suit the task. Which ones, when {named_out} shall not be among them?", _others_than(clause, models, metric))
    if len(models) == 1 and not clause.has("runs?|earlier|before|previous"):
        only = label_of(models[0])
        raise Unclear(f"Compare {only} with which others?", [option("compare_models", {}, "With those that suit the task"), option("train", {"model": models[0]}, f"Only train {only}"), *_others_than(clause, models, metric)[:1]])
    if clause.norm == "compare":
        raise Unclear("Compare what?", [option("compare_models", {}, "Several kinds of models"), option("leaderboard", {}, "The runs so far"), option("correlate", {}, "The columns with one another")])
    return ({"models": models} if models else {}) | ({"metric": metric} if metric else {}) | ({"time_budget": seconds} if seconds else {})


_ALL_BUT = re.compile(rf"\b(?:{EXCEPT}|without|but no|not)\b (?:the |an? |using )*MODEL")
"""Models that are not to be compared: “all but the svm”."""


def _others_than(clause: Clause, models: list[str], metric: str | None) -> list[dict[str, Any]]:
    """Offers those of the models that are mostly tried which were not turned down."""
    usual = ("ridge" if clause.context.task == "regression" else "logistic_regression", "random_forest", "extra_trees", "xgboost", "svm", "knn")
    kept = [name for name in usual if name not in models]
    more = {"metric": metric} if metric else {}
    return [option("compare_models", {"models": kept, **more}, " and ".join(map(label_of, kept))), option("compare_models", more, "All that suit the task, those too")]


_MODELS = frozenset(name for name, _ in MODELS)
_TRIES_ALONE = re.compile(r"(?:please )?(?:tune|hpo|optimi[sz]e)(?: (?:it|the|model|MODEL))* (\d{2,4})$()")
"""“tune rf 40”"""


def tune(clause: Clause) -> Args:
    """Reads the model, the way of searching, the trials and the time."""
    args: Args = {}
    model = model_of(clause)
    if model:
        args["model"] = model
    method = next((value for value, pattern in (("grid", "grid\\w*|gridsearch\\w*"), ("random", "random(?:i[sz]ed)?(?! forest)(?: search)?"), ("bayesian", "bayes\\w*|optuna|tpe")) if clause.has(pattern)), None)
    if method:
        args["method"] = method
    latest = clause.context.runs[-1] if clause.context.runs else None
    known = model or (latest.get("model") if isinstance(latest, dict) else latest)
    space = read_space(clause.norm, known if known in _MODELS else None)
    if space:
        args["space"] = space
    trials = re.search(
        r"(?<![\d.])(\d{1,5}) (?:(?!\d)\w+ )?(?:it|trials?|trails|tries|attempts|combinations|combos|guesses|goes|shots|spins|iterations|iters?|evals?|fits|draws|"
        r"runs|rounds|configurations|settings|times|candidates|evaluations)\b|\b(?:trials|n_iter|n_trials|n(?= ?=)) ?=? ?(\d{1,5})", clause.masked)
    trials = trials or re.search(r"\b(?:search|optuna)(?: with)? (\d{1,4})(?! ?(?:%|min|sec|m\b|s\b|h\b|to\b|-))()\b", clause.masked) or _TRIES_ALONE.match(with_signs(clause.masked))
    if trials:
        args["trials"] = int(trials[1] or trials[2])
    metric, seconds = metric_of(clause), seconds_of(clause)
    return args | ({"metric": metric} if metric else {}) | ({"time_budget": seconds} if seconds else {})


def apply_tuning(clause: Clause) -> Args:
    """Reads which of the tried settings."""
    if clause.has("runner ?-? ?up|next best"):
        return {"rank": 2}
    number = re.search(r"\brank (\d{1,4})|\b(?:trial|number) (\d{1,4})", clause.norm)
    place = number or re.search(r"\b(\w+) ?-? ?best\b|\b(?:the|came|come|comes|finished|ended up|ranked|placed|landed|was|were|is|are)(?: in| on| the)* (?!best)(\w+)(?: one| set| settings?| trial| parameters| place| spot| rank)?$", clause.norm)
    rank = int(number[1] or number[2]) if number else ordinal(place[1] or place[2]) if place else None
    return {"rank": rank} if rank else {}


def ensemble(clause: Clause) -> Args:
    """Reads how models are combined, and which."""
    method = next((value for value, pattern in (("stacking", "stack\\w*"), ("bagging", "bag\\w*"), ("voting", "vot\\w*")) if clause.has(pattern)), None)
    runs = _RUNS.search(clause.norm)
    models: list[str | int] = [int(number) for number in re.findall(r"\d+", runs[0])] if runs else [*models_of(clause)]
    return ({"method": method} if method else {}) | ({"models": models} if models else {})


_RUNS = re.compile(r"\b(?:runs?|models?) (?:number |no |# ?)?\d{1,3}(?:(?: ?,| and| &| \+| with)+ (?:runs? )?(?:number |no |# ?)?\d{1,3})+\b")
"""Runs by their numbers: “stack runs 1 and 3”."""


def choose_k(clause: Clause) -> Args:
    """Reads the model and the range of the number of clusters."""
    args: Args = {}
    model = model_of(clause)
    if model:
        args["model"] = model
    bounds = re.search(r"(?<![\d.])(\d{1,3}) ?(?:(?:up )?to|through|till|until|-|and|:) ?(\d{1,3})\b", clause.masked)
    if bounds:
        args |= {"minimum": int(bounds[1]), "maximum": int(bounds[2])}
    else:
        upper = re.search(r"\b(?:up to|at most|maximum|max) (\d{1,3})\b", clause.masked)
        if upper:
            args["maximum"] = int(upper[1])
    return args


def set_threshold(clause: Clause) -> Args:
    """Reads the probability, or the metric that it is chosen for."""
    numbers = [token for place, token in clause.numbers if token.number is not None and clause.word(place + 1) not in ("false", "wrong", "needless")]
    metric = metric_of(clause)
    if numbers and metric:
        words = metric.replace("_", " ")
        raise Unclear(f"A wanted {words} cannot be set directly: the threshold is a probability, or the one that is best for a metric. Which shall it be?", [option("set_threshold", {"optimize_for": metric}, f"The best for {words}"), option("set_threshold", {"optimize_for": "f1"}, "The best for f1"), option("plot_model", {"kind": "threshold"}, "Show how it changes with the threshold")])
    if numbers:
        number = numbers[0].number or 0
        if number > 1 and not numbers[0].percent and not clause.has("percent|per cent|pct"):
            likely = [round(number / 10**places, 6) for places in (1, 2) if number / 10**places < 1]
            raise Unclear(f"A threshold is a probability from 0 to 1, and {plain_number(number)} is more. Which one do you mean?", [*(option("set_threshold", {"value": value}, str(value)) for value in likely), option("set_threshold", {"optimize_for": "f1"}, "The best for f1")])
        return {"value": plain_number(round(number / 100 if number > 1 else number / 100 if numbers[0].percent else number, 6))}
    if dreads_misses(clause):
        raise Unclear("Fewer are missed where the model says yes at a lower probability, with more false alarms. From where on shall it say yes?", [option("set_threshold", {"value": value}, f"From {value:.0%} on") for value in (0.3, 0.2, 0.1)] + [option("plot_model", {"kind": "threshold"}, "Show what each threshold costs")])
    return {"optimize_for": metric or "f1"} if metric or clause.has("best|optim\\w+|find|choose") else _ask_threshold()


def _ask_threshold() -> Args:
    raise Unclear("Which threshold?", [option("set_threshold", {"value": 0.3}, "0.3"), option("set_threshold", {"optimize_for": "f1"}, "The best for f1"), option("set_threshold", {"optimize_for": "recall"}, "The best for recall")])


def calibrate(clause: Clause) -> Args:
    """Reads the method."""
    return {"method": "isotonic"} if clause.has("isotonic(?:ally)?") else {"method": "sigmoid"} if clause.has("sigmoid|platt") else {}


def autopilot(clause: Clause) -> Args:
    """Reads the time and the metric."""
    seconds, metric = seconds_of(clause), metric_of(clause)
    return ({"time_budget": seconds} if seconds else {}) | ({"metric": metric} if metric else {})
