"""Ranks columns, as they were loaded, by what each says about the target.

Every column becomes a block of numbers: a number is itself, a date its moment, a category one column for each frequent
level, free text its fifty commonest words. A block counts as its best column, or as the sum of its importances.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from engine.errors import Refusal
from engine.stages import Report, unheard, within

METHODS = ("correlation", "f_test", "chi2", "mutual_info", "importance", "permutation")
MOST_ROWS = {"mutual_info": 10_000, "importance": 20_000, "permutation": 20_000}
MOST_ROWS_ELSE, MOST_CELLS = 100_000, 20_000_000
MOST_COLUMNS = {"permutation": 60}
MOST_LEVELS, MOST_WORDS, SHUFFLES, TREES = 20, 50, 5, 100
SEED = 42
MEASURE = {
    "correlation": "absolute correlation",
    "f_test": "F statistic",
    "chi2": "chi-squared",
    "mutual_info": "mutual information (nats)",
    "importance": "share of the forest's decisions",
    "permutation": "loss of score when shuffled",
}

Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Ranking:
    """The columns, the most telling first, with their values; `rows` of `of` rows and `columns` of `wide` were looked at."""

    columns: tuple[str, ...]
    values: tuple[float, ...]
    spreads: tuple[float, ...] | None
    rows: int
    of: int
    wide: int


def rows_looked_at(method: str, rows: int, columns: int) -> int:
    """Gives how many of so many rows are drawn to rank so many columns by."""
    return min(rows, MOST_ROWS.get(method, MOST_ROWS_ELSE), max(1_000, MOST_CELLS // max(columns, 1)))


def width_of(kind: str, levels: int, gaps: bool) -> int:
    """Gives at most how many columns of numbers are made of a column of this kind."""
    if kind == "text":
        return MOST_WORDS
    return 1 + gaps if kind in {"numeric", "boolean", "datetime"} else min(max(levels, 1), MOST_LEVELS)


def rank_features(frame: pd.DataFrame, kinds: dict[str, str], labels: pd.Series[Any], task: str, method: str, report: Report = unheard) -> Ranking:
    """Ranks the columns of `frame` (kinds by name) by what they say about `labels`; raises Refusal where that is nothing.

    Rows without a label are left out. Above 100,000 rows (10,000 for mutual information, 20,000 for forests) a sample is
    drawn, always the same; permutation looks at the 60 columns that are most important to a forest.
    """
    if method == "chi2" and task != "classification":
        raise Refusal("not_for_numbers", "The chi-squared test compares classes, and this target is a number.", "The F test or mutual information does it for numbers.")
    known = np.flatnonzero(labels.notna().to_numpy())
    most = rows_looked_at(method, len(known), frame.shape[1])
    rows = known if len(known) == most else np.sort(np.random.default_rng(SEED).choice(known, most, replace=False))
    answers = labels.iloc[rows]
    y = np.unique(answers.astype(str), return_inverse=True)[1] if task == "classification" else answers.to_numpy(dtype=float)
    if len(rows) < 10 or len(np.unique(y)) < 2:
        raise Refusal("too_few_rows", f"There are {len(rows):,} rows with an answer; a ranking needs at least 10 with different answers.", "Use more rows.")
    blocks = {str(name): block_of(frame[name].iloc[rows], kinds.get(str(name), "categorical")) for name in frame.columns}
    blocks = {name: block for name, block in blocks.items() if block.shape[1]}
    spreads: dict[str, float] | None = None
    if method == "permutation":
        values, spreads = _permutation(blocks, y, task, report)
    elif method == "importance":
        values = _importance(blocks, y, task, report)
    else:
        report(0.0, f"comparing {len(blocks)} columns on {len(rows):,} rows")
        values = _best(_together(blocks, kinds) if method == "mutual_info" else blocks, y, task, method)
    values |= {str(name): 0.0 for name in frame.columns if str(name) not in blocks}
    order = sorted(values, key=lambda name: -values[name])
    ordered = None if spreads is None else tuple(spreads.get(name, 0.0) for name in order)
    return Ranking(tuple(order), tuple(values[name] for name in order), ordered, len(rows), len(known), frame.shape[1])


def block_of(series: pd.Series[Any], kind: str) -> Array:
    """Writes one column as a block of numbers without gaps; one that does not vary has no columns."""
    if kind == "text":
        return _words(series)
    if pd.api.types.is_datetime64_any_dtype(series):
        moments = series.astype("int64").to_numpy().astype(float)
        return _filled(np.where(series.isna().to_numpy(), np.nan, moments))
    if kind in {"numeric", "boolean", "datetime"} and pd.api.types.is_numeric_dtype(series):
        return _filled(series.to_numpy(dtype=float, na_value=np.nan))
    codes, uniques = pd.factorize(series.astype("str"), use_na_sentinel=False)
    counts = np.bincount(codes, minlength=len(uniques))
    if len(counts) < 2:
        return np.empty((len(series), 0))
    top = np.argsort(-counts, kind="stable")[:MOST_LEVELS]
    # Of two levels one column says it all.
    return (codes[:, None] == top[None, : 1 if len(counts) == 2 else len(top)]).astype(float)


def _filled(values: Array) -> Array:
    finite = np.isfinite(values)
    if not finite.any() or (finite.all() and np.ptp(values) == 0):
        return np.empty((len(values), 0))
    columns = [np.where(finite, values, np.median(values[finite]))]
    if not finite.all():
        columns.append((~finite).astype(float))
    varied = [column for column in columns if np.ptp(column) > 0]
    return np.column_stack(varied) if varied else np.empty((len(values), 0))


def _words(series: pd.Series[Any]) -> Array:
    from sklearn.feature_extraction.text import CountVectorizer

    try:
        counts = CountVectorizer(binary=True, max_features=MOST_WORDS).fit_transform(series.fillna("").astype(str))
    except ValueError:
        # No cell holds a word.
        return np.empty((len(series), 0))
    block = counts.toarray().astype(float)
    return block[:, np.ptp(block, axis=0) > 0]


def _together(blocks: dict[str, Array], kinds: dict[str, str]) -> dict[str, Array]:
    """Numbers the levels of each category, as mutual information takes them all at once."""
    single = {"categorical", "boolean", "id"}
    return {
        name: block @ np.arange(1.0, block.shape[1] + 1)[:, None] if kinds.get(name, "categorical") in single else block
        for name, block in blocks.items()
    }


def _best(blocks: dict[str, Array], y: Array, task: str, method: str) -> dict[str, float]:
    """Gives each block the value of its best column."""
    if not blocks:
        return {}
    scores = np.nan_to_num(_scores(np.column_stack(list(blocks.values())), y, task, method), nan=0.0, posinf=np.finfo(float).max)
    ends = np.cumsum([block.shape[1] for block in blocks.values()])
    return {name: float(scores[end - block.shape[1] : end].max()) for (name, block), end in zip(blocks.items(), ends, strict=True)}


def _scores(matrix: Array, y: Array, task: str, method: str) -> Array:
    from sklearn.feature_selection import chi2, f_classif, f_regression, mutual_info_classif, mutual_info_regression

    classes = task == "classification"
    with np.errstate(all="ignore"):
        if method == "correlation":
            return _correlation(matrix, (y[:, None] == np.unique(y)[None, :50]).astype(float) if classes else y[:, None])
        if method == "f_test":
            values = np.asarray((f_classif if classes else f_regression)(matrix, y)[0])
            # A column that is the target itself has no spread left over; rounding may turn its F around.
            return np.where(values < 0, np.inf, values)
        if method == "chi2":
            # Brought to the same range, so that a column counted in thousands does not win by its unit.
            return np.asarray(chi2((matrix - matrix.min(axis=0)) / np.ptp(matrix, axis=0), y)[0])
        discrete = np.array([len(np.unique(column)) <= MOST_LEVELS + 1 for column in matrix.T])
        measure = mutual_info_classif if classes else mutual_info_regression
        return np.asarray(measure(matrix, y, discrete_features=discrete, random_state=SEED))


def _correlation(block: Array, wanted: Array) -> Array:
    left, right = block - block.mean(axis=0), wanted - wanted.mean(axis=0)
    scale = np.outer(np.sqrt((left**2).sum(axis=0)), np.sqrt((right**2).sum(axis=0)))
    return np.abs(np.divide(left.T @ right, scale, out=np.zeros_like(scale), where=scale > 0)).max(axis=1)


def _grown(matrix: Array, y: Array, task: str, report: Report) -> Any:
    """Grows a forest, a tenth of its trees at a time, and tells how many there are; the trees are those of one fit."""
    from sklearn.ensemble import RandomForestClassifier, RandomForestRegressor

    kind = RandomForestClassifier if task == "classification" else RandomForestRegressor
    forest = kind(n_estimators=0, min_samples_leaf=3, max_features="sqrt", random_state=SEED, n_jobs=1, warm_start=True)
    for grown in range(0, TREES, TREES // 10):
        report(grown / TREES, f"{grown} of {TREES} trees on {len(y):,} rows")
        forest.set_params(n_estimators=grown + TREES // 10).fit(matrix, y)
    return forest


def _importance(blocks: dict[str, Array], y: Array, task: str, report: Report) -> dict[str, float]:
    if not blocks:
        return {}
    found = _grown(np.column_stack(list(blocks.values())), y, task, report).feature_importances_
    ends = np.cumsum([block.shape[1] for block in blocks.values()])
    return {name: float(found[end - block.shape[1] : end].sum()) for (name, block), end in zip(blocks.items(), ends, strict=True)}


def _permutation(blocks: dict[str, Array], y: Array, task: str, report: Report) -> tuple[dict[str, float], dict[str, float]]:
    """Learns on two thirds of the rows and shuffles each column in the last third: what is lost is what it was worth."""
    if len(blocks) > MOST_COLUMNS["permutation"]:
        first = _importance(blocks, y, task, within(0.0, 0.3, report))
        blocks = {name: blocks[name] for name in sorted(first, key=lambda name: -first[name])[: MOST_COLUMNS["permutation"]]}
    if not blocks:
        return {}, {}
    random = np.random.default_rng(SEED)
    aside = random.permutation(len(y)) % 3 == 0
    matrix = np.column_stack(list(blocks.values()))
    forest = _grown(matrix[~aside], y[~aside], task, within(0.3, 0.6, report))
    seen, truth = matrix[aside], y[aside]
    whole = forest.score(seen, truth)
    values, spreads, start = {}, {}, 0
    for number, (name, block) in enumerate(blocks.items()):
        report(0.6 + 0.4 * number / len(blocks), f"shuffled {number} of {len(blocks)} columns")
        place = slice(start, start := start + block.shape[1])
        losses = []
        for _ in range(SHUFFLES):
            shuffled = seen.copy()
            shuffled[:, place] = shuffled[random.permutation(len(seen)), place]
            losses.append(whole - forest.score(shuffled, truth))
        values[name], spreads[name] = float(np.mean(losses)), float(np.std(losses))
    return values, spreads
