"""What is said when work in a child process does not end as it should."""

from __future__ import annotations

import logging
import traceback
from typing import Any
from uuid import uuid4

from engine.errors import Refusal

log = logging.getLogger("playground.jobs")


class ChildLost(Refusal):
    """The child process died while it worked."""

    def __init__(self) -> None:
        super().__init__(
            "worker_lost",
            "The worker stopped unexpectedly.",
            "Try it again; if it happens again, use fewer rows or a simpler model.",
        )


class TimedOut(Refusal):
    """The child process took longer than it may; it was ended."""

    def __init__(self, seconds: float) -> None:
        super().__init__(
            "time_limit",
            f"This took longer than {_duration(seconds)}, so it was stopped.",
            "Use fewer rows or columns, or a faster model.",
        )


class OutOfMemory(Refusal):
    """The work needed more memory than one piece of work may use."""

    def __init__(self, cap: int) -> None:
        super().__init__(
            "out_of_memory",
            f"This needs more memory than the {cap / 2**30:.1f} GiB that one piece of work may use.",
            "Use fewer rows or columns, encode columns with many values by frequency or target, or choose a linear model.",
        )


class Crashed(Refusal):
    """The work failed in a way that nobody foresaw; the log has the details under the same reference."""

    def __init__(self, details: str) -> None:
        reference = uuid4().hex[:8]
        log.error("work crashed, reference %s\n%s", reference, details)
        super().__init__(
            "internal",
            f"Something went wrong inside; nothing was changed. (Reference {reference})",
            "Try it again or another way; with the reference the log tells what happened.",
        )
        self.reference = reference


def as_error(refusal: Refusal) -> dict[str, Any]:
    """Returns a refusal as the error object that doors show."""
    return {"code": refusal.code, "message": refusal.message, "hint": refusal.hint}


def described(error: BaseException) -> str:
    """Returns where an error happened and its type, without its words: these may quote cells of somebody's data."""
    lines: list[str] = []
    each: BaseException | None = error
    while each is not None:
        lines = [*traceback.format_tb(each.__traceback__), f"{type(each).__name__}\n", *lines]
        each = each.__cause__ or each.__context__
    return "".join(lines)


def _duration(seconds: float) -> str:
    if seconds >= 120:
        return f"{round(seconds / 60)} minutes"
    return f"{seconds:g} second" + ("" if seconds == 1 else "s")
