"""Serves the figures of a conversation to its charts, so that no figure is kept in a chat session's memory."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from assistant.chat import face
from assistant.chat.sign_in import signed_in

router = APIRouter(include_in_schema=False)


def address(session_id: str, number: int, block: int) -> str:
    """Returns where the figure of one block of one turn is fetched."""
    return f"/chat/plots/{session_id}/{number}/{block}"


@router.get("/chat/plots/{session_id}/{number}/{block}")
async def figure(session_id: str, number: int, block: int, request: Request) -> JSONResponse:
    """Returns one figure as Plotly JSON to the owner of the conversation."""
    from assistant import conversation

    user = await signed_in(request)
    if user is None or user != await face.owner_of(session_id):
        return _missing()
    for turn in await face.ask(conversation.turns, session_id):
        blocks: list[dict[str, Any]] = turn.get("blocks") or []
        if turn.get("number") == number and 0 <= block < len(blocks) and blocks[block].get("type") == "plot":
            return JSONResponse(blocks[block]["figure"], headers={"Cache-Control": "private, max-age=3600"})
    return _missing()


def _missing() -> JSONResponse:
    return JSONResponse({"detail": "There is no such chart in this conversation."}, status_code=404)
