"""LIC-10, LIC-11: each refusal that docs/activation.md lists can be had, with its status."""

import json
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from chalicelib.aws.settings import settings
from chalicelib.base import clock
from tests.builders import make_license
from tests.client import Answer, Client
from tests.entry.test_documented_reasons import written
from tests.licenses.leases import OfflineDevice, in_base64
from tests.licenses.test_activating import CODE, SERVICE, activate, ask, machine, replace_code
from tests.licenses.test_leasing import Holder

pytestmark = pytest.mark.usefixtures("cloud")
BLOCKED = {"blocked_at": "2026-02-01T00:00:00Z"}
BY_FAULTS_ALONE = {"conflict", "unavailable"}
"""Asked for by the proofs (tests/proof), which hinder and cut off each call."""


@pytest.fixture(autouse=True)
def _clock() -> Iterator[None]:
    yield
    clock.shift_by(timedelta)


def on(columns: dict[str, str], number: int = 1) -> Answer:
    make_license(**columns)
    return activate(number)


def later(days: int) -> str:
    return (clock.now().date() + timedelta(days=days)).isoformat()


def replaced() -> Answer:
    make_license()
    replace_code()
    return activate()


def one_too_many() -> Answer:
    make_license(nodes="1")
    activate(1)
    return activate(2)


def leased() -> Answer:
    Holder().lease(OfflineDevice(1))
    return ask("release", 1)


def never_activated() -> Answer:
    make_license()
    return ask("heartbeat")


def returned(content: bytes) -> Answer:
    body = {"receipt_base64": in_base64(content)}
    return Client().post(f"{SERVICE}/lease-returns", body)


def sent(raw: bytes, **headers: str) -> Answer:
    headers = {"content-type": "application/json", **headers}
    return Client().call("POST", f"{SERVICE}/activate", raw=raw, headers=headers)


def with_a_key_that_was_used() -> Answer:
    make_license()
    body = {"code": CODE, "device": machine(1), "product": "guard-business"}
    Client().post(f"{SERVICE}/activate", body, key="used")
    return Client().post(f"{SERVICE}/activate", body | {"device_name": "Other"}, key="used")


def guessing() -> Answer:
    for number in range(settings().activation_misses):
        ask("status", None, f"AAAAABBBBBCCCCC{number:05}")
    return ask("status", None)


SCENES: dict[str, Callable[[], Answer]] = {
    "code_unknown": activate,
    "code_malformed": lambda: activate(code="7F3KQ"),
    "on_deny_list": lambda: on(BLOCKED),
    "license_expired": lambda: on({"expires_on": later(-1)}),
    "license_not_started": lambda: on({"starts_on": later(2)}),
    "product_not_covered": lambda: on({"product_ids": "vault-server"}),
    "code_replaced": replaced,
    "no_seat_left": one_too_many,
    "lease_running": leased,
    "device_not_activated": never_activated,
    "receipt_refused": lambda: returned(OfflineDevice().receipt("0" * 26, "1" * 26)),
    "delta_unknown": lambda: Client().get("/api/deny-list/since/7"),
    "invalid": lambda: returned(b"something else"),
    "not_json": lambda: sent(b"{"),
    "wrong_content_type": lambda: sent(b"{}", **{"content-type": "text/plain"}),
    "body_too_large": lambda: sent(json.dumps({"code": "x" * settings().body_bytes}).encode()),
    "cross_site": lambda: sent(b"{}", origin="https://elsewhere.example"),
    "not_found": lambda: Client().get("/api/deny-list/since/" + "1" * 501),
    "idempotency_key_reused": with_a_key_that_was_used,
    "too_many_attempts": guessing,
}


@pytest.mark.parametrize(
    ("status", "code"), [row for row in written("activation.md") if row[1] not in BY_FAULTS_ALONE]
)
def test_a_documented_refusal_can_be_had(
    status: int, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KONTOR_ACTIVATION_MISSES", "3")
    settings.cache_clear()
    answer = SCENES[code]()
    assert (answer.status, answer.code) == (status, code)
    assert answer.headers["content-type"] == "application/problem+json"
