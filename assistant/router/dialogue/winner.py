"""Understands which of several models is to be gone on with: “use the better one”, “keep the tuned one”, “take the winner”."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.slots import option
from assistant.router.asking.labels import label
from assistant.router.context import Call, RouterContext
from assistant.router.entities.clause import Clause, Unclear

_LEAD = r"(?:(?:ok|okay|so|then|now|and|well|good|great|fine|please|yes|alright|no|but|lets|let us|i will|ill|i would|id|i want to|we|you can|just|rather|can you|could you) ,? ?)*"
_VERB = r"(?:use|take|keep|pick|choose|select|train|work with|settle on|stick (?:with|to)|stay with|(?:go(?: on)?|continue|proceed|carry on|move on|work on) with|go for)"
_TAIL = (
    r"(?: (?:one|model|run|version|of (?:them|these|those|the (?:two|2|three|3|lot))|then|please|now|from (?:here|now) on|"
    r"as (?:the |my |our )?(?:final|main)(?: model| one)?|for (?:me|us|the rest|everything)|,|"
    r"and (?:forget|ignore|drop|leave|discard) the (?:rest|others?|other (?:one|two|ones))))*"
)
_WON = (
    rf"{_LEAD}{_VERB} (?:(?:the|my|that|this) )?(?:(?:over ?all|very|best) )?(?:best|better|winner|winning|top|strongest|leading|"
    rf"(?:one|model|run|whichever|whatever|what) (?:that |which )?(?:won|wins|is (?:best|better)|was (?:best|better)|did (?:best|better)|"
    rf"came (?:out )?(?:first|best|on top)|scored (?:best|better|highest)))(?: scoring| performing| rated)?{_TAIL}"
)
_BEST = re.compile(_WON)
_AND_MORE = re.compile(rf"{_WON}(?: ?,)?(?: and)?(?: then)? (?=(?:show|plot|draw|explain|evaluate|test|judge|export|download|predict|tune|calibrate|tell|give|see|check|what|how|which|why)\b)", re.I)
_RUNNER_UP = re.compile(rf"{_LEAD}{_VERB} (?:the )?(?:(?:second|2nd|third|3rd|next) best|runner ?-? ?up){_TAIL}")
_BY_PLACE = re.compile(rf"{_LEAD}(?:{_VERB} )?(?:the )?(?:first|second|third|last|other|1st|2nd|3rd)(?: (?:one|model|run))?{_TAIL}")
"""A model by its place in a ranking that only the reader sees."""
_TUNED = re.compile(rf"{_LEAD}{_VERB} (?:the )?(?:tuned|optimi[sz]ed|improved|new|newer|found)(?: one| model| version| settings?| parameters| run){_TAIL}|{_LEAD}(?:apply|use|take) (?:it|that|this|what (?:it|you) found){_TAIL}")
_THAT = re.compile(rf"{_LEAD}(?:use|take|keep|pick|choose) (?:that|this|it)(?: one| model)?{_TAIL}")
_WHATEVER = re.compile(r"\b(?:whatever|whichever|what|the best)\b")
_OLD = re.compile(rf"{_LEAD}{_VERB} (?:the )?(?:old|older|original|untuned|default|previous|first|unchanged|earlier)(?: one| model| version| settings?| parameters){_TAIL}")
_LEAVES_THE_BEST = frozenset(["compare_models", "autopilot"])
"""What leaves the best of its models as the one in use."""


def winner_chosen(clause: Clause) -> list[Call] | None:
    """Gives the call that goes on with the model meant; asks what shall come next where it is the one in use, and which it is where only the user can know."""
    context, words = clause.context, clause.norm.strip(" .!?")
    last = context.last[-1]["tool"] if context.last else None
    best, tuned, old = (pattern.fullmatch(words) is not None for pattern in (_BEST, _TUNED, _OLD))
    if last == "tune" and (best or tuned):
        return [{"tool": "apply_tuning", "args": {}}]
    if last == "tune" and old:
        raise Unclear("The search only tried settings: the model is still as it was. What shall come next?", [option("evaluate", {}, "How good is it?"), option("apply_tuning", {}, "Use the settings found after all"), option("plot_model", {"kind": "tuning_history"}, "See the search")])
    if (last == "apply_tuning" and (best or tuned)) or (last in _LEAVES_THE_BEST and best):
        raise Unclear("It is the model in use now, and what is asked next is asked of it. What shall it be?", [option("evaluate", {}, "How good is it?"), option("explain", {}, "What drives it?"), option("tune", {}, "Tune it"), option("export", {"formats": ["project"]}, "Download it")])
    if best and not context.runs and _WHATEVER.search(words):
        return [{"tool": "compare_models", "args": {}}]
    best = best or (last in (*_LEAVES_THE_BEST, "leaderboard") and _THAT.fullmatch(words) is not None)
    runner_up = last in (*_LEAVES_THE_BEST, "leaderboard") and _RUNNER_UP.fullmatch(words)
    placed = last in (*_LEAVES_THE_BEST, "leaderboard") and _BY_PLACE.fullmatch(words)
    return _which(context) if (best or runner_up or placed) and len(context.runs) > 1 else None


def without_winner(message: str, context: RouterContext) -> str:
    """Leaves out that the best of the models just compared is to be taken, before what is asked of it: it is the one in use."""
    match = _AND_MORE.match(message) if context.last and context.last[-1]["tool"] in _LEAVES_THE_BEST else None
    return message[match.end() :] if match else message


def _which(context: RouterContext) -> list[Call]:
    """Asks which run is meant, as all are kept and the latest is the one in use."""
    models = [str(run.get("model") if isinstance(run, dict) else run) for run in context.runs]
    numbered: list[tuple[int, str]] = list(enumerate(models, start=1))[-2:]
    runs: list[dict[str, Any]] = [option("evaluate", {"run": number}, f"Judge run {number}, {model.replace('_', ' ')}") for number, model in numbered]
    compare: Call = {"tool": "leaderboard", "args": {}}
    raise Unclear("All runs are kept, and where none is named the latest is meant. Which one is it? The ranking shows which is better.", [option("leaderboard", {}, label(compare)), *runs])
