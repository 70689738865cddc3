"""A server that is killed takes its children along, and the next one goes on with its jobs."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from engine.store import HomeInUse, Store
from tests.engine.jobs.rig import Shop, eventually, group_of, is_alive

SERVER = """
import sys, time
from engine.jobs import Desk, Nursery, Runner
from engine.store import Store, create_job
store = Store(sys.argv[1])
nursery = Nursery(modules=("work_for_jobs",), later=())
desk = Desk("work_for_jobs:choose", nursery=nursery)
idle = desk.ask({"work": "echo", "said": ""})["pid"]
runner = Runner(store, "work_for_jobs:choose", nursery=nursery)
runner.start()
payload = {"work": "until_released", "file": sys.argv[2]}
job = create_job(store, "ann", tool="train", call={}, payload=payload)
runner.ring()
while runner.wait(job["id"], 0.01)["progress"] == 0:
    pass
print(job["id"], idle, runner.running()[job["id"]], nursery._process.pid, flush=True)
time.sleep(600)
"""


@pytest.fixture
def server(tmp_path):
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[3]), str(Path(__file__).parent)]),
    }
    process = subprocess.Popen(
        [sys.executable, "-c", SERVER, str(tmp_path / "home"), str(tmp_path / "released")],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def test_killed_server(server, tmp_path, nursery):
    job_id, *pids = server.stdout.readline().split()
    children = [int(pid) for pid in pids]
    assert all(is_alive(pid) for pid in children)
    with pytest.raises(HomeInUse, match=f"in use by pid {server.pid}"):
        Store(tmp_path / "home")

    os.kill(server.pid, signal.SIGKILL)
    server.wait()
    eventually(lambda: not any(is_alive(pid) for pid in children))
    eventually(lambda: not any(group_of(pid) for pid in children))

    (tmp_path / "released").touch()
    store = Store(tmp_path / "home")
    shop = Shop(store, nursery)
    shop.runner.start()
    job = shop.runner.wait(job_id, timeout=20)
    shop.runner.stop(drain=0)
    store.close()
    assert (job["status"], job["attempt"]) == ("done", 2)
    assert job["result"] == {"released": True}
    assert "The server stopped while this was running; started again" in [each["message"] for each in shop.progress]


def test_children_die_even_where_the_server_and_the_nursery_are_killed(server):
    _, idle, job, nursery = server.stdout.readline().split()
    for pid in (server.pid, int(nursery)):
        os.kill(pid, signal.SIGKILL)
    eventually(lambda: not is_alive(int(idle)) and not is_alive(int(job)))
