"""What is nearly JSON, and JSON that holds its records one after another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.errors import Refusal
from engine.ingest import Understood

Read = Callable[..., Understood]
LENIENT = "not quite JSON"


def several(record: str, between: str = "", count: int = 8) -> str:
    return between.join(record.replace("N", str(n)) for n in range(count))


@pytest.mark.parametrize(
    "text",
    [
        "[" + several('{"word": "a, b", "n": N},\n') + "]",
        "[" + several('{"word": "a, b", "n": N, }', ",") + "]",
        "// made by hand\n[" + several('/* row N */ {"word": "a, b", "n": N}, // next\n') + "]\n",
        "[" + several("{'word': 'a, b', 'n': N}", ", ") + "]",
        "[" + several('{"word": "a, b", n: N}', ", ") + "]",
        "var rows = [" + several('{"word": "a, b", "n": N},\n') + "];",
    ],
)
def test_what_is_nearly_json_is_read_and_said(read: Read, text: str) -> None:
    understood = read(text, "table.json")
    assert understood.frame["word"].tolist() == ["a, b"] * 8
    assert understood.frame["n"].tolist() == list(range(8))
    assert any(LENIENT in sentence for sentence in understood.warnings)


@pytest.mark.parametrize(
    "text",
    [
        several('{"word": "a, b", "n": N},\n'),
        several('{\n  "word": "a, b",\n  "n": N\n}', "\n"),
        several('{"word": "a, b", "n": N}'),
        several('{"word": "a, b", "n": N}\n'),
    ],
)
def test_records_stand_one_after_another(read: Read, text: str) -> None:
    understood = read(text, "table.json")
    assert understood.frame["n"].tolist() == list(range(8))
    assert not any(LENIENT in sentence for sentence in understood.warnings)


def test_python_words_and_quotes_within_quotes(read: Read) -> None:
    records = ", ".join(f"""{{'word': 'it\\'s "{n}"', 'ok': True, 'none': None, 'n': {n}}}""" for n in range(8))
    frame = read(f"[{records}]").frame
    assert frame["word"][3] == "it's \"3\""
    assert frame["none"].isna().all()


def test_signs_of_comments_inside_words_stay(read: Read) -> None:
    frame = read("[" + several('{"url": "http://x.org/N", "note": "/* N */, ]", "n": N},') + "]").frame
    assert frame["url"][1] == "http://x.org/1"
    assert frame["note"][1] == "/* 1 */, ]"


@pytest.mark.parametrize("text", ['[{"a": 1}, {"a": 2', '[{"a": 1} oh {"a": 2}]', "[{'a': 1}, {'a': 2"])
def test_what_breaks_off_is_refused_with_its_place(read: Read, text: str) -> None:
    with pytest.raises(Refusal, match="breaks off or is malformed at line 1, column"):
        read(text, "table.json")


@pytest.mark.parametrize("piece", ['\\"', "/* ", "'\\'", ", "])
def test_long_text_that_only_begins_as_json_is_refused(read: Read, piece: str) -> None:
    with pytest.raises(Refusal):
        read('[{"a": "' + piece * 200_000, "table.json")
