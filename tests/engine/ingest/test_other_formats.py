"""Excel, JSON and Parquet."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from engine.errors import Refusal
from engine.ingest import Understood

Read = Callable[..., Understood]


def workbook(sheets: dict[str, list[list[object]]], merge: str = "") -> bytes:
    """Make the bytes of a workbook."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        if merge:
            sheet.merge_cells(merge)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


ROWS: list[list[object]] = [["name", "size", "day"]] + [
    [f"n {place}", place + 0.5, pd.Timestamp("2020-01-01") + pd.Timedelta(days=place)] for place in range(6)
]


def test_sheet_with_numbers_and_dates(read: Read) -> None:
    understood = read(workbook({"One": ROWS, "Two": [["a", "b"], [1, 2], [3, 4]]}), "book.csv")
    assert understood.frame["size"].tolist() == [0.5, 1.5, 2.5, 3.5, 4.5, 5.5]
    assert understood.frame["day"][1] == pd.Timestamp("2020-01-02")
    assert any("'Two'" in sentence for sentence in understood.warnings)


@pytest.mark.parametrize("sheet", ["Two", "two", 2, "2", "second"])
def test_sheet_is_chosen(read: Read, sheet: object) -> None:
    understood = read(workbook({"One": ROWS, "Two": [["a", "b"], [1, 2], [3, 4]]}), sheet=sheet)
    assert understood.frame["a"].tolist() == [1, 3]


def test_unknown_sheet_is_refused_with_the_names(read: Read) -> None:
    with pytest.raises(Refusal) as refused:
        read(workbook({"One": ROWS}), sheet="Three")
    assert "'One'" in refused.value.hint


def test_title_and_two_header_rows(read: Read) -> None:
    rows: list[list[object]] = [["Penguins"], [], ["", "Bill", "", ""], ["species", "length", "depth", "sex"]]
    rows += [["Adelie", 39.1 + n, 18.7, "male" if n % 2 else "female"] for n in range(8)]
    understood = read(workbook({"S": rows}, "B3:C3"))
    assert list(understood.frame.columns) == ["species", "Bill length", "Bill depth", "sex"]
    assert len(understood.frame) == 8


def test_workbook_bomb_is_refused_before_it_is_parsed(read: Read) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", "<row/>" * 5_000_000)
    with pytest.raises(Refusal) as refused:
        read(buffer.getvalue(), "bomb.xlsx")
    assert refused.value.code == "too_large_unpacked"


def test_sheet_with_a_far_away_cell_is_refused(read: Read) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = 1
    book.active["XFD1048576"] = 2
    buffer = io.BytesIO()
    book.save(buffer)
    with pytest.raises(Refusal) as refused:
        read(buffer.getvalue())
    assert refused.value.code in ("too_many_cells", "too_many_columns")


def test_zip_of_several_files_is_named(read: Read) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("table.csv", "a,b\n1,2\n")
        archive.writestr("more/table.csv", "a,b\n1,2\n")
    with pytest.raises(Refusal) as refused:
        read(buffer.getvalue())
    assert "'table.csv'" in refused.value.message


RECORDS = [{"a": 1, "b": "x", "when": "2020-01-01"}, {"a": None, "b": "y", "when": "2021-01-01"}]


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(RECORDS),
        "\n".join(json.dumps(record) for record in RECORDS),
        json.dumps({key: [record[key] for record in RECORDS] for key in RECORDS[0]}),
        json.dumps({key: {str(n): record[key] for n, record in enumerate(RECORDS)} for key in RECORDS[0]}),
        json.dumps({"data": RECORDS, "count": 2}),
        json.dumps([list(RECORDS[0])] + [list(record.values()) for record in RECORDS]),
    ],
)
def test_json_layouts(read: Read, text: str) -> None:
    frame = read(text).frame
    assert list(frame.columns) == ["a", "b", "when"]
    assert frame["a"].isna().tolist() == [False, True]
    assert frame["when"][1] == pd.Timestamp("2021-01-01")


def test_nested_json_is_flattened(read: Read) -> None:
    frame = read(json.dumps([{"id": n, "who": {"name": f"N{n}", "age": n}, "tags": ["a", n]} for n in range(3)])).frame
    assert list(frame.columns) == ["id", "who.name", "who.age", "tags"]
    assert frame["tags"][1] == '["a", 1]'


