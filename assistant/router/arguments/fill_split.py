"""Fills the arguments of the tools that part the rows: a split, and folds."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.model_slots import model_of
from assistant.router.arguments.slots import mentioned_after, narrowed, option, resolved
from assistant.router.arguments.split_shares import shares
from assistant.router.entities.adjectives import SUPERLATIVES
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.loose_names import NUMBERING
from assistant.router.entities.names import Mention, parts
from assistant.router.entities.quantities import count_of
from assistant.router.entities.vocabulary import turned_down

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


_TEXT_APART = re.compile(
    r"(?:(?:please|now|then|can you|could you|i want to) )*split (?:up )?(?:the |my |"
    r"each )?(?!(?:data|dataset|rows?|records?|table|set|it|them|this|everything|all|train\w*|sample|file|cases|people|customers)\b)(?P<what>@|"
    r"[a-z_]+)(?: columns?)? (?:up )?(?:into|in|at|on|by) (?:the |each |its |an? |two |2 |three |3 |separate |several |different )*(?:first|last|words?|columns?|"
    r"parts?|pieces?|commas?|spaces?|blanks?|dash(?:es)?|hyphens?|slash(?:es)?|semicolons?|characters?|letters?|names?|surname|street|city and|day|months?|"
    r"years?)\b(?! (?:set|for|rows|test)).*",
)
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


_ONE_SIDE = re.compile(
    r"(?P<all>@) (?:must|may|should|shall|can|cannot|cant|is|are)\b[^@.]{0,30}\b(?:both|train\w* and (?:in )?test\w*)\b|"
    r"\b(?:no|same|any|an?|each|every|one|single) (?P<sign>@)[^@.]{0,40}\b(?:both|train\w*|test\w*|at once|either|only one)\b|"
    r"(?P<group>@)[^@.]{0,60}\b(?:same|one|single) (?:side|part|set|half|pile)\b",
)
"""“no day is in both train and test”: all its rows go to one side."""


_TORN_APART = re.compile(r"\b(?:no|same|one|any|every) [a-z]+ [^.,]{0,30}?\b(?:in|on|over) (?:both\b|(?:the )?train\w* (?:data |set |part )?and (?:in |on )?(?:the )?test)")


_MIX_OF = re.compile(r"\bstrat(?:if\w+)? (?:(?:split|sampling|it|them|the rows|the data) )?(?:by|on|for|over|along|according to|with respect to|after) (?:the )?@|\b(?:share|mix|proportion|ratio|balance|percentage)s? of (?:(?:each|every|the|all) )*@")
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
    alike = next((match for match in _ALIKE.finditer(clause.masked) if not turned_down(clause.masked, match.start())), None)
    if alike:
        return {"strategy": "stratified_group"} | _key(by, clause) if grouped and "@" not in alike[0] else {"strategy": "stratified"}
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
_ALIKE = re.compile(
    r"\b(?:(?:same|equal|like) (?:class(?:es)?|label|target|@) (?:share|mix|proportion|ratio|balance|percentage|distribution|split)s?|strat(?:if\w+)?|"
    r"classes (?:balanced|even|in proportion)|(?:balanced|even) classes|(?:same|equal|like) (?:share|mix|proportions?|ratio|balance|percentage)s? (?:of|in|on)|"
    r"(?:share|mix|proportion|ratio|balance|percentage|rate)s? (?:of (?:\S+ ){1,4})?(?:is |are |stays? |be |remains? )?(?:the )?(?:same|equal|similar|constant|"
    r"alike)|class (?:balance|proportions?|ratios?)|proportional\w*)\b",
)
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
