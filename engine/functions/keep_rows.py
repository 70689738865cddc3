"""Keep the rows for which a condition is true."""

import pandas as pd


def keep_rows(frame, column, op, value=None):
    """Return the rows for which the condition on one column holds; a missing value never holds, but in `is_missing`.

    Dates are compared with dates in ISO form; `contains` looks for the very letters, large or small.
    """
    values = frame[column]
    if pd.api.types.is_datetime64_any_dtype(values) and value is not None:
        value = [pd.Timestamp(item) for item in value] if isinstance(value, list) else pd.Timestamp(value)
    conditions = {
        "eq": lambda: values == value,
        "ne": lambda: (values != value) & values.notna(),
        "gt": lambda: values > value,
        "ge": lambda: values >= value,
        "lt": lambda: values < value,
        "le": lambda: values <= value,
        "in": lambda: values.isin(value),
        "not_in": lambda: ~values.isin(value) & values.notna(),
        "between": lambda: values.between(value[0], value[1]),
        "contains": lambda: values.astype("str").str.contains(str(value), case=False, regex=False) & values.notna(),
        "is_missing": values.isna,
        "not_missing": values.notna,
    }
    kept = conditions[op]()
    return frame[kept.fillna(False).astype(bool)].reset_index(drop=True)
