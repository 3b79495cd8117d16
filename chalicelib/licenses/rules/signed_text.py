"""What our signed text files have in common (docs/formats/README.md): lines, signature, check.

A file is lines `name: value`, in one order, each ended by a line feed. The first names the kind of
file and its version; the last two are `signature`, over every byte above it, and `check`. So
nothing that was signed for one purpose passes for another.
"""

import base64
import hashlib
import unicodedata
from collections.abc import Container, Sequence
from dataclasses import dataclass

MOST_VALUE_CHARS = 200
SIGNATURE_BYTES = 64
NOTHING = "-"
_BOM = b"\xef\xbb\xbf"


class Damaged(ValueError):
    """The file is not, or no longer, what was handed out."""


class NotOurs(Damaged):
    """The file is of another kind: nothing in it looks like one of ours."""


@dataclass(frozen=True, slots=True)
class SignedText:
    """A whole file, taken apart; whether `signature` is good is not known yet."""

    values: dict[str, str]
    signed: bytes
    signature: str


def write_lines(lines: Sequence[tuple[str, str]], long: Container[str] = ()) -> bytes:
    """The bytes to sign; values of `long` names may be of any length.

    Raises ValueError for a value that the format can't hold.
    """
    return "".join(f"{name}: {_fit(value, name in long)}\n" for name, value in lines).encode()


def _fit(value: str, long: bool) -> str:
    plain = unicodedata.is_normalized("NFC", value) and value == value.strip()
    if not plain or not value.isprintable() or not value:
        raise ValueError(value)
    if len(value) > MOST_VALUE_CHARS and not long:
        raise ValueError(value)
    return value


def fitting(text: str) -> str:
    """A text of people's as a file can hold it: spaces of all kinds are one, and nothing unseen."""
    seen = "".join(char for char in text if char.isprintable() or char.isspace())
    plain = " ".join(unicodedata.normalize("NFC", seen).split())
    return plain[:MOST_VALUE_CHARS].strip() or NOTHING


def is_signature(text: str) -> bool:
    """Whether it is 64 bytes in base64, in the one form that they have."""
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        return False
    return len(data) == SIGNATURE_BYTES and base64.b64encode(data).decode() == text


def close(signed: bytes, signature: str) -> bytes:
    """The whole file: what was signed, the signature (base64), and the check."""
    checked = signed + f"signature: {signature}\n".encode()
    return checked + f"check: {check_of(checked)}\n".encode()


def check_of(data: bytes) -> str:
    """Tells a file that suffered on its way from one that was forged; it protects nothing."""
    return hashlib.sha256(data).hexdigest()[:8]


def demand_ours(plain: bytes, beginning: bytes, line: bytes) -> None:
    """Raise NotOurs for something that neither begins so nor has such a line, and is not empty."""
    if plain.strip() and not plain.startswith(beginning) and line not in plain:
        raise NotOurs


def parse(data: bytes, names: Sequence[str], long: Container[str] = ()) -> SignedText:
    """Take a file with just these lines above its signature apart; raises Damaged or NotOurs.

    The first name's value is the version, `1`. Forgiven is what mail programs do to text: CR LF
    for LF, a byte order mark, and empty lines at the end.
    """
    plain = data.removeprefix(_BOM).replace(b"\r\n", b"\n").rstrip(b"\n") + b"\n"
    demand_ours(plain, f"{names[0]}: ".encode(), b"\nsignature: ")
    try:
        lines = plain.decode().split("\n")[:-1]
        pairs = [tuple(line.split(": ", 1)) for line in lines]
        values: dict[str, str] = dict(pairs)  # type: ignore[arg-type]
        if [*values] != [*names, "signature", "check"] or len(pairs) != len(values):
            raise Damaged
        signed = write_lines([(name, values[name]) for name in names], long)
    except ValueError:
        raise Damaged from None
    signature = values["signature"]
    if values[names[0]] != "1" or not is_signature(signature):
        raise Damaged
    # Written again it must be the same: so there is one file for one meaning.
    if close(signed, signature) != plain:
        raise Damaged
    return SignedText(values, signed, signature)
