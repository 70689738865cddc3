"""Quotes round whole lines, typographic ones round cells, and semicolons that end the names of letters."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.ingest import Understood

Read = Callable[..., Understood]


@pytest.mark.parametrize("head", ["id;what;n", '"id;what;n"'])
def test_quotes_round_whole_lines_are_taken_off(read: Read, head: str) -> None:
    understood = read(head + "\r\n" + "".join(f'"{n};""a nut; M{n}"";{n},5"\r\n' for n in range(12)))
    assert understood.frame["what"].tolist()[:2] == ["a nut; M0", "a nut; M1"]
    assert understood.frame["n"].tolist()[:2] == [0.5, 1.5]
    assert any("Every line was in quotes" in said for said in understood.warnings)


@pytest.mark.parametrize(("begin", "end"), [("“", "”"), ("„", "“"), ("«", "»")])
def test_typographic_quotes_round_cells(read: Read, begin: str, end: str) -> None:
    words = [["name", "size", "note"], *([f"Kim {n}", str(n), f"it’s {n}, fine"] for n in range(12))]
    understood = read("\n".join(",".join(f"{begin}{word}{end}" for word in row) for row in words))
    assert understood.frame["size"].tolist() == list(range(12))
    assert understood.frame["note"][1] == "it’s 1, fine"
    assert any("typographic quotes" in said for said in understood.warnings)


def test_one_column_of_quoted_sentences_stays_one(read: Read) -> None:
    assert read("review\n" + "".join(f'"good, really{", again" * (n % 3)} {n}"\n' for n in range(12))).frame.shape == (12, 1)


def test_cells_that_are_all_quoted_are_no_quoted_lines(read: Read) -> None:
    understood = read('"a","b"\n' + "".join(f'"{n}","x, {n}"\n' for n in range(12)))
    assert understood.frame["b"][1] == "x, 1"
    assert not any("quotes" in said for said in understood.warnings)


def test_quoted_words_of_a_sentence_stay(read: Read) -> None:
    assert read("a,b\n" + "".join(f"“so” he said,{n}\n" for n in range(12))).frame["a"][0] == "“so” he said"


def test_semicolons_of_letters_written_by_name_keep_no_cells_apart(read: Read) -> None:
    frame = read("name,town\n" + "".join(f"M&uuml;ller {n},Z&uuml;rich\n" for n in range(12))).frame
    assert frame.shape == (12, 2)
    assert read("name;town\n" + "".join(f"M&uuml;ller {n};Bern\n" for n in range(12))).frame.shape[0] == 12
