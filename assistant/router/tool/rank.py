"""Decides which tool a clause asks for."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.gap_values import value_for_gaps
from assistant.router.arguments.misses import dreads_misses
from assistant.router.arguments.params import tries_several
from assistant.router.arguments.recoding import is_recoding
from assistant.router.asking.asks_for_term import asks_for_a_term
from assistant.router.asking.term_questions import term_asked, terms_compared
from assistant.router.dialogue.earlier_runs import held_against_earlier
from assistant.router.dialogue.putting_back import put_back
from assistant.router.dialogue.step_removal import one_of_the_steps, removed_tool
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause
from assistant.router.entities.days import of_days
from assistant.router.entities.described import called_so
from assistant.router.entities.hints import unit_column
from assistant.router.entities.reserved import is_reserved
from assistant.router.entities.words import ROW_NOUNS, TRADE, WORLDLY
from assistant.router.entities.yes_no_rows import says_yes_or_no, told_yes_or_no
from assistant.router.tool.adjustments import adjustments
from assistant.router.tool.bare_description import described_barely
from assistant.router.tool.evidence import possible, words_of
from assistant.router.tool.made_a_kind import made_a_kind
from assistant.router.tool.phrases import all_phrases
from assistant.router.tool.triggered import KNOWN, shaped, triggered
from assistant.router.tool.triggers.wordlists import EVENS, HEAPS, WRITTEN_BESIDE_DIGITS
from assistant.router.wording.rubbish import all_into_the_bin, into_the_bin

Ranked = list[tuple[int, str]]
OWN_PHRASE = 98
"""What a request weighs that has just the words of one of a tool's phrases."""


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
    best = dict(triggered(clause.masked, clause.norm if bare else clause.masked, penalty, possible(words_of(clause))))
    for tool, weight in shaped(clause.shape.text):
        best[tool] = max(weight, best.get(tool, 0))
    if clause.spoken and _ABOUT_IT.match(clause.masked):
        best["describe_column"] = 93
    own = all_phrases().exact(vocabulary.with_signs(clause.masked))
    if own:
        best[own] = max(best.get(own, 0), OWN_PHRASE)
    for weigh in (_weigh_preparation, _weigh_rows, _weigh_names, _weigh_modelling, _weigh_words):
        weigh(clause, best)
    for tool, change in (*adjustments(clause), *described_barely(clause, best)):
        if tool in best:
            best[tool] += change
    return sorted(((weight, tool) for tool, weight in best.items() if weight > 0), key=lambda entry: -entry[0])


def _weigh_preparation(clause: Clause, best: dict[str, int]) -> None:
    """Weighs what is done to values and kinds."""
    if is_recoding(clause):
        best["replace_values"] = 120
    if WRITTEN_BESIDE_DIGITS.search(clause.masked):
        best["set_kind"] = 120
    if clause.context.task == "clustering" and clause.context.runs and _ABOUT_THE_GROUPS.fullmatch(clause.norm):
        best["explain"] = 120
    if value_for_gaps(clause) is not None:
        best["impute"] = 126
    if (kind := made_a_kind(clause)) is not None:
        best[kind] = 125
    if _SPLIT_AGAIN.fullmatch(clause.norm) and not (clause.context.last and clause.context.last[-1]["tool"] == "undo"):
        best["split"] = 110
    if EVENS.search(clause.norm):
        best["balance"] = max(best.get("balance", 0), 112)
    if "bin" in best and all_into_the_bin(clause):
        best["start_over"] = best.pop("bin")
    if "bin" in best and into_the_bin(clause):
        best["drop_columns"] = best.pop("bin")


_LACKING_GO = re.compile(
    r"(?:(?:no|not|without|without an?|empty|missing|blank|unknown) @(?: [a-z]+s)?(?: ?(?:- >|= >|->|=>|:|,))? (?:out|away|go|goes|can go|must go|should go|drop|"
    r"remove|delete)|(?:(?:the|all|any|drop|remove|delete|exclude|throw|kick|no|without|only|keep|get rid of) )*(?:negative|positive) @(?: values?| ones|"
    r" rows)?(?: (?:out|away|go|goes|can go|must go|should go|only|please))*)",
)
"""What goes as it lacks something, is empty, or lies below zero: “without balcony out”, “negative delays out”."""


