"""What the commands do that need no server: route, load, replay and export."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from engine.errors import Refusal
from tools.base import ToolCall
from tools.call import perform
from tools.experiment import empty_document

WRITTEN = (".csv", ".parquet")


def source_path(data: str) -> Path:
    """Finds the file that is meant: a path, else a sample's name; raises Refusal where there is neither."""
    path = Path(data)
    if path.is_file():
        return path
    from engine.samples import SAMPLES, find_sample

    sample = find_sample(data)
    if sample is None:
        raise Refusal("unknown_source", f"There is no file or sample called “{data}”.", f"The samples are: {', '.join(item.name for item in SAMPLES)}.")
    return sample.path


def loaded(data: str, out: Path | None) -> dict[str, Any]:
    """Gives what was understood of a file; writes it out as CSV or Parquet where that is asked."""
    from engine.ingest.understand import understand
    from engine.ingest.writing import write_table

    if out is not None and out.suffix.lower() not in WRITTEN:
        raise Refusal("unknown_format", f"A table is not written as “{out.suffix or out.name}”.", f"End the name with {' or '.join(WRITTEN)}.")
    path = source_path(data)
    understood = understand(path, path.name, {})
    if out is not None:
        try:
            write_table(understood, path, out)
        except OSError as problem:
            raise Refusal("unwritable", f"{out} cannot be written: {problem.strerror or problem}.", "Give another path with --out.") from problem
    return {
        "name": path.name,
        "rows": len(understood.frame),
        "function": understood.function.__name__,
        "options": understood.arguments,
        "columns": understood.columns,
        "warnings": understood.warnings,
    }


def routed_lines(data: str, texts: list[str], context: str, batch: Path | None) -> Iterator[dict[str, Any]]:
    """Routes texts in the context of a table's schema."""
    from assistant.router import RouterContext, route
    from assistant.router.ready import make_ready
    from engine.ingest.understand import understand

    given = _json(context)
    if not isinstance(given, dict):
        raise Refusal("invalid_context", f"The context is no JSON object: {context[:80]}", 'Write it as in --context \'{"target": "price"}\'.')
    rows = [{"text": text, "context": given} for text in texts] + (_batch(batch) if batch else [])
    if not rows:
        raise Refusal("no_text", "There is nothing to route.", "Give texts, or a file of them with --batch.")
    path = source_path(data)
    columns = understand(path, path.name, {}).columns
    make_ready()
    for row in rows:
        yield dict(route(row["text"], RouterContext.from_mapping({**(row.get("context") or {}), "columns": columns})))


def _batch(path: Path) -> list[dict[str, Any]]:
    rows = [_json(line) for line in _read(path).splitlines() if line.strip()]
    for row in rows:
        if not isinstance(row, dict) or not isinstance(row.get("text"), str):
            raise Refusal("invalid_batch", f"This line of {path.name} has no text: {json.dumps(row)[:80]}", 'A line is {"text": "…"}.')
    return rows


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise Refusal("unreadable", f"{path} cannot be read: {problem}.", "Give the path of a text file.") from problem


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as problem:
        raise Refusal("invalid_json", f"This is not JSON: {text[:80]}", str(problem)) from None


@contextmanager
def replayed(pipeline: Path, data: Path) -> Iterator[Replayed]:
    """Carries out the steps of a recorded pipeline on a file, in a folder that is gone afterwards."""
    recorded = _json(_read(pipeline))
    if not isinstance(recorded, dict) or not isinstance(recorded.get("steps"), list):
        raise Refusal("not_a_pipeline", f"{pipeline.name} is no recorded pipeline.", "Export one with the format “pipeline”.")
    path = source_path(str(data))
    with tempfile.TemporaryDirectory(prefix="playground-replay-") as folder:
        home = Path(folder)
        (home / "datasets" / "data").mkdir(parents=True)
        raw = home / "datasets" / "data" / "raw"
        shutil.copyfile(path, raw)
        with raw.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        session = {"uploads": {"data": {"name": path.name, "sha256": digest, "bytes": raw.stat().st_size}}, "turns": []}
        payload = {"home": folder, "said": None, "session": session}
        document = empty_document()
        for number, step in enumerate(recorded["steps"], start=1):
            call = _call_of(step, number)
            if call["tool"] == "load_data":
                call["args"]["source"] = "data"
            document = _done(payload | {"experiment": document, "call": call, "mode": "job"})["experiment"]
        yield Replayed(payload, document)


def _call_of(step: Any, number: int) -> dict[str, Any]:
    try:
        return ToolCall(tool=step["tool"], args=step["args"]).model_dump()
    except (TypeError, KeyError, ValidationError):
        raise Refusal("not_a_step", f"Step {number} of this pipeline names no tool with its arguments.", "Export the pipeline anew.") from None


@dataclass(frozen=True)
class Replayed:
    """An experiment that was carried out again, and what further calls on it need."""

    payload: dict[str, Any]
    document: dict[str, Any]

    @property
    def metrics(self) -> dict[str, Any]:
        """The last run's metrics; empty where nothing was trained."""
        runs = self.document["runs"]
        return dict(runs[-1]["metrics"]) if runs else {}


def exported(pipeline: Path, data: Path, formats: list[str], out: Path) -> list[Path]:
    """Writes a recorded pipeline's code into a folder."""
    with replayed(pipeline, data) as known:
        call = {"tool": "export", "args": {"formats": formats}}
        result = _done(known.payload | {"experiment": known.document, "call": call, "mode": "now"})
        out.mkdir(parents=True, exist_ok=True)
        return [Path(shutil.copy(file["path"], out / file["name"])) for file in result["files"]]


def _done(payload: dict[str, Any]) -> dict[str, Any]:
    """Carries out a call that must not fail or ask."""
    result = perform(payload, _silent)
    if result["status"] == "error":
        raise Refusal(**{key: result["error"][key] for key in ("code", "message", "hint")})
    if result["status"] != "done":
        raise Refusal("asks", result["question"] or "This cannot be done without asking.", "Use `playground chat`.")
    return result


def _silent(fraction: float, message: str) -> None:
    """Progress is not shown."""
