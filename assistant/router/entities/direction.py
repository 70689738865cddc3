"""Tells which rows are to stay from which are to go: the verb, what is said after the rows, and what stands before each value.

A verb that takes away (“hide”, “throw … out”), or what is said of the rows at the end (“… should not be in there”), turns all
that is said round; “apart from”, “not on a” and the like turn round what follows them alone, so that two of them keep.
"""

from __future__ import annotations

import re

from assistant.router.entities.clause import Clause
from assistant.router.entities.shape import Shape
from assistant.router.tool.triggers.wordlists import DROP

GOES = (
    rf"{DROP}|hide|cut(?: off)?|skip|banish|ban|weed out|screen out|rule out|do away with|dispense with|do without|part with|pass over|(?:leave|put|set) aside|"
    rf"disregard|forget(?: about)?|prune|eject|cross out|clear out|get rid of|spare (?:me|us)|reject|shut out|wipe out|throw|kick|lop off|chop (?:off|out)|"
    rf"turf out|boot out|sling out|cull"
)
"""Verbs for taking rows away."""
_MAY = r"(?:can|could|may|might|should|shall|must|will|would|has to|have to|had to|needs? to|ought to|is to|are to|got to)(?: (?:now|all|just|really|simply|please|therefore|rather|better|both))*"
_DONE = (
    r"(?:removed|dropped|deleted|excluded|discarded|omitted|ignored|eliminated|hidden|skipped|disregarded|erased|scrapped|purged|dumped|banned|tossed(?: out)?|"
    r"cut(?: out| off)?|filtered(?: out)?|left (?:out|aside|behind)|taken (?:out|away|off)|thrown(?: out| away)?|kicked(?: out| off)?|weeded out|ruled out|"
    r"struck(?: off| out)?|put aside|set aside|gone|out|away|of no (?:interest|use|concern|value)(?: to (?:us|me))?|uninteresting|unwanted)"
)
GONE = re.compile(_DONE)
"""What is said of a thing that is taken away."""
_NOT = r"(?:(?:should|must|shall|may|can|could|do|does|are|is|will|would|need|ought|were|was|wo|ca)(?: not|nt)|cannot|cant|wont|never|no longer|shouldnt|mustnt|dont|doesnt|arent|isnt|wouldnt|neednt)"
_PLACE = r"(?:included|part|there|here|in\b|wanted|needed|welcome|allowed|considered|counted|used|kept|shown|seen|listed|belong|stay|remain|appear|count|matter|interest\w*|relevant|present|taken|required|ours\b|mine\b|our (?:area|business|concern|problem|customers?|kind)|go into|play)"
_OF_IT = r"(?: (?:of|from|in) (?:here|there|it|this|that|(?:the|my|our|this|these|all) (?:[a-z]+ ?){1,2}|(?:the )?@))?(?: (?:please|then|now|too|as well|again|completely|entirely|altogether|column|also|first|anyway|at once|right away))*"
_REST = r"(?:all )?(?:of )?(?:the |any |every )?(?:rest|others?(?! than)|other [a-z]+|remaining(?: [a-z]+)?)|(?:every|any)(?:thing|one|body) else|all else"
_APART = r"(?:leave|take|throw|kick|filter|cut|keep|get|pull|turn|put|set|sort|weed|screen|toss|chuck|move|push|wipe|rule|strip|shut|clear|brush|pick|sift)"
COMPLEMENT = re.compile(rf"(?:(?:{GOES}|(?:dont|do not) (?:need|want)|{_APART}) (?:{_REST})(?: (?:out|away|aside|off))?|(?:{_REST}) (?:{_MAY} (?:go|leave|disappear|be {_DONE})(?: (?:out|away))?|goes|out|away|is not (?:needed|wanted)|are not (?:needed|wanted)))(?!\S)")
"""What goes where it is said what stays: “hide the others”, “the rest can go”."""
_NONE_BUT = re.compile(r"(?<!\S)(?:nothing|nobody|no one|none|not anything)(?: (?:else|other))? (?:but|except(?: for)?|other than|besides|apart from|save|than)(?!\S)")
"""“nothing but” says “only”."""
_TO_DO = r"(?:^|(?:^|(?<= ))(?:to|please|lets|let us|so|just|and|then|also|rather|better|you|we|i|should|must|could|would|can|will|may|might|shall|,|:|;) )"
_ORDERED = re.compile(rf"{_TO_DO}(?:{GOES})(?!\S)(?! (?:to|a|an)\b)")
_AFTER_OTHERS = re.compile(
    r"(?<!\S)(?<!that )(?<!which )(?<!who )(?<!were )(?<!was )(?<!be )(?<!being )(?<!they )(?<!he )(?<!she )(?<!have )(?<!has )(?<!had )(?<!did )(?<!the )(?<!a )(?<!no )(?<!@ )(?:drop|"
    r"remove|delete|discard|exclude|omit|eliminate|get rid of|throw (?:out|away)|take (?:out|away)|leave out|kick out|filter out)(?!\S)(?! (?:to|a|an)\b)",
)
"""A verb that takes rows away after words of any kind: “he says uh take out …”."""
_SPARED = re.compile(r"(?:^|(?<= ))(?:dont|do not|never|not|cannot|cant|wont|didnt|not to|no need)(?: (?:want|need|like|have|to|ever|just|please|you|we|i))*$")
_UNWANTED = re.compile(
    rf"{_TO_DO}(?:really )?(?:(?:dont|do not|wont|will not|cant|cannot|would not|wouldnt|no longer|never|shouldnt|should not|must not|"
    rf"mustnt)(?: (?:really|even|want|wish|like|care|to|need|actually|ever))*? (?:want|need|include|use|take|count|show|keep|see|have|like|trust|consider|look at|"
    rf"care (?:about|for))(?!\S)(?! to (?:{GOES})\b)|(?:am |are |im |were )?(?:not|un) ?interested in|have no (?:use|need|interest|time) (?:for|in|of)|"
    rf"rather not (?:have|see|use|include|keep))|^(?:im |we are |were |i am )?(?:not interested in|(?:enough|tired|sick|rid|free) of|no more|"
    rf"(?:away|out|off|down|to hell) with|good ?bye|bye bye|bye|farewell)(?!\S)",
)
_LEADING = re.compile(
    r"^(?:(?:so|and|just|please|but|the|all|rows|data) )*(?:no(?! (?:more|less|fewer|later|earlier)(?!\S))|"
    r"not(?! (?:only|just|more|less|fewer|later|earlier|before|after|older|younger|above|below|over|under|higher|lower|larger|smaller|greater|longer|"
    r"shorter)(?!\S))|never|without|non|minus|none of|nothing|nobody|no one|none|except(?: for)?|apart from|aside from|other than|besides|"
    r"excluding)(?!\S)(?! @ (?:is|are|=|>|<)(?!\S))",
)
_CHANGED = re.compile(r"[#ND] (?:[^#ND]* )?(?:no|not|nor|but|only|just|without|except|instead)(?= )[^#ND]* [#ND]")
"""What is said of the rows after those that a “no” stands before: “no dogs, only cats”."""
_ONLY_OTHERS = re.compile(r"^(?:(?:so|and|just|please|but) )*(?:no|not|without|none of)\b(?: (?!only\b|just\b)[a-z]+){1,3} ?[,;.-] (?:(?:so|but|and|i want|we want|please) )*(?:only|just)\b(?! (?:no|not|out|away)\b)")
"""What shall not be in the rows, by a word that no row has, and then those that stay: “no treadmill, only road”."""
_LACKING = re.compile(r"^(?:(?:the|all) )*(?:no|without|without an?|not) @(?: [a-z]+s)?(?: ?(?:- >|= >|->|=>|:|,))? (?:drop|remove|delete|out|away|go|goes|must|should|can|has to|have to)(?!\S)")
"""What goes as it lacks something: “without balcony out”."""
_SAID_AGAIN = re.compile(r"^(?:(?:so|and|just|please|but) )*(?:no|nothing|nobody|none|without)\b[^#ND@]*[:,;-] (?:so |hence |i mean |that is )?(?:the )?@ (?:must|should|has to|have to|needs? to|may|can|shall|is to|is|are|=|above|below|over|under|at least|at most|only|more|less)\b")
"""What shall not be in the rows, by a word of its own, and then the condition for those that stay: “no kids: age must be over 18”."""
_SPLIT = re.compile(rf"{_TO_DO}{_APART} (?!only|just).{{1,200}}? (?:out|away|off|aside){_OF_IT}$")
_AT_LAST = re.compile(
    rf"^\S+(?: (?!(?:you|me|it|this|even)(?!\S))(?:[a-z@%.]+|,(?= (?:so|hence|therefore)(?!\S)))){{0,9}}?(?: ?[,:;-])? (?:{_MAY} (?:go|leave|disappear|vanish|"
    rf"(?:be |get )?{_DONE})|(?:is|are|be|been|being|gets?|have|to be|all) (?:to be |all |both |simply )?{_DONE}|{_DONE}|excepted|neither|goes|"
    rf"(?<!\bto )(?<!\blets )(?<!\bus )(?<!\byou )(?<!\bwe )(?<!\bi )(?<!\bthey )(?<!\bdo )(?<!\bdid )(?<!\bthat )(?<!\bwho )(?<!\bwhich )go|"
    rf"(?:that |which )?(?:i|we) (?:really )?(?:dont|do not|cannot|cant|never) (?:want|need|trust|like|believe|use|keep|care (?:about|for)|take)|must|"
    rf"(?:out|away|off) (?:they|it|these|those) goe?s?|(?:out|away|off) with (?:them|those|these|it)|"
    rf"(?:has|have|had|got)(?: got)? no (?:place|business|use|@)(?: being)?(?: (?:here|there|in .{{1,20}}))?|(?:disappear|vanish|go away)|"
    rf"{_NOT}(?: (?:to|be|get|ever|also|even|any|of))* {_PLACE}.{{0,30}}|(?:is|are) (?:unwanted|superfluous|unneeded|undesired)|"
    rf"{_APART} (?:it|them|those|these|that) (?:out|away|off|aside)|{_TO_DO}(?:{GOES})(?: (?:it|them|those|these|out|away))*|"
    rf"{_TO_DO}without (?:it|them|those|these))(?: (?:out|away|off))?{_OF_IT}$",
)
_VERB_LAST = re.compile(
    r"[#ND](?: (?!not(?!\S)|dont(?!\S)|never(?!\S)|to(?!\S)|or(?!\S)|and(?!\S))[a-z%.@]+){0,2}? (?:drop|remove|delete|exclude|discard|skip|cut|"
    r"throw(?: out| away)?|kick(?: out)?|hide|ban|ignore|omit|toss|ditch|bin|chuck(?: out)?)(?: (?:out|away|them|it|those|these|please|rows?|all))*",
)
"""The verb after the rows: “height under 10 cm drop”."""
_EXCEPTION = r"except(?:ing)?(?: for)?|(?:apart|aside) from|other than|different from|save for|besides|barring|with the exception of|excluding|not counting|(?:all|each|every[a-z]*|any[a-z]*|whole [a-z]+)(?: (?!only|just|not|but)[a-z@]+){0,4} (?:but|save|bar)(?: for)?"
ALL_BUT = re.compile(
    rf"(?:(?:i|we|you|please|just|would|should|shall|like|want|need|to|id|prefer|might|may|can|could|lets|let us|rather|now|and|so|then|keep|use|take|show|see|"
    rf"have|work|with|on|look|at|leave|retain|consider|include|continue|go|carry) )*(?:me )?(?:all|each|every[a-z]*|any[a-z]*|"
    rf"the whole [a-z]+)(?!\S)[^#ND]{{0,40}}? ?(?:{_EXCEPTION}|(?:but|save|bar)(?: not)?)(?!\S)",
)
"""“keep everything apart from …”."""
_DENIED = r"nothing|nobody|no one|none|not|no|non|never|neither|nor|without|minus|isnt|arent|wasnt|werent|dont|doesnt|didnt|hasnt|havent|hadnt|not_in|doesnt equal|! =|!=|<>"
_TURNED = re.compile(rf"(?:^|(?<= ))(?:{_EXCEPTION}|but (?:not|no|never)|{_DENIED})(?: (?!(?:and|or|but|only|just|then|while|because|if|as|so|more|less|fewer|later|earlier|older|younger|above|below|over|under|least|most|after|before)(?!\S))[a-z'(@\[-]+){{0,6}}$")
_JOINED = re.compile(r"(?:(?:and|or|nor|,|/|&|the|those|ones|in|from|of|with|on|at|any|all|an?|@|also|either|neither|as well as|by|rows|cases|for|\)|\(|\]|\[|'|plus|[a-z]+s) ?)*")


