"""Quick questions are answered by warm children that are replaced when they are lost."""

import os
import signal
import threading

import pytest

from engine.jobs import ChildLost, Crashed, Desk, Nursery, OutOfMemory, TimedOut
from tests.engine.jobs.rig import MODULE, WORK, eventually, group_of, is_alive


def test_the_same_child_answers_again(desk):
    first = desk.ask({"work": "echo", "said": "one"})
    second = desk.ask({"work": "echo", "said": "two"})
    assert (first["said"], second["said"]) == ("one", "two")
    assert first["pid"] == second["pid"]


def test_progress_reaches_the_caller(desk):
    told = []
    desk.ask({"work": "add", "a": 1, "b": 1}, report=lambda fraction, text: told.append((fraction, text)))
    assert told == [(0.5, "half way")]


def test_errors_come_back_and_the_child_stays(desk):
    before = desk.ask({"work": "echo", "said": ""})["pid"]
    assert desk.ask({"work": "refuse"})["error"]["code"] == "too_big"
    with pytest.raises(Crashed, match="Reference"):
        desk.ask({"work": "crash", "cell": "x"})
    assert desk.ask({"work": "echo", "said": ""})["pid"] == before


def test_a_child_killed_while_idle_is_replaced_unnoticed(desk):
    before = desk.ask({"work": "echo", "said": ""})["pid"]
    os.kill(before, signal.SIGKILL)
    eventually(lambda: not is_alive(before))
    after = desk.ask({"work": "echo", "said": "still here"})
    assert after["said"] == "still here"
    assert after["pid"] != before


def test_a_child_killed_at_work_is_said_and_replaced(desk, tmp_path):
    with pytest.raises(ChildLost):
        desk.ask({"work": "die_at_first", "folder": str(tmp_path), "deaths": 1, "seed": 1})
    assert len(desk.ask({"work": "die_at_first", "folder": str(tmp_path), "deaths": 1, "seed": 1})["numbers"]) == 3


def test_a_question_that_takes_too_long_is_ended(desk, tmp_path):
    with pytest.raises(TimedOut, match=r"0\.5 seconds"):
        desk.ask({"work": "wait", "file": str(tmp_path / "pid")}, timeout=0.5)
    eventually(lambda: not group_of(int((tmp_path / "pid").read_text())))
    assert desk.ask({"work": "echo", "said": "next"})["said"] == "next"


def test_memory_is_capped(nursery):
    desk = Desk(WORK, nursery=nursery, memory=2**30)
    with pytest.raises(OutOfMemory):
        desk.ask({"work": "fill_memory", "bytes": 3 * 2**30})
    assert desk.ask({"work": "echo", "said": "next"})["said"] == "next"
    desk.close()


def test_several_threads_each_get_their_own_answer(nursery):
    desk = Desk(WORK, count=2, nursery=nursery)
    answers = {}

    def ask(number):
        answers[number] = desk.ask({"work": "echo", "said": number, "seconds": 0.01})["said"]

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    desk.close()
    assert answers == {number: number for number in range(20)}


def test_closing_leaves_no_child(nursery):
    desk = Desk(WORK, nursery=nursery)
    pid = desk.ask({"work": "echo", "said": ""})["pid"]
    desk.close()
    assert not is_alive(pid)
    with pytest.raises(ChildLost):
        desk.ask({"work": "echo", "said": ""})


def test_a_lost_nursery_is_replaced(desk, nursery):
    before = desk.ask({"work": "echo", "said": ""})["pid"]
    os.kill(nursery._process.pid, signal.SIGKILL)
    eventually(lambda: not is_alive(before))
    assert desk.ask({"work": "echo", "said": "again"})["said"] == "again"


def test_what_can_wait_is_loaded_in_a_pause_and_children_that_come_after_have_it(tmp_path, monkeypatch):
    (tmp_path / "can_wait.py").write_text(f"import pathlib\npathlib.Path({str(tmp_path / 'mark')!r}).touch()\n")
    monkeypatch.syspath_prepend(tmp_path)
    nursery = Nursery(modules=(MODULE,), later=("no_such_module", "can_wait"))
    desk = Desk(WORK, nursery=nursery)
    try:
        eventually((tmp_path / "mark").exists)
        assert desk.ask({"work": "loaded", "module": "can_wait"})["loaded"]
    finally:
        desk.close()
        nursery.stop()
