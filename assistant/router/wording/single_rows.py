"""Names the column of codes where single rows are told by theirs: “flat F1003 can go” becomes “drop rows where "flat_id" is "F1003"”."""

from __future__ import annotations

import re

from assistant.router.context import RouterContext
from assistant.router.entities.names import key, parts
from assistant.router.entities.row_names import CODE
from assistant.router.tool.triggers.wordlists import DROP

_HINT = re.compile(rf"(?<![\w-]){CODE}(?![\w-])")
_LISTED = rf"(?P<codes>{CODE}(?:(?: ?, ?(?:and )?| and | or |, or ){CODE})*)"
_TOLD = re.compile(
    rf"(?:(?i:please|just|so|then|and|now) )*(?:(?P<gone>(?i:{DROP}|without|all but|except|everything (?:but|except)|not))|"
    rf"(?P<kept>(?i:(?:keep|show|use|take)(?: only| just)?|only|just)))? ?(?P<what>(?:(?i:the|row|rows|of|with|number|no|id|"
    rf"code) ?)*(?:[\"`]?[A-Za-z_ ]{{2,30}}?[\"`]? (?:(?i:number|no|id|code|nr) ?\.?)?)?) ?{_LISTED}(?: (?P<end>(?i:(?:can|must|should|has to|shall) (?:go|stay)|"
    rf"goes|out|away|only|alone)))?(?i: please| too)*[.! ]*",
)


def with_codes_named(message: str, context: RouterContext) -> str:
    """The order with the one column that rows are numbered by; other messages stay as they are."""
    told = _TOLD.fullmatch(message.strip()) if _HINT.search(message) else None
    if told is None or not (told["gone"] or told["kept"] or told["end"]) or (told["end"] or "").endswith("stay"):
        return message
    ids = [column["name"] for column in context.columns if column.get("kind") == "id" and '"' not in column["name"]]
    codes = re.findall(CODE, told["codes"])
    known = {key(str(value)) for column in context.columns for value in column.get("values") or ()} | {key(name) for name in context.names}
    said = [word.lower().removesuffix("s") for word in re.findall(r"[A-Za-z]+", told["what"]) if word.lower() not in ("the", "row", "rows", "of", "with", "number", "no", "id", "code", "nr")]
    named = [name for name in ids if set(said) <= set(parts(name))] if said else ids
    meant = named if len(named) == 1 else [name for name in ids if len(ids) == 1 and said and all(word not in {part for other in context.names for part in parts(other)} for word in said)]
    if len(meant) != 1 or known & {key(code) for code in codes}:
        return message
    gone = told["gone"] or (told["end"] and not told["end"].lower().endswith(("only", "alone")))
    return f'{"drop" if gone else "keep"} rows where "{meant[0]}" is {" or ".join(f"{chr(34)}{code}{chr(34)}" for code in codes)}'
