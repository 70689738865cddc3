"""Writes what is said of earlier steps with their numbers: “go back before the encoding”, “undo everything after step 3”, “the scaling and the split out”, “use robust scaling instead of standard”."""

from __future__ import annotations

import re

from assistant.router.arguments.method_words import TABLES
from assistant.router.arguments.slots import option
from assistant.router.context import RouterContext
from assistant.router.dialogue.steps_done import NUMBERED, step_numbered, step_option, steps_meant
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Unclear
from assistant.router.tool.triggers.wordlists import DROP, STEP_NOUNS

_SOME = re.compile(r"\b(?:steps?|back|before|since|after|undo|without|skip|leave|no|forget|dont|don't|mistake|wrong|instead|change|switch|redo|make|move|swap|bad|unnecessary|needed|penultimate|last but one|\w{3,12}(?:ing|tion))\b", re.I)
"""One of these is in every message that speaks of earlier steps."""
_LEAD = r"(?P<lead>^|[.;!\n] ?|, ?|\b(?:and|then|but|so|please|ok|no|wait|actually) )(?:(?:please|ok|so|no|wait|lets|let us|can (?:you|we|i)|could (?:you|we)|i (?:want|need|would like) to|we should|you can|just|then|and|but|actually|now|rather|better|again|the same|same|do it|this time|try(?: it)?|run it),? )*"
_END = r"(?=$|[.,;:!?\n]| and (?:then|use|take|do|try|make|show|start|go|see|tell|train|plot|encode|scale|fill)\b| then\b| please\b)"
_WHAT = r"(?P<what>[^,.;:!?\n]{3,60}?)"
_BACK = r"(?:(?:go|get|take (?:me|us|it|this|things)|bring (?:me|us|it)|roll|wind|rewind|step|jump|return|revert|reset|set (?:it|things)|undo(?: it| all| everything)?|be)(?: all the way)? back|undo (?:everything|all)(?: (?:back|up))?|back|rewind|return|revert)"
_BEFORE = re.compile(rf"{_LEAD}{_BACK}(?: to)?(?: (?:just|right|shortly|the (?:point|state|time|moment)|how (?:it|things) (?:was|were)|what (?:it|we had) (?:was)?|where (?:we|i|it) (?:was|were)|when it was|as it was))* before (?:(?:the|my|our|that) )*{_WHAT}{_END}", re.I)
_SINCE = re.compile(rf"{_LEAD}(?:undo|take back|revert|remove|drop|delete|scrap) (?:everything|all(?: (?:the )?steps| of it)?|every step|whatever (?:i|we) did|what (?:i|we) did|the steps)(?: that)?(?: (?:i|we) did| (?:was|is|were) done| came| comes| follows?)? (?P<from>since|from|after|behind|following|beginning with|starting (?:with|from|at)|down to|back to|up to|until|till) (?:(?:the|my|our|that) )*{_WHAT}(?: (?:on|onwards?|on ?wards?))?{_END}", re.I)
_TO_STEP = re.compile(rf"{_LEAD}{_BACK}(?: again)?(?: to)?(?: (?:just|right))?(?: after)? (?P<what>{NUMBERED}|the (?:first|second|third|fourth|fifth|sixth|seventh|eighth) step){_END}", re.I)
_STEP_NAME = rf"(?:(?:the|my|our|that) )*(?:{NUMBERED}|(?:first|second|third|fourth|fifth|sixth|seventh) step|(?:{'|'.join(noun for _, noun in STEP_NOUNS)}|log|outliers?|duplicates?)(?: steps?)?(?: (?:of|for|on|in) (?:the )?[\w ]{{2,30}}?)?)"
_TOLD_OF = rf"(?:the |my |our )*(?P<what>{_STEP_NAME}|[\w ]{{2,30}}? (?:{'|'.join(noun for _, noun in STEP_NOUNS)}))"
_GOES = re.compile(rf"{_LEAD}{_TOLD_OF} (?:(?:was|is|were|looks?|seems?) (?:an? |the |just |really |not |all |so )*(?P<how>mistakes?|wrong|errors?|bad(?: idea)?|nonsense|unnecessary|needed|useless|too much|silly|stupid)(?P<order>[,.;:]? (?:so |please |just |and )*(?:take|remove|drop|undo|kick|throw|leave|scrap|delete|get rid of) (?:it|that)(?: (?:out|away|back|again|please))*)?|isnt needed|isn't needed){_END}", re.I)
"""A step that is told to be wrong; one that is a mistake, or not needed, is to go."""
_ONLY_FOUND_WRONG = re.compile(r"wrong|bad|nonsense|too much|silly|stupid|errors?", re.I)
_DONE_OVER = re.compile(rf"\b(?:remove|drop|delete|undo|take out) (?P<step>{NUMBERED})(?: out| again)?,? (?:and|then|and then) (?:do|redo|run|apply|take|make) (?:it|that|this) (?:again |over )?(?:with|using|by|as) ", re.I)
"""“remove step 3 and do it again with the mean”"""
_WITHOUT = re.compile(rf"{_LEAD}(?:(?:without|skip|forget(?: about)?|no|omit|lose|(?:i|we) (?:dont|don't|do not) (?:want|need|like)|not) (?P<what>{_STEP_NAME})|leave (?:out )?(?P<left>{_STEP_NAME})(?: out)?)(?: (?:out|please|this time|after all|any ?more|again|now|then|here|at all))*(?=$|[.!?\n])", re.I)
_LAST_BUT_ONE = re.compile(rf"{_LEAD}(?:{DROP}|undo|revert|scrap|take(?: back)?) (?P<what>the (?:last (?:step )?but one(?: step)?|(?:second|next)[ -]to[ -](?:the )?last(?: step| one)?|penultimate(?: step| one)?))(?: (?:out|away|back|again|please))*{_END}", re.I)
_UNDONE = re.compile(rf"{_LEAD}(?:undo|revert|take back) (?P<what>(?:the|my|our) (?:{'|'.join(noun for _, noun in STEP_NOUNS)}))(?: (?:step|again|please))*{_END}", re.I)
_AGAIN_WITHOUT = re.compile(rf"(?:(?:the same|same|again|once more|and|now|do it|it|that|run it|train it|this time),? )+(?:but )?(?:without|no|skip|leave out) {_STEP_NAME}(?: please| this time)*", re.I)
_REMOVED = re.compile(rf"{_LEAD}(?:{DROP}|undo|revert|scrap|take(?: back)?|cancel) (?P<what>(?:{_STEP_NAME})(?:(?: ?,| and| &| plus)+ (?:also )?(?:{_STEP_NAME}|\d{{1,3}}))+)(?: (?:out|away|back|again|please))*{_END}", re.I)
_SEVERAL = re.compile(rf"{_LEAD}(?:{DROP}|undo|revert|scrap|take(?: back)?|cancel) (?:the )?steps (?P<what>\d{{1,3}}(?:(?: ?,| and| &| to| -| plus)+ \d{{1,3}})+)(?: (?:out|away|back|again|please))*{_END}", re.I)
_CHANGED = re.compile(rf"{_LEAD}(?:change|switch|set|turn|make|redo|update|do) (?P<what>(?:(?:the|my|our) )(?:{'|'.join(noun for tool, noun in STEP_NOUNS if tool in {owner for owner, _ in TABLES})})(?: of [\w ]{{2,30}}?)?)(?: again)?(?:,? but)? (?:to|into|use|with|as|be|by|using|a|an)(?: (?:be|use|a|an))* (?P<new>[^,.;!?\n]{{3,40}}?)(?: instead)?{_END}", re.I)
_OTHER_WAY = re.compile(rf"{_LEAD}(?:use|take|make it|do|try|apply|put)? ?(?:the |an? )?(?P<new>[\w -]{{3,30}}?) (?:instead of|rather than|in place of|not) (?:the |an? )?(?P<old>[\w -]{{3,30}}?){_END}", re.I)
_WRONG_WAY = re.compile(rf"{_LEAD}(?:the )?(?P<old>[\w -]{{3,20}}?) (?:was|is) (?:a |the |just |really )*(?:wrong|mistake|bad(?: idea| choice)?|not (?:right|good|ideal))(?: for (?:the )?(?P<column>[\w ]{{2,30}}?))?[,.;:]+ (?:so |please |better |rather |just )*(?:use|take|try|make it|do|go with|it should be) (?:the |an? )?(?P<new>[\w -]{{3,30}}?)(?: instead)?{_END}", re.I)
_REORDERED = re.compile(rf"^(?:(?:please|can you|could you|lets) )*(?:(?:switch|swap|exchange|flip|reorder|re order|turn around)(?: the)?(?: order of)? (?:steps? \d{{1,3}} (?:and|with) (?:step )?\d{{1,3}}|the steps|{_STEP_NAME} (?:and|with) {_STEP_NAME})|(?:move|put|do|shift|bring|pull) {_STEP_NAME} (?:up |down |to )*(?:before|after|in front of|behind|ahead of|above|below) {_STEP_NAME})(?: around| round| please)*[.!?]*$", re.I)
_ASKED = re.compile(rf"^(?:(?:and|so|ok|please|can you|again) )*(?:(?:what|which)(?:s|'s)?(?: (?:one )?(?:is|was|does|did|happens in|happened in|were))? (?:the )?(?P<what>{NUMBERED}|{'(?:first|second|third|fourth|fifth|sixth|last) step'})(?: (?:do|about|again|doing|there for|for|did))*|(?:show|explain|describe|tell)(?: me)?(?: what)?(?: about)? (?:the )?(?:{NUMBERED}|(?:first|second|third|fourth|fifth|sixth|last) step)(?: (?:is|does|did|do|again|please))*)[?.! ]*$", re.I)

