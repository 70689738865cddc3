"""Texts of a known form that is no table are refused by what they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.errors import Refusal
from engine.ingest import Understood

Read = Callable[..., Understood]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("BEGIN:VCARD\nVERSION:3.0\nN:Lee;Kim\nEND:VCARD\n", "contacts"),
        ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20250201\nEND:VEVENT\nEND:VCALENDAR\n", "a calendar"),
        ("From: a@x.org\nTo: b@x.org,\n c@x.org\nSubject: hi\n\nHello, Kim\n", "an e-mail"),
        ("# counts words\n\nimport os\n\nfor x in range(3):\n    print(x, 'a, b')\n", "a program"),
        ("#!/bin/sh\necho a, b\n", "a program"),
        ("#include <stdio.h>\nint main() { return 0; }\n", "a program"),
        ("\\documentclass{article}\nA & B\n", "LaTeX"),
    ],
)
def test_is_refused_by_what_it_is(read: Read, text: str, what: str) -> None:
    with pytest.raises(Refusal, match=what):
        read(text)


@pytest.mark.parametrize("text", ["# kept by Kim\nimport,n\nwood,3\ntin,4\n", "from,to,date\nBern,Genf,2025-01-01\nGenf,Bern,2025-01-02\n", "import\nwood\ntin\n"])
def test_a_table_with_such_words_is_read(read: Read, text: str) -> None:
    assert len(read(text).frame) == 2
