"""Fills the arguments of the tool that gives files to download."""

from __future__ import annotations

import re
from typing import Any

from assistant.router.arguments.model_slots import run_of, with_run
from assistant.router.arguments.slots import option
from assistant.router.asking.from_elsewhere import refuse_from_elsewhere
from assistant.router.entities import vocabulary
from assistant.router.entities.clause import Clause, Unclear
from tools.pipeline.export import SAME_FOR_ALL

Args = dict[str, Any]


def export(clause: Clause) -> Args:
    """Reads the formats; code is the project, and so is what is not said otherwise."""
    refuse_from_elsewhere(clause)
    words = re.sub(r"\b(?:no|not|without|skip|dont need|instead of|rather than) (?:the |an? |any )*(?:python )?[a-z]+", " ", clause.norm)
    formats = vocabulary.every(words.replace("train . py", "script"), vocabulary.EXPORT)
    if _ALL_DOWNLOADS.search(clause.norm) and (_SPARED.search(clause.norm) or (set(formats) <= {"project"} and not clause.has("projects?|zip|code|python|whole thing"))):
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
    return {"formats": formats} if set(formats) <= SAME_FOR_ALL else with_run(clause, {"formats": formats})


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


_ALL_DOWNLOADS = re.compile(
    r"\b(?:everything|it all|all(?: of)? (?:it|this|that|them|these|those)|"
    r"all (?:of )?(?:the |your |these |possible |available |kinds of |sorts of )*(?:files?|formats?|downloads?|exports?|forms)|"
    r"every (?:single |possible )?(?:file|format|download|export|kind|form)|(?:the )?(?:whole )?lot|the works)\b|"
    r"^(?:please )?(?:export|download|save|give me) all$",
)
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
