"""What one open browser tab shows, and how it is changed."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from chainlit.context import context
from chainlit.session import WebsocketSession

from assistant import conversation
from assistant.chat import face, view
from assistant.chat.board import board_element, example, panel_element
from assistant.chat.view import Json, Picture

WELCOME = view.identity("first screen")
"""The same in every conversation, so that a page that goes from one new conversation to another shows it once."""


class Screen:
    """One browser tab on one conversation.

    It emits through Chainlit's session, which is bound anew when the browser reconnects, so a screen outlives a lost
    connection. It keeps nothing: everything shown is in the conversation's store.
    """

    def __init__(self, session: WebsocketSession) -> None:
        self.session = session

    @classmethod
    def here(cls) -> Screen:
        """Returns the screen that the running handler was called from."""
        session = context.session
        if not isinstance(session, WebsocketSession):
            raise TypeError("The chat works over a web socket only.")
        return cls(session)

    @property
    def session_id(self) -> str:
        """The conversation's id."""
        return self.session.thread_id

    async def emit(self, event: str, data: Any) -> None:
        """Sends one event to the browser."""
        # Chainlit declares the emitter as returning nothing; what it returns is awaited.
        send: Callable[[str, Any], Any] = self.session.emit
        await send(event, data)

    async def draw(self, picture: Picture) -> None:
        """Shows messages with their elements; elements go first, so that a message comes up whole."""
        for element in picture.elements:
            await self.emit("element", element)
        for step in picture.steps:
            await self.emit("new_message", step | {"createdAt": step["createdAt"] or _now()})

    async def welcome(self) -> None:
        """Shows the first screen."""
        turn = await face.ask(conversation.welcome)
        props = {"turn": {key: turn.get(key) for key in ("blocks", "suggestions", "samples")}}
        shown = view.element(self.session_id, view.identity(WELCOME, "ways"), WELCOME, "Welcome", props)
        await self.draw(Picture([view.step(self.session_id, WELCOME, "")], [shown]))
        await self.show_example({})

    async def leave_welcome(self) -> None:
        """Takes the first screen away once something was said."""
        await self.emit("delete_message", {"id": WELCOME})

    async def leave(self) -> None:
        """Sends the tab to the first screen of a new conversation."""
        await self.emit("window_message", {"playground": "gone"})

    async def say(self, text: str, key: str | None = None) -> None:
        """Shows what the user chose by clicking, as if it had been typed; twice with one key shows it once."""
        step_id = view.identity(self.session_id, key or uuid.uuid4(), "said")
        await self.draw(Picture([view.step(self.session_id, step_id, text, _now(), user=True)]))

    async def reword(self, step_id: str, text: str) -> None:
        """Gives a message of the user that came without words, as files do, the words for what it asks."""
        await self.emit("update_message", view.step(self.session_id, step_id, text, _now(), user=True))

    async def answer(self, turn: view.Turn, *, unasked: bool = False) -> None:
        """Shows the assistant's answer, then renews the side panel.

        The page scrolls to what the user says by itself; an answer that no word of the user stands above is `unasked`,
        and the page is told where it is.
        """
        state = await self.state()
        job = state.get("job")
        if turn.get("status") == "running" and not job:
            job = {"id": turn.get("job_id"), "progress": 0, "message": ""}
        picture = view.answer(self.session_id, turn, job)
        await self.draw(picture)
        await self.renew_board(state)
        if unasked:
            await self.emit("window_message", {"playground": "look", "at": f"step-{picture.steps[0]['id']}"})

    async def to_the_end(self) -> None:
        """Scrolls to the latest message."""
        await self.emit("window_message", {"playground": "look", "at": None})

    async def problem(self, message: str, hint: str, reference: str) -> None:
        """Shows that something went wrong here, with the reference under which it was logged."""
        step_id = str(uuid.uuid4())
        error = {"code": "internal", "message": message, "hint": hint, "reference": reference}
        shown = view.element(self.session_id, str(uuid.uuid4()), step_id, "Problem", {"error": error})
        await self.draw(Picture([view.step(self.session_id, step_id, "", _now())], [shown]))

    async def progress(self, job_id: str, props: Json) -> None:
        """Moves the bars that show a job."""
        await self.emit("element", view.progress(self.session_id, job_id, props))

    async def state(self) -> Json:
        """Returns the conversation's state."""
        state: Json = await face.ask(conversation.state, self.session_id)
        return state

    async def renew_board(self, state: Json | None = None) -> None:
        """Renews the side panel in place; a closed one stays closed."""
        state = state or await self.state()
        await self.emit("element", board_element(self.session_id, state))
        await self.show_example(state)

    async def show_example(self, state: Json) -> None:
        """Has the empty message field name something that can be said now."""
        await self.emit("window_message", {"playground": "example", "text": example(state)})

    async def open_board(self) -> None:
        """Opens the side panel."""
        await self.renew_board()
        await self.emit("element", panel_element(self.session_id))

    async def close_board(self) -> None:
        """Closes the side panel."""
        await self.emit("set_sidebar_elements", {"elements": [], "key": None})

    async def renew_history(self) -> None:
        """Has the list of conversations fetched again, for a name that changed."""
        await self.emit("first_interaction", {"interaction": str(uuid.uuid4()), "thread_id": self.session_id})

    async def busy(self, working: bool) -> None:
        """Shows or hides that an answer is being made."""
        await self.emit("task_start" if working else "task_end", {})


def _now() -> str:
    return datetime.now(UTC).replace(tzinfo=None).isoformat() + "Z"
