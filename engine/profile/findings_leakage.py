"""Findings about columns that give the answer away: they equal the target, are made from it, or foretell it too well."""

from __future__ import annotations

from typing import Any

import numpy as np

from engine.profile.derivation import derivations
from engine.profile.facts import Facts, Table
from engine.profile.finding import Finding, call, finding
from engine.profile.findings_columns import is_id_like
from engine.profile.findings_values import sample_positions
from engine.profile.names import names_target
from engine.profile.skill import bins_of, class_skill, folds_of, number_skill, straight_skill
from engine.profile.wording import listed, named, percent, shown

SAMPLE = 10_000
MOST_COLUMNS = 300
FEWEST_ROWS = 30
WARN, STOP, NAMED, COPY = 0.85, 0.975, 0.5, 0.9995


def target_leakage(table: Table) -> list[Finding]:
    """Finds columns that (nearly) give the target away, which would not be known when a prediction is needed."""
    if table.target is None or table.task not in ("classification", "regression"):
        return []
    target = table.facts[table.target]
    positions = target_positions(table, target)
    if len(positions) < FEWEST_ROWS or target.unique < 2:
        return []
    if len(positions) < target.known:
        table.notes["leakage_rows"] = len(positions)
    candidates = [
        facts
        for facts in table.features("numeric", "categorical", "boolean", "datetime")
        if facts.unique > 1 and not is_id_like(facts)
    ]
    skills = _skills(table, _screened(table, candidates, target, positions), target, positions)
    table.relation.update({facts.name: skill for facts, skill in skills})
    # A column that is the target itself would make up a formula with any constant.
    parts = [facts for facts, skill in skills if skill < COPY]
    joint = _joint(table, parts, target, positions) if table.task == "regression" else []
    told = {name for item in joint for name in item["columns"]}
    singles = [_single(facts, target, skill, table.task, positions) for facts, skill in skills if facts.name not in told]
    return [*joint, *_merged([item for item in singles if item is not None], target)]


def _merged(singles: list[Finding], target: Facts) -> list[Finding]:
    """Asks once where several columns foretell the target closely: they are often sizes of the same thing."""
    close = [item for item in singles if item["level"] == "warn" and item["number"] >= WARN]
    if len(close) < 2:
        return singles
    names = [item["columns"][0] for item in close]
    low, high = min(item["number"] for item in close), max(item["number"] for item in close)
    message = f"{listed(names)} each foretell {shown(target.name)} closely (skill {low:.2f} to {high:.2f} of 1): are they known beforehand?"
    together = finding("target_leakage", names, "warn", "Tell the answer closely", message, high, _calls(names))
    return [*(item for item in singles if item not in close), together]


def target_positions(table: Table, target: Facts) -> np.ndarray[Any, Any]:
    """Chooses the rows that have an answer, at most ten thousand of them."""
    numbers = table.task == "regression" and target.numeric
    known = np.flatnonzero(np.isfinite(target.values) if numbers else target.series.notna().to_numpy())
    return known[sample_positions(len(known), SAMPLE)]


def _screened(
    table: Table, candidates: list[Facts], target: Facts, positions: np.ndarray[Any, Any]
) -> list[Facts]:
    """Keeps, in a very wide table, the columns that move most with the target, by a cheap correlation."""
    if len(candidates) <= MOST_COLUMNS:
        return candidates
    table.notes["leakage_columns"] = MOST_COLUMNS
    numeric = [facts for facts in candidates if facts.numeric]
    strength = {facts.name: 1.0 for facts in candidates if not facts.numeric}
    if numeric:
        matrix = np.column_stack([facts.values_at(positions) for facts in numeric])
        matrix = np.where(np.isfinite(matrix), matrix, np.nanmedian(np.where(np.isfinite(matrix), matrix, np.nan), axis=0))
        answers = _answers(table, target, positions)
        if table.task == "classification":
            answers = (answers[:, None] == np.arange(min(int(answers.max()) + 1, 20))[None, :]).astype(float)
        answers = answers.reshape(len(positions), -1)
        with np.errstate(all="ignore"):
            scaled = (matrix - matrix.mean(axis=0)) / matrix.std(axis=0)
            wanted = (answers - answers.mean(axis=0)) / answers.std(axis=0)
            moves = np.abs(np.nan_to_num(scaled.T @ wanted)).max(axis=1) / len(positions)
        strength |= dict(zip((facts.name for facts in numeric), moves.tolist(), strict=True))
    chosen = sorted(candidates, key=lambda facts: -strength[facts.name])[:MOST_COLUMNS]
    kept = {facts.name for facts in chosen}
    return [facts for facts in candidates if facts.name in kept]


