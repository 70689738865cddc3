"""Makes the router ready before the first message comes."""

from __future__ import annotations

import gc

from assistant.router.context import RouterContext
from assistant.router.route import route

BETWEEN_COLLECTIONS = 10_000
"""How many more objects than before the garbage collector waits for, where Python's 700 let it run within most messages: it took 1 ms of the slowest in a hundred."""


def make_ready() -> None:
    """Reads a first message, which loads the weights of words and the phrases of all tools, and has the garbage collector leave alone what is loaded by now and look less often.

    It is for a process of which most is the router's: one that serves, or that routes many texts.
    """
    route("fill the gaps in the age with the median", RouterContext(columns=[{"name": "age", "kind": "numeric"}]))
    gc.freeze()
    gc.set_threshold(BETWEEN_COLLECTIONS, *gc.get_threshold()[1:])
