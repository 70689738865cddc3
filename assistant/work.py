"""Carries out one call where it belongs, and keeps what came of it."""

from __future__ import annotations

import shutil
import uuid
from pathlib import Path
from typing import Any

from assistant.onboarding import explained
from assistant.playground import OWNER, Playground
from assistant.sessions import held_document, held_state, running_job, save, turns
from assistant.suggestions import suggest
from assistant.turns import Turn, turn_of
from engine.errors import Refusal
from engine.store import add_export, create_job, get_session, list_files
from tools.base import Tool, ToolCall, UserError
from tools.call import error_of
from tools.catalog import find_tool
from tools.experiment import more_looks
from tools.state import findings_key

Call = dict[str, Any]
Result = dict[str, Any]
QUICK_SECONDS = 120.0
SLOW_SECONDS = 3600.0
LIST_SAMPLES = ToolCall(tool="list_samples")


def result_of(app: Playground, session_id: str, call: Call, words: str | None) -> Result:
    """Carries out one call: on the desk, or in a child of its own that is waited for; a failure comes in words."""
    try:
        tool = find_tool(call["tool"])
        if tool.name in {"job_status", "cancel"}:
            about = _about_jobs(app, session_id, call)
            if about is not None:
                return about
        if (tool.records or tool.edits or tool.expands) and running_job(app, session_id):
            return {"status": "error", "error": _busy()}
        asked = payload_of(app, session_id, call, words)
        return _waited_for(app, session_id, tool, asked) if tool.takes_long(call["args"]) else _whole(app.desk.ask(asked, QUICK_SECONDS))
    except Refusal as refusal:
        return {"status": "error", "error": error_of(refusal)}


def payload_of(app: Playground, session_id: str, call: Call, words: str | None) -> dict[str, Any]:
    """Writes what a child needs to carry out a call."""
    session = get_session(app.store, OWNER, session_id)
    known: dict[str, Any] = {"id": session_id, "name": session["name"], "uploads": list_files(app.store, OWNER)}
    if call["tool"] == "export":
        known["turns"] = turns(app, session_id)
    document = held_document(session)
    if document["steps"]:
        known["findings"] = {"key": findings_key(document), "found": held_state(session)["findings"]}
    held = _owned(document["dataset"])
    if held and held not in known["uploads"] and "dataset" in find_tool(call["tool"]).requires:
        raise UserError("data_deleted", "The data of this experiment was deleted.", "Load it again, or start with other data.", LIST_SAMPLES)
    return {"home": str(app.home), "experiment": document, "call": call, "said": words, "mode": "now", "session": known}


def keep(app: Playground, session_id: str, result: Result, words: str | None) -> Turn:
    """Keeps what a call changed, registers its files, queues the job that it asks for; gives the turn to show."""
    turn = turn_of(result)
    if result.get("state"):
        session = get_session(app.store, OWNER, session_id)
        known, made = held_document(session), result["experiment"]
        if known["dataset"] == made["dataset"]:
            # A look that was counted while a job ran is not lost with the job's result, which began before it.
            made["looks"] = more_looks(known["looks"], made["looks"])
        held = {"document": result["experiment"], "state": result["state"]}
        if result["status"] in {"done", "queue"} and result.get("changed") and held != session["experiment"]:
            save(app, session_id, experiment=held, dataset_id=_owned(result["experiment"]["dataset"]))
        turn["suggestions"] = suggest(result["state"], session["dismissed"] or (), result.get("calls") or ())
    if result.get("state"):
        _explain(app, session_id, result, turn)
    turn["blocks"] += _file_blocks(app, session_id, result.get("files") or [])
    if result["status"] == "queue":
        try:
            return turn | _queued(app, session_id, result["job_call"], turn, words)
        except Refusal as refusal:
            return turn | {"status": "error", "error": error_of(refusal)}
    return turn


