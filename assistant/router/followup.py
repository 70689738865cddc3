"""Understands afterthoughts: the same for age, no the mean, with 500 trees."""

from __future__ import annotations

import re
from typing import Any

from assistant.router import vocabulary
from assistant.router.clause import Clause
from assistant.router.context import Call, RouterContext
from assistant.router.normalize import plain_number
from assistant.router.slots import column_list_of, fraction_of, metric_of, model_of, params_of, run_of, seconds_of

_SAME = re.compile(r"\b(?:the same|same (?:thing|again|for|with|to|on)|do (?:that|it|this|so) (?:for|to|with|on|again|too)|likewise|ditto|also (?:for|to)|apply (?:that|it|this) to|repeat (?:that|it|this))\b|^(?:and |also |now )*(?:for |to )?@ (?:too|also|as well)$|^(?:and|also|what about|how about) (?:for |the |in )*@$|^(?:and )(?:for |the )*@(?: (?:and|,) @)*$")
_CHANGE = re.compile(r"^split (?:it|that|this|them) by @|\b(?:would|might|could) be (?:better|best|nicer|fine)\b|^(?:more|fewer|less|only|just|on|as|colou?red|by|per|no|nope|not|rather|instead|actually|i meant|i mean|make (?:it|that)|better|use|and|now|but|with|try|what about|how about|again|same|for)\b|^the (?:last|first|other) ones?\b|\binstead\b|\brather\b|\bthis time\b|\bagain\b")
_SORRY = re.compile(r"^(?:(?:sorry|oops|hm+|ah|oh|ok|okay|well|wait|thanks|please) ?,? )+")
_CORRECTS = re.compile(r"^(?:no|nope|not|rather|i meant|i mean)\b|\binstead\b|\brather\b")
TABLES = {
    ("impute", "strategy"): vocabulary.IMPUTE, ("encode", "method"): vocabulary.ENCODE, ("scale", "method"): vocabulary.SCALE, ("handle_outliers", "method"): vocabulary.OUTLIERS, ("handle_outliers", "action"): vocabulary.ACTIONS,
    ("transform", "method"): vocabulary.TRANSFORM, ("balance", "method"): vocabulary.BALANCE, ("plot", "kind"): vocabulary.PLOT, ("plot_model", "kind"): vocabulary.PLOT_MODEL,
    ("drop_missing", "axis"): vocabulary.AXES, ("aggregate", "statistic"): vocabulary.STATISTIC, ("explain", "method"): vocabulary.EXPLAIN, ("set_kind", "kind"): vocabulary.KINDS,
    ("correlate", "method"): vocabulary.CORRELATE, ("vectorize_text", "method"): vocabulary.VECTORIZE, ("tune", "method"): vocabulary.SEARCH, ("ensemble", "method"): vocabulary.COMBINE, ("reduce_dimensions", "method"): vocabulary.REDUCE,
    ("keep_best_features", "method"): vocabulary.KEEP, ("rank_features", "method"): vocabulary.KEEP, ("set_task", "task"): vocabulary.TASKS,
}
NUMBERS = {"preview": "rows", "bin": "bins", "cross_validate": "folds", "reduce_dimensions": "components", "keep_best_features": "k", "vectorize_text": "max_features", "sample_rows": "rows", "set_threshold": "value", "tune": "trials", "add_polynomials": "degree", "filter_rows": "value", "handle_outliers": "threshold", "show_errors": "rows", "undo": "steps"}


def afterthought(clause: Clause, context: RouterContext, competing: str | None) -> list[Call] | None:
    """Reads what refers to the previous turn; `competing` is the tool that the words ask for by themselves."""
    last = context.last[-1] if context.last else None
    words = _SORRY.sub("", clause.masked.strip(" .!?,"))
    if last is None and context.runs:
        last = {"tool": "train", "args": {"model": context.latest_model}}
        if not (_CHANGE.search(words) and params_of(clause, context.latest_model)) and not _SAME.search(words):
            return None
    if last is None:
        return None
    if _SAME.search(words) and competing not in ("redo", "apply_pipeline"):
        return _again(clause, last)
    if competing not in (None, last["tool"], "drop_columns", "filter_rows", "train", "predict", "evaluate", "undo", "cancel", *(("split",) if last["tool"] == "plot" else ())) and not _CORRECTS.search(words):
        return None
    if _SWAPPED.match(words) and {"x", "y"} <= set(last.get("args", {})):
        return [{"tool": last["tool"], "args": {**last["args"], "x": last["args"]["y"], "y": last["args"]["x"]}}]
    if not _CHANGE.search(words) and len(clause.tokens) > 3:
        return None
    if competing == last["tool"] and clause.columns and not re.match(r"^(?:no|and)\b", words):
        return None
    if not _CHANGE.search(words) and competing is not None:
        return None
    args = changed(last, clause)
    if args:
        merged = {**last.get("args", {}), **args}
        if last["tool"] == "plot" and args.get("kind") in ("correlation", "missing", "pairs", "target"):
            merged = dict(args)
        if isinstance(args.get("params"), dict):
            merged["params"] = {**(last.get("args", {}).get("params") or {} if args.get("model", last["args"].get("model")) == last["args"].get("model") else {}), **args["params"]}
        elif "model" in args:
            merged.pop("params", None)
        return [{"tool": last["tool"], "args": merged}]
    return None


_SWAPPED = re.compile(r"^(?:(?:no|rather|and) )?(?:the )?other way (?:round|around)$|^(?:swap|flip|switch|exchange) (?:the |them|both )*(?:axes|axis|around|round|x and y)?$")


