"""Recognises that somebody asks what a word of the trade means, however the question is framed: “bro, what on earth is recall?”."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause
from assistant.router.tool.triggers.wordlists import SIMPLY, TOLD_AFTER
from tools.help.glossary import TERMS

LONGEST_TERM = 4
"""How many words a term has at most."""
_WORD = re.compile(r"[^\W_]+(?:[-_.'’&][^\W_]+)*|[+*/=<>%#@]")
_ASKING = """
was work works goes good decent does
what whats which wtf how is are be been might would could can may do does did s the a an of in it its that thats this these those they to me us my our your you i im ive we
one people everyone everybody everywhere somebody someone anybody anyone boss teacher colleague colleagues manager friend report paper article book news course lecture
always constantly often keep keeps kept hear hears hearing heard read reading see seeing saw seen say says said saying talk talks talking speak speaks speaking mention
mentions mentioned used using come comes came across word words term thing things concept concepts expression phrase jargon stuff call called name named about by with for
from as again exactly actually really even here please pls plz sorry pardon excuse ignorance forgive apologies hey hi hello yo ok okay so and but well hmm hm um uh oh ah
bro mate dude man sir guys buddy pal lol haha thanks thank question quick stupid silly dumb noob beginner newbie newcomer layman maybe just also then once more anyway
never ever not know understand understood get got remember remind dont cant didnt couldnt havent no idea clue idk explain define definition describe clarify elaborate tell
teach want wanna like love need curious wonder wondering wonders simple simply plain mean means meant meaning supposed stand stands hell heck earth world gods freaking
bloody on at all if out there while when asked ask asks explained eli5 have has had kind first would before must advise enlighten
"""
_FRAME = frozenset(_ASKING.split())
"""Words that only frame a question; all that a message has beside the term."""
_HEAD = r"(?: (?:score|curve|model|models|algorithm|method|plot|chart|matrix|encoding|encoder|split|sampling|search|test|metric|loss|thing|stuff|value|values|rate))?"
_PURPOSE = re.compile(r"\b(?:(?:good|used|needed|there|meant) for|the (?:point|purpose|use|idea) of)\b")
_MEANING = re.compile(
    r"\b(?:mean|means|meant|meaning|define|definition|stands? for|heard of|hear(?:ing)? of|hear(?:ing)? about|eli5|called?|word|term|concept|expression|jargon|"
    r"what (?:an? )?TERM (?:is|are)|TERM (?:thing|stuff)|"
    r"TERM (?:that |which )?(?:you|they|people|everyone|everybody|we|he|she) (?:\w+ )?(?:speak|talk|mention|say|hear|use)\w*)\b",
)
"""What asks for the meaning even of “the recall”, which else is the recall of a model."""
_ASKED = re.compile(
    r"\b(?:mean|means|meant|meaning|define|definition|stands? for|eli5|explain(?:ed)?|clarify|wtf|"
    r"(?:dont|didnt|never|not|cant|couldnt) (?:\w+ )?(?:know|understand|understood|get|got|remember|hear|heard)|(?:no (?:idea|clue)|idk) what|"
    r"hear(?:ing)? (?:of|about)|remind me|(?:do|would|did) (?:you|they|people) call|tell (?:me |us )?about|whats|what (?!does|do)(?:\w+ ){0,4}?(?:is|are|be|s)|"
    r"what (?:an? )?TERM (?:is|are|does|was)|TERM (?:\w+ ){0,3}what (?:is|was) (?:that|it)|how (?:does|do|would) (?:an? )?TERM (?:work|go)|"
    r"how (?:an? )?TERM works?)\b"
)
_BY_ITS_MEANS = re.compile(r"\b(?:explain|describe|show|tell)\w*(?: (?:me|us))?(?: (?:it|this|that|them|these|those|(?:the|my|our|its) [a-z]+))?(?: [a-z]+)? (?:with|using|by|via|through) (?:the |its |an? )?TERM\b")
"""A term that is only the means of an explanation: “explain it with shap”."""
_BY_THE_MEAN = re.compile(r"(?!.*\b(?:what|whats|do|does|define|explain|understand|know)\b)(?:.*\bmean[ -](?:imput|fill)|.*\b(?:imput|fill)\w*(?: (?:it|them|those|everything|all|with|by|using|via|to|as|at|the|a|its|their|in))* mean\b)")
"""The mean as the way of doing it: “impute with the mean”, “mean imputation”."""
_REACHES = re.compile(r"(?<!dont )(?<!didnt )(?<!never )(?<!not )(?<!cant )\b(?:get|got)\b")
"""“what does a baseline get?” asks for its score."""
_PERHAPS = re.compile(r"\b(?:what|whats|how|mean|means|meant|meaning|define|definition|explain|explained|describe|clarify|stands?|eli5|wtf|idk|know|understand|understood|get|got|remember|remind|heard|hear|hearing|clue|idea|call|about)\b")
"""Without any of these words nobody asks what something means."""
_OF_THIS_MODEL = re.compile(r"\b(?:the|my|our|its|your|this|these|that|those)(?: own| new| best)? TERM\b|\b(?:good|decent|suitable|right|best|fitting|nice|sensible) TERM (?:for|here)\b")
_PERSON = re.compile(r"\b(?:my|our|the|a|some) [a-z]+ (?=(?:always |just |only |often |constantly )?(?:(?:keeps?|kept) )?(?:ask|say|said|talk|mention|us(?:es|ed|ing)\b|writ|wrote))")


def term_asked(clause: Clause) -> str | None:
    """The term whose meaning is asked for, as it was written; None where the words ask for something else, or for a column."""
    found = _term(clause.text)
    if found is None:
        return None
    start, end, only_explained = found
    if only_explained and clause.context.runs:
        return None  # “explain shap” draws it where there is a model
    if (clause.columns and _plain(clause.text[start:end]) in _HOLDERS) or any(clause.word(mention.start - 1) in ("called", "named") for mention in clause.columns):
        return None  # “tell me about the column called mean”
    if any(clause.word(mention.start) in _MEANS and mention.end - mention.start == 1 for mention in clause.columns):
        return None  # “histogram of mean” draws the column of that name
    named = [clause.tokens[mention.start].start < end and start < clause.tokens[mention.end - 1].end for mention in clause.columns]
    return None if any(named) else clause.text[start:end]


_MEANS = frozenset(["mean", "means", "term", "word", "name", "call", "kind", "question", "work"])
"""Words that frame a question where no column is called so."""
_HOLDERS = frozenset(["column", "columns", "feature", "features", "variable", "field"])


_COMPARED = re.compile(
    r"\b(?:differences? (?:is )?(?:between|of) (?:an? |the )?(?P<a>[\w' -]{2,40}?),? (?:and|vs\.?|versus|or) (?:an? |the )?(?P<b>[\w' -]{2,40}?)|"
    r"(?:how|what) (?:is|are|does|do) (?:an? )?(?P<c>[\w' -]{2,40}?) (?:different|differs?) from (?:an? )?(?P<d>[\w' -]{2,40}?)|"
    r"(?P<e>[\w'-]{2,40}(?: [\w'-]{2,40})?) (?:vs\.?|versus|or|and) (?P<f>[\w'-]{2,40}(?: [\w'-]{2,40})?)[,:;.?! -]+(?:so )?(?:what|where|how|is|whats|"
    r"wheres)\b.{0,20}\bdiffer\w*)(?: again| please| exactly| in simple words| then)*[ ?.!]*$",
    re.I,
)
"""“the difference between bagging and boosting”, “mae or rmse, what is the difference?”."""


def terms_compared(clause: Clause) -> list[str]:
    """The two terms between which the difference is asked for; none where the words are no such question."""
    match = _COMPARED.search(clause.text) if "differ" in clause.text.lower() and not clause.columns else None
    pair = [said.strip("'\" ") for said in match.groups() if said] if match else []
    return pair if len(pair) == 2 and all(is_term(_plain(said)) for said in pair) else []


_AND_HAVE_I = re.compile(
    r"^(?P<term>(?:(?:so|and|ok|please) )*(?:what(?:'s|s| is| are| does)?|explain|define) [^,;?]{2,40}?)(?: ?\?|,)?(?: and| but|,)? (?:do|does|am|is|are|have|"
    r"has) (?:i|we|my (?:model|data)|it|the (?:model|data)|this)(?: really| also)?(?: have| suffer from| show| got| do)? ?(?:it|that|this|any|one|some|"
    r"too)?(?: here| too| as well| of (?:it|that))*[?. ]*$",
    re.I,
)
"""A term, and whether it is so here: “what's overfitting and do I have it”."""


