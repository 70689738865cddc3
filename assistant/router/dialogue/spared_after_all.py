"""Takes a column out of the step just taken, where somebody does not want it in there: “leave bonus out”, “not bonus”, “bonus shouldn't be scaled”."""

from __future__ import annotations

import re

from assistant.router.arguments.slots import KINDS_OF
from assistant.router.context import Call
from assistant.router.entities.clause import Clause
from assistant.router.wording.passive import DONE, order_of

_LIST = r"(?:(?:the|my|our|columns?) )*@(?: ?(?:,|and|&|or|nor)(?: and)? (?:the )?@)*(?: columns?)?"
_LEADS = r"(?:(?:please|and|so|then|now|just|ok|but|no|nope|wait|oh|sorry|actually|hm+|oops|better) ?,? ?)*"
_END = r"(?: (?:please|though|of course|after all|then|instead|this time|from it|from that|from there|at all))*[.! ]*"
_NOT_DONE = re.compile(
    rf"{_LEADS}{_LIST} (?:should not|shouldnt|must not|mustnt|may not|need not|neednt|doesnt need to|does not need to|dont need to|do not need to|is not to|"
    rf"isnt to|shall not|shouldnt have|should not have|wasnt supposed to|was not supposed to|cant|cannot)(?: have)?(?: be| been| get)? (?P<done>{DONE}){_END}",
)
_OUT = re.compile(
    rf"{_LEADS}(?:(?:leave|keep|take) (?:out )?{_LIST}(?: out)?(?: of (?:it|that|this|there))?|"
    rf"(?:not|without|except(?: for)?|but not|only not|all but|everything but|everything except|all except|dont do|do not do|dont include|not including|excluding|"
    rf"spare|skip) {_LIST}|(?:leave|keep|let) {_LIST} (?:alone|as (?:it|they) (?:is|are|was|were)|untouched|unchanged|raw|be|in peace)|"
    rf"{_LIST} (?:(?:was|were|is|are) not|wasnt|werent|isnt|arent) (?:meant|wanted|needed|asked for|supposed to be in (?:it|there)|part of (?:it|that))|"
    rf"{_LIST} (?:should|must|can|shall|has to|is to) (?:have )?(?:stay|remain|be left|stayed|"
    rf"remained)(?: (?:as (?:it|they) (?:is|are|was|were)|alone|untouched|unchanged|raw|out(?: of (?:it|this))?))*|"
    rf"(?:i|we) (?:didnt|did not|dont|do not|never) (?:want|need|mean|meant)(?: to (?:have|see))? {_LIST}(?: (?:to be |to have )?(?:in (?:it|there|that)|{DONE}))?|"
    rf"(?:dont|do not|never) (?:(?:re)?scale|encode|fill|impute|log|bin|clip|transform|touch|change|do) {_LIST}){_END}",
)
_WHY_THIS = re.compile(r"(?:(?:but|and|so|wait|hm+|oh) ,? ?)*why (?:also |even )?(?:the |my )?@(?: too| as well| also| at all)?[ ?!.]*")
_GAPS_STAY = re.compile(
    rf"{_LEADS}(?:keep|leave|spare|dont (?:fill|touch|change|impute)|do not (?:fill|touch|change|impute)) (?:(?:the|all|any|those) )*(?:gaps?|blanks?|holes?|"
    rf"missing (?:values?|cells|entries|ones)|nulls?|nans?|empty (?:cells|values|ones)) (?:in|of|"
    rf"for) {_LIST}(?: (?:as (?:it|they) (?:is|are)|alone|in|there|empty|open|blank|missing|untouched))*{_END}",
)
"""“keep the gaps in age”"""
_PREPARES = ("scale", "encode", "transform", "impute", "handle_outliers", "bin", "vectorize_text", "extract_dates")


def not_wanted_done(clause: Clause) -> bool:
    """Says whether the words only say of columns that something shall not be done with them."""
    said = _NOT_DONE.fullmatch(clause.masked) if clause.columns else None
    return said is not None and order_of(said["done"]) not in ("predict", "split")


def spared_after_all(clause: Clause) -> list[Call] | None:
    """The step just taken without these columns; no call where it did not touch them, None for other words."""
    context = clause.context
    if not clause.columns or not all(mention.clear for mention in clause.columns):
        return None
    if _GAPS_STAY.fullmatch(clause.masked):
        return [{"tool": "acknowledge", "args": {"finding": "missing", "columns": [mention.name for mention in clause.columns]}}]
    if _WHY_THIS.fullmatch(clause.masked) and context.last and context.last[-1]["tool"] in _PREPARES:
        return [{"tool": "show_pipeline", "args": {}}]
    unwanted, out = not_wanted_done(clause), _OUT.fullmatch(clause.masked)
    last = context.last[-1] if context.last else None
    if not (unwanted or out):
        return None
    if last is None or last["tool"] not in _PREPARES:
        return [] if unwanted else None
    listed = last["args"].get("columns")
    columns = listed if isinstance(listed, list) else context.features(KINDS_OF.get(last["tool"], ()))
    names = [mention.name for mention in clause.columns]
    rest = [name for name in columns if name not in names]
    if not set(names) <= set(columns):
        return [] if unwanted else None
    step = next((step for step in reversed(context.steps) if (step.get("tool"), step.get("args")) == (last["tool"], last["args"]) and "number" in step), None)
    if not rest:
        return [{"tool": "undo", "args": {}}] if step is None or step is context.steps[-1] else [{"tool": "remove_step", "args": {"step": step["number"]}}]
    if step:
        return [{"tool": "edit_step", "args": {"step": step["number"], "args": {"columns": rest}}}]
    return [{"tool": last["tool"], "args": {**last["args"], "columns": rest}}]
