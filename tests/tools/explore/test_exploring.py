"""The tools that only look: charts, groups, correlations, single columns."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from engine.samples import find_sample
from tests.tools.gate import Session


@pytest.fixture
def session(tmp_path: Path) -> Session:
    session = Session(tmp_path / "home")
    session.call("load_data", source="titanic")
    session.call("set_target", column="Survived")
    return session


@pytest.fixture(scope="module")
def titanic() -> pd.DataFrame:
    sample = find_sample("titanic")
    assert sample is not None
    return pd.read_csv(sample.path)


def of(result: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    assert result["status"] == "done", result.get("error") or result.get("question")
    return [block for block in result["blocks"] if block["type"] == kind]


def test_a_statistic_of_groups_is_the_one_pandas_gives_and_has_a_chart(session: Session, titanic: pd.DataFrame) -> None:
    result = session.call("aggregate", column="Fare", by=["Pclass"], statistic="median")
    [table], [plot] = of(result, "table"), of(result, "plot")
    assert table["columns"] == ["Pclass", "median of Fare"]
    assert table["rows"] == [[group, value] for group, value in titanic.groupby("Pclass")["Fare"].median().items()]
    assert plot["figure"]["data"][0]["y"] == [row[1] for row in table["rows"]]
    assert "highest 60.3 for 1" in result["said"]


def test_a_count_needs_no_column_and_takes_several_groups(session: Session, titanic: pd.DataFrame) -> None:
    result = session.call("aggregate", by=["Sex", "Pclass"], statistic="count")
    [table], [plot] = of(result, "table"), of(result, "plot")
    assert {tuple(row[:2]): row[2] for row in table["rows"]} == titanic.groupby(["Sex", "Pclass"]).size().to_dict()
    assert [trace["name"] for trace in plot["figure"]["data"]] == ["1", "2", "3"]


def test_the_share_of_a_yes_is_its_mean(tmp_path: Path) -> None:
    path = tmp_path / "left.csv"
    path.write_text("plan,left\n" + "".join(f"{'ab'[n % 2]},{'yes' if n % 4 == 0 else 'no'}\n" for n in range(40)))
    session = Session(tmp_path / "home")
    session.call("load_data", source=session.upload(path))
    result = session.call("aggregate", column="left", by=["plan"])
    assert of(result, "table")[0]["rows"] == [["a", 0.5], ["b", 0.0]]
    assert of(result, "table")[0]["columns"][1] == "share of left = yes"


def opened(tmp_path: Path, text: str) -> Session:
    (tmp_path / "visits.csv").write_text(text)
    session = Session(tmp_path / "home")
    session.call("load_data", source=session.upload(tmp_path / "visits.csv"))
    return session


def test_a_group_without_any_number_has_no_total(tmp_path: Path) -> None:
    session = opened(tmp_path, "ward,cost\nnorth,2.5\nnorth,4\nsouth,\nsouth,\neast,7.5\n")
    result = session.call("aggregate", column="cost", by=["ward"], statistic="sum")
    assert "highest 7.5 for east, lowest 6.5 for north" in result["said"]
    assert dict(result["blocks"][1]["rows"])["south"] is None


def test_groups_that_share_the_highest_or_the_lowest_value_are_counted(tmp_path: Path) -> None:
    session = opened(tmp_path, "ward,cost,beds\nnorth,1,4\nsouth,1,4\neast,7,4\nwest,1,4\n")
    said = session.call("aggregate", column="cost", by=["ward"], statistic="max")["said"]
    assert "highest 7 for east, lowest 1 for north and 2 more" in said
    assert "4 for each of them" in session.call("aggregate", column="beds", by=["ward"], statistic="max")["said"]


def test_a_number_with_many_values_makes_a_line(session: Session) -> None:
    result = session.call("aggregate", column="Fare", by=["Age"])
    assert of(result, "plot")[0]["figure"]["data"][0]["type"] == "scatter"


@pytest.mark.parametrize(("args", "code"), [({"by": ["Sex"]}, "invalid_argument"), ({"column": "Name", "by": ["Sex"]}, "needs_number"), ({"column": "Fare", "by": ["Fare"]}, "invalid_argument")])
def test_groups_that_cannot_be_computed_are_refused(session: Session, args: dict[str, Any], code: str) -> None:
    assert session.call("aggregate", **args)["error"]["code"] == code


@pytest.mark.parametrize("method", ["pearson", "spearman", "kendall"])
def test_correlations_with_one_column_are_those_of_pandas(session: Session, titanic: pd.DataFrame, method: Any) -> None:
    result = session.call("correlate", with_column="Fare", columns=["Age", "SibSp"], method=method)
    found = {row[0]: row[1] for row in of(result, "table")[0]["rows"]}
    assert found["SibSp"] == pytest.approx(titanic["SibSp"].corr(titanic["Fare"], method=method))
    assert found["Age"] == pytest.approx(titanic["Age"].corr(titanic["Fare"], method=method))
    assert of(result, "plot")[0]["figure"]["data"][0]["x"][0] == pytest.approx(found["SibSp"])


def test_all_columns_are_correlated_in_a_matrix(session: Session) -> None:
    result = session.call("correlate")
    assert of(result, "plot")[0]["figure"]["data"][0]["type"] == "heatmap"
    assert "Strongest" in result["said"]


def test_a_class_is_not_correlated_but_ranked_for(session: Session) -> None:
    session.call("set_target", column="Embarked")
    error = session.call("correlate", with_column="Embarked")["error"]
    assert error["call"]["tool"] == "rank_features"


def test_a_column_is_described_with_its_reason_its_findings_and_how_the_target_depends_on_it(session: Session) -> None:
    result = session.call("describe_column", column="Age")
    assert "177 of 891 values are missing (19.9%)" in result["said"]
    assert [plot["title"] for plot in of(result, "plot")] == ["Age", "Survived by Age"]
    assert result["options"][0]["call"] == {"tool": "impute", "args": {"columns": ["Age"], "add_indicator": True}}


def test_the_frequent_values_of_a_category_are_counted(session: Session) -> None:
    result = session.call("describe_column", column="Embarked")
    assert of(result, "table")[1]["rows"][0] == ["S", 644, "72.3%"]


@pytest.mark.parametrize("name", ["PassengerId", "Name", "Survived", "Cabin"])
def test_every_kind_of_column_can_be_described(session: Session, name: str) -> None:
    assert of(session.call("describe_column", column=name), "table")


def test_random_rows_are_the_same_ones_each_time(session: Session) -> None:
    first, second = (session.call("preview", which="random", rows=4) for _ in range(2))
    assert first["blocks"][0]["rows"] == second["blocks"][0]["rows"]
    assert "4 of 891 rows, chosen at random" in first["said"]
    assert first["blocks"][0]["rows"] != session.call("preview", rows=4)["blocks"][0]["rows"]


@pytest.mark.parametrize(
    ("args", "title", "kind"),
    [
        ({"x": "Age"}, "Age", "bar"),
        ({"x": "Sex"}, "Sex", "bar"),
        ({"kind": "histogram", "x": "Age", "color": "Sex"}, "Age by Sex", "bar"),
        ({"kind": "box", "x": "Fare", "color": "Pclass"}, "Fare by Pclass", "box"),
        ({"kind": "violin", "x": "Fare", "color": "Pclass"}, "Fare by Pclass", "scatter"),
        ({"x": "Age", "y": "Fare"}, "Fare against Age", "scatter"),
        ({"kind": "line", "x": "Age", "y": "Fare"}, "Fare along Age", "scatter"),
        ({"kind": "correlation", "columns": "numeric"}, "Correlation", "heatmap"),
        ({"kind": "pairs", "columns": ["Age", "Fare", "SibSp"]}, "Pairs of 3 columns", "bar"),
        ({"kind": "missing"}, "Missing values", "bar"),
        ({"kind": "target", "x": "Sex"}, "Survived by Sex", "bar"),
        ({}, "Survived", "bar"),
    ],
)
def test_a_chart_is_drawn_as_it_was_asked_for(session: Session, args: dict[str, Any], title: str, kind: str) -> None:
    [plot] = of(session.call("plot", **args), "plot")
    assert plot["title"] == title
    assert plot["figure"]["data"][0]["type"] == kind
    assert plot["alt"]


@pytest.mark.parametrize("args", [{"kind": "histogram", "x": "Sex"}, {"kind": "scatter", "x": "Age"}, {"kind": "correlation", "columns": ["Sex"]}, {"kind": "pairs", "columns": ["Age"]}])
def test_a_chart_that_cannot_be_is_refused_with_one_that_can(session: Session, args: dict[str, Any]) -> None:
    error = session.call("plot", **args)["error"]
    assert error["hint"]


def test_a_number_that_is_wanted_and_not_there_comes_with_a_chart_that_works(session: Session) -> None:
    error = session.call("plot", kind="histogram", x="Embarked", color="Sex")["error"]
    [plot] = of(session.call(**error["call"]["args"] | {"tool": error["call"]["tool"]}), "plot")
    assert plot["title"] == "Embarked by Sex"


def test_columns_without_two_values_are_left_out_of_charts_of_all(tmp_path: Path) -> None:
    path = tmp_path / "shop.csv"
    path.write_text("empty,year,price,pieces\n" + "".join(f",2024,{row * 1.5},{row % 7}\n" for row in range(60)))
    session = Session(tmp_path / "home")
    session.call("load_data", source=session.upload(path))
    assert of(session.call("plot", kind="pairs"), "plot")[0]["title"] == "Pairs of 2 columns"
    result = session.call("correlate", columns=["empty", "year", "price", "pieces"])
    [plot] = of(result, "plot")
    assert plot["figure"]["data"][0]["x"] == ["price", "pieces"]
    assert "empty and year have no two different values" in result["said"]


def test_a_chart_that_lacks_a_column_names_one_that_suits_it(session: Session) -> None:
    error = session.call("plot", kind="histogram")["error"]
    example = error["hint"].removesuffix(".").split("x=")[1]
    assert session.call("plot", kind="histogram", x=example)["status"] == "done"


def test_too_many_columns_for_a_chart_are_counted(session: Session) -> None:
    assert "columns came" not in session.call("plot", kind="box")["error"]["message"]
    assert "but 3 came" in session.call("plot", kind="box", columns=["Age", "Fare", "SibSp"])["error"]["message"]


def test_a_category_alone_is_offered_a_bar_chart_in_place_of_dots(session: Session) -> None:
    assert "bar chart" in session.call("plot", kind="scatter", x="Sex")["error"]["hint"]
    assert "histogram" in session.call("plot", kind="scatter", x="Fare")["error"]["hint"]


def test_a_column_to_colour_by_alone_is_drawn(session: Session) -> None:
    assert "Sex" in session.call("plot", color="Sex")["said"]
