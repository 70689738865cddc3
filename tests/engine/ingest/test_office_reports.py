"""Lists of accounting and banks, answers of surveys, and workbooks with more than a table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pandas as pd
import pytest

from engine.ingest import Understood
from tests.engine.ingest.test_office_other import workbook
from tests.engine.ingest.test_office_text import Office, lines

Read = Callable[..., Understood]

FILES = {
    "a list of accounting with its total marked by a star": Office(
        lines("12.03.2025\t\tList\t\t1\n\n\tDoc\tDay\tKonto\tSum\n", lambda n: f"\t{n + 100}\t{n + 1:02}.01.2025\t4{n:03}\t{n + 1}.{n:03},50-", foot="*\t\t\t\t99.999,99-\n"),
        (12, 4),
        {"Doc": [100, 101], "Sum": [-1000.5, -2001.5]},
        ("'* 99.999,99-'", "neither a name nor a cell"),
    ),
    "comments and names that both begin with #": Office(
        lines("Bank S.A.;\n#Client;\nJAN;\n\n#Currency;#In;\nPLN;5,00;\n\n#Day;#What;#Sum;#After;", lambda n: f"2025-01-{n + 1:02};shop {n};-{n},50;{n + 1},11;", foot=";;#Saldo;9,12;\n"),
        (12, 4),
        {"#Sum": [-0.5, -1.5], "#What": ["shop 0"]},
        ("2 lines of comment", "'#Saldo 9,12'"),
    ),
    "options below the questions of a survey": Office(
        lines("id,day,How likely?,,Which?,,Else\n,,Score,Why,Web,App,Words", lambda n: f"{n},2025-02-{n + 1:02},{n % 9},because {n},{'Web' if n % 2 else ''},{'App' if n % 3 else ''},x{n}"),
        (12, 7),
        {"How likely? Score": [0, 1], "How likely? Why": ["because 0"], "Which? App": [None, "App"], "Else Words": ["x0"]},
        ("two rows",),
    ),
    "statistics below the rows of a logger": Office(
        lines("No.;Time;CH1;CH2", lambda n: f"{n};01.02.2025 {n:02}:00;2{n % 5},5;4{n},5", foot="\nMin;;20,5;40,5\nMax;;24,5;51,5\nAvg;;22,1;45,0\n"),
        (12, 4),
        {"No.": [0, 1], "CH1": [20.5, 21.5]},
        ("3 lines below the table were left out: 'Min 20,5 40,5'",),
    ),
    "a person called Max in the last row": Office(lines("who;town;n;m", lambda n: f"Kim {n};Bern;{n};{n}", foot="Max;;5;7\n"), (13, 4), {"n": [0, 1]}),
    "a first row with gaps is no second header": Office(
        lines("name,town,,n\n,Bern,yes,4", lambda n: f"Kim {n},Genf,no,{n}"), (13, 4), {"town": ["Bern", "Genf"], "n": [4, 0]}
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_is_read_as_a_careful_person_would(read: Read, name: str) -> None:
    office = FILES[name]
    understood = read(office.text.encode())
    assert understood.frame.shape == office.shape, understood.warnings
    for column, cells in office.cells.items():
        assert [None if pd.isna(cell) else cell for cell in understood.frame[column][: len(cells)]] == cells
    for part in office.said:
        assert any(part in sentence for sentence in understood.warnings), understood.warnings


def side_by_side(left: int, right: int) -> bytes:
    rows = [["name", "age", None, "item", "price"]]
    rows += [[f"Kim {n}" if n < left else None, 20 + n if n < left else None, None, f"item {n}" if n < right else None, n + 0.5 if n < right else None] for n in range(max(left, right))]
    return workbook(rows)


@pytest.mark.parametrize(("left", "right", "kept", "other"), [(12, 5, "age", "'item', 'price'"), (5, 12, "price", "'name', 'age'")])
def test_of_tables_side_by_side_the_longer_is_read_and_the_other_named(read: Read, left: int, right: int, kept: str, other: str) -> None:
    understood = read(side_by_side(left, right))
    assert understood.frame.shape == (12, 2)
    assert understood.frame[kept].notna().all()
    assert any("another table beside" in sentence and other in sentence for sentence in understood.warnings)


def test_an_empty_column_within_one_table_only_makes_room(read: Read) -> None:
    assert list(read(side_by_side(12, 12)).frame) == ["name", "age", "item", "price"]


def with_cover(rows: list[list[object]]) -> Callable[[object], object]:
    def change(sheet: object) -> None:
        data = sheet.parent.create_sheet("Data")  # type: ignore[attr-defined]
        for row in rows:
            data.append(row)

    return change


def test_a_sheet_of_a_few_words_is_passed_over_for_one_with_a_table(read: Read) -> None:
    cover = [["Report"], [None, "Made by", "Kim"], [None, "Version", 3]]
    understood = read(workbook(cover, with_cover([["id", "size", "word"], *([n, n + 0.5, f"w{n}"] for n in range(20))])))
    assert understood.frame.shape == (20, 3)
    assert any("Read the sheet 'Data'" in sentence for sentence in understood.warnings)


def test_a_short_table_is_read_where_the_other_sheets_are_no_longer(read: Read) -> None:
    understood = read(workbook([["town", "n"], ["Bern", 1], ["Genf", 2]], with_cover([["note", "by"], ["draft", "Kim"]])))
    assert list(understood.frame) == ["town", "n"]


def test_formulas_that_were_never_computed_are_named(read: Read) -> None:
    understood = read(workbook([["a", "b", "sum"], *([n, n + 1, f"=A{n + 2}+B{n + 2}"] for n in range(10))]))
    assert understood.frame["sum"].isna().all()
    assert any("'sum' came out empty" in sentence and "save it, and load it again" in sentence for sentence in understood.warnings)


def test_an_empty_column_without_formulas_says_nothing_of_them(read: Read) -> None:
    assert not any("formula" in sentence for sentence in read(workbook([["a", "b", "c"], *([n, n, None] for n in range(10))])).warnings)


def test_hours_above_a_day_are_a_length(read: Read) -> None:
    frame = read(workbook([["task", "spent"], *([f"t{n}", dt.timedelta(hours=20 + n, minutes=5)] for n in range(10))])).frame
    assert frame["spent"][6] == 26 * 3600 + 300
