"""Next steps from the declared split to a chosen model (rows 18 to 21 and 26 to 30 of the table)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from engine.models import label_of
from tools.base import Suggestion
from tools.cells import counted, give_or_take, rounded
from tools.help.offers import offer
from tools.help.situation import Situation
from tools.model.judged_by import LOWER_IS_BETTER, scores_on

LINEAR = {"logistic_regression", "linear_regression", "ridge", "lasso", "elastic_net", "bayesian_ridge", "huber", "lda", "sgd", "linear_svm", "poisson"}
FAST = ["logistic_regression", "hist_gradient_boosting", "lightgbm", "gaussian_nb"]
FAST_FOR_NUMBERS = ["ridge", "hist_gradient_boosting", "lightgbm"]
NEXT_MODELS = ("random_forest", "hist_gradient_boosting", "xgboost", "extra_trees")


def uneven_first(now: Situation) -> list[Suggestion]:
    """Uneven classes, nothing trained yet."""
    finding = now.finding("imbalance") or {}
    share = float(finding["number"])
    two = now.target_entry["unique"] == 2
    return [
        offer("Compare models by a fair score", f"1 in {max(2, round(1 / share))} is the rare answer: accuracy would flatter", "compare_models", metric="average_precision" if two else "balanced_accuracy"),
        offer("Weigh the classes alike", f"the rare answer is {share:.1%} of {counted(now.rows, 'row')}", "balance", method="class_weight"),
        _first(now),
        offer("What is class imbalance?", f"and what {share:.1%} does to a score", "define", term="class imbalance"),
    ]


def big_first(now: Situation) -> list[Suggestion]:
    """Many rows, nothing trained yet."""
    return [
        offer("Train gradient boosting", f"{counted(now.rows, 'row')}: fast on this size", "train", model="hist_gradient_boosting"),
        offer("Explore on 50,000 rows", f"only to look around: training takes all {now.rows:,}", "sample_rows", rows=50_000),
        offer("Compare the fast models", f"{counted(len(_fast(now)), 'kind')} that take {counted(now.rows, 'row')}", "compare_models", models=_fast(now)),
        offer("Which models are there?", f"for {counted(len(now.features), 'column')}, and when each suits", "list_models"),
    ]


def wide_first(now: Situation) -> list[Suggestion]:
    """More columns than the rows can carry."""
    columns = len(now.features)
    best = max(1, min(50, now.rows // 5, columns - 1))
    restrained = "logistic_regression" if now.task == "classification" else "ridge"
    return [
        offer(f"Keep the best {counted(best, 'column')}", f"{counted(columns, 'column')} for {counted(now.rows, 'row')}", "keep_best_features", k=best),
        offer(f"Train {label_of(restrained)}", f"restrained enough for {counted(columns, 'column')}", "train", model=restrained),
        offer("Fewer dimensions", f"{counted(columns, 'column')} in {min(20, columns)} combinations", "reduce_dimensions", method="pca", components=min(20, columns)),
        _ranking(now),
    ]


def first_model(now: Situation) -> list[Suggestion]:
    """All is ready, nothing trained yet."""
    return [
        _first(now),
        offer("Compare several models", f"several kinds side by side on {counted(now.rows, 'row')}", "compare_models"),
        offer("Train a random forest", f"many trees over {counted(len(now.features), 'column')}: catches what a line cannot", "train", model="random_forest"),
        offer("Do it all for me", f"a minute on {counted(len(now.features), 'column')}, in steps that can be undone", "autopilot", time_budget=60),
        _ranking(now),
    ]


def best_trial(found: Sequence[Mapping[str, Any]], metric: str | None) -> Mapping[str, Any]:
    """Gives the best of the finished trials of a search; an empty one where there is none."""
    sign = -1 if metric in LOWER_IS_BETTER else 1
    return max((trial for trial in found if trial.get("score") is not None and not trial.get("given_up")), key=lambda trial: sign * trial["score"], default={})


def tuned(now: Situation) -> list[Suggestion]:
    """A search has ended; its best parameters are not in use yet."""
    tuning = now.steps[-1]["args"]
    found = tuning.get("found") or ()
    count = sum(not trial.get("start") for trial in found)
    gained = not best_trial(found, tuning.get("metric")).get("start")
    return [
        *([offer("Use the best parameters", f"the best of {counted(count, 'trial')}, trained on the training rows", "apply_tuning")] if gained else [_final_check(now, now.run)]),
        offer("See the search", f"how the score moved over {counted(count, 'trial')}", "plot_model", kind="tuning_history"),
        offer("Explain run " + str(now.run["number"]), f"keep it as it is: what drives its {counted(len(now.run['features']), 'column')}?", "explain"),
    ]


def unjudged(now: Situation) -> list[Suggestion]:
    """The latest run was judged on no other rows than those that it learned from, or not as the other runs were."""
    run, models = now.run, list(dict.fromkeys(str(run["model"]) for run in now.runs if not run.get("members")))
    if now.ranked:
        reason = f"run {run['number']} was not judged on {now.ranked_by} as the {counted(len(now.ranked), 'other')} {'was' if len(now.ranked) == 1 else 'were'}"
    else:
        reason = f"on the {counted(run['rows'].get('train', 0), 'row')} that it learned from it has {now.metric.replace('_', ' ')} {now.score(run) or 0:.3f}: folds tell how it does on others"
    folds = offer("Check on 5 parts in turn", reason, "cross_validate", folds=5)
    several = {"models": models} if len(models) > 1 else {}
    compare = offer(f"Compare the {len(models)} on folds" if several else "Compare several models", reason if several else f"several kinds side by side, on folds of {counted(run['rows'].get('train', 0), 'row')}", "compare_models", **several)
    first = [compare, folds] if several and not now.ranked else [folds, compare]
    return [*first, _final_check(now, run), _what_drives(now, run), _export(now, run)]


def tie(now: Situation) -> list[Suggestion]:
    """The two best runs differ by less than chance."""
    first, second = rivals(now)
    simple, other = (second, first) if _simpler(second, first) else (first, second)
    metric = now.ranking_metric.replace("_", " ")
    scores = [give_or_take(now.ranking_score(run) or 0.0, now.noise(run, now.ranking_metric)) for run in (simple, other)]
    factor = (other.get("seconds") or 0.0) / max(simple.get("seconds") or 0.0, 0.001)
    faster = f"; this one is {factor:.0f} times faster" if factor >= 2 else ""
    return [
        offer(f"Keep run {simple['number']} ({simple['label']})", f"{metric} {scores[0]} and {scores[1]} are a tie{faster}", "explain", run=simple["number"]),
        *([] if now.judged_on_folds else [offer("Check on 5 parts in turn", f"the lead of {rounded(abs((now.ranking_score(first) or 0) - (now.ranking_score(second) or 0)))} {metric} may be chance", "cross_validate", folds=5)]),
        *([] if "ensemble" in now.tools_used else [offer("Let them vote", f"the best of {counted(len(now.ranked), 'run')} decide together", "ensemble", method="voting")]),
        _final_check(now, simple),
        _export(now, simple),
    ]


def winner(now: Situation) -> list[Suggestion]:
    """One run leads."""
    best = now.ranked[0]
    return [
        offer(f"Tune run {best['number']} ({best['label']})", f"30 trials around its {now.ranking_metric.replace('_', ' ')} of {rounded(now.ranking_score(best) or 0.0)}; usually a small gain", "tune", model=best["model"], trials=30),
        _what_drives(now, best),
        _final_check(now, best),
        _picture(now, best),
        _export(now, best),
    ]


def uneven_run(now: Situation) -> list[Suggestion]:
    """One run on uneven classes."""
    run = now.run
    recall = scores_on(run, now.part).get("recall")
    missed = f"at 0.5 it misses {1 - recall:.0%} of the “{run.get('positive')}”" if recall is not None else f"the rare answer is {(now.finding('imbalance') or {}).get('number', 0):.1%}"
    scored = f"on {now.pictured(run)}"
    return [
        offer("See precision and recall", f"wrong alarms against missed cases, {scored}", "plot_model", kind="precision_recall"),
        offer("Move the threshold", missed, "set_threshold", optimize_for="f1"),
        offer("Weigh the classes alike", missed, "balance", method="class_weight"),
        offer("Make the probabilities honest", f"a 70% should be right 70 times of 100, {scored}", "calibrate"),
        _picture(now, run),
        _export(now, run),
    ]


def after_linear(now: Situation) -> list[Suggestion]:
    """A straight model did well; a bent one was not tried."""
    run = now.run
    score = now.score(run)
    return [
        offer("Compare several models", f"trees may catch what a line cannot: {now.metric.replace('_', ' ')} is {score or 0:.3f}", "compare_models"),
        offer("Train a random forest", f"trees may catch what a line cannot: {now.metric.replace('_', ' ')} is {score or 0:.3f}", "train", model="random_forest"),
        _picture(now, run),
        _what_drives(now, run),
        _export(now, run),
    ]


def judge(now: Situation) -> list[Suggestion]:
    """One run, and nothing in particular to say about it."""
    run, tried = now.run, {other["model"] for other in now.runs}
    other = next((model for model in NEXT_MODELS if model not in tried), None)
    more = [offer(f"Train {label_of(other)}", f"another kind than the {len(tried)} tried, on the same rows", "train", model=other)] if other else []
    return [_final_check(now, run), _picture(now, run), _what_drives(now, run), *more, _export(now, run)]


def _first(now: Situation) -> Suggestion:
    model = "logistic_regression" if now.task == "classification" else "ridge"
    return offer(f"Train {label_of(model)}", f"simple, fast and readable: one weight for each of {counted(len(now.features), 'column')}", "train", model=model)


def _ranking(now: Situation) -> Suggestion:
    return offer("Which columns count?", f"ranks {counted(len(now.features), 'column')} before any model", "rank_features")


def _final_check(now: Situation, run: Mapping[str, Any]) -> Suggestion:
    return offer("Check it on the test rows", f"the final check on {counted(run['rows'].get('test', 0), 'row')}, best done once", "evaluate", run=run["number"], data="test")


def _picture(now: Situation, run: Mapping[str, Any]) -> Suggestion:
    if run["task"] == "classification":
        return offer("Where does it go wrong?", f"which answers it confuses, on {now.pictured(run)}", "plot_model", kind="confusion_matrix", run=run["number"])
    return offer("Where does it go wrong?", f"how far off it is on {now.pictured(run)}", "plot_model", kind="predicted_vs_actual", run=run["number"])


def _what_drives(now: Situation, run: Mapping[str, Any]) -> Suggestion:
    return offer("What drives it?", f"which of {counted(len(run['features']), 'column')} it uses", "explain", run=run["number"])


def _export(now: Situation, run: Mapping[str, Any]) -> Suggestion:
    return offer("Download the project", f"code that repeats the numbers of run {run['number']}", "export", formats=["project", "transcript"], run=run["number"])


def _fast(now: Situation) -> list[str]:
    return FAST if now.task == "classification" else FAST_FOR_NUMBERS


def _simpler(run: Mapping[str, Any], than: Mapping[str, Any]) -> bool:
    """Whether a run is the simpler one of two: a straight model beside a bent one, else one that is twice as fast."""
    if (run["model"] in LINEAR) != (than["model"] in LINEAR):
        return run["model"] in LINEAR
    return 2 * (run.get("seconds") or 0.0) <= (than.get("seconds") or 0.0)


def rivals(now: Situation) -> list[Mapping[str, Any]]:
    """Gives the best run and the best of those that are another model, or have other parameters."""
    first = now.ranked[:1]
    other = (run for run in now.ranked[1:] if (run["model"], run["params"]) != (first[0]["model"], first[0]["params"]))
    return [*first, *([second] if (second := next(other, None)) else [])]


def is_tied(now: Situation) -> bool:
    """Whether the two best runs differ by less than the spread of their scores."""
    if len(rivals(now)) < 2 or is_unjudged(now):
        return False
    first, second = rivals(now)
    spread = max(now.noise(run, now.ranking_metric) or 0.0 for run in (first, second))
    return abs((now.ranking_score(first) or 0.0) - (now.ranking_score(second) or 0.0)) <= spread


def is_unjudged(now: Situation) -> bool:
    """Whether there is nothing fair to say of the latest run, or to compare it with the others by."""
    if not now.runs or not now.supervised or now.run["model"] == "dummy":
        return False
    return now.part == "train" or (len(now.runs) > 1 and now.run["number"] not in {run["number"] for run in now.ranked})


def _uneven(now: Situation) -> bool:
    finding = now.finding("imbalance")
    return finding is not None and not {"balance", "set_threshold", "calibrate"} & set(now.tools_used)


ROWS = (
    ("uneven_classes", lambda now: not now.runs and _uneven(now), uneven_first),
    ("big", lambda now: not now.runs and now.finding("big") is not None, big_first),
    ("wide", lambda now: not now.runs and now.open("wide") is not None, wide_first),
    ("first_model", lambda now: not now.runs, first_model),
    ("tuned", lambda now: now.tools_used[-1] == "tune", tuned),
    ("unjudged", is_unjudged, unjudged),
    ("tie", is_tied, tie),
    ("winner", lambda now: len(now.ranked) > 1, winner),
    ("uneven_run", _uneven, uneven_run),
    ("after_linear", lambda now: now.run["model"] in LINEAR, after_linear),
    ("one_run", lambda now: True, judge),
)
