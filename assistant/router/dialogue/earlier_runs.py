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
from engine.models import MODELS, label_of
from tools.catalog import find_tool

_BETTER = r"(?:better|worse|stronger|weaker|improve[ds]?|improvement|beat|beats|outperforms?|ahead|progress|compares?|stacks? up|wins?|won|difference)"
_OTHER = r"(?:before|earlier|previous(?:ly)?|last (?:one|time|run|model|try|attempt)|(?:first|second|third|older?|other)(?: (?:one|run|model|try|attempt))?|others|MODEL|the 2|run (?:number )?\d+|either)"
_ASKS = r"^(?:(?:and|so|but|ok|well|hm+|now|then|tell me|say|i wonder|do you know|if|whether) ?,? )*(?:is|was|are|does|did|do|has|have|how does|how did|how do|how is|better or worse|any better|whats the difference|which of|it is|is it)\b"
_HELD_AGAINST = re.compile(rf"{_ASKS}.*\b{_BETTER}\b.*\b{_OTHER}\b|{_ASKS}.*\b{_OTHER}\b.*\b{_BETTER}\b|^(?:any )?{_BETTER} (?:or worse )?than (?:the )?{_OTHER}\b")
_TAIL = r"(?: (?:please|now|then|again|at all|so far))*"
_SIDE_BY_SIDE = re.compile(
    rf"(?:(?:and|so|but|ok|well|now|then|hm+) ,? ?)*(?:how (?:do|did) (?:they|these|those|the (?:2|3)|(?:those|these) (?:2|3)|both|all)(?: models| runs|"
    rf" of them)? (?:compare|stack up|differ|perform|fare|rank)(?: (?:against|to|with) each other)?|(?:put |show |see |both |them )*side by side|"
    rf"who (?:wins|won|is (?:ahead|better|best|winning|the winner))|which (?:one|of (?:them|those|these|the 2))(?: (?:wins|won|is it|should it be|do i take))?|"
    rf"what(?:s| is| are) the differences?(?: between (?:them|those|these|the (?:2|two)|both))?|"
    rf"(?:are|were) (?:they|these|those) (?:any good|good|equally good|all the same)){_TAIL}",
)
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
_OF_RUN = re.compile(
    rf"(?P<lead>{_LEAD})(?P<verb>tune|optimi[sz]e|evaluate|explain|judge|show(?: me)?|see|look at|export|download|calibrate|score|check|test|how good (?:is|was)|"
    rf"train|retrain|run|repeat|do|redo)? ?(?:the )?(?P<place>{_PLACE})(?: (?:one|run|model|of them|of the two|of those|"
    rf"training))?(?P<rest>(?: (?:again|once more|on the|with|but with|using|and|on|please|too|instead|model)\b.*)?)",
)
_OF_ANOTHER = re.compile(rf"(?:(?:and|now|ok|but|same|the same|what about|how about|also|show|see|me|that|it|please) )*(?:(?:of|for|with|on|in|from) )?(?:the )?(?:(?P<place>{_PLACE}|other)(?: (?:one|model|run|training))?|(?:run|model|number|no|#) ?(?P<number>\d)){_TAIL}")
_JUDGED = ("plot_model", "evaluate", "explain", "show_errors")
_HELPED = re.compile(
    rf"(?:(?:and|so|but|ok|well|hm+) ,? ?)*(?:(?:did|has|does|do) (?:it|that|this|the (?:tuning|search|scaling|change)) (?:really |even |actually |"
    rf"all )?(?:help(?:ed)?|hurt|harm|work(?:ed)?|pay off|paid off|bring anything|improved? (?:anything|it|things|matters)|made? (?:any|a|much) difference|"
    rf"make it (?:any )?(?:better|worse)|do (?:anything|any good)|change (?:anything|much)|get better|got better)|"
    rf"(?:is|was) (?:it|that|this) (?:(?:any )?(?:better|worth it|of (?:any )?use|any use|an improvement))|(?:any )?better(?: or worse)?|worse|"
    rf"(?:is (?:it|mine|ours|that) )?better than (?:that|this|it|the [a-z]+ (?:one|model))|any (?:improvement|gain)|"
    rf"(?:what|how much) (?:does|did|has) (?:that|it|this) (?:change[d]?|bring|brought|do for (?:it|the score)|help)){_TAIL}",
)
_ANOTHER_MODEL = re.compile(
    rf"(?:(?:and|now|ok|so|then|but|maybe|can (?:we|you|i)|lets|try|train|use|take|with|show|give|me|how about|what about|is there|i want|any|something|anything|"
    rf"some|an?|the) )*(?:(?:else|(?:an)?other|others|different|stronger|better|fancier|simpler|smarter|more (?:powerful|complex|advanced|accurate|modern)|"
    rf"less complex|heavier|lighter|faster|quicker)(?: (?:one|ones|model|models|kind|kind of model|kinds?|algorithm|method|approach|learner))?)(?: (?:maybe|"
    rf"perhaps))?{_TAIL}",
)
_TESTED = re.compile(rf"(?:(?:and|now|ok|so|then|please) )*(?:test|judge|grade|assess|rate) (?:it|that|this|the model){_TAIL}")
_WHY_ROW = re.compile(
    r"(?:(?:and|but|so|ok|please|can you|could you) )*(?:(?:explain|tell|say|show)(?: it)?(?: to)?(?: me)? )?(?:why|"
    r"how come) (?:(?:was|is|did|does|has|for|it is so for|that is for) )?(?:(?:the )?(?!step|depth|seed|run|model|k\b|top|version|fold|only|just|are|not|with|at|"
    r"from|use)[a-z]{2,15} )?(?:number |no |# ?)?(?P<row>\d{1,9})(?: (?:so )?(?:wrong|missed|misjudged|off|bad|not))?(?: then)?",
)
_GROUPS_NOW = re.compile(
    rf"(?:(?:and|now|ok|but|no|rather|maybe|try|make|it|them|that|with|into|in|take|use|what about|how about|what if|give me|find|there (?:are|were)) )*(?:only |"
    rf"just )?(?P<count>\d+)(?: (?:groups?|kinds?|clusters?|types?|segments?|sorts?|of (?:them|those)))?(?: (?:instead|rather))?{_TAIL}",
)
_TUNE_EACH = re.compile(rf"{_LEAD}(?:tune|optimi[sz]e) (?:both|all(?: of them)?|them(?: (?:both|all))?|the (?:two|three)|each(?: of them)?|every one)(?: (?:of them|models?|runs?))*{_END}")
_TUNES = ("tune", "optimise", "optimize")
_TRAINS = ("train", "retrain", "run", "repeat", "do", "redo", "")


