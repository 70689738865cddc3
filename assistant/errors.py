"""Failures as every door shows them: a code for programs, a sentence, and what would work."""

from __future__ import annotations

import logging
import uuid
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from engine.errors import Refusal
from tools.call import error_of


class CallFailed(Exception):  # noqa: N818 - no failure of the program
    """A call that was not carried out; `turn` is what the session shows of it."""

    def __init__(self, turn: dict[str, Any]) -> None:
        super().__init__(turn["error"]["message"])
        self.turn = turn


log = logging.getLogger("playground")
STATUS = {
    "not_found": 404,
    "stale": 409,
    "damaged": 409,
    "database_busy": 503,
    "busy": 409,
    "exists": 409,
    "too_large": 413,
    "queue_full": 429,
    "internal": 500,
    "not_available": 501,
    "worker_lost": 503,
    "disk_full": 507,
}
SECONDS_TO_WAIT = {"database_busy": "5", "queue_full": "30"}
SEE_DOCS = "The API is described at /api/docs."
PLAIN = {
    404: ("not_found", "There is nothing at this address."),
    405: ("method_not_allowed", "This address does not take that method."),
    400: ("bad_request", "The request could not be read."),
    413: ("too_large", "The request is larger than is taken in."),
    415: ("unsupported_media_type", "This content type is not taken here."),
}


def error_response(error: dict[str, Any], status: int | None = None, /, **more: Any) -> JSONResponse:
    """Makes the answer for an error object; it stands at the top, and under "error" too as in a turn, with what else there is."""
    wait = SECONDS_TO_WAIT.get(error["code"])
    return JSONResponse(
        {**more, **error, "error": error},
        status_code=status or STATUS.get(error["code"], 422),
        headers={"Retry-After": wait} if wait else None,
    )


def answer_errors(app: FastAPI) -> None:
    """Has every failure of the application answered with an error object, never with a traceback."""
    app.add_exception_handler(Refusal, _refused)
    app.add_exception_handler(CallFailed, _not_carried_out)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _plain)
    app.add_exception_handler(Exception, _broken)


def _refused(request: Request, refusal: Exception) -> JSONResponse:
    if not isinstance(refusal, Refusal):
        raise refusal
    return error_response(error_of(refusal))


def _not_carried_out(request: Request, problem: Exception) -> JSONResponse:
    if not isinstance(problem, CallFailed):
        raise problem
    return error_response(problem.turn["error"], **problem.turn)


def _invalid(request: Request, problem: Exception) -> JSONResponse:
    if not isinstance(problem, RequestValidationError):
        raise problem
    first = problem.errors()[0]
    if first["type"] == "json_invalid":
        reason = first.get("ctx", {}).get("error", "")
        error = {"code": "invalid_json", "message": f"The body is no JSON: {reason}.", "hint": 'Send an object such as {"text": "…"}.'}
        return error_response(error, 422)
    place = ".".join(str(part) for part in first["loc"] if part not in {"body", "query", "path", "header"})
    said = first["msg"].removeprefix("Value error, ")
    if "UploadFile" in said:
        said = "a file with a name is expected"
    error = {"code": "invalid_request", "message": f"{place or 'The body'}: {said[:1].lower()}{said[1:]}.", "hint": SEE_DOCS}
    return error_response({**error, "argument": place} if place else error, 422)


def _plain(request: Request, problem: Exception) -> JSONResponse:
    if not isinstance(problem, HTTPException):
        raise problem
    code, message = PLAIN.get(problem.status_code, ("refused", str(problem.detail)))
    response = error_response({"code": code, "message": message, "hint": SEE_DOCS}, problem.status_code)
    response.headers.update(problem.headers or {})
    return response


def _broken(request: Request, problem: Exception) -> JSONResponse:
    reference = uuid.uuid4().hex[:8]
    log.error("reference %s", reference, exc_info=problem)
    message = f"Something went wrong inside. (Reference {reference})"
    hint = "Try it again or another way; with the reference the log tells what happened."
    return error_response({"code": "internal", "message": message, "hint": hint}, 500)
