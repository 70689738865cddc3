"""A small driver for tests: one experiment, one call after another, as a door would make them."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from typing import Any

from engine.stages import Report
from tools.call import perform
from tools.experiment import empty_document


class Session:
    """Makes calls on one experiment and keeps its document."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.document = empty_document()
        self.uploads: dict[str, Any] = {}

    def upload(self, path: Path) -> str:
        """Puts a file where uploads lie and returns its id."""
        identifier = f"upload-{len(self.uploads)}"
        folder = self.home / "datasets" / identifier
        folder.mkdir(parents=True)
        shutil.copy(path, folder / "raw")
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        self.uploads[identifier] = {"name": path.name, "sha256": digest, "bytes": path.stat().st_size}
        return identifier

    def call(self, tool: str, report: Report | None = None, **args: Any) -> dict[str, Any]:
        """Makes one call, its job included, and returns the result; the document moves on, and `report` hears the job's progress."""
        payload = self._payload(tool, args)
        result = perform(payload, _silent)
        if result["status"] == "queue":
            result = perform(
                payload | {"experiment": result["experiment"], "call": result["job_call"], "mode": "job"}, report or _silent
            )
        if result["status"] == "done":
            self.document = result["experiment"]
        return result

    def begin(self, tool: str, **args: Any) -> dict[str, Any]:
        """Makes one call as far as is waited for, and returns what is shown while its job runs; the document stays."""
        return perform(self._payload(tool, args), _silent)

    def _payload(self, tool: str, args: dict[str, Any]) -> dict[str, Any]:
        return {
            "home": str(self.home),
            "experiment": self.document,
            "call": {"tool": tool, "args": args},
            "said": None,
            "mode": "now",
            "session": {"uploads": self.uploads},
        }

    @property
    def run(self) -> dict[str, Any]:
        """The latest run."""
        return self.document["runs"][-1]


def _silent(fraction: float, message: str) -> None:
    """Progress is of no interest here."""
