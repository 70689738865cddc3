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


def shop_workbook(folder: Path) -> Path:
    path = folder / "shop.xlsx"
    with pd.ExcelWriter(path) as book:
        for name, rows in (("spring", 40), ("autumn", 60)):
            pd.DataFrame({"pieces": range(rows), "price": [row * 1.5 for row in range(rows)], "town": ["Bonn", "Essen"] * (rows // 2)}).to_excel(book, sheet_name=name, index=False)
        pd.DataFrame({"name": list("abcdefgh"), "hours": range(8)}).to_excel(book, sheet_name="staff", index=False)
    return path


def test_a_table_read_another_way_can_be_taken_back(home: Session, tmp_path: Path) -> None:
    source = home.upload(shop_workbook(tmp_path))
    home.call("load_data", source=source)
    told = home.call("load_data", source=source, sheet=2)
    assert "Read the sheet 'autumn', as you said" in told["blocks"][0]["markdown"]
    assert "read another way" in home.call("undo")["said"]
    assert home.call("preview")["blocks"][0]["total_rows"] == 40
    home.call("redo")
    assert home.call("preview")["blocks"][0]["total_rows"] == 60


def test_steps_are_repeated_on_a_table_that_is_read_another_way(home: Session, tmp_path: Path) -> None:
    source = home.upload(shop_workbook(tmp_path))
    home.call("load_data", source=source)
    home.call("set_target", column="price")
    home.call("drop_columns", columns=["town"])
    told = home.call("load_data", source=source, sheet="autumn")
    assert "2 later steps were replayed" in told["said"]
    assert [step["tool"] for step in home.document["steps"]] == ["load_data", "set_target", "drop_columns"]
    assert home.call("preview")["blocks"][0]["total_rows"] == 60


def test_steps_that_do_not_fit_the_new_reading_are_left_out_and_come_back(home: Session, tmp_path: Path) -> None:
    source = home.upload(shop_workbook(tmp_path))
    home.call("load_data", source=source)
    home.call("set_target", column="price")
    told = home.call("load_data", source=source, sheet="staff")
    assert "The 1 step after it does not fit this reading" in told["said"]
    assert [step["tool"] for step in home.document["steps"]] == ["load_data"]
    home.call("undo")
    assert [step["tool"] for step in home.document["steps"]] == ["load_data", "set_target"]
    assert home.call("preview")["blocks"][0]["total_rows"] == 40


@pytest.mark.parametrize(("said", "option", "meant"), [("no", "header", False), ("a point", "decimal", "."), ("point", "decimal", "."), ("tab", "delimiter", "\t")])
def test_an_option_is_taken_as_a_person_writes_it_into_the_form(home: Session, tmp_path: Path, said: str, option: str, meant: object) -> None:
    source = uploaded(home, tmp_path, "x\ty\n1.5\t2\n2.5\t3\n3.5\t4\n")
    assert home.call("load_data", source=source, **{option: said})["status"] == "done"
    assert len(home.document["steps"][0]["reading"]["arguments"]) > 0
    assert home.call("preview")["blocks"][0]["total_rows"] == (4 if meant is False else 3)


def test_what_cannot_be_done_with_a_file_is_said(home: Session, tmp_path: Path) -> None:
    source = uploaded(home, tmp_path, "x,y\n1,2\n2,3\n3,4\n")
    assert "Only a workbook has sheets" in home.call("load_data", source=source, sheet=2)["blocks"][0]["markdown"]
    book = home.upload(shop_workbook(tmp_path))
    assert "has no delimiter" in home.call("load_data", source=book, delimiter=";")["blocks"][0]["markdown"]


@pytest.mark.parametrize(("option", "value"), [("header", -7), ("header", 1_000_000), ("decimal", "x")])
def test_a_reading_that_no_file_can_have_is_refused(home: Session, tmp_path: Path, option: str, value: object) -> None:
    source = uploaded(home, tmp_path, "a,b\n1.5,2\n3.5,4\n4.5,7\n")
    error = home.call("load_data", source=source, **{option: value})["error"]
    assert error["argument"] == option and str(value).lstrip("-")[:1] in error["message"]
    assert home.document["steps"] == []


def test_what_says_nothing_about_a_json_file_is_told(home: Session, tmp_path: Path) -> None:
    (tmp_path / "table.json").write_text('[{"a": 1, "b": 2.5}, {"a": 3, "b": 4.5}]')
    result = home.call("load_data", source=home.upload(tmp_path / "table.json"), delimiter=";", header=2)
    notes = result["blocks"][0]["markdown"]
    assert "A JSON file has no delimiter" in notes and "no line of names" in notes


def test_the_code_of_a_workbook_gives_the_same_numbers(home: Session, tmp_path: Path) -> None:
    rows = pd.DataFrame({"a": range(60), "b": [number % 7 + 0.5 for number in range(60)], "y": ["no", "yes", "no"] * 20})
    rows.to_excel(tmp_path / "table.xlsx", index=False, startrow=2)
    home.call("load_data", source=home.upload(tmp_path / "table.xlsx"))
    home.call("set_target", column="y")
    home.call("train", model="decision_tree")
    assert "the same numbers to the last digit" in home.call("export", formats=["script"])["said"]
