"""Understands that a finding of the profile is to stand: “the classes are imbalanced, I know, leave it like that”."""

from __future__ import annotations

import re

from assistant.router.context import Call, RouterContext
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause

FINDINGS = vocabulary.table(
    near_constant="near ?constant|(?:nearly|almost|practically|mostly) (?:always the same|constant)|hardly (?:varies|changes|any variation)|(?:same|one) value (?:nearly|almost) (?:always|everywhere)",
    constant="constant|always the same|never (?:varies|changes)|only one value",
    duplicates="duplicates?|duplicated|dup(?:e)?s|doubles|double(?:d)? rows|(?:repeated|identical) (?:rows|records|lines|entries)",
    disguised_missing="disguised(?: missing)?|placeholders?",
    target_leakage="leak\\w*",
    mixed_kinds="mixed (?:kinds?|types?)|kinds are mixed",
    high_cardinality="high[ -]?cardinality|(?:so |too |very )?many (?:different |distinct |unique )?(?:values|categories|levels)",
    id_like="id like|(?:looks|is) (?:like )?an? (?:id|identifier)|identifier",
    imbalance="(?:class )?imbalanc\\w*|unbalanced|lopsided|unequal classes|uneven classes|classes are (?:uneven|unequal|not balanced)",
    rare_class="rare (?:class\\w*|label|outcome)|(?:class|outcome|label)\\w* is (?:so |very |quite )?rare",
    small_test="(?:test|hold ?out) (?:set|part|data|sample) is (?:so |very |too |quite |a bit |rather )?(?:small|tiny)|small test",
    tiny="tiny|(?:data|table|dataset|sample|file|data ?set) is (?:so |very |too |quite |a bit |rather )?small|(?:few|little) (?:rows|data|records|cases)|small (?:data ?set|table|sample)",
    wide="more columns than rows|too wide|is wide|(?:so |too |very )many columns",
    big="(?:data|table|dataset|file) is (?:so |very |too |quite |rather )?(?:big|large|huge)",
    time_order="time order|in order of time|ordered by time|sorted by (?:date|time)",
    repeated_entity="repeated (?:entity|entities|customers|patients|people)|(?:customers|patients|people|persons|users|clients) (?:appear|come up|occur|are in there) (?:several times|more than once|twice|repeatedly)",
    too_good="too good(?: to be true)?|suspiciously (?:good|high)",
    overfit="overfit\\w*",
    no_better_than_baseline="(?:no|not|hardly|barely) better than (?:the |a )?(?:baseline|guessing|chance)",
    collinear="(?:multi ?)?collinear\\w*|(?:strongly|highly|very|so|closely) (?:correlated|related)|say the same|(?:correlated|correlate) with each other|correlated",
    outliers="outliers?|extremes?|extreme (?:values?|ones|cases)",
    skewed_target="skew\\w*|long tail\\w*",
    missing="missing\\w*|gaps?|blanks?|holes|nulls?|nans|empty (?:cells|values|ones)|incomplete",
)
"""The findings of the profile, by the words for them; the narrower ones first."""
_FINE = (
    r"(?:really |just |totally |perfectly |completely |all |quite |only )*(?:fine|ok(?:ay)?|okey|alright|all right|normal|natural|real|true|genuine|legit\w*|"
    r"intended|intentional|on purpose|expected|correct|right|supposed to be|no problem|not a problem|no issue|part of (?:it|the \w+)|"
    r"how (?:it|life|the world|reality|the data|things?) (?:is|are)|the way (?:it|they|things?) (?:is|are)|what it is|as it should be|life|reality|acceptable|"
    r"meant to be|by design)"
)
_ACCEPTED = re.compile(
    rf"\b(?:thats|that is|its|it is|this is|thats all|theyre|they are|those are|these are|which is|is|are|all) {_FINE}\b|\b(?:i know|i(?:m| am)(?: well| fully)? aware|we know|were aware|we are aware|known to (?:me|us))\b"
    r"|\b(?:dont|do not|stop|quit|no need to|never|no more)\b[^.]{0,12}\b(?:warn|tell|telling|remind|bother|nag|mention|warning|reminding|nagging|bothering|worry|show|flag|flagging|complain|complaining)\w*"
    r"|\b(?:keep|leave|let)\b[^.]{0,40}\b(?:(?:be )?as (?:it is|is|they are|it was|they were)|like (?:this|that|it is|they are)|alone|be|stand|so)\b|^(?:and )?(?:please |just )*(?:leave|keep) (?:it|them|that|those)$"
    r"|\b(?:accept|acknowledge|dismiss|silence|mute|live with)\b|\b(?:ignore|skip)\b(?: (?!but\b|and\b)\S+){0,4} (?:warnings?|findings?|notes?|alerts?|messages?|notices?)\b|\b(?:ignore|skip) (?:it|that|this|them|those)$",
    re.I,
)
ONLY_KNOWN = re.compile(r"^(?:yes |yeah |ok |so )*(?:i know|i(?:m| am) aware)\b(?!.*\b(?:fine|ok|okay|normal|leave|keep|ignore|warn|live with)\b)", re.I)
"""What is known of the data, as the background of a request: “I know the classes are uneven, use class weights”."""
_PLAIN = re.compile(r"^(?:the |that |this |those |these |all |my |our |about |your |and |please |just |so |then )*(?:fine|ok|okay|yes|yeah|yep|sure|i know|thanks|thank you|cheers|please)?$", re.I)
_STATES = re.compile(r"\b(?:is|are|was|were|has|have|had|isnt|arent|know|aware|because|since|cant|cannot|cause)\b", re.I)
_ORDER = re.compile(
    r"^(?:and |so |but |then |just |please |lets |let us )*(?:drop|remove|delete|fill|impute|replace|clip|cap|balance|use|train|fit|try|weight|oversample|"
    r"undersample|transform|log|scale|split|plot|show|draw|fix|deal|handle|encode|dedupe|get rid|throw|compare|predict|explain|what|which|how|why|is|are|does|do|"
    r"can|could|should|build|run|add|make)\b",
    re.I,
)
_CUT = re.compile(r"[,;.!]+\s+|\s+-+\s+|\s+(?:but|so|and)\s+(?=(?:i|its|it|thats|that|they|theyre|dont|do|stop|leave|keep|ignore|accept|no|please|just|this|we)\b)", re.I)


