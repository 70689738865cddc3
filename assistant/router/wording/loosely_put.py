"""Writes plainly what people say of steps in passing: “put the notes aside”, “…, heatmap after”, “get a ridge going”, “test_size=0.3, random_state=7”."""

from __future__ import annotations

import re

from assistant.router.wording.passive import GONE, MAY

_NO_SHARE = (
    r"(?!(?:the |all |my )*(?:\d|an? |one\b|some\b|half\b|(?:rows?|records?)\b(?! (?:where|with|without|that|which|who|whose|in which)\b)|last\b|first\b|random|"
    r"data\b|test\b|validation\b|hold))(?![^.;:\n]{0,100}\b(?:for|to) (?:the |a |my |final |later )*(?:tests?|testing|validat\w*|hold\w*|evaluat\w*|check\w*|"
    r"later)\b)"
)
"""What is put aside for good, and not for a test."""
_ASIDE = re.compile(
    rf"(?P<at>^|[,.;:\n]\s*|\b(?:and|then|please|you|to|could|can|just|we|lets) )(?:put|set|lay|leave|push) (?:aside |"
    rf"(?=[^.;:\n]{{2,80}}? aside\b)){_NO_SHARE}(?P<what>[^.;:\n%\d]{{1,80}}?)(?: aside)?(?=$|[.;\n]|,? (?:and|then)\b,? (?:after|then|train|fit|run)|"
    rf",? (?:afterwards|after that|then)\b|$)",
    re.I,
)
_AFTER = re.compile(r",\s+(?P<what>[^,;.:\n]{3,80}?) (?:right |straight |just )?after(?: that| it| this)?(?=\s*[.!]*$)", re.I)
"""“drop the year, correlation heatmap after”"""
_GOING = re.compile(r"(?P<at>^|[,.;:\n]\s*|\b(?:and|then|please|to) )get (?P<what>(?:an? |the |some )[^,;.:\n]{2,40}?) (?:going|running|up and running|started)(?: on (?:it|this|that|them))?(?=$|[,;.\n]| on\b| and\b| with\b)", re.I)
_BRING_ME = re.compile(r"\b(?:catch|hand|fetch|bring|cook|brew|whip|knock|rustle)(?: up)? me (?=(?:an?|the|some|my) )", re.I)
_SETTING = r"(?:test_size|train_size|random_state|shuffle|stratify) ?= ?[\w.]+"
_SPLIT = re.compile(rf"(?:^|[;,\n]\s*)(?=(?:random_state|shuffle|stratify|test_size|train_size)\b)(?=[^;()\n]*\b(?:test|train)_size)(?P<all>{_SETTING}(?: ?, ?{_SETTING}){{0,3}})(?![^()\n]*\))\s*,?", re.I)
"""The settings of a split as they are written in Python, without its name."""
_SEED = re.compile(r"\brandom_state ?= ?(?=\d)")
_Y_IS = re.compile(r"(?:^|[;\n]\s*)y ?= ?(?P<what>[^=;,\n()]{1,60})(?:[;,\n]|$)")
_PUT_IN = re.compile(r",? and [^,.;:\n]{4,80}, (?=(?:is|was|would be|are) (?:that|to|for)\b)", re.I)
"""What is put in between: “what I am after, and my boss is waiting, is that …”."""
_AND_AM_I = re.compile(r"(?P<term>\bwhat(?: ?s| is| are|'s|’s)? [\w -]{2,40}?),? and (?:am|do|does|is|are|have|has|did|will) (?:i|we|it|my|our|the|this|mine)\b[^?.\n]{0,60}\?\s+(?=\S)", re.I)
"""“what is overfitting and am I doing it? show …”, where what is shown answers the second question."""
_THOSE_GO = re.compile(
    r"(?<=\S),? and (?=(?:every(?:one|body|thing)|any(?:one|body|thing)|those|the ones|rows|the rows|records|all|people) [^.,;\n]{2,60}? (?:should|must|can|could|"
    r"may|has to|have to|needs? to|ought to) (?:also |all |both |just )*(?:go|be (?:dropped|removed|deleted|thrown out|left out))\b)",
    re.I,
)
_SO_DO = re.compile(rf"(?P<at>^|[.;\n]\s*)(?P<first>[^,;.\n]{{2,80}}?) (?P<goes>{MAY} (?:{GONE})),? (?:and )?so (?:do|does|must|should|can|are|is|has|have) (?P<second>[^,;.\n]{{2,80}})", re.I)
"""“the Biscoe ones have to go, so do those from Dream”."""
_ALL_OUT = re.compile(
    r"(?P<at>^|[,.;:\n]\s*|\b(?:and|then) )(?:(?:all|the|any) )*(?P<what>dupes|duplicates?(?: rows)?|doubles|doublets|"
    r"(?:double|duplicate|repeated|identical) [a-z]+s|outliers|(?:constant|empty|useless) columns) (?:out|away|off|"
    r"gone)(?=\s*(?:$|[,.;!\n]|and\b|then\b|please\b))",
    re.I,
)
"""“dupes out”, without a verb"""
_COLON = re.compile(r"\b(?:replace|recode|remap|map|change|rewrite) (?P<column>\"[^\"\n]{1,80}\"|[^\s:,;\"]{1,60}): ?(?=[^:;\n]{1,60}?(?:->|=>|→|\bto\b|\binto\b|\bbecomes\b))", re.I)
"""“recode class: a -> b”"""
_CHART = r"(?:histogram|distribution|box ?plot|boxplot|violin(?: plot)?|bar (?:chart|plot)|line (?:chart|plot)|scatter ?plot|pie chart)"
_ONE_MORE = r"(?:,|;| and| then| also| plus| after that| afterwards)+ (?:an?other (?:one )?|the same |one more |one )(?:of|for) "
_CHARTS = re.compile(rf"(?P<kind>{_CHART})s? (?:of|for) [^,;.\n]{{1,60}}?(?:{_ONE_MORE}[^,;.\n]{{1,60}}?)+(?=$|[,;.\n]| and\b)", re.I)
"""“a histogram of price, then one of carat”."""

