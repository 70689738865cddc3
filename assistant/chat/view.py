"""Turns of the conversation as what Chainlit draws: message steps and elements, as plain dictionaries.

The same dictionaries are sent live and handed out when a conversation is reopened, under ids made from the session and
the turn's number; so a reload shows what was there, and showing a turn twice shows it once.
"""

from __future__ import annotations

import json
import re
import uuid
from dataclasses import dataclass, field
from typing import Any

from assistant.chat import plots
from assistant.markdown import without_pictures
from assistant.router.asking.labels import label

NAME = "AI-Playground"
SPACE = uuid.UUID("5d0a2d2c-6a53-4c0f-9a3e-1f2f4b0a7c11")
SHOWN_ROWS = 50
SHOWN_CHARACTERS = 500
NEXT_STEPS = 4
IN_WORDS = re.compile(r"\s*\(More: “[^”]*”\.\)$")
"""How a door without buttons says where to read more; here a button does."""

Turn = dict[str, Any]
Json = dict[str, Any]


@dataclass
class Picture:
    """What to draw: messages, and the elements that stand in them."""

    steps: list[Json] = field(default_factory=list)
    elements: list[Json] = field(default_factory=list)

    def add(self, other: Picture) -> None:
        """Draws another picture below this one."""
        self.steps.extend(other.steps)
        self.elements.extend(other.elements)


def identity(session_id: str, *parts: object) -> str:
    """Makes the id of something in a session, the same every time."""
    return str(uuid.uuid5(SPACE, "/".join([session_id, *map(str, parts)])))


def step(session_id: str, step_id: str, output: str, at: str | None = None, *, user: bool = False) -> Json:
    """Makes one message, of the user or of the assistant."""
    return {
        "id": step_id,
        "threadId": session_id,
        "parentId": None,
        "name": "You" if user else NAME,
        "type": "user_message" if user else "assistant_message",
        "input": "",
        "output": output,
        "createdAt": at or "",
        "start": at,
        "end": at,
        "streaming": False,
        "isError": False,
        "metadata": {},
        "showInput": False,
        "language": None,
    }


def element(session_id: str, element_id: str, step_id: str, name: str, props: Json) -> Json:
    """Makes one of our own elements; `name` is the file in public/elements that draws it."""
    return {
        "id": element_id,
        "threadId": session_id,
        "forId": step_id,
        "type": "custom",
        "name": name,
        "display": "inline",
        "mime": "application/json",
        "url": None,
        "chainlitKey": None,
        "props": props | {"id": element_id, "message": step_id, "session": session_id},
    }


def said(session_id: str, turn: Turn) -> Picture:
    """Draws what the user said or clicked, where the turn has that."""
    if not turn.get("said"):
        return Picture()
    step_id = identity(session_id, turn.get("number"), "said")
    return Picture([step(session_id, step_id, str(turn["said"]), turn.get("at"), user=True)])


def answer(session_id: str, turn: Turn, job: Json | None = None, later: Turn | None = None) -> Picture:
    """Draws the assistant's answer of one turn.

    `job` is the session's running job, so that its progress is drawn where it was started; `later` is the turn that
    followed, so that what was used then is drawn as used.
    """
    number = turn.get("number")
    key = number if number is not None else uuid.uuid4()
    step_id = identity(session_id, key, "answer")
    blocks = turn.get("blocks") or []
    text, rest = _opening(turn, blocks)
    drawn = _Drawing(session_id, str(key), step_id, text)
    for index, block in sorted(rest, key=lambda each: each[1].get("type") != "file"):  # what was asked for comes first
        drawn.block(block, index, number, later)
    suggestions = turn.get("suggestions") or []
    if turn.get("error"):
        error, mend = turn["error"], turn["error"].get("call")
        same = [offer["label"] for offer in suggestions if mend and _plain(offer["call"]) == _plain(mend)]
        drawn.add("Problem", {"error": error | {"label": error.get("label") or (same[0] if same else label(mend))} if mend else error})
    beside = any(block.get("findings") for block in blocks)  # then each finding has its own buttons
    if turn.get("options") and not beside:
        drawn.add("Choices", {"options": _offers(turn["options"], later, step_id)})
    if turn.get("status") == "running" and turn.get("job_id"):
        drawn.progress(turn["job_id"], job)
    lists_all = any(block.get("type") == "options" for block in blocks)
    if turn.get("status") in {"done", "error"} and not lists_all:
        there = [] if beside else [option["call"] for option in turn.get("options") or [] if option.get("call")]
        there += [turn["error"]["call"]] if (turn.get("error") or {}).get("call") else []
        other = [offer for offer in suggestions if _plain(offer["call"]) not in [_plain(call) for call in there]]
        offers = _offers(other[:NEXT_STEPS], later, step_id)
        drawn.add("NextSteps", {"suggestions": offers})
    return Picture([step(session_id, step_id, text, turn.get("at"))], drawn.elements)


def history(session_id: str, turns: list[Turn], state: Json) -> Picture:
    """Draws a whole conversation, as it is reopened."""
    picture = Picture()
    for position, turn in enumerate(turns):
        later = turns[position + 1] if position + 1 < len(turns) else None
        picture.add(said(session_id, turn))
        picture.add(answer(session_id, turn, state.get("job"), later))
    return picture


def progress(session_id: str, job_id: str, props: Json) -> Json:
    """Makes the element that carries a job's progress to every bar that shows it; it is drawn nowhere itself."""
    element_id = identity(session_id, job_id, "live")
    return element(session_id, element_id, f"live-{job_id}", "Progress", props | {"job_id": job_id})


