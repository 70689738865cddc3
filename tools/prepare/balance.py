"""Balances the classes."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from engine.operations import Operation, Resample, Set
from tools.base import Answer, Arguments, Tool, ToolCall, UserError
from tools.cells import counted, escaped
from tools.experiment import Experiment
from tools.model.prerequisites import ONEHOT_LEVELS
from tools.model.price import size_of

WORDS = {"smote": "SMOTE", "adasyn": "ADASYN", "random_over": "repeating rows of the rarer classes", "random_under": "leaving out rows of the commoner classes", "class_weight": "class weights"}

TREE_COLUMNS = 8
"""With more columns ADASYN compares all rows, which is faster than a tree: 3 s instead of 70 s for 160,000 rows of 15 columns."""
MAKING = ("smote", "adasyn", "random_over")
"""The methods by which every class gets as many rows as the commonest."""


class BalanceArguments(Arguments):
    """How."""

    method: Literal["smote", "adasyn", "random_over", "random_under", "class_weight"] = Field("smote", description="Make up rows, repeat rows, leave rows out, or weigh them.")


class Balance(Tool):
    """Gives rare classes more weight in training; validation and test rows stay as they are."""

    name = "balance"
    stage = "prepare"
    label = "Balance the classes"
    summary = "Give rare classes more weight, in the training rows only."
    Arguments = BalanceArguments
    phrases = (
        "balance the classes",
        "use smote",
        "oversample the minority class",
        "use class weights",
        "undersample the majority",
        "there are too few of one class, fix it",
        "give the rare class more weight",
        "even out the classes",
        "the classes are uneven",
        "deal with the imbalance",
        "duplicate the rare class",
        "make both classes equally frequent",
        "weigh rare answers more",
    )
    records = True
    requires = ("dataset", "target")
    tasks = ("classification",)

    def wrong_task(self, experiment: Experiment) -> UserError:
        return UserError("wrong_task", "There are classes to balance only where classes are predicted.", "For a skewed number, transform the target with log." if experiment.task == "regression" else "Choose classes to predict first.")

    def title(self, args: BalanceArguments) -> str:
        return f"Balance the classes by {WORDS[args.method]}"

    def resolve(self, args: BalanceArguments, experiment: Experiment) -> BalanceArguments:
        from engine.price import WAITED_SECONDS, duration

        rarest = int(experiment.frame[experiment.target].value_counts().min())
        if args.method in {"smote", "adasyn"} and rarest < 12:
            raise UserError("rare_class", f"The rarest class has {counted(rarest, 'row')}; {WORDS[args.method]} needs at least 12 to find neighbours.", "Repeat its rows instead.", ToolCall(tool="balance", args={"method": "random_over"}))
        if args.method in MAKING:
            _require_room(experiment)
        if (seconds := _seconds(args, experiment)) > WAITED_SECONDS:
            raise UserError("too_expensive", f"Making up rows by {WORDS[args.method]} would take {duration(seconds)} in each training on {len(experiment.frame):,} rows.", "Repeating rows takes seconds.", ToolCall(tool="balance", args={"method": "random_over"}), argument="method")
        return args

    def plan(self, args: BalanceArguments, experiment: Experiment) -> list[Operation]:
        if args.method == "class_weight":
            return [Set("class_weight", True)]
        return [Set("class_weight", False), Resample("balance", _sampler(args.method, len(experiment.feature_columns())), balances=True)]

    def tell(self, args: BalanceArguments, before: Experiment, after: Experiment) -> Answer:
        from engine.price import PATIENT_SECONDS, duration

        counts = after.frame[after.target].value_counts()
        mix = ", ".join(f"{escaped(name)} {count:,}" for name, count in counts.head(5).items())
        said = f"The training rows will be balanced by {WORDS[args.method]} (all rows now: {mix}). Scores stay on the true mix; probabilities lose some calibration."
        if (seconds := _seconds(args, before)) >= PATIENT_SECONDS:
            said += f" Making the rows up takes {duration(seconds)} in each training; repeating rows, or class weights, take seconds."
        return Answer(said=said, event="first_prepare")


def _require_room(experiment: Experiment) -> None:
    """Raises UserError where too many rows would have to be made, with weights instead, which make none."""
    from engine.price import made_up_price

    counts = experiment.frame[experiment.target].value_counts()
    made = int(counts.max()) * len(counts) - int(counts.sum())
    found = made_up_price(made, max(1, len(experiment.feature_columns())))
    if found.level == "refused":
        said = f"Each of the {len(counts):,} classes would get {counts.max():,} rows: {found.reason}."
        raise UserError("too_expensive", said, "Class weights have the same aim and make no rows.", ToolCall(tool="balance", args={"method": "class_weight"}), argument="method")


def _sampler(method: str, columns: int) -> Any:
    from imblearn import over_sampling, under_sampling
    from sklearn.neighbors import NearestNeighbors

    from engine.estimators.mixed_smote import MixedSMOTE

    if method == "adasyn" and columns > TREE_COLUMNS:
        return over_sampling.ADASYN(n_neighbors=NearestNeighbors(n_neighbors=6, algorithm="brute"), random_state=42)
    samplers = {"smote": MixedSMOTE, "adasyn": over_sampling.ADASYN, "random_over": over_sampling.RandomOverSampler, "random_under": under_sampling.RandomUnderSampler}
    return samplers[method](random_state=42)


def _seconds(args: BalanceArguments, experiment: Experiment) -> float:
    """Predicts how long rows are made up in each training; categories count with the columns that one-hot encoding makes of them."""
    from engine.price import making_up_seconds

    counts = experiment.frame[experiment.target].value_counts() * (size_of(experiment).rows / len(experiment.frame))
    entries = experiment.feature_columns()
    numbers = [entry for entry in entries if entry["dtype"].startswith(("int", "float"))]
    others = [entry["unique"] for entry in entries if entry not in numbers]
    made = sum(count for count in others if count <= ONEHOT_LEVELS)
    flags = made + sum(entry["unique"] <= 2 for entry in numbers)
    return making_up_seconds(args.method, [round(count) for count in counts], len(entries) - len(others) + made, flags)
