"""Workbooks, JSON and Parquet as offices make them, and what a careful person would read in each."""

from __future__ import annotations

import datetime as dt
import decimal
import gzip
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from engine.errors import Refusal
from engine.ingest import Understood

Read = Callable[..., Understood]
Rows = list[list[Any]]


def workbook(rows: Rows, change: Callable[[Any], object] = lambda sheet: None) -> bytes:
    """Make a workbook of one sheet; ``change`` may do more to it."""
    book, buffer = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    change(book.active)
    book.save(buffer)
    return buffer.getvalue()


def body(count: int = 10) -> Rows:
    return [[f"shop {n}", n, n + 0.5, dt.datetime(2024, 1, n + 1)] for n in range(count)]


NAMES = ["shop", "n", "size", "day"]


def test_cells_of_every_type(read: Read) -> None:
    rows = [["n", "x", "day", "clock", "yes", "code", "text", "error"]]
    rows += [
        [n, n / 4, dt.datetime(2024, 1, n + 1, 12, 30), dt.time(8, n), n % 2 == 0, f"{n:03}", f"{n}.5", "#N/A" if n == 2 else n]
        for n in range(10)
    ]
    frame = read(workbook(rows)).frame
    assert [str(kind) for kind in frame.dtypes] == [
        "int64", "float64", "datetime64[us]", "str", "bool", "str", "float64", "float64",
    ]  # fmt: skip
    assert frame["code"][3] == "003"
    assert frame["day"][0] == pd.Timestamp("2024-01-01 12:30")
    assert frame["error"].isna().sum() == 1


def test_a_hidden_sheet_is_not_chosen_but_can_be(read: Read) -> None:
    book, buffer = openpyxl.Workbook(), io.BytesIO()
    book.active.title = "Lists"
    book.active.sheet_state = "hidden"
    book.active.append(["a", "b"])
    book.active.append([1, 2])
    for row in [NAMES, *body()]:
        (book["Data"] if "Data" in book.sheetnames else book.create_sheet("Data")).append(row)
    book.save(buffer)
    assert read(buffer.getvalue()).frame.shape == (10, 4)
    assert read(buffer.getvalue(), sheet="Lists").frame.shape == (1, 2)


def test_a_cover_sheet_of_words_is_not_chosen(read: Read) -> None:
    book, buffer = openpyxl.Workbook(), io.BytesIO()
    for words in ("This workbook holds the figures of 2024.", "See the sheet Data.", "Contact: the office"):
        book.active.append([words])
    sheet = book.create_sheet("Data")
    for row in [NAMES, *body()]:
        sheet.append(row)
    book.save(buffer)
    understood = read(buffer.getvalue())
    assert understood.frame.shape == (10, 4)
    assert any("'Data'" in sentence for sentence in understood.warnings)


def test_empty_columns_between_the_others_are_left_out(read: Read) -> None:
    rows = [["name", None, "value", None, "note"]] + [[f"n{n}", None, n, None, None] for n in range(10)]
    assert list(read(workbook(rows)).frame.columns) == ["name", "value", "note"]


def test_units_below_the_names_and_a_source_below_the_table(read: Read) -> None:
    rows = [["Table 1"], ["Date: 31.12.2023"], [], ["Land", "People", "Area"], [None, "number", "km²"]]
    rows += [[f"Land {n}", n * 1000, n * 12.25] for n in range(10)]
    frame = read(workbook([*rows, [], ["Source: the office"]])).frame
    assert list(frame.columns) == ["Land", "People number", "Area km²"]
    assert frame["Area km²"].tolist()[:2] == [0.0, 12.25]


def test_a_table_that_does_not_begin_in_the_corner(read: Read) -> None:
    rows = [[], [], [None, None, "Report 2024"], [], [None, None, *NAMES]] + [[None, None, *row] for row in body()]
    understood = read(workbook(rows))
    assert understood.frame.shape == (10, 4)
    assert list(understood.frame.columns) == NAMES


def test_totals_notes_and_a_second_table_are_left_out_and_said(read: Read) -> None:
    rows = [NAMES, *body(), ["Total", None, 50.0, None], [], ["Source: the shops"]]
    understood = read(workbook(rows))
    assert understood.frame.shape == (10, 4)
    assert any("below the table" in sentence and "Total" in sentence for sentence in understood.warnings)
    rows = [NAMES, *body(), [], ["name", "age"], ["Kim", 30], ["Lee", 40], ["Max", 50]]
    understood = read(workbook(rows))
    assert understood.frame.shape == (10, 4)
    assert any("another table" in sentence for sentence in understood.warnings)


def test_cells_merged_downwards_hold_for_all_of_their_rows(read: Read) -> None:
    rows = [["region", "shop", "n"]] + [["North" if n == 0 else "South" if n == 5 else None, f"s{n}", n] for n in range(10)]

    def merge(sheet: Any) -> None:
        sheet.merge_cells("A2:A6")
        sheet.merge_cells("A7:A11")

    understood = read(workbook(rows, merge))
    assert understood.frame["region"].tolist() == ["North"] * 5 + ["South"] * 5
    assert any("merged" in sentence for sentence in understood.warnings)


def test_two_header_rows_under_a_merged_group(read: Read) -> None:
    rows = [["", "2023", "", "2024", ""], ["region", "sales", "cost", "sales", "cost"]]
    rows += [[f"R{n}", n, n + 1, n + 2, n + 3] for n in range(8)]

    def merge(sheet: Any) -> None:
        sheet.merge_cells("B1:C1")
        sheet.merge_cells("D1:E1")

    assert list(read(workbook(rows, merge)).frame.columns) == ["region", "2023 sales", "2023 cost", "2024 sales", "2024 cost"]