class Direction:
    """Which way a clause turns the conditions in it."""

    def __init__(self, shape: Shape) -> None:
        self.words = shape.words
        plain = COMPLEMENT.sub(_blank, _NONE_BUT.sub(_blank, shape.text))
        self.plain = plain.split(" ")
        self.text = plain
        self.complemented = COMPLEMENT.search(shape.text) is not None
        self.opening = _opening(plain)
        """How many characters the words take up that take away and stand before the rows."""
        if self.opening and _LACKING.match(plain) and self._ends_away():
            self.opening = 0  # “no balcony flats out” leaves those that have one
        self.removes = self.opening > 0 or _SPLIT.search(plain) is not None or self._ends_away()
        """Whether the rows that the conditions describe are to go."""

    def _ends_away(self) -> bool:
        last = max((place for place, word in enumerate(self.words) if word in _THINGS), default=max((place for place, word in enumerate(self.words) if word == "@"), default=None))
        if last is None:
            return False
        rest = " ".join(self.plain[last:])
        return _AT_LAST.search(rest) is not None or _VERB_LAST.fullmatch(rest) is not None

    def turns(self, place: int) -> bool:
        """Says whether what stands at a place of the shape is turned round by the words right before it: “not on a”, “apart from”."""
        before = max((other + 1 for other in range(place) if self.words[other] in _THINGS), default=0)
        gap = self.plain[before:place]
        opened = self.text[: self.opening].strip().count(" ") + 1 if self.opening else 0
        return _TURNED.search(" ".join(gap[max(0, opened - before) :])) is not None

    def turned(self, places: list[int]) -> list[bool]:
        """Says of each value of one column whether it is turned round; what is only joined to another one goes its way: “not a or b”."""
        found: list[bool] = []
        for index, place in enumerate(places):
            gap = " ".join(self.plain[places[index - 1] + 1 : place]) if index else ""
            found.append(found[-1] if index and _JOINED.fullmatch(gap) else self.turns(place))
        return found


_THINGS = ("#", "N", "D")


def _blank(match: re.Match[str]) -> str:
    return " ".join("~" for _ in match[0].split(" "))


def _opening(text: str) -> int:
    for pattern in (_UNWANTED, _ORDERED, _AFTER_OTHERS) if _SAID_AGAIN.match(text) else (_LEADING, _UNWANTED, _ORDERED, _AFTER_OTHERS):
        match = pattern.search(text)
        if match is None or re.search(r"(?<!\S)[#ND](?!\S)", text[: match.start()]) or (pattern is _LEADING and _ONLY_OTHERS.match(text)):
            continue
        if not (pattern is _LEADING and _CHANGED.search(text)) and not (pattern in (_ORDERED, _AFTER_OTHERS) and _SPARED.search(text[: match.start() + match[0].rfind(" ") + 1].strip())):
            return match.end()
    return 0


def direction_of(clause: Clause) -> Direction:
    """Reads the direction of a clause once for all that ask."""
    notes = clause.context.notes.setdefault(clause.text, {})
    if "direction" not in notes:
        notes["direction"] = Direction(clause.shape)
    found: Direction = notes["direction"]
    return found
