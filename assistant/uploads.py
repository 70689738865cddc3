"""Takes files in: bytes as they came, hashed while they are written, understood once; what is no table is not kept."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import uuid
from pathlib import Path, PurePosixPath
from typing import Any

from assistant.playground import Playground
from engine.errors import Refusal
from engine.jobs.errors import ChildLost, OutOfMemory
from engine.store import add_dataset

CHUNK = 1 << 20
MOST_MEGABYTES = 200
"""How large a file may be where PLAYGROUND_MAX_UPLOAD_MB says nothing else."""
LONGEST_NAME = 150
LEAST_FREE_BYTES = 50_000_000
"""What is left free on the disk, so that what is running can be finished and something deleted."""
SECONDS_TO_UNDERSTAND = 600.0
TOO_MUCH_TO_READ = "Upload a part of its rows or columns; a workbook takes less memory as CSV."
# Control characters, and those that change the direction of what stands around them.
UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


SETTING = "PLAYGROUND_MAX_UPLOAD_MB"


def most_megabytes() -> int:
    """Says how many MB a file may have, as PLAYGROUND_MAX_UPLOAD_MB sets it; raises Refusal where that is no such number."""
    given = os.environ.get(SETTING, "").strip()
    if not given:
        return MOST_MEGABYTES
    if not re.fullmatch(r"[1-9][0-9]{0,5}", given):
        raise Refusal(
            "wrong_setting",
            f"{SETTING} is {given[:40]!r}, which is no whole number of MB from 1 to 999999.",
            f"Set it to a number such as {SETTING}=1000, or leave it out for {MOST_MEGABYTES}.",
        )
    return int(given)


def most_bytes() -> int:
    """Says how many bytes a file may have."""
    return most_megabytes() * 1_000_000


class Intake:
    """A file that is coming in; left without being finished, nothing of it stays."""

    def __init__(self, app: Playground) -> None:
        self._app = app
        self._id = uuid.uuid4().hex
        self._folder = app.store.dataset_folder(self._id)
        self._digest = hashlib.sha256()
        self._size = 0
        self._finished = False

    def __enter__(self) -> Intake:
        check_room(self._app.home)
        self._folder.mkdir(parents=True)
        self._file = (self._folder / "raw").open("wb")
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()
        if not self._finished:
            shutil.rmtree(self._folder, ignore_errors=True)

    def write(self, chunk: bytes) -> None:
        """Takes the next bytes; raises Refusal where they are too many."""
        self._size += len(chunk)
        if self._size > most_bytes():
            raise Refusal(
                "too_large",
                f"The file is larger than the {most_megabytes():,} MB that are taken in.",
                f"Upload a part of its rows or columns, or a Parquet file, which is smaller; whoever runs the server can set {SETTING} higher.",
            )
        check_room(self._app.home, len(chunk))
        self._digest.update(chunk)
        self._file.write(chunk)

    def finish(self, owner: str, filename: str) -> dict[str, Any]:
        """Has the file understood and records it; raises Refusal where it is no table."""
        self._file.close()
        name = clean_name(filename)
        question = {"home": str(self._app.home), "register": {"id": self._id, "name": name}}
        try:
            known = self._app.desk.ask(question, SECONDS_TO_UNDERSTAND)
        except (OutOfMemory, ChildLost) as error:
            raise Refusal(error.code, error.message, TOO_MUCH_TO_READ) from error
        if known.get("error"):
            raise Refusal(**{key: known["error"].get(key, "") for key in ("code", "message", "hint")})
        facts = {key: known[key] for key in ("rows", "columns", "options", "warnings")}
        dataset = add_dataset(
            self._app.store,
            owner,
            id=self._id,
            name=name,
            source="upload",
            sha256=self._digest.hexdigest(),
            bytes=self._size,
            **facts,
        )
        self._finished = True
        return dataset


def check_room(home: Path, wanted: int = 0) -> None:
    """Raises Refusal where so many bytes more would fill the disk."""
    if shutil.disk_usage(home).free - wanted < LEAST_FREE_BYTES:
        raise Refusal("disk_full", "The disk is full, so no more can be kept.", "Delete a dataset or an experiment, or make room on the disk.")


def take_in(app: Playground, owner: str, path: Path, filename: str) -> dict[str, Any]:
    """Copies a file into the home directory and records it as a dataset; raises Refusal where it is no table."""
    with Intake(app) as intake, path.open("rb") as source:
        while chunk := source.read(CHUNK):
            intake.write(chunk)
        return intake.finish(owner, filename)


def clean_name(filename: str) -> str:
    """Makes a name that can be shown: the last part of a path, without what cannot be seen, and not too long."""
    name = UNSEEN.sub("", PurePosixPath(filename.replace("\\", "/")).name).strip()
    if len(name) > LONGEST_NAME:
        stem, dot, ending = name.rpartition(".")
        name = stem[: LONGEST_NAME - len(ending) - 1] + dot + ending if dot and len(ending) < 12 else name[:LONGEST_NAME]
    return name if name.strip(".") else "upload"