def _again(clause: Clause, last: Call) -> list[Call] | None:
    args = dict(last.get("args", {}))
    new = changed(last, clause)
    if not new:
        return [{"tool": last["tool"], "args": args}] if clause.has("again|repeat") else None
    return [{"tool": last["tool"], "args": {**args, **new}}]


_BARE_ROW = re.compile(r"(?:and |now |same |the same |what about |how about |again |ok )*(?:for |with |of |on )?(?:number |no |# ?)?(\d{1,9})(?: too| as well| please)?$")


def changed(call: Call, clause: Clause) -> dict[str, Any]:
    """Reads which arguments of an earlier call the words change."""
    tool, args = call["tool"], {}
    for (owner, name), names in TABLES.items():
        if owner == tool:
            value = vocabulary.first(clause.masked, names)
            if value:
                args[name] = value
    args |= _changed_columns(call, clause)
    if tool in ("train", "tune", "cross_validate"):
        model = model_of(clause)
        params = params_of(clause, model or call.get("args", {}).get("model"))
        args |= ({"model": model} if model else {}) | ({"params": params} if params and tool == "train" else {} if model else _one_number(call, clause))
    if tool == "split":
        from assistant.router.fill_model import split

        return split(clause)
    if tool in ("leaderboard", "compare_models", "tune", "autopilot") and metric_of(clause):
        args["metric"] = metric_of(clause)
    if tool in ("autopilot", "compare_models", "tune") and seconds_of(clause):
        args["time_budget"] = seconds_of(clause)
    if tool == "evaluate":
        part = next((part for part, pattern in (("validation", "validation"), ("train", "train\\w*"), ("test", "test")) if clause.has(pattern)), None)
        args |= {"data": part} if part else {}
    if tool in ("explain", "evaluate", "plot_model", "show_errors") and (run := run_of(clause)) is not None:
        args["run"] = run
    if (tool in ("explain", "what_if") and (row := re.search(r"\b(?:row|record|case|number) (?:number |# ?)?(\d{1,9})\b", clause.masked))) or (tool in ("explain", "what_if") and "row" in call.get("args", {}) and (row := _BARE_ROW.match(clause.masked.strip(" ?!.")))):
        args["row"] = int(row[1])
    if tool == "preview" and (which := re.search(r"\b(last|end|bottom|tail|first|top|beginning|random\w*)\b", clause.masked)):
        args["which"] = {"l": "tail", "e": "tail", "b": "tail", "f": "head", "r": "random"}.get(which[1][0], "tail" if which[1] == "tail" else "head")
    if tool == "choose_k":
        from assistant.router.fill_model import choose_k

        return choose_k(clause)
    if tool == "impute" and clause.has("indicators?|flags?"):
        args["add_indicator"] = True
    if tool == "export" and vocabulary.every(clause.norm, vocabulary.EXPORT):
        args["formats"] = vocabulary.every(clause.norm, vocabulary.EXPORT)
    numbers = [token.number for _, token in clause.numbers if token.number is not None]
    if tool in NUMBERS and len(numbers) == 1:
        share = fraction_of(clause)
        args[NUMBERS[tool]] = share if share is not None and tool in ("reduce_dimensions", "set_threshold") else plain_number(numbers[0])
    wanted = [value for value in clause.values if not vocabulary.turned_down(clause.shape.text, _start(clause, value))]
    if tool == "filter_rows" and wanted:
        args["value"] = wanted[0].value
    if tool == "impute" and args.get("strategy") != "constant" and "strategy" not in args and numbers:
        args |= {"strategy": "constant", "fill_value": plain_number(numbers[0])}
    return args


def _start(clause: Clause, value: Any) -> int:
    """Where a value stands in the row of signs."""
    place = clause.shape.things.index(value)
    return len(" ".join(clause.shape.words[:place])) + (place > 0)


def _one_number(call: Call, clause: Clause) -> dict[str, Any]:
    """Puts a bare number in the place of the only number that the call has: “now with 6”."""
    numbers = [token.number for _, token in clause.numbers if token.number is not None]
    args = call.get("args", {})
    params = args.get("params") or {}
    counted = [name for name, value in params.items() if isinstance(value, int | float) and not isinstance(value, bool)]
    if len(numbers) != 1 or len(counted) != 1:
        return {}
    return {"params": {counted[0]: plain_number(numbers[0])}}


def _changed_columns(call: Call, clause: Clause) -> dict[str, Any]:
    tool, old = call["tool"], call.get("args", {})
    replaced = re.search(r"\b(?:rather than|instead of|and not|not)\b[^@]*@", clause.masked)
    turned = re.match(r"(?:no|nope)?,? ?not (?:the )?@ ?(?:,|but|rather)", clause.masked)
    mentions = clause.columns[1:] if turned and len(clause.columns) > 1 else clause.columns[: clause.masked[: replaced.start()].count("@")] if replaced else clause.columns
    if not mentions:
        return {}
    names = column_list_of(mentions, clause, tool)
    one = names[0] if isinstance(names, list) and names else None
    if one is None:
        return {}
    if tool == "plot" and clause.has("colou?red|colou?r|hue|split by|by"):
        return {"color": one}
    if tool == "plot":
        return {"x": one} if "columns" not in old else {"columns": names}
    if tool == "aggregate":
        return {"by": names} if clause.has("by|per") else {"column": one}
    for slot in ("columns", "column", "with_column"):
        if slot in old:
            return {slot: names if slot == "columns" else one}
    if tool in ("predict", "what_if"):
        slot = "values" if tool == "predict" else "changes"
        from assistant.router.fill_use import record

        values = record(clause)
        return {slot: {**(old.get(slot) or {}), **values}} if values else {}
    return {"columns": names} if tool in ("impute", "scale", "encode", "transform", "handle_outliers", "bin", "extract_dates", "vectorize_text", "drop_columns") else {}


