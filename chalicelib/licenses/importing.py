"""Loading the vendor's order export: new licenses from CSV rows, any number of times."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from itertools import islice

from chalicelib.base import ids
from chalicelib.licenses.denying import denials_of_new
from chalicelib.licenses.model.license import License
from chalicelib.licenses.rules.codes import code_start
from chalicelib.licenses.rules.orders import BadRow, Order, read_row
from chalicelib.licenses.sealing import code_hash, seal_code
from chalicelib.licenses.store import denials
from chalicelib.licenses.store import licenses as store

CHUNK = 500
PUBLIC_SYMBOLS = 4
PUBLIC_TRIES = 20
Row = Mapping[str, str | None]


@dataclass(slots=True)
class Imported:
    """What became of an export: new licenses, known ones, and rows that can't be read.

    `bad` holds the number of each such row (the first below the heading is 1) and its column.
    """

    new: int = 0
    known: int = 0
    bad: list[tuple[int, str]] = field(default_factory=list)


def import_orders(rows: Iterable[Row]) -> Imported:
    """Make a license of every row whose code is not known yet.

    A license that is there already stays as it is, whatever the row says now. Being cut off
    leaves whole licenses and none by halves, and importing again goes on from there. One import
    at a time: nothing but imports makes licenses.
    """
    done = Imported()
    numbered = enumerate(rows, start=1)
    while chunk := list(islice(numbered, CHUNK)):
        _import_chunk(dict(_readable(chunk, done)), done)
    return done


def _readable(chunk: list[tuple[int, Row]], done: Imported) -> Iterator[tuple[str, Order]]:
    for number, row in chunk:
        try:
            order = read_row(row)
        except BadRow as bad:
            done.bad.append((number, bad.column))
        else:
            yield code_hash(order.activation_code), order


def _import_chunk(orders: dict[str, Order], done: Imported) -> None:
    known = store.known_codes(orders)
    new = {hashed: order for hashed, order in orders.items() if hashed not in known}
    public_ids = _public_ids({hashed: _id_of(order, hashed) for hashed, order in new.items()})
    licenses = [(_license(new[hashed], hashed, public_ids[hashed]), hashed) for hashed in new]
    # The denials first: no license that can be found is blocked and not denied.
    denials.write_denials(each for license_, _ in licenses for each in denials_of_new(license_))
    store.write_licenses(licenses)
    done.new += len(new)
    done.known += len(known)


def _id_of(order: Order, hashed: str) -> str:
    issued = datetime.combine(order.issued_on, time(), UTC)
    return ids.derived_ulid(issued, _derive("license", hashed))


def _license(order: Order, hashed: str, public_id: str) -> License:
    """The license of an order; the same order always gives the same item."""
    license_id = _id_of(order, hashed)
    return License(
        pk=license_id,
        sk=store.KIND,
        public_id=public_id,
        products=list(order.product_ids),
        edition=order.edition,
        nodes=order.nodes,
        end_user=order.end_user,
        serial_number=order.serial_number,
        order_number=order.order_number,
        partner=order.partner,
        issued_on=order.issued_on,
        starts_on=order.starts_on,
        expires_on=order.expires_on,
        activated_on=order.activated_on,
        blocked_at=order.blocked_at,
        needs_check=order.needs_check,
        code_start=code_start(order.activation_code),
        sealed_code=seal_code(order.activation_code, license_id),
    )


def _derive(what: str, hashed: str) -> bytes:
    return hashlib.sha256(f"{what}\n{hashed}".encode()).digest()


def public_id_of(hashed: str, attempt: int) -> str:
    """The public id that a license tries for, such as `LIC-7F3K-9QXD`; each attempt is another."""
    symbols = ids.spell(_derive(f"public {attempt}", hashed), 2 * PUBLIC_SYMBOLS)
    return f"LIC-{symbols[:PUBLIC_SYMBOLS]}-{symbols[PUBLIC_SYMBOLS:]}"


def _public_ids(licenses: Mapping[str, str]) -> dict[str, str]:
    """For each hashed code a public id that no other license has; `licenses` holds their ids."""
    found: dict[str, str] = {}
    left = dict(licenses)
    for attempt in range(PUBLIC_TRIES):
        wanted = {hashed: public_id_of(hashed, attempt) for hashed in left}
        owners = store.owners_of(wanted.values())
        for hashed, public_id in wanted.items():
            # Its own already: an import was cut off between the license and its code.
            if owners.setdefault(public_id, left[hashed]) == left[hashed]:
                found[hashed] = public_id
                del left[hashed]
        if not left:
            return found
    raise RuntimeError(len(left))
