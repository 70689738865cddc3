"""Jobs run in children, and each comes to exactly one end."""

import os
import random
import threading
import time

from engine.jobs import Limits
from engine.store import TERMINAL, claim_job, create_job, list_unfinished_jobs, load_job
from tests.engine.jobs.rig import Shop, eventually, group_of, is_alive


def test_a_job_gives_its_result(shop):
    job = shop.do("add", a=1, b=2)
    assert job["status"] == "done"
    assert job["progress"] == 1.0
    assert job["attempt"] == 1
    assert job["result"]["sum"] == 3
    assert job["result"]["unknown"] is None, "what is no number must not break the JSON of an answer"
    assert [ended["id"] for ended in shop.ended] == [job["id"]]
    assert (0.5, "half way") in [(each["progress"], each["message"]) for each in shop.progress]


def test_a_child_is_a_group_of_its_own_and_modest(shop):
    result = shop.do("settings")["result"]
    assert result["group"] == result["pid"]
    assert result["nice"] > os.nice(0)
    assert result["input"] == ""


def test_errors_are_sentences(shop):
    refused = shop.do("refuse")
    assert refused["status"] == "failed"
    assert refused["error"] == {
        "code": "too_big",
        "message": "This table has 9 rows; at most 5 are taken.",
        "hint": "Take a sample.",
    }
    assert shop.do("decline")["error"]["code"] == "no_target"


def test_a_crash_is_a_sentence_with_a_reference_and_quotes_no_cell(shop, caplog):
    job = shop.do("crash", cell="secret-cell")
    assert job["error"]["code"] == "internal"
    reference = job["error"]["message"].split("Reference ")[1].rstrip(")")
    assert reference in caplog.text
    assert "work_for_jobs.py" in caplog.text
    assert "ValueError" in caplog.text
    assert "secret-cell" not in caplog.text
    assert "Traceback" not in job["error"]["message"]


def test_an_answer_that_is_no_json_is_a_crash(shop):
    assert shop.do("no_json")["error"]["code"] == "internal"


def test_a_killed_worker_starts_again_once_with_the_same_numbers(shop, tmp_path):
    (tmp_path / "quiet").mkdir()
    (tmp_path / "killed").mkdir()
    expected = shop.do("die_at_first", folder=str(tmp_path / "quiet"), deaths=0, seed=7)
    job = shop.do("die_at_first", folder=str(tmp_path / "killed"), deaths=1, seed=7)
    assert job["status"] == "done"
    assert job["attempt"] == 2
    assert job["result"] == expected["result"]
    assert "The worker stopped unexpectedly; started again" in [each["message"] for each in shop.progress]
    assert [each["id"] for each in shop.ended] == [expected["id"], job["id"]]


def test_a_worker_killed_twice_is_given_up(shop, tmp_path):
    job = shop.do("die_at_first", folder=str(tmp_path), deaths=5, seed=7)
    assert job["status"] == "failed"
    assert job["attempt"] == 2
    assert job["error"]["code"] == "worker_lost"
    assert "second attempt" in job["error"]["message"]
    assert job["error"]["hint"]
    assert len(shop.ended) == 1


def test_too_much_memory_is_said_and_not_tried_again(shop):
    job = shop.do("fill_memory", bytes=3 * 2**30)
    assert job["status"] == "failed"
    assert job["error"]["code"] == "out_of_memory"
    assert job["attempt"] == 1
    assert "1.0 GiB" in job["error"]["message"]


def test_cancelling_leaves_no_process(shop):
    job_id = shop.queue("wait")
    pid = shop.child_of(job_id)
    assert len(group_of(pid)) == 2, "the work and the process that it started"
    assert shop.runner.cancel(job_id)["status"] == "cancelled"
    job = shop.runner.wait(job_id, timeout=10)
    assert job["status"] == "cancelled"
    eventually(lambda: not group_of(pid))
    assert [each["status"] for each in shop.ended] == ["cancelled"]
    assert shop.runner.cancel(job_id)["status"] == "cancelled"
    assert len(shop.ended) == 1, "cancelling again tells nothing new"


def test_a_queued_job_can_be_cancelled(store, nursery):
    shop = Shop(store, nursery)
    job_id = shop.queue("add", a=1, b=1)
    assert shop.runner.cancel(job_id)["status"] == "cancelled"
    shop.runner.start()
    later = shop.do("add", a=1, b=1)
    shop.runner.stop(drain=0)
    assert load_job(store, job_id)["status"] == "cancelled"
    assert [each["id"] for each in shop.ended] == [job_id, later["id"]]


