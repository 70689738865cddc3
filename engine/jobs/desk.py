"""The desk: warm children that answer quick questions, one at a time each."""

from __future__ import annotations

import contextlib
import queue
import threading
import time
from collections.abc import Callable
from typing import Any

from engine.jobs.children import Child, Nursery, shared_nursery
from engine.jobs.errors import ChildLost, Crashed, OutOfMemory, TimedOut
from engine.jobs.limits import deadline, default_workers, memory_cap


class _NeverBegunError(Exception):
    """The child was dead before it took the question up."""


class Desk:
    """Answers questions with a work function in warm children; safe to use from several threads."""

    def __init__(self, work: str, count: int = 1, *, nursery: Nursery | None = None, memory: int | None = None) -> None:
        """Starts loading in the background; the first question waits until that is done."""
        self._work = work
        self._nursery = nursery or shared_nursery()
        self._memory = memory or memory_cap(default_workers() + count)
        self._places: queue.LifoQueue[_Place] = queue.LifoQueue()
        self._all = [_Place() for _ in range(count)]
        self._closed = threading.Event()
        for place in self._all:
            self._places.put(place)
        self._nursery.warm_up(work)

    def ask(
        self,
        payload: dict[str, Any],
        timeout: float = 60.0,
        report: Callable[[float, str], None] | None = None,
    ) -> dict[str, Any]:
        """Returns the work's answer; an {"error": {…}} that it returned comes back as it is.

        Raises TimedOut, ChildLost, OutOfMemory or Crashed; the next question finds a new child.
        """
        until = deadline(timeout)
        try:
            place = self._places.get(timeout=timeout)
        except queue.Empty:
            raise TimedOut(timeout) from None
        try:
            try:
                return self._answer(place, payload, until, timeout, report)
            except _NeverBegunError:
                place.clear()
            try:
                return self._answer(place, payload, until, timeout, report)
            except _NeverBegunError:
                raise ChildLost from None
        except (TimedOut, ChildLost, OutOfMemory):
            place.clear()
            raise
        finally:
            if self._closed.is_set():
                place.clear()
            self._places.put(place)

    def close(self) -> None:
        """Ends the children; a question that is being answered ends with ChildLost."""
        self._closed.set()
        for place in self._all:
            child = place.child
            if child is not None:
                child.kill()
        left = list(self._all)
        with contextlib.suppress(queue.Empty):  # who still holds a place clears it when he gives it back
            while left:
                place = self._places.get(timeout=5.0)
                place.clear()
                left.remove(place)
        for place in self._all:
            if place not in left:
                self._places.put(place)

    def _answer(
        self,
        place: _Place,
        payload: dict[str, Any],
        until: float,
        timeout: float,
        report: Callable[[float, str], None] | None,
    ) -> dict[str, Any]:
        if self._closed.is_set():
            raise ChildLost
        child = place.child or self._nursery.spawn(memory=self._memory)
        place.child = child
        begun = False
        try:
            child.ask(self._work, payload)
            while (message := child.listen(until - time.monotonic())) is not None:
                kind, *rest = message
                begun = True
                if kind == "progress" and report is not None:
                    report(rest[0], rest[1])
                elif kind in _ENDINGS:
                    return _ended(kind, rest[0], self._memory)
        except (OSError, EOFError):
            if begun:
                raise ChildLost from None
            raise _NeverBegunError from None
        raise TimedOut(timeout)


class _Place:
    """Where one child sits."""

    child: Child | None = None

    def clear(self) -> None:
        child, self.child = self.child, None
        if child is not None:
            child.end()


_ENDINGS = frozenset({"result", "error", "out_of_memory", "crash"})


def _ended(kind: str, detail: Any, memory: int) -> dict[str, Any]:
    if kind == "out_of_memory":
        raise OutOfMemory(memory)
    if kind == "crash":
        raise Crashed(detail)
    return {"error": detail} if kind == "error" else dict(detail)
