"""Says in plain words what was written as SQL, Python or R, and writes dates as the table does; everything else stays as it is."""

from __future__ import annotations

import calendar
import re

from assistant.router.parts.listing import in_lines
from assistant.router.wording import code_words, frames, r_words
from assistant.router.wording.normalize import outside_quotes
from assistant.router.wording.shorthand import written_out

_FUNCTIONS = {"avg": "average", "mean": "average", "sum": "sum", "min": "minimum", "max": "maximum", "count": "count", "median": "median", "std": "std", "stddev": "std"}
_GROUPED = re.compile(r"^\s*select\s+(?P<what>.{1,200}?)(?:\s+from\s+\S{1,60}|\s*(?:\.{3}|…))?\s+group\s+by\s+(?P<by>.{1,200}?)(?:\s+order\s+by\s.{1,100})?\s*;?\s*$", re.I | re.S)
_CALL = re.compile(r"(\w{2,8})\s*\(\s*(?:distinct\s+)?([^()]{1,100}?)\s*\)", re.I)
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_MONTH = r"(?P<month>" + "|".join(f"{month}|{month[:3]}\\.?" if month != "may" else month for month in _MONTHS) + r")"
_TO = r"(?P<to> ?(?:to|until|till|through|and|-|–) ?(?:the )?)"
_ENDS_DAY_FIRST = re.compile(rf"\b(?P<first>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?(?: (?P<own>[a-z]{{3,9}})\.?)?{_TO}(?P<last>\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}),? (?P<year>\d{{4}})\b", re.I)
_ENDS_MONTH_FIRST = re.compile(rf"\b{_MONTH} (?P<first>\d{{1,2}})(?:st|nd|rd|th)?{_TO}(?P<last>(?:(?P<own>[a-z]{{3,9}})\.? )?\d{{1,2}}(?:st|nd|rd|th)?),? (?P<year>\d{{4}})\b", re.I)
"""Both ends of a time of which only the second has its year: “1 June to 31 August 2024”."""
_DAY_FIRST = re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH},? (?P<year>\d{{4}})\b", re.I)
_MONTH_FIRST = re.compile(rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})\b", re.I)


_FRAME = re.compile(r"\b(?:X|data|frame|train|dataset|table)\.(?=(?:dropna|drop|drop_duplicates|fillna|query|rename|replace|sample|head|tail|describe|groupby)\()")
"""A table by another name in code: “X.dropna()”."""
_CAPITAL = re.compile(r"^\s*(?:Df(?=\.|\[| ?=)|(?:Group_by|Filter|Select|Mutate|Summari[sz]e|Arrange|Pd)(?=[.(]))")
"""Code of which a keyboard has made the first letter a capital."""
_FEATURES = re.compile(r"^\s*X\s*=\s*(?=(?:df|data|train)\[\[)")
"""What is learned from: “X = df[['a', 'b']]”."""
_RECORD = re.compile(r"^\s*(?P<record>\{\s*[\"'][^{}\n]{3,400}:[^{}\n]{1,200}\})\s*$")
"""A record alone, as services take it: “{"zone": "Docks", "dist_km": 4}”."""
_AFTER_CODE = re.compile(r"^(?P<code>\s*(?:df|data|train|X)\b ?[.\[=][^\n]{3,300}[\])])[ ,.;!]+(?:please|pls|that'?s|thats|this is|thanks|thank you|for me|only these|and that|just (?:so|to)|so (?:that )?i)\b[^\n\[\]()=]{0,60}$")
"""A remark after a line of code: “df[df.a > 3] please, that's all I need”."""


def restated(text: str, names: tuple[str, ...] = ()) -> str:
    """Gives the words that a query or a line of code means, with dates in figures; other text is given back unchanged."""
    text = _RECORD.sub(r"predict \g<record>", text)
    text = _FEATURES.sub("use only the columns ", text)
    text = _AFTER_CODE.sub(r"\g<code>", text)
    listed = in_lines(_FRAME.sub("df.", _CAPITAL.sub(lambda match: match[0].lower(), text)), names)
    return _query(listed) or _LOG_OF.sub(r'take the log of "\g<old>"', outside_quotes(code_words.in_words(frames.in_words(r_words.in_words(listed, names)), names), lambda part: written_out(_dated(part), names)))


_LOG_OF = re.compile(r'^\s*"[^"\n]{1,80}" = log(?:1p)?\("(?P<old>[^"\n]{1,80})"\)\s*$')
"""“df['log_fare'] = np.log1p(df['fare'])”, which is taken in the column's place"""


_WHERE = re.compile(r"^\s*(?:(?i:select\s+\*\s+from\s+\S{1,60}\s+where)|WHERE)\s+(?P<which>.{1,400}?)\s*;?\s*$", re.S)
_SHOWN = re.compile(r"^\s*(?:select\s+\*\s+from\s+\S{1,60}(?P<random>\s+order\s+by\s+rand(?:om)?\s*\(\s*\))?\s+)?limit\s+(?P<rows>\d{1,6})\s*$", re.I)
_DELETED = re.compile(r"^\s*delete\s+from\s+\S{1,60}\s+where\s+(?P<which>.{1,400}?)\s*$", re.I | re.S)
_ALTERED = re.compile(r"^\s*alter\s+table\s+\S{1,60}\s+drop\s+(?:column\s+)?[\"`\[]?(?P<name>[^\"`;\]]{1,80}?)[\"`\]]?\s*$", re.I)
"""“ALTER TABLE runs DROP COLUMN rain”, be a column called drop or not."""
_IS_NULL = re.compile(r" is (?P<no>not )?null\b", re.I)
_WORDS_OF_SQL = re.compile(r"\b(?:NOT|IN|AND|IS|NULL|LIKE|BETWEEN)\b")


