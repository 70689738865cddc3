"""What must survive, with real server processes: killed workers, killed servers, and servers that are asked to stop."""

import os
import signal
import sqlite3
import subprocess

import pytest

from engine.store import Store, list_unfinished_jobs
from tests.outside import COMMAND, descendants, environment, eventually, parent_of, playground, serving

NEVER_DONE = 20_000
"""Trees in a forest that is still being trained whenever a test looks."""
A_FEW_SECONDS = 200


@pytest.fixture
def server(tmp_path):
    with serving(tmp_path / "home") as server:
        yield server


def training(server, trees):
    """Starts training a forest; gives the session, the job, and the process that trains it."""
    session = server.session("california_housing")
    assert server.call(session, "set_target", column="median_house_value")["status"] == "done"
    assert server.call(session, "split", train=0.8, test=0.2)["status"] == "done"
    turn = server.call(session, "train", model="random_forest", params={"n_estimators": trees, "max_depth": 6})
    assert turn["status"] == "running", turn
    return session, turn["job_id"], eventually(lambda: trainer_of(server))


def trainer_of(server):
    """Gives the process that works on a job, or None."""
    return next(iter(workers_of(server.process.pid)), None)


def heeding_interrupts():
    """Has a command heed an interrupt also where these tests run in the background of a shell, which ignores it for all that it starts there."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def workers_of(pid):
    """Gives the processes that work on jobs: those that are more modest than the one that started them."""
    usual = os.getpriority(os.PRIO_PROCESS, pid)
    return [each for each in descendants(pid) if (found := niceness(each)) is not None and found > usual]


def niceness(pid):
    try:
        return os.getpriority(os.PRIO_PROCESS, pid)
    except ProcessLookupError:
        return None


def nothing_is_left(pids, home):
    """Says that of these processes none lives, and that no half-written file lies in the home directory."""
    eventually(lambda: not any(parent_of(pid) for pid in pids))
    assert not list(home.rglob("*.part"))


def columns_of(server, session):
    return [column["name"] for column in server.get(f"/sessions/{session}")["dataset"]["columns"]]


def test_a_killed_worker_is_tried_once_more_then_given_up_in_words_and_the_conversation_goes_on(server):
    session, job_id, first = training(server, NEVER_DONE)
    os.kill(first, signal.SIGKILL)
    second = eventually(lambda: (pid := trainer_of(server)) and pid != first and pid)
    again = eventually(lambda: (job := server.get(f"/jobs/{job_id}"))["attempt"] == 2 and job)
    assert again["status"] == "running"
    os.kill(second, signal.SIGKILL)

    job = server.ended(job_id)
    assert (job["status"], job["error"]["code"]) == ("failed", "worker_lost")
    assert "stopped unexpectedly" in job["error"]["message"]
    assert job["error"]["hint"]
    told = server.transcript(session)[-1]
    assert (told["status"], told["error"]) == ("error", job["error"])

    state = server.get(f"/sessions/{session}")
    assert (state["runs"], state["job"]) == ([], None)
    assert [step["tool"] for step in state["steps"]] == ["load_data", "set_target", "split", "encode"]
    smaller = server.call(session, "train", model="random_forest", params={"n_estimators": 2})
    assert server.ended(smaller["job_id"])["status"] == "done"
    assert len(server.get(f"/sessions/{session}")["runs"]) == 1
    assert trainer_of(server) is None


def test_a_killed_desk_is_replaced_by_the_next_question(server):
    session = server.session("penguins")
    (nursery,) = [pid for pid in descendants(server.process.pid) if parent_of(pid) == server.process.pid]
    for pid in descendants(server.process.pid) - {nursery}:
        os.kill(pid, signal.SIGKILL)
    assert server.call(session, "preview")["status"] == "done"
    os.kill(nursery, signal.SIGKILL)
    eventually(lambda: parent_of(nursery) is None)
    assert server.call(session, "describe_column", column="species")["status"] == "done"


def test_after_a_killed_server_the_conversation_is_there_and_the_work_is_done_once(server, tmp_path):
    session, job_id, _ = training(server, A_FEW_SECONDS)
    said, columns = server.transcript(session), columns_of(server, session)
    before = descendants(server.process.pid)
    server.stop(signal.SIGKILL)
    nothing_is_left(before, server.home)

    with serving(server.home) as again:
        assert again.transcript(session)[: len(said)] == said
        assert columns_of(again, session) == columns
        job = again.ended(job_id)
        assert (job["status"], job["attempt"]) == ("done", 2)
        told = [turn for turn in again.transcript(session) if any(block["type"] == "metrics" for block in turn["blocks"])]
        assert len(told) == 1
        assert [run["params"]["n_estimators"] for run in again.get(f"/sessions/{session}")["runs"]] == [A_FEW_SECONDS]
        before = descendants(again.process.pid)
        assert again.stop(signal.SIGTERM) == 0
    nothing_is_left(before, server.home)


def test_a_server_that_is_asked_to_stop_puts_its_work_back_without_using_an_attempt(server):
    session, job_id, _ = training(server, NEVER_DONE)
    before = descendants(server.process.pid)
    assert server.stop(signal.SIGTERM) == 0
    assert "Traceback" not in "".join(server.said)
    nothing_is_left(before, server.home)

    with serving(server.home) as again:
        job = eventually(lambda: (job := again.get(f"/jobs/{job_id}"))["status"] == "running" and job)
        assert job["attempt"] == 1
        busy = again.call(session, "impute", columns="all")
        assert busy["error"]["code"] == "busy"
        elsewhere = again.call(again.session("penguins"), "export", formats=["pipeline"])
        assert elsewhere["status"] == "done", "what somebody waits for does not queue behind the training"
        assert again.call(session, "cancel")["status"] == "done"
        assert again.get(f"/jobs/{job_id}")["status"] == "cancelled"
        assert again.get(f"/sessions/{session}")["job"] is None
        assert trainer_of(again) is None


def test_who_leaves_the_terminal_in_the_middle_leaves_nothing_running(tmp_path):
    training = f"train a random forest with {NEVER_DONE} trees and max depth 6"
    arguments = ["chat", "california_housing", "predict median_house_value", training, "--json", "--home", str(tmp_path)]
    command = subprocess.Popen([*COMMAND, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(), preexec_fn=heeding_interrupts)
    eventually(lambda: workers_of(command.pid))
    started = descendants(command.pid)
    command.send_signal(signal.SIGINT)
    said, _ = command.communicate(timeout=60)
    assert command.returncode == 130
    assert len(said.splitlines()) == 2
    nothing_is_left(started, tmp_path)
    store = Store(tmp_path)
    assert list_unfinished_jobs(store) == []
    store.close()


def test_a_database_that_somebody_else_holds_is_said_and_passes(server):
    holder = sqlite3.connect(server.home / "playground.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    busy = server.http.post("/sessions")
    assert (busy.status_code, busy.json()["code"]) == (503, "database_busy")
    assert int(busy.headers["Retry-After"]) > 0
    assert server.http.get("/sessions").status_code == 200
    holder.execute("ROLLBACK")
    holder.close()
    assert server.http.post("/sessions").status_code == 201


def test_a_second_server_on_the_same_home_ends_with_status_3_and_names_the_first(server):
    second = playground("serve", "--port", "0", "--no-browser", home=server.home)
    assert second.returncode == 3
    assert f"in use by pid {server.process.pid}" in second.stderr
    assert second.stderr.count("\n") == 1
    assert server.get("/health")["status"] == "ok"


def test_what_an_upload_left_half_done_is_gone_after_a_restart(server):
    unfinished = server.home / "datasets" / "0123456789abcdef"
    unfinished.mkdir(parents=True)
    (unfinished / "raw").write_bytes(b"a,b\n1,")
    (server.home / "runs" / "model.skops.part").write_bytes(b"half")
    kept = server.upload_text("kept.csv", "a,b\n" + "1,2\n" * 20)
    server.stop(signal.SIGKILL)
    with serving(server.home) as again:
        assert not unfinished.exists()
        assert not list(server.home.rglob("*.part"))
        assert [dataset["id"] for dataset in again.get("/datasets")] == [kept["id"]]
        assert again.call(again.session(), "load_data", source=kept["id"])["status"] == "done"
