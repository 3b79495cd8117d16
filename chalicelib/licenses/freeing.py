"""Seats of offline leases that are over: freed when somebody needs one, and not before."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime

from chalicelib.aws.transactions import Repeated, Transaction
from chalicelib.base.errors import Conflict
from chalicelib.base.operation import Operation
from chalicelib.licenses.model.license import License
from chalicelib.licenses.store import devices as reads
from chalicelib.licenses.store import seats as store

AT_ONCE = 40


class SeatFreed(Conflict):
    """Leases that were over gave their seats back: trying again may find one."""


def free_ended_of(license_: License, now: datetime) -> Conflict:
    """As `free_ended`, for a license with those that were merged into it."""
    return free_ended(license_.pk, reads.collections_of(license_), now)


def free_ended(license_id: str, collections: Sequence[str], now: datetime) -> Conflict:
    """Free the seats of leases that are over, so that nothing has to look for them all the time.

    The license is what counts the devices of these collections. Answers SeatFreed when there were
    some, else a plain Conflict.
    """
    ended = reads.ended_leases(collections, now, AT_ONCE)
    if not ended:
        return Conflict()
    ids = "\n".join(lease.lease_id for lease in ended)
    change = Transaction(Operation.of("reclaim", ids), now)
    store.reclaim(change, ended, license_id)
    # Where it fails somebody else freed them at this moment, or one of them was prolonged.
    with suppress(Conflict, Repeated):
        change.commit()
    return SeatFreed()
