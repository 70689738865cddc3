"""Gives each part of a request its own verb: “fill a with the median and b with the mean” is two requests."""

from __future__ import annotations

import re

from assistant.router.context import RouterContext
from assistant.router.entities.clause import Clause
from assistant.router.entities.vocabulary import COLUMN_WORDS, MODELS, every, first, with_signs
from assistant.router.parts.cuts import CONDITION, ROWS_WHERE

_VERB = "fill in|fill|impute|replace|rename|encode|scale|transform|clip|cap|bin|change|convert|treat|put|one hot encode|set"
_WITH = re.compile(rf"^((?:{_VERB})) (.{{1,200}}?) (with|by|to|using|as|into|at) (.{{1,100}}?)(?:, and|,| and| &| \+| plus| n) (.{{1,100}}?) (?:with|by|to|using|as|into|at) (.{{1,200}})$", re.I)
_IN_BRACKETS = re.compile(rf"^((?:{_VERB})) (.{{1,100}}?) ?\(([^()]{{1,40}})\)(?:, and|,| and) (.{{1,100}}? ?\([^()]{{1,40}}\).{{0,200}})$", re.I)
_MODELS = re.compile(r"^((?:train|fit|run|try|build) (?:an? |the )?.{3,60}?)(?:, then| and then|,? followed by) (.{3,80})$", re.I)
_STATEMENTS = re.compile(r"^(.{3,120}?\b(?:is|are|its|as)\b.{2,120}?)(?:, and|,| and) ((?:the )?[\w.-]{1,40}(?: [\w.-]{1,40})? (?:is|are|should be)\b.{2,120})$", re.I)
_STATED = re.compile(
    r"@(?:(?: ?(?:, and|,|and|&|\+))? ?(?:the )?@)* (?:columns? |both |all )*(?:is|are|must be|should be|shall be|has to be|have to be|needs? to be|will be|"
    r"(?:as|into|to)(?= (?:an? )?(?:categor|number|numeric|date|text|bool|ids?\b|string|integer|float))) [^@]{2,60}?(?=$|(?: ?(?:,|and|but|while))+ (?:the )?@)",
)
_JOINT = re.compile(r"(?:[\s,]|\b(?:and|but|while|the)\b)+$", re.I)
_TARGET_AND_MODEL = re.compile(r"^((?:predict|forecast|classify|estimate|model|guess) .{1,60}?)(?: (?:with|using|by|via|through)|:) (?:an? |the )?(.{2,120})$", re.I)
_GAPS = re.compile(r"\b(?:missing|empty|blanks?|gaps?|holes|nans?|nulls?|unknown|lacking)\b", re.I)
"""What is filled by a model is no target: “estimate the missing ages with knn”."""
_MODEL_AND_TARGET = re.compile(r"^((?:(?:train|fit|build|run|use|try|make|create) )?.{2,60}?) (?:to predict|for predicting|predicting|that predicts|which predicts|to estimate|to forecast) (.{1,60})$", re.I)
_ON_TARGET_TOO = re.compile(r"^(?P<first>(?:train|fit|run|try|build) (?:an? |the )?(?P<model>.{2,40}?) on (?:the )?(?P<target>.{1,40}?))(?:, and|,| and| plus| &) (?:an? |the )?(?P<more>.{2,60}?)(?: too| as well| also)?$", re.I)
"""“train ridge on tip and lasso too”"""
_MODELS_ALONE = re.compile(r"(?:(?:an?|the|and|,|&) ?)*MODEL(?: ?(?:,|and|&)(?: and)? (?:an? |the )?MODEL)*")
_GROUPS = re.compile(r"^((?:group|cluster|segment|find|make|form) .{0,60}?\b\d+(?: (?:groups|clusters|segments))?) (?:using|by|on|based on|from|with|according to) (?:only |just |their |the )*(.{3,200})$", re.I)
_EXCLUDED = re.compile(
    r"^((?:i |we )?(?:(?:want|need|would like) to |the idea (?:is|would be) to )?(?:predict|forecast|classify|estimate|model|guess|train|fit|build|"
    r"use) .{1,80}?)(?:,| but| and)*,? (?:(?:from |using |with |on )?(?:basically |nearly |almost )*(?:everything|all(?: \w+)?|all the \w+|every \w+)(?: but|"
    r" except(?: for)?| besides| other than| apart from)|without(?: using)?|ignoring|excluding|leaving out|except(?: for)?|not using) (.{2,120})$",
    re.I,
)
_CLEANED = re.compile(r"^((?:take|draw|keep|use|give me|get|show|train|fit|split) .{3,80}?) without (duplicates?(?: rows)?|missing values|outliers|incomplete rows|gaps)$", re.I)
_RECODED = re.compile(r"^(?:in (?:the )?(?P<before>.{1,60}?),? )?(?P<verb>replace|change|recode|map|turn|swap|substitute) (?P<old>.{1,60}?) (?P<link>with|by|to|into|as|for) (?P<new>.{1,60}?)(?:, and|,| and) (?P<old2>.{1,60}?) (?P=link) (?P<new2>.{1,60}?)(?: in (?:the )?(?P<after>.{1,60}))?$", re.I)
_TARGET_AND_FEATURES = re.compile(r"^((?:predict|learn|forecast|classify|estimate|model|guess|foresee) .{1,60}?) (?:only |just |solely )?(?:from|using|with|by|based on|on the basis of|out of|knowing)(?: only| just| nothing but)? (.{2,200})$", re.I)
_CODED = re.compile(r"^in (?:the )?(?P<where>.{1,60}?),? (?:make|set|code|turn|map|recode|call) (?P<old>[\w'\"-]{1,40}) (?:to |as |= ?|into )?(?P<new>[\w'\"-]{1,40}),? (?:and|,) (?P<old2>[\w'\"-]{1,40}) (?:to |as |= ?|into )?(?P<new2>[\w'\"-]{1,40})$", re.I)
_TOLD_IN_PAIRS = re.compile(r"^(?:in |for |turn |map |recode |change )?(?:the )?(?P<where>[\w<>=+/.-]+(?: [\w<>=+/.-]+)?):? (?P<old>[\w'-]{1,30}) (?:to|=|is|as|becomes?) (?P<new>[\w'-]{1,30}),? (?:and )?(?P<old2>[\w'-]{1,30}) (?:to|=|is|as|becomes?) (?P<new2>[\w'-]{1,30})$", re.I)
_TWO_VALUES = re.compile(r"^(?P<old>[\w'-]{1,40}) (?P<link>should be|becomes?|to|is|as|means|stands for) (?P<new>[\w'-]{1,40})(?:,? and|,) (?P<old2>[\w'-]{1,40}) (?:(?P=link) |= ?)?(?P<new2>[\w'-]{1,40})(?: (?:in|of|for) (?:the )?(?P<where>[^,;]{1,60}))?$", re.I)
_BOTH = re.compile(r"^(.{3,80}?) and (.{3,80}?): (.{3,200})$")
_TOGETHER = re.compile(r"\b(?:polynom\w+|products?|interact\w*|squares? and|combin\w+|correl\w+|against each other|together|sum|ratio|difference)\b", re.I)
"""What is made of two columns at once: “a and b: products”."""


