"""Records as a model takes them: a row of the table, the typical row, or values that were given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tools.base import ToolCall, UserError
from tools.cells import escaped, quoted_list, rounded, shown_cell
from tools.experiment import Experiment, Run

if TYPE_CHECKING:
    import pandas as pd


def table_row(number: int, then: Experiment, run: Run) -> pd.DataFrame:
    """Takes one row of the table that the run was trained from, counted from 0; raises UserError beyond the last."""
    if number >= len(then.frame):
        last = len(then.frame) - 1
        raise UserError("no_such_row", f"There is no row {number:,}: rows are counted from 0 to {last:,}.", f"The nearest valid value is {last}.", argument="row")
    return then.frame[run["features"]].iloc[[number]].reset_index(drop=True)


def typical_row(then: Experiment, run: Run) -> pd.DataFrame:
    """Makes a record of the training rows' medians and most frequent values."""
    import pandas as pd

    trained = training_rows(then, run)
    cells = {}
    for name in run["features"]:
        known = trained[name].dropna()
        if known.empty:
            value = None
        elif known.dtype.kind in "iuf":
            value = float(known.median())
        else:
            value = known.mode().iloc[0]
        cells[name] = pd.Series([value], dtype="float64" if trained[name].dtype.kind in "iu" else trained[name].dtype)
    return pd.DataFrame(cells)


def training_rows(then: Experiment, run: Run) -> pd.DataFrame:
    """Gives the raw feature columns of the training rows."""
    parts = then.snapshot.parts
    rows = then.frame if parts is None else then.frame.iloc[parts["train"]]
    return rows[run["features"]]


def with_values(record: pd.DataFrame, values: dict[str, Any], then: Experiment, run: Run, argument: str) -> pd.DataFrame:
    """Puts values into a record, each of the type that its column has; raises UserError for what does not fit."""
    import pandas as pd

    matched = {feature_named(name, then, run, argument): value for name, value in values.items()}
    cells = {}
    for name, value in matched.items():
        dtype = then.frame[name].dtype
        if value is None:
            cells[name] = pd.Series([None], dtype="float64" if dtype.kind in "iufb" else dtype)
            continue
        try:
            cells[name] = _typed(value, dtype)
        except (TypeError, ValueError):
            example = shown_cell(then.frame[name].dropna().iloc[0]) if then.frame[name].notna().any() else None
            raise UserError("invalid_argument", f"“{name}” needs a value like those in the table, but {value!r} came.", f"For example {example!r}.", argument=argument) from None
    return record.assign(**cells)


def feature_named(name: str, then: Experiment, run: Run, argument: str) -> str:
    """Finds the feature that is meant, its case aside; raises UserError with those that there are, as they were loaded."""
    if name in run["features"]:
        return name
    loose = [other for other in run["features"] if other.casefold() == name.casefold().strip()]
    if len(loose) == 1:
        return str(loose[0])
    from rapidfuzz import process

    known = quoted_list(run["features"], 12)
    near = [match[0] for match in process.extract(name, run["features"], limit=3, score_cutoff=60)]
    meant = f"Did you mean {' or '.join(near)}? " if near else ""
    if name in then.sources:
        raise UserError("not_a_feature", f"The model does not look at “{name}”.", f"It learned from: {known}.", ToolCall(tool="explain", args={"run": run["number"]}), argument=argument)
    if name in then.columns:
        raise UserError("not_a_feature", f"“{name}” was made by a step; the model is asked about the columns as they were loaded.", f"{meant}These are: {known}.", argument=argument)
    raise UserError("unknown_column", f"There is no column “{name}”.", f"{meant}The model learned from: {known}.", argument=argument)


def _typed(value: Any, dtype: Any) -> pd.Series[Any]:
    import pandas as pd

    if dtype.kind in "iuf":
        number = float(value)
        return pd.Series([int(number) if dtype.kind in "iu" and number.is_integer() else number])
    if dtype.kind == "b":
        yes, no = {"true", "yes", "1", "1.0"}, {"false", "no", "0", "0.0"}
        word = str(value).strip().casefold()
        if word not in yes | no:
            raise ValueError(value)
        value = word in yes
    elif dtype.kind == "M":
        moment = pd.Timestamp(value)
        zone = getattr(dtype, "tz", None)
        value = moment.tz_localize(zone) if zone is not None and moment.tzinfo is None else moment
    elif dtype.kind == "O" or str(dtype) == "str":
        value = str(value)
    cell: pd.Series[Any] = pd.Series([value]).astype(dtype)
    return cell


def in_words(value: Any, task: str) -> str:
    """Says what a prediction means where it is the code of a verdict or of a group; other answers as they are."""
    if task == "anomaly_detection":
        return "odd" if value == -1 else "not odd"
    if task == "clustering":
        return "no group (noise)" if value == -1 else f"group {escaped(value)}"
    return rounded(value) if isinstance(value, float) else escaped(value)
