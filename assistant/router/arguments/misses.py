"""Hears that missing one is worse than a false alarm: “I don't want to miss the urgent ones”."""

from __future__ import annotations

import re

from assistant.router.entities.clause import Clause

_ALARM = r"(?:false|wrong|needless) (?:alarms?|positives?|warnings?)"
_MISS = r"(?:miss|overlook)(?:ed|ing)?"
_DREADED = re.compile(
    rf"\b(?:dont|do not|doesnt|does not|not|never|mustnt|cant|cannot|shouldnt|wont|avoid|without|hate to|afraid (?:of|to))(?: (?:be|afford|want|wish|like|dare|ever|even|really|to|it|the model|us|we))* {_MISS}\b(?! (?:values?|cells?|data|out|the point)\b)"
    rf"|\b(?:rather|better|prefer|sooner)\b(?:(?!\bthan\b).)* {_ALARM}\b"
    rf"|\b{_ALARM} (?:are|is|would be) (?:(?:quite|totally|all|just|perfectly|really|less|not) )*(?:ok|okay|fine|acceptable|alright|right|cheap|harmless|tolerable|no problem|bad|better)\b"
    rf"|\b(?:dont|do not) (?:mind|care about)(?: (?:some|a few|more|any|the))* {_ALARM}\b"
    rf"|\b{_MISS}\b.* (?:is|are|would be) (?:(?:much|far|a lot|way) )*(?:worse|costlier|more (?:expensive|costly|dangerous|serious))\b"
)


def dreads_misses(clause: Clause) -> bool:
    """Says whether the words want fewer of the sought class to be missed by a classifier, whatever that costs."""
    return clause.context.task == "classification" and _DREADED.search(clause.masked) is not None
