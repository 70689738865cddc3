"""What programs send: checked once, and nothing in it that could not be written down again."""

from __future__ import annotations

import json
from typing import Annotated, Any

from fastapi import Header, Query
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

LONGEST_TEXT = 10_000
LONGEST_PAGE = 200


def writable(value: Any) -> Any:
    """Gives a value back that JSON can hold; raises ValueError for half a character, and for NaN and infinity."""
    try:
        json.dumps(value, ensure_ascii=False, allow_nan=False).encode()
    except UnicodeEncodeError:
        raise ValueError("there is half a character in it (a lone surrogate)") from None
    except (ValueError, RecursionError):
        raise ValueError("numbers must be finite, and lists not too deep") from None
    return value


Args = Annotated[dict[str, Any], AfterValidator(writable)]
Key = Annotated[str | None, Header(alias="Idempotency-Key", max_length=200)]
"""The same key sent again gives the same turn, and nothing is done twice."""
PageSize = Annotated[int, Query(ge=1, le=LONGEST_PAGE)]
Offset = Annotated[int, Query(ge=0, le=2**31)]


class Strict(BaseModel):
    """The base of bodies: names that are not known are refused."""

    model_config = ConfigDict(extra="forbid")


class Text(Strict):
    """What was said."""

    text: str = Field(min_length=1, max_length=LONGEST_TEXT)


class Call(Strict):
    """One call."""

    tool: str = Field(max_length=100)
    args: Args = Field(default_factory=dict)


class RouteText(Strict):
    """What is to be routed, and in which session's context."""

    text: str = Field(max_length=LONGEST_TEXT)
    session_id: str | None = Field(None, max_length=100)


class Formats(Strict):
    """What is to be written."""

    formats: list[Annotated[str, Field(max_length=50)]] = Field(min_length=1, max_length=20)
