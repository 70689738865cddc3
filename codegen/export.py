"""Makes the files of an export; those that hold numbers are proven first."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from codegen.material import Material, safe_name
from codegen.notebook import notebook_text
from codegen.onnx_model import write_onnx
from codegen.prepared_data import write_prepared
from codegen.project import recorded, write_project
from codegen.prove import Report, compare, file_hash, prove, prove_script, zip_folder
from codegen.readme import model_note
from codegen.report import report_html
from codegen.requirements import packages_of, versions_of
from codegen.training import script_of
from codegen.transcript import transcript_html, transcript_json, transcript_markdown
from engine.errors import Refusal

FORMATS = ("project", "script", "notebook", "service", "model", "pipeline", "transcript", "report", "data", "onnx")
VERIFIED = {"script", "notebook", "project", "service", "model", "onnx"}
"""Formats that hold numbers: they are run, and compared, before they are offered."""
SERVICE_FILES = ("app.py", "preprocessing.py", "model.joblib", "seen.json", "Dockerfile")


def export(material: Material, formats: Sequence[str], target: Path, report: Report) -> list[dict[str, Any]]:
    """Makes these formats in the folder `target`; gives name, path, bytes and hash of each file, and whether it was run and gave the same numbers.

    Raises Refusal for a format that is not known, and where the code does not repeat the run.
    """
    unknown = [name for name in formats if name not in FORMATS]
    if unknown:
        raise Refusal("unknown_format", f"There is no export “{unknown[0]}”.", f"There are {', '.join(FORMATS)}.")
    target.mkdir(parents=True, exist_ok=True)
    stem = safe_name(material.project_name, "project")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "project"
        if {"project", "service", "model"} & set(formats):
            _proven_project(material, folder, report)
        made: list[tuple[Path, bool]] = []
        for name in dict.fromkeys(formats):
            report(0.8, f"writing the {name}")
            made += [(path, name in VERIFIED) for path in WRITERS[name](material, folder, target, stem)]
    report(1.0, "done")
    return [
        {"name": path.name, "path": str(path), "bytes": path.stat().st_size, "sha256": file_hash(path), "verified": proven}
        for path, proven in made
    ]


def _proven_project(material: Material, folder: Path, report: Report) -> None:
    report(0.1, "writing the code")
    write_project(material, folder)
    data = _data_in(material, folder)
    listed = json.loads((folder / "pipeline.json").read_text(encoding="utf-8"))["versions"]
    prove(
        folder,
        material.numbers,
        data,
        report,
        supervised=material.supervised,
        rows=len(material.raw),
        versions=listed,
    )


def _data_in(material: Material, folder: Path) -> Path:
    """The stored file has no ending, but readers of new files go by it: the copy or a link has the right one."""
    copied = folder / "data" / material.data_name
    if copied.exists():
        return copied
    beside = folder.parent / material.data_name
    if not beside.exists():
        beside.symlink_to(material.raw_path.resolve())
    return beside


def _project(material: Material, folder: Path, target: Path, stem: str) -> list[Path]:
    return [zip_folder(folder, target / f"{stem}.zip", stem)]


def _script(material: Material, folder: Path, target: Path, stem: str) -> list[Path]:
    source = script_of(material)
    with tempfile.TemporaryDirectory() as scratch:
        (Path(scratch) / "train.py").write_text(source, encoding="utf-8")
        prove_script(Path(scratch), "train.py", material.numbers, material.raw_path)
    path = target / f"{stem}.py"
    path.write_text(source, encoding="utf-8", newline="\n")
    return [path]


def _notebook(material: Material, folder: Path, target: Path, stem: str) -> list[Path]:
    """The notebook stands alone beside the data file; it is executed to be proven, and comes with its results."""
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError

    notebook = nbformat.reads(notebook_text(material, alone=True), as_version=4)
    numbers = "metrics | folds" if material.compiled.cross_validation else "metrics"
    notebook.cells.append(nbformat.v4.new_code_cell(f"import json\nprint(json.dumps({numbers}))"))
    with tempfile.TemporaryDirectory() as scratch:
        (Path(scratch) / material.data_name).symlink_to(material.raw_path.resolve())
        client = NotebookClient(notebook, timeout=1800, kernel_name="python3", resources={"metadata": {"path": scratch}})
        try:
            client.execute()
        except CellExecutionError as problem:
            said = f"The notebook does not run: {problem.ename}: {problem.evalue}"[:400]
            raise Refusal("export_not_proven", said, "Train the run again and export once more.") from problem
    compare(material.numbers, json.loads(notebook.cells.pop()["outputs"][0]["text"]))
    path = target / f"{stem}.ipynb"
    nbformat.write(notebook, path)
    return [path]


def _service(material: Material, folder: Path, target: Path, stem: str) -> list[Path]:
    from codegen.requirements import requirements_text

    with tempfile.TemporaryDirectory() as scratch:
        inside = Path(scratch)
        for name in SERVICE_FILES:
            (inside / name).write_bytes((folder / name).read_bytes())
        code = [(inside / name).read_text(encoding="utf-8") for name in SERVICE_FILES if name.endswith(".py")]
        (inside / "requirements.txt").write_text(requirements_text(packages_of(code, material)), encoding="utf-8")
        return [zip_folder(inside, target / f"{stem}-service.zip", f"{stem}-service")]


def _pipeline(material: Material, folder: Path, target: Path, stem: str) -> list[Path]:
    code = [script_of(material)] if material.run else ["import pandas"]
    versions = versions_of(packages_of(code, material))
    path = target / "pipeline.json"
    path.write_text(json.dumps(recorded(material, versions), indent=2, default=str), encoding="utf-8")
    return [path]


def _transcript(material: Material, folder: Path, target: Path, stem: str) -> list[Path]:
    paths = []
    for ending, writer in (("md", transcript_markdown), ("html", transcript_html), ("json", transcript_json)):
        path = target / f"transcript.{ending}"
        text = writer(material.turns, material.project_name)
        path.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
        paths.append(path)
    return paths


def _model(material: Material, folder: Path, target: Path, stem: str) -> list[Path]:
    """The model as the proven code wrote it, the file that it needs to be loaded, and how that is done safely."""
    paths = []
    for name in ("model.joblib", "preprocessing.py"):
        shutil.copyfile(folder / name, target / name)
        paths.append(target / name)
    note = target / "model-note.md"
    note.write_text(model_note(material, versions_of(packages_of([script_of(material)], material))), encoding="utf-8")
    return [*paths, note]


def _report(material: Material, folder: Path, target: Path, stem: str) -> list[Path]:
    path = target / f"{stem}-report.html"
    path.write_text(report_html(material), encoding="utf-8", errors="backslashreplace", newline="\n")
    return [path]


def _data(material: Material, folder: Path, target: Path, stem: str) -> list[Path]:
    table = material.raw if material.prepared is None else material.prepared
    return write_prepared(table, target, stem)


def _onnx(material: Material, folder: Path, target: Path, stem: str) -> list[Path]:
    frame = material.raw
    for call, _ in material.feature_calls:
        frame = call.function(frame, **call.arguments)
    return write_onnx(material.model, frame[list(material.features)], target, stem, material.trained["label"])


WRITERS: dict[str, Callable[[Material, Path, Path, str], list[Path]]] = {
    "project": _project,
    "script": _script,
    "notebook": _notebook,
    "service": _service,
    "pipeline": _pipeline,
    "transcript": _transcript,
    "model": _model,
    "report": _report,
    "data": _data,
    "onnx": _onnx,
}
