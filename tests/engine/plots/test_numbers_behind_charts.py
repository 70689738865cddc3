"""The numbers behind each chart are those that pandas gives."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from engine.plots import (
    bar,
    before_after,
    box,
    correlation,
    grouped,
    groups,
    histogram,
    line,
    missing,
    missing_map,
    overview,
    pairs,
    scatter,
    target,
    violin,
)
from engine.samples import find_sample


@pytest.fixture(scope="module")
def titanic() -> pd.DataFrame:
    sample = find_sample("titanic")
    assert sample is not None
    return pd.read_csv(sample.path)


def test_a_histogram_counts_every_known_value_once(titanic: pd.DataFrame) -> None:
    found = histogram.info(titanic, "Age", "Sex")
    counts = dict(zip(found.labels, map(sum, found.counts), strict=True))
    assert counts == titanic[titanic["Age"].notna()]["Sex"].value_counts().to_dict()
    assert (found.rows, found.missing) == (714, 177)
    first = found.edges[1]
    assert sum(row[0] for row in found.counts) == int((titanic["Age"] < first).sum())
    assert "Medians by Sex: male 29, female 27" in histogram.alt(found)


def test_whole_numbers_get_a_bar_each(titanic: pd.DataFrame) -> None:
    found = histogram.info(titanic, "SibSp")
    by_value = titanic["SibSp"].value_counts()
    assert found.counts[0] == tuple(int(by_value.get(n, 0)) for n in range(9))


def test_a_bar_chart_counts_categories_and_their_groups(titanic: pd.DataFrame) -> None:
    found = bar.info(titanic, "Embarked", color="Survived")
    table = pd.crosstab(titanic["Survived"], titanic["Embarked"])
    for label, row in zip(found.labels, found.values, strict=True):
        assert dict(zip(found.categories, row, strict=True)) | {"(missing)": 0} == table.loc[int(label)].to_dict() | {"(missing)": 0}
    assert found.categories[-1] == "(missing)"


def test_a_bar_chart_of_a_number_shows_its_mean(titanic: pd.DataFrame) -> None:
    found = bar.info(titanic, "Pclass", "Fare")
    assert found.values[0] == pytest.approx(titanic.groupby("Pclass")["Fare"].mean().tolist())


def test_more_categories_than_bars_are_put_together() -> None:
    frame = pd.DataFrame({"c": [f"v{n % 10_000}" for n in range(30_000)] + ["often"] * 50})
    found = bar.info(frame, "c")
    assert len(found.categories) == bar.MOST_BARS + 1
    assert found.categories[0] == "often"
    assert found.categories[-1] == "other (9,971 more)"
    assert sum(found.values[0]) == len(frame)


def test_what_is_left_over_neither_dwarfs_the_bars_nor_leads_the_words() -> None:
    frame = pd.DataFrame({"c": [f"v{n % 5_000}" for n in range(10_000)] + ["often"] * 50})
    found = bar.info(frame, "c")
    drawn = bar.figure(found)["data"][0]["y"]
    assert drawn[0] == "often" and not any("other" in name for name in drawn)
    assert bar.alt(found).startswith("Bar chart of c in 10,050 rows with 5,001 different values: often 50 (0.5 %), v0 2 (under 0.1 %)")
    assert bar.alt(found).endswith("4,971 other values have 9,942 rows (99 %), too many for a bar beside these.")
    few = bar.info(pd.DataFrame({"c": ["a"] * 500 + [f"v{n}" for n in range(40)]}), "c")
    assert bar.figure(few)["data"][0]["y"][-1] == "other (11 more)"
    assert bar.alt(few).endswith("11 other values have 11 rows (2.0 %).")


def test_the_overview_says_mostly_of_what_most_rows_have_and_names_no_leftovers() -> None:
    numbers = np.random.default_rng(2)
    frame = pd.DataFrame({
        "even": numbers.uniform(0, 100, 4_000), "when": pd.date_range("2023-05-01 07:30", periods=4_000, freq="h"),
        "town": [f"t{n % 400}" if n % 4 else "Bonn" for n in range(4_000)], "paid": ["yes"] * 3_000 + ["no"] * 1_000,
    })  # fmt: skip
    assert overview.alt(overview.info(frame, list(frame))) == (
        "How the values of 4 columns are spread: even from 0.00648 to 100, when from 2023-05-01 to 2023-10-14, town most often Bonn (25 %), paid mostly yes (75 %)."
    )


def test_a_map_of_gaps_shows_the_emptiest_of_many_columns_in_their_order() -> None:
    frame = pd.DataFrame({f"c{place}": [np.nan if row <= place % 30 else 1.0 for row in range(60)] for place in range(90)})
    found = missing_map.info(frame)
    assert len(found.columns) == missing_map.MOST_COLUMNS and found.left_out == 50
    gaps = frame[list(found.columns)].isna().sum()
    assert gaps.min() >= frame.drop(columns=list(found.columns)).isna().sum().max()
    assert list(found.columns) == [name for name in frame.columns if name in found.columns]


def test_a_box_has_the_quartiles_and_the_reach_of_its_group(titanic: pd.DataFrame) -> None:
    found = {group.label: group for group in box.info(titanic, "Fare", "Pclass").groups}["1"]
    fares = titanic.loc[titanic["Pclass"] == 1, "Fare"]
    q1, q3 = fares.quantile(0.25), fares.quantile(0.75)
    assert (found.q1, found.median, found.q3) == pytest.approx((q1, fares.median(), q3))
    assert found.outlier_count == int((fares > q3 + 1.5 * (q3 - q1)).sum())
    assert found.high == fares[fares <= q3 + 1.5 * (q3 - q1)].max()


def test_a_group_without_outliers_has_its_box_too() -> None:
    frame = pd.DataFrame({"price": [1.0, 2, 3, 4, 1, 2, 3, 90], "kind": list("aaaabbbb")})
    calm, wild = box.figure(box.info(frame, "price", "kind"))["data"]
    assert (calm["name"], calm["q1"], calm["boxpoints"]) == ("a", [1.75], False)
    assert "y" not in calm  # Plotly leaves a box out whose list of points is empty
    assert (wild["name"], wild["y"], wild["boxpoints"]) == ("b", [[90.0]], "outliers")


def test_a_violin_is_widest_where_most_values_are() -> None:
    values = np.concatenate([np.random.default_rng(0).normal(0, 1, 900), np.random.default_rng(1).normal(20, 1, 100)])
    found = violin.info(pd.DataFrame({"x": values}), "x")
    assert abs(found.places[0][int(np.argmax(found.density[0]))]) < 1
    assert max(found.density[0]) == 1


def test_a_scatter_draws_rows_that_have_both_and_correlates_them(titanic: pd.DataFrame) -> None:
    found = scatter.info(titanic, "Age", "Fare")
    assert found.rows == len(found.xs) == 714
    assert found.correlation == pytest.approx(titanic["Age"].corr(titanic["Fare"]))


def test_a_line_is_the_mean_at_each_value(titanic: pd.DataFrame) -> None:
    found = line.info(titanic, "SibSp", "Fare")
    assert found.values[0] == pytest.approx(titanic.groupby("SibSp")["Fare"].mean().tolist())


def test_a_line_without_a_number_counts_rows_along_dates() -> None:
    days = pd.to_datetime(["2024-01-01", "2024-01-01", "2024-01-03"])
    found = line.info(pd.DataFrame({"day": days}), "day")
    assert found.places == ("2024-01-01T00:00:00.000", "2024-01-03T00:00:00.000")
    assert found.values[0] == (2, 1)


def test_a_correlation_matrix_is_that_of_pandas(titanic: pd.DataFrame) -> None:
    names = ["Age", "Fare", "SibSp"]
    for method in correlation.METHODS:
        found = correlation.info(titanic, names, method)
        assert np.allclose(np.array(found.values, dtype=float), titanic[names].corr(method=method).to_numpy())


def test_gaps_are_counted_by_column_and_row(titanic: pd.DataFrame) -> None:
    found = missing.info(titanic)
    assert dict(zip(found.columns, found.missing, strict=True)) == {"Cabin": 687, "Age": 177, "Embarked": 2}
    assert found.complete_rows == len(titanic.dropna())


def test_the_map_of_gaps_counts_each_stretch_and_sees_what_is_missing_together() -> None:
    gaps = np.arange(120) < 30
    frame = pd.DataFrame({"a": np.where(gaps, np.nan, 1.0), "b": np.where(gaps, None, "x"), "c": 1})
    found = missing_map.info(frame)
    assert found.columns == ("a", "b")
    assert found.shares[0] == (1.0,) * 15 + (0.0,) * 45
    assert found.together == ("a", "b", 30)


def test_a_pair_plot_draws_at_most_five_columns(titanic: pd.DataFrame) -> None:
    frame = pd.DataFrame(np.random.default_rng(0).normal(size=(900, 8)), columns=list("abcdefgh"))
    found = pairs.info(frame, list("abcdefgh"))
    assert found.columns == tuple("abcde")
    assert (found.left_out, len(found.group)) == (3, 600)
    assert [sum(counts) for counts in found.counts] == [900] * 5
    assert len(pairs.figure(found)["data"]) == 25


def test_the_target_is_shared_out_by_class_or_spread_by_number(titanic: pd.DataFrame) -> None:
    classes = target.info(titanic, "Sex", "Survived", "classification")
    table = pd.crosstab(titanic["Survived"], titanic["Sex"])
    for label, row in zip(classes.classes, classes.counts, strict=True):
        assert dict(zip(classes.categories, row, strict=True)) == table.loc[int(label)].to_dict()
    numbers = target.info(titanic, "Pclass", "Fare", "regression")
    assert [group.median for group in numbers.groups] == pytest.approx(titanic.groupby("Pclass")["Fare"].median().tolist())


def test_a_numeric_column_is_cut_into_ten_ranges_for_the_target(titanic: pd.DataFrame) -> None:
    found = target.info(titanic, "Fare", "Survived", "classification")
    assert 8 <= len(found.categories) <= 10
    assert int(np.sum(found.counts)) == 891


def test_before_and_after_count_what_there_was_and_is() -> None:
    before, after = pd.Series([1.0, None, 3.0] * 10), pd.Series([1.0, 2.0, 3.0] * 10)
    found = before_after.info("x", before, after)
    assert (sum(found.before.counts), sum(found.after.counts)) == (30, 30) or sum(found.after.counts) == 30
    assert "10 missing became 0" in before_after.alt(found)


def test_grouped_values_keep_their_order_and_their_colours() -> None:
    table = pd.DataFrame({"city": ["a", "a", "b"], "sex": ["f", "m", "f"], "mean of x": [1.0, 2.0, np.nan]})
    found = grouped.info(table, ["city", "sex"])
    assert found.groups == ("a", "b")
    assert found.labels == ("f", "m")
    assert found.values == ((1.0, None), (2.0, None))
    assert "highest 2 for a and m" in grouped.alt(found)


def test_an_overview_has_a_panel_for_each_of_the_first_twelve_columns() -> None:
    frame = pd.DataFrame(np.random.default_rng(0).normal(size=(200, 15)), columns=[f"c{n}" for n in range(15)])
    found = overview.info(frame, list(frame))
    assert (len(found.panels), found.left_out) == (12, 3)
    assert all(sum(panel.counts) == 200 for panel in found.panels)


def test_levels_of_numbers_go_by_size_and_what_is_missing_comes_last() -> None:
    labels, codes = groups.levels(pd.Series(["10", "9", None, "9"]))
    assert labels == ("9", "10", "(missing)")
    assert codes.tolist() == [1, 0, 2, 0]
