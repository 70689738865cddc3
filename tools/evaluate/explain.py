"""Explains a model in the columns as they were loaded."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from tools.base import Answer, Arguments, Slot, Tool, table_block
from tools.cells import escaped, listed
from tools.experiment import Experiment


class ExplainArguments(Arguments):
    """How, and which run."""

    method: Literal["importance", "permutation"] = "importance"
    run: Annotated[str | int, Slot("run")] | None = None
    top: int = Field(15, ge=1, le=50)


class Explain(Tool):
    """Shows which columns a model uses most, in the columns as they were loaded."""

    name = "explain"
    stage = "evaluate"
    label = "What drives it?"
    summary = "Which columns the model uses most."
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
    )
    requires = ("dataset", "run")

    def answer(self, args: ExplainArguments, experiment: Experiment) -> Answer:
        from engine.explain import importance, permutation
        from engine.plots import model_importance

        run = experiment.run(args.run)
        then = experiment.experiment_at(run)
        parts = then.snapshot.parts
        rows = then.frame if parts is None else then.frame.iloc[parts["validation"] if len(parts["validation"]) else parts["train"]]
        model = experiment.model(run)
        features, labels = rows[run["features"]], rows[run["target"]].to_numpy() if run["target"] else None
        found = (importance if args.method == "importance" else permutation)(model, features, labels, run["task"])
        shown = found.columns[: args.top]
        info = model_importance.info(list(shown), list(found.values[: args.top]), list(found.spreads[: args.top]) if found.spreads else None)
        plot = {"type": "plot", "title": f"What run {run['number']} uses", "figure": model_importance.figure(info), "alt": model_importance.alt(info)}
        table = table_block(["column", "importance"], [[name, value] for name, value in zip(shown, found.values[: args.top], strict=True)], len(found.columns))
        said = f"It relies most on {listed(list(shown[:3]))}. This is what the model uses, not what causes the outcome. {escaped(found.note)}".strip()
        return Answer(said=said, blocks=[plot, table], event="explain")