def test_cancel_and_finish_race_to_one_end(shop):
    dice = random.Random(3)
    ids = []
    for _ in range(15):
        job_id = shop.queue("echo", said="x", seconds=0.01)
        cancelling = threading.Timer(dice.uniform(0, 0.04), shop.runner.cancel, [job_id])
        cancelling.start()
        job = shop.runner.wait(job_id, timeout=20)
        cancelling.join()
        assert job["status"] in ("done", "cancelled")
        assert (job["result"] is not None) == (job["status"] == "done")
        assert load_job(shop.store, job_id)["status"] == job["status"]
        ids.append(job_id)
    eventually(lambda: len(shop.ended) == len(ids))
    assert sorted(each["id"] for each in shop.ended) == sorted(ids), "each ends exactly once"


def test_a_deleted_job_stops(shop, monkeypatch):
    from engine.store import create_session, delete_session

    monkeypatch.setattr("engine.jobs.supervisor.SECONDS_BETWEEN_LOOKS", 0.02)
    session = create_session(shop.store, "ann")
    job = create_job(shop.store, "ann", tool="train", call={}, payload={"work": "wait"}, session_id=session["id"])
    shop.runner.ring()
    pid = shop.child_of(job["id"])
    delete_session(shop.store, "ann", session["id"])
    eventually(lambda: not group_of(pid) and not shop.runner.running())


def test_hard_limit_ends_a_job(store, nursery):
    shop = Shop(store, nursery, limits=Limits(soft=30, hard=0.2))
    shop.runner.start()
    job = shop.do("wait")
    shop.runner.stop(drain=0)
    assert job["status"] == "failed"
    assert job["error"]["code"] == "time_limit"
    assert "0.2 seconds" in job["error"]["message"]


def test_soft_limit_keeps_what_is_done(store, nursery):
    shop = Shop(store, nursery, limits=Limits(soft=0.2, hard=30))
    shop.runner.start()
    job = shop.do("until_stopped")
    shop.runner.stop(drain=0)
    assert job["status"] == "done"
    assert job["result"]["trials"] > 0


def test_stopping_early_keeps_what_is_done(shop):
    job_id = shop.queue("until_stopped")
    shop.child_of(job_id)
    assert shop.runner.finish_early(job_id)
    assert shop.runner.wait(job_id, timeout=10)["status"] == "done"
    assert not shop.runner.finish_early(job_id)


def test_progress_is_told_at_most_four_times_a_second_and_the_last_always(shop):
    started = time.monotonic()
    job = shop.do("chatter")
    seconds = time.monotonic() - started
    told = [each for each in shop.progress if each["id"] == job["id"] and each["progress"] > 0]
    assert told[-1]["message"] == "1999"
    assert len(told) <= 4 * seconds + 2


def test_users_take_turns(store, nursery):
    shop = Shop(store, nursery, workers=1)
    ids = [shop.queue("echo", said="a") for _ in range(4)] + [shop.queue("echo", owner="bob", said="b")]
    shop.runner.start()
    for job_id in ids:
        shop.runner.wait(job_id, timeout=20)
    shop.runner.stop(drain=0)
    assert [each["id"] for each in shop.ended].index(ids[-1]) <= 1
    assert [each["id"] for each in shop.ended if each["owner"] == "ann"] == ids[:4], "oldest first"


def test_stopping_puts_unfinished_work_back_without_using_an_attempt(store, nursery, tmp_path):
    first = Shop(store, nursery)
    first.runner.start()
    released = tmp_path / "released"
    job_id = first.queue("until_released", file=str(released))
    pid = first.child_of(job_id)
    first.runner.stop(drain=0)
    assert not is_alive(pid)
    job = load_job(store, job_id)
    assert (job["status"], job["attempt"]) == ("queued", 0)
    assert not first.ended

    released.touch()
    second = Shop(store, nursery)
    second.runner.start()
    job = second.runner.wait(job_id, timeout=20)
    second.runner.stop(drain=0)
    assert (job["status"], job["attempt"]) == ("done", 1)


