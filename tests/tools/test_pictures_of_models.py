"""Pictures of models hold what their words say, also at their edges: few rows, noise, words alone, no mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.gate import Session


def table(home: Path, lines: list[str], name: str = "table.csv") -> Session:
    session = Session(home)
    file = home / name
    file.write_text("\n".join(lines) + "\n")
    session.call("load_data", source=session.upload(file))
    return session


def near(home: Path) -> Session:
    """Two classes of numbers: 40 rows of `a`, and 10 of `b` among three columns of which each varies."""
    cells = [(n, n * 7 % 13, n * 5 % 11, "b" if n % 5 == 0 else "a") for n in range(50)]
    session = table(home, ["x,y,z,kind", *(f"{x + (30 if kind == 'b' else 0)},{y},{z},{kind}" for x, y, z, kind in cells)])
    session.call("set_target", column="kind")
    return session


def test_a_learning_curve_leaves_out_the_shares_from_which_a_model_cannot_be_learned(tmp_path: Path) -> None:
    session = near(tmp_path)
    assert session.call("train", model="qda")["status"] == "done"
    (plot,) = (block for block in session.call("plot_model", kind="learning_curve")["blocks"] if block["type"] == "plot")
    sizes = plot["figure"]["data"][0]["x"]
    assert 1 <= len(sizes) < 5
    assert "or fewer this model cannot be learned" in plot["alt"]


@pytest.mark.parametrize("classes", [["a"] * 40 + ["b"], ["a"] * 40 + ["b"] * 3], ids=["one row", "three rows"])
def test_a_class_of_too_few_rows_for_its_spread_is_named(tmp_path: Path, classes: list[str]) -> None:
    lines = [f"{n * 3 % 17},{n * 7 % 13},{n * 5 % 11},{n % 7},{kind}" for n, kind in enumerate(classes)]
    session = table(tmp_path, ["v,x,y,z,kind", *lines])
    session.call("set_target", column="kind")
    session.call("split", train=0.9, test=0.1, strategy="random", seed=3)
    message = session.call("train", model="qda")["error"]["message"]
    assert "the class “b” has" in message and "spread" in message
    assert "covariance" not in message and "solver" not in message


def test_the_truth_runs_over_the_truth_alone(tmp_path: Path) -> None:
    session = table(tmp_path, ["x,y", *(f"{n % 30 * 1.5},{max(0, n % 30 - 10)}" for n in range(60))])
    session.call("set_target", column="y", task="regression")
    session.call("train", model="linear_regression")
    plot = session.call("plot_model", kind="predicted_vs_actual")["blocks"][0]
    points = plot["figure"]["data"][0]
    assert min(points["y"]) < 0
    assert f"runs from {min(points['x']):.4g} to {max(points['x']):.4g}." in plot["alt"]


def test_groups_of_words_are_drawn_apart(tmp_path: Path) -> None:
    session = Session(tmp_path)
    session.call("load_data", source="penguins")
    session.call("set_task", task="clustering")
    session.call("choose_features", columns=["island", "species"])
    session.call("train", model="kmeans", params={"n_clusters": 3})
    plot = session.call("plot_model", kind="clusters")["blocks"][0]
    first, second, _ = plot["figure"]["data"]
    assert set(zip(first["x"], first["y"], strict=True)).isdisjoint(zip(second["x"], second["y"], strict=True))
    assert "training rows" in plot["alt"] and "train rows" not in plot["title"]


def test_noise_is_no_group(tmp_path: Path) -> None:
    lines = [f"{n % 5 / 10 + n // 20 * 50},{n % 4 / 10}" for n in range(40)]
    session = table(tmp_path, ["x,y", *lines, "500,500"])
    session.call("set_task", task="clustering")
    session.call("scale")
    said = session.call("train", model="dbscan", params={"eps": 0.3})["said"]
    assert "It found 2 groups of 20, 20 rows; 1 row is in no group (noise)." in said
    assert "the noise is left out" in said
    plot = session.call("plot_model", kind="clusters")["blocks"][0]
    assert plot["alt"].startswith("2 groups of 41 rows, 1 of them in no group,")
    assert [trace["name"] for trace in plot["figure"]["data"]] == ["no group", "group 0", "group 1"]
    assert "Left out: 1 row in no group." in session.call("plot_model", kind="silhouette")["blocks"][0]["alt"]
    assert "The share of “group 0” among the answers is 1; usually it is 0.5" in session.call("explain", row=3)["said"]
    said = session.call("train", model="dbscan", params={"eps": 0.0001, "min_samples": 30})["said"]
    assert "It found no group: all 41 rows are noise." in said
    answer = session.call("evaluate")
    assert answer["said"].startswith("It found no group") and not answer["blocks"]


def test_no_table_of_mistakes_where_there_are_none(tmp_path: Path) -> None:
    session = table(tmp_path, ["x,kind", *(f"{n % 30 * 1.5},{'high' if n % 30 >= 15 else 'low'}" for n in range(60))])
    session.call("set_target", column="kind")
    session.call("split", train=0.8, test=0.2, seed=1)
    session.call("train", model="decision_tree")
    answer = session.call("show_errors")
    assert "It gets all 12 test rows right." in answer["said"]
    assert not answer["blocks"]


def test_a_search_is_drawn_under_the_name_of_its_model(tmp_path: Path) -> None:
    session = near(tmp_path)
    session.call("train", model="knn")
    session.call("tune", model="decision_tree", trials=2, method="random")
    assert session.call("plot_model", kind="tuning_history")["blocks"][0]["title"] == "Tuning history of decision tree, tuned in step 6"


def test_an_elbow_of_a_model_without_a_number_of_groups_is_said_to_be_of_another(tmp_path: Path) -> None:
    session = Session(tmp_path)
    session.call("load_data", source="penguins")
    session.call("set_task", task="clustering")
    session.call("choose_features", columns=["body_mass_g"])
    session.call("train", model="dbscan")
    assert session.call("plot_model", kind="elbow")["said"].startswith("Of k-means (DBSCAN finds the number of groups itself):")


def test_what_is_offered_to_be_tuned_can_be(tmp_path: Path) -> None:
    session = near(tmp_path)
    session.call("train", model="knn")
    session.call("train", model="decision_tree")
    session.call("ensemble", method="voting")
    session.call("train", model="dummy")
    for run in (3, 4):
        call = session.call("plot_model", kind="tuning_history", run=run)["error"]["call"]
        assert call == {"tool": "tune", "args": {"model": "decision_tree"}}
    assert session.call("tune", model="decision_tree", trials=1)["status"] == "done"


def test_a_model_that_was_not_trained_is_offered_to_be(tmp_path: Path) -> None:
    session = near(tmp_path)
    session.call("train", model="decision_tree")
    error = session.call("ensemble", method="voting", models=["knn", "decision_tree"])["error"]
    assert error["argument"] == "models" and error["call"] == {"tool": "train", "args": {"model": "knn"}}
    session.call("train", model="knn")
    assert session.call("ensemble", method="voting", models=["knn", "decision_tree"])["status"] == "done"


@pytest.mark.parametrize("target", ["sex", "species"], ids=["two classes", "three classes"])
def test_no_probability_is_told_of_a_model_that_gives_none(tmp_path: Path, target: str) -> None:
    session = Session(tmp_path)
    session.call("load_data", source="penguins")
    session.call("set_target", column=target)
    session.call("choose_features", columns=["body_mass_g", "bill_depth_mm"])
    session.call("split", train=0.6, validation=0.2, test=0.2)
    session.call("train", model="linear_svm")
    answer = session.call("show_errors")
    assert "surest" not in answer["said"]
    assert answer["blocks"][0]["columns"] == ["row", "truth", "prediction", "bill_depth_mm", "body_mass_g"]
    session.call("train", model="gaussian_nb")
    session.call("train", model="logistic_regression")
    assert "Not ranked, because without a log loss: run 1." in session.call("leaderboard", metric="log_loss")["said"]


def test_a_vote_by_heads_has_nothing_to_calibrate_and_stacking_has(tmp_path: Path) -> None:
    session = near(tmp_path)
    session.call("train", model="svm")
    session.call("train", model="decision_tree")
    session.call("ensemble", method="voting")
    for refused in (session.call("plot_model", kind="roc"), session.call("calibrate")):
        assert refused["error"]["code"] == "no_probabilities" and "tacking" in refused["error"]["hint"]
    call = refused["error"]["call"]
    assert session.call(call["tool"], **call["args"])["status"] == "done"
    assert session.call("plot_model", kind="roc")["status"] == "done"


def test_what_cannot_be_calibrated_is_offered_something_that_works(tmp_path: Path) -> None:
    session = near(tmp_path)
    session.call("set_task", task="clustering")
    session.call("train", model="kmeans")
    call = session.call("calibrate")["error"]["call"]
    assert session.call(call["tool"], **call["args"])["status"] == "done"


def test_fewer_groups_than_wanted_have_settled(tmp_path: Path) -> None:
    session = table(tmp_path, ["x,y", *["1,1", "5,5"] * 20])
    session.call("set_task", task="clustering")
    said = session.call("train", model="kmeans", params={"n_clusters": 3})["said"]
    assert "It found 2 groups of 20, 20 rows." in said and "settled" not in said
