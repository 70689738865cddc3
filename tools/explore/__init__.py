"""Charts and tables to explore with."""
