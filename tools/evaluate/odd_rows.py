"""The rows that an anomaly model finds oddest."""

from __future__ import annotations

from tools.base import Answer, table_block
from tools.cells import counted, shown_cell
from tools.evaluate.records import in_words
from tools.experiment import Experiment, Run

MOST_COLUMNS = 8


def oddest_rows(count: int, run: Run, experiment: Experiment) -> Answer:
    """Lists the oddest rows of the table first, with their place in it, counted from 0, and how odd each is."""
    import numpy as np

    from engine.explaining.answers import answers_of

    then = experiment.experiment_at(run)
    model, features = experiment.model(run), then.frame[run["features"]]
    verdicts, sizes = np.asarray(model.predict(features)), answers_of(model, run["task"], -1).of(features)
    shown = list(run["features"][:MOST_COLUMNS])
    rows = [
        [int(place), in_words(verdicts[place], run["task"]), float(sizes[place]), *(shown_cell(features[name].iloc[place]) for name in shown)]
        for place in np.argsort(-sizes, kind="stable")[:count]
    ]
    marked = int((verdicts == -1).sum())
    said = f"Run {run['number']} marks {marked:,} of {counted(len(features), 'row')} as odd; the oddest come first."
    return Answer(said=said, blocks=[table_block(["row", "verdict", "how odd", *shown], rows, len(features), title="Oddest rows")])
