"""Understands short parts that go on with what was just asked for: “mean fare by class, then by port”, “… and the highest for those too”, “bin the age, then count per bin”."""

from __future__ import annotations

import re

from assistant.router.context import Call
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause
from assistant.router.tool.rank import candidates
from assistant.router.tool.triggers.wordlists import DROP

_AND = r"(?:(?:and|then|also|next|now|lastly|finally|again|the same|same|that|it|this|once more|do it|show it) ?,? )*"
_TOO = r"(?: (?:too|as well|also|again|please|then|now|instead|afterwards|lastly|next))*"
_BY_OTHERS = re.compile(rf"{_AND}(?:by|per|for (?:each|every)|in each|across) (?:(?:the|each) )?@(?: ?(?:,|and|&)(?: and)? (?:(?:by|per) )?(?:the )?@)*{_TOO}")
_OF_THOSE = re.compile(rf"\b(?:for|of|in|per|by|within) (?:(?:every|each|all|any)(?: single)?(?: one| group)?(?: of)? )?(?:those|these|them|each|the same(?: groups?)?)(?: groups?)?{_TOO}$")
"""“… for every one of those too”"""
_PER_GROUP = re.compile(r"\b(?:per|by|in (?:each|every)|for (?:each|every)|in) (?:of )?(?:the )?(?:bins?|buckets?|intervals?|brackets?|it|that|this)\b(?! (?:is|are|was)\b)", re.I)
_COUNTS = re.compile(r"(?:(?:and|then|please|now|show|give|tell|me|us|the) )*(?:counts?|how many|number of|means?|averages?|medians?|group|sums?|totals?)\b", re.I)
_GROUPERS = ("kmeans", "minibatch_kmeans", "agglomerative", "dbscan", "hdbscan", "gaussian_mixture", "birch", "spectral", "mean_shift")
_DRAW_THEM = re.compile(r"(?:(?:and|then|now|please|just) )*(?:draw|plot|show|visuali[sz]e|picture|chart|graph|display)(?: me| us)? (?:it|them|those|these|that|the (?:groups|clusters|result|results|segments))(?: (?:please|too|all|for me|in colou?r|on a (?:chart|plot|map|picture)))*")
_APPLY_IT = re.compile(
    r"(?:(?:and|then|now|please|just|you) )*(?:apply|"
    r"(?:apply|use|keep|take|(?:re)?train(?: it| again)?(?: with| using)?|go with|fit with) (?:it|them|that|those|"
    r"(?:the |its )?(?:best|winner|result|results|winning one)(?: one| ones| of (?:it|them|those))?|what (?:it|you) (?:found|finds|find)))(?: (?:please|then|too|"
    r"found))*",
)
_EXPLAIN_IT = re.compile(r"(?:(?:and|then|now|please|just|you) )*explain (?:me )?(?:the )?(?:better|best|winner|winning|first)(?: one| model| of (?:it|them|those|the two))?(?: (?:please|then|too|to me))*")
_ROW_TOO = re.compile(rf"{_AND}(?:for )?(?:rows? |number |# ?)(\d{{1,9}}){_TOO}")


def repeated(clause: Clause, calls: list[Call]) -> list[Call] | None:
    """Gives the calls with the last one once more for other groups, with another figure or as a picture; None where the words go on with nothing."""
    last = calls[-1] if calls else None
    if last is None:
        return None
    if last["tool"] == "train" and last["args"].get("model") in _GROUPERS and _DRAW_THEM.fullmatch(clause.norm):
        return [*calls, {"tool": "plot_model", "args": {"kind": "clusters"}}]
    if last["tool"] == "tune" and _APPLY_IT.fullmatch(clause.norm):
        return [*calls, {"tool": "apply_tuning", "args": {}}]
    if last["tool"] == "compare_models" and _EXPLAIN_IT.fullmatch(clause.norm):
        return [*calls, {"tool": "explain", "args": {}}]
    if last["tool"] == "correlate" and "with_column" in last["args"] and len(clause.columns) == 1 and clause.columns[0].clear and _WITH_TOO.fullmatch(clause.masked):
        return [*calls, {"tool": "correlate", "args": {**last["args"], "with_column": clause.columns[0].name}}]
    if last["tool"] == "plot" and ("color" in last["args"] or "y" in last["args"]) and len(clause.columns) == 1 and clause.columns[0].clear and _BY_OTHERS.fullmatch(clause.masked):
        return [*calls, {"tool": "plot", "args": {**last["args"], "color" if "color" in last["args"] else "y": clause.columns[0].name}}]
    if last["tool"] in ("cross_validate", "tune") and "model" in last["args"] and _RUN_TOO.fullmatch(vocabulary.with_signs(clause.masked)):
        return [*calls, {"tool": last["tool"], "args": {**last["args"], "model": vocabulary.every(clause.masked, vocabulary.MODELS)[0]}}]
    if last["tool"] == "aggregate" and last["args"].get("column") and (drawn := _DRAW_IT.fullmatch(clause.norm)):
        kind = {"kind": vocabulary.first(drawn["kind"], vocabulary.PLOT) or "bar"} if drawn["kind"] else {}
        return [*calls, {"tool": "plot", "args": kind | {"x": last["args"]["by"][0], "y": last["args"]["column"]}}]
    if "run" in last["args"] and (run := _run_named(clause)):
        return [*calls, {"tool": last["tool"], "args": {**last["args"], "run": run}}]
    row = _ROW_TOO.fullmatch(clause.norm) if last["tool"] == "explain" and "row" in last["args"] else None
    if row:
        return [*calls, {"tool": "explain", "args": {**last["args"], "row": int(row[1])}}]
    if last["tool"] != "aggregate" or not last["args"].get("by"):
        return None
    if clause.columns and _BY_OTHERS.fullmatch(clause.masked) and all(mention.clear for mention in clause.columns):
        return [*calls, {"tool": "aggregate", "args": {**last["args"], "by": [mention.name for mention in clause.columns]}}]
    statistic = vocabulary.first(clause.masked, vocabulary.STATISTIC) if _OF_THOSE.search(clause.masked) and len(clause.columns) < 2 else None
    if statistic is None or not all(mention.clear for mention in clause.columns):
        return None
    column = {"column": clause.columns[0].name} if clause.columns else {}
    return [*calls, {"tool": "aggregate", "args": {**last["args"], **column, "statistic": statistic}}]


