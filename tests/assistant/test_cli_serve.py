"""Where `playground serve` listens, and what a container opens."""

import socket

import pytest
import yaml

from assistant.cli import listening_at
from engine.errors import Refusal
from tests.outside import ROOT, SETTINGS, playground, serving


def test_answers_are_sent_at_once_and_not_held_back_by_the_kernel():
    with listening_at("127.0.0.1", 0) as listening:
        listening.listen()
        with socket.create_connection(listening.getsockname()), listening.accept()[0] as accepted:
            assert accepted.proto == socket.IPPROTO_TCP  # by this, asyncio knows to send without delay


def test_a_port_that_is_taken_is_said_with_another_way():
    with listening_at("127.0.0.1", 0) as listening:
        listening.listen()
        with pytest.raises(Refusal, match="cannot be had") as refused:
            listening_at("127.0.0.1", listening.getsockname()[1])
    assert "--port" in refused.value.hint


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1"])
def test_without_log_in_nothing_but_this_machine_is_served(host, tmp_path):
    done = playground("serve", "--host", host, "--port", "0", "--no-browser", home=tmp_path)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "127.0.0.1" in done.stderr
    assert "PLAYGROUND_OPEN_TO_NETWORK" in done.stderr
    assert not (tmp_path / "playground.db").exists()


def test_who_opens_the_port_says_so_and_other_names_are_still_refused(tmp_path, monkeypatch):
    monkeypatch.setitem(SETTINGS, "PLAYGROUND_OPEN_TO_NETWORK", "yes")
    with serving(tmp_path, "--host", "0.0.0.0") as server:
        assert server.address.startswith("http://127.0.0.1:")
        assert server.get("/health") == {"status": "ok"}
        foreign = server.http.get("/health", headers={"Host": "playground.example"})
        assert (foreign.status_code, foreign.json()["code"]) == (400, "unknown_host")


def test_the_container_opens_no_port_beyond_this_machine_and_does_not_run_as_root():
    compose = yaml.safe_load((ROOT / "deploy" / "compose.yaml").read_text())
    service = compose["services"]["playground"]
    assert all(port.startswith("127.0.0.1:") for port in service["ports"])
    assert service["read_only"] is True
    lines = (ROOT / "Dockerfile").read_text().splitlines()
    assert [line for line in lines if line.startswith("USER")][-1] == "USER 10001:10001"
    assert not [line for line in lines if "OPEN_TO_NETWORK" in line and not line.startswith("#")]
    allowed = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    copied = {word for line in lines if line.startswith("COPY ") and "--from" not in line for word in line.split()[1:-1]}
    assert copied == allowed
    assert all((ROOT / name).exists() for name in copied)
