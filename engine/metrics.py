"""The metrics: what each counts, which way is better, and its value in plain words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Metric:
    """One metric of one task."""

    id: str
    task: str
    label: str
    greater_is_better: bool
    lowest: float
    highest: float | None
    """The end of its range; None where there is none."""
    sentence: Callable[[float, str], str]
    """Puts a value into words, given what is predicted: the positive class, or the target's name."""

    def better(self, value: float, other: float) -> bool:
        """Says whether the first value is the better one."""
        return value > other if self.greater_is_better else value < other


def number_words(value: float) -> str:
    """Writes a number for people: 4 digits that count, thousands separated."""
    if value != 0 and abs(value) < 1e-3:
        return f"{value:.3g}"
    digits = 0 if abs(value) >= 1000 else 1 if abs(value) >= 100 else 2 if abs(value) >= 10 else 3
    return f"{value:,.{digits}f}"


def _of_100(value: float) -> str:
    return f"{value * 100:.0f} of 100" if value in (0, 1) or 0.01 <= value <= 0.99 else f"{value * 100:.1f} of 100"


def _accuracy(value: float, subject: str) -> str:
    return f"Of 100 rows, it gets {_of_100(value).split()[0]} right."


def _balanced(value: float, subject: str) -> str:
    return f"If every class were equally common, it would get {_of_100(value)} right."


def _precision(value: float, subject: str) -> str:
    return f"Of 100 rows that it calls {subject}, {_of_100(value).split()[0]} are; the others are wrong alarms."


def _recall(value: float, subject: str) -> str:
    return f"Of 100 rows that are {subject}, it finds {_of_100(value).split()[0]}."


def _f1(value: float, subject: str) -> str:
    return f"Finding {subject} and not crying wolf, taken together: {value:.3f} of 1."


def _roc_auc(value: float, subject: str) -> str:
    return f"Shown one row that is {subject} and one that is not, it ranks them rightly {_of_100(value)} times."


def _average_precision(value: float, subject: str) -> str:
    return f"Going down its list of the likeliest {subject}, on average {_of_100(value)} are right."


def _log_loss(value: float, subject: str) -> str:
    return f"How far its probabilities are from the truth: {number_words(value)}; 0 would be certain and right."


def _mcc(value: float, subject: str) -> str:
    return f"Agreement with the truth beyond chance: {value:.3f}, where 0 is guessing and 1 is perfect."


def _mae(value: float, subject: str) -> str:
    return f"Its {subject} is off by {number_words(value)} on average."


def _mse(value: float, subject: str) -> str:
    return f"The average squared error of {subject} is {number_words(value)}."


def _rmse(value: float, subject: str) -> str:
    return f"Its {subject} is typically off by {number_words(value)}, large errors counting more."


def _r2(value: float, subject: str) -> str:
    if value <= 0:
        return f"It explains none of the differences in {subject}: the plain average would do as well."
    return f"It explains {value * 100:.0f} % of the differences in {subject}."


def _mape(value: float, subject: str) -> str:
    if value > 10:
        return f"In percent its error is not telling here: some true values of {subject} are zero or nearly so."
    return f"Its {subject} is off by {value * 100:.0f} % of the true value on average."


def _median_ae(value: float, subject: str) -> str:
    return f"For half of the rows its {subject} is off by less than {number_words(value)}."


def _silhouette(value: float, subject: str) -> str:
    strength = "clearly apart" if value >= 0.5 else "somewhat apart" if value >= 0.25 else "hardly apart"
    return f"The groups are {strength}: {value:.3f}, where 1 is far apart and 0 is overlapping."


def _davies_bouldin(value: float, subject: str) -> str:
    return f"How wide the groups are against the gaps between them: {number_words(value)}; smaller is better."


def _calinski_harabasz(value: float, subject: str) -> str:
    return f"Spread between the groups against spread within: {number_words(value)}; larger is better."


def _anomaly_rate(value: float, subject: str) -> str:
    return f"It marks {_of_100(value)} rows as odd."


METRICS: tuple[Metric, ...] = (
    Metric("accuracy", "classification", "accuracy", True, 0.0, 1.0, _accuracy),
    Metric("balanced_accuracy", "classification", "balanced accuracy", True, 0.0, 1.0, _balanced),
    Metric("precision", "classification", "precision", True, 0.0, 1.0, _precision),
    Metric("recall", "classification", "recall", True, 0.0, 1.0, _recall),
    Metric("f1", "classification", "F1", True, 0.0, 1.0, _f1),
    Metric("roc_auc", "classification", "ROC AUC", True, 0.0, 1.0, _roc_auc),
    Metric("average_precision", "classification", "average precision", True, 0.0, 1.0, _average_precision),
    Metric("log_loss", "classification", "log loss", False, 0.0, None, _log_loss),
    Metric("mcc", "classification", "Matthews correlation", True, -1.0, 1.0, _mcc),
    Metric("mae", "regression", "mean absolute error", False, 0.0, None, _mae),
    Metric("mse", "regression", "mean squared error", False, 0.0, None, _mse),
    Metric("rmse", "regression", "root mean squared error", False, 0.0, None, _rmse),
    Metric("r2", "regression", "R²", True, -float("inf"), 1.0, _r2),
    Metric("mape", "regression", "mean absolute percentage error", False, 0.0, None, _mape),
    Metric("median_ae", "regression", "median absolute error", False, 0.0, None, _median_ae),
    Metric("silhouette", "clustering", "silhouette", True, -1.0, 1.0, _silhouette),
    Metric("davies_bouldin", "clustering", "Davies–Bouldin", False, 0.0, None, _davies_bouldin),
    Metric("calinski_harabasz", "clustering", "Calinski–Harabasz", True, 0.0, None, _calinski_harabasz),
    Metric("anomaly_rate", "anomaly_detection", "share of odd rows", False, 0.0, 1.0, _anomaly_rate),
)

_MAIN = {
    "classification": "roc_auc",
    "regression": "rmse",
    "clustering": "silhouette",
    "anomaly_detection": "anomaly_rate",
}


def metrics_for(task: str) -> tuple[Metric, ...]:
    """Lists the metrics of this task."""
    return tuple(metric for metric in METRICS if metric.task == task)


def find_metric(metric_id: str) -> Metric:
    """Gives the metric with this id; raises KeyError where there is none."""
    return next((metric for metric in METRICS if metric.id == metric_id), None) or _missing(metric_id)


def main_metric(task: str) -> Metric:
    """Gives the metric by which runs are ranked where none is chosen."""
    return find_metric(_MAIN[task])


def sentence(metric_id: str, value: float, subject: str = "", classes: int = 2) -> str:
    """Puts a metric's value into plain words.

    `subject` is the positive class or the target's name; with more than two classes precision and the like are averages.
    """
    metric = find_metric(metric_id)
    if metric.task == "classification" and (classes > 2 or not subject):
        subject = "of a class" if metric_id in ("recall", "roc_auc") else "a class"
    return metric.sentence(value, subject or "the prediction")


def _missing(metric_id: str) -> Metric:
    names = ", ".join(metric.id for metric in METRICS)
    raise KeyError(f"there is no metric {metric_id!r}; there are {names}")
