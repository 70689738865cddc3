"""Reads “dont fill X, just throw away the rows that havent got it” as what is to be done instead, with X in the place of “it”."""

from __future__ import annotations

import re

from assistant.router.arguments.slots import EVERYTHING
from assistant.router.asking.refuse import is_refusal
from assistant.router.context import RouterContext
from assistant.router.entities.clause import Clause
from assistant.router.parts.segment import opens_with_verb, trimmed
from assistant.router.tool.rank import candidates
from assistant.router.wording.passive import DONE, order_of

_OTHERWISE = re.compile(r"(?:instead of|rather than) [a-z]+ing\b|no (?:[a-z]{3,}ing|imputation) (?:of|for|in)\b", re.I)
_JOINT = re.compile(r"(?:\s*[,;]|\s+-)?\s+(?:(?:but|just|rather|simply|better|instead)\s+)+(?:please\s+)?|\s*[,;]\s+(?:please\s+)?", re.I)
_VERB_NEXT = re.compile(r"\s+")
_STAYS = re.compile(r"(?:keep|leave|spare|use|say|tell)\b", re.I)
_ENTERS = re.compile(r"(?:put|write|enter|insert|note) ", re.I)
_OUTLIERS = re.compile(r"\b(?:outliers?|extremes?|extreme (?:values?|ones)|spikes?)\b", re.I)
_THERE = re.compile(r"\b(?:in )?there\b(?: instead)?", re.I)
_GAPS = re.compile(r"\b(?:missing|blanks?|empty|gaps?|holes|nulls?|nans?|unknown|without|with no)\b", re.I)
_NOT_THERE = re.compile(
    r"\b(?P<rows>rows|records|lines|entries|ones|those|cases) (?:(?:that|which|who) )?(?:(?:have|has|had) (?:none|nothing)|"
    r"(?:havent|have not|hasnt|has not|dont|do not|doesnt|does not|didnt|did not) (?:got|have|had)(?: got)? (?:it|one|any|them|that)|lack(?:ing)? (?:it|one|them)|"
    r"without(?: (?:it|one|any|them))?|(?:where|in which|with) (?:it|they|that|there|them)(?: ?s| ?re| is| are)? (?:missing|empty|blank|none|absent|"
    r"not there))(?!\S)",
    re.I,
)
_ITS = re.compile(r"\bits (?P<of>[a-z]+)", re.I)
_IT = re.compile(r"\b(?:it|them|those|these|that one)(?!\S)(?! (?:is|are|was|were|rows|columns)\b)", re.I)
_INSTEAD = re.compile(r",? instead$", re.I)
_RELUCTANT = re.compile(
    r"\b(?:(?:i|we)(?: would|'d|d) (?:hate to|be (?:sorry|sad) to|regret to|not want to|rather not|never)|(?:i|we) (?:wouldnt|wouldn't|would not|wont|won't|will not|shouldnt|should not|mustnt|must not|would never|had better not)"
    r"|(?:it is|its|it's|it would be|itd be|it'd be|that would be) (?:just |really |quite |very |a bit )*(?:wrong|bad|silly|unwise|stupid|foolish|premature|an? (?:mistake|shame|pity|sin|bad idea|terrible idea)|not (?:good|right|wise|ok|okay|a good idea|a great idea)) to)"
    r" (?=(?:lose|drop|remove|delete|discard|exclude|throw|fill|impute|encode|scale|touch|change|clip|cap|bin|log|transform)\b)",
    re.I,
)
"""What somebody would not do: “I wouldn't drop the tolls”, “it's wrong to delete the cash trips”."""
_VERBS = {"drop": "remove"}
"""Verbs that are less often the name of a column."""
_UNWANTED = re.compile(
    rf"\b(?:i|we|he|she|they|you|people|nobody|(?:my|our|the) \w+) (?:really |actually |just |simply )*(?:dont|don't|do not|doesnt|doesn't|does not|didnt|did not|"
    rf"wouldnt|would not|never) (?:really |actually |ever )?(?:want|wanted|like|need|needed|wish|ask(?:ed)? for|"
    rf"mean)(?: to (?:have|see|get))? (?P<what>(?:(?!\b(?:but|just|only|that|to be|want)\b)[^,;.:?!\n]){{2,80}}?)(?: (?:to (?:just |simply )?(?:be|get)|being|"
    rf"getting))? (?P<done>{DONE})(?P<rest>(?: (?:at all|please|yet|here|for now|completely|with it|from it|from there))*)(?=$|\s*[,;.:!]| but\b| just\b| - )",
    re.I,
)
"""An outcome that nobody wants: “I dont want the rows with a blank sky deleted, write Unknown in them”."""


def instead_of_it(message: str, context: RouterContext) -> str:
    """Gives what is asked for in the place of what is turned down; the message itself where nothing is, or where nothing points back."""
    message = _RELUCTANT.sub("dont ", message)
    message = _UNWANTED.sub(lambda match: f"dont {_VERBS.get(order_of(match['done']), order_of(match['done']))} {match['what']}", message)
    text = trimmed(message.strip(" .!?"))
    joints = [*_JOINT.finditer(text), *(_VERB_NEXT.finditer(text) if _OTHERWISE.match(text) else ())]
    for joint in joints:
        refused, wanted = text[: joint.start()], text[joint.end() :]
        if not (opens_with_verb(wanted) or _ENTERS.match(wanted)):
            continue
        if _STAYS.match(wanted) or not (is_refusal(refused) or _OTHERWISE.match(refused)):
            return message
        return _pointed(wanted, refused, context) or message
    return message


def _pointed(wanted: str, refused: str, context: RouterContext) -> str | None:
    """The request with the columns of what was turned down in the place of the word that points at them."""
    told = Clause(refused, context)
    names = list(dict.fromkeys(mention.name for mention in told.columns if mention.clear))
    if len(names) != len(told.columns) or not names or told.values or told.numbers or any('"' in name for name in names):
        return None
    said = " and ".join(f'"{name}"' for name in names)
    them = f"the missing {said}" if _GAPS.search(refused) and _ENTERS.match(wanted) else f"the outliers in {said}" if _OUTLIERS.search(refused) else said
    if _THERE.search(wanted) and _GAPS.search(refused) and _ENTERS.match(wanted):
        return _THERE.sub(f"in the missing {said}", wanted)
    for pattern, written in ((_NOT_THERE, f"rows without {said}"), (_ITS, None), (_IT, them)):
        match = pattern.search(wanted)
        if match and not Clause(wanted[: match.start()], context).columns:
            new = written or f"the {match['of']} of {said}"
            return _INSTEAD.sub("", wanted[: match.start()] + new + wanted[match.end() :])
    return f"{_INSTEAD.sub('', wanted)} for {said}" if _another_way(wanted, told) else None


def _another_way(wanted: str, refused: Clause) -> bool:
    """Says whether what is wanted is only another way of the step that was turned down, and names no column: “dont log the price, take the square root”."""
    meant = Clause(wanted, refused.context)
    if meant.columns or meant.values or meant.numbers or meant.has(EVERYTHING) or len(meant.tokens) > 6:
        return False
    ranked = candidates(meant)
    return bool(ranked) and ranked[0][1] in ("transform", "scale", "encode", "impute", "bin") and any(tool == ranked[0][1] for _, tool in candidates(refused))
