"""The numbers behind the pictures of a model."""

import numpy as np
import pytest

from engine.metrics import find_metric
from engine.plots import (
    model_calibration,
    model_contributions,
    model_lift,
    model_precision_recall,
    model_roc,
    model_silhouette,
    model_threshold,
    model_tuning_history,
)

TRUTH = np.array(["no"] * 80 + ["yes"] * 20)
SURE = np.concatenate([np.linspace(0.0, 0.4, 80), np.linspace(0.6, 1.0, 20)])
SCORES = np.column_stack([1 - SURE, SURE])
CLASSES = ["no", "yes"]


def test_a_perfect_model_has_a_precision_of_one_all_along():
    info = model_precision_recall.info(TRUTH, SCORES, CLASSES)
    assert info.areas == {"yes": pytest.approx(1.0)}
    assert info.shares == {"yes": pytest.approx(0.2)}
    assert "by chance 0.200" in model_precision_recall.alt(info)


def test_probabilities_that_come_true_have_no_gap():
    chances = np.repeat(np.linspace(0.05, 0.95, 10), 100)
    truth = np.concatenate([np.arange(100) < round(100 * chance) for chance in np.linspace(0.05, 0.95, 10)])
    info = model_calibration.info(truth, np.column_stack([1 - chances, chances]), [False, True])
    assert info.gap == pytest.approx(0, abs=1e-9)
    assert sum(info.rows) == 1000


def test_the_likeliest_fifth_of_a_perfect_order_holds_every_case():
    info = model_lift.info(TRUTH, SCORES, CLASSES, "yes")
    assert np.interp(0.2, info.looked_at, info.found) == pytest.approx(1)
    assert model_lift.lift_at(info, 0.1) == pytest.approx(5)


def test_moving_the_threshold_trades_found_cases_for_right_alarms():
    info = model_threshold.info(TRUTH, SCORES, CLASSES, "yes")
    at = {threshold: place for place, threshold in enumerate(info.thresholds)}
    assert info.recall[at[0.5]] == 1 and info.precision[at[0.5]] == 1
    assert info.recall[at[0.9]] < 0.5
    assert info.precision[at[0.1]] < 0.5
    assert model_threshold.best(info)[1] == 1


def test_rows_in_far_groups_have_a_silhouette_near_one_and_noise_is_left_out():
    points = np.concatenate([np.zeros((30, 2)), np.full((30, 2), 100.0), [[50.0, 50.0]]])
    points[:60] += np.random.default_rng(0).normal(size=(60, 2))
    info = model_silhouette.info(points, [0] * 30 + [1] * 30 + [-1])
    assert info.mean > 0.95 and list(info.groups) == ["0", "1"] and info.rows == 60
    with pytest.raises(ValueError, match="not two"):
        model_silhouette.info(points, [0] * 61)


def test_contributions_show_the_largest_and_add_the_others_up():
    info = model_contributions.info([f"c{n}" for n in range(20)], list(range(20)), 1.0, 191.0, "the prediction")
    assert info.names[0] == "c19" and len(info.names) == 12
    assert info.base + sum(info.values) + info.rest == info.answer
    assert "usually it is 1" in model_contributions.alt(info)


def test_curves_are_of_the_class_that_is_looked_for():
    asked = model_precision_recall.info(TRUTH, SCORES, CLASSES, "no")
    assert asked.shares == {"no": pytest.approx(0.8)}
    by_decision = model_roc.info(TRUTH, SURE - 0.5, CLASSES, "no")
    assert by_decision.areas == {"no": pytest.approx(1.0)}
    assert model_calibration.info(TRUTH, SCORES, CLASSES, "no").name == "no"


@pytest.mark.parametrize(
    "info",
    [
        model_precision_recall.info(TRUTH, SCORES, CLASSES),
        model_calibration.info(TRUTH, SCORES, CLASSES),
        model_lift.info(TRUTH, SCORES, CLASSES, "yes"),
        model_threshold.info(TRUTH, SCORES, CLASSES, "yes"),
    ],
    ids=lambda info: type(info).__name__,
)
def test_hostile_class_names_are_no_markup(info):
    module = __import__(type(info).__module__, fromlist=["figure"])
    hostile = {name: "<b>$x$" for name in ("name",) if hasattr(info, name)}
    if hasattr(info, "curves"):
        curves = {"<b>$x$": next(iter(info.curves.values()))}
        hostile = {"curves": curves, "areas": {"<b>$x$": 1.0}, "shares": {"<b>$x$": 0.2}}
    drawn = str(module.figure(type(info)(**{**info.__dict__, **hostile})))
    assert "<b>" not in drawn and "$x$" not in drawn


def test_a_search_that_found_nothing_better_says_so() -> None:
    trials = [{"score": score, "params": {"max_depth": depth}, "given_up": False} for depth, score in enumerate((0.9, 0.8, 0.9))]
    told = model_tuning_history.alt(model_tuning_history.info(trials, find_metric("accuracy")))
    assert "none of the 2 tried is better" in told and "went from" not in told


def test_rows_of_one_probability_are_not_told_apart_by_their_order():
    truth = np.array(["yes"] * 30 + ["no"] * 70)
    same = np.full((100, 2), [0.7, 0.3])
    calibration = model_calibration.info(truth, same, CLASSES)
    assert (calibration.rows, calibration.said, calibration.came) == ((100,), (pytest.approx(0.3),), (0.3,))
    assert model_lift.info(truth, same, CLASSES, "yes").found == pytest.approx(np.linspace(0, 1, 101))


def test_bins_end_where_a_probability_does():
    chances = np.repeat([0.1, 0.2, 0.9], [55, 25, 20])
    info = model_calibration.info(np.where(chances > 0.5, "yes", "no"), np.column_stack([1 - chances, chances]), CLASSES)
    assert info.rows == (55, 25, 20)
    assert info.came == (0, 0, 1)