def _weigh_rows(clause: Clause, best: dict[str, int]) -> None:
    """Weighs the choice of rows, be it told by a value or a number alone."""
    if _DAYS_ALONE.fullmatch(clause.norm) and of_days(clause):
        best["filter_rows"] = 140
    if (_SUCH_PEOPLE.fullmatch(clause.masked) or ((such := _SUCH_THINGS.fullmatch(clause.masked)) and such["noun"].removesuffix("s") not in WORLDLY | TRADE and such["noun"] not in TRADE)) and called_so(clause):
        best["filter_rows"] = max(best.get("filter_rows", 0), 97)
    if clause.columns and _LACKING_GO.fullmatch(clause.masked):
        kind = clause.context.kind(clause.columns[0].names[0])
        best["drop_missing" if clause.word(0) in ("empty", "missing", "blank", "unknown") else "filter_rows"] = 126 if kind == "boolean" or clause.word(0) not in ("no", "not", "without") else 0
    if told_yes_or_no(clause) is not None:
        best["filter_rows"] = 126
    if _SUCH_ROWS.fullmatch(clause.shape.text) and clause.columns[0].score <= 1.0 and clause.word(clause.columns[0].end - 1).endswith("s") and not set(clause.columns[0].names) & set(clause.values[0].columns):
        best["filter_rows"] = max(best.get("filter_rows", 0), 97)
    if _BARE_COMPARISON.fullmatch(clause.shape.text) and unit_column(clause, next(token for _, token in clause.numbers)):
        best["filter_rows"] = max(best.get("filter_rows", 0), 110)
    if not clause.context.runs and _SO_MANY.fullmatch(clause.shape.text) and clause.columns[0].score >= 0.9 and clause.columns[0].clear and clause.context.kind(clause.columns[0].name) == "numeric":
        best["filter_rows"] = max(best.get("filter_rows", 0), 112)
    if _KNOWN_ONLY.fullmatch(clause.masked):
        best["filter_rows"] = max(best.get("filter_rows", 0), 110)
    if _VALUE_OF.fullmatch(clause.shape.text) and clause.columns[0].name in clause.values[0].columns:
        best["filter_rows"] = max(best.get("filter_rows", 0), 97)
    if _WORDS_ABOUT.match(clause.masked) and clause.columns[0].clear and clause.context.kind(clause.columns[0].name) in ("text", "categorical"):
        best["filter_rows"] = 130


def _weigh_names(clause: Clause, best: dict[str, int]) -> None:
    """Weighs parts of dates, a tool called by its name, and what is put back."""
    if (_PARTS_ONLY.fullmatch(clause.masked) or _TO_PARTS.fullmatch(clause.masked)) and all(clause.context.kind(name) == "datetime" for name in clause.columns[0].names):
        best["extract_dates"] = 125
    _by_name(clause, best)
    put_back(clause, best)


def _weigh_modelling(clause: Clause, best: dict[str, int]) -> None:
    """Weighs what is learned and judged, and the work itself."""
    if clause.context.last and clause.context.last[-1]["tool"] == "tune" and _OF_THE_FOUND.fullmatch(clause.masked):
        best["apply_tuning"] = 110
    if not clause.context.target and not clause.numbers and not clause.values and (_WISHED.match(clause.masked) or _ANYTHING.fullmatch(clause.masked)):
        best["set_target"] = 96
    if says_yes_or_no(clause):
        best["filter_rows"] = 140
    if dreads_misses(clause):
        best["set_threshold"] = 150
    if held_against_earlier(clause):
        best["leaderboard"] = 125
    if not clause.context.last and _EXPLAINS_IT.fullmatch(clause.norm):
        best["explain"] = 141
    if "choose_k" in best and vocabulary.first(clause.masked, vocabulary.MODELS) in ("knn", "pca"):
        best["tune"] = max(best.get("tune", 0), best.pop("choose_k"))  # “the best k for knn” counts neighbours
    if not clause.columns and _HEAPED.search(clause.norm):
        best["train"] = 126
    if _MAKES_BRANCH.match(clause.norm):
        best["branch"] = 128


def _weigh_words(clause: Clause, best: dict[str, int]) -> None:
    """Weighs steps taken out, terms and searches."""
    if removed_tool(clause) or one_of_the_steps(clause):
        best["remove_step"] = 130
    if term_asked(clause) or terms_compared(clause):
        best["define"] = 140
    elif clause.columns:
        best.pop("define", None)
    elif asks_for_a_term(clause):
        best["define"] = max(best.get("define", 0), 99)
    if _TRIES.match(clause.norm) and tries_several(clause.norm):
        best["choose_k" if _OF_GROUPS.search(clause.norm) else "tune"] = 100


