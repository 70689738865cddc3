"""Writes in the words of the trade what people say who know none of them: “we can do without the notes”, “squeeze it all into two columns”."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from assistant.router.context import RouterContext
from assistant.router.entities.clause import Clause
from assistant.router.entities.names import key, parts

_LEAD = r"^(?P<lead>(?:(?:ok|okay|so|and|but|now|well|please|pls|just|then|can you|could you|lets|let us) ,? ?)*)"
_END = r"(?= *(?:$|[.,;!?]))"
_N = r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)"
_COUNT = {word: number for number, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1)}
_ALL_OF_IT = r"(?:it all|all of it|all of them|them all|everything|the whole (?:lot|table|thing)|all(?: of)?(?: the| my| these| those)? (?:columns|numbers|figures|measurements|features|fields)|the columns|the (?:many|numeric) columns|(?:these|so) many columns)"
_RULES: tuple[tuple[tuple[str, ...], re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (("without",), re.compile(rf"{_LEAD}(?:(?:i|we|you)(?: can| could|'?ll| will| would|'d)(?: easily| well| surely| also| just| very well)*|can|could) (?:do|live|manage|get by|cope|work|go) (?:without|w/o) (?P<what>[^,;.?!]{{1,60}})", re.I), r"\g<lead>drop \g<what>"),
    (("squeeze", "squash", "boil", "condense", "compress", "shrink", "collapse", "melt", "press"), re.compile(rf"{_LEAD}(?:squeeze|squash|boil|condense|compress|shrink|collapse|melt|press) {_ALL_OF_IT}(?: down| together)?(?: to|(?: down)? in ?to|(?: down)? to) (?:just |only )?(?P<many>{_N})(?: (?:columns?|numbers?|figures?|axes|axis|dimensions?|new ones|ones))?{_END}", re.I), r"\g<lead>reduce to \g<many> components"),
    (("product",), re.compile(r"\bsquares? and (?:(?:cross|pair|all)[ -]?)?products?\b(?: of (?:them|those|these|both))?", re.I), "polynomials"),
    (("old", "earl", "past", "first", "before", "last year"), re.compile(rf"{_LEAD}(?:practi[sc]e|learn|train|teach it|study|fit|let it learn)(?: it)? (?:on|from|with) (?:the |my |our )*(?:old(?:er|est)?|early|earlier|earliest|past|first|previous) (?P<what>[\w ]{{2,30}}?),?(?: and| then)? (?:test|check|try|prove|judge|score|measure)(?: it)? (?:on|with|against) (?:the |my |our )*(?:new(?:er|est)?|recent|latest|late|later|last|most recent)(?: ones?| days?| dates?| rows?| part)?{_END}", re.I), r"\g<lead>split by time"),
    (("against", "each other"), re.compile(rf"{_LEAD}(?:(?:show|plot|draw|see|give|paint)(?: me)? )?(?:everything|all(?: of (?:it|them))?|each|every (?:column|number|one)|all the (?:columns|numbers)) (?:against|versus|vs|by|with) (?:everything(?: else)?|all(?: the others?| of (?:it|them))?|each(?: other)?|every (?:other|column|number|one)(?: one| column| number)?|the others?)(?P<how>,? (?:in|as|with) (?:little |small |tiny )?(?:dots|points|pictures|charts|plots))?{_END}", re.I), r"\g<lead>pair plot"),
    (("spel", "wrong", "typo", "misnam", " name"), re.compile(rf"{_LEAD}(?:the )?(?:column |name )?(?P<what>[^,;:.?!]{{1,40}}?) (?:is|was) (?:badly |wrongly )?(?:misspel(?:t|led)|spel(?:t|led) (?:wrong(?:ly)?|badly|incorrectly)|wrong|wrongly named|misnamed|a typo|mistyped|a (?:bad|silly|stupid) name),? (?:it |that |and |but )*(?:should (?:be|read|say)|ought to be|must be|is meant to be|was meant to be|call it|make it|its|it's|it is) (?P<name>[^,;.?!]{{1,40}}){_END}", re.I), r"\g<lead>rename \g<what> to \g<name>"),
    (("'s the ", "s the "), re.compile(r"^(?P<what>[^\s,;]{1,30})(?:'s|’s) the (?P<aim>goal|aim|target|outcome|label|thing to (?:predict|guess))\b", re.I), r"\g<what> is the target"),
    (("of which", "yes/no", "0/1", "true/false", "tick", "own column", "one column", "a column"), re.compile(rf"{_LEAD}(?:(?:make|give|want|build|i want|give me|create|add)(?: me)? )?(?:an?|one|its own|separate|single|extra)?(?: own| extra| separate)? ?(?:(?:yes ?(?:/|or|-) ?no|0 ?(?:/|or) ?1|true ?(?:/|or) ?false|tick[ -]?box|on ?/ ?off) )?columns? (?:per|for (?:each|every)) (?P<what>[^,;.?!]{{2,40}}?){_END}", re.I), r"\g<lead>one-hot encode \g<what>"),
    (("yes/no", "0/1", "true/false", "tick"), re.compile(r"(?:(?:turn|make|change|split|convert) )?(?P<what>[^,;.?!:]{2,40}?) (?:in ?)?to (?:separate |single |several |many |own )*(?:yes ?/ ?no|0 ?/ ?1|true ?/ ?false|tick[ -]?box)s? columns\b", re.I), r"one-hot encode \g<what>"),
    (("plenty", "enough", "do", "suffic"), re.compile(rf"{_LEAD}(?P<many>\d{{1,6}}|(?:(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|few|couple of)[ -]?)+(?:hundred|thousand)|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety) (?P<rows>[a-z]+s|people|of them) (?:is|are|will be|would be|ought to be|will|should|would) (?:plenty|enough|do|sufficient|more than enough)(?:,? (?:any|pick|take|just) (?:random |any )?(?P<again>\d{{1,6}}|[a-z]+(?: (?:will do|you like|at random|random ones|ones))?))?{_END}", re.I), r"\g<lead>take a random sample of \g<many> rows"),
    (("spread out",), re.compile(r"\b(?P<how>(?:(?:way|far|much|really|so|very) )*(?:too|very|so|widely|wildly|badly|quite)) spread out\b", re.I), r"\g<how> skewed"),
    (("nobody", "no one", "noone", "none of us"), re.compile(rf"{_LEAD}(?:nobody|no one|noone|none of us)(?: (?:really|ever|here|in the office))* (?:cares? (?:about|for)|needs?|uses?|looks? at|wants?|asked for|reads?) (?P<what>[^,;.?!]{{1,40}}?)(?: any ?more| anyway| at all| here)*{_END}", re.I), r"\g<lead>drop \g<what>"),
    ((" or ",), re.compile(r"^(?:(?:i am|im|i'm|we are|i'?m still) )?(?:not (?:so |quite |really )?sure|unsure|undecided|torn)(?: (?:if|whether|about|between|which|it is|to use|its))* ?,? (?=[^,]{1,30} or [^,]{1,30}, )", re.I), ""),
    ((" or not", " or no "), re.compile(rf"^(?P<what>[^,;:.?!]{{2,40}}?) or (?:not|no (?P=what)),? (?:(?:please|can you|just|to|help me|i want to|that is what i want to|thats what we) )*(?:find(?: that| it)? out|guess(?: that| it)?|tell me|predict(?: that| it)?|learn(?: to (?:guess|tell)| that| it)*|work (?:that |it )?out|know){_END}", re.I), r"predict \g<what>"),
    (("yes", "true"), re.compile(r"\b(?:yes ?/ ?no|true ?/ ?false|y ?/ ?n|yes and no|yes or no) (?:in ?)?to (?:1 ?/ ?0|0 ?/ ?1|(?:0s?|ones?|1s?|zeros?) and (?:0s?|ones?|1s?|zeros?))(?![\w/])", re.I), "to 0s and 1s"),
    (("logged", "squared", "rounded"), re.compile(r"^(?P<what>[^,;:.?!]{2,40}?),? (?:but|please|only)? ?(?:logged|in logs?|log scaled)[.! ]*$", re.I), r"log \g<what>"),
    (("not from", "not with", "not by", "not use", "not using"), re.compile(r"(?P<aim>\b(?:predict|guess|foresee|forecast|learn|estimate|work out) [^,;:.?!]{1,40}?),? (?:but |and |just )*(?:please )?(?:not|never) (?:from|with|by|use|using|on) (?=\S)", re.I), r"\g<aim> without "),
    (("half", "fifty"), re.compile(rf"{_LEAD}(?:(?:split|cut|divide|part)(?: (?:it|them|the (?:data|rows|table)))? )?(?:half ?(?:and|-|/|,)? ?half|fifty ?(?:-|/|,)? ?fifty|half for each|half each){_END}", re.I), r"\g<lead>split 50/50"),
    (("vote",), re.compile(rf"{_LEAD}(?:let|have|make) (?:them|(?:the |all |my |best )*(?:models?|ones?|runs?)|all|everyone|all of them)(?: all)? vote{_END}", re.I), r"\g<lead>ensemble by voting"),
    (("together",), re.compile(rf"{_LEAD}(?:put|join|glue|bring|stick|throw|tie|mix|melt) (?:(?:the|my|all|those|these|best|two|three|of) )*(?:models|runs) together{_END}", re.I), r"\g<lead>ensemble of the best runs"),
    (("0", "1"), re.compile(r"^(?P<what>[^,;:.?!]{2,40}?) (?:as|in|to|into) (?:a )?(?:0 ?(?:/|,| or | and | )1|1 ?(?:/|,| or | and | )0)[.! ]*$", re.I), r"\g<what> to 0s and 1s"),
    (("step ",), re.compile(r"\bstep (?P<number>one|two|three|four|five|six|seven|eight|nine|ten)\b(?! of)", re.I), lambda match: f"step {_COUNT[match['number'].lower()]}"),
    (("each ", "every "), re.compile(rf"{_LEAD}(?:keep|leave|put|hold) (?:each|every|all of (?:an?|one)) (?P<what>[^,;:.?!]{{1,40}}?) (?:all )?(?:together|(?:in|on) (?:only )?(?:one|a single|the same) (?:part|side|half|set|fold|piece)){_END}", re.I), r"\g<lead>split grouped by \g<what>"),
    ((" or ",), re.compile(r"(?<=\bor )(?:(?:perhaps|maybe|possibly|even)?,? ?(?:was it|is it|could be|might be|could it be|should it be),? )+(?=(?:the |an? |my )?[\w\"'`<=]+(?: [\w\"'`]+){0,2}[?.! ]*$)(?!(?:drop|remove|delete|fill|keep|split|train|plot|take|throw|leave|cut|scale|encode|use|log|clip|show)\b)", re.I), ""),
    ((" or ",), re.compile(r",? (?:whichever|which ?ever one|(?:i am |i'?m |im )?not (?:so |quite |too |really )?sure(?: which| yet)?|i (?:dont|don't|do not|cant|can't) (?:know|remember|decide|say)(?: which)?(?: one)?|dunno|unsure|one of (?:them|those|the two)|no idea(?: which)?|(?:you|u) (?:choose|pick|decide))[?.! ]*$", re.I), ""),
    (("call it", "name it"), re.compile(rf"{_LEAD}(?:call|name) it (?P<name>[^,;:?!]{{1,40}}): (?P<what>[^;:?!]{{1,60}})$", re.I), r"\g<lead>rename \g<what> to \g<name>"),
    ((" or ",), re.compile(r"(?P<either>\b[\w\"'`]+ or (?:the )?[\w\"'`]+), (?:(?:i am |i'?m |im )?not (?:so |quite |really )?sure|dunno|hm+|i (?:dont|don't) know|no idea)(?=, )", re.I), r"\g<either>"),
    (("mean",), re.compile(r"\bmeans?(?= (?:more|less|higher|lower|bigger|smaller|longer|shorter|fewer|better|worse|an? (?:bigger|higher|lower|longer|shorter|better|worse|smaller)) )", re.I), "lead to"),
    (("zero", "nought"), re.compile(r"(?P<gaps>\b(?:blanks?|gaps?|holes|missing|empty|nulls?|nans?)\b[^,;.:]{0,40})[,;.:-]+ *(?:(?:just|please|so|then|lets) )*(?:zero|nought|put (?:in )?zeros|zeros|make (?:it|them|those) (?:a )?zeros?)(?: (?:it|them|those|that))?(?: out| all| in| there| please)*[.! ]*$", re.I), r"\g<gaps>, fill them with 0"),
    (("when", "if", "where", "because"), re.compile(r"^(?P<what>[^,;:.?!]{1,40}?) (?:is|are|was|were|stays|left) (?:just |only |left )?(?:empty|blank|missing|not filled in) (?:when|if|where|because|since|for) (?:there|it|we|they|he|she|nobody) (?:was|were|had|is|are|has|have|fell|got) (?:none|nothing|no (?!data|value|record|information|measur)[a-z]{2,20})[.! ]*$", re.I), r"where \g<what> is missing put 0"),
    (("no ", "without"), re.compile(rf"{_LEAD}no (?P<what>[^,;:.?!]{{1,40}}?) ?(?:[?,:;-]+|then|means?|is|=) ?(?:(?:then|so|just|means|make (?:it|that)|put|it's|its|it is|that is|that's|call it|write|equals|is|use) )*(?:zero|nought|0)[.! ]*$", re.I), r"\g<lead>where \g<what> is missing put 0"),
    (("teach", "learn", "train", "practi"), re.compile(rf"{_LEAD}(?:(?:let (?:it|him)|have it) )?(?:teach|learn|train|practi[sc]e|study)(?: it| him)? (?:on|with|from) (?:most|some|part|the bulk|the bigger part|a part|a bit|the most)(?: of (?:it|them|the (?:rows|data|table)|these|those))?,? (?:and )?(?:then )?(?:test|check|try|prove|judge|score|measure|quiz)(?: it| him)? (?:on|with|against) (?:the (?:rest|others?|remaining (?:ones|rows)|remainder|ones left)|what(?: is|'?s) left|what remains){_END}", re.I), r"\g<lead>split the data"),
    (("nothing",), re.compile(r"\b(?P<verb>check|make sure|see|verify|ensure|tell me|look)(?: that| if| whether)? nothing(?:'?s| is| looks| has been)? (?=(?:\w+ )?(?:wrong|broken|missing|off|amiss|odd|strange|weird|funny|rotten|bad)\b)", re.I), r"\g<verb> whether anything is "),
)
"""Words of which one stands in whatever the pattern matches, the pattern, and what is written for it."""


_OF_CLASSES = re.compile(r"\b(?:class\w*|balanc\w*|rare|minority|samples?|distance|uniform|neighbou?rs?|knn|k-nn|model|train|smote|even|weights\s*=)\b", re.I)
"""What “weights” are of that are no column."""
_APART = re.compile(r"(?:,|:|-)? ?(?:apart|separate(?:ly)?|side by side|next to each other|in two colou?rs|each (?:on its own|alone|by itself))[.! ]*$", re.I)
_SPREAD_OF_TWO = re.compile(r"(?P<what>(?:(?:the|show|plot|draw|see|me|how) )*@(?: (?:spread|spreads|distribution|histogram|is spread|values|levels))?) ?[,:-]? ?(?:(?:for|of|in|the|split) )*# ?(?:,|and|vs|versus|,? and) (?:the )?#(?: [a-z]+)?")
"""One column and two values of another, whose rows are to be shown apart."""
_USABLE = re.compile(r"(?<=\btext, turn it into )(?:columns|features|numbers)\b|\b(?:(?:something )?(?:more )?(?:usable|useful)|understandable|digestible|readable|(?:something|things) (?:that )?(?:it|the (?:computer|machine|model|program)|a (?:computer|machine|model|program)|you) (?:can )?(?:use|uses|understand|understands|work with|works with|read|reads|digest|handle|learn from|eat)|(?:the (?:computer|machine|model)|it|a (?:computer|machine|model)) (?:can|could|may) (?:use|understand|read|work with|digest|handle|learn from) (?:it|them|that))\b", re.I)
_MADE_USABLE = re.compile(r"(?:(?:the |my |column )*@(?: column)? (?:is|are|has|holds|contains)(?: (?:just|only|all|full of|free|plain|some|written|long|whole|actual|real|a lot of))* (?:an? |the )?(?:sentences?|prose|words?|texts?|remarks?|comments?|writing|stories|paragraphs?|dates?|names?|labels?) ?[,;:-]+ ?)?(?:(?:please|and|so|can you|could you|just|then) )*(?:(?:make|turn|change|get|convert|bring|put)(?: (?:it|them|that|this|(?:the |my )*@(?: column)?))?(?: (?:into|so|be|more|somehow|as))*|(?:the |my )*@(?: column)? (?:in ?)?to) USABLE(?: (?:for|by|to) (?:it|you|(?:the|a|my) (?:computer|machine|model|program|learning|training)))?(?: please)?")
_PREPARED = {"text": "vectorize", "categorical": "encode", "boolean": "encode", "datetime": "extract the date parts of"}


def in_words_of_trade(text: str, context: RouterContext) -> str:
    """The message with such ways of saying written as the trade says them; other text is given back unchanged."""
    said = text.lower()
    for words, pattern, plain in _RULES:
        if any(word in said for word in words):
            text = pattern.sub(plain, text)
    if "weights" in said and not _OF_CLASSES.search(text) and any("weight" in parts(name) for name in context.names):
        text = re.sub(r"\bweights\b", "weight", text, flags=re.I)
    if _PAIR.search(text):
        text = _PAIR.sub(lambda match: _each_named(match, context), text)
    if "just " in said or "only " in said:
        text = _only_parts(text, context)
    if _ORDERED.search(text):
        text = _ordered(text, context)
    if apart := _APART.search(text):
        return _drawn_apart(text, text[: apart.start()], context)
    return _prepared(text, context) if _USABLE.search(text) else text


_PART = r"(?:year|month|weekday|day|hour|minute|quarter|week)s?"
_ONLY_PARTS = re.compile(rf"(?P<what>[^,;:?!]{{1,40}}?) ?[:,-] ?(?:(?:just|only|i (?:only|just) (?:need|want)|give me|keep) )+(?:the )?(?P<parts>{_PART}(?:(?:, | and | & |, and )(?:the )?{_PART})*)(?: of it| please| will do)*[.! ]*", re.I)


def _only_parts(text: str, context: RouterContext) -> str:
    """“last contact: just the month” takes a part of a date."""
    said = _ONLY_PARTS.fullmatch(text)
    date = Clause(said["what"], context) if said else None
    dated = said and date and date.masked in ("@", "the @") and date.columns[0].clear and context.kind(date.columns[0].name) == "datetime"
    return f'extract the {said["parts"]} from "{date.columns[0].name}"' if said and date and dated else text


_PAIR = re.compile(r"\b(?P<one>[a-z]\w*) (?P<joint>and|or|minus|plus|times|vs\.?|versus|against|over|divided by|&|/|-|,) (?:the )?(?P<other>[a-z]\w*) (?P<noun>[a-z]\w*)\b", re.I)


@lru_cache(maxsize=64)
def _keys(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(key, names))


def _each_named(match: re.Match[str], context: RouterContext) -> str:
    """“left and right pressure” names two columns, whose names share a word."""
    known = _keys(tuple(context.names))
    for noun in (match["noun"], match["noun"].removesuffix("s")):
        for pair in ([f"{match[end]} {noun}" for end in ("one", "other")], [f"{noun} {match[end]}" for end in ("one", "other")]):
            if all(key(name) in known for name in pair) and key(match["one"]) not in known:
                return f"{pair[0]} {match['joint']} {pair[1]}"
    return match[0]


_ORDERED = re.compile(r"\b(?:goes|runs|ranks|order(?:ed)?|sorted)\b", re.I)
_ORDER_TOLD = re.compile(r"(?:the )?@ (?:goes|runs|is ordered|is sorted|ranks|has the order|has an order|order is|in the order)(?: from| like this| as)? ?:? ?#(?: ?(?:,|<|to|then|and|, then|, and) #| #){1,6}")


def _ordered(text: str, context: RouterContext) -> str:
    """“league goes bronze silver gold” tells the order of what is to become numbers."""
    clause = Clause(text.strip(" .!"), context)
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
