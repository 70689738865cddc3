"""Reads what is said of the runs that there are: “is it better than the one before?”, “tune the first one”, “same again with lightgbm and ridge”, “delete all models”."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.model_slots import models_of
from assistant.router.arguments.slots import option
from assistant.router.context import Call, RouterContext
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.numbers import ordinal
from assistant.router.entities.vocabulary import with_signs

_BETTER = r"(?:better|worse|stronger|weaker|improve[ds]?|improvement|beat|beats|outperforms?|ahead|progress|compares?|stacks? up|wins?|won|difference)"
_OTHER = r"(?:before|earlier|previous(?:ly)?|last (?:one|time|run|model|try|attempt)|(?:first|second|third|older?|other)(?: (?:one|run|model|try|attempt))?|others|MODEL|the 2|run (?:number )?\d+|either)"
_ASKS = r"^(?:(?:and|so|but|ok|well|hm+|now|then|tell me|say|i wonder|do you know|if|whether) ?,? )*(?:is|was|are|does|did|do|has|have|how does|how did|how do|how is|better or worse|any better|whats the difference|which of|it is|is it)\b"
_HELD_AGAINST = re.compile(rf"{_ASKS}.*\b{_BETTER}\b.*\b{_OTHER}\b|{_ASKS}.*\b{_OTHER}\b.*\b{_BETTER}\b|^(?:any )?{_BETTER} (?:or worse )?than (?:the )?{_OTHER}\b")
_SHORT = re.compile(rf"(?:(?:and|so|but|ok|well|hm+) ?,? )*(?:is|was|did|has|have) (?:it|that|this|this one|that one|things|we) (?:get |got |gotten |any |an |really |actually |now |much |become )*{_BETTER}(?: now| then| at all| this time)*")
_ADVICE = re.compile(r"\b(?:should|would|could|can|if i|if we|to use|more trees|try)\b")
_LEAD = r"(?:(?:please|now|then|no|ok|okay|and|so|but|actually|also|hey|just|can you|could you|lets|tell me|i want to know|i forgot) ,? ?)*"
_END = r"(?: (?:please|again|too|instead|rather|then|now|for me|once more|as well))*"
_AWAY = r"(?:delete|remove|drop|discard|erase|wipe|clear|scrap|forget(?: about)?|get rid of|throw (?:out|away)|take (?:out|away|back)|undo|kick out|ditch|bin|trash)"
_PLACE = r"(?:first|second|third|fourth|fifth|sixth|1st|2nd|3rd|4th|5th|last|latest)"
_ALL_RUNS = re.compile(rf"{_LEAD}{_AWAY} (?:(?:all|every|both|the|my|our|of|these|those|old|previous|earlier|trained|this|that) )*(?:runs?|models?|trainings?|trained (?:models?|ones)|leader ?board)(?: (?:so far|that i trained|we trained|again))*{_END}")
_GONE = re.compile(rf"{_LEAD}{_AWAY} (?:(?:the|my|our|that|this) )*(?P<model>[a-z0-9 -]{{3,40}})")
_ONE_MODEL = re.compile(rf"MODEL(?: (?:run|model|step|one|training|again))*{_END}")
_SAME_WITH = re.compile(rf"{_LEAD}(?:(?:do |the |run |try )*(?:same|it)(?: thing| one)?(?: again)?|again|repeat(?: it| that)?|once more|retrain(?: it)?)(?: (?:again|once more))? (?:but )?(?:with|for|using) (?P<models>MODEL(?: ?(?:, and|,|and|&|plus) (?:an? |the )?MODEL)+){_END}")
_OF_RUN = re.compile(rf"(?P<lead>{_LEAD})(?P<verb>tune|optimi[sz]e|evaluate|explain|judge|show(?: me)?|see|look at|export|download|calibrate|score|check|test|how good (?:is|was)|train|retrain|run|repeat|do|redo)? ?(?:the )?(?P<place>{_PLACE})(?: (?:one|run|model|of them|of the two|of those|training))?(?P<rest>(?: (?:again|once more|on the|with|but with|using|and|on|please|too|instead|model)\b.*)?)")
_TUNE_EACH = re.compile(rf"{_LEAD}(?:tune|optimi[sz]e) (?:both|all(?: of them)?|them(?: (?:both|all))?|the (?:two|three)|each(?: of them)?|every one)(?: (?:of them|models?|runs?))*{_END}")
_TUNES = ("tune", "optimise", "optimize")
_TRAINS = ("train", "retrain", "run", "repeat", "do", "redo", "")


def held_against_earlier(clause: Clause) -> bool:
    """Says whether the words ask how the latest of several runs stands to the ones before it."""
    runs = [run.get("model") if isinstance(run, dict) else run for run in clause.context.runs]
    if len(runs) < 2 or clause.columns or clause.values or not set(models_of(clause)) <= set(runs):
        return False
    words = with_signs(clause.masked.strip(" .!?"))
    return (_SHORT.fullmatch(words) or _HELD_AGAINST.search(words)) is not None and not _ADVICE.search(words)


def trained_with_each(asked: Clause, context: RouterContext) -> list[Call] | None:
    """Trains each model of several with which the training is to be done again: “same again with lightgbm and ridge”."""
    last = context.last[-1] if context.last else None
    if last is None or last["tool"] != "train" or not _SAME_WITH.fullmatch(with_signs(asked.masked.strip(" .!?"))):
        return None
    return [{"tool": "train", "args": {"model": model}} for model in models_of(asked)]


def run_away(words: str, context: RouterContext) -> list[Call] | None:
    """Takes the step out that trained a model which is to go; asks where that is not one step, as runs are kept: “delete all models”."""
    trained = [step for step in context.steps if step.get("tool") == "train" and "number" in step]
    gone = _GONE.fullmatch(words) if context.runs else None
    named = models_of(Clause(gone["model"], context)) if gone and _ONE_MODEL.fullmatch(with_signs(gone["model"])) else []
    if len(named) == 1:
        of_it = [step for step in trained if step.get("args", {}).get("model") == named[0]]
        if len(of_it) == 1 and "forget" in words:
            raise Unclear(f"Shall step {of_it[0]['number']}, which trains it, go?", [option("remove_step", {"step": of_it[0]["number"]}, f"Yes, remove step {of_it[0]['number']}"), option("show_pipeline", {}, "No, show the pipeline")])
        if len(of_it) == 1:
            return [{"tool": "remove_step", "args": {"step": of_it[0]["number"]}}]
        if of_it or named[0] in context.runs:
            raise _kept_runs(of_it)
        return None
    if context.runs and _ALL_RUNS.fullmatch(words):
        if len(trained) == 1 == len(context.runs):
            raise Unclear(f"The model goes with its step. Shall step {trained[0]['number']} go?", [option("remove_step", {"step": trained[0]["number"]}, f"Yes, remove step {trained[0]['number']}"), option("show_pipeline", {}, "No, show the pipeline")])
        raise _kept_runs(trained)
    return None


def _kept_runs(trained: list[dict[str, Any]]) -> Unclear:
    offered = [option("remove_step", {"step": step["number"]}, f"Remove step {step['number']}: train {str(step.get('args', {}).get('model', '')).replace('_', ' ')}") for step in trained[-3:]]
    return Unclear("All runs are kept side by side, and I delete none by itself; a step that trains can be taken out of the pipeline. What shall I do?", [*offered, option("leaderboard", {}, "Show the runs"), option("show_pipeline", {}, "Show the pipeline")])


def _model_of(run: str) -> str:
    """The model of a run, whose number may stand behind it: “random_forest-2”."""
    head, _, number = run.rpartition("-")
    return head if head and number.isdigit() else run


def of_a_run(asked: Clause, context: RouterContext) -> list[Call] | None:
    """Reads which run is meant by its place among them: “evaluate the first one”, “the first one again with 200 trees”."""
    runs = [str(run.get("model") or run.get("id")) if isinstance(run, dict) else str(run) for run in context.runs]
    if 1 < len(set(runs)) < 4 and _TUNE_EACH.fullmatch(asked.norm.strip(" .!?")):
        return [{"tool": "tune", "args": {"model": _model_of(run)}} for run in dict.fromkeys(runs)]
    match = _OF_RUN.fullmatch(asked.norm.strip(" .!?")) if len(runs) > 1 else None
    if match is None or asked.columns or asked.values:
        return None
    place = len(runs) if match["place"] in ("last", "latest") else ordinal(match["place"]) or 0
    verb, rest = match["verb"] or "", match["rest"].strip()
    if not 0 < place <= len(runs) or (not verb and not rest):
        return None
    model = _model_of(runs[place - 1])
    from assistant.router.parts.called import called

    if verb in _TUNES:
        return called("tune", Clause(f"tune {model.replace('_', ' ')} {rest}", context))
    if verb in _TRAINS:
        again = re.sub(r"^(?:again|once more|but|please|,| )+", "", rest)
        return called("train", Clause(f"train {model.replace('_', ' ')} {again}", context)) if (again or verb in ("retrain", "repeat", "redo")) else None
    if rest and not re.fullmatch(r"(?:please|again|too|on the (?:test|training|train|validation)(?: data| set| rows)?)", rest):
        return None
    data = re.search(r"\b(test|train|validation)", rest)
    if verb == "explain":
        return [{"tool": "explain", "args": {"run": place}}]
    if verb in ("export", "download", "calibrate"):
        return None
    return [{"tool": "evaluate", "args": {"run": place, **({"data": data[1]} if data else {})}}]
