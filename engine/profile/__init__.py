"""The data health report: what a table holds and what to look at before learning from it."""

from engine.profile.report import profile

__all__ = ["profile"]
