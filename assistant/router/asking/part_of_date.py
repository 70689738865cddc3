"""Asks where rows are to be grouped by a part of a date that is no column yet: “bookings per month”, “which weekday was best”."""

from __future__ import annotations

import re

from assistant.router.arguments.slots import option
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.names import parts

_PART = re.compile(
    r"(?:(?:show|give|see|me|us|the|how|many|much|number|numbers|of|count|total|average|mean|sum|all|our|we|did|do|have|had|what|was|were|is|are|a|draw|plot|line|chart|bars?|graph) )*(?:[a-z@]+ ){0,3}(?:per|by|for each|for every|in each|each|every) (?P<per>month|year|weekday|quarter|hour)s?"
    r"|(?:(?:and|so) )*(?:(?:which|what|in which|in what|on which|on what|whats the|what is the|what was the|show me the|the) )?(?:(?:busiest|quietest|best|worst|"
    r"strongest|weakest|slowest) )?(?P<which>month|year|weekday|quarter|"
    r"hour)(?: of the (?:year|week|day))?(?: (?:was|is|has|had|were|are|do|does|did|we|i|the|most|least|fewest|best|worst|busiest|quietest|highest|lowest|popular|"
    r"people|come|with|sell|sold|have|best)){0,6}"
)
_ORDERED = re.compile(r"\b(?:extract|add|make|create|take|get|column|feature|split|drop|remove|from)\b")
_WHICH_MOST = re.compile(r"which|what|busiest|quietest|best|worst|strongest|weakest|slowest|most|least|per|by|each|every")


def refuse_part_of_date(clause: Clause) -> None:
    """Raises Unclear with the parts of the only date, which can be grouped by once they are a column."""
    said = _PART.fullmatch(clause.masked.strip(" .!?")) if "month" in clause.norm or "year" in clause.norm or "week" in clause.norm or "quarter" in clause.norm or "hour" in clause.norm else None
    if said is None or _ORDERED.search(clause.norm) or _WHICH_MOST.search(clause.norm) is None or clause.context.last:
        return
    part, dates = said["per"] or said["which"], clause.context.features(("datetime",))
    if len(dates) != 1 or any({part, part[:2], "mnth", "day"} & set(parts(name)) and clause.context.kind(name) != "datetime" for name in clause.names):
        return
    drawn = next((mention.name for mention in clause.columns if mention.clear and clause.context.kind(mention.name) == "numeric"), None)
    options = [option("extract_dates", {"columns": dates, "parts": [part]}, f"Make the {part} of {dates[0]} a column")]
    options += [option("plot", {"kind": "line", "x": dates[0], "y": drawn}, f"Draw {drawn} over {dates[0]}")] if drawn else [option("aggregate", {"by": dates, "statistic": "count"}, f"Count the rows by {dates[0]}")]
    raise Unclear(f"There is no column of the {part} yet; it stands in {dates[0]}. Shall it be made, so that it can be grouped by?", options)
