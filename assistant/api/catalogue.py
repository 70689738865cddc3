"""What there is: tools, models and samples."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from fastapi import APIRouter

from engine.models import MODELS
from engine.samples import SAMPLES
from tools.catalog import TOOLS

router = APIRouter(prefix="/api/v1", tags=["catalogue"])


@router.get("/tools")
def tools() -> list[dict[str, Any]]:
    """Lists every tool in the form that LLM function calling takes."""
    return [
        {
            "type": "function",
            "function": {"name": tool.name, "description": (tool.__doc__ or tool.summary).strip(), "parameters": tool.Arguments.model_json_schema()},
        }
        for tool in TOOLS
    ]


@router.get("/samples")
def samples() -> list[dict[str, Any]]:
    """Lists the bundled sample tables."""
    return [asdict(sample) for sample in SAMPLES]


@router.get("/models/available")
def models() -> list[dict[str, Any]]:
    """Lists the models and their tasks."""
    return [{"id": model.id, "label": model.label, "tasks": list(model.tasks), "summary": model.summary} for model in MODELS]
