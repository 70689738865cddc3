"""Says by the one date of a table what is said of years alone: “checked in 2021 only”, “checks older than 2019”."""

from __future__ import annotations

import re
from calendar import monthrange

from assistant.router.context import RouterContext
from assistant.router.entities.clause import Clause
from assistant.router.entities.names import parts
from assistant.router.entities.year_columns import of_years, reached_by

_YEAR = r"(?:19|20)\d\d"
_MONTHS = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_HAS_YEAR = re.compile(rf"(?<![\d.,-]){_YEAR}(?![\d.,-])")
_OLDER = re.compile(rf"\b(?P<how>older|earlier|newer|younger|more recent|later) th[ae]n (?={_YEAR}(?![\d.,-])|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./](?:19|20)\d\d)", re.I)
_ONLY_IN = re.compile(
    rf"(?P<lead>(?:(?:please|only|just|keep|not|no|without|exclude|drop|remove|delete|the|those|ones|rows|show|use|take|want|i) )*)(?P<what>(?!(?:jan|feb|mar|apr|"
    rf"may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|fall|winter|q[1-4]|early|late|mid|since|before|after|until|till)[a-z]*\b)[a-z]+ )?(?:(?:in|from|of|"
    rf"during|for|year) )*(?P<year>(?:(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|"
    rf"oct|nov|dec) )?{_YEAR})(?P<end>(?: (?:only|alone|please|out|away))*)[.! ]*",
    re.I,
)


_SINCE = re.compile(rf"(?P<lead>(?:only|keep|drop|remove|delete|exclude|without|no) )?(?:(?:the|all|those) )*(?P<what>[a-z]+s) (?P<when>(?:(?:from )?(?:before|after)|since|until|till) {_YEAR})(?: (?:only|please))*[.! ]*", re.I)
"""“members since 2015”, where membership_fee is the only column with such a name"""
_PART_AS = re.compile(
    r"(?:(?:the|a|take|use|make|add|want|i|have|get|put|just|only) )*(?P<part>year|month|weekday|day of the week|hour|quarter)s? (?:of |it (?:was|is) |was |is |"
    r"when |they were )*(?P<what>[a-z][\w ]{1,30}?) (?:as|to|into) (?:an? |the |its |their )?(?:own |new |extra |separate )*(?:feature|column|variable|input|"
    r"predictor)s?[.! ]*",
    re.I,
)
"""“year planted as feature”"""


_DECADE = re.compile(r"\b(?:the )?(?P<full>(?:19|20)\d0)['’]?s\b|\bthe (?P<short>[2-9]0)['’]?s\b", re.I)
"""“only the 90s”, “the 1980s out”"""


def _in_decade(message: str, context: RouterContext) -> str:
    """Writes a decade as the years that it is, where a column holds dates or years and none holds ages."""
    said = _DECADE.search(message)
    if said is None or not (context.features(("datetime",)) or of_years(context)) or (said["short"] and any("age" in parts(name) for name in context.names)):
        return message
    first = int(said["full"] or f"19{said['short']}")
    return f"{message[: said.start()]}between {first} and {first + 9}{message[said.end():]}"


_GOES = re.compile(r"\b(?:drop|remove|delete|exclude|without|no|not|out|away)\b", re.I)
_TWO_YEARS = re.compile(rf"(?:(?:please|only|just|keep|the|rows|show|use|take|from|in|of|for) )+(?P<first>{_YEAR}) and (?P<last>{_YEAR})(?: (?:only|please))*[.! ]*", re.I)
"""“only 2022 and 2023”"""
_QUARTER = re.compile(
    rf"(?P<lead>(?:(?:please|only|just|keep|the|those|ones|rows|show|use|take|drop|remove|delete|exclude|without|no|not|data|from|in|of|"
    rf"for) )*)(?:q(?P<quarter>[1-4])|h(?P<half>[12])|(?P<place>first|second|third|fourth|last|1st|2nd|3rd|4th) (?P<part>quarter|half)|"
    rf"(?P<first>{_MONTHS})(?: ?(?:and|-|to|till|until|through) ?(?P<last>{_MONTHS}))) ?(?:of |in |"
    rf", )?(?P<year>{_YEAR})(?P<end>(?: (?:only|please|alone|out|away))*)[.! ]*",
    re.I,
)
"""“last quarter of 2024”, “Q1 2022 only”, “may and june 2023”"""
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PLACES = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}


