"""Findings about single columns that carry little or too much: identifiers, constants, gaps, many levels, free text."""

from __future__ import annotations

import numpy as np

from engine.profile.facts import Facts, Table
from engine.profile.finding import Finding, call, finding, listed, one_or_many
from engine.profile.names import sounds_like_entity, sounds_like_id
from engine.profile.wording import named, percent, rows_of, shown

FEWEST_FOR_ID = 10
MOST_LEVELS = 25
MANY_LEVELS = 100
SENTENCE_WORDS = 6.0
CODE_WORDS = 2.5


def is_id_like(facts: Facts) -> bool:
    """Whether a column only tells rows apart: (nearly) all different and named, counted or coded like an identifier."""
    if facts.known < FEWEST_FOR_ID or facts.kind in ("datetime", "boolean"):
        return False
    distinct = facts.unique / facts.known
    if facts.kind == "id":
        return distinct > 0.5
    if facts.kind == "numeric":
        if not facts.whole:
            return False
        return (sounds_like_id(facts.name) and distinct > 0.95) or counts_rows(facts)
    if sounds_like_id(facts.name) and distinct > 0.95:
        return True
    return distinct > 0.99 and facts.words <= SENTENCE_WORDS


def counts_rows(facts: Facts) -> bool:
    """Whether whole numbers, all different, run through the rows in (nearly) even steps without being years."""
    if facts.finite < facts.rows or facts.unique < facts.rows:
        return False
    years = facts.lowest >= 1500 and facts.highest <= 2200
    if years or facts.highest - facts.lowest > 10 * facts.rows:
        return False
    steps = np.diff(facts.values)
    return bool((steps > 0).all() or (steps < 0).all())


def id_like(table: Table) -> list[Finding]:
    """Finds columns that name the row and say nothing about others."""
    return [_id_finding(facts) for facts in table.features() if is_id_like(facts)]


def _id_finding(facts: Facts) -> Finding:
    left_out = facts.kind == "id"
    message = f"{shown(facts.name)} has {facts.unique:,} different values in {facts.known:,} rows: it names the row"
    message += ", and is left out of what is learned from." if left_out else " and teaches nothing about others."
    calls = [call(f"Drop {named([facts.name])}", "drop_columns", columns=[facts.name])]
    if not left_out:
        calls.append(call(f"Treat {named([facts.name])} as an ID", "set_kind", columns=[facts.name], kind="id"))
    if facts.kind == "text":
        calls.append(call(f"Use the words of {named([facts.name])}", "vectorize_text", columns=[facts.name]))
    level = "note" if left_out else "warn"
    return finding("id_like", [facts.name], level, "Looks like an ID", message, facts.unique, calls, done=left_out)


def repeated_entity(table: Table) -> list[Finding]:
    """Finds an identifier that stands for several rows each, such as a patient with many visits."""
    found = []
    for facts in table.features("numeric", "categorical", "text", "id"):
        if facts.unique < 10 or not (sounds_like_entity(facts.name) or facts.kind == "id"):
            continue
        each = facts.known / facts.unique
        if each < 2:
            continue
        message = (
            f"{shown(facts.name)} repeats {each:.1f} times on average: with one of its rows in training and another in "
            "the test, the test would be too easy."
        )
        keep_together = call(f"Keep each {named([facts.name])} in one part", "split", strategy="group", column=facts.name, train=0.6, validation=0.2)
        found.append(
            finding("repeated_entity", [facts.name], "warn", "The same one several times", message, each, [keep_together])
        )
    return found


def constant(table: Table) -> list[Finding]:
    """Finds columns with a single value."""
    if table.rows < 2:
        return []

    def one(facts: Facts) -> Finding:
        message = f"{shown(facts.name)} has the same value in {'the one row that has' if facts.known == 1 else f'all {facts.known:,} rows that have'} one: {shown(facts.top)}."
        return _drop("constant", [facts.name], "Always the same", message, 1)

    def many(names: list[str]) -> Finding:
        message = f"{len(names):,} columns hold one single value each: {listed(names)}."
        return _drop("constant", names, "Always the same", message, len(names))

    return one_or_many([one(facts) for facts in table.features() if facts.unique == 1], many)


def near_constant(table: Table) -> list[Finding]:
    """Finds columns in which one value takes more than 99.5 % of the rows."""

    def one(facts: Facts) -> Finding:
        rest = facts.known - int(facts.counts.max())
        message = (
            f"{shown(facts.name)} is {shown(facts.top)} in {percent(facts.top_share)} of the rows; only {rest:,} differ."
        )
        return _drop("near_constant", [facts.name], "Almost always the same", message, facts.top_share)

    def many(names: list[str]) -> Finding:
        message = f"{len(names):,} columns are the same in over 99.5 % of the rows: {listed(names)}."
        return _drop("near_constant", names, "Almost always the same", message, len(names))

    return one_or_many([one(facts) for facts in table.features() if facts.unique > 1 and facts.top_share > 0.995], many)


def _drop(id: str, names: list[str], title: str, message: str, number: float) -> Finding:
    return finding(id, names, "warn", title, message, number, [call(f"Drop {named(names)}", "drop_columns", columns=names)])


def missing(table: Table) -> list[Finding]:
    """Finds gaps; how many decides between filling them and dropping the column."""
    found: list[Finding] = []
    gaps = [facts for facts in table.features() if facts.missing and not is_id_like(facts)]
    for low, high in ((0.9, 1.0), (0.4, 0.9), (0.0, 0.4)):
        banded = [facts for facts in gaps if low < facts.missing / facts.rows <= high]
        by_name = {facts.name: facts for facts in banded}
        found += one_or_many(
            [_missing_one(facts) for facts in banded], lambda names, by_name=by_name: _missing_many(table, by_name)
        )
    return found


