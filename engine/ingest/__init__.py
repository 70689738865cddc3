"""Data in: any table file to a frame, with everything that was guessed said and recorded."""

import pyarrow as pa

from engine.ingest.understand import READERS, Understood, understand

# Arrow's own pools keep what was freed and ask for pages so large that getting them takes longer than filling them.
pa.set_memory_pool(pa.system_memory_pool())

__all__ = ["READERS", "Understood", "understand"]
