"""Which columns a year may be of: those of dates and those of years, as far as their range holds it."""

from __future__ import annotations

from assistant.router.context import RouterContext
from assistant.router.entities.names import parts

_YEAR = frozenset(["year", "yr"])


def of_years(context: RouterContext) -> list[str]:
    """Lists the columns of numbers that are years by their names."""
    return [name for name in context.features(("numeric",)) if _YEAR & set(parts(name))]


def reached_by(context: RouterContext, year: float) -> list[str]:
    """Lists the columns of dates and of years whose range holds a year; one whose range is not known is among them."""
    return [name for name in (*context.features(("datetime",)), *of_years(context)) if _reaches(context, name, year)]


def _reaches(context: RouterContext, name: str, year: float) -> bool:
    least, most = (str(context.column(name).get(end) or "")[:4] for end in ("minimum", "maximum"))
    return not (least.isdigit() and most.isdigit()) or int(least) <= year <= int(most)
