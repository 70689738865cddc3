"""Cleans a message and cuts it into tokens that remember where they stood."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from assistant.router.entities.numbers import number_word
from assistant.router.tool.sieve import Changes

LONGEST = 10_000
_SAME = str.maketrans({"–": "-", "—": "-", "−": "-", "’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "\u00a0": " ", "…": "..."})
_SIZES = {"k": 1000, "thousand": 1000, "million": 10**6, "billion": 10**9}


def _of_one_size(match: re.Match[str]) -> str:
    """Gives both ends of a range the size that is said once, where that leaves them in order: “between 10 and 20 thousand”."""
    first, joint, second, size = match.groups()
    times = _SIZES[size.lower()]
    return f"{round(float(first) * times)}{joint}{round(float(second) * times)}" if float(first) < float(second) else match[0]


_UNIT = r"(?:second|minute|hour|day|week|month|year|kilo|kilogram|gram|pound|tonne|ton|litre|liter|metre|meter|kilomet(?:re|er)|mile|km|kg)"
"""A unit of which one is said with “a”: “at least a week”."""
_CONTRACTIONS = (
    (re.compile(r"(?:(?<=\bbetween )|(?<=\bfrom ))(\d{1,3}(?:\.\d+)?)( (?:and|to) )(\d{1,3}(?:\.\d+)?) ?(k|thousand|million|billion)\b", re.I), _of_one_size),
    (re.compile(r"\b(?:std|stand|stdd)[ _-]?scal(?:e|ing|er)\b", re.I), "standard scale"),
    (re.compile(r"^\s*\.(?=\d)"), "0."),
    (re.compile(r"(?<![\w.,/])(\d{1,4})[.,](\d{1,2})k\b(?![-_ ]?(?:means?|nn|fold))", re.I), lambda match: str(round(float(f"{match[1]}.{match[2]}") * 1000))),
    (re.compile(r"\band than (?=[a-z])", re.I), "and then "),
    (re.compile(r"\b(turn|change|convert|make|put|split|cut|break)((?: [\w-]+){1,5}) in to (?!an? row\b)", re.I), r"\1\2 into "),
    (re.compile(r"(?<=\d) (?:square|sq\.?) ?(?:met(?:re|er)s?|m)\b", re.I), " m2"),
    (re.compile(r"(?<=\d) +%(?!\w)"), "%"),
    (re.compile(r"\b(?:on|in|at) or (after|later than|before|earlier than) (?=\d)", re.I), lambda match: ">= " if match[1].lower() in ("after", "later than") else "<= "),
    (re.compile(r"(?<![\d/])(1[3-9]|2\d|3[01])/(0?[1-9]|1[0-2])/((?:19|20)\d\d)(?![\d/])"), lambda match: f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"),
    (re.compile(r"(?<![\d.])(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])\.((?:19|20)\d\d)(?![\d.]*\d)"), lambda match: f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"),
    (re.compile(r"(?:(?<=\bbetween )|(?<=\bfrom ))(\d{1,3}(?:\.\d+)?)( (?:and|to) )(\d{1,3}(?:\.\d+)?)%", re.I), r"\1%\2\3%"),
    (re.compile(r"(?<![\w.%/-])(\d{1,3}(?:\.\d+)?)( ?(?:-|–|to) ?)(\d{1,3}(?:\.\d+)?)%", re.I), r"\1%\2\3%"),
    (re.compile(r"(?<![\w'])(an|wi|o|t)' (?=[a-z])", re.I), lambda match: {"an": "and ", "wi": "with ", "o": "of ", "t": "the "}[match[1].lower()]),
    (re.compile(r"\b(two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty) (hundred(?: thousand)?|thousand|million)\b", re.I), lambda match: str((number_word(match[1].lower()) or 0) * {"hundred": 100, "hundred thousand": 100_000, "thousand": 1000, "million": 10**6}[match[2].lower()])),
    (re.compile(r"\b(rate|alpha|eps|eta|gamma|threshold|above|below|over|under|than|ratio|contamination|tol|by|of|with|=)( ?)0,(\d{1,4})\b(?![,.]?\d)", re.I), r"\1\g<2>0.\3"),
    (re.compile(r"(?<=\d) (?:till|til|until|up to|through|thru) (?=\d)", re.I), " to "),
    (re.compile(r"(?<![\w/])w/o(?![\w/])", re.I), "without"),
    (re.compile(r"(?<![\w/])w/(?!\w/)", re.I), "with "),
    (re.compile(r"\b(between|over|under|above|below|than|least|most|exceeding) half an? (?!million|billion|thousand|dozen|percent)", re.I), r"\1 0.5 "),
    (re.compile(r"\b(between \S+(?: \w+)? and) half an? (?!million|billion|thousand|dozen|percent)", re.I), r"\1 0.5 "),
    (re.compile(r"\b(i|we|you|they|he|she|it|that|who)'d\b", re.I), r"\1 would"),
    (re.compile(r"\b(i|we|you|they)d (?=(?:really |just |also )?(?:like|love|want|rather|prefer|need|guess|say)\b)", re.I), r"\1 would "),
    (re.compile(r"\b(under|over|below|above)[ -](\d{1,2})s\b(?= (?!\d))|\b(under|over|below|above)[ -](\d{1,2})s$", re.I), r"\1\3 \2\4 year olds"),
    (re.compile(r"\b(?:an? )?quarter of an hour\b", re.I), "15 minutes"),
    (re.compile(r"\bthree quarters of an hour\b", re.I), "45 minutes"),
    (re.compile(r"\b(\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) and (?:a|one) (half|quarter)\b(?! (?:of|the))", re.I), lambda match: f"{number_word(match[1].lower()) or (1 if match[1].lower() == 'one' else match[1])}.{'5' if match[2].lower() == 'half' else '25'}"),
    (re.compile(r"\bhalf an? (million|thousand|hundred|dozen)\b", re.I), lambda match: {"million": "500000", "thousand": "500", "hundred": "50", "dozen": "6"}[match[1].lower()]),
    (re.compile(rf"\b(at least|at most|no more than|(?:more|less|longer|shorter|older|younger|earlier|later|heavier|lighter|further|farther|fewer) than|under|up to|within|over) (?:an?|one) (?={_UNIT}\b)", re.I), r"\1 1 "),
    (re.compile(rf"(?<!half )\b(?:an?|one) (?={_UNIT}(?: (?!or\b|and\b)[a-z]+)? (?:or|and) (?:more|less|longer|shorter|over|under|above|below|older|younger|earlier|later|up)\b)", re.I), "1 "),
    (re.compile(r"(?<![\w.])(\d[\d.,]*)(cm|mm|km|kg|kgs|ml|mg|mins?|hrs?|kw|kwh|lbs?|ft|kmh|mph|usd|eur|days|yrs)\b(?![-_])", re.I), r"\1 \2"),
    (re.compile(r"\b(?:a|one) fortnight\b", re.I), "2 weeks"),
    (re.compile(r"\bo'? ?clock\b", re.I), "oclock"),
    (re.compile(r"\b(before|after|until|till|from|past|since|between|and) noon\b", re.I), r"\1 12 oclock"),
    (re.compile(r"\b(1[0-2]|[1-9]) ?p\.?m\b\.?(?! today| tomorrow)", re.I), lambda match: f"{int(match[1]) % 12 + 12} oclock"),
    (re.compile(r"\bhalf an hour\b", re.I), "30 minutes"),
    (re.compile(r"\bhalf a minute\b", re.I), "30 seconds"),
    (re.compile(r"^(?:nah|naw|nay|negative),? (?=(?:per|by|with|for each|make (?:that|it)|use)\b)", re.I), "no, "),
    (re.compile(r"\b(?:ain'?t|isnae)\b", re.I), "isnt"),
    (re.compile(r"\b(?:dinn?ae|dinna)\b", re.I), "dont"),
    (re.compile(r"\b(\w{1,8})n't\b", re.I), r"\1nt"),
    (re.compile(r"\b(let|what|it|that|there|who|how|where)'s\b", re.I), r"\1s"),
    (re.compile(r"\b(i|you|we|they)'(m|re|ve|ll)\b", re.I), r"\1\2"),
)
_ARROW = re.compile(r"\s*(?:(?<![-<])->|→|(?<=\d)\.\.\.?(?=\d))\s*")
"""An arrow from what is to what shall be, and dots between the ends of a range."""
QUOTED = re.compile(r"\"([^\"\n]{1,200})\"|(?<!\w)'([^'\n]{1,200})'(?!\w)|`([^`\n]{1,200})`")
_TOKEN = re.compile(
    QUOTED.pattern + r"|(\d{4}-\d\d?-\d\d?(?:[ T]\d\d:\d\d(?::\d\d)?)?|\d{1,2}[./]\d{1,2}[./]\d{4})(?!\w)"
    r"|(-?\d[\d,]*\.\d+%?|-?\d{1,3}(?:,\d{3})+%?|-?\d+%?|-?\.\d+%?)(?!\w)"
    r"|([^\W_][\w]*)|(_\w+)|(<=|>=|!=|==|<>|\S)",
    re.I,
)


class Token(NamedTuple):
    """One word, number, sign or quoted name. `norm` is what patterns see; `text` is as it was written."""

    text: str
    norm: str
    start: int
    end: int
    quoted: bool = False
    number: float | None = None
    percent: bool = False
    date: bool = False


def clean(text: str) -> str:
    """Caps the text, unifies quotes and dashes, and opens contractions."""
    text = _ARROW.sub(" to ", str(text)[:LONGEST].translate(_SAME))
    return outside_quotes(text, _opened)


def outside_quotes(text: str, change: Callable[[str], str]) -> str:
    """Changes the text between quoted names; what is quoted stays as it is."""
    pieces, position = [], 0
    for match in QUOTED.finditer(text):
        pieces += [change(text[position : match.start()]), match[0]]
        position = match.end()
    return "".join([*pieces, change(text[position:])])


_WRITTEN_OUT = Changes(_CONTRACTIONS)


def _opened(text: str) -> str:
    text = _WRITTEN_OUT.made(text)
    if _RARE.search(text):
        text = _THROWN.sub("drop ", _NEGATIVE.sub(_below_zero, _TENS.sub(lambda match: str((number_word(match[1].lower()) or 0) + (number_word(match[2].lower()) or 1)), text)))
    return _MULTIPLE.sub(_in_figures, text)


_RARE = re.compile(r"\b(?:minus|negative|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|zap|nuke|yank|boot|oust|expunge|jettison)\b", re.I)
"""Words of which one stands in whatever the three patterns below change, which most texts do not."""
_THROWN = re.compile(r"(?:^|(?<=[,.;:] )|(?<=\band )|(?<=\bthen )|(?<=\bplease )|(?<=\bjust )|(?<=\bto ))(?:zap|nuke|yank|boot|oust|expunge|jettison)(?: (?:out|away|off))? (?=(?:the |my |our |all )?[\w\"'`])", re.I)
"""Verbs for taking something away that are no words of the trade."""
_TENS = re.compile(r"\b(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[ -](one|two|three|four|five|six|seven|eight|nine)\b", re.I)
"""“ninety nine”"""
_NEGATIVE = re.compile(
    r"(?:^|(?<=[,;:(=] )|(?<=\bof )|(?<=\bis )|(?<=\bare )|(?<=\bthe )|(?<=\ba )|(?<=\bto )|(?<=\bwith )|(?<=\bby )|(?<=\band )|(?<=\bor )|(?<=\bsays )|"
    r"(?<=\bthan )|(?<=\bbelow )|(?<=\babove )|(?<=\bunder )|(?<=\bover )|(?<=\bbetween )|(?P<within>\b(?:in|for) (?:the )?[\w\"'`]{1,40} ))(?:minus|"
    r"negative) (?P<number>\d[\d.]*|one|two|three|four|five|six|seven|eight|nine|"
    r"ten)(?= (?:means?|stands?|is|are|was|were|in|for|with|to|into|as|should|must|counts?|by|as)\b|$|[,;.])",
    re.I,
)
"""A number below zero in words: “minus one means nobody noted it”."""


def _below_zero(match: re.Match[str]) -> str:
    said = match["number"].lower()
    return f"{match['within'] or ''}-{said if said[0].isdigit() else number_word(said) or 1}"


_MULTIPLE = re.compile(r"\b(?P<times>an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|(?<![\d.,])\d{1,3}(?:\.\d{1,3})?) (?P<unit>hundred|thousand|million)(?: and (?P<more>[a-z]+|\d{1,2}))?\b", re.I)
"""A number of two words: “six hundred”, “a hundred and twenty”, “1.5 million”."""
_UNITS = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}


def _in_figures(match: re.Match[str]) -> str:
    times = match["times"].lower()
    many = 1.0 if times in ("a", "an", "one") else float(number_word(times) or times)
    more = match["more"] and (int(match["more"]) if match["more"].isdigit() else number_word(match["more"].lower()))
    number = str(plain_number(many * _UNITS[match["unit"].lower()] + (more or 0)))
    return f"{number} and {match['more']}" if match["more"] and more is None else number


def tokenize(text: str) -> list[Token]:
    """Cuts cleaned text into tokens; a minus between two numbers is a sign of its own (0-1)."""
    tokens: list[Token] = []
    position = 0
    while position < len(text):
        match = _TOKEN.search(text, position)
        if match is None:
            break
        quoted = match[1] or match[2] or match[3]
        start, end = match.span()
        if quoted is not None:
            tokens.append(Token(quoted, quoted.lower(), start, end, quoted=True))
        elif match[4] is not None:
            tokens.append(Token(match[4], match[4], start, end, date=True))
        elif match[5] is not None:
            raw = match[5]
            if raw.startswith("-") and start and not text[start - 1].isspace() and text[start - 1] not in "(=:":
                tokens.append(Token("-", "-", start, start + 1))
                position = start + 1
                continue
            tokens.append(_number(raw, start, end))
        else:
            tokens.append(_word(match[0], start, end))
        position = end
    return tokens


def _number(raw: str, start: int, end: int) -> Token:
    percent = raw.endswith("%")
    plain = raw.rstrip("%").replace(",", "")
    value = float(plain)
    return Token(raw, plain + ("%" if percent else ""), start, end, number=value, percent=percent)


_SCALED = re.compile(r"(\d+)(k|m)", re.I)
"""“200k”, “3m”"""


def _word(word: str, start: int, end: int) -> Token:
    norm, number = _plain_word(word)
    return Token(word, norm, start, end, number=number)


@lru_cache(maxsize=8192)
def _plain_word(word: str) -> tuple[str, float | None]:
    value = number_word(word.lower())
    scaled = _SCALED.fullmatch(word) if value is None and word[0].isdigit() else None
    if scaled:
        value = int(scaled[1][:9]) * (1000 if scaled[2] in "kK" else 1_000_000)
    return (word.lower(), None) if value is None else (str(value), float(value))


def plain_number(value: float) -> int | float:
    """Writes a number without a needless fraction."""
    return int(value) if value == int(value) and abs(value) < 1e15 else value
