"""The forms of an answer: to act, to ask, or to say that no request was found."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from pydantic import ValidationError

from assistant.router.arguments.slots import option
from assistant.router.asking.complete_options import complete
from assistant.router.asking.instead import instead_of
from assistant.router.asking.labels import label
from assistant.router.asking.understood import done, still_open
from assistant.router.context import Call, RouterContext
from assistant.router.entities.clause import Unclear
from tools.invalid import in_words

Answer = dict[str, Any]


@lru_cache(maxsize=1)
def _all_tools() -> dict[str, Any]:
    from tools.catalog import TOOLS

    return {tool.name: tool for tool in TOOLS}


def checked(answer: Answer, tools: Iterable[Any] | None) -> Answer:
    """Checks the calls against the declarations of the tools that there are.

    Raises:
        Unclear: Where an argument is not valid, with the nearest call that is.
    """
    known = _all_tools() if tools is None else {tool.name: tool for tool in tools}
    for call in answer["calls"]:
        tool = known.get(call["tool"])
        if tool is None:
            continue
        try:
            tool.Arguments.model_validate(call["args"])
        except ValidationError as problem:
            if problem.errors()[0]["type"] in ("literal_error", "extra_forbidden"):
                continue
            told = in_words(tool, call["args"], problem.errors())
            nearest = [option(told.call.tool, told.call.args, label(told.call.model_dump()))] if told.call else []
            raise Unclear(f"I understood “{label(call)}”; {told.message}", [*nearest, option("list_options", {}, "Show what can be done"), option("help", {"topic": call["tool"]}, "How to say it")]) from problem
    return answer


def act(calls: list[Call], confidence: float, context: RouterContext) -> Answer:
    """Gives calls to be done at once; `confidence` is a fraction."""
    return {"status": "act", "calls": calls, "question": None, "options": [], "confidence": round(confidence, 2), "understood": done(calls, context)}


def ask(unclear: Unclear, context: RouterContext) -> Answer:
    """Asks back, with two to four options that are whole calls."""
    offered = complete(unclear.options)
    options = complete([*offered, option("suggest", {}, "What to do next"), option("list_options", {}, "Show what can be done")])
    return {"status": "ask", "calls": [], "question": unclear.question, "options": options[: max(2, min(4, len(offered)))], "confidence": 0.5, "understood": still_open(offered, unclear.tool)}


def unknown(context: RouterContext, question: str | None = None, text: str = "") -> Answer:
    """Says what was not understood or cannot be done, with what fits the words of `text` instead."""
    options = [option("suggest", {}, "What to do next"), option("profile", {}, "Check the data"), option("help", {}, "What can be said here"), option("list_options", {}, "Show everything that can be done")]
    if not context.columns:
        options[1] = option("list_samples", {}, "Show the sample datasets")
    fitting = instead_of(text, context) if text and question is None else None
    if fitting:
        question, options = fitting
    said = question or "I work with tables and models, and did not find such a request in that. Here is what can be done now."
    return {"status": "unknown", "calls": [], "question": said, "options": options, "confidence": 0.0, "understood": "No request was found."}
