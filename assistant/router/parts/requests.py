"""From a message to calls: each request in it is read by itself, with what was spoken of before it."""

from __future__ import annotations

import re

from assistant.router.arguments.figure_of_group import figure_of_group
from assistant.router.arguments.fill_gaps import refuse_gaps_of_another
from assistant.router.arguments.gap_values import value_for_gaps
from assistant.router.arguments.one_record import foretold
from assistant.router.arguments.own_split import own_split
from assistant.router.arguments.own_task import anomalies_sought
from assistant.router.arguments.slots import option
from assistant.router.asking.alternatives import refuse_alternatives
from assistant.router.asking.bare_words import is_saying
from assistant.router.asking.beyond_steps import refuse_beyond_steps
from assistant.router.asking.either import leaves_open, refuse_either, without_open_end
from assistant.router.asking.held_out import refuse_rows_for_test
from assistant.router.asking.labels import label
from assistant.router.asking.not_so import refuse_count_for_test, refuse_into_one
from assistant.router.asking.nothing_left import refuse_nothing_left
from assistant.router.asking.one_of_two import refuse_one_of_two
from assistant.router.asking.only_told import (
    ask_which_way,
    is_faulty,
    refuse_or_not,
    refuse_unit_range,
    tells_of_oneself,
)
from assistant.router.asking.part_of_date import refuse_part_of_date
from assistant.router.asking.relative_dates import refuse_relative_dates
from assistant.router.asking.skewed_ones import refuse_skewed_ones
from assistant.router.asking.term_questions import term_and_whether, term_asked, terms_compared
from assistant.router.asking.two_ways import refuse_two_ways
from assistant.router.context import Call, RouterContext
from assistant.router.dialogue.acceptance import accepted
from assistant.router.dialogue.amend import amended
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.direction import direction_of
from assistant.router.parts.and_why import with_reasons
from assistant.router.parts.asides import without_story
from assistant.router.parts.called import Found, called
from assistant.router.parts.cuts import parted
from assistant.router.parts.in_good_order import without_good_ones
from assistant.router.parts.in_order import Reading, names_of
from assistant.router.parts.own_ways import own_ways
from assistant.router.parts.pairs import paired
from assistant.router.parts.put_right import corrected, perhaps_corrected
from assistant.router.parts.read_at_once import read_at_once
from assistant.router.parts.segment import opens_with_verb, segments, trimmed, without_reason
from assistant.router.parts.settled import first_look, settled
from assistant.router.parts.spread import spread, statements
from assistant.router.parts.supposed import supposed
from assistant.router.parts.those import about_those
from assistant.router.parts.ways import each_its_way
from assistant.router.parts.whole import SURER, as_one, surer
from assistant.router.tool.rank import candidates
from assistant.router.tool.said_plainly import said_plainly
from assistant.router.tool.wanted import wanted
from assistant.router.wording.meant import made_plain
from assistant.router.wording.rewritten import rewritten
from assistant.router.wording.thought_better import not_said, not_yet, thought_better
from assistant.router.wording.why_it_goes import without_why
from tools.catalog import find_tool

_APART = re.compile(r"\w\s*[;\n]\s*\w")
"""What sets requests apart for certain, of which none is the whole."""
_AND_TRAIN = re.compile(r"\w(?:,| and|,? then|,? and then) (?:then )?train\b(?! ?(?:and |/)? ?test)", re.I)


def _decides(unclear: Unclear, whole: list[Call], share: float) -> bool:
    """Says whether a question is about a decision rather than about words: what its tool would take away is never settled by examples."""
    if unclear.vague:
        return False
    return unclear.tool in (None, "start_over") or (unclear.tool != whole[0]["tool"] and share < SURER) or (unclear.tool == whole[0]["tool"] and bool(find_tool(unclear.tool).takes_away))


_OPEN = re.compile(r"\bor\b", re.I)
"""What leaves a choice open, which is asked about."""


_MORE_EXACTLY = re.compile(r"\b(?:typical|usual|normal|average)\b(?P<what>[^,.;:]{1,40}),? i meant? (?:the )?(?P<way>median|mean|average)\b", re.I)
"""“the typical bill, I mean the median”."""
_MEANT = re.compile(r"[?.,;:!] ?(?:the )?[^?.,;:!]{2,40} i meant?[.! ]*$", re.I)
"""What is meant, told after the question: “what do we earn in each shop? the revenue I mean”."""


