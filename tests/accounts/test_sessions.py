"""Signing in, staying in, being out."""

from datetime import UTC, datetime, timedelta

import pytest
from pyotp import TOTP

from chalicelib.accounts import passwords, second_step, service
from chalicelib.accounts.errors import LinkUsed, SignInFailed, TooManyAttempts
from chalicelib.accounts.model import Account
from chalicelib.accounts.schemas import NewPassword
from chalicelib.accounts.store import accounts as store
from chalicelib.aws.settings import settings
from chalicelib.base import ids
from chalicelib.base.actor import NOBODY, Actor
from chalicelib.base.errors import KeyReused
from chalicelib.base.operation import Operation
from chalicelib.companies.service import authenticate
from tests.builders import PASSWORD, TOTP_SECRET, make_person, make_staff
from tests.mailbox import letters_to, link_in

pytestmark = pytest.mark.usefixtures("cloud")
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
NEW = "Tr4velling-Otter"


def _anew() -> Operation:
    """A change that nobody asked for before."""
    return Operation(ids.token())


def _answer(
    challenge: str, code: str, side: str, operation: Operation | None = None
) -> service.NewSession:
    step = second_step.Step(challenge, side, "Firefox")
    return second_step.answer_by_app(NOBODY, step, code, NOW, operation or _anew())


def _sign_in(account: Account, now: datetime = NOW) -> str:
    found = service.check_password(NOBODY, account.email, PASSWORD, store.CUSTOMERS, now)
    return service.open_session(NOBODY, found, "Firefox", now, _anew()).cookie


def _who(cookie: str, now: datetime = NOW, *, staff: bool = False) -> Actor:
    return authenticate(cookie, staff=staff, now=now)


def test_a_session_knows_person_company_and_rights() -> None:
    """ACC-5, COM-1"""
    person = make_person(NOW, company="Nordwerk GmbH")
    actor = _who(_sign_in(person))
    assert (actor.account_id, actor.company_name, actor.owner) == (person.pk, "Nordwerk GmbH", True)


def test_the_address_is_found_however_it_is_written() -> None:
    """ACC-5"""
    person = make_person(NOW, email="Mara.Lind@nordwerk.example")
    found = service.check_password(
        NOBODY, "mara.lind@NORDWERK.example", PASSWORD, store.CUSTOMERS, NOW
    )
    assert found.pk == person.pk


def test_wrong_password_and_unknown_address_are_the_same_refusal() -> None:
    """ACC-6"""
    person = make_person(NOW)
    for email, password in ((person.email, "wrong"), ("nobody@nordwerk.example", PASSWORD)):
        with pytest.raises(SignInFailed):
            service.check_password(NOBODY, email, password, store.CUSTOMERS, NOW)


def test_guessing_is_slowed_down_and_works_again_after_the_window() -> None:
    """ACC-5: nobody is locked out for good."""
    person = make_person(NOW)
    for _ in range(settings().sign_in_attempts):
        with pytest.raises(SignInFailed):
            service.check_password(NOBODY, person.email, "wrong", store.CUSTOMERS, NOW)
    with pytest.raises(TooManyAttempts) as refused:
        service.check_password(NOBODY, person.email, PASSWORD, store.CUSTOMERS, NOW)
    later = NOW + timedelta(seconds=int(refused.value.params["retry_after"]))
    assert (
        service.check_password(NOBODY, person.email, PASSWORD, store.CUSTOMERS, later).pk
        == person.pk
    )


def test_a_session_ends_by_the_clock_with_its_item_still_there() -> None:
    """ACC-5, SCH-1"""
    cookie = _sign_in(make_person(NOW))
    ends = NOW + timedelta(days=settings().session_days)
    assert _who(cookie, ends - timedelta(seconds=1)) != NOBODY
    assert _who(cookie, ends) == NOBODY


def test_a_changed_secret_or_another_persons_session_is_nobody() -> None:
    """ACC-5"""
    mine = _sign_in(make_person(NOW, email="one@nordwerk.example"))
    other = make_person(NOW, email="two@nordwerk.example")
    account, company, session, secret = mine.split(".")
    assert _who(f"{account}.{company}.{session}.{secret[:-1]}") == NOBODY
    assert _who(f"{other.pk}.{company}.{session}.{secret}") == NOBODY


def test_the_company_in_a_cookie_is_a_hint_that_grants_nothing() -> None:
    """COM-2"""
    mine = make_person(NOW, email="one@nordwerk.example", company="Nordwerk")
    other = make_person(NOW, email="two@suedwerk.example", company="Südwerk")
    account, _, session, secret = _sign_in(mine).split(".")
    actor = _who(f"{account}.{other.company_id}.{session}.{secret}")
    assert actor.company_id == mine.company_id


