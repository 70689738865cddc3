"""What an export is made from: one run, the steps that lead to it, its data, and what was said."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd

from codegen.layout import one_line
from engine.compiled import Compiled
from engine.errors import Refusal
from engine.operations import Apply, Operation, Read, Set, Train

COPIED_BYTES = 50 * 1024 * 1024


@dataclass
class Material:
    """Everything that generated files say; nothing else is looked up.

    `operations` holds what each step was planned into, by the step's number or in the order of the steps. `said` in a step is the user's own sentence.
    """

    compiled: Compiled
    read: Read
    features: list[str]
    steps: Sequence[Mapping[str, Any]]
    operations: Mapping[int, Sequence[Operation]] | Sequence[Sequence[Operation]]
    run: Mapping[str, Any] | None
    dataset: Mapping[str, Any]
    raw_path: Path
    columns: Sequence[Mapping[str, Any]] = ()
    turns: Sequence[Mapping[str, Any]] = ()
    acknowledged: Sequence[Any] = ()
    looks: int = 0
    project_name: str = "experiment"
    runs: Sequence[Mapping[str, Any]] = ()
    """All runs that stand, for the report."""
    findings: Sequence[Mapping[str, Any]] = ()
    """What the health report found and nobody has dismissed; `answered` where steps have answered it."""
    prepared: pd.DataFrame | None = None
    """The table as it stands after all steps."""
    model: Any = None
    """The fitted pipeline of the run, where a format needs it."""

    @property
    def trained(self) -> Mapping[str, Any]:
        """The run that the code repeats. Raises Refusal where nothing was trained."""
        if self.run is None:
            raise Refusal("no_run", "There is no trained model whose numbers the code could repeat.", "Train one first.")
        return self.run

    @property
    def numbers(self) -> dict[str, Any]:
        """The numbers that the code must repeat: the run's metrics by part, and by fold where it was judged on folds."""
        folds = (self.trained.get("cross_validation") or {}).get("scores", ()) if self.compiled.cross_validation else ()
        return {**self.trained["metrics"], **{f"fold {number}": scores for number, scores in enumerate(folds, start=1)}}

    @cached_property
    def planned(self) -> dict[int, Sequence[Operation]]:
        """What each step was planned into, by the step's number."""
        if isinstance(self.operations, Mapping):
            return dict(self.operations)
        return dict(enumerate(self.operations, start=1))

    @cached_property
    def raw(self) -> pd.DataFrame:
        """The table as the recorded reading gives it."""
        frame: pd.DataFrame = self.read.function(str(self.raw_path), **self.read.arguments)
        return frame

    @property
    def supervised(self) -> bool:
        """Whether there is a column to predict."""
        return self.compiled.target is not None

    @property
    def data_name(self) -> str:
        """A harmless name for the copy of the data, with the ending of the file as it was uploaded."""
        return safe_name(str(self.dataset.get("name") or self.raw_path.name), "data")

    @property
    def copies_data(self) -> bool:
        """Whether the data go into the project."""
        return self.raw_path.stat().st_size <= COPIED_BYTES

    @cached_property
    def feature_calls(self) -> list[tuple[Apply, Apply]]:
        """The calls that make the features of new records, each with the call of the steps that it comes from.

        None that choose rows or serve other columns are among them.
        """
        return self._traced[0]

    @cached_property
    def inputs(self) -> dict[str, str]:
        """The raw columns that a prediction needs, with their types."""
        needed = self._traced[1]
        return {str(name): str(dtype) for name, dtype in self.raw.dtypes.items() if name in needed}

    @cached_property
    def _traced(self) -> tuple[list[tuple[Apply, Apply]], set[str]]:
        needed = set(self.features)
        calls: list[tuple[Apply, Apply]] = []
        for call in reversed(self.compiled.calls):
            if call.selects_rows or not needed & set(call.writes):
                continue
            narrowed = _narrowed(call, needed)
            calls.insert(0, (narrowed, call))
            needed = (needed - set(narrowed.writes)) | set(narrowed.reads)
        return calls, needed

    def comment_of(self, operation: Operation) -> str | None:
        """Says in one line which step an operation comes from, and the words in which it was asked for."""
        step = self._origins.get(id(operation))
        return self.step_line(step) if step else None

    @cached_property
    def _origins(self) -> dict[int, Mapping[str, Any]]:
        """The step that each operation comes from, by its identity; an ensemble's members repeat the first steps."""
        placed = [(item, step) for step in self.steps for item in self.planned.get(step["number"], ())]
        origins = {id(item): step for item, step in placed}
        for item, _ in placed:
            for _, operations in item.members if isinstance(item, Train) else ():
                for twin, (original, step) in zip(operations, placed, strict=False):
                    if type(twin) is not type(original):
                        break
                    origins.setdefault(id(twin), step)
        return origins

    def comment_of_setting(self, *fields: str) -> list[str]:
        """Says in one line each which steps settled these fields."""
        return [
            self.step_line(step)
            for step in self.steps
            if any(isinstance(item, Set) and item.field in fields for item in self.planned.get(step["number"], ()))
        ]

    def step_line(self, step: Mapping[str, Any]) -> str:
        """Names a step in one line: its number, its title, and the words in which it was asked for."""
        said = one_line(step.get("said") or "")
        title = one_line(step.get("title") or step["tool"])
        return f"{step['number']}. {title}" + (f" — “{said}”" if said else "")


def _narrowed(call: Apply, needed: set[str]) -> Apply:
    """A call that treats its columns one by one is made for the needed ones alone: new records may lack the others."""
    columns = call.arguments.get("columns")
    if isinstance(columns, list) and set(columns) == set(call.writes) == set(call.reads):
        kept = [name for name in columns if name in needed]
        return Apply(call.function, {**call.arguments, "columns": kept}, reads=tuple(kept), writes=tuple(kept))
    names = call.arguments.get("names")
    if isinstance(names, Mapping) and set(names.values()) == set(call.writes):
        kept_names = {old: new for old, new in names.items() if new in needed}
        return Apply(
            call.function, {**call.arguments, "names": kept_names}, reads=tuple(kept_names), writes=tuple(kept_names.values())
        )
    return call


def safe_name(name: str, fallback: str) -> str:
    """Makes a file name of letters, digits, dots and dashes only."""
    plain = re.sub(r"[^A-Za-z0-9._-]+", "_", name.replace("\\", "/").rpartition("/")[2]).strip("._-")
    return plain[-80:].lstrip("._-") or fallback
