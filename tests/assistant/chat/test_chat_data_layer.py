"""The history of conversations."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from chainlit.types import Pagination, ThreadFilter


@pytest.fixture
def layer(talk: Any) -> Any:
    from assistant.chat.data_layer import PlaygroundDataLayer

    for number in range(5):
        talk.sessions_[f"s{number}"] = {
            "id": f"s{number}",
            "name": f"Titanic {number}" if number % 2 else f"Bikes {number}",
            "created": "2026-01-01T00:00:00",
            "updated": f"2026-01-0{number + 1}T00:00:00",
        }
    return PlaygroundDataLayer()


def ids(page: Any) -> list[str]:
    return [thread["id"] for thread in page.data]


def test_the_latest_come_first_page_by_page(layer: Any) -> None:
    first = asyncio.run(layer.list_threads(Pagination(first=2), ThreadFilter()))
    assert ids(first) == ["s4", "s3"] and first.pageInfo.hasNextPage
    rest = asyncio.run(layer.list_threads(Pagination(first=9, cursor="s3"), ThreadFilter()))
    assert ids(rest) == ["s2", "s1", "s0"] and not rest.pageInfo.hasNextPage


def test_a_search_finds_by_name(layer: Any) -> None:
    assert ids(asyncio.run(layer.list_threads(Pagination(first=9), ThreadFilter(search="tiTANic")))) == ["s3", "s1"]


def test_a_conversation_is_reopened_with_everything_in_place(layer: Any, talk: Any) -> None:
    talk.turns_ = [{"number": 1, "said": "hi", "status": "done", "blocks": [{"type": "text", "markdown": "Hello."}]}]
    thread = asyncio.run(layer.get_thread("s1"))
    assert [step["output"] for step in thread["steps"]] == ["hi", "Hello."]
    assert [element["name"] for element in thread["elements"]] == ["NextSteps", "Experiment"]
    offers = thread["elements"][0]["props"]["suggestions"]
    assert [offer["label"] for offer in offers] == ["Go on"]
    assert thread["userIdentifier"] == "local"


def test_an_unknown_conversation_is_nobodys(layer: Any) -> None:
    assert asyncio.run(layer.get_thread("nope")) is None
    assert asyncio.run(layer.get_thread_author("nope")) == ""
    assert asyncio.run(layer.get_thread_author("s1")) == "local"


def test_renaming_and_deleting_reach_the_store(layer: Any, talk: Any) -> None:
    asyncio.run(layer.update_thread("s1", name="  Better  "))
    assert talk.sessions_["s1"]["name"] == "Better"
    asyncio.run(layer.delete_thread("s1"))
    assert "s1" not in talk.sessions_


def test_the_first_word_makes_the_session_and_keeps_its_name(layer: Any, talk: Any) -> None:
    asyncio.run(layer.update_thread("new", name="call", user_id="local"))
    assert talk.sessions_["new"]["name"] == "First"
    asyncio.run(layer.update_thread("other", metadata={"wide": True}))
    assert "other" not in talk.sessions_
