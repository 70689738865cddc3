"""Tells what is said beside a request from requests: small talk, reasons, stories, how the answer shall be, and what is taken back."""

from __future__ import annotations

import re

from assistant.router.asking.refuse import is_chatter, is_refusal
from assistant.router.context import Call, RouterContext
from assistant.router.dialogue.acceptance import ONLY_KNOWN
from assistant.router.entities.clause import Clause
from assistant.router.entities.vocabulary import with_signs
from assistant.router.entities.words import TRADE
from assistant.router.parts.lead_in import OF_ONESELF
from assistant.router.parts.segment import opens_with_verb, starts_with_verb
from assistant.router.tool.triggers.wordlists import SIMPLY

MANNER = re.compile(
    rf"(?:(?:tell|explain|say|answer|show|describe|put|give)(?: it| that| this| to| me| us)* )?(?:{SIMPLY}|"
    rf"(?<=it )(?:for|to|so that) (?:an?|my|the|our|someone|somebody|people)\b(?: [\w-]+){{1,6}}|briefly|shortly|honestly|in (?:short|detail))|"
    rf"(?:be|keep it|make it) (?:honest|brief|short|quick|simple|kind|frank|careful)",
    re.I,
)
"""How the answer shall be, which is no request of its own: “… tell me in simple words”."""
TAKEN_BACK = re.compile(r"(?:actually |better |rather |but |or |oh |maybe )*(?:(?:leave|keep|spare|skip) (?:it|them|that|those)(?: (?:out of it|as (?:it is|they are|is)|alone|be))*|dont(?: do (?:it|that))?|never ?mind|forget (?:it|that|about it)|better not|rather not)", re.I)
"""The request before it is taken back: “encode sex, actually leave it”."""
AGAIN = re.compile(r"(\w+) (?:it|them|that|those|these|both)(?: please| for me| now)*", re.I)
"""What was asked for already: “is a.csv still similar? compare them”."""
MENDED = re.compile(
    r"(?:please |just |so )*(?:fix|mend|repair|correct|solve|cure|clean|tidy|sort|handle|deal with|do something about|take care of|see to) (?:it|that|this|them|"
    r"those|these)(?: up| out)?(?: please| for me| then| now)*|(?:please |just |so )*(?:fix|mend|repair|solve)(?: please| now)*",
    re.I,
)
"""What only asks to do what the statement before it called for: “the fare is skewed, fix that”."""
CLOSING = re.compile(
    r"(?:(?:and|so|now|ok|okay|then|please|just|well|right) )*(?:go(?: go)*(?: ahead| for it)?|lets (?:go|do (?:it|this)|roll|get (?:going|started|cracking))|"
    r"off (?:we|you|it) goe?s?|here (?:we|it|i) goe?s?|hit it|make it so|do it|(?:go|work) (?:by|with|from|on) (?:that|it|this|them)|"
    r"get (?:going|cracking|to it|on with it)|"
    r"(?:that|this)(?:s| is| will be| would be|ll be)(?: really| about)? (?:it|all|everything|that|the lot|enough|all (?:i|we) (?:want|need)\w*|"
    r"what (?:i|we) (?:want|need)\w*)|(?:all |and )?(?:done|finished|ready|set)|"
    r"(?:(?:can|could|will|would) you )?(?:show|tell|give) (?:me|us)(?: (?:that|those|them|it|these))?(?: please| now)?|"
    r"let (?:me|us) (?:see|have)(?: (?:it|them|that|those))?|nothing (?:else|more)|(?:ever |very |so )+much(?: indeed)?|"
    r"(?:that(?:s| is)|you are|youre|its|it is)?(?: (?:very|so|most|too|really))* (?:kind|sweet|good|nice|helpful) of you|much (?:obliged|appreciated)|"
    r"(?:kind|best|many|warm) (?:regards|wishes|thanks)|have a (?:nice|good|lovely) \w+|over(?: and out)?|(?:the )?end|fin|"
    r"(?:i am|im|were|we are) (?:done|finished|ready|good)|lol|haha|cheers|basta|voila|amen)"
    r"(?: (?:for (?:now|today|the moment|me|us)|then|now|please|really|from me|folks|everyone))*",
    re.I,
)
"""What only closes an order, and asks for nothing of its own: “…, go”, “… that's it for now”."""
GIVEN_UP = re.compile(
    r"(?:forget(?: about)?|scrap|skip|never mind|no|not|leave|enough of|drop) (?:the |that |this |an? |with )*MODEL(?: thing| idea| model)?(?: please| thanks|"
    r" this time)?|(?:an? |the )?MODEL (?:is|seems?|looks?|would be|feels?|sounds?) (?:just |a bit |a little |really |way |far |also |probably |"
    r"surely )*(?:overkill|too [a-z]+)(?: too| as well| anyway| here| for (?:this|that|us|now))*",
)
"""A model that is not wanted any more, before what is: “forget the svm, …”."""
LEFT_AS_IS = re.compile(r"(?:leave|keep) (?:the |my |all )*@(?: (?:,|and|,? and) (?:the )?@)* (?:as (?:it|they) (?:is|are)|as is|alone|untouched|unchanged|in peace)(?: please)?")
"""What stays as it is anyhow, beside a request: “leave the fees as they are and log the tip”."""
_STORY = re.compile(r"(?:i|im|id|ive|we|were|my|our|me|you|this|that|thats|it|its|the|there|theres|they|theyre|these|those|because|since|so|as|if|when|no|not|never|dont|yes|ok|what|how|who|also|and|or|for|in|of|at|on|with|just|please|to|far|too|quite|very|some|many|most|once|maybe|perhaps)\b", re.I)
TELLS = re.compile(r".*\b(?:hardly|barely|scarcely|too (?:few|many|much|little)|is|are|was|were|isnt|arent|has|have|had|never|always|seems?|looks?|makes?|leaks?|contains?|shows?|means?|costs?)\b", re.I)
"""A statement, which is the background of the request that follows."""
_RELATIVE = re.compile(r"which (?:is|was|are|makes|means|seems|looks|feels) (?!the\b|best\b|better\b|it\b|worse\b|worst\b|more\b|most\b)", re.I)
"""What is thought of the part before: “…, which is kind of cheating”."""


