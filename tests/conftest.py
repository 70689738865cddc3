"""Settings of all tests."""

# skops looks through all loaded modules while it is imported, and stumbles on chainlit's lazy ones: it comes first.
# In the product the two are never in one process.
import skops.io  # noqa: F401