_THE_OTHERS = re.compile(r"(?:all )?(?:(?:of )?the (?:rest|others?|other \w+|remaining \w+)|everything else|all others|others)", re.I)


def _names_columns(verb: str, text: str, context: RouterContext) -> bool:
    clause = Clause(f"{verb} {text}", context)
    return bool(clause.columns) or first(clause.masked, COLUMN_WORDS) is not None


def _is_value_of(text: str, where: str, context: RouterContext) -> bool:
    """Says whether a word is a value of the column."""
    values = context.column(Clause(where, context).columns[0].name).get("values") or []
    return text.strip("'").lower() in {str(value).lower() for value in values}


def _is_value(text: str, context: RouterContext) -> bool:
    """Says whether words are a value of a column and nothing else, be they common ones such as “fair”."""
    clause = Clause(text, context)
    return (bool(clause.values) and not clause.columns) or any(text.lower() == str(value).lower() for column in context.columns for value in column.get("values") or ())


def _one_target_and_features(target: str, features: str, context: RouterContext) -> bool:
    """Says whether one column is to be foretold from others: “predict tip from distance, fare and payment”."""
    aim, sources = Clause(target, context), Clause(features, context)
    named = all(mention.clear for mention in (*aim.columns, *sources.columns))
    return named and len(aim.columns) == 1 and not aim.numbers and not aim.values and len(sources.columns) > 0 and re.fullmatch(r"(?:@|,|and|the|only|just|plus|&|columns?| )+", sources.masked) is not None and not context.runs


