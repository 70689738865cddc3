"""A language model, where an owner has named one: asked only where the rules ask or do not know, and trusted with nothing.

It gets the request, the column names and their kinds, and the tools' own schemas; no cell leaves the machine unless the
owner allows it. What it answers passes the same checks as a form, what destroys work still asks first, and any failure
leaves the answer of the rules.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from assistant.router.answers import Answer
from assistant.router.arguments.slots import option
from assistant.router.asking.labels import label
from assistant.router.asking.refuse import is_hostile
from assistant.router.context import Call, RouterContext
from assistant.router.entities.clause import Clause
from assistant.router.llm_request import LONGEST_NAME, LONGEST_TEXT, Settings, schema_of, what_is_sent
from assistant.router.route import route
from assistant.router.tool.evidence import evidence, words_of
from assistant.router.wording.normalize import clean

SECONDS = 8.0
"""How long it may take in all."""
LARGEST_ANSWER = 200_000
MOST_CALLS = 8


class Failed(Exception):  # noqa: N818 - the rules go on
    """Why the language model gave nothing that can be used, as the end of a sentence."""


def understand(text: str, context: RouterContext, settings: Settings | None) -> tuple[Answer, str]:
    """Routes by the rules; asks the language model, if there is one, where the rules ask or do not know.

    Returns the answer, and a sentence on what the language model had to do with it, which is empty where it was not asked.
    """
    answer = route(text, context)
    if settings is None or answer["status"] == "act" or is_hostile(text) or not text.strip():
        return answer, ""
    try:
        return suggested(text, context, settings, answer), f"This was read by the language model {quoted(settings.model)}, as the rules were not sure."
    except Failed as failure:
        return answer, f"The language model {quoted(settings.model)} {failure}, so the rules answer alone."


def quoted(model: str) -> str:
    """Writes the name of a model within a sentence."""
    return f"“{model[:LONGEST_NAME]}”"


def suggested(text: str, context: RouterContext, settings: Settings, rules: Answer) -> Answer:
    """Asks the language model; raises Failed where it does not answer in time, or with anything but valid calls."""
    from tools.catalog import TOOLS

    reply = _post(settings, what_is_sent(text, context, settings, TOOLS, likely(text, context, rules)))
    calls = _calls_of(reply)
    if calls is None:
        raise Failed("answered with what is no answer")
    if not calls:
        raise Failed("found no tool for this")
    tools = {tool.name: tool for tool in TOOLS}
    if not all(call["tool"] in tools and _is_sound(tools[call["tool"]], call["args"], context) for call in calls):
        raise Failed("answered with a call that is not valid")
    said = ", then ".join(map(label, calls))
    if any(_asks_first(tools[call["tool"]]) for call in calls):
        options = [option(call["tool"], call["args"], f"Yes: {label(call)}") for call in calls[:3]]
        return {"status": "ask", "calls": [], "question": f"I read this as: {said}. It takes something away. Shall I?", "options": [*options, option("show_pipeline", {}, "No, show the pipeline")], "confidence": 0.5, "understood": said}
    return {"status": "act", "calls": calls, "question": None, "options": [], "confidence": 0.6, "understood": said}


def likely(text: str, context: RouterContext, rules: Answer) -> list[str]:
    """Lists the tools that the rules would take first, by what they offer and by the words."""
    by_words = [tool for _, tool in evidence(words_of(Clause(clean(text[:LONGEST_TEXT]), context)))]
    return [*(entry["call"]["tool"] for entry in rules["options"]), *by_words]


def _asks_first(tool: Any) -> bool:
    """Says whether a call of this tool is only made when a person has said yes: it takes work, rows or columns away, or begins anew."""
    return tool.destroys or tool.begins or bool(tool.takes_away)


def _post(settings: Settings, body: dict[str, Any]) -> Any:
    """Sends the request and reads at most so much for at most so long; raises Failed on any failure of the other side."""
    import httpx

    headers = {"Accept-Encoding": "identity"} | ({"Authorization": f"Bearer {settings.api_key}"} if settings.api_key else {})
    end = time.monotonic() + SECONDS
    try:
        with (
            httpx.Client(timeout=httpx.Timeout(SECONDS, connect=3.0), follow_redirects=False, trust_env=False) as client,
            client.stream("POST", f"{settings.base_url}/chat/completions", json=body, headers=headers) as response,
        ):
            if response.status_code != 200:
                raise Failed(f"answered with status {response.status_code}")
            return json.loads(b"".join(_within(response.iter_raw(), end)))
    except httpx.TimeoutException as failure:
        raise Failed(f"did not answer within {SECONDS:g} seconds") from failure
    except (httpx.HTTPError, httpx.InvalidURL) as failure:
        raise Failed("could not be reached") from failure
    except (ValueError, RecursionError) as failure:
        raise Failed("answered with what is no answer") from failure


def _within(pieces: Iterator[bytes], end: float) -> Iterator[bytes]:
    """Passes on the pieces of an answer; raises Failed where it is too long or too slow."""
    length = 0
    for piece in pieces:
        length += len(piece)
        if length > LARGEST_ANSWER:
            raise Failed("gave too long an answer")
        if time.monotonic() > end:
            raise Failed(f"did not answer within {SECONDS:g} seconds")
        yield piece


def _calls_of(reply: Any) -> list[Call] | None:
    """Takes the calls out of an answer; None where it is not built as the interface says."""
    try:
        wanted = reply["choices"][0]["message"].get("tool_calls") or []
        calls = [{"tool": entry["function"]["name"], "args": json.loads(entry["function"]["arguments"] or "{}")} for entry in wanted[: MOST_CALLS + 1]]
    except (TypeError, KeyError, IndexError, AttributeError, ValueError, RecursionError):
        return None
    sound = all(isinstance(call["tool"], str) and isinstance(call["args"], dict) for call in calls)
    return calls if sound and len(calls) <= MOST_CALLS else None


def _is_sound(tool: Any, args: dict[str, Any], context: RouterContext) -> bool:
    """Says whether the arguments are valid, were asked for, and name only columns that there are."""
    fields = schema_of(tool).get("properties", {})
    if not set(args) <= set(fields):
        return False
    try:
        tool.Arguments.model_validate(args)
    except (ValidationError, RecursionError):
        return False
    return all(_names_columns(value, _meaning(fields[name]), context) for name, value in args.items())


def _meaning(field: Mapping[str, Any]) -> str:
    found = [field.get("x-slot"), *(part.get("x-slot") for part in field.get("anyOf", []))]
    return str(next((means for means in found if means), ""))


def _names_columns(value: Any, means: str, context: RouterContext) -> bool:
    names = {column["name"] for column in context.columns}
    if means == "columns" and isinstance(value, list):
        return set(map(str, value)) <= names
    return means not in ("column", "column_or_number") or not isinstance(value, str) or value in names
