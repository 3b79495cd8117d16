"""A person's own page: who they are, and what they chose."""

from datetime import datetime

from chalicelib.accounts.model import Account
from chalicelib.accounts.schemas import AccountOut, CompanyRef, Me, Preferences, StaffMe
from chalicelib.accounts.store import accounts
from chalicelib.audit.service import record
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor, Right, StaffRole
from chalicelib.base.errors import NotSignedIn
from chalicelib.base.operation import Operation
from chalicelib.companies.store import members as store
from chalicelib.mail.service import keep_zone


def _account(actor: Actor) -> Account:
    account = accounts.find_account(actor.account_id)
    if account is None:
        raise NotSignedIn
    return account


def _account_out(account: Account) -> AccountOut:
    return AccountOut(
        id=account.pk,
        email=account.email,
        first_name=account.first_name,
        last_name=account.last_name,
        country=account.country,
        language=account.language,
        zone=account.zone,
        data_statement_version=account.data_statement_version,
    )


def _me(actor: Actor, account: Account) -> Me:
    company = _company(actor) if actor.company_id else None
    return Me(
        account=_account_out(account),
        company=company,
        owner=actor.owner,
        rights=[right for right in Right if actor.may(right)],
        scope=None if actor.owner else actor.scope or None,
        recovery=bool(actor.recovery_id and (actor.owner or actor.rights)),
    )


def _company(actor: Actor) -> CompanyRef:
    return CompanyRef(id=actor.company_id, name=actor.company_name, logo=actor.company_logo or None)


def me(actor: Actor) -> Me:
    """The signed-in customer."""
    return _me(actor, _account(actor))


def _staff_me(actor: Actor, account: Account) -> StaffMe:
    role = actor.role or StaffRole.AGENT
    return StaffMe(account=_account_out(account), role=role, enrolling=actor.enrolling)


def staff_me(actor: Actor) -> StaffMe:
    """The signed-in member of staff."""
    return _staff_me(actor, _account(actor))


def choose(actor: Actor, chosen: Preferences, now: datetime, operation: Operation) -> Me:
    """Keep language and zone for the pages, the mails and the errors (ACC-8)."""
    change = Transaction(operation, now)
    answer = _me(actor, _choose(change, actor, chosen, now))
    change.commit(answer.model_dump(mode="json"))
    return answer


def choose_as_staff(
    actor: Actor, chosen: Preferences, now: datetime, operation: Operation
) -> StaffMe:
    """The same for staff."""
    change = Transaction(operation, now)
    answer = _staff_me(actor, _choose(change, actor, chosen, now))
    change.commit(answer.model_dump(mode="json"))
    return answer


def _choose(change: Transaction, actor: Actor, chosen: Preferences, now: datetime) -> Account:
    account = _account(actor)
    account.language = chosen.language or account.language
    if "zone" in chosen.model_fields_set:
        account.zone = chosen.zone
        keep_zone(change, account.email, chosen.zone, staff=account.role is not None)
    accounts.set_preferences(change, account, account.language, account.zone)
    if actor.company_id and chosen.language:
        store.set_member_language(change, actor.company_id, account.pk, chosen.language)
    details = {"language": account.language, "zone": account.zone or ""}
    record(change, actor, "account.preferences_chosen", account.pk, now, details=details)
    return account


def accept_data_statement(actor: Actor, version: str, now: datetime, operation: Operation) -> Me:
    """Keep which version of the statement on providing data was accepted, and when (REQ-4)."""
    account = _account(actor)
    change = Transaction(operation, now)
    accounts.set_data_statement(change, account, version, now)
    record(
        change,
        actor,
        "account.data_statement_accepted",
        account.pk,
        now,
        details={"version": version},
    )
    account.data_statement_version = version
    answer = _me(actor, account)
    change.commit(answer.model_dump(mode="json"))
    return answer
