"""Writes as the trade does what plain words say of columns, which only the table tells: “left and right pressure”, “total without tax”, “Notes is sentences, make it usable”."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.router.context import RouterContext
from assistant.router.entities.clause import Clause
from assistant.router.entities.names import parts

_WAIT = re.compile(r"(?<=\w )wait(?= (?:by|per|for (?:each|every)|over|above|below|under|and|or|vs|against|in|is)\b|$)", re.I)
"""A column of waits, which takes back nothing: “median wait by hour”."""
_THE_TARGET = re.compile(r"^(?P<what>\s*(?:(?:please|show|plot|draw|the|me|an?) )*(?:log(?:-?transform)?|log1p|sqrt|square root|box-?cox|yeo-?johnson|describe|look at)(?: the| my)?) target(?= *(?:$|[.,;!?]))", re.I)
"""The target by that word, where one is set: “log the target”."""
_OF_CLASSES = re.compile(r"\b(?:class\w*|balanc\w*|rare|minority|samples?|distance|uniform|neighbou?rs?|knn|k-nn|model|train|smote|even|weights\s*=)\b", re.I)
"""What “weights” are of that are no column."""
_APART = re.compile(r"(?:,|:|-)? ?(?:apart|separate(?:ly)?|side by side|next to each other|in two colou?rs|each (?:on its own|alone|by itself))[.! ]*$", re.I)
_SPREAD_OF_TWO = re.compile(r"(?P<what>(?:(?:the|show|plot|draw|see|me|how) )*@(?: (?:spread|spreads|distribution|histogram|is spread|values|levels))?) ?[,:-]? ?(?:(?:for|of|in|the|split) )*# ?(?:,|and|vs|versus|,? and) (?:the )?#(?: [a-z]+)?")
"""One column and two values of another, whose rows are to be shown apart."""
_USABLE = re.compile(
    r"(?<=\btext, turn it into )(?:columns|features|numbers)\b|"
    r"\b(?:(?:something )?(?:more )?(?:usable|useful)|understandable|digestible|readable|"
    r"(?:something|things) (?:that )?(?:it|the (?:computer|machine|model|program)|a (?:computer|machine|model|program)|you) (?:can )?(?:use|uses|understand|"
    r"understands|work with|works with|read|reads|digest|handle|learn from|eat)|"
    r"(?:the (?:computer|machine|model)|it|a (?:computer|machine|model)) (?:can|could|may) (?:use|understand|read|work with|digest|handle|learn from) (?:it|them|"
    r"that))\b",
    re.I,
)
_MADE_USABLE = re.compile(
    r"(?:(?:the |my |column )*@(?: column)? (?:is|are|has|holds|"
    r"contains)(?: (?:just|only|all|full of|free|plain|some|written|long|whole|actual|real|a lot of))* (?:an? |the )?(?:sentences?|prose|words?|texts?|remarks?|"
    r"comments?|writing|stories|paragraphs?|dates?|names?|labels?) ?[,;:-]+ ?)?(?:(?:please|and|so|can you|could you|just|then) )*(?:(?:make|turn|change|get|"
    r"convert|bring|put)(?: (?:it|them|that|this|(?:the |my )*@(?: column)?))?(?: (?:into|so|be|more|somehow|as))*|"
    r"(?:the |my )*@(?: column)? (?:in ?)?to) USABLE(?: (?:for|by|to) (?:it|you|(?:the|a|my) (?:computer|machine|model|program|learning|training)))?(?: please)?",
)
_PREPARED = {"text": "vectorize", "categorical": "encode", "boolean": "encode", "datetime": "extract the date parts of"}


def with_columns(text: str, said: str, context: RouterContext) -> str:
    """The message with these ways written plainly; `said` is what was written in small letters."""
    if "weights" in said and not _OF_CLASSES.search(text) and any("weight" in parts(name) for name in context.names):
        text = re.sub(r"\bweights\b", "weight", text, flags=re.I)
    if "wait" in said and (waits := [name for name in context.names if "wait" in parts(name) and '"' not in name]) and len(waits) == 1:
        text = _WAIT.sub(f'"{waits[0]}"', text)
    if context.target and "target" in said and "target" not in (name.lower() for name in context.names) and '"' not in context.target:
        text = _THE_TARGET.sub(lambda match: f'{match["what"]} "{context.target}"', text)
    if _PAIR.search(text):
        text = _PAIR.sub(lambda match: _each_named(match, context), text)
    elif _PAIR_AFTER.search(text):
        text = _PAIR_AFTER.sub(lambda match: _each_named(match, context), text)
    if _ORDERED.search(text):
        text = _ordered(text, context)
    if " two " in said or " both " in said or " 2 " in said:
        text = _TWO_COMBINED.sub(lambda match: _combined(match, context), text)
    text = _IN_TURN.sub(r"\g<one> \g<what>, then \g<two> \g<what>", text) if ":" in text else text
    for reads in (_aimed_at, _of_one_column, _of_two_values):
        if (plain := reads(text, context)) is not None:
            return plain
    if apart := _APART.search(text):
        return _drawn_apart(text, text[: apart.start()], context)
    return _prepared(text, context) if _USABLE.search(text) else text


_VERB = r"(?:fill|impute|scale|normali[sz]e|standardi[sz]e|log|encode|clip|cap|bin|drop|plot|draw|describe|show)"
_IN_TURN = re.compile(rf"^(?P<what>[^:;,]{{1,40}}): (?:first )?(?P<one>{_VERB})(?: it)?,? (?:and )?then (?P<two>{_VERB})(?: it)?(?=[.! ]*$)", re.I)
"""“acid: fill, then scale”"""
_WHICH = re.compile(r"^(?P<two>[^,;:?]{3,60}?)[,:?] ?(?:which|who|what)(?: one| of them| of the two)? (?P<rest>[^,;:?]{2,40}?)[?.! ]*$", re.I)
_DIFFERENCE = re.compile(r"^(?:(?:whats|what is|show|see|tell me|give me|the|any|is there|a) )*differences? (?:between|of) (?P<two>[^,;:?]{3,60}?)[?.! ]*$", re.I)
_TWO = re.compile(r"(?:the )?# ?(?:,|or|and|vs|versus|against) (?:the )?#(?: [a-z]+)?")


def _of_two_values(text: str, context: RouterContext) -> str | None:
    """“Riesling or Merlot, which scores better” and “difference between Riesling and Merlot” hold groups against each other."""
    said = _WHICH.match(text) or _DIFFERENCE.match(text)
    values = Clause(said["two"], context) if said else None
    if said is None or values is None or values.columns or len({value.columns for value in values.values}) != 1 or len(values.values[0].columns) != 1 or not _TWO.fullmatch(values.shape.text):
        return None
    column = values.values[0].columns[0]
    rest = Clause(said["rest"], context).columns if said.re is _WHICH else []
    if len(rest) == 1 and rest[0].clear and context.kind(rest[0].name) == "numeric":
        return f'average "{rest[0].name}" by "{column}"'
    return f'average by "{column}"'


_AIM = re.compile(r"(?:(?:take|use|make|set|choose|pick|have) )?(?:the )?(?P<what>[\w .-]{1,40}?) (?:as|is|shall be|should be|to be|=) (?:the |my |our )*(?:target|goal|label|aim|outcome)[.! ]*", re.I)


def _aimed_at(text: str, context: RouterContext) -> str | None:
    """“group as target” names a column, though it is called like a word of the trade."""
    said = _AIM.fullmatch(text)
    name = next((name for name in context.names if said and name.lower() == said["what"].lower()), None)
    return f'set the target to "{name}"' if name and '"' not in name else None


_OUT = re.compile(r"(?:the |my |our )?@ (?:column )?(?:out|away|gone|off)(?: please)?")
_NO_ONLY = re.compile(r"(?:only )?no @(?: only)?")
_WITHOUT = re.compile(r"(?:the )?(?P<all>[\w .-]{1,40}?) (?:without|less|excluding|before) (?:the )?(?P<less>[\w .-]{1,40}?)[.! ]*", re.I)
_CALLED = re.compile(r"# ?,? (?:please |just )?(?:call|name|write|rename) (?:it|them|that) (?:just )?(?P<new>\S+(?: \S+){0,3})")
_GAP_THEN = re.compile(r"(?:(?:when|where|if|the) )?@ (?:is )?(?:empty|blank|missing|unknown) ?\?? ?[,:=-] ?(?:(?:then|so|put|write|use|say|its|is|take|fill in|fill|set|to) )*(?P<value>#|N)")
_BECOMES = re.compile(r"# (?:to|into|becomes|- ?>|= ?>) (?P<new>(?!an?\b|the\b|numbers?\b|top\b|test\b|train\b|end\b|work\b|be\b|go\b|see\b|know\b)[a-z]{2,}(?: [a-z]+)?)")
_ONE_OF_THEM = re.compile(r"\b(?:out|away|gone|off|only|without|less|excluding|to|into|becomes|call|name|write|rename|empty|blank|missing|unknown)\b", re.I)


def _of_one_column(text: str, context: RouterContext) -> str | None:
    """Few words of one column, of two, or of a value: “patient out”, “no discount only”, “total without tax”, “cake, call it gateau”, “paytype empty, card”."""
    if not _ONE_OF_THEM.search(text) or len(text) > 60:
        return None
    clause = Clause(text.strip(" .!?"), context)
    shape, columns = clause.shape.text, clause.columns
    names = [mention.name for mention in columns] if all(mention.clear for mention in columns) else []
    if any('"' in name for name in names):
        return None
    if len(names) == 1 and _OUT.fullmatch(shape) and context.kind(names[0]) != "boolean":
        return f'drop "{names[0]}"'
    if len(names) == 1 and _NO_ONLY.fullmatch(shape) and shape.endswith("only") and context.kind(names[0]) == "numeric":
        return f'keep only rows where "{names[0]}" is 0'
    less = _WITHOUT.fullmatch(text)
    whole = next((name for name in context.names if less and name.lower() == less["all"].lower()), None)
    part = Clause(less["less"], context).columns if less and whole else []
    if whole and len(part) == 1 and part[0].clear and all(context.kind(name) == "numeric" for name in (whole, part[0].name)):
        return f'add a column "{whole}" minus "{part[0].name}"'
    gap = _GAP_THEN.fullmatch(shape) if len(names) == 1 else None
    if gap and (gap["value"] == "N" or (clause.values and names[0] in clause.values[0].columns)):
        value = clause.values[0].value if gap["value"] == "#" else clause.numbers[0][1].norm
        return f'where "{names[0]}" is missing put {value}'
    called = (_CALLED.fullmatch(shape) or _BECOMES.fullmatch(shape)) if not columns and len(clause.values) == 1 else None
    if called and len(clause.values[0].columns) == 1:
        return f'in "{clause.values[0].columns[0]}" replace {clause.written(clause.values[0])} with {text.strip(" .!?")[-len(called["new"]):]}'
    return None


_JOINT = r"(?P<joint>and|or|minus|plus|times|vs\.?|versus|against|over|divided by|&|/|-|,)"
_PAIR = re.compile(rf"\b(?P<one>[a-z]\w*) {_JOINT} (?:the )?(?P<other>[a-z]\w*) (?P<noun>[a-z]\w*)\b", re.I)
_PAIR_AFTER = re.compile(rf"\b(?P<noun>[a-z]\w*) (?P<one>[a-z]\w*) {_JOINT} (?:the )?(?P<other>[a-z]\w*)\b", re.I)


@lru_cache(maxsize=64)
def _parts_of(names: tuple[str, ...]) -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((name, frozenset(parts(name))) for name in names if len(parts(name)) > 1)


def _each_named(match: re.Match[str], context: RouterContext) -> str:
    """“left and right pressure” names two columns, whose names share a word."""
    one, other, noun = (match[part].lower() for part in ("one", "other", "noun"))
    named = [[name for name, words in _parts_of(context.names) if {end, noun.removesuffix("s")} <= words or {end, noun} <= words] for end in (one, other)]
    if any(len(names) != 1 for names in named) or named[0] == named[1] or one in map(str.lower, context.names) or '"' in named[0][0] + named[1][0]:
        return match[0]
    return f'"{named[0][0]}" {match["joint"]} "{named[1][0]}"'


_TWO_COMBINED = re.compile(r"^(?:(?:please|add|make|create|compute|the|a|an|new|column|feature|with|for|take) )*(?P<how>difference|sum|ratio|product)(?: of| between)? (?:the |my )?(?:two|both|2) (?:the )?(?P<noun>[a-z]+)[.! ]*$", re.I)
_SIGN = {"difference": "minus", "sum": "plus", "ratio": "divided by", "product": "times"}


def _combined(match: re.Match[str], context: RouterContext) -> str:
    """“difference of the two temps” combines the two columns that are called so."""
    named = Clause(match["noun"], context).columns
    names = named[0].names if len(named) == 1 else ()
    return f'add a column "{names[0]}" {_SIGN[match["how"].lower()]} "{names[1]}"' if len(names) == 2 and not any('"' in name for name in names) else match[0]


_ORDERED = re.compile(r"\b(?:goes|runs|ranks?|order(?:ed)?|sorted)\b|[\w)\"'] ?[<>] ?[a-z\"']", re.I)
_VALUES_IN_ORDER = r"#(?: ?(?:,|<|>|to|then|and|, then|, and) #| #){1,6}"
_ORDER_TOLD = re.compile(
    r"(?:the )?@ (?:goes|runs|is ordered|is sorted|ranks|has the order|has an order|order is|in the order)(?: from| like this| as)? ?:? ?" + _VALUES_IN_ORDER + r"|(?:please )?(?:order|rank|sort|put|encode|code|number) (?:the )?@ ?(?:as|by|like|in the order|in order|from|:|,|with)? ?:? ?" + _VALUES_IN_ORDER + r"|(?:the )?@ ?[:,=]? ?#(?: ?[<>] ?#){1,7}"
)


_VALUES_RANKED = re.compile(r"#(?: ?[<>] ?#){1,9}")
"""“poor < fair < good”"""
_IS_ORDERED = re.compile(r"(?:the )?@ (?:should be|must be|needs to be|has to be|is|are) (?:really |actually |in fact )?(?:ordered|ranked|ordinal|an order)")


def _ordered(text: str, context: RouterContext) -> str:
    """“league goes bronze silver gold” tells the order of what is to become numbers."""
    clause = Clause(text.strip(" .!"), context)
    if len(clause.columns) == 1 and clause.columns[0].clear and _IS_ORDERED.fullmatch(clause.masked) and context.kind(clause.columns[0].name) in ("categorical", "boolean"):
        return f'ordinal encode "{clause.columns[0].name}"'
    of = {value.columns for value in clause.values}
    if not clause.columns and _VALUES_RANKED.fullmatch(clause.shape.text) and len(of) == 1 and len(column := next(iter(of))) == 1 and '"' not in column[0]:
        return f'ordinal encode "{column[0]}"'
    if len(clause.columns) != 1 or not clause.columns[0].clear or not _ORDER_TOLD.fullmatch(clause.shape.text):
        return text
    return f'ordinal encode "{clause.columns[0].name}"' if all(value.columns == clause.columns[0].names for value in clause.values) else text


def _drawn_apart(text: str, what: str, context: RouterContext) -> str:
    """“delay spread, morning and evening apart” draws one column by another that has these values."""
    clause = Clause(what, context)
    named = {name for value in clause.values for name in value.columns}
    if len(clause.columns) != 1 or len(named) != 1 or len(clause.values) != 2 or not _SPREAD_OF_TWO.fullmatch(clause.shape.text):
        return text
    return f'histogram of "{clause.columns[0].name}" by "{named.pop()}"' if clause.columns[0].clear else text


def _prepared(text: str, context: RouterContext) -> str:
    """“Notes is sentences, make it usable” asks for what the kind of the column needs."""
    clause = Clause(_USABLE.sub("USABLE", text.strip(" .!?")), context)
    if len({mention.names for mention in clause.columns}) != 1 or not clause.columns[0].clear or not _MADE_USABLE.fullmatch(clause.masked.replace("usable", "USABLE")):
        return text
    name = clause.columns[0].name
    verb = _PREPARED.get(context.kind(name) or "")
    return f'{verb} "{name}"' if verb else text
