"""Finds how many groups there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Self

from pydantic import Field, model_validator

from tools.base import Answer, Arguments, Suggestion, Tool, ToolCall, UserError, table_block
from tools.cells import counted
from tools.experiment import Experiment
from tools.model.comparison import line_of
from tools.model.prerequisites import missing_steps
from tools.model.price import price

if TYPE_CHECKING:
    from engine.cluster_counts import Grouping

COUNTS = {"gaussian_mixture": "n_components"}
"""The parameter that says how many; n_clusters for the others."""
STARTS = 10


class ChooseKArguments(Arguments):
    """From how many to how many."""

    model: Literal["kmeans", "minibatch_kmeans", "gaussian_mixture", "agglomerative", "birch", "spectral"] = Field("kmeans", description="The model that makes the groups.")
    minimum: int = Field(2, ge=2, le=50, description="The fewest groups to try.")
    maximum: int = Field(10, ge=2, le=50, description="The most groups to try.")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.minimum > self.maximum:
            call = ToolCall(tool="choose_k", args={"model": self.model, "minimum": self.maximum, "maximum": self.minimum})
            said = f"minimum must not be above maximum, but {self.minimum} and {self.maximum} came."
            raise UserError("invalid_argument", said, f"From {self.maximum} to {self.minimum} it goes.", call, argument="minimum")
        return self


class ChooseK(Tool):
    """Tries several numbers of groups and shows where the elbow is and where the groups are furthest apart."""

    name = "choose_k"
    stage = "model"
    label = "How many groups?"
    summary = "Find the number of clusters by elbow and silhouette."
    Arguments = ChooseKArguments
    phrases = (
        "how many clusters should I use?",
        "choose k",
        "find the best number of clusters",
        "elbow plot for kmeans",
        "how many groups are there? try up to 12",
        "how many clusters make sense?",
        "best number of groups",
        "elbow method",
        "find the right number of clusters from 2 to 8",
        "is 4 a good number of clusters?",
    )
    job = True
    tasks = ("clustering",)

    def wrong_task(self, experiment: Experiment) -> UserError:
        return UserError("wrong_task", "How many groups there are is asked where groups are sought.", "Set the task first.", ToolCall(tool="set_task", args={"task": "clustering"}))

    def resolve(self, args: ChooseKArguments, experiment: Experiment) -> ChooseKArguments:
        rows = len(experiment.frame)
        if args.minimum >= rows:
            raise UserError("too_few_rows", f"{counted(rows, 'row')} cannot fall into {counted(args.minimum, 'group')}.", "More rows are needed.")
        _require_affordable(args, experiment)
        return args.model_copy(update={"maximum": min(args.maximum, rows - 1)})

    def answer(self, args: ChooseKArguments, experiment: Experiment) -> Answer:
        from engine.plots import model_elbow

        args = self.resolve(args, experiment)
        prepared, assumed = _prepared(args.model, experiment)
        found = groupings(args, prepared)
        info = model_elbow.info(found)
        plot = {"type": "plot", "title": "How many groups", "figure": model_elbow.figure(info), "alt": model_elbow.alt(info)}
        table = table_block(["groups", "silhouette", "spread left within groups"], [[each.count, each.silhouette, each.within] for each in found])
        reasons = {info.best: "they are furthest apart", info.elbow: "from there on more groups gain little"}
        options = [Suggestion(label=f"Find {counted(count, 'group')}", reason=reason, call=training(args.model, count)) for count, reason in reasons.items() if count]
        return Answer(said=f"{model_elbow.alt(info)}{assumed}", blocks=[plot, table], options=options, event="choose_k")


def _require_affordable(args: ChooseKArguments, experiment: Experiment) -> None:
    """Raises UserError where the model is out of the question for so many rows, with one that is not."""
    from engine.models import find_model

    found = price(find_model(args.model, "clustering"), {}, experiment)
    if found.level == "refused":
        other = args.model_dump() | {"model": "kmeans"}
        raise UserError("too_expensive", f"{found.reason[0].upper()}{found.reason[1:]}.", "K-means tries the same numbers in much less time.", ToolCall(tool="choose_k", args=other), argument="model")


def training(model: str, count: int) -> ToolCall:
    """Makes the call that finds so many groups; k-means begins ten times, as one unlucky beginning bends the curve."""
    starts = {"n_init": STARTS} if model in {"kmeans", "minibatch_kmeans", "gaussian_mixture"} else {}
    return ToolCall(tool="train", args={"model": model, "params": {COUNTS.get(model, "n_clusters"): count, **starts}})


def groupings(args: ChooseKArguments, prepared: Experiment) -> list[Grouping]:
    """Measures each number of groups on rows that are prepared already."""
    from engine.cluster_counts import grouping
    from engine.folds import estimator_of

    found = []
    for count in range(args.minimum, args.maximum + 1):
        line = prepared.with_document(steps=line_of(prepared, training(args.model, count)))
        found.append(grouping(estimator_of(line.frame, line.compiled), prepared.frame[prepared.features], count))
    return found


def _prepared(model: str, experiment: Experiment) -> tuple[Experiment, str]:
    """Gives the experiment as training would prepare it; nothing of it is recorded."""
    from engine.models import find_model
    from tools.call import record

    titles = []
    for call, _ in missing_steps(find_model(model, "clustering"), experiment):
        experiment, _, _ = record(experiment, call, None, lambda fraction, message: None)
        titles.append(experiment.steps[-1]["title"])
    return experiment, f" (Measured as training would prepare it: {'; '.join(titles)}.)" if titles else ""
