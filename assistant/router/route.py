"""Decides what becomes of a message: act, ask or decline; every call is checked against its tool first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Any

from assistant.router.answers import Answer, act, ask, checked, unknown
from assistant.router.arguments.slots import option
from assistant.router.asking.foreign_code import asked_first, honest_part, is_injected, takes_away
from assistant.router.asking.instead import is_beyond, is_nod
from assistant.router.asking.kindly import kind_words
from assistant.router.asking.labels import label
from assistant.router.asking.lost_requests import refuse_lost_request
from assistant.router.asking.names_meant import with_names_meant
from assistant.router.asking.no_question import NO_QUESTION, answers_no_question
from assistant.router.asking.refuse import answers_nothing, is_errand, is_greeting, is_hostile, is_shell
from assistant.router.context import Call, RouterContext
from assistant.router.dialogue.about_steps import about_steps, among_steps
from assistant.router.dialogue.after_a_look import after_a_look
from assistant.router.dialogue.and_more import first_and_rest
from assistant.router.dialogue.assent import YES, assent
from assistant.router.dialogue.followup import afterthought
from assistant.router.dialogue.pending import answer_to_question
from assistant.router.dialogue.picked import is_aside
from assistant.router.dialogue.pointed_at import pointed_at, with_it_named
from assistant.router.dialogue.retrained import again_with_change
from assistant.router.dialogue.steps_done import with_steps_edited
from assistant.router.dialogue.taken_back import all_back, column_back, everyone_back, taken_back, thrown_out
from assistant.router.dialogue.winner import winner_chosen, without_winner
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.names import key, parts
from assistant.router.parts.data_questions import answered, answered_otherwise, asks_how
from assistant.router.parts.requests import read
from assistant.router.parts.segment import opens_with_verb, trimmed
from assistant.router.parts.who_more import who_more
from assistant.router.parts.yes_no import asked_outright
from assistant.router.tool.asked_of_work import asked_of_work
from assistant.router.tool.rank import candidates
from assistant.router.wording.arrowed import arrowed
from assistant.router.wording.hesitation import without_hesitation
from assistant.router.wording.long_story import without_long_story
from assistant.router.wording.named_like_verbs import with_verbs_quoted
from assistant.router.wording.naming import introduced, with_names_quoted, without_names
from assistant.router.wording.normalize import clean
from assistant.router.wording.polite import without_courtesy, without_politeness
from assistant.router.wording.proposals import as_ordered
from assistant.router.wording.restate import restated
from assistant.router.wording.second_language import in_plain_order
from assistant.router.wording.spelling import mended
from assistant.router.wording.taken_out_again import without_what_is_not_meant
from assistant.router.wording.terms import with_term_last
from assistant.router.wording.written_around import without_surroundings
from tools.catalog import find_tool

_WHY = re.compile(
    r"(?:(?:but|and|ok|hm+|so|wait|oh) ,? ?)*(?:why|how come)(?: (?:is|was|are|were|did|does|do|would|should|that|it|this|they|you|not|there|"
    r"the (?:model|answer|prediction|result)|say|think|predict(?:ed)?|get|come out))*(?: (?:so|that|too|such an?|this|"
    r"as)(?: (?:many|much|low|high|few|little|big|small|large|long|short|expensive|cheap|bad|good|sure|certain|old|young|slow|fast|different|far(?: off)?))?)?",
)
"""A question of the reasons of what was just foretold."""
LONGEST = 2000
"""Longer messages are texts, not requests."""


def route(text: str, context: RouterContext, tools: Iterable[Any] | None = None) -> Answer:
    """Reads a message as tool calls in the order said; asks where two readings are close, and never acts on a guess."""
    context = with_steps_edited(context)
    names = context.names
    said = without_courtesy(without_long_story(str(text)[: LONGEST + 1]), context.pending is not None or bool(context.last))
    odd = (*names, *_marked_up(context)) if "<" in str(text) else names
    message = with_verbs_quoted(introduced(clean(with_names_quoted(restated(said, names), odd)).strip(), names), names)
    if context.pending is None and (apart := _apart_from_code(str(text), message, context, tools)):
        return apart
    if context.pending is None and answers_no_question(str(text), bool(context.last)):
        return unknown(context, NO_QUESTION)
    if not any(letter.isalnum() or letter == "?" for letter in message) or len(message) > LONGEST or is_greeting(message) or is_errand(message) or (not context.pending and (not context.last or kind_words(message) is not None) and answers_nothing(message)) or (is_hostile(message) and is_hostile(without_names(message, (*names, *_marked_up(context))))) or is_shell(str(text)) or is_beyond(message) or (not context.pending and is_nod(message)):
        return unknown(context, kind_words(str(text)), message)
    message = arrowed(said, message, context)
    if not any(letter.isalnum() for letter in message):
        return act([{"tool": "help", "args": {}}], 0.8, context)
    return with_names_meant(message, names, lambda text: _answered(text, context, tools))


def _answered(message: str, context: RouterContext, tools: Iterable[Any] | None) -> Answer:
    try:
        return checked(_read(with_term_last(as_ordered(without_politeness(in_plain_order(without_hesitation(without_surroundings(without_what_is_not_meant(mended(message, _known(context), _known_values(context))))))))), context), tools)
    except Unclear as unclear:
        return ask(unclear, context)


def _apart_from_code(text: str, message: str, context: RouterContext, tools: Iterable[Any] | None) -> Answer | None:
    """Asks about the request beside code that is none; None where there is no such code, or no such request."""
    if len(text) > LONGEST or not (";" in text or "<" in text or text.lstrip()[:1] in "#/-'\""):
        return None
    hostile = is_hostile(message) and is_hostile(without_names(message, (*context.names, *_marked_up(context))))
    honest = honest_part(text) if hostile else text.strip(" #/-;'\"") if is_injected(text) else None
    if honest is None or honest == text or is_hostile(honest):
        return None
    answer = route(honest, context, tools)
    return ask(asked_first(answer["calls"]), context) if answer["status"] == "act" and (hostile or takes_away(answer["calls"])) else None


def _marked_up(context: RouterContext) -> list[str]:
    """The values of the table that look like markup, which may be spoken of."""
    return [value for column in context.columns for value in column.get("values") or () if isinstance(value, str) and "<" in value]


def _known(context: RouterContext) -> frozenset[str]:
    values = tuple(value for column in context.columns for value in column.get("values") or () if isinstance(value, str))
    return _words_of((*(column["name"] for column in context.columns), *context.experiments), values)


MOST_VALUES = 30
"""Up to so many values are a closed set, in which what is one letter off is misspelt; among more it may be one that was not met yet."""


def _known_values(context: RouterContext) -> frozenset[str]:
    return _words_of((), tuple(value for column in context.columns if len(column.get("values") or ()) <= MOST_VALUES for value in column.get("values") or () if isinstance(value, str)))


@lru_cache(maxsize=64)
def _words_of(names: tuple[str, ...], values: tuple[str, ...]) -> frozenset[str]:
    """The words of the table, which are never misspellings."""
    return frozenset([*(part for name in names for part in parts(name)), *map(key, names), *(word for value in values for word in value.lower().split())])


def _read(message: str, context: RouterContext) -> Answer:
    whole = Clause(message.strip(" .!?"), context)
    reply = answer_to_question(whole, context, message.rstrip().endswith("?")) if context.pending else None
    if reply is None and context.pending and context.pending.get("options") and not all(map(is_aside, context.pending["options"])) and _ONE_OF_THEM.fullmatch(message.strip()):
        raise Unclear(f"Which of these is it? {context.pending.get('question') or ''}".strip(), [option(entry["call"]["tool"], entry["call"]["args"], entry["label"]) for entry in context.pending["options"]])
    if reply == "no":
        return unknown(context, "Fine, nothing was changed. What would you like instead?")
    if isinstance(reply, list):
        return act(reply, 0.95, context)
    together = _answer_and_more(message, context) if context.pending else None
    if together:
        return act(*together, context)
    instead = _taken_back_and_more(message, context)
    if instead:
        return act(*instead, context)
    spoken_of = about_steps(whole, context)
    if spoken_of:
        return act(spoken_of, 0.9, context)
    named = with_it_named(pointed_at(among_steps(message, context), context), context)
    message, whole = (message, whole) if named == message else (named, Clause(named.strip(" .!?"), context))
    more = _afterthought_and_more(message, context)
    if more:
        return act(*more, context)
    early = _afterthought_first(whole, context)
    if early:
        return act(early, 0.85, context)
    work = asked_of_work(whole)
    if work:
        return act([work], 0.85, context)
    asked = asked_outright(message, context)
    whole = whole if asked is message else Clause(asked.strip(" .!?"), context)
    try:
        found = read(without_winner(asked, context), context)
        look = answered(whole, found[0] if found else None) or who_more(whole, found[0] if found else None)
    except Unclear as unclear:
        found, look = None, answered_otherwise(whole, unclear)
        if look is None:
            raise
    if look:
        return act(look, 0.85, context)
    if found and asks_how(whole, found[0]):
        return unknown(context, text=message)
    if found and (_ASKED_OF.match(message.strip()) or (_ONLY_ASKED.fullmatch(message.strip()) and len(found[0]) == 1)) and any(call["tool"] == "filter_rows" for call in found[0]):
        raise Unclear("Shall only these rows be kept, or is something asked of them?", [*(option(call["tool"], call["args"], f"Yes: {label(call)}") for call in found[0][:1]), *(option("aggregate", {"by": [call["args"]["column"]], "statistic": "count"}, f"Count the rows by {call['args']['column']}") for call in found[0][:1] if call["tool"] == "filter_rows"), option("preview", {}, "Look at the data")])
    if found and not found[0]:
        return unknown(context, "Then nothing is changed. What would you like instead?")  # “drop the rate. No, keep it”
    if found and len(found[0]) == 1 and found[0][0]["tool"] in ("impute", "drop_missing") and _ASKED_OF_GAPS.fullmatch(message.strip()):
        call = found[0][0]
        raise Unclear("Do you ask whether there are gaps, or shall they be filled?", [*(option("describe_column", {"column": name}, f"Look at {name}") for name in (call["args"].get("columns") or [])[:1] if isinstance(call["args"].get("columns"), list)), option("plot", {"kind": "missing"}, "Show where values are missing"), option(call["tool"], call["args"], label(call))])
    if found:
        refuse_lost_request(message, found[0], context)
    return act(*found, context) if found else unknown(context, kind_words(message), message)


_ASKED_OF_GAPS = re.compile(r"(?:is |are |was |has |have |any |the )*[^?.,;:]{1,60} (?:missing|empty|blanks?|gaps?|nulls?|nans?|unknown)(?: values?| cells?)? ?\?+", re.I)
_ONE_OF_THEM = re.compile(r"(?:(?:um|uh|hm+|well|oh|just) ,? ?)*the (?!(?:missing|empty)\b)[\w-]+(?: [\w-]+){0,2} one[.! ]*", re.I)
"""One of what was asked about, by a word that none of them has: “the five minute one”."""
_ASKED_OF = re.compile(r"^(?:(?:and|but|so|ok) )*(?:what about|how about|in|at|on|for|with|from|of|among) [^.]*\?$", re.I)
"""A question about some of the rows, which takes none away: “and at the harbour?”."""
_ONLY_ASKED = re.compile(
    r"(?!.*\b(?:keep|only|just|drop|remove|delete|without|out|away|leave|left|show|see|take|use|exclude|throw|filter|want|need|rid|but|except|no|not|should|must|"
    r"can|could|shall|would|where|whose|with|who|that|which|over|under|above|below|more|less|at least)\b)[^?.,;:]{2,60}\?+",
    re.I,
)
"""Rows that are called by a word in a question: “phone bookings cost?”."""
_AND_ALSO = re.compile(rf"^(?P<yes>(?:{YES})(?: please| sure| of course)?)[ ,.;-]+(?:and|plus|also|then) ", re.I)


def _answer_and_more(message: str, context: RouterContext) -> tuple[list[Call], float] | None:
    """Reads “yes, and then train a forest” and “no, show me the data first”: the answer to the question, and what is to follow."""
    agreed = _AND_ALSO.match(message)
    first, rest = (agreed["yes"], [message[agreed.end() :]]) if agreed else first_and_rest(message)
    if not rest:
        return None
    if assent(Clause(first, context).norm) == "no":
        return read(". ".join(rest), replace(context, pending=None))
    answer = answer_to_question(Clause(first, context), context)
    if not isinstance(answer, list):
        return None
    after = replace(context, pending=None, last=answer)
    early = _afterthought_first(Clause(". ".join(rest), context), after)
    more = (early, 0.85) if early else read(". ".join(rest), after)
    return ([*answer, *more[0]], more[1]) if more else None


_BACK_AND = re.compile(
    r"^(?:(?:no|oh|hm+|ok|please|actually|wait) ,? ?)*(?P<how>cancel|forget|scrap|scratch|undo|strike|never ?mind|skip|take back|revert) (?:that|it|"
    r"this)(?: last)?(?: one| step)?(?:,? and(?: then)?|[,;.]| -)+ (?:please |just |rather |"
    r"then )*(?P<rest>(?!(?:use|take|make|try|do|go|give|set|with|put)\b)[^;]{3,200}?)(?:,? (?:instead|rather))?[.! ]*$",
    re.I,
)
"""“cancel that and drop desk instead”"""


def _taken_back_and_more(message: str, context: RouterContext) -> tuple[list[Call], float] | None:
    """Reads a request in the place of the step before, which is taken back; where no step was done, the request alone."""
    said = _BACK_AND.match(message)
    if said is None or not opens_with_verb(said["rest"]) or context.pending or (not context.last and said["how"].lower() in ("undo", "revert", "take back")):
        return None
    last = context.last[-1] if context.last else None
    found = read(said["rest"], replace(context, last=[])) if last is None or find_tool(last["tool"]).records else None
    if not found:
        return None
    return ([{"tool": "undo", "args": {}}, *found[0]], found[1]) if last else found


def _afterthought_and_more(message: str, context: RouterContext) -> tuple[list[Call], float] | None:
    """Reads what refers to the previous turn and the requests after it: “same for the tip, and then train a forest”."""
    first, rest = first_and_rest(message) if context.last else ("", [])
    if not rest or not any(opens_with_verb(part) for part in rest) or (opens_with_verb(first.split(" ", 1)[0]) and not _SAME_AGAIN.match(first)):
        return None
    try:
        early = _afterthought_first(Clause(first, context), context)
    except Unclear:
        return None  # “that was wrong, go back” says what to do about it
    if not early:
        return None
    after = replace(context, last=[*context.last[-1:], *early])
    later = _afterthought_first(Clause(rest[0], after), after) if len(rest) == 1 and not opens_with_verb(rest[0]) else None
    found = (later, 0.85) if later else read(pointed_at(". ".join(rest), after), after)
    return ([*early, *found[0]], found[1]) if found else None


_SAME_AGAIN = re.compile(r"(?:do|make|use|take|put|try|repeat|apply|run|set|show) (?:the )?(?:same|that|it|this)\b|(?:use|take|make it|try) (?:the )?\w+ (?:instead|rather)", re.I)
"""A verb that says nothing by itself: “do the same for the tip”."""


def _afterthought_first(whole: Clause, context: RouterContext) -> list[Call] | None:
    if len(whole.tokens) > 14:
        return None
    picked = winner_chosen(whole)
    if picked:
        return picked
    dropped = column_back(whole, context)
    if dropped:
        return dropped
    if not (context.last or context.runs):
        return None
    if _WHY.fullmatch(whole.norm) and (context.runs or any(call["tool"] in ("train", "predict", "what_if") for call in context.last)):
        row = next((call["args"]["row"] for call in reversed(context.last) if call["args"].get("row") is not None), None)
        return [{"tool": "explain", "args": {"row": row} if row is not None else {}}]
    repeated = again_with_change(whole, context)
    if repeated:
        return repeated
    back = after_a_look(whole, context) or taken_back(whole, context) or all_back(whole, context) or everyone_back(whole, context) or thrown_out(Clause(trimmed(whole.text), context), context)
    if back:
        return back
    ranked = candidates(Clause(trimmed(whole.text), context))
    found = afterthought(whole, context, ranked[0][1] if ranked else None)
    said_again = ranked and found == context.last[-1:] and found[0]["tool"] != ranked[0][1] and not whole.has("again|same|repeat")
    return None if said_again else found  # “what if row 17 were 600 instead” only names the row spoken of before
