"""What is typical of each group of a clustering, in plain words and in the columns as they were loaded."""

from __future__ import annotations

from math import floor, log10
from typing import TYPE_CHECKING, Any

from tools.base import Block, text_block
from tools.cells import counted, escaped, shown_cell
from tools.experiment import Experiment, Run

if TYPE_CHECKING:
    import numpy as np

MOST_GROUPS = 12
NOISE = -1
"""What DBSCAN and its kin say of rows in no group."""


def described_groups(labels: np.ndarray[Any, Any], features: list[str], experiment: Experiment) -> list[dict[str, Any]]:
    """Writes for each group its number, how many rows it has and in what it stands out, as a run keeps it."""
    import numpy as np

    from engine.group_traits import traits_of

    kinds = {name: experiment.sources[name]["kind"] for name in features}
    traits = traits_of(experiment.frame[features], kinds, np.asarray(labels))
    names, counts = np.unique(labels, return_counts=True)
    return [
        {
            "group": shown_cell(name),
            "rows": int(count),
            "traits": [{"column": each.column, "inside": each.inside, "overall": each.overall, **({} if each.level is None else {"level": shown_cell(each.level)})} for each in traits[name.item()]],
        }
        for name, count in zip(names, counts, strict=True)
    ]


def typical_blocks(run: Run) -> list[Block]:
    """Says what is typical of each group, the largest first where there are many; nothing where there is but one group."""
    groups = [group for group in run.get("groups") or [] if "traits" in group]
    if len(groups) < 2:
        return []
    told = sorted(groups, key=lambda group: -group["rows"])[:MOST_GROUPS] if len(groups) > MOST_GROUPS else groups
    lines = [f"- **{_named(group)} ({counted(group['rows'], 'row')})**: {'; '.join(map(_trait, group['traits'])) or 'nothing stands out'}" for group in told]
    if len(told) < len(groups):
        lines.append(f"- … and {counted(len(groups) - len(told), 'smaller group')}")
    return [text_block("What is typical of each group, beside all rows:\n\n" + "\n".join(lines))]


def _named(group: dict[str, Any]) -> str:
    return "No group (noise)" if group["group"] == NOISE else f"Group {group['group']}"


def _trait(trait: dict[str, Any]) -> str:
    inside, overall, column = trait["inside"], trait["overall"], escaped(trait["column"])
    if "level" not in trait:
        digits = max(0, 1 - floor(log10(abs(inside - overall))))  # so many that the two are seen to differ
        return f"{column} is {'high' if inside > overall else 'low'} (mean {inside:,.{digits}f} against {overall:,.{digits}f})"
    return f"{column} is {'mostly' if inside >= 0.5 else 'more often'} {escaped(trait['level'])} ({inside:.0%} against {overall:.0%})"
