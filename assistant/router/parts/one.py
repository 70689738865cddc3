"""Reads one request: the tool that it asks for, and its arguments from the same words."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from assistant.router.arguments.fill import arguments
from assistant.router.arguments.own_split import own_split
from assistant.router.arguments.slots import option
from assistant.router.arguments.target_first import target_first
from assistant.router.asking.bare_words import refuse_bare
from assistant.router.asking.better_groups import refuse_better
from assistant.router.asking.choices import refuse_bare_word, refuse_choice
from assistant.router.asking.foreign import is_foreign, strange_words
from assistant.router.asking.guards import SURE_ENOUGH, refuse_doubtful
from assistant.router.asking.labels import label
from assistant.router.asking.misheard import refuse_misheard, vague
from assistant.router.asking.only_told import ask_which_way, holds_against, only_tells, says_which
from assistant.router.asking.refuse import is_chatter, is_elsewhere, is_refusal
from assistant.router.asking.refused_rows import compares_columns, refuse_two_columns
from assistant.router.asking.unknown_verb import refuse_unknown_verb
from assistant.router.asking.unused import losses, refuse_losses
from assistant.router.context import Call, RouterContext, leaves
from assistant.router.dialogue.followup import afterthought
from assistant.router.dialogue.putting_back import takes_back
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.names import Mention, key
from assistant.router.entities.reserved import COMMANDS
from assistant.router.entities.vocabulary import with_signs
from assistant.router.parts.segment import (
    corrected,
    opens_with_verb,
    perhaps_corrected,
    segments,
    starts_with_verb,
    trimmed,
)
from assistant.router.tool.adjustments import ROWS_TOLD
from assistant.router.tool.evidence import BELIEVED, NO_REQUEST, SEVERAL, evidence, words_of
from assistant.router.tool.made_a_kind import numbered
from assistant.router.tool.phrases import CLOSE, MARGIN, SURE, all_phrases
from assistant.router.tool.rank import candidates
from assistant.router.tool.said_plainly import said_plainly
from assistant.router.tool.triggers.wordlists import DROP, TABLE
from assistant.router.tool.wanted import DECIDED, ONLY_ASKS, by_examples, wanted
from tools.catalog import find_tool

Found = tuple[list[Call], float]
_ASKS_WHY = re.compile(r"(?:(?:wait|but|so|and|hm+|oh|hey|ok|,) ?)*(?:why|how come)\b(?! (?:not|dont|do not|wont|cant|should|would)\b)")
"""A question for a reason, which changes nothing: “why are rows missing in plan”; “why don't we drop it” proposes."""
_NOT_SUCH = re.compile(r"(?:only |just )?(?:never|not|no) @")
"""Rows of which something is not true, and no statement: “never came back”."""
_ADVICE = re.compile(r"(?:and |but |so )?(?:how (?:do|can|could|would|should) (?:i|we|one|you) (?=(?:fill|drop|remove|delete|split|scale|encode|clean|balance|bin|rename|filter|train|tune|sort out|get rid|handle|treat|deal with)\b)|why (?:should|do|would|must|does|is it)|do (?:i|we) (?:really )?(?:need|have) to|(?:must|should|shall|need) (?:i|we)\b|is it (?:really )?(?:necessary|needed|required|important|useful|a good idea|wise|ok|okay|better|bad) (?:to|if)|does it (?:make sense|help|hurt|matter) (?:to|if)|when (?:should|do|must) (?:i|we)|is there any (?:point|use|reason))\b", re.I)
"""Asks whether or why something should be done, which is no order to do it."""
POINTING = re.compile(r"(?:remove|drop|delete|take|throw|kick|undo) (?:it|that|that one|this one)(?: (?:out|away|again))?$|(?:add|do|use|make|include|sample|run|mark|set|start|try|list|show|plot|draw|print|load|open|read) (?:it|that|them|this|so)(?: up| for me)?$|(?:treat|handle|use|regard|consider|take|see|read) (?:it|that|them|those|these|this)(?: column)? (?:like that|as such|that way|like this|accordingly)$|(?:predict|score|look|see|check)(?: it| that)? again$|the ones? (?:that|which|who|called|named|with|in|of|for)\b", re.I)
"""What only points back to something."""
SURER, MUCH_SURER = 0.5, 0.9
"""From which share on the reading of a message as one request is taken rather than calls of several tools, or of another one."""
BEYOND_DOUBT = 120
"""From which weight on a pattern is more than any share of the examples."""
MOST_SEVERAL = 0.1
"""Up to which share of “several requests” a message is read as one; of 49 such messages that were not among the examples, 44 had more."""


