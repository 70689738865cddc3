"""Writes several figures of the same groups one by one: “mean and max income per region”, “average fare by day, and the highest too”."""

from __future__ import annotations

import re

_FIGURE = r"(?:means?|averages?|avg|medians?|sums?|totals?|min(?:imum)?s?|max(?:imum)?s?|highest|lowest|largest|smallest|biggest|counts?|std|standard deviations?)"
_AND = r"(?: ?,| ?/| ?&| ?\+)?(?: (?:and|plus|as well as|also))*(?: the)? ?"
_LIST = rf"{_FIGURE}(?:(?=[ ,/&+]){_AND}{_FIGURE})+"
_BY = r"(?:by|per|for (?:each|every)|in each|of each|across|grouped by|group by|within each)"
_OPENS = r"(?P<before>(?:(?:please|can|could|you|i|we|want|need|would|like|to|see|know|show|give|tell|get|compute|calculate|me|us|the|what|whats|what's|is|are|have) )*)"
_OF_GROUPS = rf"(?P<of>(?:(?:value|values|price|amount)s? )?(?:of )?(?:the )?[^.;:,?]{{2,60}}? {_BY} [^.;:?]{{2,60}}?)"
_END = r"(?: (?:please|too|as well|also))*[.?! ]*"
_LISTED = re.compile(rf"{_OPENS}(?P<list>{_LIST}) {_OF_GROUPS}{_END}", re.I)
_AFTER = re.compile(rf"{_OPENS}(?P<of>[^.;:,?]{{2,60}}? {_BY} [^.;:,?]{{2,60}}?) ?[:,(-]+ ?(?:the |both |with )*(?P<list>{_LIST})\)?{_END}", re.I)
_ONE_MORE = re.compile(rf"{_OPENS}(?P<first>{_FIGURE}) {_OF_GROUPS}(?:,| and|, and)(?: also)?(?: the)? (?P<more>{_FIGURE})(?: (?:value|one|of (?:those|them|it|each)))?{_END}", re.I)
_SEVERAL = re.compile(rf"\b{_FIGURE}\b.*(?:[,/&+]|\b(?:and|plus|as well as)\b).*\b{_FIGURE}\b", re.I)
_WORD = re.compile(rf"\b{_FIGURE}\b", re.I)


def each_figure(message: str, names: tuple[str, ...]) -> str:
    """One line for each figure; the message as it is where it names one, or where a figure is called as a column is."""
    if not _SEVERAL.search(message):
        return message
    text, columns = message.strip(), {name.casefold() for name in names}
    for pattern in (_LISTED, _AFTER, _ONE_MORE):
        match = pattern.fullmatch(text)
        if match:
            figures = list(dict.fromkeys(_WORD.findall(match["list"]) if "list" in match.groupdict() else [match["first"], match["more"]]))
            of = match["of"].strip()
            named = pattern is not _LISTED and any(figure.casefold() in columns for figure in figures)
            return message if named else "\n".join(f"{figure} {of if of.lower().startswith('of ') else f'of {of}'}" for figure in figures)
    return message
