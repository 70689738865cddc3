"""What cells are: numbers in every dress, codes, dates, words, missing ones."""

from __future__ import annotations

import math
from collections.abc import Callable

import pandas as pd
import pytest

from engine.ingest import Understood

Read = Callable[..., Understood]


def column(read: Read, cells: list[str], **hints: object) -> pd.Series:
    """Read one column beside a column of words."""
    rows = [f'"{cell}",w{place % 3}' for place, cell in enumerate(cells)]
    return read("value,word\n" + "\n".join(rows), **hints).frame["value"]


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (["1", "2", "30"], [1, 2, 30]),
        (["1", "2.5", "3e2"], [1.0, 2.5, 300.0]),
        (["1,234", "12", "1,000,000"], [1234, 12, 1000000]),
        (["$3,504.00", "($3,693.00)", "$1.50"], [3504.0, -3693.0, 1.5]),
        (["45.3%", "7%", "-1.5%"], [45.3, 7.0, -1.5]),
        (["3 €", "-2 €", "5 €"], [3, -2, 5]),
        (["$.50", "$1.25", "-$3."], [0.5, 1.25, -3.0]),
        (["Rs. 500", "Rs. 1,200", "Rs. 20"], [500, 1200, 20]),
        (["1 234", "12", "10 000"], [1234, 12, 10000]),
        (["1\u2009234", "12", "10\u2007000"], [1234, 12, 10000]),
        (["7 Personen", "12 Personen", "-3 Personen"], [7, 12, -3]),
        (["64GB", "128GB", "8GB"], [64, 128, 8]),
        (["1.5K", "2M", "-700"], [1500, 2e6, -700]),
        (["1 day", "2 days", "30 days"], [1, 2, 30]),
        (["5 kg/m2", "7 kg/m2", "6.5 kg/m2"], [5, 7, 6.5]),
        (["1,204*", "3,000", "17**"], [1204, 3000, 17]),
        (["8.5 (p)", "7.25", "9 [2]", "11†"], [8.5, 7.25, 9, 11]),
        (["40.2 b", "41.7", "43.0 p"], [40.2, 41.7, 43.0]),
        (["12.5-", "3.25", "1,000.00-"], [-12.5, 3.25, -1000]),
    ],
)
def test_numbers(read: Read, cells: list[str], values: list[float]) -> None:
    assert column(read, cells).tolist() == values


@pytest.mark.parametrize(
    "cells",
    [
        ["12 (3)", "40 (11)", "7 (2)"],
        ["12 a", "13 b", "14 a"],
        ["007GB", "012GB", "100GB"],
        ["5 d", "3 h", "9 d"],
    ],
)
def test_what_is_more_than_a_number_stays_text(read: Read, cells: list[str]) -> None:
    assert column(read, cells).tolist() == cells


def test_marks_that_were_taken_off_are_said(read: Read) -> None:
    warnings = " ".join(read("a,w\n10,x\n12 (e),y\n13*,z\n").warnings)
    assert "'a' read as numbers: marks behind them were taken off, such as in '12 (e)', '13*'" in warnings


@pytest.mark.parametrize(
    "cells", [["00037", "00111", "12345"], ["003E2", "004E4", "111E1"], ["0700123", "0800456", "0900789"]]
)
def test_codes_with_leading_zeros_stay_text(read: Read, cells: list[str]) -> None:
    assert column(read, cells).tolist() == cells


def test_no_digit_is_lost(read: Read) -> None:
    assert column(read, ["9007199254740993", "9007199254740994", "1"])[0] == 9007199254740993
    huge = ["10000000000000000000000001", "10000000000000000000000002", "1"]
    assert column(read, huge).tolist() == huge
    with_gap = ["9007199254740993", "", "9007199254740995"]
    assert column(read, with_gap)[2] == "9007199254740995"


def test_whole_numbers_with_gaps_are_floats(read: Read) -> None:
    values = column(read, ["1", "", "3"])
    assert values.dtype == "float64"
    assert math.isnan(values[1])


@pytest.mark.parametrize("token", ["?", "-", "n/a", "N/A", "NULL", "none", ".", "****", "#DIV/0!", "missing", " ", "[x]", "(D)", "k. A.", "#NV"])
def test_missing_tokens_among_numbers(read: Read, token: str) -> None:
    values = column(read, ["1.5", token, "2.5", "3.5"])
    assert values.dtype == "float64"
    assert values.isna().tolist() == [False, True, False, False]


def test_words_that_mean_missing_only_among_numbers_stay_words(read: Read) -> None:
    assert column(read, ["-", "none", "few", "many"]).isna().sum() == 0


def test_mostly_numbers_stay_text_and_the_odd_cells_are_shown(read: Read) -> None:
    cells = [str(n) for n in range(20)] + ["about 200"]
    understood = read("value,word\n" + "\n".join(f"{cell},w" for cell in cells))
    assert understood.frame["value"][20] == "about 200"
    assert any("'about 200'" in sentence for sentence in understood.warnings)


