"""Reads one request: the tool that it asks for, and its arguments from the same words."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.router.arguments.own_split import own_split
from assistant.router.arguments.slots import option
from assistant.router.asking.bare_words import refuse_bare
from assistant.router.asking.better_groups import refuse_better
from assistant.router.asking.foreign import is_foreign, strange_words
from assistant.router.asking.labels import label
from assistant.router.asking.misheard import vague
from assistant.router.asking.only_told import holds_against, only_tells
from assistant.router.asking.refuse import is_chatter, is_elsewhere, is_refusal
from assistant.router.asking.refused_rows import refuse_two_columns
from assistant.router.asking.unknown_verb import refuse_unknown_verb
from assistant.router.asking.unused import losses
from assistant.router.context import Call, RouterContext
from assistant.router.dialogue.followup import afterthought
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.vocabulary import with_signs
from assistant.router.parts.called import Found, called
from assistant.router.parts.segment import opens_with_verb, starts_with_verb
from assistant.router.parts.sounds_alike import (
    lacks_its_words,
    names_somebody,
    only_sounds_alike,
    passes_over,
    would_load,
)
from assistant.router.tool.evidence import NO_REQUEST, SEVERAL, evidence, words_of
from assistant.router.tool.phrases import CLOSE, MARGIN, SURE, all_phrases
from assistant.router.tool.rank import candidates
from assistant.router.tool.said_plainly import said_plainly
from assistant.router.tool.triggers.wordlists import TABLE
from assistant.router.tool.wanted import DECIDED, ONLY_ASKS, wanted
from tools.catalog import find_tool

ASKS_WHY = re.compile(r"(?:(?:wait|but|so|and|hm+|oh|hey|ok|,) ?)*(?:why|how come)\b(?! (?:not|dont|do not|wont|cant|should|would)\b)")
"""A question for a reason, which changes nothing: “why are rows missing in plan”; “why don't we drop it” proposes."""
_NOT_SUCH = re.compile(r"(?:only |just )?(?:never|not|no) @|(?:the |my |our |both )*@(?: ?(?:,|and|&)+ ?(?:the )?@)* (?:(?:is|are)(?: really| all| both)? not|isnt|arent) (?:needed|necessary|required)(?: .{0,20})?")
"""Rows of which something is not true, and columns that nobody needs, which refuse no step: “never came back”, “the maker is not needed”."""
ADVICE = re.compile(
    r"(?:and |but |so )?(?:how (?:do|can|could|would|should) (?:i|we|one|"
    r"you) (?=(?:fill|drop|remove|delete|split|scale|encode|clean|balance|bin|rename|filter|train|tune|sort out|get rid|handle|treat|deal with)\b)|"
    r"why (?:should|do|would|must|does|is it)|do (?:i|we) (?:really )?(?:need|have) to|(?:must|should|shall|need) (?:i|we)\b|"
    r"is it (?:really )?(?:necessary|needed|required|important|useful|a good idea|wise|ok|okay|better|bad) (?:to|if)|"
    r"does it (?:make sense|help|hurt|matter) (?:to|if)|when (?:should|do|must) (?:i|we)|what about (?=[a-z]+ing\b)|is there any (?:point|use|reason))\b",
    re.I,
)
"""Asks whether or why something should be done, which is no order to do it."""
POINTING = re.compile(
    r"(?:remove|drop|delete|take|throw|kick|undo) (?:it|that|that one|this one)(?: (?:out|away|again))?$|"
    r"(?:add|do|use|make|include|sample|run|mark|set|start|try|list|show|plot|draw|print|load|open|read) (?:it|that|them|this|so)(?: up| for me)?$|"
    r"(?:treat|handle|use|regard|consider|take|see|read) (?:it|that|them|those|these|this)(?: column)? (?:like that|as such|that way|like this|accordingly)$|"
    r"(?:predict|score|look|see|check)(?: it| that)? again$|the ones? (?:that|which|who|called|named|with|in|of|for)\b",
    re.I,
)
"""What only points back to something."""


_OF_OTHERS = frozenset(["compare_models", "evaluate", "profile", "describe_column", "show_errors", "job_status"])
"""What a value of the table may be asked about by mistake: “is rodofast any good” asks of no model."""


