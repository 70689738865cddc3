"""Read a column as another kind."""

import pandas as pd


def change_kind(frame, columns, kind, formats=None):
    """Return the frame with these columns as numbers, as dates or as text; what cannot be read becomes missing.

    Dates are read in the given formats, one after another; times with a zone are told in UTC.
    """

    def dates(values):
        texts = values.astype("str").str.strip() if values.dtype.kind != "f" else values.map("{:.0f}".format)
        read = pd.Series(pd.NaT, index=values.index, dtype="datetime64[us]")
        for form in formats or ["ISO8601"]:
            parsed = pd.to_datetime(texts, format=form, errors="coerce", utc=True).dt.tz_localize(None)
            read = read.fillna(parsed.astype("datetime64[us]"))
        return read

    readers = {
        "numeric": lambda values: pd.to_numeric(values, errors="coerce"),
        "datetime": dates,
        "text": lambda values: values.astype("str").where(values.notna()),
    }
    return frame.assign(**{column: readers[kind](frame[column]) for column in columns})
