"""Fills the arguments of the tools that judge, explain and use models, and of those for history and help."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.model_slots import metric_of, model_of, run_of
from assistant.router.arguments.record import record
from assistant.router.arguments.row_asked import LAST_ROW, row_asked
from assistant.router.arguments.slots import option, resolved
from assistant.router.arguments.step_edits import step_number
from assistant.router.asking.from_elsewhere import refuse_from_elsewhere
from assistant.router.asking.labels import label
from assistant.router.asking.term_questions import term_asked, terms_compared
from assistant.router.dialogue.step_removal import one_of_the_steps, removed_tool, step_of, which_step
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause, Unclear
from assistant.router.entities.file_names import file_in
from assistant.router.entities.numbers import ORDINALS
from assistant.router.entities.quantities import count_of
from assistant.router.tool.triggers.wordlists import SIMPLY, TOLD_AFTER
from assistant.router.wording.normalize import plain_number
from tools.pipeline.export import SAME_FOR_ALL

Args = dict[str, Any]


_EACH_RUN = re.compile(r"\b(?:both|the two|the 2|each|all (?:the )?(?:three|3)|all(?: of them| the)?|(?:both|all) of (?:them|those|these))(?: (?:models?|runs?|of them|of those))?(?: please| too)*[?.! ]*$")


def _of_each_run(clause: Clause, args: Args) -> Args | list[Args]:
    """The arguments once for each run where both are spoken of: “residuals for both”."""
    runs = [str(run.get("model") or run.get("id")) if isinstance(run, dict) else str(run) for run in clause.context.runs]
    if "run" in args or not 1 < len(runs) < 4 or len(set(runs)) != len(runs) or not _EACH_RUN.search(clause.norm):
        return args
    return [{**args, "run": run} for run in runs]


def _with_run(clause: Clause, args: Args) -> Args:
    run = run_of(clause)
    if run is None and not clause.context.runs:
        run = model_of(clause)  # a model that is looked at was trained
    return args | ({"run": run} if run is not None else {})


def evaluate(clause: Clause) -> Args | list[Args]:
    """Reads which parts of the data, and which run."""
    parts = vocabulary.every(re.sub(r"^test (?=it|that|this|the model)", "", clause.masked), vocabulary.PARTS)
    if len(parts) > 1 and " or " in clause.masked:
        raise Unclear("On which rows?", [option("evaluate", {"data": part}, f"On the {part} rows") for part in parts])
    if len(parts) > 1:
        return [_with_run(clause, {"data": part}) for part in parts]
    return _of_each_run(clause, _with_run(clause, {"data": parts[0]} if parts else {}))


def plot_model(clause: Clause) -> Args | list[Args]:
    """Reads which chart of which run."""
    kinds = vocabulary.every(_SHARED_CHART.sub(r"\1 curve \2", clause.masked), vocabulary.PLOT_MODEL)
    if len(kinds) > 1 and _CHARTS.search(clause.masked):
        return [_with_run(clause, {"kind": kind}) for kind in kinds]
    kind = vocabulary.first(clause.masked, vocabulary.PLOT_MODEL) or _unnamed(clause)
    return _of_each_run(clause, _with_run(clause, {"kind": kind}))


_SOME_CURVE = re.compile(r"\b(?:curves?|lines?)\b")


def _unnamed(clause: Clause) -> str:
    """The chart of where a model is right and wrong, for the task; asks where some curve is spoken of."""
    if clause.has("probabilit\\w+"):
        return "calibration"
    numeric = clause.context.task == "regression"
    if _SOME_CURVE.search(clause.masked):
        kinds = ("learning_curve", "predicted_vs_actual") if numeric else ("learning_curve", "roc", "precision_recall", "calibration")
        raise Unclear("Which curve?", [option("plot_model", {"kind": name}, name.replace("_", " ")) for name in kinds])
    return "predicted_vs_actual" if numeric else "confusion_matrix"


_SHARED_CHART = re.compile(r"\b(roc|calibration|learning|lift)( (?:and|,|&|\+|plus) (?:the )?(?:roc|precision|pr|calibration|learning|lift)\b)")
"""One word for two: “roc and precision recall curves”."""
_CHARTS = re.compile(r" (?:and|,|&|\+|plus|as well as|also) ")


def explain(clause: Clause) -> Args | list[Args]:
    """Reads the method, the row whose prediction is asked about, and the column of a dependence."""
    args: Args = {}
    if clause.norm.strip(" .?!") in ("why", "how come") and not clause.context.runs:
        raise Unclear("Why what? There is no model yet whose predictions could be explained.", [option("show_pipeline", {}, "Show what was done"), option("suggest", {}, "What to do next")])
    method = vocabulary.first(clause.masked, vocabulary.EXPLAIN)
    if _MATTERS.match(clause.masked) and len(clause.columns) == 1 and clause.columns[0].clear and clause.columns[0].name != clause.context.target:
        name = clause.columns[0].name
        raise Unclear(f"How much “{name}” matters to the model can be seen beside the other columns, or as how the prediction moves with it. Which one?", [option("explain", {"method": "importance"}, "Beside the other columns"), option("explain", {"method": "partial_dependence", "column": name}, f"How the prediction moves with {name}"), option("correlate", {"with_column": name}, f"What goes along with {name}")])
    row = re.search(r"\b(?:prediction|sample) (?:number |no ?\.? ?|# ?)?(\d{1,9})\b", clause.norm) or re.search(r"^why (?:was|is|did|does|were|would|has|do) (?:the |this |my )?[a-z]+ (?:number |no |# ?)?(\d{1,9})\b", clause.norm) or re.search(r"^explain (?:the )?(?!top|first|best|last|run|model)\S+ (?:number |# ?)?(\d{1,9})\b(?! (?:most|best|features|columns))", clause.masked)
    if clause.columns and re.search(r"\bhow do(?:es)?\b|partial dependence|\bpdp\b|effect of|@ effects?\b|sensitivity (?:to|of|on)|response (?:to|of)|dependence (?:on|of)|influence of|impact of|affects?|(?:predictions?|predicted (?:\w+|@)|output) (?:changes?|varies|vary|moves?|depends?|goes|reacts?|responds?) (?:with|as|on|along|to|over)", clause.masked):
        args["method"] = "partial_dependence"
        mentions = [mention for mention in clause.columns if clause.context.target not in mention.names] or clause.columns
        name = resolved(mentions[0], clause, "explain", "column", args)
        if name != clause.context.target:
            args["column"] = name
    elif method:
        args["method"] = method
    row = row or re.search(r"^(?:and )?why (?:is |was |about |for )?(?:number |no |# ?)?(\d{1,9})$", clause.norm.strip(" ?!."))
    top = _TOP.search(clause.norm)
    if top:
        args["top"] = int(top[1] or top[2])
    named = row_asked(clause)
    rows = _ROWS.search(clause.norm)
    if rows and not clause.columns and not clause.values:
        return [_with_run(clause, {**args, "row": int(number)}) for number in dict.fromkeys(re.findall(r"\d+", rows[0]))]
    if named is not None or row:
        args["row"] = named if named is not None else int(row[1]) if row else None
    elif (place := LAST_ROW.search(clause.norm)) and clause.norm.startswith(("why", "how come", "explain")):
        near = max(ORDINALS.get(place["place"], 1) - 1, 0)
        raise Unclear("Which row? Say its number; the first one is row 0.", [option("explain", {**args, "row": near}, f"Explain row {near}"), option("preview", {"which": "tail"}, "Show the last rows"), option("explain", args, "Explain the model as a whole")])
    return _with_run(clause, args)


_TOP = re.compile(r"\b(?:top|best(?=\s\d+$)) (\d{1,3})\b|\b(?:first|best|main|strongest) (\d{1,3}) (?:features|columns|variables|ones|only)\b")
"""How many columns are wanted: “permutation importance, top 15”."""
_ROWS = re.compile(r"\b(?:rows?|records?|lines?|cases?) (?:number |# ?)?\d{1,9}(?:(?: ?,| and| &| as well as)+ (?:also )?(?:(?:rows?|records?|lines?|cases?|number|#) ?)*\d{1,9})+\b")
"""Several rows at once: “explain row 5 and row 9”."""
_MATTERS = re.compile(r"(?:and |so )?(?:how much |how )?(?:does|do|is|are|did) (?:the )?@ (?:really |even |actually |so |very )*(?:matter|count|important|relevant|play|have)\b")
"""“does the pulse matter”"""


def show_errors(clause: Clause) -> Args:
    """Reads how many rows."""
    number = count_of(clause)
    return _with_run(clause, {"rows": number} if number else {})


def leaderboard(clause: Clause) -> Args:
    """Reads the metric to rank by."""
    metric = metric_of(clause)
    return {"metric": metric} if metric else {}


def predict(clause: Clause) -> Args:
    """Reads a file, or one record's values from numbers beside columns and from category values."""
    file = file_in(clause.text)
    if file:
        return _with_run(clause, {"source": file})
    values = record(clause)
    if values and not (re.match(r"(?:the )?same\b", clause.norm) and not any(call["tool"] in ("predict", "what_if") for call in clause.context.last)):
        return _with_run(clause, {"values": values})
    raise Unclear("For whom or what? Upload a file, or say the values of one record, such as “age 30, sex female”.", [option("list_options", {"stage": "evaluate"}, "Show the form"), option("help", {"topic": "predict"}, "How it is done")])


