"""Counts the looks at test rows: each answer that shows a new number computed on them is one, for each run that it shows.

A table that repeats a score which was told before is none; a score that nobody has looked at does not stand in it.
"""

from __future__ import annotations

from tools.experiment import Experiment, Run

MANY_LOOKS = 3
"""From so many looks on, choosing by the test rows flatters what is chosen."""


def look_note(experiment: Experiment, run: Run, part: str) -> str:
    """Counts a look at the test rows, and says so; nothing where other rows were looked at."""
    if part != "test":
        return ""
    looks = experiment.document["looks"]
    looks[run["id"]] = looks.get(run["id"], 0) + 1
    count = experiment.looks
    warning = ": what is chosen by looking at them is no longer a fair check" if count == MANY_LOOKS else ""
    return f" (Look {count} at the test rows{warning}.)"


def looked_at(experiment: Experiment, run: Run) -> bool:
    """Whether somebody has looked at this run's scores on the test rows."""
    return bool(experiment.document["looks"].get(run["id"]))
