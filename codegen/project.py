"""Writes the whole project into a folder: code, notebook, service, and what tells where it comes from."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import yaml

from codegen.material import Material
from codegen.notebook import PLOTS, notebook_text, plots_of
from codegen.preprocessing import preprocessing_source
from codegen.readme import readme_text
from codegen.requirements import packages_of, requirements_text, versions_of
from codegen.service import app_source, dockerfile, inference_source
from codegen.source import source_of
from codegen.training import training_source
from codegen.transcript import transcript_markdown

__all__ = ["Material", "recorded", "settings", "write_project"]


CONFIG_HEAD = "# What the model was made with, to be read; the code holds these values itself.\n"


def write_project(material: Material, folder: Path) -> None:
    """Writes every file of the project but those that only a run of train.py makes."""
    folder.mkdir(parents=True, exist_ok=True)
    code = {
        "preprocessing.py": preprocessing_source(material),
        "train.py": training_source(material),
        "inference.py": inference_source(material),
        "app.py": app_source(material),
    }
    packages = packages_of(code.values(), material)
    plots = plots_of(material)
    listed = packages | ({"plotly"} if plots else set())
    texts = {
        **code,
        "requirements.txt": requirements_text(listed),
        "config.yaml": CONFIG_HEAD + yaml.safe_dump(settings(material), sort_keys=False, allow_unicode=False),
        "notebook.ipynb": notebook_text(material),
        "README.md": readme_text(material),
        "pipeline.json": json.dumps(recorded(material, versions_of(listed)), indent=2, default=str),
        "transcript.md": transcript_markdown(material.turns, material.project_name),
        "Dockerfile": dockerfile(material, packages),
        ".dockerignore": "data\nplots\n*.ipynb\n",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
    for number, plot in enumerate(plots, start=1):
        (folder / PLOTS).mkdir(exist_ok=True)
        (folder / PLOTS / f"plot_{number}.json").write_text(json.dumps(plot["figure"]), encoding="utf-8")
    if material.copies_data:
        (folder / "data").mkdir(exist_ok=True)
        shutil.copyfile(material.raw_path, folder / "data" / material.data_name)


def settings(material: Material) -> dict[str, Any]:
    """Gathers what the model was made with, for reading."""
    split = dict(material.compiled.split or {})
    shown: dict[str, Any] = _plain(
        {
            "seed": split.get("seed"),
            "target": material.compiled.target,
            "task": material.compiled.task,
            "positive": material.compiled.fields.get("positive"),
            "split": split,
            "model": material.trained["model"],
            "params": dict(material.trained.get("params") or {}),
            "features": list(material.features),
            "reading": {"function": material.read.function.__name__, **material.read.arguments},
        }
    )
    return shown


def recorded(material: Material, versions: dict[str, Any]) -> dict[str, Any]:
    """Gathers the steps as they can be replayed, and what they led to."""
    run = material.run or {}
    return {
        "format": 1,
        "dataset": {"name": material.dataset["name"], "sha256": material.dataset["sha256"]},
        "steps": [{"tool": step["tool"], "args": step["args"]} for step in material.steps],
        "run": {key: run[key] for key in ("id", "number", "label", "model", "params") if key in run},
        "metrics": run.get("metrics", {}),
        "versions": versions,
    }


def _plain(value: Any) -> Any:
    """Turns values into what YAML can hold; what it cannot is written as code."""
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if value is None or isinstance(value, bool | int | float | str):
        return value
    return source_of(value)
