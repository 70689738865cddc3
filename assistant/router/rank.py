"""Decides which tool a clause asks for."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from assistant.router import vocabulary
from assistant.router.adjectives import PLAIN
from assistant.router.adjustments import adjustments
from assistant.router.clause import Clause
from assistant.router.comparisons import COMPARISONS
from assistant.router.described import describes_rows, drops_gaps, sorts_rows
from assistant.router.earlier_runs import held_against_earlier
from assistant.router.evidence import BELIEVED, evidence, of_a_file, possible, words_of
from assistant.router.file_names import file_in
from assistant.router.gap_values import value_for_gaps
from assistant.router.gaps import gap
from assistant.router.having import told_by_having
from assistant.router.hints import told_by_words
from assistant.router.params import tries_several
from assistant.router.phrases import all_phrases
from assistant.router.recoding import is_recoding
from assistant.router.refused_rows import compares_columns
from assistant.router.reserved import is_reserved
from assistant.router.rubbish import into_the_bin
from assistant.router.segment import opens_with_verb
from assistant.router.step_removal import one_of_the_steps, removed_tool
from assistant.router.term_questions import term_asked, terms_compared
from assistant.router.triggers import TRIGGERS
from assistant.router.triggers.shapes import CUTS, SHAPES
from assistant.router.triggers.wordlists import EVENS, SIMPLY, TOLD_AFTER
from assistant.router.words import COMMON, ROW_NOUNS
from assistant.router.yes_no_rows import says_yes_or_no
from tools.catalog import find_tool

Ranked = list[tuple[int, str]]
LEADING = 4
"""What a pattern gains where the request opens with it: “fill total bedrooms by median” asks to fill."""
BY_EXAMPLES, CERTAIN_BY_EXAMPLES = 50, 50
"""What a tool weighs that only examples speak for, and what it gains as they leave no doubt; most patterns weigh 80 to 100."""
EXAMPLES_COUNT, HEARD = 30, 0.6
"""What examples that leave no doubt add to a tool's weight by patterns, and from which share on they add some of it."""
DECIDED = 97
"""The weight of patterns that no example outvotes."""
OWN_PHRASE = 98
"""What a request weighs that has just the words of one of a tool's phrases."""
_WHAT_IS = re.compile(r"(?:and |so )?(?:what(?:s| is| are| does| do| means?)|define|explain|whats the point of|what is the point of) (?:an? |me |to me |us )*((?!the |my |our |its |this |that |it |missing|wrong)[a-z0-9 -]{2,40}?)(?: to me| again| exactly| actually| (?:good|used|needed|there|meant) for| means?| for| even| thing)*(?: \?)?")
_QUESTION = re.compile(r"^(?:how|what|which|why|where|when|who|is|are|does|do|did|will|would|whats|average|mean|median|count|plot|histogram|draw|show me the)\b")


def candidates(clause: Clause) -> Ranked:
    """Lists the tools that the words ask for, the heaviest first; worked out once for the same words after the same calls."""
    context = clause.context
    ranked: dict[Any, Ranked] = context.notes.setdefault(clause.text, {}).setdefault("candidates", {})
    situation = (clause.inherited, clause.spoken, context.target, context.last[-1]["tool"] if context.last else None)
    if situation not in ranked:
        ranked[situation] = _ranked(clause)
    return ranked[situation]


def _ranked(clause: Clause) -> Ranked:
    penalty = 6 if clause.columns else 3
    bare = not clause.columns or any(is_reserved(clause.tokens[mention.start]) or mention.score < 0.85 for mention in clause.columns)
    best = dict(_triggered(clause.masked, clause.norm if bare else clause.masked, penalty, possible(words_of(clause))))
    for tool, weight in _shaped(clause.shape.text):
        best[tool] = max(weight, best.get(tool, 0))
    if clause.spoken and _ABOUT_IT.match(clause.masked):
        best["describe_column"] = 93
    own = all_phrases().exact(vocabulary.with_signs(clause.masked))
    if own:
        best[own] = max(best.get(own, 0), OWN_PHRASE)
    if is_recoding(clause):
        best["replace_values"] = 120
    if value_for_gaps(clause) is not None:
        best["impute"] = 126
    if EVENS.search(clause.norm):
        best["balance"] = max(best.get("balance", 0), 112)
    if "bin" in best and into_the_bin(clause):
        best["drop_columns"] = best.pop("bin")
    _by_name(clause, best)
    _put_back(clause, best)
    if clause.context.last and clause.context.last[-1]["tool"] == "tune" and _OF_THE_FOUND.fullmatch(clause.masked):
        best["apply_tuning"] = 110
    if not clause.context.target and not clause.numbers and not clause.values and (_WISHED.match(clause.masked) or _ANYTHING.fullmatch(clause.masked)):
        best["set_target"] = 96
    if says_yes_or_no(clause):
        best["filter_rows"] = 140
    if held_against_earlier(clause):
        best["leaderboard"] = 125
    if removed_tool(clause) or one_of_the_steps(clause):
        best["remove_step"] = 130
    if term_asked(clause) or terms_compared(clause):
        best["define"] = 140
    elif clause.columns:
        best.pop("define", None)
    elif _asks_for_a_term(clause):
        best["define"] = max(best.get("define", 0), 99)
    if _TRIES.match(clause.norm) and tries_several(clause.norm):
        best["tune"] = max(best.get("tune", 0), 100)
    for tool, change in (*adjustments(clause), *_described(clause, best)):
        if tool in best:
            best[tool] += change
    return sorted(((weight, tool) for tool, weight in best.items() if weight > 0), key=lambda entry: -entry[0])


