"""Asks where what is ordered is nothing that a step does, with the nearest that one does: “cap salary at 9000”, “remove the top 1 % of salaries”, “strip the punctuation from the comments”, “delete all runs”."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.slots import option
from assistant.router.asking.labels import label
from assistant.router.context import Call
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.names import key
from assistant.router.tool.triggers.wordlists import DROP
from assistant.router.wording.normalize import plain_number

_LEADS = r"(?:(?:please|and|so|then|now|just|ok|but|can you|lets|i want to|we should) )*"
_CUT = rf"(?:{DROP}|clip|cap|trim|cut(?: off)?|winsori[sz]e|limit|truncate|bound|squash|keep only|keep)"
_BY_RANK = re.compile(
    rf"{_LEADS}{_CUT}\b.*(?:\b\d[\d.]*(?:st|nd|rd|th)? ?(?:%|percent)?(?: percent)? ?percentiles?\b|\bpercentiles?\b|"
    rf"\b(?:top|bottom|highest|lowest|upper|lower|largest|smallest) \d[\d.]* ?(?:%|percent)|"
    rf"(?:\bat|\bto|\bby|\bwith|\bbetween|\bfrom) (?:the )?\d[\d.]* ?(?:%|percent) (?:and|to) (?:the )?\d[\d.]* ?(?:%|percent)|\bquantiles? (?:of )?0?\.\d+).*|"
    rf"{_LEADS}(?:winsori[sz]e|clip|cap|trim)\b.* (?:(?:at|to|by|with) (?:the )?)?\d[\d.]* ?(?:%|percent)[.! ]*",
)
_BOUNDS = re.compile(
    rf"{_LEADS}(?:clip|cap|winsori[sz]e|truncate|clamp)(?: (?:the|my|our|all|values?|of|in|column))* @(?: values?|"
    rf" column)? (?:(?:to|at|between|in|from|within|by|with|below|above|under|over|an?|the|range|maximum|max|minimum|min|of|values?|upper|lower|bound|"
    rf"limit) )*(?P<low>-?\d[\d.]*k?)(?: ?(?:and|to|-|,|\.\.) ?(?P<high>-?\d[\d.]*k?))?(?: (?:please|at most|at least|max|maximum))*[.! ]*",
)
_ALL_ALIKE = re.compile(rf"{_LEADS}(?:set|make|change|put|turn) (?:all|every|each)(?: (?:of )?the)? @(?: values?| cells?| ones)? (?:to|=|into|equal to|be) (?:[a-z]+|-?\d[\d.]*)[.! ]*")
"""“set all ages to 30”"""
_COPY_OF_ONE = re.compile(rf"{_LEADS}(?:{DROP})(?: (?:the|a|an|its|that|this|exact|other|second|near))* (?:copy|duplicate|double|twin|repetition|clone) (?:of|to) (?:the )?@[.! ]*")
"""“drop the duplicate of temp”, which is a column of another name"""
_RULE = re.compile(r"\b(?:iqr|z ?-? ?scores?|sd|std|sigma|standard deviations?|factor|tukey|iqrs|deviations|quartiles?)\b|%|percent")
_TEXT_PARTS = (
    r"(?:punctuation(?: marks?)?|stop ?words?|emojis?|html(?: tags?)?|tags|urls?|links|hash ?tags|special (?:characters|chars|signs)|(?:white ?)?spaces|"
    r"whitespace|(?:trailing |leading |extra |double )+(?:white ?)?spaces?|line ?breaks|newlines|quotes|quotation marks|digits|numbers|letters|accents|umlauts|"
    r"capitals|commas|dots|brackets|prefix(?:es)?|suffix(?:es)?|typos?)"
)
_STRIPPED = re.compile(rf"{_LEADS}(?:{DROP}|strip(?: out| off)?|clean|trim|cut(?: off| out)?|filter out)(?: (?:the|all|any|out|off|of|our))* {_TEXT_PARTS}(?: and {_TEXT_PARTS})* (?:(?:from|in|out of|off|of|on) )+(?:(?:the|my|our|all|every|column|columns|text|texts) )*@.*")
_ALL_ROWS = re.compile(rf"{_LEADS}(?:{DROP}|wipe(?: out)?|erase|empty|clear)(?: (?:all|the|my|our|every|these|those|some|of|any|a|few))* (?:rows?|records?|lines|entries|observations|cases|samples)(?: (?:please|now|away|out|again))*[.! ]*")
_RUNS = re.compile(
    r"(?:(?:please|and|so|then|now|just|ok|can you) )*(?:delete|remove|drop|forget(?: about)?|erase|clear|wipe|throw (?:out|away)|discard|get rid of|scrap|ditch|"
    r"kill)(?: (?:all|the|my|our|every|these|those|of|that|this|first|second|third|last|latest|previous|other|old|worst|best|both|trained))* (?:runs?|models?|"
    r"MODEL(?: (?:run|model|one))?|results?|leaderboard|experiments?|project|session)(?: (?:please|now|again|away|out|from the (?:leaderboard|list)))*[.! ]*|"
    r"(?:please |just )*(?:throw|take|kick|put) (?:the |my |our |that |this |old |first |last )*(?:runs?|models?|MODEL|experiments?) (?:away|out)[.! ]*",
)
_UPDATE = re.compile(r"^\s*(?:update\s+\w+\s+set\b|insert\s+into\b|truncate\s+table\b)", re.I)
"""An order to a database."""


_DECADES = re.compile(rf"{_LEADS}(?:(?:the|get|take|extract|make|add|pull|an?) )*(?:decades?|cent(?:ury|uries)) (?:out of|of|from|for) (?:the |my )?@[.! ]*")
"""“decade out of year_built”"""
_SPAN = re.compile(
    rf"{_LEADS}(?:(?:add|make|compute|calculate|get|give|me|a|an|the|new|column|feature|with|for|of|number|how|many|long|is|it|was) )*(?:days|weeks|months|years|"
    rf"hours|hrs|minutes|mins|time|duration|long|gap|interval|"
    rf"difference)(?: (?:in (?:days|hours|minutes|weeks|months|years)|it took|passed|elapsed|difference|is|it|was|were))* (?:between|from|since|till|"
    rf"until) (?:the )?(?:@|[a-z]+)(?: (?:and|to|until|till) (?:the )?(?:@|[a-z]+))?(?: (?:as|in) .*)?[ ?.]*",
)
"""How long it is between dates: “days between fitting and delivery”."""


def _refuse_span(clause: Clause) -> None:
    """Asks for the parts of dates where the time between them is wanted, which no step computes."""
    dates = list(dict.fromkeys(name for mention in clause.columns for name in mention.names if clause.context.kind(name) == "datetime"))
    if dates and " " in clause.masked and _SPAN.fullmatch(clause.masked):
        raise Unclear("How long it is from one date to another is no step here; the parts of a date are. Shall I take these?", [option("extract_dates", {"columns": dates}, f"The parts of {' and '.join(dates)}"), option("describe_column", {"column": dates[0]}, f"Look at {dates[0]}")])


_BEST_SHARE = re.compile(
    rf"(?!.*\b(?:features?|columns?|models?|predictors?|variables?|inputs?)\b){_LEADS}(?:(?:only|just|keep|the|drop|remove|delete|without|show|me|those) )*(?:best|"
    rf"worst|top|bottom|highest|lowest|upper|lower) \d[\d.]* ?(?:%|percent)(?: of (?:the |all |our )*)?(?: ?[a-z]+s)?(?: (?:only|out|away|please))*[.! ]*",
)
"""“best 10 %”, be it of what it may"""
_SIGN_SET = re.compile(
    rf"{_LEADS}(?:(?:set|make|turn|put|change) (?:the )?@ (?:to |= |as |into )?(?:\d[\d.]*|zero) (?:where|when|if|"
    rf"wherever)(?: (?:it|they|its|their|is|are|the|values?|@))* (?:negative|positive)|"
    rf"(?:(?:set|make|turn|put|change|all|the) )*(?:negative|positive) @(?: values?)? (?:to|into|become|becomes|should be|must be|- >|= >|->|=) (?:\d[\d.]*|"
    rf"zero))[.! ]*",
)
"""“set delay to 0 where negative”"""


def _of_one_sign(name: str, negative: bool) -> Unclear:
    """Makes the question for numbers of one sign that are to become another number, which no step does."""
    sign = "negative" if negative else "positive"
    return Unclear(f"One value is replaced at a time, and not all that are {sign}. What shall become of the rows with a {sign} “{name}”?", [option("filter_rows", {"column": name, "op": "ge" if negative else "le", "value": 0}, "Leave these rows out"), option("describe_column", {"column": name}, f"Look at {name} first")])


_IN_ORDER = re.compile(
    r"(?:(?:please|and|then|now|can you|could you|lets|just) )*(?:sort|order|arrange|"
    r"re ?order)(?: (?:the|my|our|that|these|all|whole|me|it|them|everything|table|data(?: ?set)?|list|file|[a-z]+s|@(?= by)))* (?:by|on|along|after|"
    r"according to) (?:(?:the|column|their|its|decreasing|increasing|highest|lowest|descending|ascending) )*(?P<by>@)(?: column)?(?: (?:and|then|by|,|the|"
    r"then by) ?(?:the )?@)*(?: ?(?:,|-|\(|\)|in|to|from|the|on|at|order|descending|ascending|desc|asc|decreasing|increasing|down|up|downwards?|upwards?|"
    r"reversed?|backwards|alphabetically|please|now|first|last|top|high|low|big|small|large|old|new|cheap|expensive|a|z|[a-z]+est)(?![a-z]))*[.! ]*",
)
"""“sort the table by rent”"""
_BY_AVERAGE = re.compile(
    rf"{_LEADS}(?:(?:only|just|keep|drop|remove|delete|exclude|without|no|show|me|the|all|those|people|where|with|whose|[a-z]+s) )*@ (?:(?:is|are|was|were|"
    rf"of) )*(?:above|below|over|under|beyond|(?:higher|lower|greater|less|more|smaller|larger|bigger|better|worse|older|younger|longer|shorter) than|>|<|> =|"
    rf"< =) (?:(?:the|its|their|an?|our|overall) )*(?:mean|average|avg|"
    rf"median)(?: (?:@|value|of all|price|one|overall))*(?: (?:only|out|away|please|go|goes))*[.! ]*",
)
"""“rents above the average”"""


def _no_order(clause: Clause, name: str) -> Unclear:
    """Makes the question for rows that are to be put in order, which no step does, with the looks that show the highest and the lowest."""
    numeric = clause.context.kind(name) == "numeric"
    drawn = option("plot", {"kind": "box", "x": name}, f"Draw {name} with its extremes") if numeric else option("plot", {"kind": "bar", "x": name}, f"Draw how often each {name} occurs")
    ends = f"The lowest and the highest values of “{name}” stand in the look at it." if numeric else f"What “{name}” holds stands in the look at it."
    return Unclear(f"No step puts rows in order, as nothing that learns from them needs it. {ends} Rows above or below a number can be kept.", [option("describe_column", {"column": name}, f"Look at {name}"), drawn, option("preview", {}, "Look at the rows as they stand")])


def refuse_beyond_steps(clause: Clause) -> None:
    """Raises Unclear with what can be done in the place of what was ordered; nothing for other words."""
    masked = clause.masked
    if ordered := _IN_ORDER.fullmatch(masked):
        raise _no_order(clause, clause.columns[masked[: ordered.start("by")].count("@")].names[0])
    if _UPDATE.match(clause.text):
        raise Unclear("I run no database commands. What shall be done to the table?", [option("help", {"topic": "replace_values"}, "How to change values"), option("preview", {}, "Look at the data")])
    if clause.columns and clause.columns[0].clear:
        _refuse_span(clause)
        if signed := _SIGN_SET.fullmatch(masked):
            raise _of_one_sign(clause.columns[0].name, "negative" in signed[0])
        if _BY_AVERAGE.fullmatch(masked) and clause.context.kind(clause.columns[0].name) == "numeric":
            name = clause.columns[0].name
            raise Unclear(f"A condition compares “{name}” with a number, not with its average. The look at the column says what that is; say then, for instance, “{name} above 10”.", [option("describe_column", {"column": name}, f"Look at {name} and its mean"), option("plot", {"kind": "histogram", "x": name}, f"Draw how {name} is spread"), option("preview", {}, "Look at the data")])
        if _ALL_ALIKE.fullmatch(masked) and not clause.context.runs:
            name = clause.columns[0].name
            raise Unclear(f"No step writes one value into all rows of “{name}”; it would tell nothing any more. What shall I do?", [option("drop_columns", {"columns": [name]}, f"Drop {name}"), option("impute", {"columns": [name]}, f"Fill the gaps in {name}"), option("describe_column", {"column": name}, f"Look at {name}")])
        if len(clause.columns) == 1 and _DECADES.fullmatch(masked):
            name = clause.columns[0].name
            dated = clause.context.kind(name) == "datetime"
            raise Unclear("No step makes decades. What comes nearest?", [option("extract_dates", {"columns": [name], "parts": ["year"]}, f"Take the year of {name}") if dated else option("bin", {"columns": [name], "bins": 10}, f"Put {name} into 10 bins"), option("preview", {}, "Look at the data")])
        if len(clause.columns) == 1 and _COPY_OF_ONE.fullmatch(masked):
            raise _which_copy(clause)
        _refuse_bounds(clause, masked)
        _refuse_parts_of_texts(clause, masked)
        return
    if _BEST_SHARE.fullmatch(masked) and (numeric := clause.context.features(("numeric",))):
        raise Unclear("By which column are they the first? Rows can be kept above or below a number, which the look at a column helps to find.", [option("describe_column", {"column": name}, f"Look at {name}") for name in numeric[:3]] + [option("preview", {}, "Look at the data")])
    if _ALL_ROWS.fullmatch(masked) and not clause.values and not clause.numbers and not clause.has("all|every"):
        raise Unclear("Which rows shall go?", [option("drop_missing", {"axis": "rows"}, "Those with a gap in any column"), option("drop_duplicates", {}, "Those that are there twice"), option("preview", {}, "Look at the data first")])
    if clause.context.runs or clause.context.steps:
        _refuse_deleted_runs(clause)


def _which_copy(clause: Clause) -> Unclear:
    name = clause.columns[0].name
    alike = [other for other in clause.names if other != name and (key(name) in key(other) or key(other) in key(name))]
    return Unclear(f"Which column is the double of “{name}”?", [*(option("drop_columns", {"columns": [other]}, f"Drop {other}") for other in alike[:3]), option("drop_duplicates", {"columns": [name]}, f"Rows with the same {name} are meant"), option("correlate", {"with_column": name}, f"See what goes along with {name}")])


def _refuse_bounds(clause: Clause, masked: str) -> None:
    name = clause.columns[0].name
    if clause.context.kind(name) != "numeric":
        return
    bounds = _BOUNDS.fullmatch(masked)
    fixed = bounds is not None and not _RULE.search(masked) and (bounds["low"], bounds["high"]) != ("0", "1")
    if not fixed and not _BY_RANK.fullmatch(masked):
        return
    if not fixed or bounds is None or bounds["low"].endswith("k") or (bounds["high"] or "").endswith("k"):
        raise Unclear(f"I cannot cut “{name}” at a percentile. Outliers are found by the quartiles (iqr) instead. What shall become of them?", _by_quartiles(name))
    low, high = plain_number(float(bounds["low"])), plain_number(float(bounds["high"])) if bounds["high"] else None
    below = re.search(r"\b(?:min|minimum|lower|at least|above|over)\b", masked) is not None
    raise _own_bound(name, {"op": "between", "value": [low, high]} if high is not None else {"op": "ge" if below else "le", "value": low})


def _own_bound(name: str, kept: dict[str, Any]) -> Unclear:
    """Makes the question for values that are to be pulled in to a number of one's own, with the filter for those within."""
    call: Call = {"tool": "filter_rows", "args": {"column": name, **kept}}
    return Unclear(f"No step caps “{name}” at a number of your own. Shall the rows beyond it go, or outliers be clipped by the quartiles (iqr)?", [option(call["tool"], call["args"], label(call)), _by_quartiles(name)[0]])


