"""Records of one value a line."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from engine.ingest import Understood

Read = Callable[..., Understood]


@pytest.mark.parametrize(
    "record",
    [
        "Name: Kim N\nSize: N.5\nDay: 2025-03-1N\n\n",
        "Name: Kim N\nSize: N.5\nDay: 2025-03-1N\n",
        "- Name: Kim N\n  Size: N.5\n  Day: 2025-03-1N\n",
        "****** N. row ******\nName: Kim N\nSize: N.5\n Day: 2025-03-1N\n",
        "Name = Kim N\r\nSize = N.5\r\nDay = 2025-03-1N\r\n----\r\n",
    ],
)
def test_every_record_becomes_a_row(read: Read, record: str) -> None:
    understood = read("".join(record.replace("N", str(n)).replace(f"{n}ame", "Name") for n in range(8)))
    assert list(understood.frame) == ["Name", "Size", "Day"]
    assert understood.frame["Size"].tolist() == [n + 0.5 for n in range(8)]
    assert understood.frame["Day"][1] == pd.Timestamp("2025-03-11")
    assert any("begins with 'Name'" in said for said in understood.warnings)


def test_a_name_that_a_record_lacks_is_missing(read: Read) -> None:
    text = "".join(f"id: {n}\ntown: Bern\n" + (f"note: n{n}\n" if n % 2 else "") + "\n" for n in range(8))
    assert read(text).frame["note"].isna().tolist() == [True, False] * 4


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("".join(f"{['spam', 'ham'][n * n % 3 % 2]}: see you at {n}\n" for n in range(20)), None),
        ("day,what\n" + "".join(f"d{n},note: {n}\n" for n in range(12)), 2),
        ("".join(f"10:0{n % 10}: info\n" for n in range(12)), None),
    ],
)
def test_other_texts_with_colons_are_read_as_before(read: Read, text: str, width: int | None) -> None:
    understood = read(text)
    assert understood.function.__name__ != "read_key_values"
    assert width is None or understood.frame.shape[1] == width