def test_a_sheet_without_a_header(read: Read) -> None:
    understood = read(workbook(body()))
    assert understood.frame.shape == (10, 4)
    assert understood.invented_names


def test_numbers_kept_as_text_in_a_workbook_are_numbers(read: Read) -> None:
    rows = [["n", "eur"]] + [[f"{n}", f"{n},50 €"] for n in range(10)]
    frame = read(workbook(rows)).frame
    assert frame["n"].tolist() == list(range(10))
    assert frame["eur"][3] == 3.5


RECORDS = [{"id": n, "who": {"name": f"N{n}", "home": {"town": "Bern"}}, "tags": ["a"], "big": 2**70 + n, "ok": n % 2 == 0} for n in range(8)]


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(RECORDS, indent=2),
        "\ufeff" + json.dumps(RECORDS),
        "\n\n".join(map(json.dumps, RECORDS)),
        "\r\n".join(map(json.dumps, RECORDS)) + "\r\n",
        json.dumps({"meta": {"page": 1}, "result": {"items": RECORDS}}),
        json.dumps({str(n): record for n, record in enumerate(RECORDS)}),
        json.dumps({"columns": ["id"], "data": [[n] for n in range(8)]}),
        ")]}'\n" + json.dumps(RECORDS),
        "var data = " + json.dumps(RECORDS) + ";",
    ],
    ids=["indented", "mark", "blank lines", "windows lines", "inside", "by key", "split", "guard", "script"],
)
def test_json_in_every_wrapping(read: Read, text: str) -> None:
    frame = read(text, "data.json").frame
    assert frame["id"].tolist() == list(range(8))
    if "who.name" in frame:
        assert frame["who.home.town"].tolist() == ["Bern"] * 8
        assert frame["big"][1] == str(2**70 + 1)
        assert frame["ok"].dtype == "bool"


def test_json_of_services(read: Read) -> None:
    paged = [{"page": 1, "total": 8}, [{"country": {"id": "DE"}, "date": str(2000 + n), "value": n} for n in range(8)]]
    assert read(json.dumps(paged), "data.json").frame["value"].tolist() == list(range(8))
    daily = {"Meta Data": {"1. Symbol": "X"}, "Daily": {f"2024-01-{n + 1:02}": {"1. open": f"{n}.5", "2. low": "1"} for n in range(8)}}
    frame = read(json.dumps(daily), "data.json").frame
    assert frame.shape == (8, 3)
    assert frame["key"][1] == pd.Timestamp("2024-01-02")


@pytest.mark.parametrize(
    ("part", "word"), [("word/document.xml", "Word"), ("content.xml", "OpenDocument"), ("ppt/presentation.xml", "PowerPoint"), ("Index/Document.iwa", "Apple")]
)
def test_documents_of_other_programs_are_named(read: Read, part: str, word: str) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(part, "x")
    with pytest.raises(Refusal, match=word):
        read(buffer.getvalue(), "report.docx")


def test_gzipped_json(read: Read) -> None:
    assert len(read(gzip.compress(json.dumps(RECORDS).encode()), "data.json.gz").frame) == 8


@pytest.mark.parametrize("text", ["{}", "[]", "[1, 2, 3]", '"word"', "[{}]", '{"a": 1, "b": {"c": 2}'])
def test_json_without_a_table_is_refused(read: Read, text: str) -> None:
    with pytest.raises(Refusal) as refused:
        read(text, "data.json")
    assert refused.value.hint


def test_json_numbers_that_are_too_large_are_infinite_and_said(read: Read) -> None:
    understood = read('[{"a": 1.5}, {"a": 1e400}, {"a": -3}]')
    assert any("infinite" in sentence for sentence in understood.warnings)


def test_parquet_of_every_type(read: Read, tmp_path: Path) -> None:
    table = pa.table(
        {
            "price": pa.array([decimal.Decimal("1.50"), None, decimal.Decimal("3.25")]),
            "when": pa.array([dt.datetime(2024, 1, 1, 12)] * 3, pa.timestamp("ns", "Europe/Berlin")),
            "day": pa.array([dt.date(2024, 1, 1), None, dt.date(2024, 1, 3)]),
            "clock": pa.array([dt.time(8, 30)] * 3),
            "word": pa.array(["a", "b", "a"]).dictionary_encode(),
            "who": pa.array([{"name": "Kim", "age": 3}] * 3),
            "tags": pa.array([["a", "b"], [], None]),
            "raw": pa.array([b"\x00\xff", b"a", None]),
            "big": pa.array([2**64 - 1, 1, 2], pa.uint64()),
            "small": pa.array([1, None, 3], pa.int8()),
            "wait": pa.array([dt.timedelta(hours=1)] * 3),
            "nothing": pa.nulls(3),
        }
    )
    pq.write_table(table, tmp_path / "t.parquet")
    frame = read(tmp_path / "t.parquet").frame
    assert frame["price"].tolist()[::2] == [1.5, 3.25]
    assert frame["when"][0] == pd.Timestamp("2024-01-01 12:00")
    assert frame["day"].dtype == "datetime64[us]"
    assert frame["word"].tolist() == ["a", "b", "a"]
    assert frame["big"][0] == str(2**64 - 1)
    assert frame["small"].dtype == "float64"
    assert frame["who"].dtype == frame["tags"].dtype == frame["clock"].dtype == "str"
