"""Says plainly what a message puts another way round: “it's the cabin I want gone”, “everything but the name not”, “run what we did here on new.csv”, “stack the linear one”."""

from __future__ import annotations

import re

from assistant.router.arguments.gap_values import NO_CELL
from assistant.router.context import RouterContext
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause
from assistant.router.entities.words import TRADE
from assistant.router.parts.segment import opens_with_verb
from assistant.router.tool.evidence import NO_REQUEST, evidence, words_of
from assistant.router.tool.triggers.wordlists import DROP, FILE_ENDING, PLOT_WORDS, PROBLEMS

_GONE = r"(?:gone|out|away|removed|dropped|deleted|off|left out|excluded)"
_WISHED_GONE = (
    rf"(?:that |which |who )?(?:(?:i|we)(?: really| just)? (?:want|wanted|need|would like|'d like|wish)(?: to (?:be|go|see))? {_GONE}|"
    rf"(?:i|we|you) (?:dont|don't|do not) (?:want|need)(?: in it| in there| in| any ?more| at all| here)?|(?:i|we|you) have no (?:use|need) for|"
    rf"(?:i|we|you) (?:should|must|can|could|may|might|shall|(?:have|need|ought|want|would like) to)(?: rather| better)? (?:drop|remove|delete|discard|exclude|"
    rf"ditch|throw (?:out|away)|take out|get rid of|leave out|lose)|(?:has|have|needs?|ought) to (?:go|be {_GONE})|(?:must|should|shall) (?:go|be {_GONE})|"
    rf"to (?:go|be {_GONE}))"
)
_NOT_BUT = re.compile(rf"\b(?:it is|it's|its|it was) not (?:the |my )?[^,.;]{{1,40}}? {_WISHED_GONE}(?: ?, ?but| but|,? it is|,? it's)(?: rather)? (?:the |my )?(?P<what>[^,.;]{{1,60}})", re.I)
_IS_GONE = re.compile(rf"\b(?:it is|it's|its|it was) (?!not\b)(?:only |just )?(?P<what>(?:the |my |our )?[^,.;]{{1,60}}?) {_WISHED_GONE}(?=$|[ ]*[,.;!]| please| and\b| then\b)", re.I)
"""What is to go, told as what it is: “it's the booking ref I want gone”."""
_NOT_THAT = re.compile(r",? (?:and|plus|or),? (?:no|oh|ah|wait|hm+|well)[, ]+not (?:the |an? )?(?P<not>[^,.;:\n]{2,30}),(?: but)? ", re.I)
"""What was nearly named and is not meant: “compare a and b and, no not c, d”."""
_EVERYTHING = re.compile(r"\b(?:everything|all(?: the)?(?: columns| features| fields)?|anything|whatever|every (?:column|feature|field))\b.* (?P<but>but|only|except|just) (?!not\b)(?P<what>[^.;]{1,80}?),? (?:rather |please )?not(?: please)?[.!]?$", re.I)
_LEARNED_FROM = re.compile(r"\b(?:use|uses|learn|learns|see|sees|know|knows|feed|train)\b", re.I)
_FILE = rf"(?P<file>(?:the file |the |my )?[\w./-]+\.{FILE_ENDING})"
_DONE_BEFORE = r"(?:what|everything|all|whatever|all the things|the things|the steps)(?: that| which| of what)? (?:we|i|you)(?:'ve| have| had)? (?:all |just |already )*(?:did|done|do|built|set up|made)(?: (?:so far|here|above|before|until now|up to now|today|with this (?:one|file|table)))*"
_ON_FILE = re.compile(
    rf"^(?:(?:please|now|and|so|then|can you|could you|i want you to|lets|let us) )*(?:(?:run|do|repeat|apply|use|replay|carry out|perform|redo) (?:{_DONE_BEFORE}|"
    rf"the whole thing|the whole lot|this whole thing)|"
    rf"{_DONE_BEFORE} ?,? (?:please )?(?:(?:do|run|apply|repeat|use) (?:it|that|this|the same)(?: all)?|"
    rf"(?:should|must|shall|has to|is to) (?:happen|be done|be applied|be repeated|apply)))(?: again| all)? (?:on|to|with|over|for|in) {_FILE}",
    re.I,
)
_MEANS = (
    r"(?:(?:means?|meant|stands? for|says?)|there (?:was|is|were|are)) [^,.;]{1,40}[,;] ?(?:(?:so|then|and|please|therefore|thus|hence|we|i|just|can|could|should|"
    r"you) )*(?:put|write|fill in|fill|use|set|enter|make)(?: (?:it to|it|them|that|in|down|with|them with|it with|there))? (?P<value>[^,.;]{1,30}?)(?: there| in|"
    r" instead| please)?(?=$|[,.;])"
)
_GAP_MEANS = (
    re.compile(rf"\b(?:where|wherever|if|when|whenever) (?:the |an? )?(?P<column>[^,.;]{{1,40}}?) (?:is|are|was|were) {NO_CELL},? (?:(?:it|that|this|they) )?{_MEANS}", re.I),
    re.compile(rf"\b(?:an? |the |any )?(?:(?:blanks?|gaps?|holes?|nulls?|nans?|(?:missing|empty|blank) (?:values?|cells?|entries)) (?:in|of|for) (?:the )?|(?:missing|empty|blank) |(?<=^)no )(?P<column>[^,.;]{{1,40}}?) (?:(?:it|that|this|they) )?{_MEANS}", re.I),
)
"""Why a column has none, told before what is to stand there: “where stock is empty it means none left, so put 0”."""
_LACKED = re.compile(
    rf"\b(?:for (?:the |any |all |all the |those |each )?(?P<column>[a-z][\w ]{{0,40}}?) (?:(?:that |which )?(?:we|i|they|you) (?:haven'?t|have not|don'?t|do not|"
    rf"didn'?t|did not|lack|never)(?: got| have| get| know)?|(?:that|which) (?:is|are|was|were) {NO_CELL})),? (?:(?:just|please|then|we|you|could|can) )*(?:use|"
    rf"take|put|fill in|write|insert|go with) (?P<value>(?:the |an? )?[^,.;]{{1,30}}?)(?: instead| please| there)?(?=$|[,.;]| and\b| then\b)",
    re.I,
)
"""Values that nobody has: “for the ages we haven't got use the average”."""
_MODELLED = re.compile(
    r"(?P<before>^|[,;.] ?|\band |\bthen )(?:so |now |then |and )*(?:we|i|lets|"
    r"let us)(?: (?:want to|will|shall|should|would like to|need to|are going to|wanna))? (?:model|predict) (?=(?:the )?[\w]+(?: [\w]+)?[.!]?$)(?!it\b|them\b|"
    r"this\b|that\b|these\b|everything\b|data\b|the data\b|the rows\b|now\b|again\b)",
    re.I,
)
"""The target, told as what is modelled: “…, and we model survival”."""
_OPENED = re.compile(
    r"^(?:(?:please|now|and|so|then|ok|no|lets|let us|can (?:you|we)|could you|i want to|we) )*(?:open|go (?:back )?to|back to|switch (?:back |over )?to|return to|continue (?:with )?|resume|take me (?:back )?to)"
    r"(?: (?:the|my|old|other|experiment|copy|branch|version|project|one|called|named))* [“\"']?(?P<name>[^“”\"']{1,80}?)[”\"']?(?: (?:experiment|copy|branch|version|again|please|now))*[.!]*$",
    re.I,
)
"""Another experiment by its name alone: “go back to the baseline”."""
_TOLD_TO_BE_ONE = re.compile(
    r"^(?:(?:but|so|and|well|in|the|my|our|column) )*(?P<column>[^,.;]{1,40}?) (?:has|have|contains?|holds?|says|lists|knows) (?:both )?(?P<values>[^,.;]{1,40}? and [^,.;]{1,40}?)"
    r"(?: ?[,.;-] ?| )(?:(?:but|and|though|only) )*(?:that|this|it|they|those|these|both|which)(?: both| all)?(?:'s|s|'re|re| is| are| mean| means)? (?:(?:really|actually|just|all|both|in fact|the|very) )*"
    r"(?:same|identical|one (?:and the same|thing|person|place|value|category|group|kind))(?: thing| one| person| place| value| category| group| kind)?[.! ]*$",
    re.I,
)
"""Two ways to write one value, told in two breaths: “soil has Loam and loam, that's the same thing”."""
_AGAIN_AND_AGAIN = re.compile(r"\b(undo|redo)(?:[ ,!.]+(?:and )?\1\b)+", re.I)
"""“undo, undo”"""
_OPENS_WORK = re.compile(
    r"^(?:(?:please|now|can you|could you|then) )*(?:open(?: up)?|bring up|pull up|"
    r"call up)(?= (?:the |my |our |all )*(?:models|results?|errors|mistakes|predictions|probabilities|clusters|groups|steps|pipeline|parameters|features|folds|"
    r"leader ?board|scores|metrics|history|help)[.! ]*$)",
    re.I,
)
"""“open the results”, which are no file"""
_WHAT_IS_IT = re.compile(r"^(?:(?:and|so|but|ok) )*what(?: is|'s|s)? (?:it|that|this)(?: means?)?, (?:the |an? )?(?P<what>[\w -]{2,40})(?=[?.!]|$)", re.I)
"""“what is it, the overfitting?”"""
_NUMBER_TO_PREDICT = re.compile(
    r"^(?P<what>[^,.;]{2,40}?) (?:(?:is|has|ought|should|must|shall|needs?)(?: to)? be|is) (?:(?:treated|taken|seen|handled|regarded|considered|used|learned) )?(?:as |like )?an? (?:\w+ )?(?:number|quantity|amount|figure|numeric target|continuous \w+)"
    r" (?:to (?:be )?predict(?:ed)?|to (?:be )?forecast(?:ed)?|(?:that |which )?we (?:want to |will )?predict),? ?(?:(?:and )?not (?:as |in |by |an? )*(?:class\w*|categor\w*|labels?|groups?))?[.! ]*$",
    re.I,
)
"""“the score is to be treated as a number to be predicted, not as classes”"""
_ONE_EACH = re.compile(rf"\b(?P<chart>(?:{PLOT_WORDS})\b[^.;,:\n]{{2,60}}?)(?:\s*[,:(-]\s*|\s+)(?:and |with )?(?:an? |the )?(?:one|each|separate(?:ly)?|individual)(?: (?:one|box|violin|line|bar|panel|plot|curve|chart|picture|own))?(?: each| apiece)? (?:per|for (?:each|every)) (?:the )?(?=\w)", re.I)
"""“boxplots of the price, one per district”"""
_TOPIC_RENAMED = re.compile(
    r"^(?:(?:so|ok|well|and|now) )*(?:the )?(?:column |field )?(?P<what>[\w.-]+(?: [\w.-]+)?)(?: column|"
    r" field)?,? (?:(?:i|we) (?:want|need|would like)(?: you)? to|(?:can|could|would|will) (?:you|we)(?: please)?|please|lets|let us|you should|"
    r"just) (?P<verb>rename|call|relabel|name) (?:it|that one|this one)(?: to| as| into)? (?P<name>[^,;]{1,60})$",
    re.I,
)
"""“the column type I want you to rename it to food group”"""
_PART = r"(?:the |an? |its )?(?:year|month|weekday|day of (?:the )?week|day|hour|minute|quarter)s?"
_BECOMES_PARTS = re.compile(
    rf"(?P<at>^|,? and |[,;.] ?(?:and )?)(?:the )?(?P<what>[\w-]{{2,30}}(?: [\w-]{{2,30}}){{0,2}}) (?:must|should|shall|can|has to|needs to|is to|"
    rf"ought to) (?:become|be turned into|be split (?:in)?to|turn into|be made(?: into)?) (?P<parts>{_PART}(?:(?:, and|,| and| &) {_PART})*)(?=$|[,;.!]|"
    rf" (?:and|then)\b)",
    re.I,
)
"""“the pickup date must become year and month”"""
_SHEET = re.compile(rf"{_FILE},? (?:(?:and |but )?(?:it's|its|it is|thats|that is) )?(?:on |in )?(?:the |its )?(?:(?:first|second|third|fourth|last|other|\w+) )?(?:page|sheet|tab),? (?:(?:the )?one )?(?:called|named|labell?ed) (?P<name>\w+)", re.I)
"""“open may.xlsx, it's on the second page, the one called May”"""
_NUMBER_AGAIN = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d+)?,? (?:no|nope|sorry|wait|err?|uh|i mean|make that)(?:,? (?:no|sorry|wait|i mean|make that))*,? (?=\d{1,3}(?:\.\d+)?(?:\s*%| percent| per cent)\b)", re.I)
"""“test should be 20 no 25 percent”"""
_SO_ONLY = re.compile(r"^(?:no|not|without|(?:i|we) (?:dont|do not) (?:want|need|care about))\b[^,;]{2,60}, (?:but )?(?:only|just) [^,;]{2,40}, (?:so|meaning|that is|i\.?e\.?|hence) (?:only |just )?(?P<which>[^,;]{2,60})$", re.I)
"""“I don't need the babies, only adults, so 18 and up”"""
_ONLY_AND_OUT = re.compile(r"^(?P<keep>(?:only|just|keep(?: only)?) [^,;]{2,60}), (?:and |the )?(?P<out>[^,;]{2,60}?) (?:out|away|off|gone)(?: please)?$", re.I)
"""“only cats and dogs, goats and pigs out”"""
_SAME_SHARE = re.compile(
    r"(?:,? and|,? while|,)? (?:keep(?:ing)?|preserv(?:e|ing)|maintain(?:ing)?|retain(?:ing)?) (?:the )?(?:same )?(?:proportions?|share|ratio|balance|mix|"
    r"percentage)s? (?:of|between|in) (?:the )?[\w -]{2,30}?(?: (?:the )?(?:same|equal|intact|alike|in both|in each)(?: (?:parts?|sets?|of them))?)*(?=$|[,.;!])",
    re.I,
)
_REFUSES = re.compile(r"\b(?:dont|don't|do not|never|not)\b", re.I)
_FOR_TESTING = re.compile(r"\b(?:split|test\w*|hold ?out|train\w*)\b", re.I)
"""“30% for testing and keep the proportion of survivors”"""
_STANDS_FOR = re.compile(r"\bin (?:the )?(?P<column>[\w -]{2,30}?),? (?P<old>[\w-]{1,12}) (?:stands for|is short for|means) (?P<new>[^,;.]{2,40})[,;.] (?:so |please |just )*(?:write|spell|type|put) (?:it|that|them|this) (?:out|in full|out in full)\b", re.I)
"""“in Embarked S stands for Southampton, write it out”"""
_KNN_IMPUTE = re.compile(r"(?P<at>^|[.;,] ?|\band |\bthen )(?P<way>knn|k-nn|iterative|mice)[ -]impute (?P<what>[^.;,]{2,60}?)(?=$|[.;,]| and\b| then\b)", re.I)
_TOLD_FIRST = re.compile(r"^(?P<told>[^:;.?!\n\"'`]{6,60}): (?P<rest>\S.{6,})$", re.S)
"""“one of us cannot spell: …”"""
_BY_CHANCE = re.compile(r"\b(?:(?:picked|chosen|drawn|taken|selected|any) )?by (?:pure |mere )?(?:chance|lot)\b(?! of\b)", re.I)
_FAULTS = re.compile(
    rf"(?P<asks>\b(?:is|are|if|whether|find|see|know|check)\b[^,;.?]{{0,40}}\b(?:anything|something|"
    rf"any)\b[^,;.?]{{0,30}}\b{PROBLEMS}\b[^,;.?]{{0,20}}?)[,:;-]+ (?:(?:(?:or|and|any|such as|like|some|silly|impossible)|{PROBLEMS}|cells?|values?|rows?|"
    rf"numbers?|things?|entries|that (?:sort|kind) of thing|and so on|etc)\b[\s,.?!]*)+$",
    re.I,
)
"""What may be wrong, listed after the question whether anything is: “is there anything rotten in it, empty cells, silly values”."""
_CALLED_SO = re.compile(r"[?.,;] (?:an? |the )?(?P<name>[a-z][\w -]{2,30}?),? (?:i (?:think|believe|guess|suppose) )?(?:its|it is|it's|thats|that is|that's|theyre|they are|they)(?: what (?:its|it is|they|people|you))?(?: (?:is|are))?(?: call(?:ed)?| the name)(?: it| that)?[.!? ]*$", re.I)
"""What a way is called, told after what is asked for: “…? nearest neighbours I think its called”."""
_BLANKED = re.compile(r"\b(?:blank(?: out)?|wipe(?: out)?|null(?: out)?|clear out|nan out) (?:(?:the|all|every|any|those|value|values) )*(?P<old>-?\d[\d.]*(?![\w%])|\"[^\"\n]{1,30}\"|'[^'\n]{1,30}')(?:s|'s)? (?P<where>in|of|from|for|under) ", re.I)
"""“blank out -999 in turbidity”"""
_ASKED = r"(?:tell|say|show|let|work|find|give|predict|score|guess|forecast|estimate|foretell|which|who|what|how|will|would|do|does)"
_IN_A_FILE = re.compile(rf"^(?P<what>[^.;:?!]{{3,80}}?) (?:is|are|sits?|lives?|stands?|stood|comes?|arrived?|come|waits?) (?:all )?(?:in|inside|as|under) {_FILE}[,;.:]? (?:(?:so|now|and|then|please|can you|could you|i want to know|i need to know) )*{_ASKED}\b[^.;:]{{3,80}}$", re.I)
"""New rows, told by their file before the question: “the next bookings are in june.xlsx, tell me which will cancel”."""
_PART_OF = re.compile(
    r"^(?:the )?(?P<parts>(?:year|month|weekday|day|hour|minute|quarter|"
    r"week)s?(?:(?:,| and|,? or) (?:the )?(?:year|month|weekday|day|hour|minute|quarter|week)s?)*)\b[^,;.?!]{0,40}[,;-] ?(?:(?:please|just|can|could|would|you|i|"
    r"we|want|to|now|so|then) )*(?:get|take|pull|read|work|draw|extract|dig) (?:that|it|this|them|those|these)(?: out)? (?:of|from|off) (?P<date>[^,;.?!]{2,60})",
    re.I,
)
"""Parts of a date, told before what is to be done with them: “the month they arrive in, can you get that out of the date”."""
_NOT_NOT = re.compile(r"^(?P<how>no|not) (?P<first>[^,;.?!]{2,40}?)(?:,| and| or|,? nor)(?: also)? (?P=how) (?P<other>[^,;.?!]{2,40})[.! ]*$", re.I)
"""“not spring, not rainy”"""
_CAUSE = re.compile(r"(?<![\w\"'])cause(?![\w\"'])(?! (?:it|its|they|the|i|im|we|that|this|there|theyre|nobody|somebody|everyone|of)\b)", re.I)
"""A column called “cause”, which is no reason then."""
_USED_FOR = re.compile(r"^(?:please )?use (?:only )?(?P<features>[^;.?!]{2,200}) for (?:predicting )?(?:the )?(?P<target>[^,;.?!]{1,40})$", re.I)
"""“use species, sex and weight for the outcome”"""
_FROM_THESE = re.compile(r"^(?:the )?(?P<target>[^,;.?!]{1,40}?) from (?P<features>[^;.?!]{2,200})$", re.I)
"""“visitors from weather, season and wind”"""
_SKIPPED = re.compile(r"(?P<at>[,;.] |\((?=no\b|without|not|minus)|\(| - | (?=without\b))(?:but |and |please )?(?:skip|without|minus|ignoring|bar|(?<=\()(?:no|not)) (?P<what>(?:the )?[^\s,;.()?]+(?: [^\s,;.()?]+)?)\)?(?=$|[.!?]*$|[,;.] | then\b| and then\b)", re.I)
_AIMS = re.compile(r"^(?:(?:please|i want to|lets|can you) )*(?:predict|forecast|estimate|learn)\b|\b(?:is|as) (?:the |my |our )?target\b", re.I)
"""What is to be left out beside a target: “predict visitors, skip the review”."""
_DONT_FORGET = re.compile(r"\b(?:(?:dont|don't|do not|never) forget|remember|make sure|be sure|see)(?: please)? to (?=[a-z])", re.I)
_WANTED_PARTS = re.compile(
    rf"^(?:from|of|out of) (?:the )?(?P<date>[^,;.?!]{{2,40}}?),? (?:i|we|you)(?: (?:shall|will|would|only|just|should|like|want|need|to|can|could))* (?:use|take|"
    rf"need|want|have|keep|get|like|see)(?: only| just)? (?P<parts>(?:only |just )?{_PART}(?:(?:, and|,| and| &) {_PART})*)(?: please)?(?:$|[.!?]*$|"
    rf"[,;.] ?(?:please |so |and )?(?:can|could|would|will) you\b[^,;.]{{2,50}}$)",
    re.I,
)
"""“from JoinDate I need only the year and the month”"""
_OTHERS_TOO = re.compile(r"^(?:(?:ok|okay|now|and|then|also|so|please|do) )*(?:the )?(?:other|remaining) (?:two|three|four|five|\d|ones?|columns?)(?: columns?| ones?)?(?: too| as well| also)? ?[,:(-]+ ?(?P<which>[^.;?!()]{2,80})\)?[.! ]*$", re.I)
"""“ok now the other two too, age and height”"""
_DROPPED_UNLESS = re.compile(rf"^(?:please |now )*(?:{DROP}) (?:every|all|any|each)(?: the| of the)? (?!columns?\b|fields?\b)[a-z]+,? (?:unless|except (?:if|when|where)) (?:(?:it is|its|it's|they are|theyre|they're|there is|it|they) )?(?P<which>[^,;]+)$", re.I)
"""“drop every row unless it's from the Gondola”"""
_TRIED = re.compile(r"^(?P<if>(?:(?:and|but|so|ok) )*what if )(?P<rest>.+)$", re.I | re.S)
_WOULD_BE = re.compile(r"\b(?:would|were to|had to) be\b", re.I)
"""“what if the column count would be 4”"""
_OF_DAY = re.compile(r"(?<!\bby )(?<!\bper )(?<!\beach )\b(?P<part>hours?|minutes?) of (?:the |each )?(?:day|hour)\b(?! (?:@|\w+ed\b))", re.I)
_THE_ONE = re.compile(r"\bthe (?P<said>[a-z]+) one\b(?! (?:out|another|by|of)\b)", re.I)
"""A run that is called by a word of its name: “the linear one”."""


