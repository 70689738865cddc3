"""Says what was understood of a message: what is done, or what is to be done and what of it is still open."""

from __future__ import annotations

from typing import Any

from assistant.router.asking.labels import label, listed
from assistant.router.context import Call, RouterContext
from tools.catalog import find_tool

_BESIDES = frozenset(["list_options", "suggest", "help", "preview", "show_pipeline", "list_samples", "tour"])
"""Tools that a question offers besides what it is about."""
_OPEN = {"columns": "which columns", "column": "which column", "with_column": "which column", "x": "of which column", "by": "by which column", "model": "which model", "models": "which models", "step": "which step", "strategy": "in which way", "method": "in which way", "kind": "which kind", "op": "which rows", "formats": "as what", "source": "which data", "run": "which run", "row": "which row"}


def done(calls: list[Call], context: RouterContext) -> str:
    """Writes calls in the order of their doing; a step that is changed or taken out is named by what it does."""
    return ", then ".join(_of_a_step(call, context) or label(call) for call in calls)


def _of_a_step(call: Call, context: RouterContext) -> str | None:
    number = call["args"].get("step") if call["tool"] in ("remove_step", "edit_step") else None
    step = next((step for place, step in enumerate(context.steps, 1) if step.get("number", place) == number), None)
    if step is None:
        return None
    does = label({"tool": step["tool"], "args": step.get("args") or {}})
    if call["tool"] == "remove_step":
        return f"Remove step {number}: {does}"
    return f"Change step {number}, {does}: {label({'tool': step['tool'], 'args': {**(step.get('args') or {}), **(call['args'].get('args') or {})}})}"


def still_open(options: list[dict[str, Any]], tool: str | None) -> str:
    """Says what a question is about and what of it is open, from the calls that it offers: “Drop columns; open is which columns.”"""
    calls = [entry["call"] for entry in options if entry["call"]["tool"] not in _BESIDES]
    if tool and all(call["tool"] != tool for call in calls):
        return f"{listed(find_tool(tool), {'tool': tool, 'args': {}})}; open is how."
    if not calls:
        return "Nothing that is certain yet; the question says what is open."
    if options[0]["label"].startswith("Yes") or len(calls) == 1:
        return f"{label(calls[0])}; open is whether that is right."
    if len({call["tool"] for call in calls}) > 1:
        return f"One of these: {'; '.join(dict.fromkeys(label(call) for call in calls))}."
    names = list(dict.fromkeys(name for call in calls for name in call["args"]))
    differing = [name for name in names if len({str(call["args"].get(name)) for call in calls}) > 1]
    common = {name: value for name, value in calls[0]["args"].items() if name not in differing and name != "op"}
    what = "how" if any(name not in call["args"] for name in differing for call in calls) else ", ".join(dict.fromkeys(_OPEN.get(name, f"which {name.replace('_', ' ')}") for name in differing)) or "whether that is right"
    return f"{listed(find_tool(calls[0]['tool']), {'tool': calls[0]['tool'], 'args': common})}; open is {what}."
