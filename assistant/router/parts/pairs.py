"""Joins what is said in two parts: “any outliers?” and “throw them out”, “take 2 minutes” and what to do in them."""

from __future__ import annotations

import re

from assistant.router.entities.vocabulary import EXPORT, MODELS, every
from assistant.router.parts.cuts import with_verb

_ABOUT_THEM = re.compile(r"(?:(?:if (?:so|yes|there are(?: any)?|any)|and if so),? (?:please )?)?(drop|remove|delete|throw|take|get rid of|discard|kick|exclude|clip|cap|limit|fill|fix|encode|scale)(?: of)? (?:it|them|those|these)(?: out| away| all)?$", re.I)
_NOUNS = re.compile(r"^(?!(?:drop|remove|delete|fill|scale|encode|clip|rename|call|relabel)\b).*\b(?:outliers?|duplicates?|doubles?|double (?:rows|entries|records|lines)|ids?|missing|gaps|holes|copies)\b", re.I)
_SKEWED = re.compile(r"(.{1,60}?) (?:is|are|looks?|seems?|has|have) (?:\w+ ){0,3}(?:skew(?:ed|y)?|(?:long|heavy|fat)[ -]tail(?:ed|s)?|lopsided)$", re.I)
_REMEDY = re.compile(r"(?:take|use|apply|do) (?:an? |the |its )?(?:log\w*|square root|sqrt|yeo\W?johnson|box\W?cox)(?: transform\w*)?$", re.I)
_PART = re.compile(r"(?:on |for |of )?(?:the )?(train(?:ing)?|test(?:ing)?|validation)(?: set| data| part| rows)?", re.I)
_ON_PART = re.compile(r"(.{2,40}\b(?:on|for|of)) (?:the )?(?:train(?:ing)?|test(?:ing)?|validation)(?: set| data| part| rows)?$", re.I)
_TOPIC = re.compile(r"(?:the |my |our )?[\w-]{1,30}(?: column)?", re.I)
_ASKED_ABOUT = re.compile(r"(?:what(?:s| is| are| does)? (?:that|this|it|those|these)|what does (?:that|this|it) mean)(?: mean)?(?: again| exactly| actually)?", re.I)
_EXPORT_BOTH = re.compile(r"(?:export|download|save|give me|send me|make|create|get me|i want|i need) (?:them|those|these|both|all(?: three)?|it)(?: of (?:them|those|these))?(?: both| please| for me)*", re.I)
_BY_NAME = re.compile(r"(?:(?:as|with|by) )?(?:an? |the )?(?:partial dependence|pdp|shap(?: values)?|lime|permutation importances?)(?: plot| chart)?", re.I)
_QUESTION = re.compile(r"(?:how|why|what|which|does|do|is|are)\b", re.I)
_OUT = re.compile(r"^(?:get|take|pull|extract|derive|read) [\w ,]{2,60} out$", re.I)
_GOING_ON = re.compile(r"(?:go on|continue|carry on|work on|proceed)(?: working)? (?:there|in it|with it|with that|from there|in there)", re.I)
_PICTURE = re.compile(r"(?:as )?(?:an? )?(?:picture|chart|graph|plot)", re.I)
_WHICH_WINS = re.compile(
    r"(?:which|what|who)(?: one| of them| model)? (?:wins|is (?:the )?best|does best|performs best|is better|comes out on top)\b|"
    r"(?:see|tell me|find out|show me|check|say|report|let me know) (?:which|what|who)\b|which (?:1|one|of (?:them|the two|those))\b|"
    r"(?:which|whats|what is) (?:is )?(?:better|best)\b",
    re.I,
)
_ASKING = re.compile(r"^(?:(?:are|is) there|do (?:we|i|you) (?:have|see)|does it have|has it|have we|check (?:for|if there are)|look for|find|show(?: me)?|see if there are|there (?:are|is))?\s*(?:any |some |the |a few |many )*", re.I)
_IN_HERE = re.compile(r" (?:in|inside) (?:here|there|it|them|this|that|(?:the|my|our|this) (?:data ?(?:set)?|table|file|sheet))$", re.I)
_SEVERAL_MODELS = re.compile(r"\b(?:algorithms|models|methods|classifiers|regressors|learners)\b", re.I)
_FINE = re.compile(r"(?:that|it|this|they)(?:s|re| is| are) (?:fine|ok|okay|on purpose|intended|expected|alright)\b", re.I)


_WITH_MODEL = re.compile(r"(?:and )?(?:again )?(?:with|for|on|using) (?:an? |the )?([\w ]{2,30})$", re.I)
_JUDGED_BY = re.compile(r"(.*\b(?:cross.?valid\w*|folds?|cv|tune|optimi[sz]e|calibrate)\b.*\b(?:with|for|on|using|of) (?:an? |the )?)([\w ]{2,30})$", re.I)


