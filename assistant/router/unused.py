"""Asks where something that was recognised would be lost: a request is not carried out in part without a word."""

from __future__ import annotations

import re

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


_LEARNS_FROM = re.compile(r"\b(?:using|on|with|from|by)(?: only| just| the| columns?| features?)* @")


def refuse_lost_features(calls: list[Call], clause: Clause) -> None:
    """Asks where a model is to learn from certain columns, which is a step of its own: “train knn using age and fare”."""
    if not calls or any("model" not in call["args"] for call in calls) or not _LEARNS_FROM.search(clause.masked):
        return
    names = [mention.name for mention in clause.columns if mention.clear and mention.score > 1.0 and mention.name != clause.context.target]
    told = str([call["args"] for call in calls])
    lost = [name for name in names if repr(name) not in told]
    if not lost:
        return
    call = calls[0]
    raise Unclear(f"Shall only {' and '.join(lost)} be learned from? That is a step of its own, before the training.", [option("choose_features", {"columns": lost}, f"Use only {' and '.join(lost)}"), option(call["tool"], call["args"], "Learn from all features")])
