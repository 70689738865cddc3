"""Files that are dropped or chosen, with their progress in sight."""

from __future__ import annotations

import base64
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


def test_a_dropped_file_is_loaded_with_its_progress_in_sight(chat: Chat) -> None:
    slow_line(chat)
    drop(chat, ".pg-drop", "sales.csv", TABLE)
    expect(chat.part("welcome").get_by_role("progressbar", name="Upload")).to_be_visible()
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
