"""5, and LIC-11: what is blocked stands on the deny list, and nothing else does."""

from collections.abc import Iterator
from datetime import UTC, datetime

from chalicelib.licenses.model.denials import CHANGE, HEAD, PENDING, Denial, DenyChange, DenyHead
from chalicelib.licenses.model.denials import DENY_LIST as LIST
from chalicelib.licenses.model.denials import DenyPart as Part
from chalicelib.licenses.model.license import License
from chalicelib.licenses.rules import deny_list as rules
from chalicelib.licenses.sealing import open_code
from tests.checks.store import Store

EVER = datetime(2000, 1, 1, tzinfo=UTC)


def _listed(store: Store) -> list[bytes]:
    return [entry for part in store.of(Part) for entry in rules.unpack(part.packed)]


def the_published_list_is_whole(store: Store) -> Iterator[str]:
    """Its head tells of the very entries that its parts hold, and its changes lead to them."""
    head = store.find(DenyHead, LIST, HEAD)
    listed = _listed(store)
    digest = rules.digest_after(rules.NOTHING, listed).hex()
    said = (int(head.entries), head.digest) if head else (0, rules.NOTHING.hex())
    if said != (len(listed), digest):
        yield f"the deny list's head tells of other entries than its {len(listed)}"
    changes = sorted(store.of(DenyChange), key=lambda change: change.sk)
    serials = [int(change.sk.removeprefix(CHANGE)) for change in changes]
    if serials != [*range(1, 1 + (int(head.serial) if head else 0))]:
        yield f"the deny list's changes are {serials}"
    added, removed = rules.sum_up((c.added or b"", c.removed or b"") for c in changes)
    if added != rules.pack(listed) or removed:
        yield "the deny list's changes do not lead to it"


def blocked_licenses_are_denied(store: Store) -> Iterator[str]:
    """A license and its code are listed, or about to be, just when the license is blocked."""
    listed = set(_listed(store))
    pending = {denial.sk.removeprefix(PENDING): denial for denial in store.of(Denial)}
    for license_ in store.of(License):
        code = open_code(license_.sealed_code, license_.pk)
        # What was merged away is not blocked; its code is replaced (lineage.py).
        codes = [] if license_.merged_into else [rules.code_entry(code)]
        for entry in (rules.license_entry(license_.pk), *codes):
            denial = pending.get(entry.hex())
            published = EVER if entry in listed else None
            said = denial.denied_from if denial else published
            if _is_blocked(license_.blocked_at, store.read_at) != _is_blocked(said, store.read_at):
                yield f"license {license_.pk} is blocked at {license_.blocked_at}, denied at {said}"


def _is_blocked(at: datetime | None, now: datetime) -> bool:
    return at is not None and at <= now


DENIED = (the_published_list_is_whole, blocked_licenses_are_denied)