def one_request(clause: Clause, context: RouterContext, alone: bool) -> Found | None:
    text = clause.text
    if is_chatter(text) and len(clause.tokens) < 7 and not clause.columns and not clause.values:
        return None
    if (is_refusal(text) and not _NOT_SUCH.fullmatch(clause.masked)) or is_elsewhere(clause.shape.text):
        return None
    if declared := own_split(text, context):
        return declared, 0.9
    if plain := said_plainly(clause.norm, context):
        return [plain], 0.9
    refuse_unknown_verb(clause)
    if alone:
        refuse_bare(clause)
    ranked = wanted(clause)
    if context.last and (not ranked or ranked[0][0] < 80):
        calls = afterthought(clause, context, ranked[0][1] if ranked else None)
        if calls:
            return calls, 0.8
    if not ranked:
        if alone:
            refuse_better(clause)
        if clause.inherited and (clause.columns or clause.correcting) and len(clause.tokens) < 14:
            return called(clause.inherited, clause), 0.7
        return _by_phrases(clause, alone or starts_with_verb(text))
    weight, tool = ranked[0]
    if weight < DECIDED and says_none(clause, SURELY_NO_WISH) and strange_words(clause) and not clause.has(_OF_A_TABLE):
        return None
    if _ADVICE.match(text) and find_tool(tool).records:
        raise _advised(tool, clause)
    if _ASKS_WHY.match(clause.norm) and find_tool(tool).records:
        return None
    if tool == "filter_rows" and only_tells(clause) and not _NOT_SUCH.fullmatch(clause.masked):
        return None
    try:
        calls = called(tool, clause)
        if alone and weight < DECIDED and not context.last:
            _refuse_disbelieved(calls, clause)
        if tool == "filter_rows" and (ONLY_ASKS.fullmatch(clause.norm) or (holds_against(clause) and not opens_with_verb(text))):
            raise Unclear("Shall only these rows be kept?", [*(option(call["tool"], call["args"], f"Yes: {label(call)}") for call in calls[:2]), option("preview", {}, "Look at the data")])
        if _only_sounds_alike(calls, clause, weight) or (weight < DECIDED and _lacks_its_words(tool, clause)):
            raise vague("I am not sure what you mean. Is it this?", [*(option(call["tool"], call["args"], label(call)) for call in calls[:2]), option("list_options", {}, "Show what can be done")])
    except Unclear:
        if alone or any(name == tool for _, name in candidates(clause)):
            raise
        return None  # examples alone make no question of what may be said in passing
    return None if is_foreign(calls, clause) or _names_somebody(calls, clause) else (calls, min(0.99, weight / 100))


def _names_somebody(calls: list[Call], clause: Clause) -> bool:
    """Says whether a question about somebody only has a word of the column that numbers the rows: “who's the best chess player”, where there is a player_id."""
    asked = re.match(r"(?:so |and )?(?:whos?|who is|who was|who are|where|when)\b", clause.norm)
    return bool(asked) and calls[0]["tool"] in ("set_target", "describe_column") and len(clause.columns) == 1 and clause.columns[0].score < 1.0 and clause.context.kind(clause.columns[0].names[0]) == "id" and bool(strange_words(clause))


