"""Says what a file is for that is brought into a conversation: a table to begin with, or new records to predict for."""

from __future__ import annotations

from typing import Any


def holds_new_records(dataset: dict[str, Any], state: dict[str, Any]) -> bool:
    """Says whether a file has most of what the latest model learned from, and not the answers: it is to be predicted for.

    `state` is the experiment's, and `dataset` has the file's columns and hash; the very file that was learned from is none.
    Predicting says which column is not there, where loading would put the model aside for the lack of it.
    """
    if not state["runs"] or dataset["sha256"] == state["dataset"]["sha256"]:
        return False
    run, names = state["runs"][-1], {column["name"] for column in dataset["columns"]}
    return run["target"] not in names and 2 * len(names.intersection(run["features"])) > len(run["features"])
