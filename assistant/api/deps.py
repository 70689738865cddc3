"""What every route is given."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from assistant.playground import Playground


def the_playground(request: Request) -> Playground:
    """Gives the playground that this application serves."""
    playground: Playground = request.app.state.playground
    return playground


App = Annotated[Playground, Depends(the_playground)]
