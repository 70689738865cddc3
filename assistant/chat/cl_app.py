"""The chat's handlers: each turns one thing done in the browser into one call of the conversation."""

from __future__ import annotations

import asyncio
import functools
import logging
import secrets
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import chainlit as cl
from chainlit.context import init_ws_context
from chainlit.server import sio
from chainlit.session import WebsocketSession
from chainlit.types import ThreadDict
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant import conversation
from assistant.chat import face, live
from assistant.chat.data_layer import PlaygroundDataLayer
from assistant.chat.screen import Screen
from engine.errors import Refusal

WIDE = 1100
"""From this window width on, in pixels, the side panel has room beside the chat."""

log = logging.getLogger("assistant.chat")
Handler = Callable[..., Awaitable[Any]]


class Request(BaseModel):
    """What a button or a form asks for; a browser may send anything, so it is checked."""

    model_config = ConfigDict(extra="ignore")

    tool: str = Field(default="", max_length=64)
    args: dict[str, Any] = Field(default_factory=dict)
    label: str | None = Field(default=None, max_length=300)
    key: str | None = Field(default=None, max_length=200)
    form: bool = False
    job_id: str = Field(default="", max_length=64)
    stage: str | None = Field(default=None, max_length=32)
    step: int | None = None


def guarded(handler: Handler) -> Handler:
    """Lets no failure pass in silence: the user reads what happened and a reference that finds it in the log."""

    @functools.wraps(handler)
    async def safe(*args: Any, **kwargs: Any) -> Any:
        try:
            return await handler(*args, **kwargs)
        except asyncio.CancelledError:
            raise
        except Refusal as refusal:
            error = {"code": refusal.code, "message": refusal.message, "hint": refusal.hint}
            await Screen.here().answer({"status": "error", "error": error})
            return {"ok": False, "error": error}
        except Exception:
            reference = secrets.token_hex(4)
            log.exception("Failure %s in %s", reference, handler.__name__)
            message = "Something went wrong on my side, and nothing was changed by it."
            hint = "Try it once more. If it happens again, the log of the program says more under this reference."
            await Screen.here().problem(message, hint, reference)
            return {"ok": False, "error": {"code": "internal", "message": f"{message} Reference: {reference}."}}

    return safe


@cl.header_auth_callback
async def log_in(headers: Any) -> cl.User | None:
    """Lets in whoever reaches this machine's own address: the local mode has one user."""
    return cl.User(identifier=face.LOCAL_USER, display_name="You")


@cl.data_layer
def data_layer() -> PlaygroundDataLayer:
    """Reads the history from the playground's store."""
    return PlaygroundDataLayer()


@cl.on_chat_start
@guarded
async def on_chat_start() -> None:
    """Shows the first screen; a page that asked for a conversation that is gone starts anew for it."""
    screen = Screen.here()
    if screen.session.thread_id_to_resume:
        await screen.leave()
        return
    await screen.welcome()
    await screen.emit("window_message", {"playground": "width?"})


@cl.on_chat_resume
@guarded
async def on_chat_resume(thread: ThreadDict) -> None:
    """Goes on with a conversation that was reopened; Chainlit draws its history."""
    screen = Screen.here()
    live.follow(screen, reopened=True)
    await screen.emit("window_message", {"playground": "width?"})


@cl.on_message
@guarded
async def on_message(message: cl.Message) -> None:
    """Answers what was typed, after taking up the files that came with it.

    The answer is recorded even where the user stops waiting for it, so it is shown then too.
    """
    await asyncio.shield(asyncio.ensure_future(_answer(message)))


@guarded
async def _answer(message: cl.Message) -> None:
    screen = await _begin()
    files = [(Path(file.path), file.name) for file in message.elements or [] if file.path]
    if files and not message.content.strip():
        await screen.reword(message.id, " · ".join(f"Load {name}" for _, name in files))
    answered = False
    for path, name in files:
        answered = await _take_up(screen, path, name, message.content.strip())
    if message.content.strip() and not answered:
        await _show(screen, await face.ask(conversation.reply, screen.session_id, message.content))


@cl.action_callback("call")
@guarded
async def on_call(action: cl.Action) -> dict[str, Any]:
    """Carries out the call of a button or of a sent form; a form gets its errors back and shows them itself."""
    request = _checked(action)
    screen = await _begin()
    call = {"tool": request.tool, "args": request.args}
    said = request.label or (conversation.in_words(call) if request.form else None)
    if not request.form and said:
        await screen.say(said, request.key)
    await screen.busy(True)
    try:
        turn = await face.ask(conversation.perform, screen.session_id, call, label=said, key=request.key)
        if request.form and turn.get("status") == "error":
            return {"ok": False, "error": turn["error"]}
        if request.form and said:
            await screen.say(said, request.key)
        await _show(screen, turn)
    finally:
        await screen.busy(False)
    return {"ok": True}


@cl.action_callback("form")
@guarded
async def on_form(action: cl.Action) -> dict[str, Any]:
    """Shows a tool's form, filled in as far as the request says; for a step that is there, the form changes it."""
    request = _checked(action)
    screen = await _begin()
    turn = await face.ask(conversation.form, screen.session_id, request.tool, request.args)
    if request.step is not None:
        for block in turn.get("blocks") or []:
            if block.get("type") == "form":
                block["send"] = {"tool": "edit_step", "args": {"step": request.step}}
                block["title"] = f"Change step {request.step}"
    if request.step is not None and not cl.user_session.get("wide"):
        await screen.close_board()  # on a narrow screen the panel lies over the conversation, and so over the form
    await screen.answer(turn, unasked=True)
    return {"ok": True}


