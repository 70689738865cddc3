"""What is still there after a reload, a lost server, a rename, and what is gone after deleting."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.chat import Chat, Server

LONG = "train a random forest with 120 trees"


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Server]:
    """A server for one test alone, which may end it."""
    product = Server(tmp_path)
    product.start()
    yield product
    product.stop()


def lines(chat: Chat) -> list[str]:
    """What stands in the conversation, without the offers, of which an old answer keeps only those that were used."""
    return [text for step in chat.page.locator(".step .prose").all() if (text := step.inner_text().strip())]


def test_a_reload_shows_the_conversation_as_it_was(chat: Chat) -> None:
    chat.load_sample("penguins")
    chat.say("predict species")
    chat.say("plot body_mass_g by species")
    expect(chat.part("plot").locator(".js-plotly-plot")).to_be_visible()
    before, address = lines(chat), chat.page.url
    assert "/thread/" in address
    chat.reload()
    expect(chat.answers).to_have_count(3)
    expect(chat.part("plot").locator(".js-plotly-plot")).to_be_visible()
    assert (lines(chat), chat.page.url) == (before, address)
    expect(chat.last.get_by_test_id("next-steps")).to_be_visible()
    expect(chat.part("board")).to_contain_text("Predict species")


def test_the_result_of_a_training_arrives_once_though_the_page_was_reloaded_meanwhile(chat: Chat) -> None:
    chat.load_sample("california_housing")
    chat.say("predict median_house_value")
    chat.say(LONG)
    expect(chat.part("progress")).to_be_visible()
    chat.reload()
    expect(chat.part("progress")).to_be_visible()
    expect(chat.part("board").get_by_role("region", name="Running")).to_be_visible()
    chat.trained()
    expect(chat.part("metrics")).to_have_count(1)
    expect(chat.part("board").get_by_role("region", name="Models").get_by_role("listitem")).to_have_count(1)
    chat.reload()
    expect(chat.part("metrics")).to_have_count(1)


def test_the_conversation_goes_on_after_the_server_died_under_it(
    own_server: Server, window: Callable[..., Chat]
) -> None:
    chat = window(own_server).open()
    chat.load_sample("titanic")
    chat.say("predict Survived")
    expect(chat.page.get_by_text("Each of the 891 rows is one example")).to_be_visible()
    before = lines(chat)
    own_server.kill()
    expect(chat.page.locator("#session-error")).to_contain_text("not answering")
    own_server.start()
    expect(chat.page.locator("#session-error")).to_have_count(0)
    assert lines(chat) == before
    expect(chat.say("show the steps")).to_contain_text("Survived")
    chat.complaints.clear()  # the browser itself says that it could not reach the server


def test_a_conversation_is_renamed_downloaded_and_deleted_from_the_list(chat: Chat, tmp_path: Path) -> None:
    chat.load_sample("auto_mpg")
    identifier = chat.page.url.rsplit("/", 1)[1] if "/thread/" in chat.page.url else None
    row = chat.page.locator("#thread-history li").first
    expect(row).to_contain_text("auto_mpg")

    def choose(entry: str) -> None:
        row.locator("#thread-options").click()
        chat.page.get_by_role("menuitem", name=entry).click()
        expect(chat.page.get_by_role("menu")).to_have_count(0)

    choose("Rename")
    chat.page.get_by_role("dialog").get_by_label("Name").fill("Fuel <b>&</b> weight")
    chat.page.get_by_role("dialog").get_by_role("button", name="Confirm").click()
    expect(row).to_contain_text("Fuel <b>&</b> weight")

    with chat.page.expect_download() as waiting:
        choose("Download")
    waiting.value.save_as(tmp_path / "conversation.html")
    assert "398 rows" in (tmp_path / "conversation.html").read_text()

    choose("Delete")
    chat.page.get_by_role("alertdialog").get_by_role("button", name="Confirm").click()
    expect(chat.page.locator("#thread-history")).not_to_contain_text("Fuel")
    expect(chat.part("welcome")).to_be_visible()
    assert identifier is None or identifier not in chat.page.url
