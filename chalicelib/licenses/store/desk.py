"""What the license desk looks licenses up by."""

from collections.abc import Sequence

from chalicelib.aws.pages import Page, read_cursor, read_page
from chalicelib.aws.settings import settings
from chalicelib.aws.tables import read_many, read_one
from chalicelib.licenses.model.license import License, PublicId
from chalicelib.licenses.store.licenses import KIND, find_license, public_key

CHECK = "check"
CHECK_KEYS = frozenset({"pk", "sk", "claimed_at"})
FIND_KEYS = frozenset({"pk", "sk"})


def check_page(cursor: str | None) -> Page[License]:
    """A page of the claims that wait, the oldest first; each with what the index holds of it."""
    partition, size = {"check": CHECK}, settings().page_size
    results = License.by_check.query(
        CHECK,
        limit=size + 1,
        last_evaluated_key=read_cursor(cursor, partition, CHECK_KEYS),
    )
    return read_page(results, partition, size)


def other_licenses(license_: License, most: int) -> list[License]:
    """Other licenses that the holder of this one has, the last to end first; whole."""
    found = License.by_expiry.query(license_.company_id, scan_index_forward=False, limit=most + 1)
    others = [other.pk for other in found if other.pk != license_.pk]
    return find_licenses(others[:most])


def find_licenses(license_ids: Sequence[str]) -> list[License]:
    """Those of up to 100 licenses that are there, in one round trip. For showing."""
    if not license_ids:
        return []
    keys = [(License, license_id, KIND) for license_id in license_ids]
    return [found for found in read_many(keys, consistent=False) if found is not None]


def find_public(public_id: str) -> str | None:
    """The license with this public id."""
    found = read_one(PublicId, public_key(public_id), "public")
    return found.license_id if found else None


def ids_by_order(number: str, most: int) -> list[str]:
    """Licenses of an order, by its number as it is written."""
    return [found.pk for found in License.by_order.query(number, limit=most)]


def ids_by_serial(number: str, most: int) -> list[str]:
    """Licenses with a serial number, as it is written."""
    return [found.pk for found in License.by_serial.query(number, limit=most)]


def find_by_public_id(public_id: str) -> License | None:
    """The license of a public id, or None. Two reads, consistent."""
    license_id = find_public(public_id)
    return find_license(license_id) if license_id else None
