"""A new password by a mailed link (ACC-6, ACC-7)."""

from datetime import datetime, timedelta

from chalicelib.accounts import hashing, links
from chalicelib.accounts.errors import LinkUnknown, LinkUsed
from chalicelib.accounts.model import Account, Link, Purpose
from chalicelib.accounts.schemas import LinkHolder, NewPassword, PasswordSet
from chalicelib.accounts.service import person_behind, recipient_of
from chalicelib.accounts.sessions import account_of
from chalicelib.accounts.store import accounts as store
from chalicelib.accounts.throttling import asking_for_mail, throttle_at
from chalicelib.audit.service import record
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.operation import Operation
from chalicelib.mail.reaching import prove
from chalicelib.mail.service import post

CUSTOMERS_PAGE, STAFFS_PAGE = "/reset-password", "/console/reset-password"


def ask_password_reset(actor: Actor, email: str, now: datetime, operation: Operation) -> None:
    """Mail a link for a new password, if the address has an account; the answer never tells.

    Neither does the time it takes: for an unknown address as much is read and written.
    """
    throttle_at(email.lower(), "reset", actor.address, asking_for_mail(), now)
    account = store.find_by_email(email)
    change = Transaction(operation, now)
    if account is None:
        links.pretend(change, Purpose.RESET_PASSWORD, now, items=2)
        passer_by = Actor(address=actor.address)
        record(change, passer_by, "password.reset_unknown", links.NOBODYS, now)
    else:
        promise_reset(change, account, now)
        record(change, person_behind(actor, account), "password.reset_asked", account.pk, now)
    change.commit({})


def ask_own_link(actor: Actor, now: datetime, operation: Operation) -> None:
    """Mail the same link to somebody who is signed in and wants another password (ACC-7)."""
    account = account_of(actor)
    throttle_at(account.email.lower(), "reset", actor.address, asking_for_mail(), now)
    change = Transaction(operation, now)
    promise_reset(change, account, now)
    record(change, actor, "password.reset_asked", account.pk, now)
    change.commit({})


def promise_reset(change: Transaction, account: Account, now: datetime) -> None:
    """Mail the person a link for a new password; whoever asks records that they did."""
    lifetime = timedelta(days=settings().link_days)
    known = {"generation": int(account.generation)}
    link_id = links.issue(change, Purpose.RESET_PASSWORD, account.pk, now, lifetime, known)
    url = {"link": link_id, "page": STAFFS_PAGE if account.role else CUSTOMERS_PAGE}
    post(
        change,
        recipient_of(account),
        "password_reset",
        {"url": url, "days": settings().link_days},
        now,
    )


def _resettable(token: str, now: datetime) -> tuple[Link, Account]:
    link = links.find(token, Purpose.RESET_PASSWORD, now)
    account = store.find_account(link.subject)
    if account is None:
        raise LinkUnknown
    if (link.data or {}).get("generation") != account.generation:
        # Another link set a new password since: whoever has this one may be whom it keeps out.
        raise LinkUsed
    return link, account


def inspect_reset(token: str, now: datetime) -> LinkHolder:
    """Whose password a link would set; the link stays good."""
    link, account = _resettable(token, now)
    return LinkHolder(
        email=account.email,
        first_name=account.first_name,
        last_name=account.last_name,
        company_name=None,
        expires_at=link.ends_at,
    )


def reset_password(
    actor: Actor, data: NewPassword, now: datetime, operation: Operation
) -> PasswordSet:
    """Set a new password by a mailed link, and sign every browser out."""
    link, account = _resettable(data.token, now)
    names = (account.first_name, account.last_name)
    hashing.demand_good_password(data.password, data.password_repeat, account.email, names)
    change = Transaction(operation, now)
    links.spend(change, link, now)
    store.set_password(change, account, hashing.hash_password(data.password))
    prove(change, account.email, now)
    post(change, recipient_of(account), "password_changed", {}, now)
    record(change, person_behind(actor, account), "password.changed", account.pk, now)
    done = PasswordSet(email=account.email)
    change.commit(done.model_dump(mode="json"))
    return done
