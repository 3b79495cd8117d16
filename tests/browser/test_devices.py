"""LIC-10, LIC-17: devices and offline leases on a license's page."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser import portal
from tests.browser.conftest import Windows
from tests.browser.people import PRODUCT, Crowd
from tests.browser.watching import check_page
from tests.browser.words import Words
from tests.licenses.leases import OfflineDevice

NAME = "PC-0815"


def _license_of(page: Page) -> Any:
    """The company's only one for this product and no other."""
    rows = page.request.get("/api/licenses?state=active").json()["items"]
    products = Counter(row["id"] for row in rows)
    (row,) = (r for r in rows if r["product_id"] == PRODUCT and products[r["id"]] == 1)
    return row


def _activate(page: Page, code: str) -> None:
    wish = {"code": code, "device": "machine-000000815", "product": PRODUCT, "device_name": NAME}
    answer = page.request.post(
        "/api/activation-service/activate",
        data=json.dumps(wish),
        headers={"content-type": "application/json"},
    )
    assert answer.ok, answer.text()


def test_devices_are_seen_dropped_and_leased_to(
    open_window: Windows, crowd: Crowd, tmp_path: Path
) -> None:
    """LIC-10, LIC-17: by an application, by hand, and by files on a stick."""
    words = Words("de")
    page = open_window(words.language)
    portal.enter(page, crowd.of_demo("Emma"))
    license_ = _license_of(page)
    _activate(page, license_["code"])
    page.goto(f"/licenses/{license_['id']}")
    row = page.get_by_role("listitem").filter(has_text=NAME)
    expect(row).to_be_visible()
    check_page(page, words)
    with page.expect_download() as table:
        portal.button(page, words("devices:csv")).click()
    assert NAME in Path(table.value.path()).read_text(encoding="utf-8-sig")
    row.get_by_role("button").click()
    check_page(page, words)
    page.get_by_role("dialog").get_by_role("button", name=words("devices:drop.action")).click()
    expect(row).to_be_hidden()
    device = OfflineDevice(3)
    lease_id = _lease(page, words, device, tmp_path)
    _give_back(page, words, device.receipt(lease_id, license_["id"]), tmp_path)


def test_the_devices_of_all_licenses_stand_in_one_report(
    open_window: Windows, crowd: Crowd
) -> None:
    """LIC-17: from the list of licenses; a device is dropped, and all is saved as a table."""
    words = Words("en")
    page = open_window(words.language)
    portal.enter(page, crowd.of_demo("Emma"))
    license_ = _license_of(page)
    _activate(page, license_["code"])
    page.goto("/licenses")
    page.get_by_role("link", name=words("life:list.usage")).click()
    portal.expect_heading(page, words("devices:usage.title"))
    row = page.get_by_role("listitem").filter(has_text=NAME).last
    expect(row).to_be_visible()
    check_page(page, words)
    with page.expect_download() as table:
        portal.button(page, words("devices:csv")).click()
    lines = Path(table.value.path()).read_text(encoding="utf-8-sig").splitlines()
    assert any(license_["public_id"] in line and NAME in line for line in lines)
    portal.button(row, words("devices:drop.named", name=NAME)).click()
    page.get_by_role("dialog").get_by_role("button", name=words("devices:drop.action")).click()
    expect(page.get_by_text(NAME)).to_have_count(0)


def _lease(page: Page, words: Words, device: OfflineDevice, folder: Path) -> str:
    request = folder / "tresor.lease-request"
    request.write_bytes(device.request())
    portal.button(page, words("devices:lease.action")).click()
    check_page(page, words)
    page.get_by_role("dialog").locator('input[type="file"]').set_input_files(request)
    with page.expect_download() as lease:
        portal.button(page, words("devices:lease.submit")).click()
    assert lease.value.suggested_filename.endswith(".lease")
    text = Path(lease.value.path()).read_text(encoding="utf-8")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text(lease.value.suggested_filename)).to_be_visible()
    dialog.get_by_role("button", name=words("common:close")).last.click()
    held = page.get_by_role("listitem").filter(has_text="Tresor 3")
    expect(held).to_contain_text(words("devices:offlineUntil"))
    return text.partition("lease-id: ")[2].partition("\n")[0]


def _give_back(page: Page, words: Words, receipt: bytes, folder: Path) -> None:
    file = folder / "tresor.lease-receipt"
    file.write_bytes(receipt)
    portal.button(page, words("devices:return.action")).click()
    page.get_by_role("dialog").locator('input[type="file"]').set_input_files(file)
    portal.button(page, words("devices:return.submit")).click()
    expect(page.get_by_role("listitem").filter(has_text="Tresor 3")).to_be_hidden()
