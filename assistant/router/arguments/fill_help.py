"""Fills the arguments of the tools that explain words, tell what there is to choose, and help."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.slots import option
from assistant.router.asking.labels import label
from assistant.router.asking.term_questions import term_asked, terms_compared
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.tool.triggers.wordlists import SIMPLY, TOLD_AFTER

Args = dict[str, Any]


def define(clause: Clause) -> Args | list[Args]:
    """Reads the term, or the two between which the difference is asked for."""
    known = [asked] if (asked := term_asked(clause)) else terms_compared(clause)
    if known:
        return [{"term": term} for term in known]
    question = _QUESTION_FIRST.match(clause.text)
    text = re.sub(rf",? ?\b(?:{SIMPLY})", "", TOLD_AFTER.sub("", question[0] if question else clause.text), flags=re.I)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"^(?:(?:i|we|please|first|would|like|want|need|must|to|know|understand|learn|hear|now|just|also|then|at|before|that|so) )+(?=what\b)", "", text, flags=re.I)
    text = re.sub(r"^(?:i |we )?(?:dont|do not|never|didnt|cant) (?:really |quite |even )?(?:know|knew|understand|understood|get|got|remember) ", "", text, flags=re.I)
    text = re.sub(
        r"^(?:and )?(?:(?:what|wtf)(?: the \w+)?(?:s| is| are| does| do| means?)?|define|tell me about|explain(?: to me| me| us)?(?: what)?|"
        r"the )\b ?(?:the point of )?(?:what |is |are |the (?:term|concept|word|idea|meaning of|definition of) (?:of )?|the |a |an |meant by |do you mean by |"
        r"you mean by )*", "", text.strip(" ?!."), flags=re.I)
    text = re.sub(r"\b(?:meaning|definition) of (?:the |a |an )?", "", text, flags=re.I)
    text = re.sub(r"(?:,?\s+(?:to me|again|once more|anyway|then|though))+$", "", text.strip(" ?!.,"), flags=re.I)
    text = re.sub(r"\s+(?:means?|stands? for|is|are|here|actually|exactly|even|(?:good|used|needed|there|meant) for|for$)\b.*$", "", text, flags=re.I).strip(" \"'`?.!")
    shown = clause.context.last[-1]["args"].get("kind") if clause.context.last else None
    if shown and _POINTED.match(text):
        return {"term": str(shown).replace("_", " ")}
    if text.lower() in _NO_TERM:
        told = [option("help", {"topic": call["tool"]}, f"What “{label(call)}” means") for call in clause.context.last[-1:]]
        raise Unclear("Which word, or which result, shall I explain?", [*told, *(option("explain", {}, "Why the model says what it says") for _ in clause.context.runs[:1]), option("define", {"term": "overfitting"}, "The word overfitting")])
    if not text or (clause.context.runs and re.match(r"(?:my|our|its) ", text, re.I)):
        raise Unclear("Which word shall I explain?", [option("define", {"term": term}, term) for term in ("overfitting", "recall", "one-hot")])
    return {"term": text}


_POINTED = re.compile(r"(?:this|that|the) (?:curve|chart|plot|graph|picture|figure|diagram|matrix|thing|line)\b", re.I)
"""What points to the chart that was just drawn."""
_QUESTION_FIRST = re.compile(r"(?:[a-z]+ ){0,3}(?:what|whats|define|explain)\b[^?.;]{3,60}\?(?= \w)", re.I)
"""“what is recall? a colleague said …”"""
_NO_TERM = frozenset(["that", "this", "it", "you", "these", "those", "them", "they", "me", "him", "all that", "all this"])
"""What is no word to be explained."""


def help_topic(clause: Clause) -> Args:
    """Reads the topic, if one was said."""
    match = re.search(r"\b(?:help (?:me )?(?:with|on|about|for)|how (?:do|can|should) (?:i|we|you) use) (?:the )?([\w -]{1,60})", clause.norm)
    if match and match[1].strip() in ("this", "it", "you", "this thing", "this tool", "this app", "that"):
        return {}
    return {"topic": match[1].strip()} if match else {}


def list_options(clause: Clause) -> Args:
    """Reads the stage, if one was said."""
    stages = vocabulary.every(re.sub(r"\boptions\b", "", clause.norm), vocabulary.STAGES)
    stage = next((stage for stage in stages if stage != "data"), next(iter(stages), None))
    return {"stage": stage} if stage else {}


def nothing(clause: Clause) -> Args:
    """For tools that take nothing."""
    return {}
