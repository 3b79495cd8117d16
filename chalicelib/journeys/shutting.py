"""Deleting a company account: the owner alone, by mailed link and password (COM-9)."""

from datetime import datetime

from chalicelib.accounts import links
from chalicelib.accounts.errors import LinkUsed
from chalicelib.accounts.model import Account, Link, Purpose
from chalicelib.accounts.service import person_behind
from chalicelib.audit.service import record
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.errors import Conflict
from chalicelib.base.operation import Operation
from chalicelib.companies.model import Company
from chalicelib.companies.store import companies
from chalicelib.journeys import store
from chalicelib.journeys.leaving import behind, demand_password, mail_link
from chalicelib.journeys.schemas.leaving import CompanyLeaving, LinkAndPassword
from chalicelib.licenses import service as licenses
from chalicelib.recoveries.ending import overtake


def ask(actor: Actor, now: datetime, operation: Operation) -> None:
    """Mail the link behind which the company is deleted. Raises TooManyAttempts."""
    change = Transaction(operation, now)
    mail_link(change, actor, Purpose.DELETE_COMPANY, "company_deletion", "/delete-company", now)
    record(change, actor, "company.deletion_asked", actor.company_id, now)
    change.commit({})


def _behind(token: str, now: datetime) -> tuple[Link, Account, Company]:
    """The link, its owner and the company; LinkUsed once somebody else owns it."""
    link, account = behind(token, Purpose.DELETE_COMPANY, now)
    company = companies.find_company(account.company_id) if account.company_id else None
    if company is None or company.owner_id != account.pk:
        raise LinkUsed
    return link, account, company


def inspect(token: str, now: datetime) -> CompanyLeaving:
    """Which company a link would delete; looking does not spend it."""
    link, account, company = _behind(token, now)
    most = settings().queue_count
    return CompanyLeaving(
        company_name=company.name,
        email=account.email,
        licenses=licenses.count_licenses(company.pk, most),
        counted_to=most,
        expires_at=link.ends_at,
    )


def redeem(actor: Actor, data: LinkAndPassword, now: datetime, operation: Operation) -> None:
    """Delete the company: from the commit on nobody is in it, and the jobs do the rest.

    Raises what a link can be, Invalid on `password`, TooManyAttempts; Conflict when somebody else
    became the owner in this moment, or asked to.
    """
    link, account, company = _behind(data.token, now)
    demand_password(actor, account, data.password, now)
    change = Transaction(operation, now)
    links.spend(change, link, now)
    companies.remove_company(change, company, lost=Conflict())
    store.add_closure(change, company.pk, company.name, account.pk, now)
    owner = person_behind(actor, account)
    if company.recovery:
        overtake(change, owner, company.recovery, now)
    record(change, owner, "company.deleted", company.pk, now)
    change.commit({})
