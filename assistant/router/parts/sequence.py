"""Writes steps one a line where words of time or of a plan hold them together: “once you have dropped a, fill b”, “begin by dropping a”, “what we agreed is that a is the target, and that b goes”."""

from __future__ import annotations

import re

_VERBS_DONE = {
    "drop": "dropped|dropping", "remove": "removed|removing", "delete": "deleted|deleting", "exclude": "excluded|excluding", "discard": "discarded|discarding",
    "take out": "taken out|taking out|taken off|taking off", "throw out": "thrown out|throwing out|thrown away|throwing away", "get rid of": "gotten rid of|got rid of|getting rid of", "leave out": "left out|leaving out",
    "fill": "filled(?: in| up)?|filling(?: in| up)?", "impute": "imputed|imputing", "replace": "replaced|replacing", "encode": "encoded|encoding", "one-hot encode": "one[ -]hot encoded|one[ -]hot encoding", "scale": "scaled|scaling",
    "standardize": "standardi[sz]ed|standardi[sz]ing", "normalize": "normali[sz]ed|normali[sz]ing", "clip": "clipped|clipping|capped|capping", "bin": "binned|binning", "log": "logged|logging|log[ -]transformed|log[ -]transforming",
    "transform": "transformed|transforming", "split": "split|splitting", "train": "trained|training", "fit": "fitted|fitting", "run": "run|running", "keep": "kept|keeping", "filter": "filtered|filtering", "rename": "renamed|renaming", "balance": "balanced|balancing",
    "tune": "tuned|tuning", "compare": "compared|comparing", "cross-validate": "cross[ -]?validated|cross[ -]?validating", "plot": "plotted|plotting", "draw": "drawn|drawing", "show": "shown|showing", "make": "made|making", "set": "set|setting", "turn": "turned|turning",
    "convert": "converted|converting", "treat": "treated|treating", "predict": "predicted|predicting", "evaluate": "evaluated|evaluating", "export": "exported|exporting", "load": "loaded|loading", "deduplicate": "deduplicated|deduplicating", "hold back": "held back|holding back",
    "add": "added|adding", "put": "put|putting", "use": "used|using", "explain": "explained|explaining", "calibrate": "calibrated|calibrating", "cluster": "clustered|clustering", "sample": "sampled|sampling", "extract": "extracted|extracting", "limit": "limited|limiting",
}
_FORMS = [(verb, re.compile(forms, re.I)) for verb, forms in _VERBS_DONE.items()]
DONE = "|".join(_VERBS_DONE.values())
"""Verbs as they stand after “by” and after “have”."""
ORDER = "|".join(sorted((*_VERBS_DONE, "show", "give", "tell", "try", "stack", "build", "do", "let", "i want", "i would like", "id like", "we want", "describe", "count", "group", "calculate", "check", "apply", "take", "undersample", "oversample", "pick", "select", "create", "start", "go on", "call"), key=len, reverse=True))
_PLEASE = r"(?:please |pls |just |then |also |now |and |you |we |should |can |could |shall |lets )*"
_THING = r"(?:the |my |our |all )*(?!(?:that|it|this|those|these|they|them|everything|all|you|we|i)\b)[^\s,.;:]+(?: (?!(?:is|are|was|has|have)\b)[^\s,.;:]+){0,4}?"
_AT = r"(?P<at>^|[,.;:\n] ?(?:(?:and|then|but|so|,) ?)*|\band (?:then )?)"