def _query(text: str) -> str | None:
    """One order a line for statements of SQL; None where one of them is not known."""
    if not re.match(r"\s*(?:(?i:select|delete|limit|alter)|WHERE)\b", text):
        return None
    orders = [_statement(part) for part in text.split(";") if part.strip()]
    return "\n".join(order for order in orders if order) if all(orders) else None


def _statement(text: str) -> str | None:
    shown = _SHOWN.match(text)
    if shown:
        return f"show {shown['rows']} random rows" if shown["random"] else f"show the first {shown['rows']} rows"
    altered = _ALTERED.match(text)
    if altered:
        return f'drop the column "{altered["name"]}"'
    for pattern, order in ((_WHERE, "keep"), (_DELETED, "drop")):
        chosen = pattern.match(text)
        if chosen and not re.search(r"\b(?:or|limit|order\s+by|group\s+by)\b", chosen["which"], re.I):
            return f"{order} rows where " + outside_quotes(chosen["which"], lambda part: _IS_NULL.sub(r" is \g<no>missing", _WORDS_OF_SQL.sub(lambda match: match[0].lower(), part)))
    grouped = _GROUPED.match(text)
    calls = [(match[1].lower(), match[2]) for match in _CALL.finditer(grouped["what"]) if match[1].lower() in _FUNCTIONS] if grouped else []
    if grouped is None or len(calls) != 1:
        return None
    name, column = calls[0]
    return f"count by {grouped['by']}" if name == "count" else f"{_FUNCTIONS[name]} of {column} by {grouped['by']}"


_SIGN_NAMED = re.compile(r"\b(?:(?:an?|the|every|any|all|lone|single|bare|lonely|simple) )*(?P<sign>dash|hyphen|question mark|full stop|asterisk)(?:es|s)?(?= in (?:the |column )*[\w\"'])", re.I)
_SIGNS = {"dash": "'-'", "hyphen": "'-'", "question mark": "'?'", "full stop": "'.'", "asterisk": "'*'"}
"""Signs by their names, where a cell holds nothing else: “a lone dash in note means …”."""


_WHOLE_MONTH = re.compile(rf"\b(?P<how>in|during|from|for|of|before|until|till|through|after|since)(?: the month of)? {_MONTH},? (?P<year>(?:19|20)\d\d)\b(?! ?(?:-|to|until|till|through|and) )", re.I)


def _month_in_days(match: re.Match[str]) -> str:
    """Says a whole month by its days: “in February 2019”, “after March 2019”."""
    how, year = match["how"].lower(), int(match["year"])
    month = next(place for place, name in enumerate(_MONTHS, 1) if name.startswith(match["month"].lower().rstrip(".")))
    first, last = f"{year}-{month:02d}-01", f"{year}-{month:02d}-{calendar.monthrange(year, month)[1]}"
    if how in ("before", "since"):
        return f"{how} {first}"
    return f"{how} {last}" if how in ("until", "till", "through", "after") else f"between {first} and {last}"


_INCLUDING = re.compile(r"(?P<number>\d )?\b(?:up )?(?:to|until|till|through) and including (?=(?:the )?\d)", re.I)
"""The end of a range that belongs to it: “73 up to and including 76”."""


_AGAIN = re.compile(r"\b(?P<what>undo|redo)(?:(?:[ ,!.]+(?:and |then )?)(?P=what)){1,6}\b", re.I)
"""“undo undo”"""


def _dated(text: str) -> str:
    text = _AGAIN.sub(lambda match: f"{match['what']} {len(re.findall(match['what'], match[0], re.I))} steps", text)
    text = _INCLUDING.sub(lambda match: f"{match[1]}to " if match[1] else "at most ", text)
    text = _SIGN_NAMED.sub(lambda match: _SIGNS[match["sign"].lower()], text)
    whole = _ENDS_MONTH_FIRST.sub(_month_first_whole, _ENDS_DAY_FIRST.sub(_day_first_whole, text))
    return _WHOLE_MONTH.sub(_month_in_days, _MONTH_FIRST.sub(_in_figures, _DAY_FIRST.sub(_in_figures, whole)))


def _day_first_whole(match: re.Match[str]) -> str:
    if match["own"] and not _is_month(match["own"]):
        return match[0]
    return f"{match['first']} {match['own'] or match['month']} {match['year']}{match['to']}{match['last']} {match['year']}"


def _month_first_whole(match: re.Match[str]) -> str:
    if match["own"] and not _is_month(match["own"]):
        return match[0]
    return f"{match['month']} {match['first']} {match['year']}{match['to']}{'' if match['own'] else match['month'] + ' '}{match['last']} {match['year']}"


def _is_month(word: str) -> bool:
    return len(word) > 2 and any(name.startswith(word.lower()) for name in _MONTHS)


def _in_figures(match: re.Match[str]) -> str:
    month = next(place for place, name in enumerate(_MONTHS, 1) if name.startswith(match["month"].lower().rstrip(".")))
    return f"{match['year']}-{month:02d}-{int(match['day']):02d}" if 1 <= int(match["day"]) <= 31 else match[0]
