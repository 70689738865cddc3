"""What the tests of the jobs share: a nursery without the heavy libraries, a store, a runner, a desk."""

import sys
from pathlib import Path

import pytest

from engine.jobs import Desk, Limits, Nursery
from engine.store import Store
from tests.engine.jobs.rig import MODULE, WORK, Shop

sys.path.append(str(Path(__file__).parent))  # children find the work by its module name


@pytest.fixture(scope="session")
def nursery():
    light = Nursery(modules=(MODULE,), later=())
    yield light
    light.stop()


@pytest.fixture
def store(tmp_path):
    opened = Store(tmp_path / "home")
    yield opened
    opened.close()


@pytest.fixture
def shop(store, nursery):
    made = Shop(store, nursery, workers=2, limits=Limits(memory=2**30))
    made.runner.start()
    yield made
    made.runner.stop(drain=0)


@pytest.fixture
def desk(nursery):
    made = Desk(WORK, nursery=nursery)
    yield made
    made.close()
