"""What the store says when it cannot do what was asked, in words for the user."""

from __future__ import annotations

from pathlib import Path

from engine.errors import Refusal


class NotFound(Refusal):
    """There is no such object, or it belongs to somebody else; the two read the same."""

    def __init__(self, noun: str) -> None:
        super().__init__("not_found", f"There is no such {noun}.", "It may have been deleted; list what is there.")


class Exists(Refusal):
    """The id that was given is taken."""

    def __init__(self, noun: str) -> None:
        super().__init__("exists", f"There is a {noun} with this id already.", "Leave the id out and one is made.")


class Stale(Refusal):
    """The session was changed in the meantime; `current` is its version now."""

    def __init__(self, expected: int, current: int) -> None:
        super().__init__(
            "stale",
            f"This experiment was changed elsewhere in the meantime (version {current}; this was based on {expected}).",
            "Reload to see it as it is now, then say it again.",
        )
        self.current = current


class QueueFull(Refusal):
    """One user has as many unfinished jobs as the queue takes from one user."""

    def __init__(self, most: int) -> None:
        super().__init__(
            "queue_full", f"{most} jobs are waiting or running already.", "Wait for one to finish, or cancel one."
        )


class Busy(Refusal):
    """Another program holds the database."""

    def __init__(self) -> None:
        super().__init__(
            "database_busy", "The database is locked by another program at the moment.", "Try again in a few seconds."
        )


class StoreFull(Refusal):
    """Nothing more can be written where the state is kept."""

    def __init__(self) -> None:
        super().__init__("disk_full", "The disk is full, so this could not be saved.", "Delete a dataset or an export.")


class HomeInUse(Refusal):
    """A second server was started on the same home directory."""

    def __init__(self, home: Path, process: str) -> None:
        super().__init__(
            "home_in_use",
            f"{home} is in use by pid {process or 'unknown'}.",
            "Stop that one first, or start with another --home.",
        )


class DamagedStore(Refusal):
    """The database file cannot be read as it should; it is left as it is."""

    def __init__(self, path: Path, finding: str) -> None:
        super().__init__(
            "damaged_database",
            f"The database {path} is damaged ({finding}). Nothing was changed.",
            "Restore a backup to this place, or move the file away to start with an empty one.",
        )