_NOT_THAT_STEP = re.compile(r"(?<=\d) ?,? (?:and |but )?not (?:the )?(?:step |number )?\d+\b(?! ?%)", re.I)
"""“remove step 2, not step 1”"""


def among_steps(message: str, context: RouterContext) -> str:
    """The message with the steps by their numbers; asks where several may be meant, or where there is none such."""
    if not _SOME.search(message):
        return message
    message = _gone_back((_NOT_THAT_STEP.sub("", message) if re.search(r"\bsteps? \d", message, re.I) else message), context)
    if not context.steps and context.last and _AGAIN_WITHOUT.fullmatch(message.strip(" .!?")):
        raise Unclear("Which step shall be left out? The pipeline shows those that there are.", [option("show_pipeline", {}, "Show the steps"), option("undo", {}, "Take the last step back")])
    if not context.steps:
        return message
    if _ASKED.match(message):
        return "show the pipeline"
    if _REORDERED.match(message):
        raise Unclear("The order of steps that were taken stays as it is; a step can be taken out and be done again at the end. What shall I do?", [option("show_pipeline", {}, "Show the steps"), option("undo", {}, "Take the last step back")])
    message = _DONE_OVER.sub(r"in \g<step> use ", message)
    message = _LAST_BUT_ONE.sub(lambda match: _one_removed(match, match["what"], context), message)
    message = _SEVERAL.sub(lambda match: f"{match['lead']}remove steps {match['what']}", message)
    message = _REMOVED.sub(lambda match: _all_removed(match, context), message)
    message = _UNDONE.sub(lambda match: _one_removed(match, match["what"], context, must=True), message)
    message = _GOES.sub(lambda match: _found_wrong(match, context), message)
    message = _WITHOUT.sub(lambda match: _one_removed(match, match["what"] or match["left"], context), message)
    message = _WRONG_WAY.sub(lambda match: _otherwise(match, context), message)
    message = _OTHER_WAY.sub(lambda match: _otherwise(match, context), message)
    return _CHANGED.sub(lambda match: _changed(match, context), message)


