"""The deterministic engine: data in, operations, runs, plots, store and jobs."""
