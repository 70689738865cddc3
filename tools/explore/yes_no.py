"""Yes and no as 1 and 0, so that a share can be computed and correlated like a number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tools.data.set_target import positive_class

if TYPE_CHECKING:
    import pandas as pd

    from tools.experiment import Experiment


def counted(frame: pd.DataFrame, entries: list[dict[str, Any]], names: list[str], experiment: Experiment) -> tuple[pd.DataFrame, dict[str, Any]]:
    """Replaces words of two values by 1 and 0 in these columns; says for each which value counts as 1."""
    kinds = {entry["name"]: entry for entry in entries}
    ones: dict[str, Any] = {}
    for name in names:
        if kinds[name]["unique"] != 2 or frame[name].dtype.kind in "iufbM":
            continue
        values = frame[name].dropna()
        said = experiment.compiled.fields.get("positive") if name == experiment.target else None
        ones[name] = said if said is not None else positive_class(values.unique().tolist(), values.value_counts().to_dict())
    made = {name: (frame[name] == one).astype(float).where(frame[name].notna()) for name, one in ones.items()}
    return frame.assign(**made) if made else frame, ones
