"""Predictions for many records: what they take, and the file that holds all of them."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine import price
from tools.base import Report
from tools.cells import counted
from tools.experiment import Experiment, Run

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    Array = np.ndarray[Any, Any]

SLICES = 20
"""Records that take long are predicted for in so many parts, so that it can be told how far it is."""


def gives_chances(model: Any, run: Run) -> bool:
    """Whether a model says how likely each class is."""
    return run["task"] == "classification" and hasattr(model, "predict_proba")


def prediction_seconds(model: Any, run: Run, rows: int) -> float:
    """Predicts how long a model takes for so many records, which it is asked about twice where it knows chances."""
    from engine.explaining.effort import cost_of, seconds

    return seconds(cost_of(model, len(run["features"])), 2 if gives_chances(model, run) else 1, rows)


def predict_all(model: Any, run: Run, features: pd.DataFrame, report: Report) -> tuple[Array, Array | None]:
    """Gives the prediction of each record, and the chance of each class where the model knows them."""
    import numpy as np

    long = prediction_seconds(model, run, len(features)) >= price.PATIENT_SECONDS
    each = max(1, -(-len(features) // SLICES) if long else len(features))
    answers, chances = [], []
    for first in range(0, max(1, len(features)), each):
        report(first / max(1, len(features)), f"{first:,} of {counted(len(features), 'record')} predicted for")
        part = features.iloc[first : first + each]
        answers.append(model.predict(part))
        if gives_chances(model, run):
            chances.append(model.predict_proba(part))
    return np.concatenate(answers), np.concatenate(chances) if chances else None


def write_predictions(records: pd.DataFrame, answers: Array, chances: Array | None, classes: Any, experiment: Experiment, source: str, *, numbered: bool) -> dict[str, Any]:
    """Writes the records as they came, each with its prediction, as CSV; text that a spreadsheet would calculate is made plain.

    Where nothing names the rows they are `numbered` from 1, in a first column "row". A column of theirs that is called
    as one of these keeps its name with an underscore behind it.
    """
    from codegen.material import safe_name
    from codegen.prepared_data import for_spreadsheets
    from codegen.prove import file_hash

    made: dict[str, Any] = {"prediction": answers} | ({f"probability_{name}": chances[:, place] for place, name in enumerate(classes)} if chances is not None else {})
    made = ({"row": range(1, len(records) + 1)} if numbered else {}) | made
    table = records.rename(columns={name: _beside(name, records, made) for name in made if name in records}).assign(**made)
    table = table[["row", *table.columns.drop("row")]] if numbered else table
    folder = experiment.home / "work" / uuid.uuid4().hex
    folder.mkdir(parents=True)
    path = folder / f"{safe_name(Path(source).stem, 'records')}-predictions.csv"
    for_spreadsheets(table).to_csv(path, index=False)
    note = f"all {counted(len(table), 'record')} of the file with the prediction of each"
    return {"name": path.name, "path": str(path), "bytes": path.stat().st_size, "sha256": file_hash(path), "verified": False, "note": note}


def _beside(name: str, records: pd.DataFrame, made: dict[str, Any]) -> str:
    while name in records or name in made:
        name += "_"
    return name
