"""LIC-10, LIC-12: the activation service."""

from datetime import timedelta

import pytest

from chalicelib.aws.settings import settings
from chalicelib.base import clock
from chalicelib.licenses.model.devices import Device, Refused
from chalicelib.licenses.model.license import Code, License
from chalicelib.licenses.sealing import code_hash
from chalicelib.licenses.store.licenses import KIND, code_key
from tests.builders import make_license
from tests.capacity import counted
from tests.checks.full import let_pass
from tests.client import Answer, Client
from tests.clockwork import standing_at

pytestmark = pytest.mark.usefixtures("cloud", "_no_time_passes")
CODE, PLAIN = "7F3KQ-9XDM2-B8WZ4-RT6YH", "7F3KQ9XDM2B8WZ4RT6YH"
SERVICE = "/api/activation-service"


@pytest.fixture
def _no_time_passes() -> object:
    yield
    clock.shift_by(timedelta)


def machine(number: int) -> str:
    return f"machine-{number:09}"


def activate(number: int = 1, code: str = CODE, **more: object) -> Answer:
    body = {"code": code, "device": machine(number), "product": "guard-business", **more}
    return Client().post(f"{SERVICE}/activate", body)


def ask(what: str, number: int | None = 1, code: str = CODE) -> Answer:
    body = {"code": code} | ({"device": machine(number)} if number is not None else {})
    return Client().post(f"{SERVICE}/{what}", body)


def devices(license_: License) -> list[Device]:
    return list(Device.query(license_.pk, Device.sk.startswith("device#")))


def used(license_: License) -> int:
    return int(License.get(license_.pk, KIND).seats_used or 0)


def replace_code() -> None:
    """As a reissue does."""
    code = Code(pk=code_key(code_hash(PLAIN)), sk="code")
    code.update([Code.replaced_at.set(clock.now())])


def test_a_device_takes_a_seat() -> None:
    license_ = make_license(activated_on="")
    answer = activate(device_name="PC-0815")
    assert (answer.status, answer.json["state"]) == (200, "activated")
    (device,) = devices(license_)
    assert device.name == "PC-0815"
    assert machine(1) not in str(device.serialize())
    assert used(license_) == 1
    assert License.get(license_.pk, KIND).activated_on == clock.now().date()


def test_the_same_device_again_is_the_same_activation() -> None:
    license_ = make_license(nodes="1")
    first = activate().json
    let_pass(hours=5)
    again = activate()
    assert (again.status, again.json["since"]) == (200, first["since"])
    assert used(license_) == len(devices(license_)) == 1


def test_a_code_may_be_typed_as_people_type() -> None:
    make_license()
    assert activate(code=CODE.lower().replace("-", " ")).status == 200


def test_there_are_as_many_seats_as_nodes() -> None:
    license_ = make_license(nodes="2")
    answers = [activate(number) for number in range(4)]
    assert [answer.status for answer in answers] == [200, 200, 409, 409]
    assert {answer.code for answer in answers[2:]} == {"no_seat_left"}
    assert answers[2].json["params"] == {"nodes": 2}
    assert used(license_) == 2


def test_a_seat_that_was_given_back_is_free_for_another() -> None:
    make_license(nodes="1")
    activate(1)
    assert ask("release", 1).json["state"] == "released"
    assert activate(2).status == 200
    assert activate(1).code == "no_seat_left"


def test_releasing_again_is_the_same_release() -> None:
    license_ = make_license()
    activate()
    first = ask("release")
    again = ask("release")
    assert (again.status, again.json["released_at"]) == (200, first.json["released_at"])
    assert used(license_) == 0


def test_a_device_that_was_never_activated_cannot_be_released() -> None:
    make_license()
    assert (ask("release").status, ask("release").code) == (404, "device_not_activated")


def test_who_was_released_may_come_back() -> None:
    license_ = make_license(nodes="1")
    activate()
    ask("release")
    let_pass(hours=1)
    assert activate().status == 200
    assert ask("release").status == 200
    assert used(license_) == 0


@pytest.mark.parametrize(
    ("columns", "status", "code"),
    [
        ({"blocked_at": "2026-02-01T00:00:00Z"}, 403, "on_deny_list"),
        ({"expires_on": "2026-06-30"}, 403, "license_expired"),
        ({"product_ids": "vault-server"}, 403, "product_not_covered"),
    ],
)
def test_a_license_that_is_no_good_gives_no_seat(
    columns: dict[str, str], status: int, code: str
) -> None:
    license_ = make_license(**columns)
    answer = activate()
    assert (answer.status, answer.code) == (status, code)
    assert devices(license_) == []


