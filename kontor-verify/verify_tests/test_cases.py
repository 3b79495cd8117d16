"""Every golden file with the verdict that it must get, and every reason there is."""

import json
from datetime import datetime
from typing import Any

import pytest

from kontor_verify.deny_list import apply_delta, read_deny_list
from kontor_verify.files import check_key_file, check_lease
from kontor_verify.reasons import Reason, Refused, Verdict
from verify_tests.vectors import KEYS, files, vector

CASES: list[dict[str, Any]] = json.loads(vector("cases.json"))
OURS = [case for case in CASES if case["kind"] not in {"lease-request", "lease-receipt"}]
"""Requests and receipts are written by devices, and read by Kontor alone."""


def judged(case: dict[str, Any]) -> Verdict:
    data = vector(case["file"]) if "file" in case else b"x" * case["bytes"]
    denied = read_deny_list(vector(case["deny_list"]), KEYS) if "deny_list" in case else None
    product = case.get("product")
    if case["kind"] == "key-file":
        now = datetime.fromisoformat(case["now"])
        return check_key_file(data, KEYS, now, product=product, deny_list=denied)
    if case["kind"] == "lease":
        now, device = datetime.fromisoformat(case["now"]), case["device"]
        return check_lease(data, KEYS, now, device=device, product=product, deny_list=denied)
    try:
        known = (
            apply_delta(denied, data, KEYS) if denied is not None else read_deny_list(data, KEYS)
        )
    except Refused as refused:
        return Verdict(refused.reason)
    assert all(known.denies_code(code) for code in case.get("denies_codes", []))
    values = {"serial": str(known.serial), "entries": str(len(known))}
    return Verdict(Reason.VALID, values)


@pytest.mark.parametrize("case", OURS, ids=lambda case: f"{case.get('file')}-{case['reason']}")
def test_each_golden_file_gets_its_verdict(case: dict[str, Any]) -> None:
    verdict = judged(case)
    assert verdict.reason == case["reason"]
    said = case.get("values", {})
    assert {name: verdict.values.get(name) for name in said} == said


def test_every_reason_has_a_golden_file() -> None:
    assert {case["reason"] for case in OURS} == set(Reason)


def test_every_golden_file_is_somebodys() -> None:
    named = {case.get(key) for case in CASES for key in ("file", "deny_list")}
    assert set(files("key_files", "leases", "deny_lists")) - named == set()