def as_one(message: str, context: RouterContext, asks: bool = False) -> Found | None:
    """Reads a whole message as one request for the tool that examples speak for; None where they do not, or (unless it `asks`) a word would be lost."""
    if corrected(message)[0] or perhaps_corrected(message)[0]:
        return None
    clause = Clause(trimmed(message.strip(" .!?")), context)
    said = {tool: share for share, tool in evidence(words_of(clause))}
    tool, share = next(iter(said.items()))
    if share < BELIEVED or tool in (NO_REQUEST, SEVERAL) or (tool == "redo" and takes_back(clause)) or (find_tool(tool).records and ONLY_ASKS.fullmatch(clause.norm)) or said.get(SEVERAL, 0.0) >= MOST_SEVERAL:
        return None
    if tool == "filter_rows" and only_tells(clause) and not says_which(clause):
        if asks:
            ask_which_way(called(tool, clause))
        return None
    if tool != "filter_rows" and compares_columns(clause) and wanted(clause)[0][1] == "filter_rows":
        return None
    if is_refusal(clause.text) or is_elsewhere(clause.shape.text) or (is_chatter(clause.text) and len(clause.tokens) < 7 and not clause.columns and not clause.values) or ((_ADVICE.match(clause.text) or _ASKS_WHY.match(clause.norm)) and find_tool(tool).records):
        return None
    ranked = candidates(clause)
    if ranked and ranked[0][1] != tool and (ranked[0][0] >= BEYOND_DOUBT or (ranked[0][1] == "filter_rows" and ROWS_TOLD.search(clause.masked))):
        return None
    try:
        refuse_unknown_verb(clause)
        refuse_bare(clause)
        calls = called(tool, clause)
        refuse_bare_word(calls, clause)
        refuse_doubtful(calls, by_examples(share) / 100, context)
    except Unclear:
        if asks:
            raise
        return None
    return None if is_foreign(calls, clause) or _names_somebody(calls, clause) or _only_sounds_alike(calls, clause, by_examples(share)) or _lacks_its_words(tool, clause) else (calls, share)


def surer(whole: Found, found: Found, message: str) -> bool:
    """Says whether a message is rather the one request than what its parts give: calls of other tools, or of several, that name no more."""
    tools = {call["tool"] for call in found[0]}
    others = tools - {whole[0][0]["tool"]}
    if not others and len(whole[0]) == len(found[0]) == 1 and found[0][0]["args"].items() < whole[0][0]["args"].items():
        return True  # nothing of what was said is lost
    if not others:
        return whole[1] >= MUCH_SURER and _at_once(whole[0], found[0], message)
    if (len(tools) > 1 and any(find_tool(tool).takes_away for tool in others)):
        return False
    if len(tools) > 1 and find_tool(whole[0][0]["tool"]).takes_away and any(call["tool"] == whole[0][0]["tool"] and call["args"] != whole[0][0]["args"] for call in found[0]):
        return False  # “drop total, z-score distance” takes no more away than the part that says so
    if len(tools) > 1 and (_ON_ITS_OWN.search(message) or (found[1] >= CLEARLY and whole[0][0]["tool"] != "autopilot" and _plain_orders(message))):
        return False
    if len(tools) > 1 and _THEN.search(message) and all(opens_with_verb(text) for text in segments(message)):
        return False  # “explain row 5, then what if wind was 10”
    if len(tools) > 1 and whole[0][0] == found[0][0] and (_DO_IT.search(message) or any(starts_with_verb(text) for text in segments(message)[1:])):
        return False  # “train a forest tune it”
    if _named(found[0], message) > _named(whole[0], message):
        return False  # the parts name all that the whole does, and more
    if len(tools) == 1 and found[1] <= SURE_ENOUGH:
        return whole[1] >= MORE_THAN_DOUBTFUL
    return whole[1] >= MUCH_SURER if len(tools) == 1 else whole[1] >= SURER and _named(found[0], message) <= _named(whole[0], message)


MORE_THAN_DOUBTFUL = 0.8
"""From which share on the reading of a message as one request is taken rather than a doubtful one of its parts."""
_THEN = re.compile(r"\w\W+(?:and )?(?:then|afterwards|after that|finally|lastly)\b", re.I)
_DO_IT = re.compile(r"\w (?:tune|optimi[sz]e|evaluate|explain|plot|export|calibrate|score|cross-?validate) (?:it|them|that)\b", re.I)
_BARE_ORDERS = (COMMANDS | {"calibrate", "calibrate it"}) - {"explain", "compare", "autopilot"}
CLEARLY = 0.75
"""From which sureness on the parts of a message that are orders one after the other are taken as such."""
_QUESTION = re.compile(r"(?:and |so |then )*(?:what|whats|which|how|who|where|why|when)\b", re.I)


