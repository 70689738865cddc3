"""A runner with a record of what it told, and waiting with a deadline."""

import os
import time
from collections.abc import Callable
from pathlib import Path

from engine.jobs import Nursery, Runner
from engine.store import Store, create_job

MODULE = "work_for_jobs"
WORK = f"{MODULE}:choose"


class Shop:
    """A runner with a record of what it told, and short ways to queue and to look."""

    def __init__(self, store: Store, nursery: Nursery, **options) -> None:
        self.store = store
        self.ended: list[dict] = []
        self.progress: list[dict] = []
        self.runner = Runner(
            store, WORK, on_progress=self.progress.append, on_end=self.ended.append, nursery=nursery, **options
        )

    def queue(self, work: str, owner: str = "ann", **payload) -> str:
        job = create_job(self.store, owner, tool=work, call={}, payload={"work": work, **payload})
        self.runner.ring()
        return job["id"]

    def do(self, work: str, owner: str = "ann", **payload) -> dict:
        return self.runner.wait(self.queue(work, owner, **payload), timeout=20)

    def child_of(self, job_id: str) -> int:
        """Waits until the job's work says that it is at work, and returns its process id."""
        eventually(lambda: any(job["id"] == job_id and job["progress"] > 0 for job in self.progress))
        return self.runner.running()[job_id]


def eventually(condition: Callable[[], bool], within: float = 15.0) -> None:
    """Waits for a condition; fails where it does not come true in time."""
    until = time.monotonic() + within
    while not condition():
        assert time.monotonic() < until, "what was waited for did not happen in time"
        time.sleep(0.01)


def is_alive(pid: int) -> bool:
    """Says whether a process runs; one that only waits to be buried does not."""
    try:
        os.kill(pid, 0)
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except (ProcessLookupError, FileNotFoundError):
        return False


def group_of(pid: int) -> list[int]:
    """Returns the living processes of a process group."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                state, _, group = (entry / "stat").read_text().rsplit(")", 1)[1].split()[:3]
            except OSError:
                continue
            if int(group) == pid and state != "Z":
                found.append(int(entry.name))
    return found
