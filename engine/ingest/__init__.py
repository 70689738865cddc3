"""Data in: any table file to a frame, with everything that was guessed said and recorded."""

from engine.ingest.understand import READERS, Understood, understand

__all__ = ["READERS", "Understood", "understand"]
