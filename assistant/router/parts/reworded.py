"""What is written otherwise before a message is cut into its requests: “on with the forest”, “since it is noise, drop it”."""

from __future__ import annotations

import re

from assistant.router.parts.verbs import GLUE, VERBS
from assistant.router.tool.sieve import Changes
from assistant.router.wording.passive import GONE, MAY

_SEMICOLON = re.compile(r"(?<=\bis) ;(?= |$)|(?<=\bwith) ;(?= |$)|(?<=\bby) ;(?= |$)|(?<=\bare) ;(?= |$)|(?<=[=:]);|(?<=[=:]) ;|(?<=\bdelimiter) ;|(?<=\bseparator) ;")
"""A semicolon that is spoken of, and ends no sentence: “the delimiter is ;”."""
_REST_FIRST = re.compile(
    r"(?:,|;|,? (?:and|but))\s+(?:with |in )?(?P<rest>(?:all )?the (?:rest|others?|remaining (?:ones|columns|gaps|holes))|everything else) (?:you |we |please |"
    r"should (?:be )?|can (?:be )?|is |are |gets? |just )*(?P<verb>fill|impute|drop|remove|delete|scale|encode|keep|one-hot encode|clip|transform|standardi[sz]e|"
    r"normali[sz]e)(?:e?d|led|ped)?\b",
    re.I,
)
"""“…, the rest fill with the mean”."""
_ABBREVIATED = re.compile(r",?\s*\b(?:i\.e\.|e\.g\.|ie:|eg:|aka)\s*,?", re.I)
_NAMELY = re.compile(rf"(?:^|(?<=[.;\n]))[^.;\n]{{3,120}}?[\s,(:-]+(?:i\.e\.|ie:|in other words|that is to say|in short|to put it simply|meaning)[\s,:]+(?={GLUE}(?:{VERBS})\b)", re.I)
"""What is said again more exactly after it: “forget the old ones, i.e. drop the rows before 2010”."""
_RATHER = re.compile(r"(?:^|,? )(?:but )?not (?:with |to |in |at )?(\d[\d.]*%?)((?: [a-z]+)?),? (?:but |use |rather |take |make it |instead )(?:with )?(\d[\d.]*%?)(?![\d.]|\w)", re.I)
"""A number that takes the place of another: “not with 100 trees, use 400”."""
_NEVER_MIND = re.compile(r"^((?:please |oh |no )*(?:never ?mind|forget(?: about)?|enough of|scrap|skip) (?:the |that |an? )[^,;.\n]{3,40})[,;] (?=(?:just |rather |instead |better |only )*(?:an?|one|the|some)\b|(?:just|rather|instead|better|only) )", re.I)
"""What is not wanted any more, before what is: “never mind the histogram, a box plot will do”."""
_NOT_YET = re.compile(rf"^((?:please )?(?:dont|do not|no need to|never) [^,;\n]{{3,40}}? (?:yet|for now|at all|right now|anymore|any more)) (?=(?:just|only|first|simply|rather|please) (?:{VERBS}|tell|say|look)\b)", re.I)
"""What is not to be done yet, before what is: “dont train anything yet just show me which models would work”."""
_SHALL_BE = re.compile(r"\b(?:not|dont|wont)\b(?: [a-z]+){0,4} (\d[\d.]* ?[/:] ?\d[\d.]*(?: ?[/:] ?\d[\d.]*)?),? (?:but |and )?(?:it|that|this|we|i) (?:shall|should|must|ought to|has to|need to|needs to|want) (?:be |have )?(\d[\d.]* ?[/:] ?\d[\d.]*(?: ?[/:] ?\d[\d.]*)?)", re.I)
"""Shares that take the place of others: “I will not have it split 70/30, it shall be 80/20”."""
_RATHER_THAN = re.compile(rf"(?:^|(?<=[.;,\n] ))(?:instead of|rather than) [a-z]+ing\b[^,.;\n]{{0,40}}?,? (?=(?:please |just |better )*(?:{VERBS})\b)", re.I)
"""What is not to be done, before what is: “rather than filling the age, drop those rows”."""
_INSERTED = re.compile(
    r",\s+(?:as (?:i|we|you|they|he|she|my \w+|our \w+|always|usual|ever)\b|"
    r"if (?:(?:that|it|this)(?:s| is| isnt| would be)|possible|at all|you (?:can|dont mind|like|please)|i may)|i (?:think|guess|suppose|believe)|by the way|"
    r"to be honest|you know|of course|for instance|frankly|honestly)[^,.;:\d]{0,60},\s+",
    re.I,
)
"""What is put in between two commas and asks for nothing: “…, if that is at all possible, …”."""
_LATER = re.compile(r"(?<=\bme) (?:after|afterwards|later|then)(?= (?:which|what|how|if|where|the)\b)", re.I)
_TO_GO = re.compile(rf"(?:[,;.]\s+(?:(?:and|then|plus|also|so|after that|afterwards|finally) )*|\s+and also )(?P<what>(?:the |my |our )?[^\s,;.]+(?: [^\s,;.]+){{0,5}}?) {MAY} (?:{GONE})(?= too\b| as well\b| please\b|$|[,;.])", re.I)
"""What is to go, said after another request: “…, also the id can be removed”."""
_AWAY_WITH = re.compile(r"(?:^|[,;.:]\s+|\band\s+)(?:so |then |and )?(?:out|away|off) with (?=\w)", re.I)
"""“…, out with them”."""
_SINCE_IT = re.compile(r"(?:^|[,;.]\s+|\s+and )(?:because|since|as) (?P<why>[^,;.:]{5,80}?) (?=(?:please |just )?(?:drop|remove|delete|discard|exclude|ditch|throw|get rid of|chuck|bin) (?:it|them|that|those)\b)", re.I)
_TARGET_TOLD = re.compile(r"(?<=\w),? (?:as|because|since|cause|for) (?P<told>(?:the |my |our )?[\w.-]+(?: [\w.-]+)? is (?:already |also |really )?(?:the |our |my |what is the )?(?:target|label|outcome|goal))\b", re.I)
"""“drop asking_price as price is the target”"""
_BECAUSE = re.compile(
    rf"(?:^|[,;.]\s+(?:(?:and|then|but|so),? )*|\s+and )(?:because|since|seeing that|"
    rf"given that) (?P<why>[^,;.:]{{5,120}}?)(?:,? (?:so |"
    rf"then )?(?=(?:we|you|i) (?:also |just |really )*(?:can|could|should|must|may|might|would like|want|need|have)\b)|"
    rf", (?:so |then )?(?=(?:please |just |better )*(?:{VERBS})\b))",
    re.I,
)
"""A reason before what is wanted: “…, and since nobody reads the notes, drop them”."""
_ITSELF = re.compile(r" (?:itself|themselves)(?= (?:must|should|can|has|have|needs?|is|are|may|might)\b)", re.I)
_CALLED_SO = re.compile(r"(?:,| -)\s+(?P<name>[\w-]{2,20}(?: [\w-]{2,20}){0,2}?),? (?:(?:i|we) (?:think|believe|guess|suppose),? )?(?:it|that|this)(?:s| is) (?:called|named|known as)(?:,? (?:i think|i believe|i guess|or so|or something))?(?=$|[.,;!?])", re.I)
"""What a way is called, told after what it shall do: “fill them from similar rows, KNN I think it is called”."""
_BY_RULE = re.compile(r"(?<=\w)[;,.:] +(?:by |with |using |the )*(?P<rule>z[ -]?scores?|iqr|tukey|isolation forest)(?:,? (?:and )?(?:(?:with|at|by|a|the) )*(?:limit|threshold|cut ?off|factor|bound)(?: (?:of|is|=|at))? ?(?P<bound>\d[\d.]*\d|\d))?(?=[.! ]*$)", re.I)
"""The rule by which values are odd, told after what is to be done to them: “…; z-score, limit 3”."""
_NEEDED_OF_ALL = re.compile(
    r"(?P<rest>\b(?:drop|remove|delete|discard|exclude|ditch|throw (?:out|away)|get rid of|kick out|lose) (?:all )?(?:of )?(?:the (?:rest|others?)|"
    r"everything else|all else|others)(?: (?:columns?|out|away))?)[,;.:]? (?:and |but |as |because |since )?(?:i|we) (?:(?:really|only|just|do|still) )*(?:need|"
    r"want|use|care about) ",
    re.I,
)
"""What stays of all, told after the rest that goes: “drop the rest, we need the age”."""
_ON_WITH = re.compile(r"[,;]\s+(?:and )?on with (?=\w)", re.I)
_AND_ALSO = re.compile(r"^(?P<first>(?:the )?(?:years?|months?|days?|weekdays?|hours?|minutes?|quarters?|weeks?)),? (?:and also|and then|then also) (?=\w)", re.I)
"""“month and also weekday of the date”"""
_BARE_TRAIN = re.compile(r"\b(?P<first>split|prepare|clean up|clean|encode|scale|impute)(?P<it> it| the data| everything| all)?(?:,? and|,|,? then)(?: then)? train(?: something| a model| it)?(?=\s*(?:$|[.,;!]))", re.I)
_SO_GOOD = re.compile(r"\b(?:(?:be|are|would you be) so (?:good|kind|nice|friendly)(?: as)? (?:as )?to|be kind enough to)\b", re.I)
_ROWS_GO = re.compile(
    r"(?:^|(?<=[,;.] ))(?P<what>(?:the |all |any |every )*[^\s,;.]+(?: [^\s,;.]+){0,2} (?:above|below|over|under|beyond|past|less than|more than|greater than|"
    r"older than|younger than|higher than|lower than|[<>]=?) -?\d[\d.]*%?)(?: (?:should|must|can|has to|have to))? (?:out|away|gone|off|"
    r"go(?:es)?)(?= (?:too|please|also)\b|\s*$|[,;.!])",
    re.I,
)
"""“delay over 60 out”"""
_GO_TOO = re.compile(r"(?P<first>drop rows with [^\n;.]{3,80}?)(?: too)?,? (?:and )?(?P<other>(?:the |those |all )*[^\s,;.]+(?: [^\s,;.]+){0,2} (?:above|below|over|under|beyond|past|less than|more than|[<>]=?) -?\d[\d.]*%?) (?:too|as well|also|likewise)(?=$|[,;.])", re.I)
_THOSE_GO = re.compile(r"(?:^|(?<=[,;.] ))(?P<what>(?:the |all |any |every )*[a-z]+ (?:with|without|with no|lacking|missing) (?:an? |any |the )?[^\s,;.]+(?: [^\s,;.]+)?)(?: (?:should|must|can|has to|have to))? (?:out|away|gone|off|go(?:es)?)(?= (?:too|please|also)\b|\s*$|[,;.!])", re.I)
"""“visits without a bill out”"""
_UNDO_AND = re.compile(r"\b(?P<undo>undo(?: (?:that|it|this))?)[,;.:-]? +(?=(?:i|we) (?:really |actually |had )?(?:wanted|meant|intended)\b|(?:it |that )?should have (?:been|said)\b)", re.I)
"""“undo, I wanted the fare”"""
_CV = re.compile(r"(?:^|(?<=[,;.\n] ))cv(?= (?:the|my|our|an?|this|that|it|them)\b)", re.I)
_THEN_BY = re.compile(r"(?P<chart>\b(?:plot|box ?plots?|boxplots?|histogram|violin|draw|bar chart)\b[^,;.\n]{2,60}? (?:by|per) [^,;.\n]{2,40}?),? (?:and )?then by (?=\w)", re.I)
_ONLY_THEN = re.compile(r"^(?P<rows>(?!(?:keep|show|take|use|drop|remove|plot|train|scale|fill|encode|log|please|only|just|select|filter)\b)[^\s,;.\n]+(?: [^\s,;.\n]+){0,3} only) (?=(?:drop|remove|delete|fill|impute|scale|encode|one-?hot|train|fit|log|clip|bin|split|plot|count)\b \S)", re.I)
"""“foxes only drop notes”"""
SPARED = re.compile(r"\b(?:everything|all|anything|every \w+)\b[^.;:]{0,20}?\b(?:except(?: for)?|but|besides|other than|apart from)\b[^.;:]*$", re.I)
"""Words after which a list says what stays, and not what may go: “everything except age, fare and sex can go”."""