@pytest.mark.parametrize(
    ("cells", "first"),
    [
        (["2019-01-28", "2019-02-03", "2020-12-31"], "2019-01-28"),
        (["2019-01-28 10:20:30", "2019-02-03 00:00:00", "2020-12-31 23:59:59"], "2019-01-28 10:20:30"),
        (["28/01/2019", "03/02/2019", "31/12/2020"], "2019-01-28"),
        (["1/28/2019 0:00:00", "2/3/2019 0:00:00", "12/31/2020 0:00:00"], "2019-01-28"),
        (["Jan 28 2019", "Feb 03 2019", "Dec 31 2020"], "2019-01-28"),
        (["28.01.2019", "03.02.2019", "31.12.2020"], "2019-01-28"),
        (["2019-01-28", "03/02/2019", "Dec 31 2020", "28/01/2019"], "2019-01-28"),
        (["28-Jan-2019", "03-Feb-2019", "31-Dec-2020"], "2019-01-28"),
        (["28. Jänner 2019", "3. Februar 2019", "31. März 2020"], "2019-01-28"),
        (["28. Jan. 2019", "03. Feb. 2019", "31. Dez. 2020"], "2019-01-28"),
        (["28 janvier 2019", "3 février 2019", "1er août 2020"], "2019-01-28"),
        (["28 de enero de 2019", "3 de febrero de 2019", "31 de mayo de 2020"], "2019-01-28"),
        (["28-gen-2019", "03-feb-2019", "31-mag-2020"], "2019-01-28"),
        (["28 stycznia 2019", "3 lutego 2019", "31 października 2020"], "2019-01-28"),
        (["January 28th, 2019", "February 3rd, 2019", "May 1st, 2020"], "2019-01-28"),
        (["2019/01/28 3:10:05 PM GMT+1", "2019/02/03 3:10:05 PM GMT+1", "2020/12/31 9:00:00 AM GMT+1"], "2019-01-28 15:10:05"),
        (["2019年1月28日", "2019年2月3日", "2020年12月31日"], "2019-01-28"),
        (["28JAN2019", "03FEB2019", "31DEC2020"], "2019-01-28"),
        (["2019-Jan-28", "2019-Feb-03", "2020-Dec-31"], "2019-01-28"),
        (["[28/Jan/2019:00:00:00 +0000]", "[03/Feb/2019:10:00:00 +0000]", "[31/Dec/2020:11:12:13 +0000]"], "2019-01-28"),
    ],
)
def test_dates(read: Read, cells: list[str], first: str) -> None:
    values = column(read, cells)
    assert values[0] == pd.Timestamp(first)
    assert values[1].date() == pd.Timestamp("2019-02-03").date()


def test_ambiguous_dates_are_said_and_can_be_turned(read: Read) -> None:
    text = "d,v\n01/02/2021,7\n03/04/2021,5\n05/06/2021,7\n"
    understood = read(text)
    assert understood.frame["d"][0] == pd.Timestamp("2021-01-02")
    assert any("both orders" in sentence for sentence in understood.warnings)
    assert read(text, date_order="day").frame["d"][0] == pd.Timestamp("2021-02-01")


@pytest.mark.parametrize(
    ("name", "cells", "first", "said"),
    [
        ("Order Date", ["44927", "44930", "45001"], "2023-01-01", "days since 1899-12-30"),
        ("Rechnungsdatum", ["44927.5", "44930.25", "45001"], "2023-01-01 12:00", "days since"),
        ("timestamp", ["1700000000", "", "1700000060"], "2023-11-14 22:13:20", "seconds since 1970-01-01"),
        ("created_at", ["1700000000123", "1700000000456", "1700000060000"], "2023-11-14 22:13:20.123", "milliseconds since"),
    ],
)
def test_dates_that_are_counts_are_read_as_dates_and_said(read: Read, name: str, cells: list[str], first: str, said: str) -> None:
    understood = read(f"{name},w\n" + "\n".join(f"{cell},x" for cell in cells))
    assert understood.frame[name][0] == pd.Timestamp(first)
    assert any(said in sentence for sentence in understood.warnings)


@pytest.mark.parametrize("name", ["price", "date_id", "update count", "steps per day", "data"])
def test_other_numbers_of_that_size_stay_numbers(read: Read, name: str) -> None:
    assert read(f"{name},w\n44927,x\n44930,x\n45001,y\n").frame[name][0] == 44927


def test_times_that_last_are_numbers_and_times_of_day_stay_words(read: Read) -> None:
    understood = read("lap,start\n1:02.5,08:15\n59:59,23:59\n1:00:01,00:00\n")
    assert understood.frame["lap"].tolist() == [62.5, 3599, 3601]
    assert understood.frame["start"].tolist() == ["08:15", "23:59", "00:00"]
    assert any("'lap' read as numbers" in sentence for sentence in understood.warnings)
    assert any("'start' stays text" in sentence for sentence in understood.warnings)


def test_months_of_another_language_are_said(read: Read) -> None:
    warnings = read("tag;w\n3. März 2021;x\n4. Mai 2021;y\n").warnings
    assert "The months of 'tag' are not in English; 'Mai' was read as May." in warnings or any("'März' was read as March" in said for said in warnings)


def test_times_with_zones_become_utc(read: Read) -> None:
    values = column(read, ["2021-01-10T00:30:00Z", "2021-02-10T07:30:00+02:00", "2021-03-10T14:30:00-0500"])
    assert values[1] == pd.Timestamp("2021-02-10 05:30")
    assert values[2] == pd.Timestamp("2021-03-10 19:30")


def test_true_and_false_are_booleans(read: Read) -> None:
    values = column(read, ["TRUE", "FALSE", "true"])
    assert values.dtype == "bool"
    assert values.tolist() == [True, False, True]


def test_spellings_of_yes_and_no_are_made_one(read: Read) -> None:
    understood = read("v,w\n" + "\n".join(f"{word},x" for word in ["No", "yes", "Yes", "no", "No", "Yes"]))
    assert understood.frame["v"].tolist() == ["No", "Yes", "Yes", "No", "No", "Yes"]
    assert any("'yes' as 'Yes'" in sentence for sentence in understood.warnings)


def test_infinite_values_are_said(read: Read) -> None:
    understood = read("v,w\n" + "\n".join(f"{cell},x" for cell in ["1.5", "inf", "-Infinity", "1e400"]))
    assert understood.frame["v"].tolist() == [1.5, math.inf, -math.inf, math.inf]
    assert any("infinite" in sentence for sentence in understood.warnings)
