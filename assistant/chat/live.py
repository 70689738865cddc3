"""What reaches a browser tab unasked: progress of jobs, their answers, and the tidying of what closed tabs left."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import Any

from chainlit.chat_context import chat_contexts
from chainlit.session import ws_sessions_id
from chainlit.user_session import user_sessions

from assistant.chat import face
from assistant.chat.screen import Screen

SECONDS_BETWEEN_UPDATES = 0.5
SECONDS_BETWEEN_CLEANINGS = 60
SECONDS_UNTIL_DRAWN = 0.7
"""How long a reopened conversation takes to be drawn in the browser: what is sent before that is overwritten."""

log = logging.getLogger(__name__)
_listeners: dict[str, asyncio.Task[None]] = {}
_janitor: list[asyncio.Task[None]] = []


def follow(screen: Screen, *, reopened: bool = False) -> None:
    """Shows the conversation's events on a screen from now on; once is enough, a second call changes nothing."""
    if not _janitor or _janitor[0].done():
        _janitor[:] = [asyncio.create_task(_clean_now_and_then())]
    running = _listeners.get(screen.session.id)
    if running is None or running.done():
        _listeners[screen.session.id] = asyncio.create_task(_listen(screen, reopened))


async def leave(session_id: str) -> None:
    """Sends every tab that shows a conversation back to the first screen: the conversation was deleted."""
    for session in list(ws_sessions_id.values()):
        if session.thread_id == session_id:
            await Screen(session).leave()


async def stop_everything() -> None:
    """Ends every listener."""
    tasks = [*_listeners.values(), *_janitor]
    _listeners.clear()
    _janitor.clear()
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def _listen(screen: Screen, reopened: bool) -> None:
    events = face.playground().events
    queue: asyncio.Queue[dict[str, Any]] = events.subscribe(screen.session_id)
    try:
        if reopened:
            await asyncio.sleep(SECONDS_UNTIL_DRAWN)
            await _show_running_job(screen)
            await screen.show_example(await screen.state())
            await screen.to_the_end()
        updates = _Updates(screen)
        while True:
            await updates.take(await _next(queue, updates))
    finally:
        events.unsubscribe(screen.session_id, queue)


async def _next(queue: asyncio.Queue[dict[str, Any]], updates: _Updates) -> dict[str, Any] | None:
    """Waits for an event, but no longer than until a held-back update is due; None says that it is."""
    try:
        return await asyncio.wait_for(queue.get(), updates.due_in())
    except TimeoutError:
        return None


class _Updates:
    """Passes events on to a screen; of updates that come too fast, the latest."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self.progress: dict[str, Any] | None = None
        self.board = False
        self.last = 0.0

    def due_in(self) -> float | None:
        """Says in how many seconds what was held back may be shown; None where there is nothing."""
        if self.progress is None and not self.board:
            return None
        return max(0.0, self.last + SECONDS_BETWEEN_UPDATES - time.monotonic())

    async def take(self, event: dict[str, Any] | None) -> None:
        """Takes one event; an error in showing it is logged and the next one is waited for."""
        try:
            await self._take(event)
        except Exception:
            log.exception("An event could not be shown: %s", (event or {}).get("type"))

    async def _take(self, event: dict[str, Any] | None) -> None:
        kind = event["type"] if event else None
        if event and kind == "turn":
            self.progress = None
            await self._show_turn(event["turn"], event.get("job_id"))
        elif event and kind == "progress":
            self.progress = event
        elif event and kind == "state":
            self.board = True
        if self.due_in() == 0.0:
            await self._show_held()

    async def _show_turn(self, turn: dict[str, Any], job_id: str | None) -> None:
        """Shows a turn that came of itself; `job_id` is the job that ended with it."""
        if job_id:
            ended = "failed" if turn.get("status") == "error" else "ended"
            await self.screen.progress(job_id, {"state": ended, "progress": 1})
        await self.screen.answer(turn, unasked=True)

    async def _show_held(self) -> None:
        event, self.progress = self.progress, None
        board, self.board = self.board, False
        self.last = time.monotonic()
        if event:
            props = {"state": "running", "progress": event["progress"], "text": event.get("message") or ""}
            await self.screen.progress(event["job_id"], props)
        if event or board:
            await self.screen.renew_board()


async def _show_running_job(screen: Screen) -> None:
    job = (await screen.state()).get("job")
    if job:
        props = {"state": "running", "progress": job.get("progress") or 0, "text": job.get("message") or ""}
        await screen.progress(job["id"], props)


async def _clean_now_and_then() -> None:
    while True:
        await asyncio.sleep(SECONDS_BETWEEN_CLEANINGS)
        clean()


def clean() -> None:
    """Forgets what Chainlit keeps of closed tabs: it never does so itself, and a message may hold megabytes."""
    for kept in (chat_contexts, user_sessions):
        for session_id in [each for each in kept if each not in ws_sessions_id]:
            del kept[session_id]
    for session_id in [each for each in _listeners if each not in ws_sessions_id]:
        _listeners.pop(session_id).cancel()
