"""Times in letters are those of the reader's clock, and say which (ACC-8)."""

from datetime import UTC, datetime
from email import message_from_bytes, policy

import pytest

from chalicelib.base import clock
from chalicelib.base.zones import is_zone
from chalicelib.mail.delivery import compose
from chalicelib.mail.letters import write
from chalicelib.mail.sheets import fill
from tests.builders import make_person, make_staff
from tests.capacity import counted
from tests.mail.letters import PARAMS, make_letter
from tests.proof.operations.people import browser_of

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def _text(zone: str, language: str, at: str, template: str = "license_block_planned") -> str:
    params = PARAMS[template] | {"at": at}
    return write(fill(template, language, params, lambda: zone), language, "").text


@pytest.mark.parametrize(
    ("zone", "language", "at", "written"),
    [
        ("Europe/Berlin", "de", "2026-11-22T23:40:00Z", "23. November 2026, 00:40 Uhr (MEZ)"),
        ("Europe/Berlin", "en", "2026-07-01T17:40:00Z", "1 July 2026, 19:40 (CEST)"),
        ("Asia/Kolkata", "en", "2026-11-22T17:40:00Z", "22 November 2026, 23:10 (UTC+05:30)"),
        (
            "America/Sao_Paulo",
            "de",
            "2026-11-22T01:40:00Z",
            "21. November 2026, 22:40 Uhr (UTC-03:00)",
        ),
        ("UTC", "de", "2026-11-22T17:40:00Z", "22. November 2026, 17:40 Uhr (UTC)"),
    ],
)
def test_a_time_is_the_readers_and_names_its_zone(
    zone: str, language: str, at: str, written: str
) -> None:
    """ACC-8"""
    assert written in _text(zone, language, at)


def test_the_day_of_a_time_is_the_readers_and_a_day_stays_a_day() -> None:
    """ACC-8"""
    late = {"ends_at": "2026-12-22T23:30:00Z"}
    berlin = fill("survey", "en", PARAMS["survey"] | late, lambda: "Europe/Berlin")
    assert "23 December 2026" in write(berlin, "en", "").text
    east = fill("license_added", "en", PARAMS["license_added"], lambda: "Pacific/Auckland")
    assert "30 November 2027" in write(east, "en", "").text


def test_numbers_have_the_languages_form() -> None:
    """ACC-8"""
    params = PARAMS["trial_license"] | {"nodes": 12500}
    assert "12.500" in write(fill("trial_license", "de", params), "de", "").text
    assert "12,500" in write(fill("trial_license", "en", params), "en", "").text


@pytest.mark.parametrize(
    "name", ["Europe/Berlin", "UTC", "America/Argentina/Buenos_Aires", "Etc/GMT+5"]
)
def test_a_zone_is_known_by_its_name(name: str) -> None:
    assert is_zone(name)


@pytest.mark.parametrize(
    "name",
    ["", "Berlin", "europe/berlin", "../etc/passwd", "/etc/localtime", "Europe/", "Europe", "A\0"],
)
def test_anything_else_is_none(name: str) -> None:
    assert not is_zone(name)


@pytest.mark.usefixtures("cloud")
def test_a_letter_is_written_in_the_zone_chosen_by_then() -> None:
    """ACC-8: by the address, at the delivery; the vendor's own zone where nobody chose."""
    person = make_person(clock.now())
    letter = make_letter("license_block_planned", to=person.email)
    assert "17:40 Uhr (UTC)" in _written(letter)
    browser_of(person).patch("/api/me", {"zone": "Europe/Berlin"})
    assert "18:40 Uhr (MEZ)" in _written(letter)
    browser_of(person).patch("/api/me", {"zone": None})
    assert "17:40 Uhr (UTC)" in _written(letter)


@pytest.mark.usefixtures("cloud")
def test_a_letter_without_a_time_asks_for_no_zone() -> None:
    with counted() as costs:
        compose(make_letter("password_changed"), NOW)
    assert costs.calls == []


@pytest.mark.usefixtures("cloud")
def test_staff_choose_theirs() -> None:
    """ACC-8, STF-1"""
    browser = browser_of(make_staff(clock.now()))
    chosen = browser.patch("/api/staff/me", {"language": "de", "zone": "Asia/Tokyo"}).json
    assert (chosen["account"]["language"], chosen["account"]["zone"]) == ("de", "Asia/Tokyo")
    letter = make_letter("license_block_planned", to=chosen["account"]["email"])
    assert "(UTC+09:00)" in _written(letter)


@pytest.mark.usefixtures("cloud")
def test_what_is_not_sent_stays_and_what_is_unknown_is_refused_by_name() -> None:
    """ACC-8"""
    browser = browser_of(make_person(clock.now()))
    browser.patch("/api/me", {"zone": "Europe/Vienna"})
    assert browser.patch("/api/me", {"language": "de"}).json["account"]["zone"] == "Europe/Vienna"
    refused = browser.patch("/api/me", {"zone": "Europe/Atlantis"})
    assert (refused.status, refused.reasons()) == (422, {"zone": {"unknown_zone"}})
    assert browser.get("/api/me").json["account"]["language"] == "de"


def _written(letter: object) -> str:
    message = message_from_bytes(compose(letter, NOW), policy=policy.default)  # type: ignore[arg-type]
    part = message.get_body(("plain",))
    assert part is not None
    return str(part.get_content())
