"""Recognises that the latest model is held against an earlier one: “is it better than the one before?”."""

from __future__ import annotations

import re

from assistant.router.arguments.model_slots import models_of
from assistant.router.entities.clause import Clause
from assistant.router.entities.vocabulary import with_signs

_BETTER = r"(?:better|worse|stronger|weaker|improve[ds]?|improvement|beat|beats|outperforms?|ahead|progress|compares?|stacks? up|wins?|won|difference)"
_OTHER = r"(?:before|earlier|previous(?:ly)?|last (?:one|time|run|model|try|attempt)|(?:first|second|third|older?|other)(?: (?:one|run|model|try|attempt))?|others|MODEL|the 2|run (?:number )?\d+|either)"
_ASKS = r"^(?:(?:and|so|but|ok|well|hm+|now|then|tell me|say|i wonder|do you know|if|whether) ?,? )*(?:is|was|are|does|did|do|has|have|how does|how did|how do|how is|better or worse|any better|whats the difference|which of|it is|is it)\b"
_HELD_AGAINST = re.compile(rf"{_ASKS}.*\b{_BETTER}\b.*\b{_OTHER}\b|{_ASKS}.*\b{_OTHER}\b.*\b{_BETTER}\b|^(?:any )?{_BETTER} (?:or worse )?than (?:the )?{_OTHER}\b")
_SHORT = re.compile(rf"(?:(?:and|so|but|ok|well|hm+) ?,? )*(?:is|was|did|has|have) (?:it|that|this|this one|that one|things|we) (?:get |got |gotten |any |an |really |actually |now |much |become )*{_BETTER}(?: now| then| at all| this time)*")
_ADVICE = re.compile(r"\b(?:should|would|could|can|if i|if we|to use|more trees|try)\b")


def held_against_earlier(clause: Clause) -> bool:
    """Says whether the words ask how the latest of several runs stands to the ones before it."""
    runs = [run.get("model") if isinstance(run, dict) else run for run in clause.context.runs]
    if len(runs) < 2 or clause.columns or clause.values or not set(models_of(clause)) <= set(runs):
        return False
    words = with_signs(clause.masked.strip(" .!?"))
    return (_SHORT.fullmatch(words) or _HELD_AGAINST.search(words)) is not None and not _ADVICE.search(words)
