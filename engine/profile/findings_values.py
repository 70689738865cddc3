"""Findings about the values inside columns: codes for missing, numbers kept as text, extremes, columns that repeat."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import numpy as np
import pandas as pd

from engine.amounts import read_amounts
from engine.ingest.tokens import CURRENCY, UNITS
from engine.profile.facts import Facts, Table, quartiles
from engine.profile.finding import Call, Finding, call, finding, listed, one_or_many
from engine.profile.findings_columns import MOST_LEVELS, is_id_like
from engine.profile.names import sounds_like_code
from engine.profile.wording import brief, named, percent, rows_of, scalar, shown

TOKENS = frozenset({"?", "??", "na", "n/a", "n.a.", "null", "nan", "nil", "unknown", "unk", "missing", "-", "--", ".", ""})
CODES = frozenset(
    {float(code) for code in (-1, 97, 98, 99, 997, 998, 999, 1000, 9997, 9998, 9999, 10000, 99999, 100000, 999999, 1000000)}
    | {-float(digit * size) for digit in range(1, 10) for size in (11, 111, 1111)}
    | {-9.0, -8.0, -7.0, -99999.0}
    | {float(digit * size) for digit in range(1, 10) for size in (11, 111, 1111)}
)
LONE_CODES = frozenset(code for code in CODES if code < 0 or set(str(int(code))) == {"9"})
"""Codes that are noticed also where a single row has one, if it is far enough from all others."""
PAIRWISE_ROWS = 50_000
COORDINATE = re.compile(r"(.*[_ .-])?(lat|latitude|lon|lng|long|longitude)", re.IGNORECASE)
PAIRWISE_COLUMNS = 60
STRONG = 0.9
MOST_SPELLED = 1_000
"""Of more values than these most are names, which nobody spells twice."""
FAR = 3.0
ENOUGH = 0.95
"""So large a share of a column must be numbers, dates or amounts to be told as such."""
MEASURE = re.compile(f"{CURRENCY}|{UNITS}|%")


def disguised_missing(table: Table) -> list[Finding]:
    """Finds values that stand for "not known": words such as "?" and numbers such as -999."""
    found = []
    for facts in table.features("numeric", "categorical", "boolean", "text"):
        hidden = _hidden_words(facts) if facts.is_text else _hidden_number(facts)
        if hidden is None:
            continue
        value, times = hidden
        message = (
            f"{shown(facts.name)} is {shown(brief(value) if isinstance(value, float) else value)} in {rows_of(times)}, "
            "which looks like a code for “not known”."
        )
        level = "warn" if times >= 0.01 * facts.known else "note"
        old = int(value) if isinstance(value, float) and value == int(value) else value
        code = brief(value) if isinstance(value, float) else value
        mend = call(f"Make {named([str(code)])} missing in {named([facts.name])}", "replace_values", column=facts.name, old=old, new=None)
        found.append(finding("disguised_missing", [facts.name], level, "Missing in disguise", message, times, [mend]))
    return found


def _hidden_words(facts: Facts) -> tuple[str, int] | None:
    best = None
    for value, times in zip(facts.uniques[:100_000], facts.counts, strict=False):
        unknown = isinstance(value, str) and len(value) < 12 and value.strip().lower() in TOKENS
        if unknown and (best is None or times > best[1]):
            best = (value, int(times))
    # A word for "unknown" that most rows have is an answer, not a gap.
    return best if best and best[1] < 0.9 * facts.known else None


def _hidden_number(facts: Facts) -> tuple[float, int] | None:
    if facts.kind != "numeric" or facts.unique < 8 or not facts.finite:
        return None
    distinct, counts = facts.distinct
    for value, place in ((facts.lowest, 0), (facts.highest, -1)):
        if len(distinct) < 2 or (value != 0 and value not in CODES):
            continue
        times, others = int(counts[place]), np.delete(counts, place)
        nearest = float(distinct[1] if place == 0 else distinct[-2])
        # A negative code among positive numbers needs no crowd to be noticed; a zero that most rows have is an answer.
        frequent = times >= (2 if value < 0 <= nearest else max(3, 2 * float(np.median(others))))
        if value == 0 and times > 0.5 * facts.known:
            continue
        rest = np.delete(distinct, place)
        if (frequent or _is_lone(rest, value, nearest)) and _stands_apart(rest, others, value, nearest):
            return value, times
    return None


def _is_lone(rest: np.ndarray[Any, Any], value: float, nearest: float) -> bool:
    """Whether a code is several times as far from all other values as any of these is from the next one."""
    return value in LONE_CODES and abs(nearest - value) > FAR * float(np.diff(rest).max())


def _stands_apart(rest: np.ndarray[Any, Any], times: np.ndarray[Any, Any], value: float, nearest: float) -> bool:
    if value == -1:
        return nearest >= 0 and bool((rest == np.floor(rest)).all())
    if value == 0 and nearest < 0:
        return False
    low, _, high = quartiles(rest, times)
    fence = 1.5 if value == 0 else FAR
    outside = value < low - fence * (high - low) or value > high + fence * (high - low)
    return bool(outside and abs(nearest - value) >= max(high - low, 1e-12))


def spellings(table: Table) -> list[Finding]:
    """Finds answers that are written in several ways, which differ by capitals or spaces only."""
    target = [table.facts[table.target]] if table.target else []
    found = []
    for facts in [*table.features("categorical", "boolean"), *(facts for facts in target if facts.kind in {"categorical", "boolean"})]:
        if facts.is_text and facts.unique <= MOST_SPELLED and not is_id_like(facts) and (ways := _several_ways(facts)):
            found.append(_spellings_finding(facts, ways))
    return found


def _several_ways(facts: Facts) -> list[list[int]]:
    """Groups the places of values that are the same but for capitals and spaces, the commonest and tidiest of each group first."""
    alike: dict[str, list[int]] = {}
    for place, value in enumerate(facts.uniques):
        alike.setdefault(" ".join(str(value).split()).casefold(), []).append(place)
    return [sorted(places, key=lambda place: (str(facts.uniques[place]) != " ".join(str(facts.uniques[place]).split()), -facts.counts[place])) for places in alike.values() if len(places) > 1]


def _spellings_finding(facts: Facts, ways: list[list[int]]) -> Finding:
    pairs = [(str(facts.uniques[place]), str(facts.uniques[first])) for first, *others in ways for place in others]
    number = int(sum(facts.counts[place] for _, *others in ways for place in others))
    first = listed([str(facts.uniques[place]) for place in ways[0]])
    more = f", and {len(ways) - 1:,} more are spelled so" if len(ways) > 1 else ""
    message = f"{shown(facts.name)} has the same answer written in several ways: {first} are one{more}. A model takes each for an answer of its own."
    merge = call(f"Write each answer of {named([facts.name])} in one way", "replace_values", column=facts.name, old=[old for old, _ in pairs], new=[new for _, new in pairs])
    return finding("spellings", [facts.name], "warn", "Several spellings", message, number, [merge])


def mixed_kinds(table: Table) -> list[Finding]:
    """Finds columns that are text though (nearly) all of their cells are numbers, dates, or amounts such as 69,90 €."""
    found = []
    for facts in table.features("categorical", "text", "id"):
        if not facts.is_text or not facts.unique or facts.unique > 200_000:
            continue
        for word, read in (("numbers", _parse_numbers), ("dates", _parse_dates), ("amounts", _parse_amounts)):
            parsed = read(facts)
            if parsed is None:
                continue
            fits = int(facts.counts[parsed].sum())
            told = fits < facts.known or facts.kind == "text" or word == "amounts" or (word == "dates" and facts.unique > MOST_LEVELS)
            if told and fits >= ENOUGH * facts.known:
                found.append(_mixed_finding(facts, word, fits, parsed))
                break
    return found


def _parse_numbers(facts: Facts) -> np.ndarray[Any, Any] | None:
    first = [str(value) for value in facts.uniques[:50]]
    if sounds_like_code(facts.name) or not any(letter.isdigit() for value in first for letter in value):
        return None
    texts = pd.Series([str(value).strip() for value in facts.uniques])
    # A leading zero means a code ("007"), whose zeros would be lost as a number.
    if texts.str.match(r"^[+-]?0\d").any():
        return None
    return pd.to_numeric(texts, errors="coerce").notna().to_numpy()


def _parse_dates(facts: Facts) -> np.ndarray[Any, Any] | None:
    looks = re.compile(r"^\s*\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}")
    return np.array([bool(looks.match(str(value))) for value in facts.uniques]) if facts.unique else None


def _parse_amounts(facts: Facts) -> np.ndarray[Any, Any] | None:
    """Tells which values are amounts of one unit; None for what may as well be codes, such as A17, 12B or INV1001."""
    texts = pd.Series([str(value).strip() for value in facts.uniques])
    first = texts.head(50)
    if sounds_like_code(facts.name) or first.str.contains(r"\d", regex=True).mean() < ENOUGH / 2 or read_amounts(first).readable.mean() < ENOUGH / 2:
        return None
    if texts.str.match(r"^[+-]?0\d").any():
        return None
    found = read_amounts(texts, facts.counts)
    amounts = texts[found.readable]
    codes = found.units and not MEASURE.fullmatch(found.units[0]) and not amounts.str.contains(r"\d\s", regex=True).any()
    return None if len(found.units) > 1 or codes or amounts.empty else found.readable


def _mixed_finding(facts: Facts, word: str, fits: int, parsed: np.ndarray[Any, Any]) -> Finding:
    kind = "datetime" if word == "dates" else "numeric"
    rest = [value for value, right in zip(facts.uniques, parsed, strict=True) if not right]
    message = f"{shown(facts.name)} is kept as text, but {fits:,} of {facts.known:,} values are {word}"
    message += _example(facts, parsed) if word == "amounts" else ""
    message += f"; not so: {listed([str(value) for value in rest])}." if rest else "."
    calls: list[Call] = [
        call(f"Make {named([str(value)])} missing in {named([facts.name])}", "replace_values", column=facts.name, old=scalar(value), new=None)
        for value in rest[:3]
    ]
    as_kind = call(f"Treat {named([facts.name])} as {kind}", "set_kind", columns=[facts.name], kind=kind)
    number = facts.known - fits
    return finding("mixed_kinds", [facts.name], "warn", f"Text with {word}", message, number, [as_kind, *calls])


def _example(facts: Facts, parsed: np.ndarray[Any, Any]) -> str:
    """Shows one of the amounts, and says where only some of them have their unit."""
    bare = parsed & np.array([not any(letter.isalpha() or letter == "%" or unicodedata.category(letter) == "Sc" for letter in str(value)) for value in facts.uniques])
    dressed = parsed & ~bare
    shown_one = f", such as {shown(facts.uniques[int((dressed if dressed.any() else parsed).argmax())])}"
    return shown_one + (f", {int(facts.counts[bare].sum()):,} of them without a unit" if bare.any() and dressed.any() else "")


def outliers(table: Table) -> list[Finding]:
    """Finds values far outside the middle half of their column, and infinite ones."""
    found: list[Finding] = []
    far: list[Finding] = []
    for facts in table.features("numeric"):
        if is_id_like(facts):
            continue
        infinite = facts.known - facts.finite
        if infinite and facts.finite:
            found.append(_infinite(facts, infinite))
        low, _, high = facts.quartiles
        if facts.unique <= 10 or not high > low:
            continue
        reach = FAR * (high - low)
        numbers, times = facts.distinct
        number = int(times[(numbers < low - reach) | (numbers > high + reach)].sum())
        if number:
            far.append(_far(facts, number, low - reach, high + reach))

    def many(names: list[str]) -> Finding:
        message = f"{len(names):,} columns have values more than {FAR:g} times the middle spread away: {listed(names)}."
        return finding("outliers", names, "note", "Extreme values", message, len(names), [_clip(names)])

    return found + one_or_many(far, many)


def _infinite(facts: Facts, number: int) -> Finding:
    message = f"{shown(facts.name)} is infinite in {rows_of(number)}, which no model can learn from."
    bounds = [scalar(facts.lowest), scalar(facts.highest)]
    keep = call(f"Keep the rows with a finite {named([facts.name])}", "filter_rows", column=facts.name, op="between", value=bounds)
    drop = call(f"Drop {named([facts.name])}", "drop_columns", columns=[facts.name])
    return finding("outliers", [facts.name], "warn", "Infinite values", message, number, [keep, drop])


def _far(facts: Facts, number: int, low: float, high: float) -> Finding:
    smallest, largest = facts.lowest, facts.highest
    furthest = smallest if low - smallest > largest - high else largest
    message = (
        f"{shown(facts.name)} has {number:,} value{'' if number == 1 else 's'} ({percent(number / facts.finite)}) far from the rest, up to "
        f"{brief(furthest)} where half of the rows lie between {brief(facts.quartiles[0])} and {brief(facts.quartiles[2])}."
    )
    return finding("outliers", [facts.name], "note", "Extreme values", message, number, [_clip([facts.name])])


def _clip(names: list[str]) -> Call:
    return call(f"Cut {named(names)} off at the extremes", "handle_outliers", columns=names, method="iqr", action="clip", threshold=FAR)


def collinear(table: Table) -> list[Finding]:
    """Finds numeric columns that say the same as another one; the two coordinates of a place belong together and never do."""
    names = [
        facts.name
        for facts in table.features("numeric")
        if facts.unique > 2 and not is_id_like(facts) and facts.finite and not COORDINATE.fullmatch(facts.name)
    ]
    if len(names) > PAIRWISE_COLUMNS:
        table.notes["pairwise_columns"] = PAIRWISE_COLUMNS
        names = names[:PAIRWISE_COLUMNS]
    if len(names) < 2 or table.rows < 3:
        return []
    rows = slice(None)
    if table.rows > PAIRWISE_ROWS:
        table.notes["pairwise_rows"] = PAIRWISE_ROWS
        rows = sample_positions(table.rows, PAIRWISE_ROWS)
    matrix = correlations(np.column_stack([table.facts[name].values_at(rows) for name in names]))
    return [_collinear_finding([names[i] for i in group], matrix[np.ix_(group, group)]) for group in _groups(matrix)]


def correlations(numbers: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Correlates every two columns on the rows that have both; NaN where that cannot be said."""
    numbers = np.where(np.isfinite(numbers), numbers, np.nan)
    with np.errstate(all="ignore"):
        if not np.isnan(numbers).any():
            return np.atleast_2d(np.corrcoef(numbers, rowvar=False))
        return pd.DataFrame(numbers).corr(min_periods=10).to_numpy()


