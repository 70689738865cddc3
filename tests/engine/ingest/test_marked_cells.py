"""Dates with weekdays, spans of time, limits of measuring, sides of an account, and old Asian encodings."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from engine.ingest import Understood

Read = Callable[..., Understood]


def column(read: Read, cells: list[str], name: str = "value") -> tuple[pd.Series, list[str]]:
    """Read one column beside a column of words, and give what was said."""
    understood = read(f"{name};word\n" + "\n".join(f'"{cell}";w{place % 3}' for place, cell in enumerate(cells)))
    return understood.frame[name], understood.warnings


@pytest.mark.parametrize(
    ("cells", "first"),
    [
        (["Fr 07.03.2025", "Sa 08.03.2025", "So 16.03.2025"], "2025-03-07"),
        (["Freitag, 7. März 2025", "Samstag, 8. März 2025", "Donnerstag, 1. Mai 2025"], "2025-03-07"),
        (["Fr., 07.03.2025", "Sa., 08.03.2025", "So., 16.03.2025"], "2025-03-07"),
        (["vendredi 7 mars 2025", "samedi 8 mars 2025", "jeudi 1 mai 2025"], "2025-03-07"),
        (["ven. 07/03/2025", "sam. 08/03/2025", "dim. 16/03/2025"], "2025-03-07"),
        (["sexta-feira, 7 de março de 2025", "sábado, 8 de março de 2025"], "2025-03-07"),
        (["Friday, March 7, 2025", "Saturday, March 8, 2025"], "2025-03-07"),
        (["7.III.2025", "8.XI.2025", "9.I.2024"], "2025-03-07"),
        (["7 III 2025", "8 XI 2025", "9 I 2024"], "2025-03-07"),
        (["07.03.2025, 08:15 Uhr", "08.03.2025, 09:00 Uhr"], "2025-03-07 08:15"),
        (["07/03/2025 à 8h15", "08/03/2025 à 9h00"], "2025-03-07 08:15"),
        (["Fr 07/03/2025", "Sa 08/03/2025"], "2025-03-07"),
        (["March 7, 2025, 8:15 p.m.", "March 8, 2025, 9:00 a.m."], "2025-03-07 20:15"),
        (["Fri, 07 Mar 2025 08:15:00 +0100", "Sat, 08 Mar 2025 08:15:00 +0100"], "2025-03-07 07:15"),
        (["Fri Mar  7 08:15:00 2025", "Mon Mar 10 08:15:00 2025"], "2025-03-07 08:15"),
        (["Fri Mar 07 08:15:00 +0000 2025", "Sat Mar 08 08:15:00 +0000 2025"], "2025-03-07 08:15"),
        (["Fri Mar 07 2025 08:15:00 GMT+0100 (Central European Standard Time)"] * 2, "2025-03-07 07:15"),
        (["20250307T081500Z", "20250308T081500Z"], "2025-03-07 08:15"),
        (["Mar-25", "Apr-25", "May-25"], "2025-03-01"),
        (["03/2025", "04/2025", "12/2025"], "2025-03-01"),
        (["2025M03", "2025M12"], "2025-03-01"),
        (["2025-Q2", "2025-Q3", "2024-Q4"], "2025-04-01"),
        (["Q2 2025", "Q3 2025", "Q1 2024"], "2025-04-01"),
        (["2T2025", "3T2025", "1T2024"], "2025-04-01"),
        (["2. Quartal 2025", "3. Quartal 2025"], "2025-04-01"),
        (["2025-W03", "2025-W52", "2026-W01"], "2025-01-13"),
        (["KW 3/2025", "KW 52/2025"], "2025-01-13"),
    ],
)
def test_dates(read: Read, cells: list[str], first: str) -> None:
    dates, _ = column(read, cells)
    assert dates[0] == pd.Timestamp(first)


def test_an_offset_is_said_to_be_reckoned_with(read: Read) -> None:
    said = column(read, ["Fri, 07 Mar 2025 08:15:00 +0100", "Sat, 08 Mar 2025 08:15:00 +0200"])[1]
    assert any("were put in UTC" in sentence for sentence in said)


@pytest.mark.parametrize("cells", [["Q1 2024", "Q5 2024"], ["2025-W01", "2025-W60"], ["Bob 07.03.2025", "Sue 08.03.2025"], ["7.IC.2025", "8.XI.2025"], ["2008/09", "2012/13"], ["13/2025", "04/2025"], ["Mar 25", "Apr 30"]])
def test_what_only_looks_like_dates_stays_text(read: Read, cells: list[str]) -> None:
    assert column(read, cells)[0].tolist() == cells


def test_hours_without_any_mark_are_moments_where_the_name_says_so(read: Read) -> None:
    moments, _ = column(read, ["2025030700", "2025030701", "2025030723"], "MESS_DATUM")
    assert moments[2] == pd.Timestamp("2025-03-07 23:00")
    assert column(read, ["20250307081500", "20250308091600"], "timestamp")[0][0] == pd.Timestamp("2025-03-07 08:15")
    assert column(read, ["2025030700", "2025030701", "2025030723"], "order")[0].dtype == "int64"


def test_that_a_quarter_is_its_first_day_is_said(read: Read) -> None:
    assert "'value' was read as dates: 2025-Q2 is the first day of that quarter." in column(read, ["2025-Q2", "2025-Q3"])[1]


def test_weekdays_of_another_language_are_said(read: Read) -> None:
    said = column(read, ["Mi 05.03.2025", "Do 06.03.2025", "Mi 12.03.2025"])[1]
    assert any("weekdays of 'value' are not in English; 'Do' was read as Thu" in sentence for sentence in said)


def test_a_few_limits_count_as_the_number_and_are_named(read: Read) -> None:
    lead, said = column(read, [f"{n}.5" for n in range(12)] + ["<0.5", "> 80"], "lead")
    assert lead.tolist()[-2:] == [0.5, 80]
    assert any("'lead' read as numbers: limits" in sentence and "'<0.5', '> 80'" in sentence for sentence in said)


def test_many_limits_stay_text(read: Read) -> None:
    lead, said = column(read, [f"{n}.5" for n in range(12)] + [f"<0.{n}" for n in range(2, 8)], "lead")
    assert lead[12] == "<0.2"
    assert any("many of its numbers are limits, such as '<0.2'" in sentence for sentence in said)


def test_a_mark_that_every_number_has_is_taken_off(read: Read) -> None:
    assert column(read, ["10,000+", "500+", "1,000,000+"])[0].tolist() == [10000, 500, 1000000]


def test_what_was_not_found_by_a_laboratory_is_missing(read: Read) -> None:
    cadmium, said = column(read, ["0.1", "0.2", "n.d.", "< LOD", "BDL", "0.4"], "cadmium")
    assert cadmium.isna().tolist() == [False, False, True, True, True, False]
    assert any("'< LOD', 'BDL', 'n.d.'" in sentence for sentence in said)


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (["1,500.00 Cr", "20.50 Dr", "3.00 Cr"], [1500, -20.5, 3]),
        (["1.500,00 S", "20,50 H", "3,00 S"], [-1500, 20.5, -3]),
        (["1,500.00CR", "20.50DR"], [1500, -20.5]),
        (["5 s", "7 s"], [5, 7]),
        (["Fr. 5.50", "Fr. 1'200.00"], [5.5, 1200]),
        (["￥1,200", "￥300"], [1200, 300]),
        (["1 200,50 руб.", "300,00 руб."], [1200.5, 300]),
        (["120元", "35元"], [120, 35]),
        (["R$ 1.200,50", "R$ 35,00"], [1200.5, 35]),
    ],
)
def test_amounts(read: Read, cells: list[str], values: list[float]) -> None:
    assert column(read, cells)[0].tolist() == values


def test_amounts_taken_away_are_said(read: Read) -> None:
    assert any("those with 'Dr' behind them are negative" in sentence for sentence in column(read, ["5 Cr", "7 Dr"])[1])


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("cp932", ["商品名", "りんご", "株式会社山田", "東京都港区①"]),
        ("gb18030", ["公司名称", "深圳市科技有限公司", "价格（元）", "黑龙江"]),
        ("big5", ["姓名", "陳大文", "臺北市中正區", "高雄"]),
        ("euc-kr", ["이름", "김철수", "서울특별시", "부산"]),
    ],
)
def test_asian_encodings_are_told_by_the_characters_that_are_often_written(read: Read, encoding: str, words: list[str]) -> None:
    understood = read(f"{words[0]},n\n".encode(encoding) + "\n".join(f"{word},{n}" for n, word in enumerate(words[1:] * 3)).encode(encoding))
    assert understood.frame.columns[0] == words[0]
    assert understood.frame[words[0]].tolist()[:3] == words[1:]
