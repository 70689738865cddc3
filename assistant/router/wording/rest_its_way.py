"""Gives an order of its own to what is left out of all, and to the rest of what was named: “encode everything onehot but grade ordinal”, “encode city with target and the rest onehot”."""

from __future__ import annotations

import re

from assistant.router.context import RouterContext
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause

_HINT = re.compile(r"\b(?:all|everything|every|each|rest|others?|remaining|columns|features|numbers|gaps|minmax|min-max|standard|robust|one-?hot|ordinal)\b", re.I)
_BUT = re.compile(r"\b(?:but|except|apart|besides|bar|other than|save|rest|others?|remaining|else|exception)\b", re.I)
_COLUMNS = r"@(?: ?(?:, and|,|and|&) (?:the )?@)*"
_ALL = r"(?:everything|all|every (?:column|feature|gap|number)|each column|columns|features|numbers|gaps|blanks|categor\w+|numerics?|missing(?: values)?|with)"
_APART = re.compile(rf"(?P<head>[^@;]*?\b{_ALL}\b[^@;]*?) ?,? (?:but|except(?: for)?|apart from|aside from|besides|other than|bar|save(?: for)?|with the exception of|only not)(?: (?:for|use|the|do|make|put|fill|column))* (?P<columns>{_COLUMNS})(?P<after>[^@;]+?)(?:(?: for| on) (?:the )?(?P<again>{_COLUMNS}))?")
_REST = re.compile(rf"(?P<head>[^@;]*?)(?P<columns>{_COLUMNS})(?P<after>[^@;]*?) ?(?:, and|, but|,|and|but|while|whereas) (?P<before>[^@;,]{{0,30}}?)\b(?:the |all |all the )*(?:rest|others?|other (?:ones|columns|features)|remaining(?: (?:ones|columns|features))?|everything else|all else)(?P<tail>[^@;]*)")
_DONE_TO_REST = re.compile(rf"(?:(?:please|can you|lets|first) )*(?:log(?: transform)?|take the log of|sqrt|square|transform|clip|cap|bin|yeo johnson)(?: the| of)* (?P<columns>{_COLUMNS})(?P<after> (?:with|by|into|in|to|at) [^@;,]{{1,30}}?)? ?(?:, and|, then|,|and then|and|then|but|;) (?:then |just )*(?P<verb>scale|standardi[sz]e|normali[sz]e|min ?max|robust scale|clip|cap|log|bin)(?: all)?(?: of)? (?:the )?(?:rest|others?|other (?:ones|columns|features|numbers)|remaining(?: (?:ones|columns|features))?|everything else)(?P<tail>(?: (?:with|by|using|into|to) [^@;]{{1,30}})?)")
"""“log salary and scale the rest”, where scaling is not for what was logged"""
_TABLES: tuple[tuple[str, vocabulary.Table, re.Pattern[str]], ...] = (
    ("fill {columns} with {way}", vocabulary.IMPUTE, re.compile(r"\b(?:fill|impute|gaps?|blanks?|missing|holes)\b")),
    ("{way} scale {columns}", vocabulary.SCALE, re.compile(r"\b(?:scal\w*|normali[sz]\w*|minmax|min max|robust|standardi[sz]\w*|z ?scor\w*)\b")),
    ("{way} encode {columns}", vocabulary.ENCODE, re.compile(r"\b(?:encod\w*|one ?hot|onehot|ohe|ordinal|dummies)\b")),
    ("apply {way} to {columns}", vocabulary.TRANSFORM, re.compile(r"\b(?:transform\w*|log|sqrt|yeo)\b")),
)
_NUMBER = re.compile(r"(?:with|by|to|as|use|=|,| )+(?P<way>-?\d[\d.]*|zeros?|unknown|none)$")
_AS_SAID = {"most_frequent": "most frequent", "onehot": "one-hot"}


def rest_its_own_way(text: str, context: RouterContext) -> str:
    """The text as two orders, one for what is named and one for all else; other text stays as it is."""
    if not (_HINT.search(text) and _BUT.search(text)) or len(text) > 160:
        return text
    clause = Clause(text.strip(" .!"), context)
    words = clause.masked.replace("-", " ")
    if not clause.columns or any('"' in mention.name or not mention.clear for mention in clause.columns):
        return text
    names = list(dict.fromkeys(mention.name for mention in clause.columns))
    said = _APART.fullmatch(words)
    if said:
        again = (said["again"] or "").count("@")
        if again and len(clause.columns) != 2 * len(names):
            return text
        found = _two_orders(names, said["head"], said["after"])
        return text if found is None else f"{found[0]}; {found[1]}"
    done = _DONE_TO_REST.fullmatch(words)
    if done and done["columns"].count("@") == len(clause.columns):
        listed = " and ".join(f'"{name}"' for name in names)
        first = clause.text[: clause.tokens[clause.columns[-1].end - 1].end] + (done["after"] or "")
        return f"{first}; {done['verb']} everything except {listed}{done['tail']}"
    rest = _REST.fullmatch(words)
    if rest is None or rest["columns"].count("@") != len(clause.columns):
        return text
    found = _two_orders(names, f"{rest['before']} {rest['tail']}", f"{rest['head']} {rest['after']}", both=words)
    return text if found is None else f"{found[1]}; {found[0]}"


def _two_orders(names: list[str], of_rest: str, of_named: str, both: str = "") -> tuple[str, str] | None:
    """The orders for the rest and for the columns named, where each has a way and these are two of one step."""
    listed = " and ".join(f'"{name}"' for name in names)
    for order, table, step in _TABLES:
        if not step.search(both or f"{of_rest} {of_named}"):
            continue
        first, second = (vocabulary.first(part, table) for part in (of_rest, of_named))
        number = _NUMBER.search(of_named.strip()) if order.startswith("fill") and second is None else None
        ways = (first, number["way"] if number else second)
        if ways[0] and ways[1] and ways[0] != ways[1]:
            named, other = (_AS_SAID.get(str(way), str(way).replace("_", " ")) for way in (ways[1], ways[0]))
            rest = "the rest" if both and order.startswith(("fill", "{way} encode")) else f"everything except {listed}"  # what was filled or encoded has nothing left to be
            return order.format(way=other, columns=rest), order.format(way=named, columns=listed)
    return None
