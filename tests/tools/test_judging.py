"""Pictures, explanations, errors and what-if, through the gate."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.tools.gate import Session


@pytest.fixture(scope="module")
def titanic(tmp_path_factory: pytest.TempPathFactory) -> Session:
    session = Session(tmp_path_factory.mktemp("home"))
    session.call("load_data", source="titanic")
    session.call("set_target", column="Survived")
    session.call("train", model="random_forest", params={"n_estimators": 20})
    return session


@pytest.fixture(scope="module")
def cars(tmp_path_factory: pytest.TempPathFactory) -> Session:
    session = Session(tmp_path_factory.mktemp("home"))
    session.call("load_data", source="auto_mpg")
    session.call("set_target", column="mpg")
    session.call("split", train=0.6, validation=0.2, test=0.2)
    session.call("train", model="ridge")
    return session


def blocks(result: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    assert result["status"] == "done", result.get("error")
    return [block for block in result["blocks"] if block["type"] == kind]


def test_the_leaderboard_has_the_score_that_ranks_first_and_no_column_without_a_value(cars: Session, titanic: Session) -> None:
    (table,) = blocks(cars.call("leaderboard", metric="rmse"), "table")
    assert table["columns"][:3] == ["run", "model", "rmse (validation)"]
    (table,) = blocks(titanic.call("leaderboard", metric="roc_auc"), "table")
    assert not {"name", "roc auc (validation)", "roc auc (folds)"} & set(table["columns"])


def test_the_best_run_is_the_one_that_leads_the_leaderboard(tmp_path: Path) -> None:
    session = Session(tmp_path)
    session.call("load_data", source="auto_mpg")
    session.call("set_target", column="mpg")
    session.call("split", train=0.6, validation=0.2, test=0.2)
    for model in ("ridge", "dummy"):
        session.call("train", model=model)
    best, first, latest = (session.call("evaluate", data="validation", **run)["said"] for run in ({"run": "best"}, {"run": 1}, {}))
    assert best == first != latest


def test_no_run_is_called_the_best_where_none_leads(tmp_path: Path) -> None:
    session = Session(tmp_path)
    session.call("load_data", source="penguins")
    session.call("set_target", column="species")
    session.call("train", model="decision_tree")
    assert session.call("evaluate", run="best")["status"] == "done"
    session.call("train", model="dummy")
    error = session.call("evaluate", run="best")["error"]
    assert "leads" in error["message"] and error["call"] == {"tool": "leaderboard", "args": {}}


@pytest.mark.parametrize("kind", ["confusion_matrix", "roc", "precision_recall", "calibration", "lift", "threshold"])
def test_every_picture_of_a_classifier_is_drawn_and_said(titanic: Session, kind: str) -> None:
    (plot,) = blocks(titanic.call("plot_model", kind=kind), "plot")
    assert plot["figure"]["data"] and "test rows" in plot["alt"]


@pytest.mark.parametrize("kind", ["residuals", "predicted_vs_actual"])
def test_pictures_look_at_validation_rows_where_there_are_some(cars: Session, kind: str) -> None:
    result = cars.call("plot_model", kind=kind)
    assert "validation rows" in blocks(result, "plot")[0]["alt"]
    assert result["state"]["looks"] == 0


def test_a_learning_curve_leaves_validation_and_test_rows_alone(cars: Session) -> None:
    result = cars.call("plot_model", kind="learning_curve")
    (plot,) = blocks(result, "plot")
    assert max(plot["figure"]["data"][0]["x"]) < 0.6 * 398
    assert "training rows" in plot["alt"] and result["state"]["looks"] == 0


def test_a_picture_of_another_task_is_refused_with_one_that_fits(titanic: Session) -> None:
    error = titanic.call("plot_model", kind="residuals")["error"]
    assert error["call"] == {"tool": "plot_model", "args": {"kind": "confusion_matrix", "run": 1}}


def test_the_third_look_at_the_test_rows_is_warned_of(tmp_path: Path) -> None:
    session = Session(tmp_path)
    session.call("load_data", source="penguins")
    session.call("set_target", column="species")
    session.call("train", model="decision_tree")
    said = [session.call("evaluate")["said"] for _ in range(3)]
    assert "Look 1" in said[0] and "fair check" not in said[1] and "no longer a fair check" in said[2]


@pytest.mark.parametrize("method", ["importance", "permutation", "shap"])
def test_sex_matters_on_the_titanic_by_every_method(titanic: Session, method: str) -> None:
    (table,) = blocks(titanic.call("explain", method=method), "table")
    assert "Sex" in [row[0] for row in table["rows"][:2]]


@pytest.mark.parametrize("method", ["shap", "lime"])
def test_one_prediction_is_explained_with_the_values_of_its_row(titanic: Session, method: str) -> None:
    result = titanic.call("explain", method=method, row=1)
    (table,) = blocks(result, "table")
    assert ["Sex", "female"] in [row[:2] for row in table["rows"]]
    assert result["said"].startswith("Row 1 (counted from 0) gets 1.")


@pytest.mark.parametrize("method", [None, "importance", "partial_dependence"])
def test_a_row_that_is_not_there_is_refused_with_the_last_one(titanic: Session, method: str | None) -> None:
    error = titanic.call("explain", row=5000, **{"method": method} if method else {})["error"]
    assert "nearest valid value is 890" in error["hint"]
    assert "call" not in error, "no other method explains it either"


def test_naming_a_column_shows_how_it_moves_the_prediction(cars: Session) -> None:
    (table,) = blocks(cars.call("explain", column="weight"), "table")
    assert table["rows"][0][1] > table["rows"][-1][1]


def test_errors_show_rows_of_the_table_and_where_it_is_worse(cars: Session) -> None:
    result = cars.call("show_errors", rows=3)
    table = blocks(result, "table")[0]
    assert len(table["rows"]) == 3
    row, truth, said, off = table["rows"][0][:4]
    assert off == pytest.approx(abs(truth - said))
    assert cars.call("explain", row=row)["status"] == "done"


def test_what_if_shows_each_change_alone_and_all_together(titanic: Session) -> None:
    result = titanic.call("what_if", row=0, changes={"sex": "female", "Pclass": 1})
    (table,) = blocks(result, "table")
    assert [row[0] for row in table["rows"]] == ["as it is", "Sex = female", "Pclass = 1", "all together"]
    assert table["rows"][0][1] == 0 and table["rows"][-1][1] == 1


def test_what_if_on_one_number_draws_the_prediction_for_all_its_values(cars: Session) -> None:
    result = cars.call("what_if", changes={"weight": 2000}, row=0)
    assert "3504 → 2000" in result["said"]
    assert len(blocks(result, "plot")) == 1


@pytest.mark.parametrize(("changes", "part"), [({"Agee": 3}, "Agee"), ({"Age": "old"}, "Age"), ({"Name": "x"}, "does not look at")])
def test_a_change_that_does_not_fit_is_said(titanic: Session, changes: dict[str, Any], part: str) -> None:
    result = titanic.call("what_if", changes=changes)
    assert result["status"] == "error"
    assert part in result["error"]["message"]


def test_a_record_may_leave_values_out_and_is_told_so(titanic: Session) -> None:
    result = titanic.call("predict", values={"sex": "female", "Pclass": 1, "Name": "Ada"})
    assert blocks(result, "table")[0]["rows"][0][0] == 1
    notes = blocks(result, "text")[0]["markdown"]
    assert "Name: the model does not look at it" in notes and "Not given, so taken as is usual" in notes and "Fare = " in notes


def test_what_training_rows_did_not_have_is_counted_in_a_file_to_predict_for(tmp_path: Path) -> None:
    path, other = tmp_path / "table.csv", tmp_path / "other.csv"
    path.write_text("size,colour,price\n" + "".join(f"{n // 2},{'red' if n % 3 else 'blue'},{n * 2.5}\n" for n in range(60)))
    other.write_text("size,colour\n7,green\n99,red\nnone of it,green\n8,blue\n")
    session = Session(tmp_path / "home")
    session.call("load_data", source=session.upload(path))
    session.call("set_target", column="price")
    session.call("train", model="ridge")
    said = " ".join(block.get("markdown", "") for block in session.call("predict", source=session.upload(other))["blocks"])
    for part in ("size: 1 value taken as missing, being no number.", "size: 1 record outside the training range of", "colour: 2 records with values that were not in training (green)."):
        assert part in said


def test_the_history_of_a_search_says_what_it_gained(titanic: Session) -> None:
    refused = titanic.call("plot_model", kind="tuning_history")["error"]
    assert refused["call"] == {"tool": "tune", "args": {"model": "random_forest"}}
    titanic.call("tune", model="decision_tree", method="random", trials=6)
    (plot,) = blocks(titanic.call("plot_model", kind="tuning_history"), "plot")
    points, best = plot["figure"]["data"][:2]
    assert len(points["x"]) == len(best["y"]) >= 3
    assert best["y"] == sorted(best["y"])
    titanic.call("undo")


def test_the_elbow_of_a_clustering_is_drawn(tmp_path: Path) -> None:
    session = Session(tmp_path)
    session.call("load_data", source="penguins")
    session.call("set_task", task="clustering")
    session.call("train", model="kmeans", params={"n_clusters": 3})
    (plot,) = blocks(session.call("plot_model", kind="elbow"), "plot")
    assert plot["figure"]["data"][0]["x"] == list(range(2, 11))


def test_verdicts_and_groups_are_told_in_words(tmp_path: Path) -> None:
    session = Session(tmp_path)
    session.call("load_data", source="penguins")
    session.call("choose_features", columns=["body_mass_g", "flipper_length_mm"])
    session.call("set_task", task="anomaly_detection")
    assert "isolation forest" in session.call("evaluate")["error"]["hint"]
    session.call("train", model="isolation_forest", params={"contamination": 0.05})
    session.call("train", model="isolation_forest", params={"contamination": 0.1})
    assert "leads with" not in session.call("leaderboard")["said"]
    assert session.call("plot_model", kind="clusters")["error"]["call"]["tool"] == "show_errors"
    odd = {"body_mass_g": 9000, "flipper_length_mm": 150}
    assert "This record: odd." in session.call("predict", values=odd)["said"]
    assert "not odd before, odd with" in session.call("what_if", changes=odd)["said"]
    assert "gets not odd" in session.call("explain", method="lime", row=4)["said"]
    session.call("set_task", task="clustering")
    session.call("train", model="kmeans")
    assert "This record: group " in session.call("predict", values=odd)["said"]


@pytest.mark.parametrize("model", ["isolation_forest", "one_class_svm", "local_outlier_factor", "elliptic_envelope"])
def test_the_oddest_rows_are_listed_first(trips: Session, model: str) -> None:
    trips.call("train", model=model)
    result = trips.call("show_errors", rows=3)
    (table,) = blocks(result, "table")
    assert len(table["rows"]) == 3
    assert table["rows"][0][:2] == [37, "odd"]
    sizes = [row[2] for row in table["rows"]]
    assert sizes == sorted(sizes, reverse=True)


def test_a_column_that_was_dropped_may_stand_in_a_record(tmp_path: Path) -> None:
    session = Session(tmp_path)
    session.call("load_data", source="penguins")
    session.call("set_target", column="species")
    session.call("drop_columns", columns=["year"])
    session.call("train", model="decision_tree")
    result = session.call("predict", values={"year": 2008, "island": "Dream", "bill_length_mm": 40})
    assert result["status"] == "done" and "does not look at it" in result["blocks"][-1]["markdown"]
