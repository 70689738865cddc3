"""Makes features of dates."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from engine.operations import Fit, Operation
from tools.base import Answer, Arguments, Names, Slot, Tool, UserError
from tools.cells import listed
from tools.experiment import Experiment

Part = Literal["year", "quarter", "month", "week", "day", "weekday", "dayofyear", "hour", "minute", "second", "elapsed_days"]


class ExtractDatesArguments(Arguments):
    """Which columns, and which parts."""

    columns: Annotated[Names, Slot("columns", kinds=("datetime",))] = Field("all", description="Left out: every date.")
    parts: list[Part] | None = Field(None, description="Left out: year, month, day, weekday, and the hour if there is one.")


class ExtractDates(Tool):
    """Puts year, month, weekday, hour… in a date column's place."""

    name = "extract_dates"
    stage = "prepare"
    label = "Features of dates"
    summary = "Year, month, weekday, hour… in a date column's place."
    Arguments = ExtractDatesArguments
    phrases = (
        "extract the month and weekday from {column}",
        "split {column} into date parts",
        "get the hour of {column}",
        "what day of the week was each {column}? add it",
        "month and year from {column}",
        "turn {column} into year, month and day",
        "pull the weekday out of {column}",
        "break {column} into its parts",
        "use the hour of {column} as a feature",
        "split the timestamps into parts",
    )
    records = True

    def title(self, args: ExtractDatesArguments) -> str:
        return f"Take {', '.join(args.parts or ['date parts'])} from {', '.join(args.columns)}"

    def resolve(self, args: ExtractDatesArguments, experiment: Experiment) -> ExtractDatesArguments:
        wrong = [name for name in args.columns if (experiment.columns.get(name) or experiment.sources[name])["kind"] != "datetime"]
        if wrong:
            raise UserError("not_a_date", f"{listed(wrong)} holds no dates.", "Change its kind first, if it should.", argument="columns")
        return args

    def plan(self, args: ExtractDatesArguments, experiment: Experiment) -> list[Operation]:
        from engine.estimators.date_parts import DateParts

        return [Fit("extract_dates", DateParts(list(args.parts) if args.parts else None), tuple(args.columns), kind="numeric")]

    def tell(self, args: ExtractDatesArguments, before: Experiment, after: Experiment) -> Answer:
        made = [name for name in after.columns if name not in before.columns]
        return Answer(said=f"{listed(list(args.columns))} became {listed(made)}.", event="first_prepare")