def _opening(turn: Turn, blocks: list[Json]) -> tuple[str, list[tuple[int, Json]]]:
    """Splits the first text, which is the message itself, from the blocks that stand below it."""
    rest = list(enumerate(blocks))
    parts = []
    first = rest[0][1] if rest else {}
    if first.get("type") == "text" and not first.get("more") and not first.get("findings"):
        parts.append(without_pictures(rest.pop(0)[1]["markdown"]))
    question = turn.get("question")
    if question and question not in " ".join(parts):
        parts.append(without_pictures(question))
    return "\n\n".join(parts), rest


def _offers(suggestions: list[Json], later: Turn | None, step_id: str) -> list[Json]:
    """Says what buttons do; two clicks on one offer of an answer have the same key, so it is carried out once."""
    used = [_plain(call) for call in (later or {}).get("calls") or []]
    return [
        {
            "label": str(offer.get("label", "")),
            "reason": str(offer.get("reason") or ""),
            "call": _plain(offer["call"]),
            "used": _plain(offer["call"]) in used,
            "key": identity(step_id, json.dumps(_plain(offer["call"]), sort_keys=True)),
        }
        for offer in suggestions
        if offer.get("call")
    ]


def _findings(groups: list[Json], later: Turn | None, step_id: str) -> list[Json]:
    """Says what the health report found, each finding with the buttons that answer it."""
    return [
        group | {"findings": [finding | {"calls": _offers(finding["calls"], later, step_id)} for finding in group["findings"]]}
        for group in groups
    ]


def _plain(call: Json) -> Json:
    return {"tool": call["tool"], "args": call.get("args") or {}}


class _Drawing:
    """Collects the elements of one message, in order."""

    def __init__(self, session_id: str, key: str, step_id: str, said: str) -> None:
        self.session_id = session_id
        self.said = said
        self.key = key
        self.step_id = step_id
        self.elements: list[Json] = []

    def add(self, name: str, props: Json) -> None:
        """Puts an element below those there are."""
        element_id = identity(self.session_id, self.key, len(self.elements), name)
        self.elements.append(element(self.session_id, element_id, self.step_id, name, props))

    def block(self, block: Json, index: int, number: int | None, later: Turn | None) -> None:
        """Puts one block of the answer; a kind that is not known is said instead of dropped."""
        kind = block.get("type")
        if kind == "text" and block.get("findings"):
            self.add("Findings", {"groups": _findings(block["findings"], later, self.step_id)})
        elif kind == "text":
            words = IN_WORDS.sub("", block["markdown"]) if block.get("more") else block["markdown"]
            self.add("Text", {"markdown": without_pictures(words), "more": block.get("more")})
        elif kind == "table":
            self.add("DataTable", table_props(block))
        elif kind == "plot":
            self.add("Plot", self._plot_props(block, index, number))
        elif kind == "metrics":
            self.add("Metrics", {key: value for key, value in block.items() if key != "type"})
        elif kind == "file":
            self.add("Download", {key: value for key, value in block.items() if key != "type"})
        elif kind == "form":
            self.add("ToolForm", form_props(block, later, f"{self.session_id}:{self.key}:form{index}"))
        elif kind == "options":
            self.add("Options", {"stages": block["stages"], "token": f"{self.session_id}:{self.key}:options"})
        else:
            self.add("Text", {"markdown": f"*(This part of the answer, of kind {kind!r}, cannot be shown here.)*"})

    def _plot_props(self, block: Json, index: int, number: int | None) -> Json:
        alt = block.get("alt") or ""
        # Where the message says already what the chart shows, it is not written below the chart once more.
        props = {"title": block.get("title") or "", "alt": alt, "said": bool(alt) and alt in self.said.replace("\\", "")}
        if number is None:
            return props | {"figure": block["figure"]}
        return props | {"url": plots.address(self.session_id, number, index)}

    def progress(self, job_id: str, job: Json | None) -> None:
        """Puts the bar of a job: moving while it is the session's running job, else a line that it ended."""
        running = job is not None and job.get("id") == job_id
        props: Json = {"job_id": job_id, "state": "running" if running else "ended"}
        if running and job is not None:
            props |= {"progress": job.get("progress") or 0, "text": job.get("message") or ""}
        self.add("Progress", props | {"live": identity(self.session_id, job_id, "live")})


def table_props(block: Json) -> Json:
    """Bounds a table to what one looks at in a chat: the first rows, and no cell longer than a paragraph."""
    rows = [[_cell(value) for value in row] for row in block["rows"][:SHOWN_ROWS]]
    return {
        "title": block.get("title") or "",
        "columns": [str(name) for name in block["columns"]],
        "kinds": block.get("kinds") or [],
        "rows": rows,
        "total_rows": block.get("total_rows") or len(block["rows"]),
    }


def _cell(value: Any) -> Any:
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        return value if value - value == 0 else None
    text = str(value)
    return text if len(text) <= SHOWN_CHARACTERS else text[:SHOWN_CHARACTERS] + "…"


def form_props(block: Json, later: Turn | None, token: str) -> Json:
    """Says what a form asks, and, where the next turn shows that it was sent, what was chosen."""
    props: Json = {
        "tool": block["tool"],
        "title": block.get("title") or "",
        "schema": block["schema"],
        "values": block.get("values") or {},
        "send": block.get("send"),
        "token": token,
    }
    for call in (later or {}).get("calls") or []:
        if call["tool"] == block["tool"] and (later or {}).get("status") != "error":
            props |= {"values": call.get("args") or {}, "done": True}
    return props
