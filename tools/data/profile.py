"""The data health report."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

from tools.base import Answer, NoArguments, Tool, table_block
from tools.cells import escaped, shown_cell
from tools.experiment import Experiment

_reports: OrderedDict[tuple[str, str], dict[str, Any]] = OrderedDict()


def report_of(experiment: Experiment) -> dict[str, Any]:
    """Gives the health report of the table as it stands, computed once for each state of it."""
    from engine.profile import profile

    relevant = [step for step in experiment.steps if step["tool"] not in {"train", "ensemble", "set_threshold", "acknowledge"}]
    key = (str(experiment.home), experiment.with_document(steps=relevant).key)
    if key not in _reports:
        columns = list(experiment.snapshot.columns)
        _reports[key] = profile(experiment.view, columns, experiment.target, experiment.task)
        while len(_reports) > 32:
            _reports.popitem(last=False)
    return _reports[key]


class Profile(Tool):
    """Looks the data over: size, kinds, missing values, and findings, each with what mends it."""

    name = "profile"
    stage = "data"
    label = "Check the data's health"
    summary = "The data health report: kinds, missing values, and findings with what mends them."
    phrases = ("check the data", "what is in this data?", "profile the data", "data health report", "are there problems in the data?", "describe the dataset", "give me an overview")

    def answer(self, args: NoArguments, experiment: Experiment) -> Answer:
        report = report_of(experiment)
        decide = [finding for finding in report["findings"] if finding["severity"] == "decide"]
        said = (
            f"{report['rows']:,} rows × {report['columns']:,} columns, "
            f"{report['missing_cells']:,} of {report['cells']:,} cells missing, {report['duplicates']:,} repeated rows. "
            + (f"{len(decide)} things are for you to decide." if decide else "Nothing needs a decision.")
        )
        blocks = []
        if report["findings"]:
            rows = [
                [finding["level"], finding["title"], finding["message"], finding["calls"][0]["label"] if finding["calls"] else ""]
                for finding in report["findings"]
            ]
            blocks.append(table_block(["level", "finding", "what I see", "what would help"], rows[:50], len(rows), "Findings"))
        table = report["table"]
        if table:
            names = list(table[0])
            rows = [[shown_cell(row.get(name)) for name in names] for row in table[:50]]
            blocks.append(table_block(names, rows, len(table), "Columns"))
        return Answer(said=escaped(said).replace("\\", ""), blocks=blocks)
