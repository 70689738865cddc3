"""Leave out rows with missing values."""


def drop_missing_rows(frame, columns, threshold=None):
    """Return the rows with no value missing in these columns.

    With a threshold only the rows go in which more than this fraction of the columns is missing.
    """
    missing = frame[columns].isna()
    unwanted = missing.any(axis=1) if threshold is None else missing.mean(axis=1) > threshold
    return frame[~unwanted].reset_index(drop=True)
