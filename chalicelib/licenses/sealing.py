"""How activation codes are kept: a keyed hash to find a license by, and a seal to show them again.

Neither can be undone or guessed at from the tables alone.
"""

import hashlib
import hmac

from chalicelib.aws.secrets import secret

NONCE_BYTES = 12
DEVICE_CHARS = 32


def code_hash(code: str) -> str:
    """What a code is found by."""
    return hmac.new(secret("codes"), code.encode(), hashlib.sha256).hexdigest()


def device_hash(license_id: str, fingerprint: str) -> str:
    """What a device is known by at one license: nobody can tell it from the table, or compare."""
    named = f"device\n{license_id}\n{fingerprint}".encode()
    return hmac.new(secret("codes"), named, hashlib.sha256).hexdigest()[:DEVICE_CHARS]


def seal_code(code: str, license_id: str) -> bytes:
    """The code, encrypted for this license alone (AES-GCM: nonce, then ciphertext and tag).

    The nonce is a keyed hash of what is sealed, so it repeats only with the very same content,
    and importing an order twice writes the same bytes.
    """
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    place = license_id.encode()
    nonce = hmac.digest(secret("seal"), b"nonce\n" + place + b"\n" + code.encode(), hashlib.sha256)
    nonce = nonce[:NONCE_BYTES]
    return nonce + AESGCM(_key()).encrypt(nonce, code.encode(), place)


def open_code(sealed: bytes, license_id: str) -> str:
    """The code again."""
    # cryptography takes its time to load, and only those who manage licenses see codes.
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce, rest = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
    return AESGCM(_key()).decrypt(nonce, rest, license_id.encode()).decode()


def _key() -> bytes:
    # A key of its own for the cipher: the nonce is made with the secret itself.
    return hmac.digest(secret("seal"), b"key", hashlib.sha256)
