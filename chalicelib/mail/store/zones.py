"""In which zone an address reads times; one address can be a customer's and staff's."""

from chalicelib.aws.tables import read_many
from chalicelib.aws.transactions import Transaction
from chalicelib.mail.model import ReadersZone
from chalicelib.mail.store.addresses import place_of


def zone_of(address: str) -> str:
    """The zone that somebody at an address chose, or empty."""
    found = read_many([(ReadersZone, place_of(address), _side(staff)) for staff in (False, True)])
    return next((zone.name for zone in found if zone), "")


def set_zone(change: Transaction, address: str, zone: str | None, *, staff: bool) -> None:
    """Set in which zone an address reads times; None is none in particular."""
    item = ReadersZone(pk=place_of(address), sk=_side(staff), name=zone)
    if zone:
        change.put(item)
    else:
        change.delete(item)


def _side(staff: bool) -> str:
    return "zone#staff" if staff else "zone#customer"
