"""Where each model's parameters are searched: few knobs, mostly on a log scale, with bounds that fit the rows.

The ranges are those of AutoGluon, FLAML and mljar, narrowed to what pays; FLAML's bounds by rows keep small tables fast.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Range:
    """The values that one parameter may take in a search: from low to high, or one of some choices."""

    low: float = 0
    high: float = 0
    log: bool = False
    whole: bool = False
    choices: tuple[Any, ...] = ()

    def points(self, count: int = 3) -> list[Any]:
        """Gives a few values spread over the range, for a grid."""
        if self.choices:
            return list(self.choices)
        scale, back = (math.log, math.exp) if self.log else (float, float)
        low, high = scale(self.low), scale(self.high)
        values = [back(low + (high - low) * place / (count - 1)) for place in range(count)]
        values = [self.low, *values[1:-1], self.high]
        return list(dict.fromkeys(round(value) if self.whole else float(f"{value:.6g}") for value in values))


@dataclass(frozen=True)
class Size:
    """What bounds depend on: training rows, feature columns, and how widely the target is spread."""

    rows: int
    columns: int
    spread: float = 1.0


Space = Mapping[str, Range]


def numbers(low: float, high: float, log: bool = True) -> Range:
    """A range of numbers."""
    return Range(low, high, log)


def whole(low: float, high: float, log: bool = True) -> Range:
    """A range of whole numbers; it holds at least its lower end."""
    return Range(int(low), max(int(low), int(high)), log, whole=True)


def choice(*values: Any) -> Range:
    """One of these."""
    return Range(choices=values)


def _forest(size: Size) -> Space:
    return {
        "max_features": numbers(max(0.05, 1 / math.sqrt(max(1, size.columns))), 1.0),
        "min_samples_leaf": whole(1, min(64, size.rows / 20)),
        "max_leaf_nodes": whole(8, min(32_768, size.rows)),
        "n_estimators": whole(100, 300),
    }


def _boosting(size: Size, rounds: str, leaves: str, leaf_rows: str) -> Space:
    return {
        "learning_rate": numbers(0.01, 0.3),
        rounds: whole(50, 500),
        leaves: whole(4, min(256, max(8, size.rows / 4))),
        leaf_rows: whole(2, min(128, max(4, size.rows / 10))),
    }


SPACES: dict[str, Callable[[Size, str], Space]] = {
    "logistic_regression": lambda size, task: {"C": numbers(1e-3, 1e3)},
    "ridge": lambda size, task: {"alpha": numbers(1e-3, 1e3)},
    "lasso": lambda size, task: {"alpha": numbers(1e-4 * size.spread, size.spread)},
    "elastic_net": lambda size, task: {
        "alpha": numbers(1e-4 * size.spread, size.spread),
        "l1_ratio": numbers(0.01, 1, log=False),
    },
    "bayesian_ridge": lambda size, task: {name: numbers(1e-8, 1e-2) for name in ("alpha_1", "alpha_2", "lambda_1", "lambda_2")},
    "huber": lambda size, task: {"epsilon": numbers(1.05, 3), "alpha": numbers(1e-6, 10)},
    "poisson": lambda size, task: {"alpha": numbers(1e-6, 10)},
    "sgd": lambda size, task: {"alpha": numbers(1e-6, 1e-1), "penalty": choice("l2", "l1", "elasticnet")},
    "svm": lambda size, task: {
        "C": numbers(0.03 * size.spread, 1000 * size.spread),
        "gamma": numbers(0.01 / max(1, size.columns), 10 / max(1, size.columns)),
    }
    | ({"epsilon": numbers(1e-3 * size.spread, 0.5 * size.spread)} if task == "regression" else {}),
    "linear_svm": lambda size, task: {"C": numbers(1e-3 * size.spread, 100 * size.spread)},
    "knn": lambda size, task: {
        "n_neighbors": whole(1, min(100, max(1, size.rows / 4))),
        "weights": choice("uniform", "distance"),
        "p": choice(1.0, 2.0),
    },
    "decision_tree": lambda size, task: {
        "max_depth": whole(2, 16),
        "min_samples_leaf": whole(1, min(100, max(2, size.rows / 10))),
        "max_features": numbers(0.3, 1, log=False),
    },
    "random_forest": lambda size, task: _forest(size),
    "extra_trees": lambda size, task: _forest(size),
    "gradient_boosting": lambda size, task: {
        "learning_rate": numbers(0.01, 0.3),
        "n_estimators": whole(50, 400),
        "max_depth": whole(2, 8),
        "subsample": numbers(0.5, 1, log=False),
        "min_samples_leaf": whole(1, min(64, max(2, size.rows / 10))),
    },
    "hist_gradient_boosting": lambda size, task: {
        **_boosting(size, "max_iter", "max_leaf_nodes", "min_samples_leaf"),
        "l2_regularization": numbers(1e-3, 100),
        "max_features": numbers(0.4, 1, log=False),
    },
    "adaboost": lambda size, task: {"n_estimators": whole(25, 300), "learning_rate": numbers(0.01, 2)},
    "xgboost": lambda size, task: {
        "learning_rate": numbers(0.01, 0.3),
        "n_estimators": whole(50, 500),
        "max_depth": whole(2, 10),
        "min_child_weight": numbers(0.1, min(64, max(1, size.rows / 20))),
        "subsample": numbers(0.5, 1, log=False),
        "colsample_bytree": numbers(0.4, 1, log=False),
        "reg_alpha": numbers(1e-3, 10),
        "reg_lambda": numbers(1e-3, 100),
    },
    "lightgbm": lambda size, task: {
        **_boosting(size, "n_estimators", "num_leaves", "min_child_samples"),
        "colsample_bytree": numbers(0.4, 1, log=False),
        "reg_alpha": numbers(1e-3, 10),
        "reg_lambda": numbers(1e-3, 100),
    },
    "catboost": lambda size, task: {
        "learning_rate": numbers(0.01, 0.3),
        "iterations": whole(50, 500),
        "depth": whole(3, 8),
        "l2_leaf_reg": numbers(1, 30),
    },
    "mlp": lambda size, task: {
        "hidden_layer_sizes": choice([50], [100], [200], [100, 50], [128, 128]),
        "alpha": numbers(1e-6, 1),
        "learning_rate_init": numbers(1e-4, 0.03),
    },
    "gaussian_nb": lambda size, task: {"var_smoothing": numbers(1e-12, 0.1)},
    "lda": lambda size, task: {"shrinkage": numbers(1e-4, 1)},
    "qda": lambda size, task: {"reg_param": numbers(1e-4, 1)},
}


def space_for(model_id: str, task: str, size: Size) -> dict[str, Range]:
    """Gives the space in which this model is searched; empty where it has nothing to tune."""
    made = SPACES.get(model_id)
    return dict(made(size, task)) if made else {}
