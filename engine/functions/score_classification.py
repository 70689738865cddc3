"""Measure how well classes were predicted."""

import numpy as np
import pandas as pd
from sklearn.metrics import (
    accuracy_score,
    average_precision_score,
    log_loss,
    matthews_corrcoef,
    precision_recall_fscore_support,
    recall_score,
    roc_auc_score,
)

from engine.functions.prepared import prepared


def score_classifier(estimator, X, y, positive=None):
    """Return the metrics of the classes that a fitted estimator predicts for these rows."""
    model, X = prepared(estimator, X)
    scores = None
    if hasattr(model, "predict_proba"):
        scores = model.predict_proba(X)
    elif hasattr(model, "decision_function"):
        scores = model.decision_function(X)
    return score_classification(y, model.predict(X), scores, model.classes_, positive)


def score_classification(y, predictions, scores=None, classes=None, positive=None):
    """Return the metrics by name, without those that these rows do not allow.

    With two classes precision, recall and the like are those of `positive` (left out: the second class); with more they
    are averaged over the classes by their number of rows. `scores` are the model's probabilities or decision values.
    """
    classes = np.unique(y) if classes is None else np.asarray(classes)
    positive = classes[-1] if positive is None else positive
    if positive not in list(classes):
        raise ValueError(f"the positive class {positive!r} is none of the classes {list(classes)}")
    # Numbers in the order of the names give the same results, and are compared much faster than texts.
    names = np.unique(
        pd.unique(np.concatenate([np.asarray(values, dtype=object) for values in (classes, y, predictions)]))
    )
    y, predictions, classes, [positive] = (
        pd.Index(names).get_indexer(v) for v in (y, predictions, classes, [positive])
    )
    present = np.unique(y)
    known = np.isin(present, classes).all()
    metrics = {
        "accuracy": accuracy_score(y, predictions),
        "balanced_accuracy": recall_score(y, predictions, labels=present, average="macro", zero_division=0),
    }
    # The average over one label is that label's own value.
    averaged = {"labels": [positive], "average": "macro"} if len(classes) == 2 and known else {"average": "weighted"}
    precision, recall, f1, _ = precision_recall_fscore_support(y, predictions, zero_division=0, **averaged)
    metrics |= {"precision": precision, "recall": recall, "f1": f1}
    if scores is not None:
        metrics |= _ranking_metrics(y, np.asarray(scores), classes, present, positive)
        if known and len(classes) > 1 and _are_probabilities(np.asarray(scores)):
            metrics["log_loss"] = log_loss(y, scores, labels=classes)
    metrics["mcc"] = matthews_corrcoef(y, predictions)
    return {name: float(value) for name, value in metrics.items()}


def _ranking_metrics(y, scores, classes, present, positive):
    """How well the scores order the rows: those of the positive class, or of each class against the rest."""
    if len(present) < 2:
        return {}
    if len(classes) == 2:
        if positive not in present:
            return {}
        scores = np.column_stack([-scores, scores]) if scores.ndim == 1 else scores
        truth, scores, average = y == positive, scores[:, list(classes).index(positive)], "macro"
    else:
        shown = np.flatnonzero(np.isin(classes, present))
        if len(shown) < 2 or scores.ndim == 1:
            return {}
        truth, scores, average = y[:, None] == classes[shown], scores[:, shown], "weighted"
    return {
        "roc_auc": roc_auc_score(truth, scores, average=average),
        "average_precision": average_precision_score(truth, scores, average=average),
    }


def _are_probabilities(scores):
    return scores.ndim == 2 and scores.min() >= 0 and np.allclose(scores.sum(axis=1), 1, atol=1e-6)
