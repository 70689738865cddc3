"""What the thin routes share: a dataset's own session, and calls in it."""

from __future__ import annotations

from typing import Any

from fastapi.responses import JSONResponse

from assistant import conversation
from assistant.errors import error_response
from assistant.playground import OWNER, Playground
from engine.errors import Refusal
from engine.store import get_dataset, list_sessions

Turn = dict[str, Any]
NAME = "Programs: "


def session_of_dataset(app: Playground, dataset_id: str) -> str:
    """Gives the session in which programs work on a dataset; the first call makes it and loads the data."""
    dataset = get_dataset(app.store, OWNER, dataset_id)
    identifier = f"dataset-{dataset['id']}"
    with app.lock(identifier):
        conversation.start_session(app, OWNER, session_id=identifier)
        if conversation.state(app, identifier)["dataset"] is None:
            conversation.rename(app, identifier, f"{NAME}{dataset['name']}")
            turn = conversation.perform(app, identifier, {"tool": "load_data", "args": {"source": dataset_id}})
            if turn["status"] == "error":
                raise Refusal(**{key: turn["error"][key] for key in ("code", "message", "hint")})
    return identifier


def called(app: Playground, session_id: str, tool: str, args: dict[str, Any]) -> Turn | JSONResponse:
    """Makes a call and gives its turn, or the error with the status that fits."""
    turn = conversation.perform(app, session_id, {"tool": tool, "args": args})
    return error_response(turn["error"], **turn) if turn["status"] == "error" else turn


def find_run(app: Playground, run_id: str) -> tuple[str, dict[str, Any]]:
    """Finds a run by its id in all sessions: the session's id and the run; raises Refusal where there is none."""
    for session in list_sessions(app.store, OWNER):
        held = (session["experiment"] or {}).get("state") or {}
        for run in held.get("runs") or []:
            if run["id"] == run_id:
                return session["id"], run
    raise Refusal("not_found", "There is no such run.", "It may have been undone; list the runs of the session.")
