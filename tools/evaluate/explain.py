"""Explains a model in the columns as they were loaded."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from tools.base import Answer, AnyColumn, Arguments, Slot, Tool, ToolCall, UserError, table_block
from tools.cells import escaped, listed, shown_cell
from tools.evaluate.records import feature_named, in_words, table_row, training_rows
from tools.experiment import Experiment, Run

if TYPE_CHECKING:
    from engine.explaining.answers import Answers

USES = "This is what the model uses, not what causes the outcome."


class ExplainArguments(Arguments):
    """How, of which run, and for which row or column."""

    method: Literal["importance", "permutation", "shap", "lime", "partial_dependence"] | None = Field(
        None, description="Left out: importance; shap for a row; partial_dependence for a column."
    )
    run: Annotated[str | int, Slot("run")] | None = None
    row: int | None = Field(None, ge=0, description="A row of the table, counted from 0: why this prediction.")
    column: AnyColumn | None = Field(None, description="A column: how the prediction moves with it.")
    top: int = Field(15, ge=1, le=50, description="How many columns to show.")


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
            raise UserError("invalid_argument", f"{method.replace('_', ' ').capitalize()} speaks of all rows, not of one.", "For one row there are shap and lime.", ToolCall(tool="explain", args={"method": "shap", "row": args.row}), argument="method")
        if method == "partial_dependence":
            return _dependence(args, run, then)
        if method in {"shap", "lime"}:
            _check_installed(method, args)
            return _contributions(method, args, run, then)
        return _importances(method, args, run, then)


def _importances(method: str, args: ExplainArguments, run: Run, then: Experiment) -> Answer:
    from engine.explaining.importance import importance, permutation
    from engine.plots import model_importance

    parts = then.snapshot.parts
    rows = then.frame if parts is None else then.frame.iloc[parts["validation"] if len(parts["validation"]) else parts["train"]]
    features, labels = rows[run["features"]], rows[run["target"]].to_numpy() if run["target"] else None
    found = (importance if method == "importance" else permutation)(then.model(run), features, labels, run["task"])
    shown = found.columns[: args.top]
    info = model_importance.info(list(shown), list(found.values[: args.top]), list(found.spreads[: args.top]) if found.spreads else None)
    plot = {"type": "plot", "title": f"What run {run['number']} uses", "figure": model_importance.figure(info), "alt": model_importance.alt(info)}
    table = table_block(["column", "importance"], [[name, float(value)] for name, value in zip(shown, found.values[: args.top], strict=True)], len(found.columns))
    said = f"It relies most on {listed(list(shown[:3]))}. {USES} {escaped(found.note)}".strip()
    return Answer(said=said, blocks=[plot, table], event="explain")


def _dependence(args: ExplainArguments, run: Run, then: Experiment) -> Answer:
    from engine.explaining.partial_dependence import dependence
    from engine.plots import model_dependence

    model = then.model(run)
    column = feature_named(args.column or _most_used(model, run, then)[0], then, run, "column")
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
    columns = _most_used(model, run, then)
    if args.row is None and method == "shap":
        found = contributions(_answers(model, run, then, None), background, background, columns)
        return _sizes(found, args, run)
    number = args.row or 0
    record = table_row(number, then, run)
    answers = _answers(model, run, then, record)
    explain = contributions if method == "shap" else None
    found = explain(answers, background, record, columns) if explain else local_contributions(answers, background, record, columns)
    return _one_row(found, record, number, run, model)


def _sizes(found: Any, args: ExplainArguments, run: Run) -> Answer:
    from engine.plots import model_importance

    shown = list(found.sizes.items())[: args.top]
    info = model_importance.info([name for name, _ in shown], [size for _, size in shown])
    plot = {"type": "plot", "title": f"How far columns move run {run['number']}", "figure": model_importance.figure(info), "alt": model_importance.alt(info)}
    table = table_block(["column", "average move"], [[name, size] for name, size in shown], len(found.sizes))
    said = f"{listed([name for name, _ in shown[:3]])} move {escaped(found.words)} most (average size of the Shapley values). {USES} {escaped(found.note)}"
    return Answer(said=said.strip(), blocks=[plot, table], event="explain")


def _one_row(found: Any, record: Any, number: int, run: Run, model: Any) -> Answer:
    from engine.plots import model_contributions

    names = [f"{name} = {shown_cell(record[name].iloc[0])}" for name in found.columns]
    info = model_contributions.info(names, list(found.values[0]), found.base, found.answers[0], found.words)
    alt = model_contributions.alt(info)
    plot = {"type": "plot", "title": f"Why row {number} gets its prediction (run {run['number']})", "figure": model_contributions.figure(info), "alt": alt}
    rows = sorted(zip(found.columns, names, found.values[0], strict=True), key=lambda item: -abs(item[2]))
    table = table_block(["column", "value", "adds"], [[name, shown_cell(record[name].iloc[0]), value] for name, _, value in rows])
    said = f"Row {number} (counted from 0) gets {in_words(shown_cell(model.predict(record)[0]), run['task'])}. {escaped(alt)} {escaped(found.note)}"
    return Answer(said=said.strip(), blocks=[plot, table], event="explain")


def _answers(model: Any, run: Run, then: Experiment, record: Any) -> Answers:
    """Looks at the class that is asked about: the positive one, else what is said of the record, else the commonest."""
    from engine.explaining.answers import answers_of

    about = run.get("positive")
    if about is None and run["task"] in {"classification", "clustering"}:
        said = model.predict(training_rows(then, run).head(500) if record is None else record)
        about = max(set(said.tolist()), key=said.tolist().count)
    return answers_of(model, run["task"], about)


def _most_used(model: Any, run: Run, then: Experiment) -> list[str]:
    """Orders the features by how much the model uses them; where it does not tell, as they stand in the table."""
    from engine.explaining.importance import own_importances

    sizes = own_importances(model, training_rows(then, run).head(2000)) or {}
    return sorted(run["features"], key=lambda name: -sizes.get(name, 0.0))


def _check_installed(method: str, args: ExplainArguments) -> None:
    if find_spec(method) is None:
        raise UserError(
            "extra_missing",
            f"{method.upper()} is not installed here.",
            f"Install it with: pip install {method}. Permutation importance is here.",
            ToolCall(tool="explain", args={"method": "permutation"}),
            argument="method",
        )