_DISCUSSED = re.compile(r"(?:so |well |now |and )*what (?:we|i|they|my \w+|our \w+) (?:have |had |ve |just |all )*(?:discussed|talked about|agreed(?: on)?|noticed|saw|found(?: out)?|learned|heard|thought|figured|realised|realized|understood|concluded)\b.{0,60}? (?:is|was|were) (?:that )?", re.I)
"""What was spoken of before, which only tells why: “what we discussed was that the cargo bikes are a different story”."""


_TOLD = re.compile(r",\s+(?:and |but )?(?P<told>(?:this|the|my|our|these|he|she|we|i)\b[^,;.]{3,80})$", re.I)
_OF_THE_TABLE = frozenset(["name", "called", "rest", "others", "file", "table", "sheet", "separated", "delimiter", "separator", "commas", "comma", "header", "encoding", "dates", "day", "month"])
_PAST = re.compile(r"\b(?!need\b|indeed\b|speed\b|feed\b|seed\b)[a-z]{2,}ed\b", re.I)


_KEEPS_ASKING = re.compile(r"(?:and |but )?what (?:they|we|he|she|you|people|everyone|everybody|(?:my|our|the) \w+) (?:all )?(?:keeps?|kept|always|constantly) \w+", re.I)
"""What people keep saying, which only tells why: “what they keep asking me is whether …”."""


def without_story(text: str, context: RouterContext) -> str:
    """Takes off a statement at the end that names nothing of the table or the trade: “take 100 random rows, this laptop is old”."""
    match = _TOLD.search(text)
    if match is None or not (TELLS.match(match["told"]) or _PAST.search(match["told"])):
        return text
    told = Clause(match["told"], context)
    speaks = with_signs(told.masked) != told.masked or told.columns or told.values or told.numbers or any(token.quoted or token.norm in TRADE or token.norm in _OF_THE_TABLE for token in told.tokens)
    return text if speaks or len(text[: match.start()].split()) < 2 else text[: match.start()]


def asks_for_something(text: str, clause: Clause, late: bool) -> bool:
    """Says whether a part that was not understood is more than small talk, a reason or a story; what comes late is rarely one."""
    if is_refusal(text) or _RELATIVE.match(text) or _DISCUSSED.match(text) or _KEEPS_ASKING.match(text):
        return False
    if clause.columns and clause.columns[0].start == 0 and clause.columns[0].score >= 1.2 and late is False:
        return False  # “Sample ID carries no meaning, …” tells of a column
    if starts_with_verb(text) or (opens_with_verb(text) and len(clause.tokens) > 2 and not is_chatter(text)):
        return True
    return late and len(clause.tokens) > 1 and not is_chatter(text) and not is_refusal(text) and _STORY.match(text) is None


def is_aside(text: str, calls: list[Call]) -> bool:
    """Says whether a part only tells about the person or what is known: “I am new to this, …” asks for no help where a request follows."""
    if all(call["tool"] == "acknowledge" for call in calls):
        return ONLY_KNOWN.match(text) is not None
    return OF_ONESELF.match(text) is not None and all(call["tool"] in ("suggest", "help", "tour") for call in calls)
