"""Asks where a verb that nobody uses of tables stands before columns: “obliterate the cabin, fill the age” does not fill both."""

from __future__ import annotations

import re

from assistant.router.arguments.method_words import TABLES
from assistant.router.arguments.slots import option
from assistant.router.asking.foreign import strange_words
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.direction import GOES
from assistant.router.parts.segment import opens_with_verb
from assistant.router.parts.verbs import TAKE_OUT
from assistant.router.tool.rank import candidates

_ORDERED = re.compile(
    r"(?:(?:please|pls|and|then|so|just|now|ok|lets|you|can|could|to) )*(?P<verb>(?!likewise|ditto|similarly|imagine|suppose|regarding|concerning|including|"
    r"yesterday|today|tomorrow|busiest|rarest|commonest)[a-z]{3,}) (?:(?:out|away|off|up|down) )?(?:(?:the|my|our|all|both|that|this) )*@(?: ?(?:, and|,|and|"
    r"&) (?:the )?@)*(?: columns?)?(?= ?(?:$|,|;)| (?:its|it|theyre|they|because|since|and|then|please|as|cause|cos|lol)\b)",
)
"""An order that opens with a verb and names columns, and what may follow them."""
_TAKES_AWAY = re.compile(rf"(?:{GOES}|{TAKE_OUT})\b")


def refuse_unknown_verb(clause: Clause) -> None:
    """Asks what is to become of the columns where the verb before them is not known, rather than take them for part of what follows."""
    match = _ORDERED.match(clause.shape.text) if clause.columns else None
    if match is None or match["verb"] not in strange_words(clause) or opens_with_verb(match["verb"]) or _TAKES_AWAY.match(match[0], match.start("verb")):
        return
    if candidates(Clause(match["verb"], clause.context)) or any(pattern.fullmatch(match["verb"]) for names in TABLES.values() for _, pattern in names):
        return  # “labelencode” and “maxabs” are what is to be done
    names = list(dict.fromkeys(mention.name for mention in clause.columns[: match[0].count("@")] if mention.clear))
    unclear = Unclear(f"I do not know what “{match['verb']}” shall do with {' and '.join(f'“{name}”' for name in names) or 'these columns'}.", [option("describe_column", {"column": names[0]}, f"Describe {names[0]}"), option("drop_columns", {"columns": names}, f"Drop {' and '.join(names)}"), option("list_options", {}, "Show what can be done")] if names else [])
    unclear.vague = True
    raise unclear
