"""The vendor's own people: invited, given a role, sent away (STF-1)."""

from datetime import datetime, timedelta

from chalicelib.accounts import hashing, links, passwords
from chalicelib.accounts.errors import LinkUsed
from chalicelib.accounts.model import Account, Link, Purpose
from chalicelib.accounts.schemas import LinkHolder, PasswordSet
from chalicelib.accounts.service import person_behind
from chalicelib.accounts.store import accounts
from chalicelib.audit.service import record
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Transaction
from chalicelib.base import ids
from chalicelib.base.actor import Actor, StaffRole
from chalicelib.base.errors import Conflict, FieldError, Invalid, NotFound
from chalicelib.base.operation import Operation
from chalicelib.factors.service import drop_factors
from chalicelib.mail.reaching import prove
from chalicelib.mail.service import Recipient, keep_zone, post
from chalicelib.staff import store
from chalicelib.staff.errors import NotYourself
from chalicelib.staff.model import Colleague, ColleagueState
from chalicelib.staff.schemas import ColleagueOut, Colleagues, InviteColleague, JoinStaff


def colleagues(actor: Actor) -> Colleagues:
    """All of staff by last name; who has a second factor is told to supervisors."""
    found = store.colleagues()
    secured: dict[str, bool] = {}
    if actor.role == StaffRole.SUPERVISOR:
        known = accounts.find_accounts([_id(one) for one in found][:100])
        secured = {account.pk: account.secured for account in known}
    found.sort(key=lambda one: (one.last_name.casefold(), one.first_name.casefold()))
    return Colleagues(items=[_out(one, secured.get(_id(one))) for one in found])


def _id(colleague: Colleague) -> str:
    return str(colleague.sk.removeprefix("staff#"))


def _out(colleague: Colleague, secured: bool | None = None) -> ColleagueOut:
    return ColleagueOut(
        id=_id(colleague),
        name=f"{colleague.first_name} {colleague.last_name}",
        email=colleague.email,
        role=StaffRole(colleague.role),
        state=ColleagueState(colleague.state),
        secured=secured,
        ends_at=colleague.ends_at,
    )


def invite(
    actor: Actor, data: InviteColleague, now: datetime, operation: Operation
) -> ColleagueOut:
    """Mail somebody a link to join; Invalid on `email` when they are or were staff."""
    taken = Invalid(FieldError("email", "already_staff"))
    if any(one.email.lower() == data.email.lower() for one in store.colleagues()):
        raise taken
    # Two supervisors who think of it at once make one invitation.
    account_id = ids.ulid_named(f"staff\n{data.email.lower()}")
    change = Transaction(operation, now)
    colleague = Colleague(
        email=data.email,
        first_name=data.first_name,
        last_name=data.last_name,
        language=data.language,
        role=data.role,
        state=ColleagueState.INVITED,
    )
    colleague.link_id, colleague.ends_at = _promise(change, actor, account_id, colleague, now)
    store.invite(change, account_id, colleague, lost=taken)
    record(change, actor, "staff.invited", account_id, now, details={"role": data.role})
    answer = _out(colleague)
    change.commit(answer.model_dump(mode="json"))
    return answer


def _promise(
    change: Transaction, actor: Actor, account_id: str, colleague: Colleague, now: datetime
) -> tuple[str, datetime]:
    lifetime = timedelta(days=settings().link_days)
    link_id = links.issue(change, Purpose.JOIN_STAFF, account_id, now, lifetime)
    name = f"{colleague.first_name} {colleague.last_name}"
    to = Recipient(colleague.email, colleague.language, name)
    url = {"link": link_id, "page": "/console/join"}
    params = {"url": url, "inviter": actor.name, "days": settings().link_days}
    post(change, to, "staff_invited", params, now)
    return link_id, now + lifetime


def _invited(account_id: str) -> Colleague:
    colleague = store.find_colleague(account_id)
    if colleague is None:
        raise NotFound
    if colleague.state != ColleagueState.INVITED:
        raise Conflict
    return colleague


def invite_again(actor: Actor, account_id: str, now: datetime, operation: Operation) -> None:
    """Another link for an open invitation; the former one is void."""
    colleague = _invited(account_id)
    change = Transaction(operation, now)
    link_id, ends_at = _promise(change, actor, account_id, colleague, now)
    store.renew_invitation(change, colleague, link_id, ends_at)
    record(change, actor, "staff.invited_again", account_id, now)
    change.commit({})


def withdraw(actor: Actor, account_id: str, now: datetime, operation: Operation) -> None:
    """Take an open invitation back; its link is void."""
    colleague = _invited(account_id)
    change = Transaction(operation, now)
    store.withdraw(change, colleague)
    record(change, actor, "staff.invitation_withdrawn", account_id, now)
    change.commit({})


