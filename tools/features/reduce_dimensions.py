"""Replaces the features by a few that hold most of what they say."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Annotated, Any, Literal

from pydantic import Field, field_validator

from engine.operations import Fit, Operation
from tools.base import Answer, Arguments, OnlyWith, Question, Suggestion, Tool, ToolCall, UserError
from tools.cells import listed
from tools.experiment import Experiment
from tools.model.prerequisites import number_steps

WORDS = {"pca": "principal components", "svd": "singular vectors", "ica": "independent components", "umap": "UMAP axes"}
PATIENT_ROWS_UMAP, MOST_ROWS_UMAP = 20_000, 200_000
COMPILING_SECONDS, SECONDS_A_ROW = 50, 0.0026
"""What UMAP takes on two cores: 367 s for 120,000 rows of ten columns, the first minute of them to compile itself."""


class ReduceDimensionsArguments(Arguments):
    """How, and to how many."""

    method: Literal["pca", "svd", "ica", "umap"] = Field("pca", description="How columns are condensed.")
    components: int | float = Field(
        description="How many to keep, or for pca a fraction of the variance, such as 0.95.", gt=0
    )

    confirmed: Annotated[bool, OnlyWith("method", ("umap",))] = Field(False, description="That it may take minutes is accepted.")

    @field_validator("components")
    @classmethod
    def _whole(cls, value: float) -> int | float:
        """A fraction stays one; 3.0 means three."""
        if value >= 1 and not float(value).is_integer():
            raise ValueError(f"components is a whole number or a fraction below 1, and {value:g} is neither")
        return int(value) if value >= 1 else value


class ReduceDimensions(Tool):
    """Replaces all features by a few combinations of them, learned from the training rows."""

    name = "reduce_dimensions"
    stage = "features"
    label = "Reduce to fewer features"
    summary = "Replace the features by a few combinations that hold most of what they say."
    Arguments = ReduceDimensionsArguments
    phrases = (
        "reduce to 5 principal components",
        "pca keeping 95% of the variance",
        "reduce the dimensions to 3 with svd",
        "independent component analysis with 4 components",
        "umap to 2 dimensions",
        "pca with 2 components",
        "compress the columns to 3 dimensions",
        "keep 95% of the variance",
        "principal components please",
        "umap to 2",
        "fewer dimensions",
    )
    records = True
    found = ("confirmed",)

    def title(self, args: ReduceDimensionsArguments) -> str:
        kept = f"{args.components:.0%} of the variance" if args.components < 1 else f"{args.components}"
        return f"Reduce the features to {kept} ({args.method})"

    def before(self, args: ReduceDimensionsArguments, experiment: Experiment) -> list[tuple[ToolCall, str]]:
        """Combinations are made of numbers without gaps, so what is missing for that is recorded first."""
        return number_steps(experiment, takes_missing=False)

    def resolve(self, args: ReduceDimensionsArguments, experiment: Experiment) -> ReduceDimensionsArguments:
        width, rows = len(experiment.feature_columns()), len(experiment.frame)
        if args.components < 1 and args.method != "pca":
            raise UserError(
                "invalid_argument",
                f"Only pca takes a fraction of the variance; {args.method} needs a count, and {args.components:g} came.",
                "Say how many to keep.",
                ToolCall(tool="reduce_dimensions", args={"method": "pca", "components": args.components}),
                argument="components",
            )
        most = min(width - (args.method == "svd"), rows)
        if args.components > most:
            raise UserError(
                "invalid_argument",
                f"There are {width} features in {rows:,} rows, so {args.components} cannot be made of them.",
                f"The nearest valid value is {most}.",
                ToolCall(tool="reduce_dimensions", args={"method": args.method, "components": most}) if most else None,
                argument="components",
            )
        if args.method == "umap":
            _check_umap(args, rows)
            # A step that was recorded does not ask when it is carried out again on more rows.
            return args.model_copy(update={"confirmed": True})
        return args

    def plan(self, args: ReduceDimensionsArguments, experiment: Experiment) -> list[Operation]:
        from engine.estimators.on_columns import OnColumns

        seconds = umap_seconds(len(experiment.frame)) if args.method == "umap" else 0.0
        return [Fit("reduce", OnColumns(_reducer(args.method, args.components)), None, kind="numeric", seconds=seconds)]

    def tell(self, args: ReduceDimensionsArguments, before: Experiment, after: Experiment) -> Answer:
        made = [name for name in after.columns if name not in before.columns]
        said = f"{len(before.feature_columns())} features became {len(made)} {WORDS[args.method]}"
        said += f", {listed(made, 4)}: numbers without a name of their own, harder to explain."
        return Answer(said=said + _outweighing(args, before))


def umap_seconds(rows: int) -> float:
    """Predicts the seconds of a UMAP; the first of a process is compiled, which takes most of a minute."""
    return COMPILING_SECONDS + SECONDS_A_ROW * rows


def _reducer(method: str, components: float) -> Any:
    if method == "umap":
        from engine.estimators.umap_axes import UMAPAxes

        return UMAPAxes(components)
    from sklearn import decomposition

    kinds = {"pca": decomposition.PCA, "svd": decomposition.TruncatedSVD, "ica": decomposition.FastICA}
    # A thousand rounds: with 200 the independent components of real tables often do not settle.
    more = {"max_iter": 1000} if method == "ica" else {}
    return kinds[method](n_components=components, random_state=42, **more)


def _check_umap(args: ReduceDimensionsArguments, rows: int) -> None:
    other = ToolCall(tool="reduce_dimensions", args={"method": "pca", "components": args.components})
    if find_spec("umap") is None:
        raise UserError(
            "extra_missing", "UMAP is not installed here.", "Install it with: pip install umap-learn. PCA is here.", other
        )
    if rows > MOST_ROWS_UMAP:
        raise UserError("too_expensive", f"UMAP on {rows:,} rows takes too long; up to {MOST_ROWS_UMAP:,} it is done.", "PCA is fast.", other)
    if rows > PATIENT_ROWS_UMAP and not args.confirmed:
        minutes = round(umap_seconds(rows) / 60)
        raise Question(
            f"UMAP on {rows:,} rows takes about {minutes} minutes. Shall it begin?",
            [
                Suggestion(label="Do it with PCA", reason="it takes seconds", call=other),
                Suggestion(label=f"Keep {PATIENT_ROWS_UMAP:,} rows first", reason="a sample is usually enough to see how rows lie", call=ToolCall(tool="sample_rows", args={"rows": PATIENT_ROWS_UMAP})),
                Suggestion(label="Begin, I can wait", reason=f"about {minutes} minutes", call=ToolCall(tool="reduce_dimensions", args={**args.model_dump(), "confirmed": True})),
            ],
        )


def _outweighing(args: ReduceDimensionsArguments, before: Experiment) -> str:
    """Warns where one column of a large scale decides everything."""
    if args.method not in {"pca", "svd"}:
        return ""
    names = [entry["name"] for entry in before.feature_columns() if entry["name"] in before.view]
    spreads = before.view[names].var(numeric_only=True)
    if len(spreads) < 2 or not spreads.sum() > 0 or spreads.max() / spreads.sum() < 0.9:
        return ""
    return f" {listed([str(spreads.idxmax())])} holds {spreads.max() / spreads.sum():.0%} of the variance and outweighs the others: scale first, if that is not meant."
