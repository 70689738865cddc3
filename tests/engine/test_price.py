"""Prices: just below each bound it goes, just above it is refused, and what is offered instead goes."""

import pytest

from engine.jobs.limits import Limits
from engine.models import MODELS, find_model, validate_params
from engine.patience import LONGEST_SECONDS
from engine.price import MODEL_BYTES, REFUSE_SECONDS, Size, duration, making_up_seconds, price_of, seconds_of

BOUNDED = [pytest.param(model, id=model.id) for model in MODELS if model.limits.refuse_rows and not model.keeps_rows]


@pytest.mark.parametrize("model", BOUNDED)
def test_the_bound_itself_goes_and_one_row_more_does_not(model):
    task, bound = model.tasks[0], model.limits.refuse_rows
    assert price_of(model, task, {}, Size(bound, 2)).level != "refused"
    refused = price_of(model, task, {}, Size(bound + 1, 2))
    assert refused.level == "refused"
    assert f"{bound:,}" in refused.reason


def test_a_hard_margin_has_a_third_of_the_bounds():
    svm = find_model("svm")
    assert price_of(svm, "classification", {"C": 10.0}, Size(12_000, 2)).level == "warn"
    assert price_of(svm, "classification", {"C": 100.0}, Size(12_000, 2)).level == "refused"


@pytest.mark.parametrize(("model_id", "rows"), [("random_forest", 60_000), ("extra_trees", 20_000)])
def test_a_forest_that_would_not_fit_is_refused_and_the_smaller_one_goes(model_id, rows):
    forest, size = find_model(model_id), Size(891, 8)
    assert price_of(forest, "classification", {"n_estimators": 300}, size).level == "fine"
    refused = price_of(forest, "classification", {"n_estimators": 100_000}, size)
    assert refused.level == "refused"
    assert "MB" in refused.reason
    params = validate_params(forest, "classification", refused.params)
    assert price_of(forest, "classification", params, size).level == "fine"
    large = Size(rows, 20)
    assert price_of(forest, "classification", {"n_estimators": 500}, large).level == "warn"
    assert price_of(forest, "classification", {"n_estimators": 500, "max_depth": 8}, large).level == "fine"


@pytest.mark.parametrize(
    ("model_id", "task", "classes", "said"),
    [
        # What a thousand trees on 10,000 rows of noise take, by the nodes of the first four.
        ("random_forest", "regression", 1, 908),
        ("extra_trees", "regression", 1, 1440),
        ("random_forest", "classification", 2, 303),
        ("extra_trees", "classification", 2, 889),
        ("random_forest", "classification", 10, 1172),
        ("extra_trees", "classification", 10, 2420),
    ],
)
def test_the_size_of_a_forest_is_told_by_what_it_predicts(model_id, task, classes, said):
    found = price_of(find_model(model_id), task, {"n_estimators": 1000}, Size(10_000, 10, classes=classes))
    told = float(found.reason.split("about ")[1].split(" MB")[0].replace(",", ""))
    assert told == pytest.approx(said, rel=0.12)
    assert (found.level == "refused") == (told > MODEL_BYTES / 1e6)


def test_a_forest_for_numbers_that_could_not_be_read_again_is_refused_and_the_smaller_one_goes():
    forest, size = find_model("random_forest"), Size(16_512, 9)
    assert price_of(forest, "regression", {"n_estimators": 500}, size).level == "warn"
    refused = price_of(forest, "regression", {"n_estimators": 1000}, size)
    assert refused.level == "refused"
    assert price_of(forest, "regression", refused.params, size).level == "fine"


def test_times_are_told_in_the_unit_that_suits_them():
    assert [duration(seconds) for seconds in (1, 40, 95, 600)] == ["about 1 second", "about 40 seconds", "about 2 minutes", "about 10 minutes"]


def test_neighbours_are_priced_by_what_a_prediction_compares():
    knn = find_model("knn")
    assert price_of(knn, "regression", {}, Size(20_000, 10, judged=5_000)).level == "fine"
    assert price_of(knn, "regression", {}, Size(90_000, 2, judged=5_000)).level == "warn"
    assert price_of(knn, "regression", {}, Size(90_000, 100, judged=5_000)).level == "refused"


