"""The console's ways to a license, its devices, and what is done about too many of them."""

import json
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser import console, portal, requests
from tests.browser.conftest import Windows
from tests.browser.people import PRODUCT, Crowd
from tests.browser.portal import button
from tests.browser.running import RunningStack
from tests.browser.watching import check_page
from tests.browser.words import Words

NAME = "KASSE-1"
# Five of one day are told of: nine are that, even where midnight comes in between.
TOO_MANY = 9


def _smallest_license(page: Page) -> Any:
    rows = page.request.get("/api/licenses?state=active").json()["items"]
    good = [row for row in rows if row["product_id"] == PRODUCT and row["claim"] == "active"]
    return min(good, key=lambda row: int(row["nodes"]))


def _fill_up(page: Page, license_: Any) -> None:
    """Until every seat is taken and some more devices want one."""
    for number in range(license_["nodes"] + TOO_MANY):
        wish = {
            "code": license_["code"],
            "device": f"till-{number:012}",
            "product": PRODUCT,
            "device_name": NAME if number == 0 else None,
        }
        page.request.post(
            "/api/activation-service/activate",
            data=json.dumps(wish),
            headers={"content-type": "application/json"},
        )


def test_too_many_devices_are_told_seen_and_reviewed(
    open_window: Windows, crowd: Crowd, stack: RunningStack, words: Words
) -> None:
    """LIC-10, LIC-17, STF-5: the holder reads of it, the desk looks, and drops a device."""
    customer = open_window(words.language)
    portal.enter(customer, crowd.of_demo("Emma" if words.language == "en" else "Katrin"))
    license_ = _smallest_license(customer)
    _fill_up(customer, license_)
    customer.goto(f"/licenses/{license_['id']}")
    expect(customer.get_by_text(words("devices:overuse.advice"))).to_be_visible()
    check_page(customer, words)

    desk = open_window(words.language)
    console.sign_in(desk, words, crowd.of_demo("Lena"), stack)
    desk.goto("/console/licenses")
    over = desk.get_by_role("list", name=words("desk:overuse.title"))
    expect(over).to_be_visible()
    check_page(desk, words)
    over.get_by_role("listitem").filter(has_text=license_["public_id"]).get_by_role("link").click()
    button(desk, words("devices:overuse.review")).click()
    expect(desk.get_by_text(words("desk:overuse.chip"))).to_have_count(0)
    expect(button(desk, words("devices:overuse.review"))).to_have_count(0)
    check_page(desk, words)
    _drop(desk, words)


def _drop(desk: Page, words: Words) -> None:
    rows = desk.get_by_role("listitem").filter(has=desk.get_by_role("button"))
    first = rows.first
    expect(first).to_be_visible()
    count = rows.count()
    first.get_by_role("button").click()
    dialog = desk.get_by_role("dialog")
    dialog.get_by_role("button", name=words("devices:drop.action")).click()
    expect(dialog).to_be_hidden()
    expect(rows).not_to_have_count(count + 1)


def test_requests_and_companies_lead_to_their_licenses(
    open_window: Windows, crowd: Crowd, stack: RunningStack
) -> None:
    """STF-3, STF-5: and back."""
    words = Words("en")
    customer, desk = open_window("en"), open_window("en")
    portal.enter(customer, crowd.of_demo("Emma"))
    ticket, _ = requests.open_by_api(customer, "On which license?")
    console.sign_in(desk, words, crowd.of_demo("Lena"), stack)
    desk.goto(f"/console/requests/{ticket}")
    side = desk.get_by_role("complementary", name=words("console:side.label"))
    number = side.locator('a[href*="/console/licenses/"]')
    public_id = number.inner_text()
    number.click()
    expect(desk.get_by_role("main").get_by_text(public_id).first).to_be_visible()
    desk.go_back()
    company = side.locator('a[href*="/console/companies/"]')
    name = company.inner_text()
    company.click()
    portal.expect_heading(desk, name)
    desk.get_by_role("link", name=words("customers:page.showLicenses")).click()
    portal.expect_heading(desk, words("desk:find.company", name=name))
    rows = desk.get_by_role("list", name=words("desk:find.company", name=name))
    expect(rows.get_by_text(public_id)).to_be_visible()
    check_page(desk, words)
    rows.get_by_role("listitem").filter(has_text=public_id).get_by_role("link").click()
    expect(desk.get_by_role("main").get_by_text(public_id).first).to_be_visible()
