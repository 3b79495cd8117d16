"""What people choose about their letters, and when that is decided (NOT-4)."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

import chalicelib
from chalicelib.aws import ses as aws_ses
from chalicelib.aws import settings
from chalicelib.aws.transactions import Transaction
from chalicelib.base.operation import Operation
from chalicelib.mail.delivery import deliver
from chalicelib.mail.model import Letter, LetterState
from chalicelib.mail.service import Recipient, post
from chalicelib.mail.store import addresses
from chalicelib.mail.topics import TOPIC_OF, Topic, can_choose, topics_for
from tests.mail.letters import NOW, PARAMS
from tests.mail.ses import Ses, running_ses

ANN = "ann@example.com"
TEMPLATES = {
    file.stem for file in (Path(chalicelib.__file__).parent / "texts/en/mail").glob("*.txt")
}


@pytest.fixture
def ses(cloud: object, _deployed: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ses]:
    with running_ses() as server:
        monkeypatch.setenv("KONTOR_SES_URL", server.url)
        settings.settings.cache_clear()
        aws_ses.forget_client()
        yield server
    aws_ses.forget_client()


def _post(template: str, *unwanted: str) -> None:
    change = Transaction(Operation.of("test", template), NOW)
    to = Recipient(ANN, "en", "Ann", frozenset(unwanted))
    post(change, to, template, PARAMS[template], NOW)
    change.commit()


def _choose(*topics: str, staff: bool = False, key: str = "choice") -> None:
    change = Transaction(Operation.of("test", key), NOW)
    addresses.set_unwanted(change, ANN, topics, staff=staff)
    change.commit()


def _letter() -> Letter:
    (letter,) = [item for item in Letter.scan() if isinstance(item, Letter)]
    return letter


def test_every_letter_has_a_topic_and_every_topic_of_a_letter_is_somebodys() -> None:
    """NOT-4: a new template without a topic stops here."""
    assert TOPIC_OF.keys() == TEMPLATES
    assert set(topics_for(staff=True)) | set(topics_for(staff=False)) == set(Topic)


def test_letters_about_security_can_not_be_chosen() -> None:
    """NOT-4"""
    assert not can_choose(TOPIC_OF["password_changed"])
    assert not can_choose(TOPIC_OF["password_reset"])
    assert can_choose(TOPIC_OF["survey"])


@pytest.mark.usefixtures("ses")
def test_what_is_known_to_be_unwanted_is_not_even_promised() -> None:
    """NOT-4"""
    _post("survey", Topic.SURVEYS)
    assert list(Letter.scan()) == []


@pytest.mark.usefixtures("ses")
def test_what_always_comes_is_promised_whatever_was_chosen() -> None:
    """NOT-4: even if somebody wrote such a choice into the table."""
    _post("password_changed", Topic.SECURITY)
    assert _letter().state == LetterState.QUEUED


def test_who_chose_after_the_promise_does_not_get_it(ses: Ses) -> None:
    """NOT-4: the delivery asks again, and forgets what stood in the letter."""
    _post("survey")
    _choose(Topic.SURVEYS)
    assert not deliver(_letter(), NOW + timedelta(minutes=1))
    left = _letter()
    assert left.state == LetterState.UNWANTED
    assert not left.params
    assert not left.waiting
    assert ses.messages == []


def test_who_wants_it_again_gets_it(ses: Ses) -> None:
    """NOT-4"""
    _choose(Topic.SURVEYS)
    _choose(key="again")
    _post("survey")
    assert deliver(_letter(), NOW)
    assert len(ses.messages) == 1


def test_what_somebody_chose_as_staff_says_nothing_of_them_as_a_customer(ses: Ses) -> None:
    """NOT-4: one address can be both."""
    _choose(Topic.SURVEYS, staff=True)
    _post("survey")
    assert deliver(_letter(), NOW)
    assert len(ses.messages) == 1
