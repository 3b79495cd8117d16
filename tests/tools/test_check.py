"""A check speaks only when it fails, and a wrong name is told."""

import sys

import pytest

from tools.check import Check, checks, main, run


def test_a_failing_check_says_why() -> None:
    outcome = run(Check("x", (sys.executable, "-c", "print('why'); raise SystemExit(3)")))
    assert not outcome.passed
    assert outcome.said == "why"


def test_a_passing_check_passes() -> None:
    assert run(Check("x", (sys.executable, "-c", "pass"))).passed


def test_an_unknown_name_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["spelling"]) == 2
    assert "spelling" in capsys.readouterr().out


def test_each_check_has_a_name_of_its_own() -> None:
    names = [check.name for check in checks()]
    assert len(names) == len(set(names))
