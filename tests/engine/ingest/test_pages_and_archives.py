"""Tables in web pages, spreadsheet XML, OpenDocument sheets and ZIP archives."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.errors import Refusal
from engine.ingest import Understood

Read = Callable[..., Understood]

PAGE = (
    "<!-- made by a shop --><html><style>td {{color: red}}</style><body><table><tr><td>Menu</td></tr></table>"
    "<table border=1><thead><tr><th>Shop<th>Sold<th>Day</tr></thead><tbody>{rows}</tbody></table></body></html>"
)
ROWS = "".join(f"<tr><td>A &amp; B<br>no. {n}</td><td>1.{n}00,50</td><td>{n + 13}.02.2024</td></tr>" for n in range(9))

XML = (
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
    ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Export"><Table>{rows}</Table></Worksheet></Workbook>'
)
XML_ROWS = '<Row ss:Index="2"><Cell><Data ss:Type="String">id</Data></Cell><Cell ss:Index="3"><Data ss:Type="String">kg</Data></Cell></Row>' + "".join(
    f'<Row><Cell><Data ss:Type="Number">{n}</Data></Cell><Cell/><Cell><Data ss:Type="Number">{n}.5</Data></Cell></Row>' for n in range(8)
)


def test_a_page_that_calls_itself_a_workbook(read: Read) -> None:
    understood = read(PAGE.format(rows=ROWS), "report.xls")
    frame = understood.frame
    assert frame.shape == (9, 3)
    assert frame["Shop"][0] == "A & B no. 0"
    assert frame["Sold"].tolist()[:2] == [1000.5, 1100.5]
    assert str(frame["Day"][0]) == "2024-02-13 00:00:00"
    said = " ".join(understood.warnings)
    assert "web page" in said
    assert "It has 2 tables; read number 2" in said


def test_cells_over_several_columns_and_rows(read: Read) -> None:
    head = "<tr><th rowspan=2>Town</th><th colspan=2>Cars</th></tr><tr><th>new</th><th>old</th></tr>"
    body = "".join(f"<tr><td rowspan=2>T{n}</td><td>{n}</td><td>5</td></tr><tr><td>{n + 1}</td><td>7</td></tr>" for n in range(5))
    frame = read(f"<table>{head}{body}</table>", "cars.html").frame
    assert list(frame.columns) == ["Town", "Cars new", "Cars old"]
    assert frame["Town"].tolist()[:4] == ["T0", "T0", "T1", "T1"]
    assert frame["Cars new"].tolist()[:4] == [0, 1, 1, 2]


def test_spreadsheet_xml(read: Read) -> None:
    frame = read(XML.format(rows=XML_ROWS), "old.xls").frame
    assert frame.shape == (8, 2)
    assert frame["kg"].tolist()[:2] == [0.5, 1.5]


@pytest.mark.parametrize("page", ["<html><p>Please log in</p></html>", "<table><tr><td>only one</td></tr></table>", "<html><table></table></html>"])
def test_a_page_without_a_table_is_refused(read: Read, page: str) -> None:
    with pytest.raises(Refusal, match="web page"):
        read(page, "table.csv")


def test_a_table_of_a_page_is_chosen_by_its_number(read: Read) -> None:
    page = PAGE.format(rows=ROWS) + "<table><tr><th>x<th>y</tr><tr><td>1<td>2</tr><tr><td>3<td>4</tr></table>"
    assert list(read(page, "p.html", sheet=3).frame.columns) == ["x", "y"]
    with pytest.raises(Refusal, match="no table 9"):
        read(page, "p.html", sheet=9)


def archive(files: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("data/sales.csv", "a,b\n1,x\n2,y\n"),
        ("sales.txt", "a;b\n\n1;x\n\n2;y;z\n"),
        ("sales.json", '[{"a": 1, "b": "x"}, {"a": 2, "b": "y"}]'),
    ],
)
def test_the_one_file_of_an_archive(read: Read, name: str, text: str) -> None:
    understood = read(archive({name: text, "__MACOSX/._sales": "junk", ".DS_Store": "junk"}), "sales.zip")
    assert understood.frame["a"].tolist() == [1, 2]
    assert any(repr(name) in said for said in understood.warnings)


def test_archives_that_hold_no_plain_text_are_refused(read: Read) -> None:
    for inner in (archive({"x.csv": "a\n1"}), b"PAR1", b"\x89PNG"):
        with pytest.raises(Refusal):
            read(archive({"inner": inner}), "packed.zip")


def test_an_archive_that_unpacks_to_too_much_is_refused(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.ingest.formats.UNPACKED_BYTES", 10_000)
    with pytest.raises(Refusal, match="unpacks to more"):
        read(archive({"a.csv": "a,b\n" + "1,2\n" * 5000}), "bomb.zip")


def sheet(rows: str) -> bytes:
    spaces = ' xmlns:'.join(f'{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"' for short in ("office", "table", "text"))
    content = (
        f'<?xml version="1.0"?><office:document-content xmlns:{spaces}><office:body><office:spreadsheet><table:table table:name="Blatt">'
        f"{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = f'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>'
    return archive({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest})


def cell(value: object, more: str = "") -> str:
    kind = f'office:value-type="float" office:value="{value}"' if isinstance(value, float) else 'office:value-type="string"'
    return f"<table:table-cell {kind}{more}><text:p>{value}</text:p></table:table-cell>"


def test_an_open_document_sheet(read: Read) -> None:
    rows = [("town", "cars"), *((f"T{n}", n + 0.5) for n in range(6))]
    written = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
    blank = '<table:table-row table:number-rows-repeated="1048569"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    frame = read(sheet(written + blank), "cars.ods").frame
    assert frame.shape == (6, 2)
    assert frame["cars"].tolist()[:2] == [0.5, 1.5]


def test_an_open_document_sheet_of_too_many_repeated_cells_is_refused(read: Read) -> None:
    wide = cell("x", ' table:number-columns-repeated="16000"')
    bomb = f'<table:table-row table:number-rows-repeated="1000000">{wide}</table:table-row>'
    with pytest.raises(Refusal) as refused:
        read(sheet(bomb), "bomb.ods")
    assert refused.value.code in ("too_many_cells", "too_many_columns")


def test_later_archives_may_call_their_file_otherwise(read: Read, tmp_path: Path) -> None:
    understood = read(archive({"january.csv": "a,b\n1,x\n2,y\n"}), "sales.zip")
    later = tmp_path / "later.zip"
    later.write_bytes(archive({"february.csv": "a,b\n3,z\n"}))
    assert understood.function(str(later), **understood.arguments)["a"].tolist() == [3]
