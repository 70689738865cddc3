"""Reads rows that are called by a bare yes or no: “take out the rows that say no”."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.slots import option
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.column_values import no_of, yes_of
from assistant.router.entities.condition import Condition
from assistant.router.tool.triggers.wordlists import DROP

_ROWS = re.compile(
    rf"(?:(?:please|and|then|so|just|{DROP}|not|no|without|keep|show|give me|take|use|want|only|all|the|any|me) )*(?:rows?|records?|lines|entries|ones|those|"
    rf"people|everyone|everybody|anyone|cases)(?: (?:that|which|who|where (?:it|there)))? (?:says?|said|saying|answered|replied|with|have|has|having|reads?|are|is|"
    rf"marked)(?: (?:an?|the|says?|said|answered|it|only|as))* (?P<word>yes|no)(?: (?:please|out|away|in (?:it|them|there)))*",
)


def says_yes_or_no(clause: Clause) -> bool:
    """Says whether rows are called by a bare yes or no and by nothing else."""
    return not clause.columns and not clause.numbers and _found(clause) is not None


_TOLD = re.compile(r"(?:only |just |keep )*(?:the )?@ ?(?::|=|is|says)? ?(?P<word>yes|no|true|false)(?: only| please| alone)+|(?:only|just|keep)(?: only)? (?:the )?@ ?(?::|=|is|says)? ?(?P<last>yes|no|true|false)(?: please)?|(?:the )?@ ?[:=]? ?(?P<alone>yes|no|true|false)")


def told_yes_or_no(clause: Clause) -> Condition | None:
    """The condition where a yes-or-no column is named with its yes or no and nothing else: “returned: no only”."""
    said = _TOLD.fullmatch(clause.masked.strip(" .!"))
    if said is None or len(clause.columns) != 1 or not clause.columns[0].clear:
        return None
    name = clause.columns[0].name
    if said["alone"] and clause.context.kind(name) != "boolean":
        return None
    value = (yes_of if (said["word"] or said["last"] or said["alone"]) in ("yes", "true") else no_of)(clause.context, name)
    return None if value is None else Condition(name, "eq", value)


def _found(clause: Clause) -> re.Match[str] | None:
    return _ROWS.fullmatch(clause.norm.strip(" .!"))


def rows_of_yes_or_no(clause: Clause, away: bool) -> dict[str, Any]:
    """Gives the filter where one column holds that word, for the others to stay where `away`; asks which column is meant where several do."""
    match = _found(clause)
    word = match["word"] if match else ""
    held = [(column["name"], value) for column in clause.context.columns for value in column.get("values") or () if isinstance(value, str) and value.lower() == word]
    readings = [{"column": name, "op": "ne" if away else "eq", "value": value} for name, value in held]
    if len(readings) == 1:
        return readings[0]
    raise Unclear(f"Which column says “{word}”?", [option("filter_rows", args, str(args["column"])) for args in readings[:4]])
