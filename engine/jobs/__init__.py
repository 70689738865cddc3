"""Work in child processes: a warm desk for quick questions, and a runner for the jobs in the store.

The work is named as "module:function"; the function takes a payload and a `report(fraction, text)`, and returns a
dictionary. Payload and answer are JSON.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from engine.jobs.child import stop_asked
    from engine.jobs.children import Nursery, shared_nursery
    from engine.jobs.desk import Desk
    from engine.jobs.errors import ChildLost, Crashed, OutOfMemory, TimedOut
    from engine.jobs.limits import Limits, memory_cap
    from engine.jobs.runner import Runner

__all__ = [
    "ChildLost",
    "Crashed",
    "Desk",
    "Limits",
    "Nursery",
    "OutOfMemory",
    "Runner",
    "TimedOut",
    "memory_cap",
    "shared_nursery",
    "stop_asked",
]

_MODULES = {
    "child": ("stop_asked",),
    "children": ("Nursery", "shared_nursery"),
    "desk": ("Desk",),
    "errors": ("ChildLost", "Crashed", "OutOfMemory", "TimedOut"),
    "limits": ("Limits", "memory_cap"),
    "runner": ("Runner",),
}


def __getattr__(name: str) -> Any:
    """Imports a name when it is first asked for: the children come through here too, and they need no database."""
    for module, names in _MODULES.items():
        if name in names:
            return getattr(importlib.import_module(f"engine.jobs.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
