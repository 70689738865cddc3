"""Answers a yes-or-no question about the table by a look at it, never by a change: “does price have outliers”, “see if tip is missing”."""

from __future__ import annotations

import re

from assistant.router.arguments.slots import option
from assistant.router.asking.labels import label
from assistant.router.context import Call, RouterContext
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.parts.segment import opens_with_verb
from assistant.router.parts.verbs import VERBS
from tools.catalog import find_tool

_OURS = r"(?:(?:the|my|our|this|these|those|all|any|some|every|column|columns|values?|of|in) )*"
_HOLDS = r"(?:is|are|was|were|isnt|arent|has|have|had|contains?|looks?|seems?|needs?|correlates?|depends?|varies|vary|differs?|goes|go|matters?|changes?|follows?|affects?|influences?|drives?|tells?)"
_ASKED = re.compile(
    rf"(?:(?:and|so|but|then|now|also|first|just) ,? ?)*(?:"
    rf"(?:is|are|was|were|isnt|arent|wasnt|werent|does|doesnt|has|"
    rf"hasnt) (?!(?:it|that|this|there|these|those) (?:be |not )?(?:possible|ok|okay|fine|alright|allowed|an?y? way|an?y? option|too much|anything you|"
    rf"something you|how|what|where|why|who|when)\b|(?:you|your|it all|this one|that one)\b)\S+(?: \S+)*"
    rf"|(?:should|shouldnt|must|mustnt) {_OURS}@ .*"
    rf"|do (?:{_OURS}@|we|they|(?:any |some |the )?(?:rows?|columns?|values?)) (?:\w+s )?(?:still |even |ever |really )*(?:have|contain|need|go|correlate|depend|vary|differ|look|seem|follow|matter|lack|miss)\b.*"
    rf"|(?:(?:can|could|would) (?:you|we) |please |lets |let us |i (?:want|need|would like) to |id like to |help me )*(?:see|check|look|find out|tell me|"
    rf"let me know|test|verify|know|i wonder|wondering|do you know|(?:im |i am )?not sure)(?: please| for me| and see| first)* (?:if|"
    rf"whether) (?:{_OURS}@ (?:columns? |values? )?{_HOLDS}\b|there (?:is|are)\b).*"
    r")"
)
"""A question that “yes” or “no” answers, its columns as signs."""
_WHETHER = re.compile(
    r"(?:^(?:(?:can|could|would) (?:you|we) |please |just |lets |let us |let's |i (?:want|need|would like) to |i'd like to |help me )*(?:see|check|look|find out|"
    r"tell me|let me know|test|verify|know|i wonder|i'm wondering|wondering|do you know)(?: please| for me| and see| first)* (?:if|whether) |"
    r"^are you sure(?: that)? )"
    r"(?P<subject>(?:(?:the|my|our) )?[^\s,;?]+(?: [^\s,;?]+){0,3}?) (?:values? |columns? )?(?:(?P<be>is|are|was|were)|(?P<has>has|have)|(?P<does>contains?|looks?|seems?|needs?|correlates?|depends?|varies|vary|differs?|goes|go|matters?|changes?|follows?|affects?|influences?|drives?)) (?P<rest>.+)$|"
    r"^(?:(?:can|could|would) (?:you|we) |please |just |lets |let us |let's )*(?:see|check|look|find out|tell me|let me know|test|verify)(?: please| for me| and see| first)* (?:if|whether) (?P<lone>(?:(?:the|my|our) )?[^\s,;?]+(?: [^\s,;?]+){0,3}?) (?P<acts>matters?|varies|correlates?)[?.! ]*$",
    re.I,
)
"""A yes-or-no question told as a thing to find out: “see if minutes is related to price”."""
_CHECK_FOR = re.compile(
    r"^(?:(?:can|could|would) (?:you|we) |please |just |lets |let us |let's )*(?:check|inspect|test|examine|scan|search|look through|"
    r"go through)(?: out)? (?P<what>[^,;?]{1,60}?) for (?:any |some |the )?(?P<fault>outliers?|extremes?|extreme values|skew(?:ness)?|gaps?|blanks?|holes|nulls?|"
    r"nans?|missing(?: values| data| entries)?|duplicates?|typos|errors|mistakes|oddities|anomalies|problems|issues)[?.! ]*$",
    re.I,
)
"""What a column is to be checked for: “check price for outliers”."""
_FAULT = r"(?:weird|strange|odd|silly|crazy|suspicious|extreme|unusual|funny|wild|impossible) (?:values?|numbers?|ones|entries|cells|figures|readings)|outliers?|extremes?|gaps?|blanks?|holes|nulls?|nans?|missing(?: values| data| entries)?|duplicates?|typos"
_BARE_FAULT = re.compile(rf"^(?:(?:and|so|but|ok|what about|how about|any|the|some|still) )*(?:(?P<fault>{_FAULT})(?: (?:in|of|for|among) (?P<what>[^,;?]{{1,60}}?))?|(?P<first>[^,;?]{{1,40}}?) (?P<last>outliers?|extremes|gaps|blanks|nulls|nans|typos))[? ]+$", re.I)
"""A fault with a question mark, and no verb: “outliers in price?”."""
_WAS_DONE = re.compile(rf"^(?:(?:and|so|but) )*(?:did|didnt|didn't|have|haven't|havent) (?:you|we|i) (?:not |already |ever |really |just |now )*(?:{VERBS}|[a-z]+ed|split|cut|put|made|set|done|taken|thrown)\b[^,;]*$", re.I)
_TAGGED = re.compile(
    r"^(?:(?:so|and|but|ok),? )?(?P<subject>(?:(?:the|my|our) )?[^\s,;?]+(?: [^\s,;?]+){0,3}?) (?P<be>is|are|was|were) (?P<rest>[^,;?]{2,60}?)(?:,| -|\?)? (?:yes or no|right|correct|true or false|isnt it|isn't it|arent they|aren't they|is it not|am i right|is that right|is it|are they)\s*\?+$",
    re.I,
)
"""A statement that asks to be confirmed: “carrier is a category, right?”."""
_COLUMN_ONLY = re.compile(r"(?:(?:the|my|our) )?@")
_WE_HAVE = re.compile(r"^do (?:we|i|they|you) (?:still |even |already )?(?:have|got|see)(?= (?:any|some|missing|duplicate|empty|outliers?|gaps?|blanks?|nulls?|nans?|double)\b)", re.I)
_IS_USEFUL = re.compile(
    r"^(?:is|are) (?P<what>(?!it\b|this\b|that\b|there\b|these\b|they\b)[^\s,;?]+(?: [^\s,;?]+){0,2}?) (?:really |at all |actually |of )*(?:useful|important|"
    r"relevant|any use|use|helpful|informative|predictive|useless|irrelevant|unimportant|significant)(?: at all| here| for anything)*[?.! ]*$",
    re.I,
)
_EVER = re.compile(r"(?<=\w) (?:anywhere|somewhere|at all|by any chance|or (?:what|not))(?=[?.! ]*$)", re.I)
_BASES = {"varies": "vary", "goes": "go", "has": "have"}


