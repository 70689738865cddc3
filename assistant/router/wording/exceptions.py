"""Names for certain the columns that are left out of all: “scale everything but list price and load” with list_price and load_kg, “leave the price alone, scale the rest”."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.router.context import RouterContext
from assistant.router.entities.names import key, parts
from assistant.router.entities.words import UNITS

_DONE = r"(?:re)?scal(?:e|ing)|standardi[sz]e|normali[sz]e|encode|one[- ]?hot(?: encode)?|log(?:[- ]transform)?|transform|fill(?: in)?|impute|clip|cap|bin|winsori[sz]e|use|take|drop|remove|delete|clean|square root|sqrt|min-?max|z-?score"
_ALL = r"(?:all|every\w*|each|numbers|numerics?|numericals?|nums|cats|categoricals?|categories|columns|features|gaps|missings?|blanks|strings|inputs|predictors|variables|fields|holes|nans)"
_BUT = r"(?:(?:that |which )(?:is not|isn'?t|are not|aren'?t)|but(?: not| for| never)?|except(?:ing)?(?: for)?|apart from|aside from|other than|besides|excluding|barring|bar|save(?: for)?|without|minus|not|(?:but |and )?(?:leav(?:e|ing) out|skip(?:ping)?|spare|omitting|ignor(?:e|ing)))"
_EXCEPTED = re.compile(rf"(?P<head>(?:(?:please|now|then|and|can you|could you|lets) )*(?:{_DONE})\b[^,;:?]*?\b{_ALL}\b[^,;:?]*?),? (?P<but>{_BUT}) (?P<list>[^;:?]{{2,120}}?)(?P<end>(?: (?:with|using|by|to|as|into) [^,;:?]{{1,40}}?)?(?: please| though| alone| as they are| as it is)*[.! ]*)", re.I)
_REST_SCALED = re.compile(
    rf"(?:(?:please|and) )*(?:(?:dont|don't|do not|never) (?:touch|(?:{_DONE}))|leave|spare|skip|keep) (?P<list>[^;:?]{{2,120}}?)(?: alone| as (?:it is|they are)|"
    rf" out(?: of it)?| untouched)?(?:,|;| -|\.| and| but) (?:then |but |and |rather |just )*(?P<verb>(?:{_DONE})) (?:all )?(?:the )?(?:rest|others?|"
    rf"remaining(?: ones| columns)?|everything else|other (?:columns|ones|numbers|features))(?P<end>(?: please| with .{{1,30}})?[.! ]*)",
    re.I,
)
_ITEMS = re.compile(r"\s*(?:,? (?:and|nor|or|not|but not)\b|,|&|\+)\s*(?:(?:the|not|no|my|also) )*", re.I)
_ARTICLES = re.compile(r"^(?:(?:the|my|our|these|those|both|columns?|for|of) )+", re.I)
_PLACED = re.compile(r"(?P<end>first|last) (?:(?P<count>two|three|four|five|2|3|4|5) ?)?(?:columns?|ones?|features?)?", re.I)
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5}
_HINT = re.compile(r"\b(?:isn'?t|aren'?t|but|except\w*|apart|aside|other than|besides|excluding|barring|bar|save|without|minus|not|leave|leaving|skip\w*|spare|omitting|ignor\w+|rest|others?|remaining|else)\b", re.I)


def with_exceptions_named(text: str, context: RouterContext) -> str:
    """The text with quoted names for what is left out, where each of them is one column or several alike; other text stays as it is."""
    if not _HINT.search(text):
        return text
    rest = _REST_SCALED.fullmatch(text.strip())
    if rest:
        spared = _named(rest["list"], context.names)
        return f"{rest['verb']} everything except {spared}{rest['end']}" if spared else text
    said = _EXCEPTED.fullmatch(text.strip())
    named = _named(said["list"], context.names) if said else None
    if said is None or named is None:
        return text
    return f"{said['head']} except {named}{said['end']}"


def _named(words: str, names: tuple[str, ...]) -> str | None:
    """The columns of a list, quoted; None where one of its items is none for certain."""
    found: list[str] = []
    for item in _ITEMS.split(_ARTICLES.sub("", words.strip())):
        meant = _columns(_ARTICLES.sub("", item.strip()).lower(), names)
        if not meant or any('"' in name for name in meant):
            return None
        found += meant
    listed = list(dict.fromkeys(found))
    return " and ".join(f'"{name}"' for name in listed) if listed else None


@lru_cache(maxsize=1024)
def _columns(item: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """The column that is called so, or those that have the words in their names: “income” leaves both incomes alone."""
    if item[:1] in "\"'`" and item.strip("\"'`") in names:
        return (item.strip("\"'`"),)
    placed = _PLACED.fullmatch(item)
    if placed:
        count = _COUNTS.get(placed["count"] or "", int(placed["count"]) if (placed["count"] or "").isdigit() else 1)
        return names[:count] if placed["end"] == "first" else names[-count:]
    several = re.fullmatch(r"(.+?) (?:columns|ones|features|fields)", item)
    said = several[1] if several else re.sub(r" (?:column|field|feature)$", "", item)
    whole = tuple(name for name in names if key(name) == key(said)) if not several else ()
    exact = tuple(name for name in whole if name == said) or whole
    if exact or not key(said):
        return exact if len(exact) == 1 else ()
    pieces = {piece.removesuffix("s") for piece in re.findall(r"[a-z0-9]+", said)}
    return tuple(name for name in names if pieces <= {part.removesuffix("s") for part in parts(name) if part not in UNITS or part in pieces})