def test_signing_out_ends_this_session_only() -> None:
    """ACC-5"""
    person = make_person(NOW)
    first, second = _sign_in(person), _sign_in(person, NOW + timedelta(seconds=1))
    service.sign_out(_who(first), NOW, Operation.of(person.pk, "out"))
    assert _who(first) == NOBODY
    assert _who(second, NOW + timedelta(seconds=1)) != NOBODY


def test_customers_and_staff_do_not_pass_at_each_others_door() -> None:
    """STF-1"""
    cookie = _sign_in(make_person(NOW))
    assert _who(cookie, staff=True) == NOBODY
    staff = make_staff(NOW)
    with pytest.raises(SignInFailed):
        service.check_password(NOBODY, staff.email, PASSWORD, store.CUSTOMERS, NOW)


def test_staff_need_a_code_and_each_code_works_once() -> None:
    """STF-1, ACC-5"""
    staff = make_staff(NOW)
    code = TOTP(staff.totp_secret).at(NOW)
    first = second_step.ask_second_factor(staff, NOW, _anew())
    session = _answer(first, code, store.STAFF)
    assert _who(session.cookie, staff=True).account_id == staff.pk
    with pytest.raises(LinkUsed):
        _answer(first, code, store.STAFF)
    again = second_step.ask_second_factor(staff, NOW, _anew())
    with pytest.raises(SignInFailed):
        _answer(again, code, store.STAFF)


def test_a_wrong_code_is_refused_and_guessing_is_slowed_down() -> None:
    """STF-1"""
    staff = make_staff(NOW)
    challenge = second_step.ask_second_factor(staff, NOW, _anew())
    right = TOTP(staff.totp_secret).at(NOW)
    wrong = f"{(int(right) + 1) % 10**6:06}"
    for _ in range(settings().sign_in_attempts):
        with pytest.raises(SignInFailed):
            _answer(challenge, wrong, store.STAFF)
    with pytest.raises(TooManyAttempts):
        _answer(challenge, right, store.STAFF)


def test_a_repeat_of_signing_in_is_the_same_session() -> None:
    """ACC-5: a browser that never heard the answer asks again, and is signed in once."""
    person, operation = make_person(NOW), Operation.of("nobody", "click")
    first, again = (
        service.open_session(NOBODY, person, "Firefox", NOW, operation) for _ in range(2)
    )
    assert first == again
    assert _who(first.cookie).account_id == person.pk
    assert _sign_in(person) != first.cookie


def test_a_repeat_of_the_second_step_is_the_same_session() -> None:
    """ACC-5, STF-1: the code is used up by then, and by this very request."""
    staff, operation = make_staff(NOW), Operation.of("nobody", "click", b"challenge and code")
    code, asked = TOTP(staff.totp_secret).at(NOW), Operation.of("nobody", "before")
    challenge, same = (second_step.ask_second_factor(staff, NOW, asked) for _ in range(2))
    assert challenge == same
    first = _answer(challenge, code, store.STAFF, operation)
    assert _answer(challenge, code, store.STAFF, operation) == first
    other = Operation.of("nobody", "click", b"another code")
    with pytest.raises(KeyReused):
        _answer(challenge, code, store.STAFF, other)


def _reset(person: Account, now: datetime) -> None:
    passwords.ask_password_reset(NOBODY, person.email, now, Operation.of("nobody", "ask"))
    token = link_in(letters_to(person.email, "password_reset")[0])
    body = NewPassword(token=token, password=NEW, password_repeat=NEW)
    passwords.reset_password(NOBODY, body, now, Operation.of("nobody", "set"))


def test_who_was_signing_in_with_the_old_password_is_not_let_in() -> None:
    """ACC-6: whatever the clocks say; here that of the reset is behind."""
    person = make_person(NOW)
    checked = service.check_password(NOBODY, person.email, PASSWORD, store.CUSTOMERS, NOW)
    before = _sign_in(person)
    _reset(person, NOW - timedelta(minutes=1))
    with pytest.raises(SignInFailed):
        service.open_session(NOBODY, checked, "Firefox", NOW, _anew())
    assert _who(before) == NOBODY


def test_a_challenge_is_good_for_the_password_that_was_given() -> None:
    """STF-1, ACC-6: not any more once that has changed."""
    person = make_person(NOW)
    person.totp_secret = TOTP_SECRET
    person.save()
    challenge = second_step.ask_second_factor(person, NOW, _anew())
    _reset(person, NOW - timedelta(minutes=1))
    code = TOTP(TOTP_SECRET).at(NOW)
    with pytest.raises(SignInFailed):
        _answer(challenge, code, store.CUSTOMERS)
