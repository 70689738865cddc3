"""The runner: takes jobs from the store's queue and sees each one to exactly one end."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from engine.errors import Refusal
from engine.jobs.children import Nursery, shared_nursery
from engine.jobs.errors import ChildLost, Crashed, as_error, described
from engine.jobs.fairness import fair_choice
from engine.jobs.limits import Limits, deadline, default_workers, memory_cap
from engine.jobs.supervisor import Ending, Supervisor
from engine.store import (
    TERMINAL,
    Busy,
    NotFound,
    Store,
    StoreFull,
    cancel_job,
    claim_job,
    finish_job,
    list_queued_jobs,
    list_unfinished_jobs,
    load_job,
    renew_lease,
    requeue,
    update_progress,
)

ATTEMPTS = 2
PLACES_BESIDE = 2
"""How many jobs that somebody waits for run at once, besides the workers."""
SECONDS_BETWEEN_ROUNDS = 5.0
SECONDS_TO_DIE = 5.0
SECONDS_TO_SAVE = 600.0
"""How long a finished job's result is kept in hand while the database cannot be written."""
WORKER_STOPPED = "The worker stopped unexpectedly"
SERVER_STOPPED = "The server stopped while this was running"

log = logging.getLogger("playground.jobs")

Job = dict[str, Any]


