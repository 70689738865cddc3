"""Making and choosing features."""
