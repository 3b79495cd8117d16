"""Somebody of the company says no to a recovery: by the mailed link, or signed in (COM-10)."""

from dataclasses import dataclass
from datetime import datetime

from chalicelib.accounts import links
from chalicelib.accounts.errors import LinkUnknown, LinkUsed
from chalicelib.accounts.model import Account, Link, Purpose
from chalicelib.accounts.service import person_behind
from chalicelib.accounts.service import recipient_of as account_recipient
from chalicelib.accounts.store import accounts
from chalicelib.audit.service import record
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.errors import NotFound
from chalicelib.base.operation import Operation
from chalicelib.companies.service import find_person
from chalicelib.mail.service import Recipient, post
from chalicelib.recoveries import store
from chalicelib.recoveries.errors import ObjectedAlready
from chalicelib.recoveries.model import Objection, Recovery
from chalicelib.recoveries.rules import may_object
from chalicelib.recoveries.schemas import ObjectionLink


@dataclass(frozen=True, slots=True)
class Behind:
    """A living link, whose it is, and what it objects to."""

    link: Link
    account: Account
    person: Actor
    recovery: Recovery


def inspect(token: str, now: datetime) -> ObjectionLink:
    """What a link would object to; looking does not use it up."""
    behind = _behind(token, now)
    asker = accounts.find_account(behind.recovery.asker_id)
    return ObjectionLink(
        company_name=behind.person.company_name,
        asked_by=asker.name if asker else "",
        asked_by_email=asker.email if asker else "",
        owner=behind.person.owner,
        asked_at=behind.recovery.asked_at,
        expires_at=behind.link.ends_at,
    )


def _behind(token: str, now: datetime) -> Behind:
    """LinkUsed once it is decided, and for whom it is not the matter any more."""
    link = links.find(token, Purpose.OBJECT, now)
    known = link.data or {}
    account = accounts.find_account(link.subject)
    recovery = store.find(known.get("recovery", ""))
    if account is None or recovery is None:
        raise LinkUnknown
    person = find_person(recovery.company_id, account.pk)
    if not may_object(person, recovery):
        raise LinkUsed
    if store.find_objection(recovery.pk, account.pk) is not None:
        raise LinkUsed
    return Behind(link, account, person, recovery)


def object_by_link(
    actor: Actor, token: str, words: str | None, now: datetime, operation: Operation
) -> None:
    """Say no by the link. Raises what a link can be, RecoveryOver, ObjectedAlready."""
    behind = _behind(token, now)
    change = Transaction(operation, now)
    links.spend(change, behind.link, now)
    person = person_behind(actor, behind.account)
    _object(change, person, behind.person.owner, behind.recovery, words, now)
    _tell_asker(change, behind.recovery, now)
    names = {"company": behind.person.company_name}
    post(change, account_recipient(behind.account), "recovery_objected", names, now)
    change.commit({})


def object_signed_in(actor: Actor, words: str | None, now: datetime, operation: Operation) -> None:
    """The same by somebody who is signed in, until it is decided.

    Raises NotFound when there is nothing to object to, RecoveryOver, ObjectedAlready.
    """
    recovery = store.find(actor.recovery_id) if actor.recovery_id else None
    if recovery is None or not may_object(actor, recovery):
        raise NotFound
    if store.find_objection(recovery.pk, actor.account_id) is not None:
        raise ObjectedAlready
    change = Transaction(operation, now)
    _object(change, actor, actor.owner, recovery, words, now)
    _tell_asker(change, recovery, now)
    names = {"company": actor.company_name}
    post(change, Recipient.of(actor), "recovery_objected", names, now)
    change.commit({})


def _object(
    change: Transaction,
    person: Actor,
    owner: bool,
    recovery: Recovery,
    words: str | None,
    now: datetime,
) -> None:
    objection = Objection(account_id=person.account_id, owner=owner, words=words, at=now)
    store.add_objection(change, recovery, objection)
    company_id = recovery.company_id
    record(change, person, "recovery.objected", recovery.pk, now, company_id=company_id)


def _tell_asker(change: Transaction, recovery: Recovery, now: datetime) -> None:
    """That somebody said no; not who."""
    asker = accounts.find_account(recovery.asker_id)
    if asker is not None:
        params = {"public_id": recovery.license_public_id}
        post(change, account_recipient(asker), "recovery_disputed", params, now)
