"""Explanations say what is so: also of models that use nothing, and of the column or the model that was asked about."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.gate import Session
from tools.cells import rounded


@pytest.fixture(scope="module")
def birds(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """Sixty penguins; run 1 is a tree, run 2 says always the same, run 3 is a small neural network."""
    session = Session(tmp_path_factory.mktemp("home"))
    session.call("load_data", source="penguins")
    session.call("set_target", column="species")
    session.call("choose_features", columns=["year", "bill_length_mm", "flipper_length_mm", "island"])
    session.call("train", model="decision_tree")
    session.call("train", model="dummy")
    session.call("train", model="mlp", params={"max_iter": 50})
    return session


@pytest.mark.parametrize("args", [{"method": "importance"}, {"method": "permutation"}, {"method": "shap"}, {"method": "shap", "row": 3}, {"method": "lime", "row": 3}])
def test_no_column_is_named_where_none_matters(birds: Session, args: dict[str, object]) -> None:
    answer = birds.call("explain", run=2, **args)
    assert "No column m" in answer["said"] and "most" not in answer["said"]
    assert "No column m" in answer["blocks"][0]["alt"]


def test_a_column_that_moves_nothing_is_said_to_move_nothing(birds: Session) -> None:
    assert "whatever island is" in birds.call("explain", run=2, column="island")["said"]


def test_the_column_that_is_drawn_unasked_is_one_that_matters(birds: Session) -> None:
    title = birds.call("explain", run=3, method="partial_dependence")["blocks"][0]["title"]
    assert "year" not in title


@pytest.mark.parametrize("method", ["importance", "permutation", "shap"])
def test_the_column_that_was_asked_about_gets_its_place(birds: Session, method: str) -> None:
    assert birds.call("explain", run=1, method=method, column="year")["said"].startswith("year is number 4 of 4 columns, at 0")


@pytest.mark.parametrize("method", ["importance", "permutation", "shap"])
def test_where_no_column_matters_none_has_a_place_among_them(birds: Session, method: str) -> None:
    assert birds.call("explain", run=2, method=method, column="year")["said"].startswith("No column m")


@pytest.mark.parametrize("method", ["shap", "lime"])
def test_the_column_that_was_asked_about_gets_its_share_in_one_row(birds: Session, method: str) -> None:
    answer = birds.call("explain", run=1, method=method, row=3, column="flipper_length_mm")
    assert "flipper\\_length\\_mm adds " in answer["said"]


@pytest.mark.parametrize("args", [{"method": "lime", "row": 3}, {"method": "partial_dependence"}, {"column": "bill_length_mm"}, {"method": "shap", "row": 3}], ids=str)
def test_an_explanation_that_takes_long_tells_how_far_it_is_and_says_the_same(birds: Session, monkeypatch: pytest.MonkeyPatch, args: dict[str, object]) -> None:
    quick = birds.call("explain", run=3, **args)
    monkeypatch.setattr("engine.explaining.effort.ANY_ROW", 1e7)
    assert birds.begin("explain", run=3, **args)["status"] == "queue"
    heard: list[float] = []
    slow = birds.call("explain", report=lambda fraction, _: heard.append(fraction), run=3, **args)
    assert heard == sorted(heard) and len(set(heard)) >= 10 and heard[-1] > 0.8
    assert slow["said"] == quick["said"]


@pytest.mark.parametrize("named", ["Sexx", "sex_mal", "Sex_male"])
def test_a_column_that_is_none_of_the_models_is_answered_with_those_as_they_were_loaded(tmp_path: Path, named: str) -> None:
    session = Session(tmp_path)
    session.call("load_data", source="penguins")
    session.call("set_target", column="species")
    session.call("rename_column", column="sex", name="Sex")
    session.call("encode", columns=["Sex", "island"])
    session.call("train", model="decision_tree")
    error = session.call("explain", column=named)["error"]
    assert error["hint"].startswith("Did you mean Sex?") and "`island`" in error["hint"]
    assert "Sex_" not in error["hint"] and "island_" not in error["hint"]


@pytest.mark.parametrize(("row", "island"), [({}, "Torgersen"), ({"row": 3}, "Dream")], ids=str)
def test_where_nothing_is_to_be_changed_a_change_that_moves_something_is_shown(birds: Session, row: dict[str, int], island: str) -> None:
    error = birds.call("what_if", run=1, changes={}, **row)["error"]
    assert error["message"] == "changes must name at least one column with its new value, but none came."
    assert error["hint"] == f'For example {{"island": "{island}"}}.'
    assert f"→ {island}" in birds.call("what_if", **error["call"]["args"])["said"]


def test_a_column_that_is_no_feature_is_refused_by_every_method(birds: Session) -> None:
    error = birds.call("explain", run=1, method="importance", column="sex")["error"]
    assert error["code"] == "not_a_feature" and error["call"] == {"tool": "explain", "args": {"run": 1}}


def test_a_search_is_not_offered_where_groups_are_sought_of_a_run_that_predicted(tmp_path: Path) -> None:
    session = Session(tmp_path)
    session.call("load_data", source="penguins")
    session.call("set_target", column="body_mass_g")
    session.call("train", model="ridge")
    session.call("set_task", task="clustering")
    for tool, args in (("plot_model", {"kind": "tuning_history"}), ("apply_tuning", {})):
        error = session.call(tool, **args)["error"]
        assert error["message"].startswith("Tuning needs a column to predict")
        assert session.call(error["call"]["tool"], **error["call"]["args"])["status"] == "done"


def test_what_is_offered_instead_is_of_the_run_that_was_asked_about(birds: Session) -> None:
    for refused in (
        birds.call("explain", run=1, method="importance", row=3),
        birds.call("plot_model", run=1, kind="residuals"),
        birds.call("evaluate", run=1, data="validation"),
    ):
        call = refused["error"]["call"]
        assert call["args"]["run"] == 1
        assert birds.call(call["tool"], **call["args"])["status"] == "done"


def test_a_local_model_does_not_call_its_start_usual(birds: Session) -> None:
    said = birds.call("explain", run=1, method="lime", row=3)["said"]
    assert "the simple model starts from" in said and "usually" not in said


def test_the_probability_is_that_of_the_answer_also_where_a_threshold_decides(tmp_path: Path) -> None:
    session = Session(tmp_path)
    session.call("load_data", source="titanic")
    session.call("set_target", column="Survived")
    session.call("choose_features", columns=["Sex", "Pclass"])
    session.call("train", model="logistic_regression")
    session.call("set_threshold", value=0.02)
    answer = session.call("predict", values={"Sex": "male", "Pclass": 3})
    (row,) = answer["blocks"][0]["rows"]
    assert row[0] == 1 and row[2] < 0.5
    assert answer["said"] == f"Survived: 1, with a probability of {row[2]:.0%}."


def test_nothing_is_written_as_a_whole_number() -> None:
    assert [rounded(0.0), rounded(-0.0), rounded(0.25), rounded(float("inf"))] == ["0", "0", "0.25", "inf"]


@pytest.mark.parametrize("model", ["isolation_forest", "one_class_svm", "local_outlier_factor", "elliptic_envelope"])
def test_oddness_is_explained_by_the_column_that_makes_a_row_odd(trips: Session, model: str) -> None:
    trips.call("train", model=model)
    for method in ("shap", "lime"):
        answer = trips.call("explain", method=method, row=37)
        assert "Row 37 (counted from 0) gets odd. The oddness is " in answer["said"]
        column, _, size = answer["blocks"][1]["rows"][0]
        assert column == "a" and size > 0
    assert "the oddness runs from" in trips.call("explain", column="a")["said"]


def test_of_classes_that_are_as_common_the_same_one_is_looked_at_in_every_process(tmp_path: Path) -> None:
    classes = [f"kind {letter}" for letter in "zyxwvutsrqponmlkjihg"]
    path = tmp_path / "kinds.csv"
    path.write_text("size,kind\n" + "".join(f"{place},{name}\n" for place, name in enumerate(classes) for _ in range(10)))
    session = Session(tmp_path / "home")
    session.call("load_data", source=session.upload(path))
    session.call("set_target", column="kind")
    session.call("train", model="decision_tree")
    for method in ("partial_dependence", "shap"):
        assert "probability of “kind z”" in session.call("explain", method=method)["said"]
