"""The REST API as programs see it: each route's shape and status."""

import io
import json
import zipfile
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.outside import DATA, eventually

TURN = {"status", "calls", "job_id", "blocks", "question", "options", "suggestions", "error", "waiting"}


@pytest.fixture
def dataset(server):
    """An uploaded dataset that the test may change."""
    return server.upload(DATA / "penguins.csv")["id"]


def finished(server, answer):
    assert answer.status_code == 202, answer.text
    assert server.ended(answer.json()["job_id"])["status"] == "done"
    return answer.json()["run_id"]


def test_a_session_is_started_listed_read_and_deleted(server):
    started = server.http.post("/sessions", json={})
    assert started.status_code == 201
    session = started.json()["id"]
    assert session in [each["id"] for each in server.get("/sessions")]
    assert len(server.get("/sessions?limit=1")) == 1
    state = server.get(f"/sessions/{session}")
    assert {name: state[name] for name in ("dataset", "target", "task", "steps", "runs")} == {
        "dataset": None,
        "target": None,
        "task": None,
        "steps": [],
        "runs": [],
    }
    assert isinstance(state["suggestions"], list)
    assert server.http.delete(f"/sessions/{session}").status_code == 204
    assert server.http.get(f"/sessions/{session}").status_code == 404


def test_a_whole_experiment_has_the_shapes_that_are_promised(server, titanic):
    session = server.session()
    loaded = server.call(session, "load_data", source=titanic)
    assert set(loaded) >= TURN
    assert {block["type"] for block in loaded["blocks"]} == {"text", "table"}
    table = next(block for block in loaded["blocks"] if block["type"] == "table")
    assert (len(table["columns"]), table["total_rows"]) == (12, 891)

    said = server.say(session, "predict Survived")
    assert (said["status"], said["calls"][0]["tool"]) == ("done", "set_target")
    charted = server.call(session, "plot", x="Age")
    plot = next(block for block in charted["blocks"] if block["type"] == "plot")
    assert plot["title"]
    assert plot["alt"]
    assert plot["figure"]["data"]

    training = server.call(session, "train", model="decision_tree", params={"max_depth": 3})
    assert training["status"] == "running"
    assert server.ended(training["job_id"])["progress"] == 1.0
    state = server.get(f"/sessions/{session}")
    assert (state["target"], state["task"]) == ("Survived", "classification")
    assert state["dataset"]["id"] == titanic
    assert (state["dataset"]["rows"], len(state["dataset"]["sha256"])) == (891, 64)
    assert all({"name", "kind", "dtype", "missing", "unique"} <= set(column) for column in state["dataset"]["columns"])
    assert [step["number"] for step in state["steps"]] == list(range(1, len(state["steps"]) + 1))
    assert all({"number", "tool", "args", "title"} <= set(step) for step in state["steps"])
    (run,) = state["runs"]
    assert (run["model"], run["params"], run["number"]) == ("decision_tree", {"max_depth": 3}, 1)
    assert {"train", "validation", "test"} <= set(run["metrics"])
    assert all({"label", "reason", "call"} <= set(offer) for offer in state["suggestions"])

    judged = server.call(session, "evaluate")
    metrics = next(block for block in judged["blocks"] if block["type"] == "metrics")
    assert metrics["metrics"] == run["metrics"]["test"]
    assert set(metrics["baseline"]) == set(metrics["metrics"])

    exported = server.call(session, "export", formats=["pipeline"])
    file = next(block for block in exported["blocks"] if block["type"] == "file")
    download = server.http.get(server.address + file["url"])
    assert len(download.content) == file["bytes"]
    assert download.headers["content-disposition"].startswith("attachment")
    assert download.headers["x-content-type-options"] == "nosniff"
    assert [step["tool"] for step in download.json()["steps"]] == [step["tool"] for step in state["steps"]]


