"""The second step of signing in, whatever it is proven by; and the app's codes (ACC-5, STF-1)."""

import hmac
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from chalicelib.accounts import links
from chalicelib.accounts.errors import LinkUsed, SignInFailed
from chalicelib.accounts.model import Account, Link, Purpose
from chalicelib.accounts.service import NewSession, for_account, open_session_in, opened_before
from chalicelib.accounts.store import accounts
from chalicelib.accounts.throttling import guessing, throttle_at
from chalicelib.aws.link_tokens import token_of
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Repeated, Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.operation import Operation


@dataclass(frozen=True, slots=True)
class Step:
    """A challenge that is answered: on which side, and in what browser."""

    challenge: str
    side: str
    device: str


def ask_second_factor(account: Account, now: datetime, operation: Operation) -> str:
    """A challenge that the second step must bring along; a repeat gets the same one.

    It is good for the password that was just given: not any more once that has changed.
    """
    change = Transaction(for_account("second factor", account, operation), now)
    lifetime = timedelta(seconds=settings().challenge_seconds)
    known = {"generation": int(account.generation)}
    link_id = links.issue(change, Purpose.SECOND_FACTOR, account.pk, now, lifetime, known)
    accounts.demand_password(change, account)
    try:
        change.commit({"link": link_id})
    except Repeated as repeated:
        link_id = repeated.answer["link"]
    return token_of(link_id)


def take_step(
    actor: Actor,
    step: Step,
    prove: Callable[[Transaction, Account], None],
    now: datetime,
    operation: Operation,
) -> NewSession:
    """Sign a browser in by the second step; a repeat gets the same session.

    `prove` writes down what the proof used up, or raises SignInFailed. Raises what `challenged`
    does.
    """
    try:
        link, account = challenged(actor, step.challenge, step.side, now)
    except LinkUsed:
        return opened_before(actor, operation)
    change = Transaction(operation, now)
    links.spend(change, link, now)
    prove(change, account)
    return open_session_in(change, actor, account, step.device, now)


def answer_by_app(
    actor: Actor, step: Step, code: str, now: datetime, operation: Operation
) -> NewSession:
    """The second step, by the app's code. Each code works once; a repeat is no second time."""

    def prove(change: Transaction, account: Account) -> None:
        at = step_of(account.totp_secret, code, now)
        if at is None or at <= account.totp_step:
            raise SignInFailed
        accounts.use_totp_step(change, account, at)

    return take_step(actor, step, prove, now, operation)


def challenged(actor: Actor, challenge: str, side: str, now: datetime) -> tuple[Link, Account]:
    """The challenge of a second step and whose it is; counts as one guess at their factor.

    Raises SignInFailed when the account has none, is not of this side, or has changed its
    password since the first step; TooManyAttempts; and what `links.find` raises.
    """
    link = links.find(challenge, Purpose.SECOND_FACTOR, now)
    throttle_at(link.subject, "second factor", actor.address, guessing(), now)
    account = accounts.find_account(link.subject)
    if account is None or not account.secured or account.deactivated_at:
        raise SignInFailed
    if (side == accounts.STAFF) != bool(account.role):
        raise SignInFailed
    if (link.data or {}).get("generation") != account.generation:
        raise SignInFailed
    return link, account


def step_of(secret: str | None, code: str, now: datetime) -> int | None:
    """Which of an authenticator app's steps the code is of: the present one or its neighbours."""
    from pyotp import TOTP

    if not secret:
        return None
    totp = TOTP(secret)
    step = int(now.timestamp()) // totp.interval
    steps = (step - 1, step, step + 1)
    found = [n for n in steps if hmac.compare_digest(totp.generate_otp(n), code.strip())]
    return found[0] if found else None
