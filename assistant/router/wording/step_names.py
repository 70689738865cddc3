"""Says “step 3” where somebody points at a step of the pipeline by its number alone: “take number 3 out again”."""

from __future__ import annotations

import re

from assistant.router.context import RouterContext
from assistant.router.dialogue.about_steps import among_steps
from assistant.router.entities.numbers import number_word, ordinal
from assistant.router.tool.triggers.wordlists import DROP

_NUMBER = r"(?:number|no\.?|nr\.?|# ?)"
_PLACED = re.compile(r"\bthe (first|second|third|fourth|fifth|sixth)(?: one| step)\b", re.I)
_NUMBERED = re.compile(rf"(?<!\w){_NUMBER} ?(?=\d)(\d{{1,3}})\b", re.I)
_BEFORE = rf"(?:{DROP}|scrap|bin|undo|erase|strike|cross|actually|sorry|cancel|skip|change|edit|modify|redo|update|set|make|in|for|of|out|away|that|please|then|and|so|but|step|put|take|throw|kick)"
_AFTER = r"(?:out|away|off|back|again|was|is|should|can|must|has|to|into|in|of|please|too|needs?|use|with|from|so|instead)"
_ALONE = re.compile(rf"(?:^|(?<=[,.;] )|\b(?P<before>{_BEFORE})(?: the)? )(?:step )?{_NUMBER} ?(?P<number>\d{{1,3}}|two|three|four|five|six|seven|eight|nine|ten)\b(?=$|[.!?,;]| {_AFTER}\b)", re.I)
_IN_THE_LIST = re.compile(r"(?<=\d) (?:in|of|from) (?:the |our |my |this )*(?:recipe|pipeline|list|steps|history|plan)\b", re.I)
_IT = r"(?:it|that|this)(?: (?:step|one))?"
_SAID_WRONG = re.compile(
    rf"\bstep (?P<number>\d{{1,3}}) (?:was|is|looks|seems|makes|does) [^,.;]{{2,40}}?(?:[,.;:-]+ |"
    rf" )(?:(?:so|please|just|and|then|lets) )*(?:(?P<away>(?:{DROP}|scrap|bin|erase|strike) {_IT}(?: (?:out|away|again|please|from (?:the |our )?\w+))*|"
    rf"take (?:{_IT}|step \d{{1,3}}) (?:out|away|back|off)(?: again| please)*)|(?:make|change|set|turn) {_IT}(?: (?:to|into|be))? (?P<new>.{{2,60}}))$",
    re.I,
)


def steps_named(message: str, context: RouterContext) -> str:
    """Writes the numbers of steps as such, and joins what is said of one to what shall become of it; without steps nothing changes."""
    if not context.steps:
        return among_steps(message, context)
    if context.last and context.last[-1]["tool"] in ("show_pipeline", "remove_step"):
        message = _PLACED.sub(lambda match: f"step {ordinal(match[1].lower())}", _NUMBERED.sub(r"step \1", message))
    numbers = {step.get("number", place) for place, step in enumerate(context.steps, 1)}

    def named(match: re.Match[str]) -> str:
        number = int(match["number"]) if match["number"].isdigit() else number_word(match["number"].lower())
        return match[0] if number not in numbers else f"{match['before'] + ' ' if match['before'] else ''}step {number}"

    message = _IN_THE_LIST.sub("", _ALONE.sub(named, message))
    wrong = _SAID_WRONG.search(message)
    if wrong is None:
        return among_steps(message, context)
    asked = f"remove step {wrong['number']}" if wrong["away"] else f"in step {wrong['number']} use {wrong['new']}"
    return message[: wrong.start()] + asked
