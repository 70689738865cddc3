"""Reads which value of a column becomes which: “in sex, male should be M”, “merge Good and Fair into Ok”, “0 in x means missing”."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from rapidfuzz import fuzz

from assistant.router.arguments.slots import antecedent, resolved
from assistant.router.entities.clause import Clause
from assistant.router.entities.column_values import coerced
from assistant.router.entities.names import Mention, key
from assistant.router.entities.shape import Shape
from assistant.router.entities.values import ValueMention
from assistant.router.tool.sieve import Sieve
from assistant.router.wording.normalize import Token

_THE = r"(?:(?:the|column|columns|field|variable|feature|all|every|each|any|value|values|word|letter|number|digit|text|string|code|entry|entries|category|label|level|a|an|of|just|those|rows) )*"
_COLUMNS = r"(?P<columns>@(?: (?:,|and|or|, and) (?:the )?@)*)"
_KNOWN = r"(?P<old>(?:#|Q|N)(?: (?:,|and|or|, and|with|/) (?:#|Q|N))*)"
_VALUE = (
    r"(?P<old>(?:#|Q|N|\?|- \S+|(?!(?:blanks?|empty|missing|unknown|nan|null|gaps?|it|this|that|they|there|which|what|who|one|columns?|rows?|nans|nulls|na|is|are|"
    r"was|be|values?|zero|not|only|a|an|the|by|of|for|with|per|from|to|and|or|in|on|at|as|than|then)\b)[a-z_]+)(?: (?:,|and|or) (?:#|Q|N))*)"
)
_WORDS = r"(?:(?! (?:, (?:please|pls|just|thanks|thank|it|its|they|thats|that|this)|so|because|but|then|drop|remove|which|rows|have|has|and (?:then|drop|remove))\b).){1,60}?"
_NEW = rf"(?P<new>(?!(?:(?:all|both|just|really|exactly|the|very) )*same(?: thing| one| value)?(?: ?[,.]|$)){_WORDS})"
_END = r"(?: ?(?:,|naturally|of course|obviously|as well|too|instead|please|everywhere|there))*$"
_SURELY = r"(?:(?:really|rather|just|of course|naturally|obviously|surely|clearly|certainly|actually) )*"
_MEANS = (
    rf"(?:(?:should|(?:shall|will|must|ought to|(?:has|have|needs?) to|"
    rf"(?:is|are|was|were) (?:meant|supposed) to)(?= {_SURELY}(?:read|say|become|mean|count|"
    rf"be (?:read|counted|treated|taken|seen|called|written|spelled|spelt)))) {_SURELY}(?:be (?:counted|treated|read|marked|seen|taken|regarded|considered|set|"
    rf"changed|turned)(?: as| to| into)?|be|read(?: as)?|become|say|count as|mean)|must (?:of course |naturally |obviously |surely |clearly )?be|"
    rf"shall be(?! (?:removed|dropped|deleted|excluded|left|kicked|thrown|taken|hidden|in|out|gone|kept|used|the|our|my|predicted)\b)|"
    rf"(?:ought|(?:is|are|was|were) (?:meant|supposed)) to be(?: called| named| written| spelled| spelt)?|"
    rf"(?:is|are) (?:only |just |simply )?(?:our|the|their|an?|my) (?:code|placeholder|marker|sign|symbol|stand in|word) for|"
    rf"(?:(?:really|actually|just|only|in fact|does|do|did|always|simply) )*(?:means?|meant|(?<=just )says|(?<=only )says|stands? for|counts? as|becomes?|"
    rf"indicates?)|(?:is|are|was|were|has been|have been) (?:now |nowadays |today |since )*(?:(?:re)?named|"
    rf"(?:now|nowadays|today) (?:called|known as|(?=[a-z'#Q])))(?: (?:to|as|into|called))?|(?:is|are|was|were) the same as|"
    rf"(?:is|are|was|were) (?:really |actually |just |only |in fact |rather |simply |in truth )*(?:really|actually|just|only|in fact|rather|simply|in truth|"
    rf"of course|naturally|obviously|clearly)|- >|= >|->|=>)(?!(?<=[a-z])[a-z])"
)
_MISSING_WORDS = (
    r"(?:(?:that )?(?:its|it is|theyre|they are|thats|it was|they were) )?(?:really |actually |just |in fact |only |simply |"
    r"all )*(?:an? )?(?:(?:the )?(?:code|placeholder|marker|sign|word|symbol|stand in|value) for )?(?:an? )?(?:missing|nan|null|na|gaps?|holes?|unknown|blank|"
    r"blanks|empty|errors?|wrong|not real|invalid|missing values?|mistakes?|placeholders?|"
    r"not (?:known|asked|answered|measured|recorded|available|given|entered|there|filled in)|"
    r"(?:that )?(?:we|they|i|nobody|no one) (?:really |just )?(?:(?:dont|do not|didnt|did not|cant|cannot|could not|couldnt) (?:know|tell|say)|knows?|"
    r"knew)(?: (?:it|that|this|them))?|(?:that )?(?:nothing|nobody|no one|no (?:data|value|answer|entry|information|reading|measurement)) ?(?:was |is |has been |"
    r"had been |could be |did |has )?(?:known|measured|recorded|available|given|entered|there|filled in|noted|asked|answered|"
    r"(?:wrote|noted|entered|recorded|measured|filled|asked|told)(?: (?:it|that|them|us|down|in))*)?|"
    r"(?:(?:sensor|entry|reading|measurement|measuring|typing|recording|input|data|logging|device|system|import|export|scanner) )?(?:faults?|glitch(?:es)?|typos?|"
    r"failures?|artefacts?|artifacts?|dropouts?|rubbish|junk)|"
    r"(?:sensor|entry|reading|measurement|measuring|typing|recording|input|data|logging|device|system|import|export|scanner) (?:errors?|mistakes?|codes?)|"
    r"impossible|nonsense|garbage|bogus|implausible)"
)
_TO = r"(?:just |simply )?(?:with|by|to|into|as|for|- >|->|=>|= >|=)"
_IN = rf"(?: ,? ?(?:in|of|for|within) {_THE}(?P<within>@(?: (?:,|and|or|, and) (?:the )?@)*)(?: column)?| (?:in|of) (?:there|it|them|that one|(?:this|that|the) column))?"
_IT_SAYS = r"(?:it|there|they|the (?:cell|value|entry)|someone|somebody|anyone|a row)?(?: (?:now|currently|just|only))? ?(?:says?|is|reads?|stands?|wrote|typed|has|have)"
_WHERE_IT_SAYS = rf"(?:(?:where|wherever|when|whenever|if) {_IT_SAYS}|instead of|in place of|rather than|in the place of)"
_PUT_THERE = r"(?:write|put|make (?:it|that|them)|use|say|set (?:it|that|them) to|change (?:it|that|them) (?:to|into)|replace (?:it|that|them)? ?(?:with|by)|turn (?:it|that|them) into|(?:it|that|there|they) (?:should|must|shall|ought to) (?:rather )?(?:say|be|read|stand|become))"
_IS = r"(?:(?:really|actually|just|only|always|simply|probably|clearly|obviously|surely) )*(?:is|are|was|were|means?|stands? for|comes? from|says?|shows?|indicates?)"
_THOSE = r"(?:it|them|that|this|those|these|they|the)(?: (?:cells?|values?|entries|ones?|zeros?|zeroes|numbers?|codes?|readings?))?"
_GAP = r"(?:missing|nans?|nulls?|na|empty|blanks?|unknown|gaps?)(?: values?| cells?| fields?)?"
MADE_MISSING = re.compile(
    rf"(?:(?:kindly|please|just|so|and|hence|therefore) )*(?:(?:blank|empty|clear|null|wipe)(?: out)? {_THOSE}(?: out)?|"
    rf"(?:make|set|mark|treat|turn|change|replace|put|count|read) (?:{_THOSE})? ?(?:as |to |into |with |by |be |an? )*{_GAP}|"
    rf"{_THOSE} (?:really |just |all )*(?:ought to|should|must|can|shall|has to|have to|needs? to|had better) (?:really |just |rather |all )*(?:be|become|count as|"
    rf"read|turn into)(?: (?:set|made|treated|counted|marked|left|turned|as|to|into|an?))* {_GAP})$",
    re.I,
)
"""What makes missing the value that was just spoken of: “blank it”, “so it ought to be empty”."""
_SOMEONE = r"(?:(?:where|wherever|whenever|when|if|there|it|here|someone|somebody|some [a-z]+|an? [a-z]+|they|people|we|i|has|have|had|often|sometimes|also|once|by mistake|accidentally|wrongly) )*"
_TYPED = r"(?:stands?|says?|reads?|wrote|written|typed|entered|put|keyed in|is written|has|have)"
_BEING_A = r"(?:is|are|was|were)(?: (?:just|only|really|an?|the|simply|clearly|obviously))*"
_ANOTHER_WORD = r"(?:typos?|misspellings?|misprints?|abbreviations?|(?:just |only )?short|(?:an)?other (?:name|word|spelling|way to (?:say|write|spell))|old name|slang|shorthand|a nickname) (?:for|of)"
_KIND_OF_NUMBER = r"(?:times?|values?|readings?|levels?|shares?|amounts?|figures?|lengths?|periods?|numbers?|measurements?)"
"""What may be said of a number beside its column: “a cooling time of 14 days” of cooling_days."""
_PATTERNS: tuple[re.Pattern[str], ...] = tuple(re.compile(pattern) for pattern in (
    rf"^(?:in|for) {_THE}{_COLUMNS}(?: columns?)? ?[,:]? ?(?:(?:replace|change|turn|swap|map|recode|merge|make|set|put|rename|treat|read|count|call|write) )?{_THE}{_VALUE} (?:{_MEANS}|{_TO}) {_NEW}{_END}",
    rf"^(?:in|for) {_THE}{_COLUMNS}(?: columns?)? ?,? ?(?:make|let|have) {_THE}{_VALUE} (?:read|say|be|become|show) {_NEW}{_END}",
    rf"^(?:replace|change|recode|map|swap|substitute|write|turn|put) {_THE}{_KNOWN} {_TO} (?P<new>{_WORDS}) (?:in|of|for) {_THE}{_COLUMNS}(?: columns?)?{_END}",
    rf"^(?:replace|change|recode|map|swap|substitute|turn|convert|rename|merge|correct|call|relabel|make|write|lump|fold|join|combine|collapse|put|group) {_THE}(?P<old>(?:#|Q)(?: (?:,|and|or|, and|with) (?:#|Q))*)(?: together)? (?:{_TO}|just|simply) (?P<new>{_WORDS}){_IN}{_END}",
    rf"^(?:replace|change|recode|map|swap|substitute|correct|turn|convert) {_THE}(?:{_COLUMNS} )?{_KNOWN}{_IN} {_TO} {_NEW}{_END}",
    rf"^(?:replace|change|recode|map|swap|substitute|merge|lump|fold|join|combine|collapse|rename|relabel|turn|convert|make) {_THE}(?P<columns>@) {_KNOWN}(?: together)? {_TO} {_NEW}{_END}",
    rf"^(?:make|call) {_THE}(?:(?P<columns>@) )?(?P<old>#|Q)(?: (?:an?|the))? (?P<new>#|Q)(?: too| as well| please)*$",
    rf"^{_THE}(?P<columns>@) ?(?:column|{_KIND_OF_NUMBER})? ?(?:of|:|=|,)? ?{_VALUE}(?: (?:%|percent|@|[a-z]{{1,7}}s))? {_IS} [^@#ND]{{1,60}}? ?[,:;] (?P<new>{MADE_MISSING.pattern})",
    rf"^{_THE}{_VALUE} (?:in|of|under) {_THE}{_COLUMNS}(?: columns?)? {_IS} [^@#ND]{{1,60}}? ?[,:;] (?P<new>{MADE_MISSING.pattern})",
    rf"^{_THE}{_VALUE} (?:in|of|under) {_THE}{_COLUMNS}(?: columns?)? (?:{_MEANS}|(?:is|are) (?={_MISSING_WORDS}{_END})) ?{_NEW}{_END}",
    rf"^{_THE}(?P<columns>@) ?(?:column)? ?(?:of|:|=|,)? ?{_VALUE} (?:{_MEANS}|(?:is|are) (?={_MISSING_WORDS}{_END})) ?{_NEW}{_END}",
    rf"^{_THE}(?P<old>#|Q) {_MEANS} {_NEW}{_IN}{_END}",
    rf"^{_THE}(?P<old>#|Q) (?:is|was) (?:spelled|spelt|written|typed) (?:wrong|wrongly|incorrectly|badly) ,? ?(?:it|that|and) (?:should be|must be|should read|is really) {_NEW}{_END}",
    rf"^{_THE}(?P<old>N) (?P<columns>@) (?:is|are|{_MEANS}) (?P<new>{_MISSING_WORDS})\b.{{0,30}}$",
    rf"^{_THE}(?P<old>N) (?:in|of|for) {_THE}{_COLUMNS} (?:is|are|{_MEANS}) (?P<new>{_MISSING_WORDS})\b.{{0,40}}$",
    rf"^(?:where|wherever|when|whenever|if) {_THE}(?P<columns>@) (?:is|=|equals|says|= =|was) {_KNOWN} ?,? ?(?:put|make|set|write|use|it is|its|that is|thats|"
    rf"(?:it|that|this) (?:means?|stands? for)|then|replace|change)(?: (?:it|them|that|this|to|as|an?|the|value|is|with|into|in|down))* {_NEW}{_END}",
    rf"^(?:put|write|set|use) (?!(?:the )?@ (?:to|=|as|into|at) ){_NEW} (?:where|wherever|when|whenever|if) {_THE}(?P<columns>@) (?:is|=|equals|says|= =|was) {_KNOWN}{_END}",
    rf"^(?:where|wherever|when|whenever|if) {_IT_SAYS} {_KNOWN} (?:for|in|under|at) {_THE}{_COLUMNS}(?: columns?)? ?,? ?{_PUT_THERE} {_NEW}{_END}",
    rf"^(?:where|wherever|when|whenever|if) {_IT_SAYS} {_KNOWN} ?,? ?{_PUT_THERE} {_NEW}{_IN}{_END}",
    rf"^(?:in|for|under) {_THE}{_COLUMNS}(?: columns?)? ?,? ?(?:it|there|they|the cells?|we)? ?(?:should|must|shall|ought to|has to|needs to) (?:rather )?(?:say|be|read|stand|have|become) {_NEW} {_WHERE_IT_SAYS} {_KNOWN}{_END}",
    rf"^(?:it|there) (?:should|must|shall|ought to|has to|needs to) (?:rather )?(?:say|be|read|stand) {_NEW} {_WHERE_IT_SAYS} {_KNOWN}{_IN}{_END}",
    rf"^(?:put|write|say|use|have) {_NEW} {_WHERE_IT_SAYS} {_KNOWN}{_IN}{_END}",
    rf"^(?:make|set|mark|turn|declare|call|leave|render) {_THE}(?:{_COLUMNS} )?{_KNOWN}{_IN} (?:(?:as|to|into|be|an?) )*(?P<new>{_MISSING_WORDS}){_END}",
    rf"^(?:treat|consider|count|read|interpret|regard|see|take|mark|flag|code) {_THE}(?:{_COLUMNS} )?{_KNOWN}{_IN} (?:as|to be) {_NEW}{_END}",
    rf"^(?:anything|everything|whatever|all|whoever|those) (?:that |which )?(?:says|is|reads|equal to|equals|called|marked|marked as|with|"
    rf"of) {_KNOWN}(?: (?:in|for|of) {_THE}{_COLUMNS})? ?[:,]? ?(?:replace|change|turn|make|set|should|becomes?)(?: it| them| be| become)? ?(?:with|to|into|"
    rf"by)? {_NEW}{_END}",
    rf"^{_SOMEONE}{_TYPED} {_THE}{_VALUE} (?:in|under|for|at) {_THE}(?:{_COLUMNS}|[a-z]+)(?: columns?)? ?,? ?(?:but |and |which )?(?:it|that|this|they|which)? ?{_MEANS} {_NEW}{_END}",
    rf"^{_SOMEONE}{_TYPED} {_THE}{_VALUE} (?:in|under|for|at) {_THE}{_COLUMNS}(?: columns?)? ?,? ?(?:so |and |please |just )*(?:make|change|turn|correct|fix|set|rewrite) (?:it|that|this|those|them|these)(?: all)?(?: to| into| as)? {_NEW}{_END}",
    rf"^(?:in|under|for|at) {_THE}{_COLUMNS}(?: columns?)? ?,? ?{_SOMEONE}{_TYPED} {_THE}{_VALUE} ?,? ?(?:but |and |which )?(?:it|that|this|they|which)? ?{_MEANS} {_NEW}{_END}",
    rf"^(?:(?:in|for|under) )?{_THE}{_COLUMNS}(?: columns?)? ?[,:]? ?{_THE}{_VALUE} {_BEING_A} {_ANOTHER_WORD} {_NEW}{_END}",
    rf"^{_THE}{_VALUE} (?:in|of|under) {_THE}{_COLUMNS}(?: columns?)? {_BEING_A} {_ANOTHER_WORD} {_NEW}{_END}",
    rf"^(?:(?:please|just|kindly|then) )*(?P<new>blank|wipe|null|nan|erase|clear|scrub|unset|empty)(?: out| off| away)? {_THE}{_KNOWN}s? (?:in|of|from|at|out of|for) {_THE}{_COLUMNS}(?: columns?)?{_END}",
    rf"^{_THE}{_KNOWN}(?: (?:in|of) {_THE}{_COLUMNS})? (?:is|are|occurs?|has|have) (?:(?:too|so|very|quite|really|only|just|a|pretty|rather) )*(?:few|rare|small|"
    rf"tiny|seldom|little|scarce|hardly any|infrequent|odd ones?|"
    rf"handful)(?: (?:rows|cases|ones))? ?[,;:.-]? ?(?:(?:so|and|please|just|we|i|can|could|should|better) )*(?:merge|fold|lump|put|turn|make|join|combine|move|"
    rf"count|throw|change|rename|call)(?: (?:it|them|those|these|that)(?: all)?)? (?:(?:in|into|to|with|as|together with|under) )*{_NEW}{_END}",
    rf"^(?:[a-z]+ ?[:,] ?)?{_THE}(?P<old>(?:#|Q)(?: (?:,|and|or|&|, and) (?:#|Q))+)(?: together| both| all)? (?:as|to|into|become|becomes|"
    rf"=) (?P<new>(?!(?:an? |the |one )*(?:bars?|charts?|plots?|graphs?|table|pie|histogram|picture|list|csv|file|target|label|features?|class|classes|numbers?|"
    rf"dummies|rows|columns?)\b){_WORDS}){_IN}{_END}",
    rf"^{_THE}(?P<columns>@) ?: ?{_THE}{_KNOWN}(?: together)? (?:as|to|into|become|becomes|=|- >|are|is) (?P<new>(?:(?! (?:to|as|=|,|is) ).){{1,60}}?){_END}",
    rf"^{_THE}(?P<old>#|Q) {_BEING_A} {_ANOTHER_WORD} {_NEW}{_IN}{_END}",
    rf"^(?:make|set|turn|mark|put|treat|change|convert|read|count) {_THE}(?:{_COLUMNS} )?{_KNOWN}{_IN} (?:(?:as|to|into|be|an?) )*(?P<new>{_MISSING_WORDS}|{_GAP}){_END}",
    rf"^(?:in|for) {_THE}{_COLUMNS}(?: columns?)? ?,? ?{_VALUE} (?:{_IS}|{_MEANS}) [^@#ND]{{1,60}}?(?: ?[,:;]| so| and)+ (?:please |just )*(?P<new>{MADE_MISSING.pattern})",
    rf"^{_THE}{_KNOWN}(?: (?:in|of) {_THE}{_COLUMNS})? (?:is|are) (?:really |actually )?(?:the )?same(?: thing)? as (?P<new>#|Q){_END}",
))
_ARROWED = re.compile(r"^(?P<old>#) (?:to|is|are|=|= ?>|=>) (?P<new>#|(?!N\b)[a-z][a-z-]*(?: [a-z]+)?)$")
"""A value and what it becomes, and nothing else: “hedghog -> hedgehog”."""
_CALLED = frozenset(["called", "named", "written", "spelled", "spelt", "said"])
"""What may stand before the new value: “S should be called 'south port'”."""
_WITHIN = re.compile(r" (?:in|of|for|within) (?:the |column )*(?P<name>\S.{0,60}?)(?: column)?$", re.I)
"""The column itself after the new value: “by B in the class”."""
_BLANKED = re.compile(r"blank|wipe|null|nan|erase|clear|scrub|unset|empty")
"""The verbs that make a value missing: “blank out -999 in …”."""
_NOTHING = re.compile(rf"^{_MISSING_WORDS}$")


@dataclass(frozen=True)
class Recoding:
    """One value of a column and what it becomes; None makes it missing."""

    column: str
    old: Any
    new: Any


_SIEVED = Sieve(_PATTERNS)


@lru_cache(maxsize=256)
def _matched(shape: str) -> re.Match[str] | None:
    return next((match for _, pattern in _SIEVED.passing(shape) if (match := pattern.match(shape))), None) or _ARROWED.match(shape)


def is_recoding(clause: Clause) -> bool:
    """Says whether the words put one value in the place of another."""
    match = _matched(clause.shape.text.strip(" .!?"))
    if match is None or _only_told(match) or (match.re is _ARROWED and not _spelled_otherwise(clause)):
        return False
    return _columns(clause, match) != []


def _spelled_otherwise(clause: Clause) -> bool:
    """Says whether the second of two words is how the first is meant to be spelled, and no other end of a way: “Oslo to Bergen”."""
    if len(clause.values) == 2 and clause.word(clause.values[0].end) in ("is", "are", "="):
        return set(clause.values[0].columns) == set(clause.values[1].columns)
    first, last = clause.written(clause.values[0]), clause.text[clause.tokens[-1].start :] if len(clause.values) < 2 else clause.written(clause.values[-1])
    return fuzz.ratio(first.lower(), last.lower()) > ALIKE


ALIKE = 80
"""From which likeness on two words are one, spelled in two ways."""
_BEING = re.compile(r"\b(?:is|are|was|were)(?: (?:just|only|really|all|simply|mostly))* ?$")


def _only_told(match: re.Match[str]) -> bool:
    """Says whether words only tell what others are: “the letters in class are just labels”."""
    told = _BEING.search(match.string[: match.start("new")]) is not None
    return told and not _NOTHING.match(match["new"]) and {"#", "Q", "N"}.isdisjoint([*match["old"].split(), *match["new"].split()])


def recodings(clause: Clause) -> list[Recoding]:
    """Lists what becomes what, for each column and value named; asks where a column is not clear."""
    match = _matched(clause.shape.text.strip(" .!?"))
    if match is None or _only_told(match):
        return []
    shape = clause.shape
    olds = [shape.things[place] for place in shape.places(*match.span("old")) if shape.words[place] not in (",", "and", "or", "with", "/")]
    new_place = shape.places(*match.span("new"))
    each = _one_each(shape, new_place, len(olds))
    return [_told_apart(Recoding(column, _value(clause, column, old), _new(clause, column, place)), old) for column in _columns(clause, match) for old, place in zip(olds, each or [new_place] * len(olds), strict=True)]


def _told_apart(found: Recoding, old: Any) -> Recoding:
    """Takes the old value as it was written where it would be the new one: “m should be male”."""
    return Recoding(found.column, old.text, found.new) if found.old == found.new and isinstance(old, Token) else found


def _one_each(shape: Shape, places: range, count: int) -> list[range] | None:
    """The places of as many new values as there are old ones: “0 and 1 into no and yes”."""
    cuts = [place for place in places if shape.words[place] in ("and", ",", "/")]
    if count < 2 or len(cuts) != count - 1:
        return None
    starts, ends = [places.start, *(cut + 1 for cut in cuts)], [*cuts, places.stop]
    return [range(start, end) for start, end in zip(starts, ends, strict=True)] if all(start < end for start, end in zip(starts, ends, strict=True)) else None


def _columns(clause: Clause, match: re.Match[str]) -> list[str]:
    shape = clause.shape
    place_of_columns = next((name for name in ("columns", "within") if match.groupdict().get(name)), None)
    if place_of_columns:
        mentions = [shape.things[place] for place in shape.places(*match.span(place_of_columns)) if shape.words[place] == "@"]
        return [resolved(mention, clause, "replace_values", "column") for mention in mentions if isinstance(mention, Mention)]
    olds = [shape.things[place] for place in shape.places(*match.span("old"))]
    values = [thing for thing in olds if isinstance(thing, ValueMention)]
    shared = [name for name in values[0].columns if all(name in value.columns for value in values)] if values else []
    named = [mention.name for mention in clause.columns if mention.clear and mention.name in shared]
    pointed = antecedent(clause) if not values and not clause.columns else None
    return pointed or named[:1] or (shared if len(shared) == 1 else [])


def _value(clause: Clause, column: str, thing: Any) -> Any:
    if isinstance(thing, ValueMention):
        return next((value for name, value in zip(thing.columns, thing.as_in, strict=True) if name == column), thing.value)
    return coerced(clause.context, column, thing) if isinstance(thing, Token) else thing


def _as_it_was(clause: Clause, thing: Any) -> bool:
    """Says whether a new value is only another way to write an old one: “replace old town by OldTown”."""
    return isinstance(thing, ValueMention) and any(other.value == thing.value and other.start != thing.start for other in clause.values)


def _new(clause: Clause, column: str, places: range) -> Any:
    shape = clause.shape
    if len(places) > 1 and shape.words[places[0]] in _CALLED:
        places = places[1:]
    words = " ".join(shape.words[place] for place in places)
    first, last = shape.things[places[0]], shape.things[places[-1]]
    if len(places) == 1 and isinstance(first, Token) and first.quoted and not _NOTHING.fullmatch(first.norm):
        return coerced(clause.context, column, first)
    if _BLANKED.fullmatch(words) or _NOTHING.match(words) or MADE_MISSING.fullmatch(words) or (len(places) == 1 and isinstance(first, Token) and first.quoted):
        return None
    part_only = isinstance(first, ValueMention) and key(clause.written(first)) != key(str(first.value))
    if len(places) == 1 and not part_only and not _as_it_was(clause, first) and (isinstance(first, ValueMention) or (isinstance(first, Token) and first.number is not None)):
        return _value(clause, column, first)
    start = clause.tokens[first.start].start if isinstance(first, ValueMention | Mention) else first.start
    end = clause.tokens[last.end - 1].end if isinstance(last, ValueMention | Mention) else last.end
    text = _WITHIN.sub(lambda match: "" if key(match["name"]) == key(column) else match[0], re.sub(r"^(?:(?:an?|the) (?=\S+$)|known as )", "", clause.text[start:end].strip("\"`")))
    if _as_it_was(clause, first):
        return text
    token = Token(text, text.lower(), 0, len(text), quoted=True)
    return coerced(clause.context, column, token)
