"""Predicts with a model."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from engine.price import WAITED_SECONDS
from tools.base import (
    Answer,
    Arguments,
    Block,
    OnlyWith,
    Report,
    Slot,
    Suggestion,
    Tool,
    ToolCall,
    UserError,
    table_block,
    text_block,
)
from tools.cells import counted, escaped, listed, quoted_list, shown_cell
from tools.data.load_data import dataset_folder, found_dataset, understood_file
from tools.evaluate.predictions import predict_all, prediction_seconds, write_predictions
from tools.evaluate.records import feature_named, in_words, typical_row, with_values
from tools.experiment import Experiment, Run

SHOWN = 50
"""So many predictions are shown; all of them are in the file."""
TELLING = 3
"""So many columns tell rows apart that have no id."""
ROW = "row"


class PredictArguments(Arguments):
    """A file, or the values of one record."""

    source: Annotated[Annotated[str, Slot("source")] | None, OnlyWith("values", (None,))] = None
    values: Annotated[dict[str, Any], Slot("values")] | None = Field(None, description="Column names and values of one record.")
    run: Annotated[str | int, Slot("run")] | None = None


class Predict(Tool):
    """Predicts for an uploaded file or for one record; unusual values are reported, never a reason to crash."""

    name = "predict"
    stage = "evaluate"
    label = "Predict"
    summary = "Predict for a file (its rows with their predictions can be downloaded) or one record."
    Arguments = PredictArguments
    phrases = (
        "predict for a new file",
        "what would it predict for {column} 30?",
        "predict this record",
        "score the new customers",
        "apply the model to new.csv",
        "predict new.csv",
        "what would you say about a new case with {column} 5?",
        "score this record: {column} 5, {column} 7",
        "how much {column} for {column} 5?",
        "make predictions for the new data",
        "estimate it for {column} = 5",
    )
    requires = ("dataset", "run")

    def takes_long(self, args: dict[str, Any]) -> bool:
        return args.get("source") is not None

    def seconds(self, args: PredictArguments, experiment: Experiment) -> float:
        if not args.source:
            return 0.0
        run = experiment.run(args.run)
        seconds = prediction_seconds(experiment.model(run), run, _understood(args.source, experiment)["rows"])
        return seconds if seconds <= WAITED_SECONDS else 0.0

    def answer_in_time(self, args: PredictArguments, experiment: Experiment, report: Report) -> Answer:
        run = experiment.run(args.run)
        then, model = experiment.experiment_at(run), experiment.model(run)
        if args.values is not None:
            record, notes = _record(args.values, then, run)
            return _of_record(record, notes, then, run, model)
        if args.source:
            return _of_file(args.source, experiment, run, model, report)
        raise UserError("invalid_argument", "What shall I predict for?", "Give the values of one record, or upload a file.", argument="values")


def _of_record(record: Any, notes: list[str], then: Experiment, run: Run, model: Any) -> Answer:
    """Predicts for one record."""
    from engine.stages import unheard

    features = record[run["features"]]
    answers, chances = predict_all(model, run, features, unheard)
    notes += _unusual(features, then, run)
    return Answer(said=_told_one(answers, chances, model, run), blocks=[_table(answers, chances, model), *_worth_knowing(notes)])


def _of_file(source: str, experiment: Experiment, run: Run, model: Any, report: Report) -> Answer:
    """Predicts for the records of a file, and offers all predictions for download; of more than there is time for, the first."""
    import pandas as pd

    then, dataset, known = experiment.experiment_at(run), found_dataset(source, experiment), _understood(source, experiment)
    records = pd.read_parquet(dataset_folder(experiment.home, str(dataset["id"])) / known["reading"]["table"])
    frame, notes = _as_trained(records, then, run, source, dataset["name"])
    features = frame[run["features"]]
    notes += _unusual(features, then, run)
    every = prediction_seconds(model, run, len(features)) <= WAITED_SECONDS
    answers, chances = predict_all(model, run, features if every else features.head(SHOWN), report)
    ids = {entry["name"] for entry in (*known["columns"], *then.sources.values()) if entry["kind"] == "id"} & set(frame.columns)
    files = [write_predictions(records, answers, chances, getattr(model, "classes_", ()), experiment, dataset["name"], numbered=not ids)] if every else []
    names = frame[[name for name in frame.columns if name in ids]] if ids else _numbered(features, model)
    table = _table(answers, chances, model, names.head(SHOWN), len(features))
    load = Suggestion(label=f"Load {dataset['name']}", reason="begins anew with its rows; this experiment is kept", call=ToolCall(tool="load_data", args={"source": source}))
    said = _told_one(answers, chances, model, run) if len(features) == 1 else _told_many(len(features), every, run, numbered=not ids)
    return Answer(said=said, blocks=[table, *_worth_knowing(notes)], files=files, options=[load])


def _understood(source: str, experiment: Experiment) -> dict[str, Any]:
    """Reads a file of records as the table that was learned from."""
    return understood_file(experiment.home, found_dataset(source, experiment), {"date_order": experiment.steps[0]["args"].get("date_order")})


def _what(run: Run) -> str:
    return escaped(run["target"] or {"clustering": "group"}.get(run["task"], "verdict"))


def _told_one(answers: Any, chances: Any, model: Any, run: Run) -> str:
    told = in_words(shown_cell(answers[0]), run["task"])
    if chances is not None:
        # Not the largest one: a threshold may decide for the class that is less likely.
        return f"{_what(run)}: {told}, with a probability of {chances[0][list(model.classes_).index(answers[0])]:.0%}."
    return f"{_what(run) if run['target'] else 'This record'}: {told}."


def _numbered(features: Any, model: Any) -> Any:
    """Gives the number of each row in the file, beside the columns that the model relies on most; the first where it keeps no weights."""
    from engine.explaining.importance import own_importances

    weights = own_importances(model, features.head(SHOWN)) or {}
    telling = sorted(features.columns, key=lambda name: -weights.get(name, 0.0))[:TELLING]
    shown = features[telling].rename(columns={ROW: f"{ROW}_"})
    shown.insert(0, ROW, range(1, len(shown) + 1))
    return shown


def _told_many(rows: int, every: bool, run: Run, numbered: bool) -> str:
    if not every:
        return f"The first {SHOWN} of {rows:,} predictions of {_what(run)}. All of them would take too long here; the downloaded project makes them: python inference.py --input FILE --output predictions.csv"
    shown = f"The first {SHOWN} of {rows:,} predictions of {_what(run)}; all of them are" if rows > SHOWN else f"{rows:,} predictions of {_what(run)}, also"
    counted_from = " Row 1 is the first one below the names of the columns." if numbered else ""
    return f"{shown} in the file to download, each beside its row.{counted_from}"


def _table(answers: Any, chances: Any, model: Any, beside: Any = None, rows: int | None = None) -> Block:
    """Shows the first predictions, each beside what names its row."""
    made = [[shown_cell(value)] for value in answers[:SHOWN]]
    columns = ["prediction"]
    if chances is not None:
        columns += [f"probability_{name}" for name in model.classes_]
        made = [[*row, *map(float, each)] for row, each in zip(made, chances, strict=False)]
    if beside is not None:
        columns = [*beside.columns, *columns]
        made = [[*map(shown_cell, names), *row] for names, row in zip(beside.to_numpy(), made, strict=True)]
    return table_block(columns, made, len(answers) if rows is None else rows)


def _worth_knowing(notes: list[str]) -> list[Block]:
    return [text_block("Worth knowing:\n\n" + "\n".join(f"- {note}" for note in notes[:20]))] if notes else []


def _record(values: dict[str, Any], then: Experiment, run: Run) -> tuple[Any, list[str]]:
    """Makes a frame of one record, each value of the type that its column has; what is left out is as is usual."""
    unused = [name for name in values if name not in run["features"] and (name in then.sources or name in then.snapshot.raw.columns)]
    given = {feature_named(name, then, run, "values"): value for name, value in values.items() if name not in unused}
    record = with_values(typical_row(then, run), given, then, run, "values")
    assumed = [f"{name} = {shown_cell(record[name].iloc[0])}" for name in run["features"] if name not in given]
    notes = [f"{listed(unused)}: the model does not look at it."] if unused else []
    notes += [f"Not given, so taken as is usual in the training rows: {listed(assumed, 12)}."] if assumed else []
    return record, notes


def _as_trained(frame: Any, then: Experiment, run: Run, source: str, called: str) -> tuple[Any, list[str]]:
    """Applies what shapes columns (not what chooses rows) to new records, and checks that every feature is there."""
    notes = []
    for call in then.compiled.calls:
        if not call.selects_rows and all(name in frame.columns for name in call.reads) and call.function.__name__ != "drop_columns":
            frame = call.function(frame, **call.arguments)
    absent = [name for name in run["features"] if name not in frame.columns]
    if absent:
        it = "it" if len(absent) == 1 else "them"
        hint = f"Rename or add {it} in the file; or drop {it} here, train again, and upload the file once more. Loading the file begins anew with it."
        load = ToolCall(tool="load_data", args={"source": source})
        raise UserError("missing_columns", f"The file has no column {quoted_list(absent)}, which the model needs.", hint, load, argument="source", label=f"Load {called}")
    extra = [name for name in frame.columns if name not in run["features"] and name != run["target"] and name not in then.document["steps"][0].get("args", {})]
    ignored = [name for name in extra if name not in then.frame.columns and name not in then.snapshot.raw.columns]
    if ignored:
        notes.append(f"{listed(ignored)}: not known to the model, left aside.")
    for name in run["features"]:
        trained = then.frame[name].dtype
        if trained.kind in "iuf" and frame[name].dtype.kind not in "iufb":
            import pandas as pd

            numbers = pd.to_numeric(frame[name], errors="coerce")
            lost = int(numbers.isna().sum() - frame[name].isna().sum())
            notes.append(f"{listed([name])}: {counted(lost, 'value')} taken as missing, being no {'number' if lost == 1 else 'numbers'}.")
            frame = frame.assign(**{name: numbers})
        elif trained.kind not in "iufbM" and frame[name].dtype.kind in "iufb":
            frame = frame.assign(**{name: frame[name].astype("str").where(frame[name].notna())})
    return frame, notes


def _unusual(features: Any, then: Experiment, run: Run) -> list[str]:
    """Counts what the training rows did not have: unseen categories, values out of range."""
    parts = then.snapshot.parts
    trained = then.frame[run["features"]] if parts is None else then.frame[run["features"]].iloc[parts["train"]]
    notes = []
    for name in run["features"]:
        values = features[name].dropna()
        kind = then.sources[name]["kind"]
        if kind in {"categorical", "boolean"} and not values.empty:
            unseen = values[~values.isin(trained[name].unique())]
            if len(unseen):
                notes.append(f"{listed([name])}: {counted(len(unseen), 'record')} with values that were not in training ({listed([str(v) for v in unseen.unique()[:3]])}).")
        elif kind == "numeric" and values.dtype.kind in "iuf" and not values.empty:
            low, high = trained[name].min(), trained[name].max()
            outside = int(((values < low) | (values > high)).sum())
            if outside:
                notes.append(f"{listed([name])}: {counted(outside, 'record')} outside the training range of {low:g} to {high:g}.")
    return notes
