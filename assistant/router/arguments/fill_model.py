"""Fills the arguments of the tools that split, train, compare and tune."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.misses import dreads_misses
from assistant.router.arguments.model_slots import metric_of, model_of, models_compared, models_of, params_of
from assistant.router.arguments.params import read_space
from assistant.router.arguments.slots import EXCEPT, mentioned_after, narrowed, option, resolved
from assistant.router.arguments.split_shares import shares
from assistant.router.asking.families import refuse_family
from assistant.router.entities.adjectives import SUPERLATIVES
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.loose_names import NUMBERING
from assistant.router.entities.names import Mention, parts
from assistant.router.entities.numbers import ordinal
from assistant.router.entities.quantities import count_of, seconds_of
from assistant.router.entities.vocabulary import MODELS, placed, turned_down, with_signs
from assistant.router.tool.triggers.wordlists import HEAPS
from assistant.router.wording.normalize import plain_number
from engine.models import label_of

Args = dict[str, Any]


_BY_RANK = re.compile(rf"\b(?:top|bottom|best|worst|highest|lowest|largest|smallest|biggest|first|last|dearest|{SUPERLATIVES}) \d[\d.]* ?(?:%|percent|per cent)(?!\w)")
_SPLITS = re.compile(r"\b(?:split\w*|test\w*|train\w*|hold|held|holdout|validat\w*|aside|apart|back|separat\w*|divid\w*|reserve\w*|check\w*|exam\w*|chronolog\w*|time|newest|latest|oldest|recent)\b")


_BARE_NUMBER = re.compile(r"(?:[a-z]+ (?:= ?)?)?\d{1,2}")
"""“use 5”, which says nothing of a split."""


def _refuse_rank(clause: Clause) -> None:
    """Asks where a share of the rows is meant by how high they stand, which no split is: “the dearest 5 percent”."""
    if _BY_RANK.search(clause.masked) and not _SPLITS.search(clause.masked):
        looks = [option("describe_column", {"column": mention.name}, f"Look at {mention.name}, with its quantiles") for mention in clause.columns[:1] if mention.clear]
        raise Unclear("Rows can be kept by a value, not by their rank. From which value on shall they stay?", [*looks, option("preview", {}, "Look at the data"), option("list_options", {"stage": "data"}, "What can be done with rows")])


def split(clause: Clause) -> Args:
    """Reads the fractions, the strategy with its column, and the seed."""
    _refuse_rank(clause)
    _refuse_text_apart(clause)
    args: Args = {}
    seed = re.search(r"\b(?:seed|random[ _]state)(?: of| is| to)? ?=? ?(\d{1,10})\b", clause.masked)
    words = re.sub(r"\b(?:seed|random[ _]state)(?: of| is| to)? ?=? ?\d{1,10}\b|(?<![\d./])\d{1,3} ?folds?\b", " ", clause.masked)
    args |= shares(words)
    if args and _BARE_NUMBER.fullmatch(clause.norm) and not _SPLITS.search(clause.masked):
        raise Unclear(f"What shall be done with {clause.numbers[0][1].text}?", [option("split", args, "Take so many percent of the rows for the test"), option("preview", {"rows": int(clause.numbers[0][1].number or 10)}, "Show so many rows"), option("list_options", {}, "Show what can be done")])
    if sum(args.get(part, 0.0) for part in ("train", "validation", "test")) > 1 + 1e-9:
        raise Unclear("These parts are more than all rows together. Which one is meant?", [option("split", {part: args[part]}, f"{args[part]:.0%} {use}") for part, use in (("train", "to learn from"), ("test", "for the test")) if part in args])
    _refuse_mix(clause, args)
    args |= _strategy(clause, words)
    if args.get("strategy") == "group" and _BY_ALONE.fullmatch(clause.masked):
        _refuse_by_alone(args["column"], clause)
    if seed:
        args["seed"] = int(seed[1])
    if not args and _ROWS_ALONE.fullmatch(clause.masked):
        raise Unclear("Shall the rows be split into training and test, or put into groups that are alike?", [option("split", {}, "Into training and test"), option("set_task", {"task": "clustering"}, "Into groups that are alike")])
    return args


_TEXT_APART = re.compile(r"(?:(?:please|now|then|can you|could you|i want to) )*split (?:up )?(?:the |my |each )?(?!(?:data|dataset|rows?|records?|table|set|it|them|this|everything|all|train\w*|sample|file|cases|people|customers)\b)(?P<what>@|[a-z_]+)(?: columns?)? (?:up )?(?:into|in|at|on|by) (?:the |each |its |an? |two |2 |three |3 |separate |several |different )*(?:first|last|words?|columns?|parts?|pieces?|commas?|spaces?|blanks?|dash(?:es)?|hyphens?|slash(?:es)?|semicolons?|characters?|letters?|names?|surname|street|city and|day|months?|years?)\b(?! (?:set|for|rows|test)).*")
"""A column whose text is to be taken apart: “split name into first and last”."""


def _refuse_text_apart(clause: Clause) -> None:
    """Asks what is to be done where no step does it, rather than split the rows."""
    said = _TEXT_APART.fullmatch(clause.masked.strip(" .!?")) if not clause.numbers else None
    if said is None or " test" in clause.masked or " train" in clause.masked:
        return
    name = clause.columns[0].name if said["what"] == "@" and clause.columns[0].clear else None
    if name and clause.context.kind(name) == "datetime":
        raise Unclear(f"Shall “{name}” be taken apart into its parts, such as year and month?", [option("extract_dates", {"columns": [name]}, f"Take the parts of {name}"), option("split", {}, "Split the rows into training and test")])
    offered = [option("describe_column", {"column": name}, f"Look at {name}"), option("vectorize_text", {"columns": [name]}, f"Count the words of {name}")] if name else [option("list_options", {"stage": "features"}, "Show how columns can be made")]
    raise Unclear("I split rows into training and test, and take dates apart, but no text of a column into several columns. What shall I do?", [*offered[:2], option("split", {}, "Split the rows into training and test")])


_BY_ALONE = re.compile(r"(?:(?:and|now|then|please|can you|could you|lets|i want to) )*(?:split|divide|separate|partition)(?: up)?(?: (?:(?:the|my|our|all|these|this) )*(?:it|them|this|data|dataset|data set|rows|table|records|everything))?(?: up)? (?:by|on|per|along|into) (?:the )?@(?: please)?")
"""“split by species”, which says neither into what nor why."""


def _refuse_by_alone(column: str, clause: Clause) -> None:
    """Asks whether a column is to keep its rows together in a split or only to be looked at by group; one that numbers things keeps them together."""
    kind = clause.context.kind(column)
    if kind == "id" or parts(column)[-1] in NUMBERING or kind not in ("categorical", "boolean"):
        return
    apart = option("split", {"strategy": "group", "column": column}, f"Split the data, each {column} in one part only")
    alike = [option("split", {"strategy": "stratified"}, f"Split the data, with the same mix of {column} in each part")] if column == clause.context.target else []
    raise Unclear(f"Shall the data be split into training and test by “{column}”, or shown for each {column}?", [*alike, apart, option("aggregate", {"by": [column], "statistic": "count"}, f"Count the rows for each {column}"), option("plot", {"kind": "bar", "x": column}, f"Draw a bar chart of {column}")])


_ROWS_ALONE = re.compile(r"split (?:up )?(?:(?:the|my|our|all|these|those) )+(?!rows|columns|sets|files|tables|records|samples|classes)[a-z]+s(?: up)?")
"""“split the customers”, which says neither into what nor why."""


_ONE_SIDE = re.compile(r"(?P<all>@) (?:must|may|should|shall|can|cannot|cant|is|are)\b[^@.]{0,30}\b(?:both|train\w* and (?:in )?test\w*)\b|\b(?:no|same|any|an?|each|every|one|single) (?P<sign>@)[^@.]{0,40}\b(?:both|train\w*|test\w*|at once|either|only one)\b|(?P<group>@)[^@.]{0,60}\b(?:same|one|single) (?:side|part|set|half|pile)\b")
"""“no day is in both train and test”: all its rows go to one side."""


_TORN_APART = re.compile(r"\b(?:no|same|one|any|every) [a-z]+ [^.,]{0,30}?\b(?:in|on|over) (?:both\b|(?:the )?train\w* (?:data |set |part )?and (?:in |on )?(?:the )?test)")


_MIX_OF = re.compile(r"\bstratif\w+ (?:(?:split|sampling|it|them|the rows|the data) )?(?:by|on|for|over|along|according to|with respect to|after) (?:the )?@|\b(?:share|mix|proportion|ratio|balance|percentage)s? of (?:(?:each|every|the|all) )*@")
"""The column whose mix is to be the same in each part: “stratify by sex”."""


def _refuse_mix(clause: Clause, args: Args) -> None:
    """Asks where another column than the target is to have the same mix in each part, which no strategy does."""
    said = _MIX_OF.search(clause.masked)
    mention = clause.columns[clause.masked[: said.end()].count("@") - 1] if said else None
    target = clause.context.target
    if mention is None or not mention.clear or mention.name == target or clause.has("groups?|grouped|together"):
        return
    if target is None:
        raise Unclear(f"The rows can be split so that the classes of the target have the same mix in each part, but no target is set. Shall it be “{mention.name}”?", [option("set_target", {"column": mention.name}, f"Predict {mention.name}"), option("split", {**args, "strategy": "random"}, "Split by lot")])
    raise Unclear(f"Only the classes of the target, “{target}”, can be given the same mix in each part, not those of “{mention.name}”. How shall I split?", [option("split", {**args, "strategy": "stratified"}, f"With the same mix of {target}"), option("split", {**args, "strategy": "random"}, "By lot"), option("split", {**args, "strategy": "group", "column": mention.name}, f"Each {mention.name} in one part only")])


def _strategy(clause: Clause, words: str) -> Args:
    grouped = clause.has("(?:whole|entire|complete) @|groups?|grouped|same \\S+ (?:together|in one)|together|leak\\w*")
    by = mentioned_after(clause, "whole|entire|complete|by|after|on|along|of|per|with|keeping|keep|using|group|groups|same|column|according to")
    if by is None and len(clause.columns) == 1 and clause.columns[0].clear and (grouped or _GOES_BY.search(clause.masked)):
        by = clause.columns[0]
    apart = _ONE_SIDE.search(clause.masked)
    if apart and not grouped:
        grouped, by = True, clause.columns[clause.masked[: max(apart.end("sign"), apart.end("all"), apart.end("group"))].count("@") - 1]
    if any(not turned_down(clause.masked, match.start()) for match in _ALIKE.finditer(clause.masked)):
        return {"strategy": "stratified_group"} | _key(by, clause) if grouped else {"strategy": "stratified"}
    if not by and _TORN_APART.search(clause.masked):
        keys = [column["name"] for column in clause.context.columns if parts(column["name"])[-1] in NUMBERING] or clause.context.features(("categorical",))
        raise Unclear("Which column says what belongs together?", [option("split", {"strategy": "group", "column": name}, name) for name in keys[:4]])
    column = _key(by, clause)
    if clause.has("(?<!the same )(?<!at a )(?<!one )(?<!not by )(?<!not in )(?<!not on )(?<!not over )time|earl(?:y|ier|iest)|chrono(?:log\\w+)?|temporal\\w*|in order|newe(?:r|st)|latest|later (?:ones|rows|half|part)|most recent|olde(?:r|st)|past|future|dates?|(?:test\\w*|check\\w*|valid\\w*)(?: it| the model)? (?:on|with|against) the (?:very )?(?:last|final) (?:of the )?[a-z]{3,}s") or (column and clause.context.kind(column["column"]) == "datetime"):
        return {"strategy": "time"} | column
    if grouped and column:
        return {"strategy": "group"} | column
    if column:
        values = [str(value).lower() for value in clause.context.column(column["column"]).get("values") or ()]
        return {"strategy": "column" if {"train", "test"} <= set(values) else "group"} | column
    return {"strategy": "random"} if any(not turned_down(words, match.start()) and not re.search(r"\bno $", words[: match.start()]) for match in re.finditer(r"\b(?:random\w*|shuffl\w+)", words)) else {}


_GOES_BY = re.compile(r"@ (?:based|wise|by day|aware) (?:\w+ )?split|^(?:train|learn|fit|teach)\w* .*\b(?:older|earlier|oldest|earliest|newer|past) @$")
"""“a date based split”"""
_ALIKE = re.compile(r"\b(?:strat(?:if\w+)?|classes (?:balanced|even|in proportion)|(?:balanced|even) classes|(?:same|equal|like) (?:share|mix|proportions?|ratio|balance|percentage)s? (?:of|in|on)|(?:share|mix|proportion|ratio|balance|percentage|rate)s? (?:of (?:\S+ ){1,4})?(?:is |are |stays? |be |remains? )?(?:the )?(?:same|equal|similar|constant|alike)|class (?:balance|proportions?|ratios?)|proportional\w*)\b")
"""What asks for the same mix of classes in each part."""


def _key(mention: Mention | None, clause: Clause) -> Args:
    """The column that a split goes by, if one was named: of several that fit, one that numbers things."""
    return {"column": resolved(narrowed(mention, lambda name: clause.context.kind(name) == "id" or parts(name)[-1] in NUMBERING), clause, "split", "column")} if mention else {}


def cross_validate(clause: Clause) -> Args:
    """Reads the folds, the model and the strategy."""
    args: Args = {}
    folds = re.search(r"(?<![\d.])(\d{1,3}) ?-? ?(?:fold|folds|x|times|splits|parts)\b|\bk ?= ?(\d{1,3})|\bfolds ?(?:=|of|:)? ?(\d{1,3})|\bcv ?=? ?(\d{1,3})", clause.masked)
    if folds:
        args["folds"] = int(next(part for part in folds.groups() if part))
    elif count_of(clause):
        args["folds"] = count_of(clause)
    model = model_of(clause)
    if model:
        args["model"] = model
    if len(clause.columns) == 1 and clause.columns[0].clear and clause.has("group(?:ed|s)?|together|(?:not |never )?torn apart"):
        column = clause.columns[0].name
        raise Unclear(f"The folds keep together what the split does. Shall I first split the data so that each {column} is in one part only?", [option("split", {"strategy": "group", "column": column}, f"Split by {column} first"), option("cross_validate", args, "Only cross-validate")])
    if clause.has("group(?:ed)?(?: k ?fold)?") and not clause.columns:
        args["strategy"] = "stratified_group" if clause.has("strat(?:if\\w+)?") else "group"
    elif clause.has("strat(?:if\\w+)?"):
        args["strategy"] = "stratified"
    elif clause.has("time(?: series)? (?:based |aware |ordered )?(?:cv|cross ?valid\\w*|folds)|in (?:order of )?time|chronological\\w*"):
        args["strategy"] = "time"
    return args


def train(clause: Clause) -> Args | list[Args]:
    """Reads the model, its parameters and a name for the run; several models named one after the other are several runs."""
    several = models_of(clause)
    if len(several) < 2:
        refuse_family(clause)
    if len(several) > 1 and not clause.numbers:
        return [{"model": name} for name in several]
    model = several[0] if several else None
    if model is None and clause.has(f"cluster|group|segment|{HEAPS}") and (clause.numbers or clause.has("find|make|into|cluster")):
        model = "kmeans"
    params = params_of(clause, model)
    if model == "kmeans" and not params and count_of(clause) and clause.has(rf"(?:in|into) \d+|\d+ (?:[a-z]+ )?(?:{HEAPS})"):
        params = {"n_clusters": count_of(clause)}
    if model is None:
        raise Unclear("Which model shall I train?", model_options(clause, params))
    args: Args = {"model": model}
    if params:
        args["params"] = params
    name = re.search(r"\b(?:call it|name it|named|called|as)\b (?:the )?[\"'`]([^\"'`]{1,60})[\"'`]|\b(?:call it|name it|named|called) ((?!(?:and|then|with|please)\b)[\w.-]{1,60}(?: [\w.-]{1,30}){0,2})(?= ?(?:please|pls)?[.!]*$)|\b(?:call it|name it|named|called) ([\w.-]{1,60})", clause.text, re.I)
    if name:
        args["name"] = next(part for part in name.groups() if part)
    return args


def model_options(clause: Clause, params: Args | None = None) -> list[dict[str, Any]]:
    """Lists a few models that suit the task."""
    names = {"regression": ("ridge", "random_forest", "xgboost"), "clustering": ("kmeans", "gaussian_mixture"), "anomaly_detection": ("isolation_forest", "local_outlier_factor")}.get(
        clause.context.task or "", ("logistic_regression", "random_forest", "xgboost"))
    del params
    return [*(option("train", {"model": name}, f"Train {label_of(name)}") for name in names), option("compare_models", {}, "Compare several")][:4]


def compare_models(clause: Clause) -> Args:
    """Reads the models, the metric and the time."""
    models, metric, seconds = models_compared(clause), metric_of(clause), seconds_of(clause)
    if len(models) == 1:
        refuse_family(clause)
    named = [mention.name for mention in clause.columns if mention.clear and mention.name != clause.context.target]
    if named and not models:
        drawn = {"x": named[0], **({"y": named[1]} if len(named) > 1 else {})}
        raise Unclear("Compare the columns, or models?", [option("plot", drawn, f"Draw {' and '.join(named[:2])}"), option("correlate", {"columns": named[:2]} if len(named) > 1 else {"with_column": named[0]}, "Their correlation"), option("compare_models", {}, "Several kinds of models")])
    spared = [name for _, _, name in placed(clause.masked, MODELS) if name not in models] if not models else []
    if (models and _ALL_BUT.search(with_signs(clause.masked))) or spared:
        models = models or spared
        named_out = " and ".join(map(label_of, models))
        raise Unclear(f"I compare the models that are named, or those that suit the task. Which ones, when {named_out} shall not be among them?", _others_than(clause, models, metric))
    if len(models) == 1 and not clause.has("runs?|earlier|before|previous"):
        only = label_of(models[0])
        raise Unclear(f"Compare {only} with which others?", [option("compare_models", {}, "With those that suit the task"), option("train", {"model": models[0]}, f"Only train {only}"), *_others_than(clause, models, metric)[:1]])
    if clause.norm == "compare":
        raise Unclear("Compare what?", [option("compare_models", {}, "Several kinds of models"), option("leaderboard", {}, "The runs so far"), option("correlate", {}, "The columns with one another")])
    return ({"models": models} if models else {}) | ({"metric": metric} if metric else {}) | ({"time_budget": seconds} if seconds else {})


_ALL_BUT = re.compile(rf"\b(?:{EXCEPT}|without|but no|not)\b (?:the |an? |using )*MODEL")
"""Models that are not to be compared: “all but the svm”."""


def _others_than(clause: Clause, models: list[str], metric: str | None) -> list[dict[str, Any]]:
    """Offers those of the models that are mostly tried which were not turned down."""
    usual = ("ridge" if clause.context.task == "regression" else "logistic_regression", "random_forest", "extra_trees", "xgboost", "svm", "knn")
    kept = [name for name in usual if name not in models]
    more = {"metric": metric} if metric else {}
    return [option("compare_models", {"models": kept, **more}, " and ".join(map(label_of, kept))), option("compare_models", more, "All that suit the task, those too")]


_MODELS = frozenset(name for name, _ in MODELS)
_TRIES_ALONE = re.compile(r"(?:please )?(?:tune|hpo|optimi[sz]e)(?: (?:it|the|model|MODEL))* (\d{2,4})$()")
"""“tune rf 40”"""


def tune(clause: Clause) -> Args:
    """Reads the model, the way of searching, the trials and the time."""
    args: Args = {}
    model = model_of(clause)
    if model:
        args["model"] = model
    method = next((value for value, pattern in (("grid", "grid\\w*|gridsearch\\w*"), ("random", "random(?:i[sz]ed)?(?! forest)(?: search)?"), ("bayesian", "bayes\\w*|optuna|tpe")) if clause.has(pattern)), None)
    if method:
        args["method"] = method
    latest = clause.context.runs[-1] if clause.context.runs else None
    known = model or (latest.get("model") if isinstance(latest, dict) else latest)
    space = read_space(clause.norm, known if known in _MODELS else None)
    if space:
        args["space"] = space
    trials = re.search(r"(?<![\d.])(\d{1,5}) (?:\w+ )?(?:it|trials?|trails|tries|attempts|combinations|combos|guesses|goes|shots|spins|iterations|iters?|evals?|fits|draws|runs|rounds|configurations|settings|times|candidates|evaluations)\b|\b(?:trials|n_iter|n_trials|n(?= ?=)) ?=? ?(\d{1,5})", clause.masked)
    trials = trials or re.search(r"\b(?:search|optuna)(?: with)? (\d{1,4})(?! ?(?:%|min|sec|m\b|s\b|h\b|to\b|-))()\b", clause.masked) or _TRIES_ALONE.match(with_signs(clause.masked))
    if trials:
        args["trials"] = int(trials[1] or trials[2])
    metric, seconds = metric_of(clause), seconds_of(clause)
    return args | ({"metric": metric} if metric else {}) | ({"time_budget": seconds} if seconds else {})


def apply_tuning(clause: Clause) -> Args:
    """Reads which of the tried settings."""
    if clause.has("runner ?-? ?up|next best"):
        return {"rank": 2}
    number = re.search(r"\brank (\d{1,4})|\b(?:trial|number) (\d{1,4})", clause.norm)
    place = number or re.search(r"\b(\w+) ?-? ?best\b|\b(?:the|came|come|comes|finished|ended up|ranked|placed|landed|was|were|is|are)(?: in| on| the)* (?!best)(\w+)(?: one| set| settings?| trial| parameters| place| spot| rank)?$", clause.norm)
    rank = int(number[1] or number[2]) if number else ordinal(place[1] or place[2]) if place else None
    return {"rank": rank} if rank else {}


def ensemble(clause: Clause) -> Args:
    """Reads how models are combined, and which."""
    method = next((value for value, pattern in (("stacking", "stack\\w*"), ("bagging", "bag\\w*"), ("voting", "vot\\w*")) if clause.has(pattern)), None)
    runs = _RUNS.search(clause.norm)
    models: list[str | int] = [int(number) for number in re.findall(r"\d+", runs[0])] if runs else [*models_of(clause)]
    return ({"method": method} if method else {}) | ({"models": models} if models else {})


_RUNS = re.compile(r"\b(?:runs?|models?) (?:number |no |# ?)?\d{1,3}(?:(?: ?,| and| &| \+| with)+ (?:runs? )?(?:number |no |# ?)?\d{1,3})+\b")
"""Runs by their numbers: “stack runs 1 and 3”."""


def choose_k(clause: Clause) -> Args:
    """Reads the model and the range of the number of clusters."""
    args: Args = {}
    model = model_of(clause)
    if model:
        args["model"] = model
    bounds = re.search(r"(?<![\d.])(\d{1,3}) ?(?:(?:up )?to|through|till|until|-|and|:) ?(\d{1,3})\b", clause.masked)
    if bounds:
        args |= {"minimum": int(bounds[1]), "maximum": int(bounds[2])}
    else:
        upper = re.search(r"\b(?:up to|at most|maximum|max) (\d{1,3})\b", clause.masked)
        if upper:
            args["maximum"] = int(upper[1])
    return args


def set_threshold(clause: Clause) -> Args:
    """Reads the probability, or the metric that it is chosen for."""
    numbers = [token for place, token in clause.numbers if token.number is not None and clause.word(place + 1) not in ("false", "wrong", "needless")]
    metric = metric_of(clause)
    if numbers and metric:
        words = metric.replace("_", " ")
        raise Unclear(f"A wanted {words} cannot be set directly: the threshold is a probability, or the one that is best for a metric. Which shall it be?", [option("set_threshold", {"optimize_for": metric}, f"The best for {words}"), option("set_threshold", {"optimize_for": "f1"}, "The best for f1"), option("plot_model", {"kind": "threshold"}, "Show how it changes with the threshold")])
    if numbers:
        number = numbers[0].number or 0
        if number > 1 and not numbers[0].percent and not clause.has("percent|per cent|pct"):
            likely = [round(number / 10**places, 6) for places in (1, 2) if number / 10**places < 1]
            raise Unclear(f"A threshold is a probability from 0 to 1, and {plain_number(number)} is more. Which one do you mean?", [*(option("set_threshold", {"value": value}, str(value)) for value in likely), option("set_threshold", {"optimize_for": "f1"}, "The best for f1")])
        return {"value": plain_number(round(number / 100 if number > 1 else number / 100 if numbers[0].percent else number, 6))}
    if dreads_misses(clause):
        raise Unclear("Fewer are missed where the model says yes at a lower probability, with more false alarms. From where on shall it say yes?", [option("set_threshold", {"value": value}, f"From {value:.0%} on") for value in (0.3, 0.2, 0.1)] + [option("plot_model", {"kind": "threshold"}, "Show what each threshold costs")])
    return {"optimize_for": metric or "f1"} if metric or clause.has("best|optim\\w+|find|choose") else _ask_threshold()


def _ask_threshold() -> Args:
    raise Unclear("Which threshold?", [option("set_threshold", {"value": 0.3}, "0.3"), option("set_threshold", {"optimize_for": "f1"}, "The best for f1"), option("set_threshold", {"optimize_for": "recall"}, "The best for recall")])


def calibrate(clause: Clause) -> Args:
    """Reads the method."""
    return {"method": "isotonic"} if clause.has("isotonic(?:ally)?") else {"method": "sigmoid"} if clause.has("sigmoid|platt") else {}


def autopilot(clause: Clause) -> Args:
    """Reads the time and the metric."""
    seconds, metric = seconds_of(clause), metric_of(clause)
    return ({"time_budget": seconds} if seconds else {}) | ({"metric": metric} if metric else {})
