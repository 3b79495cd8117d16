"""Secrets of second factors that are shown once, computed from an id and the deployment's key.

So whoever never heard the answer is shown the same on the repeat, and what an answer showed stands
in no mark of an operation. What is kept of them in the end: an authenticator's secret, which codes
are checked against, and hashes of recovery codes.
"""

import base64
import hashlib
import hmac
from collections.abc import Iterator

from chalicelib.aws.secrets import secret
from chalicelib.base.ids import spell

TOTP_BYTES = 20
CODE_SYMBOLS = 16
GROUP = 4


def totp_secret_of(link_id: str) -> str:
    """160 bits in base 32, as authenticator apps take them (RFC 4226 asks for no less)."""
    return base64.b32encode(_derived(b"authenticator", link_id)[:TOTP_BYTES]).decode()


def recovery_codes_of(set_id: str, count: int) -> list[str]:
    """`XXXX-XXXX-XXXX-XXXX`, 80 bits each: a hash of one can't be searched for its code."""
    return ["-".join(_groups(_derived(b"recovery", f"{set_id} {n}"))) for n in range(count)]


def _groups(source: bytes) -> Iterator[str]:
    symbols = spell(source, CODE_SYMBOLS)
    return (symbols[at : at + GROUP] for at in range(0, CODE_SYMBOLS, GROUP))


def _derived(what: bytes, of: str) -> bytes:
    # A key of its own for each: what a link's secret is good for, these are not.
    key = hmac.digest(secret("links"), what, hashlib.sha256)
    return hmac.digest(key, of.encode(), hashlib.sha256)
