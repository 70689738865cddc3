"""Reads what is said of the steps that there are: “what did step 4 do”, “change the split to 70/30”, “add bonus to step 4”; and writes the numbers of the steps into what is told of them otherwise: “go back before the encoding”, “undo everything after step 3”, “the scaling and the split out”, “use robust scaling instead of standard”."""

from __future__ import annotations

import re

from assistant.router.arguments.method_words import TABLES
from assistant.router.arguments.slots import option
from assistant.router.context import Call, RouterContext
from assistant.router.dialogue.earlier_runs import asked_of_runs, of_a_run, run_away, trained_with_each
from assistant.router.dialogue.steps_done import NUMBERED, step_option, steps_meant
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.numbers import ordinal
from assistant.router.tool.triggers.wordlists import DROP, STEP_NOUNS
from tools.catalog import find_tool

_LEAD = r"(?:(?:please|now|then|no|ok|okay|and|so|but|actually|also|hey|just|can you|could you|lets|tell me|i want to know|i forgot) ,? ?)*"
_END = r"(?: (?:please|again|too|instead|rather|then|now|for me|once more|as well))*"
_AWAY = r"(?:delete|remove|drop|discard|erase|wipe|clear|scrap|forget(?: about)?|get rid of|throw (?:out|away)|take (?:out|away|back)|undo|kick out|ditch|bin|trash)"
_PLACE = r"(?:first|second|third|fourth|fifth|sixth|1st|2nd|3rd|4th|5th|last|latest)"
_STEP = rf"(?:the )?(?:step (?:number |no |# ?)?(?P<number>\d{{1,3}})|(?P<place>{_PLACE}) step)"
_ANY_STEP = rf"(?:the )?(?:step (?:number |no |# ?)?\d{{1,3}}|{_PLACE} step)"
_NAMED_STEPS = tuple((tool, noun) for tool, noun in STEP_NOUNS if tool not in ("train", "tune", "cross_validate", "compare_models", "set_threshold", "ensemble", "calibrate"))
_NOUN = "|".join(noun for _, noun in _NAMED_STEPS)
_ASKED = re.compile(
    rf"{_LEAD}(?:(?:what|why|how|when|which \w+)(?:s|'s)?(?: exactly|"
    rf" again)? (?!if\b)(?:(?:did|does|do|was|is|were|has|had|happened|happens|about|changed|the point of|for|it|we|you|i|it that|in|with|at|"
    rf"after) )*{_ANY_STEP}(?: (?:do|did|does|for|about|change|again|good for|there|mean|exactly|done|doing|actually|to the data|to it))*|"
    rf"(?:explain|describe|show|see|look at|what about|recall|repeat)(?: me| to me|"
    rf" again)? (?:what )?{_ANY_STEP}(?: (?:does|did|do|is|was|means|to me|in words|again|in detail|changed))*){_END}",
)
_WHY_DONE = re.compile(
    r"(?:(?:and|but|so|hm+|wait|ok) ,? ?)*(?:why (?:did|have|would|are) (?:you|we|it) (?:just )?(?:do|done|did|doing|make|change) (?:that|this|it)|"
    r"what (?:did|does|has) (?:that|this|it) (?:just )?(?:do|done|mean|change)(?: exactly| now| to the data)?|what was that for|what for|why (?:that|this))",
)
_HOW_MANY = re.compile(
    rf"{_LEAD}how (?:many|much)(?: [\w@]+){{0,3}}? (?:(?:did|have|has|were|was) (?:you|we|i|it|that|this|been|there)?|got|you|we|i|it)(?: been| just| really| all|"
    rf" now)* ?(?:fill(?:ed)?|drop(?:ped)?|remove[d]?|delete[d]?|change[d]?|replace[d]?|impute[d]?|clip(?:ped)?|los[et]|throw(?:n)?(?: (?:out|away))?|"
    rf"thrown (?:out|away)|threw (?:out|away)|fixed?|mend(?:ed)?|touch(?:ed)?|"
    rf"affect(?:ed)?)(?: (?:out|away|in|there|so far|just now|by that|with that|that way|then|by this|in total|now))*|"
    rf"{_LEAD}(?:hm+ )?how (?:many|much)(?: (?:rows|of them|records|lines|columns))?(?: (?:did|have|has|were|was|are))?(?: been)? (?:went|go|gone|left out|"
    rf"disappear(?:ed)?|vanished|removed|dropped|deleted|thrown out)(?: (?:out|away|there|so far|just now|then|now|with that|by that))*",
)
_SEVERAL = re.compile(rf"{_LEAD}{_AWAY} (?:(?:the|my|our|both) )*(?P<first>{_NOUN})(?: steps?)?(?P<more>(?: ?(?:, and|,|and|&|plus|as well as) (?:(?:the|my|our) )*(?:{_NOUN})(?: steps?)?)+){_END}")
_CHANGED = re.compile(
    rf"{_LEAD}(?:change|set|switch|make|turn|update|edit|modify|alter|adjust|redo|"
    rf"do) (?:(?:the|my|our|that|this) )*(?P<noun>{_NOUN})(?: (?:step|method|strategy|way))?(?: (?:of|for|on|from) (?:the )?@)? ?(?:(?:to|into|so that it uses|"
    rf"so it uses|to use|as|with|be|using|by|from \S+ to|=) )*(?P<rest>.+)",
)
_USED_IN = re.compile(rf"{_LEAD}(?:(?:use|take|with|put|do|apply|set|make it|have|go for|try) )+(?:the |an? )?(?P<rest>.+?) (?:in|for|within|at) (?:(?:the|my|our|that|this) )+(?P<noun>{_NOUN})(?: step)?(?: (?:instead|rather|please|then|now|this time|though))*")
_ADDED = re.compile(
    rf"{_LEAD}(?P<verb>add|include|put|also (?:do|use|take|add|include|put)|append|throw in|take|remove|drop|leave|exclude|delete|kick) (?:the |also |"
    rf"in )*(?P<columns>@(?: ?(?:, and|,|and|&) (?:the )?@)*) (?:also |too |as well |out )*(?P<link>to|into|in|out of|from|of) (?:{_STEP}|"
    rf"(?:(?:the|my|our) )+(?P<noun>{_NOUN})(?: step)?)(?: (?:too|as well|also|again|please))*",
)
_SPEAKS_OF_STEPS = re.compile(r"\b(?:steps?|back|before|since|after|undo|without|skip|leave|no|forget|dont|don't|mistake|wrong|instead|change|switch|redo|make|move|swap|bad|unnecessary|needed|penultimate|last but one|\w{3,12}(?:ing|tion))\b", re.I)
"""One of these is in every message that speaks of earlier steps."""
_OPENING = (
    r"(?P<lead>^|[.;!\n] ?|, ?|\b(?:and|then|but|so|please|ok|no|wait|actually) )(?:(?:please|ok|so|no|wait|lets|let us|can (?:you|we|i)|could (?:you|we)|"
    r"i (?:want|need|would like) to|we should|you can|just|then|and|but|actually|now|rather|better|again|the same|same|do it|this time|try(?: it)?|run it),? )*"
)
_CLOSE = r"(?=$|[.,;:!?\n]| and (?:then|use|take|do|try|make|show|start|go|see|tell|train|plot|encode|scale|fill)\b| then\b| please\b)"
_MEANT = r"(?P<what>[^,.;:!?\n]{3,60}?)"
_BACK = r"(?:(?:go|get|take (?:me|us|it|this|things)|bring (?:me|us|it)|roll|wind|rewind|step|jump|return|revert|reset|set (?:it|things)|undo(?: it| all| everything)?|be)(?: all the way)? back|undo (?:everything|all)(?: (?:back|up))?|back|rewind|return|revert)"
_BEFORE = re.compile(rf"{_OPENING}{_BACK}(?: to)?(?: (?:just|right|shortly|the (?:point|state|time|moment)|how (?:it|things) (?:was|were)|what (?:it|we had) (?:was)?|where (?:we|i|it) (?:was|were)|when it was|as it was))* before (?:(?:the|my|our|that) )*{_MEANT}{_CLOSE}", re.I)
_SINCE = re.compile(
    rf"{_OPENING}(?:undo|take back|revert|remove|drop|delete|scrap) (?:everything|all(?: (?:the )?steps| of it)?|every step|whatever (?:i|we) did|"
    rf"what (?:i|we) did|the steps)(?: that)?(?: (?:i|we) did| (?:was|is|were) done| came| comes| follows?)? (?P<from>since|from|after|behind|following|"
    rf"beginning with|starting (?:with|from|at)|down to|back to|up to|until|till) (?:(?:the|my|our|that) )*{_MEANT}(?: (?:on|onwards?|on ?wards?))?{_CLOSE}",
    re.I,
)
_TO_STEP = re.compile(rf"{_OPENING}{_BACK}(?: again)?(?: to)?(?: (?:just|right))?(?: after)? (?P<what>{NUMBERED}|the (?:first|second|third|fourth|fifth|sixth|seventh|eighth) step){_CLOSE}", re.I)
_STEP_NAME = rf"(?:(?:the|my|our|that) )*(?:{NUMBERED}|(?:first|second|third|fourth|fifth|sixth|seventh) step|(?:{'|'.join(noun for _, noun in STEP_NOUNS)}|log|outliers?|duplicates?)(?: steps?)?(?: (?:of|for|on|in) (?:the )?[\w ]{{2,30}}?)?)"
_TOLD_OF = rf"(?:the |my |our )*(?P<what>{_STEP_NAME}|[\w ]{{2,30}}? (?:{'|'.join(noun for _, noun in STEP_NOUNS)}))"
_GOES = re.compile(
    rf"{_OPENING}{_TOLD_OF} (?:(?:was|is|were|looks?|seems?) (?:an? |the |just |really |not |all |so )*(?P<how>mistakes?|wrong|errors?|bad(?: idea)?|nonsense|"
    rf"unnecessary|needed|useless|too much|silly|stupid)(?P<order>[,.;:]? (?:so |please |just |and )*(?:take|remove|drop|undo|kick|throw|leave|scrap|delete|"
    rf"get rid of) (?:it|that)(?: (?:out|away|back|again|please))*)?|isnt needed|isn't needed){_CLOSE}",
    re.I,
)
"""A step that is told to be wrong; one that is a mistake, or not needed, is to go."""
_ONLY_FOUND_WRONG = re.compile(r"wrong|bad|nonsense|too much|silly|stupid|errors?", re.I)
_DONE_OVER = re.compile(rf"\b(?:remove|drop|delete|undo|take out) (?P<step>{NUMBERED})(?: out| again)?,? (?:and|then|and then) (?:do|redo|run|apply|take|make) (?:it|that|this) (?:again |over )?(?:with|using|by|as) ", re.I)
"""“remove step 3 and do it again with the mean”"""
_WITHOUT = re.compile(
    rf"{_OPENING}(?:(?:without|skip|forget(?: about)?|no|omit|lose|(?:i|we) (?:dont|don't|do not) (?:want|need|like)|not) (?P<what>{_STEP_NAME})|"
    rf"leave (?:out )?(?P<left>{_STEP_NAME})(?: out)?)(?: (?:out|please|this time|after all|any ?more|again|now|then|here|at all))*(?=$|[.!?\n])",
    re.I,
)
_LAST_BUT_ONE = re.compile(rf"{_OPENING}(?:{DROP}|undo|revert|scrap|take(?: back)?) (?P<what>the (?:last (?:step )?but one(?: step)?|(?:second|next)[ -]to[ -](?:the )?last(?: step| one)?|penultimate(?: step| one)?))(?: (?:out|away|back|again|please))*{_CLOSE}", re.I)
_UNDONE = re.compile(rf"{_OPENING}(?:undo|revert|take back) (?P<what>(?:the|my|our) (?:{'|'.join(noun for _, noun in STEP_NOUNS)}))(?: (?:step|again|please))*{_CLOSE}", re.I)
_AGAIN_WITHOUT = re.compile(rf"(?:(?:the same|same|again|once more|and|now|do it|it|that|run it|train it|this time),? )+(?:but )?(?:without|no|skip|leave out) {_STEP_NAME}(?: please| this time)*", re.I)
_REMOVED = re.compile(rf"{_OPENING}(?:{DROP}|undo|revert|scrap|take(?: back)?|cancel) (?P<what>(?:{_STEP_NAME})(?:(?: ?,| and| &| plus)+ (?:also )?(?:{_STEP_NAME}|\d{{1,3}}))+)(?: (?:out|away|back|again|please))*{_CLOSE}", re.I)
_NUMBERS_AWAY = re.compile(rf"{_OPENING}(?:{DROP}|undo|revert|scrap|take(?: back)?|cancel) (?:the )?steps (?P<what>\d{{1,3}}(?:(?: ?,| and| &| to| -| plus)+ \d{{1,3}})+)(?: (?:out|away|back|again|please))*{_CLOSE}", re.I)
_OTHER_WAY = re.compile(rf"{_OPENING}(?:use|take|make it|do|try|apply|put)? ?(?:the |an? )?(?P<new>[\w -]{{3,30}}?) (?:instead of|rather than|in place of|not) (?:the |an? )?(?P<old>[\w -]{{3,30}}?){_CLOSE}", re.I)
_WRONG_WAY = re.compile(
    rf"{_OPENING}(?:the )?(?P<old>[\w -]{{3,20}}?) (?:was|is) (?:a |the |just |really )*(?:wrong|mistake|bad(?: idea| choice)?|"
    rf"not (?:right|good|ideal))(?: for (?:the )?(?P<column>[\w ]{{2,30}}?))?[,.;:]+ (?:so |please |better |rather |just )*(?:use|take|try|make it|do|go with|"
    rf"it should be) (?:the |an? )?(?P<new>[\w -]{{3,30}}?)(?: instead)?{_CLOSE}",
    re.I,
)
_REORDERED = re.compile(
    rf"^(?:(?:please|can you|could you|lets) )*(?:(?:switch|swap|exchange|flip|reorder|re order|"
    rf"turn around)(?: the)?(?: order of)? (?:steps? \d{{1,3}} (?:and|with) (?:step )?\d{{1,3}}|the steps|{_STEP_NAME} (?:and|with) {_STEP_NAME})|"
    rf"(?:move|put|do|shift|bring|pull) {_STEP_NAME} (?:up |down |to )*(?:before|after|in front of|behind|ahead of|above|below) {_STEP_NAME})(?: around| round|"
    rf" please)*[.!?]*$",
    re.I,
)
_NOT_THAT_STEP = re.compile(r"(?<=\d) ?,? (?:and |but )?not (?:the )?(?:step |number )?\d+\b(?! ?%)", re.I)
"""“remove step 2, not step 1”"""


