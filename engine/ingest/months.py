"""The names of months in the languages that files come in, and their short forms."""

from __future__ import annotations

import re
import unicodedata
from calendar import day_abbr, day_name, month_abbr, month_name
from collections.abc import Iterable

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
SHORTEST = 3
WORD = re.compile(r"[^\W\d_]{3,}")
KNOWN = frozenset(word.lower() for words in (day_abbr, day_name, month_abbr, month_name) for word in words)
"""What is read as it stands."""


def english_months(texts: Iterable[str]) -> dict[str, str]:
    """Give the English month for every word of these dates, or nothing where a language has not all of them."""
    words = sorted({word for text in texts for word in WORD.findall(text) if word.lower() not in KNOWN})
    foreign: dict[str, str] = {}
    for language in LANGUAGES if 0 < len(words) <= 60 else ():
        numbers = [_number_of(_plain(word), language.split()) for word in words]
        if None not in numbers:
            found = {word: month_name[number] for word, number in zip(words, numbers, strict=True) if number}
            if foreign and foreign != found:
                return {}
            foreign = found
    return foreign


def translated(text: str, months: dict[str, str]) -> str:
    """Write the months of a date in English."""
    return re.sub(r"[^\W\d_]+", lambda word: months.get(word[0], word[0]), text)


def _plain(word: str) -> str:
    """Write a word in small letters without accents; German umlauts are two letters."""
    lowered = word.lower().replace("ä", "ae").replace("ı", "i").replace("ł", "l")
    return "".join(letter for letter in unicodedata.normalize("NFD", lowered) if not unicodedata.combining(letter))


def _number_of(word: str, months: list[str]) -> int | None:
    """Find the one month that a word is the beginning of."""
    fitting = [number for number, month in enumerate(months, 1) if month == word or (len(word) >= SHORTEST and month.startswith(word))]
    return fitting[0] if len(fitting) == 1 else None