_MAKES_BRANCH = re.compile(r"(?:(?:please|now|and|then|lets|can you|could you) )*(?:make|create|open|start|cut|add|new|give me|set up|have)(?: me)? ?(?:an? |another |new |separate |side |second )*branch (?:called|named|as|with the name|under the name)\b")
"""“make a branch called trial”, be there a column of branches or not."""
_EXPLAINS_IT = re.compile(r"(?:(?:please|can you|could you|and|now) )*explain (?:it|this|that)(?: to me| all)*(?: (?:in|with|like|as if|so that|for) .{2,40})?")
"""“explain it in plain words”: what the model does, as “it” is no term."""
_HEAPED = re.compile(rf"^(?:an? |the |just |only |give me |make |find )*\d+ (?:(?:different|similar|big|main|natural) )?(?:{HEAPS}) of (?:(?:similar|the|our|my|like|alike) )*[a-z]+$|\b(?:in|into|in to|make|form|find|give me|i want|get me|build) (?:\d+|[2-9]) (?:[a-z]+ )?(?:{HEAPS})\b")
"""“put them in 4 squads”"""
_DAYS_ALONE = re.compile(r"(?:(?:please|only|just|keep|no|not|without|drop|remove|delete|exclude|the|all|any|leave out|throw out|skip) )*(?:week ?ends?|week ?days|work(?:ing)? ?days|business days)(?: (?:only|out|away|please|alone|off|go|can go))*")
_SUCH_PEOPLE = re.compile(rf"(?:(?:the|all|only|just) )*@ (?:{'|'.join(sorted(ROW_NOUNS))}|kids|children|people|men|women|girls|boys|folks|ones|cases)(?: only| please)*")
"""Rows called by a yes-or-no column: “free lunch kids”."""
_SUCH_THINGS = re.compile(r"(?:(?:the|all|only|just) )*@ (?P<noun>[a-z]{4,}(?<!s)s)(?: only| please)*")
_SUCH_ROWS = re.compile(r"(?:(?:the|all|only|just|no) )*# @(?: only| please| out| away)*")
"""Rows called as a column is, by a value of another one: “saturday stalls”."""
_BARE_COMPARISON = re.compile(r"(?:(?:only|just|keep) )*(?:above|over|under|below|more than|less than|at least|at most|beyond|up to) N [a-z]+(?: only| please)*")
_SO_MANY = re.compile(r"(?:(?:only|just|with|exactly|keep|the|rows|those|ones) )*N @(?: only| please| exactly)*")
"""“zero support calls”"""
_KNOWN_ONLY = re.compile(r"(?:(?:only|just|keep|the|rows|where|those|with) )*@ (?:is |was |are )?(?:known|given|recorded|measured|noted|filled in|not (?:missing|empty|blank|null|nan))(?: only| please)*|(?:only|just|keep)(?: only)? (?:the |rows where )?@ (?:is |was )?(?:missing|empty|blank|unknown)")
"""Rows of which a column has a value, or has none: “fare known”."""
_VALUE_OF = re.compile(r"(?:(?:the|all|only|just) )*# (?:the )?@(?: only| please)*")
"""A value and its column, and nothing else: “Horns site”."""
_WORDS_ABOUT = re.compile(r"(?:(?:only|just|keep|the|all|show me) )*@ about [a-z']|(?:(?:rows?|only|just|keep|the|those|ones|records|all) )*with (?:the )?(?:words?|text|phrase) .{2,40} in (?:the |its )?@$")
"""Rows by what their text is about: “comments about wheelchairs”, “with the word refund in comment”."""
_DATE_PART = r"(?:(?:the|its|day of) )*(?:years?|quarters?|months?|weeks?|weekdays?|days?|hours?|minutes?)"
_PARTS_ONLY = re.compile(
    rf"(?:(?:of|from|for|in) )?(?:the )?@ ?[,:-]? ?(?:(?:only|just|keep|use|take|we|i|need|want) )*{_DATE_PART}(?: ?(?:,|and|&|, and) {_DATE_PART})*(?: (?:only|"
    rf"alone|please|is enough|will do|are enough))+|(?:only|just) {_DATE_PART}(?: ?(?:,|and|&|, and) {_DATE_PART})* (?:of|from|in|out of) (?:the )?@",
)
"""Parts of a date as all that is wanted of it: “performance date: weekday only”."""
_TO_PARTS = re.compile(rf"(?:turn |make |change |convert |reduce |put |split )?(?:the )?@ (?:to|into|in|as|- ?>|= ?>) (?:an? |its |the )*{_DATE_PART}(?: ?(?:,|and|&|, and) {_DATE_PART})*(?: (?:please|columns?|parts?|only|number))*")
_SPLIT_AGAIN = re.compile(r"(?:(?:please|and|then|now|ok|lets) )*(?:redo|repeat|make|do) (?:the |that |my )?split(?:ting)?(?: once more| again| anew| please)*")
"""“redo the split”, which brings nothing back where nothing was undone."""
_ABOUT_THE_GROUPS = re.compile(
    r"(?:(?:and|so|ok|but|please|can you|could you) )*(?:describe|explain|characteri[sz]e|profile|compare|tell me (?:more )?about|what (?:is|are|makes?|distinguishes|separates|defines|characteri[sz]es)|whats|how (?:do|are|does)|who (?:is|are))\b(?!.*\bsilhouette)[^@#N]*"
    r"(?:\b(?:the|these|those|each|every|them|all) (?:\w+ )?|(?<=profile )|(?<=describe )|(?<=explain )|(?<=characterise )|(?<=characterize ))(?:groups?|"
    r"clusters?|segments?)\b(?: (?:like|differ|different|apart|made of|about|for me|please|mean|from each other|typical(?:ly)?|special|unique|have in common|in|"
    r"who|is|are))*"
    r"|(?:profile|describe|explain|characteri[sz]e|summari[sz]e) (?:clusters|groups|segments)(?: please)?"
)
"""What asks what the groups that were found have in common: “what is typical for each group?”."""
_OF_GROUPS = re.compile(rf"\d (?:[a-z]+ )?(?:{HEAPS})\b|\bk\b")
_TRIES = re.compile(r"(?:try|test|vary|sweep|explore|search|check)\b.*\d")


