"""LIC-17: which devices hold the seats of all of a company's licenses."""

import csv
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest

from chalicelib.accounts.model import Account
from chalicelib.aws.pages import write_cursor
from chalicelib.aws.settings import settings
from chalicelib.base import clock
from chalicelib.base.actor import Right
from chalicelib.licenses.model.license import License
from chalicelib.licenses.rules.usage import COLUMNS, fitting
from chalicelib.licenses.store.places import read_place
from tests.builders import make_catalog, make_colleague, make_license, make_person
from tests.capacity import counted
from tests.checks.full import let_pass
from tests.client import Client
from tests.licenses.leases import OfflineDevice
from tests.licenses.test_activating import activate
from tests.licenses.test_leasing import Holder
from tests.proof.operations.people import browser_of

pytestmark = pytest.mark.usefixtures("cloud")


def code(number: int) -> str:
    return f"AAAAA-BBBBB-CCCCC-{number:05}"


def held(browser: Client, number: int, **columns: str) -> License:
    """A license of the person's company; the higher the number, the later it ends."""
    license_ = make_license(code(number), **{"expires_on": f"2090-01-{number:02}"} | columns)
    assert browser.post("/api/licenses", {"activation_code": code(number)}).status == 201
    return license_


def report(browser: Client, **query: str) -> Any:
    answer = browser.get("/api/licenses/usage", **query)
    assert answer.status == 200, answer.text
    return answer.json


def table(browser: Client) -> list[dict[str, str]]:
    """All parts as one."""
    text, cursor = "", ""
    while True:
        query = {"cursor": cursor} if cursor else {}
        answer = browser.get("/api/licenses/usage.csv", **query)
        assert answer.status == 200, answer.text
        text += answer.text
        cursor = answer.headers.get("x-next-cursor", "")
        if not cursor:
            return list(csv.DictReader(StringIO(text, newline="")))


def limit(monkeypatch: pytest.MonkeyPatch, **most: int) -> None:
    for name, value in most.items():
        monkeypatch.setenv(f"KONTOR_{name.upper()}", str(value))
    settings.cache_clear()


@pytest.fixture(autouse=True)
def _clock() -> Iterator[None]:
    yield
    clock.shift_by(timedelta)


@pytest.fixture
def mara() -> Account:
    return make_person(clock.now())


@pytest.fixture
def browser(mara: Account) -> Client:
    return browser_of(mara)


def test_each_license_tells_its_products_seats_and_devices(browser: Client) -> None:
    make_catalog(clock.now())
    both = held(browser, 2, product_ids="guard-business+vault-server", nodes="7")
    free = held(browser, 1)
    activate(1, code(2), device_name="PC-0815")
    lease = {"request_base64": None, "device": "machine-000000009", "days": 3}
    assert browser.post(f"/api/licenses/{both.pk}/leases", lease).status == 201
    first, second = report(browser)["items"]
    assert (first["id"], second["id"]) == (both.pk, free.pk)
    assert first["public_id"] == both.public_id
    assert len(first["products"]) == 2
    assert (first["nodes"], first["seats_used"], first["more"]) == (7, 2, False)
    kinds = {row["kind"]: row for row in first["devices"]}
    assert (kinds["activated"]["name"], kinds["activated"]["lease_ends"]) == ("PC-0815", None)
    assert kinds["activated"]["seen_on"] == clock.now().date().isoformat()
    assert kinds["lease"]["lease_ends"] is not None
    assert (second["seats_used"], second["devices"], second["more"]) == (0, [], False)


def test_a_lease_that_is_over_holds_no_seat() -> None:
    holder = Holder()
    holder.lease(OfflineDevice(1), days=1)
    let_pass(days=4)
    (row,) = report(holder.browser)["items"]
    assert (row["seats_used"], row["devices"]) == (0, [])


def test_another_company_sees_nothing_of_it(browser: Client) -> None:
    license_ = held(browser, 1)
    activate(1, code(1))
    stranger = browser_of(make_person(clock.now(), email="s@s.example", company="Südwerk AG"))
    assert report(stranger) == {"items": [], "next_cursor": None}
    assert table(stranger) == []
    there = {"pk": license_.pk, "sk": "license", "expires_on": "2090-01-01"}
    inside = write_cursor({"pk": {"S": license_.pk}, "sk": {"S": "device#0"}}, {})
    place = {name: {"S": value} for name, value in (there | {"devices": inside or ""}).items()}
    cursor = write_cursor(place, {}) or ""
    assert read_place(cursor).license_id == license_.pk
    made_up = stranger.get("/api/licenses/usage.csv", cursor=cursor)
    assert (made_up.status, made_up.text) == (200, "")