def _opened(token: str, now: datetime) -> tuple[Link, Colleague]:
    link = links.find(token, Purpose.JOIN_STAFF, now)
    colleague = store.find_colleague(link.subject)
    if colleague is None or f"link#{colleague.link_id}" != link.pk:
        raise LinkUsed
    return link, colleague


def inspect(token: str, now: datetime) -> LinkHolder:
    """Whom an invitation is for; looking does not spend it."""
    link, colleague = _opened(token, now)
    return LinkHolder(
        email=colleague.email,
        first_name=colleague.first_name,
        last_name=colleague.last_name,
        company_name=None,
        expires_at=link.ends_at,
    )


def join(actor: Actor, data: JoinStaff, now: datetime, operation: Operation) -> PasswordSet:
    """Set the password and be staff; the second factor comes at the first sign-in."""
    link, colleague = _opened(data.token, now)
    names = (colleague.first_name, colleague.last_name)
    hashing.demand_good_password(data.password, data.password_repeat, colleague.email, names)
    account = Account(
        pk=link.subject,
        sk="account",
        email=colleague.email,
        first_name=colleague.first_name,
        last_name=colleague.last_name,
        country=settings().staff_country,
        language=colleague.language,
        zone=data.zone,
        password_hash=hashing.hash_password(data.password),
        role=colleague.role,
        created_at=now,
    )
    change = Transaction(operation, now)
    links.spend(change, link, now)
    prove(change, account.email, now)
    accounts.add_account(change, account, accounts.STAFF)
    keep_zone(change, account.email, account.zone, staff=True)
    store.join(change, colleague)
    if account.role == StaffRole.SUPERVISOR:
        store.add_supervisor(change, account.pk)
    record(change, person_behind(actor, account), "staff.joined", account.pk, now)
    done = PasswordSet(email=account.email)
    change.commit(done.model_dump(mode="json"))
    return done


def _member(actor: Actor, account_id: str) -> tuple[Account, Colleague]:
    """Somebody else of staff, who has an account. Raises NotFound, NotYourself."""
    colleague = store.find_colleague(account_id)
    account = accounts.find_account(account_id) if colleague else None
    if colleague is None or account is None:
        raise NotFound
    if account_id == actor.account_id:
        raise NotYourself
    return account, colleague


def change_role(
    actor: Actor, account_id: str, role: StaffRole, now: datetime, operation: Operation
) -> ColleagueOut:
    """Make somebody something else from their next request on; LastSupervisor."""
    account, colleague = _member(actor, account_id)
    before = account.role
    change = Transaction(operation, now)
    if before != role:
        store.set_role(change, account, colleague, role)
        if account.deactivated_at is None:
            _count(change, account_id, before, role)
        details = {"from": before, "to": role.value}
        record(change, actor, "staff.role_changed", account_id, now, details=details)
    colleague.role = role
    answer = _out(colleague, account.secured)
    change.commit(answer.model_dump(mode="json"))
    return answer


def _count(change: Transaction, account_id: str, before: str | None, after: str | None) -> None:
    if before == StaffRole.SUPERVISOR:
        store.drop_supervisor(change, account_id)
    if after == StaffRole.SUPERVISOR:
        store.add_supervisor(change, account_id)


def deactivate(actor: Actor, account_id: str, now: datetime, operation: Operation) -> None:
    """Send somebody away: every browser is out, nothing lets them in; LastSupervisor."""
    account, colleague = _member(actor, account_id)
    change = Transaction(operation, now)
    store.deactivate(change, account, colleague, now)
    _count(change, account_id, account.role, None)
    record(change, actor, "staff.deactivated", account_id, now)
    change.commit({})


def reactivate(actor: Actor, account_id: str, now: datetime, operation: Operation) -> None:
    """Let somebody back in, with the role, password and second factor that they had."""
    account, colleague = _member(actor, account_id)
    change = Transaction(operation, now)
    store.reactivate(change, account, colleague)
    _count(change, account_id, None, account.role)
    record(change, actor, "staff.reactivated", account_id, now)
    change.commit({})


def reset_factor(actor: Actor, account_id: str, now: datetime, operation: Operation) -> None:
    """Take a lost second factor off: the next sign-in sets up a new one. Every browser is out."""
    account, _ = _member(actor, account_id)
    change = Transaction(operation, now)
    drop_factors(change, account, now)
    record(change, actor, "factors.dropped", account_id, now)
    change.commit({})


def send_password_link(actor: Actor, account_id: str, now: datetime, operation: Operation) -> None:
    """Mail somebody a link for a new password."""
    account, _ = _member(actor, account_id)
    change = Transaction(operation, now)
    passwords.promise_reset(change, account, now)
    record(change, actor, "password.reset_asked", account_id, now)
    change.commit({})
