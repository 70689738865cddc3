"""Next steps as buttons, for every door."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from tools.help.next_steps import next_steps


def suggest(state: Mapping[str, Any], dismissed: Iterable[str] = ()) -> list[dict[str, Any]]:
    """Lists up to four next steps for a session's state; labels that were dismissed are left out."""
    gone = set(dismissed)
    return [step.model_dump() for step in next_steps(state) if step.label not in gone]
