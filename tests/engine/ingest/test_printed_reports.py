"""Reports of fixed width, as programs print them: titles, ruled lines, pages."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from engine.ingest import Understood

Read = Callable[..., Understood]
HEAD = "CODE    WHAT                    QTY     PRICE  SOLD\n"
RULE = "------  --------------------  -----  --------  ----------\n"


def row(n: int) -> str:
    return f"A{n:04}   {f'Nut, hex M{n}':<20}  {n * 3:>5}  {n + 0.25:>8.2f}  2025-03-{n + 1:02}\n"


def test_a_ruled_line_tells_the_columns(read: Read) -> None:
    frame = read(HEAD + RULE + "".join(row(n) for n in range(12))).frame
    assert frame.shape == (12, 5)
    assert frame["WHAT"].tolist()[:2] == ["Nut, hex M0", "Nut, hex M1"]
    assert frame["SOLD"][1] == pd.Timestamp("2025-03-02")


def test_pages_are_read_on_and_their_heads_left_out(read: Read) -> None:
    pages = [f"ACME LTD        STOCK REPORT      PAGE {page + 1}\n\n{HEAD}{RULE}" + "".join(row(n) for n in range(8 * page, 8 * page + 8)) + "\n" for page in range(3)]
    understood = read("".join(pages))
    assert understood.frame["QTY"].tolist() == [n * 3 for n in range(24)]
    assert any("1 line above the table was left out: 'ACME LTD        STOCK REPORT      PAGE 1'" in said for said in understood.warnings)
    assert any("The header is repeated in lines" in said for said in understood.warnings)


def test_a_title_above_columns_of_fixed_width(read: Read) -> None:
    rows = [f"{n:04} {f'Station {n}':<16} {['+', '-'][n % 2]}{n + 10}.25 {'' if n % 3 else 'open':<6} {20250101 + n}" for n in range(20)]
    understood = read("List of all stations, in the order of their opening\n\nNO   NAME             LAT    STATE  BEGIN\n\n" + "\n".join(rows))
    assert list(understood.frame) == ["NO", "NAME", "LAT", "STATE", "BEGIN"]
    assert understood.frame["LAT"].tolist()[:2] == [10.25, -11.25]


def test_strokes_that_do_not_lie_over_columns_are_no_rule(read: Read) -> None:
    text = "a,b\n--- ---\n" + "".join(f"word{n},a longer cell {n}\n" for n in range(12))
    assert read(text).frame.shape == (12, 2)
