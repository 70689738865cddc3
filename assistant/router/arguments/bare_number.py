"""Reads the number that stands right after a model's name, and that everybody means: “gbr 200 lr .1”, “gmm 3 full”, “spectral 3”."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import lru_cache
from typing import Any

from assistant.router.entities.vocabulary import MODELS
from assistant.router.wording.normalize import plain_number

_PATTERNS = dict(MODELS)
_MEANT = ("n_clusters", "n_neighbors", "n_estimators")
_STRENGTHS = ("ridge", "lasso", "elastic_net")
_GOES_ON = (
    r"(?:huber|hinge|squared\w*|absolute\w*|quantile|log_loss|manhattan|euclidean|cosine|minkowski|rbf|poly|linear|relu|lr|eta|learning|depth|md|max|min|msl|mss|"
    r"mcs|n_\w+|num|eps|alpha|l1|gamma|c =|dist\w*|uniform|weight\w*|class|balanced|full|tied|diag\w*|spherical|ward|complete|average|avg|single|linkage|gini|"
    r"entropy|subsample|col\w+|reg\w*|seed|random|leaves|bootstrap|cont\w*|p =|metric|please|pls|with)\b"
)
"""What goes on with settings after the number, so that it is one itself and counts no folds, rows or minutes."""


def beside_its_name(words: str, model: str, known: Container[str]) -> dict[str, Any]:
    """Gives the parameter that a number right after the model's name sets; nothing where it may count something else."""
    name = "n_components" if model == "gaussian_mixture" else "alpha" if model in _STRENGTHS else next((name for name in _MEANT if name in known), None)
    match = _number_after(model).search(words) if name and name in known and model in _PATTERNS else None
    if match is None:
        return {}
    number = float(match[1])
    return {str(name): plain_number(number)} if name == "alpha" or (number == int(number) and number > 1) else {}


@lru_cache(maxsize=64)
def _number_after(model: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_PATTERNS[model].pattern})(?: (?:model|classifier|regressor|clustering|reg|clf))? ?,?(?: \(| of| with)? (\d+(?:\.\d+)?|\.\d+)(?= ?$| ?,(?! ?\d)| {_GOES_ON})")
