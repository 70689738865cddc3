"""Lists the exact versions of the packages that generated code uses, and no more."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable
from importlib.metadata import version
from typing import Any

from codegen.material import Material

DISTRIBUTIONS = {"sklearn": "scikit-learn", "imblearn": "imbalanced-learn", "yaml": "pyyaml", "umap": "umap-learn"}
OURS = {"preprocessing", "train", "inference"}


def packages_of(sources: Iterable[str], material: Material | None = None) -> set[str]:
    """Lists the distributions that these Python sources import, and those that pandas needs to read the data."""
    roots: set[str] = set()
    for source in sources:
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Import):
                roots.update(alias.name.split(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                roots.add(node.module.split(".")[0])
    packages = {DISTRIBUTIONS.get(root, root) for root in roots - set(sys.stdlib_module_names) - OURS}
    if "pandas" in packages:
        packages.add("pyarrow")  # its text columns
    if "fastapi" in packages:
        packages.add("uvicorn")
    if material is not None and material.read.function.__name__ == "read_excel_sheet":
        packages.add("python-calamine")
    return packages


def requirements_text(packages: Iterable[str]) -> str:
    """Writes requirements.txt with the versions that are installed here."""
    return "".join(f"{name}=={version(name)}\n" for name in sorted(packages))


def versions_of(packages: Iterable[str]) -> dict[str, Any]:
    """Gives the installed version of each package, and Python's."""
    return {"python": sys.version.split()[0], **{name: version(name) for name in sorted(packages)}}
