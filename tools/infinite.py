"""Says which column is infinite, or too large to add up, where nothing can be computed with it, and what takes the rows out."""

from __future__ import annotations

from typing import Any

from tools.base import ToolCall, UserError
from tools.cells import counted, quoted
from tools.experiment import Experiment

LARGEST = 1e300
"""Numbers up to here can be added up in any table; the largest that there are, 1.8e308, cannot even be averaged in pairs."""


def infinite_values(experiment: Experiment, problem: Exception, what: str) -> UserError | None:
    """Puts a library's complaint about infinity into words, with the call that keeps the finite rows; None for other complaints."""
    import numpy as np

    if "infinity" not in str(problem):
        return None
    numbers = experiment.frame.select_dtypes("number")
    found = {name: int(np.isinf(numbers[name]).sum()) for name in numbers}
    name = next((name for name, count in found.items() if count), None)
    if name is None:
        return UserError("infinite_values", f"{what} does not work: a step before it makes numbers that are too large to compute with.", "Undo that step, or scale the numbers first.", ToolCall(tool="show_pipeline"))
    finite = numbers[name].replace([np.inf, -np.inf], np.nan).dropna()
    hint = f"Keep the rows in which {quoted(name)} is finite."
    call = _between(str(name), finite) if len(finite) else ToolCall(tool="drop_columns", args={"columns": [name]})
    return UserError("infinite_values", f"{what} does not work: {quoted(name)} is infinite in {counted(found[name], 'row')}, and nothing can be computed with that.", hint, call)


def require_sums(experiment: Experiment) -> None:
    """Raises UserError where the answers are so large that they have no mean, with the call that leaves the largest out."""
    import numpy as np

    if experiment.task != "regression" or not experiment.target:
        return
    answers = experiment.frame[experiment.target].dropna()
    if np.isinf(answers).any():  # the model's own complaint says in which rows
        return
    with np.errstate(over="ignore"):
        if np.isfinite(answers.abs().sum()):
            return
    ordinary = answers[answers.abs() <= LARGEST]
    said = f"{quoted(experiment.target)} reaches {answers.abs().max():.2g}, and numbers of that size cannot be added up."
    if len(ordinary) * 2 > len(answers):
        left = len(answers) - len(ordinary)
        raise UserError("too_large_to_add", said, f"Leave out the {counted(left, 'row')} in which it is beyond {LARGEST:g}.", _between(experiment.target, ordinary))
    others = [name for name, column in experiment.sources.items() if column["unique"] > 1 and name != experiment.target]
    raise UserError("too_large_to_add", said, "Divide it in the file, or choose another column.", ToolCall(tool="set_target", args={"column": others[-1]}) if others else None)


def _between(name: str, kept: Any) -> ToolCall:
    return ToolCall(tool="filter_rows", args={"column": name, "op": "between", "value": [kept.min().item(), kept.max().item()]})
