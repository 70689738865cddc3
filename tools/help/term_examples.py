"""Terms explained on the data at hand: one sentence with numbers of this table or of the latest run."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tools.cells import counted, quoted, rounded, shown_cell
from tools.experiment import Experiment

Example = Callable[[Experiment], str | None]
FEW = 25


def example_on(term: str, experiment: Experiment) -> str | None:
    """Gives an example of a term on the data at hand; None where the data have none."""
    example = EXAMPLES.get(term)
    return example(experiment) if example and experiment.dataset else None


def _column(kind: str, fits: Callable[[dict[str, Any]], bool] = lambda entry: True) -> Callable[[Experiment], dict[str, Any] | None]:
    def first(experiment: Experiment) -> dict[str, Any] | None:
        return next((entry for entry in experiment.sources.values() if entry["kind"] == kind and fits(entry)), None)

    return first


def _of_column(find: Callable[[Experiment], dict[str, Any] | None], say: Callable[[dict[str, Any], Experiment], str]) -> Example:
    def example(experiment: Experiment) -> str | None:
        entry = find(experiment)
        return say(entry, experiment) if entry else None

    return example


def _values(entry: dict[str, Any], experiment: Experiment) -> Any:
    return experiment.frame[entry["name"]]


def _worst_gap(experiment: Experiment) -> dict[str, Any] | None:
    gaps = [entry for entry in experiment.sources.values() if entry["missing"]]
    return max(gaps, key=lambda entry: entry["missing"], default=None)


def _statistic(name: str, words: str) -> Example:
    return _of_column(_column("numeric"), lambda entry, experiment: f"the {words} of {quoted(entry['name'])} is {rounded(float(getattr(_values(entry, experiment), name)()))}.")


def _target(experiment: Experiment) -> str | None:
    if not experiment.target:
        return None
    entry = experiment.sources[experiment.target]
    return f"{quoted(experiment.target)} is to be predicted, with {entry['unique']:,} different values; {counted(len(experiment.features), 'column is', 'columns are')} there to find it from."


def _classes(experiment: Experiment) -> str | None:
    if experiment.task != "classification" or not experiment.target:
        return None
    shares = experiment.frame[experiment.target].value_counts(normalize=True)
    return f"{quoted(shown_cell(shares.index[0]))} is {shares.iloc[0]:.0%} of {quoted(experiment.target)}, {quoted(shown_cell(shares.index[-1]))} only {shares.iloc[-1]:.0%}: always saying the first is right in {shares.iloc[0]:.0%} of the rows."


def _parts(experiment: Experiment) -> str | None:
    parts = experiment.snapshot.parts
    if parts is None:
        return None
    return "the rows are divided into " + ", ".join(f"{len(rows):,} {name}" for name, rows in parts.items() if len(rows)) + " rows."


def _onehot(entry: dict[str, Any], experiment: Experiment) -> str:
    values = [str(value) for value in _values(entry, experiment).dropna().unique()[:3]]
    shown = ", ".join(quoted(f"{entry['name']}_{value}") for value in values)
    return f"{quoted(entry['name'])} has {counted(entry['unique'], 'value')} and would become {counted(entry['unique'], 'column')}: {shown}{', …' if entry['unique'] > len(values) else ''}"


def _score(metric: str, words: str) -> Example:
    def example(experiment: Experiment) -> str | None:
        if not experiment.runs:
            return None
        from tools.model.judged_by import ROWS, baseline_on, scores_on, shown_part

        run = experiment.runs[-1]
        part = shown_part(run)
        value = scores_on(run, part).get(metric)
        if value is None:
            return None
        plain = baseline_on(run, part).get(metric)
        beside = f"; the simplest guess has {rounded(plain)}" if plain is not None else ""
        return f"run {run['number']} has {words} of {rounded(value)} on the {ROWS[part]}{beside}."

    return example


def _overfit(experiment: Experiment) -> str | None:
    if not experiment.runs:
        return None
    from tools.model.judged_by import LEADING, ROWS, scores_on, shown_part

    run = experiment.runs[-1]
    metric, part = LEADING[run["task"]], shown_part(run)
    learned, seen = (scores_on(run, name).get(metric) for name in ("train", part))
    if learned is None or seen is None or part == "train":
        return None
    return f"run {run['number']} scores {learned:.2f} on its training rows and {seen:.2f} on the {ROWS[part]} ({metric.replace('_', ' ')})."


def _pipeline(experiment: Experiment) -> str | None:
    return f"there are {counted(len(experiment.steps), 'step')} so far, the last is “{experiment.steps[-1]['title']}”."


def _correlation(experiment: Experiment) -> str | None:
    numbers = [entry["name"] for entry in experiment.sources.values() if entry["kind"] == "numeric"][:20]
    if len(numbers) < 2:
        return None
    table = experiment.frame[numbers].corr().abs().fillna(0.0).to_numpy()
    best = max(((table[a, b], a, b) for a in range(len(numbers)) for b in range(a)), default=None)
    if best is None:
        return None
    first, second = numbers[best[1]], numbers[best[2]]
    return f"{quoted(first)} and {quoted(second)} have a correlation of {experiment.frame[first].corr(experiment.frame[second]):.2f}."


def _counted(entry: dict[str, Any], experiment: Experiment) -> str:
    return f"{quoted(entry['name'])} has {entry['unique']:,} different values in {counted(len(experiment.frame), 'row')}."


_missing = _of_column(_worst_gap, lambda entry, experiment: f"{quoted(entry['name'])} is missing in {entry['missing']:,} of {counted(len(experiment.frame), 'row')}.")
_category = _of_column(_column("categorical", lambda entry: entry["unique"] <= FEW), _onehot)
_scales = _of_column(_column("numeric"), lambda entry, experiment: f"{quoted(entry['name'])} runs from {rounded(float(_values(entry, experiment).min()))} to {rounded(float(_values(entry, experiment).max()))}.")

EXAMPLES: dict[str, Example] = {
    "row": lambda experiment: f"this table has {counted(len(experiment.frame), 'row')}.",
    "column": lambda experiment: f"this table has {counted(len(experiment.sources), 'column')}.",
    "feature": _target, "target": _target, "classification": _classes, "class imbalance": _classes, "baseline": _classes,
    "missing value": _missing, "imputation": _missing, "indicator column": _missing,
    "categorical": _of_column(_column("categorical"), _counted),
    "numeric": _scales, "scaling": _scales, "standardization": _scales, "normalization": _scales,
    "id column": _of_column(_column("id"), _counted),
    "high cardinality": _of_column(_column("categorical", lambda entry: entry["unique"] > FEW), _counted),
    "one-hot encoding": _category, "ordinal encoding": _category,
    "mean": _statistic("mean", "mean"), "median": _statistic("median", "median"), "standard deviation": _statistic("std", "standard deviation"),
    "skew": _statistic("skew", "skewness"), "correlation": _correlation, "collinearity": _correlation,
    "split": _parts, "training set": _parts, "validation set": _parts, "test set": _parts, "overfitting": _overfit, "pipeline": _pipeline,
    "accuracy": _score("accuracy", "an accuracy"), "balanced accuracy": _score("balanced_accuracy", "a balanced accuracy"),
    "precision": _score("precision", "a precision"), "recall": _score("recall", "a recall"), "f1": _score("f1", "an F1"),
    "roc auc": _score("roc_auc", "a ROC AUC"), "average precision": _score("average_precision", "an average precision"),
    "log loss": _score("log_loss", "a log loss"), "mcc": _score("mcc", "an MCC"),
    "mean absolute error": _score("mae", "a mean absolute error"), "rmse": _score("rmse", "an RMSE"), "mape": _score("mape", "a MAPE"),
    "r2": _score("r2", "an R2"), "silhouette": _score("silhouette", "a silhouette"),
}
