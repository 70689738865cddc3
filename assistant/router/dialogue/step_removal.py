"""Understands which step “remove the tuning” means: a verb that takes away, before the noun of what a step does."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.slots import option
from assistant.router.asking.labels import label
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.tool.triggers.wordlists import STEP_NOUNS

_VERB = r"remove|delete|take (?:out|away|back)|undo|revert|drop|cancel|discard|get rid of|throw (?:out|away)|scrap"
_REMOVAL = re.compile(rf"^(?:please )?({_VERB}) (?:the |my |our |that |this |all |last |first )*({'|'.join(noun for _, noun in STEP_NOUNS)})(?: steps?)?(?: (?:of|for|on|from) (?:the )?@)?(?: again| please)*$")
_MAY_RUN = ("tune", "train", "cross_validate", "compare_models", "ensemble")
"""Tools whose work may be going on right now, so that “cancel” can mean the job."""


_ONE_OF = re.compile(
    rf"(?:(?:please|now|so) )*(?:(?:{_VERB}|skip|strike|bin) (?:just |only )?(?:one|a|1|some)(?: of)?(?: the| my| our| these| those)* steps?|"
    rf"(?:just |only )?one of (?:the |my |our |these |those )*steps? (?:should|must|can|has to|needs to|may) (?:go|"
    rf"be (?:removed|dropped|deleted|undone)))(?: please| again| out| away)*",
)


def one_of_the_steps(clause: Clause) -> bool:
    """Says whether a step is to go, and not which: “remove one of the steps”."""
    return _ONE_OF.fullmatch(clause.norm.strip(" .!?")) is not None


def which_step(clause: Clause) -> Unclear:
    """Asks which step is to go, with the latest ones as options."""
    offered = [option("remove_step", {"step": step["number"]}, _named(step)) for step in clause.context.steps if "number" in step]
    return Unclear("Which step shall go?", [*offered[-4:], option("show_pipeline", {}, "Show the pipeline")])


def _named(step: dict[str, Any]) -> str:
    """Says which step would go, by its number and what it does."""
    tool = str(step.get("tool", ""))
    return f"Remove step {step['number']}: {label({'tool': tool, 'args': step.get('args') or {}})}"


def removed_tool(clause: Clause) -> str | None:
    """Names the tool whose step the words take away; None where they take away something else."""
    match = _REMOVAL.match(clause.masked.strip(" .!?"))
    if match is None:
        return None
    tool = next(tool for tool, noun in STEP_NOUNS if re.fullmatch(noun, match[2]))
    if match[1] in ("undo", "revert", "take back", "cancel") and not _steps(clause, tool) and (match[1] != "cancel" or tool in _MAY_RUN):
        return None
    return tool


def step_of(clause: Clause, tool: str) -> int:
    """Finds the number of the tool's step; asks where there are several, or none."""
    steps = _steps(clause, tool)
    words = tool.replace("_", " ")
    options = [option("remove_step", {"step": step["number"]}, _named(step)) for step in steps[-3:]]
    if clause.masked.startswith("cancel") and tool in _MAY_RUN:
        raise Unclear(f"Shall I stop what is running, or remove the step “{words}”?", [option("cancel", {}, "Stop what is running"), *options])
    if len(steps) == 1:
        return int(steps[0]["number"])
    question = f"There are {len(steps)} steps “{words}”. Which one shall go?" if steps else f"There is no step “{words}” to remove. The pipeline shows the steps that there are."
    raise Unclear(question, [*options, option("show_pipeline", {}, "Show the pipeline")])


def _steps(clause: Clause, tool: str) -> list[dict[str, Any]]:
    named = {mention.name for mention in clause.columns if mention.clear}
    return [step for step in clause.context.steps if step.get("tool") == tool and "number" in step and (not named or named & _columns(step))]


def _columns(step: dict[str, Any]) -> set[str]:
    args = step.get("args", {})
    listed = args.get("columns") or args.get("column") or []
    return set(listed) if isinstance(listed, list) else {listed}
