"""The deny list: which licenses and codes are blocked, as the vendor published it."""

import base64
import binascii
import hashlib
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise

from kontor_verify.reasons import Reason, Refused
from kontor_verify.text import Keys, read

ISSUE = ("serial", "issued", "next-update", "entries", "digest")
FULL = ("deny-list", "signed-with", *ISSUE, "list")
DELTA = ("deny-list-delta", "signed-with", "since", *ISSUE, "added", "removed")
LONG = ("list", "added", "removed")
MOST_BYTES = 16 * 1024 * 1024
ENTRY_BYTES = 8


@dataclass(frozen=True, slots=True)
class DenyList:
    """What stands on it, packed and in order; 8 bytes an entry."""

    serial: int
    issued: datetime
    next_update: datetime
    packed: bytes

    def denies_license(self, record: str) -> bool:
        """Whether a license is blocked, by the line `record` of its key file or lease."""
        return self._has(_entry("license", record))

    def denies_code(self, code: str) -> bool:
        """Whether an activation code is blocked or was replaced; dashes and case don't matter."""
        plain = "".join(char for char in code.upper() if char.isalnum())
        return self._has(_entry("code", plain))

    def is_stale(self, now: datetime) -> bool:
        """Whether a newer one should be fetched. An old list still denies what it denied."""
        return now.astimezone(UTC) > self.next_update

    def __len__(self) -> int:
        return len(self.packed) // ENTRY_BYTES

    def _has(self, entry: bytes) -> bool:
        place = bisect_left(range(len(self)), entry, key=self._at)
        return place < len(self) and self._at(place) == entry

    def _at(self, place: int) -> bytes:
        return self.packed[place * ENTRY_BYTES : (place + 1) * ENTRY_BYTES]


def read_deny_list(data: bytes, keys: Keys) -> DenyList:
    """A genuine list; raises Refused."""
    values = read(data, FULL, keys, long=LONG, most=MOST_BYTES)
    return _made(values, _bytes(values["list"]))


def apply_delta(known: DenyList, data: bytes, keys: Keys) -> DenyList:
    """The list that a delta leads to.

    Raises Refused; DELTA_DOES_NOT_FIT says that the whole list must be fetched.
    """
    values = read(data, DELTA, keys, long=LONG, most=MOST_BYTES)
    if values["since"] != str(known.serial):
        raise Refused(Reason.DELTA_DOES_NOT_FIT)
    added, removed = (set(_split(_bytes(values[name]))) for name in ("added", "removed"))
    after = (set(_split(known.packed)) | added) - removed
    try:
        return _made(values, b"".join(sorted(after)))
    except Refused:
        raise Refused(Reason.DELTA_DOES_NOT_FIT) from None


def _made(values: dict[str, str], packed: bytes) -> DenyList:
    entries = _split(packed)
    in_order = all(a < b for a, b in pairwise(entries))
    whole = str(len(entries)) == values["entries"] and digest(entries) == values["digest"]
    if len(packed) % ENTRY_BYTES or not in_order or not whole:
        raise Refused(Reason.DAMAGED)
    try:
        issued, next_update = (
            datetime.fromisoformat(values[name]) for name in ("issued", "next-update")
        )
        return DenyList(int(values["serial"]), issued, next_update, packed)
    except ValueError:
        raise Refused(Reason.DAMAGED) from None


def digest(entries: Iterable[bytes]) -> str:
    """The XOR of the SHA-256 of each entry, in hex: it can be brought up to date by a delta."""
    found = 0
    for entry in entries:
        found ^= int.from_bytes(hashlib.sha256(entry).digest())
    return found.to_bytes(32).hex()


def _entry(kind: str, name: str) -> bytes:
    return hashlib.sha256(f"deny-list: 1\n{kind}: {name}\n".encode()).digest()[:ENTRY_BYTES]


def _split(packed: bytes) -> list[bytes]:
    return [packed[at : at + ENTRY_BYTES] for at in range(0, len(packed), ENTRY_BYTES)]


def _bytes(text: str) -> bytes:
    if text == "-":
        return b""
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise Refused(Reason.DAMAGED) from None
