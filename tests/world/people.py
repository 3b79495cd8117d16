"""The people of a small world: one for each way to stand towards a route."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from chalicelib.accounts import passwords, service
from chalicelib.accounts.model import Account
from chalicelib.accounts.schemas import NewPassword
from chalicelib.aws.settings import settings
from chalicelib.base.actor import NOBODY, Right, Scope, StaffRole
from chalicelib.companies.model import Company, Member
from chalicelib.companies.service import authenticate
from chalicelib.entry.call import CUSTOMER_COOKIE, STAFF_COOKIE
from chalicelib.tokens.service import revoke_token
from tests.builders import (
    make_colleague,
    make_cookie,
    make_person,
    make_staff,
    make_token,
    token_id,
)
from tests.mailbox import letters_to, link_in
from tests.tickets.builders import accept_statement, anew

NEW_PASSWORD = "Tr4velling-Otter"
HALF_AN_HOUR = timedelta(minutes=30)


class Who(StrEnum):
    """Everybody who tries a route. The order is that of the table's columns."""

    NOBODY = "nobody"
    PERSON = "person"  # signed in, in no company
    MEMBER = "member"  # in the company, without any right
    AUTHOR = "author"  # the same, and the request and the uploads are theirs
    TICKETS = "tickets"  # with this one right, as the next four
    USERS = "users"
    INVITES = "invites"
    LICENSES = "licenses"
    COMPANY = "company"
    BRANCH = "branch"  # with every right, limited to another branch
    OWNER = "owner"
    STRANGER = "stranger"  # the owner of another company
    DISMISSED = "dismissed"  # was in the company when the session began
    DELETED = "deleted"  # the account is gone, the session is not
    SIGNED_OUT = "signed_out"
    RESET = "reset"  # has set a new password since
    EXPIRED = "expired"  # the session's time is over, its item is there
    CROSSED = "crossed"  # the agent's session in the customers' cookie
    AGENT = "agent"
    DESK = "desk"
    SUPERVISOR = "supervisor"
    STRAYED = "strayed"  # the owner's session in staff's cookie
    SYSTEM = "system"  # the vendor's, with a token that has every scope
    READING = "reading"  # the same, with the scope to read the catalog alone
    REVOKED = "revoked"  # with a token that was good until it was revoked


RIGHTS = {
    Who.TICKETS: Right.MANAGE_TICKETS,
    Who.USERS: Right.MANAGE_USERS,
    Who.INVITES: Right.INVITE_USERS,
    Who.LICENSES: Right.MANAGE_LICENSES,
    Who.COMPANY: Right.MANAGE_COMPANY,
}
ROLES = {
    Who.AGENT: StaffRole.AGENT,
    Who.DESK: StaffRole.LICENSE_DESK,
    Who.SUPERVISOR: StaffRole.SUPERVISOR,
}
STAFF = frozenset(ROLES)
BRANCHES = THE_BRANCH, ANOTHER_BRANCH = "Berlin", "Hamburg"
SCOPES: dict[Who, tuple[Scope, ...]] = {
    Who.SYSTEM: (*Scope,),
    Who.READING: (Scope.CATALOG_READ,),
    Who.REVOKED: (*Scope,),
}
IN_BRANCH = {Who.AUTHOR: THE_BRANCH, Who.BRANCH: ANOTHER_BRANCH}


@dataclass
class People:
    """Their accounts, what each one's browser sends as cookies, and the systems' tokens."""

    accounts: dict[Who, Account]
    cookies: dict[Who, dict[str, str]]
    tokens: dict[Who, str]


def address_of(who: Who) -> str:
    """The e-mail address of somebody of this world."""
    domain = "vendor" if who in STAFF else "nordwerk"
    return f"{who}@{domain}.example"


def make_people(now: datetime) -> People:
    """Everybody, each with a session; what ends a session has not happened yet."""
    owner = make_person(now, email=address_of(Who.OWNER))
    accounts = {
        Who.OWNER: owner,
        Who.PERSON: make_person(now, email=address_of(Who.PERSON), company=None),
        Who.STRANGER: make_person(now, email="stranger@suedwerk.example", company="Südwerk AG"),
    }
    accounts |= {who: make_staff(now, role, email=address_of(who)) for who, role in ROLES.items()}
    for who in _COLLEAGUES:
        rights = (*Right,) if who is Who.BRANCH else tuple(filter(None, [RIGHTS.get(who)]))
        accounts[who] = make_colleague(
            owner,
            now,
            *rights,
            email=address_of(who),
            branch=IN_BRANCH.get(who),
            scope=ANOTHER_BRANCH if who is Who.BRANCH else None,
        )
    Company(pk=owner.company_id, sk="company").update([Company.branches.set([*BRANCHES])])
    for who, account in accounts.items():
        if who not in STAFF:
            accept_statement(account, now)
    cookies = {who: _cookies(who, accounts, now) for who in Who}
    return People(
        accounts, cookies, {who: make_token(now, *scopes) for who, scopes in SCOPES.items()}
    )


_COLLEAGUES = (
    Who.MEMBER, Who.AUTHOR, *RIGHTS, Who.BRANCH, Who.DISMISSED, Who.DELETED, Who.SIGNED_OUT,
    Who.RESET, Who.EXPIRED,
)  # fmt: skip


def _member(account: Account) -> Member:
    return Member(pk=account.company_id, sk=f"member#{account.pk}")


def _cookies(who: Who, accounts: dict[Who, Account], now: datetime) -> dict[str, str]:
    if who is Who.NOBODY or who in SCOPES:
        return {}
    if who is Who.CROSSED:
        return {CUSTOMER_COOKIE: make_cookie(accounts[Who.AGENT], now)}
    if who is Who.STRAYED:
        return {STAFF_COOKIE: make_cookie(accounts[Who.OWNER], now)}
    began = now
    if who is Who.EXPIRED:
        began -= timedelta(days=settings().session_days) - HALF_AN_HOUR
    name = STAFF_COOKIE if who in STAFF else CUSTOMER_COOKIE
    return {name: make_cookie(accounts[who], began)}


def end_sessions(people: People, now: datetime) -> None:
    """Let happen what ends sessions; nothing in the product dismisses or deletes anybody yet."""
    accounts = people.accounts
    cookie = people.cookies[Who.SIGNED_OUT][CUSTOMER_COOKIE]
    service.sign_out(authenticate(cookie, staff=False, now=now), now, anew())
    set_new_password(accounts[Who.RESET].email, now)
    revoke_token(NOBODY, token_id(people.tokens[Who.REVOKED]), now, anew())
    dismiss(accounts[Who.DISMISSED])
    _member(accounts[Who.DELETED]).delete()
    Account(pk=accounts[Who.DELETED].pk, sk="account").delete()


def dismiss(account: Account) -> None:
    """Take somebody out of their company; the account stays."""
    _member(account).delete()
    Account(pk=account.pk, sk="account").update([Account.company_id.remove()])


def set_new_password(email: str, now: datetime) -> None:
    """By the mailed link, as people do."""
    passwords.ask_password_reset(NOBODY, email, now, anew())
    token = link_in(letters_to(email, "password_reset")[-1])
    data = NewPassword(token=token, password=NEW_PASSWORD, password_repeat=NEW_PASSWORD)
    passwords.reset_password(NOBODY, data, now, anew())
