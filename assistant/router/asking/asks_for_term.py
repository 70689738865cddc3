"""Recognises plain questions for the meaning of a word of the glossary: “what is one-hot encoding?”."""

from __future__ import annotations

import re

from assistant.router.entities.clause import Clause
from assistant.router.tool.triggers.wordlists import SIMPLY, TOLD_AFTER
from tools.help.define import find_term

_WHAT_IS = re.compile(
    r"(?:and |so )?(?:what(?:s| is| are| does| do| means?)|define|explain|whats the point of|what is the point of) (?:an? |me |to me |"
    r"us )*((?!the |my |our |its |this |that |it |missing|wrong)[a-z0-9 -]{2,40}?)(?: to me| again| exactly| actually| (?:good|used|needed|there|meant) for|"
    r" means?| for| even| thing)*(?: \?)?",
)
_SIMPLY = re.compile(rf"\b(?:{SIMPLY})$")
_ABOUT_TERM = re.compile(r"(?:and |so )?(?:what(?:s| is| are| does)|explain|describe|tell me (?:about|what))(?: to me)?(?: what)? (?:an? |is |are )?(?!(?:the|my|our|its|this|that|it)\b)[a-z0-9 -]{2,40}(?: is| are| means?)?")


_WHAT_IT_IS = re.compile(r"what (?:an? )?((?!the |my |our |its |this |that |it )[a-z0-9 -]{2,40}?) (?:is|are)")


def asks_for_a_term(clause: Clause) -> bool:
    """Says whether the words ask what a word of the glossary means: “what is one-hot encoding?”."""
    plainly = _SIMPLY.search(clause.norm)
    asked = _WHAT_IT_IS.fullmatch(clause.norm) or _WHAT_IS.fullmatch(TOLD_AFTER.sub("", clause.norm)) or (_ABOUT_TERM.fullmatch(clause.norm[: plainly.start()].strip(" ,")) if plainly else None)
    if asked is None or plainly:
        return asked is not None
    at_hand = clause.context.runs and clause.norm.startswith("explain") and not clause.norm.endswith(" me")  # “explain shap” draws it
    return not at_hand and find_term(asked[1]) is not None
