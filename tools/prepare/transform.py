"""Changes the shape of a distribution."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from engine.operations import Fit, Operation, Wrap
from tools.base import Answer, Arguments, Names, Slot, Tool, ToolCall, UserError
from tools.cells import escaped, listed, named_columns, quoted_list
from tools.experiment import Experiment
from tools.prepare.numbers_only import require_numbers

INVERSES = {"log": ("log1p", "expm1"), "sqrt": ("sqrt", "square"), "square": ("square", "sqrt")}
LOWEST = {"log": -1.0, "sqrt": 0.0, "box_cox": 0.0}
"""From where on a function has values."""


class TransformArguments(Arguments):
    """Which columns, and how."""

    columns: Annotated[Names, Slot("columns", kinds=("numeric",))] = Field("all", description="Left out: every numeric feature. The target may be named.")
    method: Literal["log", "sqrt", "square", "yeo_johnson", "box_cox"] = Field("log", description="The function that is applied; on the target it is undone when predicting.")


class Transform(Tool):
    """Changes the shape of a column's distribution; on the target it is undone when predicting."""

    name = "transform"
    stage = "prepare"
    label = "Transform numbers"
    summary = "Log, square root, square, Yeo-Johnson or Box-Cox."
    Arguments = TransformArguments
    phrases = (
        "log transform {column}",
        "take the log of {column}",
        "square root of {column}",
        "yeo-johnson transform {column}",
        "make {column} less skewed",
        "{column} is very skewed, fix that",
        "use the logarithm of {column}",
        "square {column}",
        "take the root of {column}",
        "apply box-cox to {column}",
        "{column} on a log scale",
    )
    records = True

    def title(self, args: TransformArguments) -> str:
        return f"Transform {named_columns(args.columns)} ({args.method})"

    def resolve(self, args: TransformArguments, experiment: Experiment) -> Any:
        columns = list(args.columns)
        if experiment.target in columns and experiment.task != "regression":
            raise UserError("wrong_task", f"“{experiment.target}” holds classes, which cannot be transformed.", "Name feature columns.", argument="columns")
        require_numbers(columns, experiment, "transformed", target=True)
        frame, _ = experiment.table_with(*columns)
        lowest = {name: float(frame[name].min()) for name in columns}
        bound = LOWEST.get(args.method)
        bad = [name for name, low in lowest.items() if bound is not None and (low < bound or (args.method != "sqrt" and low <= bound))]
        if bad:
            raise UserError("out_of_domain", f"{quoted_list(bad)} {'has' if len(bad) == 1 else 'have'} values down to {min(lowest[name] for name in bad):g}; {args.method} takes values {'from 0' if args.method == 'sqrt' else f'above {bound:g}'}.", "Yeo-Johnson takes any number.", ToolCall(tool="transform", args={"columns": columns, "method": "yeo_johnson"}), argument="method")
        if experiment.target in columns and len(columns) > 1:
            rest = [name for name in columns if name != experiment.target]
            return [args.model_copy(update={"columns": rest}), args.model_copy(update={"columns": [experiment.target]})]
        return args

    def plan(self, args: TransformArguments, experiment: Experiment) -> list[Operation]:
        if experiment.target in args.columns:
            return [Wrap("transform_target", _on_target(args.method), slot="regressor")]
        return [Fit("transform", _transformer(args.method), tuple(args.columns), defined_for=args.method if args.method in LOWEST else None)]

    def tell(self, args: TransformArguments, before: Experiment, after: Experiment) -> Answer:
        if after.target in args.columns:
            return Answer(said=f"Models will learn {escaped(after.target)} on a {args.method} scale; predictions and errors are given on the original one.", event="first_prepare")
        skews = [f"{listed([name])} from {_skew(before, name):.1f} to {_skew(after, name):.1f}" for name in list(args.columns)[:4] if name in before.view and name in after.view]
        return Answer(said=f"Transformed {listed(list(args.columns))} with {args.method}; skew: {', '.join(skews)}.", event="first_prepare")


def _skew(experiment: Experiment, name: str) -> float:
    skew: Any = experiment.view[name].skew()
    return float(skew)


def _transformer(method: str) -> Any:
    import numpy as np
    from sklearn.preprocessing import FunctionTransformer, PowerTransformer

    if method in INVERSES:
        forward, back = INVERSES[method]
        return FunctionTransformer(getattr(np, forward), inverse_func=getattr(np, back), feature_names_out="one-to-one")
    return PowerTransformer(method.replace("_", "-"))


def _on_target(method: str) -> Any:
    import numpy as np
    from sklearn.compose import TransformedTargetRegressor
    from sklearn.preprocessing import PowerTransformer

    if method in INVERSES:
        forward, back = INVERSES[method]
        return TransformedTargetRegressor(func=getattr(np, forward), inverse_func=getattr(np, back), check_inverse=False)
    return TransformedTargetRegressor(transformer=PowerTransformer(method.replace("_", "-")))
