"""A row that was damaged from outside is said to be so; the rest goes on, and nothing fails inside."""

import sqlite3

import pytest

from tests.outside import DATA, serving

GARBAGE = ("{", "")
DAMAGEABLE = {
    "session": ("experiment", "pending", "last", "mode"),
    "turn": ("body",),
    "dataset": ("columns", "options", "warnings", "sha256"),
    "job": ("call", "payload", "status", "error", "result", "message"),
    "export": ("path", "sha256"),
}


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("damaged")) as server:
        yield server


def test_no_damaged_row_makes_the_server_fail(server):
    dataset = server.upload(DATA / "penguins.csv")["id"]
    session, other = server.session(), server.session("titanic")
    server.call(session, "load_data", source=dataset)
    server.call(session, "set_target", column="species")
    job = server.call(session, "train", model="dummy")["job_id"]
    server.ended(job)
    exported = server.call(session, "export", formats=["pipeline"])["blocks"][-1]["url"].removeprefix("/api/v1")
    reads = [
        "/sessions",
        f"/sessions/{session}",
        f"/sessions/{session}/transcript?format=html",
        "/datasets",
        f"/datasets/{dataset}",
        f"/datasets/{dataset}/preview",
        f"/jobs/{job}",
        f"/models/{job}/results",
        exported,
        "/metrics",
        "/ready",
    ]
    with sqlite3.connect(server.home / "playground.db", isolation_level=None) as database:
        for table, columns in DAMAGEABLE.items():
            for column in columns:
                kept = database.execute(f"SELECT {column}, id FROM {table}").fetchall()
                for garbage in GARBAGE:
                    database.execute(f"UPDATE {table} SET {column} = ?", [garbage])
                    for path in reads:
                        answer = server.http.get(path)
                        assert answer.status_code < 500, (table, column, garbage, path, answer.text)
                    assert session in [each["id"] for each in server.get("/sessions")]
                    said = server.http.post(f"/sessions/{session}/messages", json={"text": "what can you do"})
                    assert said.status_code == 200, (table, column, garbage, said.text)
                database.executemany(f"UPDATE {table} SET {column} = ? WHERE id = ?", kept)
    database.close()
    assert server.get(f"/sessions/{session}")["target"] == "species"
    assert server.get(f"/sessions/{other}")["dataset"]["name"] == "titanic.csv"
