"""What happens in the browser when something is typed, clicked, sent or dropped."""

from __future__ import annotations

import asyncio
import importlib
import uuid
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import chainlit as cl
import pytest
from chainlit.config import config
from chainlit.context import ChainlitContext, context_var
from chainlit.session import WebsocketSession

from assistant.chat import live, view
from engine.errors import Refusal


class Browser:
    """One open tab that records what it is sent."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, Any]] = []
        name = str(uuid.uuid4())
        self.session = WebsocketSession(
            id=name,
            socket_id=name,
            emit=self._emit,
            emit_call=self._emit,
            user_env={},
            client_type="webapp",
            user=None,
            token=None,
            chat_profile=None,
            thread_id=None,
        )

    async def _emit(self, event: str, data: Any, *more: Any) -> None:
        self.sent.append((event, data))

    def events(self, name: str) -> list[Any]:
        return [data for event, data in self.sent if event == name]

    def elements(self, name: str) -> list[dict[str, Any]]:
        return [each["props"] for each in self.events("element") if each["name"] == name]

    def said(self) -> list[tuple[str, str]]:
        return [(step["type"], step["output"]) for step in self.events("new_message")]

    async def act(self, action: str, payload: dict[str, Any]) -> Any:
        return await config.code.action_callbacks[action](cl.Action(name=action, payload=payload))

    async def type(self, text: str, *files: Path) -> None:
        message = cl.Message(content=text)
        message.elements = [cl.File(name=file.name, path=str(file)) for file in files]
        await config.code.on_message(message)  # type: ignore[misc]


Script = Callable[[Browser], Awaitable[None]]


@pytest.fixture
def run(talk: Any) -> Callable[[Script], Browser]:
    """Plays a script in a fresh browser tab."""
    importlib.import_module("assistant.chat.cl_app")

    def play(script: Script) -> Browser:
        async def inside() -> Browser:
            browser = Browser()
            context_var.set(ChainlitContext(browser.session))
            try:
                await script(browser)
            finally:
                await live.stop_everything()
            return browser

        return asyncio.run(inside())

    return play


def test_the_first_screen_offers_ways_in(run: Any) -> None:
    async def script(browser: Browser) -> None:
        await config.code.on_chat_start()  # type: ignore[misc]

    welcome = run(script).elements("Welcome")[0]
    assert welcome["turn"]["suggestions"][0]["call"]["args"] == {"source": "titanic"}


def test_a_typed_message_is_answered(run: Any, talk: Any) -> None:
    async def script(browser: Browser) -> None:
        await browser.type("predict Survived")

    browser = run(script)
    assert talk.calls[0][:2] == ("reply", (browser.session.thread_id, "predict Survived"))
    assert ("assistant_message", "Done.") in browser.said()
    assert browser.session.thread_id in talk.sessions_


def test_a_click_says_its_label_and_runs_its_call_once(run: Any, talk: Any) -> None:
    async def script(browser: Browser) -> None:
        payload = {"tool": "undo", "args": {}, "label": "Undo", "key": "k1"}
        assert await browser.act("call", payload) == {"ok": True}

    browser = run(script)
    assert browser.said()[0] == ("user_message", "Undo")
    name, args, kwargs = talk.calls[0]
    assert (name, args[1], kwargs) == ("perform", {"tool": "undo", "args": {}}, {"label": "Undo", "key": "k1"})
    assert [event for event, _ in browser.sent if event.startswith("task_")] == ["task_start", "task_end"]


def test_a_form_gets_its_errors_back_and_nothing_is_shown(run: Any, talk: Any) -> None:
    error = {"code": "invalid", "message": "Too much.", "hint": "", "argument": "test"}
    talk.turn = {"status": "error", "error": error}

    async def script(browser: Browser) -> None:
        answer = await browser.act("call", {"tool": "split", "args": {"test": 2}, "form": True, "label": "Split"})
        assert answer == {"ok": False, "error": error}

    assert run(script).said() == []


def test_editing_a_step_sends_what_changed_to_that_step(run: Any, talk: Any) -> None:
    talk.turn = {
        "number": 2,
        "status": "done",
        "blocks": [{"type": "form", "tool": "impute", "schema": {}, "values": {}}],
    }

    async def script(browser: Browser) -> None:
        await browser.act("form", {"tool": "impute", "args": {"columns": ["a"]}, "step": 3})

    assert run(script).elements("ToolForm")[0]["send"] == {"tool": "edit_step", "args": {"step": 3}}


def test_a_failure_is_told_with_a_reference_that_is_in_the_log(run: Any, talk: Any, caplog: Any) -> None:
    talk.error = RuntimeError("secret detail")

    async def script(browser: Browser) -> None:
        await browser.type("boom")

    error = run(script).elements("Problem")[0]["error"]
    assert error["reference"] in caplog.text
    assert "secret detail" not in str(error)


def test_a_refusal_is_told_in_its_own_words(run: Any, talk: Any, tmp_path: Path) -> None:
    talk.error = Refusal("empty_file", "“x.csv” is empty.", "Choose another.")
    (tmp_path / "x.csv").write_bytes(b"")

    async def script(browser: Browser) -> None:
        await browser.type("", tmp_path / "x.csv")

    error = run(script).elements("Problem")[0]["error"]
    assert (error["message"], error["hint"]) == ("“x.csv” is empty.", "Choose another.")


def test_a_dropped_file_is_kept_and_loaded(run: Any, talk: Any, tmp_path: Path) -> None:
    (tmp_path / "täble.csv").write_text("a\n1\n")

    async def script(browser: Browser) -> None:
        await browser.type("", tmp_path / "täble.csv")

    run(script)
    assert talk.calls[0][1] == (b"a\n1\n", "täble.csv")
    assert talk.calls[1][1][1] == {"tool": "load_data", "args": {"source": "dataset-1"}}


def test_new_records_for_a_model_are_predicted_for_and_that_answers_the_words(
    run: Any, talk: Any, tmp_path: Path
) -> None:
    (tmp_path / "new.csv").write_text("a\n1\n")
    talk.state_["runs"] = [{"number": 1}]

    async def script(browser: Browser) -> None:
        await browser.type("who of these will leave?", tmp_path / "new.csv")

    run(script)
    assert [(name, args[1:]) for name, args, _ in talk.calls][1:] == [
        ("perform", ({"tool": "predict", "args": {"source": "dataset-1"}},))
    ]


def test_whatever_a_browser_sends_is_checked(run: Any, talk: Any) -> None:
    async def script(browser: Browser) -> None:
        for payload in ({"tool": "x" * 999}, {"tool": "undo", "args": "all"}, {"tool": {"a": 1}}):
            assert (await browser.act("call", payload))["ok"] is False

    run(script)
    assert talk.calls == []


def test_only_the_conversations_own_job_can_be_stopped(run: Any, talk: Any) -> None:
    talk.state_["job"] = {"id": "mine", "tool": "train", "progress": 0.1, "message": ""}

    async def script(browser: Browser) -> None:
        await browser.act("cancel", {"job_id": "another"})
        await browser.act("cancel", {"job_id": "mine"})

    run(script)
    assert talk.calls == [("cancel", ("mine",), {})]


def test_progress_and_the_answer_of_a_job_arrive_unasked(run: Any, talk: Any, app: Any) -> None:
    async def script(browser: Browser) -> None:
        await browser.type("train")
        session_id = browser.session.thread_id
        await until(lambda: app.events.queues.get(session_id))
        app.events.send(session_id, {"type": "progress", "job_id": "j", "progress": 0.5, "message": "half"})
        await until(lambda: browser.elements("Progress"))
        done = {"number": 9, "status": "done", "job_id": None, "blocks": [{"type": "text", "markdown": "Trained."}]}
        app.events.send(session_id, {"type": "turn", "turn": done, "job_id": "j"})
        await until(lambda: ("assistant_message", "Trained.") in browser.said())

    bars = run(script).elements("Progress")
    assert [(bar["state"], bar["progress"]) for bar in bars] == [("running", 0.5), ("ended", 1)]


def test_the_side_panel_opens_by_itself_only_where_there_is_room(run: Any, talk: Any) -> None:
    talk.state_["dataset"] = {"name": "t", "rows": 1, "columns": []}

    def script(width: int) -> Script:
        async def inside(browser: Browser) -> None:
            await config.code.on_window_message({"playground": "width", "width": width})  # type: ignore[misc]
            await browser.type("load")

        return inside

    def opened(browser: Browser) -> int:
        return sum(element["display"] == "side" for element in browser.events("element"))

    assert opened(run(script(1400))) == 1
    assert opened(run(script(390))) == 0


def test_an_empty_page_gets_its_first_screen_and_a_conversation_does_not(run: Any, talk: Any) -> None:
    async def blank(browser: Browser) -> None:
        await config.code.on_window_message({"playground": "empty"})  # type: ignore[misc]

    async def spoken(browser: Browser) -> None:
        await browser.type("load")
        await config.code.on_window_message({"playground": "empty"})  # type: ignore[misc]

    assert len(run(blank).elements("Welcome")) == 1
    assert run(spoken).elements("Welcome") == []


def test_an_offer_that_is_waved_off_is_remembered(run: Any, talk: Any) -> None:
    async def script(browser: Browser) -> None:
        assert await browser.act("dismiss", {"tool": "profile", "args": {}}) == {"ok": True}

    browser = run(script)
    assert talk.calls == [("dismiss", (browser.session.thread_id, {"tool": "profile", "args": {}}), {})]


def test_an_answer_is_shown_though_the_user_stopped_waiting_for_it(run: Any, talk: Any) -> None:
    async def script(browser: Browser) -> None:
        typed = asyncio.create_task(browser.type("predict Survived"))
        await until(lambda: talk.calls)
        typed.cancel()
        await until(lambda: ("assistant_message", "Done.") in browser.said())

    run(script)


def test_closed_tabs_are_forgotten(run: Any) -> None:
    from chainlit.chat_context import chat_contexts

    chat_contexts["gone"] = []
    live.clean()
    assert "gone" not in chat_contexts


def test_an_answer_has_the_id_it_will_have_after_a_reload(run: Any, talk: Any) -> None:
    async def script(browser: Browser) -> None:
        await browser.type("hello")

    browser = run(script)
    reopened = view.history(browser.session.thread_id, [talk.turn], {"job": None})
    assert browser.events("new_message")[-1]["id"] == reopened.steps[0]["id"]


async def until(condition: Callable[[], Any]) -> None:
    """Waits for something to come true, and fails where it does not."""
    async with asyncio.timeout(5):
        while not condition():
            await asyncio.sleep(0.01)


def test_stop_ends_the_job_and_says_nothing_in_words_that_are_not_ours(run: Any, talk: Any) -> None:
    from chainlit.server import sio

    async def script(browser: Browser) -> None:
        await browser.type("hello")
        talk.state_["job"] = {"id": "job-1", "progress": 0.5, "message": ""}
        said = browser.said()
        await sio.handlers["/"]["stop"](browser.session.socket_id)
        assert browser.said() == said

    run(script)
    assert ("cancel", ("job-1",), {}) in talk.calls
