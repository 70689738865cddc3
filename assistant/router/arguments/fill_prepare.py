"""Fills the arguments of the tools that prepare columns."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from assistant.router.arguments.gap_values import value_for_gaps
from assistant.router.arguments.method_words import names_way
from assistant.router.arguments.slots import (
    KINDS_OF,
    column_list,
    column_list_of,
    option,
    refuse_shared_part,
    resolved,
    stranger,
    unknown_column,
)
from assistant.router.arguments.unknown_filled import refuse_unknown_filled
from assistant.router.asking.neighbours import refuse_count, refuse_neighbours
from assistant.router.dialogue.acceptance import columns_of, finding_of
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.column_values import coerced
from assistant.router.entities.direction import direction_of
from assistant.router.entities.names import Mention, parts
from assistant.router.entities.quantities import count_of
from assistant.router.entities.reserved import TARGET_WORDS
from assistant.router.wording.normalize import plain_number

Args = dict[str, Any]
_STRANGE = {
    "impute": "fill|impute|fill in|replace", "scale": "scale|standardi[sz]e|normali[sz]e|rescale", "encode": "encode|hot", "transform": "transform|log of|sqrt of",
    "handle_outliers": "clip|cap|outliers in|outliers of|outliers from", "bin": "bin|bucket", "extract_dates": "from|out of",
}
_KNOWN = r"scale|scaled|scaling|encode|encoded|encoding|impute|imputation|imputer|minmax|zscore|ohe|tf|idf|johnson|yeo|cox|log1p|ln|transform|cyclical|skewness|skewed|skew|imputed"


_POINTS = re.compile(r"(?:please )?(?:\w+ ){1,2}?(?:it|them|those|these|that|this)(?: (?:columns?|one|ones|please|now|too|with|by|to|into|as|using)\b.*)?$")
"""A verb whose object only points at something."""


def with_columns(clause: Clause, tool: str, args: Args) -> Args:
    """Adds the columns to the arguments where they were said; asks about a name that is no column."""
    if not clause.columns:
        unknown = stranger(clause, _STRANGE.get(tool, tool), _KNOWN)
        if unknown and not names_way(unknown, tool):
            raise unknown_column(unknown, clause, tool, "columns")
    refuse_shared_part(clause, tool, args)
    columns = column_list(clause, tool, args) or _called_by_everyday_word(clause, tool, args)
    target = clause.context.target
    if not columns and _POINTS.match(clause.masked):
        raise Unclear("Which columns do you mean?", [option(tool, {"columns": [name], **args}, name) for name in clause.context.features(KINDS_OF.get(tool, ()))[:3]] + [option(tool, args, "all that it applies to")])
    if not columns and target and tool in ("transform", "handle_outliers") and clause.has("(?:the|my|our) (?:target|label|outcome)"):
        columns = [target]
    return ({"columns": columns} if columns else {}) | args


_WORD_AND_WAY = re.compile(r"(?:please )?(?:the |my |our )?(?P<word>[a-z]{3,}) (?:one ?hot|ordinal|label|target|frequenc(?:y|ies)|hash\w*|log(?:ged|1p)?|sqrt|squared|scaled?|standard\w*|normali[sz]ed?|min ?max\w*|robust|clip(?:ped)?|binned|encoded?)(?: (?:encoded?|encoding|scaled?|scaling|please|them))*")
_ALL_OF_IT = frozenset(["all", "everything", "them", "these", "those", "both", "columns", "features", "data", "rest", "others", "numbers", "numerics", "numeric", "categoricals", "categories", "categorical", "cats", "nums", "strings", "please", "just", "use", "apply", "skewed", "values", "table", "variables", "fields", "inputs", "predictors", "then", "and", "also", "now", "with", "one", "log", "scale", "encode", "text", "dates", "booleans", "missing", "try", "take", "want", "need", "make", "put", "set", "get"])
"""Words before a way that name no single column."""


def _called_by_everyday_word(clause: Clause, tool: str, args: Args) -> list[str] | None:
    """The one column that an everyday word before a way has in its name: “models one hot” of BikeModel; asks where there is none."""
    said = _WORD_AND_WAY.fullmatch(clause.masked)
    if said is None or said["word"] in _ALL_OF_IT or vocabulary.first(said["word"], vocabulary.COLUMN_WORDS) or any(pattern.fullmatch(said["word"]) for table in (vocabulary.SCALE, vocabulary.ENCODE, vocabulary.TRANSFORM, vocabulary.OUTLIERS) for _, pattern in table):
        return None
    kinds = KINDS_OF.get(tool, ())
    names = [name for name in clause.context.features(kinds) if said["word"].removesuffix("s") in parts(name)]
    if len(names) != 1:
        raise unknown_column(said["word"], clause, tool, "columns", args)
    return names


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
    placed = re.search(r"\bfillna \( ?(?:value ?= ?)?(-?\d[\d.]*)", clause.norm) or re.search(r"\b(?:put|write|insert|place|use|enter|slap|stick|pop|chuck|bung|plonk|whack|throw|pencil|type)(?: in| the| a)* (-?\d[\d.]*)", clause.norm) or re.search(r"\bfill (?:in )?(-?\d[\d.]*)$", clause.norm)
    if placed and strategy is None:
        return with_columns(clause, "impute", {"strategy": "constant", "fill_value": plain_number(float(placed[1].rstrip(".")))} | marked)
    literal = _WORD_PUT.search(clause.text) if strategy is None else None
    if literal and clause.columns:
        return with_columns(clause, "impute", {"strategy": "constant", "fill_value": (literal["word"] or literal["alone"]).strip("\"'` ")} | marked)
    filler = re.search(r"\b(?:with|by|to|using|as)\b (?:the |a |an )?(?:constant |value |fixed |word |string |text |number )*", clause.norm) or _PUTS.search(clause.norm)
    if strategy in (None, "constant"):
        value = _fill_value(clause, bool(filler))
        if value is not None:
            args = {"strategy": "constant", "fill_value": value}
        elif strategy is None and filler and (way := _NOT_KNOWN.search(clause.masked)):
            found = with_columns(clause, "impute", {})
            raise Unclear(f"With what shall the gaps be filled? I do not know “{way['way'][:60]}” as a way to do it.", [option("impute", {**found, "strategy": name}, name.replace("_", " ")) for name in ("median", "mean", "most_frequent")] + [option("impute", {**found, "strategy": "constant", "fill_value": way["way"][:60]}, f"The text “{way['way'][:60]}”")])
        elif strategy == "constant":
            found = with_columns(clause, "impute", {})
            raise Unclear("With which value shall the gaps be filled?", [option("impute", {**found, "strategy": "constant", "fill_value": value}, str(value)) for value in (0, "missing")])
    if not args and _MEANS_SOMETHING.match(clause.masked):
        found = {"columns": [clause.columns[0].names[0]]}
        raise Unclear("With what shall the gaps be filled?", [option("impute", {**found, "strategy": "constant", "fill_value": 0}, "0"), option("impute", {**found, "strategy": "constant", "fill_value": "none"}, "“none”"), option("impute", found, "What is usual in the column")])
    return with_columns(clause, "impute", args | marked)


_LEFT_OPEN = re.compile(r"(?:[^@]*\b)?(?:(?:something|anything|what)\b(?: [a-z]+){0,5}? (?:do|done|happen) (?:about|with)|do something (?:about|with)|deal with|sort out|see to|get to grips with|cope with|take care of) (?:(?:all|the|these|those|any|my|our|of) )*(?:(?:missing|empty|blanks?|gaps?|holes?|nans?|nulls?)(?: (?:values?|cells|entries|ones|data))?|(?:missing|empty|blank) @(?: (?:values?|cells|entries|ones))?|@ (?:gaps?|holes?|blanks?|nans?|nulls?))(?: (?:in|of|for) (?:the |my )?@)?(?: (?:first|now|please|then|here|too|somehow|one way or another|in (?:it|there|here|the (?:data|table|file))))*")
"""A wish that something becomes of gaps, which leaves open what."""


def _refuse_open(clause: Clause) -> None:
    """Asks whether gaps are to be filled or their rows to go where only something is to be done about them."""
    if not clause.numbers and not clause.context.last and _LEFT_OPEN.fullmatch(clause.masked):
        of = {"columns": [resolved(clause.columns[0], clause, "impute", "columns", many=True)]} if len(clause.columns) == 1 else {}
        raise Unclear("What shall become of the missing values?", [option("impute", of, "Fill them: numbers with the median, the rest with the most frequent"), option("drop_missing", of, "Drop the rows that have any"), option("profile", {}, "Look where they are first")])


_WORD_PUT = re.compile(r"\b(?:put|write|insert|enter|use|with|by|to|say|as)(?: in| down| there| simply| just)*(?: the| a)? (?:words?|text|string|label|phrase|name) (?!of\b|column|for\b)(?P<word>(?:(?! (?:where|wherever|when|whenever|if|in|for|into|please|there|instead)\b)[^,.;]){1,60})|\b(?:put|write|insert|enter)(?: in| down| there| simply| just)* (?P<alone>(?!something|anything|whatever|nothing|some|any|it|them|that|this|these|those|what|the|an?|in|there|down)[a-z]\w*)$", re.I)
"""A word that is to stand in the gaps: “put the word elsewhere”."""
_VAGUE_WAY = r"something|anything|whatever|whichever (?:way|is)|(?:an? |the )?(?:sensible|suitable|good|best|reasonable|usual|default|right|proper|appropriate|better|common|same|standard|plausible|likely|typical|normal|estimate\w*|guess\w*|method|strategy|way|value|values|number|numbers|it|them|that|those|column|columns|default)"
_NOT_KNOWN = re.compile(rf"\b(?:with|by|using)(?: the| a| an)* (?P<way>(?!(?:{_VAGUE_WAY})\b|missing|gaps?|holes|blanks?|nulls?|nans?|empty|no\b|@|many|most|some|each|every|all|any|hand|yourself|now|then|please|or\b|and\b|itself|so\b|too\b|care)[a-z][^@,.;]{{2,80}})$")
"""A way to fill gaps that is none of those known."""
_WHERE = ("where", "wherever", "when", "whenever", "if")
_PUTS = re.compile(r"\b(?:put|write|insert|enter|say|assume|suppose|gets?|becomes?)\b|(?:missing|empty|blank)\b.* = -?\d|\bfillna \(|^(?:please )?use\b.* (?:where|wherever|when|whenever|if) ")


_OF_A_GROUP = re.compile(r"^(?:please )?(?:fill|impute)(?: in)? (?:the )?(?:gaps (?:in|of) )?@ (?:by|per|for each|within)(?: the| each)? @$|(?:\b(?:per|within|grouped by|group by)|\b(?:of|in|for|by|from) (?:its|their|his|her|each|every|the same|the respective|that|the own)|\b(?:mean|median|average|mode|value|values) (?:by|per)) (?:\w+ )?(?:the )?@")


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
_FROM_ANOTHER = re.compile(r"^(?:please )?(?:fill|impute|replace)\b[^@]*@(?: (?:gaps?|holes|blanks?|nans?))? (?:with|by|from|using) (?:the |its )?(?:(?:values?|numbers?|mean|average|median|mode|ones) (?:of|from|in) )?(?:the )?@(?: (?:mean|average|median|mode|values?))?$|^(?:the )?@ (?:is )?(?:missing|empty|blank|unknown)(?: (?:values?|cells))? ?,? (?:=|to|put|use|take|then|becomes?|means?|:)(?: (?:the|it|is))* @$")


def _refuse_another(clause: Clause, args: Args) -> None:
    """Asks where the gaps of one column are to be filled from another one: “fill temp_plate with the temp average”."""
    if len(clause.columns) != 2 or not _FROM_ANOTHER.match(clause.masked):
        return
    filled = clause.columns[0].names[0]
    raise Unclear(f"Gaps in “{filled}” can be filled from its own values, or by what stands in the other columns of the row, but not from “{clause.columns[1].names[0]}” alone. What shall I do?", [option("impute", {"columns": [filled], **(args or {"strategy": "mean"})}, f"Fill {filled} from its own values"), option("impute", {"columns": [filled], "strategy": "iterative"}, "By a model of the other columns"), option("impute", {"columns": [filled], "strategy": "knn"}, "From the most similar rows")])


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


def _plain(tool: str, table: vocabulary.Table) -> Callable[[Clause], Args]:
    def fill(clause: Clause) -> Args:
        method = vocabulary.first(clause.masked, table)
        return with_columns(clause, tool, {"method": method} if method else {})

    return fill


def encode(clause: Clause) -> Args:
    """Reads the method; the target, whose mean takes the place of each value, is not encoded itself."""
    found = _plain("encode", vocabulary.ENCODE)(clause)
    if found.get("method") == "target" and isinstance(found.get("columns"), list) and len(found["columns"]) > 1:
        found["columns"] = [name for name in found["columns"] if name != clause.context.target]
    return found


_IN_THOUSANDS = re.compile(r"(?:the )?@ in (?P<times>hundreds|thousands|millions)(?: of .*)?")
_TIMES = {"hundreds": 100, "thousands": 1000, "millions": 1_000_000}


_AROUND_ZERO = re.compile(r"(?:-|minus) ?(?:1|one) ?(?:to|\. ?\.|and|,|-|till|until|up to|/|;) ?\+? ?(?:1|one)\b")
"""“to -1..1”"""


def scale(clause: Clause) -> Args:
    """Reads the method; asks where numbers are to be written in thousands, which divides them."""
    said = _IN_THOUSANDS.fullmatch(clause.masked)
    if said and clause.columns[0].clear:
        name = clause.columns[0].name
        raise Unclear(f"Shall “{name}” be divided by {_TIMES[said['times']]}?", [option("add_feature", {"left": name, "operator": "divide", "right": _TIMES[said["times"]]}, f"A new column: {name} in {said['times']}"), option("scale", {"columns": [name]}, f"Scale {name}")])
    found = _plain("scale", vocabulary.SCALE)(clause)
    if found.get("method") in (None, "minmax") and _AROUND_ZERO.search(clause.masked):
        columns = {"columns": found["columns"]} if "columns" in found else {}
        raise Unclear("Min-max brings numbers between 0 and 1. Between -1 and 1, with 0 staying 0, the largest absolute value does it. Which one?", [option("scale", {**columns, "method": "maxabs"}, "Between -1 and 1 (largest absolute value)"), option("scale", {**columns, "method": "minmax"}, "Between 0 and 1 (min-max)")])
    return found



def transform(clause: Clause) -> Args:
    """Reads the method; asks where a column that holds words is called after a way: “log cabin”."""
    found: Args = _plain("transform", vocabulary.TRANSFORM)(clause)
    names = found.get("columns")
    if isinstance(names, list) and len(names) == 1 and names[0].lower() in TARGET_WORDS and clause.context.target not in (None, names[0]) and len(clause.tokens) <= 4:
        raise Unclear(f"“{clause.context.target}” is to be predicted, and there is a column “{names[0]}” as well. Which one do you mean?", [option("transform", {**found, "columns": [name]}, name) for name in (clause.context.target, names[0])])
    if isinstance(names, list) and len(clause.tokens) <= 3 and all(clause.context.kind(name) == "categorical" and any(isinstance(value, str) for value in clause.context.column(name).get("values") or ()) for name in names):
        raise Unclear(f"“{names[0]}” holds words, and numbers alone can be transformed. What shall become of it?", [option("describe_column", {"column": names[0]}, f"Look at {names[0]}"), option("encode", {"columns": names}, f"Turn {names[0]} into numbers")])
    return found


def handle_outliers(clause: Clause) -> Args:
    """Reads how odd values are found, what happens to them, and from where on."""
    args: Args = {}
    method = vocabulary.first(clause.masked, vocabulary.OUTLIERS)
    if method:
        args["method"] = method
    if _wanted(clause, r"remov(?:e|ed|ing)|drop(?:ped|ping)?|delet(?:e|ed|ing)|get rid of|thrown? (?:\w+ ){0,3}(?:out|away)|kick\w*|chop(?:ped)?(?! off)|weed(?:ed)?|ditch|discard|eliminate|exclude|without|filter out"):
        args["action"] = "remove"
    elif clause.has("clip\\w*|cap\\w*|trim\\w*|winsori[sz]e\\w*|limit|pull (?:in|back)|squash|re(?:in|el) in|clamp|shave|cut (?:off|back|down)(?! (?:(?:of|at|=|:|is|value|point) )?\\d)") or clause.has("(?:dont|do not|not|without|never) (?:\\w+ )?(?:remove|removing|delete|deleting|drop|dropping|throw|throwing|lose|losing)"):
        args["action"] = "clip"
    elif clause.numbers and direction_of(clause).removes and not clause.has("cut"):
        args["action"] = "remove"  # “what is past 3 sd has to go”
    numbers = [token for _, token in clause.numbers]
    _refuse_limit(clause, args)
    if numbers and numbers[0].number is not None:
        args["threshold"] = numbers[0].number / 100 if numbers[0].percent else plain_number(numbers[0].number)
    return with_columns(clause, "handle_outliers", args)


_FARTHEST = 10
"""Beyond this a number is a value of the column and not how far from the others something lies."""
_LIMIT = re.compile(r"(?:(?:please|just|then|and) )*(?:cap|clip|limit|clamp)(?: the| my| all)* @(?: values)? (?:at|to|above|over|between|from)(?: (?:a |at )?(?:most|maximum of|max of|max))? (?P<end>-?\d[\d.]*)(?: ?(?:-|to|and) ?(?P<other>-?\d[\d.]*))?(?: [a-z]+)?")


def _refuse_limit(clause: Clause, args: Args) -> None:
    """Asks where a column is to be pulled in to a number told, while the step pulls in what lies far from the others: “cap late_days at 60”."""
    said = _LIMIT.fullmatch(clause.masked) if "method" not in args and len(clause.columns) == 1 and clause.columns[0].clear else None
    if said is None or not (said["other"] or float(said["end"].rstrip(".")) > _FARTHEST) or clause.has("%|percent\\w*|sigmas?|sds?|stds?|deviations?|iqrs?|times|factor|quantiles?"):
        return
    name, end, other = clause.columns[0].name, plain_number(float(said["end"].rstrip("."))), said["other"] and plain_number(float(said["other"].rstrip(".")))
    stay = option("filter_rows", {"column": name, "op": "between", "value": [end, other]}, f"Keep the rows between {end} and {other}") if other else option("filter_rows", {"column": name, "op": "le", "value": end}, f"Leave out the rows above {end}")
    raise Unclear(f"What lies far from the other values of “{name}” can be pulled in, but not to a number that is told. What shall I do?", [option("handle_outliers", {"columns": [name], "action": "clip"}, f"Pull in what is extreme in {name}"), stay, option("describe_column", {"column": name}, f"Look at {name} first")])


def _wanted(clause: Clause, pattern: str) -> bool:
    """Says whether the words are there and not turned down: “dont delete anything” deletes nothing."""
    return any(not vocabulary.turned_down(clause.masked, match.start()) for match in re.finditer(rf"\b(?:{pattern})\b", clause.masked))


def balance(clause: Clause) -> Args:
    """Reads how the classes are balanced."""
    method = vocabulary.first(clause.norm, vocabulary.BALANCE)
    return {"method": method} if method else {}


def extract_dates(clause: Clause) -> Args:
    """Reads the parts wanted and the columns."""
    columns_meant = [mention for mention in clause.columns if not _names_a_part(mention, clause)] or clause.columns
    said = _OF_A_SPAN.sub(r"\1", _OF_THE_DAY.sub(" ", clause.mask(columns_meant)))
    wanted = vocabulary.every(said, vocabulary.DATE_PARTS)
    args: Args = {"parts": wanted} if wanted else {}
    if _BETWEEN.search(clause.masked) and len(clause.columns) == 2:
        raise Unclear("How long it is from one date to another is no step here; the parts of each date are. Shall I take these?", [option("extract_dates", {"columns": [mention.names[0] for mention in clause.columns]}, "The parts of both dates"), option("describe_column", {"column": clause.columns[0].names[0]}, f"Look at {clause.columns[0].names[0]}")])
    columns = column_list_of(columns_meant, clause, "extract_dates", args)
    dates, made = clause.context.features(("datetime",)), [call["args"].get("name") for call in clause.context.last]
    if not wanted and isinstance(columns, list) and columns and not clause.has("dates?|days?|times?|stamps?|when|calendar|years?|months?") and all(clause.context.kind(name) == "numeric" and name not in made for name in columns):
        raise Unclear(f"“{columns[0]}” holds no dates. What shall be made of it?", [option("describe_column", {"column": columns[0]}, f"Look at {columns[0]}"), option("list_options", {"stage": "features"}, "Show what can be made")])
    if wanted and isinstance(columns, list) and columns and all(clause.context.kind(name) == "numeric" and name not in made for name in columns) and _IN_UNITS.fullmatch(clause.masked):
        raise Unclear(f"“{columns[0]}” holds no dates. What shall be made of it?", [option("describe_column", {"column": columns[0]}, f"Look at {columns[0]}"), option("list_options", {"stage": "features"}, "Show what can be made")])
    if wanted and dates and isinstance(columns, list) and columns and all(clause.context.kind(name) in ("numeric", "boolean") and name not in made for name in columns):
        raise Unclear(f"“{columns[0]}” holds no dates. Of which date shall the parts be taken?", [option("extract_dates", {**args, "columns": [name]}, name) for name in dates[:3]])
    return ({"columns": columns} if columns and columns != "datetime" else {}) | args


_BETWEEN = re.compile(r"\b(?:years|months|weeks|days|hours|minutes|time|how long|duration|difference) (?:it took |passed |elapsed )?(?:between|from) (?:the )?@ (?:and|to|until|till) (?:the )?@")
_IN_UNITS = re.compile(r"(?:(?:show|give|make|put|want|have|i|me|the|please) )*@ (?:in|as|to|into) [a-z]+s?(?: please| instead)*")
"""Another unit is wanted, and no part of a date: “delay in hours please”."""
_OF_A_SPAN = re.compile(r"\b(hours?|minutes?) of (?:the |each )?(?:day|hour)\b|(?<=\bmonth) of (?:the )?year\b()")
_OF_THE_DAY = re.compile(r"\b(?:from|out of|of|in) the (?:day|date|time|moment|month)(?= (?:of (?:the )?@|it|they|we|when|that|on which|@)(?!\S))")
"""What a date is called and no part of it: “from the day it was lit I only want the year”."""


def _names_a_part(mention: Mention, clause: Clause) -> bool:
    """Says whether a column that holds no dates is only what a part of one is called: “month and weekday of the order date”."""
    dated = any(clause.context.kind(name) == "datetime" for name in mention.names)
    return not (dated or mention.quoted) and bool(vocabulary.first(clause.written(mention).lower(), vocabulary.DATE_PARTS))


def vectorize_text(clause: Clause) -> Args:
    """Reads the method and how many words at most."""
    args: Args = {}
    method = vocabulary.first(clause.masked, vocabulary.VECTORIZE)
    if method:
        args["method"] = method
    number = count_of(clause)
    if number:
        args["max_features"] = number
    if number and len(clause.columns) > 1:
        counted = {mention.start for mention in clause.columns if mention.start and clause.tokens[mention.start - 1].number == number}
        clause = replace(clause, text=" ".join(token.text for place, token in enumerate(clause.tokens) if place not in counted)) if counted else clause
    return with_columns(clause, "vectorize_text", args)


def bin_columns(clause: Clause) -> Args:
    """Reads how many bins, and how their edges are set."""
    args: Args = {}
    _refuse_width(clause)
    number = count_of(clause)
    if number:
        args["bins"] = number
    if clause.has("quantiles?|equal(?:ly)? (?:sized|filled|frequency)|same (?:size|number|count|amount)|equally (?:many|full|filled|large|big|populated)|as many (?:\\w+ )?(?:in|as)|equal (?:counts?|numbers?|sizes?)|percentiles?|equal frequency"):
        args["strategy"] = "quantile"
    elif clause.has("uniform|equal width|same width|equally wide|even(?:ly)?(?: spaced)?|equal ranges?"):
        args["strategy"] = "uniform"
    named = next((count for word, count in (("terciles?|tertiles?", 3), ("quartiles?", 4), ("quintiles?", 5), ("deciles?", 10)) if clause.has(word)), None)
    if named:
        args |= {"bins": named, "strategy": "quantile"}
    elif clause.has("k ?means"):
        args["strategy"] = "kmeans"
    elif number is None and _LEVELS.search(clause.masked):
        args["bins"] = 3
    named_only = [mention.name for mention in clause.columns if mention.clear]
    if not args and named_only and all(clause.context.kind(name) in ("categorical", "text", "id") for name in named_only):
        raise Unclear(f"{' and '.join(f'“{name}”' for name in named_only)} {'holds' if len(named_only) == 1 else 'hold'} no numbers to put into ranges. Shall it go?", [option("drop_columns", {"columns": named_only}, f"Drop {' and '.join(named_only)}"), option("describe_column", {"column": named_only[0]}, f"Look at {named_only[0]} first")])
    return with_columns(clause, "bin", args)


_WIDE = re.compile(r"\b(?:decades?|(?:bands?|steps?|intervals?|ranges?|brackets?|blocks?|chunks?) of (?:about )?(\d[\d.]*)|(?:bins?|buckets?) of (?:about )?([2-9]\d|\d{3,})|every (\d[\d.]*)|(\d[\d.]*) (?:(?!equal|even|same)[a-z]+ )?(?:wide|each|steps?|apart)|(?<!same )(?<!equal )(?<!even )(?:width|size) (?:of )?(\d[\d.]*)|by (?:tens|fives|hundreds|thousands|twenties))\b(?! (?:bins|buckets|groups|classes))")
"""Bins told by how wide they are, and not by how many."""


def _refuse_width(clause: Clause) -> None:
    """Asks how many bins there shall be where it is said how wide each is: “age into decades”, “weight in bands of 5”."""
    if not _WIDE.search(clause.masked) or not clause.columns:
        return
    args: Args = {"columns": column_list(clause, "bin"), "strategy": "uniform"}
    raise Unclear("Bins are made by how many there are, not by how wide each is. How many shall it be?", [option("bin", {**args, "bins": number}, f"{number} bins of equal width") for number in (5, 10, 20)])


_LEVELS = re.compile(r"\b(?:medium|middle|mid|average|normal|moderate)\b")
"""What stands between low and high where three levels are named."""


def acknowledge(clause: Clause) -> Args:
    """Reads which finding is to stand as it is."""
    found = finding_of(clause)
    if found:
        return {"finding": found} | columns_of(clause)
    offered = [call["args"] for call in clause.context.offered if call["tool"] == "acknowledge"]
    if len(offered) == 1 and not clause.columns:
        return dict(offered[0])
    likely = [(mention.name, finding) for mention in clause.columns if mention.clear for finding in _findings(clause.context.column(mention.name))]
    offered = [option("acknowledge", {"finding": finding, "columns": [name]}, f"{finding.replace('_', ' ')} of {name}") for name, finding in likely[:3]]
    raise Unclear("Which finding shall stand as it is?", [*offered, option("profile", {}, "Show the findings")])


def _findings(column: dict[str, Any]) -> list[str]:
    """What the profile may have found about a column, by what is known of it here."""
    found = ["missing"] if column.get("missing") else []
    return found + {"id": ["id_like"], "text": ["text"], "numeric": ["outliers"], "categorical": ["high_cardinality"]}.get(str(column.get("kind")), [])
