"""Fills the arguments of the tools that take rows away, all but `filter_rows`, and of the one that changes what stands in them."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.fill_data import Args, one_column
from assistant.router.arguments.recoding import recodings
from assistant.router.arguments.slots import column_list, mentioned_after, option, resolved, unknown_column
from assistant.router.asking.compared_away import refuse_compared
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.column_values import coerced, yes_of
from assistant.router.entities.quantities import fraction_of
from assistant.router.wording.normalize import plain_number


def drop_duplicates(clause: Clause) -> Args:
    """Reads the columns by which rows are the same, if any."""
    copied = _COPY_OF.fullmatch(clause.masked)
    if copied and len(clause.columns) == 2:
        raise Unclear("Shall one of them go? Which one?", [option("drop_columns", {"columns": [mention.names[0]]}, f"Drop {mention.names[0]}") for mention in clause.columns])
    if _THERE_TWICE.fullmatch(clause.masked.strip(" .!?")) and clause.columns[0].clear and clause.context.kind(clause.columns[0].name) != "id":
        name = clause.columns[0].name
        raise Unclear(f"Is the whole column “{name}” there twice, or are rows the same in it?", [option("profile", {}, "Look for columns that are the same"), option("drop_columns", {"columns": [name]}, f"Drop {name}"), option("drop_duplicates", {"columns": [name]}, f"Keep one row for each {name}")])
    if clause.columns and all(mention.score < 1.0 for mention in clause.columns) and not _BY_COLUMNS.search(clause.masked):
        return {}  # “some loans are in there twice” speaks of rows, though there is a LoanDate
    return {"columns": column_list(clause, "drop_duplicates")} if clause.columns else {}


_THERE_TWICE = re.compile(
    r"(?:i think |it seems |maybe |well |hm+ |so )*(?:the |"
    r"our )?@(?: column)? (?:(?:is|are|was|appears?|occurs?|shows? up|exists?|stands?|comes?|seems?|looks?|to be|in there|in it|there|in the (?:table|data)|"
    r"listed|given|present) ?)+(?:twice|two times|double|doubled|duplicated?|redundant|2x)(?: in (?:there|it|the (?:table|data|file)))?",
)
_COPY_OF = re.compile(r"(?:the )?@ (?:(?:is|are|just|only|really|an?|the|exact|same|nearly|almost) )*(?:copy|copies|duplicate|double|twin|repeat|repetition|clone)s? of (?:the )?@")
"""What is said of a column that tells the same as another one."""
_BY_COLUMNS = re.compile(r"\b(?:by|per|on|in|same|each|identical|equal|considering|using|one)(?: (?:the|their|column|same))* @|@ columns?\b")


_WHERE_IT = re.compile(r"\b(?:where|in which|when|if) (?:its|it is|it isnt|theyre|they are|that is|thats|there is none)\b|\bwithout (?:it|one|them)\b")


_MOSTLY = re.compile(r"\b(?:mostly|mainly|largely|(?:almost|nearly|practically) (?:all |completely |entirely |fully )?)(?: ?(?:empty|missing|blank|nan|null|gaps))\b")


_WHATEVER = re.compile(r"\b(?:whatever|anything|everything)(?: that| which)? (?:has|have|contains?|holds)\b")
"""Neither rows nor columns: “throw out whatever has gaps”."""


def drop_missing(clause: Clause) -> Args:
    """Reads rows or columns, and from which share of missing values."""
    args: Args = {}
    if clause.has("columns?|features?|variables?|cols?") and not clause.has("rows?|records?|lines|entries") and not clause.columns:
        args["axis"] = "columns"
    elif clause.has("rows|records|lines|entries"):
        args["axis"] = "rows"
    if not args and not clause.columns and _WHATEVER.search(clause.masked):
        raise Unclear("Shall the rows with gaps go, or the columns?", [option("drop_missing", {"axis": axis}, f"Drop the {axis} with missing values") for axis in ("rows", "columns")])
    share = fraction_of(clause)
    if share is not None:
        args["threshold"] = share
    elif _MOSTLY.search(clause.masked) and "axis" not in args and not clause.columns:
        args |= {"axis": "columns", "threshold": 0.5}
    elif _MOSTLY.search(clause.masked):
        args["threshold"] = 0.5
    unknown = None if clause.columns else re.search(r"\b(?:where|whose|without|missing) (?:the |an? )?(?!values?\b|data\b|missing\b|any\b)([a-z_]\w*) (?:is|are|has)\b", clause.masked)
    if unknown and unknown[1] not in ("something", "anything", "there", "one", "it", "value", "values", "data"):
        raise unknown_column(unknown[1], clause, "drop_missing", "columns")
    if not clause.columns and clause.spoken and _WHERE_IT.search(clause.masked):
        args["columns"] = list(clause.spoken)
    if clause.columns:
        args["columns"] = list(dict.fromkeys(resolved(mention, clause, "drop_missing", "columns", args, many=True) for mention in clause.columns))
        if len(args["columns"]) > 1 and "threshold" not in args and _ALL_OF_THEM.search(clause.masked):
            args["threshold"] = _ALL_BUT_ONE[len(args["columns"]) > 2]
    elif _WITHOUT_THEM.search(clause.masked) and "columns" not in args:
        raise Unclear("Rows without what? Say the column, or what stands in it.", [option("drop_missing", {"axis": "rows"}, "Drop the rows with a gap in any column"), option("preview", {}, "Look at the data first")])
    return args


_ALL_OF_THEM = re.compile(r"\b(?:both|all of|all (?:three|four|five)|neither)\b[^@]{0,20}@.*\b(?:and|nor|&) (?:the )?@|@ (?:and|&) (?:the )?@ (?:are |is )?(?:both|all)\b")
"""Rows in which not one but all of the columns are empty: “where both age and cabin are missing”."""
_ALL_BUT_ONE = (0.5, 0.99)
"""The share above which all of two columns are empty, and all of more than two."""
_WITHOUT_THEM = re.compile(r"\b(?:without|minus|no) (?:it|them|those|these|that)$")


def replace_values(clause: Clause) -> Args | list[Args]:
    """Reads the column, the old value and the new one; several values are several calls."""
    found = recodings(clause)
    if found:
        for entry in found:
            refuse_compared(clause, entry.column, entry.old)
        return [{"column": entry.column, "old": entry.old, "new": entry.new} for entry in found]
    within = mentioned_after(clause, "in|of|for")
    implied = clause.values[0].columns if clause.values and not clause.columns else ()
    column = implied[0] if len(implied) == 1 else resolved(within, clause, "replace_values", "column") if within else one_column(clause, "replace_values")
    words = clause.tokens
    inside = {index for mention in clause.columns if column in mention.names for index in range(mention.start, mention.end)}
    skip = {"replace", "change", "swap", "convert", "map", "turn", "recode", "substitute", "in", "of", "the", "column", "value", "values", "all", "every", "a", "treat", ",", "from", "should", "be", "go", "marked", "treated", "counted", "really", "for", "as", "set", "any", "an", "actually", "just", "that", "count", "consider", "read"}
    old: list[Any] = []
    new: list[Any] = []
    bucket = old
    for index, token in enumerate(words):
        if index in inside:
            continue
        if token.norm == "," and new:
            break
        if (token.norm in ("with", "by", "to", "means", "mean", "is", "into", "->", "=", "stands", "counts", "should", "becomes") and old) or (token.norm == "as" and old) or (token.norm == "for" and old and words[0].norm in ("swap", "exchange", "substitute")):
            bucket = new
        elif token.norm not in skip or token.quoted:
            bucket.append(token)
    if clause.has("instead of|rather than") and clause.has("write|use|put"):
        old, new = _instead(words, inside)
    if not old or not new or len(new) > 4 or len(old) > 6 or any(token.norm in _NO_VALUE and not token.quoted for token in (*old, *new)):
        raise _which_becomes_which(clause, column)
    missing = new[0].norm in ("missing", "nan", "null", "na", "none", "nothing", "empty", "unknown", "blank", "blanks", "gap", "gaps", "nans", "nulls") and not new[0].quoted
    if len(old) > 2 and not old[0].quoted and clause.text[old[0].start : old[-1].end] not in [str(value) for value in clause.context.column(column).get("values") or []]:
        raise Unclear(f"Which value in “{column}” shall become “{clause.text[new[0].start : new[-1].end]}”? Say, for instance, “replace 0 in {column} with 1”.")
    before, after = _literal(clause, column, old), None if missing else _literal(clause, column, new)
    refuse_compared(clause, column, before)
    if before == after and len(new) == 1:
        after = new[0].text  # “write Woman instead of Female”
    return {"column": column, "old": before, "new": after}


def _which_becomes_which(clause: Clause, column: str) -> Unclear:
    """Asks which value becomes which; of two that were named, either may be the one that stays."""
    known = [str(value) for value in clause.context.column(column).get("values") or []]
    written = [clause.text[clause.tokens[value.start].start : clause.tokens[value.end - 1].end] for value in clause.values if column in value.columns]
    both = [value for value in dict.fromkeys(written) if value in known]
    ways = [(both[0], both[1]), (both[1], both[0])] if len(both) == 2 else []
    said = "" if ways else f" Say, for instance, “replace 0 in {column} with 1”."
    return Unclear(f"Which value in “{column}” shall become which?{said}", [option("replace_values", {"column": column, "old": old, "new": new}, f"{old} becomes {new}") for old, new in ways])


_NO_VALUE = frozenset(["is", "are", "was", "were", "it", "they", "this", "that", "who", "which", "what", "where", "when", "if", "someone", "somebody", "typed", "wrote", "says", "say", "named", "names", "you", "we", "i", "please", "and", "now", "already", "still", "today", "them", "those", "these", "merge", "put", "make", "by", "of", "with", "per", "from"])
"""Words of a sentence that no value is read from: what was said was then something else."""


def _instead(words: list[Any], inside: set[int]) -> tuple[list[Any], list[Any]]:
    """Reads “in origin write b instead of a”: what is to go stands last."""
    place = next(index for index, token in enumerate(words) if token.norm in ("instead", "rather"))
    verb = next((index for index, token in enumerate(words[:place]) if token.norm in ("write", "use", "put")), place)
    kept = [token for index, token in enumerate(words[verb + 1 : place], verb + 1) if index not in inside and token.norm not in ("the", "a", ",")]
    return [token for index, token in enumerate(words[place + 2 :], place + 2) if index not in inside and token.norm not in ("the", "a", "in", "of")], kept


def _literal(clause: Clause, column: str, tokens: list[Any]) -> Any:
    if len(tokens) == 1:
        return coerced(clause.context, column, tokens[0])
    return clause.text[tokens[0].start : tokens[-1].end]


def sample_rows(clause: Clause) -> Args:
    """Reads a count of rows or a fraction."""
    _refuse_some(clause)
    share = fraction_of(clause)
    if share is not None:
        return {"fraction": share}
    numbers = [token.number for _, token in clause.numbers if token.number]
    if numbers:
        return {"rows": plain_number(numbers[0])}
    raise Unclear("How many rows shall I keep?", [option("sample_rows", {"rows": 1000}, "1000 rows"), option("sample_rows", {"fraction": 0.1}, "10 % of them")])


_OF_SOME = re.compile(r"\b(?:of|from|among|out of) (?:the |our |my |all )*@(?! column)")


def _refuse_some(clause: Clause) -> None:
    """Asks where a sample is to be drawn of some of the rows alone, which takes two steps: “a third of the churners”."""
    mention = clause.columns[0] if len(clause.columns) == 1 and clause.columns[0].clear and _OF_SOME.search(clause.masked) else None
    yes = yes_of(clause.context, mention.name) if mention else None
    if mention and yes is not None:
        raise Unclear(f"A sample is drawn from all rows. Shall first only the rows stay where {mention.name} is {yes}?", [option("filter_rows", {"column": mention.name, "op": "eq", "value": yes}, f"Keep the rows where {mention.name} is {yes}"), option("describe_column", {"column": mention.name}, f"Look at {mention.name} first")])
