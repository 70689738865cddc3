"""Put one value in the place of another."""

import pandas as pd


def replace_values(frame, column, old, new):
    """Return the frame with `old` replaced by `new` in one column; `new` None makes it missing.

    A column that is all numbers afterwards becomes numeric.
    """
    values = frame[column]
    if pd.api.types.is_datetime64_any_dtype(values):
        old, new = pd.Timestamp(old), pd.NaT if new is None else pd.Timestamp(new)
    changed = values.mask(values == old, new)
    if not pd.api.types.is_numeric_dtype(changed) and not pd.api.types.is_datetime64_any_dtype(changed):
        numbers = pd.to_numeric(changed, errors="coerce")
        if numbers.notna().sum() == changed.notna().sum() and changed.notna().any():
            changed = numbers
    return frame.assign(**{column: changed})
