"""Making and reducing features, through the gate."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.gate import Session


def test_reducing_first_records_what_makes_the_features_numbers(titanic: Session) -> None:
    result = titanic.call("reduce_dimensions", components=3)
    tools = [step["tool"] for step in titanic.document["steps"]]
    assert list(dict.fromkeys(tools[2:])) == ["choose_features", "impute", "encode", "reduce_dimensions"]
    assert "features became 3 principal components" in result["said"]
    assert "outweighs the others" in result["said"]
    names = {column["name"] for column in result["state"]["dataset"]["columns"]}
    assert names == {"Survived", "PassengerId", "Name", "Ticket", "pca0", "pca1", "pca2"}


def test_a_fraction_of_the_variance_is_for_pca_alone(titanic: Session) -> None:
    refused = titanic.call("reduce_dimensions", method="svd", components=0.9)
    assert refused["error"]["call"]["args"] == {"method": "pca", "components": 0.9}


def test_more_components_than_features_is_refused_with_the_most_there_can_be(titanic: Session) -> None:
    refused = titanic.call("reduce_dimensions", components=5000)
    assert "nearest valid value" in refused["error"]["hint"]
    assert titanic.call(**{"tool": "reduce_dimensions", **refused["error"]["call"]["args"]})["status"] == "done"


def test_too_many_products_are_refused_with_as_many_as_can_be(tmp_path: Path) -> None:
    wide = tmp_path / "wide.csv"
    wide.write_text(",".join(f"x{n}" for n in range(70)) + "\n" + "\n".join(",".join(str((n * r) % 97 / 7) for n in range(70)) for r in range(1, 40)))
    session = Session(tmp_path / "home")
    session.call("load_data", source=session.upload(wide))
    refused = session.call("add_polynomials")
    assert refused["error"]["code"] == "too_expensive"
    made = session.call(refused["error"]["call"]["tool"], **refused["error"]["call"]["args"])
    assert made["status"] == "done"


def test_ranges_can_be_encoded_and_learned_from(titanic: Session) -> None:
    assert "5 ranges" in titanic.call("bin", columns=["Age"])["said"]
    assert titanic.call("train", model="logistic_regression")["status"] == "done"
    assert titanic.run["metrics"]["test"]["accuracy"] > 0.7


def test_knn_looks_at_the_other_columns(titanic: Session) -> None:
    titanic.call("impute", columns=["Age"], strategy="knn")
    result = titanic.call("aggregate", column="Age", by=["Pclass"])
    ages = dict(next(block["rows"] for block in result["blocks"] if block["type"] == "table"))
    assert ages[1] > ages[2] > ages[3]
    missing = {column["name"]: column["missing"] for column in result["state"]["dataset"]["columns"]}
    assert missing["Age"] == 0


def test_filling_by_neighbours_is_refused_on_many_rows_with_a_way_on(tmp_path: Path) -> None:
    session = Session(tmp_path)
    session.call("load_data", source="california_housing")
    refused = session.call("impute", columns=["total_bedrooms"], strategy="knn")
    assert refused["error"]["code"] == "too_expensive"
    assert session.call("impute", **refused["error"]["call"]["args"])["status"] == "done"


def test_one_value_for_every_gap_is_a_number_among_numbers_and_a_word_among_words(tmp_path: Path) -> None:
    visits = tmp_path / "visits.csv"
    visits.write_text("age,ward,day\n" + "\n".join(f"{30 + n if n % 5 else ''},{'north' if n % 3 else ''},{f'2024-03-{n + 1:02}' if n % 7 else ''}" for n in range(30)))
    session = Session(tmp_path / "home")
    session.call("load_data", source=session.upload(visits))
    assert session.call("impute", columns=["age", "ward"], fill_value=1)["status"] == "done"
    assert [step["args"]["fill_value"] for step in session.document["steps"][1:]] == [1, "1"]
    assert session.call("encode", columns=["ward"])["status"] == "done"
    refused = session.call("impute", columns=["day"], fill_value=1)
    assert refused["error"]["argument"] == "fill_value" and "dates" in refused["error"]["message"]
    assert session.call("impute", columns=["day"], fill_value="31.1.2024")["status"] == "done"


def test_what_a_feature_is_computed_from_stays_among_the_features(titanic: Session) -> None:
    titanic.call("add_feature", name="family", left="SibSp", operator="add", right="Parch")
    refused = titanic.call("choose_features", columns=["Age", "Fare"])
    assert refused["error"]["code"] == "column_needed"
    titanic.call("split", strategy="group", column="Parch")
    assert titanic.call("train", model="decision_tree")["status"] == "done"
    assert "Parch" in titanic.run["features"]


def test_a_later_record_with_nothing_below_the_line_is_predicted_for(titanic: Session) -> None:
    titanic.call("choose_features", columns=["Fare", "Parch", "Pclass"])
    titanic.call("filter_rows", column="Parch", op="gt", value=0)
    titanic.call("add_feature", name="fare a head", left="Fare", operator="divide", right="Parch")
    titanic.call("train", model="logistic_regression")
    assert not any(step["tool"] == "impute" for step in titanic.document["steps"])
    asked = titanic.call("predict", values={"Fare": 30, "Parch": 0, "Pclass": 2})
    assert asked["status"] == "done"
    # The ratio is then taken to be the usual one of the training rows, not a missing one.
    assert titanic.call("predict", values={"Fare": 30, "Parch": 1, "Pclass": 2})["blocks"] != asked["blocks"]


@pytest.mark.parametrize(("method", "fare"), [("log", -1), ("log", -30), ("sqrt", -1), ("box_cox", 0)])
@pytest.mark.parametrize("model", ["ridge", "random_forest"])
def test_a_later_number_that_a_transform_has_no_value_for_is_taken_as_the_usual_one(titanic: Session, method: str, fare: float, model: str) -> None:
    titanic.call("choose_features", columns=["Fare", "Pclass"])
    titanic.call("filter_rows", column="Fare", op="gt", value=0)
    titanic.call("transform", columns=["Fare"], method=method)
    titanic.call("train", model=model)
    asked = titanic.call("predict", values={"Fare": fare, "Pclass": 2})
    usual = titanic.call("predict", values={"Fare": None, "Pclass": 2})
    assert asked["status"] == "done"
    assert asked["blocks"][0] == usual["blocks"][0]


@pytest.mark.parametrize(
    ("operator", "right", "name"),
    [
        ("subtract", -7, "Fare + 7"),
        ("add", -0.5, "Fare - 0.5"),
        ("multiply", 2, "Fare * 2"),
        ("divide", -1e6, "Fare / (-1000000)"),
        ("add", 1e16, "Fare + 1e+16"),
        ("add", "Age", "Fare + Age"),
    ],
)
def test_a_feature_without_a_name_is_called_by_its_formula_as_people_write_it(titanic: Session, operator: str, right: float | str, name: str) -> None:
    result = titanic.call("add_feature", left="Fare", operator=operator, right=right)
    assert titanic.document["steps"][-1]["title"] == f"Make {name}"
    assert name in [column["name"] for column in result["state"]["dataset"]["columns"]]


def test_parts_of_dates_are_put_on_the_scale_of_the_other_numbers(tmp_path: Path) -> None:
    """A day from 1 to 31 beside numbers of spread 1 would decide alone which rows are alike."""
    path = tmp_path / "visits.csv"
    path.write_text("spent,seen\n" + "".join(f"{100 * (n % 2) + n % 7},2025-{1 + n % 12:02}-{1 + n % 28:02}\n" for n in range(168)))
    session = Session(tmp_path / "home")
    session.call("load_data", source=session.upload(path))
    session.call("set_task", task="clustering")
    assert session.call("prepare_automatically")["status"] == "done"
    block = session.call("preview", rows=50)["blocks"][0]
    assert {"seen_month", "seen_day", "seen_weekday"} <= set(block["columns"])
    assert max(abs(value) for row in block["rows"] for value in row) < 3


def test_nothing_is_computed_from_what_was_made_of_a_column_that_was_left_out(titanic: Session) -> None:
    titanic.call("choose_features", columns=["Age", "Fare"])
    titanic.call("vectorize_text", columns=["Name"], max_features=2)
    made = next(column["name"] for column in titanic.call("preview")["state"]["dataset"]["columns"] if column["name"].startswith("Name_"))
    refused = titanic.call("add_feature", left=made, operator="multiply", right=2)
    assert refused["error"]["code"] == "not_a_feature" and "Age" in refused["error"]["hint"]
    assert titanic.call("train", model="decision_tree")["status"] == "done"