def put_plainly(message: str, context: RouterContext) -> str:
    """The message in words of their usual order; as it is where nothing is put another way."""
    opened = _OPENED.match(message) if context.experiments else None
    if opened and opened["name"].casefold() in map(str.casefold, context.experiments):
        return f'open the experiment "{opened["name"]}"'
    for put in (_what_goes, _told_before, _rows_and_shares, _values_and_charts, _times_and_refusals, _what_is_foretold, _parts_and_others, _put_otherwise):
        message = put(message, context)
    if not context.runs:
        return message
    told = _IN_A_FILE.match(message)
    if told:
        message = f"predict {told['file']}"
    return _THE_ONE.sub(lambda match: _run_called(match["said"].lower(), context) or match[0], message)


def _what_goes(message: str, context: RouterContext) -> str:
    """Says as orders what goes, stays or is meant by a gap."""
    message = _NOT_BUT.sub(r"drop \g<what>", message)
    message = _NOT_BUT.sub(r"drop \g<what>", _NOT_THAT.sub(lambda match: match[0] if match["not"].lower() in message[: match.start()].lower() else " and ", message))
    message = _IS_GONE.sub(r"drop \g<what>", message)
    excepted = _EVERYTHING.search(message)
    if excepted:
        message = f"use all columns except {excepted['what']}" if _LEARNED_FROM.search(message) else f"{message[: excepted.start('but')]}but not {excepted['what']}"
    for gap in _GAP_MEANS:
        message = gap.sub(r"where \g<column> is missing put \g<value>", message)
    return message


