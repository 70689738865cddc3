"""Leave columns out of the table."""


def drop_columns(frame, columns):
    """Return the frame without these columns."""
    return frame.drop(columns=columns)
