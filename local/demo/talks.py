"""What the demo's people asked support, and how it went: by the product's own services."""

import json
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from chalicelib.accounts.model import Account
from chalicelib.accounts.store import accounts
from chalicelib.base.actor import Actor, StaffRole
from chalicelib.base.operation import Operation
from chalicelib.companies.store import companies
from chalicelib.tickets.model.ticket import Category, Severity
from chalicelib.tickets.schemas.requests import OpenTicket, Reply
from chalicelib.tickets.schemas.staff import Assignment, Closure, StaffMessage
from chalicelib.tickets.service import answering, handling, opening, replying
from local.demo.names import DATA
from local.demo.people import Facts, cast, email_of, staff_email

# Rounds of stories fall on days of their own; the licenses that they stand on are older.
SPREAD_DAYS = 150
STRIDE_DAYS = 47


@cache
def _talks() -> list[Facts]:
    talks: list[Facts] = json.loads((DATA / "requests.json").read_text(encoding="utf-8"))
    return talks


def hold_talks(first: int, count: int, now: datetime) -> None:
    """Open requests number `first` to `count`, and answer them as they were answered then.

    There are only so many stories: they repeat, spread over the months before.
    """
    for number in range(first, count):
        rounds, place = divmod(number, len(_talks()))
        days = rounds * STRIDE_DAYS % SPREAD_DAYS
        _hold(_talks()[place], number, now - timedelta(days=days, minutes=11 * place + 5))


def _hold(talk: Facts, number: int, now: datetime) -> None:
    opened_at = now - timedelta(days=talk["days_ago"], hours=2)
    asker = _customer(talk["company"], talk["author"])
    operation = Operation.of(asker.account_id, f"demo talk {number}")
    ticket = opening.open_ticket(asker, _asked(talk), opened_at, operation)
    for place, step in enumerate(talk["then"]):
        at = opened_at + timedelta(hours=step["after_hours"])
        if at >= now:
            return
        _go_on(asker, ticket.id, step, at, Operation.of(ticket.id, f"demo step {place}"))


def _asked(talk: Facts) -> OpenTicket:
    product_id, version_id, os_id, type_id, subtype_id = talk["about"]
    return OpenTicket(
        category=Category.TECHNICAL,
        product_id=product_id,
        version_id=version_id,
        os_id=os_id,
        type_id=type_id,
        subtype_id=subtype_id,
        severity=Severity(talk["severity"]),
        subject=talk["subject"],
        description=talk["text"],
    )


def _go_on(asker: Actor, ticket_id: str, step: Facts, at: datetime, operation: Operation) -> None:
    if "reply" in step:
        replying.reply(asker, ticket_id, Reply(text=step["reply"]), at, operation)
    elif "cancel" in step:
        replying.cancel(asker, ticket_id, at, operation)
    else:
        _handle(_staff(step["staff"]), ticket_id, step, at, operation)


def _handle(staff: Actor, ticket_id: str, step: Facts, at: datetime, operation: Operation) -> None:
    if "assign" in step:
        assignment = Assignment(assignee=staff.account_id)
        handling.assign(staff, ticket_id, assignment, at, operation)
    elif "end" in step:
        closure = Closure(how=step["end"], reason=step["text"])
        handling.end(staff, ticket_id, closure, at, operation)
    else:
        message = StaffMessage(kind=step["kind"], text=step["text"])
        answering.say(staff, ticket_id, message, at, operation)


def _customer(company: int, person: int) -> Actor:
    facts = cast()["companies"][company]
    account = accounts.find_by_email(email_of(facts["people"][person], facts["domain"]))
    assert account is not None, "the people are made first"
    assert account.company_id is not None
    found = companies.find_company(account.company_id)
    assert found is not None
    return _actor(
        account,
        company_id=found.pk,
        company_name=found.name,
        owner=found.owner_id == account.pk,
    )


def _staff(person: int) -> Actor:
    account = accounts.find_by_email(staff_email(cast()["staff"][person]), accounts.STAFF)
    assert account is not None, "the people are made first"
    assert account.role is not None
    return _actor(account, role=StaffRole(account.role))


def _actor(account: Account, **more: Any) -> Actor:
    return Actor(
        account_id=account.pk,
        name=account.name,
        email=account.email,
        language=account.language,
        **more,
    )
