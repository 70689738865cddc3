"""Explains a model in the columns as they were loaded."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from importlib.util import find_spec
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from tools.base import Answer, Arguments, OnlyWith, Report, Slot, Tool, ToolCall, UserError, table_block
from tools.cells import escaped, shown_cell
from tools.evaluate.explained import told_importances, told_row, told_sizes
from tools.evaluate.records import feature_named, table_row, training_rows
from tools.experiment import Experiment, Run
from tools.idle_arguments import require_all_count
from tools.model.typical_groups import typical_blocks

if TYPE_CHECKING:
    import pandas as pd

    from engine.explaining.answers import Answers


class ExplainArguments(Arguments):
    """How, of which run, and for which row or column."""

    method: Literal["importance", "permutation", "shap", "lime", "partial_dependence"] | None = Field(
        None, description="Left out: importance; shap for a row; partial_dependence for a column."
    )
    run: Annotated[str | int, Slot("run")] | None = None
    row: int | None = Field(None, ge=0, description="A row of the table, counted from 0: why this prediction.")
    column: Annotated[str, Slot("column", of_model=True)] | None = Field(None, description="A column: how the prediction moves with it; with another method, how it stands among all.")
    top: Annotated[int, OnlyWith("method", (None, "importance", "permutation", "shap")), OnlyWith("row", (None,))] = Field(15, ge=1, le=50, description="How many columns to show.")


class Explain(Tool):
    """Shows what a model uses, how a column moves it, or why one prediction is what it is, in the columns as loaded."""

    name = "explain"
    stage = "evaluate"
    label = "What drives it?"
    summary = "Which columns the model uses most, how one of them moves it, or why a row gets its prediction."
    Arguments = ExplainArguments
    phrases = (
        "which columns matter most?",
        "explain the model",
        "feature importance",
        "what drives the prediction?",
        "permutation importance",
        "why did it decide that?",
        "what is it looking at?",
        "how does {column} influence the prediction?",
        "shap values",
        "explain row 5",
        "which inputs count most?",
        "effect of {column} on the outcome",
        "what makes the difference?",
        "reasons for the prediction of row 5",
        "explain row 3 with lime",
        "partial dependence of {column}",
    )
    requires = ("dataset", "run")
    slow = True  # the model is asked thousands of times, for its importance as well where it keeps none of its own

    def title(self, args: ExplainArguments) -> str:
        about = "the model" if args.row is None else f"row {args.row}"
        return f"Explain {about} by {_method(args).replace('_', ' ')}{f' of {args.column}' if args.column else ''}"

    def seconds(self, args: ExplainArguments, experiment: Experiment) -> float:
        from engine.explaining import importance, local_model, partial_dependence, shapley

        asked = _asked(args, experiment)
        model, rows = asked.then.model(asked.run), training_rows(asked.then, asked.run)
        if asked.method == "permutation":
            return importance.permutation_seconds(model, asked.judging[0])
        found = importance.importance_seconds(model, asked.judging[0]) if asked.method == "importance" or (asked.method == "partial_dependence" and not asked.column) else 0.0
        if asked.method == "importance":
            return found
        answers = asked.answers(model)
        if asked.method == "partial_dependence":
            return found + partial_dependence.dependence_seconds(answers, len(rows))
        if asked.method == "lime":
            return local_model.local_seconds(answers)
        return shapley.contributions_seconds(answers, len(rows) if asked.record is None else 1, len(rows.columns))

    def answer_in_time(self, args: ExplainArguments, experiment: Experiment, report: Report) -> Answer:
        asked = _asked(args, experiment)
        told = {"partial_dependence": _dependence, "shap": _contributions, "lime": _contributions}.get(asked.method, _importances)
        return told(asked, report)


@dataclass(frozen=True)
class Asked:
    """What is asked, found in the table: which run by which method, about which column or row."""

    method: str
    run: Run
    then: Experiment
    column: str | None
    number: int
    record: pd.DataFrame | None
    """The row that is asked about."""
    top: int

    @property
    def judging(self) -> tuple[Any, Any]:
        """The features and answers of the validation rows; where there are none, of those that it learned from."""
        parts = self.then.snapshot.parts
        rows = self.then.frame if parts is None else self.then.frame.iloc[parts["validation"] if len(parts["validation"]) else parts["train"]]
        return rows[self.run["features"]], rows[self.run["target"]].to_numpy() if self.run["target"] else None

    def answers(self, model: Any) -> Answers:
        """Looks at the class that is asked about: the positive one, else what is said of the record, else the commonest."""
        from engine.explaining.answers import answers_of

        about = self.run.get("positive")
        if about is None and self.run["task"] in {"classification", "clustering"}:
            said = model.predict(training_rows(self.then, self.run).head(500) if self.record is None else self.record)
            about = Counter(said.tolist()).most_common(1)[0][0]  # of several that are as common, the one met first
        return answers_of(model, self.run["task"], about)


def _method(args: ExplainArguments) -> str:
    return args.method or ("shap" if args.row is not None else "partial_dependence" if args.column else "importance")


def _asked(args: ExplainArguments, experiment: Experiment) -> Asked:
    """Finds what is asked about; raises UserError where there is no such thing."""
    run, method = experiment.run(args.run), _method(args)
    then = experiment.experiment_at(run)
    if args.row is not None and method not in {"shap", "lime"}:
        table_row(args.row, then, run)  # a row that is not there is offered with no method
        raise UserError("invalid_argument", f"{method.replace('_', ' ').capitalize()} speaks of all rows, not of one.", "For one row there are shap and lime.", ToolCall(tool="explain", args={"method": "shap", "row": args.row, "run": run["number"]}), argument="method")
    if method in {"shap", "lime"}:
        _check_installed(method, run)
    require_all_count(Explain(), args.model_copy(update={"method": method}))
    column = feature_named(args.column, then, run, "column") if args.column else None
    number = 0 if args.row is None and method == "lime" else args.row
    record = None if number is None else table_row(number, then, run)
    return Asked(method, run, then, column, number or 0, record, args.top)


def _importances(asked: Asked, report: Report) -> Answer:
    from engine.explaining.importance import importance, permutation

    found = (importance if asked.method == "importance" else permutation)(asked.then.model(asked.run), *asked.judging, asked.run["task"], report)
    answer = told_importances(found, asked.top, asked.column, asked.run)
    return answer if asked.column else replace(answer, blocks=[*typical_blocks(asked.run), *answer.blocks])


def _dependence(asked: Asked, report: Report) -> Answer:
    from engine.explaining.importance import importance, importance_seconds
    from engine.explaining.partial_dependence import dependence, dependence_seconds
    from engine.plots import model_dependence
    from engine.stages import within

    run, model = asked.run, asked.then.model(asked.run)
    answers, rows = asked.answers(model), training_rows(asked.then, run)
    finding = 0.0 if asked.column else importance_seconds(model, asked.judging[0])
    share = finding / (finding + dependence_seconds(answers, len(rows)))
    column = asked.column or importance(model, *asked.judging, run["task"], within(0.0, share, report)).columns[0]
    found = dependence(answers, rows, column, within(share, 1.0, report))
    alt = model_dependence.alt(found)
    plot = {"type": "plot", "title": f"How {column} moves run {run['number']}", "figure": model_dependence.figure(found), "alt": alt}
    table = table_block([column, found.words], [[shown_cell(value), mean] for value, mean in zip(found.values, found.means, strict=True)])
    return Answer(said=f"{escaped(alt)} Everything else stayed as it is in each row.", blocks=[plot, table], event="explain")


def _contributions(asked: Asked, report: Report) -> Answer:
    from engine.explaining.local_model import local_contributions
    from engine.explaining.shapley import contributions

    run, model, background = asked.run, asked.then.model(asked.run), training_rows(asked.then, asked.run)
    answers, (columns, first) = asked.answers(model), _most_used(model, run, asked.then)
    if asked.record is None:
        return told_sizes(contributions(answers, background, background, columns, first, report), asked.top, asked.column, run)
    if asked.method == "lime":
        found = local_contributions(answers, background, asked.record, columns, first, report)
    else:
        found = contributions(answers, background, asked.record, columns, first, report)
    return told_row(found, asked.record, asked.number, asked.column, run, model)


def _most_used(model: Any, run: Run, then: Experiment) -> tuple[list[str], str]:
    """Orders the features by how much the model uses them, else as they stand in the table, and says which come first."""
    from engine.explaining.importance import own_importances

    sizes = own_importances(model, training_rows(then, run).head(2000))
    if sizes is None:
        return list(run["features"]), "that come first in the table (the model does not tell which it uses most)"
    return sorted(run["features"], key=lambda name: -sizes.get(name, 0.0)), "that the model uses most"


def _check_installed(method: str, run: Run) -> None:
    if find_spec(method) is None:
        raise UserError(
            "extra_missing",
            f"{method.upper()} is not installed here.",
            f"Install it with: pip install {method}. Permutation importance is here.",
            ToolCall(tool="explain", args={"method": "permutation", "run": run["number"]}),
            argument="method",
        )