def _missing_one(facts: Facts) -> Finding:
    share = facts.missing / facts.rows
    message = f"{shown(facts.name)} is missing in {facts.missing:,} of {facts.rows:,} rows ({percent(share)})."
    level = "warn" if share > 0.4 else "note"
    return finding("missing", [facts.name], level, "Missing values", message, share, _fill([facts], share))


def _missing_many(table: Table, gaps: dict[str, Facts]) -> Finding:
    shares = [facts.missing / table.rows for facts in gaps.values()]
    worst = max(shares)
    message = (
        f"{len(gaps):,} columns have missing values, between {percent(min(shares))} and {percent(worst)} of the rows: "
        f"{listed(list(gaps))}."
    )
    level = "warn" if worst > 0.4 else "note"
    return finding("missing", list(gaps), level, "Missing values", message, len(gaps), _fill(list(gaps.values()), worst))


def _fill(gaps: list[Facts], share: float) -> list[dict[str, object]]:
    names = [facts.name for facts in gaps]
    drop = call(f"Drop {named(names)}", "drop_columns", columns=names)
    if share > 0.9:
        return [drop]
    texts = [facts.name for facts in gaps if facts.kind == "text"]
    others = [facts.name for facts in gaps if facts.kind in ("numeric", "categorical", "boolean")]
    calls = []
    if others:
        # Where much is missing, that it is missing may itself say something.
        calls.append(call(f"Fill {named(others)}", "impute", columns=others, **({"add_indicator": True} if share > 0.05 else {})))
    if texts:
        calls.append(call(f"Fill {named(texts)} with no words", "impute", columns=texts, strategy="constant", fill_value=""))
    if share <= 0.05:
        calls.append(call(f"Drop the rows without {named(names)}", "drop_missing", axis="rows", columns=names))
    return [*calls, drop] if share > 0.4 or not calls else calls


def high_cardinality(table: Table) -> list[Finding]:
    """Finds categories with so many levels that a column for each would be too many; without a target that is a note."""
    with_target = table.target is not None and table.task in ("classification", "regression")
    method, told = ("target", "warn") if with_target else ("frequency", "note")

    def one(facts: Facts) -> Finding:
        message = (
            f"{shown(facts.name)} has {facts.unique:,} different values: one column for each would be many, so one number "
            "for each value serves better."
        )
        level = told if facts.unique > MANY_LEVELS else "note"
        calls = [call(f"Encode {named([facts.name])} as one number", "encode", columns=[facts.name], method=method)]
        return finding("high_cardinality", [facts.name], level, "Many categories", message, facts.unique, calls)

    def many(names: list[str]) -> Finding:
        message = f"{len(names):,} columns have more than {MOST_LEVELS} different values each: {listed(names)}."
        calls = [call(f"Encode {named(names)} as one number each", "encode", columns=names, method=method)]
        return finding("high_cardinality", names, told, "Many categories", message, len(names), calls)

    wide = [facts for facts in table.features("categorical") if facts.unique > MOST_LEVELS and not is_id_like(facts)]
    return one_or_many([one(facts) for facts in wide if not is_prose(facts)], many)


def is_prose(facts: Facts) -> bool:
    """Whether a column holds free text: declared so, or sentences of which most are different."""
    if facts.kind == "text":
        return True
    if facts.kind != "categorical" or not facts.is_text or facts.unique <= 200:
        return False
    return facts.unique > 0.5 * facts.known and facts.words >= 3


def text(table: Table) -> list[Finding]:
    """Finds free text, which a model can only read as counts of words."""

    def one(facts: Facts) -> Finding:
        count = call(f"Count the words of {named([facts.name])}", "vectorize_text", columns=[facts.name])
        drop = call(f"Drop {named([facts.name])}", "drop_columns", columns=[facts.name])
        message = f"{shown(facts.name)} holds {facts.unique:,} different texts of {facts.words:.1f} words on average"
        if facts.words < CODE_WORDS:
            message += ": codes or names rather than sentences, from which little can be learned."
            return finding("text", [facts.name], "note", "Codes as text", message, facts.unique, [drop, count])
        message += ": a model needs them turned into word counts."
        return finding("text", [facts.name], "note", "Free text", message, facts.unique, [count, drop])

    def many(names: list[str]) -> Finding:
        message = f"{len(names):,} columns are free text: {listed(names)}."
        calls = [call(f"Count the words of {named(names)}", "vectorize_text", columns=names), call(f"Drop {named(names)}", "drop_columns", columns=names)]
        return finding("text", names, "note", "Free text", message, len(names), calls)

    prose = [facts for facts in table.features("text", "categorical") if is_prose(facts) and not is_id_like(facts)]
    return one_or_many([one(facts) for facts in prose if facts.unique > 1], many)


def duplicates(table: Table) -> list[Finding]:
    """Finds rows that repeat an earlier one and could stand in both training and test."""
    if not table.duplicates:
        return []
    share = table.duplicates / table.rows
    message = (
        f"{table.duplicates:,} of {table.rows:,} rows ({percent(share)}) repeat{'s' if table.duplicates == 1 else ''} an earlier row exactly, and could stand "
        "in both the training and the test part."
    )
    level = "warn" if share >= 0.01 else "note"
    calls = [call(f"Drop {rows_of(table.duplicates)} that repeat{'s' if table.duplicates == 1 else ''}", "drop_duplicates")]
    return [finding("duplicates", [], level, "Identical rows", message, table.duplicates, calls)]


CHECKS = (id_like, repeated_entity, constant, near_constant, missing, high_cardinality, text, duplicates)

__all__ = ["CHECKS", "is_id_like"]
