"""In which order day and month stand, where a column alone does not tell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from engine.ingest.dates import find_dates

if TYPE_CHECKING:
    from engine.ingest.column_types import Types


def settle_dates(names: Sequence[str], types: Types, order: str | None) -> None:
    """Read dates that fit both orders as the other columns are, where those are sure; else leave the question open."""
    sure = {found.day_first: name for name, (found, _) in types.dates.items() if found.ordered and not found.ambiguous}
    for name, (found, values) in types.dates.items():
        if found.ambiguous and order is None and len(sure) == 1:
            (day_first, like) = next(iter(sure.items()))
            again = find_dates(values, "day" if day_first else "month")
            if again is not None:
                types.kinds[names.index(name)] = "date:" + "|".join(again.formats)
                types.said.append(f"The dates of {name!r} were read {_order(day_first)}, as in {like!r}.")
                continue
        if found.ambiguous:
            types.ambiguous[name] = found.example
            other = "month comes first" if found.day_first else "day comes first"
            said = f"The dates of {name!r} fit both orders; read {_order(found.day_first)}. If the {other}, say so."
            types.said.append(said)
        elif found.formats == ["%Y%m%d"]:
            types.said.append(f"{name!r} was read as dates: {values[0].as_py()} is a day and no number.")
        elif found.formats in (["quarter"], ["week"]):
            types.said.append(f"{name!r} was read as dates: {values[0].as_py()} is the first day of that {found.formats[0]}.")
        elif len(found.formats) > 1:
            types.said.append(f"{name!r} has dates in {len(found.formats)} formats: {', '.join(found.formats)}.")
        if found.zoned:
            types.said.append(f"The times of {name!r} were put in UTC; those without a zone were taken as UTC.")


def _order(day_first: bool) -> str:
    return "day before month" if day_first else "month before day"
