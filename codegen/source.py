"""Prints unfitted estimators and plain values as the Python that makes them.

Text of the user's enters code only here, as a Python literal.
"""

from __future__ import annotations

import datetime
import importlib
import inspect
import math
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd
from sklearn.base import BaseEstimator
from sklearn.model_selection import BaseCrossValidator, BaseShuffleSplit

Comments = Mapping[str, Any] | None
"""A line of comment by the name of a pipeline's step, or the comments of an ensemble's member by its name."""
Named = Mapping[int, str]
"""The expression that stands for an object, by the object's identity."""
SHORT_NAMES = {"numpy": "np", "pandas": "pd"}


def source_of(value: Any, comments: Comments = None, named: Named = MappingProxyType({})) -> str:
    """Prints a value as a Python expression that makes an equal one; estimators with what differs from the default.

    `comments` puts a line of comment before the pipeline step of that name, and goes on into the member of that name.
    What is `named` is printed as its name. Raises TypeError for what cannot be printed.
    """
    if id(value) in named:
        return named[id(value)]
    if value is None or isinstance(value, bool | str | bytes):
        return repr(value)
    if isinstance(value, np.generic):
        return source_of(value.item())
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, list | tuple | set | frozenset | dict):
        return _collection(value, comments, named)
    if isinstance(value, pd.Timestamp | datetime.datetime | datetime.date):
        return f"pd.Timestamp({value.isoformat()!r})"
    if isinstance(value, np.ndarray):
        return f"np.array({source_of(value.tolist())})"
    if hasattr(value, "get_params") and not isinstance(value, type):
        return _constructor(value, comments, named)
    if isinstance(value, np.ufunc | type) or callable(value):
        return _named(value)[1]
    if _is_splitter(value):
        return f"{_named(type(value))[1]}({', '.join(f'{name}={source_of(item)}' for name, item in _splitter_params(value).items())})"
    raise TypeError(f"a {type(value).__name__} cannot be written as code")


def imports_of(value: Any) -> set[str]:
    """Lists the import statements that the printed value needs, by the shortest public path.

    What is ours is left out: generated code holds it (see `own_objects`).
    """
    return {_named(part)[0] for part in _named_parts(value) if not _is_ours(part)} - {""}


def own_objects(value: Any) -> list[Any]:
    """Lists the classes and functions of this project that the printed value needs, each once, in order."""
    found: dict[str, Any] = {}
    for part in _named_parts(value):
        if _is_ours(part):
            found.setdefault(f"{part.__module__}.{part.__qualname__}", part)
    return list(found.values())


def changed_params(estimator: Any) -> dict[str, Any]:
    """Gives the parameters of an estimator that differ from a default instance's, in their own order."""
    given = estimator.get_params(deep=False)
    kind: Callable[..., Any] = type(estimator)
    required, defaults = _required(kind), _defaults(kind)
    return {
        name: value
        for name, value in _in_signature_order(type(estimator), given)
        if name in required or name not in defaults or not _same(value, defaults[name])
    }


def _is_splitter(value: Any) -> bool:
    """Scikit-learn's rules for folds keep their parameters as attributes, but have no get_params."""
    return isinstance(value, BaseCrossValidator | BaseShuffleSplit)


def _splitter_params(splitter: Any) -> dict[str, Any]:
    """Gives the parameters of a rule for folds that differ from its defaults."""
    parameters = inspect.signature(type(splitter)).parameters.values()
    return {item.name: getattr(splitter, item.name) for item in parameters if not _same(getattr(splitter, item.name), item.default)}


def _is_ours(value: Any) -> bool:
    return (getattr(value, "__module__", None) or "").startswith("engine.")


def _number(value: float) -> str:
    if isinstance(value, float) and math.isnan(value):
        return "np.nan"
    if isinstance(value, float) and math.isinf(value):
        return "np.inf" if value > 0 else "-np.inf"
    return repr(value)


def _collection(value: Any, comments: Comments, named: Named) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{source_of(key)}: {source_of(item, named=named)}" for key, item in value.items()) + "}"
    if isinstance(value, set | frozenset):
        items = ", ".join(sorted(source_of(item) for item in value))
        return f"{type(value).__name__}([{items}])"
    parts = []
    for item in value:
        is_step = isinstance(item, tuple) and len(item) == 2 and isinstance(item[0], str)
        comment = (comments or {}).get(item[0]) if is_step else None
        if isinstance(comment, Mapping):
            parts.append(f"({source_of(item[0])}, {source_of(item[1], comment, named)})")
        else:
            parts.append((f"\n# {comment}\n" if comment else "") + source_of(item, named=named))
    if isinstance(value, list):
        return "[" + ", ".join(parts) + "]"
    return "(" + ", ".join(parts) + ("," if len(parts) == 1 else "") + ")"