@cl.action_callback("options")
@guarded
async def on_options(action: cl.Action) -> dict[str, Any]:
    """Shows everything that can be done now, by stage."""
    request = _checked(action)
    screen = await _begin()
    turn = await face.ask(conversation.options, screen.session_id, stage=request.stage)
    await screen.answer(turn, unasked=True)
    return {"ok": True}


@cl.action_callback("dismiss")
@guarded
async def on_dismiss(action: cl.Action) -> dict[str, Any]:
    """Remembers that an offered step was waved off."""
    request = _checked(action)
    call = {"tool": request.tool, "args": request.args}
    await face.ask(conversation.dismiss, Screen.here().session_id, call)
    return {"ok": True}


@cl.action_callback("cancel")
@guarded
async def on_cancel(action: cl.Action) -> dict[str, Any]:
    """Stops a job of this conversation; what it finished is kept."""
    request = _checked(action)
    screen = Screen.here()
    job = (await screen.state()).get("job")
    if job and job["id"] == request.job_id:
        await face.ask(conversation.cancel, request.job_id)
    return {"ok": True}


@sio.on("stop")
async def stop(socket_id: str) -> None:
    """Takes the place of Chainlit's own handler, which says in words of its own that something was stopped."""
    session = WebsocketSession.get(socket_id)
    if session:
        init_ws_context(session)
        if session.current_task:
            session.current_task.cancel()
        await on_stop()


@guarded
async def on_stop() -> None:
    """Stops what the conversation's running job does; its turn says what was kept."""
    screen = Screen.here()
    job = (await screen.state()).get("job") if await face.owner_of(screen.session_id) else None
    if job:
        await face.ask(conversation.cancel, job["id"])
    else:
        said = "This step takes a moment only, and its answer is shown when it is there. Undo takes it back."
        await screen.emit("toast", {"message": said, "type": "info"})


@cl.on_window_message
async def on_window_message(message: Any) -> None:
    """Hears what the page itself says: how wide it is, that the side panel is wanted or not, that it stands empty."""
    if isinstance(message, dict) and message.get("playground") in {"width", "board", "no board"}:
        await _arrange(message)
    elif isinstance(message, dict) and message.get("playground") == "empty":
        await _fill()


@guarded
async def _fill() -> None:
    """Draws the first screen again where it was lost while another conversation was being left."""
    screen = Screen.here()
    if await face.owner_of(screen.session_id) is None:
        await screen.welcome()


@guarded
async def _arrange(message: dict[str, Any]) -> None:
    screen = Screen.here()
    if message["playground"] == "width":
        width = message.get("width")
        cl.user_session.set("wide", isinstance(width, int) and width >= WIDE)
        if await face.owner_of(screen.session_id):
            await asyncio.sleep(live.SECONDS_UNTIL_DRAWN)
            await _open_board_once(screen, await screen.state())
    elif message["playground"] == "no board":
        await screen.close_board()
    elif await face.owner_of(screen.session_id):
        await screen.open_board()
    else:
        await screen.emit(
            "toast", {"message": "Load a table first; its experiment is shown here then.", "type": "info"}
        )


def _checked(action: cl.Action) -> Request:
    try:
        return Request.model_validate(action.payload)
    except ValidationError as error:
        where = ".".join(map(str, error.errors()[0]["loc"]))
        raise Refusal(
            "invalid_request", f"The button sent something unexpected in {where!r}.", "Reload the page."
        ) from error


async def _begin() -> Screen:
    """Makes the conversation at its first word, and shows its events from then on."""
    screen = Screen.here()
    await face.ask(conversation.start_session, face.LOCAL_USER, session_id=screen.session_id)
    live.follow(screen)
    await screen.leave_welcome()
    await screen.emit("window_message", {"playground": "address", "id": screen.session_id})
    return screen


async def _take_up(screen: Screen, path: Path, name: str, words: str) -> bool:
    """Loads a file or predicts for its records; gives whether that answers the words that came with it."""
    dataset = await face.ask(conversation.upload, face.LOCAL_USER, path, name)
    call, answered = await face.ask(conversation.purpose_of, screen.session_id, dataset, words)
    label = f"{'Predict for' if call['tool'] == 'predict' else 'Load'} {name}"
    await _show(screen, await face.ask(conversation.perform, screen.session_id, call, label=label))
    return bool(answered)


async def _show(screen: Screen, turn: dict[str, Any]) -> None:
    await screen.answer(turn)
    state = await screen.state()
    if state.get("name") != cl.user_session.get("name"):
        cl.user_session.set("name", state.get("name"))
        await screen.renew_history()
    await _open_board_once(screen, state)


async def _open_board_once(screen: Screen, state: dict[str, Any]) -> None:
    if state.get("dataset") and cl.user_session.get("wide") and not cl.user_session.get("board_opened"):
        cl.user_session.set("board_opened", True)
        await screen.open_board()
