"""From a message to tool calls: segments, recognised entities, tools, filled slots; then act, ask or decline."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from pydantic import ValidationError

from assistant.router.clause import Clause, Unclear
from assistant.router.context import Call, RouterContext
from assistant.router.fill import arguments
from assistant.router.followup import afterthought, answer_to_question
from assistant.router.normalize import clean
from assistant.router.rank import candidates
from assistant.router.segment import corrected, segments, trimmed
from assistant.router.slots import option

Answer = dict[str, Any]
_CHATTER = re.compile(
    r"^(?:thanks?(?: you)?|thx|cheers|hi|hello|hey|good (?:morning|evening|afternoon|day)|bye|goodbye|cool|nice|great|wow|lol|ok(?:ay)?|how are you|tell me a joke|who are you|perfect|awesome|well done|good job|love it)\b", re.I)
_HOSTILE = re.compile(r"</?[a-z][^>]{0,200}>|\b(?:select .{1,80} from|drop table|insert into|union select|import os|__import__|os\.system|subprocess|eval\(|exec\(|rm -rf|sudo |<script|ignore (?:all |your |the |any |previous |prior )+(?:instructions|rules|prompts?)|system prompt|jailbreak|pretend (?:to be|you)|you are now|disregard (?:all|your|the|previous))", re.I)
_OVER = re.compile(r"^(?:thats all|never mind|nothing|oops|ouch|sorry|hmm|yikes|call it|name it)\b", re.I)


def route(text: str, context: RouterContext, tools: Iterable[Any] | None = None) -> Answer:
    """Reads a message as tool calls in the order said; asks where two readings are close, and never acts on a guess."""
    message = clean(text).strip()
    if not any(letter.isalnum() or letter == "?" for letter in message) or len(message) > 2000 or _HOSTILE.search(message):
        return _unknown(context)
    try:
        return _checked(_read(message, context), context, tools)
    except Unclear as unclear:
        return _ask(unclear, context)


def _read(message: str, context: RouterContext) -> Answer:
    whole = Clause(message.strip(" .!?"), context)
    reply = answer_to_question(whole, context) if context.pending else None
    if reply == "no":
        return _unknown(context, "Fine, nothing was changed. What would you like instead?")
    if isinstance(reply, list):
        return _act(reply, 0.95)
    early = _afterthought_first(whole, context)
    if early:
        return early
    before, meant = corrected(message)
    requests = segments(meant)
    if before:
        earlier = segments(before)
        opening = _tool_of(earlier[-1], context, None) if earlier else None
        requests = [*earlier[:-1], *requests]
        return _all(requests, context, opening)
    return _all(requests, context, None)


def _afterthought_first(whole: Clause, context: RouterContext) -> Answer | None:
    if len(whole.tokens) > 14 or not (context.last or context.runs):
        return None
    ranked = candidates(Clause(trimmed(whole.text), context))
    words = whole.norm
    if re.fullmatch(r"(?:but )?why(?: (?:is|was) (?:that|it|this)| so| not| that)?|how come", words) and (context.runs or any(call["tool"] in ("train", "predict") for call in context.last)):
        return _act([{"tool": "explain", "args": {}}], 0.85)
    calls = afterthought(whole, context, ranked[0][1] if ranked else None)
    return _act(calls, 0.85) if calls else None


def _all(requests: list[str], context: RouterContext, tool: str | None) -> Answer:
    calls: list[Call] = []
    lowest, unread = 1.0, 0
    now = context
    for text in requests:
        for part in _shared_verb(text, now):
            found = _one(part, now, tool)
            if found is None:
                unread += not _harmless(part)
                continue
            call, weight = found
            tool = call["tool"]
            calls.append(call)
            lowest = min(lowest, weight)
            now = _after(now, call)
    if not calls:
        return _unknown(context)
    if unread and len(requests) <= unread * 2:
        options = [option(call["tool"], call["args"], _label(call)) for call in calls[:4]]
        raise Unclear("I understood only a part of that. Shall I do this part?", [*options, option("list_options", {}, "Show what can be done")][:4])
    return _act(calls, lowest)


def _after(context: RouterContext, call: Call) -> RouterContext:
    """The context as it will be once the call is done, as far as later words depend on it."""
    changed = RouterContext(**{**context.__dict__, "last": [*context.last, call]})
    if call["tool"] == "set_target":
        changed.target = call["args"].get("column")
    return changed


def _harmless(text: str) -> bool:
    """Says whether a part without a request can be passed over: greetings, thanks, remarks without a verb of the trade."""
    return bool(_CHATTER.match(text) or _OVER.match(text)) or re.match(r"^(?:i|we|my|our|this|it|he|she|they|because|since|as|so|that|there|the|for)\b", text, re.I) is not None


def _shared_verb(text: str, context: RouterContext) -> list[str]:
    """Cuts “fill a with the median and b with the mean” in two, each with the verb."""
    match = re.match(r"^(\w+(?: in)?) (.{1,200}?) (with|by|to|using) (.{1,100}?)(?:,| and|, and) (.{1,100}?) (?:with|by|to|using) (.{1,200})$", text, re.I)
    if match is None or match[1].lower() not in ("fill", "impute", "replace", "rename", "fill in", "encode", "scale", "transform"):
        return [text]
    if not (Clause(match[2], context).columns and Clause(match[5], context).columns) or Clause(match[4], context).columns:
        return [text]
    return [f"{match[1]} {match[2]} {match[3]} {match[4]}", *_shared_verb(f"{match[1]} {match[5]} {match[3]} {match[6]}", context)]


def _tool_of(text: str, context: RouterContext, inherited: str | None) -> str | None:
    ranked = candidates(Clause(text, context, inherited))
    return ranked[0][1] if ranked else None


def _one(text: str, context: RouterContext, inherited: str | None) -> tuple[Call, float] | None:
    clause = Clause(text, context, inherited)
    if _CHATTER.match(text) and len(clause.tokens) < 6 and not clause.columns:
        return None
    ranked = candidates(clause)
    if context.last:
        calls = afterthought(clause, context, ranked[0][1] if ranked else None) if not ranked or ranked[0][0] < 80 else None
        if calls:
            return calls[0], 0.8
    if not ranked:
        if inherited and clause.columns and len(clause.tokens) < 14:
            return {"tool": inherited, "args": arguments(inherited, clause)}, 0.7
        return None
    weight, tool = ranked[0]
    args = arguments(tool, clause)
    return {"tool": tool, "args": args}, min(0.99, weight / 100)


def _checked(answer: Answer, context: RouterContext, tools: Iterable[Any] | None) -> Answer:
    """Checks the calls against the declarations of the tools that there are; an invalid one becomes a question."""
    if tools is None:
        from tools.catalog import TOOLS

        tools = TOOLS
    known = {tool.name: tool for tool in tools}
    for call in answer["calls"]:
        tool = known.get(call["tool"])
        if tool is None:
            continue
        try:
            tool.Arguments.model_validate(call["args"])
        except ValidationError as problem:
            error = problem.errors()[0]
            place = ".".join(str(part) for part in error["loc"])
            if error["type"] in ("literal_error", "extra_forbidden"):
                continue
            raise Unclear(f"I understood “{_label(call)}”, but {place or 'something'} does not fit: {error['msg']}.", [option("list_options", {}, "Show what can be done"), option("help", {"topic": call["tool"]}, "How to say it")]) from problem
    return answer


def _act(calls: list[Call], confidence: float) -> Answer:
    understood = ", then ".join(_label(call) for call in calls)
    return {"status": "act", "calls": calls, "question": None, "options": [], "confidence": round(confidence, 2), "understood": understood}


def _ask(unclear: Unclear, context: RouterContext) -> Answer:
    options = [*unclear.options, option("suggest", {}, "What to do next"), option("list_options", {}, "Show what can be done")]
    return {"status": "ask", "calls": [], "question": unclear.question, "options": options[: max(2, min(4, len(unclear.options)))], "confidence": 0.5, "understood": "Something is still open."}


def _unknown(context: RouterContext, question: str | None = None) -> Answer:
    options = [option("suggest", {}, "What to do next"), option("profile", {}, "Check the data"), option("help", {}, "What can be said here"), option("list_options", {}, "Show everything that can be done")]
    if not context.columns:
        options[1] = option("list_samples", {}, "Show the sample datasets")
    said = question or "I work with tables and models, and did not find such a request in that. Here is what can be done now."
    return {"status": "unknown", "calls": [], "question": said, "options": options, "confidence": 0.0, "understood": "No request was found."}


def _label(call: Call) -> str:
    words = call["tool"].replace("_", " ")
    told = ", ".join(f"{name} {_plain(value)}" for name, value in call["args"].items())
    return f"{words} ({told})" if told else words


def _plain(value: Any) -> str:
    return " and ".join(map(str, value)) if isinstance(value, list) else str(value)
