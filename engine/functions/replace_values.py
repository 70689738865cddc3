"""Put values in the place of others."""

import pandas as pd


def replace_values(frame, column, old, new):
    """Return the frame with `old` replaced by `new` in one column; `new` None makes it missing.

    Of two lists each value of the first becomes the one that stands at its place in the second. A column that is all numbers
    afterwards becomes numeric.
    """
    values = changed = frame[column]
    for one, other in zip(old, new, strict=True) if isinstance(old, list) else [(old, new)]:
        if pd.api.types.is_datetime64_any_dtype(values):
            one, other = pd.Timestamp(one), pd.NaT if other is None else pd.Timestamp(other)
        changed = changed.mask(values == one, other)
    if not pd.api.types.is_numeric_dtype(changed) and not pd.api.types.is_datetime64_any_dtype(changed):
        numbers = pd.to_numeric(changed, errors="coerce")
        if numbers.notna().sum() == changed.notna().sum() and changed.notna().any():
            changed = numbers
    return frame.assign(**{column: changed})