def _by_quartiles(name: str) -> list[dict[str, Any]]:
    clips: list[Call] = [{"tool": "handle_outliers", "args": {"columns": [name], "method": "iqr", "action": action}} for action in ("clip", "remove")]
    return [option(call["tool"], call["args"], label(call)) for call in clips]


def _refuse_parts_of_texts(clause: Clause, masked: str) -> None:
    if not _STRIPPED.fullmatch(masked):
        return
    name = clause.columns[0].name
    nearest = option("vectorize_text", {"columns": [name]}, f"Turn {name} into numbers, word by word") if clause.context.kind(name) in ("text", "categorical") else option("set_kind", {"columns": [name], "kind": "numeric"}, f"Treat {name} as a number")
    raise Unclear(f"No step takes parts out of what “{name}” holds. What shall I do instead?", [nearest, option("describe_column", {"column": name}, f"Look at {name}")])


def _refuse_deleted_runs(clause: Clause) -> None:
    said = _RUNS.fullmatch(vocabulary.with_signs(clause.masked))
    if said is None:
        return
    if re.search(r"\b(?:experiments?|project|session)\b", said[0]):
        raise Unclear("I delete no experiment. I can empty this one, or open another.", [option("start_over", {}, "Start over here"), option("list_experiments", {}, "Show the experiments")])
    models = vocabulary.every(clause.masked, vocabulary.MODELS)
    steps = [step for step in clause.context.steps if step.get("tool") == "train" and "number" in step and (not models or step.get("args", {}).get("model") in models)]
    removed = [option("remove_step", {"step": step["number"]}, f"Remove step {step['number']}: train {str(step.get('args', {}).get('model', '')).replace('_', ' ')}") for step in steps[-3:]]
    raise Unclear("A run stays on the leaderboard. The step that trained it can go." if removed else "A run stays on the leaderboard.", [*removed, option("leaderboard", {}, "Show the runs"), *([] if removed else [option("start_over", {}, "Start over")])])
