"""What is wrong is said in one sentence with a way on, and changes nothing."""

import pytest

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(100)


def refused(answer, status, said):
    assert answer.status_code == status, answer.text
    error = answer.json()
    assert said in error["message"] + error["hint"]
    assert error["code"]
    assert error["hint"]
    assert error["error"]["message"] == error["message"]
    return error


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.csv", b"", "is empty"),
        ("picture.csv", PNG, "PNG picture"),
        ("blank.csv", b"\n\n\n", "blank.csv"),
        ("table.pkl", b"\x80\x04K\x01.", "table.pkl"),
    ],
)
def test_a_file_that_is_no_table_is_refused_and_not_kept(server, name, content, said):
    before = server.get("/datasets")
    refused(server.http.post("/datasets/upload", files={"file": (name, content)}), 422, said)
    assert server.get("/datasets") == before
    assert len(list((server.home / "datasets").iterdir())) == len(before)


@pytest.mark.parametrize("name", ['a"\r\nX-Evil: 1\u202egpj.csv', "x" * 300 + ".csv", "../../up.csv", "CON.csv", "C:\\up.csv"])
def test_a_files_name_cannot_leave_its_place_or_break_a_header(server, name):
    known = server.upload_text(name, b"a,b\n" + b"1,2\n" * 20)
    assert len(known["name"]) <= 150
    assert not set(known["name"]) & set("\r\n\u202e/\\")
    assert {path.name for path in (server.home / "datasets" / known["id"]).iterdir()} >= {"raw"}
    assert not (server.home / "up.csv").exists()


def test_mistakes_in_a_call_name_the_argument_and_change_nothing(server):
    session = server.session("titanic")
    server.call(session, "set_target", column="Survived")
    before = server.get(f"/sessions/{session}")
    cases = [
        ({"tool": "imput", "args": {}}, "tool", "impute"),
        ({"tool": "impute", "args": {"columns": ["Agee"]}}, "columns", "Age"),
        ({"tool": "set_target", "args": {"column": "Survivd"}}, "column", "Survived"),
        ({"tool": "impute", "args": {"columns": ["Age"], "strategy": "average"}}, "strategy", "mean"),
        ({"tool": "train", "args": {"model": "random_forest", "params": {"n_estimators": -1}}}, "params", "n_estimators"),
        ({"tool": "train", "args": {"model": "random_forest", "params": {"n_trees": 5}}}, "params", "n_trees"),
        ({"tool": "train", "args": {"model": "random_florist"}}, "model", "random_forest"),
        ({"tool": "load_data", "args": {"source": "0123456789abcdef"}}, "source", "titanic"),
        ({"tool": "load_data", "args": {"source": "http://169.254.169.254/"}}, "source", "upload"),
        ({"tool": "load_data", "args": {"source": "/etc/passwd"}}, "source", "titanic"),
        ({"tool": "preview", "args": {"rows": 10**9}}, "rows", "50"),
        ({"tool": "split", "args": {"train": 2, "test": 0.5}}, "train", "1"),
        ({"tool": "export", "args": {"formats": ["exe"]}}, "formats", "script"),
    ]
    for call, argument, said in cases:
        error = refused(server.http.post(f"/sessions/{session}/calls", json=call), 422, said)
        assert error.get("argument", argument).split(".")[0] == argument, (call, error)
        assert error["status"] == "error"
    after = server.get(f"/sessions/{session}")
    assert (after["steps"], after["runs"], after["dataset"]) == (before["steps"], before["runs"], before["dataset"])


def test_a_target_with_one_class_is_said_before_anything_is_trained(server):
    session = server.session()
    source = server.upload_text("one.csv", "a,b\n" + "".join(f"{number},yes\n" for number in range(40)))["id"]
    server.call(session, "load_data", source=source)
    error = refused(server.http.post(f"/sessions/{session}/calls", json={"tool": "set_target", "args": {"column": "b"}}), 422, "b")
    assert "value" in error["message"]
    assert server.get(f"/sessions/{session}")["target"] is None


def test_answers_too_large_to_add_up_are_a_mistake_in_the_call_and_not_in_its_size(server):
    session = server.session()
    rows = "".join(f"{number % 7 + number / 1000},{1e308 * (number / 30 - 1)}\n" for number in range(60))
    server.call(session, "load_data", source=server.upload_text("huge.csv", "a,b\n" + rows)["id"])
    server.call(session, "set_target", column="b", task="regression")
    refused(server.http.post(f"/sessions/{session}/calls", json={"tool": "train", "args": {"model": "ridge"}}), 422, "cannot be added up")


def test_bodies_that_cannot_be_read_are_refused_in_words(server):
    session = server.session()
    calls, messages = f"/sessions/{session}/calls", f"/sessions/{session}/messages"
    as_json = {"Content-Type": "application/json"}
    refused(server.http.post(messages, content='{"text": "hel', headers=as_json), 422, "no JSON")
    refused(server.http.post(messages, content=b"\xff\xfe", headers=as_json), 422, "JSON")
    refused(server.http.post(messages, content="[" * 100_000, headers=as_json), 400, "could not be read")
    refused(server.http.post(messages, json={}), 422, "text")
    refused(server.http.post(messages, json={"text": ""}), 422, "text")
    refused(server.http.post(messages, json={"text": "x" * 10_001}), 422, "text")
    refused(server.http.post(messages, json={"text": "hello", "status": "done"}), 422, "status")
    refused(server.http.post(calls, json={"tool": "preview", "args": []}), 422, "args")
    refused(server.http.post(calls, content='{"tool": "preview", "args": {"rows": NaN}}', headers=as_json), 422, "finite")
    refused(server.http.post(calls, content='{"tool": "impute", "args": {"columns": ["\\ud800"]}}', headers=as_json), 422, "half")
    for kind in ("text/plain", "application/x-www-form-urlencoded", ""):
        refused(server.http.post(messages, content='{"text": "hello"}', headers={"Content-Type": kind}), 415, "application/json")
    refused(server.http.post("/datasets/upload", json={"file": "x"}), 422, "file")
    refused(server.http.put(messages, json={"text": "hello"}), 405, "method")
    assert server.transcript(session) == []


def test_too_much_is_refused_before_it_is_read(server):
    session = server.session()
    text = {"Content-Type": "application/json"}
    refused(server.http.post(f"/sessions/{session}/calls", content=b'"' + b"x" * 10_000_001, headers=text), 413, "10 MB")

    def endless():
        for _ in range(11):
            yield b"x" * 1_000_000

    refused(server.http.post(f"/sessions/{session}/calls", content=endless(), headers=text), 413, "10 MB")
    refused(server.http.get("/sessions?limit=1000000000"), 422, "limit")
    assert server.transcript(session) == []