def _gone_after(match: re.Match[str]) -> str:
    first = _TO_GO.search(match.string)
    return match[0] if first and SPARED.search(match.string[: first.start()]) else match.expand(r"\n drop \g<what>")


REWORDED = Changes(((_ONLY_THEN, r"\g<rows>\n "), (_CV, "cross-validate"), (_THEN_BY, r"\g<chart>\n by "), (_UNDO_AND, r"\g<undo>\n "), (_ROWS_GO, r"drop rows with \g<what>"), (_GO_TOO, r"\g<first>\n drop rows with \g<other>"), (_THOSE_GO, r"drop \g<what>"), (_TARGET_TOLD, r"\n \g<told>"), (_SINCE_IT, r"\n because \g<why>\n "), (_BARE_TRAIN, r"\g<first>\g<it>\n train a model"), (_SO_GOOD, "please"), (_AND_ALSO, r"\g<first> and "), (_ON_WITH, "\n use "), (_NEEDED_OF_ALL, r"\g<rest>, keep "), (_BY_RULE, r" by \g<rule> \g<bound>"), (_ITSELF, ""), (_NEVER_MIND, "\\1\n "), (_NOT_YET, "\\1\n "), (_SHALL_BE, r" split \2"), (_CALLED_SO, r" with \g<name>"), (_BECAUSE, r"\n because \g<why> \n "), (_AWAY_WITH, "\n drop "), (_LATER, ""), (_RATHER_THAN, ""), (_RATHER, r" with \3\2"), (_INSERTED, " "), (_NAMELY, ""), (_REST_FIRST, r"\n \g<verb> \g<rest>"), (_ABBREVIATED, " "), (_TO_GO, _gone_after), (_SEMICOLON, " semicolon")))
"""What is written otherwise before the text is cut, in this order."""
