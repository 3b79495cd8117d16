"""Loading the vendor's order export: new licenses from CSV rows, any number of times."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from itertools import islice

from chalicelib.base import ids
from chalicelib.base.texts import say
from chalicelib.catalog.orderable import Orderable
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
_Sold = tuple[int, Order]
"""A line's number, and what it says."""


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
    lines: Iterable[NumberedRow], tell: Tell, named: Orderable | None = None
) -> Iterator[Imported]:
    """Make a license of every line whose code is not known yet; yields after each CHUNK of them.

    Lines that can't be read are told, each with all that is wrong with it, and hold up no other;
    so are new ones that name what is not `named` in the catalog (without it any name will do).
    A license that is there already stays as it is, whatever the line says now. Being cut off
    leaves whole licenses and none by halves, and importing again goes on from there. Memory holds
    one chunk. Where an order or another import comes with the same code, one of them has it.
    """
    rest = iter(lines)
    while chunk := list(islice(rest, CHUNK)):
        done, problems = Imported(), list[Problem]()
        _make(_new(_readable(chunk, problems), named, problems, done), done)
        done.bad = len({problem.line for problem in problems})
        for problem in sorted(problems, key=lambda one: one.line):
            tell(problem)
        yield done


def sum_up(parts: Iterable[Imported]) -> Imported:
    """All of them together."""
    total = Imported()
    for part in parts:
        total += part
    return total


def _readable(chunk: list[NumberedRow], problems: list[Problem]) -> dict[str, list[_Sold]]:
    """What can be read of the lines, by their hashed codes."""
    found: dict[str, list[_Sold]] = {}
    for line, row in chunk:
        if isinstance(row, Problem):
            problems.append(row)
            continue
        try:
            order = read_row(row)
        except BadRow as bad:
            problems += [Problem(line, column, reason) for column, reason in bad.problems]
        else:
            found.setdefault(code_hash(order.activation_code), []).append((line, order))
    return found


def _new(
    found: Mapping[str, list[_Sold]],
    named: Orderable | None,
    problems: list[Problem],
    done: Imported,
) -> dict[str, Order]:
    """The licenses to make; what is said of a code again counts as known."""
    known, new = store.known_codes(found), {}
    for hashed, lines in found.items():
        rest = lines if hashed in known else _after_unfit(lines, named, problems)
        if rest and hashed not in known:
            # The same code once more: the license is what its first line says.
            new[hashed] = _by_id(rest[0][1], named)
            rest = rest[1:]
        done.known += len(rest)
    return new


def _after_unfit(
    lines: Sequence[_Sold], named: Orderable | None, problems: list[Problem]
) -> Sequence[_Sold]:
    """The first line that names what there is, and those behind it; the ones before are told."""
    for place, (line, order) in enumerate(lines):
        unfit = list(named.refusals(order.product_ids, order.partner)) if named else []
        if not unfit:
            return lines[place:]
        problems += [Problem(line, column, reason) for column, reason in unfit]
    return []


def _by_id(order: Order, named: Orderable | None) -> Order:
    return replace(order, partner=named.partner_id(order.partner)) if named else order


def _make(new: Mapping[str, Order], done: Imported) -> None:
    """What lost against an order with the same code, at this moment, is known the next time."""
    left = dict(new)
    for _ in range(PUBLIC_TRIES):
        refused = _write(left)
        done.new += len(left) - len(refused)
        if not refused:
            return
        known = store.known_codes(refused)
        done.known += len(known)
        left = {hashed: new[hashed] for hashed in refused if hashed not in known}
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
