"""Behind the link of an invitation: the invited person comes into the company (COM-3)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from chalicelib.accounts import hashing, links
from chalicelib.accounts.consents import demand_current_consent
from chalicelib.accounts.errors import LinkExpired, LinkUnknown, LinkUsed
from chalicelib.accounts.model import Account, Link, Purpose
from chalicelib.accounts.schemas import PasswordSet
from chalicelib.accounts.service import person_behind
from chalicelib.accounts.store import accounts
from chalicelib.accounts.throttling import guessing, throttle_at
from chalicelib.audit.service import record
from chalicelib.aws.transactions import Transaction
from chalicelib.base import ids
from chalicelib.base.actor import Actor
from chalicelib.base.errors import Conflict, FieldError, Invalid, KontorError
from chalicelib.base.operation import Operation
from chalicelib.companies.granting import Grant, still_given
from chalicelib.companies.model import Company
from chalicelib.companies.service import find_person
from chalicelib.companies.store import companies, members
from chalicelib.companies.told import readers_of
from chalicelib.invitations import store
from chalicelib.invitations.errors import (
    AccountExists,
    AccountGone,
    AlreadyInCompany,
    CompanyGone,
    InvitationReplaced,
    InvitationWithdrawn,
)
from chalicelib.invitations.letters import tell_of_joining
from chalicelib.invitations.model import Invitation, InvitationState
from chalicelib.invitations.rules.moves import state_at
from chalicelib.invitations.schemas import AcceptAsNew, AcceptWithAccount, InvitationShown
from chalicelib.mail.reaching import prove
from chalicelib.mail.service import keep_zone


@dataclass(frozen=True, slots=True)
class Opened:
    """A living invitation behind a link, with the company, and the address's account if any."""

    link: Link
    invitation: Invitation
    company: Company
    account: Account | None

    @property
    def email(self) -> str:
        """Who is invited."""
        return str(self.invitation.email)


def inspect(token: str, now: datetime) -> InvitationShown:
    """Who invites whom; looking does not use the invitation up."""
    opened = _open(token, now)
    return InvitationShown(
        email=opened.email,
        company_name=opened.company.name,
        invited_by=opened.invitation.inviter_name,
        branch=opened.invitation.branch,
        ends_at=opened.invitation.ends_at,
        has_account=opened.account is not None,
    )


def _open(token: str, now: datetime) -> Opened:
    """Raises what is wrong with the link, with the invitation, or with the person's joining."""
    link = links.find(token, Purpose.INVITATION, now)
    company_id = (link.data or {}).get("company_id", "")
    invitation, company = companies.read(
        [store.invitation_key(company_id, link.subject), companies.company_key(company_id)]
    )
    wrong = _what_is_wrong(link, invitation, company, now)
    if wrong is not None:
        raise wrong
    account = accounts.find_by_email(invitation.email)
    if account is not None and account.company_id:
        # It may have come in by this very link, a moment ago.
        links.find(token, Purpose.INVITATION, now)
        raise AlreadyInCompany
    return Opened(link, invitation, company, account)


def _what_is_wrong(
    link: Link, invitation: Invitation | None, company: Company | None, now: datetime
) -> KontorError | None:
    if invitation is None:
        return LinkUnknown()
    if company is None:
        return CompanyGone()
    if invitation.state == InvitationState.WITHDRAWN:
        return InvitationWithdrawn()
    if f"link#{invitation.link_id}" != link.pk:
        return InvitationReplaced()
    if invitation.state == InvitationState.ACCEPTED:
        return LinkUsed()
    return LinkExpired() if state_at(invitation, now) is InvitationState.EXPIRED else None


def accept_as_new(
    actor: Actor, data: AcceptAsNew, now: datetime, operation: Operation
) -> PasswordSet:
    """Make the account of somebody who has none, in the company that invited."""
    demand_current_consent(data.accept_terms, data.accept_privacy)
    opened = _open(data.token, now)
    if opened.account is not None:
        raise AccountExists
    names = (data.first_name, data.last_name, opened.company.name)
    hashing.demand_good_password(data.password, data.password_repeat, opened.email, names)
    account = _account(opened, data, now)
    change = _begin(opened, account, data.token, now, operation)
    accounts.add_account(change, account)
    keep_zone(change, account.email, account.zone)
    return _join(change, actor, opened, account, now)


def accept_with_account(
    actor: Actor, data: AcceptWithAccount, now: datetime, operation: Operation
) -> PasswordSet:
    """Bring somebody in who has an account in no company; its password is asked for."""
    opened = _open(data.token, now)
    account = opened.account
    if account is None:
        raise AccountGone
    throttle_at(opened.email.lower(), "sign-in customer", actor.address, guessing(), now)
    if not hashing.password_matches(account.password_hash, data.password):
        raise Invalid(FieldError("password", "password_wrong"))
    change = _begin(opened, account, data.token, now, operation)
    accounts.put_into_company(change, account, opened.company.pk, lost=AlreadyInCompany())
    return _join(change, actor, opened, account, now)


def _account(opened: Opened, data: AcceptAsNew, now: datetime) -> Account:
    return Account(
        pk=ids.ulid(now),
        sk="account",
        email=opened.email,
        first_name=data.first_name,
        last_name=data.last_name,
        country=data.country,
        language=data.language,
        zone=data.zone,
        password_hash=hashing.hash_password(data.password),
        company_id=opened.company.pk,
        terms_version=data.accept_terms,
        terms_at=now,
        privacy_version=data.accept_privacy,
        privacy_at=now,
        survey=data.survey,
        created_at=now,
    )


def _begin(
    opened: Opened, account: Account, token: str, now: datetime, operation: Operation
) -> Transaction:
    """A change that uses link and invitation up, both or none."""
    change = Transaction(operation, now)
    links.spend(change, opened.link, now)
    prove(change, opened.email, now)
    lost = _overtaken(token, now)
    store.accept(change, opened.invitation, account.pk, now, lost=lost)
    companies.demand_company(change, opened.company.pk, lost=CompanyGone())
    return change


def _overtaken(token: str, now: datetime) -> Callable[[], KontorError]:
    """Somebody was faster: what the link would lead to now."""

    def why() -> KontorError:
        try:
            _open(token, now)
        except KontorError as refusal:
            return refusal
        return Conflict()

    return why


def _join(
    change: Transaction, actor: Actor, opened: Opened, account: Account, now: datetime
) -> PasswordSet:
    """The rest is the same for both: place, rights, letters, entries."""
    invitation, company = opened.invitation, opened.company
    inviter = find_person(company.pk, invitation.invited_by)
    grant = still_given(inviter, Grant.of(invitation.rights, invitation.scope))
    branch = invitation.branch if invitation.branch in company.branches else None
    scope = grant.scope or None
    members.add_member(
        change, company.pk, account, now, rights=grant.rights, branch=branch, scope=scope
    )
    first = [invitation.invited_by] if inviter.company_id else []
    told = readers_of(company, branch or "", first=first, but=account.pk)
    tell_of_joining(change, company, account, branch or "", told, now)
    account.company_id = company.pk
    person = person_behind(actor, account)
    record(change, person, "invitation.accepted", invitation.id, now)
    details = {"rights": sorted(grant.rights), "scope": grant.scope, "branch": branch or ""}
    record(change, person, "member.joined", account.pk, now, details=details)
    done = PasswordSet(email=account.email)
    change.commit(done.model_dump(mode="json"))
    return done
