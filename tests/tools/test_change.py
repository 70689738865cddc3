"""Steps of preparation show the table before and after."""

from __future__ import annotations

from pathlib import Path

from tests.tools.gate import Session


def test_filling_shows_the_gaps_that_went_and_the_mean_that_moved(titanic: Session) -> None:
    plot, table = titanic.call("impute", columns=["Age"], strategy="constant", fill_value=0)["blocks"]
    assert "177 missing became 0" in plot["alt"]
    assert len(plot["figure"]["data"]) == 2
    assert table["rows"][0][:3] == ["Age", "177 → 0", "29.7 → 23.8"]


def test_encoding_lists_the_new_columns_without_a_picture(titanic: Session) -> None:
    (table,) = titanic.call("encode", columns=["Sex"])["blocks"]
    assert [row[0] for row in table["rows"]] == ["Sex_female", "Sex_male"]


def test_numbering_categories_tells_which_number_each_got(titanic: Session) -> None:
    said = titanic.call("encode", columns=["Embarked"], method="ordinal")["said"]
    assert "C 0, Q 1, S 2" in str(said)
    assert "another order" in str(said)


def test_steps_that_change_no_cell_yet_show_nothing(titanic: Session) -> None:
    assert titanic.call("balance", method="class_weight")["blocks"] == []


def test_a_hostile_column_name_is_no_markup(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text('"<b>$x$",y\n' + "".join(f"{n},{n % 2}\n" for n in range(50)))
    session = Session(tmp_path / "home")
    session.call("load_data", source=session.upload(path))
    plot, _ = session.call("scale", columns=["<b>$x$"])["blocks"]
    assert "<b>" not in str(plot["figure"])
