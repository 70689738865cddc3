"""Tables that took long to prepare, kept beside their dataset: each process would have to prepare them again.

They go when the dataset goes, and are for showing only: no run is trained on them.
"""

from __future__ import annotations

import json
import uuid
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tools.experiment import Experiment

if TYPE_CHECKING:
    from engine.snapshot import Shown, Snapshot

MOST_KEPT = 3
"""Of one dataset; older ones give way."""


def kept_view(experiment: Experiment) -> Shown | None:
    """Opens the table as it stands after the steps, with its schema; None where it is not kept, or cannot be read."""
    import pandas as pd

    table = _path(experiment)
    try:
        return pd.read_parquet(table), tuple(json.loads(table.with_suffix(".json").read_text()))
    except (OSError, ValueError):
        return None


def keep_view(experiment: Experiment, snapshot: Snapshot) -> None:
    """Keeps the table as it stands; where it cannot be written it is prepared again when it is asked for."""
    table = _path(experiment)
    part = table.with_name(f"{uuid.uuid4().hex}.part")
    with suppress(OSError, ValueError, TypeError):
        part.write_text(json.dumps(snapshot.columns))
        part.replace(table.with_suffix(".json"))
        snapshot.view.to_parquet(part, compression="lz4")
        part.replace(table)
        for old in sorted(table.parent.glob("view-*.parquet"), key=lambda path: path.stat().st_mtime)[:-MOST_KEPT]:
            old.unlink()
            old.with_suffix(".json").unlink()
    part.unlink(missing_ok=True)


def _path(experiment: Experiment) -> Path:
    from tools.data.load_data import dataset_folder

    return dataset_folder(experiment.home, str(experiment.document["dataset"]["id"])) / f"view-{experiment.key}.parquet"
