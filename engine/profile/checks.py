"""What can be wrong with single columns and with the table, before anything is to be predicted.

The thresholds are those of AutoGluon (IDs, constants), PyCaret (levels for one-hot) and mljar (text).
"""

from __future__ import annotations

import numpy as np

from engine.profile.facts import Facts, Table
from engine.profile.finding import Finding, call, finding, one_or_many
from engine.profile.wording import brief, listed, percent, shown

NEAR_CONSTANT, MANY_MISSING, MOST_MISSING, MANY_LEVELS, SKEWED = 0.995, 0.4, 0.9, 25, 3.0


def column_findings(table: Table) -> list[Finding]:
    """Checks each feature column."""
    groups: dict[str, list[Finding]] = {}
    for facts in table.features():
        for found in _checks(facts):
            groups.setdefault(found["id"] + found["level"], []).append(found)
    return [item for singles in groups.values() for item in one_or_many(singles, lambda names, first=singles[0]: _together(first, names))]


def table_findings(table: Table) -> list[Finding]:
    """Checks what concerns the whole table: repeated rows, its size and its shape."""
    rows, width = len(table.frame), table.frame.shape[1]
    found = []
    if rows and table.duplicates / rows >= 0.01:
        message = f"{table.duplicates:,} rows repeat an earlier one ({percent(table.duplicates / rows)}); the same row could be learned from and tested on."
        found.append(finding("duplicates", [], "warn", "Repeated rows", message, table.duplicates, [call("Drop the repeated rows", "drop_duplicates")]))
    if rows < 200:
        message = f"There are {rows:,} rows; one split of so few is luck, so read scores with care."
        found.append(finding("tiny", [], "note", "Few rows", message, rows, []))
    if width > 500 or width > rows > 0:
        message = f"There are {width:,} columns for {rows:,} rows; simple models and fewer features will hold better."
        found.append(finding("wide", [], "note", "Many columns", message, width, []))
    if rows > 200_000 or table.frame.size > 20_000_000:
        message = f"There are {rows:,} rows; histogram boosting is fast on this size."
        found.append(finding("big", [], "note", "Many rows", message, rows, []))
    return found


def _checks(facts: Facts) -> list[Finding]:
    names, rows = [facts.name], facts.rows
    drop = call(f"Drop {facts.name}", "drop_columns", columns=names)
    if facts.unique <= 1 and facts.known + facts.missing > 1:
        what = "is empty" if facts.unique == 0 else "has the same value in every row"
        return [finding("constant", names, "warn", "Says nothing", f"{shown(facts.name)} {what}, so nothing can be learned from it.", facts.unique, [drop])]
    found = []
    if facts.kind == "id":
        message = f"{shown(facts.name)} has {facts.unique:,} different values in {rows:,} rows; it tells rows apart and cannot help with new ones."
        found.append(finding("id_like", names, "note", "An ID", message, facts.unique, [drop]))
    elif facts.top_share > NEAR_CONSTANT and rows > 50:
        found.append(finding("near_constant", names, "warn", "Nearly constant", f"{shown(facts.name)} is {shown(facts.top)} in {percent(facts.top_share)} of the rows.", facts.top_share, [drop]))
    share = facts.missing / rows if rows else 0.0
    if share > 0 and facts.kind != "id":
        level = "warn" if share > MANY_MISSING else "note"
        fill = call(f"Fill {facts.name}", "impute", columns=names, add_indicator=share > MANY_MISSING)
        message = f"{facts.missing:,} values of {shown(facts.name)} are missing ({percent(share)})."
        found.append(finding("missing", names, level, "Missing values", message, share, [drop, fill] if share > MOST_MISSING else [fill, drop]))
    if facts.kind == "text":
        message = f"{shown(facts.name)} is free text with {facts.unique:,} different values; models need it as numbers."
        found.append(finding("text", names, "note", "Free text", message, facts.unique, [call(f"Use the words of {facts.name}", "vectorize_text", columns=names), drop]))
    if facts.kind == "categorical" and facts.is_text and facts.unique > MANY_LEVELS:
        message = f"{shown(facts.name)} has {facts.unique:,} categories; one column for each would be many."
        found.append(finding("high_cardinality", names, "note", "Many categories", message, facts.unique, [call(f"Encode {facts.name} in one column", "encode", columns=names, method="target")]))
    return found + _mixed(facts) + _numbers(facts)


def _mixed(facts: Facts) -> list[Finding]:
    """Text in which nearly every value is a number."""
    import pandas as pd

    if not facts.is_text or facts.kind not in {"categorical", "text"} or facts.known < 20:
        return []
    texts = pd.Series(facts.uniques)
    numbers = pd.to_numeric(texts, errors="coerce").notna().to_numpy()
    share = float(facts.counts[numbers].sum() / facts.known)
    if share < 0.95 or share == 1.0:
        return []
    odd = [str(value) for value in texts[~numbers].head(3)]
    message = f"{percent(share)} of {shown(facts.name)} are numbers; the others are words such as {listed(odd)}."
    return [finding("mixed_kinds", [facts.name], "warn", "Numbers and words", message, share, [call(f"Read {facts.name} as numbers", "set_kind", columns=[facts.name], kind="numeric")])]


def _numbers(facts: Facts) -> list[Finding]:
    if facts.kind != "numeric" or len(facts.finite) < 20:
        return []
    found = []
    low, middle, high = facts.quartiles
    spread = high - low
    sentinels = [value for value in (-1.0, -9.0, -99.0, -999.0, -9999.0, 99.0, 999.0, 9999.0, 99999.0) if facts.whole or value < -1]
    for value in sentinels:
        hits = int((facts.finite == value).sum())
        others = facts.finite[facts.finite != value]
        if hits >= 3 and len(others) and not others.min() <= value <= others.max() and abs(value - middle) > 3 * max(spread, 1e-12):
            message = f"{brief(value)} stands in {shown(facts.name)} {hits:,} times, far from all other values; it may mean “missing”."
            found.append(finding("disguised_missing", [facts.name], "warn", "Missing in disguise", message, hits, [call(f"Make {brief(value)} missing", "replace_values", column=facts.name, old=value, new=None)]))
    if spread > 0:
        outside = int(((facts.finite < low - SKEWED * spread) | (facts.finite > high + SKEWED * spread)).sum())
        if outside / len(facts.finite) > 0.01:
            message = f"{outside:,} values of {shown(facts.name)} lie far outside ({brief(float(np.min(facts.finite)))} to {brief(float(np.max(facts.finite)))}; half are between {brief(low)} and {brief(high)})."
            found.append(finding("outliers", [facts.name], "note", "Extreme values", message, outside, [call(f"Clip {facts.name}", "handle_outliers", columns=[facts.name])]))
    return found


def _together(first: Finding, names: list[str]) -> Finding:
    """Tells many columns with the same trouble as one finding, mended by one call."""
    calls = [
        {"label": item["label"].replace(first["columns"][0], f"these {len(names)} columns"), "call": {"tool": item["call"]["tool"], "args": {**item["call"]["args"], "columns": names}}}
        for item in first["calls"]
        if "columns" in item["call"]["args"] and item["call"]["tool"] != "acknowledge"
    ]
    message = f"{first['title']}: {listed(names)} ({len(names):,} columns)."
    return finding(first["id"], names, first["level"], first["title"], message, len(names), calls)
