"""One server process for all tests of the REST API."""

import pytest

from tests.outside import DATA, serving


@pytest.fixture(scope="package")
def server(tmp_path_factory):
    """A running server with a home directory of its own."""
    with serving(tmp_path_factory.mktemp("api")) as server:
        yield server


@pytest.fixture(scope="package")
def titanic(server):
    """An uploaded dataset that no test changes."""
    return server.upload(DATA / "titanic.csv")["id"]
