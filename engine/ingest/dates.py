"""Which date formats a column of text is written in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import pandas as pd
import pyarrow as pa

from engine.functions.convert_columns import to_dates
from engine.ingest.months import english_words, translated

ZONE = r"(?P<zone> GMT[+-]\d{4}(?: \([^()%]{1,60}\))?| ?[+-]\d{2}:?\d{2}| (?:GMT|UTC|[A-Z]{1,3}S?T)(?:[+-]\d{1,2}(?::\d{2})?)?)?"
TIME = (
    r"(?P<time>(?P<gap>,? |T|,? (?:um|à|at) )\d{1,2}(?P<hour>[:h])\d{2}(?P<seconds>:\d{2}(?P<fraction>\.\d+)?)?(?P<half>\s?[AaPp][Mm])?(?P<word> Uhr| h)?"
    + ZONE
    + ")?"
)
ISO = re.compile(r"\d{4}-\d{1,2}-\d{1,2}([T ]\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?\s?(Z|[+-]\d{2}(:?\d{2})?)?)?")
YEAR_FIRST = re.compile(r"\d{4}(?P<mark>[/.])\d{1,2}(?P=mark)\d{1,2}" + TIME)
DAY_OR_MONTH = re.compile(r"(?P<one>\d{1,2})(?P<mark>[-/.])(?P<two>\d{1,2})(?P=mark)(?P<year>\d{4}|\d{2})" + TIME)
ORDINAL = r"(?P<ordinal>st|nd|rd|th|er|º|\.)?"
MONTH_NAME = re.compile(
    r"(?P<month>[A-Za-z]{3,9})(?P<dot>\.?[ -])(?P<day>\d{1,2})" + ORDINAL + r"(?P<comma>,? |-)(?P<year>\d{4})" + TIME
)
DAY_NAME = re.compile(
    r"(?P<day>\d{1,2})" + ORDINAL + r"(?P<mark> de | of |[-/ ]|)(?P<month>[A-Za-z]{3,9})(?P<after>\.?,? | del? |\.?[-/]|\.|)(?P<year>\d{4}|\d{2})" + TIME
)
YEAR_NAME = re.compile(r"(?P<year>\d{4})(?P<mark>[-/ ])(?P<month>[A-Za-z]{3,9})(?P=mark)(?P<day>\d{1,2})" + TIME)
ASIAN = re.compile(r"\d{4}(?P<year>[年년] ?)\d{1,2}(?P<month>[月월] ?)\d{1,2}(?P<day>[日일])")
LOG_TIME = re.compile(r"(?P<open>\[?)\d{1,2}/[A-Z][a-z]{2}/\d{4}:\d{2}:\d{2}:\d{2}(?P<zone> [+-]\d{4})?(?P<close>\]?)")
WEEKDAY_NAME = re.compile(r"(((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:day|sday|nesday|rsday|urday)?)((?:-feira)?\.?,? )).+")
COMPACT = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
COMPACT_TIME = re.compile(COMPACT.pattern + r"(?:[01]\d|2[0-3])(?P<minutes>[0-5]\d(?P<seconds>[0-5]\d)?)?")
QUARTER = re.compile(r"(?i:\d{4}\s?[-/_]?\s?[QT][1-4]|[QT][1-4]\s?[-/_]?\s?\d{4}|[1-4][QT]\s?[-/_]?\s?\d{4}|[1-4]\. quartal \d{4})")
WEEK = re.compile(r"(?i:\d{4}\s?[-/_]?\s?(?:W|KW|week)\s?\d{1,2}|(?:W|KW|week)\s?\d{1,2}\s?[-/_,]?\s?\d{4})")
YEAR_MONTH = re.compile(r"(?:1[5-9]|20)\d\d-(?:0[1-9]|1[0-2])")
MONTH_YEAR = re.compile(r"(?P<month>[A-Za-z]{3,9})(?:(?P<mark>\.?[ -])(?P<year>\d{4})|(?P<short>-| ?')\d{2})")
MONTH_NUMBER = re.compile(r"(?:0?[1-9]|1[0-2])(?P<mark>[/-])(?:1[5-9]|20)\d\d|(?:1[5-9]|20)\d\d(?P<letter>M)(?:0?[1-9]|1[0-2])")
YEAR_LAST = re.compile(r"[A-Z][a-z]{2}(?P<gap>  ?)\d{1,2} \d{2}:\d{2}:\d{2}(?P<zone> [+-]\d{4}| [A-Z]{3,4})? \d{4}")
"""As programs of Unix write moments."""
BASIC_ISO = re.compile(COMPACT.pattern + r"T\d{2}(?P<minutes>\d{2}(?P<seconds>\d{2})?)?(?P<zone>Z|[+-]\d{2}:?\d{2})?")
WORD = re.compile(r"[^\W\d_]{2}|\b[IVX]\b")
NOT_ENGLISH = re.compile(r" (?:um|à|Uhr)\b")
MOST_FORMATS = 4


@dataclass(frozen=True)
class Dates:
    """The formats of a date column, and what had to be decided to read it."""

    formats: list[str]
    ambiguous: bool = False
    day_first: bool = False
    zoned: bool = False
    ordered: bool = False
    example: str = ""
    """A cell that is one day or another, by which of its numbers is the month."""
    english: dict[str, str] = field(default_factory=dict)
    """The English names of months and weekdays, where they are written otherwise."""


def find_dates(values: pa.Array, order: str | None = None) -> Dates | None:
    """Give the formats in which every value is a date, or None; ``order`` is ``day`` or ``month`` first."""
    probe = [text.strip() for text in values.slice(0, 20).to_pylist()]
    english: dict[str, str] = {}
    if any(re.search(r"\d", text) and WORD.search(text) for text in probe):
        english = english_words(values.to_pylist())
    if not all(_form_of(translated(text, english)) for text in probe):
        return None
    texts = [translated(text.strip(), english) for text in values.to_pylist()]
    forms: dict[str, None] = {}
    zoned = day_first = month_first = False
    example = ""
    for text in texts:
        form = _form_of(text)
        if form is None:
            return None
        forms[form] = None
        if form == "ISO8601":
            zoned = zoned or bool(re.search(r"(Z|:\d{2}\s?[+-]\d{2}:?\d{0,2})$", text))
        zoned = zoned or "%z" in form
        if "{order}" in form:
            one, two = (int(part) for part in re.findall(r"\d+", text)[:2])
            day_first, month_first = day_first or one > 12, month_first or two > 12
            example = example or (text if one != two else "")
    if len(forms) > MOST_FORMATS or (day_first and month_first):
        return None
    ordered = any("{order}" in form for form in forms)
    ambiguous = ordered and not day_first and not month_first and bool(example)
    if ambiguous:
        # Points between the parts, and words that are not English, are written where the day comes first.
        told = bool(english) or all("{order}." in form or NOT_ENGLISH.search(form) for form in forms if "{order}" in form)
        day_first = order == "day" or (order is None and told)
        ambiguous = not told
    formats = [_fill_order(form, day_first) for form in forms]
    if not _all_parse(texts, formats):
        return None
    for form in [form for form in formats if "%b" in form or "%B" in form]:
        others = [other for other in formats if other != form]  # "May" is both a name and a short one
        formats = others if others and _all_parse(texts, others) else formats
    return Dates(formats, ambiguous and order is None, day_first, zoned, ordered, example, english)


def mixed_orders(values: pa.Array) -> tuple[str, str] | None:
    """Give a cell in which the day comes first and one in which the month does, where a column of dates has both."""
    texts = [text.strip() for text in values.slice(0, 20_000).to_pylist()]
    if not all("{order}" in (_form_of(text) or "") for text in texts):
        return None
    pairs = [(text, *(int(part) for part in re.findall(r"\d+", text)[:2])) for text in texts]
    day = next((text for text, one, two in pairs if 12 < one <= 31 and two <= 12), None)
    month = next((text for text, one, two in pairs if 12 < two <= 31 and one <= 12), None)
    return (day, month) if day and month else None


def odd_dates(values: pa.Array) -> list[str]:
    """Give a few cells that are no dates where most of the others are; nothing where most are not."""
    texts = [text.strip() for text in values.slice(0, 2000).to_pylist()]
    if len(texts) < 5 or sum(1 for text in texts[:20] if _form_of(text)) < 0.6 * len(texts[:20]):
        return []
    forms = {form for text in texts if (form := _form_of(text))}
    formats = [_fill_order(form, day_first) for form in sorted(forms) for day_first in (True, False)]
    left = _unparsed(texts, list(dict.fromkeys(formats)))
    return left[:5] if len(left) <= 0.4 * len(texts) else []


def _fill_order(form: str, day_first: bool) -> str:
    if "{order}" not in form:
        return form
    mark = form[form.index("{order}") + len("{order}")]
    return form.replace("{order}", f"%d{mark}%m" if day_first else f"%m{mark}%d")


def _form_of(text: str) -> str | None:
    if ISO.fullmatch(text):
        return "ISO8601"
    if match := YEAR_FIRST.fullmatch(text):
        return f"%Y{match['mark']}%m{match['mark']}%d" + _time_form(match)
    if match := DAY_OR_MONTH.fullmatch(text):
        year = "%Y" if len(match["year"]) == 4 else "%y"
        return "{order}" + f"{match['mark']}{year}" + _time_form(match)
    if COMPACT.fullmatch(text):
        return "%Y%m%d"
    if match := COMPACT_TIME.fullmatch(text):
        return "%Y%m%d%H" + "%M" * bool(match["minutes"]) + "%S" * bool(match["seconds"])
    if QUARTER.fullmatch(text):
        return "quarter"
    if WEEK.fullmatch(text):
        return "week"
    if YEAR_MONTH.fullmatch(text):
        return "%Y-%m"
    if match := MONTH_YEAR.fullmatch(text):
        return _month_form(match) + (f"{match['short']}%y" if match["short"] else f"{match['mark']}%Y")
    if match := MONTH_NUMBER.fullmatch(text):
        return f"%m{match['mark']}%Y" if match["mark"] else "%YM%m"
    if match := YEAR_LAST.fullmatch(text):
        zone = match["zone"] or ""
        return f"%b{match['gap']}%d %H:%M:%S{' %z' if zone[1:2] in ('+', '-') else zone} %Y"
    if match := BASIC_ISO.fullmatch(text):
        return "%Y%m%dT%H" + "%M" * bool(match["minutes"]) + "%S" * bool(match["seconds"]) + "%z" * bool(match["zone"])
    if match := WEEKDAY_NAME.fullmatch(text):
        rest = _form_of(text[match.end(1) :])
        return None if rest is None else ("%a" if len(match[2]) == 3 else "%A") + match[3] + rest
    if match := MONTH_NAME.fullmatch(text):
        return f"{_month_form(match)}{match['dot']}%d{match['ordinal'] or ''}{match['comma']}%Y" + _time_form(match)
    if match := DAY_NAME.fullmatch(text):
        year = "%Y" if len(match["year"]) == 4 else "%y"
        return f"%d{match['ordinal'] or ''}{match['mark']}{_month_form(match)}{match['after']}{year}" + _time_form(match)
    if match := YEAR_NAME.fullmatch(text):
        return f"%Y{match['mark']}{_month_form(match)}{match['mark']}%d" + _time_form(match)
    if match := ASIAN.fullmatch(text):
        return f"%Y{match['year']}%m{match['month']}%d{match['day']}"
    if match := LOG_TIME.fullmatch(text):
        return f"{match['open']}%d/%b/%Y:%H:%M:%S{' %z' if match['zone'] else ''}{match['close']}"
    return None


def _month_form(match: re.Match[str]) -> str:
    return "%b" if len(match["month"]) == 3 else "%B"


def _time_form(match: re.Match[str]) -> str:
    if not match["time"]:
        return ""
    clock = ("%I" if match["half"] else "%H") + match["hour"] + "%M"
    seconds = (":%S.%f" if match["fraction"] else ":%S") if match["seconds"] else ""
    half = (" %p" if match["half"][0].isspace() else "%p") if match["half"] else ""
    return match["gap"] + clock + seconds + half + (match["word"] or "") + _zone_form(match["zone"] or "")


def _zone_form(zone: str) -> str:
    """Give the form of what stands behind a time: an offset is reckoned with, a name alone is not."""
    return re.sub(r"[+-]\d{2}:?\d{2}(?!\d)", "%z", zone, count=1)


def _all_parse(texts: list[str], formats: list[str]) -> bool:
    return not _unparsed(texts, formats)


def _unparsed(texts: list[str], formats: list[str]) -> list[str]:
    left = pd.Series(texts, dtype="str")
    for form in formats:
        left = left[to_dates(left, [form], None).isna()]
    return left.tolist()
