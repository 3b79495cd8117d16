"""Whether our mail reaches somebody, and how they show that it does (NOT-3)."""

from datetime import datetime, timedelta

from chalicelib.accounts import links
from chalicelib.accounts.errors import LinkUnknown
from chalicelib.accounts.model import Purpose
from chalicelib.accounts.service import person_behind, recipient_of
from chalicelib.accounts.sessions import account_of
from chalicelib.accounts.store import accounts
from chalicelib.accounts.throttling import asking_for_mail, throttle_at
from chalicelib.audit.service import record
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.operation import Operation
from chalicelib.mail.model import StopReason
from chalicelib.mail.reaching import prove
from chalicelib.mail.schemas import ReachConfirmed, ReachOut
from chalicelib.mail.service import post
from chalicelib.mail.store.reaching import find_reach

CUSTOMERS_PAGE, STAFFS_PAGE = "/confirm-address", "/console/confirm-address"


def reached(actor: Actor) -> ReachOut:
    """What is known of the person's own address. One read."""
    reach = find_reach(actor.email)
    stopped = reach is not None and reach.stopped
    return ReachOut(
        email=actor.email,
        stopped_for=StopReason(reach.reason) if reach and stopped else None,
        since=reach.stopped_at if reach and stopped else None,
        held=len(reach.held or ()) if reach and stopped else 0,
        held_to=settings().letters_held,
    )


def ask_for_check(actor: Actor, now: datetime, operation: Operation) -> None:
    """Mail the person a link that shows whether mail arrives. Raises TooManyAttempts."""
    account = account_of(actor)
    throttle_at(account.email.lower(), "check", actor.address, asking_for_mail(), now)
    change = Transaction(operation, now)
    lifetime = timedelta(days=settings().link_days)
    link_id = links.issue(change, Purpose.CONFIRM_ADDRESS, account.pk, now, lifetime)
    url = {"link": link_id, "page": STAFFS_PAGE if account.role else CUSTOMERS_PAGE}
    params = {"url": url, "days": settings().link_days}
    post(change, recipient_of(account), "address_check", params, now)
    record(change, actor, "address.check_asked", account.pk, now)
    change.commit({})


def confirm(actor: Actor, token: str, now: datetime, operation: Operation) -> ReachConfirmed:
    """Use such a link: mail goes to the address again. What was held back is not sent."""
    link = links.find(token, Purpose.CONFIRM_ADDRESS, now)
    account = accounts.find_account(link.subject)
    if account is None:
        raise LinkUnknown
    change = Transaction(operation, now)
    links.spend(change, link, now)
    prove(change, account.email, now)
    record(change, person_behind(actor, account), "address.confirmed", account.pk, now)
    done = ReachConfirmed(email=account.email)
    change.commit(done.model_dump(mode="json"))
    return done
