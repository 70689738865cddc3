"""What a model needs before it can be trained, as ordinary steps, each with its reason."""

from __future__ import annotations

from typing import Any

from engine.operations import Fit, Resample
from tools.base import ToolCall, UserError
from tools.cells import counted, listed, quoted_list
from tools.experiment import Experiment
from tools.prepare.extract_dates import parts_made
from tools.prepare.room import columns_with_room

ONEHOT_LEVELS = 25
"""More levels than this are not one-hot encoded (PyCaret's max_encoding_ohe)."""
WORDS_OF_TEXT = 200
"""How many words a text column becomes where nothing is said."""


def missing_steps(model: Any, experiment: Experiment) -> list[tuple[ToolCall, str]]:
    """Lists the calls that are still missing before this model can be trained, in order, with the reason for each."""
    steps: list[tuple[ToolCall, str]] = []
    target = experiment.target
    if target and experiment.sources[target]["missing"]:
        count = experiment.sources[target]["missing"]
        steps.append((ToolCall(tool="drop_missing", args={"axis": "rows", "columns": [target]}), f"({counted(count, 'row')} without an answer to learn from.)"))
    steps += _features(experiment)
    chosen = steps[-1][0].args["columns"] if steps and steps[-1][0].tool == "choose_features" else None
    # Made-up rows are averages of real ones, which gaps do not have.
    balances = any(isinstance(part, Resample) and part.balances for part in experiment.compiled.chain)
    steps += preparation_steps(experiment, model.handles_missing and not balances, model.needs_scaling, chosen)
    if not experiment.split and experiment.task in {"classification", "regression"}:
        small = len(experiment.frame) < 20
        parts = {"train": 0.75, "test": 0.25} if small else {"train": 0.8, "test": 0.2}
        steps.append((ToolCall(tool="split", args=parts), "(No split had been chosen: the test rows stay unseen.)"))
    return steps


def number_steps(experiment: Experiment, takes_missing: bool) -> list[tuple[ToolCall, str]]:
    """Lists the calls that make the features numbers, in order: for steps that compute with all of them together."""
    steps = _features(experiment)
    chosen = steps[-1][0].args["columns"] if steps else None
    return steps + preparation_steps(experiment, takes_missing, False, chosen)


def preparation_steps(
    experiment: Experiment, takes_missing: bool, needs_scaling: bool, chosen: list[str] | None = None
) -> list[tuple[ToolCall, str]]:
    """Lists what must happen to the feature columns so that they are numbers, without gaps where gaps are not taken."""
    columns = [entry for entry in experiment.feature_columns() if _used(entry, chosen, experiment)]
    steps: list[tuple[ToolCall, str]] = []
    dates = [entry["name"] for entry in columns if entry["kind"] == "datetime"]
    if dates:
        steps.append((ToolCall(tool="extract_dates", args={"columns": dates}), "(Models take numbers, not dates.)"))
    texts = [entry["name"] for entry in columns if entry["kind"] == "text"]
    room = columns_with_room(experiment)
    if texts:
        fewer = {"max_features": max(1, room // len(texts))} if room < WORDS_OF_TEXT * len(texts) else {}
        steps.append((ToolCall(tool="vectorize_text", args={"columns": texts, **fewer}), "(Models take numbers, not text.)"))
    words = [entry for entry in columns if _is_words(entry)]
    gaps = [entry["name"] for entry in columns if entry["missing"] and entry["kind"] not in {"datetime", "text"}]
    needed = gaps if not takes_missing else [name for name in gaps if name in {entry["name"] for entry in words}]
    if needed:
        steps.append((ToolCall(tool="impute", args={"columns": needed}), "(There are missing values.)"))
    narrow = [entry["name"] for entry in words if entry["unique"] <= ONEHOT_LEVELS]
    if sum(entry["unique"] for entry in words if entry["name"] in narrow) > room:
        narrow = []
    wide = [entry["name"] for entry in words if entry["name"] not in narrow]
    if narrow:
        steps.append((ToolCall(tool="encode", args={"columns": narrow, "method": "onehot"}), "(Models take numbers, not words.)"))
    if wide:
        method = "target" if experiment.target else "frequency"
        steps.append((ToolCall(tool="encode", args={"columns": wide, "method": method}), f"({_why_one_each(words, wide)}: one column each, not one a value.)"))
    scaled = any(step["tool"] == "scale" for step in experiment.steps)
    numbers = [entry["name"] for entry in columns if entry["kind"] == "numeric" and not entry.get("one_scale")]
    numbers += [part for name in dates for part in parts_made(name, experiment)]  # a day from 1 to 31 outweighs whatever is on one scale
    if needs_scaling and not scaled and numbers:
        steps.append((ToolCall(tool="scale", args={"columns": numbers}), "(On one scale no column outweighs the others by its unit alone.)"))
    return steps


def _why_one_each(words: list[dict[str, Any]], wide: list[str]) -> str:
    many = all(entry["unique"] > ONEHOT_LEVELS for entry in words if entry["name"] in wide)
    return f"They have more than {ONEHOT_LEVELS} different values" if many else "There are too many rows for one column a value"


def _features(experiment: Experiment) -> list[tuple[ToolCall, str]]:
    """Leaves out what no model should see: ids, free text that was not vectorised, columns without a value."""
    if experiment.compiled.fields.get("features") is not None:
        return []
    left_out: dict[str, str] = {}
    split = experiment.split or {}
    vectorized = {name for step in experiment.steps for name in step["args"].get("columns") or [] if step["tool"] == "vectorize_text"}
    needed = {name for part in experiment.compiled.chain if isinstance(part, Fit) for name in part.needs}
    for name, entry in experiment.sources.items():
        if name == experiment.target or name in needed:
            continue
        if entry["kind"] == "id":
            left_out[name] = "an ID"
        elif entry["missing"] == len(experiment.frame):
            left_out[name] = "empty"
        elif entry["kind"] == "text" and name not in vectorized and experiment.columns.get(name, entry)["kind"] == "text" and not _is_message(entry, experiment):
            left_out[name] = "free text"
        elif name == split.get("column") and (split["strategy"] != "time" or experiment.columns.get(name, {}).get("kind") == "datetime"):
            left_out[name] = "the column that divides the rows"
    if not left_out:
        return []
    kept = [name for name in experiment.sources if name not in left_out and name != experiment.target]
    if not kept:
        raise UserError("no_features", f"There is no feature to learn from: {quoted_list(list(left_out))} cannot be used.", "Another table, or text as features, would help.", ToolCall(tool="vectorize_text", args={}))
    why = ", ".join(f"{listed([name])}: {reason}" for name, reason in list(left_out.items())[:6])
    return [(ToolCall(tool="choose_features", args={"columns": kept}), f"({why}.)")]


def _is_message(entry: dict[str, Any], experiment: Experiment) -> bool:
    """Where text is all there is, it is what to learn from."""
    others = [other for name, other in experiment.sources.items() if name != experiment.target and other["kind"] not in {"id", "text"}]
    return not others


def _used(entry: dict[str, Any], chosen: list[str] | None, experiment: Experiment) -> bool:
    return chosen is None or entry["name"] in chosen or entry["name"] not in experiment.sources


def _is_words(entry: dict[str, Any]) -> bool:
    return entry["kind"] in {"categorical", "boolean"} and not entry["dtype"].startswith(("int", "float", "bool"))
