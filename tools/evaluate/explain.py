"""Explains a model in the columns as they were loaded."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from tools.base import Answer, AnyColumn, Arguments, OnlyWith, Slot, Tool, ToolCall, UserError, table_block
from tools.cells import escaped, shown_cell
from tools.evaluate.explained import told_importances, told_row, told_sizes
from tools.evaluate.records import feature_named, table_row, training_rows
from tools.experiment import Experiment, Run

if TYPE_CHECKING:
    from engine.explaining.answers import Answers


class ExplainArguments(Arguments):
    """How, of which run, and for which row or column."""

    method: Literal["importance", "permutation", "shap", "lime", "partial_dependence"] | None = Field(
        None, description="Left out: importance; shap for a row; partial_dependence for a column."
    )
    run: Annotated[str | int, Slot("run")] | None = None
    row: int | None = Field(None, ge=0, description="A row of the table, counted from 0: why this prediction.")
    column: AnyColumn | None = Field(None, description="A column: how the prediction moves with it; with another method, how it stands among all.")
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

    def answer(self, args: ExplainArguments, experiment: Experiment) -> Answer:
        run = experiment.run(args.run)
        then = experiment.experiment_at(run)
        method = args.method or ("shap" if args.row is not None else "partial_dependence" if args.column else "importance")
        if args.row is not None and method not in {"shap", "lime"}:
            raise UserError("invalid_argument", f"{method.replace('_', ' ').capitalize()} speaks of all rows, not of one.", "For one row there are shap and lime.", ToolCall(tool="explain", args={"method": "shap", "row": args.row, "run": run["number"]}), argument="method")
        if method == "partial_dependence":
            return _dependence(args, run, then)
        if method in {"shap", "lime"}:
            _check_installed(method, run)
            return _contributions(method, args, run, then)
        return _importances(method, args, run, then)


def _importances(method: str, args: ExplainArguments, run: Run, then: Experiment) -> Answer:
    from engine.explaining.importance import importance, permutation

    found = (importance if method == "importance" else permutation)(then.model(run), *_judging_rows(run, then), run["task"])
    return told_importances(found, args.top, _column(args, run, then), run)


def _dependence(args: ExplainArguments, run: Run, then: Experiment) -> Answer:
    from engine.explaining.importance import importance
    from engine.explaining.partial_dependence import dependence
    from engine.plots import model_dependence

    model = then.model(run)
    column = _column(args, run, then) or importance(model, *_judging_rows(run, then), run["task"]).columns[0]
    answers = _answers(model, run, then, None)
    found = dependence(answers, training_rows(then, run), column)
    alt = model_dependence.alt(found)
    plot = {"type": "plot", "title": f"How {column} moves run {run['number']}", "figure": model_dependence.figure(found), "alt": alt}
    table = table_block([column, found.words], [[shown_cell(value), mean] for value, mean in zip(found.values, found.means, strict=True)])
    return Answer(said=f"{escaped(alt)} Everything else stayed as it is in each row.", blocks=[plot, table], event="explain")


def _contributions(method: str, args: ExplainArguments, run: Run, then: Experiment) -> Answer:
    from engine.explaining.local_model import local_contributions
    from engine.explaining.shapley import contributions

    model, background = then.model(run), training_rows(then, run)
    column = _column(args, run, then)
    columns, first = _most_used(model, run, then)
    if args.row is None and method == "shap":
        found = contributions(_answers(model, run, then, None), background, background, columns, first)
        return told_sizes(found, args.top, column, run)
    number = args.row or 0
    record = table_row(number, then, run)
    explain = contributions if method == "shap" else local_contributions
    found = explain(_answers(model, run, then, record), background, record, columns, first)
    return told_row(found, record, number, column, run, model)


def _column(args: ExplainArguments, run: Run, then: Experiment) -> str | None:
    return feature_named(args.column, then, run, "column") if args.column else None


def _judging_rows(run: Run, then: Experiment) -> tuple[Any, Any]:
    """Gives the features and answers of the validation rows; where there are none, of those that it learned from."""
    parts = then.snapshot.parts
    rows = then.frame if parts is None else then.frame.iloc[parts["validation"] if len(parts["validation"]) else parts["train"]]
    return rows[run["features"]], rows[run["target"]].to_numpy() if run["target"] else None


def _answers(model: Any, run: Run, then: Experiment, record: Any) -> Answers:
    """Looks at the class that is asked about: the positive one, else what is said of the record, else the commonest."""
    from engine.explaining.answers import answers_of

    about = run.get("positive")
    if about is None and run["task"] in {"classification", "clustering"}:
        said = model.predict(training_rows(then, run).head(500) if record is None else record)
        about = max(set(said.tolist()), key=said.tolist().count)
    return answers_of(model, run["task"], about)


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
