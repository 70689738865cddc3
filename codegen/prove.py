"""Proves that generated code gives the numbers of the run, by running it in a clean process."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from codegen.material import safe_name
from engine.errors import Refusal

Report = Callable[[float, str], None]
LONGEST_SECONDS = 1800
KEPT_VARIABLES = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "SYSTEMROOT", "LD_LIBRARY_PATH")
ARITHMETIC = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE", "MKL_CBWR", "MKL_ENABLE_INSTRUCTIONS", "BLIS_ARCH_TYPE", "NPY_DISABLE_CPU_FEATURES")
"""What a machine's owner sets to choose how numpy, scipy and their BLAS compute: it moves the last digits, so the proof runs under the same."""
DATED = (2000, 1, 1, 0, 0, 0)
LEFT_OUT = {"__pycache__", ".ipynb_checkpoints", "predictions.csv"}


@dataclass(frozen=True)
class Proof:
    """What was run, what it scored, and how long it took."""

    metrics: Mapping[str, Any]
    predictions: int | None
    seconds: float


def prove(
    folder: Path,
    expected_metrics: Mapping[str, Any],
    data: Path,
    report: Report,
    *,
    supervised: bool = True,
    rows: int | None = None,
    versions: Mapping[str, str] | None = None,
) -> Proof:
    """Runs train.py, and inference.py where there is a target; writes receipt.json.

    `rows` is how many records the data hold. Raises Refusal where a number differs or the code does not run.
    """
    started = time.perf_counter()
    report(0.3, "running the generated code")
    metrics = prove_script(folder, "train.py", expected_metrics, data)
    predictions = None
    if supervised:
        report(0.7, "predicting with the generated code")
        run_python(folder, "inference.py", "--input", str(data), "--output", "predictions.csv")
        predictions = _count_rows(folder / "predictions.csv")
        (folder / "predictions.csv").unlink()
        if rows is not None and predictions < rows:
            raise _unproven(f"the file has {rows} rows, but inference.py gave {predictions} predictions")
    proof = Proof(metrics, predictions, round(time.perf_counter() - started, 3))
    _write_receipt(folder, proof, data, versions or {})
    return proof


def prove_script(folder: Path, script: str, expected: Mapping[str, Any], data: Path) -> Mapping[str, Any]:
    """Runs one script on the data and compares what it measured with the run's numbers, to the last digit.

    These are in metrics.json, and in folds.json where the model was judged on folds.
    """
    run_python(folder, script, "--data", str(data.resolve()))
    found: dict[str, Any] = json.loads((folder / "metrics.json").read_text(encoding="utf-8"))
    if (folder / "folds.json").exists():
        found |= json.loads((folder / "folds.json").read_text(encoding="utf-8"))
    compare(expected, found)
    return found


def compare(expected: Mapping[str, Any], found: Mapping[str, Any]) -> None:
    """Raises Refusal, naming the numbers, where two sets of metrics are not the very same."""
    wrong = list(_differences(_filled(expected), _filled(found)))
    if wrong:
        raise _unproven("; ".join(wrong[:4]))


def run_python(folder: Path, *arguments: str, timeout: float = LONGEST_SECONDS) -> str:
    """Runs Python in a folder with nothing of this process's surroundings but where things lie and how it computes; gives what was printed."""
    environment = {name: os.environ[name] for name in (*KEPT_VARIABLES, *ARITHMETIC) if name in os.environ}
    environment |= {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}
    try:
        done = subprocess.run(  # noqa: S603 - our own code, written a moment ago
            [sys.executable, *arguments], cwd=folder, env=environment, capture_output=True, text=True, timeout=timeout
        )
    except subprocess.TimeoutExpired as late:
        raise _unproven(f"{arguments[0]} took longer than {timeout:g} seconds") from late
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["nothing was said"])[-1]
        raise _unproven(f"{arguments[0]} ended with status {done.returncode}: {last[:400]}")
    return done.stdout


def zip_folder(folder: Path, target_zip: Path, root_name: str) -> Path:
    """Packs a folder, so that equal folders give equal bytes; everything lies under one harmless root name."""
    root = safe_name(root_name, "project")
    target_zip.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target_zip, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for path in sorted(folder.rglob("*")):
            inner = path.relative_to(folder)
            if not path.is_file() or path.is_symlink() or LEFT_OUT & set(inner.parts):
                continue
            entry = zipfile.ZipInfo(f"{root}/{inner.as_posix()}", DATED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            with path.open("rb") as source, archive.open(entry, "w") as inside:
                while block := source.read(1 << 20):
                    inside.write(block)
    return target_zip


def file_hash(path: Path) -> str:
    """Gives the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _write_receipt(folder: Path, proof: Proof, data: Path, versions: Mapping[str, str]) -> None:
    files = {
        path.relative_to(folder).as_posix(): file_hash(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "receipt.json" and not LEFT_OUT & set(path.relative_to(folder).parts)
    }
    receipt = {
        "proven": "train.py was run on the data and gave exactly the run's metrics",
        "data_sha256": file_hash(data),
        "metrics": proof.metrics,
        "predictions": proof.predictions,
        "seconds": proof.seconds,
        "versions": dict(versions),
        "arithmetic": {name: os.environ[name] for name in ARITHMETIC if name in os.environ},
        "files": files,
    }
    (folder / "receipt.json").write_text(json.dumps(receipt, indent=2), encoding="utf-8")


def _filled(metrics: Mapping[str, Any]) -> dict[str, Any]:
    return {part: values for part, values in metrics.items() if values}


def _differences(expected: Any, found: Any, path: str = "") -> Iterator[str]:
    if isinstance(expected, Mapping) and isinstance(found, Mapping):
        for key in dict.fromkeys([*expected, *found]):
            yield from _differences(expected.get(key), found.get(key), f"{path} {key}".strip())
    elif expected != found and not (expected != expected and found != found):
        yield f"{path} was {expected!r} in the run and is {found!r} in the code"


def _count_rows(path: Path) -> int:
    import pandas as pd

    table = pd.read_csv(path, usecols=["prediction"], dtype="str", keep_default_na=False, skip_blank_lines=False)
    return len(table)


def _unproven(reason: str) -> Refusal:
    return Refusal(
        "export_not_proven",
        f"The generated code does not repeat the run, so it is not offered: {reason}.",
        "Train the run again and export once more.",
    )