def _constructor(estimator: Any, comments: Comments, named: Named) -> str:
    params = changed_params(estimator)
    if not all(name.isidentifier() for name in params):
        return f"{_named(type(estimator))[1]}(**{source_of(params, named=named)})"
    arguments = [f"{name}={source_of(value, comments if name in {'steps', 'estimators'} else _inner(value, comments), named)}" for name, value in params.items()]
    return f"{_named(type(estimator))[1]}({', '.join(arguments)})"


def _inner(value: Any, comments: Comments) -> Comments:
    """Comments go on into what is wrapped, and into no other parameter."""
    return comments if isinstance(value, BaseEstimator) else None


@lru_cache(maxsize=256)
def _required(kind: Callable[..., Any]) -> frozenset[str]:
    parameters = inspect.signature(kind).parameters.values()
    plain = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)
    return frozenset(item.name for item in parameters if item.default is item.empty and item.kind in plain)


@lru_cache(maxsize=256)
def _defaults(kind: Callable[..., Any]) -> dict[str, Any]:
    """Required parameters get None, which constructors keep as it is."""
    try:
        made: dict[str, Any] = kind(**dict.fromkeys(_required(kind))).get_params(deep=False)
        return made
    except (TypeError, ValueError):
        parameters = inspect.signature(kind).parameters.values()
        return {item.name: item.default for item in parameters if item.default is not item.empty}


def _in_signature_order(kind: type, params: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    order = list(inspect.signature(kind).parameters)
    yield from sorted(params.items(), key=lambda item: order.index(item[0]) if item[0] in order else len(order))


def _same(left: Any, right: Any) -> bool:
    if type(left) is not type(right):
        return False
    try:
        return source_of(left) == source_of(right)
    except TypeError:
        return left is right


def _named_parts(value: Any) -> Iterator[Any]:
    """Walks a value and gives the classes, functions and modules that its printed form names."""
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float) and not math.isfinite(value):
        yield np
    elif isinstance(value, dict):
        for pair in value.items():
            yield from _named_parts(pair)
    elif isinstance(value, list | tuple | set | frozenset):
        for item in value:
            yield from _named_parts(item)
    elif isinstance(value, np.ndarray):
        yield np
        yield from _named_parts(value.tolist())
    elif isinstance(value, pd.Timestamp | datetime.datetime | datetime.date):
        yield pd
    elif hasattr(value, "get_params") and not isinstance(value, type):
        yield type(value)
        for item in changed_params(value).values():
            yield from _named_parts(item)
    elif callable(value):
        yield value
    elif _is_splitter(value):
        yield type(value)
        for item in _splitter_params(value).values():
            yield from _named_parts(item)


def _named(value: Any) -> tuple[str, str]:
    """Gives the import statement of a class, function or module, and the expression that then names it."""
    if inspect.ismodule(value):
        short = SHORT_NAMES[value.__name__]
        return (f"import {value.__name__} as {short}", short)
    name = str(getattr(value, "__qualname__", None) or getattr(value, "__name__", ""))
    module = getattr(value, "__module__", "") or ""
    numeric = isinstance(value, np.ufunc) or module.split(".")[0] == "numpy"
    if numeric and getattr(np, name, None) is value:
        return ("import numpy as np", f"np.{name}")
    if not name.isidentifier() or module in {"", "__main__"}:
        raise TypeError(f"{value!r} has no public name, so it cannot be written as code")
    if module == "builtins":
        return ("", name)
    return (f"from {_public_module(value, module, name)} import {name}", name)


def _public_module(value: Any, module: str, name: str) -> str:
    """Finds the shortest package above the module that offers the same object; own modules are named in full."""
    parts = module.split(".")
    if parts[0] == "engine":
        return module
    for length in range(1, len(parts) + 1):
        path = ".".join(parts[:length])
        if any(part.startswith("_") for part in parts[:length]):
            break
        if getattr(sys.modules.get(path) or importlib.import_module(path), name, None) is value:
            return path
    raise TypeError(f"{module}.{name} has no public name, so it cannot be written as code")