def _gone_back(message: str, context: RouterContext) -> str:
    """How many steps are to go, where that is told by the last one that stays or the first one that goes."""
    for pattern, stays in ((_BEFORE, False), (_TO_STEP, True), (_SINCE, None)):
        match = pattern.search(message)
        if match is None or (not context.steps and pattern is not _BEFORE):
            continue
        found = steps_meant(match["what"], context.steps)
        if not found and pattern is _BEFORE and not context.steps and not steps_meant_by_name(match["what"]):
            continue
        if not found and pattern is _SINCE:
            continue
        kept = stays if stays is not None else re.match(r"after|behind|following|down to|back to|up to|until|till", match["from"], re.I) is not None
        counts = [_later(number, kept, context) for number in found]
        if len(counts) == 1 and counts[0]:
            return f"{message[: match.start()]}{match['lead']}undo {counts[0]} steps{message[match.end() :]}"
        options = [step_option("undo", {"steps": count}, number, context.steps, "Back to" if kept else "Back before") for number, count in zip(found, counts, strict=True) if count]
        asked = "Back to which step?" if len(options) > 1 else "There is nothing after that step to take back." if found else "There is no such step to go back to. The pipeline shows those that there are."
        raise Unclear(asked, [*options[-3:], option("show_pipeline", {}, "Show the steps"), option("undo", {}, "Take the last step back")])
    return message


