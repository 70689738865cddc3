"""What holds for every route, as the server itself describes them."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

METHODS = ("get", "post", "delete")
MISSING = "0123456789abcdef0123456789abcdef"
STREAMS = "/events"


@pytest.fixture(scope="module")
def routes(server):
    """All routes: method, path, and a body that is right in itself, or None where none is sent."""
    described = server.http.get(f"{server.address}/api/openapi.json").json()
    paths = described["paths"]
    return [
        (method, path, body_of(paths[path][method], described))
        for path in paths
        for method in METHODS
        if method in paths[path]
    ]


def body_of(route, described):
    """The smallest JSON that a route's own description allows."""
    content = route.get("requestBody", {}).get("content", {})
    if "application/json" not in content:
        return None if not content else {}
    schema = content["application/json"]["schema"]
    if "$ref" in schema:
        schema = described["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    values = {"string": "preview", "array": ["pipeline"], "object": {}, "boolean": True, "integer": 1}
    return {name: values[schema["properties"][name].get("type", "object")] for name in schema.get("required", [])}


def filled(path, identifier):
    """Puts an id where the path names one; steps are numbered."""
    for name in ("session_id", "dataset_id", "job_id", "export_id", "run_id", "tune_id", "experiment_id", "generated_id"):
        path = path.replace(f"{{{name}}}", identifier)
    return path.replace("{step_id}", "1")


@pytest.mark.parametrize("identifier", [MISSING, "..", "%2e%2e%2fetc", "%00", "ü" * 50, "a" * 3000, "file:%2f%2f%2fetc"])
def test_an_id_that_is_nobodys_is_answered_with_404_in_words(server, routes, identifier):
    for method, path, body in routes:
        if "{" not in path:
            continue
        more = {} if body is None else {"json": body}
        answer = server.http.request(method, f"{server.address}{filled(path, identifier)}", **more)
        assert answer.status_code == 404, (method, path, answer.text)
        error = answer.json()
        assert error["code"] == "not_found"
        assert error["message"]
        assert error["hint"]


def test_what_belongs_to_another_kind_of_thing_reads_as_missing(server, routes, titanic):
    session = server.session()
    for method, path, body in routes:
        for noun, identifier in (("{dataset_id}", session), ("{session_id}", titanic), ("{job_id}", session), ("{run_id}", session)):
            if noun in path and not (noun == "{run_id}" and "/models/" in path and method == "post"):
                more = {} if body is None else {"json": body}
                answer = server.http.request(method, f"{server.address}{filled(path, identifier)}", **more)
                assert answer.status_code == 404, (method, path, answer.text)
    assert server.get(f"/sessions/{session}")["id"] == session
    assert server.get(f"/datasets/{titanic}")["id"] == titanic


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=8,
)
NAMED = st.fixed_dictionaries(
    {},
    optional={
        "text": JSON,
        "tool": JSON | st.sampled_from(["impute", "train", "filter_rows", "export", "load_data", "plot"]),
        "args": st.dictionaries(st.sampled_from(["columns", "column", "model", "params", "source", "value", "op", "kind"]), JSON),
        "formats": JSON,
        "session_id": JSON,
    },
)


@pytest.fixture(scope="module")
def session(server):
    """A session with data, which may be changed by whatever is sent."""
    return server.session("penguins")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
@given(data=st.data())
def test_whatever_is_sent_the_server_does_not_fail(server, routes, titanic, session, data):
    candidates = [route for route in routes if not route[1].endswith(STREAMS) and route[0] != "delete"]
    method, path, body = data.draw(st.sampled_from(candidates))
    identifier = titanic if "{dataset_id}" in path else session
    more = {} if body is None else {"json": data.draw(NAMED | JSON)}
    query = data.draw(st.dictionaries(st.sampled_from(["limit", "offset", "rows", "which", "format", "method", "top"]), st.text(max_size=8)))
    answer = server.http.request(method, f"{server.address}{filled(path, identifier)}", params=query, **more)
    assert answer.status_code < 500 or answer.json()["code"] == "not_available", (method, path, more, answer.text)
    if answer.status_code >= 400:
        assert {"code", "message", "hint"} <= set(answer.json())
