"""The running product: its store, the desk for quick calls, the runner for long ones, and the news."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

from assistant.events import Events
from engine.jobs import Desk, Runner
from engine.store import Store

WORK = "tools.call:perform"
OWNER = "local"


class Playground:
    """Everything that the doors share; one a process, and one process a home directory."""

    def __init__(self, home: Path) -> None:
        self.home = Path(home).expanduser().resolve()
        self.store = Store(self.home)
        self.events = Events()
        self._locks: dict[str, threading.RLock] = {}
        self.desk = Desk(WORK, count=2)  # while one reads a large file, the other answers
        self.runner = Runner(self.store, WORK, on_progress=self._progress, on_end=self._ended)
        self.runner.start()

    def lock(self, session_id: str) -> threading.RLock:
        """Gives the lock under which one session's calls come one after the other."""
        return self._locks.setdefault(session_id, threading.RLock())

    def close(self) -> None:
        """Stops the children and closes the store."""
        self.runner.stop()
        self.desk.close()
        self.store.close()

    def _progress(self, job: dict[str, Any]) -> None:
        if job["session_id"]:
            event = {"type": "progress", "job_id": job["id"], "progress": job["progress"], "message": job["message"]}
            self.events.publish(job["session_id"], event)

    def _ended(self, job: dict[str, Any]) -> None:
        from assistant.conversation import job_ended

        job_ended(self, job)
