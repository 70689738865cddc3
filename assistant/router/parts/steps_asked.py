"""Answers questions about what was done by the steps: “what did step 4 do”, “explain step 2”, “how many did you fill”."""

from __future__ import annotations

import re

from assistant.router.context import Call
from assistant.router.entities.clause import Clause

_STEP = r"(?:the )?step (?:number |no |nr |# ?)?(?:\d+|one|two|three|four|five|six)|(?:the )?(?:first|second|third|fourth|fifth|last|latest|previous) step"
_LEADS = r"(?:(?:and|so|but|ok|please|can you|could you|hey|wait|what about|i wonder) ,? ?)*"
_ABOUT_STEP = re.compile(
    rf"{_LEADS}(?:(?:what|why|how come|what exactly)(?:s| is| was| did| does| do| were| the point of| happened in| happens in| we do in| did we do in| for| about|"
    rf" there)* (?:{_STEP})(?: (?:do|did|does|for|about|mean|exactly|there|again|was|is|needed|good|anyway|at all))*|"
    rf"(?:explain|describe|show|tell|see|look at|print|list|display|read|view|"
    rf"recall)(?: (?:me|us|about|to|again))* (?:{_STEP})(?: (?:to me|to us|again|please|does|did|for me))*)[ ?.!]*",
)
_DID = r"(?:fill(?:ed)?|imputed?|drop(?:ped)?|removed?|deleted?|scaled?|encoded?|clipped?|clip|changed?|replaced?|lost|lose|take out|taken out|took out|throw out|thrown out|kick out|kicked out|kept|keep|left out)"
_HOW_MANY = re.compile(
    rf"{_LEADS}(?:how (?:many|much)|which|what)(?: (?:of (?:them|those|these|the \w+)|rows?|values?|cells?|gaps?|blanks?|columns?|ones?|entries|people|data|"
    rf"of it))* (?:did|have|has|were|was|got|are)(?: (?:you|we|it|i|they|there|been|just|really|actually|get|that|the step))* {_DID}(?: (?:in|there|now|just now|"
    rf"by that|in total|altogether|so far|with that|in that step))*[ ?.!]*",
)


def step_asked(clause: Clause) -> list[Call] | None:
    """The steps, where the words ask what one of them does; None for other words."""
    asked = _ABOUT_STEP.fullmatch(clause.masked) or (_HOW_MANY.fullmatch(clause.masked) if clause.context.last or clause.context.steps else None)
    return [{"tool": "show_pipeline", "args": {}}] if asked and ("step" in clause.masked or not clause.columns) else None
