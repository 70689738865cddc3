"""The address that `playground serve` listens on."""

import socket

import pytest

from assistant.cli import listening_at
from engine.errors import Refusal


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
