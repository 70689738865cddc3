"""Says as requests of their own what stands beside one: “train a forest on women only”, “plot age, then salary, then both”, “scale everything but leave out age”."""

from __future__ import annotations

import re

from assistant.router.context import RouterContext
from assistant.router.entities.clause import Clause
from assistant.router.entities.vocabulary import with_signs

_HINT = re.compile(r"\b(?:only|just|alone|both|leave|leaving|skip|spare|omit|ignore|too|as well|exclusively)\b", re.I)
_ON_ROWS = re.compile(
    r"^(?P<lead>(?:(?:please|now|then|and|ok|can you|could you|lets|i want to|just) ,? ?)*)(?P<what>(?:(?:re)?train|fit|build|run|learn|predict|compare|try|use|model)\b[^#]*?) ?,? (?:but )?"
    r"(?:(?:on|for|with|using|from|among|in) (?:only |just |exclusively |the |all )+#(?: (?:rows|people|ones|cases|only|customers|data))?|"
    r"(?:only|just|exclusively) (?:on|for|with|using|from|among|in) (?:the |all )*#(?: (?:rows|people|ones|cases|customers|data))?|"
    r"(?:on|for|with|using|from|among|in) (?:the |all )*#(?: (?:rows|people|ones|cases|customers|data))? (?:only|alone|exclusively))$"
)
_MODEL_OR_TARGET = re.compile(r"\b(?:MODEL|model|models|it|them|all)\b|@")
_THEN_BOTH = re.compile(
    r"(?P<verb>(?:(?:please|now|can you|show(?: me)?|make) )*(?:plot|draw|chart|graph|histogram of|show(?: me)?)) (?:the )?@ ?(?:,|"
    r"and)? ?(?:and )?(?:then )?(?:the )?@ ?(?:, and then|,? then|, and|,|and then|and) both(?: of them)?(?: together| against (?:each other|one another)|"
    r" in one(?: \w+)?)*",
)
_LEFT_OUT = re.compile(
    r"^(?P<head>.{3,60}?\b(?:everything|all(?: the)?(?: columns| features| numbers| numeric\w*| categor\w+)?|every column|each column))(?P<way> (?:with|using|"
    r"by) [^,;]{2,20})?,? (?:but|and|while|though)(?: please)? (?:leave|leaving|skip|skipping|spare|sparing|omit|ignore|ignoring|keep|"
    r"keeping)(?: out)? (?:the )?(?P<columns>[^,;:?]{1,60}?)(?: out| alone| (?:as (?:it|they) (?:is|are))| untouched| unchanged)?[.! ]*$",
    re.I,
)
_TOO = re.compile(r"\s*;\s*(?=(?:(?:and|the|also) )*[^\s;,]{1,40}(?: [^\s;,]{1,20})? (?:too|as well|also|likewise)\b)", re.I)


def said_beside(text: str, context: RouterContext) -> str:
    """The text with such requests apart; other text stays as it is."""
    if not _HINT.search(text) or len(text) > 160:
        return text
    text = _TOO.sub(", ", text) if ";" in text else text
    left = _LEFT_OUT.match(text.strip())
    if left:
        clause = Clause(left["columns"], context)
        names = [mention.name for mention in clause.columns]
        if names and all(mention.clear and '"' not in mention.name for mention in clause.columns) and re.fullmatch(r"(?:(?:the|and|or|both|column|columns|,|&) ?|@ ?)+", clause.masked):
            listed = " and ".join(f'"{name}"' for name in names)
            return f"{left['head']} except {listed}{left['way'] or ''}"
    clause = Clause(text.strip(" .!"), context)
    both = _THEN_BOTH.fullmatch(clause.masked) if len(clause.columns) == 2 else None
    if both and all(mention.clear and '"' not in mention.name for mention in clause.columns):
        first, second = (mention.name for mention in clause.columns)
        return f'{both["verb"]} "{first}". {both["verb"]} "{second}". plot "{first}" against "{second}"'
    return _rows_first(clause) or text


def _rows_first(clause: Clause) -> str | None:
    """Which rows are kept, before what is to be learned from them alone."""
    if len(clause.values) != 1 or len(clause.values[0].columns) != 1:
        return None
    said = _ON_ROWS.fullmatch(clause.shape.text)
    value = clause.values[0]
    if said is None or not _MODEL_OR_TARGET.search(with_signs(said["what"])) or '"' in f"{value.columns[0]}{value.value}":
        return None
    start = clause.tokens[value.start].start
    before = re.sub(r"[ ,]*(?:\b(?:but|only|just|exclusively|on|for|with|using|from|among|in|the|all)\b[ ,]*)+$", "", clause.text[:start])
    return f'keep only rows where "{value.columns[0]}" is "{value.value}". {before}'