def _told_before(message: str, context: RouterContext) -> str:
    """Puts what is told before or after a request into it: a way by its name, a topic, a story."""
    message = _CALLED_SO.sub(lambda match: f" with {match['name']}" if any(vocabulary.first(match["name"].lower(), names) for names in (vocabulary.IMPUTE, vocabulary.ENCODE, vocabulary.SCALE, vocabulary.TRANSFORM, vocabulary.BALANCE)) else match[0], message)
    renamed = _TOPIC_RENAMED.match(message.strip(" .!?"))
    if renamed and any(mention.clear for mention in Clause(f"the column {renamed['what']}", context).columns):
        message = f"rename the column {renamed['what']} to {renamed['name']}"
    told = _TOLD_FIRST.match(message.strip())
    if told and len(told["told"].split()) > 2 and not opens_with_verb(told["told"]) and tells_nothing(Clause(told["told"], context)):
        message = told["rest"]
    return _BECOMES_PARTS.sub(lambda match: f"\n extract {match['parts']} of {match['what']}" if Clause(match["what"], context).columns else match[0], message).strip()


def _rows_and_shares(message: str, context: RouterContext) -> str:
    """Says plainly which rows, sheets and shares are meant."""
    message = _SHEET.sub(r"\g<file>, the sheet called \g<name>", message)
    message = _NUMBER_AGAIN.sub("", message)
    message = _SO_ONLY.sub(r"keep only rows \g<which>", message.strip(" .!"))  if _SO_ONLY.match(message.strip(" .!")) else message
    both = _ONLY_AND_OUT.match(message.strip(" .!"))
    if both and all(clause.values and not clause.columns for clause in (Clause(both["keep"], context), Clause(both["out"], context))):
        message = both["keep"]
    return _SAME_SHARE.sub(", stratified", message) if _FOR_TESTING.search(message) and not _REFUSES.search(message) else message


