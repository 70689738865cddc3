"""The one path that every door uses: words, buttons, forms and REST calls become turns of a session."""

from __future__ import annotations

import contextlib
from typing import Any

from assistant.playground import OWNER, Playground
from assistant.router.context import RouterContext
from assistant.router.route import route
from assistant.suggestions import suggest
from assistant.turns import blank_turn, error_turn, turn_of
from engine.jobs import ChildLost, Crashed, OutOfMemory, TimedOut
from engine.samples import SAMPLES
from engine.store import (
    NotFound,
    add_export,
    add_turn,
    create_job,
    create_session,
    delete_session,
    get_session,
    latest_job_of_session,
    list_datasets,
    list_sessions,
    list_turns,
    rename_session,
    update_session,
)
from tools.base import UserError
from tools.call import error_of
from tools.catalog import find_tool
from tools.experiment import empty_document

Turn = dict[str, Any]
State = dict[str, Any]
QUICK_SECONDS = 120.0
SLOW_SECONDS = 3600.0
EMPTY_STATE: State = {"dataset": None, "sources": [], "target": None, "task": None, "positive": None, "split": None, "steps": [], "runs": [], "findings": [], "acknowledged": [], "looks": 0}


def start_session(app: Playground, owner: str = OWNER, session_id: str | None = None) -> str:
    """Starts a session, or finds the one that has this id already; returns its id."""
    if session_id:
        with contextlib.suppress(NotFound):
            return str(get_session(app.store, owner, session_id)["id"])
    session = create_session(app.store, owner, id=session_id)
    return str(session["id"])


def sessions(app: Playground, owner: str = OWNER) -> list[dict[str, Any]]:
    """Lists the owner's sessions, latest first."""
    rows = list_sessions(app.store, owner)
    return [{key: row[key] for key in ("id", "name", "created", "updated")} for row in rows]


def rename(app: Playground, session_id: str, name: str) -> None:
    """Names a session."""
    rename_session(app.store, OWNER, session_id, name)


def delete(app: Playground, session_id: str) -> None:
    """Deletes a session with its turns and files; what runs for it is stopped first."""
    job = running_job(app, session_id)
    if job:
        app.runner.cancel(job["id"])
    delete_session(app.store, OWNER, session_id)


def state(app: Playground, session_id: str) -> State:
    """Gives a session's state as the contract has it, with its name, its mode and the job that runs."""
    session = get_session(app.store, OWNER, session_id)
    known = session["experiment"] or {}
    held = known.get("state") or EMPTY_STATE
    job = running_job(app, session_id)
    document = known.get("document") or empty_document()
    shown = {key: job[key] for key in ("id", "tool", "progress", "message")} if job else None
    return {
        **held,
        "id": session_id,
        "name": session["name"],
        "mode": session["mode"],
        "suggestions": suggest(held, session["dismissed"] or ()),
        "job": shown,
        "can_undo": len(document["steps"]) > 1,
        "can_redo": bool(document["redo"]),
    }


def turns(app: Playground, session_id: str) -> list[Turn]:
    """Lists all turns of a session, in order, as they were shown."""
    rows = list_turns(app.store, OWNER, session_id)
    return [{**row["body"], "number": row["number"], "said": row["said"], "at": row["at"]} for row in rows]


def welcome(app: Playground) -> Turn:
    """The first screen: what this is, and three ways in."""
    turn = blank_turn("done")
    turn["blocks"] = [{"type": "text", "markdown": "Bring a table, say what you want to know, and download code that repeats every number."}]
    turn["suggestions"] = [
        {
            "label": sample.title,
            "reason": sample.description,
            "call": {"tool": "load_data", "args": {"source": sample.name}},
            "detail": {"title": sample.title, "about": sample.description, "rows": sample.rows, "columns": sample.columns, "task": sample.task},
        }
        for sample in SAMPLES
    ] + [{"label": "What can you do?", "reason": "with examples", "call": {"tool": "help", "args": {}}}]
    return turn


def routed(app: Playground, session_id: str | None, text: str) -> dict[str, Any]:
    """Routes a text in a session's context; nothing is carried out."""
    if session_id is None:
        return dict(route(text, RouterContext()))
    session = get_session(app.store, OWNER, session_id)
    held = (session["experiment"] or {}).get("state") or EMPTY_STATE
    return dict(route(text, context_of(held, session["last"] or [], session["pending"])))


def context_of(held: State, last: list[dict[str, Any]], pending: dict[str, Any] | None) -> RouterContext:
    """What the router may look at."""
    columns = [*((held["dataset"] or {}).get("columns", [])), *held["sources"]]
    question = pending if pending and pending.get("question") else None
    return RouterContext(
        columns=columns,
        target=held["target"],
        task=held["task"],
        steps=held["steps"],
        runs=[run["model"] for run in held["runs"]],
        last=last,
        pending=question,
    )


