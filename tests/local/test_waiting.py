"""Ports that are free, and stay so until somebody listens there."""

import socket
import subprocess
import sys

from local.waiting import free_port, is_taken

FIND_ONE = "from local.waiting import free_port; print(free_port())"


def test_a_free_port_is_given_once_whoever_asks() -> None:
    """Also not to another process, as when two workers start their servers at the same time."""
    given = {free_port() for _ in range(200)}
    assert len(given) == 200
    told = subprocess.run(
        [sys.executable, "-c", FIND_ONE], capture_output=True, text=True, check=True
    )
    assert int(told.stdout) not in given


def test_a_server_can_listen_on_it_again_and_again() -> None:
    port = free_port()
    for _ in range(2):
        assert not is_taken(port)
        with socket.create_server(("127.0.0.1", port)):
            assert is_taken(port)
