"""How much time and memory one piece of work may use."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path

from engine.patience import LONGEST_SECONDS

GIB = 2**30
MOST_MEMORY = 4 * GIB
SHARE_OF_MEMORY = 0.6
NEAR_THE_CAP = 0.8
_CGROUP_LIMITS = ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes")


@dataclass(frozen=True)
class Limits:
    """Seconds until a job is asked to finish with what it has, seconds until it is ended, and bytes of memory.

    What is predicted to take as long as it may, or is given as long, is still finished.
    """

    soft: float = LONGEST_SECONDS + 300.0
    hard: float = LONGEST_SECONDS + 900.0
    memory: int | None = None


def default_workers() -> int:
    """Returns how many jobs run side by side: one on small machines, else two."""
    return 1 if (os.cpu_count() or 1) <= 2 else 2


def memory_cap(workers: int) -> int:
    """Returns the bytes that each of so many workers may use on this machine."""
    return min(MOST_MEMORY, int(_memory_of_machine() * SHARE_OF_MEMORY / max(workers, 1)))


def _memory_of_machine() -> int:
    """The machine's memory, or the container's where that is less."""
    sizes = [os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")]
    for name in _CGROUP_LIMITS:
        path = Path(name)
        if path.is_file() and (words := path.read_text().strip()).isdigit():
            sizes.append(int(words))
    return min(sizes)


def memory_of_process(pid: int) -> int:
    """Returns the bytes of data that a process holds, or 0 where that cannot be told."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmData:")), 0)


def kernel_kills() -> int:
    """Returns how often the kernel ended a process for lack of memory since the machine started."""
    path = Path("/proc/vmstat")
    lines = path.read_text().splitlines() if path.is_file() else []
    return next((int(line.split()[1]) for line in lines if line.startswith("oom_kill ")), 0)


def deadline(seconds: float) -> float:
    """Returns the moment, by a clock that never jumps, so many seconds from now."""
    return time.monotonic() + seconds
