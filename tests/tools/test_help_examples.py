"""What help says for example can be said of the columns that it names."""

from __future__ import annotations

from pathlib import Path

from tests.tools.gate import Session


def test_examples_name_columns_of_a_kind_that_fits(tmp_path: Path) -> None:
    file = tmp_path / "plots.csv"
    file.write_text("region,rain,soil,measured\n" + "".join(f"{'north' if row % 3 else 'south'},{row * 7 % 31 + 0.5 if row % 5 else ''},{'clay' if row % 2 else 'sand'},2024-03-{row % 28 + 1:02}\n" for row in range(60)))
    session = Session(tmp_path / "home")
    session.call("load_data", source=session.upload(file))
    said = {row[3] for row in session.call("help")["blocks"][0]["rows"]}
    assert {"keep only rows where rain is above 10", "average rain by region", "fill rain with the median", "histogram of rain", "one-hot encode region", "extract the month and weekday from measured"} <= said