def reply(app: Playground, session_id: str, text: str) -> Turn:
    """Answers what a person said: routes it, carries out what was understood, or asks."""
    with app.locks[session_id]:
        answer = routed(app, session_id, text)
        if answer["status"] == "act":
            return _carry_out(app, session_id, answer["calls"], said=text)
        turn = blank_turn(answer["status"])
        turn |= {"question": answer["question"], "options": answer["options"]}
        if answer["status"] == "unknown":
            words = answer["question"] or "I did not understand that. This is what I can do here:"
            turn["blocks"] = [{"type": "text", "markdown": words}]
        pending = {"question": answer["question"] or "", "options": answer["options"]} if answer["options"] else None
        _save(app, session_id, pending=pending)
        return _stored(app, session_id, turn, text)


def perform(
    app: Playground,
    session_id: str,
    call: dict[str, Any],
    label: str | None = None,
    key: str | None = None,
    said: str | None = None,
) -> Turn:
    """Carries out one call, of a button, a form or a program; the same key gives the same turn again."""
    with app.locks[session_id]:
        if key:
            for turn in turns(app, session_id):
                if turn.get("key") == key:
                    return turn
        return _carry_out(app, session_id, [call], said=said or label, key=key)


def form(app: Playground, session_id: str, tool: str, values: dict[str, Any] | None = None) -> Turn:
    """Gives the form of a tool, with the columns of the data in it."""
    from assistant.forms import form_block

    turn = blank_turn("done")
    try:
        turn["blocks"] = [form_block(find_tool(tool), values or {}, state(app, session_id))]
    except UserError as error:
        return error_turn(error_of(error))
    return turn


def options(app: Playground, session_id: str, stage: str | None = None) -> Turn:
    """Lists what can be done now, as the tool list_options says; it is not a turn of the conversation."""
    call = {"tool": "list_options", "args": {"stage": stage} if stage else {}}
    return turn_of(_ask(app, session_id, call, None))


def upload(app: Playground, owner: str, path: Any, filename: str) -> dict[str, Any]:
    """Takes a file in as a dataset; raises Refusal where it is no table."""
    from assistant.uploads import take_in

    return take_in(app, owner, path, filename)


def cancel(app: Playground, job_id: str) -> None:
    """Stops a job."""
    app.runner.cancel(job_id)


def running_job(app: Playground, session_id: str) -> dict[str, Any] | None:
    """Gives the job of a session that is queued or running."""
    job = latest_job_of_session(app.store, OWNER, session_id)
    return job if job and job["status"] in {"queued", "running"} else None


def job_ended(app: Playground, job: dict[str, Any]) -> None:
    """Shows what a job came to, as a turn of its session, and goes on with what was said after it."""
    session_id = job["session_id"]
    if not session_id or (job["payload"] or {}).get("waited_for"):
        return
    with app.locks[session_id]:
        try:
            waiting = (get_session(app.store, OWNER, session_id)["pending"] or {}).get("then", [])
        except NotFound:
            return
        result = job["result"] or {}
        if job["status"] == "done" and result.get("status") == "done":
            turn = _kept(app, session_id, result, None, [])
        else:
            turn = error_turn(job["error"] or {"code": job["status"], "message": _ending(job), "hint": "The steps before it are kept."})
            turn["suggestions"] = state(app, session_id)["suggestions"]
        _save(app, session_id, pending=None)
        stored = _stored(app, session_id, turn, None)
        app.events.publish(session_id, {"type": "turn", "turn": stored})
        if waiting and turn["status"] == "done":
            following = _carry_out(app, session_id, waiting, said=None)
            app.events.publish(session_id, {"type": "turn", "turn": following})


def _ending(job: dict[str, Any]) -> str:
    return "Stopped, as you said." if job["status"] == "cancelled" else job["message"] or "It ended without a result."


def _carry_out(app: Playground, session_id: str, calls: list[dict[str, Any]], said: str | None, key: str | None = None) -> Turn:
    """Carries out calls in order, in one turn; what follows a long one waits for it."""
    whole = blank_turn("done")
    whole["key"] = key
    for place, call in enumerate(calls):
        special = _about_jobs(app, session_id, call)
        result = special or _one(app, session_id, call, said)
        turn = turn_of(result) if special else _kept(app, session_id, result, said, calls[place + 1 :])
        whole["calls"] += turn["calls"]
        whole["blocks"] += turn["blocks"]
        for field in ("status", "job_id", "question", "options", "error", "suggestions"):
            whole[field] = turn[field]
        if turn["status"] != "done":
            break
    if whole["status"] == "error":
        held = state(app, session_id)
        whole["suggestions"] = held["suggestions"]
    last = whole["calls"] if whole["status"] in {"done", "running"} else None
    pending = {"question": whole["question"], "options": whole["options"]} if whole["status"] == "ask" else None
    if whole["status"] != "running":
        _save(app, session_id, pending=pending, **({"last": last} if last else {}))
    return _stored(app, session_id, whole, said)


