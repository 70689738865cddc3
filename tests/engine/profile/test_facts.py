"""What is counted of a column is what numpy and pandas count."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from engine.profile.facts import count, facts_of, summary


@pytest.mark.parametrize("rows", [1, 2, 5, 1000])
def test_quartiles_and_moments_are_those_of_all_values_written_out(rows: int) -> None:
    values = np.random.default_rng(rows).integers(0, 20, rows).astype(float)
    series = pd.Series(np.append(values, [np.nan, np.inf]), name="x")
    found = facts_of(series, "numeric")
    assert found.quartiles == pytest.approx(tuple(np.quantile(values, [0.25, 0.5, 0.75])))
    row = summary(found)
    assert row["mean"] == pytest.approx(values.mean())
    assert row["std"] == (pytest.approx(values.std(ddof=1)) if rows > 1 else None)
    assert (row["min"], row["max"]) == (values.min(), values.max())
    assert (found.known, found.finite, found.missing) == (rows + 1, rows, 1)


def test_skewness_is_that_of_the_population() -> None:
    values = np.random.default_rng(0).exponential(size=500)
    centred = values - values.mean()
    expected = (centred**3).mean() / (centred**2).mean() ** 1.5
    assert facts_of(pd.Series(values, name="x"), "numeric").moments[2] == pytest.approx(expected)


def test_repeated_rows_are_counted_as_pandas_counts_them() -> None:
    random = np.random.default_rng(1)
    frame = pd.DataFrame(
        {
            "n": random.choice([0.0, -0.0, np.nan, 1.5], 300), "i": random.integers(0, 2, 300), "b": random.choice([True, False], 300),
            "s": pd.Series(random.choice(["a", "b", None], 300), dtype="str"), "d": pd.to_datetime("2020-01-01"),
        }
    )  # fmt: skip
    found = count(frame, [{"name": name, "kind": "numeric"} for name in frame], None, None)
    assert found.duplicates == int(frame.duplicated().sum())


@pytest.mark.parametrize("rows", [30, 3000])
def test_rows_that_differ_only_in_columns_of_few_values_are_no_repeats(rows: int) -> None:
    random = np.random.default_rng(2)
    frame = pd.DataFrame({f"n{number}": random.integers(0, 3, rows) for number in range(8)})
    frame = frame.assign(**{f"same{number}": np.arange(rows) // 2 for number in range(8)})
    found = count(frame, [{"name": name, "kind": "numeric"} for name in frame], None, None)
    assert found.duplicates == int(frame.duplicated().sum()) < rows // 2


def test_numbers_are_counted_by_size_without_gaps() -> None:
    values = np.array([2.0, np.nan, -np.inf, 0.0, 2.0, -0.0, np.inf, np.nan])
    found = facts_of(pd.Series(values, name="x"), "numeric")
    assert (list(found.uniques), list(found.counts)) == ([-np.inf, 0.0, 2.0, np.inf], [1, 2, 2, 1])
    nothing = facts_of(pd.Series([np.nan, np.nan], name="x"), "numeric")
    assert (nothing.unique, nothing.known, nothing.missing) == (0, 0, 2)


def test_text_is_counted_in_the_order_in_which_it_comes() -> None:
    found = facts_of(pd.Series(["b", "a", None, "a"], dtype="str", name="t"), "categorical")
    assert list(found.uniques) == ["b", "a"]
    assert (found.top, found.top_share, found.missing) == ("a", 2 / 3, 1)


def test_text_of_tables_put_together_is_counted_as_one_column() -> None:
    parts = [pd.Series(["b", None], dtype="str"), pd.Series(["a", "b", "a", "a"], dtype="str"), pd.Series([], dtype="str")]
    found = facts_of(pd.concat(parts, ignore_index=True).rename("t"), "categorical")
    assert (list(found.uniques), list(found.counts), found.missing) == (["b", "a"], [2, 3], 1)
    assert list(found.codes_at(np.arange(6))) == [0, -1, 1, 0, 1, 1]
    assert facts_of(parts[2].rename("t"), "categorical").unique == 0


@pytest.mark.parametrize("values", [[3, 0, 3, 1], [3, -1, 3, 1], [2**62, 0, 2**62], [7, 7, 7, 7]])
def test_whole_numbers_are_counted_by_size(values: list[int]) -> None:
    found = facts_of(pd.Series(values, name="x"), "numeric")
    expected = pd.Series(values).value_counts().sort_index()
    assert (list(found.uniques), list(found.counts)) == (list(expected.index), list(expected))
