"""The product's state: one SQLite file under the home directory, and the files beside it.

Every function takes the `Store` first; one that looks something up takes the owner as well, so that somebody else's id
reads exactly like one that does not exist. Rows come back as plain dictionaries that can be written as JSON.
"""

from engine.store.datasets import add_dataset, delete_dataset, get_dataset, list_datasets, list_files
from engine.store.errors import Busy, DamagedStore, Exists, HomeInUse, NotFound, QueueFull, Stale, StoreFull
from engine.store.exports import add_export, get_export, list_exports
from engine.store.jobs import (
    TERMINAL,
    cancel_job,
    claim_job,
    create_job,
    finish_job,
    get_job,
    list_queued_jobs,
    list_unfinished_jobs,
    load_job,
    renew_lease,
    requeue,
    update_progress,
)
from engine.store.sessions import (
    count_sessions,
    create_session,
    delete_session,
    get_session,
    list_headings,
    list_sessions,
    owner_of_session,
    rename_session,
    update_session,
)
from engine.store.store import Store
from engine.store.turns import add_turn, get_turn_of_job, list_turns, update_turn_body

__all__ = [
    "TERMINAL",
    "Busy",
    "DamagedStore",
    "Exists",
    "HomeInUse",
    "NotFound",
    "QueueFull",
    "Stale",
    "Store",
    "StoreFull",
    "add_dataset",
    "add_export",
    "add_turn",
    "cancel_job",
    "claim_job",
    "count_sessions",
    "create_job",
    "create_session",
    "delete_dataset",
    "delete_session",
    "finish_job",
    "get_dataset",
    "get_export",
    "get_job",
    "get_session",
    "get_turn_of_job",
    "list_datasets",
    "list_exports",
    "list_files",
    "list_headings",
    "list_queued_jobs",
    "list_sessions",
    "list_turns",
    "list_unfinished_jobs",
    "load_job",
    "owner_of_session",
    "rename_session",
    "renew_lease",
    "requeue",
    "update_progress",
    "update_session",
    "update_turn_body",
]