def what_if(clause: Clause) -> Args:
    """Reads what changes, and for which row."""
    row = row_asked(clause)
    changes = record(clause)
    again = clause.context.last[-1]["args"] if not changes and clause.context.last and clause.context.last[-1]["tool"] == "what_if" else {}
    if len(clause.numbers) == 1 and len(again.get("changes") or ()) == 1 and _IT_WAS.search(clause.norm):
        return {**again, "changes": {name: plain_number(clause.numbers[0][1].number or 0) for name in again["changes"]}}
    if not changes:
        raise Unclear("What if what were different? Say, for instance, “what if the age was 40?”.", [option("help", {"topic": "what_if"}, "How it is done")])
    before = [call["args"]["row"] for call in clause.context.last if call.get("args", {}).get("row") is not None]
    pointed = bool(_THAT_ONE.search(clause.norm))
    record_before = next((call["args"]["values"] for call in reversed(clause.context.last) if call["tool"] == "predict" and call["args"].get("values")), None)
    if pointed and row is None and not before and record_before:
        changes = {**record_before, **changes}
    return {"changes": changes} | ({"row": row} if row is not None else {"row": before[-1]} if before and (pointed or _GOES_ON.match(clause.norm)) else {})


_IT_WAS = re.compile(r"\bif (?:it|that|this) (?:was|were|is|had been|went to|became) (?:only |rather |just )*\d")
"""“what if it was 20”, after another value of it was tried."""
_GOES_ON = re.compile(r"(?:and|but|so|what about|how about|if)\b")
"""How words open that go on about the row spoken of just before."""
_THAT_ONE = re.compile(r"\b(?:of|for|in) (?:it|him|her|(?:that|this) [a-z]+)\b(?! if\b)")
"""What points to the row or the record spoken of just before."""


