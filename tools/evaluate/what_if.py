"""Changes a record and shows how the prediction moves."""

from __future__ import annotations

import json
from typing import Annotated, Any

from pydantic import Field

from tools.base import Answer, Arguments, Block, Slot, Tool, ToolCall, UserError, table_block
from tools.cells import escaped, listed, shown_cell, told_cell
from tools.evaluate.records import feature_named, in_words, table_row, training_rows, typical_row, with_values
from tools.experiment import Experiment, Run


class WhatIfArguments(Arguments):
    """What to change, in which row, for which run."""

    changes: Annotated[dict[str, Any], Slot("values")] = Field(description="Columns and their new values, such as {\"age\": 30}.")
    row: int | None = Field(None, ge=0, description="A row of the table, counted from 0. Left out: a typical record.")
    run: Annotated[str | int, Slot("run")] | None = None


class WhatIf(Tool):
    """Shows how a prediction moves when values of a record are changed."""

    name = "what_if"
    stage = "evaluate"
    label = "What if…?"
    summary = "Change values of a record and see how the prediction moves."
    Arguments = WhatIfArguments
    phrases = (
        "what if {column} were 30?",
        "what would happen if {column} was 50",
        "what if {column} were 20 for row 10?",
        "suppose {column} is 5",
        "how would the prediction change if {column} was 60?",
        "what if {column} was 5?",
        "suppose {column} were 5",
        "how would it change with {column} 5?",
        "what happens when {column} becomes 5",
        "imagine {column} of 5 instead",
    )
    requires = ("dataset", "run")

    def answer(self, args: WhatIfArguments, experiment: Experiment) -> Answer:
        run = experiment.run(args.run)
        then = experiment.experiment_at(run)
        record = typical_row(then, run) if args.row is None else table_row(args.row, then, run)
        if not args.changes:
            raise _nothing_changed(args, then, run, record)
        model = experiment.model(run)
        changed = with_values(record, args.changes, then, run, "changes")
        given = [feature_named(name, then, run, "changes") for name in args.changes]
        moved = [name for name in given if not _same(record[name].iloc[0], changed[name].iloc[0])]
        who = "A typical record" if args.row is None else f"Row {args.row} (counted from 0)"
        before, after = _said(model, record, run), _said(model, changed, run)
        told = ", ".join(f"{escaped(name)} {_written(record[name].iloc[0])} → {_written(changed[name].iloc[0])}" for name in moved)
        said = f"{who}: {before[1]} before, {after[1]} with {told}." if moved else f"{who} has these values already: {before[1]}."
        return Answer(said=said, blocks=[_table(model, record, changed, moved, run), *_curve(model, then, run, changed, moved)], event="what_if")


def _nothing_changed(args: WhatIfArguments, then: Experiment, run: Run, record: Any) -> UserError:
    """Says that there is nothing to change, with a change that would do: the last value of the first column that has another one."""
    rows = training_rows(then, run)
    others = {name: [value for value in rows[name].dropna().unique() if value != record[name].iloc[0]] for name in run["features"]}
    name = next((name for name, values in others.items() if values), run["features"][0])
    value = shown_cell(max(others[name], default=None))
    call = ToolCall(tool="what_if", args=args.model_dump(exclude_none=True) | {"changes": {name: value}})
    return UserError("invalid_argument", "changes must name at least one column with its new value, but none came.", f"For example {json.dumps({name: value}, ensure_ascii=False)}.", call, argument="changes")


def _written(value: Any) -> str:
    return escaped(told_cell(value))


def _said(model: Any, record: Any, run: Run) -> tuple[Any, str]:
    """Gives the prediction of one record, and in words with its probability."""
    value = shown_cell(model.predict(record)[0])
    if run["task"] == "classification" and hasattr(model, "predict_proba"):
        shares = dict(zip([shown_cell(name) for name in model.classes_], model.predict_proba(record)[0], strict=True))
        return value, f"{escaped(value)} ({shares[value]:.0%})"
    return value, f"{value:,.4g}" if isinstance(value, float) else in_words(value, run["task"])


def _table(model: Any, record: Any, changed: Any, moved: list[str], run: Run) -> Block:
    """The prediction as it is, with each change alone, and with all together."""
    proba = run["task"] == "classification" and hasattr(model, "predict_proba")
    names = [f"probability_{name}" for name in model.classes_] if proba else []
    cases = [("as it is", record), *((f"{name} = {told_cell(changed[name].iloc[0])}", record.assign(**{name: changed[name]})) for name in moved)]
    if len(moved) > 1:
        cases.append(("all together", changed))
    rows = []
    for label, case in cases:
        shares = [float(share) for share in model.predict_proba(case)[0]] if proba else []
        rows.append([label, shown_cell(model.predict(case)[0]), *shares])
    return table_block(["", "prediction", *names], rows)


def _curve(model: Any, then: Experiment, run: Run, changed: Any, moved: list[str]) -> list[Block]:
    """For one changed column, the prediction over all its values."""
    from engine.explaining.answers import answers_of
    from engine.explaining.partial_dependence import dependence_of_record
    from engine.plots import model_dependence

    if len(moved) != 1 or run["task"] not in {"classification", "regression"}:
        return []
    about = run.get("positive")
    if about is None and run["task"] == "classification":
        about = model.predict(changed)[0]
    found = dependence_of_record(answers_of(model, run["task"], about), training_rows(then, run), changed, moved[0])
    now = changed[moved[0]].iloc[0]
    figure = model_dependence.figure(found, float(now) if found.numeric and not hasattr(now, "isoformat") else None)
    return [{"type": "plot", "title": f"The prediction for every {listed(moved)}", "figure": figure, "alt": model_dependence.alt(found)}]


def _same(old: Any, new: Any) -> bool:
    import pandas as pd

    return bool(old == new) if pd.notna(old) and pd.notna(new) else pd.isna(old) and pd.isna(new)