_DRAW_IT = re.compile(r"(?:(?:and|then|now|please|just) )*(?:draw|plot|show|visuali[sz]e|chart|graph)(?: me| us)? (?:it|that|this|them|those)(?: (?:too|please|for me))*(?: as an? (?P<kind>[a-z]+(?: [a-z]+)?))?(?: (?:too|please|for me))*")
_WITH_TOO = re.compile(rf"{_AND}(?:with|against|to) (?:the )?@{_TOO}")
_RUN_TOO = re.compile(rf"{_AND}(?:of |for )?(?:the )?MODEL(?: model| run| one)?{_TOO}")


def _run_named(clause: Clause) -> str | None:
    """The run that a part names and nothing else: “evaluate the forest, then the ridge”."""
    models = vocabulary.every(clause.masked, vocabulary.MODELS) if _RUN_TOO.fullmatch(vocabulary.with_signs(clause.masked)) else []
    return models[0] if len(models) == 1 and any(str(run).startswith(models[0]) for run in clause.context.runs) else None


_LOOKS_AT_THEM = re.compile(
    r"(?P<how>(?:(?:and|then|now|please|just|also|finally|after that) )*(?:(?:show|draw|plot|chart|graph|correlate|describe|compare|see|look at|make|give|do|"
    r"get)(?: me| us)?(?: how)?|scatter)?(?: ?(?:an? |the )?(?:scatter ?plots?|histograms?|box ?plots?|violins?|correlations?|heat ?map|distributions?|chart|"
    r"graph|plot)(?: (?:of|for|between))?)?) "
    r"(?P<them>(?:them|those|these)(?: both| two)?|both(?: of (?:them|those|these))?|"
    r"the (?:two|pair)(?: of (?:them|those|these))?)(?P<tail>(?: (?:both |two )?(?:together|go together|against (?:each|one an)other|with (?:each|one an)other|"
    r"correlate|relate|are related))?)(?: please| too| as well)*[.! ]*",
    re.I,
)
"""Asks to look at the columns that were just prepared: “log fare and tip, then scatter them”."""


def look_at_those(text: str, spoken: tuple[str, ...]) -> str:
    """Writes a look at “them” with the two to four columns that were spoken of just before."""
    said = _LOOKS_AT_THEM.fullmatch(text) if 1 < len(spoken) < 5 else None
    if said is None or not said["how"].strip() or any('"' in name for name in spoken):
        return text
    return f"{said['how']} {' and '.join(f'{chr(34)}{name}{chr(34)}' for name in spoken)}{said['tail']}"


def by_that(text: str, spoken: tuple[str, ...], calls: list[Call]) -> str:
    """Writes “count per bin” and “count by it” with the column that was spoken of just before."""
    if len(spoken) != 1 or not calls or not _COUNTS.match(text) or '"' in spoken[0]:
        return text
    return _PER_GROUP.sub(lambda _: f'by "{spoken[0]}"', text)


_ORDERS = {"add_feature": re.compile(
    r"(?:(?:an?|the|add|make|create|new|another|extra|column|feature|field|variable) )*(?!@)[^@=]{1,40}? = .*@.*|"
    r"(?:the )?@ ?(?:/|\*|\+|-|times|plus|minus|divided by|over|per) ?(?:the )?@ (?:as|called|named) .+"), "extract_dates": re.compile(r"(?:the )?@ (?:to|into) (?:the )?(?:year|month|day|weekday|hour|quarter|week|minute).*|[^@]*\b(?:of|from|out of) (?:the )?@.*"), "vectorize_text": re.compile(r"(?:tf ?-? ?idf|bag of words|vectori[sz]e|count vectors?|word counts?)[^@]*@.*")}
