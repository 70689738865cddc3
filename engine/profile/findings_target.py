"""Findings about the target and the size of the task: balance, rarity, skew, drift over time, too little or too much."""

from __future__ import annotations

from typing import Any

import numpy as np

from engine.profile.facts import Facts, Table, as_numbers
from engine.profile.finding import Finding, call, finding, listed
from engine.profile.findings_leakage import target_positions
from engine.profile.names import sounds_like_time
from engine.profile.skill import rank_correlation
from engine.profile.wording import brief, named, percent, rows_of, scalar, shown

RARE = 10
FEW_ROWS, FEW_PER_CLASS = 200, 30
WIDE, BIG_ROWS, BIG_CELLS = 500, 200_000, 20_000_000
DRIFT = 0.1


def unusable(table: Table) -> list[Finding]:
    """Finds a target with nothing to learn: one value only, or a different one on every row."""
    if table.target is None:
        return []
    target = table.facts[table.target]
    name = shown(target.name)
    if target.unique <= 1 and table.rows:
        message = f"{name} has {target.unique} different value{'' if target.unique == 1 else 's'}: there is nothing to learn."
        return [finding("constant", [target.name], "stop", "The target never changes", message, target.unique, [])]
    distinct = target.unique / target.known if target.known else 0
    if table.task == "classification" and target.known >= FEW_PER_CLASS and distinct > 0.5:
        message = f"{name} has {target.unique:,} different values in {target.known:,} rows: there is no class to learn."
        return [finding("id_like", [target.name], "stop", "The target names the row", message, target.unique, [])]
    return []


def without_answer(table: Table) -> list[Finding]:
    """Finds rows in which the target itself is missing."""
    if table.target is None or not table.facts[table.target].missing:
        return []
    gaps = table.facts[table.target].missing
    message = f"{gaps:,} of {rows_of(table.rows)} have no {shown(table.target)} to learn from."
    calls = [call(f"Drop the {rows_of(gaps)} without an answer", "drop_missing", axis="rows", columns=[table.target])]
    return [finding("missing", [table.target], "warn", "The target is missing", message, gaps / table.rows, calls)]


def rare_class(table: Table) -> list[Finding]:
    """Finds classes with fewer than ten rows: too few for every part of a split or every fold."""
    target = _classes(table)
    if target is None or target.unique > 0.5 * target.known:
        return []
    rare = [index for index in range(target.unique) if target.counts[index] < RARE]
    if not rare:
        return []
    values = [scalar(target.uniques[index]) for index in rare]
    fewest = int(target.counts[rare].min())
    message = f"{len(rare):,} of {target.unique:,} classes of {shown(target.name)} {'has' if len(rare) == 1 else 'have'} fewer than {RARE} rows"
    message += f", the rarest only {fewest:,}: {listed([str(value) for value in values])}."
    calls = []
    if target.unique - len(rare) >= 2:
        calls.append(call(f"Leave out {named([str(value) for value in values])}", "filter_rows", column=target.name, op="not_in", value=values))
    calls.append(call("Split by lot, without regard to classes", "split", strategy="random", train=0.6, validation=0.2))
    return [finding("rare_class", [target.name], "warn", "Rare classes", message, fewest, calls)]


def imbalance(table: Table) -> list[Finding]:
    """Finds classes so uneven that a high accuracy would mean little."""
    target = _classes(table)
    if target is None or target.unique > 50:
        return []
    # Classes that are told as rare do not make the others uneven.
    told = target.counts[target.counts >= RARE] if target.unique > 2 else target.counts
    if not len(told):
        return []
    share = float(told.min() / target.known)
    # For k classes an even share is 1/k: the limits for two classes shrink in that proportion.
    even = 2 / target.unique
    if share >= 0.2 * even:
        return []
    rarest = shown(target.uniques[int((target.counts == told.min()).argmax())])
    message = (
        f"{rarest} is {percent(share)} of {shown(target.name)}: always saying {shown(target.top)} would already be right "
        f"in {percent(target.top_share)} of the rows."
    )
    title = "Very uneven classes" if share < 0.01 * even else "Uneven classes"
    calls = [call("Weigh the classes alike", "balance", method="class_weight")]
    metric = "average_precision" if target.unique == 2 else "balanced_accuracy"
    calls.append(call(f"Compare models by {metric.replace(chr(95), chr(32))}", "compare_models", metric=metric))
    level = "warn" if share < 0.1 * even else "note"
    return [finding("imbalance", [target.name], level, title, message, share, calls)]


def skewed_target(table: Table) -> list[Finding]:
    """Finds a positive numeric target with a long tail, which is easier to learn on a logarithmic scale."""
    target = _numbers(table)
    if target is None or target.finite < 20 or target.lowest < 0:
        return []
    skew = target.moments[2]
    if not abs(skew) > 1:
        return []
    message = (
        f"{shown(target.name)} has a long tail (skewness {skew:.1f}): half of the rows are below "
        f"{brief(target.quartiles[1])}, the largest is {brief(target.highest)}."
    )
    calls = [call(f"Learn the logarithm of {named([target.name])}", "transform", columns=[target.name], method="log")] if skew > 1 else []
    return [finding("skewed_target", [target.name], "note", "Skewed target", message, skew, calls)]


