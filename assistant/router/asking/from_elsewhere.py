"""Asks where data is to come from an address, a folder or a place of the web: only samples and uploaded files can be loaded."""

from __future__ import annotations

import re

from assistant.router.arguments.slots import option
from assistant.router.entities.clause import Clause, Unclear

_ADDRESS = re.compile(r"\b(?:https?|ftp|s3|gs|sftp)://|\bwww\.|\.\./|~/", re.I)
_PLACE = re.compile(r"\bfrom (?:the |my |our |a |an )*(?:kaggle|hugging ?face|github|gitlab|uci|openml|web|website|internet|url|link|address|google (?:drive|sheets?)|dropbox|one ?drive|sharepoint|cloud|bucket|ftp|database|db|sql|postgres\w*|mysql|snowflake|api|server)\b", re.I)
_ANOTHER = re.compile(
    r"^(?:(?:please|now|can you|could you|i want to|lets|let me|and|then) )*(?:open|load|read|use|take|import|upload|try|switch to|change to|start with)(?: up|"
    r" in)? (?:an?other|some other|a different|other|a new|the other|a second|different|new) (?:(?:one|csv|excel|own) )*(?:files?|data ?sets?|data|tables?|csvs?|"
    r"spreadsheets?|source)(?: please| now| instead)*$",
)


def refuse_from_elsewhere(clause: Clause) -> None:
    """Raises Unclear, with what can be loaded as the options."""
    if not (_ADDRESS.search(clause.text) or _PLACE.search(clause.text)):
        return
    raise Unclear("I load no data from the web or from a folder, only samples and files that you upload here. Download it first, then upload it.", _loadable())


def refuse_another_file(clause: Clause) -> None:
    """Raises Unclear where other data is to be loaded and nothing says which: “open another file”."""
    if _ANOTHER.match(clause.norm.strip(" .!?")):
        raise Unclear("Which data shall I load? Upload a file, or choose a sample.", _loadable())


def _loadable() -> list[dict[str, object]]:
    return [option("help", {"topic": "load_data"}, "How a file is uploaded"), option("list_samples", {}, "Show the samples")]
