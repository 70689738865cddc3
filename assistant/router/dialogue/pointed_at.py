"""Puts the names of the columns of the previous turn where words point at them: “plot both”, “drop the latter”, “any gaps in it?”, “one against the other”, “plot it by department”."""

from __future__ import annotations

import re
from itertools import takewhile

from assistant.router.context import Call, RouterContext
from assistant.router.entities.clause import Clause

_SOME = re.compile(r"\b(?:it|its|that|this|they|them|those|these|both|two|other|former|latter|first one|second one|third one|last one|first of|second of|last of)\b", re.I)
"""One of these is in every message that points at a column."""
_ENDS = r"(?=$|[,.;!?]| (?:and|with|by|to|for|in|at|together|please|too|now|on|as|against|out|away|off|again|then|instead|from)\b)"
_OF_THEM = r"(?: of (?:them|those|these|the two|the three|both))"
_PLACED = re.compile(rf"\b(?:the )?(?P<word>former|latter)(?: one| column)?{_ENDS}|\bthe (?P<place>first|second|third|last)(?: one|{_OF_THEM}){_ENDS}", re.I)
_ONE_ANOTHER = re.compile(r"\b(?P<first>(?:the )?one (?P<how>against|versus|vs\.?|over|by|with|and) the other(?: one)?)|\b(?:(?:them|both|these|those|the two) )?(?P<both>against (?:each other|one another))", re.I)
_ALL = re.compile(rf"\b(?:them (?:both|all)|both(?: of (?:them|those|these))?|(?:the|these|those|all) (?:two|three|2|3)(?: of (?:them|those|these))?|them|those|these){_ENDS}", re.I)
_RELATED = re.compile(
    r"\b(?P<are>are|do) (?:they|these|those|the two|both|"
    r"the (?:two|2) of them)(?: (?:both|two|columns))?(?= (?:related|correlated|linked|connected|associated|dependent|go together|move together|hang together|"
    r"depend on each other))|\bbetween (?:them|those|these|the two|both)\b",
    re.I,
)
_FIGURE = (
    r"(?:gaps?|holes|blanks?|missing(?: values?| cells?| ones?)?|nulls?|nans?|outliers?|extremes?|mean|average|median|mode|max(?:imum)?|min(?:imum)?|highest|"
    r"lowest|largest|smallest|sum|total|range|distribution|spread|values?|unique values?|distinct values?|histogram|box ?plot|standard deviation|skew(?:ness)?|"
    r"summary|statistics|stats)"
)
_OF_IT = re.compile(
    rf"\b(?P<figure>{_FIGURE})(?P<link> (?:(?:does|do|is|are|there|still|left|any) )*(?:in|of|for) )(?:it|that(?: column| one)?|this(?: column| one)?)(?=$|[,.;!?]|"
    rf" (?:and|then|by|per|please|now|too)\b)|\bits (?P<its>{_FIGURE})\b|"
    rf"\b(?P<draw>(?:(?:plot|draw|chart|graph|visuali[sz]e|describe|sketch)|show (?:me )?a (?:plot|chart|histogram|box ?plot) of|"
    rf"(?:histogram|box ?plot|distribution) of) )(?:it|that|this)(?: column| one)?(?=$|[,.;!?]| (?:and|then|by|per|please|now|too|again|as|against)\b)",
    re.I,
)
_DRAWN = ("plot", "aggregate", "correlate")
"""What was drawn or tabled is itself what “draw it” means."""
_LEAD = r"(?:(?:and|now|then|please|can you|could you|ok|so|just|also|lets) ,? ?)*"
_SHOWN = re.compile(rf"^(?P<before>{_LEAD}(?:plot|draw|chart|graph|visuali[sz]e|describe|correlate|compare|summari[sz]e|box ?plot|histogram(?: of)?) )(?:it|that|this)(?P<after>$|[.!?]*$| (?:against|versus|vs\.?|by|per|over|for each|for every|with|split by|grouped by|across|to) .+)", re.I)
_IT_RELATED = re.compile(
    rf"^(?P<before>{_LEAD}(?:how (?:strongly |much |closely |well )?(?:does|is|do|did) |(?:does|is) ))(?:it|that|"
    rf"this)(?P<after> (?:relate|correlate|depend|vary|change|differ|compare|connected|related|correlated|linked|associated|skewed|distributed|spread|"
    rf"go (?:along|together|up|down))\b.*)",
    re.I,
)
_TOO = re.compile(r"(?P<before>(?:(?:and|also|plus) )+(?:the )?)?(?P<name>(?!and\b|also\b|plus\b|the\b)[^\W\d]{2,30})(?: column)?(?P<after> (?:too|as well|also))?[.! ]*$", re.I)
"""One word more, which may be a column called like a word of the trade: “count as well”."""
_CHARTS = {"histogram": "histogram of", "box": "box plot of", "violin": "violin plot of", "bar": "bar chart of"}
_GROUPED = re.compile(r" (?:by|per|for each|for every|split by|grouped by)\b", re.I)
_LOOKS = ("describe_column", "impute", "scale", "transform", "bin", "handle_outliers", "encode", "set_kind", "replace_values")


