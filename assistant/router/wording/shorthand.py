"""Writes out what people of the trade write short: “rm step 2”, “MI top 10”, “rand search”, “class wts”, “LIME obs 42”."""

from __future__ import annotations

import re

from assistant.router.entities.names import key
from assistant.router.wording.sayings import SAYINGS
from assistant.router.wording.trade_short import TRADE_SHORT

_START = r"(?P<at>^\s*|[,;.:\n]\s*|\b(?:and|then|please|also) )"
_SHORT = (
    ("rm", re.compile(rf"{_START}rm (?=\S)", re.I), r"\g<at>remove "),
    ("ack", re.compile(rf"{_START}ack (?=\S)", re.I), r"\g<at>acknowledge "),
    ("wts", re.compile(r"\bclass wts\b", re.I), "class weights"),
    ("wgts", re.compile(r"\bclass wgts\b", re.I), "class weights"),
    ("rand", re.compile(r"\brand(?:omi[sz]ed)?(?= (?:search|grid))", re.I), "random"),
    ("nn", re.compile(r"\b(\d{1,2}) ?-? ?nn\b", re.I), r"knn with \1 neighbours"),
    ("feats", re.compile(r"\bfeats?\b", re.I), "features"),
    ("feat", re.compile(r"\bfeat(?= (?:importances?|selection|sel|engineering)\b)", re.I), "feature"),
    ("imp", re.compile(r"(?<=\b(?:perm|feat) )imps?\b|(?<=\bfeature )imps?\b|(?<=\bpermutation )imps?\b", re.I), "importance"),
    ("perm", re.compile(r"\bperm(?= (?:imp|importance|test)\b)", re.I), "permutation"),
    ("obs", re.compile(r"\b(?:obs|observation|sample|instance|idx|index)(?: (?:no\.?|number|#))? ?#?(?=\d+\s*$)", re.I), "row "),
    ("est", re.compile(r"(?<=\d )est\b", re.I), "estimators"),
    ("refit", re.compile(r"\brefit (?:the )?best\b(?: (?:one|model|params?|settings?))?(?=$|\s*[,;.])", re.I), "apply the best settings"),
    ("ap", re.compile(r"\b(?P<how>by|on|using|optimi[sz]e|maximi[sz]e|metric|score) (?:=\s*)?ap\b", re.I), r"\g<how> average precision"),
    ("mi", re.compile(r"\bmi(?= top\b)|(?<=\btop )mi\b|(?<=\bby )mi\b|\bmi(?= (?:scores?|ranking|filter|selection|selector)\b)", re.I), "rank features by mutual information"),
    ("tgt", re.compile(r"\btgt(?=\s*(?:[:=]|is\b)?\s*\S)(?! enc)\s*[:=]?\s*", re.I), "target "),
    ("resid", re.compile(r"\bresids?(?= ?(?:plot|vs|against|hist|$|[,;+.]))", re.I), "residual"),
    ("mat", re.compile(r"\bconf(?:usion)? ?mat(?:rix)?\b", re.I), "confusion matrix"),
    ("codes", re.compile(r"\b(?P<how>ordinal|one[ -]?hot|dummy|integer|label|frequency|target) (?:codes?|coding|numbers|dummies|columns) (?=(?:for|on|of) )", re.I), r"\g<how> encoding "),
    ("scatter", re.compile(r"(?<=\bthen )scatter (?=(?:them|those|these|both|it|the two)\b)|(?<=\band )scatter (?=(?:them|those|these|both|it|the two)\b)|^scatter (?=(?:them|those|these|both|the two)\b)", re.I), "show a scatter plot of "),
    ("box", re.compile(r"(?<=\w), box(?:es)?(?=[.! ]*$)", re.I), " as a box plot"),
    *TRADE_SHORT,
    ("std", re.compile(rf"{_START}std (?=[\w ]{{1,40}}?(?:,| and | & )\s?\w)(?![^;.\n]*\b(?:by|per|of|for|in|over|between|mean|median|min|max|count|sum)\b)", re.I), r"\g<at>standardize "),
    ("the", re.compile(r"\bcolou?r (?:the |a )?(?P<chart>plot|scatter ?plot|chart|graph|scatter) of (?P<what>[^,;.]{3,80}?) by (?=[^,;.\n]{1,40}$)", re.I), r"\g<chart> of \g<what> colored by "),
    *SAYINGS,
    ("var", re.compile(r"\b(?P<what>(?:zero|no|low|constant|const)(?: ?[/,&] ?(?:near|quasi)[ -](?:zero|constant)|)|(?:near|quasi)[ -](?:zero|constant))[ -]?(?:var|variance)?(?= (?:features?|columns?|cols?|variables?|predictors?)\b)", re.I), r"\g<what> variance"),
)
"""A short word, where it stands for what, and that. A column of the table that is called so keeps its name."""


def written_out(text: str, names: tuple[str, ...]) -> str:
    """Gives the words that short forms stand for; other text, and names of columns, are given back unchanged."""
    said = text.lower()
    columns = {key(name) for name in names}
    for word, pattern, full in _SHORT:
        if word in said and word not in columns:
            text = pattern.sub(full, text)
    return text
