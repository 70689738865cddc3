"""Training and asking after models, for programs that do not chat; a run in the making goes by its job's id."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Response

from assistant import conversation
from assistant.api.bodies import Args, Key
from assistant.api.deps import App
from assistant.api.jobs import looked_up
from assistant.api.thin import Turn, called, find_run, session_of_dataset
from assistant.playground import OWNER
from engine.errors import Refusal
from engine.store import TERMINAL, NotFound, get_job

router = APIRouter(prefix="/api/v1", tags=["models"])


@router.post("/models/{dataset_id}/train", status_code=202)
def train(app: App, dataset_id: str, args: Args, key: Key = None) -> dict[str, Any]:
    """Trains a model: the arguments of the tool train, and with "target" what to predict."""
    session = session_of_dataset(app, dataset_id)
    wanted = dict(args)
    target = wanted.pop("target", None)
    with app.lock(session):  # the same request sent twice must not come between the two calls
        if target is not None and conversation.state(app, session)["target"] != target:
            called(app, session, "set_target", {"column": target})
        return _queued(called(app, session, "train", wanted, key))


@router.get("/models/{run_id}/status")
def status(app: App, run_id: str) -> dict[str, Any]:
    """Says how far a run is."""
    try:
        return looked_up(app, run_id)
    except NotFound:
        find_run(app, run_id)
        return {"id": run_id, "status": "done", "progress": 1.0, "message": "Done", "error": None}


@router.get("/models/{run_id}/results")
def results(app: App, run_id: str) -> dict[str, Any]:
    """Gives a run with its parameters and metrics."""
    return _run_of(app, run_id)


@router.delete("/models/{run_id}", status_code=204)
def remove(app: App, run_id: str) -> Response:
    """Stops a run in the making; one that is done goes with the step that made it, and the steps after that are replayed."""
    try:
        unfinished = get_job(app.store, OWNER, run_id)["status"] not in TERMINAL
    except NotFound:
        unfinished = False
    if unfinished:
        app.runner.cancel(run_id)
    else:
        session, run = find_run(app, _run_of(app, run_id)["id"])
        called(app, session, "remove_step", {"step": run["step"]})
    return Response(status_code=204)


@router.post("/hyperparameter-tuning/{run_id}/tune", status_code=202)
def tune(app: App, run_id: str, args: Args, key: Key = None) -> dict[str, Any]:
    """Tunes the model of a run: the arguments of the tool tune."""
    run = _run_of(app, run_id)
    session, _ = find_run(app, run["id"])
    turn = called(app, session, "tune", {"model": run["model"], **args}, key)
    return {"tune_id": turn["job_id"], "job_id": turn["job_id"], "turn": turn}


@router.get("/hyperparameter-tuning/{tune_id}/status")
def tuning_status(app: App, tune_id: str) -> dict[str, Any]:
    """Says how far a search is."""
    return looked_up(app, tune_id)


@router.get("/hyperparameter-tuning/{tune_id}/results")
def tuning_results(app: App, tune_id: str) -> dict[str, Any]:
    """Gives what a search found, as the blocks that the chat shows."""
    job = _ended(app, tune_id)
    return {key: job["result"][key] for key in ("said", "blocks", "calls")}


@router.post("/hyperparameter-tuning/{tune_id}/apply", status_code=202)
def tuning_apply(app: App, tune_id: str, args: Args | None = None, key: Key = None) -> dict[str, Any]:
    """Trains with what a search found: the arguments of the tool apply_tuning."""
    return _queued(called(app, _ended(app, tune_id)["session_id"], "apply_tuning", args or {}, key))


def _queued(turn: Turn) -> dict[str, Any]:
    """Names the run by its job, as it has no id of its own before it is trained."""
    return {"run_id": turn["job_id"], "job_id": turn["job_id"], "turn": turn}


def _run_of(app: App, run_id: str) -> dict[str, Any]:
    try:
        job = _ended(app, run_id)
    except NotFound:
        return find_run(app, run_id)[1]
    runs = job["result"]["state"]["runs"]
    if not runs:
        raise Refusal("not_found", "This job made no run.", "Ask for its results where it was started.")
    return dict(runs[-1])


def _ended(app: App, job_id: str) -> dict[str, Any]:
    shown = looked_up(app, job_id)
    if shown["status"] in {"queued", "running"}:
        raise Refusal("busy", f"This is still {shown['status']} ({shown['progress']:.0%}).", "Ask for its status, and then again.")
    if shown["status"] != "done":
        error = shown["error"] or {"code": shown["status"], "message": "This was stopped.", "hint": "Start it again."}
        raise Refusal(**{key: error[key] for key in ("code", "message", "hint")})
    job = get_job(app.store, OWNER, job_id)
    if not isinstance(job["result"], dict):
        raise Refusal("damaged", "The result of this job cannot be read any more.", "Start it again.")
    return job