_TRIES = re.compile(r"(?:try|test|vary|sweep|explore|search|check)\b.*\d")


def by_examples(share: float) -> int:
    """Says what a tool weighs that examples speak for with a share from 0 to 1."""
    return round(BY_EXAMPLES + CERTAIN_BY_EXAMPLES * share)


def wanted(clause: Clause) -> Ranked:
    """Lists the tools that the patterns find or that examples speak for, what both together speak for first."""
    best = {tool: weight for weight, tool in candidates(clause)}
    heard = evidence(words_of(clause))
    if file_in(clause.text):
        heard = of_a_file(heard)
    shares = {tool: share for share, tool in heard if tool in KNOWN and share >= BELIEVED}
    for tool, share in shares.items():
        best[tool] = max(best.get(tool, 0), by_examples(share))
    if ONLY_ASKS.fullmatch(clause.norm) and _CURES & set(best):
        best = {tool: weight for tool, weight in best.items() if tool not in _CURES} | {"describe_column" if len(clause.columns) == 1 and clause.columns[0].clear else "profile": 98}
    _put_back(clause, best)
    return sorted(((weight, tool) for tool, weight in best.items()), key=lambda entry: -entry[0] - _outvotes(1.0 if entry[0] >= DECIDED else shares.get(entry[1], 0.0)))


ONLY_ASKS = re.compile(r"(?:(?:so|and|but|ok|hey|well) ,? ?)*(?:(?:is|are|was|were) there\b(?! (?:an?|any|no|some) (?:way|chance|possib|means|option|method))|(?:do|does|did) (?:we|i|you|it|they|the|this|these|any|some)\b(?: [a-z]+){0,2} (?:have|has|contain|repeat|appear|occur|exist)\b|(?:any|got any|have we got)\b)(?:(?!\b(?:drop|remove|delete|fill|fix|treat|throw|clip|cap|if so|then|get rid|to be|(?:has|have|must|should|can|need|needs|ought)(?: to)? (?:go|leave)|out|away|gone)\b)[^,;.])*")
"""A question whether there is something, which changes nothing: “are there any duplicates”."""
_CURES = frozenset(["drop_duplicates", "drop_missing", "handle_outliers", "impute"])
"""What is done about what such questions ask after."""


def _outvotes(share: float) -> float:
    """Says what a share of the belief adds to the weight of a tool."""
    return EXAMPLES_COUNT * max(0.0, share - HEARD) / (1 - HEARD)


_ABOUT_IT = re.compile(r"^(?:describe|inspect|examine|show(?: me)?|tell me (?:more )?about|look (?:closer )?at|summari[sz]e|investigate|analy[sz]e|more about|(?:(?:show|give|tell)(?: me)? )?(?:the |some |more |all )*(?:details?|info|information|statistics|stats|figures|numbers) (?:of|on|about|for)) (?:it|that|this)(?: column| one)?(?: in detail| more closely)?$")


def opens_with(tool: str, clause: Clause) -> bool:
    """Says whether the words that ask for the tool stand first."""
    words = (clause.masked, vocabulary.with_signs(clause.masked))
    return any(name == tool and pattern.match(text) for name, _, pattern in TRIGGERS for text in words) or any(name == tool and pattern.match(clause.shape.text) for name, _, pattern in SHAPES)


