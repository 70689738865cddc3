"""Asks where a value stands in a list with a word that is none, which would be lost: “8A and 8X only”."""

from __future__ import annotations

import re

from assistant.router.arguments.slots import option
from assistant.router.asking.foreign import strange_words
from assistant.router.asking.labels import label
from assistant.router.context import Call
from assistant.router.entities.clause import Clause, Unclear

_LISTED = (
    re.compile(r"^(?:(?:only|just|keep|no|not|without|drop|remove|the|all|show|me|from|in|with|at|by|while|during|when|being|are|were|is|nothing|those|[a-z]+s(?= (?:while|during|when|in|from|at|with|being)\b)) )*(?P<word>[a-z0-9]{2,}) (?:[a-z]+s )?(?:and|or|&) (?:the )?#"),
    re.compile(
        r"^(?:(?:only|just|keep|no|not|without|drop|remove|the|all|show|me|from|in|with|at|by|while|during|when|being|are|were|is|nothing|those|"
        r"[a-z]+s(?= (?:while|during|when|in|from|at|with|being)\b)) )*(?:@ )?# (?:and|or|&) (?:the )?(?P<word>[a-z0-9]{2,}|"
        r"[b-hj-z])(?: (?:only|please|alone|out|away|[a-z]+s))*$"),
)


def refuse_stranger_value(calls: list[Call], clause: Clause) -> None:
    """Asks what the word beside a value means, where only the rows of the value would stay or go."""
    if len(calls) != 1 or calls[0]["tool"] != "filter_rows" or calls[0]["args"].get("op") not in ("eq", "ne") or not isinstance(calls[0]["args"].get("value"), str):
        return
    said = next((match["word"] for pattern in _LISTED if (match := pattern.match(clause.shape.text))), None)
    if said is None or not (said in strange_words(clause) or (len(said) < 4 and not said.isdigit() and _is_value(said, calls[0], clause)) or len(said) == 1 or any(token.norm == said and token.text.isupper() for token in clause.tokens) or re.fullmatch(r"(?=.*\d)[a-z0-9]*[a-z][a-z0-9]*", said)):
        return
    args = calls[0]["args"]
    meant = next((value for value in clause.context.column(args["column"]).get("values") or () if str(value).lower() == said), None)
    both = [option("filter_rows", {**args, "op": "in" if args["op"] == "eq" else "not_in", "value": [meant, args["value"]]}, f"{meant} and {args['value']}")] if meant is not None else []
    raise Unclear(f"I do not know which rows “{said}” means. Is it this?", [*both, option("filter_rows", args, f"Yes: {label(calls[0])}"), option("describe_column", {"column": args["column"]}, f"Look at {args['column']}")])


def _is_value(said: str, call: Call, clause: Clause) -> bool:
    """Says whether a short word is a value of the column, but for its capitals."""
    return any(str(value).lower() == said for value in clause.context.column(call["args"]["column"]).get("values") or ())
