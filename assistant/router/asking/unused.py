"""Asks where something that was recognised would be lost: a request is not carried out in part without a word.

What a person names (a column, a value of one, a number, a model, a metric) must have become an argument, or be what the
tool is about anyhow. What is left over makes the answer a question, with the request as it was read as one of its options.
"""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.model_slots import models_of
from assistant.router.arguments.params import read_params
from assistant.router.arguments.slots import EXCEPT, KINDS_OF, option, unknown_beside, unknown_column
from assistant.router.asking.foreign import strange_words, words_of_tool
from assistant.router.asking.labels import label
from assistant.router.asking.neighbours import NEIGHBOURS
from assistant.router.asking.stranger_values import refuse_stranger_value
from assistant.router.context import Call, leaves
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.measures import in_any_unit
from assistant.router.entities.names import key, parts
from assistant.router.entities.reserved import TARGET_WORDS
from assistant.router.entities.row_names import names_the_row
from assistant.router.entities.stems import stem
from assistant.router.entities.value_words import PEOPLE
from assistant.router.entities.vocabulary import EXPORT, MODELS, every, placed, with_signs
from assistant.router.entities.words import COMMON, RESERVED, STATISTICS, TRADE_NOUNS, WORLDLY
from assistant.router.wording.normalize import Token
from engine.models import label_of

