"""Keep a random sample of the rows."""


def sample_rows(frame, rows=None, fraction=None, seed=42):
    """Return a random sample of the rows, in their old order: a number of them, or a fraction."""
    size = min(rows, len(frame)) if rows is not None else round(fraction * len(frame))
    return frame.sample(n=size, random_state=seed).sort_index().reset_index(drop=True)