"""What is an order of its own without a verb, by the tool that it asks for."""


def asks_already(clause: Clause) -> bool:
    """Says whether a part without a verb is an order, and no statement that leads up to one: “tip_rate = tip / fare”, “weekday of the pickup”."""
    ranked = candidates(clause)
    order = _ORDERS.get(ranked[0][1]) if ranked else None
    return order is not None and order.fullmatch(clause.masked) is not None


_SOURCES = re.compile(r"\b(?:both|the two|(?:them|those|these)(?: (?:two|both))?|(?:the|its|both) (?:old|original|originals|source|sources|other|parent)(?: ones| columns| two)?)(?: of (?:them|those|these)| columns| originals| old ones)?\b", re.I)


_DROP_IT = re.compile(rf"(?:(?:and|then|now|please|just|also) )*(?:{DROP}) (?:it|that|that one|the (?:original|old one|old column|column itself))(?: (?:out|away|too|please|afterwards|then|now|as well|itself))*", re.I)
_THAT_STEP = re.compile(r"(?:(?:and|then|now|please) )*(?:remove|drop|delete|kick out|take out|throw out|undo) the (?:first|second|third|fourth|fifth|last)", re.I)
_HELD_AGAINST = re.compile(r"(?:the )?[^\s,;]+(?: [^\s,;]+){0,2} (?:over|against|vs|versus) (?:the )?[^\s,;]+(?: [^\s,;]+){0,2}", re.I)


def about_its_sources(text: str, calls: list[Call]) -> str:
    """Writes “then drop both” after a new column with the two that it is made of, and “drop it” after the parts of a date with the date."""
    last: Call = calls[-1] if calls else {"tool": "", "args": {}}
    columns = last["args"].get("columns")
    if last["tool"] == "show_pipeline" and (step := _THAT_STEP.fullmatch(text)):
        return f"{step[0]} step"
    named = [str(last["args"]["name"])] if last["tool"] == "rename_column" else columns
    if last["tool"] in ("extract_dates", "vectorize_text", "bin", "encode", "rename_column") and isinstance(named, list) and len(named) == 1 and '"' not in named[0] and _DROP_IT.fullmatch(text):
        return f'drop "{named[0]}"'
    if last["tool"] == "plot" and "y" in last["args"] and _HELD_AGAINST.fullmatch(text) and len(text.split()) < 9:
        return f"{last['args'].get('kind') or 'plot'}{' chart of' if last['args'].get('kind') == 'line' else ' plot of' if last['args'].get('kind') else ''} {text}"
    if last["tool"] != "add_feature" or not _SOURCES.search(text):
        return text
    names = [name for side in ("left", "right") if isinstance(name := last["args"].get(side), str) and '"' not in name]
    return _SOURCES.sub(lambda _: " and ".join(f'"{name}"' for name in names), text, count=1) if len(set(names)) == 2 else text


_GONE = re.compile(r"(?:(?:and|also|then|the|my|our|columns?) )*@(?: ?(?:,|and|&)(?: and)? (?:the )?@)*(?: columns?)? (?:out|away|gone|off|goes)(?: (?:please|too|as well|also|then))*")


def gone(clause: Clause) -> str:
    """Gives columns that are said to go in passing the verb for it: “churn is the target. ids out.”"""
    return f"drop {clause.text}" if _GONE.fullmatch(clause.masked) and all(mention.clear for mention in clause.columns) else clause.text


_OF_LISTS = ("drop_columns", "scale", "encode", "impute", "transform", "bin", "handle_outliers", "extract_dates", "describe_column")
"""Tools that may go on with another column, be it called as a command is."""
_VALUES_ALONE = re.compile(r"(?:(?:and|also|then|the|all|those|from|of|with) )*#(?: ?(?:,|and|or|&)(?: and)? (?:the )?#)*(?: (?:rows|ones|too|as well|also|please|out|away))*")


def goes_too(clause: Clause, calls: list[Call]) -> str:
    """Gives values that stand alone the verb of the rows that are to go before them: “remove Gentoo, then Chinstrap”."""
    if calls and calls[-1]["tool"] in _OF_LISTS and clause.text.lower() in {name.lower() for name in clause.context.names}:
        return f'"{clause.text}"'  # “scale rate, then count”
    removes = bool(calls) and calls[-1]["tool"] == "filter_rows" and calls[-1]["args"].get("op") in ("ne", "not_in")
    return f"remove {clause.text}" if removes and clause.values and _VALUES_ALONE.fullmatch(clause.shape.text) else clause.text