_FREE = frozenset(["define", "help", "remove_step", "edit_step", "leaderboard", "name_experiment", "branch", "open_experiment", "rename_column", "acknowledge", "load_data"])
"""Tools of which an argument is free text, or is read by words of its own."""
_LEARNS_FROM = re.compile(r"\b(?:using|on|with|from|by)(?: only| just| the| columns?| features?)* @")
_LEFT_ALONE = re.compile(rf"\b(?:{EXCEPT}|leave|leaving|keep|keeping|spare|skip|without|not|dont|but|only)\b")
_KEPT_ALONE = re.compile(r"\b(?:everything|all|all the \w+|every \w+|anything) (?:but|except(?: for)?|besides|other than|apart from)\b")
_SMALL = frozenset(["zero", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"])
"""Numbers in words, which mostly only say how many things there are: “the two classes”."""
_FOR_A_MODEL = re.compile(r"\b(?:ready|fit|suitable|prepare\w*|prep|clean\w*)\b[^.]{0,30}\bfor (?:an? |the |my )?MODEL")
"""A model that only says what something is for."""
_SECONDS = (1, 60, 3600)


def refuse_losses(tool: str, calls: list[Call], clause: Clause) -> None:
    """Asks where the calls leave out something that the words name."""
    if not calls or tool in _FREE:
        return
    _refuse_stranger_beside(calls, clause)
    refuse_stranger_value(calls, clause)
    _refuse_lost_models(calls, clause)
    _refuse_lost_features(calls, clause)
    lost = [] if tool == "show_errors" and not clause.numbers else losses(calls, clause)  # it looks into the groups of every column
    lost = [word for word in lost if not every(word.lower(), EXPORT)] if tool == "export" else lost  # a “chat” log, where chat is a value as well
    if (tool in ("predict", "what_if", "rank_features", "set_threshold") or calls[0]["args"].get("method") == "partial_dependence" or (tool == "explain" and "row" in calls[0]["args"])) and len(lost) == 1 and clause.context.target is None and any(clause.written(mention) == lost[0] for mention in clause.columns):
        return  # what is asked for, which no target says yet: “price of a VW with heavy rust”
    if lost:
        raise Unclear(f"I understood “{label(calls[0])}”, but not what {' and '.join(f'“{word}”' for word in lost[:3])} shall do in it. Shall I do it like this?", [_kept(calls[0]), *_others(clause, lost)])


_AND = r"(?:, and|,|and|&|\+|plus|as well as|along with|together with)"
_BESIDE = (
    re.compile(rf"(?:^|(?<= ))([a-z_]{{3,}}) ?{_AND} (?:the )?@"),
    re.compile(rf"@ ?{_AND} (?:the )?([a-z_]{{3,}})(?= ?$| ?,| (?:and|with|by|to|please|as|for|into|out|away|columns?|categor\w+|numbers?|numeric|dates?|text|ids?)\b)"),
)
"""A word in a list of columns: “scale humidity and @”."""
_OF_LISTS = frozenset([*KINDS_OF, "impute", "drop_columns", "choose_features", "set_kind"])
"""Tools that do something to each column of a list."""
_HELD_AGAINST = re.compile(r"@ (?:against|vs|versus|over|by|per) (?:the )?([a-z_]{3,})$")
"""A word in the place of the column that another is drawn against: “plot @ against gizmo”."""


def _refuse_stranger_beside(calls: list[Call], clause: Clause) -> None:
    """Asks which column a word means that stands in a list of columns and is none: “scale the humidity and the wind”."""
    _refuse_strange_axis(calls, clause)
    names = calls[0]["args"].get("columns") if len(calls) == 1 else None
    if not isinstance(names, list) or calls[0]["tool"] not in _OF_LISTS:
        return
    strange = strange_words(clause)
    said = next((match[1] for pattern in _BESIDE for match in pattern.finditer(with_signs(clause.masked)) if match[1] in strange or match[1] in _NAMES_OF_COLUMNS), None)
    said = said or next((clause.written(mention) for mention in clause.columns if mention.score <= _MISSPELT and any(other.names == mention.names and other.score >= 1.0 and other.end + 1 == mention.start for other in clause.columns)), None)
    if said is not None:
        raise unknown_beside(said, names, clause, calls[0]["tool"], calls[0]["args"])


def _refuse_strange_axis(calls: list[Call], clause: Clause) -> None:
    """Asks which column a word means that another is to be drawn against, where only that one would be drawn."""
    said = _HELD_AGAINST.search(with_signs(clause.masked)) if [call["tool"] for call in calls] == ["plot"] and set(calls[0]["args"]) <= {"kind", "x"} else None
    first = _DRAWN_BY.match(with_signs(clause.masked)) if said is None and [call["tool"] for call in calls] == ["plot"] and set(calls[0]["args"]) <= {"kind", "x"} else None
    if first and (first[1] in strange_words(clause) or (len(first[1]) == 2 and first[1] not in COMMON)):
        raise unknown_column(first[1], clause, "plot", "x", {name: value for name, value in calls[0]["args"].items() if name != "x"} | {"color": calls[0]["args"].get("x")})
    if said and said[1] in strange_words(clause):
        unclear = unknown_column(said[1], clause, "plot", "y", calls[0]["args"])
        unclear.options = [entry for entry in unclear.options if entry["label"] != calls[0]["args"].get("x")] + [_kept(calls[0])]
        raise unclear


_DRAWN_BY = re.compile(r"(?:(?:plot|draw|show|box(?:es|plot)?|violins?|histogram|of|the|me) )*([a-z_]{2,}) (?:by|per|for each) (?:the )?@(?: |$)")
"""A word in the place of the column that is drawn for each group: “bp by sex as boxes”."""
_MISSPELT = 0.8
"""Up to which score a name is only spelled alike: “latitude and altitude” beside a column latitude."""
_NAMES_OF_COLUMNS = (RESERVED | WORLDLY) - STATISTICS - TRADE_NOUNS - {"log"}
"""Everyday words that mostly name a column."""


def losses(calls: list[Call], clause: Clause) -> list[str]:
    """Lists the columns, values and numbers of the words that are in none of the calls, as they were written."""
    told = [leaf for call in calls for leaf in leaves(call["args"])]
    told += [NEIGHBOURS] if any(call["args"].get("strategy") == "knn" for call in calls) else []
    told += TARGET_WORDS if any(call["tool"] == "set_target" for call in calls) else ()
    models = [name.replace("_", " ") for name in models_of(clause) if name not in told and not any(str(leaf).startswith(f"{name}-") for leaf in told) and not _LEFT_ALONE.search(clause.masked) and not _FOR_A_MODEL.search(with_signs(clause.masked))]
    about_work = words_of_tool(calls[0]["tool"]) if len(calls) == 1 and calls[0]["tool"] in _NO_COLUMN else frozenset()
    parts_of_rows = _PARTS_OF_ROWS if calls and calls[0]["tool"] in ("split", "evaluate", "cross_validate") else frozenset[str]()
    return [*(name for name in _lost_columns(told, clause, about_work) if name.lower() not in parts_of_rows), *_lost_values(told, clause, _whole_table(calls)), *([] if any(call["args"].get("method") == "ordinal" for call in calls) else _lost_numbers(told, clause, any(call["tool"] == "split" for call in calls))), *models]


_PARTS_OF_ROWS = frozenset(["train", "training", "test", "testing", "validation", "holdout"])
"""The parts of a split, whatever columns are called like them."""


def _kept(call: Call) -> dict[str, Any]:
    return option(call["tool"], call["args"], f"Yes: {label(call)}")


def _others(clause: Clause, lost: list[str]) -> list[dict[str, Any]]:
    """Offers to look at a column that was named for nothing, or to keep the rows of a value."""
    columns = [option("describe_column", {"column": mention.name}, f"Describe {mention.name}") for mention in clause.columns if mention.clear and clause.written(mention) in lost]
    op, first = ("ne", "leave out") if _LEFT_ALONE.search(clause.masked) else ("eq", "keep")
    rows = [option("filter_rows", {"column": value.columns[0], "op": op, "value": value.value}, f"First {first} the rows with {value.value}") for value in clause.values if clause.written(value) in lost]
    return [*rows, *columns, option("list_options", {}, "Show what can be done")][:3]


_NO_COLUMN = frozenset(["evaluate", "plot_model", "undo", "redo", "export", "leaderboard", "list_models", "tour", "help", "suggest", "show_pipeline", "list_options", "job_status", "cancel", "show_errors", "calibrate", "apply_tuning"])
"""Tools that have no use for a column, so that words for what they do are none."""
_OF_A_COLUMN = frozenset(["by", "per", "for", "of", "on", "in", "with", "without", "only", "column", "from", "against"])


_IN_FULL = 1.5
"""From which score on a column is named as it is written."""


def _lost_columns(told: list[Any], clause: Clause, about_work: frozenset[str] = frozenset()) -> list[str]:
    """The columns that were named and are in no argument; what is left alone on purpose, and the target, count as said."""
    said = {leaf for leaf in told if isinstance(leaf, str)}
    pieces = {piece for leaf in said for piece in parts(leaf)} if len(said) < 20 else set()
    left = _LEFT_ALONE.search(clause.masked)
    lost = []
    for place, mention in enumerate(clause.columns):
        if mention.score <= 1.0 or set(mention.names) & said or clause.context.target in mention.names:
            continue
        if any(clause.written(mention).lower() in str(leaf).lower().split() for leaf in said if " " in leaf):
            continue  # “pulse pressure = systolic - diastolic” names what is new
        if left and (_KEPT_ALONE.search(clause.masked) or clause.masked[: left.start()].count("@") <= place):
            continue
        if about_work and mention.end - mention.start == 1 and not mention.quoted and clause.word(mention.start - 1) not in _OF_A_COLUMN and stem(clause.word(mention.start)) in about_work:
            continue  # “undo the drop”, whatever columns there are
        if mention.score < _IN_FULL and all(set(parts(name)) & pieces for name in mention.names):
            continue  # “pickups in Brooklyn” says of which borough
        if clause.context.kind(mention.name) in ("id", "text") and mention.end < len(clause.tokens) and clause.tokens[mention.end].number in told:
            continue  # “patient 12” is a row
        lost.append(clause.written(mention))
    return lost


def _whole_table(calls: list[Call]) -> bool:
    """Says whether the calls look at all rows, so that “without the cash orders” would be lost."""
    return all(call["tool"] in ("aggregate", "correlate", "describe_column", "sample_rows", "train", "compare_models") for call in calls)


def _lost_values(told: list[Any], clause: Clause, all_rows: bool = False) -> list[str]:
    said = {key(str(leaf)) for leaf in told}
    files = " ".join(leaf.lower() for leaf in told if isinstance(leaf, str) and "." in leaf and re.search(r"\.\w{2,7}$", leaf))
    return [
        clause.written(value)
        for value in clause.values
        if not names_the_row(clause, value)
        and not {key(str(form)) for form in (*value.as_in, value.value)} & said
        and not {key(name) for name in value.columns} & said
        and key(clause.written(value)) not in said
        and clause.written(value).lower() not in files
        and clause.context.target not in value.columns
        and (all_rows or not _LEFT_ALONE.search(clause.masked))
        and not (value.end - value.start == 1 and clause.word(value.start) in COMMON - PEOPLE.keys())
    ]


def _lost_numbers(told: list[Any], clause: Clause, tenths: bool) -> list[str]:
    said = [float(leaf) for leaf in told if isinstance(leaf, int | float) and not isinstance(leaf, bool)]
    texts = " ".join(str(leaf) for leaf in told if isinstance(leaf, str))
    lost = []
    units = [clause.word(index + 1) for index, _ in clause.numbers]
    for index, token in clause.numbers:
        if any(value in said for unit in units for value in in_any_unit(token.number or 0, unit)):
            continue
        if clause.word(index + 1) in ("layer", "layers") and len(said) >= (token.number or 0):
            continue  # “two layers of 32”
        if (token.text.lower() in _SMALL and not _counts_something(clause, index)) or _consumed(token, said, tenths) or (tenths and _in_parts(token.number or 0, said)) or token.norm.rstrip("%") in [found.rstrip(".") for found in re.findall(r"\d[\d.]*", texts)]:
            continue
        if any(mention.end == index and clause.tokens[index - 1].end == token.start for mention in clause.columns):
            continue  # what is written in one with a name belongs to it: “PM2.5”
        if _BACKGROUND.match(" ".join(clause.word(place) for place in range(index, index + 3))) and clause.word(index - 1) not in _BOUNDS:
            continue  # “age has 177 gaps, use the mean”
        if re.search(r"\bmean (?:of )?0\b|\b(?:sd|std|variance|deviation) (?:of )?1\b|\b(?:0|1) (?:to|-|and|or|/|till|until|,) (?:1|one)\b", " ".join(clause.word(place) for place in range(max(0, index - 2), index + 3))):
            continue  # the range of a scale, or yes and no
        if token.number == len({mention.name for mention in clause.columns}) > 1 and clause.word(index + 1).endswith("s"):
            continue  # “the 4 measurements (a, b, c and d)”
        if not _counts_nothing(clause, index):
            lost.append(token.text)
    return lost


_BOUNDS = frozenset(["than", ">", ">=", "<", "<=", "least", "most", "over", "above", "under", "below"])
"""What stands before a number that rows are chosen by: “rows with more than 2 nulls”."""
_BACKGROUND = re.compile(r"\d[\d.]*%? (?:(?:values|rows|cells|of them|entries) )?(?:are |is )?(?:nans?|nulls?|missing|gaps|holes|blanks|empty|unknown)\b")
"""A number that only tells how much is missing."""


def _in_parts(number: float, said: list[float]) -> bool:
    """Says whether a number counts the parts of which shares are made: “1 in 5”, “3 to 1”."""
    counts = [number, number + 1, *(1 / value for value in said if number == 1 and 0 < value < 1)]
    return 0 < number < 21 and number == int(number) and any(abs(value * count - round(value * count)) < 0.005 for value in said for count in counts if count > 1 and abs(count - round(count)) < 0.005)


def _consumed(token: Token, said: list[float], tenths: bool) -> bool:
    number = token.number or 0.0
    forms = [number, number / 100, 1 - number / 100, 1 - number, *([number / 10] if tenths else []), *(number * seconds for seconds in _SECONDS)]
    return any(abs(form - value) < 1e-6 for form in forms for value in said)


_OF_A_SETTING = re.compile(r"\b(?:depth|alpha|degree|gamma|k|leaves|threshold|folds|rank)(?: (?:of|is|=|at|to))?$")
_SET_THINGS = frozenset(["folds", "fold", "layers", "layer", "bins", "trees", "neighbours", "neighbors", "components", "trials", "rounds", "clusters", "epochs", "iterations"])


def _counts_something(clause: Clause, index: int) -> bool:
    """Says whether a small number in words is a setting, and not how many things are spoken of: “max depth two”, “two layers”."""
    return clause.word(index + 1) in _SET_THINGS or _OF_A_SETTING.search(" ".join(clause.word(place) for place in range(max(0, index - 2), index))) is not None


def _counts_nothing(clause: Clause, index: int) -> bool:
    """Says whether a number only numbers a model or a class, or is the age of the one who asks: “f 1”, “latin 1”, “I am 71 and new to this”."""
    before = " ".join(clause.word(place) for place in range(max(0, index - 4), index))
    return re.search(r"\b(?:f|r|l|latin|utf|chi|run|model|step|version|number)(?: -)?$|\b(?:i am|im|i ' m|at (?:my|the) age of)$", before) is not None


def _refuse_lost_models(calls: list[Call], clause: Clause) -> None:
    """Asks where several models were named and a tool that takes one would leave the others out."""
    used = {call["args"].get("model") for call in calls} - {None}
    lost = [name for name in models_of(clause) if name not in used]
    if len(calls) != 1 or not used or not lost:
        return
    call = calls[0]
    words = call["tool"].replace("_", " ")
    kept = {name: value for name, value in call["args"].items() if name != "params"}
    own = _settings_by_model(clause)
    options = [option(call["tool"], _with_settings(kept, name, own, call), f"{words}: {label_of(name)}") for name in (call["args"]["model"], *lost[:2])]
    raise Unclear(f"This takes one model at a time, and would leave out {' and '.join(map(label_of, lost))}. Which one shall be first?", options)


def _settings_by_model(clause: Clause) -> dict[str, dict[str, Any]]:
    """What is said of each model between its name and the next one: “a forest or XGBoost with 300 trees” sets those of XGBoost."""
    names = placed(clause.masked, MODELS)
    ends = [*(start for start, _, _ in names[1:]), len(clause.masked)]
    return {name: read_params(clause.masked[start:end], name) for (start, _, name), end in zip(names, ends, strict=True)}


def _with_settings(kept: dict[str, Any], name: str, own: dict[str, dict[str, Any]], call: Call) -> dict[str, Any]:
    """The arguments for one of the models; what no model's words hold stays with the first."""
    params = own.get(name) or ({} if any(own.values()) or name != call["args"]["model"] else call["args"].get("params") or {})
    return {**kept, "model": name, **({"params": params} if (params and "params" in call["args"]) or (params and call["tool"] == "train") else {})}


_FOR_IT = re.compile(r"\b(?:for|to predict|predicting|to forecast|to estimate) (?:the )?@$")


def _refuse_lost_features(calls: list[Call], clause: Clause) -> None:
    """Asks where a model is to learn from certain columns, which is a step of its own: “train knn using age and fare”."""
    if any("model" not in call["args"] for call in calls) or not _LEARNS_FROM.search(clause.masked):
        return
    named = [mention for mention in clause.columns if mention.clear and mention.name != clause.context.target]
    names = [mention.name for mention in named] if any(mention.score > 1.0 for mention in named) else []
    told = str([call["args"] for call in calls])
    lost = [name for name in names if repr(name) not in told]
    if len(lost) > 1 and _FOR_IT.search(clause.masked):
        lost.remove(names[-1])  # “with age and fare to predict survived”
    if not lost:
        return
    call = calls[0]
    raise Unclear(f"Shall only {' and '.join(lost)} be learned from? That is a step of its own, before the training.", [option("choose_features", {"columns": lost}, f"Use only {' and '.join(lost)}"), option(call["tool"], call["args"], "Learn from all features")])
