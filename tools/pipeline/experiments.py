"""The experiments of a conversation: one is open, the others are kept beside it with all their steps and runs."""

from __future__ import annotations

from typing import Any

from tools.base import ToolCall, UserError
from tools.experiment import Document, Experiment, empty_document


def name_of(document: Document) -> str:
    """Names an experiment: as it was called, else after its data."""
    if document.get("name"):
        return str(document["name"])
    dataset = document.get("dataset") or {}
    return str(dataset.get("name", "empty")).rsplit(".", 1)[0]


def every(document: Document) -> list[Document]:
    """Lists the experiments, the open one first."""
    return [document, *document.get("others", [])]


def put_aside(document: Document, opened: Document) -> Document:
    """Opens one experiment and keeps the one that was open beside the others, each under a name of its own."""
    others = [other for other in document.get("others", []) if other is not opened]
    if document["steps"]:
        taken = {name_of(other).casefold() for other in [*others, opened]}
        others.append({**alone(document), "name": free_name(name_of(document), taken)})
    return {**empty_document(), **alone(opened), "others": others}


def alone(document: Document) -> Document:
    """Gives an experiment without the others beside it."""
    return {key: value for key, value in document.items() if key != "others"}


def free_name(wanted: str, taken: set[str]) -> str:
    """Numbers a name where it is taken."""
    name, number = wanted, 2
    while name.casefold() in taken:
        name, number = f"{wanted} {number}", number + 1
    return name


def find_other(document: Document, reference: str) -> Document:
    """Finds one of the others by its name or its number in the list; raises UserError with the nearest."""
    from rapidfuzz import process

    others = document.get("others", [])
    wanted = reference.strip().casefold()
    for number, other in enumerate(others, start=2):
        if wanted in {name_of(other).casefold(), str(number)}:
            return dict(other)
    if wanted in {name_of(document).casefold(), "1"}:
        raise UserError("nothing_to_do", f"“{name_of(document)}” is open already.", "Its steps are the ones that you see.", ToolCall(tool="show_pipeline"), argument="experiment")
    names = [name_of(other) for other in others]
    near = process.extractOne(reference, names, score_cutoff=50)
    if near:
        call = ToolCall(tool="open_experiment", args={"experiment": near[0]})
        raise UserError("unknown_experiment", f"There is no experiment “{reference}”.", f"Did you mean “{near[0]}”?", call, argument="experiment")
    hint = f"There are: {', '.join(names)}." if names else "There is only the one that is open; “branch” makes a copy to try something else in."
    raise UserError("unknown_experiment", f"There is no experiment “{reference}”.", hint, ToolCall(tool="list_experiments"), argument="experiment")


def check_name(document: Document, name: str, argument: str = "name") -> str:
    """Gives the name without blanks around it; raises UserError where another experiment has it."""
    plain = " ".join(name.split())
    if not plain:
        raise UserError("invalid_argument", "An experiment needs a name of at least one letter.", "For example “first try”.", argument=argument)
    taken = {name_of(other).casefold() for other in document.get("others", [])}
    if plain.casefold() in taken:
        free = free_name(plain, taken)
        raise UserError("name_taken", f"Another experiment is called “{plain}”.", f"“{free}” is free.", argument=argument)
    return plain


def listed(experiment: Experiment) -> list[dict[str, Any]]:
    """Describes each experiment for a list: its name, data, how many steps and runs, and whether it is open."""
    rows = []
    for number, document in enumerate(every(experiment.document), start=1):
        each = Experiment(document, experiment.home)
        dataset = (each.dataset or {}).get("name")
        rows.append({"number": number, "name": name_of(document), "dataset": dataset, "steps": len(each.steps), "runs": len(each.runs), "open": number == 1})
    return rows
