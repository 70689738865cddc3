"""Datasets, sessions, turns and exports: what is kept, for whom, and what goes with what."""

import json
import threading

import pytest

from engine.store import (
    Exists,
    NotFound,
    Stale,
    add_dataset,
    add_export,
    add_turn,
    create_job,
    create_session,
    delete_dataset,
    delete_session,
    get_dataset,
    get_export,
    get_job,
    get_session,
    get_turn_of_job,
    list_datasets,
    list_exports,
    list_sessions,
    list_turns,
    load_job,
    owner_of_session,
    rename_session,
    update_session,
    update_turn_body,
)

HOSTILE = "'); DROP TABLE session;-- \ud800 \u202e <script> \x00 é"


def dataset(store, owner="ann", **changes):
    given = {"name": "a.csv", "source": "upload", "sha256": "0" * 64, "bytes": 3, "rows": 1, "columns": []}
    return add_dataset(store, owner, **{**given, **changes})


def export(store, session_id, owner="ann", **changes):
    given = {"name": "train.py", "path": "train.py", "bytes": 3, "sha256": "0" * 64}
    return add_export(store, owner, session_id, **{**given, **changes})


def test_hostile_words_are_only_words(store):
    session = create_session(store, "ann", name=HOSTILE)
    turn = add_turn(store, "ann", session["id"], said=HOSTILE, body={"blocks": [HOSTILE]})
    made = dataset(store, name=HOSTILE, columns=[{"name": HOSTILE, "kind": "text"}])
    assert get_dataset(store, "ann", made["id"])["columns"][0]["name"] == HOSTILE
    assert list_turns(store, "ann", session["id"]) == [turn]
    readable = HOSTILE.replace("\ud800", "\ufffd")
    assert session["name"].replace("\ufffd\ufffd\ufffd", "\ufffd") == readable
    json.dumps(list_sessions(store, "ann"))


def test_somebody_elses_id_reads_as_a_missing_one(store):
    session = create_session(store, "ann")["id"]
    job = create_job(store, "ann", tool="train", call={}, payload={}, session_id=session)["id"]
    turn = add_turn(store, "ann", session, said="hi", body={}, job_id=job)["id"]
    made = dataset(store)["id"]
    file = export(store, session)["id"]
    calls = [
        (get_session, session),
        (delete_session, session),
        (list_turns, session),
        (list_exports, session),
        (get_job, job),
        (get_turn_of_job, job),
        (get_dataset, made),
        (delete_dataset, made),
        (get_export, file),
        (lambda *at: rename_session(*at, "mine"), session),
        (lambda *at: update_session(*at, 1, name="mine"), session),
        (lambda *at: add_turn(*at, said="x", body={}), session),
        (lambda *at: update_turn_body(*at, {}), turn),
    ]
    for call, id in calls:
        with pytest.raises(NotFound) as foreign:
            call(store, "bob", id)
        with pytest.raises(NotFound) as missing:
            call(store, "bob", "0" * 32)
        assert foreign.value.message == missing.value.message
    assert not list_sessions(store, "bob")
    assert not list_datasets(store, "bob")
    own = create_session(store, "bob")
    with pytest.raises(NotFound):
        update_session(store, "bob", own["id"], 1, dataset_id=made)
    with pytest.raises(NotFound):
        create_job(store, "bob", tool="train", call={}, payload={}, session_id=session)
    assert len(list_turns(store, "ann", session)) == 1


def test_an_id_can_be_given_once(store):
    assert create_session(store, "ann", id="thread-1")["id"] == "thread-1"
    with pytest.raises(Exists):
        create_session(store, "bob", id="thread-1")
    assert owner_of_session(store, "thread-1") == "ann"
    assert owner_of_session(store, "thread-2") is None


