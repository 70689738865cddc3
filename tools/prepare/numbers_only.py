"""Some steps take numbers only: says so in words, with what to do first."""

from __future__ import annotations

from tools.base import ToolCall, UserError
from tools.cells import quoted_list
from tools.experiment import Experiment


def require_numbers(columns: list[str], experiment: Experiment, done: str, target: bool = False) -> None:
    """Raises UserError where one of the columns holds no numbers, or is the target."""
    if not target and experiment.target in columns:
        raise UserError("target_named", f"“{experiment.target}” is what you want to predict, so it is not {done}.", "Name feature columns.", argument="columns")
    words = [name for name in columns if not _numeric(experiment, name)]
    if words:
        dates = all((experiment.columns.get(name) or experiment.sources[name])["kind"] == "datetime" for name in words)
        tool, first = ("extract_dates", "Take parts such as the month from it") if dates else ("encode", "Encode it")
        raise UserError(
            "not_numeric",
            f"{quoted_list(words)} {'holds' if len(words) == 1 else 'hold'} no numbers and cannot be {done}.",
            f"{first if len(words) == 1 else first.replace(' it', ' them')} first, or leave {'it' if len(words) == 1 else 'them'} out.",
            ToolCall(tool=tool, args={"columns": words}),
            argument="columns",
        )


def _numeric(experiment: Experiment, name: str) -> bool:
    entry = experiment.columns.get(name) or experiment.sources[name]
    return bool(entry["dtype"].startswith(("int", "float", "bool")))
