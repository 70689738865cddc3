"""Reads text whose cells are amounts: with thousands marks, a currency, a percent sign or a unit beside their digits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from engine.functions.change_kind import change_kind

UNDRESSED = r"[\d\s.,'’()+−-]"
"""What an amount has beside its unit."""


@dataclass(frozen=True)
class Amounts:
    """How cells are read as numbers: plainly, or as amounts with this decimal mark; which can be, and the units beside them."""

    decimal: str | None
    readable: np.ndarray[Any, Any]
    units: list[str]


def read_amounts(cells: pd.Series[Any], times: np.ndarray[Any, Any] | None = None, usual: str | None = None) -> Amounts:
    """Finds the decimal mark with which most cells are numbers, each counted so many `times` (once where that is left out).

    Where both marks read as many (“1.234 kg”) it is the `usual` one, such as that of the rest of the file, else the point;
    cells that are plain numbers are read plainly.
    """
    frame = pd.DataFrame({"cells": cells})
    marks = [None, ",", "."] if usual == "," else [None, ".", ","]
    readable = {mark: change_kind(frame, ["cells"], "numeric", decimal=mark)["cells"].notna().to_numpy() for mark in marks}
    weights = np.ones(len(cells)) if times is None else times
    best = max(marks, key=lambda mark: float(weights[readable[mark]].sum()))  # of equals the first
    beside = cells[readable[best]].astype("str").str.replace(UNDRESSED, "", regex=True).unique() if best else []
    return Amounts(best, readable[best], sorted(set(beside) - {""}))