def held_against_earlier(clause: Clause) -> bool:
    """Says whether the words ask how the latest of several runs stands to the ones before it."""
    runs = [run.get("model") if isinstance(run, dict) else run for run in clause.context.runs]
    if len(runs) < 2 or clause.columns or clause.values or not set(models_of(clause)) <= set(runs):
        return False
    words = with_signs(clause.masked.strip(" .!?"))
    if _SIDE_BY_SIDE.fullmatch(words):
        return True
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


def asked_of_runs(asked: Clause, context: RouterContext) -> list[Call] | None:
    """Reads what is asked of the runs after one was judged, tuned or trained: “of the first one”, “did it help”, “make it 4” of groups."""
    last = context.last[-1] if context.last and not context.refused else None
    if last is None or not context.runs or asked.values or len(asked.tokens) > 9:
        return None
    words = asked.norm.strip(" .!?")
    if _TESTED.fullmatch(words):
        return [{"tool": "evaluate", "args": {}}]
    row = _WHY_ROW.fullmatch(words)
    if row:
        return [{"tool": "explain", "args": {"row": int(row["row"])} | ({"run": last["args"]["run"]} if last["tool"] in _JUDGED and last["args"].get("run") else {})}]
    if asked.columns:
        return None
    if len(context.runs) > 1 and _SIDE_BY_SIDE.fullmatch(words):
        return [{"tool": "leaderboard", "args": {}}]
    if _HELPED.fullmatch(words):
        return _helped(last, context)
    if last["tool"] in ("train", "evaluate") and _ANOTHER_MODEL.fullmatch(words) and not words.endswith("models") and " the " not in f" {words} ":
        raise _which_model(context, simple=asked.has("simpler|less complex|lighter|faster|quicker"))
    if last["tool"] in _JUDGED and len(context.runs) > 1 and (said := _OF_ANOTHER.fullmatch(words)):
        return _of_another(said, last, len(context.runs))
    counted = _GROUPS_NOW.fullmatch(words) if context.task == "clustering" and last["tool"] in (*_JUDGED, "choose_k", "train") else None
    model = next((model for model in MODELS if model.id == _model_of(str(context.latest_model))), None) if counted else None
    count = next((name for name in ("n_clusters", "n_components") if model and name in model.parameters), None)
    return [{"tool": "train", "args": {"model": model.id, "params": {count: int(counted["count"])}}}] if counted and model and count else None


