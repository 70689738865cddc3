"""Where columns of fixed width begin: under the strokes of a ruled line, or after places that are blank in every line."""

from __future__ import annotations

import re
from itertools import pairwise

RULED = re.compile(r"\s*(?:-{2,}|={2,})(?: +(?:-{2,}|={2,}))+\s*")
MOST_LINES = 300
FEWEST_LINES = 5
TITLE_LINES = 8
APART = 0.9


def ruled_columns(sample: str) -> tuple[int, ...]:
    """Give where the strokes of a ruled line begin, if the cells of nearly all lines below it begin there too."""
    lines = [line.rstrip() for line in sample.split("\n") if line.strip()][:MOST_LINES]
    place = next((place for place, line in enumerate(lines) if RULED.fullmatch(line)), None)
    if place is None or len(lines) < place + FEWEST_LINES - 2 or any("\t" in line or "|" in line for line in lines):
        return ()
    starts = [match.start() for match in re.finditer(r"[-=]+", lines[place])]
    starts[0] = 0
    apart = [all(line[start - 1 : start] in ("", " ") for start in starts[1:]) for line in lines[place + 1 :]]
    return tuple(starts) if sum(apart) >= APART * len(apart) else ()


def columns_of_fixed_width(sample: str) -> tuple[int, ...]:
    """Find where columns begin, whether or not a title stands above them."""
    lines = [line.rstrip() for line in sample.split("\n")]
    blank = next((place for place, line in enumerate(lines) if not line), len(lines))
    below = lines[blank:] if 0 < blank <= TITLE_LINES else []
    return _blank_places([line for line in lines if line][:MOST_LINES]) or _blank_places([line for line in below if line][:MOST_LINES])


def _blank_places(lines: list[str]) -> tuple[int, ...]:
    if len(lines) < FEWEST_LINES or any("\t" in line for line in lines):
        return ()
    longest = max(map(len, lines))
    blank = [all(line[place : place + 1] in ("", " ") for line in lines) for place in range(longest)]
    starts = [place for place in range(longest) if not blank[place] and (place == 0 or blank[place - 1])]
    named = [bool(lines[0][start:end].strip()) for start, end in pairwise([*starts, longest])]
    if sum(named) > 0.5 * len(named):
        # Where the first line has no name, cells of words and numbers go on, such as "Bus 12".
        starts = [start for start, name in zip(starts, named, strict=True) if name or start == starts[0]]
    filled = [sum(bool(line[start:end].strip()) for line in lines) for start, end in pairwise([*starts, longest])]
    mostly = sorted(filled)[len(filled) // 4] > 0.5 * len(lines) if filled else False
    return tuple(starts) if len(starts) > 1 and mostly and (min(filled) > 0.5 * len(lines) or all(named)) else ()
