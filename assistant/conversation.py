"""The one path that every door uses: words, buttons, forms and REST calls become turns of a session."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.brought import holds_new_records, with_its_name
from assistant.markdown import escape_markdown
from assistant.playground import OWNER, Playground
from assistant.sessions import (
    delete,
    dismiss,
    held_document,
    held_state,
    rename,
    reopened,
    running_job,
    sessions,
    start_session,
    state,
    turns,
    welcome,
)
from assistant.suggestions import after_error
from assistant.turns import Turn, blank_turn, error_turn, turn_of
from assistant.work import Call, ending_of, keep, result_of, stop
from engine.errors import Refusal
from engine.store import NotFound, add_turn, get_job, get_session
from tools.base import UserError
from tools.call import error_of
from tools.catalog import TOOLS, find_tool
from tools.pipeline.experiments import name_of

if TYPE_CHECKING:
    from assistant.router.context import RouterContext

__all__ = [
    "cancel",
    "delete",
    "dismiss",
    "form",
    "in_words",
    "job_ended",
    "options",
    "perform",
    "purpose_of",
    "rename",
    "reopened",
    "reply",
    "routed",
    "sessions",
    "start_session",
    "state",
    "turns",
    "upload",
    "welcome",
]
LONGEST_SAID = 280
SPOKEN_OF = frozenset(["drop_columns", "acknowledge"])
"""Tools whose offers come with a notice about a column, which “it” then means."""
NOT_UNDERSTOOD = "I did not understand that. This is what I can do here:"


def reply(app: Playground, session_id: str, text: str, key: str | None = None) -> Turn:
    """Answers what a person said: routes it, carries out what was understood, or asks.

    The same key gives the same turn again.
    """
    with app.lock(session_id):
        if key and (before := _answered_before(app, session_id, key, {"text": text})):
            return before
        if blocks := _about_itself(app, session_id, text):
            return _stored(app, session_id, blank_turn("done") | {"blocks": blocks} | _once(key, {"text": text}), text)
        answer = routed(app, session_id, text)
        noted = [{"type": "text", "markdown": escape_markdown(answer["note"])}] if "note" in answer else []
        if answer["status"] == "act":
            return _carry_out(app, session_id, answer["calls"], said=text, words=text, once=_once(key, {"text": text}), noted=noted)
        turn = blank_turn(answer["status"]) | _once(key, {"text": text}) | {"blocks": noted}
        turn |= {"question": answer["question"], "options": [_confirming(entry) for entry in answer["options"]]}
        if answer["status"] == "unknown":
            turn["blocks"] = [*noted, {"type": "text", "markdown": answer["question"] or NOT_UNDERSTOOD}]
            turn["suggestions"] = state(app, session_id)["suggestions"]
        return _stored(app, session_id, turn, text)


def perform(
    app: Playground,
    session_id: str,
    call: Call,
    label: str | None = None,
    key: str | None = None,
    said: str | None = None,
) -> Turn:
    """Carries out one call, of a button, a form or a program; the same key gives the same turn again."""
    with app.lock(session_id):
        if key and (before := _answered_before(app, session_id, key, call)):
            return before
        return _carry_out(app, session_id, [call], said=said or label, words=said, once=_once(key, call))


def _once(key: str | None, asked: dict[str, Any]) -> dict[str, str]:
    """Gives what a turn keeps so that the same request, sent twice, is carried out once."""
    if not key:
        return {}
    return {"key": key, "asked": hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()}


def _answered_before(app: Playground, session_id: str, key: str, asked: dict[str, Any]) -> Turn | None:
    """Gives the turn that this key was answered with; raises Refusal where the key came with another request."""
    known = next((turn for turn in turns(app, session_id) if turn.get("key") == key), None)
    if known and known.get("asked") not in {None, _once(key, asked)["asked"]}:
        raise Refusal("key_reused", "This Idempotency-Key came with another request before.", "Take a new key for each request.")
    return known


def routed(app: Playground, session_id: str | None, text: str) -> dict[str, Any]:
    """Routes a text in a session's context; nothing is carried out. `note` says what a language model had to do with it, where one was asked."""
    from assistant.router import RouterContext, llm
    from assistant.router.llm_request import Settings

    context = _context(get_session(app.store, OWNER, session_id)) if session_id else RouterContext()
    answer, note = llm.understand(text, context, Settings.from_environment())
    return dict(answer) | ({"note": note} if note else {})


def _about_itself(app: Playground, session_id: str, text: str) -> list[dict[str, Any]]:
    """Answers what was understood, and what a language model would be sent; empty where the text asks neither."""
    from assistant import explaining

    if explaining.asks_for_reading(text):
        return explaining.told_reading(turns(app, session_id), _context(get_session(app.store, OWNER, session_id)))
    if explaining.asks_what_is_sent(text):
        return explaining.told_what_is_sent(_context(get_session(app.store, OWNER, session_id)))
    return []


