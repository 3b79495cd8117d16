"""A new password by a mailed link (ACC-6, ACC-7)."""

from datetime import datetime, timedelta

from chalicelib.accounts import hashing, links, store
from chalicelib.accounts.errors import LinkUnknown
from chalicelib.accounts.model import Account, Link, Purpose
from chalicelib.accounts.schemas import LinkHolder, NewPassword, PasswordSet
from chalicelib.accounts.throttling import throttle_guessing
from chalicelib.audit.service import record
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.operation import Operation
from chalicelib.mail.service import Recipient, post


def ask_password_reset(email: str, now: datetime, operation: Operation) -> None:
    """Mail a link for a new password, if the address has an account; the answer never tells."""
    throttle_guessing(f"reset {email.lower()}", now)
    account = store.find_by_email(email)
    if account is None:
        return
    change = Transaction(operation, now)
    lifetime = timedelta(days=settings().link_days)
    link_id = links.issue(change, Purpose.RESET_PASSWORD, account.pk, now, lifetime)
    to = Recipient(account.email, account.language, account.name)
    link = {"link": link_id, "page": "/reset-password"}
    post(change, to, "password_reset", {"url": link, "days": settings().link_days}, now)
    person = Actor(account_id=account.pk, name=account.name, company_id=account.company_id or "")
    record(change, person, "password.reset_asked", account.pk, now)
    change.commit({})


def _resettable(token: str, now: datetime) -> tuple[Link, Account]:
    link = links.find(token, Purpose.RESET_PASSWORD, now)
    account = store.find_account(link.subject)
    if account is None:
        raise LinkUnknown
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


def reset_password(data: NewPassword, now: datetime, operation: Operation) -> PasswordSet:
    """Set a new password by a mailed link, and sign every browser out."""
    link, account = _resettable(data.token, now)
    names = (account.first_name, account.last_name)
    hashing.demand_good_password(data.password, data.password_repeat, account.email, names)
    change = Transaction(operation, now)
    links.spend(change, link, now)
    store.set_password(change, account, hashing.hash_password(data.password))
    post(
        change,
        Recipient(account.email, account.language, account.name),
        "password_changed",
        {},
        now,
    )
    person = Actor(account_id=account.pk, name=account.name, company_id=account.company_id or "")
    record(change, person, "password.changed", account.pk, now)
    done = PasswordSet(email=account.email)
    change.commit(done.model_dump(mode="json"))
    return done
