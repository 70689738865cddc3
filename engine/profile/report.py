"""Puts the health report together."""

from __future__ import annotations

from typing import Any

import pandas as pd

from engine.profile.checks import column_findings, table_findings
from engine.profile.facts import count, summary
from engine.profile.finding import rank
from engine.profile.target_checks import target_findings


def profile(frame: pd.DataFrame, columns: list[dict[str, Any]], target: str | None, task: str | None) -> dict[str, Any]:
    """Reports on a table: its size, a row for each column, and findings, each with the calls that mend it.

    Counts are exact and of all rows; what needs a model or pairs of columns uses a sample and says so.
    """
    table = count(frame, columns, target, task)
    findings = [*column_findings(table), *table_findings(table), *(target_findings(table) if table.target else [])]
    kinds: dict[str, int] = {}
    for facts in table.facts.values():
        kinds[facts.kind] = kinds.get(facts.kind, 0) + 1
    return {
        "rows": len(frame),
        "columns": frame.shape[1],
        "cells": int(frame.size),
        "missing_cells": sum(facts.missing for facts in table.facts.values()),
        "duplicates": table.duplicates,
        "kinds": kinds,
        "table": [summary(facts) for facts in table.facts.values()],
        "findings": rank(findings),
        "sampled": table.notes or None,
    }