def source_only(clause: Clause) -> Args:
    """Reads the name of another table."""
    file = file_in(clause.text)
    quoted = next((token.text for token in clause.tokens if token.quoted), None)
    if file or quoted:
        return {"source": quoted or file}
    raise Unclear("With which data? Upload the file, then say its name.", [option("list_samples", {}, "Show the samples")])


def steps_back(clause: Clause) -> Args:
    """Reads how many steps; asks where they are counted from something that was done."""
    if _SINCE.search(clause.norm):
        raise Unclear("How many steps shall go? The pipeline shows them with their numbers.", [option("show_pipeline", {}, "Show the pipeline"), option("undo", {}, "Only the last step")])
    number = count_of(clause) or (2 if clause.has("twice|both") else 3 if clause.has("thrice") else None)
    return {"steps": number} if number else {}


_STEPS = re.compile(r"\bsteps? (?:number |# ?)?\d{1,4}(?:(?: ?,| and| &| also| please| as well as| plus)+ (?:(?:also|the|steps?|number|#) ?)*\d{1,4})+\b")
"""Several steps at once: “remove steps 2 and 3”."""


_EITHER_STEP = re.compile(r"\bsteps? (?:number )?(\d{1,3}),? or (?:maybe |perhaps )?(?:step )?(?:number )?(\d{1,3})\b")
_SINCE = re.compile(r"\b(?:everything|all(?: steps)?|whatever|what (?:i|we) did) (?:(?:that )?(?:was|is|i did|we did|came) )?(?:since|after|from|up to|until|till|back to)\b")
"""“undo everything since the split”"""


