"""Registering without a license of one's own, to ask for the ownership of a company (COM-10).

A colleague of an owner who has left shows that company's license, and gets an account in no
company; all else is asked for with that. The answer is always the same: what is not so goes by
mail, to the address that was given.
"""

from datetime import datetime, timedelta

from chalicelib.accounts import links
from chalicelib.accounts.consents import demand_current_consent
from chalicelib.accounts.model import Purpose
from chalicelib.accounts.store import accounts
from chalicelib.accounts.throttling import asking_for_mail, throttle_at
from chalicelib.audit.service import record
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.errors import Invalid
from chalicelib.base.operation import Operation
from chalicelib.journeys.registration import count_try
from chalicelib.journeys.schemas.registration import Registration
from chalicelib.licenses import proving
from chalicelib.mail.service import Recipient, post
from chalicelib.recoveries.asking import tells_nothing

RECOVERY = {"url": {"page": "/recovery"}}


def register_alone(actor: Actor, data: Registration, now: datetime, operation: Operation) -> None:
    """Promise the link that makes an account in no company.

    Raises TooManyAttempts, and Invalid for what is wrong with what was typed: an outdated
    consent, a malformed code, a key file that was tampered with.
    """
    count_try(actor, now)
    throttle_at(data.email.lower(), "register alone", actor.address, asking_for_mail(), now)
    demand_current_consent(data.accept_terms, data.accept_privacy)
    proven = _proves_something(data, now)
    change = Transaction(operation, now)
    to = Recipient(data.email, data.language, f"{data.first_name} {data.last_name}")
    who = Actor(name=to.name, address=actor.address)
    if accounts.address_is_taken(data.email):
        _in_vain(change, who, to, "recovery_account_exists", now)
    elif not proven:
        _in_vain(change, who, to, "recovery_not_opened", now)
    else:
        link_id = _promise_link(change, data, to, now)
        record(change, who, "registration.asked", link_id, now, details={"alone": True})
    change.commit({})


def _proves_something(data: Registration, now: datetime) -> bool:
    """Whether a company holds the license. What the typed text says by itself is raised."""
    try:
        shown = proving.find_shown(data.activation_code, data.key_file, now)
    except Invalid as problem:
        if not tells_nothing(problem):
            raise
        return False
    return shown.company_id is not None


def _in_vain(change: Transaction, who: Actor, to: Recipient, template: str, now: datetime) -> None:
    post(change, to, template, RECOVERY, now)
    links.pretend(change, Purpose.ACTIVATE, now, items=1)
    record(change, who, "registration.repeated", links.NOBODYS, now)


def _promise_link(change: Transaction, data: Registration, to: Recipient, now: datetime) -> str:
    kept = data.model_dump(mode="json", exclude={"activation_code", "key_file", "email"})
    kept |= {"accepted_at": now.isoformat()}
    lifetime = timedelta(days=settings().link_days)
    link_id = links.issue(change, Purpose.ACTIVATE, data.email, now, lifetime, kept)
    params = {"url": {"link": link_id, "page": "/activate"}, "days": settings().link_days}
    post(change, to, "recovery_begin", params, now)
    return link_id
