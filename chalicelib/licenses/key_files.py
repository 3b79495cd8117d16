"""Signing key files and telling good ones from bad, with the deployment's keys.

The secret `key_files` is JSON: `signs_with` names the key for new files, `keys` holds every key
that ever signed, by its id: `{"private": <base64 seed>}` or, once retired, `{"public": <base64>}`.
"""

import base64
import json
from typing import TYPE_CHECKING, Any

from chalicelib.aws.secrets import secret
from chalicelib.licenses.rules.key_file import (
    Damaged,
    KeyFile,
    Terms,
    parse_key_file,
    signed_bytes,
    write_key_file,
)

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


class Forged(ValueError):
    """The file is whole, and none of our keys signed it."""


def _ring() -> dict[str, Any]:
    ring: dict[str, Any] = json.loads(secret("key_files"))
    return ring


def sign_key_file(terms: Terms) -> bytes:
    """The key file of these terms. The same terms give the same bytes as long as the key stays."""
    # cryptography takes its time to load, and few requests sign.
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    ring = _ring()
    key_id = ring["signs_with"]
    seed = base64.b64decode(ring["keys"][key_id]["private"])
    signature = Ed25519PrivateKey.from_private_bytes(seed).sign(signed_bytes(terms, key_id))
    return write_key_file(KeyFile(terms, key_id, base64.b64encode(signature).decode()))


def read_key_file(data: bytes) -> Terms:
    """The terms of a genuine key file; raises Damaged or Forged."""
    from cryptography.exceptions import InvalidSignature

    key_file = parse_key_file(data)
    kept = _ring()["keys"].get(key_file.key_id)
    if kept is None:
        raise Forged
    try:
        _public_key(kept).verify(base64.b64decode(key_file.signature), key_file.signed)
    except InvalidSignature:
        raise Forged from None
    return key_file.terms


def _public_key(kept: dict[str, str]) -> "Ed25519PublicKey":
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (
        Ed25519PrivateKey,
        Ed25519PublicKey,
    )

    if "public" in kept:
        return Ed25519PublicKey.from_public_bytes(base64.b64decode(kept["public"]))
    return Ed25519PrivateKey.from_private_bytes(base64.b64decode(kept["private"])).public_key()


__all__ = ["Damaged", "Forged", "read_key_file", "sign_key_file"]
