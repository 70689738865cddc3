"""What a tool is: its declaration, its arguments, and what it hands back.

One declaration has five faces: the LLM schema, the chat form, the REST body, the recorded step and the help text. Each
is a function over tools and knows no tool by name.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from engine.errors import Refusal
from engine.operations import Operation

if TYPE_CHECKING:
    from tools.experiment import Experiment

Stage = Literal["data", "explore", "prepare", "features", "split", "model", "evaluate", "pipeline", "export", "help"]
Report = Callable[[float, str], None]
Block = dict[str, Any]
"""One piece of an answer, in the shapes of the contract: text, table, plot, form, file or metrics."""

COLUMN_WORDS = ("all", "numeric", "categorical", "boolean", "datetime", "text", "missing")


class ToolCall(BaseModel):
    """A request for one tool, with the arguments that were given."""

    model_config = ConfigDict(extra="forbid")

    tool: str
    args: dict[str, Any] = Field(default_factory=dict)


class Suggestion(BaseModel):
    """A call offered as a button, with the reason for it in one sentence."""

    label: str
    reason: str = ""
    call: ToolCall


class UserError(Refusal):
    """A request that cannot be carried out, in words for the user, with the call that would work where there is one."""

    def __init__(
        self,
        code: str,
        message: str,
        hint: str = "",
        call: ToolCall | None = None,
        argument: str | None = None,
        label: str | None = None,
    ) -> None:
        super().__init__(code, message, hint, argument=argument)
        self.call = call
        self.label = label
        """What the button of the call says, where the call alone does not tell it."""


class Question(Exception):  # noqa: N818 - not an error of the program
    """A tool that must know one thing first: a question with complete calls to choose from."""

    def __init__(self, question: str, options: Sequence[Suggestion]) -> None:
        super().__init__(question)
        self.question = question
        self.options = list(options)


MEANINGS = {
    "column": "The name of a column.",
    "columns": "Names of columns, or one word for several, such as all or numeric.",
    "column_or_number": "The name of a column, or a number.",
    "value": "A value of the column.",
    "source": "A sample's name, or an uploaded file.",
    "model": "The id of a model.",
    "models": "Ids of models.",
    "params": "The model's parameters and their values.",
    "metric": "The name of a metric.",
    "run": "A run's number or name, or “best”; left out: the latest.",
    "values": "Names of columns with values.",
}
"""What a form and a language model are told of an argument that has no description of its own."""


@dataclass(frozen=True)
class Slot:
    """What an argument means, so that forms, the router and the resolver treat all tools alike.

    `kinds` are the column kinds that it takes (none named: any); `target` says whether the target may be meant;
    `missing_only` that the word "all" means only columns with missing values; `of_model` that it is a column that the run was given, and
    `loaded` one of the table as it was loaded, which no step has made.
    """

    means: str
    kinds: tuple[str, ...] = ()
    target: bool = False
    missing_only: bool = False
    of_model: bool = False
    loaded: bool = False

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Lets the JSON schema tell forms and programs what the argument means."""
        result = handler(schema)
        result["x-slot"] = self.means
        if self.means in MEANINGS:
            result.setdefault("description", MEANINGS[self.means])
        if self.kinds:
            result["x-kinds"] = list(self.kinds)
        if self.of_model:
            result["x-of-model"] = True
        if self.loaded:
            result["x-loaded"] = True
        return result


@dataclass(frozen=True)
class OnlyWith:
    """Says of an argument that it counts only where another one has one of these values; None stands for one that is left out."""

    other: str
    values: tuple[Any, ...]


Names = list[str] | Literal["all", "numeric", "categorical", "boolean", "datetime", "text", "missing"]
Column = Annotated[str, Slot("column")]
AnyColumn = Annotated[str, Slot("column", target=True)]
Columns = Annotated[Names, Slot("columns")]
PREDICTING = ("classification", "regression")
"""The tasks with a column to predict."""
Fraction = Annotated[float, Field(ge=0, le=1), Slot("fraction")]


