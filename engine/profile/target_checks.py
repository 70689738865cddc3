"""What can be wrong once it is known what is to be predicted."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from engine.profile.facts import Facts, Table
from engine.profile.finding import Finding, call, finding
from engine.profile.wording import percent, shown

WARN, STOP = 0.85, 0.975
"""Normalised skill of one column alone at which it looks like a leak (DataRobot's levels)."""
SAMPLE = 10_000
MOST_COLUMNS = 200


def target_findings(table: Table) -> list[Finding]:
    """Checks the target, and what gives it away."""
    assert table.target is not None
    target = table.facts[table.target]
    found = [*_answers(table, target), *_leaks(table, target)]
    return found + _collinear(table)


def _answers(table: Table, target: Facts) -> list[Finding]:
    found = []
    if target.missing:
        message = f"{target.missing:,} rows have no {shown(target.name)}, so there is no answer to learn from."
        found.append(finding("missing", [target.name], "warn", "Missing answers", message, target.missing, [call("Drop these rows", "drop_missing", axis="rows", columns=[target.name])]))
    if table.task == "classification" and target.unique > 1:
        rarest = int(target.counts.min())
        share = rarest / target.known
        name = shown(target.uniques[int(target.counts.argmin())])
        if rarest < 10:
            found.append(finding("rare_class", [target.name], "warn", "A rare class", f"The class {name} has {rarest} rows; that is too few to learn and to check.", rarest, [call(f"Leave {name} out", "filter_rows", column=target.name, op="ne", value=_plain(target.uniques[int(target.counts.argmin())]))]))
        elif share < 0.2 and target.unique == 2:
            level = "warn" if share < 0.1 else "note"
            found.append(finding("imbalance", [target.name], level, "Unequal classes", f"Only {percent(share)} of the rows are {name}; a model that never says it would still look good by accuracy.", share, [call("Weigh the classes alike", "balance", method="class_weight")]))
    if table.task == "regression" and target.values is not None and len(target.finite) > 20:
        skew = float(pd.Series(target.finite).skew())
        if skew > 1 and target.finite.min() >= 0:
            found.append(finding("skewed_target", [target.name], "note", "A skewed target", f"{shown(target.name)} has a skew of {skew:.1f}: few values are very large.", skew, [call("Learn it on a log scale", "transform", columns=[target.name], method="log")]))
    return found


def _leaks(table: Table, target: Facts) -> list[Finding]:
    """A column that alone predicts nearly everything is probably not known beforehand."""
    rows = np.flatnonzero(target.codes >= 0)
    if len(rows) < 50 or target.unique < 2:
        return []
    if len(rows) > SAMPLE:
        rows = np.sort(np.random.default_rng(42).choice(rows, SAMPLE, replace=False))
        table.notes["leakage"] = f"{SAMPLE:,} rows"
    found = []
    columns = [facts for facts in table.features() if facts.kind not in {"id", "text"} and facts.unique > 1]
    for facts in columns[:MOST_COLUMNS]:
        skill = _skill(table, facts, target, rows)
        if skill >= WARN and not _few_groups(facts, target):
            level = "stop" if skill >= STOP else "warn"
            message = f"{shown(facts.name)} alone predicts {percent(skill)} of {shown(target.name)}: is it known beforehand?"
            found.append(finding("target_leakage", [facts.name], level, "Gives the answer away", message, skill, [call(f"Drop {facts.name}", "drop_columns", columns=[facts.name])]))
    named = {item["columns"][0] for item in found}
    for pair in _sums(columns, target):
        for facts in pair:
            if facts.name not in named:
                named.add(facts.name)
                message = f"{shown(pair[0].name)} + {shown(pair[1].name)} is {shown(target.name)} in every row: are they known beforehand?"
                both = [facts.name for facts in pair]
                found.append(finding("target_leakage", [facts.name], "stop", "Gives the answer away", message, 1.0, [call(f"Drop {both[0]} and {both[1]}", "drop_columns", columns=both)]))
    return found


def _skill(table: Table, facts: Facts, target: Facts, rows: Any) -> float:
    """Skill of a small tree on one column, on the two thirds of rows it did not see each time: 2 AUC - 1, or R2."""
    from sklearn.metrics import roc_auc_score
    from sklearn.model_selection import KFold, StratifiedKFold, cross_val_predict
    from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

    values = facts.values if facts.values is not None else facts.codes.astype(float)
    values = np.nan_to_num(values[rows], nan=-1e9, posinf=1e9, neginf=-1e9).reshape(-1, 1)
    if table.task == "regression":
        if target.values is None:
            return 0.0
        truth = target.values[rows]
        said = cross_val_predict(DecisionTreeRegressor(min_samples_leaf=5, random_state=42), values, truth, cv=KFold(3, shuffle=True, random_state=42))
        rest = float(((truth - said) ** 2).sum())
        whole = float(((truth - truth.mean()) ** 2).sum())
        return max(0.0, 1 - rest / whole) if whole else 0.0
    truth = target.codes[rows]
    if np.bincount(truth).min(initial=10, where=np.bincount(truth) > 0) < 3 or target.unique > 20:
        return 0.0
    folds = StratifiedKFold(3, shuffle=True, random_state=42)
    said = cross_val_predict(DecisionTreeClassifier(min_samples_leaf=5, random_state=42), values, truth, cv=folds, method="predict_proba")
    area = roc_auc_score(truth, said[:, 1]) if said.shape[1] == 2 else roc_auc_score(truth, said, multi_class="ovr", average="weighted")
    return float(max(0.0, 2 * area - 1))


def _few_groups(facts: Facts, target: Facts) -> bool:
    """In a small table of several classes, one measurement may rightly tell them apart."""
    return target.unique > 2 and facts.known < 500


def _sums(columns: list[Facts], target: Facts) -> list[tuple[Facts, Facts]]:
    if target.values is None:
        return []
    numeric = [facts for facts in columns if facts.values is not None][:40]
    pairs = []
    for place, left in enumerate(numeric):
        for right in numeric[place + 1 :]:
            assert left.values is not None and right.values is not None
            if np.allclose(left.values + right.values, target.values, rtol=1e-9, atol=1e-9):
                pairs.append((left, right))
    return pairs


def _collinear(table: Table) -> list[Finding]:
    numeric = [facts for facts in table.features("numeric") if facts.values is not None and len(facts.finite) > 20][:60]
    if len(numeric) < 2:
        return []
    frame = pd.DataFrame({facts.name: facts.values for facts in numeric}).head(50_000).replace([np.inf, -np.inf], np.nan)
    with np.errstate(all="ignore"):
        matrix = frame.corr().abs().to_numpy()
    found = []
    for row, column in zip(*np.triu_indices(len(numeric), 1), strict=True):
        if matrix[row, column] > 0.9 and len(found) < 6:
            first, second = numeric[row].name, numeric[column].name
            message = f"{shown(first)} and {shown(second)} say nearly the same (correlation {matrix[row, column]:.2f})."
            found.append(finding("collinear", [first, second], "note", "Two that say the same", message, float(matrix[row, column]), [call(f"Drop {second}", "drop_columns", columns=[second])]))
    return found


def _plain(value: Any) -> Any:
    return value.item() if hasattr(value, "item") else value