def _answers(table: Table, target: Facts, positions: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    if table.task == "regression" and target.numeric:
        return target.values_at(positions)
    return np.unique(target.codes_at(positions), return_inverse=True)[1]


def _skills(
    table: Table, candidates: list[Facts], target: Facts, positions: np.ndarray[Any, Any]
) -> list[tuple[Facts, float]]:
    answers, folds = _answers(table, target, positions), folds_of(len(positions))
    numeric = table.task == "regression" and target.numeric
    found = []
    for facts in candidates:
        bins, number = bins_of(facts, positions)
        skill = (number_skill if numeric else class_skill)(bins, number, answers, folds)
        if numeric and facts.numeric:
            skill = max(skill, straight_skill(facts.values_at(positions), answers))
        found.append((facts, skill))
    return found


def _single(
    facts: Facts, target: Facts, skill: float, task: str, positions: np.ndarray[Any, Any]
) -> Finding | None:
    named = names_target(facts.name, target.name)
    if skill < WARN and not (named and skill > 0.1):
        return None
    level = "stop" if skill >= STOP else "warn" if skill >= WARN or skill >= NAMED else "note"
    name, wanted = shown(facts.name), shown(target.name)
    if _same(facts, target, positions):
        message, skill = f"{name} is {wanted} under another name: each value of one goes with one value of the other.", 1.0
    elif task == "classification":
        right = (1 + skill) / 2
        message = f"{name} alone tells the values of {wanted} apart with an AUC of {right:.3f}: is it known beforehand?"
    else:
        message = f"{name} alone explains {percent(min(skill, 1.0))} of {wanted}: is it known beforehand?"
    if named and level != "stop":
        message += " Its name speaks of the target, too."
    title = "May give the answer away" if level == "stop" or named else "Tells the answer closely"
    return finding("target_leakage", [facts.name], level, title, message, skill, _calls([facts.name]))


def _same(facts: Facts, target: Facts, positions: np.ndarray[Any, Any]) -> bool:
    left, right = facts.codes_at(positions), target.codes_at(positions)
    if len(np.unique(left)) != len(np.unique(right)):
        return False
    pairs = left.astype(np.int64) * (int(right.max()) + 2) + right
    return len(np.unique(pairs)) == len(np.unique(left))


def _joint(
    table: Table, candidates: list[Facts], target: Facts, positions: np.ndarray[Any, Any]
) -> list[Finding]:
    numeric = [facts for facts in candidates if facts.numeric and facts.unique > 2]
    if len(numeric) > 60:
        table.notes["pairwise_columns"] = 60
    found = []
    for derived in derivations(numeric[:60], target, positions):
        message = f"{derived.formula} is {'exactly' if derived.exact else 'almost'} {shown(target.name)}"
        message += f" in {derived.rows:,} of {derived.of:,} rows." if derived.exact else f" (R² {derived.fit:.3f})."
        level = "stop" if derived.exact else "warn"
        number = derived.rows / derived.of if derived.exact else derived.fit
        calls = _calls(list(derived.drop))
        title = "Together they give the answer away"
        found.append(finding("target_leakage", list(derived.columns), level, title, message, number, calls))
    return found


def _calls(names: list[str]) -> list[dict[str, Any]]:
    return [call(f"Drop {named(names)}", "drop_columns", columns=names)]


CHECKS = (target_leakage,)