def test_a_change_on_an_old_version_is_refused_and_changes_nothing(store):
    session = create_session(store, "ann")
    first = update_session(store, "ann", session["id"], 1, experiment={"steps": [1]}, mode="expert")
    assert (first["version"], first["experiment"], first["mode"]) == (2, {"steps": [1]}, "expert")
    with pytest.raises(Stale) as stale:
        update_session(store, "ann", session["id"], 1, experiment={"steps": [2]})
    assert stale.value.current == 2
    assert get_session(store, "ann", session["id"]) == first
    with pytest.raises(TypeError, match="owner"):
        update_session(store, "ann", session["id"], 2, owner="bob")


def test_of_two_tabs_one_wins(store):
    session = create_session(store, "ann")["id"]
    results = []

    def change(number):
        try:
            results.append(update_session(store, "ann", session, 1, experiment=number)["experiment"])
        except Stale:
            results.append(None)

    together(change, 8)
    won = [result for result in results if result is not None]
    assert len(won) == 1
    assert get_session(store, "ann", session)["experiment"] == won[0]


def test_renaming_disturbs_nobody(store):
    session = create_session(store, "ann")
    assert rename_session(store, "ann", session["id"], "New")["name"] == "New"
    assert update_session(store, "ann", session["id"], session["version"], pending={"a": 1})["name"] == "New"


def test_turns_are_numbered_in_order_also_from_several_threads(store):
    session = create_session(store, "ann")["id"]
    together(lambda number: add_turn(store, "ann", session, said=str(number), body={}), 12)
    assert [turn["number"] for turn in list_turns(store, "ann", session)] == list(range(1, 13))


def test_a_turn_takes_the_answer_of_its_job(store):
    session = create_session(store, "ann")["id"]
    add_turn(store, "ann", session, said="train", body={"status": "running"}, job_id="j")
    turn = get_turn_of_job(store, "ann", "j")
    update_turn_body(store, "ann", turn["id"], {"status": "done"})
    assert [each["body"] for each in list_turns(store, "ann", session)] == [{"status": "done"}]


def test_the_latest_session_comes_first(store):
    first, second = create_session(store, "ann")["id"], create_session(store, "ann")["id"]
    assert [each["id"] for each in list_sessions(store, "ann")] == [second, first]
    add_turn(store, "ann", first, said="hi", body={})
    assert [each["id"] for each in list_sessions(store, "ann")] == [first, second]


def test_deleting_a_session_takes_all_of_it(store):
    session = create_session(store, "ann")["id"]
    job = create_job(store, "ann", tool="train", call={}, payload={}, session_id=session)["id"]
    add_turn(store, "ann", session, said="x", body={}, job_id=job)
    file = export(store, session)["id"]
    store.export_folder(file).mkdir()
    (store.export_folder(file) / "train.py").write_text("x")
    delete_session(store, "ann", session)
    assert not list_sessions(store, "ann")
    assert load_job(store, job) is None
    assert not store.export_folder(file).exists()
    for table in ("session", "turn", "job", "export"):
        with store.reading() as reading:
            assert reading.connection().exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one() == 0


def test_deleting_a_dataset_leaves_its_sessions(store):
    made = dataset(store)["id"]
    store.dataset_folder(made).mkdir()
    session = create_session(store, "ann")["id"]
    update_session(store, "ann", session, 1, dataset_id=made)
    delete_dataset(store, "ann", made)
    assert get_session(store, "ann", session)["dataset_id"] is None
    assert not store.dataset_folder(made).exists()
    assert not list_datasets(store, "ann")


def test_a_damaged_row_is_shown_as_such_beside_the_others(store):
    damaged, sound = create_session(store, "ann"), create_session(store, "ann")
    with store.writing() as session:
        session.connection().exec_driver_sql("UPDATE session SET experiment='{' WHERE id=?", (damaged["id"],))
    listed = {each["id"]: each for each in list_sessions(store, "ann")}
    assert listed[damaged["id"]]["damaged"] == ["experiment"]
    assert listed[damaged["id"]]["experiment"] == {}
    assert listed[sound["id"]] == sound


def together(work, count):
    """Does the work from several threads at once."""
    threads = [threading.Thread(target=work, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
