"""5 and 7: seats that nobody counts, and leases that nobody signed for a license."""

import json
from typing import Any

from chalicelib.audit.model import Entry
from chalicelib.aws.operations import Done
from chalicelib.licenses.model.devices import Device, Lease
from chalicelib.licenses.model.license import Code, License
from tests.checks import leased, seats
from tests.checks.breaking.acts import Breakage, again, alter, both, find, remove
from tests.checks.full import Full


def _is_lease(done: Done) -> bool:
    return '.lease"' in done.answer


def _signed(entry: Entry) -> bool:
    return bool(entry.action == leased.SIGNED)


def _other_content(full: Full) -> str:
    answer: dict[str, Any] = json.loads(find(full, Done, _is_lease).answer)
    return json.dumps(answer | {"content_base64": "QQ=="})


def _more_devices_than_nodes(full: Full) -> None:
    device = find(full, Device, lambda device: device.lease_id is None)
    nodes = int(find(full, License, lambda license_: license_.pk == device.pk).nodes)
    for number in range(nodes):
        again(Device, lambda one: one.lease_id is None, sk=f"device#{number:032}")(full)


def _owning(license_: License) -> bool:
    return bool(license_.seats_used)


SEATED_BROKEN = (
    Breakage(seats.seats_do_not_exceed_nodes, "seats in use", _more_devices_than_nodes),
    Breakage(
        seats.seats_are_counted, "counts 1 devices of 2", alter(License, _owning, seats_used=1)
    ),
    Breakage(
        seats.seats_are_counted,
        "counts 1 devices of 0",
        alter(License, lambda one: one.merged_into is not None, seats_used=1),
    ),
    Breakage(
        seats.merged_licenses_are_remembered,
        "does not know it",
        alter(License, lambda one: one.absorbed is not None, absorbed=None),
    ),
    Breakage(
        seats.merged_licenses_are_remembered,
        "does not know it",
        alter(Code, lambda one: one.absorbed is not None, absorbed=["another"]),
    ),
    Breakage(seats.leases_are_found_when_they_end, "is not found by its end", remove(Lease)),
    Breakage(
        seats.leases_are_found_when_they_end,
        "is no device's",
        both(again(Lease, sk="lease#2026-11-22T00:00:00.000000Z#x")),
    ),
)

LEASED_BROKEN = (
    Breakage(
        leased.leases_verify, "does not verify", alter(Done, _is_lease, answer=_other_content)
    ),
    Breakage(
        leased.leases_verify,
        "is for longer than license",
        remove(License, _owning),
    ),
    Breakage(leased.leases_are_logged, "and logged 0 times", remove(Entry, _signed)),
)
