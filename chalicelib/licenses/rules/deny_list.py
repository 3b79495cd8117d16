"""What stands on the deny list (docs/formats/deny-list.md), and how it is packed."""

import hashlib
from collections.abc import Iterable
from datetime import datetime

from chalicelib.licenses.model.denials import Denial

ENTRY_BYTES = 8
NOTHING = bytes(32)


def license_entry(license_id: str) -> bytes:
    """What stands for a license, and so for its key files and leases."""
    return _entry("license", license_id)


def code_entry(code: str) -> bytes:
    """What stands for an activation code in its one form (20 capitals and digits)."""
    return _entry("code", code)


def _entry(kind: str, name: str) -> bytes:
    # Half a hash would do as well: among 100,000 entries a good license is found by mistake
    # once in 10^14 times.
    return hashlib.sha256(f"deny-list: 1\n{kind}: {name}\n".encode()).digest()[:ENTRY_BYTES]


def is_due(denial: Denial, now: datetime) -> bool:
    """Whether the published list has to change for it."""
    return not denial.applied or is_denied(denial, now)


def is_denied(denial: Denial, now: datetime) -> bool:
    """Whether the entry stands on the list at that moment."""
    return denial.denied_from is not None and denial.denied_from <= now


def part_of(entry: bytes) -> str:
    """The part of the list that an entry stands in: its first hex digit."""
    return entry.hex()[0]


def unpack(packed: bytes) -> list[bytes]:
    """The entries of a part, or of a whole list."""
    return [packed[at : at + ENTRY_BYTES] for at in range(0, len(packed), ENTRY_BYTES)]


def pack(entries: Iterable[bytes]) -> bytes:
    """The other way round; in order, each once."""
    return b"".join(sorted(set(entries)))


def digest_after(digest: bytes, changed: Iterable[bytes]) -> bytes:
    """The list's digest after these entries came or went: each turns its own hash around in it."""
    value = int.from_bytes(digest)
    for entry in changed:
        value ^= int.from_bytes(hashlib.sha256(entry).digest())
    return value.to_bytes(len(NOTHING))


def sum_up(changes: Iterable[tuple[bytes, bytes]]) -> tuple[bytes, bytes]:
    """What was added and removed in all, packed; what came and went in between is in neither."""
    added: set[bytes] = set()
    removed: set[bytes] = set()
    for packed_in, packed_out in changes:
        came, went = set(unpack(packed_in)), set(unpack(packed_out))
        added, removed = (added - went) | (came - removed), (removed - came) | (went - added)
    return pack(added), pack(removed)
