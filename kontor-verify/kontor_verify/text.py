"""The form that all the files share: lines `name: value`, a signature, a check."""

import base64
import hashlib
from collections.abc import Container, Mapping, Sequence

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from kontor_verify.reasons import Reason, Refused

Keys = Mapping[str, bytes]
"""The vendor's public keys, 32 bytes each, by their ids. Build them into the application."""

MOST_VALUE_CHARS = 200
MOST_BYTES = 64 * 1024
SIGNATURE_BYTES = 64


def read(
    data: bytes,
    names: Sequence[str],
    keys: Keys,
    *,
    long: Container[str] = (),
    most: int = MOST_BYTES,
) -> dict[str, str]:
    """What a genuine file says; `names` are its lines above the signature, in order.

    Forgiven are a byte order mark, CR LF for LF, and empty lines at the end. Raises Refused.
    """
    if len(data) > most:
        raise Refused(Reason.TOO_LARGE)
    plain = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").rstrip(b"\n") + b"\n"
    if plain.strip() and not plain.startswith(f"{names[0]}: ".encode()):
        raise Refused(Reason.DAMAGED if b"\nsignature: " in plain else Reason.FOREIGN)
    values = _values(plain, names, long)
    signature = _signature(values["signature"])
    signed = "".join(f"{name}: {values[name]}\n" for name in names).encode()
    checked = signed + f"signature: {values['signature']}\n".encode()
    check = hashlib.sha256(checked).hexdigest()[:8]
    if checked + f"check: {check}\n".encode() != plain:
        raise Refused(Reason.DAMAGED)
    _verify(keys, values, signature, signed)
    return {name: values[name] for name in names}


def _values(plain: bytes, names: Sequence[str], long: Container[str]) -> dict[str, str]:
    try:
        lines = plain.decode().split("\n")[:-1]
        pairs = [(line.split(": ", 1)[0], line.split(": ", 1)[1]) for line in lines]
    except (UnicodeDecodeError, IndexError):
        raise Refused(Reason.DAMAGED) from None
    if [name for name, _ in pairs] != [*names, "signature", "check"]:
        raise Refused(Reason.DAMAGED)
    values = dict(pairs)
    well_formed = all(_fits(value, name in long) for name, value in pairs)
    if not well_formed or values[names[0]] != "1":
        raise Refused(Reason.DAMAGED)
    return values


def _fits(value: str, long: bool) -> bool:
    # That it is printable and in form C is the writer's to keep, and under the signature: what
    # counts as printable differs from one Unicode to the next.
    short = long or len(value) <= MOST_VALUE_CHARS
    return bool(value) and short and value == value.strip(" ")


def _signature(text: str) -> bytes:
    """The signature's bytes; they have one form in base64, and no other is taken."""
    try:
        signature = base64.b64decode(text, validate=True)
    except ValueError:
        raise Refused(Reason.DAMAGED) from None
    if len(signature) != SIGNATURE_BYTES or base64.b64encode(signature).decode() != text:
        raise Refused(Reason.DAMAGED)
    return signature


def _verify(keys: Keys, values: Mapping[str, str], signature: bytes, signed: bytes) -> None:
    key = keys.get(values["signed-with"])
    if key is None:
        raise Refused(Reason.UNKNOWN_KEY)
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, signed)
    except InvalidSignature:
        raise Refused(Reason.FORGED) from None


def write(lines: Sequence[tuple[str, str]]) -> bytes:
    """The bytes to sign."""
    return "".join(f"{name}: {value}\n" for name, value in lines).encode()


def close(signed: bytes, signature: bytes) -> bytes:
    """The whole file."""
    line = f"signature: {base64.b64encode(signature).decode()}\n"
    checked = signed + line.encode()
    return checked + f"check: {hashlib.sha256(checked).hexdigest()[:8]}\n".encode()
