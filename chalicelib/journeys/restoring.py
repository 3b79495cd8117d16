"""Staff give a person the requests that they wrote under an earlier account (STF-9).

What links the two is the account's id, which requests keep, and a keyed hash of the address that
it had: so staff are shown who came back under the same address, and nobody else (decision 0027).
Requests never go from one living company to another: they are the company's, not the person's.
"""

from datetime import datetime

from chalicelib.accounts.model import Account
from chalicelib.accounts.store import accounts
from chalicelib.audit.service import record
from chalicelib.aws.transactions import Transaction
from chalicelib.base import ids
from chalicelib.base.actor import Actor
from chalicelib.base.errors import FieldError, Invalid, NotFound
from chalicelib.base.operation import Operation
from chalicelib.companies.model import Company
from chalicelib.companies.store import companies
from chalicelib.journeys import store
from chalicelib.journeys.errors import HistoryElsewhere
from chalicelib.journeys.evidence import demand_evidence
from chalicelib.journeys.model import Transfer
from chalicelib.journeys.schemas.history import (
    EarlierAccount,
    EarlierAccounts,
    EarlierQuery,
    MoveHistory,
)
from chalicelib.mail.service import Recipient, post
from chalicelib.tickets.store import tickets


def earlier_accounts(account_id: str, query: EarlierQuery) -> EarlierAccounts:
    """Accounts that left from the person's address, and the author of a request staff name."""
    account, company = _person(account_id)
    found = [departure.pk for departure in store.departures_from(account.email)]
    if query.number:
        number = tickets.find_number(query.number.strip().upper())
        if number is None:
            raise Invalid(FieldError("number", "request_unknown"))
        found.append(number.author_id)
    others = [one for one in dict.fromkeys(found) if one != account_id]
    return EarlierAccounts(items=[_shown(one, company) for one in others])


def _person(account_id: str) -> tuple[Account, Company]:
    """A customer who is in a company; NotFound for anybody else."""
    account = accounts.find_account(account_id)
    company_id = account.company_id if account and account.role is None else None
    company = companies.find_company(company_id) if company_id else None
    if account is None or company is None:
        raise NotFound
    return account, company


def _shown(account_id: str, company: Company) -> EarlierAccount:
    account, departure = accounts.find_account(account_id), store.find_departure(account_id)
    were_in = _companies_of(account_id)
    return EarlierAccount(
        account_id=account_id,
        name=account.name if account else "",
        email=account.email if account else "",
        departed_at=departure.departed_at if departure else None,
        companies=[name for one in sorted(were_in) if (name := _name_of(one))],
        movable=bool(_movable(were_in, company)),
    )


def _name_of(company_id: str) -> str:
    company = companies.find_company(company_id)
    closure = None if company else store.find_closure(company_id)
    return company.name if company else closure.name if closure else ""


def _companies_of(account_id: str) -> frozenset[str]:
    """Every company in which the account's requests may be."""
    account, departure = accounts.find_account(account_id), store.find_departure(account_id)
    known: set[str | None] = set(departure.companies or ()) if departure else set()
    if account is not None:
        known |= {account.company_id, *(account.former_companies or ())}
    return frozenset(one for one in known if one)


def _movable(were_in: frozenset[str], company: Company) -> frozenset[str]:
    """Of those the person's own company, and what has been deleted."""
    gone = {one for one in were_in if store.find_closure(one) is not None}
    return frozenset(gone | (were_in & {company.pk}))


def move_history(
    actor: Actor, account_id: str, data: MoveHistory, now: datetime, operation: Operation
) -> None:
    """Begin to make another account's requests this person's; a job carries it out.

    Raises NotFound, HistoryElsewhere, or Invalid: `from_account_id` not_a_choice, `evidence`.
    """
    account, company = _person(account_id)
    source = data.from_account_id
    if source == account_id:
        raise Invalid(FieldError("from_account_id", "not_a_choice"))
    were_in = _companies_of(source)
    if not were_in:
        raise Invalid(FieldError("from_account_id", "not_a_choice"))
    movable = _movable(were_in, company)
    if not movable:
        raise HistoryElsewhere
    details = demand_evidence(company.pk, data.evidence)
    change = Transaction(operation, now)
    transfer = Transfer(
        pk=ids.ulid(now),
        from_account=source,
        to_account=account.pk,
        companies=set(movable),
        to_company=company.pk,
        asked_at=now,
        asked_by=actor.account_id,
    )
    store.add_transfer(change, transfer, now)
    to = Recipient(account.email, account.language, account.name)
    post(change, to, "history_moved", {"company": company.name}, now)
    record(
        change, actor, "history.move_asked", account.pk, now,
        company_id=company.pk, details=details | {"from_account": source},
    )  # fmt: skip
    change.commit({})
