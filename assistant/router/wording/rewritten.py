"""Writes a message in the plain order that requests are read in, one kind of saying after another."""

from __future__ import annotations

from assistant.router.context import RouterContext
from assistant.router.dialogue.trained_without import without_last
from assistant.router.wording.asked_first import without_lead_up
from assistant.router.wording.chart_beside import with_chart_apart
from assistant.router.wording.contrast import contrasted
from assistant.router.wording.dates_apart import with_dates_apart
from assistant.router.wording.each_its_way import each_its_way
from assistant.router.wording.exceptions import with_exceptions_named
from assistant.router.wording.last_of_list import with_last_named
from assistant.router.wording.model_put_right import with_model_put_right
from assistant.router.wording.one_not_other import without_the_other
from assistant.router.wording.other_answer import with_answer_asked
from assistant.router.wording.own_ways import with_own_ways
from assistant.router.wording.plain_words import in_words_of_trade
from assistant.router.wording.put_plainly import put_plainly
from assistant.router.wording.remarks import without_remarks
from assistant.router.wording.rows_put_plainly import rows_put_plainly
from assistant.router.wording.said_apart import put_together
from assistant.router.wording.said_beside import said_beside
from assistant.router.wording.several_figures import each_figure
from assistant.router.wording.shared_object import each_with_object
from assistant.router.wording.spared import with_spared_last
from assistant.router.wording.split_beside_model import with_split_first
from assistant.router.wording.step_names import steps_named
from assistant.router.wording.told_in_numbers import without_numbers_told
from assistant.router.wording.turned_down import instead_of_it
from assistant.router.wording.years_old import with_age_named


def rewritten(message: str, context: RouterContext) -> str:
    """The message as it would be said plainly; the order of the kinds matters."""
    message = each_its_way(with_last_named(message, context), context)
    message = with_dates_apart(with_age_named(message, context), context)
    message = with_split_first(with_model_put_right(rows_put_plainly(message, context)))
    message = without_last(with_spared_last(with_own_ways(said_beside(without_the_other(message, context), context), context), context), context)
    message = without_numbers_told(without_remarks(in_words_of_trade(message, context), context), context)
    message = contrasted(put_plainly(with_exceptions_named(put_together(message, context), context), context), context)
    message = with_chart_apart(each_figure(each_with_object(message, context), context.names), context)
    return instead_of_it(steps_named(without_lead_up(with_answer_asked(message, context), context), context), context)
