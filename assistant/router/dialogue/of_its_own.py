"""Tells a request of its own from an answer that names a column: “plot the price” beside the question which column shall be dropped."""

from __future__ import annotations

import re

from assistant.router.tool.triggers.wordlists import DROP

_LEAD = r"(?:(?:no|nope|please|just|first|wait|actually|ok|and|now|then|oh|hm+|can you|could you|lets|let us) ,? ?)*"
_OF = r"(?: (?:me|the|my|our|of|all|for|in|out|a|an|how|many|column))* @"
_LOOKS = frozenset(["plot", "describe_column", "preview", "profile", "aggregate", "correlate", "plot_model", "explain"])
_VERBS: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = tuple(
    (re.compile(rf"{_LEAD}(?:{verbs}){_OF}"), frozenset(tools))
    for verbs, tools in (
        ("plot|draw|chart|graph|visuali[sz]e|show|describe|display|histogram|box ?plot|correlate", _LOOKS),
        ("average|avg|mean|median|sum|total|how many|how much", {*_LOOKS, "impute", "encode", "add_feature"}),
        ("fill|impute", {"impute", "drop_missing", "replace_values"}),
        ("scale|standardi[sz]e|normali[sz]e", {"scale"}),
        ("encode|one ?hot(?: encode)?", {"encode"}),
        ("predict|forecast", {"set_target", "predict", "train", "autopilot", "compare_models"}),
        (DROP, {"drop_columns", "drop_missing", "drop_duplicates", "filter_rows", "remove_step", "handle_outliers", "choose_features", "impute", "undo", "acknowledge", "edit_step"}),
    )
)
"""Verbs before a column, and the tools of options that they may well pick."""
_OUT = re.compile(rf"{_LEAD}(?:leave|keep|take|kick|throw) .{{0,40}}@.{{0,40}} (?:out|away)\b|{_LEAD}leave out\b")
_BY = re.compile(r"\S (?:by|per|for each|for every) (?:the )?@")
_OF_COLUMNS = frozenset(["drop_columns", "set_target", "choose_features", "scale", "encode", "set_kind", "transform", "bin", "handle_outliers", "extract_dates", "rename_column", "filter_rows"])
"""Tools that group nothing."""


def of_its_own(words: str, tools: set[str]) -> bool:
    """Says whether words with their columns as signs ask for something that none of the tools offered does."""
    if any(pattern.match(words) and not tools & does for pattern, does in _VERBS):
        return True
    if _OUT.match(words) and not tools & _VERBS[-1][1]:
        return True
    return tools <= _OF_COLUMNS and _BY.search(words) is not None