def test_stopping_lets_go_of_whoever_waits_for_unfinished_work(store, nursery, tmp_path):
    shop = Shop(store, nursery)
    shop.runner.start()
    job_id = shop.queue("until_released", file=str(tmp_path / "never"))
    shop.child_of(job_id)
    seen = []
    waiting = threading.Thread(target=lambda: seen.append(shop.runner.wait(job_id, timeout=600)), daemon=True)
    waiting.start()
    shop.runner.stop(drain=0)
    waiting.join(timeout=20)
    assert [job["status"] for job in seen] == ["queued"], "a server could not end before the time was up"


def test_stopping_lets_work_that_is_nearly_done_finish(store, nursery):
    shop = Shop(store, nursery)
    shop.runner.start()
    job_id = shop.queue("echo", said="x", seconds=0.3)
    eventually(lambda: job_id in shop.runner.running())
    shop.runner.stop(drain=10)
    assert load_job(store, job_id)["status"] == "done"


def test_a_job_whose_attempts_are_used_up_is_not_started_again(store, nursery):
    job = create_job(store, "ann", tool="x", call={}, payload={"work": "echo", "said": "x"})
    with store.writing() as session:
        from engine.store.tables import JobRow

        session.get(JobRow, job["id"]).attempt = 1
    claim_job(store, job["id"])
    shop = Shop(store, nursery)
    shop.runner.start()
    ended = load_job(store, job["id"])
    shop.runner.stop(drain=0)
    assert ended["status"] == "failed"
    assert ended["error"]["code"] == "worker_lost"
    assert "server stopped" in ended["error"]["message"]
    assert [each["id"] for each in shop.ended] == [job["id"]]


def test_a_job_that_cannot_be_read_fails_and_the_others_go_on(store, nursery):
    shop = Shop(store, nursery)
    broken, sound = shop.queue("add", a=1, b=1), shop.queue("add", a=1, b=1)
    with store.writing() as session:
        session.connection().exec_driver_sql("UPDATE job SET payload='{' WHERE id=?", (broken,))
    shop.runner.start()
    assert shop.runner.wait(broken, 20)["error"]["code"] == "damaged"
    assert shop.runner.wait(sound, 20)["status"] == "done"
    shop.runner.stop(drain=0)


def test_a_listener_that_fails_does_not_stop_the_queue(store, nursery):
    shop = Shop(store, nursery)
    shop.runner._on_end = lambda job: 1 / 0
    shop.runner.start()
    assert shop.do("add", a=1, b=1)["status"] == "done"
    assert shop.do("add", a=1, b=1)["status"] == "done"
    shop.runner.stop(drain=0)


def test_nothing_is_left_unfinished(shop):
    ids = [shop.queue("echo", owner=f"user {number}", said="x") for number in range(6)]
    assert {shop.runner.wait(job_id, 20)["status"] for job_id in ids} <= TERMINAL
    assert not list_unfinished_jobs(shop.store)


def test_who_is_told_of_an_end_may_wait_for_the_next_job(store, nursery):
    shop = Shop(store, nursery, workers=1)
    followed = []

    def go_on(job):
        if not followed:
            followed.append(None)
            followed.append(shop.runner.wait(shop.queue("echo", said="next"), timeout=10)["status"])

    shop.runner._on_end = go_on
    shop.runner.start()
    shop.do("echo", said="first")
    shop.runner.stop(drain=0)
    assert followed[1:] == ["done"], "and who waited for the first is answered after its end was told"


def test_what_somebody_waits_for_does_not_queue_behind_long_work(store, nursery, tmp_path):
    shop = Shop(store, nursery, workers=1)
    shop.runner.start()
    released = tmp_path / "released"
    long = shop.queue("until_released", file=str(released))
    shop.child_of(long)
    queued = shop.queue("echo", said="in its turn")
    waited = create_job(store, "ann", tool="echo", call={}, payload={"work": "echo", "said": "at once"})["id"]
    shop.runner.start_at_once(waited)
    assert shop.runner.wait(waited, timeout=20)["status"] == "done"
    assert shop.runner.wait(queued, timeout=0)["status"] == "queued", "the others keep their turns"
    shop.runner.start_at_once(waited)
    released.touch()
    assert {shop.runner.wait(job_id, timeout=20)["status"] for job_id in (long, queued)} == {"done"}
    shop.runner.stop(drain=0)
    assert [each["id"] for each in shop.ended].count(waited) == 1
