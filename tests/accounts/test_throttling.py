"""Guessing is slowed down by account and by source, and nobody is locked out for good (ACC-5)."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest

from chalicelib.accounts import passwords, service
from chalicelib.accounts.errors import SignInFailed, TooManyAttempts
from chalicelib.accounts.model import Account
from chalicelib.accounts.store import accounts as store
from chalicelib.aws.settings import settings
from chalicelib.base import ids
from chalicelib.base.actor import Actor
from chalicelib.base.operation import Operation
from tests.builders import PASSWORD, make_person, make_staff
from tests.client import Client
from tests.clockwork import standing_at
from tests.mailbox import letters_to

pytestmark = pytest.mark.usefixtures("cloud")
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
HOME, ATTACKER = Actor(address="192.0.2.1"), Actor(address="198.51.100.7")
SIDES = [store.CUSTOMERS, store.STAFF]


def account_on(side: str) -> Account:
    return make_staff(NOW) if side == store.STAFF else make_person(NOW)


def guess(actor: Actor, email: str, side: str, times: int, now: datetime = NOW) -> int:
    """Guess that often; answers how many of the guesses were looked at."""
    looked_at = 0
    for _ in range(times):
        try:
            service.check_password(actor, email, "wrong", side, now)
        except SignInFailed:
            looked_at += 1
        except TooManyAttempts:
            pass
    return looked_at


@contextmanager
def limited(monkeypatch: pytest.MonkeyPatch, **limits: int) -> Iterator[None]:
    """With other limits; argon2 makes the usual ones slow to reach."""
    for name, value in limits.items():
        monkeypatch.setenv(f"KONTOR_{name.upper()}", str(value))
    settings.cache_clear()
    yield
    monkeypatch.undo()
    settings.cache_clear()


@pytest.mark.parametrize("side", SIDES)
def test_who_guesses_is_stopped_and_the_owner_is_not(side: str) -> None:
    """ACC-5, STF-1: by source, so nobody can keep another out of their account."""
    account = account_on(side)
    most = settings().sign_in_attempts
    assert guess(ATTACKER, account.email, side, most + 5) == most
    assert service.check_password(HOME, account.email, PASSWORD, side, NOW).pk == account.pk


@pytest.mark.parametrize("side", SIDES)
def test_many_sources_at_one_account_are_bounded_until_the_window_ends(
    side: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """ACC-5: and what was refused for its source did not count."""
    account = account_on(side)
    with limited(monkeypatch, sign_in_attempts=1, sign_in_attempts_per_account=3):
        looked_at = [
            guess(Actor(address=f"198.51.100.{n}"), account.email, side, 2) for n in range(5)
        ]
        assert looked_at == [1, 1, 1, 0, 0]
        with pytest.raises(TooManyAttempts) as refused:
            service.check_password(HOME, account.email, PASSWORD, side, NOW)
        later = NOW + timedelta(seconds=int(refused.value.params["retry_after"]))
        assert service.check_password(HOME, account.email, PASSWORD, side, later)


def test_all_addresses_of_an_ipv6_network_are_one_source(monkeypatch: pytest.MonkeyPatch) -> None:
    """ACC-5: whoever has a connection has 2^64 of them."""
    account = account_on(store.CUSTOMERS)
    with limited(monkeypatch, sign_in_attempts_per_source=3):
        looked_at = [
            guess(Actor(address=f"2001:db8::{n:x}"), f"{n}@nordwerk.example", store.CUSTOMERS, 1)
            for n in range(1, 6)
        ]
        assert sum(looked_at) == 3
        neighbour = Actor(address="2001:db8:0:1::1")
        assert guess(neighbour, account.email, store.CUSTOMERS, 1) == 1


@pytest.mark.parametrize("side", SIDES)
def test_one_source_at_many_accounts_is_bounded(side: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """ACC-5: trying one password everywhere."""
    account = account_on(side)
    with limited(monkeypatch, sign_in_attempts_per_source=3):
        looked_at = [guess(ATTACKER, f"{n}@nordwerk.example", side, 1) for n in range(5)]
        assert sum(looked_at) == 3
        assert service.check_password(HOME, account.email, PASSWORD, side, NOW).pk == account.pk


def test_an_address_written_in_another_way_is_the_same_account() -> None:
    """ACC-5: spaces and capitals open no new window."""
    person = make_person(NOW)
    most = settings().sign_in_attempts
    with standing_at(NOW):  # all of it in one window
        for count in range(most):
            written = " " * count + person.email.upper()
            sent = {"email": written, "password": "wrong"}
            assert Client().post("/api/sessions", sent).code == "sign_in_failed"
        sent = {"email": person.email, "password": PASSWORD}
        assert Client().post("/api/sessions", sent).code == "too_many_attempts"


def ask(actor: Actor, email: str, times: int) -> int:
    """Ask for a new password that often; answers how many of them were heard."""
    heard = 0
    for _ in range(times):
        try:
            passwords.ask_password_reset(actor, email, NOW, Operation(ids.token()))
        except TooManyAttempts:
            continue
        heard += 1
    return heard


def test_letters_for_a_new_password_are_bounded_and_the_owner_still_gets_one() -> None:
    """ACC-6: known and unknown addresses alike."""
    person = make_person(NOW)
    most = settings().resets_per_hour
    assert ask(ATTACKER, person.email, most + 2) == most
    assert ask(ATTACKER, "nobody@nordwerk.example", most + 2) == most
    assert ask(HOME, person.email, 1) == 1
    assert len(letters_to(person.email, "password_reset")) == most + 1


def test_letters_to_many_addresses_and_from_many_sources_are_bounded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """ACC-6."""
    person = make_person(NOW)
    with limited(monkeypatch, resets_per_hour_per_source=2, resets_per_hour_per_account=2):
        assert sum(ask(ATTACKER, f"{n}@nordwerk.example", 1) for n in range(4)) == 2
        sources = [Actor(address=f"198.51.100.{n}") for n in range(4)]
        assert sum(ask(source, person.email, 1) for source in sources) == 2