_COUNTED_MODELS = re.compile(r"^((?:train|fit|run|try|build) )(?:(?:me|us|all|these|those|the following|the|two|three|four|five|\d)(?: models| of them)?:? )+(?=[^:]*$)|^((?:train|fit|run|try|build)): ", re.I)
"""How many models follow: “train three: ridge, lasso, svm”."""


def spread(text: str, context: RouterContext) -> list[str]:
    """Cuts one request in several where each column has its own end; most requests stay as they are."""
    counted = _COUNTED_MODELS.match(text) if ":" in text else None
    if counted and _MODELS_ALONE.fullmatch(with_signs(text[counted.end() :].lower())):
        text = f"{(counted[1] or counted[2]).strip()} {text[counted.end() :]}"
    return next((parts for cut in (_values_apart, _ways_apart, _target_apart, _rest_apart) if (parts := cut(text, context)) is not None), [text])


def _values_apart(text: str, context: RouterContext) -> list[str] | None:
    """Values that become others, and columns with what fills them."""
    match = _TWO_VALUES.match(text)
    if match and (all(Clause(match[name], context).values for name in ("old", "old2")) or (match["where"] and Clause(match["where"], context).masked in ("@", "the @"))):
        return [f"change {match[old]} to {match[new]}" + (f" in {match['where']}" if match["where"] else "") for old, new in (("old", "new"), ("old2", "new2"))]
    match = _WITH.match(text)
    if match and _names_columns(match[1], match[2], context) and _names_columns(match[1], match[5], context) and not Clause(match[4], context).columns:
        return [f"{match[1]} {match[2]} {match[3]} {match[4]}", *spread(f"{match[1]} {match[5]} {match[3]} {match[6]}", context)]
    if match and match[1].lower().startswith(("fill", "impute")) and _THE_OTHERS.fullmatch(match[5]) and _names_columns(match[1], match[2], context):
        return [f"{match[1]} {match[2]} {match[3]} {match[4]}", f"{match[1]} the gaps {match[3]} {match[6]}"]
    match = _RECODED.match(text)
    if match and all(_is_value(match[name], context) for name in ("old", "old2")):
        where = match["before"] or match["after"]
        return [f"{match['verb']} {match[old]} {match['link']} {match[new]}" + (f" in {where}" if where else "") for old, new in (("old", "new"), ("old2", "new2"))]
    match = _CODED.match(text)
    if match and all(Clause(match[name], context).values for name in ("old", "old2")) and Clause(match["where"], context).columns:
        return [f"in {match['where']} change {match[old]} to {match[new]}" for old, new in (("old", "new"), ("old2", "new2"))]
    return None


def _ways_apart(text: str, context: RouterContext) -> list[str] | None:
    """Columns with their ways in brackets, and what is left out before a model learns."""
    match = None if text.lower().startswith("rename") else _IN_BRACKETS.match(text)
    if match and Clause(match[2], context).columns and Clause(match[4], context).columns:
        return [f"{match[1]} {match[2]} with {match[3]}", *spread(f"{match[1]} {match[4]}", context)]
    match = re.match(rf"^((?:{_VERB})) ([^()]{{1,100}}?) ?\(([^()]{{1,40}})\)$", text, re.I)
    if match and match[1].lower() != "rename" and Clause(match[2], context).columns and not Clause(match[3], context).columns:
        return [f"{match[1]} {match[2]} with {match[3]}"]
    match = _EXCLUDED.match(text)
    if match and Clause(f"drop {match[2]}", context).columns and (Clause(match[1], context).columns or every(match[1].lower(), MODELS)):
        kept = spread(match[1], context)
        place = next((place for place, part in enumerate(kept) if every(part.lower(), MODELS)), len(kept))
        return [*kept[:place], f"drop {match[2]}", *kept[place:]]  # before the model learns from them
    return None


