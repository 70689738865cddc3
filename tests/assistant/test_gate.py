"""Who may ask from where, how much may come in, and what browsers may do."""

import asyncio
import contextlib
import http.client
import json
import socket

import httpx
import pytest

from assistant import gate
from assistant.gate import Gate
from tests.outside import serving

EVIL = "https://evil.example"
SOCKET = "/ws/socket.io/?EIO=4&transport="
UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("gate")) as server:
        yield server


def ask(server, path, method="GET", **more):
    return server.http.request(method, server.address + path, **more)


@pytest.mark.parametrize("path", ["/", "/api/v1/sessions", f"{SOCKET}polling", "/project/settings"])
@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost@evil.example", "[", ""])
def test_a_name_that_is_not_ours_is_not_served(server, path, host):
    answer = ask(server, path, headers={"Host": host})
    assert answer.status_code == 400
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("origin", [EVIL, "null", "http://localhost.evil.example", "http://localhost:1"])
def test_pages_of_other_sites_get_nothing_and_change_nothing(server, origin):
    before = server.get("/sessions")
    for path, method in (("/api/v1/sessions", "GET"), ("/api/v1/sessions", "POST"), (f"{SOCKET}polling", "GET"), ("/", "GET")):
        answer = ask(server, path, method, headers={"Origin": origin, "Cookie": "access_token=x"})
        assert answer.status_code == 403
        assert "access-control-allow-origin" not in answer.headers
    # The server hangs up at once, which may overtake its own answer; the connection is used for nothing else.
    with contextlib.suppress(httpx.ReadError), httpx.Client() as alone:
        assert alone.get(f"{server.address}{SOCKET}websocket", headers={**UPGRADE, "Origin": origin}).status_code == 403
    assert server.get("/sessions") == before


def test_our_own_page_and_programs_are_served(server):
    for headers in ({"Origin": server.address}, {"Sec-Fetch-Site": "same-origin"}, {}):
        answer = ask(server, "/api/v1/sessions", "POST", headers=headers)
        assert answer.status_code == 201
    foreign = ask(server, "/api/v1/sessions", "POST", headers={"Sec-Fetch-Site": "cross-site"})
    assert foreign.status_code == 403


def test_browsers_are_told_what_a_page_may_do_and_only_the_pages_own_scripts_run(server):
    page = ask(server, "/", headers={"Accept": "text/html"})
    assert page.status_code == 200
    policy = dict(part.split(" ", 1) for part in page.headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert "unsafe-inline" not in policy["script-src"]
    assert policy["script-src"].count("'sha256-") == page.text.count("<script>")
    assert "http" not in policy["img-src"]
    for path in ("/", "/api/v1/health", "/api/docs", "/nothing"):
        headers = ask(server, path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"


def test_the_description_of_the_api_needs_no_script_and_no_other_site(server):
    page = ask(server, "/api/docs")
    assert page.headers["content-type"].startswith("text/html")
    assert "<script" not in page.text
    assert "http:" not in page.text
    assert "https:" not in page.text
    for path in ask(server, "/api/openapi.json").json()["paths"]:
        assert path in page.text


@pytest.mark.parametrize("path", ["/docs", "/openapi.json", "/redoc", "/mcp", "/project/share/x", "/copilot/index.js"])
def test_what_the_chat_does_not_use_is_not_there(server, path):
    assert ask(server, path).status_code == 404
    assert ask(server, path, "POST", json={}).status_code in {404, 405}


def test_an_upload_that_never_ends_is_cut_off_and_leaves_nothing(server):
    piece = b"x" * 4_000_000

    def endless():
        yield b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'
        for _ in range(60):
            yield piece

    headers = {"Content-Type": "multipart/form-data; boundary=b"}
    assert server.http.post("/datasets/upload", content=endless(), headers=headers).status_code == 413
    assert server.get("/datasets") == []
    assert not list((server.home / "datasets").iterdir())
    with socket.create_connection(("127.0.0.1", int(server.address.rpartition(":")[2]))) as connection:
        head = "POST /api/v1/datasets/upload HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10000000000\r\n\r\n"
        connection.sendall(head.encode())
        assert connection.recv(100).startswith(b"HTTP/1.1 413 ")


@pytest.mark.parametrize("size", [{"Content-Length": "60000000"}, {"Transfer-Encoding": "chunked"}])
def test_who_sends_all_before_listening_hears_that_it_was_too_much(server, size):
    """Many programs, such as those that use Python's own urllib, read no answer until they have sent the whole body."""
    connection = http.client.HTTPConnection(server.address.removeprefix("http://"))
    headers = {"Content-Type": "application/json", "Connection": "close", **size}
    pieces = iter([b"x" * 1_000_000] * 60)
    connection.request("POST", "/api/v1/route", pieces, headers, encode_chunked="Content-Length" not in size)
    answer = connection.getresponse()
    assert answer.status == 413
    assert json.loads(answer.read())["code"] == "too_large"
    connection.close()


def test_who_asks_before_sending_is_told_at_once_and_sends_nothing(server):
    with socket.create_connection(("127.0.0.1", int(server.address.rpartition(":")[2]))) as connection:
        head = "POST /api/v1/datasets/upload HTTP/1.1\r\nHost: localhost\r\nContent-Length: 300000000\r\nExpect: 100-continue\r\n\r\n"
        connection.sendall(head.encode())
        said = b"".join(iter(lambda: connection.recv(1000), b""))
    assert said.startswith(b"HTTP/1.1 413 ")
    assert b"100 Continue" not in said


def test_who_sends_a_body_drop_by_drop_is_given_up(monkeypatch):
    monkeypatch.setattr(gate, "SECONDS_BETWEEN_PIECES", 0.01)
    seen = []

    async def app(scope, receive, send):
        seen.append(await receive())
        seen.append(await receive())

    async def slow():
        if not seen:
            return {"type": "http.request", "body": b"{", "more_body": True}
        return await asyncio.Event().wait()

    async def send(message):
        raise AssertionError(message)

    headers = [(b"host", b"localhost"), (b"content-type", b"application/json"), (b"transfer-encoding", b"chunked")]
    scope = {"type": "http", "method": "POST", "path": "/api/v1/sessions", "headers": headers}
    asyncio.run(Gate(app)(scope, slow, send))
    assert [message["type"] for message in seen] == ["http.request", "http.disconnect"]
