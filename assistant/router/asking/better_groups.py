"""Asks what is meant where somebody only wants to know whether some rows are better or worse: “are saturdays better”."""

from __future__ import annotations

import re

from assistant.router.arguments.slots import option
from assistant.router.context import RouterContext
from assistant.router.entities.clause import Clause, Unclear

_COMPARES = re.compile(r"(?:(?:and|so|but|ok|then|well|hm+|tell me|,) ?)*(?:if |whether )?(?:is|are|was|were|do|does|did|has|have)\b.*\b(?P<how>better|worse|best|worst|more|less|higher|lower|fewer|busier|different|special)\b")
_TWO = re.compile(r"(?:(?:please|can you|lets|now|and|so) )*compare (?:the |our )?# (?:and|with|to|vs|versus|against) (?:the |our )?#(?: (?:please|for me|now))*")
"""“compare oak and pine”"""
_ABOUT = re.compile(
    r"(?:(?:and|so|ok|please|can you) )*(?:tell (?:me|us) (?:more |something |all |everything )?about|hows?(?: is| are)?|how (?:do|does|did)|"
    r"whats? (?:is )?(?:up|wrong|the matter) with|is there (?:something|anything) (?:wrong|odd|off|special|strange) with|is|are|details? (?:on|about|of)|"
    r"info (?:on|about)|look (?:closer )?at) (?:the |our )?#(?: (?:doing|do|any good|good|bad|ok|okay|special|an? (?:good|bad) [a-z@]+))?",
)
"""“tell me about oakmoor”, “is rodofast any good”"""
MOST_MEASURES = 2


def refuse_better(clause: Clause) -> None:
    """Raises Unclear with the charts and tables that tell, where the values of one column are held against the others without saying by what."""
    said = _COMPARES.match(clause.norm)
    columns = {value.columns[0] for value in clause.values if len(value.columns) == 1}
    about = _ABOUT.fullmatch(clause.shape.text.strip(" .!?")) if said is None else None
    if len(columns) != 1 or clause.numbers or not (said or about or ("compare" in clause.norm and _TWO.fullmatch(clause.shape.text.strip(" .!?")))):
        return
    if said and " than " in clause.norm and said["how"] not in ("better", "worse"):
        return
    (column,), context = columns, clause.context
    named = [mention.name for mention in clause.columns if mention.clear and mention.name != column]
    if column == context.target or len(named) > 1:
        return
    options = [option("show_errors", {}, "Where the model is more often wrong")] if context.runs and context.target else []
    options += [_compared(name, column, context) for name in (named or _measures(context))[:MOST_MEASURES] if name != column]
    if not options:
        return
    raise Unclear(f"By what? I can hold the values of {column} against each other{', or look for which the model is worse' if context.runs and context.target else ''}.", [*options, option("plot", {"kind": "bar", "x": column}, f"How often each {column} is there")])


def _measures(context: RouterContext) -> list[str]:
    """What rows are held against each other by: the target, else the only column of yes and no, and the last numbers of the table."""
    answers = context.features(("boolean",))
    return [context.target] if context.target else [*(answers if len(answers) == 1 else ()), *[entry["name"] for entry in context.columns if entry["kind"] == "numeric"][::-1]]


def _compared(name: str, column: str, context: RouterContext) -> dict[str, object]:
    if context.kind(name) == "numeric":
        return option("aggregate", {"column": name, "by": [column], "statistic": "mean"}, f"The mean of {name} by {column}")
    return option("aggregate", {"by": [column, name], "statistic": "count"}, f"How many of each {name} by {column}")
