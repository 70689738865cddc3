"""Some steps take numbers only: says so in words, with what to do first."""

from __future__ import annotations

from tools.base import ToolCall, UserError
from tools.cells import listed
from tools.experiment import Experiment


def require_numbers(columns: list[str], experiment: Experiment, done: str, target: bool = False) -> None:
    """Raises UserError where one of the columns holds no numbers, or is the target."""
    if not target and experiment.target in columns:
        raise UserError("target_named", f"“{experiment.target}” is what you want to predict, so it is not {done}.", "Name feature columns.", argument="columns")
    words = [name for name in columns if not _numeric(experiment, name)]
    if words:
        raise UserError(
            "not_numeric",
            f"{listed(words)} holds no numbers and cannot be {done}.",
            "Encode it first, or leave it out.",
            ToolCall(tool="encode", args={"columns": words}),
            argument="columns",
        )


def _numeric(experiment: Experiment, name: str) -> bool:
    entry = experiment.columns.get(name) or experiment.sources[name]
    return bool(entry["dtype"].startswith(("int", "float", "bool")))
