"""Fills the arguments of the tools that take steps back."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.slots import option
from assistant.router.arguments.step_edits import step_number
from assistant.router.dialogue.step_removal import one_of_the_steps, removed_tool, step_of, which_step
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.quantities import count_of

Args = dict[str, Any]


def steps_back(clause: Clause) -> Args:
    """Reads how many steps; asks where they are counted from something that was done."""
    if _SINCE.search(clause.norm):
        raise Unclear("How many steps shall go? The pipeline shows them with their numbers.", [option("show_pipeline", {}, "Show the pipeline"), option("undo", {}, "Only the last step")])
    number = count_of(clause) or (2 if clause.has("twice|both") else 3 if clause.has("thrice") else None)
    return {"steps": number} if number else {}


_STEPS = re.compile(r"\bsteps? (?:number |# ?)?\d{1,4}(?:(?: ?,| and| &| also| please| as well as| plus)+ (?:(?:also|the|steps?|number|#) ?)*\d{1,4})+\b")
"""Several steps at once: “remove steps 2 and 3”."""
_EITHER_STEP = re.compile(r"\bsteps? (?:number )?(\d{1,3}),? or (?:maybe |perhaps )?(?:step )?(?:number )?(\d{1,3})\b")
_SINCE = re.compile(r"\b(?:everything|all(?: steps)?|whatever|what (?:i|we) did) (?:(?:that )?(?:was|is|i did|we did|came) )?(?:since|after|from|up to|until|till|back to)\b")
"""“undo everything since the split”"""


def remove_step(clause: Clause) -> Args | list[Args]:
    """Reads the step's number, or the noun of what it does; of several the last goes first, for the others keep their numbers then."""
    several = _STEPS.search(clause.norm)
    if several:
        return [{"step": number} for number in sorted({int(number) for number in re.findall(r"\d+", several[0])}, reverse=True)]
    either = _EITHER_STEP.search(clause.norm)
    if either:
        raise Unclear("Which of the two steps shall go?", [option("remove_step", {"step": int(number)}, f"Remove step {number}") for number in either.groups()])
    tool = removed_tool(clause)
    if tool is None and one_of_the_steps(clause):
        raise which_step(clause)
    return {"step": step_of(clause, tool) if tool else step_number(clause)}


def start_over(clause: Clause) -> Args:
    """Asks first: it destroys work."""
    raise Unclear("This takes all steps back to the data as it was loaded. Shall I start over?", [option("start_over", {}, "Yes, start over"), option("show_pipeline", {}, "No, show the pipeline")])
