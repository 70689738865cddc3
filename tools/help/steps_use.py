"""Next steps once a run is there that must be doubted, was judged, or was downloaded (rows 23 to 25 and 31 to 33)."""

from __future__ import annotations

from typing import Any

from engine.models import label_of
from tools.base import Suggestion
from tools.cells import counted
from tools.help.offers import offer
from tools.help.situation import Situation
from tools.model import judged_by
from tools.model.looks import MANY_LOOKS
from tools.model.outdated import train_again


def downloaded(now: Situation) -> list[Suggestion]:
    """The steps as they are now were downloaded."""
    formats = now.state.get("exported") or []
    count = len(formats)
    more = [] if "service" in formats or not now.runs else [offer("Download a service", f"answers requests with the model of run {now.run['number']}", "export", formats=["service"])]
    return [
        offer("How do I run it?", f"{count} format{'' if count == 1 else 's'} downloaded: the commands to repeat the numbers", "define", term="exported project"),
        *more,
        offer("Try another idea", f"a copy of these {counted(len(now.steps), 'step')} to change", "branch", name=f"idea {len(now.steps)}"),
        offer("Download the report", f"1 page with data, steps and {counted(len(now.runs), 'run')}, to read offline", "export", formats=["report"]),
        offer("Show the steps", f"{len(now.steps)} so far, each can be changed or removed", "show_pipeline"),
    ]


def too_good(now: Situation) -> list[Suggestion]:
    """The score is hard to believe."""
    score = now.score(now.run, now.part) or 0.0
    return [
        offer("Which column does it?", f"{score:.3f} is rarely true: look what it uses of {counted(len(now.run['features']), 'column')}", "explain", run=now.run["number"]),
        offer("Drop repeated rows", f"the same rows in training and elsewhere would explain {score:.3f}", "drop_duplicates"),
        offer("I know why it is so good", f"{score:.3f} is believed, and the report will say so", "acknowledge", finding="too_good"),
        _export(now),
    ]


def no_better(now: Situation) -> list[Suggestion]:
    """The simplest guess does as well."""
    score, plain, _ = now.lead() or (0.0, 0.0, 0.0)
    dates = [str(column["name"]) for column in now.of_kind("datetime")]
    lead = f"{now.fair_metric.replace('_', ' ')} {score:.3f} against {plain:.3f} for the simplest guess"
    texts = [str(column["name"]) for column in now.columns if column["kind"] == "text" and column["name"] in now.left_out]
    chosen = next((step for step in now.steps if step["tool"] == "choose_features" and step["number"] > (now.run.get("step") or len(now.steps))), None)
    if chosen and not now.run.get("members"):
        params = {"params": dict(now.run["params"])} if now.run["params"] else {}
        return [offer(f"Train {label_of(str(now.run['model']))} again", f"step {chosen['number']} chose other columns than run {now.run['number']} learned from", "train", model=now.run["model"], **params), offer("Compare several models", lead, "compare_models")]
    reason = f"{lead}: {counted(len(texts), 'text column was', 'text columns were')} left out of it"
    return [
        *([offer(f"Learn from the words of {' and '.join(texts[:2])}", reason, "choose_features", columns=[*now.run["features"], *texts])] if texts else []),
        offer("Which columns count?", f"{lead}: perhaps no column relates to {now.target}", "rank_features"),
        offer("Compare several models", lead, "compare_models"),
        *([offer("Use parts of the date", f"{counted(len(dates), 'date becomes', 'dates become')} numbers", "extract_dates", columns=dates)] if dates else []),
        offer("Where is it wrong?", f"the worst of {now.pictured(now.run)}", "show_errors"),
        offer("Train gradient boosting", lead, "train", model="hist_gradient_boosting"),
        offer("See how the columns relate", f"{counted(len(now.features), 'column')} in one picture", "plot", kind="correlation"),
    ]


def overfit(now: Situation) -> list[Suggestion]:
    """It has learned rows by heart."""
    learned, seen = now.score(now.run, "train") or 0.0, now.score(now.run, now.part) or 0.0
    gap = f"{now.metric.replace('_', ' ')} {learned:.2f} on training rows, {seen:.2f} on {judged_by.ROWS[now.part]}"
    simpler = _simpler(now)
    return [
        *([] if now.run.get("cross_validation") else [offer("Check on 5 parts in turn", gap, "cross_validate", folds=5)]),
        *simpler,
        offer("See whether more rows would help", gap, "plot_model", kind="learning_curve"),
        offer("Check it on the test rows", f"{gap}; the final check has {counted(now.run['rows'].get('test', 0), 'row')}", "evaluate", run=now.run["number"], data="test"),
        offer("Keep it as it is", f"{gap}: kept, and the report will say so", "acknowledge", finding="overfit"),
    ]


