"""The shape of a turn: what a door gets back for a message or a call."""

from __future__ import annotations

from typing import Any

Turn = dict[str, Any]


def blank_turn(status: str) -> Turn:
    """Makes a turn in which nothing has been said yet."""
    return {
        "status": status,
        "calls": [],
        "job_id": None,
        "blocks": [],
        "question": None,
        "options": [],
        "suggestions": [],
        "error": None,
        "waiting": [],
    }


def error_turn(error: dict[str, Any]) -> Turn:
    """Makes the turn of something that did not work."""
    return blank_turn("error") | {"error": error}


def turn_of(result: dict[str, Any]) -> Turn:
    """Makes the turn of what a call gave: the sentence first, then what it shows."""
    if result["status"] == "error":
        return error_turn(result["error"])
    turn = blank_turn("ask" if result["status"] == "ask" else "done")
    said = result.get("said")
    turn["blocks"] = [{"type": "text", "markdown": said}] if said else []
    turn["blocks"] += result.get("blocks") or []
    turn["calls"] = list(result.get("calls") or [])
    turn["question"], turn["options"] = result.get("question"), list(result.get("options") or [])
    return turn
