"""How far the preparation of a table is, told by what is done and never by the clock."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from engine import price
from engine.operations import Fit

if TYPE_CHECKING:
    import pandas as pd

Report = Callable[[float, str], None]
SLICES = 20
"""A step that takes long is applied to so many parts of the rows in turn."""


def unheard(fraction: float, text: str) -> None:
    """Takes progress that nobody waits for."""


def within(start: float, end: float, report: Report) -> Report:
    """Tells the progress of a part of the work, which goes from one share of the whole to another."""
    return lambda fraction, text: report(start + (end - start) * fraction, text)


class Stages:
    """Tells which step is learned or applied, and how much of the table is prepared.

    A step has the share of the seconds that it was predicted to take, and the rows that it was applied to count: what a step
    learns is one call of a library that does not tell how far it is.
    """

    def __init__(self, learned: Sequence[Fit], report: Report) -> None:
        self.learned, self.report = tuple(learned), report
        self.number = 0

    def begin(self, part: Fit, rows: int) -> None:
        """Says that the next step learns from so many rows."""
        self.number += 1
        self._tell(0.0, f"learning from {rows:,} rows")

    def applied(self, step: Any, features: pd.DataFrame) -> pd.DataFrame:
        """Applies the fitted step; where that takes long to one part of the rows after the other."""
        import pandas as pd

        rows, shown = len(features), []
        each = -(-rows // SLICES) if self._can_be_told(features) else rows
        for first in range(0, max(1, rows), max(1, each)):
            self._tell(first / max(1, rows), f"applied to {first:,} of {rows:,} rows")
            shown.append(step.transform(features.iloc[first : first + each]))
        return pd.concat(shown) if len(shown) > 1 else shown[0]

    def _can_be_told(self, features: pd.DataFrame) -> bool:
        """Cells with a mark of their own for gaps become plain numbers where one is filled, so their column is filled as a whole."""
        import numpy as np

        part = self.learned[self.number - 1]
        plain = all(isinstance(features[name].dtype, np.dtype) for name in part.touched if name in features)
        return plain and part.seconds >= price.PATIENT_SECONDS

    def _tell(self, share: float, doing: str) -> None:
        weights = [max(1.0, part.seconds) for part in self.learned]
        part, done = self.learned[self.number - 1], sum(weights[: self.number - 1]) + share * weights[self.number - 1]
        which = f"{self.number} of {len(self.learned)}, {part.name.replace('_', ' ')}: " if len(self.learned) > 1 else ""
        long = f"; {price.duration(part.seconds)} in all" if part.seconds >= price.PATIENT_SECONDS else ""
        self.report(done / sum(weights), f"{which}{doing}{long}")