def read(message: str, context: RouterContext) -> Found | None:
    """Reads all requests of a message, in the order said; None where there is none."""
    refuse_one_of_two(message, context)
    open_choice = len(message) <= LONGEST_CHOICE and _CHOICE.search(message) is not None
    one_only = open_choice and leaves_open(message)
    message = without_open_end(message) if open_choice else message
    if thought_better(message):
        return [], 0.9
    unsaid = not_said(message)
    if unsaid:
        return [{"tool": "undo", "args": {}}] if context.last and _quietly(unsaid, context) == context.last[-1:] else [], 0.9
    _refuse_later(not_yet(message), context)
    message = rewritten(message, context)
    asked = Clause(message.strip(), context)
    if is_saying(asked) or tells_of_oneself(asked):
        return None
    early = _beforehand(asked, message, context)
    if early:
        return early
    message = _MORE_EXACTLY.sub(r"\g<way>\g<what>", message)
    plain = made_plain(message, context, lambda text: (_read_parts(text, context) or (None,))[0])
    if plain:
        return plain, 0.85
    whole = as_one(message, context)
    if whole and _MEANT.search(message):
        return whole
    try:
        found = _read_parts(message, context)
    except Unclear as unclear:
        if whole is None or _OPEN.search(message) or _decides(unclear, *whole) or (_APART.search(message) and (not unclear.vague or find_tool(whole[0][0]["tool"]).takes_away)) or (not unclear.vague and unclear.tool == "train" and whole[0][0]["tool"] != "train" and _AND_TRAIN.search(message)):
            raise
        return whole
    if whole is None and found is None:
        return as_one(message, context, asks=True)  # a question is nearer to what is wanted than nothing
    read = whole if whole and (found is None or surer(whole, found, message)) else found
    if read and open_choice:
        refuse_either(message, read[0], lambda text: _quietly(text, context), one_only)
    return read


_REFUSALS = (refuse_rows_for_test, refuse_two_ways, refuse_skewed_ones, refuse_into_one, refuse_count_for_test, refuse_or_not, refuse_unit_range, refuse_relative_dates, refuse_part_of_date, refuse_nothing_left, refuse_gaps_of_another)
"""What is asked about before a message is cut into its requests."""


def _beforehand(asked: Clause, message: str, context: RouterContext) -> Found | None:
    """Reads what only the whole message tells: a term, a saying, a task, a record; asks where it leaves open what is meant."""
    whether = term_and_whether(asked)
    if whether:
        return [{"tool": "define", "args": {"term": whether[0]}}, {"tool": "evaluate" if whether[1] else "profile", "args": {}}], 0.9
    terms = [term] if (term := term_asked(asked)) else terms_compared(asked)
    if terms:
        return [{"tool": "define", "args": {"term": term}} for term in terms], 0.95
    if plainly := said_plainly(asked.norm.strip(" .!?"), context):
        return [plainly], 0.95
    refuse_beyond_steps(asked)
    at_once = read_at_once(asked)
    if at_once is not None:
        return at_once, 0.9
    declared = own_split(message, context) or anomalies_sought(message, context) or figure_of_group(asked, context)
    if declared:
        return declared, 0.9
    if value_for_gaps(asked) is not None:
        return called("impute", asked), 0.95
    if is_faulty(asked):
        ask_which_way(called("filter_rows", asked))
    for refuse in _REFUSALS:
        refuse(asked)
    would = supposed(message, lambda text: (_read_parts(text, context) or (None,))[0])
    if would:
        raise would
    reasons = with_reasons(message, context, lambda text: _quietly(text, context))
    if reasons:
        return reasons, 0.85
    predicted = foretold(message, context)
    return (predicted, 0.85) if predicted else None


LONGEST_CHOICE = 300
"""Up to how many letters each “or” of a message is looked at; a longer one has too many ways to be read."""
_CHOICE = re.compile(r"\b(?:or|alternatively)\b|/\w+-?\w+\s*\?", re.I)
"""What may leave a choice open."""


