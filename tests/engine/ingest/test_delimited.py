"""Delimited text as it comes from offices: dialects, ragged rows, text round the table."""

from __future__ import annotations

import gzip
from collections.abc import Callable

import pytest

from engine.errors import Refusal
from engine.ingest import Understood

Read = Callable[..., Understood]


def said(warnings: list[str], *parts: str) -> bool:
    """Say whether one sentence holds all the parts."""
    return any(all(part in sentence for part in parts) for sentence in warnings)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters(read: Read, delimiter: str) -> None:
    rows = [["city", "people", "area"], ["Zürich", "434", "87.9"], ["Bern", "134", "51.6"], ["Genf", "203", "15.9"]]
    understood = read("\n".join(delimiter.join(row) for row in rows))
    assert understood.frame.shape == (3, 3)
    assert understood.frame["area"].tolist() == [87.9, 51.6, 15.9]
    assert understood.arguments["delimiter"] == delimiter


def test_european_numbers(read: Read) -> None:
    understood = read("ort;einwohner;flaeche\nA;1.000;10,0\nB;14.571;11,25\nC;8.142;12,5\n")
    assert understood.frame["einwohner"].tolist() == [1000, 14571, 8142]
    assert understood.frame["flaeche"].tolist() == [10.0, 11.25, 12.5]
    assert said(understood.warnings, "decimal comma")


def test_explicit_hints_win(read: Read) -> None:
    text = "1;2,5\n3;4,5\n5;6,5\n"
    understood = read(text, delimiter=";", decimal=",", header=False)
    assert understood.frame.to_numpy().tolist() == [[1, 2.5], [3, 4.5], [5, 6.5]]
    assert list(understood.frame.columns) == ["column_1", "column_2"]


def test_header_is_found_missing(read: Read) -> None:
    understood = read("a,1,2.5\nb,2,3.5\na,3,4.5\nb,4,1.5\n")
    assert len(understood.frame) == 4
    assert said(understood.warnings, "no header")


def test_ragged_rows_are_kept_and_named(read: Read) -> None:
    rows = [f"{n},name {n},{n / 2}" for n in range(20)]
    rows[3] += ",EXTRA"
    rows[7] = "7,short"
    rows.insert(10, "   ")
    understood = read("id,name,value\n" + "\n".join(rows))
    assert len(understood.frame) == 20
    assert said(understood.warnings, "Line 5", "'EXTRA'")
    assert said(understood.warnings, "too few", "9")
    assert said(understood.warnings, "1 blank line")
    assert understood.frame["value"].isna().sum() == 1


def test_a_stray_quote_does_not_swallow_the_table(read: Read) -> None:
    rows = [f'{n},"Smith, J",{n}' for n in range(20)]
    rows[5] = '5,"Smith, J,5'
    rows[8] = '8,Smith, J",8'
    understood = read("id,name,value\n" + "\n".join(rows))
    assert len(understood.frame) == 20
    assert understood.frame["name"][8] == "Smith, J"
    assert said(understood.warnings, "A quote in line 7", "does not close")


def test_quoted_newlines_and_doubled_quotes(read: Read) -> None:
    understood = read('id,text\n1,"two\nlines, ""quoted"""\n2,plain\n3,"also\n\nhere"\n')
    assert understood.frame["text"].tolist() == ['two\nlines, "quoted"', "plain", "also\n\nhere"]


def test_backslash_escapes_and_single_quotes(read: Read) -> None:
    rows = "\n".join(f'{n},"he said \\"hi, there\\" {n}",{n}' for n in range(9))
    assert read("id,text,n\n" + rows).frame["text"][0] == 'he said "hi, there" 0'
    rows = "\n".join(f"{n},'a, b and c',{n}" for n in range(9))
    assert read("id,text,n\n" + rows).frame["text"][0] == "a, b and c"


def test_quotes_can_be_ordinary_characters(read: Read) -> None:
    rows = ['ham\tsay "hi', 'spam\t"win" now', 'ham\t"open', "ham\tnone", 'spam\t5" pipe']
    understood = read("label\ttext\n" + "\n".join(rows * 4))
    assert len(understood.frame) == 20
    assert understood.frame["text"][1] == '"win" now'


def test_preamble_and_totals_are_left_out_and_shown(read: Read) -> None:
    body = "\n".join(f"{year},{year % 7}.5,{year % 5}" for year in range(2000, 2020))
    understood = read(f"Report\nMade in,2024\n\nyear,a,b\n{body}\n\nTotal,,7\nSource: office\n")
    assert understood.frame.shape == (20, 3)
    assert list(understood.frame.columns) == ["year", "a", "b"]
    assert said(understood.warnings, "above", "'Report'")
    assert said(understood.warnings, "below", "'Total 7'", "'Source: office'")


@pytest.mark.parametrize("end", ["\r", "\r\n", "\n"])
def test_line_ends(read: Read, end: str) -> None:
    assert read(end.join(["a,b", "1,x", "2,y", "3,z", ""])).frame["b"].tolist() == ["x", "y", "z"]


def test_space_aligned(read: Read) -> None:
    text = "name    size  year\n" + "\n".join(f"{n:>6}  {n * 3.5:6.1f}  {2000 + n}" for n in range(10, 30))
    assert read(text).frame.shape == (20, 3)


def test_padded_cells_are_trimmed(read: Read) -> None:
    understood = read(" a , b \n" + "".join(f"  {n} ,  {'xy'[n % 2]}  \n" for n in range(10)))
    assert understood.frame["a"].tolist() == list(range(10))
    assert set(understood.frame["b"]) == {"x", "y"}


