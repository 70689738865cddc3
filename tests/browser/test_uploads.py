"""Files that are dropped or chosen, with their progress in sight."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.chat import Chat

ROWS = 60_000
TABLE = "amount,kind\n" + "".join(f"{row * 3.5},{'ab'[row % 2]}\n" for row in range(ROWS))


def drop(chat: Chat, target: str, name: str, content: str) -> None:
    """Drops a file on a part of the page, as a mouse does."""
    chat.page.evaluate(
        """([target, name, content]) => {
            const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
            const data = new DataTransfer();
            data.items.add(new File([bytes], name, { type: 'text/csv' }));
            const place = document.querySelector(target);
            for (const kind of ['dragenter', 'dragover', 'drop'])
                place.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data }));
        }""",
        [target, name, base64.b64encode(content.encode()).decode()],
    )


def slow_line(chat: Chat) -> None:
    """Makes the line as slow as one that is used from afar, so that progress can be seen."""
    line = chat.page.context.new_cdp_session(chat.page)
    speed = {"latency": 0, "downloadThroughput": -1, "uploadThroughput": 300_000}
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", {"offline": False, **speed})


def test_a_dropped_file_is_loaded_with_its_progress_in_sight(chat: Chat, picture: Callable[[Chat, str], None]) -> None:
    slow_line(chat)
    drop(chat, ".pg-drop", "sales.csv", TABLE)
    expect(chat.part("welcome").get_by_role("progressbar", name="Upload")).to_be_visible()
    picture(chat, "upload")
    chat.answered(0)
    expect(chat.last).to_contain_text(f"{ROWS:,} rows × 2 columns")
    expect(chat.asked).to_have_text("Load sales.csv")


def test_a_file_dropped_into_a_conversation_is_loaded_when_it_is_sent(chat: Chat) -> None:
    chat.load_sample("titanic")
    drop(chat, "#chat-input", "more.csv", "x,y\n1,2\n3,4\n5,6\n")
    expect(chat.page.locator("#attachments")).to_contain_text("more.csv")
    loaded = chat.say("")
    expect(loaded).to_contain_text("3 rows × 2 columns")
    expect(chat.asked.last).to_contain_text("Load more.csv")
    chat.reload()
    expect(chat.asked.last).to_have_text("Load more.csv")


def test_a_file_that_is_no_table_is_refused_in_one_sentence(chat: Chat, tmp_path: Path) -> None:
    empty = tmp_path / "nothing.csv"
    empty.write_bytes(b"")
    chat.part("welcome-file").set_input_files(empty)
    expect(chat.part("welcome").get_by_role("alert")).to_contain_text("is empty")
    drop(chat, ".pg-drop", "picture.csv", "\x89PNG\r\n\x1a\n" + "\0" * 500)
    expect(chat.part("welcome").get_by_role("alert")).not_to_contain_text("is empty")
    expect(chat.part("welcome").get_by_role("alert")).to_contain_text("picture")
    chat.load_sample("titanic")
    chat.complaints.clear()  # the browser notes each request that was answered with an error


TILL = "Prepared by the office;;\n" + "receipt;sold;amount\n" + "".join(f"{4000 + row};{row % 12 + 1:02d}/{row % 9 + 1:02d}/2024;{row % 40},{row % 90 + 10}\n" for row in range(200))


def test_a_doubtful_date_is_asked_about_and_answered_by_a_click_or_in_words(chat: Chat, picture: Callable[[Chat, str], None]) -> None:
    drop(chat, ".pg-drop", "till.csv", TILL)
    question = chat.answered(0)
    expect(question).to_contain_text("The dates in “sold” fit two readings")
    picture(chat, "date-question")
    loaded = chat.say("in our dates the day comes first")
    expect(loaded).to_contain_text("200 rows × 3 columns")
    expect(loaded.get_by_role("row").nth(2)).to_contain_text("2024-02-02")
    expect(loaded.get_by_role("row").nth(2)).to_contain_text("4001")
    expect(chat.page.locator("#chat-input")).to_have_attribute("placeholder", re.compile("for example: (predict|check)"))


def test_a_wrong_guess_is_corrected_in_words_or_in_the_form_and_taken_back(chat: Chat, picture: Callable[[Chat, str], None]) -> None:
    drop(chat, ".pg-drop", "seats.csv", "left;right\n31;Bonn\n46;Essen\n27;Bonn\n")
    chat.answered(0)
    steps = chat.part("board").get_by_role("region", name="Steps")
    header = chat.say("the first line is data")
    expect(header).to_contain_text("4 rows × 2 columns")
    expect(header).to_contain_text("There is no header line")
    picture(chat, "corrected")
    chat.click(steps.get_by_role("button", name="Undo"))
    expect(chat.part("board")).to_contain_text("3 rows × 2 columns")
    chat.click(steps.get_by_role("button", name="Edit step 1"))
    form = chat.part("form-load_data")
    form.get_by_label("Header").fill("no")
    expect(chat.click(form.get_by_role("button", name="Do it"))).to_contain_text("There is no header line")
    expect(chat.part("board")).to_contain_text("4 rows × 2 columns")
