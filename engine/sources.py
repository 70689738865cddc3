"""Which columns a fitted step made each of its own from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from engine.estimators.on_columns import OnColumns

Sources = Mapping[str, Sequence[str]]


def sources_of(step: Any) -> Sources:
    """Tells for each column that a fitted step made which columns it was made from; those that pass it are left out."""
    if not isinstance(step, OnColumns):
        return getattr(step, "sources_", {})
    names = [str(name) for name in step.transformer_.get_feature_names_out(step.used_)] if step.used_ else []
    return dict(zip(step.made_, _of_transformer(step.transformer_, step.used_, names), strict=True))


def _of_transformer(fitted: Any, used: list[str], names: list[str]) -> list[list[str]]:
    """Lists for each output the columns it comes from: all of them, unless the transformer tells."""
    if hasattr(fitted, "sources_"):
        return [fitted.sources_[name] for name in names]
    if hasattr(fitted, "powers_"):
        return [[used[place] for place in np.flatnonzero(powers)] for powers in fitted.powers_]
    indicator = getattr(fitted, "indicator_", None)
    flagged = [[used[place]] for place in indicator.features_] if indicator is not None else []
    plain = names[: len(names) - len(flagged)]
    sources = [[name] if name in set(used) else list(used) for name in plain]
    if len(plain) != len(used) or plain != used:
        sources = _by_category(fitted, used, len(plain)) or sources
    return sources + flagged


def _by_category(fitted: Any, used: list[str], made: int) -> list[list[str]] | None:
    """One-hot and target encoders make several columns of each, in order."""
    categories = getattr(fitted, "categories_", None)
    if categories is None:
        return None
    counts = [len(values) for values in categories]
    if sum(counts) != made:
        counts = [made // len(categories)] * len(categories)
    blocks = zip(used, counts, strict=True)
    return [[name] for name, count in blocks for _ in range(count)]
