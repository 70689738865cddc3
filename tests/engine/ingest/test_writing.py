"""Writing a table out: plain CSV for anybody, Parquet with types."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from engine.ingest import understand
from engine.ingest.writing import write_table


def written(tmp_path: Path, content: str, name: str = "out.csv") -> Path:
    source, out = tmp_path / "raw", tmp_path / name
    source.write_text(content)
    write_table(understand(source, "table.csv"), source, out)
    return out


def test_cells_keep_their_dates_and_currency_and_missing_ones_are_empty(tmp_path: Path) -> None:
    out = written(tmp_path, "day;price;n\n28/01/2019;$1.50;1\n03/02/2019;$20.00;?\n31/12/2019;$3.00;3\n")
    assert out.read_text() == "day,price,n\n28/01/2019,$1.50,1\n03/02/2019,$20.00,\n31/12/2019,$3.00,3\n"


def test_numbers_are_plain(tmp_path: Path) -> None:
    out = written(tmp_path, "ort;einwohner;flaeche\nA;1.000;10,5\nB;14.571;11,25\nC;8.142;12,5\n")
    assert out.read_text() == "ort,einwohner,flaeche\nA,1000,10.5\nB,14571,11.25\nC,8142,12.5\n"


def test_invented_names_are_left_out(tmp_path: Path) -> None:
    assert written(tmp_path, "a,1,2.5\nb,2,3.5\na,3,4.5\n").read_text() == "a,1,2.5\nb,2,3.5\na,3,4.5\n"


def test_parquet_holds_the_types(tmp_path: Path) -> None:
    out = written(tmp_path, "day,price\n28/01/2019,$1.50\n03/02/2019,$20.00\n31/12/2019,$3.00\n", "out.parquet")
    frame = pd.read_parquet(out)
    assert frame["day"][0] == pd.Timestamp("2019-01-28")
    assert frame["price"].tolist() == [1.5, 20.0, 3.0]