def one_request(clause: Clause, context: RouterContext, alone: bool) -> Found | None:
    text = clause.text
    if is_chatter(text) and len(clause.tokens) < 7 and not clause.columns and not clause.values:
        return None
    if (is_refusal(text) and not _NOT_SUCH.fullmatch(clause.masked)) or is_elsewhere(clause.shape.text):
        return None
    if declared := own_split(text, context):
        return declared, 0.9
    if plain := said_plainly(clause.norm, context):
        return [plain], 0.9
    refuse_unknown_verb(clause)
    if alone:
        refuse_bare(clause)
    ranked = wanted(clause)
    if context.last and (not ranked or ranked[0][0] < 80):
        calls = afterthought(clause, context, ranked[0][1] if ranked else None)
        if calls:
            return calls, 0.8
    if not ranked:
        if alone:
            refuse_better(clause)
        if clause.inherited and (clause.columns or clause.correcting) and len(clause.tokens) < 14:
            return called(clause.inherited, clause), 0.7
        return _by_phrases(clause, alone or starts_with_verb(text))
    weight, tool = ranked[0]
    if alone and tool in _OF_OTHERS:
        refuse_better(clause)
    if weight < DECIDED and says_none(clause, SURELY_NO_WISH) and strange_words(clause) and not clause.has(_OF_A_TABLE):
        return None
    if ADVICE.match(text) and find_tool(tool).records:
        raise _advised(tool, clause)
    if ASKS_WHY.match(clause.norm) and find_tool(tool).records:
        return None
    if tool == "filter_rows" and only_tells(clause) and not _NOT_SUCH.fullmatch(clause.masked):
        return None
    if would_load(tool, clause):
        return None
    try:
        calls = called(tool, clause)
        if alone and weight < DECIDED and not context.last:
            _refuse_disbelieved(calls, clause)
        if tool == "filter_rows" and (ONLY_ASKS.fullmatch(clause.norm) or (holds_against(clause) and not opens_with_verb(text))):
            raise Unclear("Shall only these rows be kept?", [*(option(call["tool"], call["args"], f"Yes: {label(call)}") for call in calls[:2]), option("preview", {}, "Look at the data")])
        if only_sounds_alike(calls, clause, weight) or (weight < DECIDED and lacks_its_words(tool, clause)):
            raise vague("I am not sure what you mean. Is it this?", [*(option(call["tool"], call["args"], label(call)) for call in calls[:2]), option("list_options", {}, "Show what can be done")])
    except Unclear:
        if alone or any(name == tool for _, name in candidates(clause)):
            raise
        return None  # examples alone make no question of what may be said in passing
    return None if is_foreign(calls, clause) or names_somebody(calls, clause) else (calls, min(0.99, weight / 100))


def _advised(tool: str, clause: Clause) -> Unclear:
    """Asks where somebody wants to know whether to do a thing, with the thing itself as the first option."""
    purpose = _FOR_A_MODEL.search(clause.text)
    asked = replace(clause, text=clause.text[: purpose.start()]) if purpose and vocabulary.first(purpose[0].lower(), vocabulary.MODELS) else clause
    try:
        offered = [option(call["tool"], call["args"], f"Yes: {label(call)}") for call in called(tool, asked)[:1]]
    except Unclear as unclear:
        return unclear
    return Unclear("Do you want it done, or to know more about it first?", [*offered, option("define", {"term": tool.replace("_", " ")}, "Explain it, to know more"), option("suggest", {}, "What to do next, and why")])


_FOR_A_MODEL = re.compile(r" (?:if|when|before|for) (?:(?:i|we|you) )?(?:(?:use|using|train|training|take|fit|have|run) )?(?:an? |the |my )?(?:[a-z-]+ ){0,2}[a-z-]+[?. ]*$", re.I)
"""What a step would be for, which is only the reason of the question: “should I scale if I use a forest”."""


LIKELY, HEARD_OF = 0.3, 0.1
"""From which share on examples that speak for other tools, and for none of them a pattern's, make it a question, and from which a tool is offered."""


