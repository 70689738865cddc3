"""Fills the arguments of the tools that make features and choose among them."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.columns_to_prepare import with_columns
from assistant.router.arguments.slots import narrowed, option, resolved
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.names import Mention, prepared
from assistant.router.entities.numbers import ordinal
from assistant.router.entities.quantities import count_of, fraction_of
from assistant.router.tool.triggers.wordlists import NAMED_IT, NAMED_SO
from assistant.router.wording.normalize import plain_number

Args = dict[str, Any]
_OPERATORS = (
    ("divide", r"/|\bdivided?\b|\bthrough\b|\bratio\b|\bper\b|\bover\b|\bhalve\b|\b(?:relative|in relation|in proportion|compared) (?:to|with)\b|\b(?:share|fraction|proportion|percentage|percent|part|%) of\b"),
    ("multiply", r"\*|\btimes\b|\bproduct\b|\bmultipl\w+\b|\bx\b"),
    ("subtract", r"\bminus\b|\bdiff(?:erence)?\b|\bdelta\b|\bsubtract\w*\b| - |\bless\b"),
    ("add", r"\+|\bplus\b|\bsum\b|\badd\b|\band\b|\bcombine\b"),
)


_NAMED = tuple(re.compile(pattern, re.I) for pattern in (
    r"^(?:please )?(?:add|sum|combine|put|multiply|bring|merge|join) .{3,80}? (?:together |up )?(?:into|as) (?:an? |one )?(?:new )?(?:feature |column )?(?:called |named )?[\"'`]?(?!(?:an?|one|the|new|own|another|column|feature)\b)(\w{1,60})[\"'`]?(?: please)?$",
    rf"\b(?:{NAMED_SO}|(?:call(?:ing)?|nam(?:e|ing)|label(?:l?ing)?|dub) (?:{NAMED_IT})) (?:a )?(?:new )?(?:feature |column )?(?:called |named )?[\"'`]?(\w{{1,60}})",
    r"\b(?:add|create|make|build|compute|calculate|derive|define|need|want|get|like|love|have|give)(?: me| us)? (?:an? |the )?(?:new |extra |another )?(?:(?:feature|column|col|variable),? )?(?:called |named )?[\"'`]?(\w{1,60})[\"'`]?,? (?:which|that|being|defined|computed|calculated|meaning)\b",
    r"\bas\b (?:an? )?(?:new |extra )?(?:feature |column |variable |field )?(?:called |named )?[\"'`]?(\w{1,60})[\"'`]?(?: ?=.*)?$",
    r"^[^:=;]{1,60} (?:/|\*|\+|-|over|per|times|plus|minus|(?:divided|multiplied) by) [^,:=;]{1,40} (?:to|into|as|=|equals|gives|makes|"
    r"yields) [\"'`]?(?!(?:an?|the|new|own|another|extra|its own|separate|additional|further)\b|\d|"
    r"[\w ]+ (?:through|over|per|times|plus|minus|divided by) )(\w[\w ]{0,59}?)[\"'`]?(?: please)?$",
    r"^[\"'`]?(\w{1,60})[\"'`]? ?<-+ ?(?=[^<]{3,60}$)",
    r"(?:->|=>) ?[\"'`]?(\w{1,60})[\"'`]?$",
    r"\blet [\"'`]?(\w{1,60})[\"'`]? (?:be|equal)\b",
    r"\b(?:column|col|feature|variable|field) [\"'`]?(\w{1,60})[\"'`]? (?:which|that|holding|containing|being|with|equal to) ",
    r"\b(?:column|col|feature|variable|field) [\"'`]?(\w{1,60})[\"'`]? (?:shall|should|must|will|is to) (?:be|equal|hold|contain) ",
    r"^((?!(?:it|this|that|there|what|which|add|make|new)\b)[^\W\d]\w{1,59}) (?:is|equals|shall be|should be) (?=[^,;:]{1,60} (?:/|\*|\+|-|over|per|times|plus|minus|divided by) )",
    r"^[\"'`]?((?!(?:add|make|create|build|compute|calculate|define|derive|new|another|an?|the|let)\b)[^\W\d][\w ]{0,59}?)[\"'`]? ?: (?=[^:]{1,60}$)",
    r"^[\"'`]?((?!(?:add|make|create|build|compute|calculate|define|derive|new|an?|the|let)\b)[^\W\d][\w ]{0,59}?)[\"'`]? ?= ?",
    r"(?:^|\b(?:column|col|feature|variable|field) |\b(?:create|add|make|compute|calculate|calc|define|derive|build|let|generate) )[\"'`]?(\w{1,60})[\"'`]? ?(?:=|:| as the | as )",
    r"\b(?:column|feature|variable|field) (?:called |named )?(\w[\w ]{1,59}?) ?(?:=|:)",
    r"\b(?:make|create|build|add|compute) an? (?:new )?(\w{1,60}) (?:column|feature|variable)\b(?! called| named)",
    r"\b(?:column|feature|variable|field) (\w{1,60}) (?:from|out of|=)",
))


_ARROW = re.compile(r"(?:(?:->|=>) ?|\b(?:to|as|into) )[\"'`]?(?P<name>\w{1,60})[\"'`]?\s*$")


def _name_given(clause: Clause) -> str:
    """Reads the name of what is made: “called a”, “a = …”, “a column a, which is …”."""
    said = (match[1] for pattern in _NAMED for match in [pattern.search(clause.text)] if match and not _OF_ITS_KIND.search(clause.text[: match.end(1)]))
    return next((name for name in map(_bare, said) if name.lower() not in ("the", "a", "column", "feature", "new", "it", "extra", "another", "variable", "something", "one", "an", "own", "called", "which", "that")), "")


def _bare(name: str) -> str:
    """A name without the wish for it that stands before: “need a column loss_ratio = …”."""
    return _MADE.sub("", _WISHED.sub("", name))


_WISHED = re.compile(r"^(?:[a-z']+ ){1,6}?(?:new |extra |another )?(?:column|feature|variable|field|col) (?=\w)", re.I)
_MADE = re.compile(r"^(?:e?gen|generate|mutate|transmute|assign|derive|define|declare|introduce|dim|var|const|calc(?:ulate)?|compute|let|set|new)(?: (?:var(?:iable)?|float|double|int|byte|long))? (?=[^\W\d])", re.I)
"""A verb or a type that code puts before a name: “gen ratio = a / b”."""
_OF_ITS_KIND = re.compile(r"\b(?:an?|the|another) (?:new |extra |additional |separate |further )*(?:stats?|statistic|metric|measure|figure|number|value|input|predictor|attribute|field|variable|feature|column)$", re.I)
"""What a new column is called by its kind, which is no name: “goals per match as a new stat”."""


def add_feature(clause: Clause) -> Args:
    """Reads two sides and the sign between them, and a name if one was given."""
    mentions, masked = clause.columns, clause.masked
    name = None
    called = _name_given(clause)
    if called and not (len(mentions) < 3 and any(clause.written(mention).lower() == called.lower() for mention in mentions)):
        name = called
        mentions = [mention for mention in mentions if clause.written(mention).lower() != name.lower()] if len(mentions) > 2 else mentions
    arrow = _ARROW.search(clause.text)
    if arrow and len(mentions) > 1 and clause.tokens[mentions[-1].start].start >= arrow.start():
        name, mentions = arrow["name"], mentions[:-1]  # “age_months / 12 -> age_years”
        masked = masked[: masked.rfind("@")]
    equals = next((place for place, token in enumerate(clause.tokens) if token.norm == "=" and not token.quoted), None)
    if name and equals and any(mention.end <= equals for mention in mentions) and any(mention.start > equals for mention in mentions):
        masked = " ".join(masked.split(" = ")[1:])
        mentions = [mention for mention in mentions if mention.start > equals]  # “age in years = age / 12”
    between = masked[masked.find("@") :] if "@" in masked else masked
    operator = next((value for value, pattern in _OPERATORS[:3] if re.search(pattern, between)), None) or next((value for value, pattern in _OPERATORS if re.search(pattern, masked)), None)
    numbers = [token.number for _, token in clause.numbers if token.number is not None]
    times = _TIMES.match(masked)
    if times:
        operator, numbers = ("divide", [2.0]) if times[1] == "halve" else ("multiply", [{"double": 2.0, "quadruple": 4.0}.get(times[1], 3.0)])
    beside = re.search(r"@ ?(?:/|\*|\+|-|times|plus|minus|divided by|multiplied by|over|by|and|x|per) ?(?:the )?@", masked)
    if beside and len(mentions) == masked.count("@"):
        mentions = mentions[masked[: beside.start()].count("@") :]
    if operator == "add" and _OUT_OF.search(masked) and not numbers and len(mentions) == 2:
        one, other = (resolved(mention, clause, "add_feature", "left") for mention in mentions)
        raise Unclear("How shall they be combined?", [option("add_feature", {"left": one, "operator": sign, "right": other}, f"{one} {word} {other}") for sign, word in (("divide", "divided by"), ("multiply", "times"), ("add", "plus"), ("subtract", "minus"))])
    if operator == "add" and not _ADDS.search(masked) and not numbers and len(mentions) > 1:
        raise _of_both(clause, mentions)
    if operator and len(mentions) == 1 and not numbers:
        mentions = sorted([*mentions, *_everyday_side(clause, mentions[0])], key=lambda mention: mention.start)
    if operator is None or not mentions or (len(mentions) < 2 and not numbers):
        raise Unclear("Which two columns shall be combined, and how? Say, for instance, “add a column ratio = a / b”.", [option("list_options", {"stage": "features"}, "Show what can be made")])
    mentions = [narrowed(mention, lambda name: clause.context.kind(name) in ("numeric", "boolean")) for mention in mentions]
    left = resolved(mentions[0], clause, "add_feature", "left")
    right: Any = resolved(mentions[1], clause, "add_feature", "right") if len(mentions) > 1 else plain_number(numbers[0])
    if nested := _NESTED.search(masked):
        raise _inner_first(nested, masked, clause)
    if operator == "subtract" and re.search(r"\bsubtract\b[^@]*@ from\b", masked):
        left, right = right, left
    return ({"name": name} if name else {}) | {"left": left, "operator": operator, "right": right}


_BESIDE = re.compile(
    r"@ (?:/|\*|\+|-|times|plus|minus|divided by|multiplied by|over|per|x) (?:the )?(?P<after>[a-z]+)$|"
    r"(?:^|[=:] |\bof (?:the )?)(?P<before>[a-z]+) (?:/|\*|\+|-|times|plus|minus|divided by|multiplied by|over|per|x) (?:the )?@|"
    r"@ (?:as|in) (?:an? |the )?(?:share|percent|percentage|fraction|proportion|part|%) of (?:the )?(?P<whole>[a-z]+)$",
)


def _everyday_side(clause: Clause, other: Mention) -> list[Mention]:
    """The other side where an everyday word is it that one number alone has in its name: “speed = distance / minutes” with minutes_to_scene."""
    said = _BESIDE.search(clause.masked.removesuffix(" please"))
    word = next(filter(None, said.groups())) if said else ""
    names = tuple(name for name in prepared(clause.names).by_part.get(word, ()) if clause.context.kind(name) == "numeric" and name not in other.names)
    place = next((place for place, token in enumerate(clause.tokens) if token.norm == word and not other.start <= place < other.end), None)
    return [Mention(names, place, place + 1, 0.9)] if len(names) == 1 and place is not None else []


_NESTED = re.compile(r"(?P<inner>\( ?@ ?(?P<sign>[-+*/]) ?@ ?\)) ?[-+*/] ?@|@ ?[-+*/] ?(?P<last>\( ?@ ?(?P<other>[-+*/]) ?@ ?\))")
"""“(a - b) / a”"""
_SIGNS = {"+": "add", "-": "subtract", "*": "multiply", "/": "divide"}


def _inner_first(nested: re.Match[str], masked: str, clause: Clause) -> Unclear:
    """Asks for the part in brackets first, as one step combines two columns."""
    place = nested.start("inner" if nested["inner"] else "last")
    behind = clause.masked.count("@") - masked.count("@") + masked[:place].count("@")
    one, other = (mention.names[0] for mention in clause.columns[behind : behind + 2])
    sign = nested["sign"] or nested["other"]
    return Unclear("One step combines two columns, so that this takes two. Shall I make the part in brackets first?", [option("add_feature", {"left": one, "operator": _SIGNS[sign], "right": other}, f"Make {one} {sign} {other}"), option("list_options", {"stage": "features"}, "Show what can be made")])


_OUT_OF = re.compile(r"\b(?:new|extra|another|one) (?:column|feature|variable) (?:out of|from|of|using|with|based on) (?:the )?@ and (?:the )?@(?: please)?$")
"""“a new feature out of km and minutes”, which says of what and not how."""
_ADDS = re.compile(r"\+|\b(?:add\w*|plus|sum\w*|total\w*|combin\w+|merg\w+|join\w*|put|new|column|feature|up|make|create|build|both in)\b")
"""What asks for a sum, where “and” alone only names two columns."""


def _of_both(clause: Clause, mentions: list[Mention]) -> Unclear:
    names = [mention.names[0] for mention in mentions[:2]]
    return Unclear(f"What shall be done with {names[0]} and {names[1]}?", [option("correlate", {"columns": names}, "See how they go together"), option("plot", {"kind": "scatter", "x": names[0], "y": names[1]}, "Draw one against the other"), option("add_feature", {"left": names[0], "operator": "add", "right": names[1]}, "Add them up")])


_TIMES = re.compile(r"(double|triple|treble|quadruple|halve) (?:the |all )?@$")
"""“double the income”."""


def add_polynomials(clause: Clause) -> Args:
    """Reads the degree, and whether interactions alone are wanted."""
    args: Args = {}
    said = _DEGREE.search(clause.masked)
    number = ordinal(said[1] or said[2]) or int(said[1] or said[2]) if said else count_of(clause)
    if number:
        args["degree"] = number
    elif clause.has("quadratic|cubic"):
        args["degree"] = 3 if clause.has("cubic") else 2
    if _products_alone(clause):
        args["interaction_only"] = True
    return with_columns(clause, "add_polynomials", args)


def _products_alone(clause: Clause) -> bool:
    """Says whether products of different columns are wanted, and no powers."""
    if clause.has("interaction[_ ]only ?(?:=|is|:)? ?true|(?:just|only) the products|without (?:the )?squares"):
        return True
    asked = clause.has("interactions?|interaction_only") and not clause.has("polynomial\\w* and|with interactions|and interactions")
    return asked and (clause.has("only|just") or not clause.has("polynomial\\w*"))


_DEGREE = re.compile(r"\b(\d|\d(?:nd|rd|th)|second|third|fourth)[ -]{1,3}(?:degree|order)\b|\b(?:degree|order) ?(?:of |= ?|: ?)?(\d)\b")


def rank_features(clause: Clause) -> Args:
    """Reads the method and how many are shown."""
    method = vocabulary.first(clause.masked, vocabulary.KEEP)
    number = count_of(clause)
    return ({"method": method} if method else {}) | ({"top": number} if number else {})


def keep_best_features(clause: Clause) -> Args:
    """Reads the method and how many stay."""
    method = vocabulary.first(clause.masked.replace("most important", ""), vocabulary.KEEP)
    number = count_of(clause)
    return ({"method": method} if method else {}) | ({"k": number} if number else {})


_NO_WAY = re.compile(r"\bt ?-? ?sne\b")


def reduce_dimensions(clause: Clause) -> Args:
    """Reads the method, and a count of components or a share of the variance."""
    method = next((value for value, pattern in (("umap", "umap"), ("svd", "svd"), ("ica", "ica|independent component\\w*"), ("pca", "pca|principal component\\w*")) if clause.has(pattern)), None)
    args: Args = {"method": method} if method else {}
    if _NO_WAY.search(clause.norm):
        raise Unclear("t-SNE is not among the ways: it has no place for rows that come later. UMAP draws alike, PCA is the plainest. Which one?", [option("reduce_dimensions", {"method": "umap", "components": 2}, "UMAP, 2 components"), option("reduce_dimensions", {"method": "pca", "components": 2}, "PCA, 2 components")])
    plane = re.search(r"\b(?:in|to|into|on) (\d)d\b", clause.norm)
    counted = re.search(r"(?<![\d.])(\d{1,3}) (?:main |principal |new )?(?:components?|dimensions?|axes|axis|factors?|columns|features)\b", clause.norm)
    share, number = fraction_of(clause), int(plane[1]) if plane else int(counted[1]) if counted else count_of(clause)
    if share is not None:
        args["components"] = share
    elif number:
        args["components"] = number
    else:
        raise Unclear("To how many components?", [option("reduce_dimensions", {**args, "components": 2}, "2 components"), option("reduce_dimensions", {**args, "components": 0.95}, "as many as keep 95 % of the variance")])
    return args
