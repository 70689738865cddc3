"""Random pipelines over the bundled tables, made from the catalogue's own declarations: a seed gives one pipeline."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from engine.models import Model, models_for
from engine.models.declaration import Parameter
from tests.checks.examples import options_of, slot_of
from tests.tools.gate import Session
from tools.base import Tool
from tools.catalog import TOOLS

Tables = Sequence[tuple[str | Path, str | None]]
"""A sample's name or a file, and the column to predict, if any."""
TABLES: Tables = (
    ("titanic", "Survived"), ("titanic", "Embarked"), ("penguins", "species"), ("penguins", None), ("auto_mpg", "mpg"),
    ("auto_mpg", "origin"), ("bike_sharing", "bikers"), ("california_housing", "median_house_value"), ("titanic", None),
)
MOST_ROWS = 600
PLACED = {"load_data", "set_target", "set_task", "split"}
"""Tools that have their place in every pipeline."""
STEPS = [tool for tool in TOOLS if tool.records and not tool.job and tool.name not in PLACED and "run" not in tool.requires]
AFTER = [tool for tool in TOOLS if tool.records and "target" in tool.requires and ("run" in tool.requires or tool.name == "cross_validate")]
MOST_ROUNDS = 30
"""Numbers that are drawn for a model's parameters end here, so that no model is slow."""


def random_run(seed: int, home: Path, tables: Tables = TABLES) -> Session | None:
    """Makes the pipeline of this seed and trains it; None where no step order led to a model."""
    chance = random.Random(seed)
    session = Session(home)
    source, target = chance.choice(tables)
    session.call("load_data", source=session.upload(source) if isinstance(source, Path) else source)
    if session.call("preview")["state"]["dataset"]["rows"] > MOST_ROWS:
        session.call("sample_rows", rows=chance.randint(300, MOST_ROWS))
    if target:
        session.call("set_target", column=target)
    else:
        session.call("set_task", task=chance.choice(("clustering", "anomaly_detection")))
    tools = [chance.choice(STEPS) for _ in range(chance.randint(1, 6))]
    tools.insert(chance.randint(0, len(tools)), next(tool for tool in TOOLS if tool.name == "split"))
    for tool in tools:
        session.call(tool.name, **random_args(tool, session, chance))
    task = session.call("list_models")["state"]["task"]
    for model in chance.sample(list(models_for(task)), 2):
        session.call("train", model=model.id, params=random_params(model, task, chance))
    if session.document["runs"] and chance.random() < 0.4:
        tool = chance.choice(AFTER)
        session.call(tool.name, **random_args(tool, session, chance))
    return session if session.document["runs"] else None


def random_params(model: Model, task: str, chance: random.Random) -> dict[str, Any]:
    """Draws up to two of a model's parameters within their bounds, often none."""
    declared = list(model.parameters_for(task).items())
    return {name: random_parameter(parameter, chance) for name, parameter in chance.sample(declared, min(len(declared), chance.choice((0, 0, 1, 2))))}


def random_parameter(parameter: Parameter, chance: random.Random) -> Any:
    """Draws a value that a parameter allows."""
    if parameter.choices or parameter.kind == "boolean":
        return chance.choice(parameter.choices or (True, False))
    if parameter.kind == "sizes":
        return [chance.randint(2, 9) for _ in range(chance.randint(1, 2))]
    low, high = parameter.minimum or 0, parameter.maximum or MOST_ROUNDS
    drawn = chance.uniform(low, min(max(high, low), low + MOST_ROUNDS))
    return parameter.nearest(round(drawn) if parameter.kind in {"integer", "share"} else round(drawn, 3))


def random_args(tool: Tool, session: Session, chance: random.Random) -> dict[str, Any]:
    """Draws arguments that the tool's declaration allows; what does not fit the table is declined by the gate."""
    state = session.call("list_samples")["state"]
    schema = tool.Arguments.model_json_schema()
    args: dict[str, Any] = {}
    for name, part in schema.get("properties", {}).items():
        if name in schema.get("required", ()) or chance.random() < 0.5:
            value = random_value(part, args, state, session, chance)
            if value is not None or name in schema.get("required", ()):
                args[name] = value
    return args


def random_value(part: dict[str, Any], args: dict[str, Any], state: dict[str, Any], session: Session, chance: random.Random) -> Any:
    """Draws one value by what the argument means and which bounds it has."""
    columns = [entry["name"] for entry in state["dataset"]["columns"] if entry["name"] != state["target"]]
    kinds = part.get("x-kinds") or next((option["x-kinds"] for option in part.get("anyOf", ()) if "x-kinds" in option), None)
    fitting = [entry["name"] for entry in state["dataset"]["columns"] if entry["name"] in columns and (not kinds or entry["kind"] in kinds)]
    match slot_of(part):
        case "column":
            return chance.choice(columns)
        case "column_or_number":
            return chance.choice([chance.choice(columns), round(chance.uniform(-5, 5), 2)])
        case "columns":
            return chance.sample(fitting, min(len(fitting), chance.randint(1, 3))) if fitting else None
        case "value":
            return random_cell(args.get("column"), session, chance)
        case "models" | "model" | "metric" | "run" | "params" | "source" | "values":
            return None
    option = chance.choice([option for option in options_of(part) if option.get("type") != "null"] or [{}])
    if "enum" in option:
        return chance.choice(option["enum"])
    if option.get("type") == "boolean":
        return chance.random() < 0.5
    if option.get("type") == "integer":
        low = option.get("minimum", 1)
        return chance.randint(low, min(option.get("maximum", low + 4), low + 4))
    if option.get("type") == "number":
        low, high = option.get("minimum", option.get("exclusiveMinimum", 0)), option.get("maximum", option.get("exclusiveMaximum", 3))
        return round(chance.uniform(low, high), 2)
    return f'"{chance.randint(0, 99)}" {{{{x}}}}' if option.get("type") == "string" else None


def random_cell(column: str | None, session: Session, chance: random.Random) -> Any:
    """Draws a cell of the column that was named before, as JSON has it."""
    rows = session.call("preview", rows=50, which="random")["blocks"]
    tables = [block for block in rows if block["type"] == "table"]
    if not tables or column not in tables[0]["columns"]:
        return 1
    return chance.choice(tables[0]["rows"])[tables[0]["columns"].index(column)]
