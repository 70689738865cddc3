"""Tells the bin that stands in the kitchen from the bins that numbers are put into: “bin off the id”, “put the notes in the bin”."""

from __future__ import annotations

import re

from assistant.router.entities.clause import Clause

_RUBBISH = r"(?:rubbish|trash|dust|garbage|waste)? ?(?:bin|basket|can)|rubbish|trash|garbage|waste"
_TO_THE_RUBBISH = re.compile(rf"\bbin (?:off\b|(?:the |my |our |that |column |columns |and |, |@ ){{1,12}}(?:off|away)\b)|^(?:(?:please|just|can|could|you|we|lets) )*(?:bin|put|stick|throw|chuck|toss|move|send|sling)\b[^\d]{{1,60}}\b(?:in|into|to) the (?:{_RUBBISH})\b(?! of\b| with\b| \d)")


def into_the_bin(clause: Clause) -> bool:
    """Says whether “bin it” throws away: it says so, or what is to go has no numbers that could be put into bins."""
    if _TO_THE_RUBBISH.search(clause.masked):
        return True
    names = [name for mention in clause.columns for name in mention.names] or clause.spoken
    pointed = re.search(r"\bbin (?:it|them|that|this|those|these|both)(?: off| please)?$", clause.masked)
    return pointed is not None and bool(names) and all(clause.context.kind(name) not in ("numeric", "datetime") for name in names)


_ALL = re.compile(
    r"(?:(?:please|just|can|could|you|we|lets|and|so|then) )*bin (?:off )?(?:t ' ?|all |of |the |this |that |my |our |"
    r"me )*(?:(?:whole|entire|complete|full|bloody|damn) )*(?:data ?set|data|table|file|sheet|spreadsheet|thing|"
    r"lot)(?: (?:please|off|away|now|then|again|altogether|completely))*(?: ?,.*)?",
)


def all_into_the_bin(clause: Clause) -> bool:
    """Says whether “bin the whole dataset” is said of the data and not of its numbers."""
    return not clause.columns and not clause.numbers and _ALL.fullmatch(clause.masked) is not None