_WONDERS = re.compile(
    r"^(?:(?:and|so|but|hm+) ,? ?)*(?:i wonder|i'm wondering|im wondering|wondering|i'm curious|im curious|curious|i want to know|i would like to know|"
    r"i'd like to know|tell me|find out|check|see) (?:if|"
    r"whether) (?P<what>.{3,80}\b(?:more|less|better|worse|higher|lower|fewer|longer|shorter|older|younger|richer|poorer|bigger|smaller)\b.{0,60})$",
    re.I,
)
"""Whether some rows have more than others: “I wonder if women earn less”."""


_IS_TRUE = re.compile(
    r"^(?:(?:and|so|but|hm+|ok),? )*(?:(?:is|can|could) it (?:really |actually |just |be )*(?:true|right|correct|so|the case)?|do you (?:think|believe|reckon)|"
    r"would you say|am i right) (?:in thinking )?(?:that )?(?P<what>(?!it\b|this\b|that\b)[^,;?.]{3,80}\b(?:more|less|better|worse|higher|lower|fewer|longer|"
    r"shorter|older|younger|richer|poorer|bigger|smaller|cheaper|dearer|faster|slower|heavier|lighter)\b[^,;.?]{0,60})\?*$",
    re.I,
)
"""“is it true that older kids practise less”"""


