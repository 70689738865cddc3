"""Give columns other names."""


def rename_columns(frame, names):
    """Return the frame with its columns renamed, from old to new name."""
    return frame.rename(columns=names)
