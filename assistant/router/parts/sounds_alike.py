"""Says where words only sound like a request for a tool: “no mixed breeds” is no confusion matrix."""

from __future__ import annotations

import re

from assistant.router.asking.foreign import strange_words
from assistant.router.context import Call, leaves
from assistant.router.entities.clause import Clause
from assistant.router.tool.rank import candidates
from assistant.router.tool.triggers.wordlists import DROP

PLAINLY, HARDLY = 0.9, 75
"""From which score on a column is named, and no word is only spelled alike; and up to which weight examples alone hardly speak for a tool."""


def only_sounds_alike(calls: list[Call], clause: Clause, weight: int) -> bool:
    """Says whether a few examples alone speak for a tool that has no use for what is named: “no mixed breeds” is no confusion matrix."""
    return weight <= HARDLY and not clause.numbers and passes_over(calls, clause, PLAINLY) and all(name != calls[0]["tool"] for _, name in candidates(clause))


_OWN_WORDS = {
    "drop_columns": re.compile(rf"\b(?:{DROP}|out|away|go|goes|gone|off|bin|binned|no|not|never|none|dont|without|forget|unused|useless|unneeded|superfluous|junk|rubbish|nonsense|lose|less|minus|rid|leak\w*|skip|waste|farewell|bye)\b"),
    "choose_features": re.compile(r"\b(?:only|just|use|using|learn\w*|train\w*|inputs?|features?|predictors?|feed|nothing|see|look|keep|choose|pick|select|take|x|alone|everything|all|rest|work)\b"),
    "rename_column": re.compile(r"\b(?:re ?nam\w*|nam\w*|call\w*|label\w*|heading|header|title\w*|as|to|into|becomes?|should|say|instead)\b"),
    "load_data": re.compile(
        r"\b(?:re ?load\w*|load\w*|open\w*|read\w*|import\w*|upload\w*|file|files|sheets?|tabs?|worksheet|workbook|header|headers|delimiter|separat\w*|"
        r"semicolons?|commas?|tabs|pipes?|encod\w*|decimals?|utf|latin|sample|data|dataset|table|csv|excel|first|days?|months?|dates?|use|take|switch|start|work|"
        r"fetch|bring|pull|get|parse\w*|(?:line|row) \d+)\b(?! one\b)"),
}
"""Words of which a few that ask for such a step have one."""
A_FEW = 6


def lacks_its_words(tool: str, clause: Clause) -> bool:
    """Says whether a few words speak for a tool only because others like them do: “coupon used”, “bmi from weight and height”."""
    own = _OWN_WORDS.get(tool)
    return own is not None and len(clause.tokens) <= A_FEW and not clause.context.last and not own.search(clause.masked) and all(name != tool for _, name in candidates(clause))


def would_load(tool: str, clause: Clause) -> bool:
    """Says whether words that speak of no file would only load again what is loaded: “the second one”."""
    return tool == "load_data" and bool(clause.context.names) and len(clause.tokens) <= A_FEW and not _OWN_WORDS["load_data"].search(clause.norm)


def passes_over(calls: list[Call], clause: Clause, least: float = 0.0) -> bool:
    """Says whether calls that only sound alike have no use for any of the columns named: “which zone tips best” is no leaderboard."""
    named = {name for mention in clause.columns if mention.score >= least for name in mention.names}
    return bool(named) and named.isdisjoint(leaf for call in calls for leaf in leaves(call["args"]) if isinstance(leaf, str))


_ASKS_WHO = re.compile(r"(?:so |and )?(?:whos?|who is|who was|who are|where|when)\b")


def names_somebody(calls: list[Call], clause: Clause) -> bool:
    """Says whether a question about somebody only has a word of the column that numbers the rows: “who's the best chess player”, where there is a player_id."""
    asked = _ASKS_WHO.match(clause.norm)
    return bool(asked) and calls[0]["tool"] in ("set_target", "describe_column") and len(clause.columns) == 1 and clause.columns[0].score < 1.0 and clause.context.kind(clause.columns[0].names[0]) == "id" and bool(strange_words(clause))
