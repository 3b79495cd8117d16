"""The key file's format, version 1 (docs/formats/key-file.md): text to terms and back.

Signing and verifying are not here: this module knows which bytes are signed, not by whom.
"""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from chalicelib.licenses.rules.signed_text import Damaged, demand_ours, is_signature

VERSION = "1"
MOST_VALUE_CHARS = 200
_KEY_ID = re.compile(r"[a-z0-9-]{1,32}")
_NUMBER = re.compile(r"[1-9][0-9]{0,8}")
_NAMES = (
    "key-file", "signed-with", "name", "record", "license", "product", "software", "edition",
    "serial", "end-user", "nodes", "issued", "starts", "expires", "signature", "check",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a key file says: one product of one license. `record` is the license's id."""

    record: str
    license: str
    product: str
    software: str
    edition: str
    serial: str
    end_user: str
    nodes: int
    issued: date
    starts: date
    expires: date

    @property
    def name(self) -> str:
        """The eight hex digits that the file is named by."""
        return key_file_name(self.record, self.product)


@dataclass(frozen=True, slots=True)
class KeyFile:
    """A whole file, taken apart; whether `signature` is good is not known yet."""

    terms: Terms
    key_id: str
    signature: str

    @property
    def signed(self) -> bytes:
        """The bytes that the signature is over."""
        return signed_bytes(self.terms, self.key_id)


def key_file_name(license_id: str, product_id: str) -> str:
    """The eight hex digits of a license's key file for one product; always the same ones."""
    return hashlib.sha256(f"{license_id}\n{product_id}".encode()).hexdigest()[:8].upper()


def signed_bytes(terms: Terms, key_id: str) -> bytes:
    """The first part of the file, to the byte: every line above the signature.

    Raises ValueError for a value that the format can't hold.
    """
    values = (
        VERSION, key_id, terms.name, terms.record, terms.license, terms.product, terms.software,
        terms.edition, terms.serial, terms.end_user, str(terms.nodes), terms.issued.isoformat(),
        terms.starts.isoformat(), terms.expires.isoformat(),
    )  # fmt: skip
    lines = (f"{name}: {_fit(value)}\n" for name, value in zip(_NAMES, values, strict=False))
    return "".join(lines).encode()


def _fit(value: str) -> str:
    plain = unicodedata.normalize("NFC", value) == value and value == value.strip()
    if not plain or not value.isprintable() or not 0 < len(value) <= MOST_VALUE_CHARS:
        raise ValueError(value)
    return value


def write_key_file(key_file: KeyFile) -> bytes:
    """The file's bytes."""
    checked = key_file.signed + f"signature: {key_file.signature}\n".encode()
    return checked + f"check: {_check(checked)}\n".encode()


def _check(data: bytes) -> str:
    # Tells a file that suffered on its way from one that was forged; it protects nothing.
    return hashlib.sha256(data).hexdigest()[:8]


def parse_key_file(data: bytes) -> KeyFile:
    """Take a file apart; raises Damaged unless it is a key file to the last byte.

    NotOurs, which is Damaged, too, for a file of another kind.

    Forgiven is what mail programs do to text: CR LF for LF, a byte order mark, and empty lines
    at the end.
    """
    plain = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").rstrip(b"\n") + b"\n"
    demand_ours(plain, b"key-file: ", b"\nsignature: ")
    try:
        values = _values(plain.decode())
        key_file = KeyFile(_terms(values), values["signed-with"], values["signature"])
        whole = write_key_file(key_file)
    except ValueError:
        raise Damaged from None
    # Written again it must be the same: so there is one file for one set of terms.
    if whole != plain:
        raise Damaged
    return key_file


def _values(text: str) -> dict[str, str]:
    lines = text.split("\n", len(_NAMES))
    pairs = [line.partition(": ") for line in lines[: len(_NAMES)]]
    if tuple(name for name, _, _ in pairs) != _NAMES:
        raise Damaged
    values = {name: value for name, _, value in pairs}
    known = values["key-file"] == VERSION and _KEY_ID.fullmatch(values["signed-with"])
    if not known or not is_signature(values["signature"]):
        raise Damaged
    return values


def _terms(values: dict[str, str]) -> Terms:
    if not _NUMBER.fullmatch(values["nodes"]):
        raise Damaged
    return Terms(
        record=values["record"],
        license=values["license"],
        product=values["product"],
        software=values["software"],
        edition=values["edition"],
        serial=values["serial"],
        end_user=values["end-user"],
        nodes=int(values["nodes"]),
        issued=date.fromisoformat(values["issued"]),
        starts=date.fromisoformat(values["starts"]),
        expires=date.fromisoformat(values["expires"]),
    )
