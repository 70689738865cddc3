"""A session is read from the database once, and never older than what was written."""

import threading

import pytest

from engine.store import (
    NotFound,
    add_turn,
    create_session,
    delete_session,
    get_session,
    rename_session,
    update_session,
)
from engine.store.kept import LONGEST_KEPT, MOST_KEPT, KeptSessions


@pytest.fixture
def kept():
    return KeptSessions()


def test_a_session_is_read_once(kept):
    assert kept.get("a", lambda: ({"version": 1}, 10)) == {"version": 1}
    assert kept.get("a", lambda: pytest.fail("it was read again")) == {"version": 1}


def test_what_was_read_while_it_was_changed_is_not_kept(kept):
    def read():
        kept.forget("a")
        return {"version": 1}, 10

    assert kept.get("a", read) == {"version": 1}
    assert kept.get("a", lambda: ({"version": 2}, 10)) == {"version": 2}


def test_very_long_ones_and_old_ones_give_way(kept):
    kept.get("long", lambda: ({"version": 1}, LONGEST_KEPT + 1))
    assert kept.get("long", lambda: ({"version": 2}, 1)) == {"version": 2}
    for number in range(MOST_KEPT):
        kept.get(str(number), lambda: ({"version": 1}, 1))
    assert kept.get("long", lambda: ({"version": 3}, 1)) == {"version": 3}


def test_every_change_is_seen_at_once(store):
    session = create_session(store, "ann")["id"]
    assert get_session(store, "ann", session)["name"] == ""
    rename_session(store, "ann", session, "New")
    assert get_session(store, "ann", session)["name"] == "New"
    update_session(store, "ann", session, 1, experiment={"steps": [1]})
    assert get_session(store, "ann", session)["experiment"] == {"steps": [1]}
    add_turn(store, "ann", session, said="hi", body={}, session_changes={"last": [{"tool": "preview"}]})
    assert get_session(store, "ann", session)["last"] == [{"tool": "preview"}]
    delete_session(store, "ann", session)
    with pytest.raises(NotFound):
        get_session(store, "ann", session)


def test_a_session_at_hand_is_shown_to_its_owner_alone(store):
    session = create_session(store, "ann")["id"]
    get_session(store, "ann", session)
    with pytest.raises(NotFound):
        get_session(store, "bob", session)


def test_readers_never_see_less_than_was_written_before_they_asked(store):
    session = create_session(store, "ann")["id"]
    written = [1]
    late = []

    def look():
        while written[0] < 60:
            least = written[0]
            seen = get_session(store, "ann", session)["version"]
            late.extend([(least, seen)] if seen < least else [])

    threads = [threading.Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    for version in range(1, 60):
        written[0] = update_session(store, "ann", session, version, name=str(version))["version"]
    for thread in threads:
        thread.join()
    assert not late
