"""Describes one column in detail, with a plot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tools.base import Answer, AnyColumn, Arguments, Tool, table_block
from tools.cells import escaped, in_markdown, shown_cell
from tools.data.profile import mends, report_of
from tools.data.spread import far_out, spread
from tools.experiment import Experiment

if TYPE_CHECKING:
    import pandas as pd

KINDS = {"numeric": "a number", "categorical": "a category", "boolean": "a yes or no", "datetime": "a date or time", "text": "free text", "id": "an ID"}
MOST_FINDINGS = 5


class DescribeColumnArguments(Arguments):
    """The column to look at."""

    column: AnyColumn


class DescribeColumn(Tool):
    """Shows what one column holds: its kind and why, its values, what is missing, and a picture."""

    name = "describe_column"
    stage = "data"
    label = "Look at a column"
    summary = "One column in detail, with a plot."
    Arguments = DescribeColumnArguments
    phrases = (
        "tell me about {column}",
        "describe the column {column}",
        "what is in {column}?",
        "look at {column}",
        "statistics of {column}",
        "what values does {column} take?",
        "more about {column}",
        "how is {column} made up?",
        "details for {column}",
        "what are the values of {column}",
    )

    def answer(self, args: DescribeColumnArguments, experiment: Experiment) -> Answer:
        frame, entries = experiment.table_with(args.column)
        entry = next(item for item in entries if item["name"] == args.column)
        values = frame[args.column]
        findings = [item for item in report_of(experiment)["findings"] if args.column in item["columns"]]
        said = f"{escaped(args.column)} is {KINDS[entry['kind']]}: {escaped(entry.get('reason') or 'so it was recorded')}. {_gaps(entry, len(values))} {spread(values, entry['kind'])}".rstrip()
        for item in findings[:MOST_FINDINGS]:
            said += f"\n\n- {in_markdown(item['message'])}"
        blocks = _pictures(frame, entries, entry, experiment)
        blocks.append(table_block(["", "value"], _facts(values, entry), title=str(args.column)))
        if entry["kind"] in {"categorical", "boolean", "text", "id"} and entry["unique"]:
            blocks.append(_frequent(values))
        return Answer(said=said, blocks=blocks, options=mends(findings))


def _gaps(entry: dict[str, Any], rows: int) -> str:
    missing = f"{entry['missing']:,} of {rows:,} values are missing ({entry['missing'] / max(rows, 1):.1%})" if entry["missing"] else "No value is missing"
    told = str(entry["unique"]) in str(entry.get("reason") or "")
    return f"{missing}." if told else f"{missing}; {entry['unique']:,} different ones occur."


def _facts(values: pd.Series[Any], entry: dict[str, Any]) -> list[list[Any]]:
    rows: list[list[Any]] = [["kind", entry["kind"]], ["why", entry.get("reason") or ""], ["rows", len(values)], ["missing", entry["missing"]], ["different values", entry["unique"]]]
    if values.dtype.kind in "iufM" and entry["unique"]:
        described = values.describe()
        rows += [[str(name), shown_cell(value)] for name, value in described.items() if name not in {"count", "unique"}]
    if values.dtype.kind in "iuf":
        rows += [["zeros", int((values == 0).sum())], ["negative", int((values < 0).sum())]]
        rows += [["skewness", shown_cell(values.skew())], ["far outside", far_out(values.dropna())]] if entry["kind"] == "numeric" and entry["unique"] > 1 else []
    elif entry["kind"] in {"text", "categorical", "id"} and entry["unique"]:
        lengths = values.dropna().astype(str).str.len()
        rows += [["shortest", int(lengths.min())], ["longest", int(lengths.max())]]
    return rows


def _frequent(values: pd.Series[Any]) -> dict[str, Any]:
    counts = values.value_counts()
    rows = [[shown_cell(value), int(count), f"{count / len(values):.1%}"] for value, count in counts.head(10).items()]
    return table_block(["value", "rows", "share"], rows, len(counts), title="Most frequent values")


def _pictures(frame: pd.DataFrame, entries: list[dict[str, Any]], entry: dict[str, Any], experiment: Experiment) -> list[dict[str, Any]]:
    """Draws how the values are spread, and how the target depends on them."""
    from engine.plots.choose import draw

    name, target, task = entry["name"], experiment.target, experiment.task
    if not entry["unique"] or entry["kind"] in {"id", "text"}:
        return []
    pictures = [draw(frame, entries, kind="bar" if entry["kind"] in {"categorical", "boolean"} else "histogram", x=name, target=target, task=task)]
    if target in frame.columns and target != name and task in {"classification", "regression"}:
        pictures.append(draw(frame, entries, kind="target", x=name, target=target, task=task))
    return pictures
