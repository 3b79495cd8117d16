"""Registering with a license, and activating the account (ACC-1 to ACC-4)."""

from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from chalicelib.accounts import hashing, links
from chalicelib.accounts.consents import demand_current_consent
from chalicelib.accounts.model import Account, Link, Purpose
from chalicelib.accounts.schemas import LinkHolder, NewPassword, PasswordSet
from chalicelib.accounts.service import person_behind
from chalicelib.accounts.service import recipient_of as person
from chalicelib.accounts.store import accounts
from chalicelib.accounts.throttling import from_source, throttle
from chalicelib.audit.service import record
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Repeated, Transaction
from chalicelib.base import ids
from chalicelib.base.actor import Actor
from chalicelib.base.errors import FieldError, Invalid
from chalicelib.base.operation import Operation
from chalicelib.companies.store import companies
from chalicelib.companies.told import Told, readers_of
from chalicelib.journeys.schemas.registration import Registration
from chalicelib.licenses import service as licenses
from chalicelib.licenses.errors import LicenseElsewhere
from chalicelib.licenses.schemas.licenses import KeyFileIn
from chalicelib.licenses.service import ClaimableLicense
from chalicelib.mail.reaching import prove
from chalicelib.mail.service import Recipient, keep_zone, post


def register(actor: Actor, data: Registration, now: datetime, operation: Operation) -> None:
    """Promise the activation link. A known address gets the same answer, and a mail that says so.

    For it as much is read and written, so the time does not tell either.

    Raises Invalid with the reason for each field: an outdated consent, or what is wrong with the
    code or key file. A code that a company holds is refused, and that company is told who tried.
    """
    count_try(actor, now)
    demand_current_consent(data.accept_terms, data.accept_privacy)
    to = Recipient(data.email, data.language, f"{data.first_name} {data.last_name}")
    who = Actor(name=to.name, email=to.email, address=actor.address)
    license_ = find_free_license(who, data.activation_code, data.key_file, now, operation)
    change = Transaction(operation, now)
    if accounts.address_is_taken(data.email):
        post(change, to, "account_exists", {}, now)
        links.pretend(change, Purpose.ACTIVATE, now, items=1)
        record(change, who, "registration.repeated", links.NOBODYS, now)
    else:
        link_id = _promise_link(change, data, license_.license_id, to, now)
        record(change, who, "registration.asked", link_id, now)
    change.commit({})


def _promise_link(
    change: Transaction, data: Registration, license_id: str, to: Recipient, now: datetime
) -> str:
    kept = data.model_dump(mode="json", exclude={"activation_code", "key_file", "email"})
    kept |= {"license_id": license_id, "accepted_at": now.isoformat()}
    lifetime = timedelta(days=settings().link_days)
    link_id = links.issue(change, Purpose.ACTIVATE, data.email, now, lifetime, kept)
    url = {"link": link_id, "page": "/activate"}
    params = {"url": url, "company": data.company_name, "days": settings().link_days}
    post(change, to, "account_activate", params, now)
    return link_id


def count_try(actor: Actor, now: datetime) -> None:
    """Count one try to register or to found a company; TooManyAttempts past the source's bound."""
    most = settings().registrations_per_hour
    throttle(from_source("register", actor.address), now, most, timedelta(hours=1))


def find_free_license(
    who: Actor, code: str | None, key_file: KeyFileIn | None, now: datetime, operation: Operation
) -> ClaimableLicense:
    """The license that somebody shows, which no company holds.

    Raises Invalid on `activation_code` or `key_file`. A company that holds it is told who tried.
    """
    license_ = licenses.find_for_registration(code, key_file, now)
    if license_.holder_company_id:
        # The notice is an operation of its own: what was asked for is refused, now and on a repeat.
        told = Operation.of("notice", operation.key)
        with suppress(Repeated):
            _tell_holder(Transaction(told, now), who, license_.holder_company_id, now)
        field = "key_file" if key_file else "activation_code"
        raise Invalid(FieldError(field, "license_elsewhere"))
    return license_