@pytest.mark.parametrize(
    ("model_id", "rows", "columns", "classes", "measured"),
    [
        # What 100 trees take on rows of random numbers.
        *(("random_forest", rows, 20, 2, seconds) for rows, seconds in ((1_000, 0.2), (5_000, 1.1), (20_000, 6.5), (100_000, 46.0))),
        *(("random_forest", rows, 20, 1, seconds) for rows, seconds in ((1_000, 0.6), (5_000, 4.2), (20_000, 23.0), (100_000, 168.0))),
        *(("extra_trees", rows, 20, 2, seconds) for rows, seconds in ((5_000, 0.4), (20_000, 1.7), (100_000, 9.5))),
        *(("extra_trees", rows, 20, 1, seconds) for rows, seconds in ((5_000, 1.5), (20_000, 6.9), (100_000, 42.0))),
        ("random_forest", 20_000, 100, 1, 129.0),
        ("extra_trees", 20_000, 100, 1, 36.0),
        ("random_forest", 20_000, 20, 20, 9.0),
        ("random_forest", 20_000, 5, 100, 10.9),
        ("random_forest", 20_000, 100, 100, 100.0),
        ("extra_trees", 20_000, 20, 100, 6.0),
    ],
)
def test_forests_are_priced_by_what_they_take(model_id, rows, columns, classes, measured):
    task = "regression" if classes == 1 else "classification"
    told = seconds_of(find_model(model_id), task, {}, Size(rows, columns, classes=classes))
    assert 0.8 < told / measured < 2.2


def test_many_fits_are_priced_together():
    boosting, size = find_model("gradient_boosting"), Size(20_000, 20)
    assert price_of(boosting, "regression", {}, size).level == "fine"
    assert price_of(boosting, "regression", {}, size, fits=150).level == "warn"
    assert price_of(boosting, "regression", {}, size, fits=1000).level == "refused"


def test_more_than_a_thousand_classes_are_refused():
    assert price_of(find_model("lda"), "classification", {}, Size(5_000, 2, classes=1_000)).level == "fine"
    assert price_of(find_model("lda"), "classification", {}, Size(5_000, 2, classes=1_001)).level == "refused"


def test_a_model_whose_time_grows_with_the_columns_cubed_is_refused_on_wide_tables():
    envelope = find_model("elliptic_envelope")
    assert price_of(envelope, "anomaly_detection", {}, Size(100, 500)).level == "fine"
    assert price_of(envelope, "anomaly_detection", {}, Size(100, 501)).level == "refused"


def test_models_that_are_no_sums_of_trees_are_priced_by_the_time_that_their_trials_take():
    network = find_model("mlp")
    assert price_of(network, "regression", {}, Size(50_000, 20), fits=10).level == "fine"
    assert price_of(network, "regression", {}, Size(50_000, 20), fits=100).level == "warn"
    refused = price_of(network, "regression", {}, Size(50_000, 20), fits=600)
    assert refused.level == "refused"
    assert "600 fits of neural network would take about" in refused.reason
    assert price_of(network, "regression", {"max_iter": 50}, Size(50_000, 20), fits=600).level == "warn"


def test_making_up_rows_is_priced_by_what_is_compared_and_what_is_made():
    counts = [152_000, 8_000]
    assert making_up_seconds("random_over", counts, 35, 25) == 0
    assert making_up_seconds("smote", counts, 15, 0) < making_up_seconds("adasyn", counts, 15, 0) < 5
    assert making_up_seconds("smote", counts, 35, 25) == pytest.approx(26, rel=0.1)
    assert making_up_seconds("smote", [88_000, 72_000], 35, 25) > 100
    assert making_up_seconds("smote", [10_000, 100_000, 10_000], 15, 0) == pytest.approx(2 * making_up_seconds("smote", [100_000, 10_000], 15, 0))


def test_what_is_not_refused_for_its_time_may_take_that_long():
    limits = Limits()
    assert limits.hard > limits.soft >= REFUSE_SECONDS
    assert limits.soft >= LONGEST_SECONDS
