"""Writes out what people of the trade write short: “rm step 2”, “MI top 10”, “rand search”, “class wts”, “LIME obs 42”."""

from __future__ import annotations

import re

from assistant.router.entities.names import key

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
    ("each", re.compile(r"\bof (?:each|every) (?P<one>[\w ]{2,30}?) (?:(?:in|at|on|for|within|per) (?:each|every)|per|by) (?P<two>[\w ]{2,30})", re.I), r"per \g<one> and \g<two>"),
    ("over", re.compile(r"(?<=\d) and over(?=\s*(?:$|[,.;]|only\b|please\b))", re.I), " or more"),
    ("under", re.compile(r"(?<=\d) and under(?=\s*(?:$|[,.;]|only\b|please\b))", re.I), " or less"),
    ("wins", re.compile(r",? and (?:tell|show) me (?:who|which(?: one)?|what) (?:wins?|is best|comes out (?:on top|best|first)|does best|performs best) (?:on|by|in|for|at) ", re.I), " by "),
    ("please", re.compile(r"\b(?P<new>(?:new|extra|another) (?:column|feature|variable)) please\b", re.I), r"\g<new>"),
    ("it", re.compile(r"(?P<made>\b(?:new|extra|another) (?:column|feature|variable)\b[^.;]{4,80})[.;] (?:and |please )?(?:name|call) it (?P<name>\w+)[.! ]*$", re.I), r"\g<made>, called \g<name>"),
    ("says", re.compile(r"\b(?:write|put) (?P<new>[^,;]{1,30}?) (?:where|wherever|when|if) (?:it|there) (?:now |currently )?(?:says|reads|is written|stands) (?P<old>[^,;]{1,30})$", re.I), r"replace \g<old> with \g<new>"),
    ("where", re.compile(r"\bwhere(?:ver)? (?:it says|it reads|there stands|(?:it )?is written|there is written) (?P<old>[^,;]{1,30}?),? (?:you |then |please |just )*(?:write|put|type) (?P<new>[^,;]{1,30})$", re.I), r"replace \g<old> with \g<new>"),
    ("equal", re.compile(r"(?P<new>\b(?:new|extra|another) (?:column|feature|variable)(?: called| named)? \w+) (?:equals|equal to|is equal to) (?=\w)", re.I), r"\g<new> = "),
    ("equally", re.compile(r"\bequally (?=width|size|depth|count)", re.I), "equal "),
    ("gaps", re.compile(r"^(?P<way>mean|median|mode|average|most frequent) for (?:the )?(?P<one>[\w ]{2,40}?) gaps?(?:,| and|, and) (?P<other>mean|median|mode|average|most frequent) for (?:the )?(?P<two>[\w ]{2,40}?)(?: gaps?)?$", re.I), r"fill \g<one> with the \g<way>, then fill \g<two> with the \g<other>"),
    ("first", re.compile(r"^(?P<one>first (?:an?|the) [^,;.]{4,60}), so (?=(?:an?|the) )", re.I), r"\g<one>, then "),
    ("everything", re.compile(r"^everything (?:as|to be|is) (?:an? )?(?P<what>features?|inputs?|predictors?) (?P<but>but|except|except for|apart from|besides) ", re.I), r"use everything as \g<what> \g<but> "),
    ("preproc", re.compile(r"\bpre-?proc\b", re.I), "preprocessing"),
    ("null", re.compile(r"[,;] (?:so |please |just )*null (?:those|them|it|these)(?: out)?\s*$", re.I), ""),
    ("read", re.compile(r"\bmake (?P<old>[^,;]{1,30}?) read (?:as )?(?P<new>[^,;]{1,30})$", re.I), r"replace \g<old> with \g<new>"),
    ("+", re.compile(r"(?P<from>\bfrom [\w.]+) \+ (?P<one>[\w.]+)(?: \+ (?P<two>[\w.]+))?(?=$|[,;.])", re.I), lambda match: " and ".join(name for name in match.groups() if name)),
    ("as", re.compile(r"(?P<at>^|[,;] ?|\bthen )(?P<model>[^,;]{2,60}?) with (?P<what>[\w ]{1,40}?) as (?:the |my |our )?(?:y|target|label|response|outcome)(?= *(?:$|[,;.]))", re.I), r"\g<at>predict \g<what>, then \g<model>"),
    ("not", re.compile(r"(?<!everything) \((?:and |but )?not (?:the )?[^()]{1,40}\)", re.I), ""),
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
