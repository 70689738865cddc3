"""What the thin routes share: a dataset's own session, and calls in it."""

from __future__ import annotations

from typing import Any

from assistant import conversation
from assistant.errors import CallFailed
from assistant.playground import OWNER, Playground
from engine.errors import Refusal
from engine.store import get_dataset, list_sessions
from tools.catalog import TOOLS

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
            called(app, identifier, "load_data", {"source": dataset_id})
    return identifier


def called(app: Playground, session_id: str, tool: str, args: dict[str, Any], key: str | None = None) -> Turn:
    """Makes a call and gives its turn; raises CallFailed where it was not carried out or must be asked about first."""
    if not any(known.name == tool for known in TOOLS):
        raise Refusal("not_available", f"The tool “{tool}” is not part of this version.", "GET /api/v1/tools lists those that are.")
    turn = conversation.perform(app, session_id, {"tool": tool, "args": args}, key=key)
    if turn["status"] == "ask":
        way_on = {"call": turn["options"][0]["call"]} if turn["options"] else {}
        hint = "Make one of the calls under “options” first, then this one again."
        turn = {**turn, "error": {"code": "question", "message": turn["question"], "hint": hint, **way_on}}
    if turn["error"]:
        raise CallFailed(turn)
    return turn


def find_run(app: Playground, run_id: str) -> tuple[str, dict[str, Any]]:
    """Finds a run by its id in all sessions: the session's id and the run; raises Refusal where there is none."""
    for session in list_sessions(app.store, OWNER):
        held = (session["experiment"] or {}).get("state") or {}
        for run in held.get("runs") or []:
            if run["id"] == run_id:
                return session["id"], run
    raise Refusal("not_found", "There is no such run.", "It may have been undone; list the runs of the session.")
