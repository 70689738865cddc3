"""Fills the arguments of what is done about gaps: how they are filled, and with which value."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.columns_to_prepare import with_columns
from assistant.router.arguments.gap_values import value_for_gaps
from assistant.router.arguments.slots import column_list, option, resolved
from assistant.router.arguments.unknown_filled import refuse_unknown_filled
from assistant.router.asking.neighbours import refuse_count, refuse_neighbours
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.column_values import coerced
from assistant.router.wording.normalize import plain_number

Args = dict[str, Any]


def impute(clause: Clause) -> Args:
    """Reads the strategy; a plain value is the strategy constant."""
    given = value_for_gaps(clause)
    marked: Args = {"add_indicator": True} if vocabulary.MARKED.search(clause.masked) else {}
    if given is not None:
        return with_columns(clause, "impute", {"strategy": "constant", "fill_value": given} | marked)
    _refuse_open(clause)
    strategy = vocabulary.first(clause.masked, vocabulary.IMPUTE) or next((value for token in clause.tokens if token.quoted and token.text not in clause.names for value, pattern in vocabulary.IMPUTE if pattern.fullmatch(token.text.lower())), None)
    args: Args = {"strategy": strategy} if strategy else {}
    refuse_unknown_filled(clause, args)
    _refuse_another(clause, args)
    _refuse_other_columns(clause, args)
    _refuse_groups(clause, args)
    refuse_neighbours(clause)
    refuse_count(clause, args)
    placed = _BARE.fullmatch(clause.masked) or re.search(r"\bfillna \( ?(?:value ?= ?)?(-?\d[\d.]*)", clause.norm) or re.search(r"\b(?:put|write|insert|place|use|enter|slap|stick|pop|chuck|bung|plonk|whack|throw|pencil|type)(?: in| the| a)* (-?\d[\d.]*)", clause.norm) or re.search(r"\bfill (?:in )?(-?\d[\d.]*)$", clause.norm)
    if placed and strategy is None:
        return with_columns(clause, "impute", {"strategy": "constant", "fill_value": plain_number(float(next(filter(None, placed.groups())).rstrip(".")))} | marked)
    literal = _WORD_PUT.search(clause.text) if strategy is None else None
    if literal and clause.columns:
        return with_columns(clause, "impute", {"strategy": "constant", "fill_value": (literal["word"] or literal["alone"]).strip("\"'` ")} | marked)
    filler = re.search(r"\b(?:with|by|to|using|as)\b (?:the |a |an )?(?:constant |value |fixed |word |string |text |number )*", clause.norm) or _PUTS.search(clause.norm)
    if strategy in (None, "constant"):
        value = _fill_value(clause, bool(filler))
        if value is not None:
            args = {"strategy": "constant", "fill_value": value}
        elif strategy is None and filler and (way := _NOT_KNOWN.search(clause.masked)):
            found, word = with_columns(clause, "impute", {}), _as_written(way["way"], clause)[:60]
            raise Unclear(f"With what shall the gaps be filled? I do not know “{word}” as a way to do it.", [option("impute", {**found, "strategy": name}, name.replace("_", " ")) for name in ("median", "mean", "most_frequent")] + [option("impute", {**found, "strategy": "constant", "fill_value": word}, f"The text “{word}”")])
        elif strategy == "constant":
            found = with_columns(clause, "impute", {})
            raise Unclear("With which value shall the gaps be filled?", [option("impute", {**found, "strategy": "constant", "fill_value": value}, str(value)) for value in (0, "missing")])
    if not args and _MEANS_SOMETHING.match(clause.masked):
        found = {"columns": [clause.columns[0].names[0]]}
        raise Unclear("With what shall the gaps be filled?", [option("impute", {**found, "strategy": "constant", "fill_value": 0}, "0"), option("impute", {**found, "strategy": "constant", "fill_value": "none"}, "“none”"), option("impute", found, "What is usual in the column")])
    return with_columns(clause, "impute", args | marked)


def _as_written(words: str, clause: Clause) -> str:
    """The words at the end of the clause with their capitals."""
    end = clause.text.rstrip(" .!?")[-len(words) :]
    return end if end.lower() == words else words


_BARE = re.compile(r"(?:(?:please|just) )*(?:fill|impute) (?:(?:the|gaps|blanks|missing|in|of|na|nans) )*@ (?:gaps |blanks |missing |nans? )?(-?\d[\d.]*)|(?:the )?@ ?: ?(?:missing|gaps?|blanks?|nans?|empty) (-?\d[\d.]*)")
"""“fill spo2 98”"""
_LEFT_OPEN = re.compile(
    r"(?:[^@]*\b)?(?:(?:something|anything|what)\b(?: [a-z]+){0,5}? (?:do|done|happen) (?:about|with)|do something (?:about|with)|deal with|sort out|see to|"
    r"get to grips with|cope with|take care of) (?:(?:all|the|these|those|any|my|our|of) )*(?:(?:missing|empty|blanks?|gaps?|holes?|nans?|"
    r"nulls?)(?: (?:values?|cells|entries|ones|data))?|(?:missing|empty|blank) @(?: (?:values?|cells|entries|ones))?|"
    r"@ (?:gaps?|holes?|blanks?|nans?|nulls?))(?: (?:in|of|for) (?:the |my )?@)?(?: (?:first|now|please|then|here|too|somehow|one way or another|"
    r"in (?:it|there|here|the (?:data|table|file))))*",
)
"""A wish that something becomes of gaps, which leaves open what."""


def _refuse_open(clause: Clause) -> None:
    """Asks whether gaps are to be filled or their rows to go where only something is to be done about them."""
    if not clause.numbers and not clause.context.last and _LEFT_OPEN.fullmatch(clause.masked):
        of = {"columns": [resolved(clause.columns[0], clause, "impute", "columns", many=True)]} if len(clause.columns) == 1 else {}
        raise Unclear("What shall become of the missing values?", [option("impute", of, "Fill them: numbers with the median, the rest with the most frequent"), option("drop_missing", of, "Drop the rows that have any"), option("profile", {}, "Look where they are first")])


_WORD_PUT = re.compile(
    r"\b(?:put|write|insert|enter|use|with|by|to|say|as)(?: in| down| there| simply| just)*(?: the| a)? (?:words?|text|string|label|phrase|name) (?!of\b|column|"
    r"for\b)(?P<word>(?:(?! (?:where|wherever|when|whenever|if|in|for|into|please|there|instead)\b)[^,.;]){1,60})|"
    r"\b(?:put|write|insert|enter)(?: in| down| there| simply|"
    r" just)* (?P<alone>(?!something|anything|whatever|nothing|some|any|it|them|that|this|these|those|what|the|an?|in|there|down)[a-z]\w*)$",
    re.I,
)
"""A word that is to stand in the gaps: “put the word elsewhere”."""
_VAGUE_WAY = (
    r"something|anything|whatever|whichever (?:way|is)|"
    r"(?:an? |the )?(?:sensible|suitable|good|best|reasonable|usual|default|right|proper|appropriate|better|common|same|standard|plausible|likely|typical|normal|"
    r"estimate\w*|guess\w*|method|strategy|way|value|values|number|numbers|it|them|that|those|column|columns|default)"
)
_NOT_KNOWN = re.compile(rf"\b(?:with|by|using)(?: the| a| an)* (?P<way>(?!(?:{_VAGUE_WAY})\b|missing|gaps?|holes|blanks?|nulls?|nans?|empty|no\b|@|many|most|some|each|every|all|any|hand|yourself|now|then|please|or\b|and\b|itself|so\b|too\b|care)[a-z][^@,.;]{{0,80}})$")
"""A way to fill gaps that is none of those known."""
_WHERE = ("where", "wherever", "when", "whenever", "if")
_PUTS = re.compile(r"\b(?:put|write|insert|enter|say|assume|suppose|gets?|becomes?)\b|(?:missing|empty|blank)\b.* = -?\d|\bfillna \(|^(?:please )?use\b.* (?:where|wherever|when|whenever|if) ")


_OF_A_GROUP = re.compile(
    r"^(?:please )?(?:fill|impute)(?: in)? (?:the )?(?:gaps (?:in|of) )?@ (?:by|per|for each|within)(?: the| each)? @$|"
    r"(?:\b(?:per|within|grouped by|group by)|\b(?:of|in|for|by|from) (?:its|their|his|her|each|every|the same|the respective|that|the own)|"
    r"\b(?:mean|median|average|mode|value|values) (?:by|per)) (?:\w+ )?(?:the )?@",
)


def _refuse_groups(clause: Clause, args: Args) -> None:
    """Asks where a gap is to be filled from the rows of its own group, which no strategy does."""
    match = _OF_A_GROUP.search(clause.masked)
    place = clause.masked[: match.end()].count("@") - 1 if match else -1
    if match is None or len(clause.columns) < 2 or place >= len(clause.columns):
        return
    filled = [mention.name for index, mention in enumerate(clause.columns) if index != place and mention.clear]
    group = clause.columns[place].names[0]
    plain = option("impute", {"columns": filled, **args}, f"Fill {' and '.join(filled)} from all rows")
    raise Unclear(f"I cannot fill from the rows of the same “{group}” alone. Shall I fill from all rows, or from the rows that are most alike?", [plain, option("impute", {"columns": filled, "strategy": "knn"}, "From the most similar rows"), option("impute", {"columns": filled, "strategy": "iterative"}, "By a model of the other columns")])


_MEANS_SOMETHING = re.compile(r"(?:where |if |when |an? |the )*@ (?:is )?(?:missing|empty|blank|unknown|not (?:given|filled in|known))(?: (?:values?|cells))? ?,? (?:means?|stands for|says|=|is because)(?!\S)|(?:an? |the )?(?:missing|empty|blank) @ (?:means?|stands for|=)(?!\S)")
"""Why there is nothing in a cell: “naps empty means no nap”."""
_FROM_ANOTHER = re.compile(
    r"^(?:please )?(?:fill|impute|predict)\b[^@]*@(?: gaps)? (?:by|with|using|via|through) (?:an? )?(?:linear )?regress\w*(?: model)? (?:on|from|with|"
    r"against) (?:the )?@$|^(?:please )?(?:fill|impute|replace)\b[^@]*@(?: (?:gaps?|holes|blanks?|nans?))? (?:with|by|from|using) (?:the |"
    r"its )?(?:(?:values?|numbers?|mean|average|median|mode|ones) (?:of|from|in) )?(?:the )?@(?: (?:mean|average|median|mode|values?))?$|"
    r"^(?:the )?@ (?:is )?(?:missing|empty|blank|unknown)(?: (?:values?|cells))? ?,? (?:=|to|put|use|take|then|becomes?|means?|:)(?: (?:the|it|is))* @$",
)


_GAP_TAKES = re.compile(
    r"(?:please )?(?:(?:if|when|where|wherever) )?(?:the )?@ (?:(?:is|are) )?(?:missing|empty|blank|unknown|null|nan|"
    r"not (?:given|known|there))(?: ?[?,:;-])* (?:then |please |just )*(?:put|use|take|write|insert|copy|fill(?: in)?)(?: in| it with| with)? (?:the |"
    r"its )?@(?: values?| column)?(?: there| instead| in| in it| for it| in there| please)*|"
    r"(?:fill|impute|replace) (?:the |all )*(?:missing|empty|blank) @(?: values?)? (?:with|by|from) (?:the )?@(?: column| values?)",
)
"""“if bonus is missing put the pay there”"""


def refuse_gaps_of_another(clause: Clause) -> None:
    """Asks where a whole message wants the gaps of one column filled from another one, before it is cut."""
    if len(clause.columns) == 2 and clause.columns[0].names != clause.columns[1].names and _GAP_TAKES.fullmatch(clause.masked.strip(" .!")):
        numeric = clause.context.kind(clause.columns[0].names[0]) == "numeric"
        raise _from_another(clause, {"strategy": "median" if numeric else "most_frequent"})


def _refuse_another(clause: Clause, args: Args) -> None:
    """Asks where the gaps of one column are to be filled from another one: “fill temp_plate with the temp average”."""
    if len(clause.columns) != 2 or not _FROM_ANOTHER.match(clause.masked):
        return
    raise _from_another(clause, args)


def _from_another(clause: Clause, args: Args) -> Unclear:
    filled = clause.columns[0].names[0]
    return Unclear(f"Gaps in “{filled}” can be filled from its own values, or by what stands in the other columns of the row, but not from “{clause.columns[1].names[0]}” alone. What shall I do?", [option("impute", {"columns": [filled], **(args or {"strategy": "mean"})}, f"Fill {filled} from its own values"), option("impute", {"columns": [filled], "strategy": "iterative"}, "By a model of the other columns"), option("impute", {"columns": [filled], "strategy": "knn"}, "From the most similar rows")])


_FROM_OTHERS = re.compile(r"\b(?:from|by|with|using|on|out of|based on) (?:all )?(?:of )?(?:the )?(?:other|remaining|rest)\b")
_WAY_SAID = re.compile(r"\b(?:iterat\w*|mice|model\w*|chained|regress\w*|predict\w*|estimate\w*|learn\w*)\b")


def _refuse_other_columns(clause: Clause, args: Args) -> None:
    """Asks how a gap is to be filled from the other columns, where both ways do that: “fill the age from the other columns”."""
    if args.get("strategy") != "iterative" or not _FROM_OTHERS.search(clause.masked) or _WAY_SAID.search(clause.masked):
        return
    of = {"columns": column_list(clause, "impute")} if clause.columns else {}
    raise Unclear("From the other columns in which way: as in the rows that are most alike, or by a model of them?", [option("impute", {**of, "strategy": "knn"}, "From the most similar rows"), option("impute", {**of, "strategy": "iterative"}, "By a model of the other columns")])


def _sign_after(clause: Clause, index: int) -> int:
    """Where the row of signs goes on after a token."""
    return sum(1 for place in range(index + 1) if not any(start < place < end for start, end in clause.places))


def _fill_value(clause: Clause, filler: bool) -> Any:
    tokens, named = clause.tokens, {mention.start for mention in clause.columns}
    for index, token in enumerate(tokens):
        if index + 1 in named:
            continue  # “df.x = df.x.fillna(0)”
        if token.norm not in ("with", "by", "to", "as", "constant", "value", "=", "put", "write", "insert", "enter", "say", "use", "get", "gets", "become", "becomes", "assume", "suppose", "fillna") or not filler:
            continue
        if re.match(r"(?:missing|empty|unknown|no) (?:the |an? )?@", " ".join(clause.shape.words[_sign_after(clause, index) :])):
            continue  # “the rows with missing age” says which rows
        until = next((place for place, other in enumerate(tokens) if place > index and other.norm in _WHERE and not other.quoted), len(tokens))
        rest = [other for other in tokens[index + 1 : until] if other.quoted or other.norm not in ("the", "a", "an", "constant", "value", "fixed", "word", "string", "text", "number", "of", "=", "(", "in", "down", "there", "then")]
        if rest and (rest[0].quoted or rest[0].number is not None):
            return rest[0].text if rest[0].quoted else plain_number(rest[0].number or 0)
        if rest and rest[0].norm == "zero":
            return 0
        if rest and rest[0].norm in ("unknown", "missing", "none", "other", "empty", "n"):
            return rest[0].text
        if rest and len(rest) == 1 and clause.columns and token.norm in ("with", "by", "put", "write", "insert", "enter", "say", "use", "get", "gets", "become", "becomes", "assume", "suppose"):
            value = coerced(clause.context, clause.columns[0].name, rest[0])
            if value in (clause.context.column(clause.columns[0].name).get("values") or []):
                return value
    return None
