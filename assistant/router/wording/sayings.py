"""What is said in a turn of its own, and how it is said plainly: “write a where it says b”, “ridge with price as y”."""

from __future__ import annotations

import re

SAYINGS = (
    ("wise", re.compile(r"\b(?P<stat>mean|average|avg|max|min|maximum|minimum|sum|total|median|count|number)\b(?P<what>[^,;.]{0,40}?) (?P<by>\w+)[ -]wise(?=\s*(?:$|[,;.]))", re.I), r"\g<stat>\g<what> by \g<by>"),
    ("only", re.compile(r"^(?P<what>[\w ]{2,40}? (?:that|which|who|whose \w+) (?:mentions?|contains?|includes?|says?) [\w'\"-]+) only[.! ]*$", re.I), r"only \g<what>"),
    ("prediction", re.compile(
        r"^(?:and )?how (?:would|will|does|do|might|could) (?:an? |the )?(?P<what>[^,;?\d]{2,60}?)(?: of| =| being| at)? (?P<value>-?\d[\d.]*) (?:alter|change|"
        r"affect|influence|impact|move|shift) (?:the |my |its )?(?:prediction|forecast)\b", re.I), r"what if \g<what> was \g<value>"),
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
    ("gaps", re.compile(
        r"^(?P<way>mean|median|mode|average|most frequent) for (?:the )?(?P<one>[\w ]{2,40}?) gaps?(?:,| and|, and) (?P<other>mean|median|mode|average|"
        r"most frequent) for (?:the )?(?P<two>[\w ]{2,40}?)(?: gaps?)?$", re.I), r"fill \g<one> with the \g<way>, then fill \g<two> with the \g<other>"),
    ("first", re.compile(r"^(?P<one>first (?:an?|the) [^,;.]{4,60}), so (?=(?:an?|the) )", re.I), r"\g<one>, then "),
    ("everything", re.compile(r"^everything (?:as|to be|is) (?:an? )?(?P<what>features?|inputs?|predictors?) (?P<but>but|except|except for|apart from|besides) ", re.I), r"use everything as \g<what> \g<but> "),
    ("preproc", re.compile(r"\bpre-?proc\b", re.I), "preprocessing"),
    ("null", re.compile(r"[,;] (?:so |please |just )*null (?:those|them|it|these)(?: out)?\s*$", re.I), ""),
    ("read", re.compile(r"\bmake (?P<old>[^,;]{1,30}?) read (?:as )?(?P<new>[^,;]{1,30})$", re.I), r"replace \g<old> with \g<new>"),
    ("+", re.compile(r"(?P<from>\bfrom [\w.]+) \+ (?P<one>[\w.]+)(?: \+ (?P<two>[\w.]+))?(?=$|[,;.])", re.I), lambda match: " and ".join(name for name in match.groups() if name)),
    ("as", re.compile(r"(?P<at>^|[,;] ?|\bthen )(?P<model>[^,;]{2,60}?) with (?P<what>[\w ]{1,40}?) as (?:the |my |our )?(?:y|target|label|response|outcome)(?= *(?:$|[,;.]))", re.I), r"\g<at>predict \g<what>, then \g<model>"),
    ("not", re.compile(r"(?<!everything)(?<!features)(?<!columns)(?<!numbers)(?<! all)(?<!variables)(?<!fields)(?<!models)(?<!categories) \((?:and |but )?not (?:the )?[^()]{1,40}\)", re.I), ""),
)
"""A word of the saying, the saying, and what is read instead; where a column is called like the word it keeps its name."""
