"""Licenses of the small world that wait, are blocked, or end soon."""

from dataclasses import dataclass
from datetime import datetime

from chalicelib.aws.settings import settings
from chalicelib.base.actor import Actor
from chalicelib.licenses.adding import add_license
from chalicelib.licenses.model.license import License
from chalicelib.licenses.overuse import note_overuse
from chalicelib.licenses.schemas.licenses import AddLicense
from tests.builders import make_license
from tests.tickets.builders import anew

PENDING_CODE = "3WAKQ-9XDM2-B8WZ4-RT6YH"
BLOCKED_CODE = "4BLKQ-9XDM2-B8WZ4-RT6YH"
RENEWABLE_CODES = ("6AAKQ-9XDM2-B8WZ4-RT6YH", "6BBKQ-9XDM2-B8WZ4-RT6YH")


@dataclass(frozen=True)
class DeskThings:
    """One whose claim is checked, one that is blocked, and two at their renewal, by their ids.

    The first of these two is overused, too. All but the blocked one, which nobody has, are the
    stranger's.
    """

    pending_id: str
    blocked_id: str
    renewable_ids: tuple[str, str]
    other_renewable: str


def make_desk_things(holder: Actor, now: datetime) -> DeskThings:
    """All of them; `other_renewable` is the public id of the second at its renewal."""
    pending = make_license(PENDING_CODE, needs_check="yes", serial_number="HG-26-4720")
    blocked = make_license(
        BLOCKED_CODE, blocked_at="2026-11-01T12:00:00Z", serial_number="HG-26-4721"
    )
    first, second = (
        make_license(code, expires_on="2026-12-31", serial_number=f"HG-26-473{place}")
        for place, code in enumerate(RENEWABLE_CODES)
    )
    for code in (PENDING_CODE, *RENEWABLE_CODES):
        add_license(holder, AddLicense(activation_code=code), now, anew())
    devices_too_many(first, now)
    return DeskThings(pending.pk, blocked.pk, (first.pk, second.pk), second.public_id)


def devices_too_many(license_: License, now: datetime) -> None:
    """As many devices find no seat as it takes for a mark."""
    for number in range(settings().overuse_devices):
        note_overuse(license_, f"device {number}", now)
