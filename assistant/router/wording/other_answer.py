"""Names the column of two answers that a question speaks of by the other answer: “how many died” asks about survived, “who failed” about passed."""

from __future__ import annotations

import re

from assistant.router.context import RouterContext
from assistant.router.entities.names import parts

_OTHERS = (
    (r"fail(?:s|ed|ing|ures?)?", frozenset(["passed", "pass", "passes"])),
    (r"die[ds]?|dying|dead|deaths?|perish(?:ed)?|drown(?:ed)?", frozenset(["survived", "alive", "survival", "survives"])),
    (r"stay(?:s|ed|ing)?|leaves?|left|leaving|quit(?:s|ting)?", frozenset(["churn", "churned", "attrition", "lapsed"])),
    (r"los(?:es?|t|ing)|losses|defeats?", frozenset(["won", "win", "wins"])),
)
_KINDS = tuple((re.compile(rf"(?<![\w\"'-])(?:{words})(?![\w\"'-])", re.I), names) for words, names in _OTHERS)
_ANY = re.compile(rf"\b(?:{'|'.join(words for words, _ in _OTHERS)})\b", re.I)
_WORD = rf"(?:{'|'.join(words for words, _ in _OTHERS)})"
_ASKS = re.compile(
    rf"(?:(?:and|so|but|ok|hm+|tell me|show me|i wonder|do you know|can you tell me|please|the|average|mean),? )*(?:how (?:many|often)|"
    rf"(?:number|count|share|percentage|percent|rate|proportion) of|what (?:share|percentage|percent|fraction|proportion|makes|causes|drives)|which|who\b|whos\b|"
    rf"why (?:do|did)|did|do|does|(?:[a-z]+s )?{_WORD}(?: rates?| share)? (?:by|per|for each|in each|among|of)\b|what (?:is |s )?the {_WORD}|"
    rf"(?:typical )?[^,;.?]{{3,40}} of (?:those|people|customers|clients|the ones|all|patients|users) (?:who|that) (?:have |had )?{_WORD}$)",
    re.I,
)
_OF_ROWS = re.compile(r"\b(?:drop|remove|delete|keep|only|exclude|without|filter|leave out|throw|kick|fill|impute|replace|rename|train|undo|model|it|step|steps|job|run|training|target|time|on|in which|out|alone|as is|left (?:in|over|of|to|side|hand)|columns?|rows?)\b", re.I)
"""What is done with rows or steps, where the answer that is named is the one that is meant."""


def with_answer_asked(message: str, context: RouterContext) -> str:
    """The question with the column in place of its other answer; the message itself where the table has no such column, or the word itself."""
    if _ANY.search(message) is None or _ASKS.match(message.strip()) is None or _OF_ROWS.search(message):
        return message
    for word, names in _KINDS:
        said = word.search(message)
        if said is None or (context.runs and said[0].lower().startswith("fail")):
            continue
        columns = [column for column in context.columns if names & set(parts(column["name"])) and column.get("kind") == "boolean"]
        taken = {piece for name in context.names for piece in parts(name)} | {str(value).lower() for column in context.columns if column.get("kind") != "text" for value in column.get("values") or ()}
        if len(columns) == 1 and said[0].lower() not in taken and not any(word.fullmatch(piece) for piece in taken):
            return f"{message[: said.start()]}\"{columns[0]['name']}\"{message[said.end() :]}"
    return message
