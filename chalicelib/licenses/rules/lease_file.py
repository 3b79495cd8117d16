"""The files of an offline lease: request, lease, receipt (docs/formats/lease.md)."""

import base64
import binascii
import hashlib
import re
from dataclasses import dataclass
from datetime import date, datetime

from chalicelib.licenses.rules.deny_file import moment_text
from chalicelib.licenses.rules.seats import is_fingerprint
from chalicelib.licenses.rules.signed_text import Damaged, SignedText, parse, write_lines

VERSION = "1"
NONE = "-"
REQUEST = ("lease-request", "license", "device", "device-name", "device-key", "made")
LEASE = (
    "lease", "signed-with", "lease-id", "record", "license", "products", "edition", "end-user",
    "device", "device-key", "issued", "starts", "ends",
)  # fmt: skip
RECEIPT = ("lease-receipt", "lease-id", "record", "device", "returned")
KEY_BYTES = 32
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_NAME_CHARS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a device asks for. `license` is a public id, or None for any; the device's key signed.

    `made` is by the device's own clock, and decides nothing.
    """

    license: str | None
    device: str
    name: str | None
    public_key: str
    text: SignedText


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaseTerms:
    """What a lease says. `public_key` is None for a device that was only named, by a person."""

    lease_id: str
    record: str
    license: str
    products: tuple[str, ...]
    edition: str
    end_user: str
    device: str
    public_key: str | None
    issued: datetime
    starts: date
    ends: date

    @property
    def name(self) -> str:
        """The eight hex digits that the file is named by."""
        return hashlib.sha256(self.lease_id.encode()).hexdigest()[:8].upper()


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """A device's word that it uses its lease no more."""

    lease_id: str
    record: str
    device: str
    text: SignedText


def parse_request(data: bytes) -> Request:
    """Take a request apart; raises Damaged or NotOurs. Whose key signed it is not known yet."""
    text = parse(data, REQUEST)
    _, license_, device, name, key, made = (text.values[line] for line in REQUEST)
    good = is_fingerprint(device) and len(name) <= _NAME_CHARS and _MOMENT.fullmatch(made)
    if not good or not is_key(key):
        raise Damaged
    return Request(
        license=None if license_ == NONE else license_,
        device=device,
        name=None if name == NONE else name,
        public_key=key,
        text=text,
    )


def parse_receipt(data: bytes) -> Receipt:
    """Take a receipt apart; raises Damaged or NotOurs. Whose key signed it is not known yet."""
    text = parse(data, RECEIPT)
    _, lease_id, record, device, returned = (text.values[line] for line in RECEIPT)
    if not is_fingerprint(device) or not _MOMENT.fullmatch(returned):
        raise Damaged
    return Receipt(lease_id=lease_id, record=record, device=device, text=text)


def is_key(text: str) -> bool:
    """Whether it is 32 bytes in base64, as a public key is."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return False
    return len(data) == KEY_BYTES and base64.b64encode(data).decode() == text


def lease_bytes(terms: LeaseTerms, key_id: str) -> bytes:
    """What is signed of a lease."""
    values = (
        VERSION, key_id, terms.lease_id, terms.record, terms.license, "+".join(terms.products),
        terms.edition, terms.end_user, terms.device, terms.public_key or NONE,
        moment_text(terms.issued), terms.starts.isoformat(), terms.ends.isoformat(),
    )  # fmt: skip
    return write_lines([*zip(LEASE, values, strict=True)], long=("products",))


def write_request(
    *, license_: str | None, device: str, name: str | None, public_key: str, made: datetime
) -> bytes:
    """What a device signs of its request."""
    values = (
        VERSION, license_ or NONE, device, name or NONE, public_key, moment_text(made),
    )  # fmt: skip
    return write_lines([*zip(REQUEST, values, strict=True)])


def write_receipt(*, lease_id: str, record: str, device: str, returned: datetime) -> bytes:
    """What a device signs of its receipt."""
    values = (VERSION, lease_id, record, device, moment_text(returned))
    return write_lines([*zip(RECEIPT, values, strict=True)])