def _values_and_charts(message: str, context: RouterContext) -> str:
    """Says plainly what is to become of values, and how it is drawn."""
    message = _STANDS_FOR.sub(r"in \g<column> replace \g<old> with \g<new>", message)
    message = _BLANKED.sub(r"replace \g<old> with missing in ", message)
    message = _KNN_IMPUTE.sub(r"\g<at>impute \g<what> with \g<way>", message)
    message = _BY_CHANCE.sub("at random", message)
    message = _FAULTS.sub(r"\g<asks>", message)
    message = _ONE_EACH.sub(r"\g<chart> by ", message)
    return _LACKED.sub(r"fill the missing \g<column> with \g<value>", message)


def _times_and_refusals(message: str, context: RouterContext) -> str:
    """Says plainly parts of a time, what is none of two things, and a column called cause."""
    if _OF_DAY.search(message) and not any("of" in name.lower() for name in context.names):
        message = _OF_DAY.sub(r"\g<part>", message)
    message = _PART_OF.sub(r"extract the \g<parts> from \g<date>", message)
    message = _DONT_FORGET.sub("", message)
    neither = _NOT_NOT.match(message)
    if neither:
        known = [bool(Clause(neither[side], context).values) for side in ("first", "other")]
        message = f"no {neither['first']}{', ' if all(known) else chr(10)} no {neither['other']}" if any(known) else message
    if _CAUSE.search(message) and (name := next((name for name in context.names if name.lower() == "cause"), None)):
        message = _CAUSE.sub(lambda _: f'"{name}"', message)
    return message


