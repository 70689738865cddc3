"""Lists the bundled sample tables."""

from __future__ import annotations

from engine.samples import SAMPLES
from tools.base import Answer, NoArguments, Tool, table_block
from tools.experiment import Experiment


class ListSamples(Tool):
    """Lists the sample tables that come with the product, with what each is good for."""

    name = "list_samples"
    stage = "data"
    label = "Sample tables"
    summary = "The bundled sample datasets."
    phrases = (
        "which samples are there?",
        "show me the sample datasets",
        "list samples",
        "is there example data?",
        "what data can I play with?",
        "I have no data of my own",
        "give me something to practise on",
        "any demo tables?",
    )
    requires = ()

    def answer(self, args: NoArguments, experiment: Experiment) -> Answer:
        rows = [[s.name, s.description, s.rows, s.columns, s.task, s.target] for s in SAMPLES]
        columns = ["name", "what it is", "rows", "columns", "good for", "target"]
        return Answer(said=f"{len(SAMPLES)} tables are ready to try.", blocks=[table_block(columns, rows)])
