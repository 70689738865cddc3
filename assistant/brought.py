"""Says what a file is for that is brought into a conversation: a table to begin with, or new records to predict for."""

from __future__ import annotations

import re
from typing import Any

_THE_FILE = re.compile(r"\b(?:this|that|the)(?: new| other| next| attached)?(?: (?:one|table|file|data|dataset|csv|sheet|workbook))?\b(?! (?:same|steps?|pipeline|model|thing))|\bit\b|\bhere\b", re.I)
"""How a file is spoken of that comes with the words."""
_ONCE_MORE = re.compile(r"\b(?:same|again|repeat|redo|replay|likewise)\b", re.I)


def holds_new_records(dataset: dict[str, Any], state: dict[str, Any]) -> bool:
    """Says whether a file has most of what the latest model learned from, and not the answers: it is to be predicted for.

    `state` is the experiment's, and `dataset` has the file's columns and hash; the very file that was learned from is none.
    Predicting says which column is not there, where loading would put the model aside for the lack of it.
    """
    if not state["runs"] or dataset["sha256"] == state["dataset"]["sha256"]:
        return False
    run, names = state["runs"][-1], {column["name"] for column in dataset["columns"]}
    return run["target"] not in names and 2 * len(names.intersection(run["features"])) > len(run["features"])


def with_its_name(words: str, name: str) -> str:
    """Gives the words that came with a file with its name in them, where they are about it: “do the same with this table”, “all the same again”."""
    places = list(_THE_FILE.finditer(words))
    if places:
        return f"{words[: places[-1].start()]}{name}{words[places[-1].end() :]}"
    return f"{words} with {name}" if _ONCE_MORE.search(words) else words