_DO_THEY = re.compile(r"^(?:(?:and|so|but|ok|what about|how about),? )*(?P<who>(?!if\b|when\b|since\b|because\b)[^,;?.:]{3,60})[,:;-] ?(?P<do>do|does|did|are|were|have|will|would) (?:they|these|those) (?P<rest>[^,;?.]{3,60})\?*$", re.I)
"""“kids below 10, do they pass?”"""


def asked_outright(message: str, context: RouterContext) -> str:
    """Writes what is to be found out about a column as the question that it is: “see if price is skewed” as “is price skewed”."""
    message = _IS_USEFUL.sub(r"does \g<what> matter", _WE_HAVE.sub("are there", message))
    bare = _BARE_FAULT.match(message) if message.rstrip().endswith("?") else None
    if bare:
        what = bare["what"] or bare["first"]
        return f"are there {bare['fault'] or bare['last']} in {what}?" if what and _COLUMN_ONLY.fullmatch(Clause(what, context).masked) else message if what else f"are there any {bare['fault']}?"
    they = _DO_THEY.match(message) if "they" in message or "these" in message or "those" in message else None
    if they and not opens_with_verb(they["who"]):
        return f"{they['do']} {they['who']} {they['rest']}"
    true = _IS_TRUE.match(message)
    if true and Clause(true["what"], context).columns:
        return f"do {true['what']}"
    checked = _CHECK_FOR.match(message)
    if checked:
        about = _COLUMN_ONLY.fullmatch(Clause(checked["what"], context).masked)
        return f"are there {checked['fault']} in {checked['what']}" if about else message
    wondered = _WONDERS.match(message)
    if wondered and Clause(wondered["what"], context).shape.text.startswith(("#", "the #", "people in #", "people with #")):
        return f"do {wondered['what']}"
    said = _WHETHER.match(message) or _TAGGED.match(message)
    if said is None:
        return _EVER.sub("", message) if message[:4].lower() in ("is t", "is i", "are ", "does", "has ", "is a") or message[:3].lower() == "is " else message
    told = said.groupdict()
    subject = told["subject"] or told["lone"]
    if not _COLUMN_ONLY.fullmatch(Clause(subject, context).masked) or (said["rest"] and Clause(said["rest"], context).values):
        return message
    if said["be"]:
        return f"{said['be']} {subject} {said['rest']}"
    verb = told["has"] or told["does"] or told["acts"]
    return f"does {subject} {_BASES.get(verb.lower(), verb.lower().removesuffix('s'))} {said['rest'] or ''}".strip()


_ITS_SUBJECT = re.compile(rf"(?:is|are|was|were|isnt|arent|wasnt|werent|does|doesnt|do|has|hasnt) (?:(?:there|any|some|ever|negative|positive|missing) )*{_OURS}@")
_ALSO_ASKS = re.compile(rf"[?,;:]|\b(?:then|so|and) (?:please |also |just )*(?:{VERBS})\b|\b(?:{VERBS}) (?:it|them|those|these|that)\b|\bto (?:{VERBS})\b")
"""A second request beside the question, which it may be the reason of."""
_RELATES = re.compile(r"\b(?:relat\w*|correlat\w*|depend\w*|connect\w*|linked|associat\w*|same as|go(?:es)? (?:up|down|together|along|with)|affects?|influences?|drives?|follows?|similar|tied|collinear)\b")
_OF_CLASSES = re.compile(r"\b(?:class(?:es)?|labels?|groups|(?:im|un)?balanced|even|evenly|target)\b")
_OF_MODELS = re.compile(r"\b(?:models?|predict\w*|important|importance|useful|useless|matters?|helps?|accura\w*|overfit\w*|scores?|target|trained|training|METRIC|MODEL|right|wrong|good|bad|worth|better|best|worse|more|less|most|least|enough)\b")