def _what_is_foretold(message: str, context: RouterContext) -> str:
    """Says as an order what is to be predicted, and from what."""
    used = _USED_FOR.match(message) if context.target is None and not context.runs else None
    if used and Clause(used["target"], context).masked == "@" and len(Clause(used["features"], context).columns) > 1:
        message = f"use {used['features']} to predict {used['target']}"
    foretold = _FROM_THESE.match(message) if context.target is None and not context.runs else None
    if foretold and Clause(message, context).masked.startswith("@ from @") and len(Clause(foretold["features"], context).columns) > 1:
        message = f"predict {message}"
    if _AIMS.search(message) and not context.runs:
        message = _SKIPPED.sub(lambda match: f"\n drop {match['what']}\n" if Clause(f"drop {match['what']}", context).masked in ("drop @", "drop the @") else match[0], message)
    return message


def _parts_and_others(message: str, context: RouterContext) -> str:
    """Says plainly which parts of a date are wanted, and for which columns the same."""
    wanted = _WANTED_PARTS.match(message.strip())
    date = Clause(wanted["date"], context) if wanted else None
    if wanted and date and date.masked == "@" and context.kind(date.columns[0].name) == "datetime":
        message = f"extract {wanted['parts']} from {wanted['date']}"
    others = _OTHERS_TOO.match(message.strip()) if context.last else None
    if others and Clause(others["which"], context).columns:
        message = f"the same for {others['which']}"
    return message


