"""The reading functions stand alone: they are exported word for word."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.functions import read_delimited
from engine.ingest import READERS

OUTSIDE = {"numpy", "pandas", "pyarrow"}


@pytest.mark.parametrize("function", READERS.values(), ids=READERS.keys())
def test_imports_only_what_exported_code_may(function: Callable[..., Any]) -> None:
    tree = ast.parse(inspect.getsource(sys.modules[function.__module__]))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("engine.functions."):
            continue  # what the exported code holds as well
        elif isinstance(node, ast.ImportFrom):
            names = {(node.module or "").split(".")[0]}
        else:
            continue
        assert names <= OUTSIDE | set(sys.stdlib_module_names)


@pytest.mark.parametrize(("kind", "cells"), [("integer", ["1", "2.5"]), ("padded integer", [" 1", "2.5 "]), ("whole amount", ["$1", "$2.50"])])
def test_whole_numbers_are_never_cut_off(tmp_path: Path, kind: str, cells: list[str]) -> None:
    path = tmp_path / "new.csv"
    path.write_text("a,b\n" + "".join(f"{cell},x\n" for cell in cells))
    with pytest.raises(ValueError, match="whole number"):
        read_delimited.read_delimited(str(path), columns={"a": kind, "b": "text"})


def test_numbers_are_read_to_the_last_digit(tmp_path: Path) -> None:
    numbers = np.random.default_rng(0).random(2000) * 10.0 ** np.arange(-100, 100).repeat(10)
    path = tmp_path / "exact.csv"
    path.write_text("a,b\n" + "".join(f"{number!r},x\n" for number in numbers.tolist()))
    frame = read_delimited.read_delimited(str(path), columns={"a": "number", "b": "text"})
    assert frame["a"].tolist() == numbers.tolist()


def test_a_record_with_too_few_cells_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "short.csv"
    path.write_text("a,b\n1,x\n2\n")
    with pytest.raises(ValueError, match="Expected 2 columns"):
        read_delimited.read_delimited(str(path), columns={"a": "integer", "b": "text"})
