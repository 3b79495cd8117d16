"""Deleting a person's account: their own (ACC-10), or a colleague's (COM-6)."""

from datetime import datetime, timedelta

from chalicelib.accounts import hashing, links
from chalicelib.accounts.errors import LinkUnknown, LinkUsed
from chalicelib.accounts.model import Account, Link, Purpose
from chalicelib.accounts.service import person_behind
from chalicelib.accounts.store import accounts
from chalicelib.accounts.throttling import asking_for_mail, guessing, throttle_at
from chalicelib.audit.service import record
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Lost, Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.errors import FieldError, Invalid, NotSignedIn
from chalicelib.base.operation import Operation
from chalicelib.companies.model import Company
from chalicelib.companies.service import recipient_of
from chalicelib.companies.store import companies, members, rights
from chalicelib.journeys import store
from chalicelib.journeys.errors import OwnerStays
from chalicelib.journeys.schemas.leaving import AccountLeaving, LinkAndPassword
from chalicelib.mail.service import Recipient, forget_choice, post

MOST_TOLD = 50
"""Managers of users who are told that somebody left: one transaction takes no more."""


def ask(actor: Actor, now: datetime, operation: Operation) -> None:
    """Mail the link behind which the account is deleted. Raises OwnerStays, TooManyAttempts."""
    if actor.owner:
        raise OwnerStays
    change = Transaction(operation, now)
    mail_link(change, actor, Purpose.DELETE_ACCOUNT, "account_deletion", "/delete-account", now)
    record(change, actor, "account.deletion_asked", actor.account_id, now)
    change.commit({})


def mail_link(
    change: Transaction, actor: Actor, purpose: Purpose, template: str, page: str, now: datetime
) -> None:
    """Write a link and its letter to the actor into the change. Raises TooManyAttempts."""
    account = accounts.find_account(actor.account_id)
    if account is None:
        raise NotSignedIn
    throttle_at(account.pk, "deletion", actor.address, asking_for_mail(), now)
    params = {
        "url": {"link": issue(change, purpose, account, now), "page": page},
        "days": settings().link_days,
        "company": actor.company_name,
    }
    post(change, Recipient.of(actor), template, params, now)


def issue(change: Transaction, purpose: Purpose, account: Account, now: datetime) -> str:
    """A link that is good for the password of today; the next one ends it."""
    lifetime = timedelta(days=settings().link_days)
    known = {"generation": int(account.generation), "company": account.company_id or ""}
    return links.issue(change, purpose, account.pk, now, lifetime, known)


def behind(token: str, purpose: Purpose, now: datetime) -> tuple[Link, Account]:
    """The living link and whose it is. Raises LinkUnknown, LinkUsed or LinkExpired."""
    link = links.find(token, purpose, now)
    account = accounts.find_account(link.subject)
    if account is None:
        raise LinkUnknown
    known = link.data or {}
    if (known.get("generation"), known.get("company")) != (
        account.generation,
        account.company_id or "",
    ):
        raise LinkUsed
    return link, account


def demand_password(actor: Actor, account: Account, password: str, now: datetime) -> None:
    """Raise Invalid on `password` when it is wrong, TooManyAttempts for who goes on guessing."""
    throttle_at(account.pk, "deletion password", actor.address, guessing(), now)
    if not hashing.password_matches(account.password_hash, password):
        raise Invalid(FieldError("password", "password_wrong"))


def inspect(token: str, now: datetime) -> AccountLeaving:
    """Whose account a link would delete; looking does not spend it."""
    link, account = behind(token, Purpose.DELETE_ACCOUNT, now)
    company = companies.find_company(account.company_id) if account.company_id else None
    return AccountLeaving(
        email=account.email,
        first_name=account.first_name,
        last_name=account.last_name,
        company_name=company.name if company else None,
        owner=company is not None and company.owner_id == account.pk,
        expires_at=link.ends_at,
    )


def redeem(actor: Actor, data: LinkAndPassword, now: datetime, operation: Operation) -> None:
    """Delete the account behind the link, for whoever knows its password.

    Raises OwnerStays, what a link can be, Invalid on `password`, TooManyAttempts.
    """
    link, account = behind(data.token, Purpose.DELETE_ACCOUNT, now)
    demand_password(actor, account, data.password, now)
    change = Transaction(operation, now)
    links.spend(change, link, now)
    remove_person(change, person_behind(actor, account), account, now, lost=LinkUsed())
    change.commit({})


def remove_person(
    change: Transaction, by: Actor, account: Account, now: datetime, *, lost: Lost
) -> None:
    """Write into the change that a person goes: at once for everybody, and wholly before long.

    The owner of a company can't: OwnerStays, now or at the commit. `lost` when the account went
    or got another password meanwhile.
    """
    accounts.remove_account(change, account, lost=lost)
    company = companies.find_company(account.company_id) if account.company_id else None
    if company is not None:
        if company.owner_id == account.pk:
            raise OwnerStays
        companies.demand_no_owner(change, company.pk, account.pk, lost=OwnerStays())
        members.remove_member(change, company.pk, account.pk)
        _tell_managers(change, by, company, account, now)
    forget_choice(change, account.email)
    were_in = {account.company_id, *(account.former_companies or ())} - {None}
    store.add_departure(change, account, frozenset(filter(None, were_in)), now)
    to = Recipient(account.email, account.language, account.name)
    own = by.account_id == account.pk
    post(change, to, "account_deleted", {"own": "1" if own else ""}, now)
    company_id = account.company_id or ""
    record(change, by, "account.deleted", account.pk, now, company_id=company_id)


def _tell_managers(
    change: Transaction, by: Actor, company: Company, account: Account, now: datetime
) -> None:
    """COM-4: the owner and those who manage users are told who has gone, but for who did it."""
    people = {member.account_id: member for member in rights.user_managers(company.pk, MOST_TOLD)}
    mine, owner = members.find_members(company.pk, [account.pk, company.owner_id])
    branch = mine.branch if mine else None
    if owner is not None:
        people |= {owner.account_id: owner}
    for member in people.values():
        within = member.scope in {None, branch} or member.account_id == company.owner_id
        if within and member.account_id not in {account.pk, by.account_id}:
            params = {"who": account.name, "email": account.email, "company": company.name}
            post(change, recipient_of(member), "colleague_deleted", params, now)
