"""Says in plain words what was written as pandas code: “df[df.age.between(20, 40)]” keeps rows; other text is left alone."""

from __future__ import annotations

import re

_FRAME = r"(?:df\w{0,8}|data|frame|X|train)"
_COLUMN = rf"(?<![\w.]){_FRAME}(?:\.(?!loc\b|iloc\b|str\b)(?P<plain>[^\W\d]\w{{0,60}})(?![\w(])|\[\s*(?P<mark>['\"])(?P<quoted>[^'\"\]]{{1,100}})(?P=mark)\s*\])"
_NAMED = re.compile(_COLUMN)
_METHOD = re.compile(rf"{_COLUMN}(?=\s*\.)")
_STARTS = re.compile(rf"^\s*(?:{_FRAME}\s*=\s*)?{_FRAME}\s*(?=[.\[])")
_MASK = re.compile(rf"^\s*(?:{_FRAME}\s*=\s*)?{_FRAME}(?:\.loc)?\[(?P<test>.{{3,300}})\](?:\s*\.copy\(\))?\s*;?\s*$", re.S)
_QUERY = re.compile(rf"^\s*(?:{_FRAME}\s*=\s*)?{_FRAME}\.query\(\s*(?P<mark>['\"])(?P<test>[^\n]{{3,300}})(?P=mark)\s*(?:,[^)]*)?\)\s*;?\s*$")
_WRITTEN = re.compile(rf"^\s*{_FRAME}(?:\.loc)?\[(?P<test>.{{3,200}}?)\s*==\s*(?P<old>[^,\]]{{1,60}}?)\s*,\s*(?P<mark>['\"])(?P<name>[^'\"]{{1,100}})(?P=mark)\]\s*=\s*(?P<new>[^=\n]{{1,60}}?)\s*;?\s*$")
_MADE = re.compile(rf"^\s*{_FRAME}\[\s*['\"][^'\"\]]{{1,100}}['\"]\s*\]\s*=(?!=)")
"""A column that is made or changed: df['a'] = df['b'] + df['c']."""
_NOTHING = re.compile(r"^(?:np\.nan|numpy\.nan|pd\.NA|None|float\(['\"]nan['\"]\))$")
_ASIDE = re.compile(r",\s*(?:axis\s*=\s*(?:1|['\"]columns['\"])|inplace\s*=\s*True|ignore_index\s*=\s*True|errors\s*=\s*['\"]\w+['\"])\s*(?=[,)])")
_DROPPED = re.compile(rf"^\s*(?:{_FRAME}\s*=\s*)?{_FRAME}\.drop\(\s*(?:columns\s*=\s*|labels\s*=\s*)?\[?(?P<names>(?:\s*(?:'[^'\n]{{1,100}}'|\"[^\"\n]{{1,100}}\")\s*,?)+)\]?\s*\)\s*;?\s*$")
_AS_TYPE = re.compile(r"(?<=\.astype\()\s*['\"](\w{2,20})['\"]\s*(?=\))")
_SPOKEN = (
    (re.compile(r"\.between\(\s*([^,()]{1,40}),\s*([^,()]{1,40})(?:,[^()]{0,40})?\)"), r" between \1 and \2"),
    (re.compile(r"\.isin\(\s*[\[({]([^\])}]{1,200})[\])}]\s*\)"), r" is in \1"),
    (re.compile(r"\.(?:isna|isnull)\(\)"), " is missing"),
    (re.compile(r"\.(?:notna|notnull)\(\)"), " is not missing"),
    (re.compile(r"\.str\.contains\(\s*((['\"])[^'\"]{1,80}\2)[^()]{0,40}\)"), r" contains \1"),
    *((re.compile(rf"\.{name}\(\s*([^()]{{1,60}})\)"), rf" {sign} \1") for name, sign in (("eq", "="), ("ne", "!="), ("gt", ">"), ("ge", ">="), ("lt", "<"), ("le", "<="))),
    (re.compile(r"[()]"), " "),
    (re.compile(r"\s*&\s*"), " and "),
    (re.compile(r"\s*\|\s*"), " or "),
)


def in_words(text: str) -> str:
    """Gives the words that a line of pandas means; other text is given back unchanged."""
    if not _STARTS.match(text):
        return text
    written = _WRITTEN.match(text)
    if written and _unquoted(_NAMED.sub(_quoted, written["test"])) == written["name"]:
        new = "missing" if _NOTHING.match(written["new"]) else written["new"]
        return f'in "{written["name"]}" replace {written["old"]} with {new}'
    dropped = _DROPPED.match(_ASIDE.sub("", text))
    if dropped:
        return f"drop the columns {dropped['names'].replace(chr(39), chr(34))}"
    asked = _QUERY.match(text)
    mask = asked or _MASK.match(text)
    if mask and _MADE.match(text):
        return _NAMED.sub(_quoted, text)
    if mask and (asked or _NAMED.search(mask["test"])):
        test = mask["test"].strip()
        turned = test.startswith("~")
        test = _NAMED.sub(_quoted, test.lstrip("~ "))
        for code, words in _SPOKEN:
            test = code.sub(words, test)
        return f"{'drop' if turned else 'keep'} rows where {test.strip()}"
    return _METHOD.sub(lambda match: f"{_quoted(match)} ", _AS_TYPE.sub(r"\1", _ASIDE.sub("", text)))


def _quoted(match: re.Match[str]) -> str:
    return f'"{match["plain"] or match["quoted"]}"'


def _unquoted(text: str) -> str:
    return text.strip().strip('"')
