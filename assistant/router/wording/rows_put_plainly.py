"""Puts plainly what is said of rows and of gaps, one way of saying after the other."""

from __future__ import annotations

from assistant.router.context import RouterContext
from assistant.router.wording.between_signs import in_two_conditions
from assistant.router.wording.each_thing import each_thing
from assistant.router.wording.metres import with_metres_apart
from assistant.router.wording.per_row import rows_last
from assistant.router.wording.rows_beside import rows_beside
from assistant.router.wording.rows_that_stay import without_rows_that_stay
from assistant.router.wording.rows_told_first import gaps_filled, rows_go_last
from assistant.router.wording.single_rows import with_codes_named
from assistant.router.wording.years import by_date


def rows_put_plainly(message: str, context: RouterContext) -> str:
    """The message with conditions, units, years, gaps and what is to become of rows in the usual words and order."""
    message = in_two_conditions(rows_beside(message, context))
    for plainly in (each_thing, with_metres_apart, by_date, gaps_filled, rows_last, rows_go_last):
        message = plainly(message, context)
    return without_rows_that_stay(with_codes_named(message, context), context)
