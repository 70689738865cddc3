"""Writing what was understood of a file: as plain CSV, or as Parquet with its types."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from engine.ingest.understand import Understood

SIGNS = r"[^\d.,()+\-\s'’]"
"""What an amount has beyond its number, such as a currency."""


def write_table(understood: Understood, source: Path, out: Path) -> None:
    """Write the table of ``source`` to ``out``: Parquet where its name ends so, else CSV as RFC 4180 has it.

    Parquet holds the values with their types. CSV holds the cells as the file wrote them (a date keeps its format, a
    price its currency sign) but for three things: missing cells are empty, numbers have a decimal point and no
    thousands marks, and names that were invented for a file without a header are left out.
    """
    if out.suffix == ".parquet":
        understood.frame.to_parquet(out)
    else:
        texts = cells_as_written(understood, source)
        texts.to_csv(out, index=False, header=not understood.invented_names, lineterminator="\n")


def cells_as_written(understood: Understood, source: Path) -> pd.DataFrame:
    """Give the table with its cells as the file wrote them, missing ones as such, and numbers in plain notation."""
    frame, arguments = understood.frame, understood.arguments
    if understood.function.__name__ == "read_parquet_table":
        return frame
    kinds = {name: kind if kind == "ignore" else "text" for name, kind in arguments["columns"].items()}
    texts = understood.function(str(source), **(arguments | {"columns": kinds, "missing": [""]}))
    for name, kind in arguments["columns"].items():
        if kind == "ignore":
            continue
        number = kind in ("integer", "number", "padded integer", "padded number")
        plain = arguments.get("decimal", ".") == "." and number
        thousands = "amount" in kind and not texts[name].str.contains(SIGNS, regex=True, na=False).any()
        kept = frame[name] if thousands or " since " in kind or (number and not plain) else texts[name].mask(frame[name].isna())
        texts[name] = kept
    return texts
