"""Work in child processes: a warm desk for quick questions, and a runner for the jobs in the store.

The work is named as "module:function"; the function takes a payload and a `report(fraction, text)`, and returns a
dictionary. Payload and answer are JSON.
"""

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
]
