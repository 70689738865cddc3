"""Finds requests that are to wait for a condition, and says which conditions a step sees to by itself: “if tip is skewed take the log”, “drop the duplicates if there are any”."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.router.context import Call
from assistant.router.parts.verbs import VERBS


@dataclass(frozen=True)
class Conditional:
    """What is to be done, when, what otherwise, and what besides; no text where nothing is."""

    when: str
    what: str
    other: str = ""
    also: str = ""
    """What is to be done anyhow: “… and train a forest”."""


_IF = r"(?:if|unless|in case|when|whenever|provided(?: that)?|providing(?: that)?|assuming(?: that)?|suppos(?:e|ing)(?: that)?|as long as|so long as|should)"
_ONLY_POLITE = r"(?! (?:possible|needed|necessary|required|you can|you could|you would|you please|you like|i may|available)\b)"
_COMMA = re.compile(rf"^(?:(?:but |and )?only )?(?:if|unless|in case|provided|assuming|suppos(?:e|ing)|as long as)\b{_ONLY_POLITE}(?P<when>.{{3,200}}?)(?:,| then )\s*(?P<what>.{{3,200}})$", re.I)
"""A condition that a comma or “then” ends, whatever it says."""
_METRIC = r"(?:accuracy|auc|roc(?: auc)?|f1|precision|recall|r2|rmse|mae|mse|score|scores|error|errors|loss|result|results|performance|model|fit|test score|training score)"
_QUITE = r"(?:(?:really|very|too|quite|basically|essentially|practically|pretty much|more or less|still|mostly|highly|strongly|heavily|badly|all|so|not|never|at all|indeed|actually|only|just|much|a bit|rather|totally|completely|almost|nearly|that|any|of|no) )*"
_BEING = (
    rf"{_QUITE}(?:(?:right |left |positively |negatively )?skewed|lop ?sided|long ?tailed|heavy ?tailed|(?:non )?normal(?:ly distributed)?|gaussian|use(?:less|ful)|irrelevant|relevant|(?:un)?important|constant|(?:inter|un)?correlated|collinear"
    r"|(?:im|un)?balanced|noisy|redundant|pointless|worthless|worth (?:it|keeping)|help(?:ful|ing)|no (?:use|good|help)|good(?: enough)?|any good|available|"
    r"installed|supported|there|possible|bad|poor|weak|low|high|better|worse|overfit(?:ted|ting)?|underfit(?:ted|ting)?|leak(?:y|ing)|strange|weird|odd|wrong|"
    r"suspicious"
    r"|(?:the )?same|identical|equal|significant|predictive|informative|mostly (?:empty|missing|blank)|(?:too )?(?:big|small|wide|many|few)|on different scales|linear|(?:almost )?unique|categorical|numeric)"
)
_DOING = (
    rf"{_QUITE}(?:matters?|helps?|hurts?|correlates?|goes? together|overfits?|underfits?|leaks?|improves?|adds? (?:nothing|anything|something|noise)|"
    rf"makes? (?:a|any|no) difference|tells? (?:us |me )?(?:nothing|anything|something)|says? (?:nothing|anything)|"
    rf"carr(?:y|ies) (?:no|any|some) (?:information|signal)|differs?|varies|vary)"
)
_JUDGED = (
    rf"(?:(?:.{{1,60}}? )?(?:it|that|this|they|there|those|these)(?:'s|s|'re|re) (?:to be )?{_BEING}"
    rf"|.{{1,60}}?\b(?:is|are|isnt|arent|isn't|aren't|wasnt|wasn't|was|were|be|being|looks?|seems?|gets?|got|becomes?|turns? out(?: to be)?|has|have|ends? up)\s+(?:to be )?{_BEING}"
    rf"|.{{1,60}}?\s{_DOING}"
    rf"|(?:the |my |our |its |test |train\w* )*{_METRIC}\b.{{0,30}}?(?:below|under|above|over|less|more|lower|higher|greater|worse|better|smaller|at least|at most|"
    rf"drop(?:s|ped)?|f[ae]lls?|went (?:up|down)|goes (?:up|down)|got worse|improved?s?|decreased?s?|increased?s?|suffer(?:s|ed)?|stays? (?:the same|as good|good)|"
    rf"[<>])"
    rf"|.{{1,40}}? {_QUITE}(?:(?:right |left |positively |negatively )?skewed|useless|irrelevant|(?:un)?correlated)"
    rf"|{_BEING})"
)
_RUN_ON = re.compile(rf"^(?:(?:but |and )?only )?{_IF}\b{_ONLY_POLITE}(?P<when> {_JUDGED}[^,;?]{{0,40}}?)\s+(?:please |just |then |we |you |i |should |could |can |shall )*(?P<what>(?:{VERBS}|the log|a log)\b.{{0,200}})$", re.I)
"""A condition that judges a column, the data or a model, with what is to be done behind it: “if tip is skewed take the log”."""
_ASKED_FIRST = re.compile(r"^(?P<when>(?:is|are|does|do|has|have|did)(?:n't|nt)? [^?;]{3,80}?)(?:\s*[?,.;]\s*|\s+)(?:and )?if (?:so|yes|they are|it is|they do|it does|there are(?: any)?|there is(?: one| any)?)\b,? ?(?:then |please |just )*(?P<what>.{3,200})$", re.I)
"""A question whose answer is to decide: “is tip skewed? if so take the log”."""
_LAST = re.compile(
    rf"^(?!(?:(?:only|just|please) )*(?:predict|forecast|tell|see|check|know|find|guess|look|show|test|say|what|how|explain|list|describe|profile|classify|detect|"
    rf"estimate)\b)(?=(?:{VERBS})\b)(?P<what>(?:(?!\b(?:rows?|records?|entries|where)\b|[.;!] )[^?]){{3,160}}?),? (?:but )?(?:only )?(?:if|unless|"
    rf"in case) (?P<when>(?:it|they|that|this|there|its|those|these|the (?!\w+ (?:of|is (?:the|a)) ))[^?,]{{3,160}})$",
    re.I,
)
"""A request that is to wait for something that is said after it: “drop the table if it is correlated with the depth”."""
_LAST_JUDGED = re.compile(rf"^(?:please )?(?=(?:{VERBS})\b)(?P<what>[^,;?]{{2,100}}?),? (?:but )?(?P<only>only )?{_IF} (?P<when>(?:(?:it|they|that|this|those|these|really|its|theyre|it's|they're) )?{_JUDGED})(?: please)?$", re.I)
"""“drop tip if useless”, “log price when it is skewed”"""
_ONLY_IF = re.compile(rf"^(?:please )?(?P<what>(?:{VERBS})\b[^,;?]{{2,80}}?),? (?:but )?only (?:if|when|where) (?P<when>(?:really |it is |its |they are |that is |mostly |too |very |quite |nearly )*(?:empty|missing|blank|needed|necessary|required|sensible|it helps|it matters))$", re.I)
_ONCE = re.compile(
    r"^(?:please )?(?P<what>(?:drop|remove|delete|discard|exclude|scale|standardi[sz]e|normali[sz]e|encode|fill|impute|log|bin|clip|undo|"
    r"rename)\b[^,;?]{2,100}?),? (?P<when>(?:but )?(?:only )?(?:once|as soon as|after|"
    r"when)(?: we know)?(?: that)? (?:(?:the|my|our|an?|all|this|that|it) )*(?:model|models|training|forest|run|job|tuning|comparison|results?|evaluation|score|"
    r"xgboost|everything)s? (?:is|are|has|have|was|were|works?)\b[^,;?]{0,40})[.! ]*$",
    re.I,
)
"""“drop desk once the model is trained”"""
_ONCE_FIRST = re.compile(
    r"^(?:please |and |but |so )*(?P<when>(?:once|as soon as|when|whenever|"
    r"after) (?:(?:the|my|our|its|it is|we have|you have|i have|that is|this is|everything is|we are|you are) )*(?:(?:model|models|training|forest|run|job|tuning|"
    r"comparison|results?|evaluation)s? ?)?(?:(?:is|are|has|have|was|were|been) )*(?:trained|training|ready|done|finished|over|fitted|complete[d]?|there|"
    r"evaluated|in)?)(?:,| then|, then)? (?:please |just |then |you (?:can |should |may )|"
    r"we (?:can |should ))*(?P<what>(?:drop|remove|delete|discard|exclude|scale|standardi[sz]e|normali[sz]e|encode|fill|impute|log|bin|clip|undo|"
    r"rename)\b.{2,120})$",
    re.I,
)
"""“once trained, drop the desk”"""
_WAY = r"(?:mean|median|mode|average|most frequent|knn|zeros?|standard|robust|min-?max|log|sqrt|one-?hot|ordinal|target)\b"
WAY = re.compile(_WAY, re.I)
"""A way to do a step, which may be said without the rest of it: “otherwise the median”."""
_TIE = re.compile(
    rf"^(?:in (?:the )?(?:case|event) of|on|with) (?P<when>(?:an? |the )?(?:ties?|draws?|doubt|overfitting|underfitting|problems?|skew(?:ness)?|"
    rf"(?:low|bad|poor|high) (?:accuracy|score|results?|error)|imbalance|leakage|collinearity)(?: [^,;?]{{1,30}}?)?),? (?:please |just |"
    rf"then )*(?P<what>(?:{VERBS})\b.{{0,200}})$",
    re.I,
)
"""“in case of ties use the forest”"""
_TRAILING = re.compile(
    rf"^(?:please )?(?=(?:{VERBS})\b)(?P<what>(?:(?!\b(?:rows?|records?|entries|where|everyone|everybody|people|those|"
    rf"all)\b)[^;?]){{3,120}}?),? (?:but )?(?:only )?(?:unless|provid(?:ed|ing)(?: that)?|assuming(?: that)?|as long as|so long as|on (?:the )?condition(?: that)?|"
    rf"(?:but )?only if|if(?= (?:you (?:think|find|believe|see|feel)|nobody|no one|nothing|everything|accuracy|(?:the )?{_METRIC})\b)) (?P<when>[^;?]{{4,120}})$",
    re.I,
)
"""What is to be done, and a condition of any kind behind it that names no rows: “drop desk provided that accuracy stays the same”."""
_POLITE = re.compile(
    r"(?:(?:it|that|this|thats|its|that's|it's) ?(?:is |s )?(?:not )?(?:a |an |too |any |all |much |no )*(?:bother|trouble|problem|hassle|ok|okay|fine|alright|"
    r"much|asked|possible|work)|you (?:dont |don't |do not )?(?:mind|object|like|want|can|could|please|prefer)|possible|need(?:ed)?|necessary)\b",
    re.I,
)
_AND_ALSO = re.compile(rf"(?:,| and| but|,? then|[.;]) (?:then |also |please |and )*(?P<also>(?!(?:name|count|target|class|score|rank|test|train|run|set) (?:is|are|has|and|or|,))(?:{VERBS})\b [^?]{{3,200}})$", re.I)
"""A request behind the condition: “drop ticket unless it matters and train a forest”."""
_IF_ELSE = (
    re.compile(rf"^(?:please )?(?P<what>(?:{VERBS})\b[^,;?]{{2,80}}?),? (?:only )?(?:if|unless|when) (?P<when>[^,;?]{{3,60}}?),? (?:else|otherwise|if not|or else|then)\b,? (?:just |please |rather |(?:with |use |take )?(?:the )?)*?(?P<other>{_WAY}[^;?]{{0,60}})$", re.I),
    re.compile(rf"^(?:please )?(?P<what>(?:{VERBS})\b[^,;?]{{2,80}}?),? (?:only )?(?:if|unless|when) (?P<when>[^,;?]{{3,60}}?),? (?:else|otherwise|if not|or else|then)\b,? (?:just |please |rather )*(?P<other>(?:{VERBS}|the|a)\b.{{2,80}})$", re.I),
    re.compile(rf"^(?:if|when|in case) (?P<when>[^,;?]{{3,80}}?),? (?:then )?(?P<what>(?:{VERBS}|leave)\b[^;?]{{2,80}}?),? (?:else|otherwise|if not|or else)\b,? (?:just |please |rather |then )*(?P<other>.{{2,80}})$", re.I),
)
"""“drop it if useless, else encode it”, “use the median if skewed otherwise mean for age”, “if it has outliers use robust scaling otherwise standard”"""
_MAY_WAIT = re.compile(r"\b(?:if|unless|in case|when(?:ever)?|provid(?:ed|ing)|assuming|suppos(?:e|ing)|(?:as|so) long as|should|once|as soon as|after)\b", re.I)


_SEEN_TO = (
    (re.compile(r"\b(?:duplicat\w*|doubles?|doubled|twice|repeat\w*|same row)\b", re.I), "the duplicates", ("drop_duplicates",)),
    (re.compile(r"\b(?:missing|empty|blanks?|gaps?|holes?|nans?|nulls?|unknown|no (?:value|entry))\b", re.I), "the gaps", ("impute", "drop_missing")),
    (re.compile(r"\b(?:outliers?|extremes?|extreme values)\b", re.I), "the outliers", ("handle_outliers",)),
    (re.compile(r"^(?:there (?:is|are) )?(?:any|one|some)(?: (?:there|left|of them|in there))?$|^(?:present|they exist|it exists|there)$", re.I), "", ("drop_duplicates", "impute", "drop_missing", "handle_outliers")),
)
"""What a step looks for by itself, and leaves the table as it is where there is none."""
_ASKS = re.compile(r"(?:what|how|which|who|would|will|does|is|are)\b", re.I)
"""A question behind a condition, which supposes it: “suppose there were four, what would it say”."""
_THEM = re.compile(r"\b(?:them|it|those|these|that)(?! (?:is|are|has|have)\b)\b", re.I)
_MOSTLY = re.compile(r"\b(?:mostly|mainly|too|many|almost|nearly|largely|completely|entirely|half|most|all|more than|\d+ ?%?)\b", re.I)
_GOES = re.compile(r"(?:drop|remove|delete|get rid|throw|ditch|kick|take)\b", re.I)
_LEFT = re.compile(r"(?:just |please |then )*(?:leave|keep|spare) (?:it|them|that|this|everything)(?: (?:alone|as (?:it|they) (?:is|are)|be|in|there))?|(?:just |then )*(?:do )?nothing", re.I)
"""What is no step, in the place of one: “if not skewed leave it, else log it”."""


_FINDS_OUT = re.compile(
    r"(?:(?:can|could|would) (?:you|we) |please |just |now |i (?:want|need|would like|wish) to |id like to |i'd like to |lets |let us |let me |help me )*(?:check|"
    r"see|look|find out|figure out|tell|let me know|test|verify|know|wonder|determine|analy[sz]e|examine|understand|explore)\b[^,.;]{0,20}? (?:if|whether)\b",
    re.I,
)
"""Words that want to know whether something is so, and let nothing wait for it."""
_APART = re.compile(r"(?:[.;!,]|,? (?:and|but)(?: then)?|,? then) (?=(?:(?:only|but) )?(?:if|unless|in case|in the event|when)\b)", re.I)


def waits_behind(text: str) -> tuple[str, Conditional] | None:
    """Parts what is to be done at once from a request behind it that is to wait: “train a forest. if it overfits, limit depth to 5”."""
    if not _MAY_WAIT.search(text):
        return None
    for place in _APART.finditer(text):
        held = waits_for(text[place.end() :]) if place.start() > 3 else None
        if held:
            return text[: place.start()], held
    return None


def waits_for(text: str) -> Conditional | None:
    """Reads what a request is to wait for; None where it is to be done at once, or its rows are told by what holds for each of them."""
    if not _MAY_WAIT.search(text) or _FINDS_OUT.match(text):
        return None
    found = next((match for pattern in (*_IF_ELSE, _ONCE, _ONCE_FIRST, _ASKED_FIRST, _ONLY_IF, _COMMA, _RUN_ON, _TIE, _LAST, _LAST_JUDGED, _TRAILING) if (match := pattern.match(text))), None)
    if found is None or _ASKS.match(found["what"]) or (found.re is not _ONLY_IF and _POLITE.match(found["when"].strip())):
        return None
    when, what, other = found["when"].strip(), found["what"].strip(), (found.groupdict().get("other") or "").strip()
    if other and _LEFT.fullmatch(what):
        what, other = other, ""
    more = None if other or found.re not in (_LAST, _TRAILING) else _AND_ALSO.search(when)
    when = when[: more.start()] if more else when
    noun = next((noun for pattern, noun, _ in _SEEN_TO if noun and pattern.search(when)), "")
    noun = "" if noun == "the gaps" and _MOSTLY.search(when) and _GOES.match(what) else noun  # the column goes, not its gaps
    return Conditional(when, _THEM.sub(noun, what, count=1) if noun else what, other, more["also"] if more else "")


def is_seen_to(when: str, calls: list[Call]) -> bool:
    """Says whether the first step does nothing by itself where the condition does not hold, so that there is nothing to wait for."""
    if re.search(r"\b(?:no|not|n't|few|many|mostly|more than|less than|too|without|unless)\b", when, re.I):
        return False
    return any(pattern.search(when) and calls[0]["tool"] in seen_to for pattern, _, seen_to in _SEEN_TO)
