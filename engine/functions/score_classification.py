"""Measure how well classes were predicted."""

import numpy as np
from sklearn.metrics import (
    accuracy_score,
    average_precision_score,
    f1_score,
    log_loss,
    matthews_corrcoef,
    precision_score,
    recall_score,
    roc_auc_score,
)


def score_classification(y, predictions, scores=None, classes=None, positive=None):
    """Return the metrics by name, without those that these rows do not allow.

    With two classes precision, recall and the like are those of `positive` (left out: the second class); with more they
    are averaged over the classes by their number of rows. `scores` are the model's probabilities or decision values.
    """
    y, predictions = np.asarray(y), np.asarray(predictions)
    classes = np.unique(y) if classes is None else np.asarray(classes)
    present = np.unique(y)
    metrics = {
        "accuracy": accuracy_score(y, predictions),
        "balanced_accuracy": recall_score(y, predictions, labels=present, average="macro", zero_division=0),
    }
    if len(classes) == 2 and set(present) <= set(classes):
        positive = classes[1] if positive is None else positive
        named = {"labels": [positive], "average": "macro"}
    else:
        named = {"average": "weighted"}
    for name, measure in {"precision": precision_score, "recall": recall_score, "f1": f1_score}.items():
        metrics[name] = measure(y, predictions, zero_division=0, **named)
    if scores is not None and len(present) > 1:
        metrics |= _ranking_metrics(y, np.asarray(scores), classes, present, positive)
    if scores is not None and len(classes) > 1 and set(present) <= set(classes) and _are_probabilities(scores):
        metrics["log_loss"] = log_loss(y, scores, labels=classes)
    metrics["mcc"] = matthews_corrcoef(y, predictions)
    return {name: float(value) for name, value in metrics.items()}


def _ranking_metrics(y, scores, classes, present, positive):
    """How well the scores order the rows: of the positive class, or one class against the rest."""
    if len(classes) == 2:
        if positive not in present:
            return {}
        if scores.ndim == 1:
            scores = np.column_stack([-scores, scores])
        truth, scores, average = y == positive, scores[:, list(classes).index(positive)], None
    else:
        known = [number for number, name in enumerate(classes) if name in present]
        if len(known) < 2:
            return {}
        truth, scores, average = y[:, None] == classes[known], scores[:, known], "weighted"
    return {
        "roc_auc": roc_auc_score(truth, scores, average=average or "macro"),
        "average_precision": average_precision_score(truth, scores, average=average or "macro"),
    }


def _are_probabilities(scores):
    scores = np.asarray(scores)
    return scores.ndim == 2 and scores.min() >= 0 and np.allclose(scores.sum(axis=1), 1, atol=1e-6)
