"""Settings of all tests."""

from pathlib import Path

import pytest

# skops looks through all loaded modules while it is imported, and stumbles on chainlit's lazy ones: it comes first.
# In the product the two are never in one process.
import skops.io  # noqa: F401

WITH_PROCESSES = {"browser", "faults"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keeps a file's tests together where several processes run them; those that start browsers and servers of their own come one by one."""
    for item in items:
        folder = item.path.relative_to(Path(__file__).parent).parts[0]
        item.add_marker(pytest.mark.xdist_group("processes" if folder in WITH_PROCESSES else str(item.path)))
