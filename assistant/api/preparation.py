"""Preparing and making features of a dataset, for programs that do not chat."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path

from assistant import conversation
from assistant.api.bodies import Args, Call, Key
from assistant.api.deps import App
from assistant.api.thin import Turn, called, session_of_dataset
from engine.store import NotFound
from tools.catalog import find_tool

router = APIRouter(prefix="/api/v1", tags=["preparation"])
Number = Annotated[int, Path(ge=0, le=2**31)]


@router.get("/preprocessing/{dataset_id}/steps")
def steps(app: App, dataset_id: str) -> list[dict[str, Any]]:
    """Lists the steps recorded on a dataset."""
    shown: list[dict[str, Any]] = conversation.state(app, session_of_dataset(app, dataset_id))["steps"]
    return shown


@router.post("/preprocessing/{dataset_id}/steps")
def add_step(app: App, dataset_id: str, body: Call, key: Key = None) -> Turn:
    """Records a step on a dataset."""
    session = session_of_dataset(app, dataset_id)
    find_tool(body.tool)
    return called(app, session, body.tool, body.args, key)


@router.delete("/preprocessing/{dataset_id}/steps/{step_id}")
def remove_step(app: App, dataset_id: str, step_id: Number) -> Turn:
    """Removes a step by its number; those after it are replayed."""
    session = session_of_dataset(app, dataset_id)
    if all(step["number"] != step_id for step in conversation.state(app, session)["steps"]):
        raise NotFound("step")
    return called(app, session, "remove_step", {"step": step_id})


@router.post("/preprocessing/{dataset_id}/apply")
def apply(app: App, dataset_id: str) -> Turn:
    """Gives the first rows of the dataset as it stands after the steps."""
    return called(app, session_of_dataset(app, dataset_id), "preview", {})


@router.post("/features/{dataset_id}/engineer")
def engineer(app: App, dataset_id: str, args: Args, key: Key = None) -> Turn:
    """Adds a feature made of others: the arguments of the tool add_feature, or without an operator of add_polynomials."""
    tool = "add_feature" if "operator" in args else "add_polynomials"
    return called(app, session_of_dataset(app, dataset_id), tool, args, key)


@router.post("/features/{dataset_id}/select")
def select(app: App, dataset_id: str, args: Args, key: Key = None) -> Turn:
    """Keeps the best features: the arguments of the tool keep_best_features."""
    return called(app, session_of_dataset(app, dataset_id), "keep_best_features", args, key)


@router.post("/features/{dataset_id}/pca")
def pca(app: App, dataset_id: str, args: Args, key: Key = None) -> Turn:
    """Reduces the features to components: the arguments of the tool reduce_dimensions."""
    return called(app, session_of_dataset(app, dataset_id), "reduce_dimensions", {"method": "pca", **args}, key)


@router.get("/features/{dataset_id}/importance")
def importance(app: App, dataset_id: str, method: str = "mutual_info", top: int | None = None) -> Turn:
    """Ranks the features: the arguments of the tool rank_features."""
    wanted = {"method": method} | ({} if top is None else {"top": top})
    return called(app, session_of_dataset(app, dataset_id), "rank_features", wanted)