def _confirming(entry: dict[str, Any]) -> dict[str, Any]:
    """The router has asked already: choosing a call that takes work back confirms it."""
    tool = next((tool for tool in TOOLS if tool.name == entry["call"]["tool"]), None)
    if tool is None or not tool.destroys or "confirmed" not in tool.Arguments.model_fields:
        return entry
    return {**entry, "call": {"tool": tool.name, "args": {**entry["call"]["args"], "confirmed": True}}}


def form(app: Playground, session_id: str, tool: str, values: dict[str, Any] | None = None) -> Turn:
    """Gives the form of a tool, with the columns of the data in it; it is not a turn of the conversation."""
    from assistant.forms import form_block, tables

    turn = blank_turn("done")
    try:
        turn["blocks"] = [form_block(find_tool(tool), values or {}, state(app, session_id), tables(app.store, OWNER))]
    except UserError as error:
        return error_turn(error_of(error))
    return turn


def in_words(call: dict[str, Any]) -> str:
    """Writes a call as a person would say it; a tool that is not known is refused where it is carried out."""
    from assistant.router.asking.labels import label

    try:
        return label(call)[:LONGEST_SAID]
    except UserError:
        return str(call["tool"])[:LONGEST_SAID]


def options(app: Playground, session_id: str, stage: str | None = None) -> Turn:
    """Lists what can be done now, as the tool list_options says; it is not a turn of the conversation."""
    call = {"tool": "list_options", "args": {"stage": stage} if stage else {}}
    return turn_of(result_of(app, session_id, call, None))


def upload(app: Playground, owner: str, path: Path | str, filename: str) -> dict[str, Any]:
    """Takes a file in as a dataset; raises Refusal where it is no table."""
    from assistant.uploads import take_in

    return take_in(app, owner, Path(path), filename)


def purpose_of(app: Playground, session_id: str, dataset: dict[str, Any], words: str) -> tuple[Call, bool]:
    """Gives the call that takes up a file, and whether it answers the words that came with the file as well.

    Records that the latest model can predict for are predicted for, as loading them would put the model aside; words
    that ask to load them win.
    """
    load = {"tool": "load_data", "args": {"source": dataset["id"]}}
    again = _same_steps(app, session_id, dataset, words)
    if again:
        return again, True
    if not holds_new_records(dataset, held_state(get_session(app.store, OWNER, session_id))):
        return load, False
    asked = routed(app, session_id, words)["calls"] if words else []
    if asked and asked[0]["tool"] == "load_data":
        return load, False
    return {"tool": "predict", "args": {"source": dataset["id"]}}, not asked or find_tool(asked[0]["tool"]).stage == "evaluate"


def _same_steps(app: Playground, session_id: str, dataset: dict[str, Any], words: str) -> Call | None:
    """Gives the call that carries out the steps on the file as well, where the words want that; loading it would put them aside."""
    if not words or not held_state(get_session(app.store, OWNER, session_id))["steps"]:
        return None
    calls = routed(app, session_id, with_its_name(words, dataset["name"]))["calls"]
    return {"tool": "apply_pipeline", "args": {"source": dataset["id"]}} if [call["tool"] for call in calls] == ["apply_pipeline"] else None


def cancel(app: Playground, job_id: str) -> None:
    """Stops a job; what it has done is kept, where its tool can keep it."""
    stop(app, get_job(app.store, OWNER, job_id))


def job_ended(app: Playground, job: dict[str, Any]) -> None:
    """Shows what a job came to, as a turn of its session, and goes on with what was said after it."""
    session_id = job["session_id"]
    if not session_id or (job["payload"] or {}).get("waited_for"):
        return
    with app.lock(session_id):
        try:
            pending = get_session(app.store, OWNER, session_id)["pending"] or {}
        except NotFound:  # deleted while the job was being stopped: there is nobody to tell
            return
        waiting, words = pending.get("then") or [], pending.get("words")
        waiting = [] if job["status"] == "cancelled" else waiting
        if job["result"]:
            turn = keep(app, session_id, job["result"], job["payload"].get("said"))
        elif job["status"] == "cancelled":
            turn = blank_turn("done")
            words = f"Stopped: {job['tool'].replace('_', ' ')}. The steps before it are kept."
            turn["blocks"] = [{"type": "text", "markdown": words}]
        else:
            turn = error_turn(_not_done(ending_of(job), waiting))
        if not turn["suggestions"]:
            turn["suggestions"] = state(app, session_id)["suggestions"]
        stored = _stored(app, session_id, turn, None, waits=False)
        app.events.publish(session_id, {"type": "turn", "turn": stored, "job_id": job["id"]})
        if waiting and turn["status"] == "done":
            following = _carry_out(app, session_id, waiting, said=None, words=words, once={})
            app.events.publish(session_id, {"type": "turn", "turn": following})