def about_steps(asked: Clause, context: RouterContext) -> list[Call] | None:
    """Gives the calls for words about what was done before; None where they are about something else, or nothing was done."""
    if not (context.steps or context.runs or context.last):
        return None
    words = asked.masked.strip(" .!?")
    if context.last and find_tool(context.last[-1]["tool"]).records and find_tool(context.last[-1]["tool"]).stage in ("data", "prepare", "features", "split") and _WHY_DONE.fullmatch(words):
        return [{"tool": "show_pipeline", "args": {}}]
    if _ASKED.fullmatch(asked.norm.strip(" .!?")) or _HOW_MANY.fullmatch(words):
        return [{"tool": "show_pipeline", "args": {}}]
    return trained_with_each(asked, context) or _several_away(words, context) or run_away(words, context) or _edited(asked, words, context) or of_a_run(asked, context) or asked_of_runs(asked, context)


def _several_away(words: str, context: RouterContext) -> list[Call] | None:
    """Takes several steps out that are named by what they do: “remove the scaling and the encoding”."""
    several = _SEVERAL.fullmatch(words) if context.steps else None
    if several is None:
        return None
    tools = [tool for noun in re.findall(_NOUN, f"{several['first']}{several['more']}") for tool, name in _NAMED_STEPS if re.fullmatch(name, noun if isinstance(noun, str) else noun[0])]
    return [{"tool": "remove_step", "args": {"step": number}} for number in sorted({_only_step(tool, context) for tool in tools}, reverse=True)]


