"""Plain language in, validated tool calls out; nothing is executed here."""

from assistant.router.context import RouterContext
from assistant.router.route import route

__all__ = ["RouterContext", "route"]
