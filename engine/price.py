"""What training would cost, before anything is allocated.

The laws and their points were measured on 2 cores: 100 trees on 5,000, 20,000 and 100,000 rows of 20 columns take 1.1, 6.5
and 38 to 68 s in a random forest that tells two classes apart (which looks at 4 or 5 columns for each cut), 4, 23 and 170 s
where it predicts a number, and a quarter of that in extra trees; gradient boosting takes 86 s for the last. With 100
classes a forest takes five times what it takes with two; where columns have few different values it takes a third. A fully grown tree of
a random forest has a leaf for 63 % of its rows where it predicts a number, and for 19 % where it tells two noisy classes
apart; one of extra trees, which draws its cuts and takes every row, for all of them and for 54 %.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log2, sqrt
from typing import Any

from engine.jobs.limits import default_workers, memory_cap
from engine.models import Model, find_model
from engine.patience import LONGEST_SECONDS

WARN_SECONDS, REFUSE_SECONDS = 30 * 60, LONGEST_SECONDS
WAITED_SECONDS = 3600
"""What is waited for, such as a ranking or a learning curve, ends after an hour."""
WARN_BYTES, REFUSE_BYTES = 200_000_000, 1_000_000_000
WARN_COMPARISONS, REFUSE_COMPARISONS = 1e10, 1e11
MOST_CLASSES = 1_000
MADE_COLUMNS, MADE_BYTES = 10_000, memory_cap(default_workers() + 1) // 8
"""New columns are kept dense, at 8 bytes a cell, and held up to five times while they are made (0.5 GB of products took
2.4 GB): so they may be an eighth of what one piece of work may use, which is 4 GiB and less on small machines."""
MADE_ROWS = 5_000_000
"""Made-up rows have a class and a place besides their cells: 10 million of three columns took 1.3 GB to make, and 1.9 with a model."""
PATIENT_SECONDS = 10
"""What takes longer runs as a job, with progress and a way to stop it."""
NEIGHBOUR_BYTES = 26
"""What DBSCAN holds for each pair of near rows."""
LEAVES_OF_ROWS = {"random_forest": (0.63, 1.0), "extra_trees": (1.0, 0.65)}
"""How many of its rows a tree gives a leaf of their own, and by how much fewer they are where there are few classes."""
FOREST_CLASSES = 25
"""So many classes take a forest twice its time."""
COMPARING_SECONDS = 3e-6
"""How long mutual information takes for each cell: it compares 10,000 rows of a column with each other in 0.03 s."""
NODE_BYTES, ANSWER_BYTES = 64, 8
MODEL_BYTES = min(REFUSE_BYTES, memory_cap(default_workers() + 1) // 4)
"""The largest forest: it is held three times while it is read from its file."""
ROUNDS = ("n_estimators", "max_iter", "iterations")
HARD_C = 10.0
"""From here on a support vector machine has a third of its usual bounds, as it takes so much longer."""


@dataclass(frozen=True)
class Size:
    """What is learned from, and how many rows are judged afterwards."""

    rows: int
    columns: int
    judged: int = 0
    classes: int = 1


@dataclass(frozen=True)
class Price:
    """How dear it is: fine, worth a warning, or refused; with the reason in words."""

    level: str
    reason: str = ""
    params: Mapping[str, Any] | None = None
    """Parameters of the same model with which it would do, where there are any."""


FINE = Price("fine")


def duration(seconds: float) -> str:
    """Says in words about how long something takes."""
    number, unit = (round(seconds), "second") if seconds < 90 else (round(seconds / 60), "minute")
    return f"about {number:,} {unit}{'' if number == 1 else 's'}"


def price_of(model: Model, task: str, params: Mapping[str, Any], size: Size, fits: int = 1) -> Price:
    """Prices so many fits of a model; the dearest reason counts."""
    found = [_rows(model, params, size), _forest(model, task, params, size), _neighbours(model, size), _time(model, task, params, size, fits)]
    if task == "classification" and size.classes > MOST_CLASSES:
        found.append(Price("refused", f"{size.classes:,} classes are too many to tell apart (at most {MOST_CLASSES:,})"))
    return max(found, key=lambda price: ("fine", "warn", "refused").index(price.level))


def seconds_of(model: Model, task: str, params: Mapping[str, Any], size: Size) -> float | None:
    """Predicts the seconds of one fit, on noisy rows; None where no law is known."""
    if model.fit_seconds:
        return float(model.fit_seconds * (size.rows / 10_000) ** model.growth * max(1.0, size.columns / 50) * _rounds(model, task, params))
    if not model.tree_seconds:
        return None
    values = {**model.defaults(task), **params}
    trees = next((values[name] for name in ROUNDS if values.get(name)), 100)
    larger = (size.rows / 10_000) ** (model.growth - 1)
    return float(model.tree_seconds * size.rows * larger * _considered(values.get("max_features"), size.columns) * trees * _times_for_classes(model, task, size))


def _times_for_classes(model: Model, task: str, size: Size) -> float:
    """How many times what two classes take so many take: boosting grows trees for each, a forest counts all of them at each cut."""
    if model.family == "boosting":
        return size.classes if size.classes > 2 and model.id != "adaboost" else 1.0
    return 1 + size.classes / FOREST_CLASSES if task == "classification" else 1.0


def _rounds(model: Model, task: str, params: Mapping[str, Any]) -> float:
    """How many times its usual rounds a model makes; without a bound it makes as many as it needs."""
    usual, wanted = model.defaults(task).get("max_iter"), params.get("max_iter")
    return wanted / usual if usual and wanted and usual > 0 and wanted > 0 else 1.0


def products_seconds(rows: int, made: int) -> float:
    """Predicts the seconds that adding so many products takes: 26 s for 1,080 columns of 60,000 rows."""
    return 4e-7 * rows * made


def filling_seconds(strategy: str, rows: int, columns: int, gaps: Sequence[int]) -> float:
    """Predicts the seconds that filling gaps from other columns takes; `gaps` are counted for each column to be filled.

    By neighbours each gap is compared with all rows: 20 s for 10,000 gaps in 20,000 rows. Iteratively each column with
    gaps is a regression on all others, several times over: 16 s for 20 columns of 100,000 rows.
    """
    if strategy == "knn":
        return 1e-7 * rows * sum(gaps)
    return 2e-8 * rows * columns**2 * sum(count > 0 for count in gaps)


def making_up_seconds(method: str, counts: Sequence[int], columns: int, flags: int) -> float:
    """Predicts the seconds that making up rows of the rarer classes takes; 0 for methods that make none up.

    `counts` are the rows of each class, `flags` those of the columns that hold two values only. SMOTE compares the rows of a
    class with each other, ADASYN with all: 3 s for 40,000 rows of 15 columns, 14 s with 160,000. With flags among other
    numbers comparing takes ten times that, and each flag of a row made up 7 µs: 30 s for 150,000 rows with 25 flags.
    """
    if method not in {"smote", "adasyn"}:
        return 0.0
    rarer = sorted(counts)[:-1]
    pairs = sum(count * (count + (sum(counts) if method == "adasyn" else 0)) for count in rarer)
    if method == "smote" and 0 < flags < columns:
        return 2e-8 * pairs + 7e-6 * flags * sum(max(counts) - count for count in rarer)
    return (1.3e-9 + 4e-11 * columns) * pairs


def ranking_seconds(method: str, task: str, size: Size) -> float:
    """Predicts the seconds that ranking the columns by a forest or by mutual information takes; 0 for methods that take moments.

    Elimination fits again on four fifths of the columns, three, two and one: three forests' worth, and in each of three
    folds, of two thirds of the rows, as well where it decides how many to keep.
    """
    if method == "mutual_info":
        return COMPARING_SECONDS * size.rows * size.columns
    forests = {"importance": 1, "rfe": 3, "rfecv": 9}.get(method, 0)
    return forests * (seconds_of(find_model("random_forest"), task, {}, size) or 0.0) if forests else 0.0


def looking_seconds(method: str, task: str, size: Size) -> float:
    """Predicts the seconds that it takes to rank columns for a look; 0 for methods that take moments.

    `size.rows` are those that are drawn. A forest of 20,000 rows of 25 columns takes 9 s, and with 10 classes 13 s; shuffling
    each column five times and asking it again takes almost as long for 25 columns.
    """
    if method == "mutual_info":
        return COMPARING_SECONDS * size.rows * size.columns
    if method not in {"importance", "permutation"}:
        return 0.0
    forest = 9e-5 * size.rows * sqrt(size.columns) * max(1.0, sqrt(size.classes / 5)) if task == "classification" else 8e-5 * size.rows * sqrt(size.columns)
    return forest + (1.5e-5 * size.rows * size.columns if method == "permutation" else 0.0)


def _considered(max_features: Any, columns: int) -> float:
    """How many columns a tree looks at for each of its cuts."""
    if isinstance(max_features, str):
        return sqrt(columns) if max_features == "sqrt" else log2(max(2, columns))
    if isinstance(max_features, int) and not isinstance(max_features, bool):
        return min(max_features, columns)
    return columns * (max_features or 1.0)


def columns_price(rows: int, made: int) -> Price:
    """Prices a step that makes so many columns of numbers."""
    if made > MADE_COLUMNS:
        return Price("refused", f"{made:,} new columns are too many (at most {MADE_COLUMNS:,})")
    if made > columns_that_fit(rows):
        return Price("refused", f"{made:,} new columns of {rows:,} rows would take {8 * rows * made / 1e9:.1f} GB of memory (at most {MADE_BYTES / 1e9:.1f})")
    return FINE


def made_up_price(rows: int, columns: int) -> Price:
    """Prices so many new rows of so many columns, as they are made where classes are balanced."""
    if rows > MADE_ROWS:
        return Price("refused", f"{rows:,} rows would have to be made (at most {MADE_ROWS:,})")
    if 8 * rows * columns > MADE_BYTES:
        return Price("refused", f"{rows:,} rows of {columns:,} columns would have to be made and take {8 * rows * columns / 1e9:.1f} GB of memory (at most {MADE_BYTES / 1e9:.1f})")
    return FINE


def columns_that_fit(rows: int) -> int:
    """Gives how many columns of numbers may be made of so many rows."""
    return min(MADE_COLUMNS, MADE_BYTES // (8 * max(1, rows)))


def neighbours_price(rows: int, neighbours: float, eps: float) -> Price:
    """Prices a model that keeps, for each row, all rows nearer than eps: `neighbours` of them on average."""
    wanted = NEIGHBOUR_BYTES * rows * neighbours
    if wanted <= REFUSE_BYTES:
        return FINE
    return Price("refused", f"within eps {eps:g} each row has about {neighbours:,.0f} neighbours, and keeping them would take {wanted / 1e9:.1f} GB of memory")


def _rows(model: Model, params: Mapping[str, Any], size: Size) -> Price:
    hard = 3 if model.family == "svm" and model.limits.refuse_rows and float(params.get("C") or 1) > HARD_C else 1
    words = f"{model.label} on {size.rows:,} rows"
    if model.limits.refuse_rows and size.rows > model.limits.refuse_rows / hard:
        return Price("refused", f"{words} would take too long (its limit is {model.limits.refuse_rows // hard:,})")
    if model.limits.refuse_columns and size.columns > model.limits.refuse_columns:
        return Price("refused", f"{model.label} on {size.columns:,} columns would take too long (its limit is {model.limits.refuse_columns:,})")
    if model.limits.warn_rows and size.rows > model.limits.warn_rows / hard:
        return Price("warn", f"{words} is slow (it grows with their number to the power of {model.growth:g})" if model.growth > 1 else f"{words} is slow")
    return FINE


def forest_bytes(model: Model, task: str, params: Mapping[str, Any], size: Size) -> float:
    """Predicts how large a forest becomes, in bytes; 0 for other models, which are small beside their rows."""
    if model.id not in LEAVES_OF_ROWS:
        return 0.0
    least = params.get("min_samples_leaf") or 1
    leaves = min(_grown_leaves(model.id, task, size), size.rows / (least if least >= 1 else max(1, least * size.rows)))
    leaves = min(leaves, params.get("max_leaf_nodes") or leaves, 2 ** (params.get("max_depth") or 60))
    return float(_leaf_bytes(task, size) * leaves * _trees(params))


def _trees(params: Mapping[str, Any]) -> int:
    return int(params.get("n_estimators") or 100)


def _leaf_bytes(task: str, size: Size) -> int:
    return 2 * (NODE_BYTES + ANSWER_BYTES * (max(2, size.classes) if task == "classification" else 1))


def _forest(model: Model, task: str, params: Mapping[str, Any], size: Size) -> Price:
    wanted, trees, a_leaf = forest_bytes(model, task, params, size), _trees(params), _leaf_bytes(task, size)
    if wanted <= WARN_BYTES:
        return FINE
    words = f"{trees:,} trees on {size.rows:,} rows would make a model of about {wanted / 1e6:,.0f} MB"
    fewer = min(trees, 500)
    fitting = dict(params) | {"n_estimators": fewer, "max_leaf_nodes": max(2, min(10_000, int(WARN_BYTES / a_leaf / fewer)))}
    return Price("refused", f"{words} (at most {MODEL_BYTES / 1e6:,.0f})", fitting) if wanted > MODEL_BYTES else Price("warn", words, fitting)


def _grown_leaves(forest: str, task: str, size: Size) -> float:
    """How many leaves a tree has that grows until each holds one answer: the noisier the rows, and the more classes, the more."""
    most, fewer = LEAVES_OF_ROWS[forest]
    return most * size.rows * (1 - fewer / sqrt(max(2, size.classes)) if task == "classification" else 1)


def _neighbours(model: Model, size: Size) -> Price:
    comparisons = size.rows * max(size.judged, size.rows) * size.columns if model.keeps_rows else 0
    if comparisons <= WARN_COMPARISONS:
        return FINE
    words = f"each prediction looks at {size.rows:,} rows of {size.columns:,} columns, {comparisons:.0e} comparisons in all"
    return Price("refused" if comparisons > REFUSE_COMPARISONS else "warn", words)


def _time(model: Model, task: str, params: Mapping[str, Any], size: Size, fits: int) -> Price:
    each = seconds_of(model, task, params, size)
    if each is None or each * fits <= WARN_SECONDS:
        return FINE
    words = f"{fits:,} fits of {model.label} would take about {each * fits / 60:,.0f} min" if fits > 1 else f"{model.label} would take about {each / 60:,.0f} min"
    return Price("refused" if each * fits > REFUSE_SECONDS else "warn", words)