_BY_TOOL = {name: sorted(((weight, pattern) for tool, weight, pattern in TRIGGERS if tool == name), key=lambda trigger: -trigger[0]) for name, _, _ in sorted(TRIGGERS, key=lambda trigger: -trigger[1])}
"""The patterns of each tool, the heaviest first, so that the lighter ones of a tool that was found need no look."""


@lru_cache(maxsize=2048)
def _triggered(masked: str, norm: str, penalty: int, tools: frozenset[str]) -> tuple[tuple[str, int], ...]:
    """The weight of each of the tools by the patterns alone; words that are no columns by right count a little less as names."""
    best: dict[str, int] = {}
    for words, less in {norm: penalty, vocabulary.with_signs(masked): 0, masked: 0}.items():
        for tool, patterns in _BY_TOOL.items():
            if tool not in tools:
                continue
            for weight, pattern in patterns:
                if weight - less + LEADING <= best.get(tool, 0):
                    break
                match = pattern.search(words)
                if match:
                    best[tool] = max(best.get(tool, 0), weight - less + LEADING * (match.start() == 0))
    return tuple(best.items())


@lru_cache(maxsize=2048)
def _shaped(shape: str) -> tuple[tuple[str, int], ...]:
    """The tools that a request is built like, each with the weight of its pattern."""
    return tuple((tool, weight) for tool, weight, pattern in SHAPES if pattern.search(shape))


_WISHED = re.compile(r"^(?:how (?:much|many|long|high|large|big|heavy)|what|which)(?: of an?| an?| the)? @ (?:will|would|is (?:going to|likely)|can we expect|should we expect|to expect)\b|^what (?:will|would|is) (?:an? |the )?@ (?:be|going to be)$")
"""A question about what is to come: it names what is to be predicted."""


_ANYTHING = re.compile(r"(?:(?:i|we|you|can|could|please|just|want|would|like|need|to|let|us|lets|me|help|and|now|have|something|be|able) )*(?:predict|forecast|foretell|foresee|guess|estimate)(?: (?:something|anything|stuff|things?|some things?|whatever))?(?: (?:for me|please|here|now|from (?:this|it|the data)))*")
"""A wish to predict that leaves open what."""


_SIMPLY = re.compile(rf"\b(?:{SIMPLY})$")
_ABOUT_TERM = re.compile(r"(?:and |so )?(?:what(?:s| is| are| does)|explain|describe|tell me (?:about|what))(?: to me)?(?: what)? (?:an? |is |are )?(?!(?:the|my|our|its|this|that|it)\b)[a-z0-9 -]{2,40}(?: is| are| means?)?")


_WHAT_IT_IS = re.compile(r"what (?:an? )?((?!the |my |our |its |this |that |it )[a-z0-9 -]{2,40}?) (?:is|are)")


def _asks_for_a_term(clause: Clause) -> bool:
    """Says whether the words ask what a word of the glossary means: “what is one-hot encoding?”."""
    plainly = _SIMPLY.search(clause.norm)
    asked = _WHAT_IT_IS.fullmatch(clause.norm) or _WHAT_IS.fullmatch(TOLD_AFTER.sub("", clause.norm)) or (_ABOUT_TERM.fullmatch(clause.norm[: plainly.start()].strip(" ,")) if plainly else None)
    if asked is None or plainly:
        return asked is not None
    from tools.help.define import find_term

    at_hand = clause.context.runs and clause.norm.startswith("explain") and not clause.norm.endswith(" me")  # “explain shap” draws it
    return not at_hand and find_term(asked[1]) is not None


def _by_name(clause: Clause, best: dict[str, int]) -> None:
    """A tool's own name is a command: keep_best_features k=10."""
    first = clause.word(0)
    if "_" in first and first in KNOWN:
        best[first] = 120


_OF_THE_FOUND = re.compile(r"(?:use|apply|take|keep|train(?: it| one)?(?: (?:with|on))?|go (?:with|for)|pick|choose|i want|give me|build|fit) (?:me )?(?:the (?:parameters|params|settings?|values|ones) (?:that )?(?:it|you|we|the (?:search|tuning)) (?:just )?(?:found|came up with|suggests?|suggested)|those|these|them|the (?:best|winner|winning|found|tuned|second|third|fourth|fifth|\d+(?:st|nd|rd|th)?|next|top)(?: best| one| ones| parameters| params| settings?| values?| trial| combination| set)*)(?: please| then| now)*")
"""What is said of the settings that a search has just found: “take the second best”."""


