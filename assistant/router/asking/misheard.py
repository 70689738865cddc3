"""Asks where a tool was heard in words that hardly ask for it: “copy the model” is no hunt for duplicates, “throw out whatever correlates” no look."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.slots import option
from assistant.router.asking.labels import label
from assistant.router.asking.only_told import ask_which_way
from assistant.router.context import Call
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.tool.triggers.wordlists import DROP

_TAKES = re.compile(rf"(?:(?:please|just|now|and|then) )*(?:{DROP}|swap|exchange|substitute)\b(?! (?:the )?@ (?:by|per|against|vs)\b)")
_SWAPS = re.compile(r"(?:(?:please|just|now|and|then) )*(?:swap|exchange|switch|interchange)\b")
_LOOKS = ("aggregate", "correlate", "describe_column", "plot", "profile")
"""Tools that only look at the table, which is not what is asked for where something is to go: “throw out whatever correlates with the fare”."""
_OF_WORK = r"(?:(?:please|just|now) )*(?:VERBS) (?:(?:the|my|our|this|that|all|last|best) )*(?:models?|results?|predictions?|runs?|experiment|training|parameters?|threshold|features|report|scores?|errors|work)\b"
_VERBS = {"drop_duplicates": "copy|clone|double", "prepare_automatically": "fix|repair|finish|mend", "job_status": "read|finish|write", "set_task": "do|find|bring", "list_experiments": "save|store|keep|finish"}
_OTHERWISE = r"(?:(?:a (?:bit|little)|much|even|make it|go) )*(?:deeper|shallower|simpler|smaller|bigger|larger|stronger|weaker|slower|faster) ?,? (?:with )?(?:max )?(?:depth|alpha|c|k|gamma|epochs|trees|layers|learning rate|rate)\b"
"""Another setting of a model, where none was spoken of: “shallower, depth 3”."""
_MISHEARD = {tool: re.compile(_OF_WORK.replace("VERBS", verbs)) for tool, verbs in _VERBS.items()} | {
    "split": re.compile(rf"(?:(?:whats|what is|is there|explain|so|and) )*(?:the |an? )?differences?\b|{_OTHERWISE}"),
    "sample_rows": re.compile(_OTHERWISE),
    "plot_model": re.compile(r"(?:(?:an?|some|any|the|show|me|draw|give|nice|pretty|see) )*(?:pictures?|images?|drawings?|photos?)$|(?:(?:show|see|run|draw|group|watch|give)(?: me| us)? )?(?:some )?more$"),
    "undo": re.compile(r"(?:note|watch|mark|read|write|keep) "),
    "preview": re.compile(r"(?:could|might|may|is|was) (?:it|this|that) (?:all )?(?:be )?(?:just |only |all )?random|(?:what|how) (?:does|do|did) (?:the |my |our )?(?:tree|trees|model|forest|line|formula|network|curve)\b"),
    "handle_outliers": re.compile(r"(?:an? |the |train an? )?(?:outlier|anomaly|novelty) (?:models?|detectors?|finder)\b"),
    "evaluate": re.compile(r"(?:the |an? )?(?:simplest|easiest|fastest|quickest|cheapest|smallest) |(?:beat|break|improve) (?:my|the|his|her|our) (?:high ?scores?|record)\b"),
    "predict": re.compile(r"(?:please )?(?:set|make|put|change|turn|fix) (?:all )?(?:the )?[a-z_]+(?: [a-z_]+)? (?:to|=|equal) \d"),
    "filter_rows": re.compile(
        r"(?:(?:please|now|just) )*(?:make|set|turn|change) (?:the |all )?[a-z_]+(?: [a-z_]+)? (?:over|above|below|under|more than|less than) [\d.]+ (?:to |be |"
        r"into )?\d|(?:(?:please|now|just) )*(?:test|train|evaluat|validat|check|fit|learn|score)\w* (?:(?:it|the model|them|only) )?(?:on|with|from|against) "),
    "scale": re.compile(r"(?:the )?sensitivity\b"),
    "show_errors": re.compile(r"(?:so |and )?(?:which|what) (?!class|rows?\b|ones?\b|models?\b|cases?\b|predictions?\b|groups?\b|guess)[a-z_ ]{1,30}? (?:is|are|was|were) (?:the )?(?:very )?worst\b"),
    "explain": re.compile(r"(?:(?:please|no|dont|with|without) )*shuffl\w+\b"),
}
"""What examples take for the wrong thing where the work is spoken of and not the table."""


_NO_WAY = re.compile(
    r"(?:(?:please|just|now|and|then) )*(?:stop|fix|move|group|test|draw|finish|mark|open|try|run|make|write|read|note|put|turn|set|sort|sum|rate|grade|handle|"
    r"treat|touch|call|tune|push|pull|bring) (?:(?:the|all|my|our|those|these) )*#(?: (?:ones?|rows?|records?|[a-z]{3,}s))?(?: please| now)*",
)
"""Rows by a value, after a verb that does not say whether they stay or go: “move the diesel ones”."""


def refuse_misheard(tool: str, calls: list[Call], clause: Clause) -> None:
    """Raises Unclear, with what was heard as the first option, unless a talk goes on in which the words may mean it."""
    if clause.context.last:
        return
    if (_TAKES.match(clause.masked) and tool in _LOOKS) or (_SWAPS.match(clause.masked) and tool == "filter_rows"):
        raise vague("I am not sure what shall become of that. Is it this?", [*_yes(calls), option("list_options", {}, "No, show what can be done")])
    if tool == "filter_rows" and _NO_WAY.fullmatch(clause.shape.text):
        ask_which_way(calls)
    if tool in _MISHEARD and _MISHEARD[tool].match(clause.norm):
        raise vague("I am not sure what you mean. Is it this?", [*_yes(calls), option("suggest", {}, "What to do next"), option("list_options", {}, "No, show what can be done")])


def _yes(calls: list[Call]) -> list[dict[str, Any]]:
    return [option(call["tool"], call["args"], f"Yes: {label(call)}") for call in calls[:1]]


def vague(question: str, options: list[dict[str, Any]]) -> Unclear:
    """Asks because the words were not understood, or not all of them."""
    unclear = Unclear(question, options)
    unclear.vague = True
    return unclear
