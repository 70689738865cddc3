"""Compares another table with the one that is learned from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field

from tools.base import Answer, Arguments, Slot, Suggestion, Tool, ToolCall, table_block
from tools.cells import counted, escaped, in_markdown, listed, quoted, shown_cell
from tools.data.load_data import dataset_folder, found_dataset, understood_file
from tools.experiment import Experiment

if TYPE_CHECKING:
    import pandas as pd

    from engine.drift import ColumnDifference, Difference

MANY, MORE_MISSING = 0.05, 0.1
"""Shares of the rows from which unusual values, and additional gaps, are a warning and not a note."""
LEVELS = ("stop", "warn", "note")
WORDS = {"stop": "mend first", "warn": "look at it", "note": "good to know"}


class CompareDataArguments(Arguments):
    """The other table."""

    source: Annotated[str, Slot("source"), Field(min_length=1, description="An uploaded file, or a sample's name.")]


class CompareData(Tool):
    """Compares another table with the training data: its columns, values never seen, and drift; nothing is changed."""

    name = "compare_data"
    stage = "evaluate"
    label = "Compare another table"
    summary = "How another table differs from the training data: columns, unseen values, drift."
    Arguments = CompareDataArguments
    phrases = (
        "compare the data with new.csv",
        "is there drift in new.csv?",
        "compare new.csv with the training data",
        "does new.csv look like my training data?",
        "check new.csv for drift",
        "compare new.csv with the data",
        "has the data changed in new.csv?",
        "is new.csv different from the training data?",
        "are there new categories in new.csv?",
    )
    slow = True

    def answer(self, args: CompareDataArguments, experiment: Experiment) -> Answer:
        from engine.drift import compare_tables
        from engine.plots import ranking

        dataset = found_dataset(args.source, experiment)
        other = _as_shaped(_opened(dataset, experiment), experiment)
        parts = experiment.snapshot.parts
        rows = experiment.frame if parts is None else experiment.frame.iloc[parts["train"]]
        names = [name for name in rows.columns if name == experiment.target or name in experiment.features]
        kinds = {name: experiment.sources[name]["kind"] for name in names}
        found = compare_tables(rows[names], other, kinds, [str(name) for name in (*experiment.snapshot.raw.columns, *experiment.frame.columns)])
        findings = _findings(found, experiment)
        drifting = sorted((column for column in found.columns if column.index is not None), key=lambda column: -float(column.index or 0))
        which = "training rows" if parts is not None else "rows"
        said = f"{escaped(dataset['name'])} has {len(other):,} rows; compared with the {len(rows):,} {which} of this experiment, {_summary(findings)}"
        blocks: list[dict[str, Any]] = []
        if findings:
            table = [[WORDS[finding["level"]], finding["message"].replace("`", ""), finding["label"]] for finding in findings]
            blocks.append(table_block(["how grave", "what differs", "what would help"], table[:50], len(table), "Differences"))
        if drifting:
            info = ranking.info([column.name for column in drifting[:20]], [float(column.index or 0) for column in drifting[:20]], "drift (population stability index)", "the new table")
            blocks.append({"type": "plot", "title": "Drift of each column", "figure": ranking.figure(info), "alt": _alt(drifting)})
        columns = ["column", "kind", "drift", "index", "never seen", "out of range", "missing before", "missing now"]
        lines = [[column.name, column.kind, column.drift, column.index, column.unseen_rows, column.outside, column.missing_before, column.missing_now] for column in found.columns]
        if lines:
            blocks.append(table_block(columns, lines[:50], len(lines), "Columns in both"))
        return Answer(said=said, blocks=blocks, options=_mends(findings))


def _opened(dataset: dict[str, Any], experiment: Experiment) -> pd.DataFrame:
    import pandas as pd

    known = understood_file(experiment.home, dataset, {"date_order": experiment.steps[0]["args"].get("date_order")})
    return pd.read_parquet(dataset_folder(experiment.home, str(dataset["id"])) / known["reading"]["table"])


def _as_shaped(frame: pd.DataFrame, experiment: Experiment) -> pd.DataFrame:
    """Applies to the other table what shaped the columns of this one; rows are not chosen, nothing is learned."""
    for call in experiment.compiled.calls:
        if call.reads and not call.selects_rows and all(name in frame.columns for name in call.reads):
            frame = call.function(frame, **call.arguments)
    return frame


def _findings(found: Difference, experiment: Experiment) -> list[dict[str, Any]]:
    findings = [_missing_column(name, found.near.get(name), experiment) for name in found.missing]
    new = [name for name in found.new if name not in found.near.values()]
    if new:
        verb = "are new columns" if len(new) > 1 else "is a new column"
        findings.append(_finding("note", f"{listed(new)} {verb}; the model does not know {'them' if len(new) > 1 else 'it'} and leaves {'them' if len(new) > 1 else 'it'} aside."))
    for column in found.columns:
        findings += _column_findings(column, column.name == experiment.target)
    return sorted(findings, key=lambda finding: LEVELS.index(finding["level"]))


def _missing_column(name: str, near: str | None, experiment: Experiment) -> dict[str, Any]:
    if name == experiment.target:
        return _finding("note", f"{quoted(name)}, which is to be predicted, is not in it: it can be predicted, but not checked.")
    if near is not None:
        call = ToolCall(tool="rename_column", args={"column": name, "name": near})
        return _finding("stop", f"{quoted(name)} is not in it, but {quoted(near)} looks like it.", f"Call {name} {near} here as well", call)
    call = ToolCall(tool="drop_columns", args={"columns": [name]})
    return _finding("stop", f"{quoted(name)} is not in it, and the model needs it.", f"Learn without {name}", call)


def _column_findings(column: ColumnDifference, is_target: bool) -> list[dict[str, Any]]:
    name, rows, found = quoted(column.name), max(column.rows, 1), []
    if column.unreadable_rows:
        what = {"numeric": "numbers", "datetime": "dates"}.get(column.kind, column.kind)
        found.append(_finding(_grave(column.unreadable_rows / rows), f"{counted(column.unreadable_rows, 'value')} of {name} would count as missing, being no {what} ({_some(column.unreadable)})."))
    if column.unseen_rows:
        values = ", ".join(f"{quoted(value)} {count:,}×" for value, count in column.unseen)
        found.append(_finding("warn" if is_target else _grave(column.unseen_rows / rows), f"{column.unseen_rows:,} of {rows:,} rows have a value of {name} that was never seen in training: {values}."))
    if column.outside:
        reach = f"{shown_cell(column.low)} to {shown_cell(column.high)}"
        found.append(_finding(_grave(column.outside / rows), f"{column.outside:,} of {rows:,} values of {name} lie outside what was learned from ({reach})."))
    more = column.missing_now - column.missing_before
    if more > MORE_MISSING or (column.missing_now > 0 and column.missing_before == 0):
        level = "warn" if more > MORE_MISSING else "note"
        call = None if is_target or column.missing_before else ToolCall(tool="impute", args={"columns": [column.name]})
        label = f"Fill {column.name} where it is missing" if call and column.kind in {"numeric", "categorical", "boolean"} else ""
        found.append(_finding(level, f"{column.missing_now:.1%} of {name} is missing; in training it was {column.missing_before:.1%}.", label, call if label else None))
    if column.drift in {"shifted", "changed"}:
        level = "warn" if column.drift == "changed" else "note"
        found.append(_finding(level, f"{name} has {column.drift}: stability index {column.index:.2f} (below 0.1 is stable, from 0.25 changed); scores may not hold for these rows."))
    return found


def _finding(level: str, message: str, label: str = "", call: ToolCall | None = None) -> dict[str, Any]:
    return {"level": level, "message": message, "label": label, "call": call}


def _grave(share: float) -> str:
    return "warn" if share >= MANY else "note"


def _some(values: tuple[str, ...]) -> str:
    return ", ".join(quoted(value) for value in values[:3])


def _summary(findings: list[dict[str, Any]]) -> str:
    if not findings:
        return "nothing differs that matters."
    counts = {level: sum(finding["level"] == level for finding in findings) for level in LEVELS}
    words = [f"{count} {'thing has' if count == 1 else 'things have'} to be mended first" if level == "stop" else f"{count} {'is' if count == 1 else 'are'} worth a look" if level == "warn" else f"{count} {'is' if count == 1 else 'are'} good to know" for level, count in counts.items() if count]
    return f"{', '.join(words)}. The gravest: {in_markdown(findings[0]['message'])}"


def _alt(drifting: list[ColumnDifference]) -> str:
    told = ", ".join(f"{quoted(column.name).strip('`')} {column.index:.2f} ({column.drift})" for column in drifting[:3])
    return f"Drift of each column against the training data, by stability index: {told}."


def _mends(findings: list[dict[str, Any]]) -> list[Suggestion]:
    return [
        Suggestion(label=finding["label"], reason=finding["message"].replace("`", ""), call=finding["call"])
        for finding in findings
        if finding["call"]
    ][:4]