def accepted(message: str, context: RouterContext) -> list[Call] | None:
    """Reads a message that says of a finding that it may stand, and asks for nothing else; None where it is none."""
    words = message.strip().rstrip(".! ")
    if words.endswith("?") or len(words) > 240:
        return None
    pieces = [piece.strip() for piece in _CUT.split(words) if piece and piece.strip()]
    if any(_ORDER.match(piece) for piece in pieces) or not any(_ACCEPTED.search(piece) for piece in pieces):
        return None
    if not all(_ACCEPTED.search(piece) or _STATES.search(piece) or _PLAIN.match(piece) or len(piece.split()) < 3 or vocabulary.first(piece.lower(), FINDINGS) for piece in pieces):
        return None
    clause = Clause(words, context)
    found = finding_of(clause)
    if found is None or not (_speaks_of_it(clause) or any(_speaks_for_itself(piece, context) for piece in pieces)):
        return None
    return [{"tool": "acknowledge", "args": {"finding": found, **columns_of(clause)}}]


def finding_of(clause: Clause) -> str | None:
    """The finding that the words speak of; a skewed column is one only where it is to be predicted."""
    words = clause.norm.replace("_", " ")
    every = [value for value, pattern in FINDINGS if pattern.search(words)]
    target = clause.context.target
    if "skewed_target" in every and not clause.has("target|label") and not any(target in mention.names for mention in clause.columns):
        every.remove("skewed_target")
    if "collinear" in every and len(clause.columns) == 1 and len(every) > 1:
        every.remove("collinear")
    return every[0] if every else None


def columns_of(clause: Clause) -> dict[str, list[str]]:
    """The columns that the finding is about; the target goes without saying."""
    names = [mention.name for mention in clause.columns if mention.clear and mention.score >= 1.0 and mention.name != clause.context.target]
    return {"columns": list(dict.fromkeys(names))} if names else {}


def _speaks_for_itself(piece: str, context: RouterContext) -> bool:
    """Says whether one part accepts a finding by its name, so that the rows another part tells of are only the reason."""
    return _ACCEPTED.search(piece) is not None and vocabulary.first(piece.lower(), FINDINGS) is not None and _speaks_of_it(Clause(piece, context))


def _speaks_of_it(clause: Clause) -> bool:
    """Says whether the acceptance is more than a word beside a column: “keep the missing values as they are” speaks of a finding."""
    return not clause.numbers and not clause.values