def pointed_at(message: str, context: RouterContext) -> str:
    """The message with the columns by their names, up to the first that it names itself; as it is where nothing points at one."""
    if not context.last or not _SOME.search(message):
        return message
    names = spoken_of(context)
    if not names or any('"' in name for name in names):
        return message
    clause = Clause(message, context)
    end = clause.tokens[clause.columns[0].start].start if clause.columns else len(message)
    return _named(message[:end], names, context.last[-1]) + message[end:]


def with_it_named(message: str, context: RouterContext) -> str:
    """Gives the message with the column named that the last call was about; unchanged where it was about none, or about several."""
    last = context.last[-1] if context.last else None
    if last is not None and len(message) < 50 and last["tool"] != "aggregate" and any(last["args"].get(slot) for slot in ("columns", "column", "x")) and (too := _TOO.match(message)) and (too["before"] or too["after"]):
        name = next((name for name in context.names if name.lower() == too["name"].lower() and name.isalpha()), None)
        return f'{too["before"] or ""}"{name}"{too["after"] or ""}' if name else message
    if last is None or len(message) > 120 or last["tool"] not in (*_LOOKS, "plot"):
        return message
    said = _SHOWN.match(message) or _IT_RELATED.match(message)
    if said and last["tool"] == "plot":
        drawn = last["args"].get("x")
        if said.re is not _SHOWN or not _GROUPED.match(said["after"]) or set(last["args"]) - {"kind", "x"} or not isinstance(drawn, str) or '"' in drawn:
            return message
        return f'{_CHARTS.get(last["args"].get("kind") or "", "plot")} "{drawn}"{said["after"]}'
    if said is None:
        return message
    listed = last["args"].get("columns") or last["args"].get("column")
    name = listed[0] if isinstance(listed, list) and len(listed) == 1 else listed
    if not isinstance(name, str) or name not in context.names or '"' in name:
        return message
    return f'{said["before"]}"{name}"{said["after"]}'


def spoken_of(context: RouterContext) -> list[str]:
    """The columns of the latest calls, in the order in which they came; none where the last call was about no column."""
    found: list[str] = []
    for call in reversed(list(takewhile(_columns, reversed(context.last)))):
        found += [name for name in _columns(call) if name in context.names and name not in found]
    return found


def _columns(call: Call) -> list[str]:
    args = call.get("args", {})
    if call["tool"] in ("set_target", "filter_rows", "rename_column"):
        return []
    named = [args[slot] for slot in ("columns", "column", "x", "y", "with_column") if args.get(slot)]
    return [name for value in named for name in (value if isinstance(value, list) else [value]) if isinstance(name, str)]


def _named(text: str, names: list[str], last: Call) -> str:
    latest = [name for name in _columns(last) if name in names]
    if len(latest) == 1:
        text = _OF_IT.sub(lambda match: _of_it(match, latest[0], last), text)
    if len(names) == 1:
        return text
    places = {"former": 0, "first": 0, "second": 1, "third": 2}

    def placed(match: re.Match[str]) -> str:
        if match["word"] and len(names) != 2:
            return match[0]
        place = places.get((match["word"] or match["place"]).lower(), len(names) - 1)
        return f'"{names[place]}"' if place < len(names) else match[0]

    text = _PLACED.sub(placed, text)
    every = " and ".join(f'"{name}"' for name in names)
    if len(names) == 2:
        text = _ONE_ANOTHER.sub(lambda match: f'"{names[0]}" {match["how"] or "against"} "{names[1]}"', text)
        text = _RELATED.sub(lambda match: f"{match['are']} {every}" if match["are"] else f"between {every}", text)
    return _ALL.sub(lambda match: match[0] if _counts_otherwise(match[0], len(names)) else every, text)


def _counts_otherwise(words: str, count: int) -> bool:
    """Says whether words tell another number of columns than were spoken of: “both” of three."""
    said = words.lower()
    return ("both" in said and count != 2) or (re.search(r"\b(?:two|2)\b", said) is not None and count != 2) or (re.search(r"\b(?:three|3)\b", said) is not None and count != 3)


def _of_it(match: re.Match[str], name: str, last: Call) -> str:
    if match["figure"]:
        return f'{match["figure"]}{match["link"]}"{name}"'
    if match["its"]:
        return f'{match["its"]} of "{name}"'
    return match[0] if last["tool"] in _DRAWN else f'{match["draw"]}"{name}"'
