"""State to next steps: the first row of the table that fits decides; at most four, the best first, an easy way out last."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tools.base import Suggestion, ToolCall
from tools.requirements import likely_targets

State = Mapping[str, Any]
MOST = 4


def offer(label: str, reason: str, tool: str, **args: Any) -> Suggestion:
    """Makes a suggestion."""
    return Suggestion(label=label, reason=reason, call=ToolCall(tool=tool, args=args))


def next_steps(state: State) -> list[Suggestion]:
    """Lists up to four next steps for this state, each with a reason that holds a number of this data."""
    chosen = next(steps for fits, steps in ROWS if fits(state))(state)
    urgent = [] if not state["dataset"] or state["runs"] else _findings(state)[:1]
    rest = [step for step in chosen if step.call not in [item.call for item in urgent]]
    return [*urgent, *rest][:MOST]


def _findings(state: State) -> list[Suggestion]:
    """The gravest open finding that a single call mends."""
    levels = {"stop": 0, "warn": 1}
    grave = [finding for finding in state["findings"] if finding["level"] in levels and finding["calls"] and finding["severity"] == "decide"]
    grave.sort(key=lambda finding: levels[finding["level"]])
    settled = {step["tool"] for step in state["steps"]}
    for finding in grave:
        call = finding["calls"][0]
        if call["call"]["tool"] in {"impute", "encode", "vectorize_text", "split", "balance"} and (call["call"]["tool"] in settled or not state["target"]):
            continue
        return [Suggestion(label=call["label"], reason=finding["message"], call=ToolCall.model_validate(call["call"]))]
    return []


def _no_data(state: State) -> list[Suggestion]:
    return [
        offer("Try the Titanic table", "891 passengers: who survived?", "load_data", source="titanic"),
        offer("See all samples", "small real tables, one for each kind of task", "list_samples"),
        offer("What can you do?", "with examples", "help"),
    ]


def _choose_target(state: State) -> list[Suggestion]:
    targets = likely_targets([*state["dataset"]["columns"]])[:2]
    found = [offer(f"Predict {name}", reason, "set_target", column=name) for name, reason in targets]
    return [
        *found,
        offer("Check the data's health", f"{len(state['findings'])} findings in {len(state['dataset']['columns'])} columns", "profile"),
        offer("Find groups", "nothing to predict? Put similar rows together", "set_task", task="clustering"),
    ]


def _prepare(state: State) -> list[Suggestion]:
    gaps = [column for column in state["dataset"]["columns"] if column["missing"] and column["name"] != state["target"] and column["kind"] not in {"id", "text"}]
    steps = [offer("Prepare it for me", "each step is shown and can be undone", "prepare_automatically")]
    if gaps:
        worst = max(gaps, key=lambda column: column["missing"])
        share = worst["missing"] / max(state["dataset"]["rows"], 1)
        steps.append(offer(f"Fill {worst['name']}", f"{share:.0%} of its values are missing", "impute", columns=[worst["name"]]))
        steps.append(offer("See what is missing", f"{len(gaps)} columns have gaps", "plot", kind="missing"))
    words = [column["name"] for column in state["dataset"]["columns"] if _words(column, state)]
    if words:
        steps.append(offer("Encode the categories", f"{len(words)} columns hold words", "encode", columns=words))
    return steps


def _split(state: State) -> list[Suggestion]:
    rows = state["dataset"]["rows"]
    model = "logistic_regression" if state["task"] == "classification" else "ridge"
    strategy = "stratified" if state["task"] == "classification" else "random"
    return [
        offer("Split 60 / 20 / 20", f"{rows:,} rows: learn, choose, check", "split", train=0.6, validation=0.2, test=0.2, strategy=strategy),
        offer(f"Train a {model.replace('_', ' ')}", "splits 80 / 20 first, and says so", "train", model=model),
        offer("Look at the target", "how the columns relate to it", "plot", kind="correlation"),
    ]


def _first_model(state: State) -> list[Suggestion]:
    classes = state["task"] == "classification"
    simple, name = ("logistic_regression", "logistic regression") if classes else ("ridge", "ridge regression")
    return [
        offer(f"Train a {name}", "simple, fast and readable first", "train", model=simple),
        offer("Train a random forest", "catches what a line cannot", "train", model="random_forest"),
        offer("Train gradient boosting", f"fast and strong on {state['dataset']['rows']:,} rows", "train", model="hist_gradient_boosting"),
        offer("Which models are there?", "and when each suits", "list_models"),
    ]


def _clusters(state: State) -> list[Suggestion]:
    scaled = any(step["tool"] == "scale" for step in state["steps"])
    first = [] if scaled else [offer("Scale the numbers", "so that no column outweighs the others", "scale")]
    odd = state["task"] == "anomaly_detection"
    model = "isolation_forest" if odd else "kmeans"
    return [
        *first,
        offer("Find what is odd" if odd else "Find groups with k-means", f"in {state['dataset']['rows']:,} rows", "train", model=model),
        offer("Prepare it for me", "numbers without gaps", "prepare_automatically"),
        offer("Which models are there?", "and when each suits", "list_models"),
    ]


def _grouped(state: State) -> list[Suggestion]:
    run = state["runs"][-1]
    steps = [offer("Picture the groups", "all rows on two axes", "plot_model", kind="clusters")] if run["task"] == "clustering" else []
    return [
        *steps,
        offer("Download the project", "code that repeats these numbers", "export", formats=["project", "transcript"]),
        offer("Show the steps", f"{len(state['steps'])} so far", "show_pipeline"),
    ]


def _judge(state: State) -> list[Suggestion]:
    run = state["runs"][-1]
    tried = {other["model"] for other in state["runs"]}
    picture = ("confusion_matrix", "where it confuses the classes") if run["task"] == "classification" else ("predicted_vs_actual", "how far off it is, and where")
    other = next((model for model in ("random_forest", "hist_gradient_boosting", "xgboost") if model not in tried), None)
    steps = []
    if not state["looks"]:
        steps.append(offer("How good is it?", f"the final check on {run['rows'].get('test', 0):,} test rows", "evaluate"))
    steps.append(offer("Where does it go wrong?", picture[1], "plot_model", kind=picture[0]))
    steps.append(offer("What drives it?", f"which of {len(run['features'])} columns it uses", "explain"))
    if other:
        steps.append(offer(f"Try {other.replace('_', ' ')}", "another kind of model on the same rows", "train", model=other))
    elif len(tried) > 1:
        steps.append(offer("Combine the models", f"{len(tried)} kinds decide together", "ensemble"))
    export = offer("Download the project", "code that repeats these numbers", "export", formats=["project", "transcript"])
    return [*steps[: MOST - 1], export]


def _words(column: Mapping[str, Any], state: State) -> bool:
    return column["kind"] in {"categorical", "boolean"} and column["name"] != state["target"] and not column["dtype"].startswith(("int", "float", "bool")) and column["unique"] <= 25


def _unprepared(state: State) -> bool:
    columns = [column for column in state["dataset"]["columns"] if column["name"] != state["target"] and column["kind"] not in {"id", "text"}]
    return any(column["missing"] or _words(column, state) for column in columns)


ROWS: tuple[tuple[Callable[[State], bool], Callable[[State], list[Suggestion]]], ...] = (
    (lambda state: not state["dataset"], _no_data),
    (lambda state: bool(state["runs"]) and state["task"] in {"clustering", "anomaly_detection"}, _grouped),
    (lambda state: state["task"] in {"clustering", "anomaly_detection"}, _clusters),
    (lambda state: not state["target"], _choose_target),
    (lambda state: bool(state["runs"]), _judge),
    (_unprepared, _prepare),
    (lambda state: not state["split"], _split),
    (lambda state: True, _first_model),
)
