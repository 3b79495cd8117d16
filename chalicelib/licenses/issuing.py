"""New licenses, one at a time: for orders and trials. The order export has its own way in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from chalicelib.aws.transactions import Transaction
from chalicelib.base import ids
from chalicelib.base.errors import Conflict
from chalicelib.licenses.model.license import License
from chalicelib.licenses.rules.codes import ALPHABET, DRAWN, code_start, complete_code
from chalicelib.licenses.sealing import code_hash, seal_code
from chalicelib.licenses.store import licenses as store
from chalicelib.licenses.store import sales


class CodeTaken(Conflict):
    """Another license has this activation code."""

    code = "code_taken"


class PublicIdTaken(Conflict):
    """Another license got this public id in the same moment; the next draw gives another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What was sold. Without a code one is drawn; without a serial number the public id stands in.

    `code` is in its one form.
    """

    products: Sequence[str]
    edition: str
    nodes: int
    end_user: str
    order_number: str
    starts_on: date
    expires_on: date
    code: str | None = None
    serial_number: str | None = None
    partner: str | None = None
    needs_check: bool = False
    trial: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A license that was drawn up and not written yet, and what its code is found by."""

    license: License
    hashed: str


def codes_taken(codes: Iterable[str]) -> set[str]:
    """Which of these codes, in their one form, some license has or had. One round trip."""
    hashed = {code_hash(code): code for code in codes}
    return {hashed[known] for known in store.known_codes(hashed)}


def issue(change: Transaction, draft: Draft) -> None:
    """Write a new license into the change.

    The change raises CodeTaken or PublicIdTaken where another license has the name: of what was
    drawn, drawing again helps.
    """
    sales.add_license(change, draft.license, draft.hashed, CodeTaken(), PublicIdTaken())


def draw_up(facts: Facts, now: datetime) -> Draft:
    """The license, with whatever name it is lacking."""
    code = facts.code or complete_code(ids.symbols(ALPHABET, DRAWN))
    license_id, public_id = ids.ulid(now), draw_public_id()
    license_ = License(
        pk=license_id,
        sk=store.KIND,
        public_id=public_id,
        products=list(facts.products),
        edition=facts.edition,
        nodes=facts.nodes,
        end_user=facts.end_user,
        serial_number=facts.serial_number or public_id,
        order_number=facts.order_number,
        partner=facts.partner,
        issued_on=min(now.date(), facts.starts_on),
        starts_on=facts.starts_on,
        expires_on=facts.expires_on,
        needs_check=facts.needs_check,
        trial=facts.trial,
        code_start=code_start(code),
        sealed_code=seal_code(code, license_id),
    )
    return Draft(license_, code_hash(code))


def draw_public_id() -> str:
    """A public id such as `LIC-7F3K-9QXD`: 40 random bits, made unique by its condition."""
    drawn = ids.symbols(ids.CROCKFORD, 8)
    return f"LIC-{drawn[:4]}-{drawn[4:]}"