def _quietly(text: str, context: RouterContext) -> list[Call] | None:
    """The calls that a message is read as; None where it is none, or would be asked about."""
    try:
        found = _read_parts(text, context)
    except Unclear:
        return None
    return found[0] if found else None


def _read_parts(message: str, context: RouterContext) -> Found | None:
    message = each_its_way("; ".join(own_ways(message, context)), context)
    stands = accepted(message, context)
    if stands:
        return stands, 0.9
    waited = settled(trimmed(message), context, lambda requests, spoken: _all(requests, context, None, spoken))
    if waited:
        return waited
    before, meant = _last_meant(message, context)
    if before and _SAID_AGAIN.match(trimmed(meant)) and not names_of(Clause(meant, context)):
        return _all(segments(before), context, None, ())
    if not before:
        before, meant = perhaps_corrected(message)
        taken_back = bool(before) and any(_spares(text, before, context) for text in segments(meant))
        if not taken_back:
            return _read_weakly(message, before, meant, context)
    earlier, requests = [text for segment in segments(before) for text in _way_apart(segment, meant, context)], [part for text in segments(meant) for part in _KEPT_AFTER.split(text)]
    spared = [text for text in requests if _spares(text, before, context)]
    if spared and all(text in spared or _THE_OTHERS.fullmatch(text) for text in requests):
        return _without(_all(earlier, context, None, ()), {name for text in spared for name in names_of(Clause(text, context)) or names_of(Clause(before, context))})
    requests = [text for text in requests if text not in spared]
    opening: str | None = None
    spoken: tuple[str, ...] = ()
    changed_request = amended(without_reason(earlier[-1]), requests[0], context) if earlier and requests else None
    if changed_request:
        return _all([*earlier[:-1], changed_request, *requests[1:]], context, None, ())
    if earlier:
        clause = Clause(without_reason(earlier[-1]), context)
        ranked = candidates(clause)
        opening, spoken = (ranked[0][1] if ranked else None), names_of(clause)
        requests[:1] = [_same_way(clause, opening, text) for text in requests[:1]]
        if opening == "profile" and not any(opens_with_verb(text) or names_of(Clause(text, context)) for text in requests):
            return _all(earlier, context, None, ())  # “is anything wrong with it? I mean gaps and such”
    return _all([*earlier[:-1], *requests], context, opening if len(earlier) == 1 else None, spoken, correcting=len(earlier) > 0)


def _last_meant(message: str, context: RouterContext) -> tuple[str, str]:
    """What was said before a self-correction, and what is meant; what was put right once already is as it was meant then: “a, no wait b, no sorry c”."""
    before, meant = corrected(message)
    for _ in range(MOST_CORRECTED):
        first, second = corrected(before) if before else ("", "")
        if not first or len(segments(second)) != 1 or not segments(first):
            break
        *kept, last = segments(first)
        before = ". ".join([*kept, amended(without_reason(last), second, context) or second])
    return before, meant


MOST_CORRECTED = 4
"""How often one message may be put right."""


def _way_apart(said: str, meant: str, context: RouterContext) -> list[str]:
    """Sets the last words of a part apart where they alone were put right: “log fare, median… no, mean impute tip” logs the fare as well."""
    head, joint, tail = said.rpartition(", ")
    way = Clause(tail, context)
    if not joint or len(way.tokens) > 2 or way.columns or way.values or way.numbers or vocabulary.every(tail.lower(), vocabulary.MODELS):
        return [said]
    first, second = wanted(Clause(trimmed(head), context)), wanted(Clause(trimmed(segments(meant)[0]), context))
    return [head, tail] if first and second and first[0][1] != second[0][1] else [said]


_ROWS = re.compile(r"(?:the |those |all |any )*(?:rows|ones|records|cases|people)\b", re.I)
_WHERE = re.compile(r"(?:where|with|whose|that|which|who)\b", re.I)