HARDLY_BELIEVED = 0.15
"""Up to which share a tool is asked about where examples rather speak for no request, and nothing of the table is named: “calibrate my scale”."""


def _refuse_disbelieved(calls: list[Call], clause: Clause) -> None:
    """Asks where a pattern found a tool that no example speaks for, while examples do for others: “who made a column named x”."""
    heard = evidence(words_of(clause))
    believed = {tool: share for share, tool in heard}.get(calls[0]["tool"], 0.0)
    bare = not (clause.columns or clause.values or clause.numbers or any(call["args"] for call in calls))
    if heard[0][0] < LIKELY or heard[0][1] == SEVERAL or believed > (HARDLY_BELIEVED if bare and heard[0][1] == NO_REQUEST else 0.0):
        return
    options = []
    for share, tool in heard:
        if share >= HEARD_OF and tool not in (NO_REQUEST, SEVERAL):
            try:
                options += [option(call["tool"], call["args"], label(call)) for call in called(tool, clause)[:1]]
            except Unclear as unclear:
                options += unclear.options[:1]
    raise vague("I am not sure what you mean. Is it one of these?", [*options[:2], *(option(call["tool"], call["args"], label(call)) for call in calls[:1])])


_NEVER_GUESSED = frozenset(["set_target", "choose_features"])
"""Tools that decide what is learned: words that only sound like them are asked about."""


NO_WISH, SURELY_NO_WISH = 0.6, 0.8
"""From which share on the examples of what is no request weigh more than phrases that sound alike: beside words that nobody uses about tables, and beside any."""


_OF_A_TABLE = rf"{TABLE}|columns?|features?|fields?|variables?|rows?|records?|values?|models?|charts?|plots?"


def says_none(clause: Clause, least: float = NO_WISH) -> bool:
    """Says whether words that name nothing of the table are rather no request: “fix my printer”."""
    if clause.columns or clause.values or clause.numbers or with_signs(clause.masked) != clause.masked:
        return False
    share = _no_wish(clause)
    return share >= SURELY_NO_WISH or (share >= least and bool(strange_words(clause)))


def _no_wish(clause: Clause) -> float:
    """The share of the belief in what is no request."""
    return {tool: share for share, tool in evidence(words_of(clause))}.get(NO_REQUEST, 0.0)


def _by_phrases(clause: Clause, asks: bool) -> Found | None:
    """Takes the tool whose own phrases are nearest, where one clearly is; asks where it is only close."""
    if POINTING.match(clause.text) or says_none(clause):
        return None
    refuse_two_columns(clause)
    near = all_phrases().nearest(with_signs(clause.masked))
    if not asks or not near or near[0][0] < CLOSE:
        return None
    lead = near[0][0] - near[1][0] if len(near) > 1 else near[0][0]
    heard = {tool: share for share, tool in evidence(words_of(clause))}.get(near[0][1], 0.0)
    if near[0][0] + lead >= SURE and lead >= MARGIN and heard >= UNHEARD and (len(clause.tokens) > 1 or clause.word(0) == near[0][1]):
        calls = called(near[0][1], clause)
        if not passes_over(calls, clause):
            return None if is_foreign(calls, clause) or names_somebody(calls, clause) else (calls, 0.7)
    read, options = [], []
    for _, tool in near[:3]:
        if would_load(tool, clause):
            continue
        try:
            read.append(called(tool, clause))
            options += [option(call["tool"], call["args"], label(call)) for call in read[-1][:1]]
        except Unclear as unclear:
            options += unclear.options[:1]
    used = [calls for calls in read if not losses(calls, clause)] if _no_wish(clause) < NO_WISH else []
    if len(used) == 1 and read[0] == used[0] and used[0][0]["tool"] not in _NEVER_GUESSED and not names_somebody(used[0], clause) and any(call["args"] for call in used[0]) and (clause.columns or clause.values or clause.numbers) and not is_foreign(used[0], clause):
        return used[0], 0.65  # the nearest tool, and the only one that has a use for all that was named
    raise vague("I am not sure what you mean. Is it one of these?", options)


UNHEARD = 0.02
"""Below which share of the examples phrases alone are asked about."""