def _one(app: Playground, session_id: str, call: dict[str, Any], said: str | None) -> dict[str, Any]:
    """Carries out one call where it belongs: on the desk, or in a child of its own that is waited for."""
    try:
        tool = find_tool(call["tool"])
    except UserError as error:
        return {"status": "error", "error": error_of(error)}
    if (tool.records or tool.edits or tool.expands) and running_job(app, session_id):
        return {"status": "error", "error": {"code": "busy", "message": "A training is running, and the steps it works on cannot be changed meanwhile.", "hint": "Wait for it, or say “cancel”.", "call": {"tool": "cancel", "args": {}}}}
    if not tool.slow:
        return _ask(app, session_id, call, said)
    payload = _payload(app, session_id, call, said) | {"waited_for": True}
    job = create_job(app.store, OWNER, tool=tool.name, call=call, payload=payload, session_id=session_id)
    app.runner.ring()
    job = app.runner.wait(job["id"], SLOW_SECONDS)
    if job["status"] == "done":
        return dict(job["result"])
    return {"status": "error", "error": job["error"] or {"code": job["status"], "message": _ending(job), "hint": ""}}


def _ask(app: Playground, session_id: str, call: dict[str, Any], said: str | None) -> dict[str, Any]:
    """Asks the desk; a child that was lost or took too long is an error in words."""
    try:
        return app.desk.ask(_payload(app, session_id, call, said), QUICK_SECONDS)
    except (TimedOut, ChildLost, OutOfMemory, Crashed) as failure:
        return {"status": "error", "error": {"code": failure.code, "message": failure.message, "hint": failure.hint}}


def _payload(app: Playground, session_id: str, call: dict[str, Any], said: str | None) -> dict[str, Any]:
    session = get_session(app.store, OWNER, session_id)
    uploads = {row["id"]: {key: row[key] for key in ("name", "sha256", "bytes")} for row in list_datasets(app.store, OWNER)}
    known = {"id": session_id, "name": session["name"], "uploads": uploads}
    if call["tool"] == "export":
        known["turns"] = turns(app, session_id)
    document = (session["experiment"] or {}).get("document") or empty_document()
    return {"home": str(app.home), "experiment": document, "call": call, "said": said, "mode": "now", "session": known}


def _kept(app: Playground, session_id: str, result: dict[str, Any], said: str | None, then: list[dict[str, Any]]) -> Turn:
    """Keeps what a call changed, registers its files, and queues the job that it asks for."""
    turn = turn_of(result)
    if result["status"] in {"done", "queue"} and result.get("changed"):
        _save(app, session_id, experiment={"document": result["experiment"], "state": result["state"]})
    if result.get("state"):
        session = get_session(app.store, OWNER, session_id)
        turn["suggestions"] = suggest(result["state"], session["dismissed"] or ())
    for file in result.get("files") or ():
        export = add_export(app.store, OWNER, session_id, **{key: file[key] for key in ("name", "path", "bytes", "sha256")})
        turn["blocks"].append({"type": "file", "name": file["name"], "url": f"/api/v1/exports/{export['id']}", "bytes": file["bytes"], "verified": True})
    if result["status"] == "queue":
        call = result["job_call"]
        payload = _payload(app, session_id, call, said) | {"mode": "job"}
        job = create_job(app.store, OWNER, tool=call["tool"], call=call, payload=payload, session_id=session_id)
        _save(app, session_id, pending={"then": then} if then else None)
        turn |= {"status": "running", "job_id": job["id"], "calls": [*turn["calls"], call], "suggestions": []}
        app.runner.ring()
    return turn


def _about_jobs(app: Playground, session_id: str, call: dict[str, Any]) -> dict[str, Any] | None:
    """Asking after the running job, and stopping it, are answered here: only this process knows the jobs."""
    if call.get("tool") not in {"job_status", "cancel"}:
        return None
    job = running_job(app, session_id)
    if job is None:
        return None
    said = f"{job['tool'].replace('_', ' ')}: {job['progress']:.0%} — {job['message']}"
    if call["tool"] == "cancel":
        app.runner.cancel(job["id"])
        said = "I am stopping it; the steps before it are kept."
    return {"status": "done", "calls": [call], "said": said, "blocks": []}


def _save(app: Playground, session_id: str, **changes: Any) -> None:
    session = get_session(app.store, OWNER, session_id)
    update_session(app.store, OWNER, session_id, session["version"], **changes)


def _stored(app: Playground, session_id: str, turn: Turn, said: str | None) -> Turn:
    """Adds the turn to the conversation; the first one that loads data names the session."""
    row = add_turn(app.store, OWNER, session_id, said=said, body=turn, job_id=turn["job_id"])
    session = get_session(app.store, OWNER, session_id)
    document = (session["experiment"] or {}).get("document") or {}
    if not session["name"] and document.get("dataset"):
        rename_session(app.store, OWNER, session_id, document["dataset"]["name"])
    app.events.publish(session_id, {"type": "state"})
    return {**turn, "number": row["number"], "said": said, "at": row["at"]}


