"""Asks where a message names a thing to be done by a word that means one tool, and none of the calls is of it: no request is passed over in silence."""

from __future__ import annotations

import re

from assistant.router.arguments.slots import option
from assistant.router.asking.labels import label
from assistant.router.asking.misheard import vague
from assistant.router.asking.not_so import trains_in_the_end
from assistant.router.context import Call, RouterContext
from assistant.router.entities.clause import Clause, Unclear

_MEANT_BY: tuple[tuple[str, frozenset[str]], ...] = (
    (r"(?<!platt )(?:re)?scal(?:e|ing)|standardi[sz](?:e|ing)", frozenset(["scale", "handle_outliers", "plot"])),
    (r"imput(?:e|ing|ation)(?! nothing)", frozenset(["impute"])),
    (r"one-?hot", frozenset(["encode"])),
    (r"(?<!stop the )(?<!stop )(?<!cancel the )tun(?:e|ing)", frozenset(["tune", "set_threshold", "apply_tuning", "plot_model"])),
    (r"under ?sampl(?:e|ing)|over ?sampl(?:e|ing)|smote|adasyn", frozenset(["balance"])),
    (r"de-?dupe|deduplicate", frozenset(["drop_duplicates"])),
    (r"cross-?valid(?:ate|ation)", frozenset(["cross_validate", "compare_models", "split"])),
    (r"winsori[sz]e", frozenset(["handle_outliers"])),
    (r"pca", frozenset(["reduce_dimensions"])),
    (r"shap|partial dependence", frozenset(["explain"])),
    (r"histogram|box ?plots?|scatter ?plot|heat ?map|violin", frozenset(["plot", "correlate"])),
    (r"leader ?board", frozenset(["leaderboard"])),
    (r"evaluate (?:it|them|the models?)|how good is (?:it|the model)(?= *[.?!;])", frozenset(["evaluate", "leaderboard", "compare_models", "compare_runs", "cross_validate", "plot_model", "show_errors", "set_metric", "split", "calibrate"])),
    (r"confusion matrix|learning curve|roc curve|lift chart", frozenset(["plot_model"])),
)
_TRAINS = frozenset(["train", "compare_models", "autopilot", "tune", "ensemble", "cross_validate", "set_target", "choose_k", "apply_tuning"])
MOST_BEFORE = 9
_TALKS = frozenset(["define", "help", "edit_step", "remove_step", "list_options", "acknowledge", "name_experiment", "branch", "rename_column", "undo", "redo", "suggest", "tour", "start_over", "show_pipeline", "cancel", "job_status", "list_models", "prepare_automatically", "autopilot", "open_experiment", "load_data"])
"""Tools for which words of the trade are what is talked about, or done by themselves."""
_WORDS = re.compile("|".join(rf"(?P<w{place}>(?<![\w-])(?:{words})(?![\w-]))" for place, (words, _) in enumerate(_MEANT_BY)), re.I)
_NOT_ASKED = re.compile(
    r"\b(?:not|no|nt|dont|don't|without|never|instead of|rather than|except|what|why|how|explain|means?|define|is|are|was|were|about|before|already|needs?|since|"
    r"because|when|if|once)\b[^,.;]{0,25}$|\b(?:skip|forget|but|undo|remove|drop|after|for|column|from)\b(?: (?:the|that|this|my|our|any|all))? ?[\"'“‘]?$",
    re.I,
)
"""What stands before words that ask for nothing: “no scaling”, “before we tune it”."""


def refuse_lost_request(message: str, calls: list[Call], context: RouterContext) -> None:
    """Raises Unclear, with what was understood as the options, where another request in the message has no call."""
    tools = {call["tool"] for call in calls}
    if trains_in_the_end(message) and not any(name.lower() in ("train", "fit", "learn") for name in context.names) and not tools & _TRAINS and len(calls) < MOST_BEFORE and not tools & _TALKS:
        raise Unclear(f"Which model shall I train in the end? Before that I would do this: {', '.join(label(call) for call in calls)}.", [*(option(call["tool"], call["args"], f"First: {label(call)}") for call in calls[:1]), option("train", {"model": "random_forest"}, "Train random forest"), option("compare_models", {}, "Compare several models")])
    found = list(_WORDS.finditer(message))
    if not found or context.last or tools & _TALKS:
        return
    taken = _named(message, context)
    for match in found:
        if tools & _MEANT_BY[int(str(match.lastgroup)[1:])][1] or _NOT_ASKED.search(message[: match.start()]) or any(start < match.end() and match.start() < end for start, end in taken):
            continue
        raise vague("I understood only a part of that. Shall I do this part?", [*(option(call["tool"], call["args"], label(call)) for call in calls[:3]), option("list_options", {}, "Show what can be done")])


def _named(message: str, context: RouterContext) -> list[tuple[int, int]]:
    """Where the columns and values of the table stand, and what is quoted."""
    clause = Clause(message, context)
    found = [*((entry.start, entry.end) for entry in clause.all_mentions), *((entry.start, entry.end) for entry in clause.values)]
    return [*((clause.tokens[start].start, clause.tokens[end - 1].end) for start, end in found), *((token.start, token.end) for token in clause.tokens if token.quoted)]
