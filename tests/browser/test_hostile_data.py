"""Names and cells that would be code, pictures or links elsewhere are only ever text here."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.chat import Chat

PICTURE = "<img src=x onerror=alert(1)>"
NAMES = [PICTURE, "![p](http://127.0.0.1:9/x)", "[x](javascript:alert(1))", "two\nlines 🎈", "**bold**|`code`", "label"]


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A table in which every name and cell tries to be more than text."""
    path = tmp_path / "<img src=x onerror=alert(2)>.csv"
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(NAMES)
        for row in range(60):
            cells = [
                "<svg onload=alert(3)>",
                "![c](http://127.0.0.1:9/c)",
                "[c](javascript:alert(4))",
                "a\nb",
                row * 7 % 11,
            ]
            writer.writerow([*cells, ("yes", "<script>alert(5)</script>")[row % 2]])
    return path


def test_hostile_names_and_cells_are_shown_as_they_are(chat: Chat, hostile: Path) -> None:
    before = chat.answers.count()
    chat.part("welcome-file").set_input_files(hostile)
    loaded = chat.answered(before)
    heads = loaded.get_by_role("columnheader")
    expect(heads).to_have_count(len(NAMES))
    assert [head.text_content() for head in heads.all()] == NAMES
    expect(loaded.get_by_role("cell", name="<svg onload=alert(3)>").first).to_be_visible()
    expect(chat.part("board")).to_contain_text("<img src=x onerror=alert(2)>.csv")

    expect(chat.say("predict label")).to_contain_text("<script>alert(5)</script>")
    chat.say("profile the data")
    chat.say("plot the bar of “**bold**|`code`”")
    chat.say("train a decision tree")
    chat.trained()
    chat.say("show the confusion matrix")
    chat.say("what drives it?")
    chat.click(chat.part("all-options").last)
    chat.part("options").last.get_by_role("tab", name="Prepare").click()
    chat.click(chat.part("options").last.get_by_role("button", name="Fill").first)
    expect(chat.page.locator("form .pg-picker").last).to_contain_text(PICTURE)

    assert chat.page.locator("img[src='x'], img[src*=':9/'], a[href^='javascript:'], .step script").count() == 0
    chat.reload()
    expect(chat.page.locator(".step").first).to_contain_text("<img src=x onerror=alert(2)>.csv")
