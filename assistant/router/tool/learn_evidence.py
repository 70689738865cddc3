"""Learns from the examples which words speak for which tool: python -m assistant.router.tool.learn_evidence.

Each line of `examples.jsonl` is what somebody said and the tool that was meant, or `several` tools, or `none`. The words
are written as `words_of` writes a request: @ is a column, # a value, N a number, D a date, Q quoted text, MODEL, METRIC
and the like the terms of the trade. To teach a wording, add a line and run this. It needs scikit-learn, which the
router does not.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression

from assistant.router.entities.vocabulary import with_signs
from assistant.router.tool.evidence import SCALE, WEIGHTS, features
from assistant.router.tool.phrases import written
from tools.catalog import TOOLS

EXAMPLES = Path(__file__).with_name("examples.jsonl")
RARE = 2
"""Features of fewer examples say nothing about other sentences."""
SMALL = 0.4
"""Weights below are left out: they cost much room and change next to nothing."""
STRENGTH = 30
"""The C of the regression: chosen on sentences by others that were not among the examples (10, 30 and 100 differ by 1 in 100)."""


def examples() -> list[tuple[str, str]]:
    """Lists the words and the tool of each example, and of each phrase that stands on a tool."""
    rows = map(json.loads, EXAMPLES.read_text("utf-8").splitlines())
    phrases = ((with_signs(written(phrase)), tool.name) for tool in TOOLS for phrase in tool.phrases)
    return sorted({*((row["words"], row["tool"]) for row in rows), *phrases})


def learn() -> dict[str, object]:
    """Fits one linear model for all tools and gives its weights as whole hundredths."""
    words, tools = zip(*examples(), strict=True)
    said = [features(text) for text in words]
    counts = Counter(feature for found in said for feature in set(found))
    places = {feature: place for place, feature in enumerate(sorted(feature for feature, count in counts.items() if count >= RARE))}
    cells = [(row, places[feature]) for row, found in enumerate(said) for feature in found if feature in places]
    known = np.maximum(np.bincount([row for row, _ in cells], minlength=len(said)), 1)
    table = sp.diags(1 / np.sqrt(known)) @ sp.csr_matrix((np.ones(len(cells)), tuple(zip(*cells, strict=True))), shape=(len(said), len(places)))
    model = LogisticRegression(C=STRENGTH, max_iter=1000).fit(table, tools)
    weights = {feature: dict(_large(model.coef_[:, place])) for feature, place in places.items()}
    return {"tools": list(model.classes_), "bias": [_rounded(value) for value in model.intercept_], "weights": {feature: row for feature, row in weights.items() if row}}


def _large(weights: np.ndarray) -> Iterator[tuple[str, int]]:
    for place, weight in enumerate(weights):
        if abs(weight) >= SMALL:
            yield str(place), _rounded(weight)


def _rounded(value: float) -> int:
    return round(float(value) * SCALE)


if __name__ == "__main__":
    WEIGHTS.write_text(json.dumps(learn(), ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
