"""Answers about the conversation itself: what was understood from which words, and what a language model would be sent."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from assistant.markdown import escape_markdown
from assistant.router.context import RouterContext

_READING = re.compile(
    r"^(?:and |but |so |please |hey |wait )*(?:what (?:did|have|do) you (?:just )?(?:understand|understood|read|get|hear|make of)|how did you (?:understand|read|interpret)|why did you do (?:that|this|it)|"
    r"which (?:of my )?words\b|explain (?:your )?(?:reading|understanding|interpretation)|show (?:me )?what you understood)\b",
    re.I,
)
_SENT = re.compile(r"\bwhat (?:do|would|did|will) you send\b|\bwhat (?:is|was|would be|gets|will be) sent (?:to|away|out|off)\b|\bshow (?:me )?what (?:is|would be|was) sent\b", re.I)


def asks_for_reading(text: str) -> bool:
    """Says whether somebody asks what was understood."""
    return _READING.search(text.strip()[:200]) is not None


def asks_what_is_sent(text: str) -> bool:
    """Says whether somebody asks what would be sent to a language model."""
    return _SENT.search(text.strip()[:200]) is not None


def told_reading(turns: Sequence[dict[str, Any]], context: RouterContext) -> list[dict[str, Any]]:
    """Makes the blocks that say what was understood last, word by word."""
    from assistant.router.reading import reading

    last = next((turn for turn in reversed(turns) if turn.get("said") and (turn["calls"] or turn.get("question"))), None)
    if last is None:
        return [_text("Nothing was asked so far.")]
    if not last["calls"]:
        return [_text(f"From “{_short(last['said'])}” alone I could not tell, so I asked: {last['question']}")]
    rows = []
    for entry in reading(last["said"], last["calls"], context):
        rows.append([entry["tool"].replace("_", " "), entry["words"] or "(what was said before)"])
        rows += [[f"{argument['name']}: {_plain(argument['value'])}", argument["words"] or "(what was said before)"] for argument in entry["arguments"]]
    table = {"type": "table", "columns": ["what I did", "because of these words"], "rows": rows, "total_rows": len(rows), "title": ""}
    return [_text(f"This is how I read “{_short(last['said'])}”. Say “undo” if it is not what you meant."), table]


def told_what_is_sent(context: RouterContext) -> list[dict[str, Any]]:
    """Makes the blocks that show what a language model would be sent with the next message."""
    from assistant.router.llm_request import Settings, tokens_of, what_is_sent
    from tools.catalog import TOOLS

    settings = Settings.from_environment()
    if settings is None:
        return [_text("Nothing: no language model is set up. Every message is read on this machine, by rules.")]
    body = what_is_sent("(your message)", context, settings, TOOLS)
    state = json.dumps(json.loads(body["messages"][1]["content"]), ensure_ascii=False, indent=1).replace("```", "'''")
    cells = "the values of categorical columns, as the owner allowed" if settings.send_cells else "no cell of the data"
    functions = f"{len(body['tools'])} of the {len(TOOLS)} functions, those that fit the words best" if len(body["tools"]) < len(TOOLS) else f"the list of all {len(TOOLS)} functions"
    cost = f"about {tokens_of(body):,} tokens of the {settings.tokens:,} that a message may cost"
    return [_text(f"Only where the rules ask or do not know, this goes to the language model “{escape_markdown(settings.model, 80)}”, with {functions} ({cost}), and {cells}:\n\n```json\n{state}\n```")]


def _text(markdown: str) -> dict[str, Any]:
    return {"type": "text", "markdown": markdown}


def _plain(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else str(value)


def _short(text: str) -> str:
    return escape_markdown(text, 120)