def _simpler(now: Situation) -> list[Suggestion]:
    """The same model, held back; where there is no such knob, a simple one."""
    model, params = str(now.run["model"]), dict(now.run["params"])
    knobs: dict[str, dict[str, Any]] = {
        "random_forest": {"min_samples_leaf": 5}, "extra_trees": {"min_samples_leaf": 5}, "decision_tree": {"max_depth": 4},
        "xgboost": {"max_depth": 3}, "hist_gradient_boosting": {"max_leaf_nodes": 8}, "lightgbm": {"num_leaves": 8},
        "gradient_boosting": {"max_depth": 2}, "knn": {"n_neighbors": 25}, "svm": {"C": 0.3},
    }
    knob = knobs.get(model)
    if knob and any(params.get(name) != value for name, value in knob.items()):
        words = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in knob.items())
        return [offer("Train it simpler", f"{words}: it can learn less by heart", "train", model=model, params={**params, **knob})]
    simple = "logistic_regression" if now.task == "classification" else "ridge"
    if any(run["model"] == simple for run in now.runs):
        return []
    return [offer(f"Train {label_of(simple)}", f"one weight for each of {counted(len(now.features), 'column')} learns nothing by heart", "train", model=simple)]


def many_looks(now: Situation) -> list[Suggestion]:
    """The test rows have helped to choose."""
    seed = int((now.split or {}).get("seed") or 42) + 1
    again = {**(now.split or {}), "seed": seed}
    what = "other test rows"
    if not again.get("validation") and again.get("strategy") != "column":
        again |= {"train": 0.6, "validation": 0.2, "test": 0.2}
        what = "20% to choose with, so that the test rows need not be looked at, and other test rows"
    folds = [] if now.run.get("cross_validation") else [offer("Check on 5 parts in turn", f"the test rows were looked at {now.looks} times", "cross_validate", folds=5)]
    return [
        *folds,
        offer("Split anew", f"{what}, with seed {seed}", "split", **{key: value for key, value in again.items() if value is not None}),
        _export(now, f"the {now.looks} looks at the test rows are noted in it"),
    ]


def evaluated(now: Situation) -> list[Suggestion]:
    """The latest run was judged on the test rows."""
    return [
        _export(now),
        offer("Where is it wrong?", f"the worst of {now.pictured(now.run)}", "show_errors"),
        offer("What drives it?", f"which of {counted(len(now.run['features']), 'column')} it uses", "explain", run=now.run["number"]),
        offer("Compare the runs", f"{len(now.runs)} so far", "leaderboard"),
    ]


def _export(now: Situation, reason: str = "") -> Suggestion:
    text = reason or f"code that repeats the numbers of run {now.run['number']}"
    return offer("Download the project", text, "export", formats=["project", "transcript"])


def is_overfit(now: Situation) -> bool:
    """Whether training rows score far better than others, by more than chance does."""
    return now.doubted("overfit")


def _supervised(now: Situation) -> bool:
    return bool(now.runs) and now.supervised and now.run["task"] == now.task


def _judged(now: Situation) -> bool:
    """Whether somebody has looked at how the latest run, or one of the two best, does on the test rows."""
    return any(run.get("looks") for run in [now.run, *now.ranked[:2]])


def trained_before(now: Situation) -> list[Suggestion]:
    """Rows, split or target changed since the runs were trained."""
    since = now.run["outdated"]
    changed = f"step {since['step']} changed the {' and the '.join(since['changed'])} since run {now.run['number']} was trained"
    again = train_again(now.run)
    return [
        *([again] if again else []),
        offer("Compare several models", changed, "compare_models"),
        offer("Take the last step back", changed, "undo"),
        offer("Compare the runs", f"{counted(len(now.runs), 'run')} of the table as it was", "leaderboard"),
    ]


ROWS = (
    ("downloaded", lambda now: now.exported, downloaded),
    ("trained_before", lambda now: bool(now.runs) and now.outdated, trained_before),
    ("too_good", lambda now: _supervised(now) and now.doubted("too_good"), too_good),
    ("no_better_than_baseline", lambda now: _supervised(now) and now.doubted("no_better_than_baseline"), no_better),
    ("overfit", lambda now: _supervised(now) and not _judged(now) and is_overfit(now), overfit),
    ("many_looks", lambda now: _supervised(now) and now.looks >= MANY_LOOKS, many_looks),
    ("evaluated", lambda now: _supervised(now) and _judged(now), evaluated),
)
