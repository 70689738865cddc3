"""The pictures of the health report: distributions, gaps, what moves together, and what says something of the target."""

from __future__ import annotations

from typing import Any

from tools.experiment import Experiment

FEWEST_TO_CORRELATE, MOST_TO_CORRELATE, MOST_RELATED = 3, 20, 15


def health_pictures(experiment: Experiment, report: dict[str, Any]) -> list[dict[str, Any]]:
    """Draws what one would rather look at than read, of the table as it stands."""
    pictures = [_distributions(experiment), _gaps(experiment, report), _together(experiment), _relation(experiment, report)]
    return [picture for picture in pictures if picture is not None]


def _block(module: Any, numbers: Any, title: str) -> dict[str, Any]:
    return {"type": "plot", "title": title, "figure": module.figure(numbers), "alt": module.alt(numbers)}


def _distributions(experiment: Experiment) -> dict[str, Any] | None:
    from engine.plots import overview

    entries = sorted(experiment.snapshot.columns, key=lambda entry: entry["name"] != experiment.target)
    names = [entry["name"] for entry in entries if entry["kind"] not in {"id", "text"} and entry["unique"]]
    if not names or not len(experiment.view):
        return None
    return _block(overview, overview.info(experiment.view, names), "How the values are spread")


def _gaps(experiment: Experiment, report: dict[str, Any]) -> dict[str, Any] | None:
    from engine.plots import missing_map

    if not report["missing_cells"]:
        return None
    names = [entry["name"] for entry in experiment.snapshot.columns if entry["missing"]]
    return _block(missing_map, missing_map.info(experiment.view, names), "Where values are missing")


def _together(experiment: Experiment) -> dict[str, Any] | None:
    from engine.plots import correlation

    names = [entry["name"] for entry in experiment.snapshot.columns if entry["kind"] == "numeric" and entry["unique"] > 1]
    if len(names) < FEWEST_TO_CORRELATE or len(experiment.view) < FEWEST_TO_CORRELATE:
        return None
    kept = [name for name in names if name == experiment.target] + [name for name in names if name != experiment.target]
    info = correlation.info(experiment.view, kept, most=MOST_TO_CORRELATE)
    return _block(correlation, info, "What moves together")


def _relation(experiment: Experiment, report: dict[str, Any]) -> dict[str, Any] | None:
    from engine.plots import ranking

    if not report["relation"] or not experiment.target:
        return None
    shown = list(report["relation"].items())[:MOST_RELATED]
    measure = "share of the spread that it explains alone" if experiment.task == "regression" else "skill alone (0 chance, 1 everything)"
    info = ranking.info([name for name, _ in shown], [skill for _, skill in shown], measure, experiment.target)
    return _block(ranking, info, f"What each column alone says about {experiment.target}")
