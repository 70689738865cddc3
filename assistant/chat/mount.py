"""Mounts the chat at "/" of the web application."""

from __future__ import annotations

import os
import re
import secrets
from pathlib import Path
from typing import TYPE_CHECKING

from fastapi import FastAPI

from assistant.chat import face, plots, sign_in
from assistant.chat.frontend import prepare_root
from assistant.chat.lighter import leave_out_tracing

if TYPE_CHECKING:
    from assistant.playground import Playground


def mount_chat(fastapi_app: FastAPI, app: Playground) -> None:
    """Adds the chat to the web application; call it after every other route, because "/" takes what is left."""
    root = app.home / "chainlit"
    prepare_root(root)
    # Chainlit reads these while it is imported, so they stand before the import.
    os.environ["CHAINLIT_APP_ROOT"] = str(root)
    os.environ["CHAINLIT_AUTH_SECRET"] = secret(app.home)
    leave_out_tracing()
    face.install(app)
    fastapi_app.include_router(plots.router)
    fastapi_app.include_router(sign_in.router)

    from chainlit.utils import mount_chainlit

    mount_chainlit(app=fastapi_app, target=str(Path(__file__).with_name("cl_app.py")), path="/")
    _leave_out_path_check()


def _leave_out_path_check() -> None:
    """Takes away the layer that keeps a chat mounted at "/chat" from answering for other addresses.

    At "/" it lets everything through, and it logs a failure for each request that a browser gives up.
    """
    from chainlit.server import app as chat

    chat.user_middleware[:] = [layer for layer in chat.user_middleware if getattr(layer.cls, "__name__", "") != "ChainlitMiddleware"]


def inline_scripts() -> list[str]:
    """Returns the scripts that stand in the chat's page itself, so that these run and no others; call it once mounted."""
    from chainlit.server import get_html_template

    return re.findall(r"<script>(.*?)</script>", get_html_template(""), re.DOTALL)


def secret(home: Path) -> str:
    """Returns the key that signs log-ins; it is made once and only its owner can read it."""
    path = home / "secret"
    if not path.is_file():
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(secrets.token_hex(48))
    return path.read_text(encoding="utf-8").strip()


async def close_chat() -> None:
    """Ends what the chat left running; call it when the web application stops."""
    from assistant.chat import live

    await live.stop_everything()
