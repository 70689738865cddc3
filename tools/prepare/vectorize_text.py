"""Turns text into numbers."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from engine.operations import Fit, Operation
from tools.base import Answer, Arguments, Names, Slot, Tool, ToolCall
from tools.cells import counted, listed, named_columns
from tools.experiment import Experiment
from tools.prepare.room import columns_with_room, require_room


class VectorizeTextArguments(Arguments):
    """Which columns, how, and how many words."""

    columns: Annotated[Names, Slot("columns", kinds=("text",))] = Field("all", description="Left out: every text column.")
    method: Literal["tfidf", "count"] = Field("tfidf", description="Weigh rare words more, or count words as they are.")
    max_features: int = Field(200, ge=1, le=5000, description="How many words at most.")


class VectorizeText(Tool):
    """Makes a column for each of the most telling words of a text column."""

    name = "vectorize_text"
    stage = "prepare"
    label = "Use text"
    summary = "One column for each frequent word of a text column."
    Arguments = VectorizeTextArguments
    phrases = (
        "vectorize {column}",
        "turn {column} into tf-idf features",
        "bag of words of {column}",
        "use the text in {column}",
        "make the words in {column} usable",
        "turn messages into numbers",
        "count the words in {column}",
        "use {column} as text features",
        "word frequencies of {column}",
        "tf-idf with 500 words",
    )
    records = True

    def title(self, args: VectorizeTextArguments) -> str:
        return f"Turn the words of {named_columns(args.columns)} into numbers ({args.method})"

    def resolve(self, args: VectorizeTextArguments, experiment: Experiment) -> VectorizeTextArguments:
        columns = list(args.columns)
        most = max(1, columns_with_room(experiment) // len(columns))
        call = ToolCall(tool="vectorize_text", args={"columns": columns, "method": args.method, "max_features": most})
        require_room(args.max_features * len(columns), experiment, f"{args.max_features:,} words of {listed(columns)}", f"{most:,} words do.", call, "max_features")
        return args

    def plan(self, args: VectorizeTextArguments, experiment: Experiment) -> list[Operation]:
        from engine.estimators.text_vectors import TextVectors

        return [Fit("vectorize_text", TextVectors(args.method, args.max_features), (name,), kind="numeric", fills=True, one_scale=True) for name in args.columns]

    def tell(self, args: VectorizeTextArguments, before: Experiment, after: Experiment) -> Answer:
        return Answer(said=f"{listed(list(args.columns))} became {counted(len(after.columns) - len(before.columns) + len(args.columns), 'column')}, one a word.", event="first_prepare")
