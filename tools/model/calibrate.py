"""Makes probabilities mean what they say."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from engine.operations import Operation, Wrap
from tools.base import Answer, Arguments, Tool, ToolCall, UserError
from tools.experiment import Experiment
from tools.model.classes import require_folds
from tools.model.report import counts_votes, run_answer

FEW_ROWS = 1_000
"""Below this isotonic calibration learns the rows by heart (scikit-learn's user guide)."""


class CalibrateArguments(Arguments):
    """How."""

    method: Literal["sigmoid", "isotonic"] = Field("sigmoid", description="How probabilities are corrected: by an S-shaped curve, or by steps (needs many rows).")


class Calibrate(Tool):
    """Makes the probabilities of the latest model mean what they say, learned on folds of the training rows."""

    name = "calibrate"
    stage = "model"
    label = "Calibrate the probabilities"
    summary = "Make probabilities mean what they say: of rows with 70 %, 70 in 100 should be right."
    Arguments = CalibrateArguments
    phrases = (
        "calibrate the probabilities",
        "calibrate it with isotonic regression",
        "make the probabilities honest",
        "platt scaling",
        "isotonic calibration",
        "probabilities should be trustworthy",
        "correct the probabilities",
    )
    records = True
    job = True
    requires = ("dataset", "target", "run")
    tasks = ("classification",)

    def wrong_task(self, experiment: Experiment) -> UserError:
        said, run = "Only classes have probabilities to calibrate.", experiment.runs[-1] if experiment.runs else None
        if run and run["task"] == "regression":
            return UserError("wrong_task", said, "For numbers, look at the residuals.", ToolCall(tool="plot_model", args={"kind": "residuals"}))
        return UserError("wrong_task", said, "How good it is otherwise can be seen.", ToolCall(tool="evaluate") if run else None)

    def title(self, args: CalibrateArguments) -> str:
        return f"Calibrate the probabilities ({args.method})"

    def resolve(self, args: CalibrateArguments, experiment: Experiment) -> CalibrateArguments:
        run = experiment.run()
        if run["task"] != "classification":
            raise self.wrong_task(experiment)
        if counts_votes(run):
            message = f"Run {run['number']} ({run['label']}) counts the votes of models that do not all give probabilities, so there is nothing to calibrate."
            raise UserError("no_probabilities", message, "Stacking the models gives probabilities.", ToolCall(tool="ensemble", args={"method": "stacking"}))
        require_folds(experiment)
        return args

    def plan(self, args: CalibrateArguments, experiment: Experiment) -> list[Operation]:
        from sklearn.calibration import CalibratedClassifierCV

        from engine.folds import declared_folds

        return [Wrap("calibrate", CalibratedClassifierCV(None, method=args.method, cv=declared_folds(experiment.compiled)))]

    def tell(self, args: CalibrateArguments, before: Experiment, after: Experiment) -> Answer:
        answer = run_answer(after)
        run, earlier = after.runs[-1], before.runs[-1]
        part = "validation" if run["metrics"].get("validation") else "train"
        loss, old = (each["metrics"][part].get("log_loss") for each in (run, earlier))
        moved = f" On the {part} rows the log loss goes from {old:.3f} to {loss:.3f}." if part == "validation" and loss and old else ""
        few = ""
        if args.method == "isotonic" and run["rows"]["train"] < FEW_ROWS:
            few = f" With {run['rows']['train']:,} rows isotonic may learn them by heart; sigmoid is safer below {FEW_ROWS:,}."
        answer.said = f"The probabilities are calibrated on folds of the training rows.{moved}{few} {answer.said}"
        answer.event = "calibration"
        return answer