def _target_apart(text: str, context: RouterContext) -> list[str] | None:
    """The target apart from the model, or from what is learned from."""
    match = None if _GAPS.search(text) else _TARGET_AND_MODEL.match(text)
    model = "" if match is None else match[2] if every(match[2].lower(), MODELS) else f"a {match[2]}"
    if match and every(model.lower(), MODELS) and Clause(match[1], context).columns and not Clause(match[1], context).numbers:
        return [match[1], f"train {model}"]
    match = _ON_TARGET_TOO.match(text)
    if match and every(match["model"].lower(), MODELS) and _MODELS_ALONE.fullmatch(with_signs(match["more"].lower())) and re.fullmatch(r"(?:the )?@", Clause(match["target"], context).masked):
        return [match["first"], f"train {match['more']}"]
    match = _TARGET_AND_FEATURES.match(text)
    if match and _one_target_and_features(match[1], match[2], context):
        return [match[1], f"use only {match[2]} as features"]
    match = _MODEL_AND_TARGET.match(text)
    if match and every(match[1].lower(), MODELS) and Clause(match[2], context).columns:
        return [f"predict {match[2]}", match[1]]
    match = re.match(r"^((?:use|take|choose|keep|select|pick) .{3,150}?) to ((?:predict|forecast|classify|estimate|guess) (?!with$|from$|on$).{2,60})$", text, re.I)
    if match and Clause(match[1], context).columns:
        return [match[1], match[2]]
    return None


def _rest_apart(text: str, context: RouterContext) -> list[str] | None:
    """What is cleaned, grouped or stated, and two columns of which the same is said."""
    match = _CLEANED.match(text)
    if match:
        return [f"drop {match[2]}", match[1]]
    match = _GROUPS.match(text)
    if match and Clause(match[2], context).columns and not Clause(match[1], context).columns:
        return [f"learn only from {match[2]}", match[1]]
    match = _STATEMENTS.match(text)
    if match and Clause(match[2], context).columns and not (ROWS_WHERE.search(match[1]) and CONDITION.match(Clause(match[2], context).shape.text)):
        return [match[1], *spread(match[2], context)]
    match = _BOTH.match(text)
    if match and not _TOGETHER.search(match[3]):
        parts = [Clause(match[number], context) for number in (1, 2)]
        if all(len(part.columns) == 1 and len(part.tokens) <= 4 for part in parts) and not Clause(match[3], context).columns:
            return [f"in {part.text} {match[3]}" for part in parts]
    return None


_BY_VERB = re.compile(r"(?:please )?(?:treat|turn|make|convert|change|read|set|consider|mark) (?=(?:the )?@)")


def statements(text: str, context: RouterContext) -> list[str]:
    """Cuts “a must be numeric, and b and c are categories” and “treat a as text and b and c as dates” before the columns that the next statement is about."""
    match = _TOLD_IN_PAIRS.match(text)
    if match and Clause(match["where"], context).masked.removeprefix("the ") == "@" and all(_is_value_of(match[name], match["where"], context) for name in ("old", "old2")):
        return [f"in {match['where']} change {match[old]} to {match[new]}" for old, new in (("old", "new"), ("old2", "new2"))]
    clause = Clause(text, context)
    verb = _BY_VERB.match(clause.masked)
    found = list(_STATED.finditer(clause.masked)) if verb or re.match(r"(?:the )?@", clause.masked) else []
    if len(found) < 2 or sum(match[0].count("@") for match in found) != len(clause.columns) == clause.masked.count("@"):
        return [text]
    places = [clause.tokens[clause.columns[clause.masked[: match.start()].count("@")].start].start for match in found]
    return [(verb[0] if verb else "") + _JOINT.sub("", clause.text[start:end]) for start, end in zip(places, [*places[1:], len(clause.text)], strict=True)]
