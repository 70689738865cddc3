"""Asks for the date where rows are told by when they are from today, or by a month without its year: “only last year”, “since March”."""

from __future__ import annotations

import re

from assistant.router.arguments.slots import option
from assistant.router.entities.clause import Clause, Unclear

_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
_FEAST = r"(?:christmas|xmas|easter|new year(?:s)?|summer|winter|spring|autumn|fall|halloween|ramadan|diwali|thanksgiving|the holidays|covid|the pandemic|lockdown)"
_SPAN = r"(?:years?|months?|weeks?|days?|quarters?|seasons?|decades?|fortnight|hours?)"
_FROM_TODAY = (
    rf"(?:(?:last|this|previous|past|the current|current) (?:{_SPAN}|{_MONTH}|{_FEAST}|weekend|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|"
    rf"(?:the )?(?:last|past|previous) (?:few|couple of|\d+|two|three|four|five|six|ten|twelve) {_SPAN}|(?:\d+|two|three|four|five|six|ten|a) {_SPAN} ago|"
    rf"yesterday|today|nowadays|lately|recently|a (?:year|month|week) ago|year to date|ytd)"
)
_NO_YEAR = rf"(?:in|during|every|since|until|till|before|after|from|up to) (?:(?:the )?(?:start|beginning|end|middle) of )?(?:{_MONTH}|{_FEAST})(?: on| onwards?)?"
_HINT = re.compile(rf"\b(?:{_FROM_TODAY}|{_NO_YEAR})\b")
_CHOOSES = re.compile(r"^(?:the )?(?:last|past)\b|\b(?:in|within|during) the (?:last|past)\b|\b(?:only|keep|just|drop|remove|delete|without|from|since|before|after|until|older|newer)\b")
_ROWS = re.compile(
    rf"(?:(?!(?:what|how|why|is|are|was|does|predict|forecast|train|plot|show|draw|chart|compare|split|test|undo|evaluate|explain|tell|mean|average|sum|total|"
    rf"count|count|median|most|least|rename|fill)\b)(?:[a-z]+|@|,) ?){{0,7}}?(?:in |from |of |since |before |after |until |within |over |during |to |older than |"
    rf"newer than |the )*(?:{_FROM_TODAY}|{_NO_YEAR})(?: (?:only|please|out|away|go|goes|alone|can go|stay|or (?:later|newer|earlier|older|before|after)|"
    rf"and (?:later|newer|earlier|older)|\?))*",
)


_AT_CLOCK = re.compile(r"(?:(?!split\b|divide\b|train\b|test\b)[a-z]+ ){0,4}(?:after|before|until|till|since|past|later than|earlier than) (?:[01]?\d|2[0-4]) : [0-5]\d(?: (?:only|out|please|[ap]m|away))*")
"""“calls after 22:00”, where no column is named"""


def refuse_relative_dates(clause: Clause) -> None:
    """Asks for a date that the words leave to the calendar, which decides nothing here."""
    if ":" in clause.text and not clause.columns and _AT_CLOCK.fullmatch(clause.norm) and (times := clause.context.features(("datetime",))):
        raise Unclear(f"The time of the day is only a part of “{times[0]}”. Shall I make its hour a column of its own, to keep rows by it afterwards?", [option("extract_dates", {"columns": [times[0]], "parts": ["hour"]}, f"Make the hour of {times[0]} a column"), option("describe_column", {"column": times[0]}, f"Look at {times[0]} first")])
    said = _HINT.search(clause.norm)
    dates = clause.context.features(("datetime",)) if said else []
    if said is None or not dates or clause.context.last or not (clause.columns or _CHOOSES.search(clause.norm)) or _ROWS.fullmatch(clause.masked.strip(" .!")) is None:
        return
    named = next((mention.name for mention in clause.columns if mention.clear and mention.name in dates), dates[0])
    unknown = f"Of which year is “{said[0]}”?" if re.fullmatch(_NO_YEAR, said[0]) else f"I do not go by today’s date, and cannot tell what “{said[0]}” is."
    raise Unclear(f"{unknown} Say the date, such as “{named} since 2024-03-01”, or make year and month columns of their own first.", [option("describe_column", {"column": named}, f"See which dates {named} has"), option("extract_dates", {"columns": [named], "parts": ["year", "month"]}, f"Make year and month of {named} columns")])
