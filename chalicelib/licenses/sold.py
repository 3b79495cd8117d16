"""Where the seats of a sale are now, to take it back (LIC-18, docs/decisions/0048).

Licenses become one at their renewal (LIC-14). From then on the seats that an order sold are
counted on another license, beside seats that other orders paid for.
"""

from dataclasses import dataclass
from datetime import datetime

from chalicelib.licenses.errors import ChangedMeanwhile, SeatsInUse
from chalicelib.licenses.freeing import SeatFreed, free_ended_of
from chalicelib.licenses.model.license import License
from chalicelib.licenses.rules.merging import own_seats
from chalicelib.licenses.store import licenses, sales


@dataclass(frozen=True, slots=True)
class Sale:
    """A sale's seats, and the licenses that count them.

    `path` leads from the license that was sold to the one that is left after all mergers, mostly
    the same. `seats` are those that the sale brought and still has there.
    """

    path: tuple[License, ...]
    seats: int

    @property
    def license(self) -> License:
        """What was sold."""
        return self.path[0]

    @property
    def left(self) -> License:
        """What is left of it."""
        return self.path[-1]

    @property
    def merged_away(self) -> bool:
        """Whether another license took its place."""
        return len(self.path) > 1

    @property
    def is_all(self) -> bool:
        """Whether nothing else stands on the license that is left, or nothing does already."""
        return self.seats >= int(self.left.nodes) or self.left.withdrawn is not None


def find_sale(license_: License) -> Sale:
    """A read per merger of the license, and one of all that went into what is left."""
    path = licenses.path_of(license_)
    inside = sales.find_merged(path[-1].absorbed or ())
    return Sale(path, own_seats(license_, inside))


def demand_free(sale: Sale, now: datetime) -> None:
    """Raises SeatsInUse where devices hold more seats than there would be without the sale's.

    Nobody but the license's people or the desk can say which devices are to go. Leases that are
    over don't count: they are cleared away first, and ChangedMeanwhile says so.
    """
    license_ = sale.left
    over = int(license_.seats_used or 0) - (int(license_.nodes) - sale.seats)
    if sale.is_all or over <= 0:
        return
    if isinstance(free_ended_of(license_, now), SeatFreed):
        raise ChangedMeanwhile
    raise SeatsInUse(license=license_.public_id, devices=over)
