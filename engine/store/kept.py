"""Sessions at hand: one turn reads its session several times, and reading its experiment back costs more than the rest."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Any

MOST_KEPT = 128
LONGEST_KEPT = 300_000
"""Characters of an experiment; a longer one, of thousands of columns, is read each time instead of filling the memory."""

Row = dict[str, Any]


class KeptSessions:
    """The sessions read last, until they change; right because one process alone has the database open.

    Rows are shared by all who ask: nobody may change what is in them.
    """

    def __init__(self) -> None:
        self._rows: OrderedDict[str, Row] = OrderedDict()
        self._changes = 0
        self._lock = threading.Lock()

    def get(self, session_id: str, read: Callable[[], tuple[Row, int]]) -> Row:
        """Gives a session; `read` gives it from the database, with the length of its experiment."""
        with self._lock:
            row = self._rows.get(session_id)
            changes = self._changes
            if row is not None:
                self._rows.move_to_end(session_id)
                return row
        row, length = read()
        with self._lock:
            if changes == self._changes and length <= LONGEST_KEPT:  # else it may be older than what was written meanwhile
                self._rows[session_id] = row
                while len(self._rows) > MOST_KEPT:
                    self._rows.popitem(last=False)
        return row

    def forget(self, session_id: str | None = None) -> None:
        """Forgets a session, or all, after a change was written."""
        with self._lock:
            self._changes += 1
            if session_id is None:
                self._rows.clear()
            else:
                self._rows.pop(session_id, None)
