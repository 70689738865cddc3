"""Next steps as buttons, for every door: those of the state, the call that mends an error, and none that was waved off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from tools.base import Suggestion, ToolCall
from tools.catalog import find_tool
from tools.experiment import steps_key
from tools.help.next_steps import MOST, key_of, next_steps
from tools.help.offers import offer

State = Mapping[str, Any]
Offered = dict[str, Any]
Dismissal = Mapping[str, Any]
OFTEN_ENOUGH = 2


def suggest(state: State, dismissed: Iterable[Dismissal] = (), made: Iterable[Mapping[str, Any]] = ()) -> list[Offered]:
    """Lists up to four next steps; what was waved off twice in this state, and what was `made` just now, is left out."""
    calls = [ToolCall.model_validate(call) for call in made]
    return [step.model_dump() for step in next_steps(state, waved_off(state, dismissed), calls)]


def waved_off(state: State, dismissed: Iterable[Dismissal]) -> set[str]:
    """Names the calls that were dismissed twice while the steps were as they are now."""
    here = stamp_of(state)
    counts = Counter(item["call"] for item in dismissed if isinstance(item, Mapping) and item.get("state") == here)
    return {call for call, times in counts.items() if times >= OFTEN_ENOUGH}


def dismissal(state: State, call: Mapping[str, Any]) -> Offered:
    """Writes down that an offered call is not wanted in this state."""
    return {"call": key_of(ToolCall.model_validate(call)), "state": stamp_of(state)}


def stamp_of(state: State) -> str:
    """Names a state by its steps: another step makes it another state."""
    return steps_key(list(state.get("steps") or ()))


def after_error(error: Mapping[str, Any], usual: list[Offered]) -> list[Offered]:
    """Puts the call that would work first, where the error knows one."""
    call = error.get("call")
    if not call:
        return usual
    reason = str(error.get("hint") or "this works now")
    mended = Suggestion(label=_titled(call)[:80], reason=reason, call=ToolCall.model_validate(call))
    return [mended.model_dump(), *(step for step in usual if step["call"] != call)][:MOST]


def _titled(call: Mapping[str, Any]) -> str:
    """Names a call as its step would be named; as its button, where it is not complete."""
    tool = find_tool(call["tool"])
    try:
        return tool.title(tool.Arguments.model_validate(call.get("args", {})))
    except ValueError:
        return tool.label or tool.name.replace("_", " ").capitalize()


def resumed(state: State, usual: list[Offered]) -> list[Offered]:
    """Begins a reopened conversation: the best next step, and where things stand."""
    count, runs = len(state.get("steps") or ()), len(state.get("runs") or ())
    if not count:
        return usual
    look = [offer("Show the steps", f"{count} so far", "show_pipeline")]
    if runs:
        look.insert(0, offer("Compare the runs", f"{runs} so far", "leaderboard"))
    known = [step.model_dump() for step in look]
    calls = [step["call"] for step in known]
    return [*[step for step in usual if step["call"] not in calls][: MOST - len(known)], *known]