def test_eight_bit_encodings(read: Read) -> None:
    assert read("a,b\n1,Luján\n2,x\n3,y\n".encode("latin-1")).frame["b"][0] == "Luján"
    assert read("a,b\n1,“€”\n2,x\n3,y\n".encode("cp1252")).frame["b"][0] == "“€”"


def test_bad_bytes_are_counted(read: Read) -> None:
    understood = read("id,city\n1,Zürich\n".encode() + b"2,Gen\xe8ve\n3,Bern\n")
    assert len(understood.frame) == 3
    assert said(understood.warnings, "1 byte could not be read and shows", "in line 3")


def test_nul_bytes_are_left_out(read: Read) -> None:
    understood = read("name,n\nTorg\x00ersen,1\n" + "Biscoe,2\n" * 30)
    assert understood.frame["name"][0] == "Torgersen"
    assert said(understood.warnings, "NUL")


def test_gzip_is_unpacked(read: Read) -> None:
    understood = read(gzip.compress(b"a,b\n1,x\n2,y\n"))
    assert understood.frame["a"].tolist() == [1, 2]
    assert understood.arguments["compression"] == "gzip"


HOSTILE = ['it\'s "x"', "'''", "{{7*7}}", '__import__("os")', "😀", "line\nbreak", "class", "a,b", "</script>", "car\rriage", "two\r\nends", "ends in\\"]


def test_hostile_names_come_back_as_they_were(read: Read) -> None:
    head = ",".join('"' + name.replace('"', '""') + '"' for name in HOSTILE)
    for end in ("\n", "\r\n"):
        understood = read(head + end + end.join(",".join(str(n + k) for k in range(len(HOSTILE))) for n in range(5)))
        assert list(understood.frame.columns) == HOSTILE
        assert len(understood.frame) == 5


@pytest.mark.parametrize("foot", ["", "\n\nTotal,,\n"], ids=["regular", "irregular"])
@pytest.mark.parametrize("cell", ["car\rriage", "two\r\nends", "two\nlines", "C:\\data\\", "back\\slash", '\\"', "a\\, b"])
def test_cells_come_back_as_they_were(read: Read, cell: str, foot: str) -> None:
    quoted = '"' + cell.replace('"', '""') + '"'
    understood = read("id,text,n\n" + "\n".join(f"{n},{quoted},{n}" for n in range(20)) + foot)
    assert understood.frame["text"].tolist() == [cell] * 20
    assert understood.function.__name__ == ("read_irregular" if foot else "read_delimited")


def test_line_ends_in_cells_of_a_large_file_are_kept(read: Read) -> None:
    understood = read("id,text\r\n" + "".join(f'{n},"line {n}\nand\rmore"\r\n' for n in range(30_000)))
    assert understood.frame["text"][29_999] == "line 29999\nand\rmore"
    assert understood.function.__name__ == "read_delimited"


def test_a_backslash_before_a_comma_may_be_an_escape(read: Read) -> None:
    rows = "\n".join(f'{n},"{n}\\", wide",{n}' for n in range(20))
    assert read("id,size,n\n" + rows).frame["size"][3] == '3", wide'


def test_names_are_made_unique_and_said(read: Read) -> None:
    understood = read("x,x,,x_2\n1,2,3,4\n5,6,7,8\n")
    assert list(understood.frame.columns) == ["x", "x_3", "column_3", "x_2"]
    assert said(understood.warnings, "twice")
    assert said(understood.warnings, "without a name")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty_file"),
        (b"\n\n\n", "empty_file"),
        (b"a,b,c\n", "no_rows"),
        (b"\x89PNG\r\n\x1a\n" + bytes(60), "not_a_table"),
        (b"%PDF-1.7 ...", "not_a_table"),
        (b"\x80\x04\x95\x10\x00", "not_a_table"),
        (bytes(range(256)) * 4, "not_a_table"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "web_page"),
        (b"\xef\xbb\xbf<html><table><tr><td>1</td></tr></table></html>", "web_page"),
        (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', "markup"),
        (b"-- dump\nCREATE TABLE `t` (\n  `id` int\n);\nINSERT INTO `t` VALUES (1);\n", "not_a_table"),
        (b"% iris\n@relation iris\n@attribute a real\n@data\n1.5\n", "not_a_table"),
        (b"{\\rtf1\\ansi a,b}", "not_a_table"),
        (b"PAR1" + bytes(100), "damaged_file"),
        (b'[{"a": 1}, {"a"', "damaged_file"),
        (b"PK\x03\x04broken", "damaged_file"),
        (b"\x1f\x8bbroken", "damaged_file"),
    ],
)
def test_what_is_no_table_is_refused_in_a_sentence(read: Read, content: bytes, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        read(content, "report.csv")
    assert refused.value.code == code
    assert "report.csv" in refused.value.message
    assert refused.value.hint


def test_too_many_columns_are_refused(read: Read) -> None:
    wide = ",".join(f"c{n}" for n in range(10_001))
    with pytest.raises(Refusal, match="10,001 columns"):
        read(f"{wide}\n" + ",".join("1" for _ in range(10_001)))


def test_a_gzip_bomb_is_stopped(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.ingest.formats.UNPACKED_BYTES", 2**20)
    with pytest.raises(Refusal, match="unpacks to more"):
        read(gzip.compress(b"a,b\n" * 10**6))
