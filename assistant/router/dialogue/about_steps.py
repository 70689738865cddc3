"""Reads what is said of the steps and the runs that there are: “what did step 4 do”, “change the split to 70/30”, “add bonus to step 4”, “tune the first one”."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.model_slots import models_of
from assistant.router.arguments.slots import option
from assistant.router.context import Call, RouterContext
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.numbers import ordinal
from assistant.router.entities.vocabulary import with_signs
from assistant.router.tool.triggers.wordlists import STEP_NOUNS

_LEAD = r"(?:(?:please|now|then|no|ok|okay|and|so|but|actually|also|hey|just|can you|could you|lets|tell me|i want to know|i forgot) ,? ?)*"
_END = r"(?: (?:please|again|too|instead|rather|then|now|for me|once more|as well))*"
_AWAY = r"(?:delete|remove|drop|discard|erase|wipe|clear|scrap|forget(?: about)?|get rid of|throw (?:out|away)|take (?:out|away|back)|undo|kick out|ditch|bin|trash)"
_PLACE = r"(?:first|second|third|fourth|fifth|sixth|1st|2nd|3rd|4th|5th|last|latest)"
_STEP = rf"(?:the )?(?:step (?:number |no |# ?)?(?P<number>\d{{1,3}})|(?P<place>{_PLACE}) step)"
_ANY_STEP = rf"(?:the )?(?:step (?:number |no |# ?)?\d{{1,3}}|{_PLACE} step)"
_NAMED_STEPS = tuple((tool, noun) for tool, noun in STEP_NOUNS if tool not in ("train", "tune", "cross_validate", "compare_models", "set_threshold", "ensemble", "calibrate"))
_NOUN = "|".join(noun for _, noun in _NAMED_STEPS)

_ASKED = re.compile(rf"{_LEAD}(?:(?:what|why|how|when|which \w+)(?:s|'s)?(?: exactly| again)? (?!if\b)(?:(?:did|does|do|was|is|were|has|had|happened|happens|about|changed|the point of|for|it|we|you|i|it that|in|with|at|after) )*{_ANY_STEP}(?: (?:do|did|does|for|about|change|again|good for|there|mean|exactly|done|doing|actually|to the data|to it))*|(?:explain|describe|show|see|look at|what about|recall|repeat)(?: me| to me| again)? (?:what )?{_ANY_STEP}(?: (?:does|did|do|is|was|means|to me|in words|again|in detail|changed))*){_END}")
_HOW_MANY = re.compile(rf"{_LEAD}how (?:many|much)(?: [\w@]+){{0,3}}? (?:(?:did|have|has|were|was) (?:you|we|i|it|that|this|been|there)?|got|you|we|i|it)(?: been| just| really| all| now)* ?(?:fill(?:ed)?|drop(?:ped)?|remove[d]?|delete[d]?|change[d]?|replace[d]?|impute[d]?|clip(?:ped)?|los[et]|throw(?:n)?(?: (?:out|away))?|thrown (?:out|away)|threw (?:out|away)|fixed?|mend(?:ed)?|touch(?:ed)?|affect(?:ed)?)(?: (?:out|away|in|there|so far|just now|by that|with that|that way|then|by this|in total|now))*")
_ALL_RUNS = re.compile(rf"{_LEAD}{_AWAY} (?:(?:all|every|both|the|my|our|of|these|those|old|previous|earlier|trained|this|that) )*(?:runs?|models?|trainings?|trained (?:models?|ones)|leader ?board)(?: (?:so far|that i trained|we trained|again))*{_END}")
_GONE = re.compile(rf"{_LEAD}{_AWAY} (?:(?:the|my|our|that|this) )*(?P<model>[a-z0-9 -]{{3,40}})")
_ONE_MODEL = re.compile(rf"MODEL(?: (?:run|model|step|one|training|again))*{_END}")
_SEVERAL = re.compile(rf"{_LEAD}{_AWAY} (?:(?:the|my|our|both) )*(?P<first>{_NOUN})(?: steps?)?(?P<more>(?: ?(?:, and|,|and|&|plus|as well as) (?:(?:the|my|our) )*(?:{_NOUN})(?: steps?)?)+){_END}")
_CHANGED = re.compile(rf"{_LEAD}(?:change|set|switch|make|turn|update|edit|modify|alter|adjust) (?:(?:the|my|our|that|this) )*(?P<noun>{_NOUN})(?: (?:step|method|strategy|way))?(?: (?:of|for|on|from) (?:the )?@)? ?(?:(?:to|into|so that it uses|so it uses|to use|as|with|be|using|by|from \S+ to|=) )*(?P<rest>.+)")
_USED_IN = re.compile(rf"{_LEAD}(?:(?:use|take|with|put|do|apply|set|make it|have|go for|try) )+(?:the |an? )?(?P<rest>.+?) (?:in|for|within|at) (?:(?:the|my|our|that|this) )+(?P<noun>{_NOUN})(?: step)?(?: (?:instead|rather|please|then|now|this time|though))*")
_ADDED = re.compile(rf"{_LEAD}(?P<verb>add|include|put|also (?:do|use|take|add|include|put)|append|throw in|take|remove|drop|leave|exclude|delete|kick) (?:the |also |in )*(?P<columns>@(?: ?(?:, and|,|and|&) (?:the )?@)*) (?:also |too |as well |out )*(?P<link>to|into|in|out of|from|of) (?:{_STEP}|(?:(?:the|my|our) )+(?P<noun>{_NOUN})(?: step)?)(?: (?:too|as well|also|again|please))*")
_OF_RUN = re.compile(rf"(?P<lead>{_LEAD})(?P<verb>tune|optimi[sz]e|evaluate|explain|judge|show(?: me)?|see|look at|export|download|calibrate|score|check|test|how good (?:is|was)|train|retrain|run|repeat|do|redo)? ?(?:the )?(?P<place>{_PLACE})(?: (?:one|run|model|of them|of the two|of those|training))?(?P<rest>(?: (?:again|once more|on the|with|but with|using|and|on|please|too|instead|model)\b.*)?)")


def about_steps(asked: Clause, context: RouterContext) -> list[Call] | None:
    """Gives the calls for words about what was done before; None where they are about something else, or nothing was done."""
    if not (context.steps or context.runs or context.last):
        return None
    words = asked.masked.strip(" .!?")
    if _ASKED.fullmatch(asked.norm.strip(" .!?")) or _HOW_MANY.fullmatch(words):
        return [{"tool": "show_pipeline", "args": {}}]
    return _same_with(asked, context) or _away(asked, words, context) or _edited(asked, words, context) or _of_a_run(asked, context)


_SAME_WITH = re.compile(rf"{_LEAD}(?:(?:do |the |run |try )*(?:same|it)(?: thing| one)?(?: again)?|again|repeat(?: it| that)?|once more|retrain(?: it)?)(?: (?:again|once more))? (?:but )?(?:with|for|using) (?P<models>MODEL(?: ?(?:, and|,|and|&|plus) (?:an? |the )?MODEL)+){_END}")


def _same_with(asked: Clause, context: RouterContext) -> list[Call] | None:
    """Trains each model of several with which the training is to be done again: “same again with lightgbm and ridge”."""
    last = context.last[-1] if context.last else None
    if last is None or last["tool"] != "train" or not _SAME_WITH.fullmatch(with_signs(asked.masked.strip(" .!?"))):
        return None
    return [{"tool": "train", "args": {"model": model}} for model in models_of(asked)]


def _away(asked: Clause, words: str, context: RouterContext) -> list[Call] | None:
    several = _SEVERAL.fullmatch(words) if context.steps else None
    if several:
        tools = [tool for noun in re.findall(_NOUN, f"{several['first']}{several['more']}") for tool, name in _NAMED_STEPS if re.fullmatch(name, noun if isinstance(noun, str) else noun[0])]
        return [{"tool": "remove_step", "args": {"step": number}} for number in sorted({_only_step(tool, context) for tool in tools}, reverse=True)]
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


def _edited(asked: Clause, words: str, context: RouterContext) -> list[Call] | None:
    """Changes a step that is there already rather than adding another."""
    if not context.steps:
        return None
    added = _ADDED.fullmatch(words)
    if added:
        return _other_columns(asked, added, context)
    match = _CHANGED.fullmatch(words) or _USED_IN.fullmatch(words)
    if match is None:
        return None
    tool = _tool_of(match["noun"])
    numbers = _numbers(tool, context)
    if not numbers:
        return None
    from assistant.router.parts.called import called

    rest = asked.norm if "@" in match["rest"] else match["rest"]
    if "@" in match["rest"] or len(numbers) > 1:
        return None
    return called("edit_step", Clause(f"in step {numbers[0]} use {rest}", context))


def _other_columns(asked: Clause, added: re.Match[str], context: RouterContext) -> list[Call] | None:
    """Reads “add bonus to step 4” and “take age out of the scaling”: the step keeps its other columns."""
    steps = [step for place, step in enumerate(context.steps, 1) if "number" in step]
    if added["noun"]:
        number = _only_step(_tool_of(added["noun"]), context) if _numbers(_tool_of(added["noun"]), context) else None
    else:
        number = int(added["number"]) if added["number"] else (steps[-1]["number"] if added["place"] in ("last", "latest") else ordinal(added["place"]))
    step = next((step for step in steps if step["number"] == number), None)
    listed = step.get("args", {}).get("columns") if step else None
    named = [mention.name for mention in asked.columns[: added["columns"].count("@")]]
    outward = added["link"] in ("out of", "from", "of") or added["verb"] in ("remove", "drop", "leave", "exclude", "delete", "kick") or (added["verb"] == "take" and added["link"] != "into")
    if step is None or not isinstance(listed, list) or not all(mention.clear for mention in asked.columns):
        return None
    rest = [name for name in listed if name not in named] if outward else [*listed, *(name for name in named if name not in listed)]
    if rest == listed or (outward and not set(named) <= set(listed)):
        return None
    return [{"tool": "edit_step", "args": {"step": number, "args": {"columns": rest}}} if rest else {"tool": "remove_step", "args": {"step": number}}]


def _tool_of(noun: str) -> str:
    return next(tool for tool, name in _NAMED_STEPS if re.fullmatch(name, noun))


def _numbers(tool: str, context: RouterContext) -> list[int]:
    return [int(step["number"]) for step in context.steps if step.get("tool") == tool and "number" in step]


def _only_step(tool: str, context: RouterContext) -> int:
    """The number of the only step of a tool; asks where there are several, or none."""
    numbers = _numbers(tool, context)
    if len(numbers) == 1:
        return numbers[0]
    words = tool.replace("_", " ")
    raise Unclear(f"There are {len(numbers)} steps “{words}”. Which one is meant?" if numbers else f"There is no step “{words}”. The pipeline shows the steps that there are.", [*(option("remove_step", {"step": number}, f"Remove step {number}: {words}") for number in numbers[-3:]), option("show_pipeline", {}, "Show the pipeline")])


def _model_of(run: str) -> str:
    """The model of a run, whose number may stand behind it: “random_forest-2”."""
    head, _, number = run.rpartition("-")
    return head if head and number.isdigit() else run


_TUNE_EACH = re.compile(rf"{_LEAD}(?:tune|optimi[sz]e) (?:both|all(?: of them)?|them(?: (?:both|all))?|the (?:two|three)|each(?: of them)?|every one)(?: (?:of them|models?|runs?))*{_END}")
_TUNES = ("tune", "optimise", "optimize")
_TRAINS = ("train", "retrain", "run", "repeat", "do", "redo", "")


def _of_a_run(asked: Clause, context: RouterContext) -> list[Call] | None:
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
