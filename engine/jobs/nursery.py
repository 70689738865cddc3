"""The process that has the libraries loaded and forks a child for each piece of work.

It is started by `engine.jobs.children` and speaks with it over one socket: a line with options and two descriptors come
in (the child's connection, and where its exit status is to be written), the child's process id goes out. It ends, and all
its children with it, when the other side of the socket is gone, whatever that side died of.

The standard library's fork server is not used for two reasons: its children keep it alive after the server process was
killed, and each of them imports the server's main module again.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import select
import signal
import socket
import sys
import traceback
from typing import Any, NoReturn

from engine.jobs import child

LONGEST_LINE = 65536
SECONDS_OF_REST = 1.0
"""How long nothing is asked for before one more of the modules that can wait is loaded."""


def main(control: int, modules: list[str], later: list[str]) -> None:
    """Loads modules, then forks children until the socket is closed; in the pauses it loads those that can wait."""
    os.dup2(2, 1)  # what libraries print must not mix with what a command prints as its result
    for number in (signal.SIGINT, signal.SIGUSR1):  # a child sets its own answer to the second
        signal.signal(number, signal.SIG_IGN)
    load(*modules)
    Nursery(control, later).serve()


def load(*modules: str) -> None:
    """Imports modules, for the children to share their pages instead of copying them at their first collection."""
    for module in modules:
        try:
            importlib.import_module(module)
        except Exception:  # noqa: BLE001 - the work that needs it will say the same to the user; other work goes on
            traceback.print_exc()
    gc.collect()
    gc.freeze()


class Nursery:
    """The children that are alive, and the loop that looks after them."""

    def __init__(self, control: int, later: list[str]) -> None:
        self._control = socket.socket(fileno=control)
        self._later = list(later)
        self._status: dict[int, int] = {}
        self._woken, self._wake = os.pipe()
        os.set_blocking(self._woken, False)
        os.set_blocking(self._wake, False)
        signal.set_wakeup_fd(self._wake, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)

    def serve(self) -> None:
        """Forks and buries children; returns when the other side is gone, with no child left."""
        while True:
            ready, _, _ = select.select([self._control.fileno(), self._woken], [], [], SECONDS_OF_REST if self._later else None)
            if not ready:
                load(self._later.pop(0))
            if self._woken in ready:
                os.read(self._woken, 4096)
                self._bury()
            if self._control.fileno() in ready and not self._take_order():
                break
        for pid in self._status:
            _kill_group(pid)

    def _take_order(self) -> bool:
        line, descriptors, _, _ = socket.recv_fds(self._control, LONGEST_LINE, 2)
        if not line or len(descriptors) != 2:
            return False
        for descriptor in descriptors:
            os.set_inheritable(descriptor, False)
        connection, status = descriptors
        parent = os.getpid()
        pid = os.fork()
        if pid == 0:
            self._become_child(connection, status, parent, json.loads(line))
        os.close(connection)
        self._status[pid] = status
        self._control.sendall(f"{pid}\n".encode())
        return True

    def _become_child(self, connection: int, status: int, parent: int, options: dict[str, Any]) -> NoReturn:
        code = 1
        try:
            signal.set_wakeup_fd(-1)
            for descriptor in (status, self._control.detach(), self._woken, self._wake, *self._status.values()):
                os.close(descriptor)
            child.live(connection, parent, options)
            code = 0
        except BaseException:  # noqa: BLE001 - a fork must never return into the loop of its parent
            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(code)

    def _bury(self) -> None:
        """Tells of each child that ended; what it left running in its group is ended before its id is free again."""
        for pid, status in list(self._status.items()):
            if os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
                continue
            _kill_group(pid)
            _, how = os.waitpid(pid, 0)
            del self._status[pid]
            with contextlib.suppress(BrokenPipeError):  # nobody waits for it any more
                os.write(status, f"{os.waitstatus_to_exitcode(how)}\n".encode())
            os.close(status)


def _kill_group(pid: int) -> None:
    for kill in (os.killpg, os.kill):
        try:
            kill(pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            continue
