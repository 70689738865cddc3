"""What libraries complain of, as a sentence of ours can say it."""

from __future__ import annotations

import re

NO_SPREAD = (
    (r"y has only 1 sample in class (.+), covariance is ill defined", "the class “{0}” has one row to learn from, and how the rows of a class are spread takes more"),
    (
        r"but class (.+) has (\d+) samples and (\d+) features",
        "the class “{0}” has {1} rows to learn from, and how they are spread over {2} columns takes more rows than columns; fewer columns would do",
    ),
    (r"The covariance matrix of class (.+) is not full rank", "in the class “{0}” some columns do not vary, or follow from others; a larger reg_param, or fewer columns, would do"),
)
"""What quadratic discriminant analysis says of a class."""


def first_sentence(problem: Exception | str) -> str:
    """Cuts a library's complaint down to what fits into a sentence; one that speaks of its own insides is told as such."""
    if isinstance(problem, IndexError | ArithmeticError):
        return f"its computation broke off on these rows, as it does where the columns hold next to nothing to tell them apart by ({problem})"
    if word := re.search(r"could not convert string to float: (.+)", str(problem)):
        return f"it takes numbers, and a column holds words such as {word[1].strip()[:60]}"
    for pattern, words in NO_SPREAD:
        if found := re.search(pattern, str(problem)):
            return words.format(*(part[:60] for part in found.groups()))
    said = re.sub(r"^\[[\d:]+\] \S+: (?:Check failed: \w+: ?)?", "", str(problem).strip())  # XGBoost says where it was
    return said.split("\n")[0].split(". ")[0].rstrip(".")[:300]
