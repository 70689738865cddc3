"""Take a fitted pipeline apart: the model, and what it is given."""


def prepared(estimator, X):
    """Return the model at the end of a pipeline, and what its preparation makes of these rows."""
    if not hasattr(estimator, "steps"):
        return estimator, X
    for _, step in estimator.steps[:-1]:
        if hasattr(step, "transform"):
            X = step.transform(X)
    return estimator.steps[-1][1], X