def _edited(asked: Clause, words: str, context: RouterContext) -> list[Call] | None:
    """Changes a step that is there already rather than adding another."""
    if not context.steps:
        return None
    added = _ADDED.fullmatch(words)
    if added:
        return _other_columns(asked, added, context)
    match = _CHANGED.fullmatch(words) or _USED_IN.fullmatch(words)
    if match is None:
        return None
    tool = _tool_of(match["noun"])
    numbers = _numbers(tool, context)
    if not numbers:
        return None
    from assistant.router.parts.called import called

    rest = asked.norm if "@" in match["rest"] else match["rest"]
    if "@" in match["rest"] or len(numbers) > 1:
        return None
    return called("edit_step", Clause(f"in step {numbers[0]} use {rest}", context))


def _other_columns(asked: Clause, added: re.Match[str], context: RouterContext) -> list[Call] | None:
    """Reads “add bonus to step 4” and “take age out of the scaling”: the step keeps its other columns."""
    steps = [step for place, step in enumerate(context.steps, 1) if "number" in step]
    if added["noun"]:
        number = _only_step(_tool_of(added["noun"]), context) if _numbers(_tool_of(added["noun"]), context) else None
    else:
        number = int(added["number"]) if added["number"] else (steps[-1]["number"] if added["place"] in ("last", "latest") else ordinal(added["place"]))
    step = next((step for step in steps if step["number"] == number), None)
    listed = step.get("args", {}).get("columns") if step else None
    named = [mention.name for mention in asked.columns[: added["columns"].count("@")]]
    outward = added["link"] in ("out of", "from", "of") or added["verb"] in ("remove", "drop", "leave", "exclude", "delete", "kick") or (added["verb"] == "take" and added["link"] != "into")
    if step is None or not isinstance(listed, list) or not all(mention.clear for mention in asked.columns):
        return None
    rest = [name for name in listed if name not in named] if outward else [*listed, *(name for name in named if name not in listed)]
    if rest == listed or (outward and not set(named) <= set(listed)):
        return None
    return [{"tool": "edit_step", "args": {"step": number, "args": {"columns": rest}}} if rest else {"tool": "remove_step", "args": {"step": number}}]