class Runner:
    """Runs queued jobs, each in a child process of its own; safe to use from several threads."""

    def __init__(
        self,
        store: Store,
        work: str,
        workers: int | None = None,
        on_progress: Callable[[Job], None] | None = None,
        on_end: Callable[[Job], None] | None = None,
        *,
        limits: Limits | None = None,
        nursery: Nursery | None = None,
    ) -> None:
        """`on_progress` and `on_end` are called with the job as it stands, from the runner's threads."""
        self._store = store
        self._work = work
        self._workers = workers or default_workers()
        self._on_progress = on_progress
        self._on_end = on_end
        self._limits = limits or Limits()
        self._memory = self._limits.memory or memory_cap(self._workers + 1)
        self._nursery = nursery or shared_nursery()
        self._doorbell = threading.Event()
        self._stopping = threading.Event()
        self._changed = threading.Condition()
        self._running: dict[str, Supervisor] = {}
        self._threads: dict[str, threading.Thread] = {}
        self._telling: list[str] = []
        self._stopped_early: set[str] = set()
        self._beside: set[str] = set()
        self._served: dict[str, int] = {}
        self._dispatcher = threading.Thread(target=self._dispatch, name="jobs", daemon=True)

    def start(self) -> None:
        """Settles what a killed server left behind, then begins to take jobs."""
        self._nursery.warm_up(self._work)
        left = [job for job in list_unfinished_jobs(self._store) if job["status"] == "running"]
        given_up = [ended for job in left if (ended := self._lost(job, SERVER_STOPPED)) is not None]
        self._doorbell.set()
        self._dispatcher.start()
        for job in given_up:  # each in its own thread: who is told may wait for another job
            threading.Thread(target=self._tell_end, args=(job,), daemon=True).start()

    def ring(self) -> None:
        """Says that a job was queued, so that it starts now and not at the next round."""
        self._doorbell.set()

    def start_at_once(self, job_id: str) -> None:
        """Starts a queued job that somebody waits for beside those that take their turns; where many wait, it takes its turn."""
        with self._changed:
            room = len(self._beside) < PLACES_BESIDE and not self._stopping.is_set()
            if room:
                self._beside.add(job_id)
        if not room or not self._start(job_id):
            with self._changed:
                self._beside.discard(job_id)
            self.ring()

    def running(self) -> dict[str, int | None]:
        """Returns the running jobs' ids with the process ids of their children."""
        with self._changed:
            return {job_id: supervisor.pid for job_id, supervisor in self._running.items()}

    def cancel(self, job_id: str) -> Job:
        """Ends a job, queued or running, and returns it; one that had ended stays as it ended.

        When this returns, no process of the job is left. Raises NotFound where there is no such job; whose job it is, is
        for the caller to check.
        """
        with self._telling_of(job_id):
            cancelled = cancel_job(self._store, job_id)
            if cancelled is not None:
                with self._changed:
                    supervisor = self._running.get(job_id)
                    if supervisor is not None:
                        supervisor.kill()
                        self._changed.wait_for(lambda: job_id not in self._running, timeout=SECONDS_TO_DIE)
                self._tell_end(cancelled)
        return cancelled or self._loaded(job_id)

    def finish_early(self, job_id: str) -> bool:
        """Asks a running job to finish with what it has; False where it does not run."""
        with self._changed:
            supervisor = self._running.get(job_id)
        if supervisor is None:
            return False
        supervisor.finish_early()
        return True

    def stop_early(self, job_id: str) -> bool:
        """Asks a running job to end as cancelled, with what it has by then.

        False where it does not run, or was asked before.
        """
        with self._changed:
            if job_id in self._stopped_early or job_id not in self._running:
                return False
            self._stopped_early.add(job_id)
        return self.finish_early(job_id)

    def wait(self, job_id: str, timeout: float) -> Job:
        """Returns the job once it has ended and `on_end` was told, or as it stands when the time is up or nothing is run any more."""
        until = deadline(timeout)
        with self._changed:
            while True:
                job = self._loaded(job_id)
                left = until - time.monotonic()
                settled = job_id not in self._running and job_id not in self._telling
                ended = settled and (job["status"] in TERMINAL or self._stopping.is_set())
                if ended or left <= 0:
                    return job
                self._changed.wait(min(left, 1.0))

    def stop(self, drain: float = 3.0) -> None:
        """Stops taking jobs, gives running ones so many seconds, and puts the rest back without using an attempt."""
        until = deadline(drain)
        self._stopping.set()
        self._doorbell.set()
        if self._dispatcher.is_alive():
            self._dispatcher.join(timeout=10.0)
        with self._changed:
            while self._running and time.monotonic() < until:
                self._changed.wait(until - time.monotonic())
            left, threads = list(self._running.values()), list(self._threads.values())
        for supervisor in left:
            supervisor.kill()
        for thread in threads:
            thread.join(timeout=10.0)

    def _dispatch(self) -> None:
        while not self._stopping.is_set():
            self._doorbell.wait(SECONDS_BETWEEN_ROUNDS)
            self._doorbell.clear()
            try:
                while not self._stopping.is_set() and self._has_room() and self._start_next():
                    pass
            except Exception:  # the queue must outlive whatever went wrong with one job
                log.exception("a job could not be started; trying again")

    def _has_room(self) -> bool:
        with self._changed:
            return len(self._running.keys() - self._beside) < self._workers

    def _start_next(self) -> bool:
        choice = fair_choice(list_queued_jobs(self._store), self._served)
        if choice is None:
            return False
        job_id, owner = choice
        if self._start(job_id):
            self._served[owner] = max(self._served.values(), default=0) + 1
        return True

    def _start(self, job_id: str) -> bool:
        """Takes a queued job and starts it; False where somebody else took or ended it before."""
        job = claim_job(self._store, job_id)
        if job is None:
            return False
        self._call(self._on_progress, job)
        fence = job["fence"]
        supervisor = Supervisor(
            self._nursery,
            self._limits,
            self._memory,
            note=lambda fraction, text: self._noted(job_id, fence, fraction, text),
            alive=lambda: self._is_alive(job_id, fence),
        )
        thread = threading.Thread(target=self._supervise, args=(job, supervisor), name=f"job-{job_id}", daemon=True)
        with self._changed:
            self._running[job_id] = supervisor
            self._threads[job_id] = thread
        thread.start()
        return True

    def _supervise(self, job: Job, supervisor: Supervisor) -> None:
        job_id = job["id"]
        with self._telling_of(job_id):
            try:
                ended = self._insist(self._run(job, supervisor))
            finally:
                with self._changed:
                    del self._running[job_id]
                    self._beside.discard(job_id)
                    self._changed.notify_all()
                self._doorbell.set()  # before telling: who is told may wait for the next job
            self._tell_end(ended)
        with self._changed:
            del self._threads[job_id]
            self._stopped_early.discard(job_id)

    def _run(self, job: Job, supervisor: Supervisor) -> Callable[[], Job | None]:
        """Runs one attempt and returns what is to be saved of it."""
        try:
            if "damaged" in job:
                return lambda: self._fail(job, _damaged())
            if not self._is_alive(job["id"], job["fence"]):  # cancelled between the claim and now
                supervisor.kill()
            ending = supervisor.run(self._work, job["payload"])
        except Exception as error:  # noqa: BLE001 - the job must end, and the log has the details
            crash = as_error(Crashed(described(error)))
            return lambda: self._fail(job, crash)
        return lambda: self._settle(job, ending)

    def _settle(self, job: Job, ending: Ending) -> Job | None:
        """Saves how an attempt ended; returns the job where that was its end, and nobody else had ended it."""
        match ending.kind:
            case "killed":
                requeue(self._store, job["id"], job["fence"], "Waiting to start again", give_back_attempt=True)
                return None
            case "lost":
                return self._lost(job, WORKER_STOPPED)
            case "failed":
                return self._fail(job, ending.error or {})
        if job["id"] in self._stopped_early:
            words = "Stopped; what was done by then is kept"
            return finish_job(self._store, job["id"], job["fence"], "cancelled", result=ending.result, message=words)
        return finish_job(self._store, job["id"], job["fence"], "done", result=ending.result, message="Done")

    def _lost(self, job: Job, why: str) -> Job | None:
        """Gives a job whose worker died its second attempt, or ends it where it had that."""
        if job["attempt"] < ATTEMPTS:
            again = requeue(self._store, job["id"], job["fence"], f"{why}; started again")
            if again is not None:
                self._call(self._on_progress, again)
            return None
        return self._fail(
            job, as_error(ChildLost()) | {"message": f"{why}, on the second attempt too, so this was given up."}
        )

    def _fail(self, job: Job, error: dict[str, Any]) -> Job | None:
        message = error.get("message", "")
        return finish_job(self._store, job["id"], job["fence"], "failed", error=error, message=message)

    def _noted(self, job_id: str, fence: int, fraction: float, text: str) -> bool:
        try:
            job = update_progress(self._store, job_id, fence, fraction, text)
        except (Busy, StoreFull):
            log.warning("progress of job %s could not be saved", job_id)
            return True
        if job is not None:
            self._call(self._on_progress, job)
        return job is not None

    def _is_alive(self, job_id: str, fence: int) -> bool:
        try:
            return renew_lease(self._store, job_id, fence)
        except (Busy, StoreFull):
            log.warning("the heartbeat of job %s could not be saved", job_id)
            return True

    def _insist(self, save: Callable[[], Job | None]) -> Job | None:
        """Saves how a job ended, waiting for a database that is locked or full."""
        until = deadline(SECONDS_TO_SAVE)
        while True:
            try:
                return save()
            except (Busy, StoreFull):
                if time.monotonic() >= until or self._stopping.wait(1.0):
                    log.exception("how a job ended could not be saved; it starts again with the next server")
                    return None

    def _loaded(self, job_id: str) -> Job:
        job = load_job(self._store, job_id)
        if job is None:
            raise NotFound("job")
        return job

    @contextmanager
    def _telling_of(self, job_id: str) -> Iterator[None]:
        """Keeps those who wait for a job waiting until its end was told."""
        with self._changed:
            self._telling.append(job_id)
        try:
            yield
        finally:
            with self._changed:
                self._telling.remove(job_id)
                self._changed.notify_all()

    def _tell_end(self, ended: Job | None) -> None:
        """Tells once that a job ended: only who ended it, in the database, holds its row here."""
        if ended is not None:
            self._call(self._on_end, ended)

    def _call(self, listener: Callable[[Job], None] | None, job: Job) -> None:
        if listener is None:
            return
        try:
            listener(job)
        except Exception:
            log.exception("who listens to job %s failed", job["id"])


def _damaged() -> dict[str, Any]:
    return as_error(Refusal("damaged", "What this job was to do cannot be read any more.", "Ask for it again."))