def test_what_is_not_understood_and_what_must_be_asked_are_turns_too(server):
    session = server.session("titanic")
    unknown = server.say(session, "blorp the flarn")
    assert unknown["status"] == "unknown"
    assert unknown["options"]
    assert unknown["question"]
    asked = server.say(session, "start over")
    assert (asked["status"], asked["calls"]) == ("ask", [])
    assert all({"label", "reason", "call"} <= set(option) for option in asked["options"])
    routed = server.http.post("/route", json={"text": "drop the ticket column", "session_id": session}).json()
    assert (routed["status"], routed["calls"]) == ("act", [{"tool": "drop_columns", "args": {"columns": ["Ticket"]}}])
    assert 0 <= routed["confidence"] <= 1
    assert len(server.get(f"/sessions/{session}")["steps"]) == 1


def test_the_transcript_comes_in_three_formats(server):
    session = server.session("penguins")
    server.say(session, "what is in <b>this</b> data?")
    for format, kind in (("markdown", "text/markdown"), ("html", "text/html"), ("json", "application/json")):
        answer = server.http.get(f"/sessions/{session}/transcript", params={"format": format})
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith(kind)
        assert "data?" in answer.text
        assert "<b>this</b>" not in answer.text or format != "html"


def test_tools_come_in_the_form_that_function_calling_takes(server):
    tools = server.get("/tools")
    assert {tool["type"] for tool in tools} == {"function"}
    named = {tool["function"]["name"]: tool["function"] for tool in tools}
    assert {"load_data", "impute", "train", "export"} <= set(named)
    for function in named.values():
        assert function["description"]
        assert function["parameters"]["type"] == "object"


def test_a_dataset_is_uploaded_looked_at_and_deleted(server, dataset):
    known = server.get(f"/datasets/{dataset}")
    assert (known["name"], known["rows"]) == ("penguins.csv", 344)
    assert dataset in [each["id"] for each in server.get("/datasets")]
    preview = server.get(f"/datasets/{dataset}/preview?rows=3&which=tail")
    assert (len(preview["rows"]), preview["total_rows"]) == (3, 344)
    assert len(preview["columns"]) == len(preview["rows"][0])
    stats = {column["name"]: column for column in server.get(f"/datasets/{dataset}/stats")["columns"]}
    assert stats["species"]["unique"] == 3
    assert stats["body_mass_g"]["max"] == 6300
    profile = server.get(f"/datasets/{dataset}/profile")
    assert profile["findings"]
    assert all({"id", "message", "calls"} <= set(finding) for finding in profile["findings"])
    assert profile["blocks"]

    session = server.session()
    server.call(session, "load_data", source=dataset)
    assert server.http.delete(f"/datasets/{dataset}").status_code == 204
    assert server.http.get(f"/datasets/{dataset}").status_code == 404
    gone = server.call(session, "preview")
    assert gone["error"]["code"] == "data_deleted"
    assert not (server.home / "datasets" / dataset).exists()


def test_steps_and_features_of_a_dataset_need_no_conversation(server, dataset):
    steps = f"/preprocessing/{dataset}/steps"
    assert [step["tool"] for step in server.get(steps)] == ["load_data"]
    added = server.http.post(steps, json={"tool": "impute", "args": {"columns": ["body_mass_g"], "strategy": "mean"}})
    assert added.status_code == 200
    assert [step["tool"] for step in server.get(steps)] == ["load_data", "impute"]
    assert server.http.delete(f"{steps}/2").status_code == 200
    assert server.http.delete(f"{steps}/9").status_code == 404
    applied = server.http.post(f"/preprocessing/{dataset}/apply").json()
    assert applied["blocks"][-1]["total_rows"] == 344

    features = f"/features/{dataset}"
    feature = {"name": "area", "left": "bill_length_mm", "operator": "multiply", "right": "bill_depth_mm"}
    assert server.http.post(f"{features}/engineer", json=feature).status_code == 200
    unasked = server.http.post(f"{features}/select", json={"k": 3})
    assert (unasked.status_code, unasked.json()["code"]) == (422, "question")
    assert unasked.json()["call"]["tool"] == "set_target"
    server.http.post(steps, json={"tool": "set_target", "args": {"column": "species"}})
    assert server.http.post(f"{features}/select", json={"k": 3}).status_code == 200
    for answer in (
        server.http.post(f"{features}/pca", json={"components": 2}),
        server.http.post(f"{features}/engineer", json={"columns": ["year"], "degree": 2}),
        server.http.get(f"{features}/importance"),
    ):
        assert answer.status_code == 200, answer.text


