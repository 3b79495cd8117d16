"""What applications read for years: the golden files of kontor-verify never change.

kontor-verify, which shares no code with Kontor, is held to the same files.
"""

import base64
import json
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.licenses.rules import deny_list as rules
from chalicelib.licenses.rules.deny_file import Issue, delta_bytes, full_bytes
from chalicelib.licenses.rules.lease_file import (
    LEASE,
    LeaseTerms,
    lease_bytes,
    parse_receipt,
    parse_request,
)
from chalicelib.licenses.rules.signed_text import Damaged, close, parse
from chalicelib.licenses.signing import Forged, demand_signed_by

VECTORS = Path(__file__).parents[2] / "kontor-verify" / "vectors"
LEASES, LISTS = VECTORS / "leases", VECTORS / "deny_lists"
SAID: dict[str, Any] = json.loads((LEASES / "terms.json").read_text(encoding="utf-8"))
NAMES: dict[str, str] = json.loads((LISTS / "entries.json").read_text(encoding="utf-8"))
RECORD, CODE, OTHER = (
    rules.license_entry(NAMES["record"]),
    rules.code_entry(NAMES["code"].replace("-", "")),
    rules.license_entry(NAMES["other_record"]),
)


def test_golden_files_never_change() -> None:
    """A new one gets its line in SHA256SUMS; no line there is ever another."""
    lines = (VECTORS / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    named = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    found = {name: sha256((VECTORS / name).read_bytes()).hexdigest() for name in named}
    assert found == named
    every = {
        f"{folder.name}/{path.name}"
        for folder in (VECTORS / "key_files", LEASES, LISTS)
        for path in folder.iterdir()
        if path.suffix not in {"", ".json"}
    }
    assert every <= named.keys()


def signed(data: bytes) -> bytes:
    """By the ring of the golden files."""
    ring = json.loads((VECTORS / "key_files" / "keys.json").read_text(encoding="utf-8"))
    seed = base64.b64decode(ring["keys"]["2026-a"]["private"])
    signature = Ed25519PrivateKey.from_private_bytes(seed).sign(data)
    return close(data, base64.b64encode(signature).decode())


def issue(serial: int, *entries: bytes) -> Issue:
    return Issue(
        serial=serial,
        entries=len(entries),
        digest=rules.digest_after(rules.NOTHING, entries).hex(),
        issued=datetime(2026, 11, 22, 12, tzinfo=UTC),
        next_update=datetime(2026, 11, 23, 12, tzinfo=UTC),
    )


def test_an_entry_of_the_deny_list_is_what_it_always_was() -> None:
    """LIC-11."""
    assert (RECORD.hex(), CODE.hex()) == (NAMES["record_entry"], NAMES["code_entry"])


@pytest.mark.parametrize(
    ("name", "serial", "entries"),
    [("empty-0.txt", 0, ()), ("one-1.txt", 1, (OTHER,)), ("two-3.txt", 3, (RECORD, CODE))],
)
def test_a_deny_list_is_written_as_always(
    name: str, serial: int, entries: tuple[bytes, ...]
) -> None:
    """LIC-11."""
    data = full_bytes(issue(serial, *entries), rules.pack(entries), "2026-a")
    assert signed(data) == (LISTS / name).read_bytes()


def test_a_delta_is_written_as_always() -> None:
    """LIC-11."""
    added, removed = rules.pack([RECORD, CODE]), rules.pack([OTHER])
    data = delta_bytes(issue(3, RECORD, CODE), 1, added, removed, "2026-a")
    assert signed(data) == (LISTS / "delta-1-3.txt").read_bytes()


def test_a_lease_is_written_as_always() -> None:
    """LIC-10."""
    request = parse_request((LEASES / "good.lease-request").read_bytes())
    terms = LeaseTerms(
        lease_id=SAID["lease_id"],
        record=SAID["record"],
        license=SAID["license"],
        products=tuple(SAID["products"]),
        edition=SAID["edition"],
        end_user=SAID["end_user"],
        device=SAID["device"],
        public_key=request.public_key,
        issued=datetime.fromisoformat(SAID["issued"]),
        starts=date.fromisoformat(SAID["starts"]),
        ends=date.fromisoformat(SAID["ends"]),
    )
    assert signed(lease_bytes(terms, "2026-a")) == (LEASES / "good.lease").read_bytes()


@pytest.mark.parametrize("kind", ["lease-request", "lease-receipt"])
def test_what_a_device_signed_is_told_from_what_another_did(kind: str) -> None:
    """LIC-10."""
    read = parse_request if kind == "lease-request" else parse_receipt
    key = parse_request((LEASES / "good.lease-request").read_bytes()).public_key
    good, forged = (read((LEASES / f"{which}.{kind}").read_bytes()) for which in ("good", "forged"))
    demand_signed_by(key, good.text.signature, good.text.signed)
    with pytest.raises(Forged):
        demand_signed_by(key, forged.text.signature, forged.text.signed)


def test_a_request_may_leave_license_and_name_open() -> None:
    request = parse_request((LEASES / "any-license.lease-request").read_bytes())
    assert (request.license, request.name) == (None, None)


@given(st.binary(max_size=2000))
def test_anything_else_is_damaged_and_nothing_worse(data: bytes) -> None:
    for read in (parse_request, parse_receipt, lambda raw: parse(raw, LEASE)):
        with pytest.raises(Damaged):
            read(data)


@given(st.data())
def test_no_byte_of_a_request_can_change_unnoticed(data: st.DataObject) -> None:
    good = (LEASES / "good.lease-request").read_bytes()
    place = data.draw(st.integers(0, len(good) - 2))
    byte = data.draw(st.integers(0, 255).filter(lambda value: value != good[place]))
    with pytest.raises(Damaged):
        parse_request(good[:place] + bytes([byte]) + good[place + 1 :])
