"""Puts what a self-correction says in the place of what it corrects: “go back three steps, no, just one”."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

from assistant.router.arguments.method_words import TABLES
from assistant.router.context import RouterContext
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause
from assistant.router.entities.comparisons import COMPARISONS
from assistant.router.entities.names import Mention
from assistant.router.parts.segment import opens_with_verb
from assistant.router.tool.rank import candidates

_OPENING = re.compile(
    r"^(?:(?:to|vs|versus|against|by|with|per|of|for|after|into|as|using|via|the|just|only|rather|better|instead|make (?:it|that)|let it be|use|take|"
    r"(?:lets|let us) (?:say|make (?:it|that)|go (?:for|with)|take|do|use)|it should be|it is|its|i want|i meant|i mean|should be|of course|please|well|say|a|"
    r"an)\b[\s,:]*)+",
    re.I,
)
_CLOSING = re.compile(r"[\s,]+(?:instead|please|rather|then|(?:is|seems|sounds|looks|would be|might be) (?:a (?:bit|little) |much |probably |maybe |surely )*(?:better|safer|simpler|wiser|easier|fairer|enough|best)|of course|i mean|i meant|actually|better|columns?|it is)$", re.I)
_BETWEEN = frozenset([",", "and", "or", "&", "the", "+", "plus", "also"])
_SHARE = re.compile(r"\b(?:(?:an?|one|two|three) )?(?:half|halves|thirds?|quarters?|fifths?|tenths?)\b(?! of the)", re.I)
"""A share in words, which a percentage may take the place of."""
Span = tuple[int, int]


def amended(said: str, meant: str, context: RouterContext) -> str | None:
    """Writes the request as it is meant; None where the correction is a request of its own."""
    core = _core(meant)
    new = Clause(core, context)
    if not core or len(new.tokens) > 8 or (opens_with_verb(core) and not _is_names(new)):
        return None
    old = Clause(said, context)
    compared = _compared(old, new)
    if compared:
        return f"{said[:compared]} {core}"
    span = (_after_same_word(said, meant) if meant.lower().startswith("per ") else None) or _place(old, new) or _after_same_word(said, meant)
    return f"{said[: span[0]]}{core}{said[span[1] :]}" if span else None


def _compared(old: Clause, new: Clause) -> int | None:
    """Where the comparison begins that another takes the place of: “keep price above 1000, sorry, below 500”."""
    if new.columns or len(new.numbers) != 1 or not any(pattern.fullmatch(new.shape.text) for _, pattern in COMPARISONS):
        return None
    last = old.columns[-1] if old.columns else None
    after = Clause(old.text[old.tokens[last.end].start :], old.context) if last and last.end < len(old.tokens) else None
    return old.tokens[last.end - 1].end if last and after and any(pattern.match(after.shape.text) for _, pattern in COMPARISONS) else None


def _after_same_word(said: str, meant: str) -> Span | None:
    """What follows the last “to” where the correction opens with “to” as well."""
    link = re.match(r"(?:just |rather |only )?(to|with|by|into|as|using|from|for|per|on|in|of) ", meant.lower())
    place = said.lower().rfind(f" {link[1]} ") if link else -1
    return (place + len(link[1]) + 2, len(said)) if link and place > 0 and len(said[place:].split()) <= 4 else None


def _core(meant: str) -> str:
    core = meant.strip()
    for _ in range(3):
        core = _CLOSING.sub("", _OPENING.sub("", core)).strip(" ,.!?")
    return "1" if core.lower() == "one" else core


def _is_names(clause: Clause) -> bool:
    return re.fullmatch(r"(?:@|the|,|and|or|column|columns| )+", clause.masked) is not None and "@" in clause.masked


def _place(old: Clause, new: Clause) -> Span | None:
    """Where the thing stands that the correction replaces: columns, a number, a model, a metric, a value or a method."""
    signs = new.shape.text
    if _is_names(new):
        return _last_list(old)
    if re.fullmatch(r"N(?: (?:/|:|-|and|to) N| N)+", signs):
        return _last_numbers(old, signs.count("N"))
    if re.fullmatch(r"N(?: ?(?:%|percent))?(?: of (?:the |all |my )?\w+| \w+)?", signs):
        return _last_number(old, new) or (_last_fraction(old.text) if new.word(1) in ("%", "percent") else None)
    if re.fullmatch(r"#(?: ?(?:,|and|or) #)*", signs):
        return _last_values(old) if old.values and len(new.values) > 1 else _token_span(old, old.values[-1].start, old.values[-1].end) if old.values else None
    for names in (vocabulary.MODELS, vocabulary.METRICS, *_ways(old)):
        if _means_only(new, names):
            return _last_named(old.text, names)
    return None


def _ways(old: Clause) -> Iterable[vocabulary.Table]:
    """The lists of methods of the tool that was asked for; a step that is edited may have been any tool's."""
    ranked = candidates(old)
    tool = ranked[0][1] if ranked else None
    own = [names for (owner, _), names in TABLES.items() if owner == tool]
    return own or [names for (owner, _), names in TABLES.items() if tool == "edit_step" and owner in {step.get("tool") for step in old.context.steps}]


def _means_only(new: Clause, names: vocabulary.Table) -> bool:
    words = new.masked
    match = next((found for _, pattern in names if (found := pattern.search(words))), None)
    return match is not None and len(words.split()) - len(match[0].split()) <= 1


def _last_named(text: str, names: vocabulary.Table) -> Span | None:
    words = text.lower().replace("-", " ")
    spans = [match.span() for _, pattern in names for match in pattern.finditer(words)]
    if not spans:
        return None
    last = max(end for _, end in spans)
    return min(span for span in spans if span[1] == last)


def _last_number(old: Clause, new: Clause) -> Span | None:
    unit = new.word(1)
    numbers = [index for index, _ in old.numbers]
    alike = [index for index in numbers if unit and old.word(index + 1) == unit] or numbers
    if not alike:
        is_share = new.numbers[0][1].percent or unit in ("percent", "per") or (new.numbers[0][1].number or 1) < 1
        return _last_fraction(old.text) if is_share else None
    index = alike[-1]
    return _token_span(old, index, index + (2 if unit and old.word(index + 1) == unit else 1))


def _last_numbers(old: Clause, count: int) -> Span | None:
    """Where as many numbers stand side by side: “80 20”, which “75 25” takes the place of."""
    found = [index for index, _ in old.numbers][-count:]
    beside = len(found) == count and all(later - earlier <= 2 for earlier, later in itertools.pairwise(found))
    return _token_span(old, found[0], found[-1] + 1) if beside else None


def _last_fraction(text: str) -> Span | None:
    """Where a share stands that was said in words: “more than a third empty”."""
    found = list(_SHARE.finditer(text))
    return found[-1].span() if found else None


def _last_list(old: Clause) -> Span | None:
    """The last columns that stand in one list: “age, fare and tip”."""
    run: list[Mention] = []
    for mention in reversed(old.columns):
        if run and any(old.word(place) not in _BETWEEN for place in range(mention.end, run[-1].start)):
            break
        run.append(mention)
    return _token_span(old, run[-1].start, run[0].end) if run else None


def _last_values(old: Clause) -> Span:
    """The last values that stand in one list: “Ideal and Premium”."""
    run = [old.values[-1]]
    for value in reversed(old.values[:-1]):
        if any(old.word(place) not in _BETWEEN for place in range(value.end, run[-1].start)):
            break
        run.append(value)
    return _token_span(old, run[-1].start, run[0].end)


def _token_span(clause: Clause, start: int, end: int) -> Span:
    return clause.tokens[start].start, clause.tokens[end - 1].end