def test_models_are_trained_tuned_compared_and_exported_without_a_conversation(server, dataset):
    assert {"id", "tasks"} <= set(server.get("/models/available")[0])
    run = finished(server, server.http.post(f"/models/{dataset}/train", json={"target": "species", "model": "decision_tree"}))
    assert server.get(f"/models/{run}/status")["status"] == "done"
    results = server.get(f"/models/{run}/results")
    assert results["model"] == "decision_tree"
    assert results["metrics"]["test"]
    by_its_own_id = server.get(f"/models/{results['id']}/results")
    assert by_its_own_id == results

    (experiment,) = [each for each in server.get("/experiments") if dataset in each["id"]]
    assert server.get(f"/experiments/{experiment['id']}")["target"] == "species"
    compared = server.http.post(f"/experiments/{experiment['id']}/compare")
    assert compared.status_code == 200
    assert any(block["type"] == "table" for block in compared.json()["blocks"])
    made = server.http.post(f"/code-generation/{experiment['id']}/generate", json={"formats": ["pipeline", "transcript"]})
    assert made.status_code == 201
    shown = server.get(f"/code-generation/{made.json()['id']}/preview")["files"]
    archive = server.http.get(f"/code-generation/{made.json()['id']}/download")
    with zipfile.ZipFile(io.BytesIO(archive.content)) as packed:
        assert set(packed.namelist()) == set(shown)
        assert json.loads(packed.read("pipeline.json"))["steps"]

    tuning = server.http.post(f"/hyperparameter-tuning/{run}/tune", json={"trials": 2, "method": "random"})
    assert tuning.status_code == 202
    tune = tuning.json()["tune_id"]
    assert server.ended(tuning.json()["job_id"])["status"] == "done"
    assert server.get(f"/hyperparameter-tuning/{tune}/status")["status"] == "done"
    assert server.get(f"/hyperparameter-tuning/{tune}/results")["blocks"]
    finished(server, server.http.post(f"/hyperparameter-tuning/{tune}/apply", json={"rank": 1}))


def test_a_run_is_deleted_with_the_step_that_made_it(server, dataset):
    train = f"/models/{dataset}/train"
    first = finished(server, server.http.post(train, json={"target": "species", "model": "dummy"}))
    second = finished(server, server.http.post(train, json={"model": "decision_tree"}))
    kept = server.get(f"/models/{second}/results")
    assert server.http.delete(f"/models/{second}").status_code == 204
    assert server.http.delete(f"/models/{second}").status_code == 404
    assert server.http.get(f"/models/{kept['id']}/results").status_code == 404
    (experiment,) = [each for each in server.get("/experiments") if dataset in each["id"]]
    assert [run["model"] for run in server.get(f"/experiments/{experiment['id']}")["runs"]] == ["dummy"]
    assert server.get(f"/models/{first}/results")["model"] == "dummy"
    assert server.http.delete(f"/experiments/{experiment['id']}").status_code == 204
    assert server.http.get(f"/experiments/{experiment['id']}").status_code == 404


def test_a_job_tells_how_far_it_is_and_can_be_stopped(server):
    session = server.session("california_housing")
    server.call(session, "set_target", column="median_house_value")
    turn = server.call(session, "train", model="random_forest", params={"n_estimators": 20_000, "max_depth": 6})
    job = turn["job_id"]
    shown = server.get(f"/jobs/{job}")
    assert {"status", "progress", "message", "error"} <= set(shown)
    with server.http.stream("GET", f"/jobs/{job}/events") as events:
        assert events.headers["content-type"].startswith("text/event-stream")
        lines = events.iter_lines()
        assert next(lines) == "event: job"
        assert json.loads(next(lines).removeprefix("data: "))["status"] in {"queued", "running"}
    results = server.http.get(f"/models/{job}/results")
    assert (results.status_code, results.json()["code"]) == (409, "busy")
    assert server.http.delete(f"/jobs/{job}").status_code == 202
    assert server.get(f"/jobs/{job}")["status"] == "cancelled"
    assert "Stopped" in server.transcript(session)[-1]["blocks"][0]["markdown"]
    assert server.get(f"/sessions/{session}")["job"] is None