def _with_quarter_named(message: str, dates: list[str]) -> str:
    """The order with the months of a quarter, of a half or of two that follow each other, where one column holds dates."""
    said = _QUARTER.fullmatch(message.strip()) if len(dates) == 1 and '"' not in dates[0] else None
    two = _TWO_YEARS.fullmatch(message.strip()) if said is None and len(dates) == 1 and '"' not in dates[0] else None
    if two and int(two["last"]) == int(two["first"]) + 1:
        return f'keep rows where "{dates[0]}" is between {two["first"]}-01-01 and {two["last"]}-12-31'
    if said is None:
        return message
    months = 3 if said["quarter"] or (said["part"] or "").lower() == "quarter" else 6
    if said["first"]:
        first, last = (_NAMES.index(said[side][:3].lower()) + 1 for side in ("first", "last"))
        joined = re.search(r"\band\b", said[0], re.I)
        if last <= first or (joined and last != first + 1):
            return message
    else:
        place = int(said["quarter"] or said["half"] or _PLACES.get(said["place"].lower(), 12 // months))
        if place * months > 12:
            return message
        first, last = (place - 1) * months + 1, place * months
    return _between(dates[0], int(said["year"]), (first, 1), (last, 0), bool(_GOES.search(f"{said['lead']}{said['end']}")))


def _between(name: str, year: int, first: tuple[int, int], last: tuple[int, int], goes: bool) -> str:
    """The order to keep or to drop the rows from one month and day to another one of a year; day 0 is the last of its month."""
    end = last[1] or monthrange(year, last[0])[1]
    return f'{"drop" if goes else "keep"} rows where "{name}" is between {year}-{first[0]:02d}-{first[1]:02d} and {year}-{last[0]:02d}-{end:02d}'


_OF_MONTH = re.compile(
    rf"(?P<lead>(?:(?:please|only|just|keep|the|those|ones|rows|show|use|take|drop|remove|delete|exclude|without|no|not|data|from|in|of|for) )*)(?P<place>first|"
    rf"1st|second|2nd|last) (?P<part>half|week|fortnight) (?:(?:of|in) (?P<month>{_MONTHS}) (?P<year>{_YEAR})|"
    rf"between (?P<since>{_YEAR}-\d\d)-01 and (?P=since)-(?:2[89]|3[01]))(?P<end>(?: (?:only|please|alone|out|away))*)[.! ]*",
    re.I,
)
"""“first week of may 2023”"""


def _part_of_month(message: str, name: str) -> str | None:
    said = _OF_MONTH.fullmatch(message.strip())
    if said is None:
        return None
    year, month = map(int, said["since"].split("-")) if said["since"] else (int(said["year"]), _NAMES.index(said["month"][:3].lower()) + 1)
    days = {"half": 15, "week": 7, "fortnight": 14}[said["part"].lower()]
    length, place = monthrange(year, month)[1], said["place"].lower()
    half = said["part"].lower() == "half"
    if place in ("first", "1st"):
        first, last = 1, days
    elif place == "last":
        first, last = (16 if half else length - days + 1), length
    else:
        first, last = days + 1, (length if half else min(2 * days, length))
    return _between(name, year, (month, first), (month, last), bool(_GOES.search(f"{said['lead']}{said['end']}")))


def by_date(message: str, context: RouterContext) -> str:
    """The message with the date named where only one column holds dates and no column is named; other messages stay as they are."""
    part = _PART_AS.fullmatch(message.strip()) if " as " in message or " to " in message else None
    named = Clause(part["what"], context).columns if part else []
    if part and len(named) == 1 and named[0].clear and context.kind(named[0].name) == "datetime" and '"' not in named[0].name:
        return f'extract the {part["part"]} of "{named[0].name}"'
    message = _in_decade(message, context)
    dates = context.features(("datetime",))
    if dates and _OLDER.search(message):
        return _OLDER.sub(lambda match: "before " if match["how"].lower() in ("older", "earlier") else "after ", message)
    if len(dates) == 1 and '"' not in dates[0] and (days := _part_of_month(message, dates[0])):
        return days
    if not _HAS_YEAR.search(message):
        return message
    message = _with_quarter_named(message, dates)
    since = _SINCE.fullmatch(message.strip()) if len(dates) == 1 and '"' not in dates[0] else None
    meant = Clause(since["what"], context).columns if since else []
    if since and meant and all(mention.score < 1.0 for mention in meant):
        return f'{since["lead"] or ""}rows where "{dates[0]}" {since["when"]}'
    said = _ONLY_IN.fullmatch(message.strip()) if len(dates) == 1 and '"' not in dates[0] else None
    if said is None or not re.search(r"\b(?:only|just|keep|alone|not|no|without|exclude|drop|remove|delete|out|away)\b", f"{said['lead']}{said['end']}", re.I) or Clause(message, context).columns:
        return message
    goes = bool(_GOES.search(f"{said['lead']}{said['end']}"))
    if not said["year"].isdigit():
        month = _NAMES.index(said["year"][:3].lower()) + 1
        return _between(dates[0], int(said["year"][-4:]), (month, 1), (month, 0), goes)
    other = [name for name in reached_by(context, int(said["year"])) if name != dates[0]] if said["year"].isdigit() and of_years(context) else []
    if len(other) == 1 and '"' not in other[0] and dates[0] not in reached_by(context, int(said["year"])):
        return f'{"drop" if goes else "keep"} rows where "{other[0]}" is {said["year"]}'
    return f'{"drop" if goes else "keep"} rows where "{dates[0]}" is in {said["year"]}'