class Arguments(BaseModel):
    """The base of every tool's arguments: unknown names are refused, values are checked once."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False, defer_build=True)


class NoArguments(Arguments):
    """For tools that take nothing."""


Reasoned = tuple[ToolCall, str]
Calls = Sequence[Reasoned] | Generator[Reasoned, "Experiment", None]


@dataclass
class Answer:
    """What a tool says: blocks to show, and what should happen besides.

    `said` is one sentence of what was done, in the user's words. `options` are calls offered beside it, such as those that
    mend what was found.
    """

    said: str = ""
    blocks: list[Block] = field(default_factory=list)
    files: list[dict[str, Any]] = field(default_factory=list)
    options: list[Suggestion] = field(default_factory=list)
    event: str | None = None
    """A moment worth an explanation the first time it comes, such as "load"."""


class Tool:
    """One thing that the assistant can do.

    A step tool overrides `plan` (and may override `resolve`, `before` and `tell`); a tool that only looks overrides
    `answer`. Phrases are examples of how people ask for it; a test routes each back to its tool.
    """

    name: ClassVar[str]
    stage: ClassVar[Stage]
    summary: ClassVar[str]
    label: ClassVar[str] = ""
    """What its button says; the name in words where it is left out."""
    Arguments: ClassVar[type[Arguments]] = NoArguments
    phrases: ClassVar[tuple[str, ...]] = ()
    records: ClassVar[bool] = False
    job: ClassVar[bool] = False
    slow: ClassVar[bool] = False
    """Carried out in a child of its own although its answer is waited for."""
    requires: ClassVar[tuple[str, ...]] = ("dataset",)
    """What there must be first, of: dataset, target, split, run."""
    tasks: ClassVar[tuple[str, ...]] = ()
    """The tasks in which there is something to do for it; any where it is empty."""
    all_by_default: ClassVar[tuple[str, ...]] = ("columns",)
    """Column arguments that mean every fitting feature where they are left out."""
    expands: ClassVar[bool] = False
    """Stands for several other calls: `calls` lists them, and each is recorded as an ordinary step."""
    edits: ClassVar[bool] = False
    """Changes the history itself: `edit` returns the new document."""
    begins: ClassVar[bool] = False
    """Begins the experiment anew: `start` makes the first step."""
    destroys: ClassVar[bool] = False
    takes_away: ClassVar[Literal["", "rows", "columns"]] = ""
    """What it leaves out: a doubtful request for it is asked about first, and so is one that would take the target."""
    keeps: ClassVar[bool] = False
    """Stopped half-way it ends with what is done by then: its search asks `stop_asked` between two trials."""
    judges: ClassVar[bool] = False
    """Its step judges the model as it stands and changes nothing of it, so it belongs to the run before it."""
    form_first: ClassVar[bool] = False
    """Its button opens its form although nothing is required: without a choice there is little to see."""
    found: ClassVar[tuple[str, ...]] = ()
    """Arguments that `search` or an answered question fills in: no form asks for them, and who changes the others leaves them out."""

    def takes_long(self, args: dict[str, Any]) -> bool:
        """Says whether these arguments are better carried out in a child of their own, although the answer is waited for."""
        return self.slow

    def title(self, args: Any) -> str:
        """Names the step with these arguments in one short line."""
        return self.label or self.name.replace("_", " ").capitalize()

    def wrong_task(self, experiment: Experiment) -> UserError:
        """Says why there is nothing to do for it in the task at hand, with what there is instead."""
        return UserError("wrong_task", f"“{self.label or self.name}” is for {' and '.join(task.replace('_', ' ') for task in self.tasks)} only.", "“What can I do?” lists what there is.")

    def task_first(self, args: Any, experiment: Experiment) -> tuple[ToolCall, str] | None:
        """Gives the call that settles the task, with the reason, where what is asked for leaves no other; None where it says nothing of that."""
        return None

    def before(self, args: Any, experiment: Experiment) -> list[tuple[ToolCall, str]]:
        """Lists the calls to be recorded first as ordinary steps, each with the reason."""
        return []

    def resolve(self, args: Any, experiment: Experiment) -> Any:
        """Settles what depends on the data, once, before the step is recorded; replay uses the settled arguments."""
        return args

    def instead(self, args: Any, experiment: Experiment) -> ToolCall | None:
        """Gives the call that this one amounts to as the experiment stands; None where it is carried out as it was made."""
        return None

    def seconds(self, args: Any, experiment: Experiment) -> float:
        """Predicts how long an answer takes to be computed; one that takes too long to wait for becomes a job."""
        return 0.0

    def warning(self, args: Any, experiment: Experiment) -> str:
        """Says before a job starts that it will take long, or nothing."""
        return ""

    def search(self, args: Any, experiment: Experiment, report: Report) -> tuple[Any, Experiment]:
        """Finds by trying what the arguments leave open, once, before the step is recorded; replay uses what was found.

        Gives the arguments with what was found, and the experiment with the runs and results that came of it.
        """
        return args, experiment

    def start(self, args: Any, step: dict[str, Any], experiment: Experiment) -> tuple[dict[str, Any], dict[str, Any]]:
        """Begins the experiment anew; returns the new document and its first step, made from the one given."""
        raise NotImplementedError

    def plan(self, args: Any, experiment: Experiment) -> list[Operation]:
        """Turns the resolved arguments into operations, without looking at cells."""
        raise NotImplementedError

    def tell(self, args: Any, before: Experiment, after: Experiment) -> Answer:
        """Says what the recorded step did, with numbers of this data."""
        return Answer(said=f"{self.title(args)}.")

    def trainings(self, args: Any) -> list[ToolCall]:
        """Lists the trainings that one step stands for, where it makes several runs."""
        return []

    def work(self, args: Any, before: Experiment, after: Experiment, report: Report) -> Experiment:
        """Does what takes long when the step is recorded, and again when it is replayed: trains what it plans."""
        from tools.runs import run_last_step, trains

        return run_last_step(after, self, args, report) if trains(after, before) else after

    def calls(self, args: Any, experiment: Experiment) -> Calls:
        """Gives the calls that this one stands for, each with the reason.

        A generator is sent the experiment after each call, so that it can decide how to go on.
        """
        raise NotImplementedError

    def edit(self, args: Any, experiment: Experiment) -> tuple[dict[str, Any], Answer]:
        """Changes the history: returns the new document and what to say."""
        raise NotImplementedError

    def answer(self, args: Any, experiment: Experiment) -> Answer:
        """Looks, and answers; nothing is recorded."""
        raise NotImplementedError

    def answer_in_time(self, args: Any, experiment: Experiment, report: Report) -> Answer:
        """Answers as `answer` does, and tells how far it is; overridden in its place where an answer may take long."""
        return self.answer(args, experiment)


def text_block(markdown: str) -> Block:
    """Makes a text block."""
    return {"type": "text", "markdown": markdown}


def table_block(columns: Sequence[str], rows: Sequence[Sequence[Any]], total_rows: int | None = None, title: str = "") -> Block:
    """Makes a table block; `total_rows` where only the first rows are shown."""
    block: Block = {
        "type": "table",
        "columns": list(columns),
        "rows": [list(row) for row in rows],
        "total_rows": len(rows) if total_rows is None else total_rows,
    }
    return block | {"title": title} if title else block
