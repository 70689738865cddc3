"""What the health report found: of the table as it was loaded, and of the table as it stands."""

from __future__ import annotations

from typing import Any

from engine.errors import Refusal
from tools.experiment import Experiment

ASKING = frozenset(["load_data", "set_target", "set_task"])
"""Steps that say what is looked for, and change nothing of the table."""


def all_findings(experiment: Experiment) -> list[dict[str, Any]]:
    """Lists the open findings, and after them those of the table as loaded that steps have answered (`answered`: true)."""
    from tools.data.profile import report_of
    from tools.state import findings_of

    now = findings_of(experiment)
    if len(experiment.steps) == 1:
        return now
    first = experiment.with_document(steps=[step for step in experiment.steps if step["tool"] in ASKING])
    try:
        loaded = report_of(first)["findings"]
    except (Refusal, KeyError):  # the column to predict was made or renamed by a step
        return now
    stands = {(finding["id"], column) for finding in report_of(experiment)["findings"] for column in finding["columns"] or [""]}
    return [*now, *({**finding, "answered": True} for finding in loaded if not any((finding["id"], column) in stands for column in finding["columns"] or [""]))]
