"""What there must be before a tool makes sense, and what to offer where it is not there yet."""

from __future__ import annotations

import re

from tools.base import PREDICTING, Question, Suggestion, Tool, ToolCall, UserError
from tools.experiment import Experiment


def check_requirements(tool: Tool, experiment: Experiment) -> None:
    """Raises UserError or Question where the stage is not right for this tool."""
    for needed in tool.requires:
        if needed == "dataset" and not experiment.dataset:
            raise UserError(
                "no_data",
                "There is no data yet.",
                "Load a sample or upload a file first.",
                ToolCall(tool="load_data", args={"source": "titanic"}),
            )
        if needed == "dataset":
            check_task(tool, experiment)
        if needed == "target" and not experiment.target and experiment.task not in {"clustering", "anomaly_detection"}:
            raise Question("Which column do you want to predict?", target_options(experiment))
        if needed == "run":
            experiment.run()


def check_task(tool: Tool, experiment: Experiment) -> None:
    """Raises UserError where a table is loaded and there is nothing to do for this tool in its task.

    Before anything is to be predicted, only what needs no prediction is out of place.
    """
    if not tool.tasks or not experiment.dataset or experiment.task in tool.tasks:
        return
    if experiment.task or not set(tool.tasks) & set(PREDICTING):
        raise tool.wrong_task(experiment)


def requirements_met(tool: Tool, experiment: Experiment) -> bool:
    """Says whether this tool can be called now; that it would ask something first is no hindrance."""
    try:
        check_requirements(tool, experiment)
    except UserError:
        return False
    except Question:
        return True
    return True


def target_options(experiment: Experiment) -> list[Suggestion]:
    """Offers the likeliest target columns, and looking for groups instead."""
    options = [
        Suggestion(label=f"Predict {name}", reason=reason, call=ToolCall(tool="set_target", args={"column": name}))
        for name, reason in likely_targets(list(experiment.sources.values()))[:3]
    ]
    groups = Suggestion(
        label="Nothing: find groups",
        reason="rows that are alike are put together",
        call=ToolCall(tool="set_task", args={"task": "clustering"}),
    )
    return [*options, groups]


AMOUNTS = {
    "price", "tip", "total", "amount", "cost", "costs", "sales", "income", "score", "rate", "rating", "value", "charges", "fare",
    "salary", "wage", "revenue", "profit", "demand", "mpg", "cnt",
}
TELLING_NAMES = ("target", "label", "class", "outcome", "survived", "churn", "y", "price", "default", "result", "species")


def likely_targets(columns: list[dict[str, object]]) -> list[tuple[str, str]]:
    """Ranks columns as targets, with the reason: a telling name, an amount, few values, or the last place in the table."""
    ranked = []
    for place, column in enumerate(columns):
        name, kind, unique = str(column["name"]), column["kind"], int(str(column["unique"]))
        if kind in {"id", "text", "datetime"} or unique < 2:
            continue
        score, reason = 0, f"{unique:,} different values"
        if name.casefold() in TELLING_NAMES or any(word in name.casefold() for word in TELLING_NAMES if len(word) > 4):
            score, reason = 4, f"{reason}, and a name like an outcome's"
        elif kind == "numeric" and _last_word(name) in AMOUNTS:
            score, reason = 3, f"{reason}, and an amount that is often asked for"
        if kind == "boolean" or unique == 2:
            score += 2
        if place == len(columns) - 1:
            score, reason = score + 3, f"{reason}, in the last column"
        ranked.append((-score, place, name, reason))
    return [(name, reason) for _, _, name, reason in sorted(ranked)]


def _last_word(name: str) -> str:
    """Gives what a column's name is about: "charges" of "monthly_charges", "value" of "houseValue"."""
    words = re.findall(r"[a-z]+", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).casefold())
    return words[-1] if words else ""
