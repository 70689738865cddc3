"""One session's experiment as a tool sees it: the dataset, the steps, the runs, and the table as it stands.

The document is plain JSON: `{"dataset", "steps", "edits", "redo", "runs", "results", "looks", "name"}`. Everything else here
is computed from it, and cached by the hash of the steps that lead to it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.models import label_of
from tools.base import ToolCall, UserError

if TYPE_CHECKING:
    import pandas as pd

    from engine.compiled import Compiled
    from engine.snapshot import Snapshot

Document = dict[str, Any]
Step = dict[str, Any]
Run = dict[str, Any]


def empty_document() -> Document:
    """Makes the document of an experiment in which nothing has been done."""
    return {"dataset": None, "steps": [], "edits": [], "redo": [], "runs": [], "results": [], "others": [], "looks": {}, "name": ""}


def steps_key(steps: Sequence[Step]) -> str:
    """Hashes steps into the name of what they lead to: equal steps on equal data give equal results.

    The first step names the dataset's bytes by their hash, so the key covers the data too.
    """
    content = [[step["tool"], step["args"], step.get("sha256", "")] for step in steps]
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:24]


def more_looks(one: Mapping[str, int], other: Mapping[str, int]) -> dict[str, int]:
    """Joins two counts of looks at the test rows of runs, where both go on from the same count."""
    return {run: max(one.get(run, 0), other.get(run, 0)) for run in {**one, **other}}


def training_step(call: ToolCall, step: Step) -> Step:
    """Writes one of the trainings that a step stands for as a step of its own."""
    title = f"Train {label_of(call.args['model'])}"
    return {"tool": call.tool, "args": call.args, "title": title, "said": step.get("said")}


class Experiment:
    """What a tool may look at. It is a value: tools make a new one and never change this one."""

    def __init__(self, document: Mapping[str, Any], home: Path, session: Mapping[str, Any] | None = None) -> None:
        self.document: Document = {**empty_document(), **document}
        self.home = home
        self.session = dict(session or {})
        """What a tool may know of the conversation: uploaded datasets, the transcript for an export."""

    def with_document(self, **changes: Any) -> Experiment:
        """Returns the experiment with parts of its document replaced."""
        return Experiment({**self.document, **changes}, self.home, self.session)

    @property
    def steps(self) -> list[Step]:
        """The recorded steps, in order."""
        return list(self.document["steps"])

    @cached_property
    def key(self) -> str:
        """The hash of the steps."""
        return steps_key(self.steps)

    @property
    def acknowledged(self) -> list[dict[str, Any]]:
        """The warnings that were dismissed, in order: which, for what columns or run, in what words, and why."""
        return [
            {key: step["args"].get(key) for key in ("finding", "columns", "run", "found", "reason")}
            for step in self.steps
            if step["tool"] == "acknowledge"
        ]

    @property
    def looks(self) -> int:
        """How often somebody looked at scores of test rows, in copies of this experiment too: each look makes them a little too rosy."""
        whole: dict[str, int] = {}
        for document in (self.document, *self.document["others"]):
            if (document["dataset"] or {}).get("id") == (self.document["dataset"] or {}).get("id"):
                whole = more_looks(whole, document["looks"])
        return sum(whole.values())

    @property
    def dataset(self) -> dict[str, Any] | None:
        """The dataset that the first step loaded: id, name and hash."""
        return self.document["dataset"] if self.steps else None

    @property
    def runs(self) -> list[Run]:
        """The runs that belong to the steps as they are now, oldest first; undone ones are left out.

        Where a run was cross-validated, its `cross_validation` holds the latest result: mean, sd and the folds' scores.
        `looks` counts the looks at its test rows; `outdated` holds the step that changed rows, split or target since.
        """
        return [run | {"looks": self.document["looks"].get(run["id"], 0)} for run in self._runs]

    @cached_property
    def _runs(self) -> list[Run]:
        judged = {result["run"]: result for result in self.results if result["kind"] == "cross_validation"}
        return [
            run | {"outdated": self._moved_since(run)} | ({"cross_validation": judged[run["key"]]} if run["key"] in judged else {})
            for run in self.document["runs"]
            if run["key"] in self._lines
        ]

    def _moved_since(self, run: Run) -> dict[str, Any] | None:
        """Finds the first step after a run's training that changed what is judged, so that later scores are of other rows."""
        for number, step in enumerate(self.steps[run["step"] :], start=run["step"] + 1):
            if step.get("moves"):
                return {"step": number, "title": step["title"], "changed": step["moves"]}
        return None

    @property
    def results(self) -> list[dict[str, Any]]:
        """What was found out beside runs, such as scores on folds; what belongs to undone steps is left out."""
        return [result for result in self.document["results"] if result["key"] in self._lines]

    @cached_property
    def _lines(self) -> dict[str, list[Step]]:
        """The lines of steps that lead to what can be seen now, by their hash.

        A step that compares models stands for several trainings: each is a line of its own, as if it alone stood there,
        but for the last, which is the model that the step leaves behind.
        """
        from tools.catalog import find_tool

        lines: dict[str, list[Step]] = {}
        for count, step in enumerate(self.steps, start=1):
            upto = self.steps[:count]
            lines[steps_key(upto)] = upto
            tool = find_tool(step["tool"])
            trained = [[*upto[:-1], training_step(call, step)] for call in tool.trainings(tool.Arguments.model_validate(step["args"]))]
            lines |= {steps_key(line): line for line in trained}
            if trained:
                lines[steps_key(trained[-1])] = upto
        return lines

    @cached_property
    def snapshot(self) -> Snapshot:
        """The table as it stands after all steps."""
        from tools.history import snapshot_of

        return snapshot_of(self)

    @property
    def compiled(self) -> Compiled:
        """All steps, compiled."""
        return self.snapshot.compiled

    @cached_property
    def columns(self) -> dict[str, dict[str, Any]]:
        """The schema of the table as it stands now, by name."""
        return {entry["name"]: entry for entry in self.snapshot.columns}

    @cached_property
    def sources(self) -> dict[str, dict[str, Any]]:
        """The schema of the table before learned steps, by name."""
        return {entry["name"]: entry for entry in self.snapshot.sources}

    @property
    def view(self) -> pd.DataFrame:
        """The table as it stands now, learned steps included."""
        return self.snapshot.view

    @property
    def frame(self) -> pd.DataFrame:
        """The table before learned steps: what models are trained from."""
        return self.snapshot.frame

    @property
    def target(self) -> str | None:
        """The column to predict."""
        return self.compiled.target

    @property
    def task(self) -> str | None:
        """The task; None while undecided."""
        return self.compiled.task

    @property
    def split(self) -> Mapping[str, Any] | None:
        """The declared split."""
        return self.compiled.split

    @property
    def features(self) -> list[str]:
        """The frame's feature columns, as models are given them."""
        return self.compiled.features(self.frame.columns)

    def feature_columns(self) -> list[dict[str, Any]]:
        """Lists the columns of the view that models learn from: no target, no ids, and only what was chosen or made of that."""
        chosen = self.compiled.fields.get("features")
        left_out = set(self.sources) - set(self.features) if chosen is not None else set()
        return [
            entry
            for entry in self.snapshot.columns
            if entry["name"] != self.target and entry["kind"] != "id" and entry["name"] not in left_out and not entry.get("left_out")
        ]

    def table_with(self, *names: str | None) -> tuple[pd.DataFrame, list[dict[str, Any]]]:
        """Gives the table and schema in which all these columns are found: as it stands, else as before learned steps.

        A person who has encoded `Sex` may still ask for a plot by `Sex`.
        """
        wanted = [name for name in names if name]
        if all(name in self.columns for name in wanted):
            return self.view, list(self.snapshot.columns)
        if all(name in self.sources for name in wanted):
            return self.frame, list(self.snapshot.sources)
        combined = self.frame.join(self.view[[c for c in self.view.columns if c not in self.frame.columns]])
        entries = {**self.columns, **self.sources}
        return combined, [entries[name] for name in combined.columns if name in entries]

    def run(self, reference: str | int | None = None, argument: str = "run") -> Run:
        """Finds a run by its number, id or name, or as “best” the one that leads; left out, the latest."""
        runs = self.runs
        if not runs:
            example = {"clustering": "find groups with k-means", "anomaly_detection": "train an isolation forest"}.get(str(self.task), "train a random forest")
            raise UserError("no_run", "There is no trained model yet.", f"Train one first, for example: {example}.", ToolCall(tool="list_models"))
        if reference is None:
            return runs[-1]
        wanted = str(reference).strip().casefold().removeprefix("run").strip(" #")
        if wanted == "best" and not any((run.get("name") or "").casefold() == wanted for run in runs):
            from tools.model.judged_by import number_of_the_best

            wanted = str(number_of_the_best(self.steps, runs))
        for run in reversed(runs):
            if wanted in {str(run["number"]), run["id"].casefold(), (run.get("name") or "").casefold(), run["model"]}:
                return run
        raise _unknown_run(str(reference), runs, str(self.task), argument)

    def experiment_at(self, run: Run) -> Experiment:
        """Gives the experiment as it stood when this run was trained."""
        if run["key"] not in self._lines:
            raise UserError("unknown_run", f"Run {run['number']} belongs to steps that were undone.", "Redo them first.")
        return self.with_document(steps=self._lines[run["key"]])

    def judged_at(self, run: Run) -> Experiment:
        """Gives the experiment as it stood when this run was trained, with the steps after it that only judge it."""
        from tools.catalog import find_tool

        then = self.experiment_at(run)
        line = list(then.steps)
        for step in self.steps[len(line) :] if line == self.steps[: len(line)] else ():
            if not find_tool(step["tool"]).judges:
                break
            line.append(step)
        return self.with_document(steps=line)

    def model(self, run: Run) -> Any:
        """Loads the fitted estimator of a run."""
        from engine.artifacts import load_model

        return load_model(self.home, run)


def _unknown_run(reference: str, runs: list[Run], task: str, argument: str) -> UserError:
    """Says which runs there are; where a model is named that was not trained, training it is offered."""
    from engine.models import models_for

    known = ", ".join(f"{run['number']} ({run['label']})" for run in runs)
    untrained = next((model for model in models_for(task) if model.id == reference.strip().casefold()), None)
    if untrained is None:
        return UserError("unknown_run", f"There is no run “{reference}”.", f"The runs are: {known}.", argument=argument)
    call = ToolCall(tool="train", args={"model": untrained.id})
    return UserError("unknown_run", f"The {untrained.label} model was not trained yet.", f"Train it first. The runs are: {known}.", call, argument)
