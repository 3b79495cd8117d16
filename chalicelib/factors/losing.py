"""The way back for customers who lost their second factor and the recovery codes.

It takes the password, the mailbox, and some days in which whoever still has the factor, or reads
the mailbox, can object. Staff have none: a supervisor takes their factor off.
"""

from datetime import datetime, timedelta

from chalicelib.accounts import hashing, links
from chalicelib.accounts.errors import LinkUnknown, LinkUsed
from chalicelib.accounts.model import Account, Link, Purpose
from chalicelib.accounts.second_step import challenged
from chalicelib.accounts.service import person_behind, recipient_of
from chalicelib.accounts.sessions import account_of
from chalicelib.accounts.store.accounts import CUSTOMERS, find_account
from chalicelib.accounts.throttling import asking_for_mail, guessing, throttle_at
from chalicelib.audit.service import record
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.errors import FieldError, Invalid, NotFound
from chalicelib.base.operation import Operation
from chalicelib.factors import store
from chalicelib.factors.errors import TooEarly
from chalicelib.factors.schemas import RemovalLink
from chalicelib.factors.service import drop_factors
from chalicelib.mail.service import post


def ask_for_removal(actor: Actor, challenge: str, now: datetime, operation: Operation) -> None:
    """Mail a link that removes the second factor after some days, and one to object.

    Asked for behind the password, by its challenge; asked again, the days begin anew.
    """
    _, account = challenged(actor, challenge, CUSTOMERS, now)
    throttle_at(account.pk, "lost factor", actor.address, asking_for_mail(), now)
    from_at = now + timedelta(hours=settings().factor_removal_hours)
    lifetime = from_at - now + timedelta(days=settings().link_days)
    change = Transaction(operation, now)
    known = {"generation": int(account.generation), "from": from_at.isoformat()}
    removal = links.issue(change, Purpose.DROP_FACTOR, account.pk, now, lifetime, known)
    objection = links.issue(
        change, Purpose.KEEP_FACTOR, account.pk, now, lifetime, {"removal": removal}
    )
    store.set_factor_removal(change, account, removal, instead_of=account.factor_removal)
    params = {
        "url": {"link": removal, "page": "/lost-second-factor"},
        "objection": {"link": objection, "page": "/keep-second-factor"},
        "from_at": from_at.isoformat(),
    }
    post(change, recipient_of(account), "factor_removal_asked", params, now)
    asked = person_behind(actor, account)
    record(change, asked, "factor.removal_asked", account.pk, now)
    change.commit({})


def _removable(token: str, now: datetime) -> tuple[Link, Account, datetime]:
    link = links.find(token, Purpose.DROP_FACTOR, now)
    account = find_account(link.subject)
    if account is None:
        raise LinkUnknown
    known = link.data or {}
    asked_for = f"link#{account.factor_removal}" == link.pk
    if not asked_for or known.get("generation") != account.generation:
        # Objected to, asked for again, or the password has changed since.
        raise LinkUsed
    return link, account, datetime.fromisoformat(known["from"])


def inspect_removal(token: str, now: datetime) -> RemovalLink:
    """What a link would remove, and from when on; the link stays good."""
    link, account, from_at = _removable(token, now)
    return RemovalLink(
        email=account.email, from_at=from_at, expires_at=link.ends_at, ready=now >= from_at
    )


def remove_lost(
    actor: Actor, token: str, password: str, now: datetime, operation: Operation
) -> None:
    """Take all second factors off by the mailed link and the password; every browser is out.

    Raises TooEarly before the waiting time is over, and Invalid on `password`.
    """
    link, account, from_at = _removable(token, now)
    if now < from_at:
        raise TooEarly(from_at=from_at.isoformat())
    throttle_at(account.pk, "confirm", actor.address, guessing(), now)
    if not hashing.password_matches(account.password_hash, password):
        raise Invalid(FieldError("password", "password_wrong"))
    change = Transaction(operation, now)
    links.spend(change, link, now)
    drop_factors(change, account, now)
    record(change, person_behind(actor, account), "factors.dropped", account.pk, now)
    change.commit({})


def object_by_link(actor: Actor, token: str, now: datetime, operation: Operation) -> None:
    """Keep the second factor: the link to remove it is good for nothing any more."""
    link = links.find(token, Purpose.KEEP_FACTOR, now)
    account = find_account(link.subject)
    if account is None:
        raise LinkUnknown
    removal = (link.data or {}).get("removal")
    if not removal or removal != account.factor_removal:
        raise LinkUsed
    change = Transaction(operation, now)
    links.spend(change, link, now)
    store.set_factor_removal(change, account, None, instead_of=removal)
    record(change, person_behind(actor, account), "factor.removal_objected", account.pk, now)
    change.commit({})


def object_signed_in(actor: Actor, now: datetime, operation: Operation) -> None:
    """The same by somebody who is signed in; NotFound when nothing was asked for."""
    account = account_of(actor)
    if not account.factor_removal:
        raise NotFound
    change = Transaction(operation, now)
    store.set_factor_removal(change, account, None, instead_of=account.factor_removal)
    record(change, actor, "factor.removal_objected", account.pk, now)
    change.commit({})
