"""Asks where columns are to go that are told by what they hold, which only a look at them can say: “drop constant columns”, “rm correlated feats”."""

from __future__ import annotations

import re

from assistant.router.arguments.slots import option
from assistant.router.entities.clause import Clause, Unclear

_CONSTANT = re.compile(r"\b(?:constants?|(?:zero|no|low) varian\w+|single ?-? ?valued?|one value only|(?:the )?same value (?:everywhere|throughout|in (?:all|every) rows?))\b")
_ALIKE = re.compile(r"\b(?:(?:inter|multi)? ?-? ?(?:cor)related|(?:multi)?collinear)\b")
_SAME = option("correlate", {}, "See which go together")


def refuse_told_by_property(clause: Clause) -> None:
    """Asks which columns are meant, with what shows them."""
    if clause.columns:
        return
    if _CONSTANT.search(clause.norm):
        raise Unclear("Which columns never change is found on the training rows. Shall I keep those that vary most, or look first?", [option("keep_best_features", {"method": "variance"}, "Keep those that vary most"), option("profile", {}, "Look for columns that never change")])
    if _ALIKE.search(clause.norm):
        raise Unclear("Of columns that go together it is yours to say which one stays. Shall I show them?", [_SAME, option("plot", {"kind": "correlation"}, "Draw them as a heat map"), option("keep_best_features", {}, "Keep those that say most about the target")])
