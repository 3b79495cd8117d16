"""A person's own page: who they are, and what they chose."""

from datetime import datetime

from chalicelib.accounts import store as accounts
from chalicelib.accounts.model import Account
from chalicelib.accounts.schemas import AccountOut, CompanyRef, Me, StaffMe
from chalicelib.audit.service import record
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor, Right, StaffRole
from chalicelib.base.errors import NotSignedIn
from chalicelib.base.operation import Operation
from chalicelib.companies import store


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


def staff_me(actor: Actor) -> StaffMe:
    """The signed-in member of staff."""
    role = actor.role or StaffRole.AGENT
    account = _account_out(_account(actor))
    return StaffMe(account=account, role=role, enrolling=actor.enrolling)


def choose_language(actor: Actor, language: str, now: datetime, operation: Operation) -> Me:
    """Keep the language for the pages, the mails and the errors (ACC-8)."""
    account = _account(actor)
    change = Transaction(operation, now)
    accounts.set_language(change, account, language)
    if actor.company_id:
        store.set_member_language(change, actor.company_id, account.pk, language)
    record(change, actor, "account.language_chosen", account.pk, now, details={"to": language})
    account.language = language
    answer = _me(actor, account)
    change.commit(answer.model_dump(mode="json"))
    return answer


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
