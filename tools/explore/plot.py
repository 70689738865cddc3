"""Draws an interactive chart."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from engine.errors import Refusal
from tools.base import Answer, AnyColumn, Arguments, Names, Slot, Tool, ToolCall, UserError
from tools.cells import escaped
from tools.experiment import Experiment

Kind = Literal["histogram", "bar", "box", "violin", "scatter", "line", "correlation", "pairs", "missing", "target"]


class PlotArguments(Arguments):
    """The chart, and what stands on it."""

    kind: Kind | None = Field(None, description="Left out: what suits the columns.")
    x: AnyColumn | None = Field(None, title="Across (x)")
    y: AnyColumn | None = Field(None, title="Up (y)")
    color: AnyColumn | None = Field(None, title="Colour by", description="Split or colour by this column.")
    columns: Annotated[Names, Slot("columns", target=True)] | None = None


class Plot(Tool):
    """Draws an interactive chart of one or several columns."""

    name = "plot"
    stage = "explore"
    label = "Draw a chart"
    summary = "An interactive chart of one or several columns."
    Arguments = PlotArguments
    phrases = (
        "histogram of {column}",
        "plot {column}",
        "show the missing values as a chart",
        "correlation heat map",
        "scatter plot of {column} against {column}",
        "box plot of {column}",
        "how is {column} distributed?",
        "draw {column} versus {column}",
        "chart of {column} by {column}",
        "{column} vs {column}",
        "visualise {column}",
        "how is {column} spread out?",
        "picture of {column} for each {column}",
        "graph {column} over {column}",
        "show me the distribution of {column}",
    )
    all_by_default = ()
    form_first = True

    def answer(self, args: PlotArguments, experiment: Experiment) -> Answer:
        from engine.plots.choose import draw

        frame, entries = experiment.table_with(args.x, args.y, args.color, *(args.columns or ()))
        try:
            block = draw(
                frame, entries, kind=args.kind, x=args.x, y=args.y, color=args.color,
                names=list(args.columns) if args.columns else None, target=experiment.target, task=experiment.task,
            )
        except Refusal as refusal:
            if refusal.code != "needs_number":
                raise
            fitting = ToolCall(tool=self.name, args=args.model_dump(exclude={"kind"}, exclude_none=True))
            raise UserError(refusal.code, refusal.message, refusal.hint, fitting) from refusal
        return Answer(said=escaped(block["alt"]), blocks=[block])
