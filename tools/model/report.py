"""What is said of a run: its scores beside the baseline, in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tools.base import Answer, Block
from tools.cells import counted, escaped, rounded
from tools.experiment import Experiment, Run
from tools.model.doubts import FEW_ROWS, doubts
from tools.model.judged_by import IMBALANCED, ROWS, baseline_on, fair_metric, rows_on, scores_on, shown_part
from tools.model.looks import looked_at
from tools.model.typical_groups import NOISE, typical_blocks


def metrics_blocks(run: Run, part: str) -> list[Block]:
    """Shows the metrics of one part beside the baseline's; nothing where there are none, as of a single group."""
    metrics = dict(scores_on(run, part))
    return [{"type": "metrics", "run": run["number"], "data": part, "metrics": metrics, "baseline": dict(baseline_on(run, part))}] if metrics else []


def run_answer(experiment: Experiment) -> Answer:
    """Says how the latest run came out, on validation rows where there are any; the test rows are left alone."""
    run = experiment.run()
    part = shown_part(run)
    said = f"Run {run['number']}: {run['label']}, trained on {counted(run['rows']['train'], 'row')} in {run['seconds']:.1f} s. {verdict(run, part)}"
    if part == "train" and run["target"]:
        said += " These are the rows that it learned from: how it does on others they do not tell."
    said += _unsettled(run) + _kept_aside(experiment, run)
    return Answer(said=said, blocks=[*metrics_blocks(run, part), *typical_blocks(run)])


def _unsettled(run: Run) -> str:
    """Says that the search for the best weights was cut off, and which parameter would let it go on."""
    if not run.get("unsettled"):
        return ""
    from engine.models import MODELS

    counts = any(model.id == run["model"] and "max_iter" in model.parameters_for(run["task"]) for model in MODELS if run["task"] in model.tasks)
    return " It had not settled when its rounds were up; more of them" + (" (max_iter)" if counts else "") + " may do better."


def _kept_aside(experiment: Experiment, run: Run) -> str:
    rows = run["rows"].get("test", 0)
    if not rows or looked_at(experiment, run):
        return ""
    return f" The {counted(rows, 'test row')} {'is' if rows == 1 else 'are'} kept for the final check: ask “how good is it?”."


def verdict(run: Run, part: str) -> str:
    """Says in a few sentences how good a run is, beside always giving the most common answer, and what to doubt."""
    if run["task"] == "clustering":
        return _groups_said(run, scores_on(run, part).get("silhouette"))
    if not scores_on(run, part):
        return ""
    told = {"classification": _classes_said, "regression": _numbers_said}.get(run["task"])
    if told is not None:
        return " ".join([told(run, part), *(doubt.sentence for doubt in doubts(run, part, fair_metric(run, part)))])
    return f"It marks {scores_on(run, part).get('anomaly_rate', 0):.1%} of the rows as odd."


def counts_votes(run: Mapping[str, Any]) -> bool:
    """Whether a run is a vote by heads: its members do not all give probabilities."""
    return run["model"] == "voting" and run["task"] == "classification" and "log_loss" not in run["metrics"]["train"]


def groups_of(run: Mapping[str, Any]) -> tuple[list[int], int]:
    """Gives how many rows each group of a clustering has, and how many are in none (noise)."""
    sizes = {group["group"]: int(group["rows"]) for group in run.get("groups") or []}
    noise = sizes.pop(NOISE, 0)
    return list(sizes.values()), noise


def _groups_said(run: Run, silhouette: float | None) -> str:
    sizes, noise = groups_of(run)
    if not sizes:
        return f"It found no group: all {noise:,} rows are noise."
    found = f"It found {counted(len(sizes), 'group')} of {', '.join(f'{size:,}' for size in sizes[:10])} rows"
    beside = f"; {counted(noise, 'row is', 'rows are')} in no group (noise)" if noise else ""
    apart = "" if silhouette is None else f" Their silhouette is {silhouette:.2f} (1: far apart, 0: overlapping{'; the noise is left out' if noise else ''})."
    return f"{found}{beside}.{apart}"


def _classes_said(run: Run, part: str) -> str:
    metrics, plain = scores_on(run, part), baseline_on(run, part).get("accuracy", 0.0)
    rows = rows_on(run, part)
    base = told_of(rows, part, metrics["accuracy"], plain)
    # On few rows the rows themselves are counted: "67 of 100" would claim more than 2 of 3.
    the = "the " if base == rows else ""
    said = f"Of {the}{base:,} {ROWS[part]} it gets {_times(metrics['accuracy'], base)} right; always saying “{escaped(run['baseline_answer'])}” gets {_times(plain, base)}."
    if run.get("positive") is None or "recall" not in metrics:
        return said
    if never_says_positive(run, part):
        return f"It never says “{escaped(run['positive'])}”. {said}"
    real = round(rows * (plain if str(run["baseline_answer"]) == str(run["positive"]) else 1 - plain))
    base = told_of(real, part, metrics["recall"])
    found = f"Of {'the ' if base == real else ''}{base:,} that are “{escaped(run['positive'])}” it finds {_times(metrics['recall'], base)}"
    if plain < IMBALANCED:
        return f"{said} {found}."
    # Where one class is nearly all there is, being right often says little.
    alarms = round(real * metrics["recall"] / metrics["precision"]) if metrics["precision"] else FEW_ROWS
    base = told_of(alarms, part, metrics["precision"])
    return f"{found}, and of {'the ' if base == alarms else ''}{counted(base, 'alarm')} {_times(metrics['precision'], base)} {'is' if base == 1 else 'are'} right. {said}"


def told_of(rows: int, part: str, *shares: float) -> int:
    """Gives out of how many rows shares are told: of 100, of all where they are fewer, of more where 100 would make one perfect."""
    if rows < FEW_ROWS and part != "folds":
        return max(rows, 1)
    base = 100
    while base < rows and any(0 < share < 1 and round(share * base) in {0, base} for share in shares):
        base *= 10
    return min(base, max(rows, 100))


def _times(share: float, base: int) -> str:
    return f"{share * base:,.0f}"


def never_says_positive(run: Run, part: str) -> bool:
    """Whether a classifier of two classes gives the looked-for one to no row of a part, so that it has no alarms to count."""
    metrics, plain = scores_on(run, part), baseline_on(run, part).get("accuracy")
    if run.get("positive") is None or metrics.get("recall") != 0 or metrics.get("precision") != 0:
        return False
    # Without a hit, any wrong alarm makes it right less often than the other class is common.
    others = None if plain is None else plain if str(run["baseline_answer"]) != str(run["positive"]) else 1 - plain
    return others is None or abs(metrics["accuracy"] - others) < 1e-9


def _numbers_said(run: Run, part: str) -> str:
    metrics, plain = scores_on(run, part), baseline_on(run, part).get("mae", 0.0)
    return (
        f"On the {ROWS[part]} it is off by {rounded(metrics['mae'])} on average; always saying the mean is off by "
        f"{rounded(plain)}. It explains {max(metrics.get('r2', 0.0), 0):.0%} of the differences."
    )
