"""A test runs the real code and depends on no machine's speed."""

from pathlib import Path

import pytest

from tests.tools.tree import broken

TEST = "tests/tickets/test_service.py"


@pytest.mark.parametrize("source", ["from unittest import mock\n", "import unittest.mock\n"])
def test_no_doubles(tmp_path: Path, source: str) -> None:
    assert set(broken(tmp_path, TEST, source)) == {"double:1"}


@pytest.mark.parametrize("target", ["clock", "'chalicelib.base.clock'"])
def test_our_own_code_is_not_replaced(tmp_path: Path, target: str) -> None:
    source = f"""\
        from chalicelib.base import clock

        def test_x(monkeypatch: object) -> None:
            monkeypatch.setattr({target}, "now", None)
        """
    assert broken(tmp_path, TEST, source) == ["double:4"]


def test_other_peoples_may_be(tmp_path: Path) -> None:
    source = """\
        import socket

        def test_x(monkeypatch: object) -> None:
            monkeypatch.setattr(socket, "timeout", 3)
            monkeypatch.setenv("KONTOR_STAGE", "test")
        """
    assert broken(tmp_path, TEST, source) == []


@pytest.mark.parametrize(
    ("call", "rule"), [("sleep(1)", "sleep"), ("monotonic()", "stopwatch"), ("time()", "stopwatch")]
)
def test_no_waiting_for_the_clock_on_the_wall(tmp_path: Path, call: str, rule: str) -> None:
    assert broken(tmp_path, TEST, f"import time\ntime.{call}\n") == [f"{rule}:2"]


def test_programs_of_ours_may_wait(tmp_path: Path) -> None:
    assert broken(tmp_path, "local/waiting.py", "import time\ntime.sleep(1)\n") == []
