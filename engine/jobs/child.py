"""What a forked child does: it makes itself easy to end, then answers what it is asked."""

from __future__ import annotations

import contextlib
import ctypes
import importlib
import json
import os
import resource
import signal
import sys
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from engine.errors import Refusal
from engine.jobs.errors import described

PR_SET_PDEATHSIG = 1
_stop_asked = False  # a plain name, because a signal handler must take no lock


def stop_asked() -> bool:
    """Says whether the work should finish now with what it has; long searches ask between two trials."""
    return _stop_asked


def _ask_to_stop(asked: bool) -> None:
    global _stop_asked
    _stop_asked = asked


def live(descriptor: int, parent: int, options: dict[str, Any]) -> None:
    """Answers questions from a connection until it is closed."""
    _settle(parent, options)
    connection = Connection(descriptor)
    lock = threading.Lock()

    def tell(*message: Any) -> None:
        text = json.dumps(plain(message)).encode()
        with lock:
            connection.send_bytes(text)

    while True:
        try:
            question = json.loads(connection.recv_bytes())
        except EOFError:
            return
        _ask_to_stop(False)
        tell("started")
        tell(*answer(question["work"], question["payload"], tell))


def answer(work: str, payload: dict[str, Any], tell: Callable[..., None]) -> tuple[str, Any]:
    """Does the work and returns how it ended: ("result" | "error" | "out_of_memory" | "crash", what there is to say)."""

    def report(fraction: float, text: str) -> None:
        tell("progress", float(fraction), str(text))

    try:
        module, _, name = work.partition(":")
        result = plain(getattr(importlib.import_module(module), name)(payload, report))
    except Refusal as error:
        return "error", {"code": error.code, "message": error.message, "hint": error.hint}
    except MemoryError:
        return "out_of_memory", ""
    except Exception as error:  # noqa: BLE001 - it goes to the log of the server, with a reference for the user
        return ("out_of_memory", "") if "bad_alloc" in str(error) else ("crash", described(error))
    if not isinstance(result, dict):
        return "crash", f"{work} returned a {type(result).__name__}, expected a dict"
    if isinstance(result.get("error"), dict):
        return "error", result["error"]
    return "result", result


def plain(value: Any) -> Any:
    """Returns a value as JSON can write it; a number that is not finite becomes null.

    Raises TypeError for what is no JSON.
    """
    if value is None or isinstance(value, (bool, str)):
        return value
    if getattr(value, "ndim", None) == 0 and hasattr(value, "item"):
        return plain(value.item())
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float):
        return float(value) if value - value == 0 else None
    if isinstance(value, dict):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    raise TypeError(f"A work's answer holds a {type(value).__name__}, which is no JSON.")


def _settle(parent: int, options: dict[str, Any]) -> None:
    """Makes this process the head of its own group, mortal with its parent, capped in memory and modest."""
    os.setsid()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGCHLD):
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGUSR1, lambda *_: _ask_to_stop(True))
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != parent:
            os._exit(1)
        with contextlib.suppress(OSError):  # some containers forbid it; it only makes the kernel's choice better
            Path("/proc/self/oom_score_adj").write_text("500")
    if options.get("nice"):
        os.nice(int(options["nice"]))
    if options.get("memory"):
        hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
        cap = int(options["memory"])
        resource.setrlimit(resource.RLIMIT_DATA, (cap if hard == resource.RLIM_INFINITY else min(cap, hard), hard))
