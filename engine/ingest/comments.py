"""Lines of comment between the rows of a table, as measuring devices and programs write them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from engine.functions.read_irregular import is_filled
from engine.ingest.reading import counted, were

SHOWN = 3


def is_comment(cells: Sequence[str]) -> bool:
    """Say whether a record begins as a comment does."""
    return cells[0].lstrip().startswith("#")


def find_comments(split: Sequence[tuple[int, Sequence[str]]]) -> set[int]:
    """Give the lines that are comments where some stand between rows; a code such as "#12" in a full row is a cell."""
    filled = [(number, cells) for number, cells in split if is_filled(list(cells))]
    marked = [(number, cells) for number, cells in filled if is_comment(cells)]
    rows = [(number, len(cells)) for number, cells in filled if not is_comment(cells)]
    if not rows or not marked or marked[-1][0] < rows[0][0] or len(marked) > len(rows):
        return set()
    width = Counter(width for _, width in rows).most_common(1)[0][0]
    named = is_comment(filled[0][1]) and len(filled[0][1]) == width  # a header such as "#id,name"
    names = _names(filled, width)
    marked = [(number, cells) for number, cells in marked if number != names]
    if width == 1 or named or not marked or sum(len(cells) != width for _, cells in marked) <= 0.5 * len(marked):
        return set()
    return {number for number, _ in marked}


def _names(filled: Sequence[tuple[int, Sequence[str]]], width: int) -> int | None:
    """Give the line right above the rows where it is as wide as they are and all of its cells begin with #, as some banks name columns."""
    first = next((place for place, (_, cells) in enumerate(filled) if not is_comment(cells) and len(cells) == width), 0)
    number, cells = filled[first - 1] if first else filled[0]
    signed = [cell.lstrip().startswith("#") for cell in cells if cell.strip()]
    return number if len(cells) == width and all(signed) and len(signed) > 1 else None


def say_comments(comments: Mapping[int, Sequence[str]]) -> list[str]:
    """Say how many comments were left out, and show the first."""
    if not comments:
        return []
    shown = "; ".join(repr(" ".join(cell.strip() for cell in cells)[:60]) for cells in list(comments.values())[:SHOWN])
    count = len(comments)
    return [f"{counted(count, 'line')} of comment, which begin{'s' * (count == 1)} with #, {were(count)} left out: {shown}."]
