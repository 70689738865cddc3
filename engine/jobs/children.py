"""Children as the server sees them: started from a warm process, spoken with over a connection, ended as a group."""

from __future__ import annotations

import atexit
import json
import os
import select
import signal
import socket
import subprocess
import sys
import threading
from multiprocessing.connection import Connection, wait
from typing import Any

from engine.jobs.errors import ChildLost

PRELOAD = "engine.jobs.preload"
_START = (
    "import json, sys\n"
    "sys.path[:] = json.loads(sys.argv[2])\n"
    "from engine.jobs.nursery import main\n"
    "main(int(sys.argv[1]), json.loads(sys.argv[3]), json.loads(sys.argv[4]))\n"
)
LATER = (
    "skops.io",
    "engine.jobs.first_fit",
    "pyarrow.dataset",
    "engine.ingest.understand",
    "engine.profile",
    "engine.run",
    "imblearn.pipeline",
    "lightgbm",
    "xgboost",
    "optuna",
)
"""What many jobs need, loaded while nothing else is asked for: a child that comes before it loads it for itself."""
LONGEST_START = 120.0
"""Seconds that loading the libraries may take on a slow disk before a child is given up."""


class Child:
    """One child process: ask, listen, end."""

    def __init__(self, pid: int, connection: Connection, status: int) -> None:
        self.pid = pid
        self._connection = connection
        self._status = status
        self._exit_code: int | None = None
        self._lock = threading.Lock()

    def ask(self, work: str, payload: dict[str, Any]) -> None:
        """Sends a piece of work; raises OSError where the child is gone."""
        self._connection.send_bytes(json.dumps({"work": work, "payload": payload}).encode())

    def listen(self, timeout: float) -> list[Any] | None:
        """Returns the next message, or None where none came in time; raises EOFError where the child is gone."""
        if not wait([self._connection], max(timeout, 0.0)):
            return None
        try:
            message: list[Any] = json.loads(self._connection.recv_bytes())
        except OSError as error:
            raise EOFError from error
        return message

    def exit_code(self, timeout: float = 0.0) -> int | None:
        """Returns how the process ended (negative: the signal), or None while it lives."""
        with self._lock:
            if self._exit_code is None and select.select([self._status], [], [], timeout)[0]:
                words = os.read(self._status, 32)
                self._exit_code = int(words) if words else -signal.SIGKILL
            return self._exit_code

    def interrupt(self) -> None:
        """Asks the work to finish with what it has."""
        self._signal(os.kill, signal.SIGUSR1)

    def kill(self) -> None:
        """Ends the process and all that it started, at once."""
        if not self._signal(os.killpg, signal.SIGKILL):
            self._signal(os.kill, signal.SIGKILL)  # so young that it heads no group yet

    def end(self) -> int | None:
        """Ends the process, waits until it is gone, and lets go of it; returns its exit code."""
        self.kill()
        code = self.exit_code(timeout=5.0)
        with self._lock:
            if self._status >= 0:
                os.close(self._status)
                self._connection.close()
                self._status = -1
                self._exit_code = code if code is not None else -signal.SIGKILL
        return code

    def _signal(self, send: Any, number: int) -> bool:
        if self.exit_code() is not None:
            return True
        try:
            send(self.pid, number)
        except ProcessLookupError:
            return False
        return True


class Nursery:
    """The warm process from which children are forked; started once, restarted when it is lost."""

    def __init__(self, modules: tuple[str, ...] = (PRELOAD,), later: tuple[str, ...] = LATER) -> None:
        self._modules = list(modules)
        self._later = later
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None

    def warm_up(self, *works: str) -> None:
        """Starts loading the libraries, and the modules of the works named, without waiting for it."""
        with self._lock:
            for work in works:
                module = work.partition(":")[0]
                if module not in self._modules:
                    self._modules.append(module)
            self._ensure()

    def spawn(self, *, memory: int | None, nice: int = 0) -> Child:
        """Forks a child; raises ChildLost where none can be started."""
        order = json.dumps({"memory": memory, "nice": nice}).encode() + b"\n"
        with self._lock:
            for _ in range(2):
                self._ensure()
                child = self._order(order)
                if child is not None:
                    return child
                self._drop()
        raise ChildLost

    def stop(self) -> None:
        """Ends the process and every child."""
        with self._lock:
            self._drop()

    def _ensure(self) -> None:
        if self._process is not None and self._process.poll() is None:
            return
        self._drop()
        ours, theirs = socket.socketpair()
        arguments = [str(theirs.fileno()), json.dumps(sys.path), json.dumps(self._modules), json.dumps(self._later)]
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - our own program with our own arguments
                [sys.executable, "-c", _START, *arguments],
                pass_fds=(theirs.fileno(),),
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )
        ours.settimeout(LONGEST_START)
        self._control = ours

    def _order(self, order: bytes) -> Child | None:
        assert self._control is not None
        ours, theirs = socket.socketpair()
        status, written = os.pipe()
        try:
            with theirs:
                socket.send_fds(self._control, [order], [theirs.fileno(), written])
            line = self._control.recv(32)
        except OSError:
            line = b""
        finally:
            os.close(written)
        if not line:
            os.close(status)
            ours.close()
            return None
        return Child(int(line), Connection(ours.detach()), status)

    def _drop(self) -> None:
        if self._control is not None:
            self._control.close()
            self._control = None
        if self._process is not None:
            try:
                self._process.wait(timeout=2.0 if self._process.poll() is None else 0.0)
            except subprocess.TimeoutExpired:  # it is still loading libraries, so it has no children yet
                self._process.kill()
                self._process.wait()
            self._process = None


_shared: list[Nursery] = []
_sharing = threading.Lock()


def shared_nursery() -> Nursery:
    """Returns the one nursery of this process; it ends with the process."""
    with _sharing:
        if not _shared:
            _shared.append(Nursery())
            atexit.register(_shared[0].stop)
        return _shared[0]
