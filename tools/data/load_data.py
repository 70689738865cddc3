"""Loads a table: a bundled sample by name, or an uploaded file."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import uuid
from calendar import month_name
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from tools.base import Answer, Arguments, Question, Slot, Suggestion, Tool, ToolCall, UserError, text_block
from tools.cells import counted, escaped
from tools.experiment import Experiment, empty_document
from tools.pipeline.experiments import name_of, put_aside
from tools.pipeline.past import with_edit

if TYPE_CHECKING:
    import pandas as pd

    from engine.operations import Operation

ColumnEntry = dict[str, Any]
OPTIONS = ("sheet", "delimiter", "decimal", "encoding", "header", "date_order")
"""The arguments that say how a file is to be read; what is left out is found."""


class LoadDataArguments(Arguments):
    """What to load, and how to read it where the guess should be corrected."""

    source: Annotated[str, Slot("source"), Field(min_length=1, description="A sample's name, or an uploaded file.")]
    sheet: str | int | None = Field(None, description="The sheet of a workbook, by name or number from 1.")
    delimiter: str | None = Field(None, description="What separates the cells of a line, such as ; or , or tab.")
    decimal: str | None = Field(None, description="The decimal mark: a point or a comma.")
    encoding: str | None = Field(None, description="How letters are stored, such as utf-8 or cp1252; another one helps where letters look wrong.")
    header: bool | int | None = Field(None, description="No where the first line is data already; else yes, or the number of the line with the names.")
    date_order: Literal["day", "month"] | None = Field(None, description="Whether the day or the month comes first in dates such as 01/02/2021.")


class LoadData(Tool):
    """Loads a sample by name or an uploaded file, guessing what is left out and saying what it guessed."""

    name = "load_data"
    stage = "data"
    label = "Load data"
    summary = "Load a sample or an uploaded file (CSV or other text, Excel, OpenDocument, Parquet, JSON, web page; zipped or not)."
    Arguments = LoadDataArguments
    phrases = (
        "load the titanic sample",
        "open the penguins data",
        "use the second sheet",
        "the delimiter is a semicolon",
        "open another file",
        "I have a new table",
        "import data.csv",
        "read the spreadsheet again with commas as decimals",
        "start with other data",
    )
    records = True
    begins = True
    requires = ()

    def title(self, args: LoadDataArguments) -> str:
        return f"Load {args.source}"

    def takes_long(self, args: dict[str, Any]) -> bool:
        """Read another way, the steps after it are carried out again, models included."""
        return any(args.get(name) is not None for name in OPTIONS)

    def instead(self, args: LoadDataArguments, experiment: Experiment) -> ToolCall | None:
        """Changes the first step where more is said about a table that has steps already; these are then repeated."""
        said = {name: value for name in OPTIONS if (value := getattr(args, name)) is not None}
        if len(experiment.steps) < 2 or not _read_before(args, experiment):
            return None
        if all(experiment.steps[0]["args"].get(name) == value for name, value in said.items()):
            return None
        return ToolCall(tool="edit_step", args={"step": 1, "args": said})

    def resolve(self, args: LoadDataArguments, experiment: Experiment) -> LoadDataArguments:
        """Keeps what was said before about how to read this file, where one thing more is said now."""
        said = {name: value for name in OPTIONS if (value := getattr(args, name)) is not None}
        if not said or not _read_before(args, experiment):
            return args
        first = experiment.steps[0]
        before = {name: first["args"][name] for name in OPTIONS if name in first["args"]}
        return LoadDataArguments.model_validate({"source": args.source} | before | said)

    def start(self, args: LoadDataArguments, step: dict[str, Any], experiment: Experiment) -> tuple[dict[str, Any], dict[str, Any]]:
        """Begins the experiment anew with this table; returns the new document and its first step."""
        dataset = found_dataset(args.source, experiment)
        understood = understood_file(experiment.home, dataset, {name: getattr(args, name) for name in OPTIONS})
        if understood["ambiguous"]:
            raise _which_comes_first(args, understood["ambiguous"])
        step["sha256"] = dataset["sha256"]
        step["title"] = f"Load {dataset['name']}"
        step["reading"] = understood["reading"]
        document = {**_beside(experiment, dataset), "dataset": dataset, "steps": [step], "edits": [], "redo": []}
        if _read_before(args, experiment) and (len(experiment.steps) > 1 or experiment.steps[0]["args"] != step["args"]):
            document = with_edit(experiment, document, f"{step['title']}, read another way")
        return document, step

    def plan(self, args: LoadDataArguments, experiment: Experiment) -> list[Operation]:
        return []

    def tell(self, args: LoadDataArguments, before: Experiment, after: Experiment) -> Answer:
        reading = after.steps[0]["reading"]
        columns = after.snapshot.columns
        kinds = {kind: sum(column["kind"] == kind for column in columns) for kind in ("numeric", "categorical", "boolean", "datetime", "text", "id")}
        listed = ", ".join(f"{count} {kind}" for kind, count in kinds.items() if count)
        said = f"Loaded {escaped(after.document['dataset']['name'])}: {counted(len(after.frame), 'row')} × {counted(len(columns), 'column')} ({listed})."
        if len(after.document["others"]) > len(before.document["others"]):
            kept = name_of(after.document["others"][-1])
            said += f" The experiment before, “{escaped(kept)}”, is kept beside it; open it again at any time."
        lost = len(before.steps) - 1 if _read_before(args, before) else 0
        if lost > 0:
            said += f" The {counted(lost, 'step')} after it {'does' if lost == 1 else 'do'} not fit this reading and {'is' if lost == 1 else 'are'} left out; “undo” brings {'it' if lost == 1 else 'them'} back."
        notes = [f"- {escaped(warning)}" for warning in reading["warnings"]]
        blocks = [text_block("What I understood of the file:\n\n" + "\n".join(notes))] if notes else []
        return Answer(said=said, blocks=[*blocks, preview_block(after)], event="load")


def _read_before(args: LoadDataArguments, experiment: Experiment) -> bool:
    """Whether the experiment began with this very file."""
    return any(step["tool"] == LoadData.name and step["args"]["source"] == args.source for step in experiment.steps[:1])


def _beside(experiment: Experiment, dataset: dict[str, Any]) -> dict[str, Any]:
    """Keeps an experiment on other data, where there is more to it than the loading, beside the one that begins."""
    if experiment.dataset and len(experiment.steps) > 1 and experiment.dataset["id"] != dataset["id"]:
        return put_aside(experiment.document, empty_document())
    return experiment.document


def _which_comes_first(args: LoadDataArguments, ambiguous: dict[str, str]) -> Question:
    """Asks whether the day or the month comes first, where every date of the file allows both."""
    name, example = next(iter(ambiguous.items()))
    one, two = (int(number) for number in re.findall(r"\d+", example)[:2])
    options = []
    for order, (day, month) in {"day": (one, two), "month": (two, one)}.items():
        call = ToolCall(tool="load_data", args=args.model_dump(exclude_none=True) | {"date_order": order})
        options.append(Suggestion(label=f"The {order} comes first", reason=f"{example} is {day} {month_name[month]}", call=call))
    more = f" (and {counted(len(ambiguous) - 1, 'more column')})" if len(ambiguous) > 1 else ""
    question = f"The dates in “{escaped(name)}”{more} fit two readings: is {escaped(example)} {one} {month_name[two]} or {two} {month_name[one]}?"
    return Question(question, options)


def preview_block(experiment: Experiment) -> dict[str, Any]:
    """Shows the first rows of a table that has just been loaded."""
    from tools.data.preview import rows_block

    return rows_block(experiment.view.head(5), len(experiment.view), experiment)


def found_dataset(source: str, experiment: Experiment) -> dict[str, Any]:
    """Finds an uploaded dataset by id or name, else a sample; raises UserError where there is none."""
    uploads = experiment.session.get("uploads", {})
    for identifier, dataset in uploads.items():
        if source in {identifier, dataset["name"]}:
            return {"id": identifier, "name": dataset["name"], "sha256": dataset["sha256"]}
    from engine.samples import SAMPLES, find_sample

    sample = find_sample(source)
    if sample is None:
        raise UserError(
            "unknown_source",
            f"There is no sample or uploaded file called “{source}”.",
            f"The samples are: {', '.join(item.name for item in SAMPLES)}. Addresses on the web are not fetched; upload the file.",
            ToolCall(tool="list_samples"),
            argument="source",
        )
    path = Path(sample.path)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    folder = dataset_folder(experiment.home, f"sample-{sample.name}-{digest[:12]}")
    if not (folder / "raw").exists():
        folder.mkdir(parents=True, exist_ok=True)
        part = folder / f"{uuid.uuid4().hex}.part"
        shutil.copyfile(path, part)
        part.replace(folder / "raw")
    return {"id": folder.name, "name": path.name, "sha256": digest}


def dataset_folder(home: Path, identifier: str) -> Path:
    """Says where the files of a dataset lie; samples stand apart from what users own."""
    return home / ("samples" if identifier.startswith("sample-") else "datasets") / identifier


RECORD_VERSION = 1
"""Counts up when the kept record of how a file was read gets other fields: an older one is then made anew."""


def raw_path(home: Path, dataset: dict[str, Any]) -> Path:
    """Says where the bytes of a dataset lie, as they came."""
    return dataset_folder(home, str(dataset["id"])) / "raw"


def understood_file(home: Path, dataset: dict[str, Any], options: dict[str, Any]) -> dict[str, Any]:
    """Reads a file once with these options and keeps what was read as Parquet; returns how it was read.

    `{"file": name of the kept table, "reading": {"function", "arguments", "warnings"}, "columns": schema}`.
    """
    from engine.ingest.understand import understand

    given = {name: value for name, value in options.items() if value is not None}
    stamp = hashlib.sha256(json.dumps(given, sort_keys=True).encode()).hexdigest()[:12]
    folder = dataset_folder(home, str(dataset["id"]))
    record = folder / f"table-{stamp}.json"
    known: dict[str, Any] = json.loads(record.read_text()) if record.exists() else {}
    if known.get("version") == RECORD_VERSION:
        return known
    understood = understand(raw_path(home, dataset), dataset["name"], given)
    table = folder / f"table-{stamp}.parquet"
    # Several sessions may open the same file at once: each writes a part of its own, and the last to finish stays.
    part = folder / f"{uuid.uuid4().hex}.part"
    _keep(understood.frame, part)
    part.replace(table)
    reading = {"function": understood.function.__name__, "arguments": understood.arguments, "warnings": understood.warnings, "table": table.name}
    known = {"version": RECORD_VERSION, "reading": reading, "columns": understood.columns, "rows": len(understood.frame), "ambiguous": understood.ambiguous}
    part.write_text(json.dumps(known))
    part.replace(record)
    return known


def _keep(frame: pd.DataFrame, path: Path) -> None:
    """Writes a table for fast reopening: only words gain from a dictionary, and LZ4 is the quickest to pack."""
    words = [str(name) for name, cells in frame.items() if cells.dtype == "str"]
    frame.to_parquet(path, compression="lz4", use_dictionary=words or False)


def opened(experiment: Experiment) -> tuple[pd.DataFrame, list[ColumnEntry]]:
    """Opens the table that the first step loaded, with its schema; read anew from the raw file if it is not kept."""
    import pandas as pd

    step = experiment.steps[0]
    options = {name: step["args"].get(name) for name in OPTIONS}
    dataset = experiment.document["dataset"]
    known = understood_file(experiment.home, dataset, options)
    frame = pd.read_parquet(dataset_folder(experiment.home, str(dataset["id"])) / known["reading"]["table"])
    return frame, known["columns"]


def register(upload: dict[str, Any], home: Path) -> dict[str, Any]:
    """Reads an uploaded file for the first time: its schema and warnings, or the error that says why not."""
    from engine.errors import Refusal

    try:
        known = understood_file(home, upload, {})
    except Refusal as refusal:
        return {"error": {"code": refusal.code, "message": refusal.message, "hint": refusal.hint}}
    reading = known["reading"]
    return {"columns": known["columns"], "rows": known["rows"], "options": reading["arguments"], "warnings": reading["warnings"]}


