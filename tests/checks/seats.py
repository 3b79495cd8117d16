"""5: an activation code belongs to one company at most; seats in use never exceed the nodes."""

from collections import Counter
from collections.abc import Iterator

from chalicelib.companies.model import Company
from chalicelib.licenses.model.devices import Device, Lease
from chalicelib.licenses.model.license import ClaimState, Code, License, PublicId
from chalicelib.licenses.rules.codes import code_start
from chalicelib.licenses.rules.seats import holds_seat
from chalicelib.licenses.sealing import code_hash, open_code
from chalicelib.licenses.store.devices import device_of, lease_sk
from chalicelib.licenses.store.licenses import KIND, code_key, public_key
from tests.checks.store import Store


def codes_lead_to_one_license(store: Store) -> Iterator[str]:
    """A code and a public id lead to the license that has them, and to no other."""
    for code in store.of(Code):
        license_ = store.find(License, code.license_id, KIND)
        if license_ is None:
            yield f"{code.pk} leads to no license"
        elif (code.pk != _present(license_)) and code.replaced_at is None:
            yield f"{code.pk} leads to license {license_.pk}, whose code is another"
    for license_ in store.of(License):
        present = store.find(Code, _present(license_), "code")
        if present is not None and (present.replaced_at is None) == (
            license_.merged_into is not None
        ):
            yield f"license {license_.pk} has a code that was replaced at {present.replaced_at}"
        code_text = open_code(license_.sealed_code, license_.pk)
        if license_.code_start != code_start(code_text):
            yield f"license {license_.pk} shows the start of another code"
        public = store.find(PublicId, public_key(license_.public_id), "public")
        if public is None or public.license_id != license_.pk:
            yield f"license {license_.pk} is not found by {license_.public_id}"


def _present(license_: License) -> str:
    return code_key(code_hash(open_code(license_.sealed_code, license_.pk)))


def licenses_have_one_holder(store: Store) -> Iterator[str]:
    """One claim per license, by a company that is there, and no two licenses of one code."""
    sealed = Counter(open_code(license_.sealed_code, license_.pk) for license_ in store.of(License))
    for license_ in store.of(License):
        if sealed[open_code(license_.sealed_code, license_.pk)] > 1:
            yield f"license {license_.pk} shares its code with another"
        held = license_.claim in {ClaimState.PENDING, ClaimState.ACTIVE}
        if held and store.find(Company, license_.company_id or "", "company") is None:
            yield f"license {license_.pk} is held by {license_.company_id}, which is no company"


def counted_on(store: Store, license_id: str) -> str:
    """The license that counts the devices of another: what that was merged into, or itself."""
    seen: set[str] = set()
    while license_id not in seen:
        seen.add(license_id)
        license_ = store.find(License, license_id, KIND)
        if license_ is None or license_.merged_into is None:
            break
        license_id = license_.merged_into
    return license_id


def seats_do_not_exceed_nodes(store: Store) -> Iterator[str]:
    """Active devices and unexpired leases of a license are at most its nodes.

    With the devices of those licenses that were merged into it.
    """
    held = Counter(
        counted_on(store, d.pk) for d in store.of(Device) if holds_seat(d, store.read_at)
    )
    for license_id, seats in held.items():
        license_ = store.find(License, license_id, KIND)
        if license_ is None or seats > license_.nodes:
            nodes = int(license_.nodes) if license_ else 0
            yield f"license {license_id} has {nodes} nodes and {seats} seats in use"


def seats_are_counted(store: Store) -> Iterator[str]:
    """A license counts its devices, those included whose leases are over and not cleared away.

    One that was merged into another counts none: the other does.
    """
    devices = Counter(counted_on(store, device.pk) for device in store.of(Device))
    for license_ in store.of(License):
        counted = int(license_.seats_used or 0)
        if counted != devices[license_.pk]:
            yield f"license {license_.pk} counts {counted} devices of {devices[license_.pk]}"


def merged_licenses_are_remembered(store: Store) -> Iterator[str]:
    """A license and its present code know whose devices it counts, and no other license does."""
    absorbed: dict[str, set[str]] = {}
    for license_ in store.of(License):
        if license_.merged_into is not None:
            absorbed.setdefault(counted_on(store, license_.pk), set()).add(license_.pk)
    for license_ in store.of(License):
        wanted = absorbed.get(license_.pk, set())
        # The last code of one that was merged away still leads to the devices that it led to.
        gone = license_.merged_into is not None
        code = None if gone else store.find(Code, _present(license_), "code")
        by_code = set(wanted if code is None else code.absorbed or ())
        if set(license_.absorbed or ()) != wanted or by_code != wanted:
            yield f"license {license_.pk} was merged of {sorted(wanted)} and does not know it"


def leases_are_found_when_they_end(store: Store) -> Iterator[str]:
    """A device with a lease is found by its end, and what is found by its end has a lease."""
    found = {(lease.pk, lease.sk): lease.lease_id for lease in store.of(Lease)}
    for device in store.of(Device):
        if device.lease_id is None:
            continue
        place = (device.pk, lease_sk(device.held_until, device_of(device)))
        if found.pop(place, None) != device.lease_id:
            yield f"lease {device.lease_id} of license {device.pk} is not found by its end"
    for license_id, sk in found:
        yield f"{sk} of license {license_id} is no device's"


SEATS = (
    codes_lead_to_one_license,
    licenses_have_one_holder,
    seats_do_not_exceed_nodes,
    seats_are_counted,
    merged_licenses_are_remembered,
    leases_are_found_when_they_end,
)