def _same_way(before: Clause, tool: str | None, meant: str) -> str:
    """Gives rows that are described anew the verb of those that were to go: “drop samples below 6, I mean pH below 6.5”."""
    again = Clause(meant, before.context)
    if tool == "filter_rows" and not opens_with_verb(meant) and _WHERE.match(meant) and not direction_of(before).removes:
        return f"keep rows {meant}"
    if opens_with_verb(meant) or not direction_of(before).removes or direction_of(again).removes or not (again.values or again.numbers or "D" in again.shape.words):
        return meant
    if tool != "filter_rows" and next((name for _, name in candidates(again)), None) != "filter_rows":
        return meant
    return f"drop {meant}" if _ROWS.match(meant) else f"drop rows {meant}" if _WHERE.match(meant) else f"drop rows where {meant}"


_SAID_AGAIN = re.compile(r"(?:the (?:two|three|four)|both|all(?: three| four)?)(?: of (?:them|those|these))?(?! (?:other|last|first|columns?|rows)\b)\b", re.I)
"""What only says once more which are meant: “stack a and b, I mean the two of them together”."""


def _read_weakly(message: str, before: str, meant: str, context: RouterContext) -> Found | None:
    """Reads a message in which “actually” may put something right; where it does not, all of it is asked for."""
    earlier, requests = segments(before), segments(meant)
    instead = amended(without_reason(earlier[-1]), requests[0], context) if earlier and requests else None
    if instead:
        return _all([*earlier[:-1], instead, *requests[1:]], context, None, ())
    refuse_alternatives(message, lambda text: (_all(segments(text), context, None, ()) or (None,))[0])
    return _all(segments(message), context, None, ())


def _spares(text: str, before: str, context: RouterContext) -> bool:
    """Says whether a part only takes back what was said: “remove sex. No, keep sex, remove island”."""
    kept = re.match(r"(?:no,? )?(?:keep|leave|spare|dont (?:drop|remove|delete))\b|(?:the )?[^,;]{1,40}? (?:stays?|remains?|can stay|should stay|is (?:fine|needed))$", text, re.I)
    names = set(names_of(Clause(text, context)))
    return kept is not None and (_KEPT_ITSELF.fullmatch(text) is not None or (bool(names) and names <= set(names_of(Clause(before, context)))))


_KEPT_AFTER = re.compile(r", (?=(?:keep|leave|spare) (?:the )?[\w ]{1,40}$)", re.I)
"""What stays, told after what goes instead of it: “no sorry, list_fare, keep fare”."""
_KEPT_ITSELF = re.compile(r"(?:no,? )?(?:please )?(?:keep|leave|spare) (?:it|that|this|them|those|these)(?: one| ones)?(?: in| there| alone| as (?:it|they) (?:is|are))?", re.I)
_THE_OTHERS = re.compile(r"(?:so |and |just |only |do |use |take )*(?:the )?(?:first (?:one|two|three|2|3)|last (?:one|two|three|2|3)|others?|other (?:ones?|two|three)|rest|remaining (?:ones|columns|two))(?: please)?", re.I)
"""What says again which columns remain: “no, leave the engine alone, just the first two”."""


def _without(found: Found | None, spared: set[str]) -> Found | None:
    """The calls without the columns that were taken back."""
    if found is None:
        return None
    kept = [{**call, "args": {**call["args"], "columns": [name for name in call["args"]["columns"] if name not in spared]}} if isinstance(call["args"].get("columns"), list) else call for call in found[0]]
    return [call for call in kept if call["args"].get("columns") != []], found[1]


def _refuse_later(later: str | None, context: RouterContext) -> None:
    """Asks whether what is only thought of shall be done now."""
    calls = _quietly(later, context) if later else None
    if calls and any(find_tool(call["tool"]).records for call in calls):
        raise Unclear("I do it at once or not at all. Shall I do it now?", [*(option(call["tool"], call["args"], f"Yes: {label(call)}") for call in calls[:2]), first_look(names_of(Clause(later or "", context)), context)])


def _all(requests: list[str], context: RouterContext, tool: str | None, spoken: tuple[str, ...], correcting: bool = False) -> Found | None:
    pieces = [piece for text in paired(about_those(requests, context)) for stated in statements(without_good_ones(without_story(without_why(without_reason(text), context), context), context), context) for own in own_ways(stated, context) for part in parted(own, context) for piece in spread(part, context)]
    return Reading(pieces, context, tool, spoken, correcting).read_all()
