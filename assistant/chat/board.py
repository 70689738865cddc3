"""The side panel: a session's state as its data, numbered steps, runs and running job."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assistant.chat.view import Json, element, identity
from tools.model.judged_by import leader, scores_on
from tools.model.outdated import outdated_words

MAIN_SCORES = ("roc_auc", "accuracy", "r2", "rmse", "silhouette", "anomaly_rate")
SHOWN_RUNS = 12
LONGEST_NAME = 24


def board_element(session_id: str, state: Json) -> Json:
    """Makes the element that carries the panel's content; it is drawn nowhere, the panel reads it."""
    return element(session_id, identity(session_id, "board"), f"board-{session_id}", "Experiment", board_props(state))


def panel_element(session_id: str) -> Json:
    """Makes the panel itself; a browser that gets it opens it.

    Its properties never change: Chainlit closes a side panel when any element changes, unless there is one that is
    meant for the side and is still the same.
    """
    panel_id = identity(session_id, "panel")
    props = {"live": identity(session_id, "board")}
    return element(session_id, panel_id, f"panel-{session_id}", "Experiment", props) | {"display": "side"}


def board_props(state: Json) -> Json:
    """Says what the panel shows of a session's state."""
    dataset = state.get("dataset")
    return {
        "experiment": state.get("experiment") or "",
        "dataset": _dataset(dataset) if dataset else None,
        "target": state.get("target"),
        "task": state.get("task"),
        "steps": [
            {key: step.get(key) for key in ("number", "tool", "args", "title")} for step in state.get("steps") or []
        ],
        "runs": _runs(state),
        "job": state.get("job"),
        "can_undo": state.get("can_undo", bool(state.get("steps"))),
        "can_redo": state.get("can_redo", True),
    }


def example(state: Json) -> str:
    """Writes something that could be said as the experiment stands."""
    if not state.get("dataset"):
        return "load the penguins"
    if state.get("runs"):
        return "explain the model"
    if state.get("target"):
        return "train a random forest"
    if state.get("task"):
        return "train k-means" if state["task"] == "clustering" else "train an isolation forest"
    offered = [step["call"]["args"]["column"] for step in state.get("suggestions") or [] if step["call"]["tool"] == "set_target"]
    plain = [name for name in offered if len(name) <= LONGEST_NAME and name.isprintable()]
    return f"predict {plain[0]}" if plain else "check the data"


def _dataset(dataset: Json) -> Json:
    columns = dataset.get("columns") or []
    kinds: dict[str, int] = {}
    for column in columns:
        kinds[column["kind"]] = kinds.get(column["kind"], 0) + 1
    return {"name": dataset.get("name"), "rows": dataset.get("rows"), "columns": len(columns), "kinds": kinds}


def _runs(state: Json) -> list[Json]:
    """The latest runs, and the best one always: each with the score that ranks it, or where none does with its main one."""
    runs = state.get("runs") or []
    best, metric, part, scores = leader(state.get("steps") or [], runs)
    shown = [run for run in runs[:-SHOWN_RUNS] if run is best] + runs[-SHOWN_RUNS:]
    ranked = {number: {"metric": metric, "score": score, "part": part} for number, score in scores.items()}
    return [_run(run, metric) | ranked.get(run["number"], {}) | {"best": run is best} for run in shown]


def _run(run: Json, metric: str) -> Json:
    # A score on test rows is shown only where somebody has looked at it.
    for part in ("validation", "folds", "test", "train") if run.get("looks") else ("validation", "folds", "train"):
        score = _main_score(scores_on(run, part), metric)
        if score:
            return _run_line(run) | {"metric": score[0], "score": score[1], "part": part}
    return _run_line(run)


def _run_line(run: Json) -> Json:
    return {"id": run.get("id"), "number": run.get("number"), "model": run.get("label") or run.get("model"), "name": run.get("name"), "outdated": outdated_words(run, short=True)}


def _main_score(metrics: Mapping[str, Any], first: str) -> tuple[str, float] | None:
    for name in (first, *MAIN_SCORES, *metrics):
        value = metrics.get(name)
        if isinstance(value, int | float):
            return name, value
    return None