_ONCE = re.compile(rf"{_AT}(?:once|after|when|as soon as|having first)(?: you| we)(?: will)?(?: have| ve|'ve|’ve)?(?: first| all)? (?P<done>{DONE})\b(?P<what>[^,.;:\n]{{1,120}}?)(?:,(?: then)?|\bthen\b) (?={_PLEASE}(?:{ORDER})\b)", re.I)
"""“once you have dropped the cabin, …”"""
_ONCE_DONE = re.compile(rf"{_AT}(?:once|after|when|as soon as) (?P<what>{_THING}) (?:is|are|was|were|has been|have been|had been)(?: all)? (?P<done>gone|out|away|{DONE})\b(?P<how>(?: (?:with|by|to|into|in|at|from|as) [^,.;:\n]{{1,80}}?)?)(?:,(?: then)?|\bthen\b|) (?={_PLEASE}(?:{ORDER})\b)", re.I)
"""“when the cabin is gone, …”"""
_AFTER_DOING = re.compile(rf"{_AT}(?:after|having)(?: first)? (?P<done>{DONE})\b(?P<what>[^.;:\n]{{1,120}}?),?(?: then)? (?={_PLEASE}(?:{ORDER})\b)", re.I)
"""“after dropping the cabin, …”"""
_WHILE = re.compile(rf"(?<=\w),? (?:while|whilst)(?: also)? (?P<done>{DONE})\b(?= (?!it\b)\w)", re.I)
"""“scale the fare while dropping the id”"""
_ONCE_LAST = re.compile(rf"^(?P<then>{_PLEASE}(?:{ORDER})\b[^.;:\n]{{2,160}}?),? (?:(?:once|after|as soon as)(?: you| we)(?: have|'ve|’ve)?|after(?! having)|having|after having)(?: first)? (?P<done>{DONE})\b(?P<what>[^.;:\n]{{1,160}})$", re.I)
"""“…, once you have dropped the cabin”"""
_BEFORE = re.compile(rf"^(?P<lead>(?:(?:but|and|so|ok|please),? )*)before (?:(?:you|we|i) (?P<order>{ORDER})|(?P<done>{DONE}))\b(?P<what>[^,.;:\n]{{0,120}}?),?(?: first)? (?P<first>{_PLEASE}(?:{ORDER})\b[^.;\n]{{2,160}}?)(?: first)?[.!]?$", re.I)
"""“before you train a forest, drop the cabin”: the other way round."""
_BUT_FIRST = re.compile(rf"^(?P<then>(?:please )?(?:train|fit|run|tune|compare|cluster|build|try|cross-?validate|split|scale|encode)\b[^.;\n]{{2,80}}?)(?:,? but|,? and|,)(?: please)? (?P<first>(?:{ORDER})\b[^.;,\n]{{2,60}}?) (?:first(?: of all)?|beforehand|before that)[.!]?$", re.I)
"""“train a tree but drop the id first”"""
_BY_DOING = re.compile(rf"{_AT}(?:(?:begin|start|go on|continue|proceed|carry on|finish|end|close|conclude|wrap(?: it| things)? up|round(?: it| things)? off|kick off|open)(?: off| up)?) (?:by|with) (?:first )?(?P<done>{DONE})\b(?! (?:set|data|rows|part|score|error|curve)\b)", re.I)
"""“begin by dropping …”, “finish with training …”"""
_END_WITH = re.compile(r"(?:[,.;:\n] ?(?:(?:and|then|but|so|,) ?)*|\band (?:then )?|\bthen )(?:go on|continue|finish|end|close|conclude|wrap (?:it |things )?up|round (?:it |things )?off)(?: off| up)? with (?=\S)", re.I)
"""“…, finish with a random forest”"""
_BEGINNING = re.compile(r"\b(?:begin|start|kick off|open)(?: off)? (?:by|with)\b", re.I)
_ENDING = re.compile(r"\b(?:finish|end|close|conclude|wrap(?: it| things)? up|round(?: it| things)? off) (?:by|with)\b", re.I)
_NEEDS = re.compile(rf"{_AT}(?P<what>{_THING}) (?:needs?|wants?|requires?|deserves?|could (?:use|do with))(?: some| a bit of)? (?P<done>{DONE})(?= (?:with|by|to|into|as|using|between|in)\b|$|[,.;])", re.I)
"""“the age needs filling with the mean”"""
_AGREED = re.compile(
    r"^(?:[^.;:?\n]{0,200}?\b)?(?:(?:is|was|be)|(?:want|wants|wanted|wish|wishes|agreed|agree|decided|decide|conclude[ds]?|conclusion|said|asks?|asked|like|"
    r"settled|told (?:me|us)|insists?|plan|idea|task))(?: (?:now|to me|on it|together|yesterday|today|first(?:ly)?|first of all))*,? that (?!(?:is|was|are|means?|"
    r"would|one|column|said|makes?)\b)",
    re.I,
)
"""How a plan opens of which each step is a “that …”."""
_AND_THAT = re.compile(r"(?:[,;]? (?:and|secondly|thirdly|also|then|plus|finally|lastly)(?: (?:also|then|secondly|thirdly|finally|lastly|after that|afterwards))*,?|[,;]) that (?!(?:is|was|are|means?|would|one|column|said|makes?|way)\b)", re.I)
_AND_THAT_WE = re.compile(
    r",? (?:and|secondly|thirdly),? that (?:we|you) (?:should|shall|must|have to|need to|ought to|will) (?:also |then |simply |"
    r"just )*(?=(?:get rid|drop|remove|delete|fill|use|take|train|fit|keep|scale|encode|split|throw|predict|set|make|show|compare|run|hold|leave|tune|try|"
    r"balance)\b)",
    re.I,
)
"""“…, and that we should use a tree”, whatever the plan opens with"""
_IS_DONE = re.compile(rf"(?P<at>^)(?P<what>{_THING}) (?:is|are|gets?|be|will be|shall be|has to be|must be|should be) (?P<done>gone|out|away|{DONE})(?=$|[,.;]| (?:with|by|to|into|as|at|in|from|and)\b)", re.I)
"""“… that the cabin is dropped”"""
_WE = re.compile(r"^(?:(?:we|you|i) (?:should |shall |must |have to |need to |will |would like to |want to |then |also |simply |just )*)(?=(?:get rid|drop|remove|delete|fill|use|take|train|fit|keep|scale|encode|split|throw|predict|set|make|show|compare|run|hold|leave|tune|try|balance)\b)", re.I)


