"""Leave out repeated rows."""


def drop_duplicate_rows(frame, columns=None):
    """Return the frame with the first of each set of rows that are equal in these columns (left out: in all)."""
    return frame.drop_duplicates(subset=columns).reset_index(drop=True)
