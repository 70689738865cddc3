"""The data health report."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

from tools.base import Answer, NoArguments, Suggestion, Tool, ToolCall, table_block, text_block
from tools.cells import counted, escaped, in_markdown, shown_cell
from tools.data.health_pictures import health_pictures
from tools.experiment import Experiment, Step, steps_key

_reports: OrderedDict[tuple[str, str], dict[str, Any]] = OrderedDict()
SEVERITY = {"decide": "your decision", "done": "done for you", "fine": "fine as it is", "kept": "kept by you"}
KIND_WORDS = {"numeric": ("number", "numbers"), "categorical": ("category", "categories"), "boolean": ("yes/no", "yes/no"), "datetime": ("date", "dates"), "text": ("text", "texts"), "id": ("ID", "IDs")}
LOOKED_FOR = {
    "target_leakage": "columns that give the answer away", "id_like": "IDs", "constant": "columns that never change", "near_constant": "columns that hardly change",
    "missing": "gaps", "disguised_missing": "codes for “not known”", "spellings": "answers spelled in several ways", "mixed_kinds": "numbers kept as text", "duplicates": "repeated rows",
    "repeated_entity": "the same one in several rows", "time_order": "drift over time", "rare_class": "rare classes", "imbalance": "classes out of balance",
    "tiny": "too few rows", "wide": "too many columns", "big": "too many rows", "skewed_target": "a skewed target", "high_cardinality": "columns of very many categories",
    "text": "free text", "collinear": "columns that repeat each other", "outliers": "extreme values",
}  # fmt: skip
"""What the report looks for, as a person would call it."""
MOST_FINDINGS, MOST_COLUMNS, MOST_MENDS, MOST_TOLD = 50, 50, 6, 12


def report_of(experiment: Experiment) -> dict[str, Any]:
    """Gives the health report of the table as it stands, computed once for each state of it."""
    from engine.profile import profile
    from tools.state import left_out

    key = (str(experiment.home), steps_key(steps_of_table(experiment.steps)))
    if key not in _reports:
        columns = list(experiment.snapshot.columns)
        before = (experiment.frame, list(experiment.snapshot.sources)) if experiment.compiled.chain else None
        _reports[key] = profile(experiment.view, columns, experiment.target, experiment.task, before, left_out(experiment))
        while len(_reports) > 32:
            _reports.popitem(last=False)
    _reports.move_to_end(key)
    return _reports[key]


def steps_of_table(steps: list[Step]) -> list[Step]:
    """Lists the steps that make the table what it is: training a model, judging it or keeping a finding changes no cell."""
    from tools.catalog import find_tool

    return [step for step in steps if not ((tool := find_tool(step["tool"])).judges or tool.stage == "model")]


class Profile(Tool):
    """Looks the data over: size, kinds, missing values, and findings, each with what mends it."""

    name = "profile"
    stage = "data"
    label = "Check the data's health"
    summary = "The data health report: kinds, missing values, and findings with what mends them."
    phrases = (
        "check the data",
        "what is in this data?",
        "profile the data",
        "data health report",
        "are there problems in the data?",
        "describe the dataset",
        "give me an overview",
        "is the data any good?",
        "anything strange in there?",
        "how clean is it?",
        "is something wrong with the table?",
        "are values missing anywhere?",
        "summarise the dataset",
        "get to know the data",
        "what should I worry about?",
    )

    def answer(self, args: NoArguments, experiment: Experiment) -> Answer:
        report = report_of(experiment)
        findings = _with_severity(report["findings"], experiment)
        decide = [finding for finding in findings if finding["severity"] == "decide"]
        if experiment.task is None:  # a column with many gaps may be the very one to predict
            decide.sort(key=lambda finding: finding["id"] == "missing")
        blocks = [_findings_text(findings)] if findings else []
        blocks += health_pictures(experiment, report)
        blocks += [_findings_table(findings)] if any(len(told) > MOST_TOLD for _, told in _by_severity(findings)) else []
        blocks.append(_columns_table(report))
        blocks.append(text_block(_checked(report, experiment)))
        return Answer(said=_overview(report, findings), blocks=blocks, options=mends(decide))


def _with_severity(findings: list[dict[str, Any]], experiment: Experiment) -> list[dict[str, Any]]:
    """Marks what the user decided to keep; it still stands in the report."""
    from tools.state import findings_of

    open_ones = findings_of(experiment)
    return [finding if finding in open_ones else finding | {"severity": "kept"} for finding in findings]


def _overview(report: dict[str, Any], findings: list[dict[str, Any]]) -> str:
    kinds = ", ".join(f"{count} {KIND_WORDS[kind][count != 1]}" for kind, count in report["kinds"].items())
    gaps = f"{report['missing_cells']:,} of {report['cells']:,} cells are missing" if report["missing_cells"] else "nothing is missing"
    repeats = f"{counted(report['duplicates'], 'row repeats', 'rows repeat')} an earlier one" if report["duplicates"] else "no row repeats another"
    counts = {severity: sum(finding["severity"] == severity for finding in findings) for severity in SEVERITY}
    said = f"{counted(report['rows'], 'row')} × {counted(report['columns'], 'column')} ({kinds}); {gaps}, {repeats}. "
    if counts["decide"]:
        what = "thing is" if counts["decide"] == 1 else "things are"
        said += f"**{counts['decide']} {what} for you to decide.**"
    else:
        said += "Nothing needs a decision of yours."
    if counts["done"]:
        said += f" {counts['done']} {'was' if counts['done'] == 1 else 'were'} done for you."
    if counts["kept"]:
        said += f" {counts['kept']} you kept as {'it is' if counts['kept'] == 1 else 'they are'}."
    return said


def _by_severity(findings: list[dict[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    parts = [(severity, [finding for finding in findings if finding["severity"] == severity]) for severity in SEVERITY]
    return [(severity, told) for severity, told in parts if told]


def _findings_text(findings: list[dict[str, Any]]) -> dict[str, Any]:
    """Tells the findings under their severity, each with what would help; beside the words, for a screen that has buttons, with the calls."""
    lines, groups = [], []
    for severity, told in _by_severity(findings):
        lines.append(f"**{SEVERITY[severity].capitalize()}**\n")
        lines += [_told(finding) for finding in told[:MOST_TOLD]]
        lines += [f"- … and {len(told) - MOST_TOLD} more in the table below"] if len(told) > MOST_TOLD else []
        lines.append("")
        groups.append({"heading": SEVERITY[severity], "findings": [_with_mends(finding) for finding in told[:MOST_FINDINGS]]})
    return text_block("\n".join(lines).strip()) | {"findings": groups}


def _with_mends(finding: dict[str, Any]) -> dict[str, Any]:
    """Tells one finding with the calls that answer it; to keep what needs no decision is no decision."""
    kept = finding["calls"][-1:] if finding["severity"] == "decide" else []
    calls = [*_helps(finding), *kept]
    return {"title": finding["title"], "message": finding["message"], "calls": calls}


def _helps(finding: dict[str, Any]) -> list[dict[str, Any]]:
    mends = [offer for offer in finding["calls"] if offer["call"]["tool"] != "acknowledge"]
    return mends[:2] if finding["severity"] in {"decide", "fine"} else []


def _told(finding: dict[str, Any]) -> str:
    mends = [escaped(offer["label"]) for offer in _helps(finding)]
    help_ = f" *{' · '.join(mends)}*" if mends else ""
    return f"- **{escaped(finding['title'])}**: {in_markdown(finding['message'])}{help_}"


def _findings_table(findings: list[dict[str, Any]]) -> dict[str, Any]:
    order = list(SEVERITY)
    ordered = sorted(findings, key=lambda finding: order.index(finding["severity"]))
    rows = [[finding["title"], SEVERITY[finding["severity"]], ", ".join(finding["columns"][:MOST_TOLD]), _plain(finding["message"])] for finding in ordered]
    return table_block(["finding", "what to do", "columns", "what I see"], rows[:MOST_FINDINGS], len(rows), "Findings")


def _plain(message: str) -> str:
    """A table's cells are no Markdown: the marks around names go."""
    return message.replace("`", "")