def _plain_orders(message: str) -> bool:
    """Says whether a message is an order and more of them, or a question after it: “evaluate it, explain row 5”; a question that leads up to an order is none."""
    first, *rest = segments(message) or [""]
    if not rest or not (starts_with_verb(first) or _QUESTION.match(first)) or not all(" " in piece or piece.lower() in _BARE_ORDERS for piece in (first, *rest)):
        return False
    if _SAYS.match(first) and _QUESTION.match(rest[0]):
        return False  # “explain, by means of shap, what drives the model”
    asked = _QUESTION.match(first) is not None and _SET_APART.match(message.partition(first)[2]) is None
    return not asked and all(opens_with_verb(piece) and not _OF_THAT.fullmatch(piece) for piece in rest)


_OF_THAT = re.compile(r"\w+ (?:it|that|this|them|those|these)(?: \w+)?", re.I)
"""What is done with what was just spoken of: “some rows are in there twice, clean that up”."""
_SAYS = re.compile(r"(?:please |now )*(?:explain|tell|say|describe|let me know)\b", re.I)
_SET_APART = re.compile(r"\s*(?:[.;\n]|,? (?:and )?(?:then|next|afterwards|after that)\b)", re.I)
"""What stands after a question that is one of its own; after a question mark or a comma it may lead up to an order."""


_ON_ITS_OWN = re.compile(r"\w\s*[;\n]\s*\w|\w plus \w", re.I)
"""What sets orders apart for certain: “normalise rate and age; bin rate and age”, “the roc curve plus shap values”."""


def _at_once(whole: list[Call], found: list[Call], message: str) -> bool:
    """Says whether one call does to a list of columns what the parts do one after the other, for the name of one was taken for a verb: “standardise rate and call minutes”."""
    if len(whole) != 1 or len(found) < 2 or any(not isinstance(call["args"].get("columns"), list) for call in (*whole, *found)):
        return False
    rest = [{name: value for name, value in call["args"].items() if name != "columns"} for call in (*whole, *found)]
    names = [name for call in found for name in call["args"]["columns"]]
    return all(args == rest[0] for args in rest) and whole[0]["args"]["columns"] == names and not {key(name) for name in names}.isdisjoint(map(key, segments(message)))


def _named(calls: list[Call], message: str) -> set[str]:
    """Lists what the arguments of calls have from the words of a message."""
    words = key(message)
    return {key(str(leaf)) for call in calls for leaf in leaves(call["args"]) if key(str(leaf)) in words}


def _advised(tool: str, clause: Clause) -> Unclear:
    """Asks where somebody wants to know whether to do a thing, with the thing itself as the first option."""
    try:
        offered = [option(call["tool"], call["args"], f"Yes: {label(call)}") for call in called(tool, clause)[:1]]
    except Unclear as unclear:
        return unclear
    return Unclear("Do you want it done, or to know more about it first?", [*offered, option("define", {"term": tool.replace("_", " ")}, "Explain it"), option("suggest", {}, "What to do next, and why")])


LIKELY, HEARD_OF = 0.3, 0.1
"""From which share on examples that speak for other tools, and for none of them a pattern's, make it a question, and from which a tool is offered."""


HARDLY_BELIEVED = 0.15
"""Up to which share a tool is asked about where examples rather speak for no request, and nothing of the table is named: “calibrate my scale”."""


