"""Read a column as another kind."""

import pandas as pd


def change_kind(frame, columns, kind):
    """Return the frame with these columns as numbers, as dates or as text; what cannot be read becomes missing."""
    readers = {
        "numeric": lambda values: pd.to_numeric(values, errors="coerce"),
        "datetime": lambda values: pd.to_datetime(values, errors="coerce", format="mixed"),
        "text": lambda values: values.astype("str"),
    }
    return frame.assign(**{column: readers[kind](frame[column]) for column in columns})