def _columns_table(report: dict[str, Any]) -> dict[str, Any]:
    names = ["name", "kind", "missing", "unique", "min", "median", "max", "mean", "std", "top", "top_share", "note"]
    rows = [[_cell(name, row.get(name)) for name in names] for row in report["table"][:MOST_COLUMNS]]
    return table_block([name.replace("_", " ") for name in names], rows, len(report["table"]), "Columns")


def _cell(name: str, value: Any) -> Any:
    if name in {"missing", "top_share"}:
        return "" if value is None else f"{value:.1%}"
    return "" if value is None else shown_cell(value)


def _checked(report: dict[str, Any], experiment: Experiment) -> str:
    """Says what was looked for without finding it, what was sampled, and what a target would add."""
    from tools.state import left_out

    fine = ", ".join(LOOKED_FOR[item] for item in report["fine"])
    said = f"Looked for and not found: {fine}." if fine else ""
    if report["sampled"]:
        said += f" {report['sampled']['message']} All counts are of all rows."
    if out := left_out(experiment):
        said += f" Nothing was looked for in the {counted(len(out), 'column')} that no model is given."
    if not experiment.target and experiment.task not in {"clustering", "anomaly_detection"}:
        said += " Once you say what to predict, I also look for columns that give it away, for its balance and its drift over time."
    return escaped(said) if "`" in said else said.strip()


def mends(decide: list[dict[str, Any]]) -> list[Suggestion]:
    """Offers for each finding what mends it, and for the first ones to keep it as it is."""
    offers = [(finding, offer) for finding in decide for offer in finding["calls"][:1]]
    offers += [(finding, finding["calls"][-1]) for finding in decide[:2] if len(finding["calls"]) > 1]
    place = {id(finding): number for number, finding in enumerate(decide)}
    chosen = sorted(offers[:MOST_MENDS], key=lambda item: place[id(item[0])])
    return [Suggestion(label=offer["label"], reason=_plain(finding["message"]), call=ToolCall.model_validate(offer["call"])) for finding, offer in chosen]
