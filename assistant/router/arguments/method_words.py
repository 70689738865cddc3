"""Which words name the value of which argument of which tool; data, not logic."""

from __future__ import annotations

from assistant.router.entities import vocabulary
from assistant.router.entities.vocabulary import Table

TABLES: dict[tuple[str, str], Table] = {
    ("impute", "strategy"): vocabulary.IMPUTE, ("encode", "method"): vocabulary.ENCODE, ("scale", "method"): vocabulary.SCALE, ("handle_outliers", "method"): vocabulary.OUTLIERS, ("handle_outliers", "action"): vocabulary.ACTIONS,
    ("transform", "method"): vocabulary.TRANSFORM, ("calibrate", "method"): vocabulary.CALIBRATE, ("balance", "method"): vocabulary.BALANCE, ("plot", "kind"): vocabulary.PLOT, ("plot_model", "kind"): vocabulary.PLOT_MODEL,
    ("drop_missing", "axis"): vocabulary.AXES, ("aggregate", "statistic"): vocabulary.STATISTIC, ("explain", "method"): vocabulary.EXPLAIN, ("set_kind", "kind"): vocabulary.KINDS,
    ("correlate", "method"): vocabulary.CORRELATE, ("vectorize_text", "method"): vocabulary.VECTORIZE, ("tune", "method"): vocabulary.SEARCH, ("ensemble", "method"): vocabulary.COMBINE, ("reduce_dimensions", "method"): vocabulary.REDUCE,
    ("keep_best_features", "method"): vocabulary.KEEP, ("rank_features", "method"): vocabulary.KEEP, ("set_task", "task"): vocabulary.TASKS,
}


def names_way(word: str, tool: str) -> bool:
    """Says whether a word names a way in which a tool does its work: “knn” for filling gaps."""
    return any(vocabulary.first(word, names) for (owner, _), names in TABLES.items() if owner == tool)
