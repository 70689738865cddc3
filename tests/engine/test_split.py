"""Splitting rows: the sizes asked for, no row twice, equal for equal seeds."""

import numpy as np
import pandas as pd
import pytest

from engine.split import split_rows

STRATEGIES = ["random", "stratified", "time", "group", "stratified_group"]


@pytest.fixture
def frame():
    generator = np.random.default_rng(0)
    return pd.DataFrame(
        {
            "y": generator.choice(["no", "no", "no", "yes"], 400),
            "group": generator.integers(0, 80, 400),
            "when": pd.Timestamp("2024-01-01") + pd.to_timedelta(generator.permutation(400), unit="D"),
        }
    )


def parts_of(frame, strategy, **sizes):
    column = {"time": "when", "group": "group", "stratified_group": "group"}.get(strategy)
    sizes = sizes or {"train": 0.6, "validation": 0.2, "test": 0.2}
    return split_rows(frame, "y", strategy=strategy, column=column, **sizes)


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_each_row_is_in_one_part_and_the_sizes_are_as_asked(frame, strategy):
    parts = parts_of(frame, strategy)
    assert sorted(np.concatenate(list(parts.values()))) == list(range(400))
    assert {name: len(rows) for name, rows in parts.items()} == pytest.approx(
        {"train": 240, "validation": 80, "test": 80}, abs=4
    )
    assert all((np.diff(rows) > 0).all() for rows in parts.values())


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_the_same_seed_gives_the_same_rows(frame, strategy):
    first, again = parts_of(frame, strategy), parts_of(frame, strategy)
    assert all((first[name] == again[name]).all() for name in first)


def test_another_seed_gives_other_rows(frame):
    first, other = split_rows(frame, seed=1), split_rows(frame, seed=2)
    assert first["test"].tolist() != other["test"].tolist()


def test_without_validation_there_are_no_validation_rows(frame):
    parts = split_rows(frame, "y", train=0.7, validation=0, test=0.3, strategy="stratified")
    assert [len(parts[name]) for name in ("train", "validation", "test")] == [280, 0, 120]


def test_classes_are_mixed_alike_and_rare_ones_stay_in_training(frame):
    frame.loc[[5, 6], "y"] = "rare"
    parts = parts_of(frame, "stratified")
    shares = [(frame["y"].iloc[rows] == "yes").mean() for rows in parts.values()]
    assert max(shares) - min(shares) < 0.01
    assert {5, 6} <= set(parts["train"])


def test_groups_are_never_divided(frame):
    for strategy in ("group", "stratified_group"):
        groups = [set(frame["group"].iloc[rows]) for rows in parts_of(frame, strategy).values()]
        assert sum(map(len, groups)) == len(set.union(*groups))


def test_groups_with_a_like_mix_of_classes(frame):
    frame["y"] = np.where(frame["group"] % 4 == 0, "yes", "no")
    parts = parts_of(frame, "stratified_group")
    shares = [(frame["y"].iloc[rows] == "yes").mean() for rows in parts.values()]
    assert max(shares) - min(shares) < 0.06


def test_two_groups_fill_two_parts():
    frame = pd.DataFrame({"g": ["a"] * 9 + ["b"]})
    parts = split_rows(frame, train=0.5, test=0.5, strategy="group", column="g")
    assert all(len(parts[name]) for name in ("train", "test"))
    with pytest.raises(ValueError, match="2 groups cannot be divided into 3"):
        split_rows(frame, train=0.5, validation=0.25, test=0.25, strategy="group", column="g")


def test_the_latest_rows_are_the_test_and_rows_without_a_time_are_not(frame):
    frame.loc[7, "when"] = pd.NaT
    parts = parts_of(frame, "time")
    assert frame["when"].iloc[parts["train"]].max() < frame["when"].iloc[parts["validation"]].min()
    assert frame["when"].iloc[parts["validation"]].max() < frame["when"].iloc[parts["test"]].min()
    assert 7 in parts["train"]


def test_the_users_own_column_decides():
    frame = pd.DataFrame({"part": ["Train", "test ", "VAL", "train"]}, index=[9, 9, 9, 9])
    parts = split_rows(frame, strategy="column", column="part")
    assert {name: rows.tolist() for name, rows in parts.items()} == {"train": [0, 3], "validation": [2], "test": [1]}
    with pytest.raises(ValueError, match="not 'maybe'"):
        split_rows(pd.DataFrame({"part": ["train", "maybe"]}), strategy="column", column="part")


def test_what_cannot_be_is_said(frame):
    with pytest.raises(ValueError, match="add up to 1"):
        split_rows(frame, train=0.8, test=0.3)
    with pytest.raises(ValueError, match="too few"):
        split_rows(frame.head(2), train=0.8, test=0.2)
    with pytest.raises(ValueError, match="called 'magic'"):
        split_rows(frame, strategy="magic")


def test_fractions_that_add_up_but_for_rounding_are_taken(frame):
    parts = split_rows(frame, train=0.7, validation=0.1, test=0.2)
    assert len(parts["train"]) == 280
