"""Fit on the training rows, score every part."""

from threadpoolctl import threadpool_limits

from engine.functions.score import score


def fit_and_score(frame, estimator, parts, *, features, target, task, positive, folds_by=None):
    """Fit the estimator on the training rows and return the metrics of each part.

    One thread, so that sums come in the same order everywhere and the last digit stays the same. `folds_by` names the
    column with the time or the group of each row: it becomes the index, by which folds within the estimator are made.
    """
    table = frame if folds_by is None else frame.set_axis(frame[folds_by], axis=0)
    rows = {name: positions for name, positions in parts.items() if len(positions)}
    samples = {name: table[features].iloc[positions] for name, positions in rows.items()}
    labels = {name: table[target].iloc[positions].to_numpy() if target else None for name, positions in rows.items()}
    with threadpool_limits(limits=1):
        estimator.fit(samples["train"], labels["train"])
        return {
            name: score(estimator, samples[name], labels[name], task, positive) if name in rows else {}
            for name in ("train", "validation", "test")
        }