def test_the_right_to_manage_licenses_is_asked_for(mara: Account, browser: Client) -> None:
    """A right that is limited to a branch opens what it opens in the list: all of the company's."""
    held(browser, 1)
    activate(1, code(1))
    now = clock.now()
    plain = make_colleague(mara, now)
    branch = make_colleague(
        mara, now, Right.MANAGE_LICENSES, email="b@nordwerk.example", branch="Kiel", scope="Kiel"
    )
    for path in ("/api/licenses/usage", "/api/licenses/usage.csv"):
        assert browser_of(plain).get(path).code == "forbidden"
    listed = {row["id"] for row in browser_of(branch).get("/api/licenses").json["items"]}
    items = report(browser_of(branch))["items"]
    assert {row["id"] for row in items} == listed
    assert len(items[0]["devices"]) == len(table(browser_of(branch))) == 1


def test_a_claim_that_waits_for_its_check_shows_no_devices(browser: Client) -> None:
    activate(1, make_and_share(browser))
    (row,) = report(browser)["items"]
    assert (row["claim"], row["seats_used"], row["devices"]) == ("pending", None, [])
    assert table(browser) == []


def make_and_share(browser: Client) -> str:
    held(browser, 1, needs_check="yes")
    return code(1)


def test_it_comes_in_pages(browser: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = [held(browser, number).pk for number in range(1, 6)]
    limit(monkeypatch, usage_licenses=2)
    seen, cursor = [], None
    for size in (2, 2, 1):
        page = report(browser, **({"cursor": cursor} if cursor else {}))
        assert len(page["items"]) == size
        seen += [row["id"] for row in page["items"]]
        cursor = page["next_cursor"]
    assert (seen, cursor) == (ids[::-1], None)
    assert browser.get("/api/licenses/usage", cursor="x").code == "bad_cursor"
    assert browser.get("/api/licenses/usage.csv", cursor="x").code == "bad_cursor"


def test_more_devices_than_are_shown_are_marked(
    browser: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    held(browser, 1)
    for number in range(4):
        activate(number, code(1))
    limit(monkeypatch, usage_devices=3)
    (row,) = report(browser)["items"]
    assert (len(row["devices"]), row["seats_used"], row["more"]) == (3, 4, True)
    assert len(table(browser)) == 4


@pytest.mark.parametrize("rows", [1, 2, 3, 5, 100])
def test_the_table_has_every_device_once_however_it_is_cut(
    browser: Client, monkeypatch: pytest.MonkeyPatch, rows: int
) -> None:
    licenses = {number: held(browser, number) for number in range(1, 6)}
    wanted = []
    for number, devices in ((1, 2), (2, 5), (4, 1), (5, 3)):
        for device in range(devices):
            activate(device, code(number), device_name=f"=PC {device}")
            wanted.append((licenses[number].public_id, f"'=PC {device}"))
    limit(monkeypatch, device_rows=rows, usage_file_licenses=2)
    found = table(browser)
    assert tuple(found[0]) == COLUMNS
    assert sorted((row["license"], row["name"]) for row in found) == sorted(wanted)
    assert {row["product"] for row in found} == {"guard-business"}


def test_a_page_costs_the_same_whatever_stands_behind_it(
    browser: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    limit(monkeypatch, usage_licenses=3, usage_devices=2)
    for number in (20, 21, 22, 23):
        held(browser, number)
        activate(1, code(number))
    report(browser)
    with counted() as few:
        report(browser)
    for number in range(1, 20):
        held(browser, number)
        activate(2, code(number))
    with counted() as many:
        report(browser)
    assert many.units == few.units
    assert sorted(many.calls) == sorted(few.calls)
    assert many.calls.count("Query") - few.calls.count("Query") == 0
    for number in range(3, 12):
        activate(number, code(23))
    with counted() as full:
        report(browser)
    assert full.calls.count("Query") == many.calls.count("Query") + 1
    for number in range(12, 24):
        activate(number, code(23))
    with counted() as fuller:
        report(browser)
    assert fuller.units == full.units


@pytest.mark.parametrize(
    ("seats", "most", "wanted"),
    [((), 5, 1), ((9,), 5, 1), ((9, 1), 5, 1), ((2, 3, 1), 5, 2), ((1, 1), 5, 2), ((5, 5), 5, 1)],
)
def test_a_part_takes_as_many_licenses_as_fit(
    seats: tuple[int, ...], most: int, wanted: int
) -> None:
    assert fitting(seats, most) == wanted
