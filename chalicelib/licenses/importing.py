"""Loading the vendor's order export: new licenses from CSV rows, any number of times."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from itertools import islice

from chalicelib.base import ids
from chalicelib.base.texts import say
from chalicelib.licenses.denying import denials_of_new
from chalicelib.licenses.model.license import License
from chalicelib.licenses.rules.codes import code_start
from chalicelib.licenses.rules.orders import BadRow, Order, read_row
from chalicelib.licenses.sealing import code_hash, seal_code
from chalicelib.licenses.store import licenses as store

CHUNK = 500
PUBLIC_SYMBOLS = 4
PUBLIC_TRIES = 20
Row = Mapping[str, str | None]
NumberedRow = tuple[int, "Row | Problem"]


@dataclass(frozen=True, slots=True)
class Problem:
    """A line that is no license: its number, its column, and the reason's code."""

    line: int
    column: str
    reason: str

    def words(self, language: str) -> str:
        """The reason as people read it."""
        return say(language, f"import.{self.reason}")


@dataclass(slots=True)
class Imported:
    """What became of the lines: new licenses, unchanged ones, and lines that can't be read."""

    new: int = 0
    known: int = 0
    bad: int = 0

    def __iadd__(self, other: "Imported") -> "Imported":
        self.new, self.known = self.new + other.new, self.known + other.known
        self.bad += other.bad
        return self


Tell = Callable[[Problem], object]


def import_orders(rows: Iterable[Row], tell: Tell = lambda _: None) -> Imported:
    """Import rows that were read already, numbered from 1; see `import_lines`."""
    return sum_up(import_lines(enumerate(rows, start=1), tell))


def import_lines(
    lines: Iterable[NumberedRow], tell: Tell, products: Collection[str] | None = None
) -> Iterator[Imported]:
    """Make a license of every line whose code is not known yet; yields after each CHUNK of them.

    Lines that can't be read are told, each with all that is wrong with it, and hold up no other.
    A license that is there already stays as it is, whatever the line says now. Being cut off
    leaves whole licenses and none by halves, and importing again goes on from there. Memory holds
    one chunk. Where an order or another import comes with the same code, one of them has it.
    """
    rest = iter(lines)
    while chunk := list(islice(rest, CHUNK)):
        done = Imported()
        _import_chunk(_readable(chunk, tell, products, done), done)
        yield done


def sum_up(parts: Iterable[Imported]) -> Imported:
    """All of them together."""
    total = Imported()
    for part in parts:
        total += part
    return total


def _readable(
    chunk: list[NumberedRow], tell: Tell, products: Collection[str] | None, done: Imported
) -> dict[str, Order]:
    found: dict[str, Order] = {}
    bad_lines: set[int] = set()
    for line, row in chunk:
        if isinstance(row, Problem):
            tell(row)
            bad_lines.add(line)
            continue
        try:
            order = read_row(row, products)
        except BadRow as bad:
            bad_lines.add(line)
            for column, reason in bad.problems:
                tell(Problem(line, column, reason))
        else:
            hashed = code_hash(order.activation_code)
            # The same code once more: the license is what its first line says.
            done.known += hashed in found
            found.setdefault(hashed, order)
    done.bad += len(bad_lines)
    return found


def _import_chunk(orders: dict[str, Order], done: Imported) -> None:
    """What lost against an order with the same code, at this moment, is known the next time."""
    left = orders
    for _ in range(PUBLIC_TRIES):
        known = store.known_codes(left)
        new = {hashed: order for hashed, order in left.items() if hashed not in known}
        done.known += len(known)
        refused = _write(new)
        done.new += len(new) - len(refused)
        if not refused:
            return
        left = {hashed: orders[hashed] for hashed in refused}
    raise RuntimeError(len(left))


def _write(new: Mapping[str, Order]) -> set[str]:
    """Make licenses of these; answers the hashed codes of those that were not free."""
    ids_ = {hashed: _id_of(order, hashed) for hashed, order in new.items()}
    public_ids = _public_ids(ids_)
    licenses = [(_license(new[hashed], hashed, public_ids[hashed]), hashed) for hashed in new]
    refused = store.write_licenses(
        (license_, hashed, list(denials_of_new(license_))) for license_, hashed in licenses
    )
    return {hashed for hashed, license_id in ids_.items() if license_id in refused}


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
            if owners.setdefault(public_id, left[hashed]) == left[hashed]:
                found[hashed] = public_id
                del left[hashed]
        if not left:
            return found
    raise RuntimeError(len(left))
