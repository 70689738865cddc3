"""Signs the page in: the local mode has one user, so nobody is asked for a name."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import JSONResponse

from assistant.chat import face

router = APIRouter(include_in_schema=False)


@router.get("/user")
async def user(request: Request) -> JSONResponse:
    """Returns who uses the page, and gives a cookie to whoever comes without a valid one.

    Chainlit's own route at this address refuses at first, and its page then signs in by a detour that shows as an
    error in the browser and starts the page twice.
    """
    from chainlit.auth import create_jwt, set_auth_cookie
    from chainlit.user import User

    known = User(identifier=face.LOCAL_USER, display_name="You")
    response = JSONResponse(
        {"id": known.identifier, "identifier": known.identifier, "display_name": known.display_name, "metadata": {}}
    )
    if await signed_in(request) is None:
        set_auth_cookie(request, response, create_jwt(known))
    return response


async def signed_in(request: Request) -> str | None:
    """Returns whose valid cookie came with a request, or None."""
    from chainlit.auth import get_current_user, get_token_from_cookies

    token = get_token_from_cookies(request.cookies)
    if not token:
        return None
    try:
        known = await get_current_user(token)
    except HTTPException:
        return None
    return known.identifier if known else None
