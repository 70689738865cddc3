"""Which playground the chat shows, and what it calls there; the one seam between Chainlit and the conversation."""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.playground import Playground

LOCAL_USER = "local"

_installed: list[Playground] = []
_threads = ThreadPoolExecutor(max_workers=32, thread_name_prefix="chat")
"""Calls wait for child processes more than they compute, so there may be more of them than cores."""


def install(app: Playground) -> None:
    """Says which playground the chat of this process shows."""
    _installed[:] = [app]


def playground() -> Playground:
    """Returns the playground that was installed by `mount_chat`."""
    if not _installed:
        raise RuntimeError("The chat was started without a playground; start it with `playground serve`.")
    return _installed[0]


async def ask(function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """Calls a function of the conversation with the playground, off the event loop."""
    call = functools.partial(function, playground(), *args, **kwargs)
    return await asyncio.get_running_loop().run_in_executor(_threads, call)


async def owner_of(session_id: str) -> str | None:
    """Returns who owns a session, or None where there is no such session."""
    from assistant import conversation

    for session in await ask(conversation.sessions, LOCAL_USER):
        if session["id"] == session_id:
            return LOCAL_USER
    return None
