"""Fills the arguments of the tool that says why a model predicts what it does."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.model_slots import with_run
from assistant.router.arguments.row_asked import LAST_ROW, refuse_code, row_asked
from assistant.router.arguments.slots import option, resolved
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.numbers import ORDINALS

Args = dict[str, Any]


def explain(clause: Clause) -> Args | list[Args]:
    """Reads the method, the row whose prediction is asked about, and the column of a dependence."""
    args: Args = {}
    if clause.norm.strip(" .?!") in ("why", "how come") and not clause.context.runs:
        raise Unclear("Why what? There is no model yet whose predictions could be explained.", [option("show_pipeline", {}, "Show what was done"), option("suggest", {}, "What to do next")])
    method = vocabulary.first(clause.masked, vocabulary.EXPLAIN)
    if _MATTERS.match(clause.masked) and len(clause.columns) == 1 and clause.columns[0].clear and clause.columns[0].name != clause.context.target:
        name = clause.columns[0].name
        raise Unclear(f"How much “{name}” matters to the model can be seen beside the other columns, or as how the prediction moves with it. Which one?", [option("explain", {"method": "importance"}, "Beside the other columns"), option("explain", {"method": "partial_dependence", "column": name}, f"How the prediction moves with {name}"), option("correlate", {"with_column": name}, f"What goes along with {name}")])
    row = re.search(r"\b(?:prediction|sample) (?:number |no ?\.? ?|# ?)?(\d{1,9})\b", clause.norm) or re.search(r"^why (?:was|is|did|does|were|would|has|do) (?:the |this |my )?[a-z]+ (?:number |no |# ?)?(\d{1,9})\b", clause.norm) or re.search(r"^explain (?:the )?(?!top|first|best|last|run|model)\S+ (?:number |# ?)?(\d{1,9})\b(?! (?:most|best|features|columns))", clause.masked)
    if clause.columns and re.search(
        r"\bhow do(?:es)?\b|partial dependence|\bpdp\b|effect of|@ effects?\b|sensitivity (?:to|of|on)|response (?:to|of)|dependence (?:on|of)|influence of|"
        r"impact of|affects?|(?:predictions?|predicted (?:\w+|@)|output) (?:changes?|varies|vary|moves?|depends?|goes|reacts?|responds?) (?:with|as|on|along|to|"
        r"over)", clause.masked):
        args["method"] = "partial_dependence"
        mentions = [mention for mention in clause.columns if clause.context.target not in mention.names] or clause.columns
        name = resolved(mentions[0], clause, "explain", "column", args)
        if name != clause.context.target:
            args["column"] = name
    elif method:
        args["method"] = method
    row = row or re.search(r"^(?:and )?why (?:is |was |about |for )?(?:number |no |# ?)?(\d{1,9})$", clause.norm.strip(" ?!."))
    top = _TOP.search(clause.norm)
    if top:
        args["top"] = int(top[1] or top[2])
    named = row_asked(clause)
    if named is None and row is None:
        refuse_code(clause)
    rows = _ROWS.search(clause.norm)
    if rows and not clause.columns and not clause.values:
        return [with_run(clause, {**args, "row": int(number)}) for number in dict.fromkeys(re.findall(r"\d+", rows[0]))]
    if named is not None or row:
        args["row"] = named if named is not None else int(row[1]) if row else None
    elif (place := LAST_ROW.search(clause.norm)) and clause.norm.startswith(("why", "how come", "explain")):
        near = max(ORDINALS.get(place["place"], 1) - 1, 0)
        raise Unclear("Which row? Say its number; the first one is row 0.", [option("explain", {**args, "row": near}, f"Explain row {near}"), option("preview", {"which": "tail"}, "Show the last rows"), option("explain", args, "Explain the model as a whole")])
    return with_run(clause, args)


_TOP = re.compile(r"\b(?:top|best(?=\s\d+$)) (\d{1,3})\b|\b(?:first|best|main|strongest) (\d{1,3}) (?:features|columns|variables|ones|only)\b")
"""How many columns are wanted: “permutation importance, top 15”."""
_ROWS = re.compile(r"\b(?:rows?|records?|lines?|cases?) (?:number |# ?)?\d{1,9}(?:(?: ?,| and| &| as well as)+ (?:also )?(?:(?:rows?|records?|lines?|cases?|number|#) ?)*\d{1,9})+\b")
"""Several rows at once: “explain row 5 and row 9”."""
_MATTERS = re.compile(r"(?:and |so )?(?:how much |how )?(?:does|do|is|are|did) (?:the )?@ (?:really |even |actually |so |very )*(?:matter|count|important|relevant|play|have)\b")
"""“does the pulse matter”"""
