"""Read a column as another kind."""

import pandas as pd


def change_kind(frame, columns, kind, formats=None, decimal=None):
    """Return the frame with these columns as numbers, as dates or as text; what cannot be read becomes missing.

    Dates are read in the given formats, one after another; times with a zone are told in UTC. With a decimal mark,
    amounts are read as numbers too: thousands marks, currency, percent sign and unit are taken off.
    """

    def numbers(values):
        if decimal is None or values.dtype.kind in "iufb":
            return pd.to_numeric(values, errors="coerce")
        thousands, point = (",", r"\.") if decimal == "." else (r"\.", ",")
        digits = rf"(?:\d{{1,3}}(?:[{thousands} '’\xa0\u202f]\d{{3}})+|\d+)(?:{point}\d*)?|{point}\d+"
        before, after = r"(?:[A-Z]{3}|[€$£¥₹])?", r"(?:(?!(?:[kKMBT]|bn|mn)\b)[^\W\d_]{1,4}\.?|[€$£¥₹%])?"
        amount = rf"^\(?\s*([-+−]?)\s*{before}\s*([-+−]?)\s*({digits})\s*{after}\s*\)?([-−]?)$"
        parts = values.astype("str").str.strip().str.extract(amount).fillna("")
        plain = parts[2].str.replace(rf"[^\d{decimal}]", "", regex=True).str.replace(decimal, ".", regex=False)
        below = parts[[0, 1, 3]].isin(["-", "−"]).any(axis=1) | values.astype("str").str.contains("(", regex=False, na=False)
        read = pd.to_numeric(plain, errors="coerce")
        return read.where(~below, -read)

    def dates(values):
        texts = values.astype("str").str.strip() if values.dtype.kind != "f" else values.map("{:.0f}".format)
        read = pd.Series(pd.NaT, index=values.index, dtype="datetime64[us]")
        for form in formats or ["ISO8601"]:
            parsed = pd.to_datetime(texts, format=form, errors="coerce", utc=True).dt.tz_localize(None)
            read = read.fillna(parsed.astype("datetime64[us]"))
        return read

    readers = {
        "numeric": numbers,
        "datetime": dates,
        "text": lambda values: values.astype("str").where(values.notna()),
    }
    return frame.assign(**{column: readers[kind](frame[column]) for column in columns})
