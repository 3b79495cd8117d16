"""Who somebody is in their company: the session check of every request."""

from datetime import datetime

from chalicelib.accounts import service as accounts
from chalicelib.accounts.model import Account
from chalicelib.accounts.opening import note_seen
from chalicelib.accounts.store.accounts import account_key
from chalicelib.base.actor import NOBODY, Actor, Right, StaffRole
from chalicelib.companies.model import Company, Member
from chalicelib.companies.store import companies, members
from chalicelib.mail.service import Recipient


def authenticate(cookie: str, *, staff: bool, now: datetime) -> Actor:
    """The actor behind a session cookie; NOBODY when the session is no good.

    One round trip reads session, account, company and membership; a second one only when the
    person changed company since the cookie was made.
    """
    claim = accounts.read_cookie(cookie)
    if claim is None:
        return NOBODY
    keys = accounts.session_keys(claim)
    if claim.company_id:
        keys += [
            companies.company_key(claim.company_id),
            members.member_key(claim.company_id, claim.account_id),
        ]
    session, account, *rest = companies.read(keys)
    if account is None or not accounts.holds(claim, session, account, now):
        return NOBODY
    if staff != (account.role is not None):
        return NOBODY
    note_seen(session, now)
    company, member = rest or (None, None)
    if (account.company_id or "") != claim.company_id:
        company, member = _elsewhere(account)
    if account.company_id and company is None:
        # The company was deleted, and with it went every session of its people (COM-9).
        return NOBODY
    return _actor(account, claim.session_id, company, member)


def _elsewhere(account: Account) -> tuple[Company | None, Member | None]:
    if not account.company_id:
        return None, None
    return companies.find_company_and_member(account.company_id, account.pk)


def find_person(company_id: str, account_id: str) -> Actor:
    """Somebody as they stand in a company now, for a rule that asks what they may see.

    One round trip. NOBODY when the account is gone; without company when they left it.
    """
    keys = [
        account_key(account_id),
        companies.company_key(company_id),
        members.member_key(company_id, account_id),
    ]
    account, company, member = companies.read(keys)
    return _actor(account, "", company, member) if account else NOBODY


def _actor(
    account: Account, session_id: str, company: Company | None, member: Member | None
) -> Actor:
    inside = company is not None and member is not None
    return Actor(
        account_id=account.pk,
        session_id=session_id,
        name=account.name,
        email=account.email,
        language=account.language,
        company_id=company.pk if company and inside else "",
        company_name=company.name if company and inside else "",
        company_logo=(company.logo or "") if company and inside else "",
        owner_id=company.owner_id if company and inside else "",
        recovery_id=(company.recovery or "") if company and inside else "",
        owner=bool(company and inside and company.owner_id == account.pk),
        rights=frozenset(Right(right) for right in (member.rights or ()))
        if member
        else frozenset(),
        branch=(member.branch or "") if member else "",
        scope=(member.scope or "") if member else "",
        role=StaffRole(account.role) if account.role else None,
        unwanted=frozenset(account.unwanted or ()),
        enrolling=bool(account.role) and not account.secured,
    )


def recipient_of(member: Member) -> Recipient:
    """A member as somebody to write to."""
    name = f"{member.first_name} {member.last_name}"
    return Recipient(member.email, member.language, name, frozenset(member.unwanted or ()))
