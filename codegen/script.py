"""Generates the training in one file."""

from codegen.training import script_of

__all__ = ["script_of"]