def test_a_license_activates_from_a_day_before_its_first_on() -> None:
    """As its key files do (docs/formats/key-file.md)."""
    starts = clock.now().date() + timedelta(days=2)
    make_license(starts_on=starts.isoformat())
    refused = activate()
    assert (refused.status, refused.code) == (403, "license_not_started")
    assert refused.json["params"] == {"starts": starts.isoformat()}
    assert ask("status").json["state"] == "license_not_started"
    let_pass(days=1)
    assert activate().status == 200


def test_codes_that_are_none_are_told_apart_from_codes_that_nobody_has() -> None:
    assert (activate(code="7F3KQ").status, activate(code="7F3KQ").code) == (422, "code_malformed")
    assert (activate().status, activate().code) == (404, "code_unknown")


@pytest.mark.parametrize("device", ["short", "x" * 201, "machine with spaces", "mäschine-000000"])
def test_a_device_needs_a_name_that_a_machine_would_choose(device: str) -> None:
    make_license()
    answer = activate(device=device)
    assert answer.status == 422
    assert answer.reasons().keys() == {"device"}


@pytest.mark.parametrize("product", ["Guard Business", '"]', "x" * 41])
def test_a_product_is_named_by_its_id(product: str) -> None:
    make_license()
    assert activate(product=product).reasons().keys() == {"product"}


def test_a_heartbeat_is_noted_once_a_day() -> None:
    """LIC-17."""
    license_ = make_license()
    activate()
    with counted() as costs:
        assert ask("heartbeat").status == 200
    assert costs.calls == ["BatchGetItem", "BatchGetItem"]
    let_pass(days=1)
    assert ask("heartbeat").status == 200
    assert devices(license_)[0].seen_on == clock.now().date()


def test_a_heartbeat_of_a_device_without_a_seat_says_so() -> None:
    make_license()
    assert ask("heartbeat").code == "device_not_activated"


def test_a_heartbeat_hears_of_a_block() -> None:
    license_ = make_license()
    activate()
    license_.update([License.blocked_at.set(clock.now())])
    assert (ask("heartbeat").status, ask("heartbeat").code) == (403, "on_deny_list")


def test_a_blocked_license_still_takes_seats_back() -> None:
    license_ = make_license()
    activate()
    license_.update([License.blocked_at.set(clock.now())])
    assert ask("release").status == 200


def test_the_status_tells_the_terms_and_the_device() -> None:
    license_ = make_license(nodes="3")
    activate()
    told = ask("status").json
    assert (told["state"], told["license"]) == ("active", license_.public_id)
    assert (told["nodes"], told["seats_used"]) == (3, 1)
    assert told["activated_since"] is not None
    assert ask("status", 2).json["activated_since"] is None
    assert ask("status", None).json["activated_since"] is None


def test_who_is_on_an_old_code_moves_to_the_new_one_and_keeps_the_seat() -> None:
    """LIC-12."""
    license_ = make_license()
    first = activate(1).json
    replace_code()
    assert activate(1).json == first | {"code_replaced": True}
    assert ask("heartbeat", 1).json["code_replaced"] is True
    assert ask("status", 1).json["code_replaced"] is True
    assert (activate(2).status, activate(2).code) == (409, "code_replaced")
    assert used(license_) == 1


def test_devices_too_many_are_noted_and_staff_see_a_mark() -> None:
    license_ = make_license(nodes="1")
    for number in range(5):
        activate(number)
        activate(number)
    assert License.get(license_.pk, KIND).overused_at is None
    activate(5)
    assert License.get(license_.pk, KIND).overused_at is not None
    (refused,) = Refused.query(license_.pk, Refused.sk.startswith("refused#"))
    assert len(refused.devices) == 5


def test_who_guesses_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the source; a window later it works again."""
    make_license()
    monkeypatch.setenv("KONTOR_ACTIVATION_MISSES", "3")
    settings.cache_clear()
    with standing_at(clock.now()):  # all of it in one window
        for number in range(3):
            assert activate(code=f"AAAAABBBBBCCCCC0000{number}").code == "code_unknown"
        stopped = activate()
    assert (stopped.status, stopped.code) == (429, "too_many_attempts")
    assert 0 < int(stopped.headers["retry-after"]) <= 900
    let_pass(minutes=15)
    assert activate().status == 200
