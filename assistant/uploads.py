"""Takes files in: bytes as they came, hashed, understood once; what is no table is not kept."""

from __future__ import annotations

import hashlib
import shutil
import uuid
from pathlib import Path
from typing import Any

from assistant.playground import Playground
from engine.errors import Refusal
from engine.store import add_dataset

CHUNK = 1 << 20


def take_in(app: Playground, owner: str, path: Path | str, filename: str) -> dict[str, Any]:
    """Copies a file into the home directory and records it as a dataset; raises Refusal where it is no table."""
    identifier = uuid.uuid4().hex
    folder = app.store.dataset_folder(identifier)
    folder.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    with open(path, "rb") as source, open(folder / "raw", "wb") as kept:
        while chunk := source.read(CHUNK):
            kept.write(chunk)
            digest.update(chunk)
            size += len(chunk)
    try:
        known = app.desk.ask({"home": str(app.home), "register": {"id": identifier, "name": filename}}, 600.0)
        if known.get("error"):
            raise Refusal(known["error"]["code"], known["error"]["message"], known["error"]["hint"])
    except Refusal:
        shutil.rmtree(folder)
        raise
    return add_dataset(
        app.store,
        owner,
        id=identifier,
        name=filename,
        source="upload",
        sha256=digest.hexdigest(),
        bytes=size,
        rows=known["rows"],
        columns=known["columns"],
        options=known["options"],
        warnings=known["warnings"],
    )