def _put_otherwise(message: str, context: RouterContext) -> str:
    """Says plainly what is put as a trial, a repetition or a fact."""
    unless = _DROPPED_UNLESS.match(message)
    if unless and not Clause(message[: unless.start("which")], context).values:
        message = f"keep only rows {unless['which']}"
    message = _TRIED.sub(lambda match: f"{match['if']}{_WOULD_BE.sub('was', match['rest'])}", message)
    message = _MODELLED.sub(r"\g<before>predict ", message)
    message = _OPENS_WORK.sub("show", message)
    message = _WHAT_IS_IT.sub(r"what is \g<what>", message)
    message = _AGAIN_AND_AGAIN.sub(lambda match: f"{match[1]} {len(re.findall('undo|redo', match[0], re.I))} steps", message)
    message = _NUMBER_TO_PREDICT.sub(r"predict \g<what>. it is a regression", message)
    message = _TOLD_TO_BE_ONE.sub(r"\g<values> in \g<column> are the same", message)
    again = _ON_FILE.match(message)
    if again:
        message = f"apply the same steps to {again['file']}{message[again.end() :]}"
    return message


def tells_nothing(clause: Clause) -> bool:
    """Says whether words name nothing of the table or the trade and are rather no request."""
    if clause.columns or clause.values or clause.numbers or any(token.norm in TRADE for token in clause.tokens):
        return False
    return {tool: share for share, tool in evidence(words_of(clause))}.get(NO_REQUEST, 0.0) >= 0.6


def _run_called(said: str, context: RouterContext) -> str | None:
    """The name of the one model of the runs that has a word in it; None where none has, or several."""
    models = {model for run in context.runs if (model := re.sub(r"[-_]\d+$", "", str(run.get("model") if isinstance(run, dict) else run))) in dict(vocabulary.MODELS)}
    stem = said.removesuffix("ed").removesuffix("ing")
    named = [model for model in models if len(stem) > 2 and any(part.startswith(stem) or part.endswith(stem) for part in model.split("_"))]
    return named[0].replace("_", " ") if len(named) == 1 else None