def remove_step(clause: Clause) -> Args | list[Args]:
    """Reads the step's number, or the noun of what it does; of several the last goes first, for the others keep their numbers then."""
    several = _STEPS.search(clause.norm)
    if several:
        return [{"step": number} for number in sorted({int(number) for number in re.findall(r"\d+", several[0])}, reverse=True)]
    either = _EITHER_STEP.search(clause.norm)
    if either:
        raise Unclear("Which of the two steps shall go?", [option("remove_step", {"step": int(number)}, f"Remove step {number}") for number in either.groups()])
    tool = removed_tool(clause)
    if tool is None and one_of_the_steps(clause):
        raise which_step(clause)
    return {"step": step_of(clause, tool) if tool else step_number(clause)}


def start_over(clause: Clause) -> Args:
    """Asks first: it destroys work."""
    raise Unclear("This takes all steps back to the data as it was loaded. Shall I start over?", [option("start_over", {}, "Yes, start over"), option("show_pipeline", {}, "No, show the pipeline")])


def export(clause: Clause) -> Args:
    """Reads the formats; code is the project, and so is what is not said otherwise."""
    refuse_from_elsewhere(clause)
    words = re.sub(r"\b(?:no|not|without|skip|dont need|instead of|rather than) (?:the |an? |any )*(?:python )?[a-z]+", " ", clause.norm)
    formats = vocabulary.every(words.replace("train . py", "script"), vocabulary.EXPORT)
    if ALL_DOWNLOADS.search(clause.norm) and (_SPARED.search(clause.norm) or (set(formats) <= {"project"} and not clause.has("projects?|zip|code|python|whole thing"))):
        return _all_downloads(clause)
    if len(formats) > 1 and "project" in formats and _ALL_AS.search(words):
        formats.remove("project")
    if len(formats) > 1 and "project" in formats and clause.has("script|notebook") and not clause.has("project|zip"):
        formats.remove("project")
    if len(formats) > 1 and "model" in formats and _MADE_INTO.search(words):
        formats.remove("model")
    if "model" in formats and clause.has("onnx") and not clause.has("and (?:the )?model"):
        formats.remove("model")
    if formats and _PREDICTIONS_TOO.search(clause.norm):
        raise _predictions_too(formats, clause)
    if not formats and run_of(clause) is not None:
        formats = ["model"]
    if not formats:
        raise Unclear("What shall I export?", [option("export", {"formats": [name]}, f"The {name}") for name in ("project", "notebook", "script", "report")])
    return {"formats": formats} if set(formats) <= SAME_FOR_ALL else _with_run(clause, {"formats": formats})


