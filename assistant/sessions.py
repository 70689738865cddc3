"""Sessions as every door shows them: starting, listing, their state, their turns, the first screen."""

from __future__ import annotations

import contextlib
from typing import Any

from assistant.playground import OWNER, Playground
from assistant.suggestions import dismissal, resumed, suggest
from assistant.turns import Turn, blank_turn
from engine.samples import SAMPLES
from engine.store import (
    Exists,
    NotFound,
    create_session,
    delete_session,
    get_session,
    list_headings,
    list_turns,
    list_unfinished_jobs,
    rename_session,
    update_session,
)
from tools.experiment import empty_document
from tools.pipeline.past import undone

State = dict[str, Any]
LONGEST_MEMORY = 200
EMPTY_STATE: State = {
    "dataset": None,
    "untransformed": [],
    "sources": [],
    "target": None,
    "task": None,
    "positive": None,
    "split": None,
    "steps": [],
    "runs": [],
    "findings": [],
    "acknowledged": [],
    "looks": 0,
    "tour": False,
    "experiment": "",
    "experiments": [],
    "exported": [],
    "left_out": [],
}


def start_session(app: Playground, owner: str = OWNER, session_id: str | None = None) -> str:
    """Starts a session, or finds the one that has this id already; returns its id.

    Two may ask for the same id at once, as a browser does with its first message: both get the one session.
    """
    if session_id is None:
        return str(create_session(app.store, owner)["id"])
    with contextlib.suppress(NotFound):
        return str(get_session(app.store, owner, session_id)["id"])
    with contextlib.suppress(Exists):
        return str(create_session(app.store, owner, id=session_id)["id"])
    return str(get_session(app.store, owner, session_id)["id"])


def sessions(app: Playground, owner: str = OWNER, limit: int | None = None, offset: int = 0) -> list[dict[str, Any]]:
    """Lists the owner's sessions, latest first; all, or a page of them."""
    return list_headings(app.store, owner, limit, offset)


def rename(app: Playground, session_id: str, name: str) -> None:
    """Names a session."""
    rename_session(app.store, OWNER, session_id, name)


def delete(app: Playground, session_id: str) -> None:
    """Deletes a session with its turns and files; what runs for it is stopped first."""
    get_session(app.store, OWNER, session_id)
    for job in list_unfinished_jobs(app.store, session_id=session_id):
        app.runner.cancel(job["id"])
    delete_session(app.store, OWNER, session_id)


def state(app: Playground, session_id: str) -> State:
    """Gives a session's state as the contract has it, with its name, its mode and the job that runs."""
    session = get_session(app.store, OWNER, session_id)
    held, document = held_state(session), held_document(session)
    job = running_job(app, session_id)
    return {
        **held,
        "id": session_id,
        "name": session["name"],
        "mode": session["mode"],
        "suggestions": suggest(held | {"job": job}, session["dismissed"] or ()),
        "job": {key: job[key] for key in ("id", "tool", "progress", "message")} if job else None,
        "can_undo": bool(document["steps"]) and undone(document) is not None,
        "can_redo": bool(document["redo"]),
    }


def dismiss(app: Playground, session_id: str, call: dict[str, Any]) -> list[dict[str, Any]]:
    """Waves an offered step off; after the second time it is not offered until the steps change. Gives what is left."""
    with app.lock(session_id):
        session = get_session(app.store, OWNER, session_id)
        kept = [*(session["dismissed"] or ()), dismissal(held_state(session), call)][-LONGEST_MEMORY:]
        save(app, session_id, dismissed=kept)
    return list(state(app, session_id)["suggestions"])


def reopened(app: Playground, session_id: str) -> list[dict[str, Any]]:
    """Lists what a conversation that is opened again begins with: the best next step, and where things stand."""
    known = state(app, session_id)
    return resumed(known, known["suggestions"])


def held_state(session: dict[str, Any]) -> State:
    """Gives the experiment's state as it was after the latest change."""
    known = session["experiment"] or {}
    return known.get("state") or EMPTY_STATE


def held_document(session: dict[str, Any]) -> dict[str, Any]:
    """Gives the experiment's document."""
    known = session["experiment"] or {}
    return known.get("document") or empty_document()


def turns(app: Playground, session_id: str) -> list[Turn]:
    """Lists all turns of a session, in order, as they were shown."""
    rows = list_turns(app.store, OWNER, session_id)
    return [{**row["body"], "number": row["number"], "said": row["said"], "at": row["at"]} for row in rows]


def running_job(app: Playground, session_id: str) -> dict[str, Any] | None:
    """Gives the job of a session that is queued or running."""
    unfinished = list_unfinished_jobs(app.store, session_id=session_id)
    return unfinished[-1] if unfinished else None


def save(app: Playground, session_id: str, **changes: Any) -> None:
    """Changes a session; called under its lock, so nobody changes it in between."""
    version = get_session(app.store, OWNER, session_id)["version"]
    update_session(app.store, OWNER, session_id, version, **changes)


def welcome(app: Playground) -> Turn:
    """The first screen: what this is, and the ways in."""
    turn = blank_turn("done")
    sentence = "Bring a table, say what you want to know, and download code that repeats every number."
    turn["blocks"] = [{"type": "text", "markdown": sentence}]
    turn["suggestions"] = [
        {
            "label": sample.title,
            "reason": sample.description,
            "call": {"tool": "load_data", "args": {"source": sample.name}},
            "detail": {
                "title": sample.title,
                "about": sample.description,
                "rows": sample.rows,
                "columns": sample.columns,
                "task": sample.task,
            },
        }
        for sample in SAMPLES
    ]
    turn["suggestions"] += [
        {"label": "Take the tour", "reason": "3 minutes, 1 finished model and its code", "call": {"tool": "tour", "args": {}}},
        {"label": "What can you do?", "reason": "with examples", "call": {"tool": "help", "args": {}}},
    ]
    return turn
