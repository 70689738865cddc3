"""Puts the health report together: sizes, one line for each column, and what was found, the gravest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from typing import Any

import pandas as pd

from engine.profile import findings_columns, findings_leakage, findings_target, findings_values
from engine.profile.facts import Table, count, summary
from engine.profile.finding import OF_TARGET, ORDER, Finding, rank

CHECKS = (*findings_columns.CHECKS, *findings_values.CHECKS, *findings_target.CHECKS)
OF_VALUES = {"constant", "near_constant", "disguised_missing"}


def profile(
    frame: pd.DataFrame,
    columns: list[dict[str, Any]],
    target: str | None = None,
    task: str | None = None,
    before: tuple[pd.DataFrame, list[dict[str, Any]]] | None = None,
    left_out: Collection[str] = (),
) -> dict[str, Any]:
    """Reports what a table holds and what to look at before learning from it, as plain JSON values.

    `columns` are the schema's entries (`name` and `kind` are read). With a `target` the report also looks for columns that
    give it away, uneven classes, drift and the like; `task` left out is inferred from the target. `before` is the table and
    its schema before any learned step: what gives the answer away is looked for there, as a column that was encoded by the
    target foretells it by its making. In columns that are `left_out` nothing is looked for.
    """
    table = replace(count(frame, columns, target, task or _task(columns, frame, target)), left_out=left_out)
    loaded = table if before is None else replace(count(*before, target, table.task), left_out=left_out)
    leaks = [item for check in findings_leakage.CHECKS for item in check(loaded)]
    table.relation.update(loaded.relation)
    if loaded.rows == table.rows:
        table = replace(table, duplicates=loaded.duplicates)  # rows that differ before a step may well look the same after it
    table.notes.update(loaded.notes)
    # What looks odd in a column that a step has made is no fault of the table.
    made = set() if before is None else set(frame.columns) - set(before[0].columns)
    found = [item for check in CHECKS for item in check(table) if item["id"] not in OF_VALUES or not made.issuperset(item["columns"])]
    findings = rank([*found, *leaks])
    rows = [summary(facts) for facts in table.facts.values()]
    _note(rows, findings)
    return {
        "rows": table.rows,
        "columns": len(table.facts),
        "cells": table.rows * len(table.facts),
        "missing_cells": sum(facts.missing for facts in table.facts.values()),
        "duplicates": table.duplicates,
        "kinds": dict(Counter(facts.kind for facts in table.facts.values())),
        "table": rows,
        "findings": findings,
        "fine": _fine(findings, table),
        "relation": dict(sorted(table.relation.items(), key=lambda item: -item[1])),
        "sampled": _sampled(table),
    }


def _fine(findings: list[Finding], table: Table) -> list[str]:
    """Names what was looked for and not found."""
    found = {item["id"] for item in findings}
    return [id for id in ORDER if id not in found and (table.target is not None or id not in OF_TARGET)]


def _task(columns: list[dict[str, Any]], frame: pd.DataFrame, target: str | None) -> str | None:
    if target is None or target not in frame.columns:
        return None
    kind = next((entry["kind"] for entry in columns if entry["name"] == target), "categorical")
    return "regression" if kind == "numeric" and frame[target].nunique() > 20 else "classification"


def _note(rows: list[dict[str, Any]], findings: list[Finding]) -> None:
    """Writes the gravest finding of each column into its line."""
    titles: dict[str, str] = {}
    for item in findings:
        for name in item["columns"]:
            titles.setdefault(name, item["title"])
    for row in rows:
        row["note"] = titles.get(row["name"], "")


def _sampled(table: Table) -> dict[str, Any] | None:
    notes = table.notes
    if not notes:
        return None
    parts = []
    if "pairwise_rows" in notes or "pairwise_columns" in notes:
        rows, columns = notes.get("pairwise_rows"), notes.get("pairwise_columns")
        looked = [f"{rows:,} random rows" if rows else "", f"the first {columns} numeric columns" if columns else ""]
        parts.append(f"Columns were compared with each other on {' and '.join(part for part in looked if part)}.")
    if "leakage_rows" in notes:
        parts.append(f"The relation to the target was measured on {notes['leakage_rows']:,} random rows.")
    if "leakage_columns" in notes:
        parts.append(f"Only the {notes['leakage_columns']} columns that move most with the target were checked for leakage.")
    return {**notes, "message": " ".join(parts)}
