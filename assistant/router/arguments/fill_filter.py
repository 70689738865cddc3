"""Reads which rows to keep: conditions of a column, a comparison and a value; what is to be removed is turned round."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.slots import option, refuse_unknown_quotes, stranger, unknown_column
from assistant.router.asking.changed_by_condition import refuse_blanking, refuse_changes, refuse_pulled
from assistant.router.asking.foreign import strange_words
from assistant.router.asking.labels import label
from assistant.router.asking.refused_rows import (
    refuse_clock,
    refuse_gap_beside,
    refuse_no_such_value,
    refuse_parts_of_words,
    refuse_places,
    refuse_ranked,
    refuse_reckoned,
    refuse_too_much,
    refuse_two_columns,
    refuse_unheard,
)
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.condition import OPPOSITE, OUTSIDE, Condition, as_args
from assistant.router.entities.condition_lists import either_of, is_either
from assistant.router.entities.conditions import conditions
from assistant.router.entities.direction import GOES, direction_of
from assistant.router.entities.having import says_no_such
from assistant.router.entities.yes_no_rows import rows_of_yes_or_no, says_yes_or_no, told_yes_or_no
from assistant.router.tool.triggers.wordlists import DROP
from assistant.router.wording.normalize import Token

_UNKNOWN_TURNED_DOWN = re.compile(r"(?:,|\band|\bbut) (?:no|not|without|except)(?: (?:the|any|those|for))* (?!rows|columns|ones|others)([a-z]{3,}s)(?: (?:please|either|then))?$")
"""What shall not be in the rows, by a word that is none of the table’s: “fare over 30 only, and no survivors”."""


_LIMITED = re.compile(r"(?:(?:please|just|so) )*limit (?:the |my )?@ to (?:at most |a maximum of |no more than )?N$")
"""“limit age to 80” sets an upper bound."""


_TOLD_APART = re.compile(r"\b(?:and|plus|as well as|,) (?:also )?(?:all |the |any )*(?:everybody|everyone|those|people|persons|anyone|anybody|all|ones|rows|records|whoever|every|each)\b")
"""Rows that are told one after the other, so that those of each are meant: “everybody below 20 and everybody in HR”."""


def _offered(condition: Condition, instead: str | None = None) -> dict[str, Any]:
    """Offers to keep the rows of a condition, or to take them out, where the contrary that stays is told."""
    named = label({"tool": "filter_rows", "args": as_args(condition)})
    if instead is None:
        return option("filter_rows", as_args(condition), named)
    return option("filter_rows", as_args(Condition(condition.column, instead, condition.value)), named.replace("Keep", "Remove", 1))


def filter_rows(clause: Clause) -> list[dict[str, Any]]:
    """Reads the conditions for the rows that stay, one call for each; what is to go and what is to stay may be said in one sentence."""
    halves = _halves(clause)
    if halves:
        return [args for half in halves for args in filter_rows(half)]
    if _AGAINST_THE_REST.search(clause.norm) and clause.values:
        value = clause.values[0]
        raise Unclear("A column of two values, one and the rest, is no step here. Shall only these rows stay, or groups be compared?", [option("filter_rows", {"column": value.columns[0], "op": "eq", "value": value.value}, f"Keep the rows of {value.value}"), *(option("aggregate", {"column": mention.name, "by": [value.columns[0]], "statistic": "mean"}, f"The mean {mention.name} by {value.columns[0]}") for mention in clause.columns[:1] if mention.clear and clause.context.kind(mention.name) == "numeric"), option("aggregate", {"by": [value.columns[0]], "statistic": "count"}, f"Count the rows by {value.columns[0]}")])
    if _MERGES.search(clause.norm) and len(clause.values) > 1 and len({value.columns for value in clause.values}) == 1:
        column, first, second = clause.values[0].columns[0], clause.values[0].value, clause.values[1].value
        raise Unclear(f"What shall “{first}” and “{second}” be called together?", [option("replace_values", {"column": column, "old": first, "new": second}, f"{first} becomes {second}"), option("replace_values", {"column": column, "old": second, "new": first}, f"{second} becomes {first}")])
    told = told_yes_or_no(clause)
    if told:
        return [as_args(told)]
    filters = _filters(clause, direction_of(clause).removes and not says_no_such(clause))
    if _LIMITED.match(clause.shape.text) and len(filters) == 1 and filters[0].get("op") == "eq":
        return [{**filters[0], "op": "le"}]
    refuse_blanking(clause, filters)
    refuse_unheard(clause, filters)
    refuse_no_such_value(clause, filters)
    return filters


_MERGES = re.compile(r"\b(?:merge|combine|lump|fold|collapse|unify|unite|join)\b")
_AGAINST_THE_REST = re.compile(r"\b(?:vs|versus|against|compared (?:to|with)) (?:all )?(?:the )?(?:rest|others?|everyone else|everything else)\b")
def _filters(clause: Clause, removing: bool) -> list[dict[str, Any]]:
    if says_yes_or_no(clause):
        return [rows_of_yes_or_no(clause, removing)]
    refuse_two_columns(clause)
    refuse_reckoned(clause)
    refuse_ranked(clause)
    refuse_clock(clause)
    if not clause.columns and not clause.values:
        refuse_places(clause)
    try:
        found = conditions(clause)
    except Unclear as unclear:
        raise Unclear(_with_rest(unclear.question, clause), [_turned(entry) for entry in unclear.options] if removing else unclear.options) from unclear
    refuse_parts_of_words(clause, found)
    refuse_gap_beside(clause, found)
    _refuse_number_of_date(clause, found)
    refuse_pulled(clause)
    refuse_changes(clause, found)
    if not found:
        unknown = stranger(clause, "where|whose|with", "rows?|records?|it|there|there is|a|an")
        if unknown:
            raise unknown_column(unknown, clause, "filter_rows", "column", {"op": "not_missing"})
        refuse_unknown_quotes(clause, "filter_rows", "column", {"op": "not_missing"})
        if removing:
            refuse_too_much(clause)
        raise _which_of(clause, removing) or _no_condition()
    turned_down = _UNKNOWN_TURNED_DOWN.search(clause.shape.text)
    if turned_down:
        kept = [_offered(condition) for condition in found[:2]]
        raise Unclear(f"I see no column or value “{turned_down[1]}” here, which shall not be in the rows. Shall I leave that out?", [*kept, option("preview", {}, "Look at the data first")])
    if len(found) == 1 and found[0].op in ("between", OUTSIDE):
        return _strictly(found[0]) if not removing and found[0].op == "between" and clause.has("strictly|exclusive(?:ly)?") else [_between(found[0], removing)]
    if any(condition.op == OUTSIDE for condition in found):
        raise _two_sides(next(condition for condition in found if condition.op == OUTSIDE))
    if not removing:
        _refuse_one_sort(clause, found)
        _refuse_unknown_verb(clause, found)
        if len(found) > 1 and ((re.search(r"@ (?:, )?or (?:the )?@", clause.masked) and not _NONE_OF_THEM.search(clause.masked)) or either_of(clause)):
            raise Unclear("I can keep the rows for which every condition holds, one after the other, but not those for which one of several does. Which shall I keep?", [_offered(condition) for condition in found[:4]])
        return [as_args(condition) for condition in found]
    if len(found) > 1 and (is_either(clause) or _apart(found) or _each_named(clause) or (_EACH_ALONE.fullmatch(clause.shape.text) and len({condition.column for condition in found}) == len(found))) and all(OPPOSITE.get(condition.op, OUTSIDE) != OUTSIDE for condition in found):
        return [as_args(Condition(condition.column, OPPOSITE[condition.op], condition.value)) for condition in found]
    if len(found) > 1 or found[0].op == "contains":
        raise _which_out(clause, found)
    condition = found[0]
    return [as_args(Condition(condition.column, OPPOSITE[condition.op], condition.value))]


def _which_out(clause: Clause, found: list[Condition]) -> Unclear:
    """Asks which rows shall go where several conditions are told for them, or one that has no contrary."""
    out = [_offered(condition, OPPOSITE[condition.op]) for condition in found[:3] if OPPOSITE.get(condition.op, OUTSIDE) != OUTSIDE]
    if len(found) > 1 and out and _SPARES.search(clause.shape.text):
        name = found[0].column
        return Unclear("I can remove the rows of one condition, but spare none of them for another. Shall all of these go?", [{**out[0], "label": f"{out[0]['label']}, all of them"}, option("describe_column", {"column": name}, f"Look at {name} first"), option("preview", {}, "Look at the data first")])
    if len(found) > 1 and len(out) == len(found):
        if _TOLD_APART.search(clause.norm):
            return Unclear("Shall all of these rows go, or only some of them?", [*out, option("preview", {}, "Look at the data first")])
        alone = [{**entry, "label": f"Only {entry['label'][0].lower()}{entry['label'][1:]}"} for entry in out]
        return Unclear("I can remove the rows of one condition, but not only those for which several hold. Which rows shall go?", [*alone, option("preview", {}, "Look at the data first")])
    kept = [_offered(condition) for condition in found[:3]]
    return Unclear("I can keep the rows for which something is true, or remove those of one condition. Which rows shall stay?", [*kept, option("preview", {}, "Look at the data first")])


def _refuse_number_of_date(clause: Clause, found: list[Condition]) -> None:
    """Asks which column is meant where a plain number would be compared with dates: “R$ 1000-2000”."""
    for condition in found:
        values = condition.value if isinstance(condition.value, list) else [condition.value]
        if clause.context.kind(condition.column) == "datetime" and any(isinstance(value, int | float) for value in values):
            raise Unclear("Which column shall that be about?", [_offered(Condition(name, condition.op, condition.value)) for name in clause.context.features(("numeric",))[:3]] or [option("describe_column", {"column": condition.column}, f"Look at {condition.column}")])


_BOTH_EXCEPTED = re.compile(r"(?:except|but|apart from|other than|besides|save for)(?: for)? (?:(?:the|all|any) )*# (?:[a-z]+s )?(?:from|in|with|at|on|who are|that are|which are) (?:the |a )?[#@]")
_OF_ONE_SORT = re.compile(
    r"# (?:(?:that|who|which|are|with|an?|the|@|[a-z]+s) )*(?:older|younger|over|under|above|below|more|less|heavier|lighter|longer|shorter|higher|lower|larger|"
    r"smaller|bigger|cheaper|>|<)(?: (?:than|=))? N(?: [a-z]+)? ?,? (?:and|plus|as well as)(?: also)? (?:all|every|any)(?: of| the)* #",
)
"""“dogs older than 3 and all cats”, of which a number tells only the first."""


def _refuse_one_sort(clause: Clause, found: list[Condition]) -> None:
    """Asks where a condition is told of some of the rows alone, as those that stay need not meet all of them: “everyone except monthly from the coast”."""
    if len(found) > 1 and (_BOTH_EXCEPTED.search(clause.shape.text) or _OF_ONE_SORT.search(clause.shape.text)):
        raise Unclear("I can keep the rows for which every condition holds, one after the other, but not rows of which each sort has its own. Which shall I keep?", [_offered(condition) for condition in found[:4]])


_SPARES = re.compile(r"[#ND@](?: [a-z]+)? ?,? (?:unless|except(?:ing)?|but not|other than|apart from|save for|if not) ")
"""What spares some of the rows that go: “drop all men unless they survived”."""


def _apart(found: list[Condition]) -> bool:
    """Says whether no row can meet both of two conditions, so that each alone takes rows away: “drop pulse under 40 and over 180”."""
    ends = {condition.op[0]: condition.value for condition in found}
    return len(found) == 2 and found[0].column == found[1].column and ends.keys() == {"l", "g"} and type(ends["l"]) is type(ends["g"]) and ends["l"] <= ends["g"]


_KEEPS = re.compile(r"\b(?:only|just|keep|retain|stay|remain|limit|restrict|focus|stick|neither|but|except|apart|other|besides|i want|we want|i need|we need|show|see|select|use)\b")
_ALIKE = 0.8
"""Below this a word only has letters of a column’s name: “sing me the alto line” beside YearsSinging."""
_TAKES_ROWS = re.compile(r"(?:the|all|any|every|each|those|these|no|some|me|us|want|wants|wanted|need|have|having|care|#)$")


def _refuse_unknown_verb(clause: Clause, found: list[Condition]) -> None:
    """Asks which rows shall stay where the word that would say so is not known: “dinnae want the cash ones”, “yeet the cod”."""
    if len(found) != 1 or _KEEPS.search(clause.norm) or OPPOSITE.get(found[0].op, OUTSIDE) == OUTSIDE:
        return
    inside = {index for value in clause.values for index in range(value.start, value.end)}
    strange = [index for index in strange_words(clause).values() if index not in inside] + [mention.start for mention in clause.columns if mention.score < _ALIKE]
    if any(((index == 0 or clause.word(index - 1) in ("you", "please", "to", "lets", "just", "then", "pls")) and (_TAKES_ROWS.match(clause.word(index + 1)) or index + 1 in inside)) or clause.word(index - 1) in ("them", "those", "it") for index in strange):
        turned = Condition(found[0].column, OPPOSITE[found[0].op], found[0].value)
        raise Unclear("Shall these rows stay, or go?", [option("filter_rows", as_args(turned), "They go"), option("filter_rows", as_args(found[0]), "Only they stay")])


def _no_condition() -> Unclear:
    """Asks for the condition where the words hold none; the rest of the message may."""
    unclear = Unclear("Which rows shall stay? Say, for instance, “keep only rows where a column is above 10”.", [option("preview", {}, "Look at the data"), option("list_options", {"stage": "data"}, "What can be done with rows")])
    unclear.vague = True
    return unclear


def _which_of(clause: Clause, removing: bool) -> Unclear | None:
    """Asks which rows of the one column of few values are meant, where the words name none of its values."""
    name = clause.columns[0].name if len(clause.columns) == 1 and clause.columns[0].clear and not clause.numbers else ""
    known = clause.context.column(name).get("values") or [] if clause.context.kind(name) == "categorical" else []
    if not 1 < len(known) < MANY or not _ONE_WORD_MORE.fullmatch(clause.masked.strip(" .!")):
        return None
    unclear = Unclear(f"I see no value of “{name}” in that. Which of its rows shall {'go' if removing else 'stay'}?", [option("filter_rows", {"column": name, "op": "ne" if removing else "eq", "value": value}, str(value)) for value in known[:4]])
    unclear.vague = True
    return unclear


_ONE_WORD_MORE = re.compile(rf"(?:(?:only|just|keep|please|the|all|show|me|no|without|{DROP}) )*(?:@ (?!only|just|please|out|away)[a-z]+|[a-z]+ @)(?: (?:only|please|out|away|alone|rows))*")
MANY = 12
"""From so many values of a column on it may have others than those known."""
_NONE_OF_THEM = re.compile(r"\b(?:without|no|neither|not have)\b[^@]*@ (?:, )?(?:n?or|and)\b")
"""What lacks each of two things: “rides without a tip or tolls”."""


def _strictly(condition: Condition) -> list[dict[str, Any]]:
    """The two conditions for what lies between two values but is neither."""
    low, high = condition.value
    return [as_args(Condition(condition.column, "gt", low)), as_args(Condition(condition.column, "lt", high))]


def _with_rest(question: str, clause: Clause) -> str:
    """Says beside a question for one condition which values the options leave out."""
    rest = [clause.written(value) for value in clause.values]
    return f"{question} Each of these does that alone: say {' and '.join(f'“only {word}”' for word in rest[:3])} after it, or all of it once more with the name of the column." if rest and "which column" in question.lower() else question


def _between(condition: Condition, removing: bool) -> dict[str, Any]:
    """The condition for what lies between two values; asks which side shall stay where it is what lies outside of them."""
    if removing == (condition.op == OUTSIDE):
        return as_args(Condition(condition.column, "between", condition.value))
    raise _two_sides(condition)


def _two_sides(condition: Condition) -> Unclear:
    column, (low, high) = condition.column, condition.value
    options = [option("filter_rows", {"column": column, "op": "lt", "value": low}, f"Keep those below {low}"), option("filter_rows", {"column": column, "op": "gt", "value": high}, f"Keep those above {high}"), option("filter_rows", {"column": column, "op": "between", "value": [low, high]}, "Keep those between")]
    return Unclear(f"I can keep the rows with {column} below {low}, or above {high}, or between, but not those on both sides at once. Which shall stay?", options)


_TURN = re.compile(rf" (?:, )?(?:(?:and|but|then|also|,) )+(?=(?:(?:just|only|please|now) )*(?:keep|leave|take|{GOES})(?!\S))")


def _halves(clause: Clause) -> list[Clause]:
    """Cuts “leave a and b out and keep c above 0” where a verb of its own follows; empty where there is nothing to cut."""
    shape = clause.shape
    for match in _TURN.finditer(shape.text):
        left, right = shape.text[: match.start()], shape.text[match.end() :]
        if not (re.search(r"(?<!\S)[#ND](?!\S)", left) and re.search(r"(?<!\S)[#ND](?!\S)", right)):
            continue
        thing = shape.things[shape.places(match.end(), len(shape.text)).start]
        start = thing.start if isinstance(thing, Token) else clause.tokens[thing.start].start
        joint = shape.things[shape.places(match.start() + 1, match.end()).start]
        return [Clause(clause.text[: joint.start].strip(" ,"), clause.context), Clause(clause.text[start:], clause.context)]
    return []


def _turned(entry: dict[str, Any]) -> dict[str, Any]:
    """Writes an option to keep rows as the option to remove them."""
    args = entry["call"]["args"]
    opposite = OPPOSITE.get(args.get("op", ""))
    return option("filter_rows", {**args, "op": opposite}, entry["label"]) if opposite and opposite != OUTSIDE and entry["call"]["tool"] == "filter_rows" else entry


_EACH_NAMED = re.compile(r"\band (?:any |all |every |the |those |also )*(?:@ (?:over|above|below|under|of|beyond|more|less|longer|shorter|greater|higher|lower|larger|smaller|older|younger|[<>=])|\w+ (?:over|above|below|under|more than|less than|longer|shorter|older|younger) )")


_EACH_ALONE = re.compile(
    rf"(?:(?:please|just|now|and|then|so|can you|could you|lets) )*(?:{GOES}) (?:(?:the|all|any|every|of) )*(?:# @|@ #|"
    rf"#)(?: [a-z]{{3,}}s)?(?: ?(?:,|and|, and|as well as|plus) (?:(?:also|all|any|every) )*(?:(?:the|any|all|every) (?:# @|@ #|#)(?: [a-z]{{3,}}s)?|"
    rf"@ #))+(?: (?:too|as well|please|out|away))*",
)
"""Rows that are called by a value each: “get rid of the night shift and the line L3”."""


def _each_named(clause: Clause) -> bool:
    """Says whether each condition has rows of its own: “trips longer than 20 and fares over 100” are two sorts of rows to remove."""
    return _EACH_NAMED.search(clause.masked) is not None and not clause.has("where|whose|if|when|which|that|who|with")
