"""Signing in with a passkey or a recovery code (ACC-5); the app's codes are accounts' own."""

import re
from base64 import urlsafe_b64decode
from binascii import Error as NotBase64
from datetime import datetime, timedelta

from chalicelib.accounts import links
from chalicelib.accounts.errors import LinkUsed, SignInFailed
from chalicelib.accounts.model import Account, Purpose
from chalicelib.accounts.second_step import Step, challenged, take_step
from chalicelib.accounts.service import (
    NewSession,
    open_session_in,
    opened_before,
    person_behind,
    recipient_of,
)
from chalicelib.accounts.store.accounts import STAFF, find_account
from chalicelib.accounts.throttling import from_source, guessing, throttle, throttle_at
from chalicelib.audit.service import record
from chalicelib.aws.link_tokens import token_of
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.ids import digest
from chalicelib.base.operation import Operation
from chalicelib.factors import store
from chalicelib.factors.ceremony import judge_shown, relying_party
from chalicelib.factors.repeating import once
from chalicelib.factors.schemas import PasskeyOffer, PasskeyShown
from chalicelib.mail.service import post


def offer_passkeys(actor: Actor, challenge: str, side: str, now: datetime) -> PasskeyOffer:
    """Which passkeys may answer a second step; none where the account has none."""
    _, account = challenged(actor, challenge, side, now)
    allowed = [passkey.credential_id for passkey in store.passkeys_of(account.pk)]
    return PasskeyOffer(token=challenge, rp_id=relying_party(), allowed=allowed)


def answer_by_passkey(
    actor: Actor, step: Step, credential: PasskeyShown, now: datetime, operation: Operation
) -> NewSession:
    """The second step, by a passkey. Raises SignInFailed, PasskeyRefused."""

    def prove(change: Transaction, account: Account) -> None:
        _use(change, account, credential, step.challenge, now)

    return take_step(actor, step, prove, now, operation)


def _use(
    change: Transaction, account: Account, credential: PasskeyShown, token: str, now: datetime
) -> None:
    passkey = store.find_passkey(account.pk, credential.credential_id)
    if passkey is None:
        raise SignInFailed
    uses = judge_shown(credential, token, passkey)
    store.use_passkey(change, passkey, uses, now.date().isoformat())
    store.note_factor_used(change, account)


def answer_by_recovery_code(
    actor: Actor, step: Step, code: str, now: datetime, operation: Operation
) -> NewSession:
    """The second step, by a recovery code, which is used up; the person is told."""

    def prove(change: Transaction, account: Account) -> None:
        left = _use_up(change, account, code)
        record(change, person_behind(actor, account), "recovery_code.used", account.pk, now)
        post(change, recipient_of(account), "recovery_code_used", {"left": left}, now)

    return take_step(actor, step, prove, now, operation)


def _use_up(change: Transaction, account: Account, code: str) -> int:
    """Answers how many recovery codes are left."""
    codes = store.find_recovery_codes(account.pk)
    used = digest(_as_made(code))
    hashes = (codes.hashes if codes else None) or set()
    if codes is None or used not in hashes:
        raise SignInFailed
    store.use_recovery_code(change, codes, used)
    store.note_factor_used(change, account)
    return len(hashes) - 1


def _as_made(typed: str) -> str:
    """Spaces, lower case and missing dashes are forgiven, and letters read for digits."""
    symbols = re.sub(r"[\s-]", "", typed.upper()).translate(str.maketrans("ILO", "110"))
    return "-".join(symbols[at : at + 4] for at in range(0, len(symbols), 4))


def offer_sign_in(actor: Actor, now: datetime, operation: Operation) -> PasskeyOffer:
    """A challenge for whichever passkey of this site the browser has: no address is asked for."""

    def do() -> PasskeyOffer:
        window = timedelta(seconds=settings().sign_in_window_seconds)
        most = settings().sign_in_attempts_per_source
        throttle(from_source("passkey", actor.address), now, most, window)
        change = Transaction(operation, now)
        lifetime = timedelta(seconds=settings().challenge_seconds)
        link_id = links.issue(change, Purpose.PASSKEY_SIGN_IN, links.NOBODYS, now, lifetime)
        change.commit({"link": link_id})
        return _any_of_ours(link_id)

    return once(operation, do, lambda answer: _any_of_ours(answer["link"]))


def _any_of_ours(link_id: str) -> PasskeyOffer:
    return PasskeyOffer(token=token_of(link_id), rp_id=relying_party(), allowed=[])


def sign_in_by_passkey(
    actor: Actor, step: Step, credential: PasskeyShown, now: datetime, operation: Operation
) -> NewSession:
    """Sign in by a passkey alone: the device has checked who holds it, so it is two factors.

    The passkey names the account. Raises SignInFailed, PasskeyRefused, what `links.find` raises.
    """
    try:
        link = links.find(step.challenge, Purpose.PASSKEY_SIGN_IN, now)
    except LinkUsed:
        return opened_before(actor, operation)
    account_id = _whose(credential)
    throttle_at(account_id, "passkey", actor.address, guessing(), now)
    account = find_account(account_id)
    if account is None or account.deactivated_at or (step.side == STAFF) != bool(account.role):
        raise SignInFailed
    change = Transaction(operation, now)
    links.spend(change, link, now)
    _use(change, account, credential, step.challenge, now)
    return open_session_in(change, actor, account, step.device, now)


def _whose(credential: PasskeyShown) -> str:
    handle = credential.user_handle or ""
    try:
        return urlsafe_b64decode(handle + "=" * (-len(handle) % 4)).decode("ascii")[:64]
    except (NotBase64, UnicodeDecodeError, ValueError):
        raise SignInFailed from None