_ABOUT_IT = re.compile(
    r"^(?:describe|inspect|examine|show(?: me)?|tell me (?:more )?about|look (?:closer )?at|summari[sz]e|investigate|analy[sz]e|more about|"
    r"(?:(?:show|give|tell)(?: me)? )?(?:the |some |more |all )*(?:details?|info|information|statistics|stats|figures|numbers) (?:of|on|about|for)) (?:it|that|"
    r"this)(?: column| one)?(?: in detail| more closely)?$",
)


_WISHED = re.compile(r"^(?:how (?:much|many|long|high|large|big|heavy)|what|which)(?: of an?| an?| the)? @ (?:will|would|is (?:going to|likely)|can we expect|should we expect|to expect)\b|^what (?:will|would|is) (?:an? |the )?@ (?:be|going to be)$")
"""A question about what is to come: it names what is to be predicted."""


_ANYTHING = re.compile(
    r"(?:(?:i|we|you|can|could|please|just|want|would|like|need|to|let|us|lets|me|help|and|now|have|something|be|able) )*(?:predict|forecast|foretell|foresee|"
    r"guess|estimate)(?: (?:something|anything|stuff|things?|some things?|whatever))?(?: (?:for me|please|here|now|from (?:this|it|the data)))*",
)
"""A wish to predict that leaves open what."""


def _by_name(clause: Clause, best: dict[str, int]) -> None:
    """A tool's own name is a command: keep_best_features k=10."""
    first = clause.word(0)
    if "_" in first and first in KNOWN:
        best[first] = 120


_OF_THE_FOUND = re.compile(
    r"(?:use|apply|take|keep|train(?: it| one)?(?: (?:with|on))?|go (?:with|for)|pick|choose|i want|give me|build|"
    r"fit) (?:me )?(?:the (?:parameters|params|settings?|values|ones) (?:that )?(?:it|you|we|the (?:search|tuning)) (?:just )?(?:found|came up with|suggests?|"
    r"suggested)|those|these|them|the (?:best|winner|winning|found|tuned|second|third|fourth|fifth|\d+(?:st|nd|rd|th)?|next|top)(?: best| one| ones| parameters|"
    r" params| settings?| values?| trial| combination| set)*)(?: please| then| now)*",
)
"""What is said of the settings that a search has just found: “take the second best”."""