def _context(session: dict[str, Any]) -> RouterContext:
    """What the router may look at."""
    from assistant.router import RouterContext

    held, pending = held_state(session), session["pending"] or {}
    question = {key: pending[key] for key in ("question", "options")} if pending.get("options") else None
    before = pending.get("before") or {}
    columns = [*((held["dataset"] or {}).get("columns", [])), *held["sources"]]
    return RouterContext(
        columns=[entry | {"values": before["values"]} if entry["name"] == before.get("column") else entry for entry in columns],
        target=held["target"],
        task=held["task"],
        steps=held["steps"],
        runs=[run["model"] for run in held["runs"]],
        last=[_as_asked(call) for call in session["last"] or []],
        experiments=[name_of(other) for other in held_document(session).get("others", [])],
        pending=question,
        offered=pending.get("offered") or [],
        refused=bool(pending.get("refused")),
    )


def _as_asked(call: Call) -> Call:
    """Leaves out what a tool found and filled in: what is asked for anew with a change is to be found anew."""
    tool = next((tool for tool in TOOLS if tool.name == call["tool"]), None)
    return {**call, "args": {name: value for name, value in call["args"].items() if tool is None or name not in tool.found}}


def _carry_out(
    app: Playground, session_id: str, calls: list[Call], said: str | None, words: str | None, once: dict[str, str], noted: Sequence[dict[str, Any]] = ()
) -> Turn:
    """Carries out calls in order, in one turn that begins with what is to be noted; what follows a long one waits for it, and an error ends it."""
    whole = blank_turn("done") | once | {"blocks": [*noted]}
    left: list[Call] = []
    refused: list[Call] = []
    before = (held_state(get_session(app.store, OWNER, session_id))["dataset"] or {}).get("columns", [])
    for place, call in enumerate(calls):
        left = calls[place + 1 :]
        turn = keep(app, session_id, result_of(app, session_id, call, words), words)
        whole["calls"] += turn["calls"]
        whole["blocks"] += turn["blocks"]
        for field in ("status", "job_id", "question", "options", "error"):
            whole[field] = turn[field]
        whole["suggestions"] = turn["suggestions"] or whole["suggestions"]
        if turn["status"] != "done":
            break
    if whole["status"] == "error":
        refused = [call]
        whole["error"] = _not_done(whole["error"], left)
        whole["suggestions"] = after_error(whole["error"], state(app, session_id)["suggestions"])
    if whole["status"] == "running":
        whole["suggestions"], whole["waiting"] = [], left
        waiting = {"then": left, "words": words}
        return _stored(app, session_id, whole, said, pending=waiting, last=whole["calls"])
    return _stored(app, session_id, whole, said, refused=refused, before=before)


def _not_done(error: dict[str, Any], left: list[Call]) -> dict[str, Any]:
    """Says which of the things that were asked for together were not done because of this."""
    if not left:
        return error
    names = ", ".join(call["tool"].replace("_", " ") for call in left)
    return {**error, "hint": f"{error['hint']} Not done after it: {names}.".strip()}


def _remembered(app: Playground, session: dict[str, Any], turn: Turn, waits: bool, refused: Sequence[Call], before: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Gives what the next message may refer to: the question asked, the calls made or refused, and what was offered.

    What waits for a running job goes on waiting.
    """
    pending = session["pending"] or {}
    kept = {key: pending[key] for key in ("then", "words") if waits and pending.get("then")}
    if kept and not running_job(app, session["id"]):
        kept = {}
    # What is merely offered waits for no answer: a "yes" must not pick one of several mends.
    asked = {"question": turn["question"], "options": turn["options"]} if turn["question"] and turn["options"] else {}
    offered = [entry["call"] for entry in (*([] if asked else turn["options"]), *turn["suggestions"]) if entry["call"]["tool"] in SPOKEN_OF]
    beside: dict[str, Any] = ({"offered": offered} if offered else {}) | ({"refused": True} if refused else {})
    kept_by = turn["calls"][-1]["args"].get("column") if turn["calls"] and turn["calls"][-1]["tool"] == "filter_rows" else None
    values = next((entry.get("values") for entry in before if entry["name"] == kept_by), None)
    beside |= {"before": {"column": kept_by, "values": values}} if values else {}  # “no, sea” names rows that just went
    changes: dict[str, Any] = {"pending": kept | asked | beside or None}
    if refused or (turn["status"] == "done" and turn["calls"]):
        changes["last"] = [*turn["calls"], *refused]
    return changes


def _stored(
    app: Playground, session_id: str, turn: Turn, said: str | None, waits: bool = True, refused: Sequence[Call] = (), before: Sequence[dict[str, Any]] = (), **changes: Any
) -> Turn:
    """Adds the turn to the conversation with what is to be remembered; the first one that loads data names the session."""
    session = get_session(app.store, OWNER, session_id)
    changes = changes or _remembered(app, session, turn, waits, refused, before)
    dataset = held_document(session)["dataset"]
    if not session["name"] and dataset:
        changes["name"] = dataset["name"]
    row = add_turn(
        app.store, OWNER, session_id, said=said, body=turn, job_id=turn["job_id"], session_changes=changes
    )
    app.events.publish(session_id, {"type": "state"})
    return {**turn, "number": row["number"], "said": said, "at": row["at"]}
