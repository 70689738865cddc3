"""Writes the report: one HTML page that opens anywhere, without a script and without a network."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, select_autoescape
from markupsafe import Markup

from codegen.material import Material
from codegen.picture import bars_svg, svg_of
from codegen.readme import dismissed_line, looks_line, outdated_line

MOST_COLUMNS, MOST_PICTURES = 200, 20
PARTS = ("train", "validation", "test")
LEVELS = {"stop": "must be answered", "warn": "to be decided", "note": "good to know"}


def report_html(material: Material) -> str:
    """Tells data, findings, steps, runs and scores beside the baseline on one page; whatever a user brought is text."""
    values = {
        "title": material.project_name,
        "dataset": material.dataset,
        "bytes": f"{material.raw_path.stat().st_size:,}",
        "rows": f"{len(material.raw):,}",
        "columns": [_column(entry) for entry in list(material.columns)[:MOST_COLUMNS]],
        "more_columns": max(0, len(material.columns) - MOST_COLUMNS),
        "target": material.compiled.target,
        "task": (material.compiled.task or "").replace("_", " "),
        "findings": [{"level": "answered by a step" if item.get("answered") else LEVELS.get(item["level"], item["level"]), "title": item["title"], "message": _plain(item["message"])} for item in material.findings],
        "dismissed": [_plain(dismissed_line(item)) for item in material.acknowledged],
        "steps": [{"number": step["number"], "title": step["title"], "said": step.get("said") or ""} for step in material.steps],
        "runs": [_run(run, material) for run in material.runs],
        "chosen": _scores(material.run) if material.run else None,
        "looks": looks_line(material) if material.run else "",
        "outdated": outdated_line(material) if material.run else "",
        "pictures": [*_own_pictures(material), *_explored(material)],
        "sha256": material.dataset.get("sha256", ""),
    }
    return str(_template().render(values))


@cache
def _template() -> Any:
    loader = PackageLoader("codegen", "templates")
    environment = Environment(loader=loader, autoescape=select_autoescape(("j2",)), trim_blocks=True, lstrip_blocks=True)
    return environment.get_template("report.html.j2")


def _column(entry: Mapping[str, Any]) -> list[str]:
    return [str(entry["name"]), str(entry.get("kind", "")), f"{entry.get('missing', 0):,}", f"{entry.get('unique', 0):,}"]


def _plain(sentence: str) -> str:
    return sentence.replace("`", "“", 1).replace("`", "”", 1) if sentence.count("`") == 2 else sentence.replace("`", "")


def _run(run: Mapping[str, Any], material: Material) -> dict[str, Any]:
    """One line of the list of runs: its leading scores by part, and on folds where it was judged so.

    A score on test rows stands there for the run of this export, and for those whose test rows somebody has looked at.
    """
    folds = run.get("cross_validation") or {}
    metric = next(iter(run["metrics"].get("train") or {"": None}))
    leading = {"classification": "accuracy", "regression": "r2", "clustering": "silhouette"}.get(str(run.get("task")), metric)
    seen = run.get("looks") or run["id"] == material.trained["id"]
    shown = [_number(run["metrics"].get(part, {}).get(leading)) if part != "test" or seen else "" for part in PARTS]
    if leading in folds.get("mean", {}):
        shown.append(f"{folds['mean'][leading]:.4g} ± {folds['sd'].get(leading, 0):.2g}")
    else:
        shown.append("")
    return {"number": run["number"], "label": run.get("name") or run["label"], "metric": leading.replace("_", " "), "scores": shown, "seconds": run.get("seconds", ""), "outdated": bool(run.get("outdated"))}


def _scores(run: Mapping[str, Any]) -> dict[str, Any]:
    """Every metric of the run by part, each beside the simplest guess's on the same rows."""
    parts = [part for part in PARTS if run["metrics"].get(part)]
    names = list(dict.fromkeys(name for part in parts for name in run["metrics"][part]))
    baseline = run.get("baseline") or {}
    rows = [[name.replace("_", " "), *(value for part in parts for value in (_number(run["metrics"][part].get(name)), _number((baseline.get(part) or {}).get(name))))] for name in names]
    heads = [head for part in parts for head in (f"{part} rows", f"{part}: simplest guess")]
    return {"number": run["number"], "label": run["label"], "params": sorted((run.get("params") or {}).items()), "heads": heads, "rows": rows}


def _number(value: Any) -> str:
    return "" if value is None else f"{value:.6g}"


def _own_pictures(material: Material) -> list[dict[str, Any]]:
    """The target's distribution, and the leading score of each run."""
    found = []
    target = material.compiled.target
    if target is not None and target in material.raw.columns and material.compiled.task == "classification":
        counts = material.raw[target].value_counts().head(20)
        alt = f"How often each value of {target} comes: " + ", ".join(f"{name}: {count:,}" for name, count in counts.head(5).items())
        found.append(_picture("The answers", bars_svg([str(name) for name in counts.index], [("rows", [float(count) for count in counts])], alt), alt))
    lines = [_run(run, material) for run in material.runs]
    kept = [(line["label"], [float(score or 0) for score in line["scores"][:3]]) for line in lines]
    if len(kept) > 1:
        series = [(part, [scores[place] for _, scores in kept]) for place, part in enumerate(PARTS) if any(scores[place] for _, scores in kept)]
        alt = f"The {lines[0]['metric']} of {len(kept)} runs on each part of the rows."
        found.append(_picture("The runs", bars_svg([f"{line['number']} {line['label']}" for line in lines], series, alt), alt))
    return found


def _explored(material: Material) -> list[dict[str, Any]]:
    """The charts of the conversation, drawn where their kind can be drawn without a script, told in words always."""
    blocks = [block for turn in material.turns for block in turn.get("blocks") or () if block.get("type") == "plot"]
    return [_picture(str(block.get("title", "")), svg_of(block.get("figure") or {}, str(block.get("alt", ""))), str(block.get("alt", ""))) for block in blocks[:MOST_PICTURES]]


def _picture(title: str, svg: str | None, alt: str) -> dict[str, Any]:
    # The drawing is ours: every word in it was escaped when it was drawn.
    return {"title": title, "svg": Markup(svg) if svg else "", "alt": alt}  # noqa: S704
