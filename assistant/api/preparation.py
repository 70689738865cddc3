"""Preparing and making features of a dataset, for programs that do not chat."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from assistant import conversation
from assistant.api.deps import App
from assistant.api.thin import called, session_of_dataset

router = APIRouter(prefix="/api/v1", tags=["preparation"])
Args = dict[str, Any]


class Step(BaseModel):
    """One call to be recorded as a step."""

    model_config = ConfigDict(extra="forbid")
    tool: str = Field(max_length=100)
    args: Args = Field(default_factory=dict)


@router.get("/preprocessing/{dataset_id}/steps")
def steps(app: App, dataset_id: str) -> list[dict[str, Any]]:
    """Lists the steps recorded on a dataset."""
    shown: list[dict[str, Any]] = conversation.state(app, session_of_dataset(app, dataset_id))["steps"]
    return shown


@router.post("/preprocessing/{dataset_id}/steps")
def add_step(app: App, dataset_id: str, body: Step) -> Any:
    """Records a step on a dataset."""
    return called(app, session_of_dataset(app, dataset_id), body.tool, body.args)


@router.delete("/preprocessing/{dataset_id}/steps/{step_id}")
def remove_step(app: App, dataset_id: str, step_id: int) -> Any:
    """Removes a step by its number; those after it are replayed."""
    return called(app, session_of_dataset(app, dataset_id), "remove_step", {"step": step_id})


@router.post("/preprocessing/{dataset_id}/apply")
def apply(app: App, dataset_id: str) -> Any:
    """Gives the first rows of the dataset as it stands after the steps."""
    return called(app, session_of_dataset(app, dataset_id), "preview", {})


@router.post("/features/{dataset_id}/engineer")
def engineer(app: App, dataset_id: str, args: Args) -> Any:
    """Adds a feature made of others: the arguments of the tool add_feature, or of add_polynomials where there is a degree."""
    tool = "add_feature" if "operator" in args else "add_polynomials"
    return called(app, session_of_dataset(app, dataset_id), tool, args)


@router.post("/features/{dataset_id}/select")
def select(app: App, dataset_id: str, args: Args) -> Any:
    """Keeps the best features: the arguments of the tool keep_best_features."""
    return called(app, session_of_dataset(app, dataset_id), "keep_best_features", args)


@router.post("/features/{dataset_id}/pca")
def pca(app: App, dataset_id: str, args: Args) -> Any:
    """Reduces the features to components: the arguments of the tool reduce_dimensions."""
    return called(app, session_of_dataset(app, dataset_id), "reduce_dimensions", {"method": "pca", **args})


@router.get("/features/{dataset_id}/importance")
def importance(app: App, dataset_id: str, method: str = "mutual_info") -> Any:
    """Ranks the features."""
    return called(app, session_of_dataset(app, dataset_id), "rank_features", {"method": method})
