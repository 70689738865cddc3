"""Dates that are written as a count of days or seconds, and times that are written with colons."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc

STARTS = {
    "days since 1899-12-30": (10_000, 60_000),
    "seconds since 1970-01-01": (500_000_000, 2_200_000_000),
    "milliseconds since 1970-01-01": (500_000_000_000, 2_200_000_000_000),
}
"""How spreadsheets and programs count dates, and between which numbers their dates of a lifetime lie."""

NAMED = re.compile(r"(?i:(?:^|[\s_.-])(?:date|datum|fecha|datetime|time ?stamp)(?:$|[\s_.-])|datum$)|[a-z](?:Date|Time[Ss]tamp)$")
MOMENT = re.compile(r"(?i:(?:^|[\s_.-])(?:time|epoch|ts|(?:created|updated|modified)(?:[\s_]?at)?|unix[\s_]?time)(?:$|[\s_.-]))|[a-z](?:Time|At)$")
OTHERWISE = re.compile(r"(?i:(?:^|[\s_.-])(?:id|key|count|number|no|nr|per|amount)(?:$|[\s_.-]))")
CLOCK = r"^[+-]?\d{1,3}:[0-5]\d(?::[0-5]\d)?(?:[.,]\d+)?$"
TIME_OF_DAY = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d(?P<seconds>:[0-5]\d)?")
NO_TIME_OF_DAY = r"^(?:[+-]|2[4-9]:|[3-9]\d:|\d{3}:)|[.,]\d"
LASTING = re.compile(
    r"(?i:duration|elapsed|lap|split|gap|pace|runtime|run time|finish|length|hours|stunden|heures|horas|total time|net time|gun time|chip|dauer|laufzeit|dur[eé]e|tiempo|duraci[oó]n)"
)


def counted_since(name: str, values: pa.Array) -> str | None:
    """Say from when and in what a column of numbers counts, where its name is a date's and its numbers may be dates."""
    if OTHERWISE.search(name) or not (NAMED.search(name) or MOMENT.search(name)):
        return None
    numbers = pc.cast(values, pa.float64())
    least, most = pc.min(numbers).as_py(), pc.max(numbers).as_py()
    fitting = (kind for kind, (first, last) in STARTS.items() if first <= least and most <= last)
    kind = next(fitting, None)
    return kind if kind is None or NAMED.search(name) or not kind.startswith("days") else None


def is_duration(name: str, values: pa.Array) -> bool | None:
    """Say whether times with colons last so long (true) or may be times of day (false); None where they are no times."""
    if not pc.all(pc.match_substring_regex(values, CLOCK)).as_py():
        return None
    return bool(LASTING.search(name)) or bool(pc.any(pc.match_substring_regex(values, NO_TIME_OF_DAY)).as_py())


def clock_formats(texts: Sequence[str]) -> list[str]:
    """Give the formats of times of day, such as 08:15; nothing where some text is none."""
    matches = [TIME_OF_DAY.fullmatch(text.strip()) for text in texts]
    forms = {"%H:%M:%S" if match["seconds"] else "%H:%M" for match in matches if match}
    return sorted(forms) if all(matches) else []
