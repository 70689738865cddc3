"""The words that stand for a missing cell, for true and false, and the shapes of numbers."""

from __future__ import annotations

MISSING = frozenset(
    ["", "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN", "<NA>", "N/A", "NA", "NULL", "NaN", "None", "n/a", "nan", "null", "NAN", "Null", "none", "n.a.", "N.A."]
)
"""Missing in any column (pandas reads nearly the same ones as missing)."""

MISSING_IN_TEXT = MISSING - {"none"}

MISSING_NUMBER = (
    r"^(?i:\?+|[-\x{2013}\x{2014}]+|\.+|\*+|na|nil|none|missing|unknown|not available|nicht verf.gbar|tbd|x"
    r"|#(?:div/0|value|ref|num|name|null)[!?]?|#+)$"
)
"""Missing where the other cells are numbers or dates (RE2 syntax, on trimmed text)."""

BOOLEAN_WORDS = {
    "yes": "no",
    "true": "false",
    "y": "n",
    "t": "f",
    "on": "off",
}

CURRENCY = r"(?:US\$|[$\x{20ac}\x{a3}\x{a5}\x{20b9}]|USD|EUR|GBP|CHF|JPY|Rs\.?|kr\.?|z\x{142})"


def number_pattern(decimal: str) -> str:
    """Give the shape of a number without decoration."""
    point = r"\." if decimal == "." else ","
    return rf"^[+-]?(?:\d+{point}?\d*|{point}\d+)(?:[eE][+-]?\d+)?$"


def amount_pattern(decimal: str) -> str:
    """Give the shape of a number with thousands marks, currency, percent sign or accountants' brackets."""
    point, mark = (r"\.", ",") if decimal == "." else (",", r"\.")
    digits = rf"(?:\d{{1,3}}(?:{mark}\d{{3}})+|[1-9]\d{{0,2}}(?:[ '\x{{2019}}\x{{a0}}\x{{202f}}]\d{{3}})+|\d+)"
    gap = r"[ \x{a0}]*"
    return (
        rf"^(?:\(?{gap}[+-]?{gap}{CURRENCY}?{gap}[+-]?(?:{digits}(?:{point}\d*)?|{point}\d+)"
        rf"{gap}(?:%|{CURRENCY})?{gap}\)?-?)$"
    )


COMMA_DECIMAL = r"^\D*(?:\d+,\d{1,2}|\d+,\d{4,}|0,\d+|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,})\D*$"
"""Surely a decimal comma, or thousands marked by points."""

POINT_DECIMAL = r"^\D*(?:\d+\.\d{1,2}|\d+\.\d{4,}|0\.\d+|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,})\D*$"
"""Surely a decimal point, or thousands marked by commas."""