def term_and_whether(clause: Clause) -> tuple[str, bool] | None:
    """The term that is asked for and whether a model tells if it is so here; None where the words ask for less, or for more."""
    said = _AND_HAVE_I.match(clause.text) if not clause.columns else None
    found = _term(said["term"]) if said else None
    if said is None or found is None:
        return None
    term = said["term"][found[0] : found[1]]
    return term, clause.context.runs != [] and re.search(r"fit|accura|calibrat|better|good", term, re.I) is not None


_MORE_ASKED = re.compile(r"\bi mean\b|(?:,|\band),? then\b(?! what)", re.I)
"""What shows that more is asked for than what a word means."""


@lru_cache(maxsize=512)
def _term(text: str) -> tuple[int, int, bool] | None:
    """Where the term stands, and whether “explain” is all that asks for it."""
    if len(text) > 200 or _MORE_ASKED.search(text) or not _PERHAPS.search(_plain(text)) or _BY_THE_MEAN.match(_plain(text)):
        return None
    framed = _PURPOSE.sub(lambda match: " " * len(match[0]), _blanked(text))
    words = [(match.start(), match.end(), _plain(match[0])) for match in _WORD.finditer(framed)]
    strange = [place for place, (_, _, word) in enumerate(words) if word not in _FRAME]
    if not strange or strange[-1] - strange[0] >= LONGEST_TERM:
        return None
    first, last = strange[0], strange[-1] + 1
    if not is_term(" ".join(word for _, _, word in words[first:last])):
        return None
    masked = " ".join([*(word for _, _, word in words[:first]), "TERM", *(word for _, _, word in words[last:])])
    if not _ASKED.search(masked) or _REACHES.search(masked) or _BY_ITS_MEANS.search(masked) or (_OF_THIS_MODEL.search(masked) and not _MEANING.search(masked)):
        return None
    only_explained = re.fullmatch(r"(?:please |pls |and |can you |could you )*(?:explain|describe|clarify) (?:an? )?TERM(?: please| pls)?", masked) is not None
    return words[first][0], words[last - 1][1], only_explained


