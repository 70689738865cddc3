"""What the commands do that need no server: route, load, replay and export."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from engine.errors import Refusal
from tools.call import perform
from tools.experiment import empty_document


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


def loaded(data: str, out: Path | None, as_json: bool) -> str:
    """Says what was understood of a file; writes it out as CSV or Parquet where that is asked."""
    from engine.ingest.understand import understand

    path = source_path(data)
    understood = understand(path, path.name, {})
    if out is not None:
        if out.suffix == ".parquet":
            understood.frame.to_parquet(out)
        else:
            invented = understood.arguments.get("header_row", 0) is None
            understood.frame.to_csv(out, index=False, header=not invented)
    known = {"rows": len(understood.frame), "function": understood.function.__name__, "options": understood.arguments, "columns": understood.columns, "warnings": understood.warnings}
    if as_json:
        return json.dumps(known)
    lines = [f"{path.name}: {known['rows']:,} rows × {len(understood.columns):,} columns"]
    lines += [f"  {warning}" for warning in understood.warnings]
    lines += [f"  {column['name']}: {column['kind']} ({column['reason']}), {column['missing']:,} missing" for column in understood.columns]
    return "\n".join(lines)


def routed_lines(data: str, texts: list[str], context: str, batch: Path | None) -> Iterator[dict[str, Any]]:
    """Routes texts in the context of a table's schema."""
    from assistant.router.context import RouterContext
    from assistant.router.route import route
    from engine.ingest.understand import understand

    path = source_path(data)
    columns = understand(path, path.name, {}).columns
    rows = [{"text": text, "context": _json(context)} for text in texts]
    if batch is not None:
        rows += [_json(line) for line in batch.read_text(encoding="utf-8").splitlines() if line.strip()]
    for row in rows:
        given = {**(row.get("context") or {})}
        yield dict(route(row["text"], RouterContext(columns=columns, **given)))


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as problem:
        raise Refusal("invalid_json", f"This is not JSON: {text[:80]}", str(problem)) from None


def replayed(pipeline: Path, data: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """Carries out the steps of a recorded pipeline on a file; returns the document and the last run's metrics."""
    recorded = _json(pipeline.read_text(encoding="utf-8"))
    home = Path(tempfile.mkdtemp(prefix="playground-replay-"))
    folder = home / "datasets" / "data"
    folder.mkdir(parents=True)
    shutil.copyfile(data, folder / "raw")
    digest = hashlib.sha256((folder / "raw").read_bytes()).hexdigest()
    uploads = {"data": {"name": data.name, "sha256": digest, "bytes": data.stat().st_size}}
    payload = {"home": str(home), "said": None, "session": {"uploads": uploads}}
    document = empty_document()
    for step in recorded["steps"]:
        args = {**step["args"], "source": "data"} if step["tool"] == "load_data" else step["args"]
        result = perform(payload | {"experiment": document, "call": {"tool": step["tool"], "args": args}, "mode": "job"}, _silent)
        if result["status"] != "done":
            error = result.get("error") or {"code": "asks", "message": result["question"], "hint": ""}
            raise Refusal(error["code"], error["message"], error["hint"])
        document = result["experiment"]
    runs = document["runs"]
    return {"home": str(home), "document": document, "uploads": uploads}, runs[-1]["metrics"] if runs else {}


def exported(pipeline: Path, data: Path, formats: list[str], out: Path) -> list[Path]:
    """Writes a recorded pipeline's code into a folder."""
    known, _ = replayed(pipeline, data)
    call = {"tool": "export", "args": {"formats": formats}}
    session = {"uploads": known["uploads"], "turns": []}
    result = perform({"home": known["home"], "experiment": known["document"], "call": call, "said": None, "mode": "now", "session": session}, _silent)
    if result["status"] != "done":
        raise Refusal(result["error"]["code"], result["error"]["message"], result["error"]["hint"])
    out.mkdir(parents=True, exist_ok=True)
    return [Path(shutil.copy(file["path"], out / file["name"])) for file in result["files"]]


def _silent(fraction: float, message: str) -> None:
    """Progress is not shown."""
