"""The demo's people: two companies with their members, and the vendor's staff."""

import base64
import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from chalicelib.accounts import hashing
from chalicelib.accounts.model import Account
from chalicelib.accounts.store import accounts
from chalicelib.audit.service import record
from chalicelib.aws.transactions import Transaction
from chalicelib.aws.vendor import vendor
from chalicelib.base import ids
from chalicelib.base.actor import Actor, Right
from chalicelib.base.operation import Operation
from chalicelib.companies.model import Company
from chalicelib.companies.store import companies, members
from chalicelib.staff import store as staff
from local.demo.names import DATA

SINCE = timedelta(days=900)
Facts = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Login:
    """How somebody signs in, for the developers' page."""

    side: str
    name: str
    email: str
    password: str
    note: str
    totp_secret: str | None = None


@cache
def cast() -> Facts:
    """Who there is, out of data/people.json."""
    found: Facts = json.loads((DATA / "people.json").read_text(encoding="utf-8"))
    return found


def make_people(now: datetime) -> None:
    """Everybody who is not there yet; who is there stays as they are."""
    hashed = hashing.hash_password(cast()["password"])
    for company in cast()["companies"]:
        _make_company(company, hashed, now - SINCE)
    for person in cast()["staff"]:
        email = staff_email(person)
        if accounts.find_by_email(email, accounts.STAFF) is None:
            more = {"role": person["role"], "totp_secret": totp_secret(email)}
            account = _account(person, email, "DE", person["language"], hashed, now - SINCE, **more)
            change = _change(account.created_at)
            accounts.add_account(change, account, accounts.STAFF)
            staff.enlist(change, account)
            change.commit()


def _make_company(company: Facts, hashed: str, since: datetime) -> None:
    owner, *others = company["people"]
    if accounts.find_by_email(email_of(owner, company["domain"])):
        return
    change = _change(since)
    company_id = ids.ulid(since)
    first = _member(owner, company, company_id, hashed, since)
    accounts.add_account(change, first)
    companies.add_company(change, company_id, company["name"], first, since)
    for person in others:
        account = _member(person, company, company_id, hashed, since)
        accounts.add_account(change, account)
        rights = frozenset(Right(right) for right in person["rights"])
        place = {"branch": person.get("branch"), "scope": person.get("scope")}
        members.add_member(change, company_id, account, since, rights=rights, **place)
    actor = Actor(account_id=first.pk, name=first.name, company_id=company_id)
    record(change, actor, "company.created", company_id, since)
    change.commit()
    branches = Company.branches.set(company.get("branches", []))
    Company(pk=company_id, sk="company").update([branches])


def _change(now: datetime) -> Transaction:
    return Transaction(Operation(ids.token()), now)


def _member(
    person: Facts, company: Facts, company_id: str, hashed: str, since: datetime
) -> Account:
    account = _account(
        person,
        email_of(person, company["domain"]),
        company["country"],
        company["language"],
        hashed,
        since,
        company_id=company_id,
    )
    account.terms_version, account.terms_at = vendor().terms["version"], since
    account.privacy_version, account.privacy_at = vendor().privacy["version"], since
    return account


def _account(
    person: Facts,
    email: str,
    country: str,
    language: str,
    hashed: str,
    since: datetime,
    **more: Any,
) -> Account:
    return Account(
        pk=ids.ulid(since),
        sk="account",
        email=email,
        first_name=person["first_name"],
        last_name=person["last_name"],
        country=country,
        language=language,
        password_hash=hashed,
        created_at=since,
        **more,
    )


def email_of(person: Facts, domain: str) -> str:
    """A person's address in their company."""
    return f"{person['first_name']}.{person['last_name']}@{domain}".lower()


def staff_email(person: Facts) -> str:
    """The address of one of the vendor's people."""
    return email_of(person, cast()["staff_domain"])


def totp_secret(email: str) -> str:
    """What a staff member's authenticator app holds; always the same for one address."""
    return base64.b32encode(hashlib.sha256(f"demo {email}".encode()).digest()[:20]).decode()


def logins() -> Iterator[Facts]:
    """Everybody who can sign in."""
    password = cast()["password"]
    for company in cast()["companies"]:
        for person in company["people"]:
            email = email_of(person, company["domain"])
            note = f"{company['name']}: {person['note']}"
            yield asdict(Login("customer", _name(person), email, password, note))
    for person in cast()["staff"]:
        email = staff_email(person)
        secret = totp_secret(email)
        yield asdict(Login("staff", _name(person), email, password, person["note"], secret))


def _name(person: Facts) -> str:
    return f"{person['first_name']} {person['last_name']}"
