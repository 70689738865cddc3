"""Parts of a date as numbers."""

import numpy as np
import pandas as pd
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils.validation import check_is_fitted

DATE_PARTS = (
    "year",
    "quarter",
    "month",
    "week",
    "day",
    "weekday",
    "dayofyear",
    "hour",
    "minute",
    "second",
    "elapsed_days",
)


class DateParts(TransformerMixin, BaseEstimator):
    """Replace date columns by numbers: year, quarter, month, week, day, weekday (Monday is 0), dayofyear, hour, minute,
    second, elapsed_days (since 1970). Left out: year, month, day, weekday, and the hour if any time is not midnight.
    """

    def __init__(self, parts=None):
        self.parts = parts

    def fit(self, X, y=None):
        unknown = [part for part in self.parts or () if part not in DATE_PARTS]
        if unknown:
            raise ValueError(f"a date has no part {unknown[0]!r}; it has {', '.join(DATE_PARTS)}")
        self.feature_names_in_ = np.array(X.columns, dtype=object)
        self.n_features_in_ = X.shape[1]
        self.parts_ = {name: list(self.parts or self._usual(_dates(X[name]))) for name in X.columns}
        self.sources_ = {f"{name}_{part}": [name] for name, parts in self.parts_.items() for part in parts}
        return self

    def transform(self, X):
        check_is_fitted(self)
        made = {}
        for name, parts in self.parts_.items():
            dates = _dates(X[name])
            for part in parts:
                made[f"{name}_{part}"] = _date_part(dates, part).astype("float64")
        return pd.DataFrame(made, index=X.index)

    def get_feature_names_out(self, input_features=None):
        return np.array(list(self.sources_), dtype=object)

    def _usual(self, dates):
        timed = (dates.dropna() != dates.dropna().dt.normalize()).any()
        return ["year", "month", "day", "weekday"] + (["hour"] if timed else [])


def _dates(values):
    return values if pd.api.types.is_datetime64_any_dtype(values.dtype) else pd.to_datetime(values, errors="coerce")


def _date_part(dates, part):
    if part == "week":
        return dates.dt.isocalendar().week
    if part == "elapsed_days":
        return (dates.dt.tz_localize(None) - pd.Timestamp("1970-01-01")) / pd.Timedelta(days=1)
    return getattr(dates.dt, {"weekday": "day_of_week", "dayofyear": "day_of_year"}.get(part, part))
