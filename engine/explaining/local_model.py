"""Why one prediction is what it is, by a simple model of its neighbourhood (LIME)."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from engine.explaining import effort
from engine.explaining.answers import Answers
from engine.explaining.shapley import MOST_COLUMNS, Contributions, left_alone
from engine.price import PATIENT_SECONDS
from engine.stages import Report, unheard

SAMPLES = 2_000
MOST_TRAINING_ROWS = 5_000
MOST_PARTS = 20
SEED = 42


def local_contributions(
    answers: Answers, training: pd.DataFrame, row: pd.DataFrame, columns: list[str], first: str = "that the model uses most", report: Report = unheard
) -> Contributions:
    """Fits a linear model to what the pipeline says near one row, and gives its weight for each raw column.

    Numbers are varied within the quartiles of the training rows, everything else among the values there (Ribeiro and
    others, 2016). At most 25 columns are varied (the first ones; `first` says which these are); a missing number counts as the median.
    """
    from lime.lime_tabular import LimeTabularExplainer

    moved = columns[:MOST_COLUMNS]
    training = training.sample(MOST_TRAINING_ROWS, random_state=SEED) if len(training) > MOST_TRAINING_ROWS else training
    coded = {name: _Column(training[name]) for name in moved}
    table = np.column_stack([column.codes for column in coded.values()])
    categories = [place for place, column in enumerate(coded.values()) if not column.numeric]

    def about(codes: Any) -> Any:
        rows = row.iloc[np.zeros(len(codes), dtype=int)].reset_index(drop=True)
        made = {name: column.decoded(codes[:, place]) for place, (name, column) in enumerate(coded.items())}
        return answers.of(rows.assign(**made))

    def ask(codes: Any) -> Any:
        parts, said = np.array_split(codes, _parts(answers)), []
        for number, part in enumerate(parts):
            report(number / len(parts), f"asking the model about {sum(map(len, said)):,} of {len(codes):,} made-up rows")
            said.append(about(part))
        return np.concatenate(said)

    explainer = LimeTabularExplainer(table, feature_names=moved, categorical_features=categories, mode="regression", random_state=SEED)
    here = np.array([column.code(row[name].iloc[0]) for name, column in coded.items()])
    found = explainer.explain_instance(here, ask, num_features=len(moved), num_samples=SAMPLES)
    weights = dict(found.as_map()[1])
    values = tuple(float(weights.get(place, 0.0)) for place in range(len(moved)))
    base = float(np.asarray(found.intercept[1]).ravel()[0])
    given = float(answers.of(row)[0])
    notes = ["Weights of a simple model fitted near this row; they need not add up to the answer.", *left_alone(columns, first)]
    return Contributions(tuple(moved), (values,), base, (given,), answers.words, " ".join(notes), "the simple model starts from")


def local_seconds(answers: Answers) -> float:
    """Predicts how long `local_contributions` takes: its samples are one question."""
    return effort.seconds(answers.cost, 1, SAMPLES)


def _parts(answers: Answers) -> int:
    """Says in how many parts the samples are asked about: several where it takes long, but no more than asking is worth."""
    a_row, a_call = answers.cost
    if local_seconds(answers) < PATIENT_SECONDS:
        return 1
    return int(np.clip(SAMPLES * a_row / max(a_call, 1.0), 2, MOST_PARTS))


class _Column:
    """A column as numbers: quantities as they are, everything else by the place of the value."""

    def __init__(self, cells: pd.Series[Any]) -> None:
        self.numeric = bool(cells.dtype.kind in "iuf")
        if self.numeric:
            values = cells.to_numpy(dtype=np.float64, na_value=np.nan)
            known = values[np.isfinite(values)]
            self.middle = float(np.median(known)) if len(known) else 0.0
            self.codes = np.where(np.isfinite(values), values, self.middle)
        else:
            codes, levels = pd.factorize(cells, use_na_sentinel=False)
            self.levels = pd.Series(levels)
            self.codes = codes.astype(np.float64)

    def decoded(self, codes: Any) -> Any:
        return codes if self.numeric else self.levels.iloc[np.asarray(codes, dtype=int)].reset_index(drop=True)

    def code(self, value: Any) -> float:
        if self.numeric:
            return float(value) if pd.notna(value) else self.middle
        places = np.flatnonzero(self.levels.isna() if pd.isna(value) else self.levels == value)
        return float(places[0]) if len(places) else 0.0
