"""How a file is read can be asked, told and told anew."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from tests.tools.gate import Session


@pytest.fixture
def home(tmp_path: Path) -> Session:
    return Session(tmp_path / "home")


def uploaded(session: Session, folder: Path, text: str) -> str:
    (folder / "table.csv").write_text(text)
    return session.upload(folder / "table.csv")


def test_dates_that_fit_both_orders_are_asked_about(home: Session, tmp_path: Path) -> None:
    source = uploaded(home, tmp_path, "d,v\n01/02/2021,7.5\n03/04/2021,5\n05/06/2021,7\n")
    asked = home.call("load_data", source=source)
    assert asked["status"] == "ask"
    assert "1 February or 2 January" in asked["question"]
    assert home.document["steps"] == []
    for option, day in zip(asked["options"], ("2021-02-01", "2021-01-02"), strict=True):
        done = home.call(option["call"]["tool"], **option["call"]["args"])
        assert done["status"] == "done"
        assert home.document["steps"][0]["args"]["date_order"] in ("day", "month")
        table = done["blocks"][-1]
        assert str(table["rows"][0][table["columns"].index("d")]).startswith(day)


def test_dates_that_fit_one_order_are_not_asked_about(home: Session, tmp_path: Path) -> None:
    source = uploaded(home, tmp_path, "d,v\n01/02/2021,7.5\n13/04/2021,5\n05/06/2021,7\n")
    assert home.call("load_data", source=source)["status"] == "done"


def test_one_correction_keeps_the_others(home: Session, tmp_path: Path) -> None:
    source = uploaded(home, tmp_path, "x;y\n1,5;2\n2,5;3\n3,5;4\n")
    home.call("load_data", source=source, delimiter=";")
    home.call("load_data", source=source, header=False)
    args = home.document["steps"][0]["args"]
    assert (args["delimiter"], args["header"]) == (";", False)
    assert home.call("preview")["blocks"][0]["total_rows"] == 4


def test_the_kept_table_is_what_the_recorded_step_reads(home: Session, tmp_path: Path) -> None:
    from engine.ingest import READERS

    text = "code;price;day\n" + "".join(f"{n:04};{n},5 €;{n % 28 + 1}.03.2024\n" for n in range(40))
    source = uploaded(home, tmp_path, text)
    home.call("load_data", source=source)
    reading = home.document["steps"][0]["reading"]
    folder = tmp_path / "home" / "datasets" / source
    again = READERS[reading["function"]](str(folder / "raw"), **reading["arguments"])
    pd.testing.assert_frame_equal(pd.read_parquet(folder / reading["table"]), again, check_exact=True)
    assert again["code"][3] == "0003"