def in_sequence(text: str) -> str:
    """Gives the text with each step that was said as a time or as part of a plan as an order on a line of its own, in the order of doing."""
    text = _planned(text)
    turned = _BEFORE.match(text)
    if turned:
        later = turned["order"] or verb_of(turned["done"])
        return f"{turned['first']}\n {later}{turned['what']}" if turned["what"] else turned["first"]
    late = _BUT_FIRST.match(text)
    if late:
        return f"{late['first']}\n {late['then']}"
    for pattern in (_ONCE, _AFTER_DOING):
        text = pattern.sub(_ordered, text)
    text = _WHILE.sub(lambda match: f"\n {verb_of(match['done'])}", text)
    text = _ONCE_DONE.sub(_ordered_last, text)
    late = _ONCE_LAST.match(text)
    if late:
        return f"{verb_of(late['done'])}{late['what']}\n {late['then']}"
    return _NEEDS.sub(_ordered_last, _begun(text))


def _planned(text: str) -> str:
    text = _AND_THAT_WE.sub("\n ", text)
    opened = _AGREED.match(text)
    parts = _AND_THAT.split(text[opened.end() :]) if opened else []
    return "\n ".join(_IS_DONE.sub(_ordered_last, _WE.sub("", part)) for part in parts) if len(parts) > 1 else text


def _begun(text: str) -> str:
    """Takes “begin by” and “finish with” off; a text that ends before it begins is left as it is."""
    first, last = _BEGINNING.search(text), _ENDING.search(text)
    if first and last and last.start() < first.start():
        return text
    text = _BY_DOING.sub(lambda match: f"\n {verb_of(match['done'])}", text)
    return _END_WITH.sub("\n ", text)


def verb_of(done: str) -> str:
    """The verb of which this is a form: standardize for “standardised”."""
    return next(verb for verb, forms in _FORMS if forms.fullmatch(done))


def _line(match: re.Match[str], order: str) -> str:
    return f"{match['at']}{order}" if not match["at"].strip() else f"\n {order}"


def _ordered(match: re.Match[str]) -> str:
    return _line(match, f"{verb_of(match['done'])}{match['what']}") + "\n "


def _ordered_last(match: re.Match[str]) -> str:
    """“when a is gone”, where the thing stands before what is done to it."""
    verb = "drop" if match["done"].lower() in ("gone", "out", "away") else verb_of(match["done"])
    how = match.groupdict().get("how")
    return _line(match, f"{verb} {match['what']}{how or ''}") + ("\n " if how is not None else "")

