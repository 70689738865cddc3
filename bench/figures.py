"""Printing what was measured beside its target, and measuring it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Any


def heading(what: str) -> None:
    """Prints a line over the figures of one kind."""
    sys.stdout.write(f"\n{what}\n")


def figure(what: str, measured: float, unit: str, target: float | None = None, more: str = "") -> None:
    """Prints one figure; where it has a target, whether it was met. Smaller is better."""
    verdict = "" if target is None else f"<= {target:g} {unit}".ljust(14) + ("met" if measured <= target else "MISSED")
    sys.stdout.write(f"  {what:58}{measured:9.2f} {unit:4} {verdict:22}{more}".rstrip() + "\n")
    sys.stdout.flush()


def percentile(times: list[float], share: float) -> float:
    """Gives the time that this share of all stays below."""
    ordered = sorted(times)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


def processor_seconds(work: Callable[[], Any]) -> float:
    """Does something and gives the processor's time that it took in this process: another's work beside it counts little."""
    begun = time.process_time()
    work()
    return time.process_time() - begun
