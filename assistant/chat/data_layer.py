"""The history that Chainlit shows, read from the conversation's own store.

Chainlit's thread is our session. Messages and elements that it would like to store are stored already, as turns, so
those calls do nothing; which also means that no browser can write another conversation's elements.
"""

from __future__ import annotations

from typing import Any

from chainlit.data.base import BaseDataLayer
from chainlit.element import Element, ElementDict
from chainlit.step import StepDict
from chainlit.types import Feedback, PageInfo, PaginatedResponse, Pagination, ThreadDict, ThreadFilter
from chainlit.user import PersistedUser, User

from assistant import conversation
from assistant.chat import face, live, view
from assistant.chat.board import board_element
from engine.errors import Refusal

LONGEST_NAME = 120


class PlaygroundDataLayer(BaseDataLayer):
    """Chainlit's data layer over the sessions of the playground."""

    async def get_user(self, identifier: str) -> PersistedUser | None:
        """Returns the user that logged in."""
        return PersistedUser(id=identifier, identifier=identifier, createdAt="1970-01-01T00:00:00Z")

    async def create_user(self, user: User) -> PersistedUser | None:
        """Returns the user; there is nothing to store."""
        return await self.get_user(user.identifier)

    async def get_thread_author(self, thread_id: str) -> str:
        """Returns who owns a session; an unknown one belongs to nobody."""
        return await face.owner_of(thread_id) or ""

    async def list_threads(self, pagination: Pagination, filters: ThreadFilter) -> PaginatedResponse[ThreadDict]:
        """Returns one page of the user's sessions, latest first, of those whose name holds what was searched."""
        owner = filters.userId or face.LOCAL_USER
        sessions = await face.ask(conversation.sessions, owner)
        words = (filters.search or "").casefold().split()
        found = [each for each in sessions if all(word in (each["name"] or "").casefold() for word in words)]
        found.sort(key=lambda each: str(each["updated"]), reverse=True)
        ids = [each["id"] for each in found]
        start = ids.index(pagination.cursor) + 1 if pagination.cursor in ids else 0
        page = found[start : start + pagination.first]
        info = PageInfo(
            hasNextPage=start + len(page) < len(found),
            startCursor=page[0]["id"] if page else None,
            endCursor=page[-1]["id"] if page else None,
        )
        return PaginatedResponse(pageInfo=info, data=[_thread(each, owner) for each in page])

    async def get_thread(self, thread_id: str) -> ThreadDict | None:
        """Returns a whole conversation as it is drawn, or None where there is none."""
        owner = await face.owner_of(thread_id)
        if owner is None:
            return None
        state = await face.ask(conversation.state, thread_id)
        turns = await face.ask(conversation.turns, thread_id)
        if turns and turns[-1]["status"] == "done":
            turns[-1] |= {"suggestions": await face.ask(conversation.reopened, thread_id)}
        picture = view.history(thread_id, turns, state)
        sessions = {each["id"]: each for each in await face.ask(conversation.sessions, owner)}
        thread = _thread(sessions[thread_id], owner)
        thread["steps"] = picture.steps  # type: ignore[typeddict-item]
        thread["elements"] = [*picture.elements, board_element(thread_id, state)]  # type: ignore[list-item]
        return thread

    async def update_thread(
        self,
        thread_id: str,
        name: str | None = None,
        user_id: str | None = None,
        metadata: dict[str, Any] | None = None,
        tags: list[str] | None = None,
    ) -> None:
        """Renames a session that is there; makes it at the user's first word, when Chainlit says whose it is."""
        if user_id is not None:
            await face.ask(conversation.start_session, user_id, session_id=thread_id)
        elif name and await face.owner_of(thread_id):
            await face.ask(conversation.rename, thread_id, name.strip()[:LONGEST_NAME])

    async def delete_thread(self, thread_id: str) -> None:
        """Deletes a session with everything in it; one that is gone already stays gone."""
        try:
            await face.ask(conversation.delete, thread_id)
        except Refusal as refusal:
            if await face.owner_of(thread_id):
                raise refusal
        await live.leave(thread_id)

    async def get_element(self, thread_id: str, element_id: str) -> ElementDict | None:
        """Returns one drawn element of a conversation."""
        thread = await self.get_thread(thread_id)
        elements = (thread["elements"] if thread else None) or []
        return next((each for each in elements if each.get("id") == element_id), None)

    async def create_step(self, step_dict: StepDict) -> None:
        """Stores nothing: the conversation records its turns."""

    async def update_step(self, step_dict: StepDict) -> None:
        """Stores nothing: the conversation records its turns."""

    async def delete_step(self, step_id: str) -> None:
        """Deletes nothing: turns stay."""

    async def create_element(self, element: Element) -> None:
        """Stores nothing: elements are drawn from turns."""

    async def delete_element(self, element_id: str, thread_id: str | None = None) -> None:
        """Deletes nothing: elements are drawn from turns."""

    async def delete_feedback(self, feedback_id: str) -> bool:
        """Says that there is no feedback to delete."""
        return False

    async def upsert_feedback(self, feedback: Feedback) -> str:
        """Keeps no feedback."""
        return ""

    async def get_favorite_steps(self, user_id: str) -> list[StepDict]:
        """Returns none: there are no favourites."""
        return []

    async def build_debug_url(self) -> str:
        """Returns no address: there is no debugger."""
        return ""

    async def close(self) -> None:
        """Closes nothing: the playground owns the store."""


def _thread(session: dict[str, Any], owner: str) -> ThreadDict:
    return {
        "id": session["id"],
        # Chainlit groups and sorts its list by this one date; people look for what they did last.
        "createdAt": _instant(session["updated"]),
        "name": session["name"],
        "userId": owner,
        "userIdentifier": owner,
        "tags": [],
        "metadata": {},
        "steps": [],
        "elements": [],
    }


def _instant(when: Any) -> str:
    text = when if isinstance(when, str) else when.isoformat()
    return text if text.endswith("Z") or "+" in text else text + "Z"
