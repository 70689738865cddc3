"""The queue: each job is claimed by one, and ends once."""

import pytest

from engine.jobs.fairness import fair_choice
from engine.store import (
    QueueFull,
    add_dataset,
    cancel_job,
    claim_job,
    create_job,
    create_session,
    finish_job,
    get_job,
    list_queued_jobs,
    list_unfinished_jobs,
    renew_lease,
    requeue,
    update_progress,
    update_session,
)


def queued(store, owner="ann", **changes):
    return create_job(store, owner, **{"tool": "train", "call": {"tool": "train"}, "payload": {"n": 1}, **changes})[
        "id"
    ]


def test_a_job_is_claimed_once(store):
    job_id = queued(store)
    claimed = claim_job(store, job_id)
    assert (claimed["status"], claimed["attempt"], claimed["fence"]) == ("running", 1, 1)
    assert claimed["payload"] == {"n": 1}
    assert claimed["lease_until"] > claimed["started"]
    assert claim_job(store, job_id) is None


def test_only_the_latest_attempt_may_report(store):
    job_id = queued(store)
    claim_job(store, job_id)
    requeue(store, job_id, 1, "started again")
    second = claim_job(store, job_id)
    assert (second["attempt"], second["fence"], second["message"]) == (2, 2, "started again")
    assert update_progress(store, job_id, 1, 0.9, "late") is None
    assert not renew_lease(store, job_id, 1)
    assert finish_job(store, job_id, 1, "done", result={"late": True}) is None
    assert requeue(store, job_id, 1, "late") is None
    assert finish_job(store, job_id, 2, "done", result={"late": False})["result"] == {"late": False}


def test_a_job_ends_once(store):
    job_id = queued(store)
    claim_job(store, job_id)
    assert finish_job(store, job_id, 1, "done", result={})["progress"] == 1.0
    assert cancel_job(store, job_id) is None
    assert finish_job(store, job_id, 1, "failed", error={"code": "x"}) is None
    assert requeue(store, job_id, 1, "again") is None
    ended = get_job(store, "ann", job_id)
    assert (ended["status"], ended["error"]) == ("done", None)
    assert ended["created"] <= ended["started"] <= ended["ended"]


def test_an_attempt_can_be_given_back(store):
    job_id = queued(store)
    claim_job(store, job_id)
    assert requeue(store, job_id, 1, "waiting", give_back_attempt=True)["attempt"] == 0


@pytest.mark.parametrize(("given", "kept"), [(0.5, 0.5), (-1, 0.0), (7, 1.0), (float("nan"), 0.0)])
def test_progress_is_a_share(store, given, kept):
    job_id = queued(store)
    claim_job(store, job_id)
    told = update_progress(store, job_id, 1, given, "m" * 9000)
    assert told["progress"] == kept
    assert len(told["message"]) <= 500


def test_one_user_cannot_fill_the_queue(store):
    for _ in range(3):
        queued(store, most=3)
    with pytest.raises(QueueFull, match="3 jobs"):
        queued(store, most=3)
    assert queued(store, owner="bob", most=3)


def test_unfinished_jobs_can_be_found_by_what_they_use(store):
    made = add_dataset(store, "ann", name="a", source="upload", sha256="0", bytes=1, rows=1, columns=[])["id"]
    session = create_session(store, "ann")["id"]
    update_session(store, "ann", session, 1, dataset_id=made)
    of_session, elsewhere, of_bob = queued(store, session_id=session), queued(store), queued(store, owner="bob")
    ended = queued(store, session_id=session)
    cancel_job(store, ended)

    def ids(**what):
        return [job["id"] for job in list_unfinished_jobs(store, **what)]

    assert ids() == [of_session, elsewhere, of_bob]
    assert ids(owner="ann") == [of_session, elsewhere]
    assert ids(session_id=session) == ids(dataset_id=made) == [of_session]
    assert list_queued_jobs(store) == [(of_session, "ann"), (elsewhere, "ann"), (of_bob, "bob")]


def test_users_take_turns():
    waiting = [("1", "ann"), ("2", "ann"), ("3", "bob")]
    assert fair_choice(waiting, {}) == ("1", "ann")
    assert fair_choice(waiting[1:], {"ann": 1}) == ("3", "bob")
    assert fair_choice(waiting, {"ann": 1, "bob": 2}) == ("1", "ann")
    assert fair_choice([], {}) is None
