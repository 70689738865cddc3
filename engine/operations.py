"""The closed set of operations that every step becomes.

A step is planned into operations; compiled, a list of operations is three things: calls on the frame, a split, and one
unfitted estimator. The engine runs these objects and the code generator prints the very same ones.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

Literal = Any
"""A value that can be written as a Python literal: None, bool, number, text, and lists and dicts of these."""


@dataclass(frozen=True)
class Read:
    """Reads the raw file: `function(path, **arguments)` gives the frame, with every option resolved."""

    function: Callable[..., Any]
    arguments: Mapping[str, Literal]


@dataclass(frozen=True)
class Apply:
    """Calls a plain function on the frame before the split: `frame = function(frame, **arguments)`.

    `selects_rows` marks functions that only choose rows: they shape what is learned from, and are left out when new
    records are predicted. `reads` and `writes` name the columns that it needs and makes, so that the raw columns which a
    prediction needs can be traced back. `renames` maps old names to new ones.
    """

    function: Callable[..., Any]
    arguments: Mapping[str, Literal] = field(default_factory=dict)
    selects_rows: bool = False
    reads: tuple[str, ...] = ()
    writes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Set:
    """Sets a field of the experiment, such as the target, the task, the split or a column's kind."""

    field: str
    value: Literal


@dataclass(frozen=True)
class Fit:
    """A transformer that learns from training rows, on given columns (`None`: the whole frame of features).

    `kind` is what its new columns are; `fills` says that it leaves no value missing in its columns. `changes` names the
    columns that it changes, where it needs to see the whole frame for that, and `needs` those that it cannot do without. `one_scale` says
    that its new columns are alike in size as they are, so that scaling them would only blow up the rare ones. `gaps` names
    those of its columns in which a later record may have no value although it lacks none: a ratio with nothing below the line.
    `defined_for` names its function where that has no value for some numbers: a logarithm. `seconds` is what learning and
    applying it takes on this table, as predicted; 0 where that is nothing to speak of.
    """

    name: str
    transformer: Any
    columns: tuple[str, ...] | None
    kind: str | None = None
    fills: bool = False
    changes: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    one_scale: bool = False
    gaps: tuple[str, ...] = ()
    defined_for: str | None = None
    seconds: float = 0.0

    @property
    def touched(self) -> tuple[str, ...]:
        """The columns that it may change."""
        return self.changes if self.columns is None else self.columns


@dataclass(frozen=True)
class Resample:
    """A sampler that changes the training rows only.

    One with `balances=True` stands directly before the model wherever it was said, because it needs the numbers that the
    preparation makes; any other stands where it was said.
    """

    name: str
    sampler: Any
    balances: bool = False


@dataclass(frozen=True)
class Train:
    """The model at the end: its declaration's id, its parameters, and the unfitted estimator made from them.

    For an ensemble, `members` holds the name and the operations of each member: the estimators of these are put into
    the ensemble's parameter `estimators`, or the only one into its parameter `estimator`.
    """

    model: str
    params: Mapping[str, Literal]
    estimator: Any
    takes_missing: bool = False
    members: tuple[tuple[str, Operations], ...] = ()


@dataclass(frozen=True)
class Wrap:
    """Puts a meta-estimator around the whole one so far, for a threshold, a calibration or a target transform.

    `estimator` is unfitted and its parameter `slot` is what the inner estimator is put into.
    """

    name: str
    estimator: Any
    slot: str = "estimator"


Operation = Read | Apply | Set | Fit | Resample | Train | Wrap
Operations = tuple[Operation, ...]
