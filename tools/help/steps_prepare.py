"""Next steps from a chosen target to a declared split (rows 8 to 17 of the table)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tools.base import Suggestion, ToolCall
from tools.cells import counted, quoted
from tools.help.offers import offer
from tools.help.situation import ONEHOT_LEVELS, Situation

TINY = 200


def leak(now: Situation) -> list[Suggestion]:
    """A column may give the answer away."""
    finding = now.open("target_leakage") or {}
    name, target = str(finding["columns"][0]), str(now.target)
    drop = _answers(finding, 1)
    look = offer(f"See {name} by {target}", f"how far {quoted(name)} gives {quoted(target)} away in {counted(now.rows, 'row')}", "plot", **_against(now, name, target))
    keep = _keep(now, finding, f"I know {_names(finding)} beforehand")
    if finding["level"] != "stop":
        # A good column looks just like this: whether it is known in time only the person can say.
        return [look, keep, *drop]
    return [*drop, look, keep]


def _against(now: Situation, name: str, target: str) -> dict[str, str]:
    if now.task == "regression":
        return {"kind": "scatter", "x": name, "y": target}
    return {"x": name, "color": target}


def useless(now: Situation) -> list[Suggestion]:
    """IDs and constant columns are there."""
    found = [f for f in now.open_findings if f["id"] in {"id_like", "constant", "near_constant"}]
    names = list(dict.fromkeys(str(name) for finding in found for name in finding["columns"]))
    what = names[0] if len(names) == 1 else f"{counted(len(names), 'column')}"
    number = "1 column carries" if len(names) == 1 else f"{counted(len(names), 'column')} carry"
    drop = offer(f"Drop {what}", f"{number} nothing that helps to predict", "drop_columns", columns=names)
    return [
        *([drop] if len(names) > 1 else _answers(found[0], 2)),
        _keep(now, found[0], f"Keep {names[0]}"),
        _look(now, names[0]),
    ]


def duplicates(now: Situation) -> list[Suggestion]:
    """Rows repeat."""
    finding = now.open("duplicates") or {}
    count = int(finding["number"])
    return [
        offer(f"Drop {count:,} repeated rows", f"{count:,} identical rows could sit in both training and test", "drop_duplicates"),
        _keep(now, finding, "Keep the repeats"),
        offer("See the table", f"{counted(now.rows, 'row')} as they stand now", "preview"),
    ]


def wrong_values(now: Situation) -> list[Suggestion]:
    """A column has mixed kinds, or codes for not known."""
    finding = now.open("mixed_kinds", "disguised_missing", "spellings", "outliers") or {}
    name = str(finding["columns"][0])
    return [
        *_answers(finding, 2),
        _keep(now, finding, f"Keep {name} as it is"),
        _look(now, name),
    ]


def rare_class(now: Situation) -> list[Suggestion]:
    """A class has hardly any rows."""
    finding = now.open("rare_class") or {}
    return [
        *_answers(finding, 2),
        _keep(now, finding, "Keep the rare classes"),
        offer(f"See {now.target}", f"how {now.target_entry['unique']} classes share {counted(now.rows, 'row')}", "plot", x=str(now.target)),
    ]


def prepare(now: Situation) -> list[Suggestion]:
    """Columns have gaps, or words."""
    needy = {str(column["name"]) for column in [*now.gaps, *now.words, *now.of_kind("text")]}
    found = [offer("Prepare it for me", f"{counted(len(needy), 'column needs', 'columns need')} it; each step is shown and can be undone", "prepare_automatically")]
    if now.gaps:
        worst = now.gaps[0]
        part = worst["missing"] / max(now.rows, 1)
        share = f"{part:.0%}" if part >= 0.01 else "under 1%"
        found.append(offer(f"Fill {worst['name']}", f"{quoted(worst['name'])}: {share} missing ({counted(worst['missing'], 'row')})", "impute", columns=[worst["name"]]))
    narrow = [str(column["name"]) for column in now.words if column["unique"] <= ONEHOT_LEVELS and not column["missing"]]
    if narrow:
        what = narrow[0] if len(narrow) == 1 else f"{counted(len(narrow), 'column')}"
        found.append(offer(f"Encode {what}", f"{quoted(narrow[0])}{' and others hold' if len(narrow) > 1 else ' holds'} words: 1 column for each value", "encode", columns=narrow))
    if now.gaps:
        found.append(offer("See what is missing", f"{counted(len(now.gaps), 'column has', 'columns have')} gaps", "plot", kind="missing"))
    else:
        found.append(offer("See how the columns relate", f"{counted(len(now.features), 'column')} in one picture", "plot", kind="correlation"))
    return found


def split_by_time(now: Situation) -> list[Suggestion]:
    """The order of time matters."""
    finding = now.open("time_order") or {}
    name = str(finding["columns"][0])
    dates = [str(column["name"]) for column in now.of_kind("datetime")]
    return [
        offer(f"Test on the latest by {name}", str(finding["message"]), "split", train=0.6, validation=0.2, test=0.2, strategy="time", column=name),
        *([offer("Use parts of the date", f"{counted(len(dates), 'date becomes', 'dates become')} numbers", "extract_dates", columns=dates)] if dates else []),
        offer("Split by lot", f"if the order of the {counted(now.rows, 'row')} does not matter", "split", **_by_lot(now)),
        offer(f"See {now.target} along {name}", f"{counted(now.rows, 'row')} in one picture", "plot", x=name, y=str(now.target)),
    ]


def split_by_group(now: Situation) -> list[Suggestion]:
    """The same one comes several times."""
    finding = now.open("repeated_entity") or {}
    name = str(finding["columns"][0])
    return [
        offer(f"Keep each {name} in one part", f"{quoted(name)} repeats {finding['number']:.1f} times on average", "split", train=0.6, validation=0.2, test=0.2, strategy="group", column=name),
        offer("Split by lot", f"if new rows come from a {quoted(name)} that is known: {counted(now.rows, 'row')}", "split", **_by_lot(now)),
        _look(now, name),
    ]


def split_tiny(now: Situation) -> list[Suggestion]:
    """So few rows that one split would be luck."""
    return [
        offer("Check on 10 parts in turn", f"{counted(now.rows, 'row')}: one split would be luck", "cross_validate", folds=10),
        offer("Split 70 / 30", f"{counted(round(now.rows * 0.7), 'row')} to learn from, {now.rows - round(now.rows * 0.7)} to check", "split", train=0.7, test=0.3, strategy=_by_lot(now)["strategy"]),
        _target_chart(now),
    ]


def split(now: Situation) -> list[Suggestion]:
    """All is ready to be divided."""
    part = round(now.rows * 0.2)
    share = [now.rows - 2 * part, part, part]
    return [
        offer("Split 60 / 20 / 20", f"{share[0]:,} rows to learn from, {share[1]:,} to choose with, {share[2]:,} for the final check", "split", **_by_lot(now)),
        offer("Compare several models", f"splits the {counted(now.rows, 'row')} first, and says so", "compare_models"),
        offer("Do it all for me", f"a minute on {counted(len(now.features), 'column')}, in steps that can be undone", "autopilot", time_budget=60),
        _target_chart(now),
    ]


def _by_lot(now: Situation) -> dict[str, Any]:
    strategy = "stratified" if now.task == "classification" and now.open("rare_class") is None else "random"
    return {"train": 0.6, "validation": 0.2, "test": 0.2, "strategy": strategy}


def _target_chart(now: Situation) -> Suggestion:
    return offer(f"See {now.target}", f"how its values spread over {counted(now.rows, 'row')}", "plot", x=str(now.target))


def _look(now: Situation, name: str) -> Suggestion:
    entry = next((column for column in now.columns if column["name"] == name), {"unique": 0})
    return offer(f"Look at {name}", f"{counted(entry['unique'], 'different value')} in {counted(now.rows, 'row')}", "describe_column", column=name)


def _answers(finding: Mapping[str, Any], most: int) -> list[Suggestion]:
    """What the health report offers to mend a finding with."""
    calls = [item for item in finding["calls"] if item["call"]["tool"] != "acknowledge"][:most]
    return [Suggestion(label=item["label"], reason=finding["message"], call=ToolCall.model_validate(item["call"])) for item in calls]


def _keep(now: Situation, finding: Mapping[str, Any], label: str) -> Suggestion:
    columns = {"columns": list(finding["columns"])} if finding["columns"] else {}
    reason = f"all {counted(now.rows, 'row')} stay as they are, and the report will say so"
    return offer(label, reason, "acknowledge", finding=finding["id"], **columns)


def _names(finding: Mapping[str, Any]) -> str:
    return " and ".join(str(name) for name in finding["columns"][:2])


def _open(*ids: str) -> Callable[[Situation], bool]:
    def fits(now: Situation) -> bool:
        finding = now.open(*ids)
        return not now.runs and finding is not None and now.pressing(finding)

    return fits


ROWS = (
    ("leak", _open("target_leakage"), leak),
    ("useless_columns", _open("id_like", "constant", "near_constant"), useless),
    ("duplicates", _open("duplicates"), duplicates),
    ("wrong_values", _open("mixed_kinds", "disguised_missing", "spellings", "outliers"), wrong_values),
    ("rare_class", _open("rare_class"), rare_class),
    ("unprepared", lambda now: not now.runs and not now.prepared, prepare),
    ("time_matters", lambda now: not now.runs and not now.split and now.open("time_order") is not None, split_by_time),
    ("repeated_entity", lambda now: not now.runs and not now.split and now.open("repeated_entity") is not None, split_by_group),
    ("tiny", lambda now: not now.runs and not now.split and now.rows < TINY, split_tiny),
    ("ready_to_split", lambda now: not now.runs and not now.split, split),
)
