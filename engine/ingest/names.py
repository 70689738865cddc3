"""Column names that are unique and not empty, and otherwise as they came."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pyarrow as pa

from engine.ingest.reading import counted, were

SHOWN = 10


def make_names(raw: Sequence[str]) -> tuple[list[str], list[str]]:
    """Give every column a name of its own; returns the names and what was changed, as sentences."""
    trimmed = [name.strip() for name in raw]
    taken = {name for name in trimmed if name}
    used: set[str] = set()
    names, renamed = [], []
    for place, name in enumerate(trimmed, 1):
        final = name or f"column_{place}"
        number = 2
        while final in used or (final != name and final in taken):
            final = f"{name or f'column_{place}'}_{number}"
            number += 1
        used.add(final)
        names.append(final)
        if name and final != name:
            renamed.append(f"the second {name!r} is {final!r}")
    padded = any(name and name != other for name, other in zip(trimmed, raw, strict=True))
    said = ["Spaces round the names were taken off."] if padded else []
    if renamed:
        said.append("Names that came twice were made unique: " + ", ".join(renamed[:SHOWN]) + ".")
    return names, said


def kinds_by_name(
    names: Sequence[str], kinds: Sequence[str], header: Sequence[str] | None, columns: Sequence[pa.Array], ends: bool = False
) -> dict[str, str]:
    """Pair names and types; a column with neither a name nor a cell only keeps others apart.

    With ``ends`` that goes for the first and the last alone, which come from a delimiter at the end of the line.
    """
    paired = dict(zip(names, kinds, strict=True))
    for place, written in enumerate(header or []):
        looked_at = not ends or place in (0, len(names) - 1)
        if looked_at and not written.strip() and not any((cell or "").strip() for cell in columns[place].unique().to_pylist()):
            paired[names[place]] = "ignore"
    return paired


def say_nameless(header: Sequence[str] | None, kinds: Mapping[str, str]) -> list[str]:
    """Say how columns without a name are called, and that some have no cell either."""
    nameless = [name for name, written in zip(kinds, header or [], strict=header is not None) if not written.strip()]
    called = [repr(name) for name in nameless if kinds[name] != "ignore"]
    said = [f"{'Columns without a name are' if len(called) > 1 else 'The column without a name is'} called {', '.join(called[:SHOWN])}."] if called else []
    empty = len(nameless) - len(called)
    return [*said, f"{counted(empty, 'column')} with neither a name nor a cell {were(empty)} left out."] if empty else said
