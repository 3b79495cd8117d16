"""A device that holds passkeys, as a browser drives it: WebAuthn's bytes, made by hand."""

import hashlib
import json
import struct
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field

import cbor2
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256

from tests.client import ORIGIN

PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


def text_of(raw: bytes) -> str:
    """Base64url without padding."""
    return urlsafe_b64encode(raw).decode().rstrip("=")


@dataclass
class Device:
    """One passkey on one device; what is off about it can be set."""

    credential_id: bytes
    rp_id: str = "localhost"
    origin: str = ORIGIN
    user_handle: str = ""
    uses: int = 0
    verified: bool = True
    key: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )

    @property
    def id(self) -> str:
        """What the browser calls the passkey."""
        return text_of(self.credential_id)

    def make(self, wanted: dict[str, str]) -> dict[str, object]:
        """Answer to what the server wants: the body's `credential`."""
        self.user_handle = wanted["user_id"]
        data = self._head(ATTESTED) + self._attested()
        attestation = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data})
        return {
            "credential_id": self.id,
            "client_data_json": text_of(self._client_data("webauthn.create", wanted["token"])),
            "attestation_object": text_of(attestation),
            "transports": ["internal"],
        }

    def show(self, token: str, *, uses: int | None = None) -> dict[str, object]:
        """Prove possession: the body's `credential`."""
        self.uses = self.uses + 1 if uses is None else uses
        data = self._head(0)
        client = self._client_data("webauthn.get", token)
        signature = self.key.sign(data + hashlib.sha256(client).digest(), ec.ECDSA(SHA256()))
        return {
            "credential_id": self.id,
            "client_data_json": text_of(client),
            "authenticator_data": text_of(data),
            "signature": text_of(signature),
            "user_handle": text_of(self.user_handle.encode()),
        }

    def _client_data(self, kind: str, token: str) -> bytes:
        challenge = text_of(token.encode())
        return json.dumps({"type": kind, "challenge": challenge, "origin": self.origin}).encode()

    def _head(self, flags: int) -> bytes:
        flags |= PRESENT | (VERIFIED if self.verified else 0)
        return hashlib.sha256(self.rp_id.encode()).digest() + struct.pack(">BI", flags, self.uses)

    def _attested(self) -> bytes:
        named = struct.pack(">H", len(self.credential_id)) + self.credential_id
        return bytes(16) + named + self.public_key()

    def public_key(self) -> bytes:
        """As COSE has it."""
        point = self.key.public_key().public_numbers()
        x, y = point.x.to_bytes(32), point.y.to_bytes(32)
        return cbor2.dumps({1: 2, 3: -7, -1: 1, -2: x, -3: y})


def raw(text: str) -> bytes:
    """What base64url text stands for."""
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
