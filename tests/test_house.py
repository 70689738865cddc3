"""The rules of the house that every change must keep: which package may import which, and how long things may get."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# Arrows point one way, down: assistant → tools → codegen → engine.
ALLOWED = {
    "engine": {"engine"},
    "codegen": {"codegen", "engine"},
    "tools": {"tools", "codegen", "engine"},
    "assistant": {"assistant", "tools", "codegen", "engine"},
}
# What is exported verbatim may need these, Python's own modules, and other exported functions.
EXPORTED = {"numpy", "pandas", "pyarrow", "scipy", "sklearn", "imblearn", "threadpoolctl", "xgboost", "lightgbm", "catboost", "umap"}
FILES = [path for package in ALLOWED for path in sorted((ROOT / package).rglob("*.py"))]
VERBATIM = [path for folder in ("functions", "estimators") for path in sorted((ROOT / "engine" / folder).glob("*.py"))]


def _imports(path: Path) -> set[str]:
    """Names the top-level packages that a file imports anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            found.add(str(node.module).split(".")[0])
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_follow_the_arrows(path: Path) -> None:
    package = path.relative_to(ROOT).parts[0]
    wrong = (_imports(path) & ALLOWED.keys()) - ALLOWED[package]
    assert not wrong, f"{package} must not import {sorted(wrong)}"


@pytest.mark.parametrize("path", VERBATIM, ids=lambda path: path.name)
def test_what_is_exported_needs_only_public_libraries(path: Path) -> None:
    foreign = _imports(path) - EXPORTED - set(sys.stdlib_module_names)
    assert foreign <= {"engine"}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("engine"):
            assert str(node.module).split(".")[1] in {"functions", "estimators"}, f"{path.name} needs {node.module}"


def test_every_tool_is_listed_once() -> None:
    from tools.catalog import TOOLS

    names = [tool.name for tool in TOOLS]
    assert sorted(names) == sorted(set(names))
