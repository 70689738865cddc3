"""How far the preparation of a table is told to be."""

import numpy as np
import pandas as pd
import pytest
from sklearn.preprocessing import StandardScaler

from engine import price
from engine.estimators.fill_from_others import FillFromOthers
from engine.kinds import describe_columns
from engine.operations import Fit
from engine.snapshot import extend, first_snapshot
from engine.stages import SLICES

ROWS = 101


@pytest.fixture
def table():
    random = np.random.default_rng(0)
    frame = pd.DataFrame(random.normal(size=(ROWS, 3)), columns=["a", "b", "c"])
    frame.loc[::7, "a"] = np.nan
    return frame.assign(word=np.where(frame["b"] > 0, "yes", "no"))


FILL = Fit("impute", FillFromOthers(["a"], "knn"), None, fills=True, changes=("a",), seconds=30)
SCALE = Fit("scale", StandardScaler(), ("b", "c"))


def prepared(table, *operations):
    said = []
    start = first_snapshot(table, describe_columns(table), [])
    return extend(start, operations, report=lambda fraction, text: said.append((fraction, text))).view, said


def test_a_long_step_tells_how_many_rows_it_was_applied_to(table):
    view, said = prepared(table, FILL)
    fractions = [fraction for fraction, _ in said]
    assert said[0] == (0.0, f"learning from {ROWS} rows; about 30 seconds in all")
    assert said[2] == (pytest.approx(6 / ROWS), f"applied to 6 of {ROWS} rows; about 30 seconds in all")
    assert fractions == sorted(fractions)
    assert len(said) > SLICES / 2
    assert view["a"].notna().all()


def test_each_step_is_named_and_has_its_share_of_the_predicted_seconds(table):
    _, said = prepared(table, SCALE, FILL)
    assert said[0] == (0.0, f"1 of 2, scale: learning from {ROWS} rows")
    assert said[2] == (pytest.approx(1 / 31), f"2 of 2, impute: learning from {ROWS} rows; about 30 seconds in all")


def test_the_table_is_the_same_whether_it_is_prepared_in_parts_or_not(table, monkeypatch):
    in_parts, said = prepared(table, FILL)
    monkeypatch.setattr(price, "PATIENT_SECONDS", 1000)
    whole, at_once = prepared(table, FILL)
    assert len(at_once) == 2 < len(said)
    pd.testing.assert_frame_equal(in_parts, whole, rtol=1e-12)


def test_a_column_that_would_change_its_kind_part_by_part_is_prepared_as_a_whole(table):
    frame = table.assign(a=table["a"].round().astype("Int64"))
    view, said = prepared(frame, FILL)
    assert len(said) == 2
    assert view["a"].dtype == np.float64
