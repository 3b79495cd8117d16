"""The copy of the company's name that requests hold (STF-8). Loaded by a job."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime

from chalicelib.aws.transactions import Repeated, Transaction
from chalicelib.base.errors import Conflict
from chalicelib.base.operation import Operation
from chalicelib.tickets.model.ticket import Ticket
from chalicelib.tickets.store import tickets as store


def rename_company(ticket_ids: Sequence[str], company_id: str, name: str, now: datetime) -> int:
    """Give those of up to 100 requests the name that are the company's and have another.

    Answers how many; safe to repeat. One that somebody changes at this moment stays for the next
    round.
    """
    named_otherwise = [
        ticket
        for ticket in store.find_heads(ticket_ids)
        if ticket.company_id == company_id and ticket.company_name != name
    ]
    for ticket in named_otherwise:
        _rename(ticket, name, now)
    return len(named_otherwise)


def _rename(ticket: Ticket, name: str, now: datetime) -> None:
    """Without a change that anybody would see as news."""
    key = f"{ticket.pk} company name {int(ticket.revision)}"
    change = Transaction(Operation.of("job", key), now)
    ticket.company_name = name
    store.save_ticket(change, ticket)
    with suppress(Repeated, Conflict):
        change.commit()
