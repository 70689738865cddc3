"""The words that stand for a missing cell, for true and false, and the shapes of numbers."""

from __future__ import annotations

MISSING = frozenset(
    ["", "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN", "<NA>", "N/A", "NA", "NULL", "NaN", "None", "n/a", "nan", "null", "NAN", "Null", "none", "n.a.", "N.A."]
)
"""Missing in any column (pandas reads nearly the same ones as missing)."""

MISSING_IN_TEXT = MISSING - {"none"}

MISSING_NUMBER = (
    r"^(?i:\?+|:(?: ?[a-z]{1,2})?|[-\x{2013}\x{2014}]+|\.+|\x{2026}|\*+|na|nil|none|missing|unknown|not available|no data|suppressed|withheld|\(blank\)"
    r"|nicht verf.gbar|keine angaben?|non disponible|sin datos?|k\. ?a\.|n\.? ?d\.?|bdl|b\.d\.l\.|< ?(?:lo[dq]|[dm]dl?)|mm?|s\. ?d\.|n\. ?v\.|tbd|x|\.[a-z_]|\[[a-z]{1,3}\]|\([dsxz]\)|\(na\)"
    r"|#(?:div/0|value|ref|num|name|null|nv|n/d|wert|bezug|valeur)[!?]?|#+|0000-00-00(?: 00:00:00)?)$"
)
"""Missing where the other cells are numbers or dates (RE2 syntax, on trimmed text)."""

BOOLEAN_WORDS = (
    {"yes", "no"},
    {"true", "false"},
    {"y", "n"},
    {"t", "f"},
    {"on", "off"},
    {"ja", "nein"},
    {"ja", "nee"},
    {"ja", "nej"},
    {"wahr", "falsch"},
    {"oui", "non"},
    {"vrai", "faux"},
    {"s\u00ed", "no"},
    {"si", "no"},
    {"s\u00ec", "no"},
    {"verdadero", "falso"},
    {"sim", "n\u00e3o"},
    {"tak", "nie"},
    {"ano", "ne"},
    {"\u0434\u0430", "\u043d\u0435\u0442"},
)
"""Pairs of words that say yes and no."""

UNITS = (
    "(?:[kmcdμµ]?[glm]|[kmc]?m[²³23]|t|lbs?|oz|ft|yd|mi|k?cal|kJ|k?Wh?|k?V|mA|[kMG]?Hz|[kh]?Pa|m?bar|mmHg|[KMGT]i?B|°[CF]?|km/h|m/s|mph|kn|[mμµ]g/[ldm]l?"
    "|g/l|kg/m[²³23]|ppm|ppb|dB|px|h|hrs?|min|s|sec|ms|days?|years?|yrs?|bpm|rpm|IU|hp|PS|ha|pcs|Stk|[KkMBT]|[bm]n)"
)
"""What may stand right behind a number; with a space between any word may."""

MARK = r"([\d%)])[ \x{a0}]?(?:\*{1,3}|[†‡§¹²³⁴⁵⁶⁷⁸⁹ªᵃᵇᶜ]+|\([a-z]{1,2}\)|\(\d{1,2}\)|\[(?:[a-z]{1,2}|\d{1,3}|note \d{1,2})\]|[ \x{a0}](?:[bepru]|be|bp|ep|eu|pu|bu))$"
"""The mark of a footnote, or the letter for an estimated, provisional or revised number, behind a number (RE2 syntax)."""
LOOSE_MARK = r"\d[ \x{a0}]?\(\d{1,2}\)$"
"""A number in brackets behind another: a footnote's, or a second value."""

CURRENCY = (
    r"(?:(?:US|CA|AU|[RCA])?\$|[€£¥￥₹₽₺₩₪฿₫₴₦]|USD|EUR|GBP|CHF|JPY|CNY|INR|PLN|CZK|HUF|SEK|NOK|DKK|CAD|AUD|NZD|BRL|RUB|TRY|ZAR|MXN|SGD|HKD|KRW"
    r"|S?Fr\.?|Rs\.?|kr\.?|zł|Kč|Ft|руб\.?|TL|[元円원])"
)
"""Signs and words for money, which may stand before a number or behind it."""

LIMIT = r"^[<>≤≥~≈]=?[ \x{a0}]*([-+(]?[\d.,])|^(\d[\d.,]*)\+$"
"""A number that the true one is near to, above or below, as measuring devices write it (RE2 syntax); words such as "about" are a person's."""

DEBIT = r"(?i:(?:dr|db|[sd])\.?)$"
"""What stands behind amounts that were taken away, where others have a mark for those that were added."""


def number_pattern(decimal: str) -> str:
    """Give the shape of a number without decoration."""
    point = r"\." if decimal == "." else ","
    return rf"^[+-]?(?:\d+{point}?\d*|{point}\d+)(?:[eE][+-]?\d+)?$"


def amount_pattern(decimal: str) -> str:
    """Give the shape of a number with thousands marks, currency, percent sign or accountants' brackets."""
    point, mark = (r"\.", ",") if decimal == "." else (",", r"\.")
    digits = rf"(?:\d{{1,3}}(?:{mark}\d{{3}})+|\d{{1,2}}(?:{mark}\d{{2}})+{mark}\d{{3}}|[1-9]\d{{0,2}}(?:[ '\x{{2019}}\x{{a0}}\x{{202f}}\x{{2009}}\x{{2007}}]\d{{3}})+|\d+)"
    gap, sign = r"[ \x{a0}]*", r"[-+\x{2212}]"
    # Ranges, and no counted repetition: RE2 takes fifty times as long to prepare \pL{0,14} for every column.
    letter = r"a-zA-Z°µ\x{c0}-\x{24f}\x{370}-\x{52f}\x{3040}-\x{30ff}\x{4e00}-\x{9fff}\x{ac00}-\x{d7a3}"
    word = rf"[{letter}][{letter}./]*|[{letter}/.]*m[23²³]"
    return (
        rf"^(?:\(?{gap}{sign}?{gap}{CURRENCY}?{gap}{sign}?(?:{digits}(?:{point}\d*)?|{point}\d+)"
        rf"(?:{gap}(?:%|{CURRENCY}|[CDcd][Rr]\.?)|[ \x{{a0}}]?{UNITS}|[ \x{{a0}}](?:{word}))?{gap}\)?[-\x{{2212}}]?)$"
    )


COMMA_DECIMAL = r"^\D*(?:\d+(?:[ '\x{2019}\x{a0}\x{202f}\x{2009}\x{2007}]\d{3})*,\d{1,2}|\d+,\d{4,}|0,\d+|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,})\D*$"
"""Surely a decimal comma, or thousands marked by points."""

POINT_DECIMAL = r"^\D*(?:\d+(?:[ '\x{2019}\x{a0}\x{202f}\x{2009}\x{2007}]\d{3})*\.\d{1,2}|\d+\.\d{4,}|0\.\d+|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,})\D*$"
"""Surely a decimal point, or thousands marked by commas."""
