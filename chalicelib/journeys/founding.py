"""Founding a company with an account that is in none, and a license that nobody holds (ACC-2).

As registration.py does it for who has no account yet: the license is judged and claimed alike, and
the same tries are counted. Who is signed in has shown their address already.
"""

from datetime import datetime

from chalicelib.accounts.model import Account
from chalicelib.accounts.service import person_behind
from chalicelib.accounts.service import recipient_of as person
from chalicelib.accounts.store import accounts
from chalicelib.audit.service import record
from chalicelib.aws.transactions import Transaction
from chalicelib.base import ids
from chalicelib.base.actor import Actor
from chalicelib.base.errors import Conflict, KontorError, NotSignedIn
from chalicelib.base.operation import Operation
from chalicelib.companies.schemas import CompanyOut
from chalicelib.companies.store import companies
from chalicelib.invitations.errors import AlreadyInCompany
from chalicelib.journeys.registration import count_try, find_free_license
from chalicelib.journeys.schemas.founding import FoundCompany
from chalicelib.licenses import service as licenses
from chalicelib.mail.service import post


def found_company(
    actor: Actor, data: FoundCompany, now: datetime, operation: Operation
) -> CompanyOut:
    """Make a company that the person owns, with its first license, all at once.

    Raises AlreadyInCompany; TooManyAttempts; Invalid on `activation_code` or `key_file` with what
    is wrong with the license; of two with one license LicenseElsewhere for the second.
    """
    if actor.company_id:
        raise AlreadyInCompany
    count_try(actor, now)
    # In the log of a company that holds the license somebody outside it is nobody.
    outsider = Actor(name=actor.name, email=actor.email, address=actor.address)
    found = find_free_license(outsider, data.activation_code, data.key_file, now, operation)
    account = accounts.find_account(actor.account_id)
    if account is None:
        raise NotSignedIn
    change = Transaction(operation, now)
    answer = _found(change, actor, account, data.company_name, now)
    claim = licenses.claim(change, found.license_id, answer.id, now, by=account.pk)
    owner = person_behind(actor, account)
    record(change, owner, "license.added", found.license_id, now, details={"claim": claim})
    change.commit(answer.model_dump(mode="json"))
    return answer


def _found(
    change: Transaction, actor: Actor, account: Account, name: str, now: datetime
) -> CompanyOut:
    company_id = ids.ulid(now)
    accounts.put_into_company(change, account, company_id, lost=lambda: _overtaken(account.pk))
    account.company_id = company_id
    companies.add_company(change, company_id, name, account, now)
    owner = person_behind(actor, account)
    record(change, owner, "member.joined", account.pk, now)
    record(change, owner, "company.created", company_id, now)
    params = {"company": name, "url": {"page": "/licenses"}}
    post(change, person(account), "company_founded", params, now)
    return CompanyOut(
        id=company_id, name=name, country=account.country, branches=[], created_at=now
    )


def _overtaken(account_id: str) -> KontorError:
    """The person came into a company meanwhile, left, or has another password."""
    account = accounts.find_account(account_id)
    if account is None:
        return NotSignedIn()
    return AlreadyInCompany() if account.company_id else Conflict()
