"""The reading functions stand alone: they are exported word for word."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Callable
from typing import Any

import pytest

from engine.functions import read_delimited, read_excel_sheet, read_irregular, read_json_records
from engine.ingest import READERS

OUTSIDE = {"numpy", "pandas"}


@pytest.mark.parametrize("function", READERS.values(), ids=READERS.keys())
def test_imports_only_what_exported_code_may(function: Callable[..., Any]) -> None:
    tree = ast.parse(inspect.getsource(sys.modules[function.__module__]))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names = {(node.module or "").split(".")[0]}
        else:
            continue
        assert names <= OUTSIDE | set(sys.stdlib_module_names)


def test_cells_are_converted_alike_in_every_format() -> None:
    sources = {
        inspect.getsource(module.convert_cells)
        for module in (read_delimited, read_excel_sheet, read_irregular, read_json_records)
    }
    assert len(sources) == 1