def sample_positions(rows: int, most: int) -> np.ndarray[Any, Any]:
    """Chooses the positions of `most` rows at random but always the same, in row order."""
    if rows <= most:
        return np.arange(rows)
    return np.sort(np.random.default_rng(0).choice(rows, most, replace=False))


def _groups(matrix: np.ndarray[Any, Any]) -> list[list[int]]:
    strong = np.abs(np.nan_to_num(matrix)) > STRONG
    seen: set[int] = set()
    groups = []
    for first in range(len(matrix)):
        if first in seen:
            continue
        # Only columns close to the first one: a chain of likenesses would end at columns that are not alike.
        group = [first] + [other for other in range(first + 1, len(matrix)) if strong[first, other] and other not in seen]
        seen.update(group)
        if len(group) > 1:
            groups.append(group)
    return groups


def _collinear_finding(names: list[str], matrix: np.ndarray[Any, Any]) -> Finding:
    strongest = float(max(matrix[0, 1:], key=abs))
    if len(names) == 2:
        message = f"{listed(names)} move together (r = {strongest:.2f}): one of them is enough."
    else:
        message = f"{shown(names[0])} moves together with {listed(names[1:])} (r up to {strongest:.2f}): one is enough."
    drop = call(f"Keep {named(names[:1])}, drop {named(names[1:])}", "drop_columns", columns=names[1:])
    return finding("collinear", names, "note", "Columns that repeat each other", message, strongest, [drop])


CHECKS = (disguised_missing, spellings, mixed_kinds, outliers, collinear)
