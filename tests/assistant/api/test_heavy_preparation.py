"""Preparation that takes long is a job that can be stopped, and then nothing of it is recorded."""

import csv
import io
import random

from tests.outside import eventually


def table(rows, columns):
    chance = random.Random(0)
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow([f"x{place}" for place in range(columns)])
    writer.writerows(["" if chance.random() < 0.3 else round(chance.random(), 3) for _ in range(columns)] for _ in range(rows))
    return lines.getvalue().encode()


def test_filling_from_neighbours_runs_as_a_job_and_can_be_stopped(server):
    session = server.session()
    dataset = server.upload_text("measured.csv", table(12_000, 12))
    server.call(session, "load_data", source=dataset["id"])
    turn = server.call(session, "impute", columns=["x0", "x1", "x2"], strategy="knn")
    assert turn["status"] == "running"
    assert "this takes about" in turn["blocks"][0]["markdown"]
    eventually(lambda: server.get(f"/jobs/{turn['job_id']}")["status"] == "running")
    assert server.call(session, "cancel")["status"] == "done"
    assert server.ended(turn["job_id"])["status"] == "cancelled"
    state = server.get(f"/sessions/{session}")
    assert [step["tool"] for step in state["steps"]] == ["load_data"]
    filled = server.call(session, "impute", columns=["x0", "x1", "x2"], strategy="median")
    assert filled["status"] == "done"