def looked_at(clause: Clause, calls: list[Call] | None) -> list[Call] | None:
    """Gives the look that answers a yes-or-no question about the table; None where it is none, or its calls change nothing anyway."""
    masked = clause.masked
    if _WAS_DONE.match(clause.norm) and (calls is None or any(find_tool(call["tool"]).records for call in calls)):
        return [{"tool": "show_pipeline", "args": {}}]
    if not _ASKED.fullmatch(masked) or _ALSO_ASKS.search(masked):
        return None
    names = [mention.name for mention in clause.columns if mention.clear]
    if calls is None:
        settled = len(names) == 1 and not clause.values and _ITS_SUBJECT.match(masked) is not None and not _OF_MODELS.search(masked)
        return [{"tool": "describe_column", "args": {"column": names[0]}}] if settled else None
    if names == [] and all(call["tool"] == "split" for call in calls) and masked.startswith(("is ", "are ", "was ", "were ")):
        return [{"tool": "show_pipeline", "args": {}}] if any(step.get("tool") == "split" for step in clause.context.steps) else [{"tool": "define", "args": {"term": "test set"}}]
    if not any(_changes(call) for call in calls) or (not names and calls[0]["tool"] == "filter_rows"):
        return None  # rows that only a value tells are asked about
    spoken = _spoken_of(calls)
    look = _look(clause, spoken if spoken and clause.numbers and calls[0]["tool"] == "filter_rows" else names or spoken)
    if _WHETHER_TO.search(masked):
        raise Unclear("Do you want it done, or to know more about it first?", [*(option(call["tool"], call["args"], f"Yes: {label(call)}") for call in calls[:2]), option(look["tool"], look["args"], "Look first")])
    return [look]


def is_look(clause: Clause, unclear: Unclear) -> list[Call] | None:
    """Gives the look that answers a yes-or-no question of which it was only unclear what it should change."""
    offered = [entry["call"] for entry in unclear.options]
    if _WHETHER_TO.search(clause.masked) or not offered or not _changes(offered[0]) or offered[0]["tool"] == "filter_rows" or not any(mention.clear for mention in clause.columns):
        return None
    return looked_at(clause, offered)


_WHETHER_TO = re.compile(r"\b(?:needs?|should(?:nt)?|must|worth|better|have to|has to|makes? sense)\b")
"""What asks whether a thing is to be done."""


def _changes(call: Call) -> bool:
    entry = find_tool(call["tool"])
    return (entry.records or entry.expands) and entry.stage in ("data", "prepare", "features") and call["tool"] not in ("set_target", "set_task", "load_data", "acknowledge")


def _spoken_of(calls: list[Call]) -> list[str]:
    """The columns that the calls name, where the words name none by itself: “does anyone pay over 100”."""
    named = [value for call in calls for slot in ("column", "columns") for value in (call["args"].get(slot) or [] if slot == "columns" else [call["args"].get(slot)]) if isinstance(value, str)]
    return [name for name in dict.fromkeys(named) if name not in ("all", "numeric", "categorical")]


def _look(clause: Clause, names: list[str]) -> Call:
    if len(names) > 1:
        numbers = [name for name in names if clause.context.kind(name) == "numeric"]
        if len(numbers) > 1 or _RELATES.search(clause.masked):
            return {"tool": "correlate", "args": {"columns": numbers if len(numbers) > 1 else names}}
        groups = [name for name in names if clause.context.kind(name) in ("categorical", "boolean")]
        if len(names) == 2 and numbers and groups:
            return {"tool": "aggregate", "args": {"column": numbers[0], "by": groups}}
        return {"tool": "aggregate", "args": {"by": groups[:2], "statistic": "count"}} if len(groups) > 1 else {"tool": "profile", "args": {}}
    if not names and clause.context.target and _OF_CLASSES.search(clause.masked):
        names = [clause.context.target]
    return {"tool": "describe_column", "args": {"column": names[0]}} if names else {"tool": "profile", "args": {}}
