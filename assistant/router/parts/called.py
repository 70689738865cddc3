"""Fills the arguments of a tool from the words of a request, and asks where something is open, or would be lost."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from assistant.router.arguments.fill import arguments
from assistant.router.arguments.slots import option
from assistant.router.arguments.target_first import target_first
from assistant.router.arguments.trained_first import trained_first
from assistant.router.asking.choices import refuse_choice
from assistant.router.asking.labels import label
from assistant.router.asking.misheard import refuse_misheard, vague
from assistant.router.asking.unused import refuse_losses
from assistant.router.context import Call
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.names import Mention
from assistant.router.tool.made_a_kind import numbered, of_sentences
from assistant.router.tool.triggers.wordlists import DROP

Found = tuple[list[Call], float]
"""Calls, and how sure their reading is, from 0 to 1."""
_ROWS_LACKING = re.compile(
    r"(?:(?:only|just|the|all|show|me|those|these|any) )*(?:[a-z]+s|people|those|ones|everyone|everybody|anyone) (?:(?:who|that|which) )?(?:without|with no|"
    r"lacking|have no|has no|lack) (?!.*\b(?:go|out|away|gone|off|must|should|shall|can|ought|need|needs|has to|have to|are to)\b)[^,]*@",
)


def _refuse_rows_lacking(calls: list[Call], clause: Clause) -> None:
    """Asks whether rows that lack something shall stay or go where nothing says it: “passengers without a known age”."""
    if calls and calls[0]["tool"] == "drop_missing" and clause.columns and not clause.context.last and _ROWS_LACKING.match(clause.masked) and not re.match(DROP, clause.masked):
        name = clause.columns[0].name
        raise vague("Shall only these rows stay, or shall they go?", [option("filter_rows", {"column": name, "op": "is_missing"}, f"Keep only the rows where {name} is missing"), option(calls[0]["tool"], calls[0]["args"], label(calls[0]))])


def called(tool: str, clause: Clause) -> list[Call]:
    """Gives the calls of a tool with the arguments that a request names; raises Unclear, with the tool and whole calls as options, where more has to be known."""
    try:
        calls: list[Call] = [*target_first(tool, clause), *trained_first(tool, clause), *({"tool": tool, "args": args} for args in arguments(tool, clause))]
        calls = [of_sentences(numbered(call, clause), clause) for call in calls]
        refuse_choice(calls, clause)
        _refuse_rows_lacking(calls, clause)
        refuse_misheard(tool, calls, clause)
        refuse_losses(tool, calls, clause)
        return calls
    except Unclear as unclear:
        unclear.tool = tool
        if unclear.mention:
            unclear.options = _completed(unclear.options, unclear.mention, tool, clause)
        raise


def _completed(options: list[dict[str, Any]], mention: Mention, tool: str, clause: Clause) -> list[dict[str, Any]]:
    """Reads the request again with each column that was meant in the place of the words that fit several, so that no option loses the rest of it."""
    start, end = clause.tokens[mention.start].start, clause.tokens[mention.end - 1].end
    completed = []
    for entry, name in zip(options, mention.names, strict=False):
        said = f'{clause.text[:start]}"{name}"{clause.text[end:]}'
        try:
            found = arguments(tool, replace(clause, text=said)) if '"' not in name else []
        except Unclear:
            found = []
        completed.append(option(tool, found[0], entry["label"]) if len(found) == 1 else entry)
    return completed
