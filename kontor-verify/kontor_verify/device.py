"""What a device without the internet writes: the request for a lease, and the receipt for it.

The device's key is its own: made once, kept where the application keeps secrets, never shown.
"""

import base64
from datetime import UTC, datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from kontor_verify.text import close, write


def write_request(
    key: Ed25519PrivateKey,
    *,
    device: str,
    now: datetime,
    name: str = "-",
    license_id: str = "-",
) -> bytes:
    """A request file. `name` is shown to people; `license_id` (`LIC-…`) binds it to a license."""
    public = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    lines = [
        ("lease-request", "1"),
        ("license", license_id),
        ("device", device),
        ("device-name", name),
        ("device-key", base64.b64encode(public).decode()),
        ("made", _moment(now)),
    ]
    signed = write(lines)
    return close(signed, key.sign(signed))


def write_receipt(
    key: Ed25519PrivateKey, *, lease_id: str, record: str, device: str, now: datetime
) -> bytes:
    """A receipt that gives a lease back. Forget the lease before anybody gets to see it."""
    lines = [
        ("lease-receipt", "1"),
        ("lease-id", lease_id),
        ("record", record),
        ("device", device),
        ("returned", _moment(now)),
    ]
    signed = write(lines)
    return close(signed, key.sign(signed))


def _moment(now: datetime) -> str:
    return now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
