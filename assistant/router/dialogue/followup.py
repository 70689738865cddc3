"""Understands afterthoughts: the same for age, no the mean, with 500 trees."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.method_words import TABLES
from assistant.router.arguments.model_slots import params_of
from assistant.router.arguments.slots import option
from assistant.router.asking.term_questions import is_term
from assistant.router.context import Call, RouterContext
from assistant.router.dialogue.changed import REFUSED, SORRY, changed, merged
from assistant.router.dialogue.corrections import corrected_call
from assistant.router.dialogue.redrawn import redrawn
from assistant.router.dialogue.regrouped import regrouped
from assistant.router.dialogue.spared_after_all import spared_after_all
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.column_values import no_of, yes_of
from assistant.router.entities.words import COMMON
from assistant.router.parts.segment import opens_with_verb
from assistant.router.tool.triggers.wordlists import DROP

_SAME = re.compile(
    r"\b(?:the same|same (?:(?:thing|again|treatment|chart|plot|graph|picture|way|step|method)(?: again)?(?: (?:for|with|to|on|but|of|in))?|for|with|to|on|but|"
    r"in)|do (?:that|it|this|so) (?:for|to|with|on|again|too)|likewise|ditto|also (?:for|to)|apply (?:that|it|this) to|repeat (?:that|it|this))\b|"
    r"^(?:and |also |now )*(?:for |to )?(?:the )?@(?: ?(?:, and|,|and|&|plus) (?:the )?@)* (?:too|also|as well)$|"
    r"^(?:(?:and|also|now|ok|then) )*(?:the )?(?:other|remaining)(?: (?:one|two|three|four|2|3|4))?(?: (?:columns?|ones|features?|fields?))? (?:too|also|"
    r"as well) ?[,:-]? (?:the )?@(?: ?(?:, and|,|and|&|plus) (?:the )?@)*$|^(?:and|also|what about|how about) (?:for |the |in )*@$|"
    r"^(?:and )(?:for |the )*@(?: (?:and|,) @)*$|\b(?:that|this) (?:curve|chart|plot|graph|picture|matrix|one|table|list|thing|number|score)\b.* (?:too|as well|"
    r"also|again)$",
)
_BROKEN_DOWN = r"^(?:(?:and|now|then|please|also|ok) )*(?:(?:split|divided?|break|broken|separated?|grouped?)(?: (?:it|that|this|them|those|these))?(?: (?:up|down|out|apart))?) (?:by|per|for each|into) (?:the )?@(?: please| now| too)*$"
"""What breaks a chart or table down further: “split by sex”, “broken down by region”."""
_CHANGE = re.compile(rf"{_BROKEN_DOWN}"
    r"|^(?:(?:a )?(?:bit|little|lot|much|even|far|slightly|way) )*(?:deeper|shallower|bigger|smaller|larger|higher|lower|slower|faster|stronger|weaker|finer|"
    r"coarser|simpler|longer|shorter|wider|narrower|stricter|looser)\b|^split (?:it|that|this|them) by @|"
    r"^(?:(?:that|this|it) (?:is|was|looks|seems) |thats |its )?(?:still |(?:a )?(?:bit|little|lot) |much |way |far )*too (?:low|high|many|few|much|little|big|"
    r"small|large|deep|shallow|strict|loose|coarse|fine|short|long|wide)\b[ ,.;:-]+(?=[a-z ]*-?\.?\d)|"
    r"\b(?:would|might|could|will) (?:really |probably |maybe )?(?:be|do|work|suit|fit) (?:a (?:bit|lot) |much |far )?(?:better|best|nicer|fine|fairer|safer|"
    r"wiser|enough|more (?:sensible|robust|honest|useful)|good|great|ok|preferable|simpler|clearer|right)\b|"
    r"^(?:should|shouldnt|could|couldnt|wouldnt) (?:it|that|this|you) (?:not )?(?:rather |better )?(?:have |be |use |take |have used |have been )|"
    r"^you (?:should|could|ought to) (?:rather |better )?(?:have |use |take )|^(?:lets |let us |i (?:would|will) )?(?:go|stick|work) (?:with|for)\b|"
    r"^why not (?:the |an? |use |take |with |by |try )|"
    r"\b(?:seems?|sounds?|feels?|looks?|is) (?:a (?:bit|lot) |much |far )?(?:more (?:honest|sensible|robust|reasonable|useful|fair|stable|telling)|better|fairer|"
    r"safer|wiser|nicer)(?: (?:to me|here|there|for (?:me|us|this)))?$|"
    r"^(?:i |id |we |wed )?(?:would |d )?rather (?:you |we |have |had |that you )*(?:used?|took|take|have|had|made?|did|do|go|went)\b|"
    r"^(?:i|we) (?:would )?(?:prefer|like|want) (?:it |that |this )?(?:to (?:be|use|have) |with |by |as )?(?:the |an? )|"
    r"^(?:more|fewer|less|only|just|on|up to(?= \d)|as|colou?red|by|per|no|nope|not|rather|instead|actually|i meant|i mean|make (?:it|that)|better|use|and|now|"
    r"but|with|try|bump|raise|increase|lower|reduce|decrease|set|change|put|turn|push|crank|double check|what about|how about|again|same|for|"
    r"(?:once|one) more(?: time)?|(?:twice|double|half|three times) (?:as|the|that))\b|^the (?:last|first|other) ones?\b|"
    r"^(?:show|give|list|see)(?: me| us)? \d+(?: (?:of (?:them|those|these)|more|instead|rows))?$|"
    r"^an? (?:bit|little|touch|lot) (?:more|less|lower|higher|fewer|smaller|larger)\b|\binstead\b|\brather\b|\bthis time\b|\bagain\b|"
    r"\w ?,? not (?:the |an? |with |by )?[\w ]{2,30}$")
_OF_GROUPS: tuple[tuple[str, dict[str, Any], re.Pattern[str]], ...] = (
    ("plot_model", {"kind": "clusters"}, re.compile(r"(?:(?:and|now|then|please|just|can you|so) )*(?:draw|plot|show(?: me)?|see|picture|visuali[sz]e|paint|look at) (?:them|those|these|that|it|the result)(?: all)?(?: please| now| on a chart)?")),
    ("explain", {}, re.compile(
        r"(?:(?:and|now|then|please|just|can you|so) )*(?:describe|explain|characteri[sz]e|profile|tell me about|what are|who are) (?:them|those|these|"
        r"each(?: one)?|it|each of them)(?: all)?(?: like| please| now| to me)?|"
        r"(?:(?:and|so|but|now) )*(?:(?:which|what) (?:groups?|clusters?|ones?) (?:is|are|has|have|had|was|were)\b.*|"
        r"(?:tell me about|what about|describe|explain|what is|whats|who is in|who are in|what is in|"
        r"show me) (?:the )?(?:(?:first|second|third|last|other) (?:group|cluster|one)|(?:group|cluster) \d+)(?: like)?)")),
)
"""What is asked of groups that were just found, as “them”."""
_ANOTHER_TERM = re.compile(r"(?:(?:and|so|ok|now|then|what about|how about|what is|whats) )+(?:an? |the )?(?P<term>[a-z0-9][\w -]{1,40}?)(?: then| again| mean| means)?")
"""Another word to explain: “and precision?”."""
_ONLY_THESE = re.compile(r"(?:(?:and|but|now) )*(?:only|just|not|without|no) ")
_TURNED_ROUND = re.compile(r"\b(?:not (?:the )?@|instead of (?:the )?@|i meant?)")
_APOLOGY = re.compile(r"(?:sorry|oops|ups|pardon|my bad|hm+|wait)\b")
_AND_MORE = re.compile(r"^(?:undo|revert|cancel|stop|take)\b[^,@]{0,20}(?:,|and|then)+ (?=[a-z])")
"""What is taken back before something else is asked for: “undo that and take the median instead”."""
_LOOKS = ("aggregate", "plot", "describe_column", "preview", "correlate", "profile", "evaluate")
_LEAVES_OUT = re.compile(r"(?:(?:and|but|now|again|the same|same|ok|please) )*(?:without|excluding|except|leaving out|ignoring|not counting|not including) ")
_DROPS = re.compile(rf"(?:(?:and|now|then|also|please|so|ok|but) )*(?:{DROP}) ")
"""What is to go, after something else was done: “and drop the sex”."""
_CORRECTS = re.compile(r"^(?:no|nope|not|rather|i meant|i mean)\b|\w ?,? not (?:the |an? |with |by )?[\w ]{2,30}$|\binstead\b|\brather\b")
_SWAPPED = re.compile(r"^(?:(?:no|rather|and) )?(?:the )?other way (?:round|around)$|^(?:swap|flip|switch|exchange) (?:the |them|both )*(?:axes|axis|around|round|x and y)?$")
_ONLY = re.compile(r"(?:(?:no|nope|but|and|sorry|wait|actually) )*(?:only|just) (?:the )?@")
_SET_TO = re.compile(r"(?:the |my )?@ ?(?:=|:=) ?\S")
_NOR = re.compile(r"(?:(?:and|but|or|also) )*(?:nor|neither|except|without|leave|not (?:from|using|with|by|on)|not (?:the )?@ either)\b")
"""What is not to be learned from, after what shall be predicted was said: “nor the shoes”."""
_NOT_FROM = re.compile(
    r"(?:(?:and|but|or|also|please) )*(?:nor|neither|without(?: using)?|except|leaving out|leave out|ignoring|ignore|not (?:from|using|with|by|on|including)|"
    r"excluding)(?: (?:the|my|our|column|from))* @(?: ?(?:, and|, or|, nor|,|and|or|nor|&) (?:the )?@)*(?: (?:either|please|though|as an? (?:input|feature)))*",
)
_BRINGS_BACK = re.compile(r"(?:(?:and|but|no|please|can you|could you|now|also|ok) )*(?:bring|put|get|give|take|add|have|want|restore|return|keep|i want|i need)\b.*\b(?:back|again|in after all)\b|(?:(?:and|but|no|please|now|also|ok) )*restore\b")
"""What wants a column back after another was dropped."""
_NONE_OF = re.compile(r"(?:(?:and|but|or|now|what|if|what if|how about|what about|same|the same) )*(?:with no|without|no|if there (?:is|was|were) no|with 0) (?:any |the )?@")
"""A number of a record that is none: “and without rain”."""
_ALL_AFTER_ALL = re.compile(
    r"(?:(?:no|nope|not|wait|but|rather|actually|back to|keep|i want|i meant|give me) ,? ?)*(?:all|every)(?: of)?(?: the| those)? @(?: please| again| after all)*|"
    r"(?:(?:no|nope|wait|but|rather|actually) ,? ?)+(?:(?:back to|keep|i want|i meant|give me) )?(?:all(?: of them| rows| the rows| the others too)?|everyone|"
    r"everybody|everything)(?: please| again| after all)*",
)
"""“no, all wards”: the rows that were just left out are wanted."""


def afterthought(clause: Clause, context: RouterContext, competing: str | None) -> list[Call] | None:
    """Reads what refers to the previous turn; `competing` is the tool that the words ask for by themselves."""
    last = next((call for call in reversed(context.last[-2:]) if call["tool"] != "undo"), context.last[-1] if context.last else None)
    if (competing == "drop_columns" and last is not None and last["tool"] != "drop_columns" and clause.columns and _DROPS.match(clause.masked)) or competing in ("edit_step", "remove_step") or (competing in (None, "undo", "cancel") and _AND_MORE.search(clause.masked)):
        return None
    words = SORRY.sub("", clause.masked.strip(" .!?,"))
    if last is None and context.runs:
        last = {"tool": "train", "args": {"model": context.latest_model}}
        if not (_CHANGE.search(words) and params_of(clause, context.latest_model)) and not _SAME.search(words):
            return None
    if last is None or (last["tool"] == "undo" and clause.numbers and not clause.has("more|another|steps?|again|further|times?|once|twice|back|undo")):
        return None
    if last["tool"] == "set_target" and _NOT_FROM.fullmatch(words) and clause.columns and all(mention.clear and mention.name != context.target for mention in clause.columns) and not clause.values:
        return [{"tool": "drop_columns", "args": {"columns": [mention.name for mention in clause.columns]}}]
    if (last["tool"] == "set_target" and _NOR.match(words)) or (last["tool"] in (*_IN_PLACE, "drop_columns") and _SET_TO.match(words)) or (last["tool"] == "drop_columns" and _BRINGS_BACK.match(words)):
        return None
    if last["tool"] in ("predict", "what_if") and _NONE_OF.fullmatch(words) and len(clause.columns) == 1 and clause.columns[0].clear and (clause.context.kind(name := clause.columns[0].name) == "numeric" or no_of(clause.context, name) is not None):
        slot = "values" if last["tool"] == "predict" else "changes"
        return [{"tool": last["tool"], "args": {**last["args"], slot: {**(last["args"].get(slot) or {}), name: 0 if no_of(clause.context, name) is None else no_of(clause.context, name)}}}]
    if last["tool"] == "extract_dates" and not clause.columns and len(clause.tokens) < 7 and re.match(r"(?:and|also|plus|the|too|with|what about)\b|.*\b(?:too|as well|also)$", words) and (parts := vocabulary.every(clause.masked, vocabulary.DATE_PARTS)):
        return [{"tool": "extract_dates", "args": {**last["args"], "parts": parts}}]
    if last["tool"] in ("predict", "what_if", "rename_column", "filter_rows") and (other := _other_of_it(clause, last, words)):
        return [other]
    if last["tool"] == "filter_rows" and not context.refused and _ALL_AFTER_ALL.fullmatch(words) and all(last["args"].get("column") in mention.names for mention in clause.columns):
        return [{"tool": "undo", "args": {}}]
    if clause.values and last["tool"] in ("aggregate", "describe_column", "preview", "profile") and competing in (None, "filter_rows") and _ONLY_THESE.match(words):
        return None  # “only the tech team's” after a table by agent keeps rows
    if of_it := _of_term_or_groups(clause, context, last, words, competing):
        return of_it
    if last["tool"] in _LOOKS and _LEAVES_OUT.match(words):
        return None  # “without the returned ones this time” takes rows away, or a column
    if last["tool"] not in ("plot", "aggregate") and (spared := spared_after_all(clause)):
        return spared
    put_right = redrawn(clause, last) or regrouped(clause, last) or corrected_call(clause, last)
    if put_right:
        return [_edited(last, put_right, context, refused=True) or put_right]
    if competing == "split" and last["tool"] == "describe_column" and len(clause.columns) == 1 and clause.columns[0].clear and re.match(_BROKEN_DOWN, words):
        raise _broken_down(last["args"]["column"], clause.columns[0].name, clause.context.kind(last["args"]["column"]) == "numeric")
    if _SAME.search(words) and (competing not in ("redo", "apply_pipeline") or (clause.columns and competing == "apply_pipeline")):
        return _again(clause, last)
    if competing not in (None, last["tool"], "drop_columns", "filter_rows", "train", "predict", "evaluate", "undo", "cancel", *(("split", "aggregate") if (last["tool"] == "plot" and not clause.has("train|training|test|testing|sets?|folds?")) or (last["tool"] == "aggregate" and re.match(_BROKEN_DOWN, words)) else ())) and not _CORRECTS.search(words):
        return None
    if _SWAPPED.match(clause.norm.strip(" .!?,")) and {"x", "y"} <= set(last.get("args", {})):
        return [{"tool": last["tool"], "args": {**last["args"], "x": last["args"]["y"], "y": last["args"]["x"]}}]
    if not _CHANGE.search(words) and len(words.split()) > 3:
        return None
    if competing == last["tool"] and clause.columns and not re.match(r"^(?:no|and)\b", words):
        return None
    if not _CHANGE.search(words) and competing is not None and not (competing == last["tool"] and (_APOLOGY.match(clause.masked) or _only_a_way(words, last["tool"]))):
        return None
    args = changed(last, clause)
    if not args or _leaves_a_number(args, clause):
        return None
    again = {"tool": last["tool"], "args": merged(last, args)}
    if again == last and not clause.has("again|repeat|same|once more"):
        return None  # “and per ward” after the rows of a ward were kept asks for something else
    if _no_such_value(again, context):
        return None
    return [_edited(last, again, context, refused=REFUSED.match(words) is not None or _TURNED_ROUND.search(words) is not None, only=_ONLY.match(words) is not None) or again]


def _of_term_or_groups(clause: Clause, context: RouterContext, last: Call, words: str, competing: str | None) -> list[Call] | None:
    """Another term after one was explained, or what is asked of groups that were just found."""
    if last["tool"] == "define" and (named := _ANOTHER_TERM.fullmatch(clause.norm.strip(" .!?"))) and (is_term(named["term"]) or (competing in (None, "define") and not clause.columns and COMMON.isdisjoint(named["term"].split()) and "thank" not in clause.norm)):
        return [{"tool": "define", "args": {"term": named["term"]}}]
    if last["tool"] in ("train", "plot_model", "explain", "evaluate") and context.task == "clustering" and not clause.columns and (context.runs or last["tool"] == "train"):
        for tool, args, pattern in _OF_GROUPS:
            if pattern.fullmatch(words):
                return [{"tool": tool, "args": {**args}}]
    return None


_TURNED = re.compile(r"(?:(?:and|but|or|what|so|now) )*(?:without(?: it| one| that| any)?|with none|if not|if (?:it|he|she|they) (?:is|was|has|had|does|did|were|have) (?:not|none)|if (?:it|he|she|they) (?:isnt|wasnt|hasnt|hadnt|doesnt|didnt|werent|dont|havent)|otherwise)")
_NAMED_INSTEAD = re.compile(r"(?:(?:(?:no|nope|rather|sorry|actually|wait|better|oops)\b|i meant?|call it|name it|make (?:it|that)|to|as)(?: ?, ?| )(?:to |as )?)+(?P<name>[\w-]{2,40})(?: (?:instead|please|rather))?", re.I)
_ALSO_THERE = re.compile(r"(?:(?:and|also|or|plus) )+(?:where|if|when|for|those where) (?:the )?@(?: (?:is|are|was|were|has|does))?(?: (?:too|as well|also))?")


def _other_of_it(clause: Clause, last: Call, words: str) -> Call | None:
    """What was told the other way round: a record without what it had, another new name, the same of another column: “and without?”, “no, to desk”, “also where agent is”."""
    args, context = last["args"], clause.context
    if last["tool"] == "rename_column":
        named = _NAMED_INSTEAD.fullmatch(clause.text.strip(" .!?"))
        if named is None or clause.columns or args.get("name") not in context.names or named["name"].lower() in COMMON or opens_with_verb(named["name"].lower()):
            return None
        return {"tool": "rename_column", "args": {"column": args["name"], "name": named["name"]}}
    if last["tool"] == "filter_rows":
        alike = _ALSO_THERE.fullmatch(words) is not None and len(clause.columns) == 1 and clause.columns[0].clear and not clause.values
        return {"tool": "filter_rows", "args": {**args, "column": clause.columns[0].name}} if alike and args.get("op") in ("missing", "not_missing") else None
    slot = "values" if last["tool"] == "predict" else "changes"
    told = args.get(slot) or {}
    name = next((name for name in reversed(told) if told[name] in (yes_of(context, name), no_of(context, name)) and yes_of(context, name) is not None), None) if _TURNED.fullmatch(words) else None
    if name is None:
        return None
    return {"tool": last["tool"], "args": {**args, slot: {**told, name: no_of(context, name) if told[name] == yes_of(context, name) else yes_of(context, name)}}}


_IN_PLACE = frozenset(["impute", "scale", "encode", "bin", "handle_outliers", "transform", "extract_dates", "vectorize_text", "reduce_dimensions", "keep_best_features", "balance"])
"""Steps that find nothing left to do when they are done once more in another way: the gaps that the median filled are no gaps for the mean."""


def _edited(last: Call, again: Call, context: RouterContext, refused: bool, only: bool = False) -> Call | None:
    """Changes the step itself where it was to work in another way, or on `only` some of its columns, or where other rows or columns were meant, of which none is left: “no, the mean”, “only the fare”, “sorry, cats, not dogs”."""
    step = next(iter(reversed(context.steps)), None)
    if step is None or "number" not in step or (context.last and context.last[-1]["tool"] in ("undo", "remove_step")) or again["tool"] != last["tool"] or step.get("tool") != last["tool"] or not last["args"].items() <= step.get("args", {}).items():
        return None
    other = {name: value for name, value in again["args"].items() if last["args"].get(name) != value}
    slot = "column" if last["tool"] == "filter_rows" else "columns"
    fewer = only and slot == "columns" and isinstance(other.get(slot), list) and isinstance(last["args"].get(slot), list) and set(other[slot]) < set(last["args"][slot])
    if slot in other and not fewer and not (refused and last["tool"] in (*_IN_PLACE, "drop_columns")):
        return None
    if last["tool"] not in _IN_PLACE and not (refused and last["tool"] in ("filter_rows", "drop_columns")):
        return None
    return {"tool": "edit_step", "args": {"step": step["number"], "args": other}} if other else None


def _no_such_value(again: Call, context: RouterContext) -> bool:
    """Says whether rows were to be kept by a value that another column has: “all species” after those of an island."""
    column = context.column(again["args"].get("column") or "") if again["tool"] == "filter_rows" else {}
    values, wanted = column.get("values") or [], again["args"].get("value")
    return isinstance(wanted, str) and (column.get("kind") in ("numeric", "datetime") or (column.get("kind") in ("categorical", "boolean") and bool(values) and wanted not in values))


def _leaves_a_number(args: dict[str, Any], clause: Clause) -> bool:
    """Says whether other columns are all that was read of words that hold a number too: “set ages over 100 to empty” drops no column."""
    numbers = [token for _, token in clause.numbers if token.number != len(clause.columns)]  # “the other two, age and height”
    return bool(numbers) and set(args) <= {"columns", "column", "with_column", "x", "y", "color", "by"}


def _broken_down(column: str, by: str, numeric: bool) -> Unclear:
    """Asks whether what was looked at is to be shown by group, or the data to be split for the test."""
    drawn = {"kind": "box", "x": by, "y": column} if numeric else {"kind": "bar", "x": column, "color": by}
    told = option("aggregate", {"column": column, "by": [by], "statistic": "mean"}, f"The mean of {column} by {by}") if numeric else option("aggregate", {"by": [by, column], "statistic": "count"}, f"How often each {column} is there by {by}")
    kept = [option("plot", drawn, f"Draw {column} by {by}"), told]
    return Unclear(f"Shall I show {column} by {by}, or split the data into training and test by {by}?", [*kept, option("split", {"strategy": "group", "column": by}, "Split the data")])


def _only_a_way(words: str, tool: str) -> bool:
    """Says whether the words are nothing but a way to do what was just done: “minmax”, “kendall please”."""
    said = re.sub(r" (?:please|then|now)$", "", words)
    return any(pattern.fullmatch(said) for (owner, _), names in TABLES.items() if owner == tool for _, pattern in names)


def _again(clause: Clause, last: Call) -> list[Call] | None:
    new = changed(last, clause)
    if _leaves_a_number(new, clause):
        return None
    if last["tool"] == "impute" and last["args"].get("strategy") == "median" and isinstance(names := new.get("columns"), list) and all(clause.context.kind(name) in ("categorical", "boolean") for name in names):
        last = {"tool": "impute", "args": {name: value for name, value in last["args"].items() if name != "strategy"}}  # words have no median, and get what is usual for them
    return [{"tool": last["tool"], "args": merged(last, new)}] if new or clause.has("again|repeat") else None