def _refuse_disbelieved(calls: list[Call], clause: Clause) -> None:
    """Asks where a pattern found a tool that no example speaks for, while examples do for others: “who made a column named x”."""
    heard = evidence(words_of(clause))
    believed = {tool: share for share, tool in heard}.get(calls[0]["tool"], 0.0)
    bare = not (clause.columns or clause.values or clause.numbers or any(call["args"] for call in calls))
    if heard[0][0] < LIKELY or heard[0][1] == SEVERAL or believed > (HARDLY_BELIEVED if bare and heard[0][1] == NO_REQUEST else 0.0):
        return
    options = []
    for share, tool in heard:
        if share >= HEARD_OF and tool not in (NO_REQUEST, SEVERAL):
            try:
                options += [option(call["tool"], call["args"], label(call)) for call in called(tool, clause)[:1]]
            except Unclear as unclear:
                options += unclear.options[:1]
    raise vague("I am not sure what you mean. Is it one of these?", [*options[:2], *(option(call["tool"], call["args"], label(call)) for call in calls[:1])])


_NEVER_GUESSED = frozenset(["set_target", "choose_features"])
"""Tools that decide what is learned: words that only sound like them are asked about."""


NO_WISH, SURELY_NO_WISH = 0.6, 0.8
"""From which share on the examples of what is no request weigh more than phrases that sound alike: beside words that nobody uses about tables, and beside any."""


_OF_A_TABLE = rf"{TABLE}|columns?|features?|fields?|variables?|rows?|records?|values?|models?|charts?|plots?"


def says_none(clause: Clause, least: float = NO_WISH) -> bool:
    """Says whether words that name nothing of the table are rather no request: “fix my printer”."""
    if clause.columns or clause.values or clause.numbers or with_signs(clause.masked) != clause.masked:
        return False
    share = _no_wish(clause)
    return share >= SURELY_NO_WISH or (share >= least and bool(strange_words(clause)))


def _no_wish(clause: Clause) -> float:
    """The share of the belief in what is no request."""
    return {tool: share for share, tool in evidence(words_of(clause))}.get(NO_REQUEST, 0.0)


def _by_phrases(clause: Clause, asks: bool) -> Found | None:
    """Takes the tool whose own phrases are nearest, where one clearly is; asks where it is only close."""
    if POINTING.match(clause.text) or says_none(clause):
        return None
    refuse_two_columns(clause)
    near = all_phrases().nearest(with_signs(clause.masked))
    if not asks or not near or near[0][0] < CLOSE:
        return None
    lead = near[0][0] - near[1][0] if len(near) > 1 else near[0][0]
    heard = {tool: share for share, tool in evidence(words_of(clause))}.get(near[0][1], 0.0)
    if near[0][0] + lead >= SURE and lead >= MARGIN and heard >= UNHEARD and (len(clause.tokens) > 1 or clause.word(0) == near[0][1]):
        calls = called(near[0][1], clause)
        if not _passes_over(calls, clause):
            return None if is_foreign(calls, clause) or _names_somebody(calls, clause) else (calls, 0.7)
    read, options = [], []
    for _, tool in near[:3]:
        try:
            read.append(called(tool, clause))
            options += [option(call["tool"], call["args"], label(call)) for call in read[-1][:1]]
        except Unclear as unclear:
            options += unclear.options[:1]
    used = [calls for calls in read if not losses(calls, clause)] if _no_wish(clause) < NO_WISH else []
    if len(used) == 1 and read[0] == used[0] and used[0][0]["tool"] not in _NEVER_GUESSED and not _names_somebody(used[0], clause) and any(call["args"] for call in used[0]) and (clause.columns or clause.values or clause.numbers) and not is_foreign(used[0], clause):
        return used[0], 0.65  # the nearest tool, and the only one that has a use for all that was named
    raise vague("I am not sure what you mean. Is it one of these?", options)


UNHEARD = 0.02
"""Below which share of the examples phrases alone are asked about."""
PLAINLY, HARDLY = 0.9, 75
"""From which score on a column is named, and no word is only spelled alike; and up to which weight examples alone hardly speak for a tool."""


def _only_sounds_alike(calls: list[Call], clause: Clause, weight: int) -> bool:
    """Says whether a few examples alone speak for a tool that has no use for what is named: “no mixed breeds” is no confusion matrix."""
    return weight <= HARDLY and not clause.numbers and _passes_over(calls, clause, PLAINLY) and all(name != calls[0]["tool"] for _, name in candidates(clause))


