"""The same work for each of several long columns, on all cores."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

LONG = 200_000
"""Shorter columns are not worth a thread."""


def for_each(work: Callable[[Item], Result], items: Iterable[Item], rows: int) -> list[Result]:
    """Gives what the work makes of each item, in their order; with long columns several are worked on at once."""
    if rows < LONG:
        return [work(item) for item in items]
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        return list(threads.map(work, items))
