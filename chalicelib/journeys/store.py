"""Keys, reads and writes of journeys."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from chalicelib.accounts.model import Account
from chalicelib.aws.conditional import delete_if, update_if
from chalicelib.aws.former_addresses import address_hash
from chalicelib.aws.settings import settings
from chalicelib.aws.tables import read_one
from chalicelib.aws.transactions import Transaction
from chalicelib.journeys.model import Closure, Departure, Journey, Renaming, Transfer, Work

DEPARTURE, CLOSURE, TRANSFER, RENAMING = "departure", "closure", "transfer", "renaming"


def find_departure(account_id: str) -> Departure | None:
    """What is kept of somebody who left, or None."""
    return read_one(Departure, account_id, DEPARTURE)


def find_closure(company_id: str) -> Closure | None:
    """What is kept of a company that was deleted, or None."""
    return read_one(Closure, company_id, CLOSURE)


def find_transfer(transfer_id: str) -> Transfer | None:
    """A move of requests from one author to another, or None."""
    return read_one(Transfer, transfer_id, TRANSFER)


def find_renaming(named: str) -> Renaming | None:
    """What is left to do of the new name of a company or a person, or None."""
    return read_one(Renaming, named, RENAMING)


def departures_from(email: str) -> list[Departure]:
    """Who left that had this address, the first to come first."""
    return list(Departure.by_former_address.query(address_hash(email)))


def add_departure(
    change: Transaction, account: Account, companies: frozenset[str], now: datetime
) -> None:
    """Somebody leaves; what follows is due at once."""
    departure = Departure(
        pk=account.pk,
        sk=DEPARTURE,
        companies=set(companies) or None,
        email=account.email,
        address_hash=address_hash(account.email),
        departed_at=now,
        cleanup=now + timedelta(days=settings().history_days),
        due=Work.FORGET_PERSON,
        due_at=now,
    )
    change.create(departure)


def add_closure(
    change: Transaction, company_id: str, name: str, closed_by: str, now: datetime
) -> None:
    """A company is deleted; what follows is due at once."""
    closure = Closure(
        pk=company_id,
        sk=CLOSURE,
        name=name,
        closed_at=now,
        closed_by=closed_by,
        due=Work.CLOSE_COMPANY,
        due_at=now,
    )
    change.create(closure)


def due_journeys(work: Work, now: datetime, most: int) -> Iterator[str]:
    """Ids of what there is to do of a kind, the longest due first."""
    for item in Journey.by_work.query(work, Journey.due_at <= now, limit=most):
        yield item.pk


def note_progress(journey: Journey, after: str | None) -> None:
    """Keep how far a round got. Of two at the same time the later one to write counts."""
    action = Journey.after.set(after) if after else Journey.after.remove()
    _note(journey, [action])


def begin_again(journey: Journey, at: datetime) -> None:
    """Another round at that time, from the start."""
    _note(
        journey,
        [Journey.after.remove(), Journey.due_at.set(at)],
    )


def finish(journey: Journey, now: datetime) -> None:
    """All is done; what only the work needed is forgotten."""
    if isinstance(journey, Renaming):
        delete_if(journey, _still(journey))
        return
    actions: list[Action] = [
        Journey.due.remove(),
        Journey.due_at.remove(),
        Journey.after.remove(),
        Journey.done_at.set(now),
    ]
    if isinstance(journey, Departure):
        actions.append(Departure.email.remove())
    _note(journey, actions)


def _note(journey: Journey, actions: list[Action]) -> None:
    """Write it, unless another run has got further."""
    update_if(journey, actions, _still(journey))


def _still(journey: Journey) -> Condition:
    """The work is to be done yet, and nothing has come between."""
    same: Condition = Journey.due.exists() & (Journey.due_at == journey.due_at)
    return same


def add_transfer(change: Transaction, transfer: Transfer, now: datetime) -> None:
    """Requests are to go to another author; what follows is due at once."""
    transfer.sk = TRANSFER
    transfer.due, transfer.due_at = Work.MOVE_HISTORY, now
    change.create(transfer)


def put_renaming(change: Transaction, work: Work, named: str, now: datetime) -> None:
    """A company or a person gets another name; what follows is due at once, from the start."""
    change.put(Renaming(pk=named, sk=RENAMING, renamed_at=now, due=work, due_at=now))