_OWN_WORDS = {
    "drop_columns": re.compile(rf"\b(?:{DROP}|out|away|go|goes|gone|off|bin|binned|no|not|never|none|dont|without|forget|unused|useless|unneeded|superfluous|junk|rubbish|nonsense|lose|less|minus|rid|leak\w*|skip|waste|farewell|bye)\b"),
    "choose_features": re.compile(r"\b(?:only|just|use|using|learn\w*|train\w*|inputs?|features?|predictors?|feed|nothing|see|look|keep|choose|pick|select|take|x|alone|everything|all|rest|work)\b"),
    "rename_column": re.compile(r"\b(?:re ?nam\w*|nam\w*|call\w*|label\w*|heading|header|title\w*|as|to|into|becomes?|should|say|instead)\b"),
}
"""Words of which a few that ask for such a step have one."""
A_FEW = 6


def _lacks_its_words(tool: str, clause: Clause) -> bool:
    """Says whether a few words speak for a tool only because others like them do: “coupon used”, “bmi from weight and height”."""
    own = _OWN_WORDS.get(tool)
    return own is not None and len(clause.tokens) <= A_FEW and not clause.context.last and not own.search(clause.masked) and all(name != tool for _, name in candidates(clause))


def _passes_over(calls: list[Call], clause: Clause, least: float = 0.0) -> bool:
    """Says whether calls that only sound alike have no use for any of the columns named: “which zone tips best” is no leaderboard."""
    named = {name for mention in clause.columns if mention.score >= least for name in mention.names}
    return bool(named) and named.isdisjoint(leaf for call in calls for leaf in leaves(call["args"]) if isinstance(leaf, str))


_ROWS_LACKING = re.compile(r"(?:(?:only|just|the|all|show|me|those|these|any) )*(?:[a-z]+s|people|those|ones|everyone|everybody|anyone) (?:(?:who|that|which) )?(?:without|with no|lacking|have no|has no|lack) (?!.*\b(?:go|out|away|gone|off|must|should|shall|can|ought|need|needs|has to|have to|are to)\b)[^,]*@")


def _refuse_rows_lacking(calls: list[Call], clause: Clause) -> None:
    """Asks whether rows that lack something shall stay or go where nothing says it: “passengers without a known age”."""
    if calls and calls[0]["tool"] == "drop_missing" and clause.columns and not clause.context.last and _ROWS_LACKING.match(clause.masked) and not re.match(DROP, clause.masked):
        name = clause.columns[0].name
        raise vague("Shall only these rows stay, or shall they go?", [option("filter_rows", {"column": name, "op": "is_missing"}, f"Keep only the rows where {name} is missing"), option(calls[0]["tool"], calls[0]["args"], label(calls[0]))])


def called(tool: str, clause: Clause) -> list[Call]:
    try:
        calls: list[Call] = [*target_first(tool, clause), *({"tool": tool, "args": args} for args in arguments(tool, clause))]
        calls = [numbered(call, clause) for call in calls]
        refuse_choice(calls, clause)
        _refuse_rows_lacking(calls, clause)
        refuse_misheard(tool, calls, clause)
        refuse_losses(tool, calls, clause)
        return calls
    except Unclear as unclear:
        unclear.tool = tool
        if unclear.mention:
            unclear.options = _completed(unclear.options, unclear.mention, tool, clause)
        raise


def _completed(options: list[dict[str, Any]], mention: Mention, tool: str, clause: Clause) -> list[dict[str, Any]]:
    """Reads the request again with each column that was meant in the place of the words that fit several, so that no option loses the rest of it."""
    start, end = clause.tokens[mention.start].start, clause.tokens[mention.end - 1].end
    completed = []
    for entry, name in zip(options, mention.names, strict=False):
        said = f'{clause.text[:start]}"{name}"{clause.text[end:]}'
        try:
            found = arguments(tool, replace(clause, text=said)) if '"' not in name else []
        except Unclear:
            found = []
        completed.append(option(tool, found[0], entry["label"]) if len(found) == 1 else entry)
    return completed
