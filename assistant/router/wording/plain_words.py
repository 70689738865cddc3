"""Writes in the words of the trade what people say who know none of them: “we can do without the notes”, “squeeze it all into two columns”."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.router.context import RouterContext
from assistant.router.wording.plain_columns import with_columns

_LEAD = r"^(?P<lead>(?:(?:ok|okay|so|and|but|now|well|please|pls|just|then|can you|could you|lets|let us) ,? ?)*)"
_END = r"(?= *(?:$|[.,;!?]))"
_N = r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)"
_COUNT = {word: number for number, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1)}
_ALL_OF_IT = r"(?:it all|all of it|all of them|them all|everything|the whole (?:lot|table|thing)|all(?: of)?(?: the| my| these| those)? (?:columns|numbers|figures|measurements|features|fields)|the columns|the (?:many|numeric) columns|(?:these|so) many columns)"
_THE_SAME = r"(?:say|says|are|mean|means|tell|tells|show|shows|measure|hold|contain)(?: about| nearly| almost| exactly| just| basically| all| pretty much| more or less)* the same(?: thing)?"
_MADE = r"(?:(?:make|set|code|encode|treat|read|map|turn|count|write|let|so|with|where|when) )*"
_INTO = r"(?:=|:|->|=>|→|is|as|to|into|becomes?|be|means?|should be)?"


def _both_answers(said: re.Match[str]) -> str:
    """“make yes 1 and no 0”"""
    column = said["in"] or said["of"]
    return f"{said['lead']}map {said['yes']} to {said['one']} and {said['no']} to {said['zero']}{f' in {column}' if column else ''}"


_RULES: tuple[tuple[tuple[str, ...], re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (("without",), re.compile(rf"{_LEAD}(?:(?:i|we|you)(?: can| could|'?ll| will| would|'d)(?: easily| well| surely| also| just| very well)*|can|could) (?:do|live|manage|get by|cope|work|go) (?:without|w/o) (?P<what>[^,;.?!]{{1,60}})", re.I), r"\g<lead>drop \g<what>"),
    (("squeeze", "squash", "boil", "condense", "compress", "shrink", "collapse", "melt", "press"), re.compile(
        rf"{_LEAD}(?:squeeze|squash|boil|condense|compress|shrink|collapse|melt|press) {_ALL_OF_IT}(?: down| together)?(?: to|(?: down)? in ?to|"
        rf"(?: down)? to) (?:just |only )?(?P<many>{_N})(?: (?:columns?|numbers?|figures?|axes|axis|dimensions?|new ones|ones))?{_END}", re.I), r"\g<lead>reduce to \g<many> components"),
    (("product",), re.compile(r"\bsquares? and (?:(?:cross|pair|all)[ -]?)?products?\b(?: of (?:them|those|these|both))?", re.I), "polynomials"),
    (("old", "earl", "past", "first", "before", "last year"), re.compile(
        rf"{_LEAD}(?:practi[sc]e|learn|train|teach it|study|fit|let it learn)(?: it)? (?:on|from|with) (?:the |my |our )*(?:old(?:er|est)?|early|earlier|earliest|"
        rf"past|first|previous) (?P<what>[\w ]{{2,30}}?),?(?: and| then)? (?:test|check|try|prove|judge|score|measure)(?: it)? (?:on|with|against) (?:the |my |"
        rf"our )*(?:new(?:er|est)?|recent|latest|late|later|last|most recent)(?: ones?| days?| dates?| rows?| part)?{_END}", re.I), r"\g<lead>split by time"),
    (("against", "each other"), re.compile(
        rf"{_LEAD}(?:(?:show|plot|draw|see|give|paint)(?: me)? )?(?:everything|all(?: of (?:it|them))?|each|every (?:column|number|one)|"
        rf"all the (?:columns|numbers)) (?:against|versus|vs|by|with) (?:everything(?: else)?|all(?: the others?| of (?:it|them))?|each(?: other)?|"
        rf"every (?:other|column|number|one)(?: one| column| number)?|"
        rf"the others?)(?P<how>,? (?:in|as|with) (?:little |small |tiny )?(?:dots|points|pictures|charts|plots))?{_END}", re.I), r"\g<lead>pair plot"),
    (("spel", "wrong", "typo", "misnam", " name"), re.compile(
        rf"{_LEAD}(?:the )?(?:column |name )?(?P<what>[^,;:.?!]{{1,40}}?) (?:is|was) (?:badly |wrongly )?(?:misspel(?:t|led)|"
        rf"spel(?:t|led) (?:wrong(?:ly)?|badly|incorrectly)|wrong|wrongly named|misnamed|a typo|mistyped|a (?:bad|silly|stupid) name),? (?:it |that |and |"
        rf"but )*(?:should (?:be|read|say)|ought to be|must be|is meant to be|was meant to be|call it|make it|its|it's|it is) (?P<name>[^,;.?!]{{1,40}}){_END}", re.I), r"\g<lead>rename \g<what> to \g<name>"),
    (("'s the ", "s the "), re.compile(r"^(?P<what>[^\s,;]{1,30})(?:'s|’s) the (?P<aim>goal|aim|target|outcome|label|thing to (?:predict|guess))\b", re.I), r"\g<what> is the target"),
    (("of which", "yes/no", "0/1", "true/false", "tick", "own column", "one column", "a column"), re.compile(
        rf"{_LEAD}(?:(?:make|give|want|build|i want|give me|create|add)(?: me)? )?(?:an?|one|its own|separate|single|extra)?(?: own| extra|"
        rf" separate)? ?(?:(?:yes ?(?:/|or|-) ?no|0 ?(?:/|or) ?1|true ?(?:/|or) ?false|tick[ -]?box|on ?/ ?off) )?columns? (?:per|"
        rf"for (?:each|every)) (?P<what>[^,;.?!]{{2,40}}?){_END}", re.I), r"\g<lead>one-hot encode \g<what>"),
    (("yes/no", "0/1", "true/false", "tick"), re.compile(r"(?:(?:turn|make|change|split|convert) )?(?P<what>[^,;.?!:]{2,40}?) (?:in ?)?to (?:separate |single |several |many |own )*(?:yes ?/ ?no|0 ?/ ?1|true ?/ ?false|tick[ -]?box)s? columns\b", re.I), r"one-hot encode \g<what>"),
    (("plenty", "enough", "do", "suffic"), re.compile(
        rf"{_LEAD}(?P<many>\d{{1,6}}|(?:(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|"
        rf"ninety|few|couple of)[ -]?)+(?:hundred|thousand)|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety) (?P<rows>[a-z]+s|people|"
        rf"of them) (?:is|are|will be|would be|ought to be|will|should|would) (?:plenty|enough|do|sufficient|"
        rf"more than enough)(?:,? (?:any|pick|take|just) (?:random |any )?(?P<again>\d{{1,6}}|[a-z]+(?: (?:will do|you like|at random|random ones|ones))?))?{_END}", re.I), r"\g<lead>take a random sample of \g<many> rows"),
    (("spread out",), re.compile(r"\b(?P<how>(?:(?:way|far|much|really|so|very) )*(?:too|very|so|widely|wildly|badly|quite)) spread out\b", re.I), r"\g<how> skewed"),
    (("nobody", "no one", "noone", "none of us"), re.compile(
        rf"{_LEAD}(?:nobody|no one|noone|none of us)(?: (?:really|ever|here|in the office))* (?:cares? (?:about|for)|needs?|uses?|looks? at|wants?|asked for|"
        rf"reads?) (?P<what>[^,;.?!]{{1,40}}?)(?: any ?more| anyway| at all| here)*{_END}", re.I), r"\g<lead>drop \g<what>"),
    ((" or ",), re.compile(r"^(?:(?:i am|im|i'm|we are|i'?m still) )?(?:not (?:so |quite |really )?sure|unsure|undecided|torn)(?: (?:if|whether|about|between|which|it is|to use|its))* ?,? (?=[^,]{1,30} or [^,]{1,30}, )", re.I), ""),
    ((" or not", " or no "), re.compile(
        rf"^(?P<what>[^,;:.?!]{{2,40}}?) or (?:not|no (?P=what)),? (?:(?:please|can you|just|to|help me|i want to|that is what i want to|"
        rf"thats what we) )*(?:find(?: that| it)? out|guess(?: that| it)?|tell me|predict(?: that| it)?|learn(?: to (?:guess|tell)| that| it)*|"
        rf"work (?:that |it )?out|know){_END}", re.I), r"predict \g<what>"),
    (("yes", "true"), re.compile(
        rf"{_LEAD}(?:(?:in |for )?(?P<in>(?!(?:make|set|code|encode|treat|read|map|turn|count|write|let)\b)[^,;:.?!=]{{2,40}}?)(?: ?[:,])? )?{_MADE}(?P<yes>yes|"
        rf"true) ?{_INTO} ?(?P<one>[01]) ?(?:,|;|and|&| )+ ?{_MADE}(?P<no>no|false) ?{_INTO} ?(?P<zero>[01])(?: (?:in|for|of) (?P<of>[^,;:.?!]{{2,40}}?))?[.! ]*$", re.I), _both_answers),
    (("the same",), re.compile(
        rf"{_LEAD}(?P<what>[^,;:.?!]{{1,40}}? (?:and|&) [^,;:.?!]{{1,30}}?) (?:are|is|mean)(?: really| actually| all| both)* the same(?: thing)? ?[,;:.-]+ ?(?:so |"
        rf"please )*(?:call|name|make|write|rename) (?:them|both|it|those)(?: all| both)? (?P<new>[^,;:.?!]{{1,30}}?)[.! ]*$", re.I), r"\g<lead>merge \g<what> into \g<new>"),
    (("the same",), re.compile(
        rf"{_LEAD}(?P<one>[^,;:.?!]{{1,30}}?) and (?P<two>[^,;:.?!]{{1,30}}?) {_THE_SAME} ?[,;:.-]+ ?(?:so |please |"
        rf"just )*(?:(?:drop|lose|remove|delete|ditch|kill|kick|toss|axe) the (?P<which>first|second|latter|former)(?: one)?|"
        rf"the (?P<goes>first|second|latter|former)(?: one)? (?:can|may|should|must) go)[.! ]*$", re.I), lambda match: f"{match['lead']}drop {match['one'] if (match['which'] or match['goes']).lower() in ('first', 'former') else match['two']}"),
    (("the same",), re.compile(
        rf"{_LEAD}[^,;:.?!]{{2,50}}? {_THE_SAME} ?[,;:.-]+ ?(?:so |please |"
        rf"just )*(?P<order>(?:drop|lose|remove|delete|ditch|kill|kick|toss|axe) (?!one\b|either\b|any\b|it\b|them\b|both\b|some\b|"
        rf"the (?:other|first|second|latter|former|last)\b)[^,;:.?!]{{1,40}}?)[.! ]*$", re.I), r"\g<lead>\g<order>"),
    (("learn", "predict", "guess", "foresee"), re.compile(rf"{_LEAD}(?P<aim>(?:learn|predict|guess|foresee|forecast) [^,;:.?!]{{1,40}}?) (?:w/o|without|not using|leaving out|minus|excluding) (?P<out>[^,;:.?!]{{2,40}}?)[.! ]*$", re.I), r"\g<lead>\g<aim>, drop \g<out>"),
    (("rare", "balanced", "lopsided", "uneven"), re.compile(
        rf"{_LEAD}(?P<what>[^,;:.?!]{{2,30}}?) (?:is|are) (?:so |too |very |quite |really |badly )*(?:rare|imbalanced|unbalanced|lopsided|"
        rf"uneven) ?[,;:.-]+ ?(?:so |please |can you |could you )*(?:fix|mend|solve|correct|handle|deal with|even out|do something about|help with|"
        rf"balance)(?: that| it| this)?(?: out)?(?: please)?[.! ]*$", re.I), r"\g<lead>balance \g<what>"),
    (("yes", "true"), re.compile(r"(?: ?: ?|\b)(?:yes ?/ ?no|true ?/ ?false|y ?/ ?n|yes and no|yes or no) (?:in ?)?to (?:1 ?/ ?0|0 ?/ ?1|(?:0s?|ones?|1s?|zeros?) and (?:0s?|ones?|1s?|zeros?))(?![\w/])", re.I), " to 0s and 1s"),
    (("logged", "squared", "rounded"), re.compile(r"^(?P<what>[^,;:.?!]{2,40}?),? (?:but|please|only)? ?(?:logged|in logs?|log scaled)[.! ]*$", re.I), r"log \g<what>"),
    (("not from", "not with", "not by", "not use", "not using"), re.compile(r"(?P<aim>\b(?:predict|guess|foresee|forecast|learn|estimate|work out) [^,;:.?!]{1,40}?),? (?:but |and |just )*(?:please )?(?:not|never) (?:from|with|by|use|using|on) (?=\S)", re.I), r"\g<aim> without "),
    (("half", "fifty"), re.compile(rf"{_LEAD}(?:(?:split|cut|divide|part)(?: (?:it|them|the (?:data|rows|table)))? )?(?:half ?(?:and|-|/|,)? ?half|fifty ?(?:-|/|,)? ?fifty|half for each|half each){_END}", re.I), r"\g<lead>split 50/50"),
    (("vote",), re.compile(rf"{_LEAD}(?:let|have|make) (?:them|(?:the |all |my |best )*(?:models?|ones?|runs?)|all|everyone|all of them)(?: all)? vote{_END}", re.I), r"\g<lead>ensemble by voting"),
    (("together",), re.compile(rf"{_LEAD}(?:put|join|glue|bring|stick|throw|tie|mix|melt) (?:(?:the|my|all|those|these|best|two|three|of) )*(?:models|runs) together{_END}", re.I), r"\g<lead>ensemble of the best runs"),
    (("0", "1"), re.compile(r"^(?P<what>[^,;:.?!]{2,40}?) (?:as|in|to|into) (?:a )?(?:0 ?(?:/|,| or | and | )1|1 ?(?:/|,| or | and | )0)[.! ]*$", re.I), r"\g<what> to 0s and 1s"),
    (("step ",), re.compile(r"\bstep (?P<number>one|two|three|four|five|six|seven|eight|nine|ten)\b(?! of)", re.I), lambda match: f"step {_COUNT[match['number'].lower()]}"),
    (("each ", "every "), re.compile(rf"{_LEAD}(?:keep|leave|put|hold) (?:each|every|all of (?:an?|one)) (?P<what>[^,;:.?!]{{1,40}}?) (?:all )?(?:together|(?:in|on) (?:only )?(?:one|a single|the same) (?:part|side|half|set|fold|piece)){_END}", re.I), r"\g<lead>split grouped by \g<what>"),
    (("way", "part", "piece"), re.compile(rf"{_LEAD}(?:split|cut|divide|part)(?: (?:it|them|the (?:data|rows|table)))? (?:in(?:to)? )?(?:three|3) (?:ways|parts|pieces|sets){_END}", re.I), r"\g<lead>split into train, validation and test"),
    (("nothing",), re.compile(r"\bnothing (?:is|was|has been) (?:known|given|recorded|written(?: down)?|said|noted|entered|measured) (?:of|about|for|on|in|as) (?:the |their |its )?(?P<what>[^,;.?!]{1,40})", re.I), r"\g<what> is missing"),
    (("column",), re.compile(rf"{_LEAD}(?P<what>[^,;:.?!]{{1,40}}?) (?:in|into|to) (?:(?:its|their|an?|several|many) )?(?:own|separate|single|individual) columns?{_END}", re.I), r"\g<lead>one-hot encode \g<what>"),
    ((" or ",), re.compile(
        r"(?<=\bor )(?:(?:perhaps|maybe|possibly|even)?,? ?(?:was it|is it|could be|might be|could it be|should it be),? )+(?=(?:the |an? |"
        r"my )?[\w\"'`<=]+(?: [\w\"'`]+){0,2}[?.! ]*$)(?!(?:drop|remove|delete|fill|keep|split|train|plot|take|throw|leave|cut|scale|encode|use|log|clip|show)\b)", re.I), ""),
    ((" or ",), re.compile(
        r",? (?:whichever|which ?ever one|(?:i am |i'?m |im )?not (?:so |quite |too |really )?sure(?: which(?: one| of (?:the two|them|those))?| yet)?|"
        r"i (?:dont|don't|do not|cant|can't) (?:know|remember|decide|say)(?: which)?(?: one)?|dunno|unsure|one of (?:them|those|the two)|no idea(?: which)?|"
        r"(?:you|u) (?:choose|pick|decide))[?.! ]*$", re.I), ""),
    (("call it", "name it"), re.compile(rf"{_LEAD}(?:call|name) it (?P<name>[^,;:?!]{{1,40}}): (?P<what>[^;:?!]{{1,60}})$", re.I), r"\g<lead>rename \g<what> to \g<name>"),
    ((" or ",), re.compile(r"(?P<either>\b[\w\"'`]+ or (?:the )?[\w\"'`]+), (?:(?:i am |i'?m |im )?not (?:so |quite |really )?sure|dunno|hm+|i (?:dont|don't) know|no idea)(?=, )", re.I), r"\g<either>"),
    (("mean",), re.compile(r"\bmeans?(?= (?:more|less|higher|lower|bigger|smaller|longer|shorter|fewer|better|worse|an? (?:bigger|higher|lower|longer|shorter|better|worse|smaller)) )", re.I), "lead to"),
    (("zero", "nought"), re.compile(
        r"(?P<gaps>\b(?:blanks?|gaps?|holes|missing|empty|nulls?|nans?)\b[^,;.:]{0,40})[,;.:-]+ *(?:(?:just|please|so|then|lets) )*(?:zero|nought|"
        r"put (?:in )?zeros|zeros|make (?:it|them|those) (?:a )?zeros?)(?: (?:it|them|those|that))?(?: out| all| in| there| please)*[.! ]*$", re.I), r"\g<gaps>, fill them with 0"),
    (("when", "if", "where", "because"), re.compile(
        r"^(?P<what>[^,;:.?!]{1,40}?) (?:is|are|was|were|stays|left) (?:just |only |left )?(?:empty|blank|missing|not filled in) (?:when|if|where|because|since|"
        r"for) (?:there|it|we|they|he|she|nobody) (?:was|were|had|is|are|has|have|fell|got) (?:none|nothing|"
        r"no (?!data|value|record|information|measur)[a-z]{2,20})[.! ]*$", re.I), r"where \g<what> is missing put 0"),
    (("no ", "without"), re.compile(rf"{_LEAD}no (?P<what>[^,;:.?!]{{1,40}}?) ?(?:[?,:;-]+|then|means?|is|=) ?(?:(?:then|so|just|means|make (?:it|that)|put|it's|its|it is|that is|that's|call it|write|equals|is|use) )*(?:zero|nought|0)[.! ]*$", re.I), r"\g<lead>where \g<what> is missing put 0"),
    (("teach", "learn", "train", "practi"), re.compile(
        rf"{_LEAD}(?:(?:let (?:it|him)|have it) )?(?:teach|learn|train|practi[sc]e|study)(?: it| him)? (?:on|with|from) (?:most|some|part|the bulk|the bigger part|"
        rf"a part|a bit|the most)(?: of (?:it|them|the (?:rows|data|table)|these|those))?,? (?:and )?(?:then )?(?:test|check|try|prove|judge|score|measure|"
        rf"quiz)(?: it| him)? (?:on|with|against) (?:the (?:rest|others?|remaining (?:ones|rows)|remainder|ones left)|what(?: is|'?s) left|what remains){_END}", re.I), r"\g<lead>split the data"),
    (("nothing",), re.compile(r"\b(?P<verb>check|make sure|see|verify|ensure|tell me|look)(?: that| if| whether)? nothing(?:'?s| is| looks| has been)? (?=(?:\w+ )?(?:wrong|broken|missing|off|amiss|odd|strange|weird|funny|rotten|bad)\b)", re.I), r"\g<verb> whether anything is "),
)
"""Words of which one stands in whatever the pattern matches, the pattern, and what is written for it."""


def in_words_of_trade(text: str, context: RouterContext) -> str:
    """The message with such ways of saying written as the trade says them; other text is given back unchanged."""
    said = text.lower()
    for words, pattern, plain in _RULES:
        if any(word in said for word in words):
            text = pattern.sub(plain, text)
    return with_columns(text, said, context)
