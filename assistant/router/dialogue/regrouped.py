"""Understands what shall be otherwise in the table of figures just shown: “and for the profit by region”, “per month”, “biggest first”."""

from __future__ import annotations

import re

from assistant.router.arguments.slots import option
from assistant.router.context import Call
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause, Unclear

_LEAD = r"(?:(?:and|now|then|ok|so|but|please|the same|same|again|what about|how about|show(?: me)?|give(?: me)?|can you|it|that|this|do|of|for|the|our) )*"
_OF_BY = re.compile(rf"{_LEAD}@(?: (?:split|grouped|broken down|divided|separated))? (?:by|per|for each|for every|in each|across|within each) (?:the |each )?@(?: please| instead| too)*")
_SORTED = re.compile(
    r"\b(?:sort\w*|order(?:ed)? (?:it|them|by|from)|rank(?:ed)? (?:it|them|from)|"
    r"(?:biggest|largest|highest|lowest|smallest|most|best|worst) (?:ones? )?(?:first|on top|at the top)|(?:ascending|descending)|"
    r"from (?:the )?(?:biggest|largest|highest|high|lowest|smallest|low|top|best) (?:to|down|up)|from (?:the )?(?:biggest|largest|highest|smallest|lowest)$)|"
    r"^(?:and |so |what is |whats |which is |what about |show )*(?:the )?(?:worst|best|lowest|highest|biggest|smallest|largest)(?: ones?| groups?)?$",
)
_PER_TIME = re.compile(rf"{_LEAD}(?:(?:per|by|for each|for every|each|in each) (?P<part>year|quarter|month|week|weekday|day|hour)(?: of the (?:week|year|month))?|(?P<ly>year|quarter|month|week|dai|hour)ly)(?: please| instead| too)*")


def regrouped(clause: Clause, last: Call) -> Call | None:
    """Gives the figures before as they shall be now; None where the words ask for something else, and a question where a part of a date is not there yet."""
    if last["tool"] != "aggregate":
        return None
    words, context = clause.masked.strip(" .!?"), clause.context
    if len(clause.columns) == 2 and all(mention.clear for mention in clause.columns) and not clause.values and not clause.numbers and _OF_BY.fullmatch(words):
        column, by = (mention.name for mention in clause.columns)
        statistic = vocabulary.first(words, vocabulary.STATISTIC)
        if context.kind(column) == "numeric":
            return {"tool": "aggregate", "args": {**last["args"], "column": column, "by": [by]} | ({"statistic": statistic} if statistic else {})}
    if not clause.columns and not clause.values and _SORTED.search(words) and len(clause.tokens) < 10:
        return last
    timed = _PER_TIME.fullmatch(words) if not clause.columns else None
    dates = context.features(("datetime",)) if timed else []
    if timed and dates:
        part = timed["part"] or {"dai": "day"}.get(timed["ly"], timed["ly"])
        made = [option("extract_dates", {"columns": [name], "parts": [part]}, f"Take the {part} from {name}") for name in dates[:3]]
        raise Unclear(f"There is no column of the {part} yet, by which to group. Shall I take it from {'the date' if len(dates) > 1 else dates[0]} first?", made)
    return None
