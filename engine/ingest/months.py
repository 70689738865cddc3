"""The names of months and weekdays in the languages that files come in, and their short forms."""

from __future__ import annotations

import re
import unicodedata
from calendar import day_abbr, day_name, month_abbr, month_name
from collections.abc import Iterable, Sequence

LANGUAGES = (
    "january february march april may june july august september october november december",
    "januar februar maerz april mai juni juli august september oktober november dezember",
    "jaenner februar maerz april mai juni juli august september oktober november dezember",
    "januar februar mrz april mai juni juli august september okt november dez",
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "januari februari mrt april mei juni juli augustus september oktober november december",
    "januari februari mars april maj juni juli augusti september oktober november december",
    "januar februar mars april mai juni juli august september oktober november desember",
    "januar februar marts april maj juni juli august september oktober november december",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia",
    "styczen luty marzec kwiecien maj czerwiec lipiec sierpien wrzesien pazdziernik listopad grudzien",
    "ledna unora brezna dubna kvetna cervna cervence srpna zari rijna listopadu prosince",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik",
)
WEEKDAYS = (
    "monday tuesday wednesday thursday friday saturday sunday",
    "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "montag dienstag mittwoch donnerstag freitag sonnabend sonntag",
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "lunes martes miercoles jueves viernes sabado domingo",
    "lunedi martedi mercoledi giovedi venerdi sabato domenica",
    "segunda terca quarta quinta sexta sabado domingo",
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "mandag tirsdag onsdag torsdag fredag lordag sondag",
    "mandag tisdag onsdag torsdag fredag lordag sondag",
    "poniedzialek wtorek sroda czwartek piatek sobota niedziela",
    "pn wt sr czw pt sob nd",
    "pondeli utery streda ctvrtek patek sobota nedele",
    "понедельник вторник среда четверг пятница суббота воскресенье",
    "пн вт ср чт пт сб вс",
    "pazartesi sali carsamba persembe cuma cumartesi pazar",
)
ROMAN = dict(zip(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"], month_name[1:], strict=True))
"""How Polish and Hungarian offices, libraries and herbaria number months."""
ROMAN_DATE = re.compile(r"\d{1,2}[./ -]+([IVX]{1,4})[./ -]+\d{2,4}\b.*")
SHORTEST = 3
MOST_WORDS = 60
SHORTEST_WEEKDAY = 2
WORD = re.compile(r"[^\W\d_]{3,}")
FIRST_WORD = re.compile(r"([^\W\d_]{2,})(?:-feira)?\.?,? (?=.*\d)")
KNOWN = frozenset(word.lower() for words in (day_abbr, day_name, month_abbr, month_name) for word in words)
"""What is read as it stands."""


def english_words(texts: Sequence[str]) -> dict[str, str]:
    """Give the English month or weekday for every foreign word of these dates, or nothing where a word is neither."""
    if all(match := [ROMAN_DATE.fullmatch(text) for text in texts]):
        return {found[1]: ROMAN[found[1]] for found in match if found and found[1] in ROMAN}
    days = _english_weekdays(texts)
    months = _english_months(FIRST_WORD.sub("", text, count=1) for text in texts) if days else _english_months(texts)
    return {} if days.keys() & months.keys() else days | months


def _english_weekdays(texts: Sequence[str]) -> dict[str, str]:
    """Give the English weekday for the words before the dates, where one language has all of them."""
    first = [FIRST_WORD.match(text) for text in texts]
    words = sorted({match[1] for match in first if match})
    if not all(first) or len(words) > MOST_WORDS or all(word.lower() in KNOWN for word in words):
        return {}
    for language in WEEKDAYS:
        numbers = [_number_of(_plain(word), language.split(), SHORTEST_WEEKDAY) for word in words]
        if None not in numbers:
            return {word: day_abbr[number - 1] for word, number in zip(words, numbers, strict=True) if number}
    return {}


def _english_months(texts: Iterable[str]) -> dict[str, str]:
    words = sorted({word for text in texts for word in WORD.findall(text) if word.lower() not in KNOWN})
    foreign: dict[str, str] = {}
    for language in LANGUAGES if 0 < len(words) <= MOST_WORDS else ():
        numbers = [_number_of(_plain(word), language.split()) for word in words]
        if None not in numbers:
            found = {word: month_name[number] for word, number in zip(words, numbers, strict=True) if number}
            if foreign and foreign != found:
                return {}
            foreign = found
    return foreign


def translated(text: str, english: dict[str, str]) -> str:
    """Write the months and weekdays of a date in English, and a.m. without its points."""
    text = re.sub(r"\b([AaPp])\. ?([Mm])\.", r"\1\2", text)
    return re.sub(r"[^\W\d_]+", lambda word: english.get(word[0], word[0]), text)


def say_english(name: str, english: dict[str, str]) -> str:
    """Say that a column's dates are not in English, and how one of the words was read."""
    months, days = ({word: found for word, found in english.items() if found in names} for names in (month_name, day_abbr))
    what = "months and weekdays" if months and days else "weekdays" if days else "months"
    word, found = next(iter((months or days).items()))
    return f"The {what} of {name!r} are not in English; {word!r} was read as {found}."


def _plain(word: str) -> str:
    """Write a word in small letters without accents; German umlauts are two letters."""
    lowered = word.lower().replace("ä", "ae").replace("ı", "i").replace("ł", "l").replace("ø", "o")
    return "".join(letter for letter in unicodedata.normalize("NFD", lowered) if not unicodedata.combining(letter))


def _number_of(word: str, names: list[str], shortest: int = SHORTEST) -> int | None:
    """Find the one name that a word is the beginning of."""
    fitting = [number for number, name in enumerate(names, 1) if name == word or (len(word) >= shortest and name.startswith(word))]
    return fitting[0] if len(fitting) == 1 else None
