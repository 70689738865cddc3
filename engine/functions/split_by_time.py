"""Divide the rows of a table by time."""

from engine.functions.rows_in_order import rows_in_order


def split_by_time(frame, *, column, train, validation, test):
    """Return the positions of the training, validation and test rows: the latest rows by the column are the test."""
    order = frame[column].reset_index(drop=True).sort_values(kind="stable", na_position="first").index
    return rows_in_order(order.to_numpy(), validation, test)
