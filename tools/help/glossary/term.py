"""The shape of a glossary entry."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Term:
    """A word with what it means, in plain language: at most two sentences first, the rest after them."""

    name: str
    short: str
    more: str = ""
    see: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    """Other names for the same thing."""