def takes_back(clause: Clause) -> bool:
    """Says whether “put it back” undoes the step that was just taken; else it takes again one that was undone."""
    last = clause.context.last[-1]["tool"] if clause.context.last else "undo"
    return last not in ("undo", "redo") and find_tool(last).records and clause.has("bring|put|give|want|back")


def _put_back(clause: Clause, best: dict[str, int]) -> None:
    if "redo" in best and takes_back(clause):
        best["undo"] = max(best.pop("redo"), best.get("undo", 0))


KNOWN = frozenset(tool for tool, _, _ in TRIGGERS)


_WITH_OR_WITHOUT = re.compile(r"(?:(?:only|just|keep|all|the) )*(?:(?!foresee|tell|know|see|guess|learn|say|forecast|ask)[a-z]{3,}|@(?= )) (?:with|without|who|that|which|having|have|has) (?:(?:with|without|who|that|which|have|has|having|no|not|and|but|or|,|an?|any|the|are|is|arent|isnt|didnt|dont|doesnt|did|do|does|never|both|neither|nor) )*@(?: (?:and|but|,|with|without|no|not|an?|any|who|have|has|having|are|arent|nor) ?)*(?:@(?: (?:and|but|,|with|without|no|not|an?|any|who|have|has|having|are|arent|nor) ?)*)*")
"""Rows that have one thing and not another: “customers with a partner and without dependents”."""
_WITH_ALL = re.compile(r"(?:(?:only|just|keep|all|the) )*(?:rows?|records?|those|people|everyone|[a-z]{3,}s) (?:(?:that|who|which) )?(?:with|having|have|has) (?:an? |the |any |both )*@(?: ?(?:,|and|, and) (?:an? |the |any )*@)+")
"""Rows that have a value in each of several columns: “passengers with an age and a cabin”."""
_BARE_VALUES = re.compile(r"(?:(?:all|the|only|just) )*[a-z]{3,} (?:(?:that|which|who) (?!would\b|will\b|might\b)[a-z]+ )?(?:from|in|with|at|on|called|named|living in|paid by|made in) (?:the )?#(?: (?:and|or|to|into) (?:the )?#)?|^(?:only |just )?@ (?:of|=|equal to|at) (?:exactly )?N$|(?:(?:all|the|only|just|every|any) )*# (?:(?:from|in|on|at|of|with|and|,|the|who|that|are|is|called|named|living|paid by|by) )*#")


_FORESEEN = re.compile(r"^(?:(?:i|we) (?:would |just |really )*(?:like|want|need|have|wish) (?:to )?(?:be able to )?)?(?:(?:predict|foresee|guess|forecast|know|find out|figure out|work out|learn|tell)\b(?: (?!me\b)\S+){0,4}?|see) (?:(?:if|whether)\b(?: \S+){1,7}?|(?:which|who|what)\b(?: (?!most\b|more\b|has\b|have\b|had\b)\S+){1,7}?) (?:@|#)(?: (?:ones?|people|customers|cases|messages|rows|clients|or not))?$")
"""What is to be known of each row: “which borrowers end up as bad ones”."""


def _of_two_kinds(clause: Clause) -> bool:
    """Says whether all that is named is one column of yes and no, or values of one column."""
    named = {name for value in clause.values for name in value.columns} | {mention.names[0] for mention in clause.columns if mention.clear}
    return len(named) == 1 and (bool(clause.values) or clause.context.kind(next(iter(named))) == "boolean")


_HOW_MUCH_OF_IT = re.compile(rf"(?:and |so )?how (?:{PLAIN}) (?:is|are|was|were) (?:the |our |my |these |those |all )*[a-z]{{3,}}(?: \?)?")
"""A question that an adjective alone says the column of: “how heavy are the animals?”."""
_FORETOLD = re.compile(r"(?:predict|guess|forecast|estimate|foresee|work out|figure out|learn) (?:what|how (?:much|many|\w+))\b(?!.* (?:is|are) (?:important|missing))")
"""What is to be foretold, said by a verb or an adjective: “predict what the car will sell for”."""
_KEEPS = re.compile(rf"(?:only|just|nothing but|keep|show only|focus on|limit to|restrict to|i (?:only |just )?(?:want|need)|{CUTS})\b")
_SO_CALLED = re.compile(rf"{_KEEPS.pattern}(?: (?:only|just|all|the|any|those|our|my|every|to|see|keep|use|take))* @ (?P<noun>[a-z]+)(?: (?:only|please|out|away|now|again|alone))*$")
"""Rows called by what is true of them: “throw away the furnished ones”."""
_EQUALS = re.compile(r"(?<!\S)N(?: ?(?:,|or|and|, and|, or) N)* @(?!\S)|@ (?:of |= |is |in )*N(?: ?(?:,|or|and) N)*(?!\S)")
"""Numbers that a column is to be equal to: “4, 6 and 8 cylinders”."""