def test_what_was_asked_for_together_is_named_while_it_waits_and_found_when_it_runs(server):
    session = server.session("penguins")
    server.call(session, "set_target", column="species")
    turn = server.say(session, "train a decision tree and then naive bayes")
    assert [call["tool"] for call in turn["waiting"]] == ["train"]
    assert turn["waiting"][0]["args"]["model"] == "gaussian_nb"
    assert server.ended(turn["job_id"])["status"] == "done"
    second = eventually(lambda: server.ended(job["id"]) if (job := server.get(f"/sessions/{session}")["job"]) else len(server.get(f"/sessions/{session}")["runs"]) == 2)
    assert second
    assert [run["model"] for run in server.get(f"/sessions/{session}")["runs"]] == ["decision_tree", "gaussian_nb"]
    told = [turn["job_id"] for turn in server.transcript(session) if turn["job_id"]]
    assert len(told) == 2


def test_a_session_tells_its_progress_and_results_as_they_come(server):
    session = server.session("penguins")
    server.call(session, "set_target", column="species")
    with server.http.stream("GET", f"/sessions/{session}/events") as events:
        lines = events.iter_lines()
        assert next(lines).startswith(":")
        server.call(session, "train", model="dummy")
        seen = []
        while "turn" not in seen:
            line = next(lines)
            if line.startswith("event: "):
                seen.append(line.removeprefix("event: "))
        turn = json.loads(next(lines).removeprefix("data: "))["turn"]
    assert turn["status"] == "done"
    assert any(block["type"] == "metrics" for block in turn["blocks"])


def test_those_who_watch_the_server_are_answered(server):
    for base in ("", "/api/v1"):
        assert server.http.get(f"{server.address}{base}/health").json() == {"status": "ok"}
        assert server.http.get(f"{server.address}{base}/ready").json()["status"] == "ready"
        metrics = server.http.get(f"{server.address}{base}/metrics")
        assert metrics.headers["content-type"].startswith("text/plain")
        assert "playground_sessions" in metrics.text
    assert server.get("/limits")["upload_bytes"] > 0
    for number in range(20):
        server.http.get(f"/nothing/{number}")
    assert len(server.http.get("/metrics").text.splitlines()) == len(metrics.text.splitlines())
    assert server.http.get(f"{server.address}/api/docs").status_code == 200


def test_the_same_request_sent_twice_is_carried_out_once(server, dataset):
    session = server.session("penguins")
    key = {"Idempotency-Key": "one"}
    said = [server.http.post(f"/sessions/{session}/messages", json={"text": "predict species"}, headers=key).json() for _ in range(3)]
    assert said[0] == said[1] == said[2]
    call = {"tool": "drop_columns", "args": {"columns": ["year"]}}
    made = [server.http.post(f"/sessions/{session}/calls", json=call, headers={"Idempotency-Key": "two"}).json() for _ in range(2)]
    assert made[0] == made[1]
    assert [step["tool"] for step in server.get(f"/sessions/{session}")["steps"]] == ["load_data", "set_target", "drop_columns"]
    other = server.http.post(f"/sessions/{session}/messages", json={"text": "undo"}, headers=key)
    assert (other.status_code, other.json()["code"]) == (422, "key_reused")

    def train(_):
        answer = server.http.post(f"/models/{dataset}/train", json={"target": "species", "model": "dummy"}, headers=key)
        return answer.json()["job_id"]

    with ThreadPoolExecutor(10) as at_once:
        assert len(set(at_once.map(train, range(10)))) == 1