_USUAL = {"regression": ("ridge", "random_forest", "gradient_boosting", "xgboost"), "clustering": ("kmeans", "gaussian_mixture", "agglomerative"), "anomaly_detection": ("isolation_forest", "local_outlier_factor")}
_SIMPLE = {"regression": ("linear_regression", "ridge", "decision_tree"), "classification": ("logistic_regression", "decision_tree", "gaussian_nb")}
_OF_CLASSES = ("logistic_regression", "random_forest", "gradient_boosting", "xgboost")


def _which_model(context: RouterContext, simple: bool) -> Unclear:
    """Asks which model is to be tried besides those that were trained, with some of which there is no run."""
    trained = {_model_of(str(run.get("model") if isinstance(run, dict) else run)) for run in context.runs}
    usual = (_SIMPLE.get(context.task or "") if simple else None) or _USUAL.get(context.task or "", _OF_CLASSES)
    offered = [option("train", {"model": name}, f"Train {label_of(name)}") for name in usual if name not in trained]
    return Unclear("Which model shall I train?", [*offered[:3], option("list_models" if context.task in ("clustering", "anomaly_detection") else "compare_models", {}, "Show the models" if context.task in ("clustering", "anomaly_detection") else "Compare several")])


def _of_another(said: re.Match[str], last: Call, runs: int) -> list[Call] | None:
    """The same picture or score of another run, by its place."""
    before = last["args"].get("run", runs)
    other = {1: 2, 2: 1}.get(before) if runs == 2 else None
    place = int(said["number"]) if said["number"] else runs if said["place"] in ("last", "latest") else other if said["place"] == "other" else ordinal(said["place"])
    return [{"tool": last["tool"], "args": {**last["args"], "run": place}}] if place and place <= runs else None


def _helped(last: Call, context: RouterContext) -> list[Call]:
    """What tells whether the last step was of use: the runs beside one another, or the model trained again after a change of the data."""
    if last["tool"] == "tune":
        raise Unclear("The search told what it found; the model is still as it was. What shall I do?", [option("apply_tuning", {}, "Train with the settings found"), option("evaluate", {}, "Judge the model as it is")])
    if last["tool"] == "set_threshold":
        return [{"tool": "evaluate", "args": {}}]
    if find_tool(last["tool"]).records and find_tool(last["tool"]).stage in ("data", "prepare", "features", "split"):
        model = _model_of(str(context.latest_model))
        raise Unclear("That shows only in a model that is trained again. Shall I do that?", [option("train", {"model": model}, f"Yes, train a {label_of(model)} again"), option("leaderboard", {}, "Compare the runs so far")])
    return [{"tool": "leaderboard" if len(context.runs) > 1 else "evaluate", "args": {}}]
