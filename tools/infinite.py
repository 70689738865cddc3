"""Says which column is infinite where nothing can be computed with it, and what takes the rows out."""

from __future__ import annotations

from tools.base import ToolCall, UserError
from tools.cells import counted, quoted
from tools.experiment import Experiment


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
    call = ToolCall(tool="filter_rows", args={"column": name, "op": "between", "value": [finite.min().item(), finite.max().item()]}) if len(finite) else ToolCall(tool="drop_columns", args={"columns": [name]})
    return UserError("infinite_values", f"{what} does not work: {quoted(name)} is infinite in {counted(found[name], 'row')}, and nothing can be computed with that.", hint, call)
