"""Whose turn it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def fair_choice(queued: Iterable[tuple[str, str]], served: Mapping[str, int]) -> tuple[str, str] | None:
    """Chooses the next of the queued (id, owner), given oldest first: the owner served longest ago, his oldest job."""
    return min(queued, key=lambda job: served.get(job[1], 0), default=None)
