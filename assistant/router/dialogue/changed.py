"""Reads which arguments of an earlier call the words change: another column, way, number, model or row."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.method_words import TABLES
from assistant.router.arguments.model_slots import metric_of, models_of, params_of, run_of
from assistant.router.arguments.row_asked import BARE_PLACE, place_of, row_asked
from assistant.router.arguments.slots import column_list_of, option
from assistant.router.asking.labels import label
from assistant.router.context import Call
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.comparisons import COMPARISONS
from assistant.router.entities.condition import OPPOSITE
from assistant.router.entities.quantities import fraction_of, seconds_of
from assistant.router.wording.normalize import plain_number
from tools.catalog import find_tool
from tools.idle_arguments import without_idle

SORRY = re.compile(r"^(?:(?:sorry|oops|hm+|ah|oh|ok|okay|well|wait|thanks|please) ?,? )+")
REFUSED = re.compile(r"(?:no|nope|not)\b")
NUMBERS = {"preview": "rows", "bin": "bins", "cross_validate": "folds", "reduce_dimensions": "components", "keep_best_features": "k", "vectorize_text": "max_features", "sample_rows": "rows", "set_threshold": "value", "tune": "trials", "add_polynomials": "degree", "filter_rows": "value", "handle_outliers": "threshold", "show_errors": "rows", "undo": "steps", "rank_features": "top"}
_AS_WELL = re.compile(r"\b(?:too|also|as well|add|plus|and|include)\b(?!.*\b(?:only|just|instead|rather)\b)|^(?:with|plus) ")
"""What adds to what is compared, rather than take its place."""
_SHARES = frozenset(["train", "test", "validation"])
"""Shares of the rows, which are said anew together."""


def merged(last: Call, args: dict[str, Any]) -> dict[str, Any]:
    """Gives the arguments of the call before with the new ones in their places, without what these make idle; another model has parameters of its own."""
    if last["tool"] == "plot" and args.get("kind") in ("correlation", "missing", "pairs", "target"):
        return args
    said_anew = {"train", "validation"} if _SHARES & set(args) == {"validation"} else _SHARES if _SHARES & set(args) else set()
    old = {name: value for name, value in last.get("args", {}).items() if name not in said_anew}  # a validation set is taken from the training rows
    if last["tool"] == "set_target" and args.get("column") not in (None, old.get("column")):
        old = {}  # another column has other classes, and may be another task
    same_model = args.get("model", old.get("model")) == old.get("model")
    params = {**((old.pop("params", None) or {}) if same_model else {}), **(args.get("params") or {})}
    if not same_model:
        old.pop("params", None)
    return without_idle(find_tool(last["tool"]), {**old, **args} | ({"params": params} if params else {}), args)


_BARE_ROW = re.compile(r"(?:and |now |same |the same |what about |how about |again |ok )*(?:for |with |of |on )?(?:number |no |# ?)?(\d{1,9})(?: too| as well| please| instead)?$")


_USUAL = re.compile(r"\b(?:typical|usual|normal|ordinary|customary)(?! (?:distribution|form|way))\b")


def _usual_of(columns: Any, clause: Clause) -> str:
    """How gaps are filled with what is usual: the median of numbers, the commonest of words."""
    names = columns if isinstance(columns, list) else []
    return "most_frequent" if names and all(clause.context.kind(name) in ("categorical", "boolean") for name in names) else "median"


def changed(call: Call, clause: Clause) -> dict[str, Any]:
    """Reads which arguments of an earlier call the words change."""
    tool = call["tool"]
    args: dict[str, Any] = {}
    for (owner, name), names in TABLES.items():
        if owner == tool:
            value = vocabulary.first(clause.masked, names)
            if value:
                args[name] = value
    args |= _changed_columns(call, clause)
    if tool == "impute" and "strategy" not in args and _USUAL.search(clause.masked):
        args["strategy"] = _usual_of(args.get("columns") or call.get("args", {}).get("columns"), clause)
    args |= _changed_models(call, clause)
    if tool == "split":
        from assistant.router.arguments.fill_split import split

        return split(clause)
    if tool in ("leaderboard", "compare_models", "tune", "autopilot") and metric_of(clause):
        args["metric"] = metric_of(clause)
    if tool == "replace_values":
        args |= _recoded(clause)
    if tool == "set_threshold" and metric_of(clause):
        args["optimize_for"] = metric_of(clause)
    if tool in ("autopilot", "compare_models", "tune") and seconds_of(clause):
        args["time_budget"] = seconds_of(clause)
    if tool == "evaluate":
        part = vocabulary.first(clause.masked, vocabulary.PARTS)
        args |= {"data": part} if part else {}
    if tool in ("explain", "evaluate", "plot_model", "show_errors") and (run := run_of(clause)) is not None:
        args["run"] = run
    args |= _changed_row(call, clause, "changes" in args) if tool in ("explain", "what_if") else {}
    if tool == "preview" and (which := re.search(r"\b(last|end|bottom|tail|first|top|beginning|random\w*)\b", clause.masked)):
        args["which"] = {"l": "tail", "e": "tail", "b": "tail", "f": "head", "r": "random"}.get(which[1][0], "tail" if which[1] == "tail" else "head")
    if tool == "choose_k":
        from assistant.router.arguments.fill_model import choose_k

        return choose_k(clause)
    if tool == "impute" and vocabulary.MARKED.search(clause.masked):
        args["add_indicator"] = True
    if tool == "export" and vocabulary.every(clause.norm, vocabulary.EXPORT):
        args["formats"] = vocabulary.every(clause.norm, vocabulary.EXPORT)
    numbers = [token.number for _, token in clause.numbers if token.number is not None]
    if tool == "filter_rows" and len(numbers) == 1:
        args |= _compared(call, clause)
    if tool in NUMBERS and len(numbers) == 1:
        share = fraction_of(clause)
        if tool == "sample_rows" and share is not None:
            return {**args, "fraction": share}
        args[NUMBERS[tool]] = share if share is not None and tool in ("reduce_dimensions", "set_threshold") else plain_number(numbers[0])
    wanted = [value for value in clause.values if not vocabulary.turned_down(clause.shape.text, _start(clause, value))]
    if tool == "filter_rows" and wanted:
        args["value"] = wanted[0].value
    if tool == "impute" and args.get("strategy") != "constant" and "strategy" not in args and len(numbers) == 1:
        args |= {"strategy": "constant", "fill_value": plain_number(numbers[0])}
    return args


def _changed_models(call: Call, clause: Clause) -> dict[str, Any]:
    """The model and its parameters, or the models that are compared."""
    tool = call["tool"]
    args: dict[str, Any] = {}
    if tool in ("train", "tune", "cross_validate"):
        named = models_of(clause)
        model = named[-1 if REFUSED.match(clause.masked) else 0] if named else None
        params = params_of(clause, model or call.get("args", {}).get("model"))
        args |= ({"model": model} if model else {}) | ({"params": params} if params and tool == "train" else {} if model else _one_number(call, clause))
    if tool == "compare_models" and (named := models_of(clause)):
        both = list(dict.fromkeys([*(call.get("args", {}).get("models") or ()), *named])) if _AS_WELL.search(clause.masked) else named
        args |= {"models": both} if len(both) > 1 else {}
    return args


def _changed_row(call: Call, clause: Clause, changes: bool) -> dict[str, Any]:
    """The row that is asked about, by its number or its place; a bare number is one only where a row was spoken of."""
    of_row = "row" in call.get("args", {}) and not changes
    words = clause.masked.strip(" ?!.")
    row = re.search(r"\b(?:row|record|case|number) (?:number |# ?)?(\d{1,9})\b", clause.masked) or (_BARE_ROW.match(words) if of_row else None)
    if row:
        return {"row": int(row[1])}
    if not changes and (at := row_asked(clause)) is not None:
        return {"row": at}
    place = BARE_PLACE.match(clause.norm.strip(" ?!.")) if of_row else None
    return {"row": place_of(place["place"])} if place else {}


_UPWARDS = {"gt": True, "ge": True, "lt": False, "le": False}


def _compared(call: Call, clause: Clause) -> dict[str, Any]:
    """Reads how a filter is to compare; asks where it would turn round, as “no, below 40” may say what is to go or to stay."""
    said = next((name for name, pattern in COMPARISONS if pattern.search(clause.shape.text)), None)
    old, value = call.get("args", {}).get("op"), plain_number(clause.numbers[0][1].number or 0)
    if said not in _UPWARDS or old not in _UPWARDS or said == old:
        return {}
    if _UPWARDS[said] == _UPWARDS[old]:
        return {"op": said}
    readings = [{**call["args"], "op": name, "value": value} for name in (said, OPPOSITE[said])]
    raise Unclear("Which rows shall stay?", [option("filter_rows", args, label({"tool": "filter_rows", "args": args})) for args in readings])


def _recoded(clause: Clause) -> dict[str, Any]:
    """What is in quotes takes the place of the old value, or of the new one where it is what things are to become."""
    quoted = next((index for index, token in enumerate(clause.tokens) if token.quoted and not any(mention.start == index for mention in clause.columns)), None)
    if quoted is None:
        return {}
    return {"new" if clause.word(quoted - 1) in ("to", "with", "by", "into", "as") else "old": clause.tokens[quoted].text}


def _start(clause: Clause, value: Any) -> int:
    """Where a value stands in the row of signs."""
    place = clause.shape.things.index(value)
    return len(" ".join(clause.shape.words[:place])) + (place > 0)


_FACTORS = {"twice": 2, "double": 2, "half": 0.5, "3 times": 3, "4 times": 4, "5 times": 5, "10 times": 10}
_TIMES = re.compile(r"\b(twice|double|half|(?:3|4|5|10) times) (?:as (?:many|much|deep|fast|high|big)|the|that(?: many| much)?)\b")
"""“now twice as many trees”."""


_OF_WORDS = {"n_estimators": re.compile(r"trees?|estimators|rounds"), "max_depth": re.compile(r"dee\w+|depth|levels?")}
_NAMED_OTHERWISE = re.compile(r"\b(?:trees?|estimators|rounds|dee\w+|depth|levels?|features?|columns?|folds?|rows?|variables|percent|neighbou?rs?|leaves)\b")
"""What a number is of that is not the parameter there was: “with only 5 features” changes no depth."""


def _one_number(call: Call, clause: Clause) -> dict[str, Any]:
    """Puts a bare number in the place of the only number that the call has: “now with 6”."""
    numbers = [token.number for _, token in clause.numbers if token.number is not None]
    args = call.get("args", {})
    params = args.get("params") or {}
    counted = [name for name, value in params.items() if isinstance(value, int | float) and not isinstance(value, bool) and not (name in _OF_WORDS and _NAMED_OTHERWISE.search(_OF_WORDS[name].sub("", clause.norm)))]
    times = _TIMES.search(clause.norm) if len(counted) == 1 else None
    if times:
        old = params[counted[0]]
        new = old * _FACTORS[times[1]]
        return {"params": {counted[0]: max(1, round(new)) if isinstance(old, int) else new}}
    if len(numbers) != 1 or len(counted) != 1 or clause.columns or re.search(r"[a-z_]\w* ?[=:] ?-?[\d.]", clause.norm):
        return {}  # “c = 3” names a parameter of another model
    return {"params": {counted[0]: plain_number(numbers[0])}}


def _changed_record(call: Call, clause: Clause) -> dict[str, Any]:
    """Reads the values of a record that are to be others: “and in Hafen?”, “with 4 rooms”, “and if sponsored”."""
    from assistant.router.arguments.record import record

    slot = "values" if call["tool"] == "predict" else "changes"
    values = _times_told(call.get("args", {}).get(slot) or {}, clause) or record(Clause(_IF.sub("", clause.text), clause.context) if _IF.match(clause.text) else clause) or _only_number(call.get("args", {}).get(slot) or {}, clause)
    return {slot: {**(call.get("args", {}).get(slot) or {}), **values}} if values else {}


_IF = re.compile(r"(?:(?:and|but|or|now|what|so) )*if (?:(?:it|he|she|they|the \w+) (?:is|was|were|are|had|has|have)(?: an?)? )?", re.I)
_FACTOR_OF = re.compile(r"(?:(?:and|now|or|what about|how about|what if|with|at|but|same) )*(?P<times>twice|double|half|(?:3|4|5|10) times) (?:of )?(?:the |that |its |his |her )?@$")


def _times_told(told: dict[str, Any], clause: Clause) -> dict[str, Any]:
    """A number that was said of the record, so many times: “double the length”."""
    said = _FACTOR_OF.match(clause.masked.strip(" .!?")) if len(clause.columns) == 1 else None
    old = told.get(clause.columns[0].name) if said and clause.columns[0].clear else None
    if said is None or not isinstance(old, int | float) or isinstance(old, bool):
        return {}
    new = old * _FACTORS[said["times"]]
    return {clause.columns[0].name: round(new) if float(new).is_integer() else new}


def _only_number(told: dict[str, Any], clause: Clause) -> dict[str, Any]:
    """A number in the place of the only one that was said of the record: “and with 3?”."""
    numbers = [token.number for _, token in clause.numbers if token.number is not None]
    counted = [name for name, value in told.items() if isinstance(value, int | float) and not isinstance(value, bool)]
    with_it = re.match(r"(?:(?:and|now|what about|how about|or|no|rather|same) )*(?:(?:with|at|of|to|if it (?:was|were|is)) (?:an? )?)?[\d.]+$", clause.masked.strip(" .!?"))
    return {counted[0]: plain_number(numbers[0])} if with_it and len(numbers) == len(counted) == 1 else {}


def _alike(clause: Clause, name: str, other: str | None) -> bool:
    """Says whether two columns both hold numbers, or both do not."""
    return other is not None and (clause.context.kind(name) == "numeric") == (clause.context.kind(other) == "numeric")


_OF_A_KIND = ("correlate", "impute", "scale", "encode", "handle_outliers", "transform")
_ALL_OF_A_KIND = re.compile(r"(?:(?:for|on|of|just|only|everything|all|every|each|the|that|is|are|thats) )*(?:numeric\w*|numerical|categor\w+|boolean|text|numbers)(?: (?:columns?|features?|ones?|variables?|stuff|only|please))*")
"""What kind of columns an earlier request is for: “everything numeric”."""


def _changed_columns(call: Call, clause: Clause) -> dict[str, Any]:
    tool, old = call["tool"], call.get("args", {})
    if tool in ("predict", "what_if"):
        return _changed_record(call, clause)
    replaced = re.search(r"\b(?:rather than|instead of|and not|not)\b[^@]*@", clause.masked)
    turned = re.match(r"(?:no|nope)?,? ?not (?:the )?@ ?(?:,|but|rather)", SORRY.sub("", clause.masked))
    mentions = clause.columns[1:] if turned and len(clause.columns) > 1 else clause.columns[: clause.masked[: replaced.start()].count("@")] if replaced else clause.columns
    if not mentions:
        word = vocabulary.first(clause.masked, vocabulary.COLUMN_WORDS) if tool in _OF_A_KIND and _ALL_OF_A_KIND.fullmatch(clause.masked) else None
        return {"columns": word} if word else {}
    names = [mention.name for mention in mentions if mention.clear] if tool == "filter_rows" else column_list_of(mentions, clause, tool)
    one = names[0] if isinstance(names, list) and names else None
    if one is None:
        return {}
    if tool == "plot" and clause.has("colou?red|colou?r|hue|split by|by"):
        return {"color": one}
    if tool == "plot" and "color" in old and _alike(clause, one, old["color"]) and not _alike(clause, one, old.get("x")):
        return {"color": one}  # “same but for heating” takes the place of another column of groups
    if tool == "plot":
        return {"x": one} if "columns" not in old else {"columns": names}
    if tool == "aggregate":
        named_first = re.match(r"(?:(?:and|so|or|but|ok|now) )*(?:which|what|per|by) (?:the )?@", clause.masked) is not None
        if named_first and clause.context.kind(one) not in ("categorical", "boolean"):
            grouped = [mention.name for mention in mentions if mention.clear and clause.context.kind(mention.name) in ("categorical", "boolean")]
            names, one = (grouped, grouped[0]) if grouped else (names, one)
        if not named_first and clause.context.kind(one) == "id" and clause.context.kind(old.get("column") or "") == "numeric":
            return {}  # “and which type of case” asks for no mean of the cases' numbers
        groups = clause.has("by|per|for (?:each|every)|across|within (?:each|every)") or (clause.context.kind(one) in ("categorical", "boolean") and clause.context.kind(old.get("column") or "") == "numeric")
        counted = old.get("by") or []
        if groups and "column" not in old and len(counted) == 1 and clause.context.kind(counted[0]) == "boolean" and counted[0] not in names and not clause.has("instead|rather|same|what about|how about|no|not"):
            return {"by": [*names, *counted]}  # “per module”, after how many were reopened
        return {"by": names} if groups else {"column": one}
    for slot in ("columns", "column", "with_column"):
        if slot in old:
            return {slot: names if slot == "columns" else one}
    return {"columns": names} if tool in ("impute", "scale", "encode", "transform", "handle_outliers", "bin", "extract_dates", "vectorize_text", "drop_columns") else {}
