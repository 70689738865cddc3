"""Decides which tool a clause asks for."""

from __future__ import annotations

import re

from assistant.router import vocabulary
from assistant.router.clause import Clause
from assistant.router.triggers import TRIGGERS


def candidates(clause: Clause) -> list[tuple[int, str]]:
    """Lists the tools that the words ask for, the heaviest first."""
    best: dict[str, int] = {}
    texts = dict.fromkeys((clause.masked, vocabulary.with_signs(clause.masked), clause.norm))
    for tool, weight, pattern in TRIGGERS:
        for penalty, words in enumerate(texts):
            if weight - 3 * (penalty == 2) > best.get(tool, 0) and pattern.search(words):
                best[tool] = weight - 3 * (penalty == 2)
    for tool, change in _adjustments(clause):
        if tool in best:
            best[tool] += change
    return sorted(((weight, tool) for tool, weight in best.items()), key=lambda entry: -entry[0])


def _adjustments(clause: Clause) -> list[tuple[str, int]]:
    """What the columns and values around a verb say about its meaning."""
    changes: list[tuple[str, int]] = []
    compared = re.search(r"@ [^@]{0,25}(?:above|over|below|under|greater|less|more|fewer|older|younger|at least|at most|between|<|>|=|is|are) ?[^@]{0,12}\d", clause.masked)
    rows = clause.has("rows?|records?|entries|lines|people|passengers|customers|those|everyone|anyone|only|keep|where")
    if (clause.values or compared) and rows:
        changes += [("filter_rows", 10), ("choose_features", -12)]
    if not clause.values and not clause.numbers and not clause.has("where|missing|blank|empty|contain\\w*|known|is|are|people|rows"):
        changes.append(("filter_rows", -25))
    if clause.columns and clause.has("rows? (?:where|with|whose|in which|for which)|where|whose"):
        changes += [("drop_missing", -8), ("filter_rows", 6)]
    if clause.has("features? (?:are|matter|importance)|importance"):
        changes.append(("keep_best_features", -6))
    if clause.values or len(clause.numbers) > 0:
        changes.append(("predict", 3 if clause.values or clause.columns else 0))
    if clause.columns and not clause.values and not clause.numbers:
        changes += [("predict", -6)]
    if re.search(r"\b(?:for|if|a|an|would) .*\d{1,3} ?(?:-? ?year|years)", clause.norm):
        changes.append(("predict", 8))
    if len(vocabulary.every(clause.masked, vocabulary.MODELS)) > 1:
        changes += [("compare_models", 3 if clause.has("compare|try|which|versus|vs|or|benchmark") else -8)]
    if clause.has("compare") and clause.has("runs|so far|trained"):
        changes.append(("compare_models", -10))
    if clause.has("what if"):
        changes += [("predict", -10)]
    if clause.inherited:
        changes.append((clause.inherited, 1))
    return changes