def _blanked(text: str) -> str:
    """The text with what is told beside the question as blanks, so that places stay."""
    for pattern in (TOLD_AFTER, _SIMPLE, _PERSON, _OWN_AGE, _TO_WHOM):
        text = pattern.sub(lambda match: " " * len(told := re.split(r"(?= (?:what|how)\b)", match[0], maxsplit=1)[0]) + match[0][len(told) :], text)
    return text


_SIMPLE = re.compile(rf"\b(?:{SIMPLY})", re.I)


_OWN_AGE = re.compile(r"\b(?:i am|i'm|im|at (?:my|the|an) age(?: of)?) \d{1,3}(?: years? old| years? of age)?\b", re.I)
"""What people say of their age before they ask."""


_TO_WHOM = re.compile(r"\bto (?:an?|my|our|the|some) (?:[a-z]+ ){1,3}(?=what\b|how\b)", re.I)
"""Whom something is to be explained to: “explain to an old woman what recall is”."""


def _plain(words: str) -> str:
    return words.lower().replace("'", "").replace("’", "")


@lru_cache(maxsize=256)
def is_term(words: str) -> bool:
    """Says whether words are a term of the glossary, or another name that the trade knows."""
    plain = re.sub(r"[-_]", " ", words)
    bare = re.sub(rf"{_HEAD}$", "", plain)
    return any(form in _known() for form in (plain, plain.removesuffix("s"), bare)) or any(pattern.fullmatch(bare) for table in _NAMES for _, pattern in table)


_NAMES = (vocabulary.MODELS, vocabulary.METRICS, vocabulary.PLOT_MODEL)
_NO_TERMS = frozenset(["missing", "row", "record", "example", "number", "key", "cause", "steps", "project", "weights", "looks", "group", "export", "download", "confidence", "score", "setting", "noise", "suspicious", "significant", "error", "test", "train", "interval", "shift", "level", "measure"])
"""Words of the glossary that are more often said in passing."""


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return frozenset(re.sub(r"[-_]", " ", name.lower()) for term in TERMS for name in (term.name, *term.also)) - _NO_TERMS
