"""Signing with the deployment's keys, and telling what they signed from what they did not.

The secret `key_files` is JSON: `signs_with` names the key for new files, `keys` holds every key
that ever signed, by its id: `{"private": <base64 seed>}` or, once retired, `{"public": <base64>}`.
"""

import base64
import json
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from chalicelib.aws.secrets import secret

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (
        Ed25519PrivateKey,
        Ed25519PublicKey,
    )

KEYS_KEPT = 16


class Forged(ValueError):
    """The file is whole, and the key that it names did not sign it."""


class UnknownKey(Forged):
    """The file is whole, and names a key that is none of ours."""


@lru_cache(maxsize=2)
def _ring(raw: bytes) -> dict[str, Any]:
    ring: dict[str, Any] = json.loads(raw)
    return ring


def sign(signed_by: Callable[[str], bytes]) -> tuple[bytes, str, str]:
    """Sign with the key that signs at present; `signed_by` makes the bytes out of the key's id.

    Answers those bytes, the key's id and the signature in base64. The same bytes give the same
    signature.
    """
    ring = _ring(secret("key_files"))
    key_id = ring["signs_with"]
    data = signed_by(key_id)
    signature = _private(ring["keys"][key_id]["private"]).sign(data)
    return data, key_id, base64.b64encode(signature).decode()


def demand_ours(key_id: str, signature: str, signed: bytes) -> None:
    """Raise UnknownKey or Forged unless that key of ours signed these bytes."""
    kept = _ring(secret("key_files"))["keys"].get(key_id)
    if kept is None:
        raise UnknownKey
    _verify(public_key(public_half(kept)), signature, signed)


def public_keys() -> dict[str, str]:
    """The public half of every key, in base64, by its id: what applications build in."""
    ring = _ring(secret("key_files"))
    return {key_id: public_half(kept) for key_id, kept in ring["keys"].items()}


def public_half(kept: dict[str, str]) -> str:
    """The public half of one key of the ring, in base64."""
    return kept.get("public") or _public_of(kept["private"])


def demand_signed_by(public: str, signature: str, signed: bytes) -> None:
    """Raise Forged unless the holder of this public key (base64) signed these bytes."""
    try:
        key = public_key(public)
    except ValueError:
        raise Forged from None
    _verify(key, signature, signed)


def _verify(key: "Ed25519PublicKey", signature: str, signed: bytes) -> None:
    from cryptography.exceptions import InvalidSignature

    try:
        key.verify(base64.b64decode(signature), signed)
    except InvalidSignature:
        raise Forged from None


# cryptography takes its time to load, and few requests sign or verify.
@lru_cache(maxsize=KEYS_KEPT)
def _private(seed: str) -> "Ed25519PrivateKey":
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(base64.b64decode(seed))


@lru_cache(maxsize=KEYS_KEPT)
def _public_of(seed: str) -> str:
    return base64.b64encode(_private(seed).public_key().public_bytes_raw()).decode()


@lru_cache(maxsize=KEYS_KEPT)
def public_key(public: str) -> "Ed25519PublicKey":
    """The key of these 32 bytes in base64; raises ValueError when they are no key."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    return Ed25519PublicKey.from_public_bytes(base64.b64decode(public, validate=True))