def steps_meant_by_name(words: str) -> bool:
    """Says whether words are the name of a step, be there one or not."""
    return re.fullmatch(_STEP_NAME, words, re.I) is not None


def _later(number: int, kept: bool, context: RouterContext) -> int:
    """How many steps come after one, with or without itself."""
    return sum(place > number or (place == number and not kept) for place in (int(step.get("number", at)) for at, step in enumerate(context.steps, 1)))


def _all_removed(match: re.Match[str], context: RouterContext) -> str:
    """Several steps by their numbers: “step 4 and the split”; what names none of them stays as it is."""
    found = [steps_meant(f"step {part}" if part.isdigit() else re.sub(r"^(?:the|my|our|that) ", "", part, flags=re.I), context.steps) for part in re.split(r"(?: ?,| and| &| plus)+ (?:also )?", match["what"])]
    if not all(len(numbers) == 1 for numbers in found):
        return match[0]
    return f"{match['lead']}remove steps {' and '.join(str(number) for number in sorted({numbers[0] for numbers in found}))}"


def _found_wrong(match: re.Match[str], context: RouterContext) -> str:
    """The order to take out a step that is told to be a mistake; asks where it is only said to be wrong, which may be put right."""
    found = steps_meant(match["what"], context.steps)
    if len(found) == 1 and match["how"] and _ONLY_FOUND_WRONG.fullmatch(match["how"]) and not match["order"]:
        raise Unclear("Shall that step go, or be changed?", [step_option("remove_step", {"step": found[0]}, found[0], context.steps, "Remove"), option("show_pipeline", {}, "Show the steps")])
    return _one_removed(match, match["what"], context)


def _one_removed(match: re.Match[str], what: str, context: RouterContext, must: bool = False) -> str:
    """The order to take one step out that somebody does not want; asks where there `must` be one and is none."""
    found = steps_meant(what, context.steps)
    if len(found) > 1:
        raise Unclear(f"There are {len(found)} such steps. Which one shall go?", [*(step_option("remove_step", {"step": number}, number, context.steps, "Remove") for number in found[-3:]), option("show_pipeline", {}, "Show the steps")])
    if must and not found:
        raise Unclear(f"There is no step “{re.sub('^(?:the|my|our) ', '', what)}” to take back. The pipeline shows those that there are.", [option("show_pipeline", {}, "Show the steps"), option("undo", {}, "Take the last step back")])
    return f"{match['lead']}remove step {found[0]}" if found else match[0]


def _otherwise(match: re.Match[str], context: RouterContext) -> str:
    """The order to change the one step that works in the way that is turned down: “robust scaling instead of standard”."""
    old, new = match["old"].lower().replace("-", " "), match["new"].lower().replace("-", " ")
    fitting = []
    for place, step in enumerate(context.steps, 1):
        for (tool, slot), names in TABLES.items():
            before = vocabulary.first(old, names) if tool == step.get("tool") else None
            if before and step.get("args", {}).get(slot) == before and vocabulary.first(new, names) not in (None, before):
                fitting.append(int(step.get("number", place)))
    return f"{match['lead']}in step {fitting[0]} use {match['new']}" if len(fitting) == 1 else match[0]


def _changed(match: re.Match[str], context: RouterContext) -> str:
    """The order to change the one step that is named by what it does: “change the scaling to robust”."""
    found = steps_meant(match["what"], context.steps)
    tool = step_numbered(found[0], context.steps).get("tool") if len(found) == 1 else None
    way = any(owner == tool and vocabulary.first(match["new"].lower().replace("-", " "), names) for (owner, _), names in TABLES.items())
    return f"{match['lead']}in step {found[0]} use {match['new']}" if way else match[0]
