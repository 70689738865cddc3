"""Predicts with a model."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from tools.base import Answer, Arguments, OnlyWith, Slot, Suggestion, Tool, ToolCall, UserError, table_block, text_block
from tools.cells import counted, escaped, listed, quoted_list, shown_cell
from tools.data.load_data import dataset_folder, found_dataset, understood_file
from tools.evaluate.records import feature_named, in_words, typical_row, with_values
from tools.experiment import Experiment, Run

SHOWN = 50
"""So many rows are predicted for and shown: the time and memory for more would be spent on what nobody sees."""


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
    summary = "Predict for a file or one record."
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

    def answer(self, args: PredictArguments, experiment: Experiment) -> Answer:
        import pandas as pd

        run = experiment.run(args.run)
        then = experiment.experiment_at(run)
        if args.values is not None:
            frame, warnings = _record(args.values, then, run)
        elif args.source:
            dataset = found_dataset(args.source, experiment)
            known = understood_file(experiment.home, dataset, {"date_order": experiment.steps[0]["args"].get("date_order")})
            frame = pd.read_parquet(dataset_folder(experiment.home, str(dataset["id"])) / known["reading"]["table"])
            frame, warnings = _as_trained(frame, then, run, args.source)
        else:
            raise UserError("invalid_argument", "What shall I predict for?", "Give the values of one record, or upload a file.", argument="values")
        model = experiment.model(run)
        features = frame[run["features"]]
        warnings += _unusual(features, then, run)
        shown = features.head(SHOWN)
        answers = model.predict(shown)
        predictions = [shown_cell(value) for value in answers]
        columns, rows = ["prediction"], [[value] for value in predictions]
        if hasattr(model, "predict_proba") and run["task"] == "classification":
            columns += [f"probability_{name}" for name in model.classes_]
            rows = [[value, *map(float, row)] for value, row in zip(predictions, model.predict_proba(shown), strict=True)]
        what = escaped(run["target"] or {"clustering": "group"}.get(run["task"], "verdict"))
        told = in_words(predictions[0], run["task"])
        said = f"{what if run['target'] else 'This record'}: {told}." if len(rows) == 1 else f"{len(rows):,} predictions of {what}."
        if len(features) > SHOWN:
            said = f"The first {SHOWN} of {len(features):,} predictions of {what}. The downloaded project makes all of them: python inference.py --input FILE --output predictions.csv"
        if len(rows) == 1 and len(columns) > 1:
            # Not the largest one: a threshold may decide for the class that is less likely.
            said = f"{what}: {told}, with a probability of {rows[0][1 + list(model.classes_).index(answers[0])]:.0%}."
        options = []
        if args.source:
            ids = {entry["name"] for entry in (*known["columns"], *then.sources.values()) if entry["kind"] == "id"}
            named = [name for name in frame.columns if name in ids]
            columns, rows = [*named, *columns], [[*map(shown_cell, names), *row] for names, row in zip(frame[named].head(SHOWN).to_numpy(), rows, strict=True)]
            options = [Suggestion(label=f"Load {dataset['name']}", reason="begins anew with its rows; this experiment is kept", call=ToolCall(tool="load_data", args={"source": args.source}))]
        blocks = [table_block(columns, rows, len(features))]
        if warnings:
            blocks.append(text_block("Worth knowing:\n\n" + "\n".join(f"- {warning}" for warning in warnings[:20])))
        return Answer(said=said, blocks=blocks, options=options)


def _record(values: dict[str, Any], then: Experiment, run: Run) -> tuple[Any, list[str]]:
    """Makes a frame of one record, each value of the type that its column has; what is left out is as is usual."""
    unused = [name for name in values if name not in run["features"] and (name in then.sources or name in then.snapshot.raw.columns)]
    given = {feature_named(name, then, run, "values"): value for name, value in values.items() if name not in unused}
    record = with_values(typical_row(then, run), given, then, run, "values")
    assumed = [f"{name} = {shown_cell(record[name].iloc[0])}" for name in run["features"] if name not in given]
    notes = [f"{listed(unused)}: the model does not look at it."] if unused else []
    notes += [f"Not given, so taken as is usual in the training rows: {listed(assumed, 12)}."] if assumed else []
    return record, notes


def _as_trained(frame: Any, then: Experiment, run: Run, source: str) -> tuple[Any, list[str]]:
    """Applies what shapes columns (not what chooses rows) to new records, and checks that every feature is there."""
    notes = []
    for call in then.compiled.calls:
        if not call.selects_rows and all(name in frame.columns for name in call.reads) and call.function.__name__ != "drop_columns":
            frame = call.function(frame, **call.arguments)
    absent = [name for name in run["features"] if name not in frame.columns]
    if absent:
        raise UserError("missing_columns", f"The file has no column {quoted_list(absent)}, which the model needs.", "Rename or add it, and upload the file again; or begin anew with this table.", ToolCall(tool="load_data", args={"source": source}), argument="source")
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