def _explain(app: Playground, session_id: str, result: Result, turn: Turn) -> None:
    """Adds what is worth a sentence the first time that it comes in this session."""
    session = get_session(app.store, OWNER, session_id)
    before = list(session["explained"] or ())
    blocks, moments = explained(result, before, session["mode"])
    if moments:
        save(app, session_id, explained=[*before, *moments])
        turn["blocks"] += blocks


def _owned(dataset: dict[str, Any] | None) -> str | None:
    """A sample belongs to nobody, so only an upload is recorded as the session's."""
    return str(dataset["id"]) if dataset and not dataset["id"].startswith("sample-") else None


def ending_of(job: dict[str, Any]) -> dict[str, Any]:
    """Says as an error why a job ended without a result."""
    if job["error"]:
        return dict(job["error"])
    if job["status"] == "cancelled":
        return {"code": "cancelled", "message": "It was stopped.", "hint": "The steps before it are kept."}
    return {"code": job["status"], "message": "This ended without a result.", "hint": "Try it once more."}


def _queued(app: Playground, session_id: str, call: Call, turn: Turn, words: str | None) -> dict[str, Any]:
    payload = payload_of(app, session_id, call, words) | {"mode": "job"}
    job = create_job(app.store, OWNER, tool=call["tool"], call=call, payload=payload, session_id=session_id)
    app.runner.ring()
    return {"status": "running", "job_id": job["id"], "calls": [*turn["calls"], call], "suggestions": []}


def _whole(answer: dict[str, Any]) -> Result:
    """Children hand an error over alone; here it becomes a result like the others."""
    return answer if "status" in answer else {"status": "error", "error": answer["error"]}


def _waited_for(app: Playground, session_id: str, tool: Tool, asked: dict[str, Any]) -> Result:
    job = create_job(
        app.store, OWNER, tool=tool.name, call=asked["call"], payload=asked | {"waited_for": True}, session_id=session_id
    )
    app.runner.start_at_once(job["id"])
    job = app.runner.wait(job["id"], SLOW_SECONDS)
    return dict(job["result"]) if job["status"] == "done" else {"status": "error", "error": ending_of(job)}


def _about_jobs(app: Playground, session_id: str, call: Call) -> Result | None:
    """Asking after the running job, and stopping it, are answered here: only this process knows the jobs."""
    job = running_job(app, session_id)
    if job is None:
        return None
    said = f"{job['tool'].replace('_', ' ').capitalize()}: {job['progress']:.0%}. {job['message']}"
    if call["tool"] == "cancel":
        save(app, session_id, pending=None)
        stop(app, job)
        said = "It stops, and what is done by now is kept." if find_tool(job["tool"]).keeps else "It is stopped."
    return {"status": "done", "calls": [call], "said": said, "blocks": []}


def stop(app: Playground, job: dict[str, Any]) -> None:
    """Stops a job; one whose tool keeps what is done ends with that, unless it is asked to stop a second time."""
    if not (find_tool(job["tool"]).keeps and app.runner.stop_early(job["id"])):
        app.runner.cancel(job["id"])


def _file_blocks(app: Playground, session_id: str, files: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Moves files that were made for download to their place, records them, and gives their blocks."""
    blocks = []
    for file in files:
        identifier = uuid.uuid4().hex
        folder = app.store.export_folder(identifier)
        folder.mkdir(parents=True)
        made = Path(file["path"])
        path = shutil.move(made, folder / made.name)
        facts = {key: file[key] for key in ("name", "bytes", "sha256")}
        add_export(app.store, OWNER, session_id, id=identifier, path=str(path), **facts)
        told = {key: file[key] for key in ("verified", "note") if file.get(key)}
        blocks.append({"type": "file", "name": file["name"], "url": f"/api/v1/exports/{identifier}", "bytes": file["bytes"], **told})
    for folder in {Path(file["path"]).parent for file in files}:
        shutil.rmtree(folder)
    return blocks


def _busy() -> dict[str, Any]:
    return {
        "code": "busy",
        "message": "Work is running here, and the steps that it works on cannot be changed meanwhile.",
        "hint": "Wait for it, or say “cancel”.",
        "call": {"tool": "cancel", "args": {}},
    }
