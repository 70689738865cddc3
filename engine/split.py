"""The rows divided as was declared: each strategy has a function of its own, which goes into generated code."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from engine.functions.split_as_named import split_as_named
from engine.functions.split_at_random import split_at_random
from engine.functions.split_by_group import split_by_group
from engine.functions.split_by_time import split_by_time
from engine.functions.split_groups_by_class import split_groups_by_class
from engine.functions.split_within_classes import split_within_classes

Parts = Mapping[str, Any]
"""The positions of the rows by part, in their order in the table."""
STRATEGIES: Mapping[str, Callable[..., Parts]] = {
    "random": split_at_random,
    "stratified": split_within_classes,
    "time": split_by_time,
    "group": split_by_group,
    "stratified_group": split_groups_by_class,
    "column": split_as_named,
}
PARTS = ("train", "validation", "test")
DEFAULTS = {"train": 0.8, "validation": 0.0, "test": 0.2, "seed": 42}


def split_call(declared: Mapping[str, Any]) -> tuple[Callable[..., Parts], bool, dict[str, Any]]:
    """Gives the function of a declared split, whether it looks at the target, and its other arguments."""
    strategy = declared.get("strategy", "random")
    if strategy not in STRATEGIES:
        raise ValueError(f"there is no way to split called {strategy!r}")
    function = STRATEGIES[strategy]
    wanted = inspect.signature(function).parameters
    given = DEFAULTS | dict(declared)
    return function, "target" in wanted, {name: given[name] for name in wanted if name in given}


def split_rows(frame: pd.DataFrame, target: str | None = None, **declared: Any) -> Parts:
    """Divides the rows as declared. Raises ValueError in words where the sizes or the rows do not allow it."""
    function, by_class, arguments = split_call(declared)
    sizes = {part: arguments[part] for part in PARTS if part in arguments}
    if sizes and (min(sizes.values()) < 0 or abs(np.sum(list(sizes.values())) - 1) > 1e-9):
        listed = " + ".join(str(size) for size in sizes.values())
        raise ValueError(f"train, validation and test must add up to 1, but {listed} do not")
    parts = function(frame, *([target] if by_class else []), **arguments)
    for part, size in sizes.items():
        if size > 0 and not len(parts[part]):
            raise ValueError(f"{len(frame)} rows are too few for a {part} part of {size:g}")
    return parts
