"""What would take too much memory or time is refused before it starts, and what is offered instead goes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from sklearn.decomposition import PCA

import engine.price
import tools.features.reduce_dimensions as umap
import tools.model.price
from engine.models import find_model
from tests.tools.gate import Session

ROWS = 400


def session_of(tmp_path: Path, table: pd.DataFrame, target: str | None = None) -> Session:
    path = tmp_path / "table.csv"
    table.to_csv(path, index=False)
    session = Session(tmp_path / "home")
    session.call("load_data", source=session.upload(path))
    session.call("set_target", column=target) if target else session.call("set_task", task="clustering")
    return session


def refused(session: Session, tool: str, **args: Any) -> str:
    """Makes a call that is too expensive, and what is offered instead; gives what was said."""
    error = session.call(tool, **args)["error"]
    assert error["code"] == "too_expensive"
    offered = session.call(error["call"]["tool"], **error["call"]["args"])
    assert offered["status"] == "done", offered["error"]
    return str(error["message"])


@pytest.fixture
def words(tmp_path: Path) -> Session:
    random = np.random.default_rng(0)
    table = pd.DataFrame({f"w{place}": [f"v{value}" for value in random.integers(0, 40, ROWS)] for place in range(5)})
    table["note"] = [" ".join(random.choice(["sun", "rain", "wind", "snow", "fog"], 4)) for _ in range(ROWS)]
    return session_of(tmp_path, table.assign(y=random.choice(["yes", "no"], ROWS)), "y")


def small_room(monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setattr(engine.price, "MADE_BYTES", 8 * ROWS * columns)


def test_more_columns_than_a_table_may_have_are_not_made_of_categories(words: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine.price, "MADE_COLUMNS", 199)
    assert "200 new columns are too many (at most 199)" in refused(words, "encode", columns=[f"w{place}" for place in range(5)])


def test_categories_that_would_not_fit_into_memory_are_refused(words: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    small_room(monkeypatch, 39)
    assert "40 new columns of 400 rows would take" in refused(words, "encode", columns=["w0"])


def test_words_of_text_that_would_not_fit_into_memory_are_refused(words: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    words.call("set_kind", columns=["note"], kind="text")
    small_room(monkeypatch, 3)
    assert "4 words of" in refused(words, "vectorize_text", columns=["note"], max_features=4)


def test_automatic_preparation_keeps_to_the_room_there_is(words: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    words.call("set_kind", columns=["note"], kind="text")
    small_room(monkeypatch, 3)
    words.call("choose_features", columns=["w0", "note"])
    assert words.call("prepare_automatically")["status"] == "done"
    made = {step["tool"]: step["args"] for step in words.document["steps"]}
    assert made["vectorize_text"]["max_features"] == 3
    assert made["encode"]["method"] == "target"


def test_products_that_would_not_fit_into_memory_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = pd.DataFrame(np.random.default_rng(0).normal(size=(ROWS, 6)).round(3), columns=list("abcdef"))
    session = session_of(tmp_path, numbers.assign(y=numbers["a"] * 2), "y")
    small_room(monkeypatch, 26)
    assert "room for 26" in refused(session, "add_polynomials", columns=list("abcdef"))


def test_a_radius_that_holds_most_rows_is_refused_with_one_that_finds_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    random = np.random.default_rng(0)
    heaps = np.concatenate([random.normal(0, 1, (ROWS, 2)), random.normal(30, 1, (ROWS, 2))]).round(4)
    session = session_of(tmp_path, pd.DataFrame(heaps, columns=["a", "b"]))
    monkeypatch.setattr(engine.price, "REFUSE_BYTES", 1_000_000)
    said = refused(session, "train", model="dbscan", params={"eps": 100})
    assert "about 800 neighbours" in said
    assert len(session.run["groups"]) > 1


def test_equal_rows_are_refused_with_another_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = session_of(tmp_path, pd.DataFrame({"a": [1.5] * 300 + [2.5] * 100, "b": [3.5, 4.5] * 200}))
    monkeypatch.setattr(engine.price, "REFUSE_BYTES", 1_000)
    refused(session, "train", model="dbscan", params={"eps": 5})
    assert session.run["model"] != "dbscan"


@pytest.mark.parametrize("method", ["importance", "rfe", "rfecv"])
def test_a_forest_that_would_rank_for_hours_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method: str) -> None:
    numbers = pd.DataFrame(np.random.default_rng(0).normal(size=(60, 6)).round(3), columns=list("abcdef"))
    session = session_of(tmp_path, numbers.assign(y=np.where(numbers["a"] > 0, "yes", "no")), "y")
    monkeypatch.setattr(engine.price, "WAITED_SECONDS", 0.001)
    assert f"by {method} would take" in refused(session, "keep_best_features", method=method)


@pytest.fixture
def forests(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    """Trains two forests and two small models where there is room for one forest of 110 trees."""
    numbers = pd.DataFrame(np.random.default_rng(0).normal(size=(ROWS, 3)).round(3), columns=list("abc"))
    session = session_of(tmp_path, numbers.assign(y=np.where(numbers["a"] > 0, "yes", "no")), "y")
    for model in ("random_forest", "extra_trees"):
        session.call("train", model=model, params={"n_estimators": 100})
    for model in ("decision_tree", "gaussian_nb"):
        session.call("train", model=model)
    room = engine.price.forest_bytes(find_model("extra_trees"), "classification", {"n_estimators": 110}, engine.price.Size(320, 3, classes=2))
    monkeypatch.setattr(engine.price, "WARN_BYTES", room / 10)
    monkeypatch.setattr(engine.price, "MODEL_BYTES", room)
    return session


@pytest.mark.parametrize("method", ["voting", "stacking"])
def test_forests_that_are_too_large_together_are_refused_and_go_without_the_largest(forests: Session, method: str) -> None:
    assert "these models would take about" in refused(forests, "ensemble", method=method, models=[1, 2, 3])
    assert forests.run["members"] == ["random_forest_1", "decision_tree_3"]


def test_copies_of_a_forest_that_are_too_large_are_refused(forests: Session) -> None:
    assert "Combined by bagging" in refused(forests, "ensemble", method="bagging", models=[1])
    assert forests.call("ensemble", method="bagging", models=[3])["status"] == "done"


def test_forests_that_are_too_large_are_not_tried_in_a_search(forests: Session) -> None:
    said = forests.call("tune", model="random_forest", method="grid", space={"n_estimators": [20, 5000, 6000]})["said"]
    tried = [trial["params"]["n_estimators"] for trial in forests.document["steps"][-1]["args"]["found"]]
    assert tried == [100, 20]
    assert said.startswith("1 trial of")
    assert "2 other trials were left out, the first of them because: 5,000 trees on 320 rows would make a model of about" in said


@pytest.mark.parametrize(("method", "fits"), [("voting", 1), ("stacking", 6)])
def test_models_that_take_too_long_together_are_refused_and_go_without_the_slowest(forests: Session, monkeypatch: pytest.MonkeyPatch, method: str, fits: int) -> None:
    size = engine.price.Size(320, 3, classes=2)
    monkeypatch.setattr(engine.price, "MODEL_BYTES", 1e12)
    monkeypatch.setattr(engine.price, "REFUSE_SECONDS", fits * (engine.price.seconds_of(find_model("extra_trees"), "classification", {"n_estimators": 100}, size) or 0.0) * 0.9)
    message = refused(forests, "ensemble", method=method, models=[1, 3, 4])
    assert f"Combined by {method} these models would take about" in message and "to fit again" in message
    assert forests.run["members"] == ["decision_tree_3", "gaussian_nb_4"]


def test_forests_that_are_all_too_large_are_not_compared(forests: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine.price, "MODEL_BYTES", engine.price.MODEL_BYTES / 4)
    assert "would make a model of about" in refused(forests, "compare_models", models=["random_forest", "extra_trees"])
    forests.call("compare_models", models=["random_forest", "decision_tree"])
    assert "would make a model" in forests.document["steps"][-1]["args"]["skipped"]["random_forest"]


def test_parameters_that_a_model_does_not_take_together_are_declined_in_its_words(tmp_path: Path) -> None:
    session = Session(tmp_path)
    session.call("load_data", source="penguins")
    session.call("set_target", column="species")
    refused = session.call("train", model="lda", params={"solver": "svd", "shrinkage": 0.5})
    assert refused["error"]["code"] == "training_failed"
    assert "shrinkage not supported" in refused["error"]["message"]
    assert session.call("train", model="lda", params={"shrinkage": 0.5})["status"] == "done"


def many_classes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, names: list[object]) -> Session:
    """Opens a table of three classes and more where three are the most; the later ones are rarer."""
    monkeypatch.setattr(engine.price, "MOST_CLASSES", 3)
    monkeypatch.setattr(tools.model.price, "COMMONEST", 2)
    answers = [name for place, name in enumerate(names) for _ in range(60 - 5 * place)]
    table = pd.DataFrame({"x": np.random.default_rng(0).normal(size=len(answers)).round(3), "y": answers})
    session = session_of(tmp_path, table, "y")
    session.call("set_task", task="classification")
    return session


@pytest.mark.parametrize("request_", [("train", {"model": "decision_tree"}), ("compare_models", {}), ("tune", {"model": "lda"}), ("autopilot", {})])
def test_too_many_classes_are_refused_before_anything_begins_and_the_commonest_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request_: tuple[str, dict]) -> None:
    session = many_classes(tmp_path, monkeypatch, ["ash", "a b", "elm", "fir"])
    tool, args = request_
    assert "`y` has 4 classes, and at most 3 can be told apart." in refused(session, tool, **args)
    left = session.call("aggregate", by=["y"], statistic="count")["blocks"][1]["rows"]
    assert [name for name, _ in left] == ["a b", "ash"]
    assert session.call("train", model="decision_tree")["status"] == "done"


def test_as_many_classes_as_there_may_be_are_trained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = many_classes(tmp_path, monkeypatch, ["ash", "a b", "elm"])
    assert session.call("train", model="decision_tree")["status"] == "done"


def test_too_many_classes_that_are_numbers_are_offered_as_numbers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = many_classes(tmp_path, monkeypatch, [1, 2, 3, 4])
    refused(session, "train", model="decision_tree")
    assert session.call("train", model="decision_tree")["status"] == "done"
    assert session.run["task"] == "regression"


def test_a_model_that_is_refused_is_not_tried_with_several_numbers_of_groups_either(tmp_path: Path) -> None:
    session = session_of(tmp_path, pd.DataFrame(np.random.default_rng(0).normal(size=(5_001, 2)).round(3), columns=["a", "b"]))
    said = refused(session, "choose_k", model="spectral", minimum=2, maximum=3)
    assert said.startswith("Spectral clustering on 5,001 rows")


def test_a_learning_curve_of_a_model_that_took_long_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = pd.DataFrame(np.random.default_rng(0).normal(size=(90, 2)).round(3), columns=["a", "b"])
    session = session_of(tmp_path, numbers.assign(y=np.where(numbers["a"] > 0, "yes", "no")), "y")
    session.call("train", model="decision_tree")
    session.run["seconds"] = 500.0
    assert session.call("plot_model", kind="learning_curve")["status"] == "done"
    session.run["seconds"] = 3_000.0
    assert "Run 1 took 50 min; a learning curve learns again from growing shares of the rows and would take about 4.3 h." in refused(session, "plot_model", kind="learning_curve")


def test_minutes_of_umap_are_asked_about_and_each_answer_is_a_way_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(umap, "find_spec", lambda name: name)
    monkeypatch.setattr(umap, "_reducer", lambda method, components: PCA(components))
    numbers = pd.DataFrame(np.random.default_rng(0).normal(size=(20_001, 3)).round(2), columns=list("abc"))
    session = session_of(tmp_path, numbers.assign(y=numbers["a"] * 2), "y")
    asked = session.call("reduce_dimensions", method="umap", components=2)
    assert asked["status"] == "ask"
    assert "UMAP on 20,001 rows takes about 2 minutes" in asked["question"]
    assert [step["tool"] for step in session.document["steps"]] == ["load_data", "set_target"]
    for option in asked["options"]:
        way = session.call(option["call"]["tool"], **option["call"]["args"])
        assert way["status"] == "done", way
        session.call("undo", steps=len(session.document["steps"]) - 2)


def test_umap_that_was_begun_knowingly_is_not_asked_about_again_when_rows_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(umap, "find_spec", lambda name: name)
    monkeypatch.setattr(umap, "_reducer", lambda method, components: PCA(components))
    monkeypatch.setattr(umap, "PATIENT_ROWS_UMAP", 50)
    numbers = pd.DataFrame(np.random.default_rng(0).normal(size=(90, 3)).round(2), columns=list("abc"))
    session = session_of(tmp_path, numbers.assign(y=numbers["a"] * 2), "y")
    session.call("sample_rows", rows=50)
    assert session.call("reduce_dimensions", method="umap", components=2)["status"] == "done"
    assert session.call("remove_step", step=3)["status"] == "done"
    assert session.document["steps"][-1]["tool"] == "reduce_dimensions"


def uneven(tmp_path: Path) -> Session:
    random = np.random.default_rng(0)
    table = pd.DataFrame(random.normal(size=(400, 9)).round(3), columns=list("abcdefghi"))
    return session_of(tmp_path, table.assign(flag=random.integers(0, 2, 400), y=np.where(random.random(400) < 0.2, "rare", "usual")), "y")


@pytest.mark.parametrize("method", ["smote", "adasyn"])
def test_making_up_rows_says_how_long_it_takes_and_is_refused_where_it_takes_hours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method: str) -> None:
    session = uneven(tmp_path)
    assert "in each training" not in session.call("balance", method=method)["said"]
    monkeypatch.setattr(engine.price, "PATIENT_SECONDS", 1e-9)
    assert "Making the rows up takes about 0 seconds in each training" in session.call("balance", method=method)["said"]
    assert "in each training" not in session.call("balance", method="random_over")["said"]
    monkeypatch.setattr(engine.price, "WAITED_SECONDS", 1e-9)
    assert "Making up rows by" in refused(session, "balance", method=method)


def test_classes_that_would_need_too_many_rows_made_up_get_weights_instead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = ["often"] * 340 + ["rare"] * 20 + ["rarer"] * 15
    table = pd.DataFrame(np.random.default_rng(0).normal(size=(len(answers), 3)).round(3), columns=list("abc"))
    session = session_of(tmp_path, table.assign(y=answers), "y")
    monkeypatch.setattr(engine.price, "MADE_ROWS", 644)
    for method in ("smote", "adasyn", "random_over"):
        assert "Each of the 3 classes would get 340 rows: 645 rows would have to be made (at most 644)." in refused(session, "balance", method=method)
    assert session.call("train", model="decision_tree")["status"] == "done"
    monkeypatch.setattr(engine.price, "MADE_ROWS", 645)
    assert session.call("balance", method="smote")["status"] == "done"
    small_room(monkeypatch, 1)
    assert "645 rows of 3 columns would have to be made and take" in refused(session, "balance", method="random_over")
    assert session.call("balance", method="random_under")["status"] == "done"


@pytest.mark.parametrize(("longest", "offered"), [(60.0, {"folds": 5}), (1.0, {"model": "hist_gradient_boosting"})])
def test_folds_that_would_take_hours_are_refused_with_what_can_be_afforded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, longest: float, offered: dict[str, Any]) -> None:
    numbers = pd.DataFrame(np.random.default_rng(0).normal(size=(90, 2)).round(3), columns=["a", "b"])
    session = session_of(tmp_path, numbers.assign(y=np.where(numbers["a"] > 0, "yes", "no")), "y")
    session.call("train", model="mlp")
    seconds = {"mlp": 9.0 if longest > 1 else 0.6, "hist_gradient_boosting": 0.01}
    monkeypatch.setattr(engine.price, "seconds_of", lambda model, *_: seconds[model.id])
    monkeypatch.setattr(engine.price, "WARN_SECONDS", longest / 2)
    monkeypatch.setattr(engine.price, "REFUSE_SECONDS", longest)
    error = session.call("cross_validate", folds=10)["error"]
    assert "10 fits of" in error["message"]
    assert offered.items() <= error["call"]["args"].items()
    assert session.call("cross_validate", **error["call"]["args"])["status"] == "done"


def price_by(monkeypatch: pytest.MonkeyPatch, hours: float, **seconds: float) -> None:
    """Lets each fit of these models take so long, where so much is waited for."""
    monkeypatch.setattr(engine.price, "seconds_of", lambda model, *_: seconds.get(model.id))
    monkeypatch.setattr(engine.price, "WARN_SECONDS", 3600 * hours / 8)
    monkeypatch.setattr(engine.price, "REFUSE_SECONDS", 3600 * hours)


@pytest.mark.parametrize(
    ("forest", "boosting", "offered"),
    [
        (100.0, 1.0, {"model": "random_forest", "trials": 10, "space": {"max_depth": [2, 3]}}),
        (8_000.0, 60.0, {"model": "hist_gradient_boosting", "trials": 20}),
    ],
)
def test_trials_that_would_take_hours_are_refused_with_what_can_be_afforded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, forest: float, boosting: float, offered: dict[str, Any]) -> None:
    numbers = pd.DataFrame(np.random.default_rng(0).normal(size=(90, 2)).round(3), columns=["a", "b"])
    session = session_of(tmp_path, numbers.assign(y=np.where(numbers["a"] > 0, "yes", "no")), "y")
    price_by(monkeypatch, 4, random_forest=forest, hist_gradient_boosting=boosting)
    error = session.call("tune", model="random_forest", trials=100, method="random", space={"max_depth": [2, 3]})["error"]
    assert "fits of random forest would take about" in error["message"]
    assert error["call"]["args"] == {"method": "random", **offered}
    assert session.call("tune", **error["call"]["args"] | {"trials": 1})["status"] == "done"


def test_another_model_is_called_quicker_only_where_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = pd.DataFrame(np.random.default_rng(0).normal(size=(90, 2)).round(3), columns=["a", "b"])
    session = session_of(tmp_path, numbers.assign(y=np.where(numbers["a"] > 0, "yes", "no")), "y")
    price_by(monkeypatch, 4, lightgbm=100.0, hist_gradient_boosting=120.0)
    said = session.begin("tune", model="lightgbm", trials=2)["said"]
    assert "LightGBM would take about" in said
    assert "quicker" not in said
    price_by(monkeypatch, 4, lightgbm=100.0, hist_gradient_boosting=6.0)
    assert "Histogram gradient boosting would be quicker." in session.begin("tune", model="lightgbm", trials=2)["said"]


def later_rows(tmp_path: Path) -> tuple[Session, pd.DataFrame, Path]:
    """A session with a model, and a file of twice as many records as are shown."""
    numbers = pd.DataFrame(np.random.default_rng(0).normal(size=(90, 2)).round(3), columns=["a", "b"])
    session = session_of(tmp_path, numbers.assign(y=np.where(numbers["a"] > 0, "yes", "no")), "y")
    session.call("train", model="decision_tree")
    later = pd.concat([numbers] * 2, ignore_index=True).assign(prediction="=1+1", name=[f"-name {row}" for row in range(180)])
    later.to_csv(tmp_path / "later.csv", index=False)
    return session, later, tmp_path / "later.csv"


def test_all_predictions_of_a_file_can_be_downloaded_each_beside_its_row(tmp_path: Path) -> None:
    session, later, path = later_rows(tmp_path)
    result = session.call("predict", source=session.upload(path))
    table = next(block for block in result["blocks"] if block["type"] == "table")
    assert (len(table["rows"]), table["total_rows"]) == (50, 180)
    assert result["said"].startswith("The first 50 of 180 predictions of y; all of them are in the file to download")
    (file,) = result["files"]
    assert (file["name"], file["verified"]) == ("later-predictions.csv", False)
    made = pd.read_csv(file["path"])
    assert list(made.columns) == ["row", "a", "b", "prediction_", "name", "prediction", "probability_no", "probability_yes"]
    assert made["row"].tolist() == list(range(1, 181))
    assert table["columns"] == ["row", "a", "b", "prediction", "probability_no", "probability_yes"], "a tells most, so it comes first"
    assert [row[:3] for row in table["rows"]] == [[number + 1, *later.loc[number, ["a", "b"]]] for number in range(50)]
    assert made["prediction"].tolist() == ["yes" if value > 0 else "no" for value in later["a"]]
    assert made["a"].tolist() == later["a"].tolist()
    assert set(made["prediction_"]) == {"'=1+1"} and made["name"].iloc[-1] == "'-name 179"


def test_of_a_file_that_would_take_hours_only_what_is_shown_is_predicted_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session, later, path = later_rows(tmp_path)
    monkeypatch.setattr("engine.explaining.effort.ANY_ROW", 60e9)
    result = session.call("predict", source=session.upload(path))
    assert result["said"].startswith("The first 50 of 180 predictions of y. All of them would take too long here")
    assert result["files"] == []
    table = next(block for block in result["blocks"] if block["type"] == "table")
    assert [row[-3] for row in table["rows"]] == ["yes" if value > 0 else "no" for value in later["a"][:50]]


def test_predictions_that_take_long_are_a_job_that_tells_how_far_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session, later, path = later_rows(tmp_path)
    monkeypatch.setattr("engine.explaining.effort.ANY_ROW", 1e9)
    source = session.upload(path)
    begun = session.begin("predict", source=source)
    assert (begun["status"], begun["job_call"]) == ("queue", {"tool": "predict", "args": {"source": source}})
    heard: list[float] = []
    result = session.call("predict", report=lambda fraction, text: heard.append(fraction), source=source)
    assert len(set(heard)) == 20 and heard == sorted(heard)
    assert pd.read_csv(result["files"][0]["path"])["prediction"].tolist() == ["yes" if value > 0 else "no" for value in later["a"]]
