"""Refuses a step that would make more columns than there is room for."""

from __future__ import annotations

from tools.base import ToolCall, UserError
from tools.experiment import Experiment


def require_room(made: int, experiment: Experiment, what: str, hint: str, call: ToolCall | None, argument: str) -> None:
    """Raises UserError where so many new columns of numbers do not fit; `call` is what does."""
    from engine.price import columns_price

    found = columns_price(len(experiment.frame), made)
    if found.level == "refused":
        raise UserError("too_expensive", f"{what}: {found.reason}.", hint, call, argument=argument)


def columns_with_room(experiment: Experiment) -> int:
    """Gives how many new columns of numbers there is room for."""
    from engine.price import columns_that_fit

    return columns_that_fit(len(experiment.frame))
