"""What the runbook tells staff to type about parked letters (NOT-2)."""

import pytest

from chalicelib.aws import ses
from chalicelib.mail.model import Letter, LetterState
from local import provision
from local.testing import Cloud
from tests.mail.letters import NOW, make_letter
from tools.letters import main


@pytest.fixture
def given_up(cloud: Cloud) -> Letter:
    ses.forget_client()
    provision.allow_sender()
    letter = make_letter(
        state=LetterState.PARKED, waiting=LetterState.PARKED, due_at=NOW, attempts=8,
        error="MessageRejected",
    )  # fmt: skip
    letter.save()
    return letter


def test_they_are_listed_with_the_reason(
    given_up: Letter, capsys: pytest.CaptureFixture[str]
) -> None:
    """NOT-2"""
    assert main([]) == 0
    said = capsys.readouterr().out
    assert given_up.pk in said
    assert "MessageRejected" in said
    assert "1 parked" in said
    assert given_up.to not in said, "an address is nobody's business on a screen"


@pytest.mark.parametrize("wanted", ["all", "01KAYYYYYYYYYYYYYYYYYYYYYY"])
def test_they_are_sent_once_the_reason_is_gone(
    given_up: Letter, wanted: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["retry", wanted]) == 0
    assert "1 sent" in capsys.readouterr().out
    (sent,) = Letter.scan()
    assert sent.state == LetterState.SENT


def test_a_letter_that_is_not_parked_is_not_sent(
    cloud: Cloud, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["retry", "01KAZZZZZZZZZZZZZZZZZZZZZZ"]) == 1
    assert main(["resend"]) == 2