def test_half_a_character_in_json_is_replaced_and_said(read: Read, tmp_path: Path) -> None:
    found = read(r'[{"a\ud800": 1, "b": "x\udc00\ud83e\udd8a"}, {"a\ud800": 2, "b": "\\ud800"}]')
    assert list(found.frame.columns) == ["a\ufffd", "b"]
    assert list(found.frame["b"]) == ["x\ufffd\U0001f98a", r"\ud800"]
    assert any("surrogates" in said for said in found.warnings)
    found.frame.to_parquet(tmp_path / "kept.parquet")


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_bad_bytes_in_json_are_counted(read: Read, mark: bytes) -> None:
    found = read(mark + '[{"a": "Zürich, Köln", "b": 1}, {"a": "Gen'.encode() + b'\xe8ve", "b": 2}]')
    assert list(found.frame["a"]) == ["Zürich, Köln", "Gen\ufffdve"]
    assert any("1 byte could not be read" in said for said in found.warnings)


@pytest.mark.parametrize("mark", [b"", b"\xff\xfe"])
def test_half_a_character_in_utf16_is_replaced_and_said(read: Read, mark: bytes) -> None:
    text = "a,b\n" + "".join(f"{n},word\n" for n in range(20)) + "21,x\ud800\n"
    found = read(mark + text.encode("utf-16-le", "surrogatepass"))
    assert found.frame["b"][20] == "x\ufffd"
    assert any("could not be read" in said for said in found.warnings)


def test_half_a_character_in_bytes_is_replaced_and_said(read: Read) -> None:
    found = read(b"a,b\n1,x\xed\xa0\x80\n2,y\n3,z\n")
    assert found.frame["b"][0].startswith("x\ufffd")
    assert any("could not be read" in said for said in found.warnings)


def test_a_codec_of_pythons_own_is_no_encoding(read: Read) -> None:
    with pytest.raises(Refusal, match="no text encoding"):
        read("a,b\n1,x\\ud800\n2,y\n", encoding="unicode_escape")


def test_parquet_with_bytes_that_are_no_text_is_refused(read: Read) -> None:
    words = pa.array([b"x\xff", b"y"])
    buffer = io.BytesIO()
    pq.write_table(pa.table({"a": pa.Array.from_buffers(pa.string(), 2, words.buffers())}), buffer)
    with pytest.raises(Refusal, match="damaged Parquet"):
        read(buffer.getvalue(), "t.parquet")


def test_json_error_is_placed(read: Read) -> None:
    with pytest.raises(Refusal, match="line 2, column"):
        read('[{"a": 1},\n{"a": }]')


def test_deep_json_is_refused(read: Read) -> None:
    with pytest.raises(Refusal):
        read('[{"a":' + "[" * 100_000 + "]" * 100_000 + "}]")


def test_parquet_types_are_made_plain(read: Read, tmp_path: Path) -> None:
    frame = pd.DataFrame(
        {
            "word": pd.Categorical(["x", "y", None]),
            "whole": pd.array([1, None, 3], dtype="Int64"),
            "yes": [True, False, True],
            "maybe": pd.array([True, None, False], dtype="boolean"),
            "when": pd.to_datetime(["2020-01-01", None, "2021-01-01"], utc=True),
            "list": [[1, 2], None, [3]],
        },
        index=[5, 6, 7],
    )
    frame.to_parquet(tmp_path / "t.parquet")
    got = read(tmp_path / "t.parquet").frame.drop(columns="index")
    assert [str(kind) for kind in got.dtypes] == ["str", "float64", "bool", "str", "datetime64[us]", "str"]
    assert got["word"].isna().tolist() == [False, False, True]


def test_parquet_bombs_are_refused(read: Read, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.ingest.parquet.DECODED_BYTES", 10**7)
    indices = pa.array([0] * 100_000, pa.int32())
    table = pa.table({"text": pa.DictionaryArray.from_arrays(indices, pa.array(["x" * 1000]))})
    pq.write_table(table, tmp_path / "bomb.parquet")
    assert (tmp_path / "bomb.parquet").stat().st_size < 20_000
    with pytest.raises(Refusal) as refused:
        read(tmp_path / "bomb.parquet")
    assert refused.value.code == "too_large_unpacked"
