"""The generated code reads as a careful person would write it; golden files hold what is not taken word for word.

`UPDATE_GOLDEN=1` writes the golden files anew; read the difference before you keep it.
"""

from __future__ import annotations

import ast
import io
import json
import os
import re
import subprocess
import sys
import tokenize
from pathlib import Path

import black
import pytest

from codegen.layout import LINE_LENGTH
from codegen.project import write_project
from codegen.training import script_of
from codegen.verbatim import top_names
from tests.codegen.seven_pipelines import PIPELINES, made, material

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
CODE = ("preprocessing.py", "train.py", "inference.py", "app.py", "script.py")
EACH = pytest.mark.parametrize("name", PIPELINES)
TAKEN = {
    name
    for folder in ("functions", "estimators")
    for path in (ROOT / "engine" / folder).glob("*.py")
    for name in top_names(path.read_text(encoding="utf-8"))
}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Writes the project and the script of each experiment; nothing is run."""
    folders = {}
    for name in PIPELINES:
        folder = folders[name] = tmp_path_factory.mktemp(name) / "project"
        gathered = material(made(name, folder.parent / "home"))
        write_project(gathered, folder)
        (folder / "script.py").write_text(script_of(gathered), encoding="utf-8")
    return folders


@EACH
def test_linters_find_nothing(name: str, written: dict[str, Path]) -> None:
    rules = "F,E7,E9,W,I,B,SIM,C4,PIE,ERA"
    command = [sys.executable, "-m", "ruff", "check", "--isolated", "--no-cache", "--line-length=120", f"--select={rules}", "--ignore=B006", "."]
    checked = subprocess.run([*command, *(f"--exclude={part}" for part in ("*.ipynb",))], cwd=written[name], capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout[-3000:]


@EACH
def test_code_is_formatted_and_says_nothing_to_linters(name: str, written: dict[str, Path]) -> None:
    for file in CODE:
        source = (written[name] / file).read_text(encoding="utf-8")
        assert black.format_str(source, mode=black.Mode(line_length=LINE_LENGTH)) == source
        assert "noqa" not in source
        assert "engine" not in source


@EACH
def test_every_step_is_named_beside_the_code_that_it_became(name: str, written: dict[str, Path]) -> None:
    comments = "\n".join(comments_of(written[name] / "preprocessing.py") + comments_of(written[name] / "train.py"))
    steps = re.findall(r"^(\d+)\. (.*)$", (written[name] / "README.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    missing = [f"{number}. {words}" for number, words in steps if f"# {number}. " not in comments]
    assert len(steps) >= len(PIPELINES[name])
    assert not missing
    for said, _, _ in PIPELINES[name][1:]:
        assert f"“{said}”" in comments


@pytest.mark.parametrize("name", ["logistic", "smote_threshold", "ensemble", "kmeans"])
def test_code_is_as_it_was_read_last(name: str, written: dict[str, Path]) -> None:
    for file in CODE[:4]:
        made_now = own_blocks((written[name] / file).read_text(encoding="utf-8"))
        golden = GOLDEN / name / f"{file}.txt"
        if os.environ.get("UPDATE_GOLDEN"):
            golden.parent.mkdir(parents=True, exist_ok=True)
            golden.write_text(made_now, encoding="utf-8")
        assert made_now == golden.read_text(encoding="utf-8")


UNLIKE = {
    "logistic": ("r2_score", "silhouette_score", "whole_groups", "sort_values"),
    "log_target": ("accuracy_score", "silhouette_score", "whole_groups", "POSITIVE"),
    "kmeans": ("accuracy_score", "r2_score", "TARGET", "SPLIT"),
}


@pytest.mark.parametrize("name", UNLIKE)
def test_training_holds_the_measures_and_the_split_of_its_own_kind_alone(name: str, written: dict[str, Path]) -> None:
    for file in ("train.py", "script.py"):
        source = (written[name] / file).read_text(encoding="utf-8")
        assert [word for word in UNLIKE[name] if word in source] == []


def test_steps_stand_above_the_cells_of_the_notebook_that_carry_them_out(written: dict[str, Path]) -> None:
    cells = json.loads((written["folds"] / "notebook.ipynb").read_text(encoding="utf-8"))["cells"]
    texts = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
    above = {words: text.split("\n")[0] for text in texts for words in ("Predict", "class weights", "Split", "Train", "folds") if words in text}
    learned = "## What learns from the training rows: these steps, in this order, make one estimator"
    assert above == {"Predict": "## The table", "class weights": learned, "Split": "## The parts of the rows", "Train": learned, "folds": "## Folds"}


def comments_of(path: Path) -> list[str]:
    tokens = tokenize.generate_tokens(io.StringIO(path.read_text(encoding="utf-8")).readline)
    return [token.string for token in tokens if token.type == tokenize.COMMENT]


def own_blocks(source: str) -> str:
    """Leaves out what is taken word for word from the engine, which is read there, and the imports that it needs."""
    last = max(node.end_lineno or 0 for node in ast.parse(source).body if isinstance(node, ast.Import | ast.ImportFrom))
    blocks = "\n".join(source.split("\n")[last:]).strip("\n").split("\n\n\n")
    return "\n\n\n".join(block.strip("\n") for block in blocks if not taken(block.strip("\n"))) + "\n"


def taken(block: str) -> bool:
    named = re.match(r"(?:#.*\n|@.*\n)*(?:def |class )?(\w+)", block)
    return bool(named and named.group(1) in TAKEN)
