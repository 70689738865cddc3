"""Lays out generated files: sorted imports of what is used and no more, black's format, comments in one line."""

from __future__ import annotations

import ast
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import black

from codegen.source import source_of

LINE_LENGTH = 100
MANY = 40
"""A constant of more entries than this fills its lines, instead of taking a line for each entry."""


def python_file(docstring: str, imports: Iterable[str], body: str) -> str:
    """Puts together a Python file of a fixed docstring, those of the imports that the body uses, and the body."""
    head = f'"""{docstring}"""\n\n{import_block(imports, body)}\n\n'
    return black.format_str(head + body.strip("\n") + "\n", mode=black.Mode(line_length=LINE_LENGTH))


def import_block(imports: Iterable[str], body: str) -> str:
    """Prints those imports whose names the body uses: the future first, then Python's own, then the others, then ours."""
    used = {node.id for node in ast.walk(ast.parse(body)) if isinstance(node, ast.Name)}
    groups: dict[int, set[str]] = defaultdict(set)
    members: dict[str, set[str]] = defaultdict(set)
    for statement in imports:
        for node in ast.parse(statement).body:
            if isinstance(node, ast.Import):
                for alias in node.names:
                    if (alias.asname or alias.name.split(".")[0]) in used:
                        groups[_group(alias.name)].add(ast.unparse(ast.Import([alias])))
            elif isinstance(node, ast.ImportFrom) and node.module:
                future = node.module == "__future__"
                members[node.module].update(
                    ast.unparse(alias) for alias in node.names if future or (alias.asname or alias.name) in used
                )
    froms: dict[int, set[str]] = defaultdict(set)
    for module, names in members.items():
        if names:
            froms[_group(module)].add(f"from {module} import {', '.join(sorted(names))}")
    order = sorted({*groups, *froms})
    return "\n\n".join("\n".join([*sorted(groups[group]), *sorted(froms[group])]) for group in order)


def _group(module: str) -> int:
    root = module.split(".")[0]
    if root == "__future__":
        return 0
    if root in {"preprocessing", "train", "inference"}:
        return 3
    return 1 if root in sys.stdlib_module_names else 2


def constant(name: str, value: list[str] | Mapping[str, str]) -> str:
    """Writes a constant of names, or of what is said of each name."""
    if len(value) <= MANY:
        return f"{name} = {source_of(value)}"
    opened, closed = ("{", "}") if isinstance(value, Mapping) else ("[", "]")
    items = value.items() if isinstance(value, Mapping) else ((key, None) for key in value)
    lines = [""]
    for key, said in items:
        entry = source_of(key) + (f": {source_of(said)}" if said is not None else "") + ","
        if lines[-1] and len(lines[-1]) + 1 + len(entry) > LINE_LENGTH - 4:
            lines.append("")
        lines[-1] = f"{lines[-1]} {entry}".strip()
    return "\n".join(["# fmt: off", f"{name} = {opened}", *(f"    {line}" for line in lines), closed, "# fmt: on"])


def one_line(text: Any, longest: int = 160) -> str:
    """Makes text safe within a comment or a heading: one line, nothing that is not printed, not too long."""
    words = " ".join("".join(c if c.isprintable() else " " for c in str(text)).split())
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"
