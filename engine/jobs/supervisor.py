"""Looking after one running job: its child, its messages, its limits."""

from __future__ import annotations

import logging
import signal
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from engine.errors import Refusal
from engine.jobs.children import Child, Nursery
from engine.jobs.errors import ChildLost, Crashed, OutOfMemory, TimedOut, as_error
from engine.jobs.limits import NEAR_THE_CAP, Limits, deadline, kernel_kills, memory_of_process

SECONDS_BETWEEN_NOTES = 0.25
SECONDS_BETWEEN_LOOKS = 1.0
LOOKS_A_HEARTBEAT = 10
NICE = 10

log = logging.getLogger("playground.jobs")


@dataclass(frozen=True)
class Ending:
    """How an attempt ended: "done" with a result, "failed" with an error, "lost" (try again), or "killed" by us."""

    kind: str
    result: dict[str, Any] | None = None
    error: dict[str, Any] | None = None


class Supervisor:
    """Runs one attempt of one job in a child and says how it ended."""

    def __init__(
        self,
        nursery: Nursery,
        limits: Limits,
        memory: int,
        note: Callable[[float, str], bool],
        alive: Callable[[], bool],
    ) -> None:
        """`note` records progress and `alive` a heartbeat; both return False where the attempt counts no more."""
        self._nursery = nursery
        self._limits = limits
        self._memory = memory
        self._note = note
        self._alive = alive
        self._lock = threading.Lock()
        self._child: Child | None = None
        self._killed = False
        self._asked_to_finish = False
        self._peak = 0
        self._pending: tuple[float, str] | None = None
        self._noted = 0.0

    def kill(self) -> None:
        """Ends the attempt at once; from any thread, at any moment."""
        with self._lock:
            self._killed = True
            if self._child is not None:
                self._child.kill()

    def finish_early(self) -> None:
        """Asks the work to finish with what it has; from any thread."""
        with self._lock:
            self._asked_to_finish = True
            if self._child is not None:
                self._child.interrupt()

    @property
    def pid(self) -> int | None:
        """The process id of the child, once there is one."""
        return None if self._child is None else self._child.pid

    def run(self, work: str, payload: dict[str, Any]) -> Ending:
        """Runs the work to its end; when this returns, no process of it is left."""
        kills_before = kernel_kills()
        try:
            child = self._nursery.spawn(memory=self._memory, nice=NICE)
        except ChildLost:
            return Ending("lost")
        with self._lock:
            self._child = child
            if self._killed:
                child.kill()
        ending: Ending | None = None
        try:
            child.ask(work, payload)
            ending = self._listen(child)
        except (OSError, EOFError):
            log.warning("a worker was lost, process %s", child.pid)
        finally:
            code = child.exit_code(timeout=1.0) if ending is None else None
            child.end()
        self._flush()
        if self._killed:
            return Ending("killed")
        return ending or self._explain(code, kernel_kills() > kills_before)

    def _listen(self, child: Child) -> Ending:
        started = time.monotonic()
        hard, soft = deadline(self._limits.hard), deadline(self._limits.soft)
        heartbeat = started + SECONDS_BETWEEN_LOOKS * LOOKS_A_HEARTBEAT
        while True:
            message = child.listen(self._patience(hard))
            moment = time.monotonic()
            if message is not None:
                ending = self._heard(message)
                if ending is not None:
                    return ending
            self._peak = max(self._peak, memory_of_process(child.pid)) if message is None else self._peak
            if moment >= hard:
                return Ending("failed", error=as_error(TimedOut(self._limits.hard)))
            if moment >= soft and not self._asked_to_finish:
                self.finish_early()
            if self._pending is not None and moment >= self._noted + SECONDS_BETWEEN_NOTES and not self._flush():
                return Ending("killed")
            if moment >= heartbeat:
                heartbeat = moment + SECONDS_BETWEEN_LOOKS * LOOKS_A_HEARTBEAT
                if not self._alive():
                    return Ending("killed")

    def _patience(self, hard: float) -> float:
        moment = time.monotonic()
        waits = [SECONDS_BETWEEN_LOOKS, hard - moment]
        if self._pending is not None:
            waits.append(self._noted + SECONDS_BETWEEN_NOTES - moment)
        return max(min(waits), 0.0)

    def _heard(self, message: list[Any]) -> Ending | None:
        match message:
            case ["progress", fraction, text]:
                self._pending = (0.0 if fraction is None else float(fraction), text)
            case ["started"]:
                if self._asked_to_finish:
                    self.finish_early()  # asked before the child could listen
            case ["result", result]:
                return Ending("done", result=result)
            case ["error", error]:
                return Ending("failed", error=error)
            case ["out_of_memory", _]:
                return _failed(OutOfMemory(self._memory))
            case ["crash", details]:
                return _failed(Crashed(details))
        return None

    def _flush(self) -> bool:
        pending, self._pending = self._pending, None
        if pending is None:
            return True
        self._noted = time.monotonic()
        return self._note(*pending)

    def _explain(self, code: int | None, kernel_killed: bool) -> Ending:
        """Tells a child that was out of memory, where another attempt would end alike, from one that was lost."""
        crowded = self._peak >= NEAR_THE_CAP * self._memory
        if code in (-signal.SIGKILL, -signal.SIGABRT, -signal.SIGSEGV) and (crowded or kernel_killed):
            return _failed(OutOfMemory(self._memory))
        return Ending("lost")


def _failed(refusal: Refusal) -> Ending:
    return Ending("failed", error=as_error(refusal))