def time_order(table: Table) -> list[Finding]:
    """Finds a time along which the target drifts: a random split would let the model peek into the future."""
    if table.target is None or table.task not in ("classification", "regression"):
        return []
    target = table.facts[table.target]
    positions = target_positions(table, target)
    if len(positions) < FEW_PER_CLASS or target.unique < 2:
        return []
    drifts = []
    for facts in table.features("datetime", "numeric"):
        moments = _moments(table, facts)
        if moments is not None:
            drifts.append((_drift(table, target, moments[positions], positions), facts))
    # A date says more than a year or a day number; among equals the first column counts.
    strong = [(rho, facts) for rho, facts in drifts if abs(rho) > DRIFT]
    if not strong:
        return []
    rho, facts = min(strong, key=lambda item: item[1].kind != "datetime")
    message = (
        f"{shown(target.name)} drifts along {shown(facts.name)} (rank correlation {rho:.2f}): the latest rows should be "
        "the test, as they will be in use."
    )
    calls = [call("Test on the latest rows", "split", strategy="time", column=facts.name, train=0.6, validation=0.2)]
    return [finding("time_order", [facts.name], "warn", "Time matters", message, rho, calls)]


def _moments(table: Table, facts: Facts) -> np.ndarray[Any, Any] | None:
    if facts.kind == "datetime":
        series = table.frame[facts.name]
        return as_numbers(series) if series.dtype.kind == "M" and facts.unique > 2 else None
    if not facts.numeric or facts.unique < 3 or facts.finite < facts.rows or not facts.whole:
        return None
    low, high = facts.lowest, facts.highest
    years, days = low >= 1500 and high <= 2200, low >= 15000101 and high <= 22001231
    if not (years or days or sounds_like_time(facts.name)):
        return None
    numbers = facts.values
    steps = np.diff(numbers)
    return numbers if (steps >= 0).all() or (steps <= 0).all() else None


def _drift(table: Table, target: Facts, moments: np.ndarray[Any, Any], positions: np.ndarray[Any, Any]) -> float:
    known = np.isfinite(moments)
    if table.task == "regression" and target.numeric:
        return rank_correlation(moments[known], target.values_at(positions)[known])
    codes = target.codes_at(positions)[known]
    most = np.argsort(-np.bincount(codes), kind="stable")[:10]
    return max((rank_correlation(moments[known], (codes == label).astype(float)) for label in most), key=abs, default=0.0)


def size(table: Table) -> list[Finding]:
    """Finds tables too small to trust one split, wider than long, or so big that some models would take too long."""
    return [*_tiny(table), *_wide(table), *_big(table)]


def _tiny(table: Table) -> list[Finding]:
    calls = [call("Check on ten parts in turn", "cross_validate", folds=10)] if table.target else []
    if 0 < table.rows < FEW_ROWS:
        message = f"The table has {rows_of(table.rows)}: the score of a single split would be largely luck."
        return [finding("tiny", [], "warn", "Few rows", message, table.rows, calls)]
    target = _classes(table)
    if target is not None and RARE <= int(target.counts.min()) < FEW_PER_CLASS:
        fewest = int(target.counts.min())
        rarest = shown(target.uniques[int(target.counts.argmin())])
        message = f"The class {rarest} has {fewest} rows: how well it is found in a single test would be largely luck."
        return [finding("tiny", [target.name], "warn", "Few rows of a class", message, fewest, calls)]
    return []


def _wide(table: Table) -> list[Finding]:
    features = sum(1 for _ in table.features())
    if not table.rows or (features <= table.rows and features <= WIDE):
        return []
    best = max(1, min(50, table.rows // 5, features - 1))
    method = "f_test" if table.target else "variance"
    message = f"There are {features:,} columns for {table.rows:,} rows: a model could find patterns that are only chance."
    calls = [call(f"Keep the best {'column' if best == 1 else f'{best} columns'}", "keep_best_features", method=method, k=best)]
    if table.task in ("classification", "regression"):
        calls.append(call("Train a ridge regression", "train", model="ridge"))
    return [finding("wide", [], "warn", "Many columns", message, features, calls)]


def _big(table: Table) -> list[Finding]:
    cells = table.rows * len(table.facts)
    if table.rows <= BIG_ROWS and cells <= BIG_CELLS:
        return []
    message = f"There are {table.rows:,} rows and {cells:,} cells: slow models (SVM, nearest neighbours) are best left out."
    calls = []
    if table.task in ("classification", "regression"):
        calls.append(call("Train gradient boosting", "train", model="hist_gradient_boosting"))
    calls.append(call("Explore on 50,000 rows", "sample_rows", rows=50_000))
    return [finding("big", [], "note", "A big table", message, table.rows, calls)]


def _classes(table: Table) -> Facts | None:
    if table.target is None or table.task != "classification":
        return None
    target = table.facts[table.target]
    return target if target.unique > 1 else None


def _numbers(table: Table) -> Facts | None:
    if table.target is None or table.task != "regression":
        return None
    target = table.facts[table.target]
    return target if target.numeric and target.unique > 1 else None


CHECKS = (unusable, without_answer, rare_class, imbalance, skewed_target, time_order, size)
