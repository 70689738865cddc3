"""Understands afterthoughts: the same for age, no the mean, with 500 trees."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.method_words import TABLES
from assistant.router.arguments.model_slots import metric_of, models_of, params_of, run_of
from assistant.router.arguments.row_asked import BARE_PLACE, place_of, row_asked
from assistant.router.arguments.slots import column_list_of, option
from assistant.router.asking.labels import label
from assistant.router.asking.term_questions import is_term
from assistant.router.context import Call, RouterContext
from assistant.router.dialogue.corrections import corrected_call
from assistant.router.dialogue.redrawn import redrawn
from assistant.router.dialogue.regrouped import regrouped
from assistant.router.dialogue.spared_after_all import spared_after_all
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.comparisons import COMPARISONS
from assistant.router.entities.condition import OPPOSITE
from assistant.router.entities.quantities import fraction_of, seconds_of
from assistant.router.entities.words import COMMON
from assistant.router.tool.triggers.wordlists import DROP
from assistant.router.wording.normalize import plain_number
from tools.catalog import find_tool
from tools.idle_arguments import without_idle

_SAME = re.compile(r"\b(?:the same|same (?:(?:thing|again|treatment|chart|plot|graph|picture|way|step|method)(?: again)?(?: (?:for|with|to|on|but|of|in))?|for|with|to|on|but|in)|do (?:that|it|this|so) (?:for|to|with|on|again|too)|likewise|ditto|also (?:for|to)|apply (?:that|it|this) to|repeat (?:that|it|this))\b|^(?:and |also |now )*(?:for |to )?(?:the )?@(?: ?(?:, and|,|and|&|plus) (?:the )?@)* (?:too|also|as well)$|^(?:(?:and|also|now|ok|then) )*(?:the )?(?:other|remaining)(?: (?:one|two|three|four|2|3|4))?(?: (?:columns?|ones|features?|fields?))? (?:too|also|as well) ?[,:-]? (?:the )?@(?: ?(?:, and|,|and|&|plus) (?:the )?@)*$|^(?:and|also|what about|how about) (?:for |the |in )*@$|^(?:and )(?:for |the )*@(?: (?:and|,) @)*$|\b(?:that|this) (?:curve|chart|plot|graph|picture|matrix|one|table|list|thing|number|score)\b.* (?:too|as well|also|again)$")
_BROKEN_DOWN = r"^(?:(?:and|now|then|please|also|ok) )*(?:(?:split|divided?|break|broken|separated?|grouped?)(?: (?:it|that|this|them|those|these))?(?: (?:up|down|out|apart))?) (?:by|per|for each|into) (?:the )?@(?: please| now| too)*$"
"""What breaks a chart or table down further: “split by sex”, “broken down by region”."""
_CHANGE = re.compile(rf"{_BROKEN_DOWN}" r"|^(?:(?:a )?(?:bit|little|lot|much|even|far|slightly|way) )*(?:deeper|shallower|bigger|smaller|larger|higher|lower|slower|faster|stronger|weaker|finer|coarser|simpler|longer|shorter|wider|narrower|stricter|looser)\b|^split (?:it|that|this|them) by @|\b(?:would|might|could|will) (?:really |probably |maybe )?(?:be|do|work|suit|fit) (?:a (?:bit|lot) |much |far )?(?:better|best|nicer|fine|fairer|safer|wiser|enough|more (?:sensible|robust|honest|useful)|good|great|ok|preferable|simpler|clearer|right)\b|^(?:should|shouldnt|could|couldnt|wouldnt) (?:it|that|this|you) (?:not )?(?:rather |better )?(?:have |be |use |take |have used |have been )|^you (?:should|could|ought to) (?:rather |better )?(?:have |use |take )|^(?:lets |let us |i (?:would|will) )?(?:go|stick|work) (?:with|for)\b|^why not (?:the |an? |use |take |with |by |try )|\b(?:seems?|sounds?|feels?|looks?|is) (?:a (?:bit|lot) |much |far )?(?:more (?:honest|sensible|robust|reasonable|useful|fair|stable|telling)|better|fairer|safer|wiser|nicer)(?: (?:to me|here|there|for (?:me|us|this)))?$|^(?:i |id |we |wed )?(?:would |d )?rather (?:you |we |have |had |that you )*(?:used?|took|take|have|had|made?|did|do|go|went)\b|^(?:i|we) (?:would )?(?:prefer|like|want) (?:it |that |this )?(?:to (?:be|use|have) |with |by |as )?(?:the |an? )|^(?:more|fewer|less|only|just|on|up to(?= \d)|as|colou?red|by|per|no|nope|not|rather|instead|actually|i meant|i mean|make (?:it|that)|better|use|and|now|but|with|try|bump|raise|increase|lower|reduce|decrease|set|change|put|turn|push|crank|double check|what about|how about|again|same|for|(?:once|one) more(?: time)?|(?:twice|double|half|three times) (?:as|the|that))\b|^the (?:last|first|other) ones?\b|^(?:show|give|list|see)(?: me| us)? \d+(?: (?:of (?:them|those|these)|more|instead|rows))?$|^an? (?:bit|little|touch|lot) (?:more|less|lower|higher|fewer|smaller|larger)\b|\binstead\b|\brather\b|\bthis time\b|\bagain\b|\w ?,? not (?:the |an? |with |by )?[\w ]{2,30}$")
_AS_WELL = re.compile(r"\b(?:too|also|as well|add|plus|and|include)\b(?!.*\b(?:only|just|instead|rather)\b)|^(?:with|plus) ")
"""What adds to what is compared, rather than take its place."""
_OF_GROUPS: tuple[tuple[str, dict[str, Any], re.Pattern[str]], ...] = (
    ("plot_model", {"kind": "clusters"}, re.compile(r"(?:(?:and|now|then|please|just|can you|so) )*(?:draw|plot|show(?: me)?|see|picture|visuali[sz]e|paint|look at) (?:them|those|these|that|it|the result)(?: all)?(?: please| now| on a chart)?")),
    ("explain", {}, re.compile(r"(?:(?:and|now|then|please|just|can you|so) )*(?:describe|explain|characteri[sz]e|profile|tell me about|what are|who are) (?:them|those|these|each(?: one)?|it|each of them)(?: all)?(?: like| please| now| to me)?")),
)
"""What is asked of groups that were just found, as “them”."""
_ANOTHER_TERM = re.compile(r"(?:(?:and|so|ok|now|then|what about|how about|what is|whats) )+(?:an? |the )?(?P<term>[a-z0-9][\w -]{1,40}?)(?: then| again| mean| means)?")
"""Another word to explain: “and precision?”."""
_ONLY_THESE = re.compile(r"(?:(?:and|but|now) )*(?:only|just|not|without|no) ")
_REFUSED = re.compile(r"(?:no|nope|not)\b")
_TURNED_ROUND = re.compile(r"\b(?:not (?:the )?@|instead of (?:the )?@|i meant?)")
_SORRY = re.compile(r"^(?:(?:sorry|oops|hm+|ah|oh|ok|okay|well|wait|thanks|please) ?,? )+")
_APOLOGY = re.compile(r"(?:sorry|oops|ups|pardon|my bad|hm+|wait)\b")
_AND_MORE = re.compile(r"^(?:undo|revert|cancel|stop|take)\b[^,@]{0,20}(?:,|and|then)+ (?=[a-z])")
"""What is taken back before something else is asked for: “undo that and take the median instead”."""
_LOOKS = ("aggregate", "plot", "describe_column", "preview", "correlate", "profile", "evaluate")
_LEAVES_OUT = re.compile(r"(?:(?:and|but|now|again|the same|same|ok|please) )*(?:without|excluding|except|leaving out|ignoring|not counting|not including) ")
_DROPS = re.compile(rf"(?:(?:and|now|then|also|please|so|ok|but) )*(?:{DROP}) ")
"""What is to go, after something else was done: “and drop the sex”."""
_CORRECTS = re.compile(r"^(?:no|nope|not|rather|i meant|i mean)\b|\w ?,? not (?:the |an? |with |by )?[\w ]{2,30}$|\binstead\b|\brather\b")
_ALL_AFTER_ALL = re.compile(r"(?:(?:no|nope|not|wait|but|rather|actually|back to|keep|i want|i meant|give me) ,? ?)*(?:all|every)(?: of)?(?: the| those)? @(?: please| again| after all)*|(?:(?:no|nope|wait|but|rather|actually) ,? ?)+(?:(?:back to|keep|i want|i meant|give me) )?(?:all(?: of them| rows| the rows| the others too)?|everyone|everybody|everything)(?: please| again| after all)*")
"""“no, all wards”: the rows that were just left out are wanted."""
NUMBERS = {"preview": "rows", "bin": "bins", "cross_validate": "folds", "reduce_dimensions": "components", "keep_best_features": "k", "vectorize_text": "max_features", "sample_rows": "rows", "set_threshold": "value", "tune": "trials", "add_polynomials": "degree", "filter_rows": "value", "handle_outliers": "threshold", "show_errors": "rows", "undo": "steps", "rank_features": "top"}


def afterthought(clause: Clause, context: RouterContext, competing: str | None) -> list[Call] | None:
    """Reads what refers to the previous turn; `competing` is the tool that the words ask for by themselves."""
    last = next((call for call in reversed(context.last[-2:]) if call["tool"] != "undo"), context.last[-1] if context.last else None)
    if (competing == "drop_columns" and last is not None and last["tool"] != "drop_columns" and clause.columns and _DROPS.match(clause.masked)) or competing in ("edit_step", "remove_step") or (competing in (None, "undo", "cancel") and _AND_MORE.search(clause.masked)):
        return None
    words = _SORRY.sub("", clause.masked.strip(" .!?,"))
    if last is None and context.runs:
        last = {"tool": "train", "args": {"model": context.latest_model}}
        if not (_CHANGE.search(words) and params_of(clause, context.latest_model)) and not _SAME.search(words):
            return None
    if last is None:
        return None
    if last["tool"] == "filter_rows" and not context.refused and _ALL_AFTER_ALL.fullmatch(words) and all(last["args"].get("column") in mention.names for mention in clause.columns):
        return [{"tool": "undo", "args": {}}]
    if clause.values and last["tool"] in ("aggregate", "describe_column", "preview", "profile") and competing in (None, "filter_rows") and _ONLY_THESE.match(words):
        return None  # “only the tech team's” after a table by agent keeps rows
    if last["tool"] == "define" and (named := _ANOTHER_TERM.fullmatch(clause.norm.strip(" .!?"))) and (is_term(named["term"]) or (competing in (None, "define") and not clause.columns and COMMON.isdisjoint(named["term"].split()) and "thank" not in clause.norm)):
        return [{"tool": "define", "args": {"term": named["term"]}}]
    if last["tool"] == "train" and context.task == "clustering" and not clause.columns:
        for tool, args, pattern in _OF_GROUPS:
            if pattern.fullmatch(words):
                return [{"tool": tool, "args": {**args}}]
    if last["tool"] in _LOOKS and _LEAVES_OUT.match(words):
        return None  # “without the returned ones this time” takes rows away, or a column
    if last["tool"] not in ("plot", "aggregate") and (spared := spared_after_all(clause)):
        return spared
    put_right = redrawn(clause, last) or regrouped(clause, last) or corrected_call(clause, last)
    if put_right:
        return [_edited(last, put_right, context, refused=True) or put_right]
    if competing == "split" and last["tool"] == "describe_column" and len(clause.columns) == 1 and clause.columns[0].clear and re.match(_BROKEN_DOWN, words):
        raise _broken_down(last["args"]["column"], clause.columns[0].name)
    if _SAME.search(words) and (competing not in ("redo", "apply_pipeline") or (clause.columns and competing == "apply_pipeline")):
        return _again(clause, last)
    if competing not in (None, last["tool"], "drop_columns", "filter_rows", "train", "predict", "evaluate", "undo", "cancel", *(("split", "aggregate") if (last["tool"] == "plot" and not clause.has("train|training|test|testing|sets?|folds?")) or (last["tool"] == "aggregate" and re.match(_BROKEN_DOWN, words)) else ())) and not _CORRECTS.search(words):
        return None
    if _SWAPPED.match(clause.norm.strip(" .!?,")) and {"x", "y"} <= set(last.get("args", {})):
        return [{"tool": last["tool"], "args": {**last["args"], "x": last["args"]["y"], "y": last["args"]["x"]}}]
    if not _CHANGE.search(words) and len(words.split()) > 3:
        return None
    if competing == last["tool"] and clause.columns and not re.match(r"^(?:no|and)\b", words):
        return None
    if not _CHANGE.search(words) and competing is not None and not (competing == last["tool"] and (_APOLOGY.match(clause.masked) or _only_a_way(words, last["tool"]))):
        return None
    args = changed(last, clause)
    if not args or _leaves_a_number(args, clause):
        return None
    again = {"tool": last["tool"], "args": merged(last, args)}
    if again == last and not clause.has("again|repeat|same|once more"):
        return None  # “and per ward” after the rows of a ward were kept asks for something else
    if _no_such_value(again, context):
        return None
    return [_edited(last, again, context, refused=_REFUSED.match(words) is not None or _TURNED_ROUND.search(words) is not None) or again]


_IN_PLACE = frozenset(["impute", "scale", "encode", "bin", "handle_outliers", "transform", "extract_dates", "vectorize_text", "reduce_dimensions", "keep_best_features", "balance"])
"""Steps that find nothing left to do when they are done once more in another way: the gaps that the median filled are no gaps for the mean."""


def _edited(last: Call, again: Call, context: RouterContext, refused: bool) -> Call | None:
    """Changes the step itself where it was to work in another way, or where other rows or columns were meant, of which none is left: “no, the mean”, “sorry, cats, not dogs”."""
    step = next(iter(reversed(context.steps)), None)
    if step is None or "number" not in step or (context.last and context.last[-1]["tool"] in ("undo", "remove_step")) or again["tool"] != last["tool"] or step.get("tool") != last["tool"] or not last["args"].items() <= step.get("args", {}).items():
        return None
    other = {name: value for name, value in again["args"].items() if last["args"].get(name) != value}
    slot = "column" if last["tool"] == "filter_rows" else "columns"
    if slot in other and not (refused and last["tool"] in (*_IN_PLACE, "drop_columns")):
        return None
    if last["tool"] not in _IN_PLACE and not (refused and last["tool"] in ("filter_rows", "drop_columns")):
        return None
    return {"tool": "edit_step", "args": {"step": step["number"], "args": other}} if other else None


def _no_such_value(again: Call, context: RouterContext) -> bool:
    """Says whether rows were to be kept by a value that another column has: “all species” after those of an island."""
    column = context.column(again["args"].get("column") or "") if again["tool"] == "filter_rows" else {}
    values, wanted = column.get("values") or [], again["args"].get("value")
    return isinstance(wanted, str) and (column.get("kind") in ("numeric", "datetime") or (column.get("kind") in ("categorical", "boolean") and bool(values) and wanted not in values))


def _leaves_a_number(args: dict[str, Any], clause: Clause) -> bool:
    """Says whether other columns are all that was read of words that hold a number too: “set ages over 100 to empty” drops no column."""
    numbers = [token for _, token in clause.numbers if token.number != len(clause.columns)]  # “the other two, age and height”
    return bool(numbers) and set(args) <= {"columns", "column", "with_column", "x", "y", "color", "by"}


def _broken_down(column: str, by: str) -> Unclear:
    """Asks whether what was looked at is to be shown by group, or the data to be split for the test."""
    kept = [option("plot", {"kind": "box", "x": by, "y": column}, f"Draw {column} by {by}"), option("aggregate", {"column": column, "by": [by], "statistic": "mean"}, f"The mean of {column} by {by}")]
    return Unclear(f"Shall I show {column} by {by}, or split the data into training and test by {by}?", [*kept, option("split", {"strategy": "group", "column": by}, "Split the data")])


def _only_a_way(words: str, tool: str) -> bool:
    """Says whether the words are nothing but a way to do what was just done: “minmax”, “kendall please”."""
    said = re.sub(r" (?:please|then|now)$", "", words)
    return any(pattern.fullmatch(said) for (owner, _), names in TABLES.items() if owner == tool for _, pattern in names)


def merged(last: Call, args: dict[str, Any]) -> dict[str, Any]:
    """Gives the arguments of the call before with the new ones in their places, without what these make idle; another model has parameters of its own."""
    if last["tool"] == "plot" and args.get("kind") in ("correlation", "missing", "pairs", "target"):
        return args
    said_anew = {"train", "validation"} if _SHARES & set(args) == {"validation"} else _SHARES if _SHARES & set(args) else set()
    old = {name: value for name, value in last.get("args", {}).items() if name not in said_anew}  # a validation set is taken from the training rows
    same_model = args.get("model", old.get("model")) == old.get("model")
    params = {**((old.pop("params", None) or {}) if same_model else {}), **(args.get("params") or {})}
    if not same_model:
        old.pop("params", None)
    return without_idle(find_tool(last["tool"]), {**old, **args} | ({"params": params} if params else {}), args)


_SHARES = frozenset(["train", "test", "validation"])
"""Shares of the rows, which are said anew together."""
_SWAPPED = re.compile(r"^(?:(?:no|rather|and) )?(?:the )?other way (?:round|around)$|^(?:swap|flip|switch|exchange) (?:the |them|both )*(?:axes|axis|around|round|x and y)?$")


def _again(clause: Clause, last: Call) -> list[Call] | None:
    new = changed(last, clause)
    if _leaves_a_number(new, clause):
        return None
    if last["tool"] == "impute" and last["args"].get("strategy") == "median" and isinstance(names := new.get("columns"), list) and all(clause.context.kind(name) in ("categorical", "boolean") for name in names):
        last = {"tool": "impute", "args": {name: value for name, value in last["args"].items() if name != "strategy"}}  # words have no median, and get what is usual for them
    return [{"tool": last["tool"], "args": merged(last, new)}] if new or clause.has("again|repeat") else None


_BARE_ROW = re.compile(r"(?:and |now |same |the same |what about |how about |again |ok )*(?:for |with |of |on )?(?:number |no |# ?)?(\d{1,9})(?: too| as well| please| instead)?$")


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
    args |= _changed_models(call, clause)
    if tool == "split":
        from assistant.router.arguments.fill_model import split

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
        model = named[-1 if _REFUSED.match(clause.masked) else 0] if named else None
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
    if len(numbers) != 1 or len(counted) != 1 or re.search(r"[a-z_]\w* ?[=:] ?-?[\d.]", clause.norm):
        return {}  # “c = 3” names a parameter of another model
    return {"params": {counted[0]: plain_number(numbers[0])}}


def _changed_record(call: Call, clause: Clause) -> dict[str, Any]:
    """Reads the values of a record that are to be others: “and in Hafen?”, “with 4 rooms”."""
    from assistant.router.arguments.record import record

    slot = "values" if call["tool"] == "predict" else "changes"
    values = record(clause) or _only_number(call.get("args", {}).get(slot) or {}, clause)
    return {slot: {**(call.get("args", {}).get(slot) or {}), **values}} if values else {}


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
    turned = re.match(r"(?:no|nope)?,? ?not (?:the )?@ ?(?:,|but|rather)", _SORRY.sub("", clause.masked))
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
        groups = clause.has("by|per|for (?:each|every)|across|within (?:each|every)") or (clause.context.kind(one) in ("categorical", "boolean") and clause.context.kind(old.get("column") or "") == "numeric")
        return {"by": names} if groups else {"column": one}
    for slot in ("columns", "column", "with_column"):
        if slot in old:
            return {slot: names if slot == "columns" else one}
    return {"columns": names} if tool in ("impute", "scale", "encode", "transform", "handle_outliers", "bin", "extract_dates", "vectorize_text", "drop_columns") else {}


