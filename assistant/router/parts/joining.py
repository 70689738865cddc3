"""Puts the calls of the parts of a message together; what two parts say alike is said once."""

from __future__ import annotations

from typing import Any

from assistant.router.context import Call, RouterContext

Args = dict[str, Any]
_ONCE_ENOUGH = frozenset(["set_target", "compare_models", "autopilot", "balance", "tune", "split", "evaluate", "sample_rows", "suggest", "cross_validate", "profile", "preview", "set_threshold", "prepare_automatically", "explain", "load_data"])
"""Tools that are said once even where two sentences speak of them."""

_SHARES = frozenset(["train", "test", "validation"])


def joined(calls: list[Call], more: list[Call], context: RouterContext, counted: bool = False) -> list[Call]:
    """Adds calls; what says the same thing twice, or what is so already, is said once; `counted` says that the last call was to count by itself."""
    kept = list(calls)
    for call in more:
        last = kept[-1] if kept else None
        if last and (last == call or (last["tool"] == call["tool"] == "plot" and call["args"].items() <= last["args"].items() and call["args"])) and "steps" not in call["args"]:
            continue
        if last and last["tool"] == call["tool"] == "preview" and {"rows", "which"} <= {*last["args"], *call["args"]} and last["args"].get("which") != call["args"].get("which") and "rows" in last["args"] and "rows" in call["args"]:
            kept.append(call)  # “the first 10 rows, then the last 10”
        elif last and last["tool"] == call["tool"] and (call["tool"] in _ONCE_ENOUGH or not set(last["args"]) & set(call["args"])) and not any(last["args"].get(name, value) != value for name, value in call["args"].items()):
            kept[-1] = {"tool": call["tool"], "args": {**last["args"], **call["args"]}}
        elif last and last["tool"] == call["tool"] == "tune" and set(call["args"]) == {"space"} and not set(call["args"]["space"]) & set(last["args"].get("space") or ()):
            kept[-1] = {"tool": "tune", "args": {**last["args"], "space": {**(last["args"].get("space") or {}), **call["args"]["space"]}}}  # “trees 100, 300; depth 5 to 15”
        elif last and last["tool"] == call["tool"] == "export" and "formats" in last["args"] and "formats" in call["args"]:
            kept[-1] = {"tool": "export", "args": {"formats": list(dict.fromkeys([*last["args"]["formats"], *call["args"]["formats"]]))}}
        elif last and last["tool"] == call["tool"] == "filter_rows" and _says_it_at_last(last["args"], call["args"]):
            kept[-1] = call  # “no males, only the females”
        elif last and not counted and call["tool"] == "aggregate" and last["args"] == {"by": call["args"].get("by"), "statistic": "count"} and call["args"].get("column"):
            kept[-1] = call  # “group by a, and show the mean of b”
        elif last and last["tool"] == call["tool"] == "split":
            kept[-1] = {"tool": "split", "args": {**{name: value for name, value in last["args"].items() if name not in _SHARES or not _SHARES & set(call["args"])}, **call["args"]}}  # “80/20, hm actually 70/30”
        elif last and last["tool"] == call["tool"] == "set_kind" and last["args"].get("columns") == call["args"].get("columns"):
            kept[-1] = call  # “stall is just a number on a sign, treat it as a category”
        elif call["tool"] == "set_target" and call["args"].get("column") == context.target and kept:
            continue
        elif last and last["tool"] == "compare_models" and call["tool"] == "leaderboard" and call["args"] and "metric" not in last["args"]:
            kept[-1] = {"tool": "compare_models", "args": {**last["args"], **call["args"]}}  # “… and rank them by f1”
        else:
            kept.append(call)
    first = kept[0] if kept else None
    if first and len(kept) > 1 and first["tool"] == "set_target" and first["args"].get("column") == context.target:
        kept = kept[1:]
    return kept


def _says_it_at_last(out: Args, kept: Args) -> bool:
    """Says whether the values that are kept are none of those that were to go before, in the same column."""
    if out.get("column") != kept.get("column") or out.get("op") not in ("ne", "not_in") or kept.get("op") not in ("eq", "in"):
        return False
    gone, stays = ([value] if not isinstance(value, list) else value for value in (out.get("value"), kept.get("value")))
    return all(value not in gone for value in stays)
