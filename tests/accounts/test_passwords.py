"""A new password by a mailed link, and links that are none."""

from datetime import UTC, datetime, timedelta

import pytest

from chalicelib.accounts import passwords, second_step, service
from chalicelib.accounts.errors import LinkUnknown, LinkUsed
from chalicelib.accounts.model import Account
from chalicelib.accounts.schemas import NewPassword
from chalicelib.accounts.store import accounts as store
from chalicelib.base import ids
from chalicelib.base.actor import NOBODY, Actor
from chalicelib.base.operation import Operation
from chalicelib.companies.service import authenticate
from tests.builders import PASSWORD, make_person, make_staff
from tests.mailbox import letters_to, link_in

pytestmark = pytest.mark.usefixtures("cloud")
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
NEW = "Tr4velling-Otter"


def _anew() -> Operation:
    """A change that nobody asked for before."""
    return Operation(ids.token())


def _sign_in(account: Account, now: datetime = NOW) -> str:
    found = service.check_password(NOBODY, account.email, PASSWORD, store.CUSTOMERS, now)
    return service.open_session(NOBODY, found, "Firefox", now, _anew()).cookie


def _who(cookie: str, now: datetime = NOW, *, staff: bool = False) -> Actor:
    return authenticate(cookie, staff=staff, now=now)


def test_a_reset_sets_the_password_once_and_ends_every_session() -> None:
    """ACC-6, ACC-7"""
    person = make_person(NOW)
    cookie = _sign_in(person)
    later = NOW + timedelta(minutes=1)
    passwords.ask_password_reset(NOBODY, person.email, later, Operation.of("nobody", "ask"))
    token = link_in(letters_to(person.email, "password_reset")[0])
    body = NewPassword(token=token, password=NEW, password_repeat=NEW)
    passwords.reset_password(NOBODY, body, later, Operation.of("nobody", "set"))
    assert _who(cookie, later) == NOBODY
    assert service.check_password(NOBODY, person.email, NEW, store.CUSTOMERS, later).pk == person.pk
    assert len(letters_to(person.email, "password_changed")) == 1
    with pytest.raises(LinkUsed):
        passwords.reset_password(NOBODY, body, later, Operation.of("nobody", "again"))


def test_an_unknown_address_gets_no_mail_and_the_same_silence() -> None:
    """ACC-6"""
    passwords.ask_password_reset(
        NOBODY, "nobody@nordwerk.example", NOW, Operation.of("nobody", "ask")
    )
    assert letters_to("nobody@nordwerk.example") == []


def test_a_link_for_something_else_is_no_link() -> None:
    """ACC-3: one purpose only."""
    staff = make_staff(NOW)
    challenge = second_step.ask_second_factor(staff, NOW, _anew())
    body = NewPassword(token=challenge, password=NEW, password_repeat=NEW)
    with pytest.raises(LinkUnknown):
        passwords.reset_password(NOBODY, body, NOW, Operation.of("nobody", "set"))


@pytest.mark.parametrize("forged", ["", "x", ".", "01M8.abc", "ä.ö"])
def test_a_forged_token_is_no_link(forged: str) -> None:
    """ACC-3"""
    with pytest.raises(LinkUnknown):
        passwords.inspect_reset(forged, NOW)


def test_a_token_with_one_letter_changed_is_no_link() -> None:
    """ACC-3"""
    token = second_step.ask_second_factor(make_staff(NOW), NOW, _anew())
    other = "A" if token[-1] != "A" else "B"
    step = second_step.Step(token[:-1] + other, store.STAFF, "Firefox")
    with pytest.raises(LinkUnknown):
        second_step.answer_by_app(NOBODY, step, "0", NOW, _anew())
