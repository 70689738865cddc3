"""Makes features of dates."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from engine.operations import Fit, Operation
from tools.base import Answer, Arguments, Names, Slot, Tool, UserError
from tools.cells import listed, named_columns, quoted_list
from tools.experiment import Experiment

Part = Literal["year", "quarter", "month", "week", "day", "weekday", "dayofyear", "hour", "minute", "second", "elapsed_days"]


class ExtractDatesArguments(Arguments):
    """Which columns, and which parts."""

    columns: Annotated[Names, Slot("columns", kinds=("datetime",))] = Field("all", description="Left out: every date.")
    parts: list[Part] | None = Field(None, description="Left out: those of year, month, day, weekday and hour that differ from row to row.")


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
        return f"Take {', '.join(args.parts or ['date parts'])} from {named_columns(args.columns)}"

    def resolve(self, args: ExtractDatesArguments, experiment: Experiment) -> ExtractDatesArguments | list[ExtractDatesArguments]:
        """Settles the parts, where none are named, as those that differ from row to row; dates of other parts become another step."""
        wrong = [name for name in args.columns if (experiment.columns.get(name) or experiment.sources[name])["kind"] != "datetime"]
        if wrong:
            raise UserError("not_a_date", f"{quoted_list(wrong)} {'holds' if len(wrong) == 1 else 'hold'} no dates.", "Change its kind first, if it should.", argument="columns")
        if args.parts:
            return args
        groups: dict[tuple[str, ...], list[str]] = {}
        for name in args.columns:
            groups.setdefault(_that_differ(name, experiment), []).append(name)
        settled = [args.model_copy(update={"columns": names, "parts": list(parts) or None}) for parts, names in groups.items()]
        return settled[0] if len(settled) == 1 else settled

    def plan(self, args: ExtractDatesArguments, experiment: Experiment) -> list[Operation]:
        from engine.estimators.date_parts import DateParts

        return [Fit("extract_dates", DateParts(list(args.parts) if args.parts else None), tuple(args.columns), kind="numeric")]

    def tell(self, args: ExtractDatesArguments, before: Experiment, after: Experiment) -> Answer:
        made = [name for name in after.columns if name not in before.columns]
        return Answer(said=f"{listed(list(args.columns))} became {listed(made)}.", event="first_prepare")


def parts_made(name: str, experiment: Experiment) -> list[str]:
    """Names the columns that a date becomes where no parts are asked for."""
    return [f"{name}_{part}" for part in _that_differ(name, experiment)]


def _that_differ(name: str, experiment: Experiment) -> tuple[str, ...]:
    """Lists the usual parts that are not the same in all training rows; a constant column would tell nothing."""
    table, _ = experiment.table_with(name)
    dates = table[name]
    if experiment.snapshot.parts is not None:
        dates = dates.iloc[experiment.snapshot.parts["train"]]
    if dates.dtype.kind != "M":
        return ()
    parts = {"year": dates.dt.year, "month": dates.dt.month, "day": dates.dt.day, "weekday": dates.dt.day_of_week, "hour": dates.dt.hour}
    return tuple(part for part, values in parts.items() if values.nunique() > 1)