def _with_model(before: str, text: str) -> str | None:
    """Says again with another model what was said with one: “5 folds with lasso”, “with ridge”."""
    more, first = _WITH_MODEL.match(text), _JUDGED_BY.match(before)
    if more is None or first is None or not (len(every(more[1].lower(), MODELS)) == len(every(first[2].lower(), MODELS)) == 1):
        return None
    return first[1] + more[1]


_WORTHLESS = re.compile(r"((?:all |the |any )*(?!columns)[a-z]{2,}s (?:without|with|where|that|who|whose|from|of|older|younger|under|over|below|above) .{2,80}?) (?:is|are) (?:\w+ ){0,2}(?:useless|worthless|pointless|no (?:use|good|help)|of no use|junk|garbage|rubbish)$", re.I)
_GAPS_TOLD = re.compile(r"(?:the |my |our )*(?P<what>[^,;.]{1,60}?) (?:column )?(?:has|have|is|are|got|contains?) (?:\w+ ){0,3}(?:gaps?|holes|blanks?|empty(?: cells)?|missing(?: values)?|nulls?|nans?)", re.I)
_PUT_THERE = re.compile(r"(?:so |just |please |then |simply )*(?:put|write|insert|enter) (?P<value>[^,;]{1,40}?) (?:(?:in|into|for) (?:it|them|there|those|these)|there|in)(?: please| instead)*", re.I)
"""“mobility has gaps”, “just put 'frame' in them”"""
_AWAY_WITH_IT = re.compile(r"(?:drop|remove|delete|discard|bin|toss|ditch|chuck|throw|kick|get rid of|take) (?:it|them|those|these)(?: out| away| all)?$", re.I)


def paired(requests: list[str]) -> list[str]:
    """Joins what is said in two parts: “take 2 minutes” and what to do, “any outliers?” and “throw them out”."""
    found: list[str] = []
    for text in requests:
        if found and ((_ABOUT_THEM.match(text) and _NOUNS.search(found[-1])) or _FINE.match(text)):
            verb = _ABOUT_THEM.match(text)
            found[-1] = f"{verb[1].replace('throw', 'drop').replace('take', 'drop')} the {_IN_HERE.sub('', _ASKING.sub('', found[-1]))}" if verb else f"{found[-1]} {text}"
        elif found and _AWAY_WITH_IT.match(text) and (rows := _WORTHLESS.match(found[-1])):
            found[-1] = f"drop {rows[1]}"
        elif found and (put := _PUT_THERE.fullmatch(text)) and (gaps := _GAPS_TOLD.fullmatch(found[-1])):
            found[-1] = f"fill the gaps in {gaps['what']} with {put['value']}"
        elif found and (more := with_verb(found[-1], text)):
            found.append(more)
        elif found and _GOING_ON.fullmatch(text):
            continue
        elif found and (again := _with_model(found[-1], text)):
            found.append(again)
        elif found and (part := _PART.fullmatch(text)) and (scored := _ON_PART.match(found[-1])):
            found.append(f"{scored[1]} {part[1]}")
        elif found and _OUT.search(text) and _TOPIC.fullmatch(found[-1]):
            found[-1] = f"{text} of {found[-1]}"
        elif found and _BY_NAME.fullmatch(text) and _QUESTION.match(found[-1]):
            found[-1] = f"{text}: {found[-1]}"
        elif found and _ASKED_ABOUT.fullmatch(text) and len(found[-1].split()) < 4:
            found[-1] = f"what is {found[-1]}"
        elif found and _EXPORT_BOTH.fullmatch(text) and every(found[-1].lower(), EXPORT):
            found[-1] = f"export {' and '.join(every(found[-1].lower(), EXPORT))}"
        elif found and _PICTURE.fullmatch(text):
            found[-1] = f"plot {found[-1]}"
        elif found and (skewed := _SKEWED.match(found[-1])) and _REMEDY.match(text):
            found[-1] = f"{text} of {skewed[1]}"
        elif found and _WHICH_WINS.match(text) and (len(every(found[-1].lower(), MODELS)) > 1 or _SEVERAL_MODELS.search(found[-1])):
            found[-1] = f"{found[-1]} and {text}"
        elif found and re.match(r"(?:take|use|spend|within|in|you have|i have|i (?:only |just )?have|ill give you|i give you) (?:up to |about )?(?!(?:out|away|off|the|only|just|in|on|of)\b)\w+ (?:seconds?|minutes?|mins?|hours?)$", found[-1], re.I):
            found[-1] = f"{text} for {found[-1]}"
        else:
            found.append(text)
    return found
