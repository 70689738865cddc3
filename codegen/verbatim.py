"""Takes functions and own estimators into generated code word for word."""

from __future__ import annotations

import ast
import builtins
import hashlib
import inspect
import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

OWN = "engine."
NOTE_TO_LINTERS = re.compile(r"  # noqa\b.*$")


@dataclass
class Definitions:
    """Sources of whole modules in the order in which they need each other, and the imports that they need."""

    imports: set[str] = field(default_factory=set)
    bodies: list[str] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    """Where each name at the top level comes from."""
    modules: list[str] = field(default_factory=list)

    @property
    def source(self) -> str:
        """All bodies, one after the other."""
        return "\n\n\n".join(self.bodies)


def definitions_of(objects: Iterable[Any], known: Definitions | None = None) -> Definitions:
    """Collects the modules of these functions and classes, with the modules that these need, in order.

    What `known` already holds is left out. Raises ValueError where a module needs more than its imports and itself.
    """
    found = Definitions(names=dict(known.names) if known else {})
    done = set(known.modules) if known else set()
    for item in objects:
        _add(sys.modules[item.__module__], found, done)
    return found


def verbatim(item: Callable[..., Any] | type) -> str:
    """Prints the source of one function or class with all of ours that it needs."""
    return definitions_of([item]).source


def _add(module: ModuleType, found: Definitions, done: set[str]) -> None:
    if module.__name__ in done:
        return
    done.add(module.__name__)
    source = inspect.getsource(module)
    tree = ast.parse(source)
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(OWN):
            if any(alias.asname for alias in node.names):
                raise ValueError(f"{module.__name__} gives an import of ours another name")
            _add(sys.modules[str(node.module)], found, done)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            found.imports.add(ast.unparse(node))
    _check(module.__name__, tree)
    body = _without_head(source, tree)
    body = _with_distinct_names(module.__name__, body, found)
    found.modules.append(module.__name__)
    found.bodies.append(body)


def _without_head(source: str, tree: ast.Module) -> str:
    """Cuts the docstring and the imports off; comments stay."""
    lines = source.splitlines()
    for node in tree.body:
        docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if docstring or isinstance(node, ast.Import | ast.ImportFrom):
            for number in range(node.lineno - 1, node.end_lineno or node.lineno):
                lines[number] = ""
    return "\n".join(NOTE_TO_LINTERS.sub("", line) for line in lines).strip("\n")


def top_names(source: str | ast.Module) -> set[str]:
    """Lists the names that a module binds at its top level."""
    tree = ast.parse(source) if isinstance(source, str) else source
    names: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            names.update((alias.asname or alias.name).split(".")[0] for alias in node.names)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            names.update(part.id for part in ast.walk(node) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store))
    return names


def _check(name: str, tree: ast.Module) -> None:
    """A module must need nothing but its own names, its imports and what is built in, annotations included."""
    bound = top_names(tree) | set(dir(builtins))
    for node in ast.walk(tree):
        if isinstance(node, ast.Name | ast.arg | ast.ExceptHandler | ast.FunctionDef | ast.alias | ast.MatchAs):
            if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Store):
                continue
            bound.add(str(getattr(node, "id", None) or getattr(node, "arg", None) or getattr(node, "name", None)))
    needed = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    unknown = sorted(needed - bound)
    if unknown:
        raise ValueError(f"{name} needs {', '.join(unknown)}, which is neither its own nor imported")


def _with_distinct_names(module: str, body: str, found: Definitions) -> str:
    """Gives private names that another module has too a name of their own."""
    digest = hashlib.sha256(body.encode()).hexdigest()
    clashes = {name for name in top_names(body) if found.names.get(name, digest) != digest}
    short = module.rpartition(".")[2]
    for name in sorted(clashes):
        fresh = f"{name}_OF_{short.upper()}" if name.isupper() else f"{name}_of_{short}"
        body = _renamed(body, name, fresh)
    for name in top_names(body):
        found.names[name] = digest
    return body


def _renamed(body: str, old: str, new: str) -> str:
    lines = [line.encode() for line in body.split("\n")]
    places: set[tuple[int, int]] = set()
    for node in ast.walk(ast.parse(body)):
        if isinstance(node, ast.arg) and node.arg == old:
            raise ValueError(f"an argument is called {old}, like a function beside it")
        if isinstance(node, ast.Name) and node.id == old:
            places.add((node.lineno - 1, node.col_offset))
        elif isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name == old:
            line = lines[node.lineno - 1]
            places.add((node.lineno - 1, line.index(old.encode(), node.col_offset)))
    for row, column in sorted(places, reverse=True):
        lines[row] = lines[row][:column] + new.encode() + lines[row][column + len(old.encode()) :]
    return "\n".join(line.decode() for line in lines)
