"""Tells open tabs and streams what happened in a session, from any thread."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

Queue = asyncio.Queue[dict[str, Any]]


class Events:
    """Who listens to which session. Listeners live on event loops, news come from threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._listeners: dict[str, list[tuple[asyncio.AbstractEventLoop, Queue]]] = {}

    def subscribe(self, session_id: str) -> Queue:
        """Gives a queue that gets every event of the session from now on; call it on the loop that will read it."""
        queue: Queue = asyncio.Queue()
        with self._lock:
            self._listeners.setdefault(session_id, []).append((asyncio.get_running_loop(), queue))
        return queue

    def unsubscribe(self, session_id: str, queue: Queue) -> None:
        """Ends a subscription."""
        with self._lock:
            rest = [(loop, other) for loop, other in self._listeners.get(session_id, []) if other is not queue]
            if rest:
                self._listeners[session_id] = rest
            else:
                self._listeners.pop(session_id, None)

    def publish(self, session_id: str, event: dict[str, Any]) -> None:
        """Gives an event to everyone who listens to the session."""
        with self._lock:
            listeners = list(self._listeners.get(session_id, []))
        for loop, queue in listeners:
            if not loop.is_closed():
                loop.call_soon_threadsafe(queue.put_nowait, event)
