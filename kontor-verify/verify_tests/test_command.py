"""The command, and what a device writes."""

import base64
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kontor_verify.__main__ import main
from kontor_verify.device import write_receipt, write_request
from verify_tests.vectors import VECTORS, vector

TERMS = json.loads(vector("leases/terms.json"))
KEY = Ed25519PrivateKey.from_private_bytes(base64.b64decode(TERMS["device_seed"]))


def run(capsys: pytest.CaptureFixture[str], what: str, file: str, *more: str) -> tuple[int, str]:
    at = ("--at", "2026-11-22T12:00:00Z")
    keys = ("--keys", str(VECTORS / "public_keys.json"))
    status = main([what, str(VECTORS / file), *keys, *at, *more])
    return status, json.loads(capsys.readouterr().out)["reason"]


def test_each_kind_of_file_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    denied = ("--deny-list", str(VECTORS / "deny_lists" / "two-3.txt"))
    device = ("--device", TERMS["device"])
    assert run(capsys, "key-file", "key_files/good.key") == (0, "valid")
    assert run(capsys, "key-file", "key_files/good.key", *denied) == (1, "on_deny_list")
    assert run(capsys, "lease", "leases/good.lease", *device) == (0, "valid")
    assert run(capsys, "lease", "leases/good.lease") == (1, "other_device")
    assert run(capsys, "deny-list", "deny_lists/one-1.txt") == (0, "valid")


def test_deltas_are_applied(capsys: pytest.CaptureFixture[str]) -> None:
    base = ("--deny-list", str(VECTORS / "deny_lists" / "one-1.txt"))
    delta = ("--delta", str(VECTORS / "deny_lists" / "delta-1-3.txt"))
    assert run(capsys, "key-file", "key_files/good.key", *base) == (0, "valid")
    found = run(capsys, "key-file", "key_files/good.key", *base, *delta)
    assert found == (1, "on_deny_list")


def test_a_device_writes_the_golden_request_and_receipt(tmp_path: Path) -> None:
    made = datetime(2026, 11, 22, 10, tzinfo=UTC)
    request = write_request(
        KEY, device=TERMS["device"], now=made, name="Messplatz 3", license_id=TERMS["license"]
    )
    assert request == vector("leases/good.lease-request")
    returned = datetime(2026, 12, 1, 8, 30, tzinfo=UTC)
    receipt = write_receipt(
        KEY,
        lease_id=TERMS["lease_id"],
        record=TERMS["record"],
        device=TERMS["device"],
        now=returned,
    )
    assert receipt == vector("leases/good.lease-receipt")
