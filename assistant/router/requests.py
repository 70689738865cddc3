"""From a message to calls: each request in it is read by itself, with what was spoken of before it."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.router.acceptance import accepted
from assistant.router.alternatives import refuse_alternatives
from assistant.router.amend import amended
from assistant.router.asides import (
    AGAIN,
    GIVEN_UP,
    LEFT_AS_IS,
    MANNER,
    MENDED,
    TAKEN_BACK,
    TELLS,
    asks_for_something,
    is_aside,
    without_story,
)
from assistant.router.choices import refuse_bare_word
from assistant.router.clause import Clause, Unclear
from assistant.router.columns import key
from assistant.router.comparison import coloured, compared, drawn_again, drawn_answer
from assistant.router.context import Call, RouterContext
from assistant.router.cuts import parted
from assistant.router.followup import changed
from assistant.router.guards import refuse_doubtful
from assistant.router.joining import joined
from assistant.router.labels import label
from assistant.router.lead_in import with_next
from assistant.router.numbers import ordinal
from assistant.router.one import POINTING, Found, as_one, one_request, surer, vague
from assistant.router.pairs import paired
from assistant.router.rank import candidates
from assistant.router.segment import (
    corrected,
    opens_with_verb,
    perhaps_corrected,
    segments,
    starts_with_verb,
    trimmed,
    without_reason,
)
from assistant.router.slots import option, several_meant
from assistant.router.spread import spread, statements
from assistant.router.those import about_those
from assistant.router.triggers.wordlists import DROP
from assistant.router.unused import losses
from assistant.router.vocabulary import MARKED, with_signs
from assistant.router.ways import each_its_way
from assistant.router.words import OF_CONDITION
from tools.catalog import find_tool

_CONDITION = re.compile(r"^(?:if|unless)\b(?! (?:possible|needed|necessary|you can)\b)(.{3,200}?)(?:,| then )\s*(.{3,200})$", re.I)


def _decides(unclear: Unclear, whole: list[Call]) -> bool:
    """Says whether a question is about a decision rather than about words: what its tool would take away is never settled by examples."""
    if unclear.vague:
        return False
    return unclear.tool is None or (unclear.tool == whole[0]["tool"] and bool(find_tool(unclear.tool).takes_away))


_OPEN = re.compile(r"\bor\b", re.I)
"""What leaves a choice open, which is asked about."""


def read(message: str, context: RouterContext) -> Found | None:
    """Reads all requests of a message, in the order said; None where there is none."""
    whole = as_one(message, context)
    try:
        found = _read_parts(message, context)
    except Unclear as unclear:
        if whole is None or _OPEN.search(message) or _decides(unclear, whole[0]):
            raise
        return whole
    return whole if whole and (found is None or surer(whole, found, message)) else found


def _read_parts(message: str, context: RouterContext) -> Found | None:
    message = each_its_way(_steps_named(message, context), context)
    stands = accepted(message, context)
    if stands:
        return stands, 0.9
    condition = _CONDITION.match(trimmed(message))
    if condition:
        _refuse_condition(condition[2], context)
    before, meant = corrected(message)
    if not before:
        before, meant = perhaps_corrected(message)
        earlier, requests = segments(before), segments(meant)
        instead = amended(without_reason(earlier[-1]), requests[0], context) if earlier and requests else None
        if instead:
            return _all([*earlier[:-1], instead, *requests[1:]], context, None, ())
        refuse_alternatives(message, lambda text: (_all(segments(text), context, None, ()) or (None,))[0])
        return _all(segments(message), context, None, ())
    earlier, requests = segments(before), segments(meant)
    spared = [text for text in requests if _spares(text, before, context)]
    if spared and all(text in spared or _THE_OTHERS.fullmatch(text) for text in requests):
        return _without(_all(earlier, context, None, ()), {name for text in spared for name in _names(Clause(text, context)) or _names(Clause(before, context))})
    requests = [text for text in requests if text not in spared]
    opening, spoken = None, ()
    changed_request = amended(without_reason(earlier[-1]), requests[0], context) if earlier and requests else None
    if changed_request:
        return _all([*earlier[:-1], changed_request, *requests[1:]], context, None, ())
    if earlier:
        clause = Clause(without_reason(earlier[-1]), context)
        ranked = candidates(clause)
        opening, spoken = (ranked[0][1] if ranked else None), _names(clause)
        if opening == "profile" and not any(opens_with_verb(text) or _names(Clause(text, context)) for text in requests):
            return _all(earlier, context, None, ())  # “is anything wrong with it? I mean gaps and such”
    return _all([*earlier[:-1], *requests], context, opening if len(earlier) == 1 else None, spoken, correcting=len(earlier) > 0)


def _steps_named(message: str, context: RouterContext) -> str:
    """Says “step 3” for “number 3” where the steps were just shown."""
    shown = context.last and context.last[-1]["tool"] in ("show_pipeline", "remove_step")
    return _PLACED.sub(lambda match: f"step {ordinal(match[1].lower())}", _NUMBERED.sub(r"step \1", message)) if shown and context.steps else message


_PLACED = re.compile(r"\bthe (first|second|third|fourth|fifth|sixth)(?: one| step)\b", re.I)
_NUMBERED = re.compile(r"\b(?:number|no\.?|nr\.?|# ?) ?(?=\d)(\d{1,3})\b", re.I)


def _spares(text: str, before: str, context: RouterContext) -> bool:
    """Says whether a part only takes back what was said: “remove sex. No, keep sex, remove island”."""
    kept = re.match(r"(?:no,? )?(?:keep|leave|spare|dont (?:drop|remove|delete))\b", text, re.I)
    names = set(_names(Clause(text, context)))
    return kept is not None and (_KEPT_ITSELF.fullmatch(text) is not None or (bool(names) and names <= set(_names(Clause(before, context)))))


_KEPT_ITSELF = re.compile(r"(?:no,? )?(?:please )?(?:keep|leave|spare) (?:it|that|this|them|those|these)(?: one| ones)?(?: in| there| alone| as (?:it|they) (?:is|are))?", re.I)
_THE_OTHERS = re.compile(r"(?:so |and |just |only |do |use |take )*(?:the )?(?:first (?:one|two|three|2|3)|last (?:one|two|three|2|3)|others?|other (?:ones?|two|three)|rest|remaining (?:ones|columns|two))(?: please)?", re.I)
"""What says again which columns remain: “no, leave the engine alone, just the first two”."""


def _without(found: Found | None, spared: set[str]) -> Found | None:
    """The calls without the columns that were taken back."""
    if found is None:
        return None
    kept = [{**call, "args": {**call["args"], "columns": [name for name in call["args"]["columns"] if name not in spared]}} if isinstance(call["args"].get("columns"), list) else call for call in found[0]]
    return [call for call in kept if call["args"].get("columns") != []], found[1]


def _refuse_condition(consequence: str, context: RouterContext) -> None:
    found = _all(segments(consequence), context, None, ())
    if found:
        options = [option(call["tool"], call["args"], f"Yes: {label(call)}") for call in found[0][:2]]
        raise Unclear("I cannot wait for a condition, but I can do it now. Shall I?", [*options, option("leaderboard" if context.runs else "suggest", {}, "Not now")])


def _all(requests: list[str], context: RouterContext, tool: str | None, spoken: tuple[str, ...], correcting: bool = False) -> Found | None:
    calls: list[Call] = []
    ignored: list[Clause] = []
    asides: list[Call] = []
    lowest, unread = 1.0, 0
    now = context
    pieces = [piece for text in paired(about_those(requests, now)) for stated in statements(without_story(without_reason(text), now), now) for part in parted(stated, now) for piece in spread(part, now)]
    for place, text in enumerate(pieces):
        clause = Clause(text, now, tool, spoken, correcting and place == 0)
        if _gives_up_target(clause, pieces[place + 1 : place + 2], now):
            continue
        named = _names(clause) or spoken
        if _leads_up(text, pieces[place + 1 : place + 2], named, now):
            spoken = named
            continue
        spoken = named
        if calls and TAKEN_BACK.fullmatch(text):
            calls = calls[:-1]
            continue
        if calls and MENDED.fullmatch(text) and not starts_with_verb(pieces[place - 1]):
            continue
        again = AGAIN.fullmatch(text) if calls else None
        if again and calls[-1]["tool"].startswith(again[1].lower()):
            continue
        if place + 1 < len(pieces) and _DISMISSES.fullmatch(clause.masked) and not clause.values:
            continue
        if len(pieces) > 1 and LEFT_AS_IS.fullmatch(clause.masked):
            continue
        if len(pieces) > 1 and (MANNER.fullmatch(text) or (place + 1 < len(pieces) and GIVEN_UP.fullmatch(with_signs(clause.masked)))):
            continue
        if calls and calls[-1]["tool"] == "replace_values" and (once := _recoded_again(calls[-1], text)):
            calls = [*calls[:-1], once]
            continue
        if calls and calls[-1]["tool"] == "profile" and all(token.norm in OF_CONDITION for token in clause.tokens):
            continue
        if calls and calls[-1]["tool"] in _KEEPS_SOME and _THE_REST.match(text):
            continue
        kept = drawn_answer(clause, calls, not starts_with_verb(pieces[place - 1])) or compared(clause, calls) or drawn_again(clause, calls) or coloured(clause, calls)
        if kept:
            calls, tool = kept, kept[-1]["tool"]
            continue
        found = _part(clause, now, len(pieces) == 1, calls)
        if found is None and (both := with_next(text, pieces[place + 1 : place + 2], now, _quietly)):
            pieces[place + 1] = both
            continue
        if found is None:
            if _PUT_AS_A_QUESTION.match(text) and _sets_target(pieces[place + 1 : place + 2], now):
                continue
            unread += asks_for_something(text, clause, bool(calls)) and POINTING.match(text) is None
            ignored += [clause] if calls or not TELLS.match(text) else []
            continue
        refuse_doubtful(found[0], found[1], now)
        if calls and calls[-1]["tool"] == found[0][0]["tool"] and (_DISMISSED.search(pieces[place - 1]) or ((_INSTEAD.search(text) or _about_the_same(calls[-1], found[0][0])) and not opens_with_verb(pieces[place - 1]))):
            calls = calls[:-1]  # “one hot would explode, do frequency encoding instead”
        tool = found[0][-1]["tool"]
        if is_aside(text, found[0]) and (calls or place + 1 < len(pieces)):
            asides += found[0]
            continue
        calls = joined(calls, found[0], context)
        lowest = min(lowest, found[1])
        now = _after(now, found[0])
    if not calls:
        return (asides, 0.7) if asides else None
    if unread or any(losses(calls, clause) for clause in ignored):
        options = [option(call["tool"], call["args"], label(call)) for call in calls[:3]]
        raise vague("I understood only a part of that. Shall I do this part?", [*options, option("list_options", {}, "Show what can be done")])
    return calls, lowest


_DISMISSES = re.compile(r"(?:forget(?: about)?|never ?mind|enough of|no more) (?:(?!that\b|this\b|it\b)[a-z]+ ?){1,4}")
"""What is not wanted any more, before what is: “forget about buying, …”."""
_GIVES_UP = re.compile(r"(?:forget|never ?mind|not|no more|drop|leave|skip|enough of|ignore|scrap)(?: about)? (?:the |predicting )*@(?: any ?more| alone| aside)?$")


_PUT_AS_A_QUESTION = re.compile(r"(?:how|which|who|what|will|would|does|do|is|are)\b", re.I)


def _sets_target(following: list[str], context: RouterContext) -> bool:
    """Says whether the next part names the target, which answers the question before it: “how thirsty is a car, predict mpg”."""
    ranked = candidates(Clause(following[0], context)) if following else []
    return bool(ranked) and ranked[0][1] == "set_target"


def _recoded_again(call: Call, text: str) -> Call | None:
    """The call where a part only says it again: “-1 in x means not known, make it missing”, “a is the same as b, merge it into b”."""
    if _MADE_MISSING.match(text):
        return {"tool": "replace_values", "args": {**call["args"], "new": None}}
    again = _MADE_OF_IT.fullmatch(text)
    return call if again and key(again["new"]) == key(str(call["args"]["new"])) else None


def _gives_up_target(clause: Clause, following: list[str], context: RouterContext) -> bool:
    """Says whether a part only gives up what was predicted before another target is named: “forget price, predict cut instead”."""
    if not following or context.target is None or not _GIVES_UP.match(clause.masked) or clause.columns[0].names != (context.target,):
        return False
    ranked = candidates(Clause(following[0], context))
    return bool(ranked) and ranked[0][1] == "set_target"


def _quietly(text: str, context: RouterContext) -> list[Call] | None:
    """Reads a part by itself; None where it is no request, or not a clear one."""
    try:
        found = one_request(Clause(text, context), context, alone=False)
    except Unclear:
        return None
    return found[0] if found else None


def _about_the_same(stated: Call, asked: Call) -> bool:
    """Says whether a request does what a statement before it only called for: “prices are very skewed, use their log”."""
    return find_tool(asked["tool"]).stage == "prepare" and stated["args"] != asked["args"] and stated["args"].get("columns") is not None and stated["args"]["columns"] == asked["args"].get("columns")
_INSTEAD = re.compile(r"\b(?:instead|rather)\b", re.I)
_DISMISSED = re.compile(r"\b(?:would|will|wont|doesnt|does not|cant|cannot|could)\b.*\b(?:explode|blow up|hundreds|thousands|take forever|be (?:a mess|wrong|bad|silly|too \w+))\b", re.I)
_MADE_OF_IT = re.compile(r"(?:merge|change|turn|make|put|fold|join|lump|rename|correct|fix|replace|recode|write) (?:it|them|that|those|these|both|all of (?:it|them))? ?(?:in|in ?to|to|with|as|by|be|become|under) (?:the )?(?P<new>.{1,60})", re.I)
_MADE_MISSING = re.compile(r"blank (?:it|them|that|those)(?: out)?$|(?:make|set|mark|treat|turn|change|replace|put|count|read) (?:it|them|that|those|these)? ?(?:as |to |into |with |by |be |an? )*(?:missing|nan|null|na|empty|blank|unknown)(?: values?)?$", re.I)
_KEEPS_SOME = ("filter_rows", "choose_features", "sample_rows", "keep_best_features")
_THE_REST = re.compile(rf"(?:and |so |just |please )*(?:{DROP}|forget|hide) (?:all )?(?:(?:of )?the (?:rest|others?|other (?:ones|rows|columns|two|three|four|five|\d+)|remaining(?: ones| rows)?)|all (?:the )?others|(?:every|any)(?:thing|one|body) else)(?: out| away| please)*$", re.I)
"""What goes where it was just said what stays."""
_TAKES_AWAY = re.compile(rf"(?:{DROP})\b", re.I)
_POINTS_BACK = re.compile(r"\b(?:it|them|that|there|those|these|the (?:first|second|third|last|former|latter)(?: one)?|the (?:column|field|variable)$|the (?:column|field|variable) (?:away|out))\b", re.I)


def _leads_up(text: str, following: list[str], spoken: tuple[str, ...], context: RouterContext) -> bool:
    """Says whether a part only says what the next one points back to: “total gives the answer away, drop it”."""
    if not following or not spoken or opens_with_verb(text) or not opens_with_verb(following[0]) or not _POINTS_BACK.search(following[0]):
        return False
    said = candidates(Clause(text, context))
    if said and said[0][1] == "handle_outliers" and re.search(r"\b(?:them|those|these)\b", following[0], re.I):
        return False
    if said and (said[0][0] >= 100 or (said[0][0] >= 90 and find_tool(said[0][1]).stage == "data")) and not _TAKES_AWAY.match(following[0]):
        return False
    try:
        found = one_request(Clause(following[0], context, None, spoken), context, alone=False)
    except Unclear:
        return False
    return found is not None and any(_is_about(call, spoken) for call in found[0])


def _is_about(call: Call, spoken: tuple[str, ...]) -> bool:
    """Says whether a call is about a column that was spoken of, be it among others."""
    columns = call["args"].get("columns")
    return call["args"].get("column") in spoken or (isinstance(columns, list) and not set(spoken).isdisjoint(columns))


def _part(clause: Clause, context: RouterContext, alone: bool, calls: list[Call]) -> Found | None:
    """Reads one part; what only points back to the call before it (“… are enough, sample them”) adds nothing."""
    try:
        if calls and len(clause.tokens) < 8:
            extended = _extended(calls[-1], clause)
            if extended and not losses([extended], clause):
                return [extended], 0.8
        found = one_request(clause, context, alone)
    except Unclear:
        ranked = candidates(clause) if calls else []
        if ranked and ranked[0][1] == calls[-1]["tool"] and not (clause.columns or clause.values or clause.numbers):
            return [calls[-1]], 0.8  # “if it went up, what would happen?” asks once
        if calls and not clause.columns and _POINTS_BACK.search(clause.text) and len(clause.tokens) < 4:
            return None
        raise
    if alone and found:
        refuse_bare_word(found[0], clause)
    return found


def _extended(last: Call, clause: Clause) -> Call | None:
    """Reads a short part that only says more about the call before it: “…, use spearman”, “and add an indicator”."""
    ranked = candidates(clause)
    marks = last["tool"] == "impute" and MARKED.search(clause.masked)  # “… and mark where it was missing”
    if clause.columns or (ranked and ranked[0][1] != last["tool"] and ranked[0][0] > 80 and not marks):
        return None
    more = changed(last, clause)
    if more and all(last["args"].get(name) == value for name, value in more.items()):
        return last  # “how does x push it? partial dependence” says it twice
    return {"tool": last["tool"], "args": more} if more and not any(name in last["args"] for name in more) else None


def _names(clause: Clause) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for mention in clause.columns if mention.clear or several_meant(mention, clause) for name in mention.names))


def _after(context: RouterContext, calls: list[Call]) -> RouterContext:
    """The context as it will be once the calls are done, as far as later words depend on it."""
    changed = replace(context, last=[*context.last, *calls])
    for call in calls:
        if call["tool"] == "set_target":
            changed.target = call["args"].get("column")
    return changed
