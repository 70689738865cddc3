"""Fit on the training rows, score every part."""

from threadpoolctl import threadpool_limits

from engine.functions.score import score


def fit_and_score(frame, estimator, parts, *, features, target, task, positive):
    """Fit the estimator on the training rows and return the metrics of each part.

    One thread, so that sums come in the same order everywhere and the last digit stays the same.
    """
    rows = {name: positions for name, positions in parts.items() if len(positions)}
    samples = {name: frame[features].iloc[positions] for name, positions in rows.items()}
    labels = {name: frame[target].iloc[positions].to_numpy() if target else None for name, positions in rows.items()}
    with threadpool_limits(limits=1):
        estimator.fit(samples["train"], labels["train"])
        return {
            name: score(estimator, samples[name], labels[name], task, positive) if name in rows else {}
            for name in ("train", "validation", "test")
        }
