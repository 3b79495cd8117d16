"""A device without the internet: what it writes on a stick, and what it reads there."""

import base64
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from chalicelib.licenses.rules.lease_file import write_receipt, write_request
from chalicelib.licenses.rules.signed_text import close
from tests.licenses.builders import NOON


class OfflineDevice:
    """A device with a key of its own."""

    def __init__(self, number: int = 1) -> None:
        self.fingerprint = f"machine-{number:09}"
        self._key = Ed25519PrivateKey.from_private_bytes(bytes([number % 256]) * 32)
        raw = self._key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        self.public_key = base64.b64encode(raw).decode()

    def _signed(self, data: bytes) -> bytes:
        return close(data, base64.b64encode(self._key.sign(data)).decode())

    def request(
        self, license_: str | None = None, name: str | None = "Tresor 3", made: datetime = NOON
    ) -> bytes:
        """A lease request."""
        key = self.public_key
        device = self.fingerprint
        text = write_request(license_=license_, device=device, name=name, public_key=key, made=made)
        return self._signed(text)

    def receipt(self, lease_id: str, record: str, returned: datetime = NOON) -> bytes:
        """A receipt: from now on it uses the lease no more."""
        device = self.fingerprint
        text = write_receipt(lease_id=lease_id, record=record, device=device, returned=returned)
        return self._signed(text)


def in_base64(data: bytes) -> str:
    """As it is sent."""
    return base64.b64encode(data).decode()
