"""What every change of second factors has in common, and what there is of them."""

from datetime import datetime

from chalicelib.accounts import hashing
from chalicelib.accounts.model import Account
from chalicelib.accounts.service import recipient_of
from chalicelib.accounts.sessions import account_of
from chalicelib.accounts.store.links import find_link
from chalicelib.accounts.throttling import guessing, throttle_at
from chalicelib.audit.service import record
from chalicelib.aws.factor_secrets import recovery_codes_of
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Transaction
from chalicelib.base import ids
from chalicelib.base.actor import Actor
from chalicelib.base.errors import FieldError, Invalid
from chalicelib.factors import store
from chalicelib.factors.errors import FactorNeeded
from chalicelib.factors.schemas import FactorsOut, PasskeyOut, RecoveryCodesOut
from chalicelib.mail.service import post

AUTHENTICATOR = "authenticator"
PASSKEY = "passkey"


def factors(actor: Actor) -> FactorsOut:
    """The second factors of whoever asks."""
    account = account_of(actor)
    codes = store.find_recovery_codes(account.pk)
    rows = [
        PasskeyOut(
            id=passkey.sk.removeprefix(store.PASSKEY),
            name=passkey.name,
            created_at=passkey.created_at,
            used_on=passkey.used_on,
        )
        for passkey in store.passkeys_of(account.pk)
    ]
    return FactorsOut(
        authenticator=bool(account.totp_secret),
        passkeys=sorted(rows, key=lambda row: row.created_at),
        recovery_codes_left=len((codes.hashes if codes else None) or ()),
        required=account.role is not None,
        removal_from=_removal_from(account),
    )


def _removal_from(account: Account) -> datetime | None:
    link = find_link(account.factor_removal) if account.factor_removal else None
    return datetime.fromisoformat(link.data["from"]) if link and link.data else None


def demand_confirmed(actor: Actor, account: Account, password: str | None, now: datetime) -> None:
    """Have the password once more: a browser that was left open must not lock its owner out.

    Raises Invalid on `password`, or TooManyAttempts. Staff on their first way in gave it just now.
    """
    if actor.enrolling:
        return
    if password is None:
        raise Invalid(FieldError("password", "missing"))
    throttle_at(account.pk, "confirm", actor.address, guessing(), now)
    if not hashing.password_matches(account.password_hash, password):
        raise Invalid(FieldError("password", "password_wrong"))


def add_factor(
    change: Transaction,
    actor: Actor,
    account: Account,
    now: datetime,
    *,
    totp: tuple[str, int] | None = None,
    name: str = "",
) -> str:
    """Put an authenticator (its secret and the step that was used) or one more passkey on.

    With the first factor come recovery codes, whose set's id is answered (else it is empty), and
    every other browser is signed out: it was let in by the password alone.
    """
    first = not account.secured
    generation = int(account.generation) + first
    secret, step = totp or (account.totp_secret, int(account.totp_step))
    store.set_factors(
        change,
        account,
        totp_secret=secret,
        totp_step=step,
        passkeys=int(account.passkeys) + (totp is None),
        generation=generation,
    )
    if first:
        store.keep_session(change, actor, generation)
    factor = AUTHENTICATOR if totp else PASSKEY
    details = {"factor": factor, **({"name": name} if name else {})}
    record(change, actor, "factor.added", account.pk, now, details=details)
    post(change, recipient_of(account), "factor_added", {"factor": factor, "label": name}, now)
    return new_recovery_codes(change, account, now) if first else ""


def new_recovery_codes(change: Transaction, account: Account, now: datetime) -> str:
    """Recovery codes in place of all former ones; answers the id that they are computed from."""
    set_id = ids.ulid(now)
    store.put_recovery_codes(change, account.pk, shown(set_id).recovery_codes, now)
    return set_id


def shown(set_id: str) -> RecoveryCodesOut:
    """The codes of a set, as they are shown once."""
    codes = recovery_codes_of(set_id, settings().recovery_codes) if set_id else []
    return RecoveryCodesOut(recovery_codes=codes)


def remove_factor(
    change: Transaction,
    actor: Actor,
    account: Account,
    now: datetime,
    *,
    authenticator: bool = False,
    name: str = "",
) -> None:
    """Take the authenticator off, or one passkey; FactorNeeded for staff's last factor."""
    secret = None if authenticator else account.totp_secret
    passkeys = int(account.passkeys) - (not authenticator)
    last = not secret and not passkeys
    if last and account.role:
        raise FactorNeeded
    step, generation = int(account.totp_step), int(account.generation)
    store.set_factors(
        change,
        account,
        totp_secret=secret,
        totp_step=step,
        passkeys=passkeys,
        generation=generation,
    )
    if last:
        store.remove_recovery_codes(change, account.pk)
    factor = AUTHENTICATOR if authenticator else PASSKEY
    details = {"factor": factor, **({"name": name} if name else {})}
    record(change, actor, "factor.removed", account.pk, now, details=details)
    params = {"factor": factor, "label": name, "last": last}
    post(change, recipient_of(account), "factor_removed", params, now)


def drop_factors(change: Transaction, account: Account, now: datetime) -> None:
    """Take every factor off, because it is lost, and sign every browser out; tells the person."""
    store.set_factors(
        change,
        account,
        totp_secret=None,
        totp_step=int(account.totp_step),
        passkeys=0,
        generation=int(account.generation) + 1,
    )
    for passkey in store.passkeys_of(account.pk):
        store.remove_passkey(change, passkey)
    store.remove_recovery_codes(change, account.pk)
    page = "/console/" if account.role else "/forgot-password"
    params = {"url": {"page": page}, "staff": "1" if account.role else ""}
    post(change, recipient_of(account), "factors_dropped", params, now)