_THEN_OUT = re.compile(
    r"^\s*(?P<what>(?:anything|everything|any(?:one|body)|every(?:one|body)|whatever|whoever|all|those|rows?|records?|"
    r"the ones) [^.;,:!?\n]{2,60}?)(?:,? (?:(?:is|are|was|were)(?:n'?t| not)|(?:is|are)) [^.;:!?\n]{2,40}?)?[.;!] *(?:so )?(?P<out>out|away|gone|"
    r"off)(?: with (?:it|them|those|that))?[.! ]*$",
    re.I,
)
"""What goes, told before the one word for it: “anything under 30 seconds isn't a real call. out.”."""


def _each_chart(match: re.Match[str]) -> str:
    return re.sub(_ONE_MORE, f"\n {match['kind']} of ", match[0], flags=re.I)


_PLAINLY = (
    (" and ", _PUT_IN, " "), ("what", _AND_AM_I, r"\g<term>\n "), ("=", _Y_IS, r"\n target = \g<what>\n "), ("_size", _SPLIT, r"\n split with \g<all>\n "), ("random_state", _SEED, "seed "), ("aside", _ASIDE, r"\g<at>leave out \g<what>"),
    (" so ", _SO_DO, r"\g<at>\g<first> and \g<second> \g<goes>"), (" of ", _CHARTS, _each_chart), (" after", _AFTER, r"\n \g<what>"), ("get ", _GOING, r"\g<at>run \g<what>"), (" me ", _BRING_ME, "give me "), (" ", _THEN_OUT, r"drop \g<what>"), (" and ", _THOSE_GO, ", "), (" ", _ALL_OUT, r"\g<at>drop \g<what>"), (":", _COLON, r"in \g<column> replace "),
)
"""A word without which the pattern after it cannot match, the pattern, and what is written for it."""


def plainly(text: str) -> str:
    """Gives the text with each of these ways as an order of its own."""
    said = text.lower()
    for word, pattern, plain in _PLAINLY:
        if word in said:
            text = pattern.sub(plain, text)
    return text