_ALL_AS = re.compile(r"\b(?:everything|it all|all of (?:it|this|that)|the (?:whole )?(?:thing|lot)) (?:as|in|into) (?:an? |one )?(?:single )?(?:html |pdf |short )?(?:report|notebook|script|transcript)\b")
"""“everything as a report”"""
_MADE_INTO = re.compile(r"\bmodel (?:(?:in ?to|as|behind|through|via|out as) |to (?:an?|onnx)\b)")
"""“turn the model into a service”, which is no file of its own."""
_PREDICTIONS_TOO = re.compile(r"\bpredictions?(?: file)? ?(?:and|plus|,|&|as well as|along with|together with) (?:also |then )?(?:the |an? |my )?[a-z]+|[a-z]+ ?(?:and|plus|,|&|as well as|along with|together with) (?:also )?(?:the |my |all |all the |its )?predictions?$")


def _predictions_too(formats: list[str], clause: Clause) -> Unclear:
    """Asks where predictions are wanted beside a download: they are made for a file, and the download would pass them over."""
    source = next((call["args"]["source"] for call in reversed(clause.context.last) if call["tool"] == "predict" and call["args"].get("source")), None)
    made = option("predict", {"source": source}, "The predictions for the same file") if source else option("help", {"topic": "predict"}, "How predictions are made")
    words = "are in a file below their answer, and can be made again" if source else "are made for a file that you upload, and come with a file to download"
    return Unclear(f"Predictions {words}; {' and '.join(formats)} can be had beside them. Which first?", [option("export", {"formats": formats}, f"Now: {', '.join(formats)}"), made])


ALL_DOWNLOADS = re.compile(r"\b(?:everything|it all|all(?: of)? (?:it|this|that|them|these|those)|all (?:of )?(?:the |your |these |possible |available |kinds of |sorts of )*(?:files?|formats?|downloads?|exports?|forms)|every (?:single |possible )?(?:file|format|download|export|kind|form)|(?:the )?(?:whole )?lot|the works)\b|^(?:please )?(?:export|download|save|give me) all$")
"""All that can be downloaded, whatever it is."""
_SPARED = re.compile(r"\b(?:except|but|without|besides|other than|apart from|not)\b(.*)")
_BESIDE_A_MODEL = ["script", "notebook", "project", "service", "model", "pipeline", "transcript", "report", "data"]
"""The formats that every experiment with a model can be had in; onnx is not for all models."""
_WITHOUT_MODEL = ["report", "data", "pipeline", "transcript"]


def _all_downloads(clause: Clause) -> Args:
    """All but what is left out; asks whether one zip or single files are meant, where most is in the project already."""
    there = _BESIDE_A_MODEL if clause.context.runs else _WITHOUT_MODEL
    spared = _SPARED.search(clause.norm)
    left_out = vocabulary.every(spared[1], vocabulary.EXPORT) if spared else []
    if left_out or not clause.context.runs:
        return {"formats": [name for name in there if name not in left_out]}
    raise Unclear("The project holds the code, notebook, model, steps and transcript in one zip. Shall I give it with the report and the data, or each as a file of its own?", [
        option("export", {"formats": ["project", "report", "data"]}, "The zip, the report and the data"),
        option("export", {"formats": there}, "Each as a file of its own"),
        option("export", {"formats": ["project"]}, "The zip alone"),
    ])


_POINTED = re.compile(r"(?:this|that|the) (?:curve|chart|plot|graph|picture|figure|diagram|matrix|thing|line)\b", re.I)
"""What points to the chart that was just drawn."""


_QUESTION_FIRST = re.compile(r"(?:[a-z]+ ){0,3}(?:what|whats|define|explain)\b[^?.;]{3,60}\?(?= \w)", re.I)
"""“what is recall? a colleague said …”"""


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
    text = re.sub(r"^(?:and )?(?:(?:what|wtf)(?: the \w+)?(?:s| is| are| does| do| means?)?|define|tell me about|explain(?: to me| me| us)?(?: what)?|the )\b ?(?:the point of )?(?:what |is |are |the (?:term|concept|word|idea|meaning of|definition of) (?:of )?|the |a |an |meant by |do you mean by |you mean by )*", "", text.strip(" ?!."), flags=re.I)
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