def _tool_of(noun: str) -> str:
    return next(tool for tool, name in _NAMED_STEPS if re.fullmatch(name, noun))


def _numbers(tool: str, context: RouterContext) -> list[int]:
    return [int(step["number"]) for step in context.steps if step.get("tool") == tool and "number" in step]


def _only_step(tool: str, context: RouterContext) -> int:
    """The number of the only step of a tool; asks where there are several, or none."""
    numbers = _numbers(tool, context)
    if len(numbers) == 1:
        return numbers[0]
    words = tool.replace("_", " ")
    raise Unclear(f"There are {len(numbers)} steps “{words}”. Which one is meant?" if numbers else f"There is no step “{words}”. The pipeline shows the steps that there are.", [*(option("remove_step", {"step": number}, f"Remove step {number}: {words}") for number in numbers[-3:]), option("show_pipeline", {}, "Show the pipeline")])


def among_steps(message: str, context: RouterContext) -> str:
    """The message with the steps by their numbers; asks where several may be meant, or where there is none such."""
    if not _SPEAKS_OF_STEPS.search(message):
        return message
    message = _gone_back((_NOT_THAT_STEP.sub("", message) if re.search(r"\bsteps? \d", message, re.I) else message), context)
    if not context.steps and context.last and _AGAIN_WITHOUT.fullmatch(message.strip(" .!?")):
        raise Unclear("Which step shall be left out? The pipeline shows those that there are.", [option("show_pipeline", {}, "Show the steps"), option("undo", {}, "Take the last step back")])
    if not context.steps:
        return message
    if _REORDERED.match(message):
        raise Unclear("The order of steps that were taken stays as it is; a step can be taken out and be done again at the end. What shall I do?", [option("show_pipeline", {}, "Show the steps"), option("undo", {}, "Take the last step back")])
    message = _DONE_OVER.sub(r"in \g<step> use ", message)
    message = _LAST_BUT_ONE.sub(lambda match: _one_removed(match, match["what"], context), message)
    message = _NUMBERS_AWAY.sub(lambda match: f"{match['lead']}remove steps {match['what']}", message)
    message = _REMOVED.sub(lambda match: _all_removed(match, context), message)
    message = _UNDONE.sub(lambda match: _one_removed(match, match["what"], context, must=True), message)
    message = _GOES.sub(lambda match: _found_wrong(match, context), message)
    message = _WITHOUT.sub(lambda match: _one_removed(match, match["what"] or match["left"], context), message)
    message = _WRONG_WAY.sub(lambda match: _otherwise(match, context), message)
    return _OTHER_WAY.sub(lambda match: _otherwise(match, context), message)


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
