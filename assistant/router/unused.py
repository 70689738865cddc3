"""Asks where something that was recognised would be lost: a request is not carried out in part without a word."""

from __future__ import annotations

from assistant.router.clause import Clause, Unclear
from assistant.router.context import Call
from assistant.router.slots import models_of, option


def refuse_lost_models(calls: list[Call], clause: Clause) -> None:
    """Asks where several models were named and a tool that takes one would leave the others out."""
    used = {call["args"].get("model") for call in calls} - {None}
    lost = [name for name in models_of(clause) if name not in used]
    if len(calls) != 1 or not used or not lost:
        return
    call = calls[0]
    words = call["tool"].replace("_", " ")
    kept = {name: value for name, value in call["args"].items() if name != "params"}
    options = [option(call["tool"], call["args"], f"{words}: {call['args']['model'].replace('_', ' ')}"), *(option(call["tool"], {**kept, "model": name}, f"{words}: {name.replace('_', ' ')}") for name in lost[:2])]
    raise Unclear(f"This takes one model at a time, and would leave out {' and '.join(name.replace('_', ' ') for name in lost)}. Which one shall be first?", options)
