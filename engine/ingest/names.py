"""Column names that are unique and not empty, and otherwise as they came."""

from __future__ import annotations

from collections.abc import Sequence


def make_names(raw: Sequence[str]) -> tuple[list[str], list[str]]:
    """Give every column a name of its own; returns the names and what was changed, as sentences."""
    trimmed = [name.strip() for name in raw]
    taken = {name for name in trimmed if name}
    used: set[str] = set()
    names, invented, renamed = [], [], []
    for place, name in enumerate(trimmed, 1):
        final = name or f"column_{place}"
        number = 2
        while final in used or (final != name and final in taken):
            final = f"{name or f'column_{place}'}_{number}"
            number += 1
        used.add(final)
        names.append(final)
        if not name:
            invented.append(final)
        elif final != name:
            renamed.append(f"the second {name!r} is {final!r}")
    said = []
    if invented:
        said.append("Column(s) without a name are called " + ", ".join(repr(name) for name in invented[:10]) + ".")
    if renamed:
        said.append("Names that came twice were made unique: " + ", ".join(renamed[:10]) + ".")
    return names, said