_NOT_OF_ROWS = ("split", "drop_columns", "choose_features", "set_target", "extract_dates")
"""Tools for which a sentence may be taken that tells which rows stay or go."""


def _described(clause: Clause, best: dict[str, int]) -> list[tuple[str, int]]:
    """Reads a bare description: with a model at hand “a woman of 30 in first class” is to be predicted, else rows to keep."""
    shape, context = clause.shape.text, clause.context
    if clause.columns and _WITH_OR_WITHOUT.fullmatch(clause.masked) and (not opens_with_verb(clause.text) or re.match(r"(?:only|just|keep)\b", clause.masked)) and all(mention.clear and context.kind(mention.name) == "boolean" for mention in clause.columns[clause.masked.count("@") > 1 and clause.masked.startswith("@") :]):
        best["filter_rows"] = 130
    called = _SO_CALLED.match(clause.masked) if len(clause.columns) == 1 and clause.columns[0].clear and context.kind(clause.columns[0].name) == "boolean" else None
    if called and (called["noun"] == "ones" or called["noun"] in ROW_NOUNS or (called["noun"].endswith("s") and called["noun"] not in COMMON)):
        best["filter_rows"] = 130
    if not clause.columns and _HOW_MUCH_OF_IT.fullmatch(clause.masked) and told_by_words(clause):
        best["describe_column"] = max(best.get("describe_column", 0), 99)
    if not clause.columns and _FORETOLD.match(clause.masked) and told_by_words(clause):
        best["set_target"] = max(best.get("set_target", 0), 96)
    if (compares_columns(clause) or told_by_having(clause)) and not _QUESTION.match(clause.norm) and (not opens_with_verb(clause.text) or _KEEPS.match(clause.masked)):
        best["filter_rows"] = max(best.get("filter_rows", 0), 97)
    if _WITH_ALL.fullmatch(clause.masked) and gap(clause):
        best["filter_rows"] = max(best.get("filter_rows", 0), 110)
    sorted_out = sorts_rows(clause)
    if sorted_out:
        best["filter_rows"] = max(best.get("filter_rows", 0), sorted_out)
        for other in _NOT_OF_ROWS if sorted_out > 92 else ("choose_features",):
            best.pop(other, None)
    if drops_gaps(clause):
        best.pop("drop_columns", None)
        best["drop_missing"] = max(best.get("drop_missing", 0), 96)
    if describes_rows(clause):
        best["filter_rows"] = max(best.get("filter_rows", 0), 92)
    if not context.runs and (not best or max(best.values()) < 80) and _BARE_VALUES.fullmatch(shape):
        best["filter_rows"] = 84
    if not context.runs and not clause.numbers and _FORESEEN.match(shape) and _of_two_kinds(clause):
        best["set_target"] = max(best.get("set_target", 0), 96)
    if not re.search(r"[#ND]|^(?:only|just|no|not)\b|only$", shape):
        return []
    pairs = len(re.findall(r"@ (?:(?:=|:|is|of|was) )?(?:N|#|Q)|N @|#", shape))
    if context.runs and pairs >= 2 and not re.match(r"(?:only|just|keep|drop|remove|filter|split|train|plot|exclude|fill|delete)\b", shape) and not {"filter_rows", "what_if", "explain"} & set(best):
        best.setdefault("predict", 86)
        return [("set_target", -25), ("predict", 8)]
    compared = any(pattern.search(shape) for _, pattern in COMPARISONS)
    if compared and "drop_columns" in best and not clause.has("columns?|features?"):
        best["filter_rows"] = max(best.get("filter_rows", 0), 90)
    if set(best) <= {"filter_rows"} and (compared or _EQUALS.search(shape)) and (_KEEPS.match(shape) or shape.endswith(" only")):
        best["filter_rows"] = max(best.get("filter_rows", 0), 82)
    if not best and compared and not _QUESTION.match(shape) and not re.search(r"[ND] (?:are|is|seems?|looks?)\b", shape):
        best["filter_rows"] = 76
    if not best and "#" in shape and re.match(r"(?:only|just|no|not|without)\b|.* only$", shape):
        best["filter_rows"] = 76
    return []