def _tell_holder(change: Transaction, who: Actor, company_id: str, now: datetime) -> None:
    company = companies.find_company(company_id)
    told = readers_of(company, None) if company else Told([], [])
    for reader in (*told.first, *told.managers):
        tried = {"who": who.name, "email": who.email}
        post(change, reader, "registration_with_our_code", tried, now)
    record(change, who, "registration.refused", company_id, now, company_id=company_id)
    change.commit()


def inspect(token: str, now: datetime) -> LinkHolder:
    """Whom an activation link is for; looking does not spend it."""
    link = links.find(token, Purpose.ACTIVATE, now)
    data: dict[str, Any] = link.data or {}
    return LinkHolder(
        email=link.subject,
        first_name=data["first_name"],
        last_name=data["last_name"],
        company_name=data["company_name"],
        expires_at=link.ends_at,
    )


def activate(actor: Actor, data: NewPassword, now: datetime, operation: Operation) -> PasswordSet:
    """Make the account, its company and the claim on the license, all at once.

    Of two who registered with one code the first to come here has it; the other gets
    LicenseElsewhere, and keeps the link.
    """
    link = links.find(data.token, Purpose.ACTIVATE, now)
    kept: dict[str, Any] = link.data or {}
    names = (kept["first_name"], kept["last_name"], kept["company_name"])
    hashing.demand_good_password(data.password, data.password_repeat, link.subject, names)
    change = Transaction(operation, now)
    if "license_id" not in kept:
        return _activate_alone(change, actor, link, data.password, now)
    company_id = ids.ulid(now)
    account = _account(link.subject, kept, hashing.hash_password(data.password), company_id, now)
    links.spend(change, link, now, subject=account.pk)
    prove(change, account.email, now)
    accounts.add_account(change, account)
    keep_zone(change, account.email, account.zone)
    companies.add_company(change, company_id, kept["company_name"], account, now)
    try:
        claim = licenses.claim(change, kept["license_id"], company_id, now, by=account.pk)
    except LicenseElsewhere:
        # Of two clicks on one link the later may find what the earlier has just claimed.
        links.find(data.token, Purpose.ACTIVATE, now)
        raise
    owner = person_behind(actor, account)
    record(change, owner, "account.activated", account.pk, now)
    record(change, owner, "company.created", company_id, now)
    record(change, owner, "license.added", kept["license_id"], now, details={"claim": claim})
    params = {"company": kept["company_name"]}
    post(change, person(account), "account_activated", params, now)
    done = PasswordSet(email=account.email)
    change.commit(done.model_dump(mode="json"))
    return done


def _activate_alone(
    change: Transaction, actor: Actor, link: Link, password: str, now: datetime
) -> PasswordSet:
    """An account in no company, of somebody who is to ask for one's ownership (COM-10)."""
    kept: dict[str, Any] = link.data or {}
    account = _account(link.subject, kept, hashing.hash_password(password), None, now)
    links.spend(change, link, now, subject=account.pk)
    accounts.add_account(change, account)
    who = person_behind(actor, account)
    record(change, who, "account.activated", account.pk, now, details={"alone": True})
    post(change, person(account), "recovery_ready", {"url": {"page": "/recovery"}}, now)
    done = PasswordSet(email=account.email)
    change.commit(done.model_dump(mode="json"))
    return done


def _account(
    email: str, kept: dict[str, Any], password_hash: str, company_id: str | None, now: datetime
) -> Account:
    accepted_at = datetime.fromisoformat(kept["accepted_at"])
    return Account(
        pk=ids.ulid(now),
        sk="account",
        email=email,
        first_name=kept["first_name"],
        last_name=kept["last_name"],
        country=kept["country"],
        language=kept["language"],
        zone=kept.get("zone"),
        password_hash=password_hash,
        company_id=company_id,
        terms_version=kept["accept_terms"],
        terms_at=accepted_at,
        privacy_version=kept["accept_privacy"],
        privacy_at=accepted_at,
        survey=kept["survey"],
        created_at=now,
    )
