"""LIC-13: a code that others know, from the customer's report to the code that takes its place."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from playwright.sync_api import Locator, Page, expect

from tests.browser import console, joining, mailpage, portal, requests
from tests.browser.conftest import Windows
from tests.browser.files import make_file
from tests.browser.people import Crowd
from tests.browser.portal import button
from tests.browser.running import RunningStack
from tests.browser.watching import check_page
from tests.browser.words import Words

HAPPENED = "A photo of our screen stands in a forum."
ZONE = "Asia/Kolkata"
LOCAL = "%Y-%m-%dT%H:%M"


def _license_of(page: Page) -> Any:
    """The one that a newcomer brought."""
    (row,) = page.request.get("/api/licenses").json()["items"]
    return row


def _report(page: Page, words: Words, license_id: str) -> None:
    page.goto(f"/licenses/{license_id}")
    page.get_by_role("link", name=words("life:report.action")).click()
    portal.expect_heading(page, words("life:report.title"))


def _send(page: Page, words: Words, public_id: str) -> str:
    """Returns the number of the request that the report became."""
    button(page, words("life:report.send")).click()
    subject = words("server:tickets.block_code", public_id=public_id)
    requests.expect_heading_of_request(page, subject)
    expect(requests.conversation(page, words).get_by_text(HAPPENED)).to_be_visible()
    return requests.number_of(page)


def _dialog(page: Page) -> Locator:
    return page.get_by_role("dialog")


def test_a_reported_code_is_blocked_at_its_minute_and_replaced(
    open_window: Windows, crowd: Crowd, stack: RunningStack, words: Words, tmp_path: Path
) -> None:
    """LIC-13, STF-5, SCH-3: the time is the customer's, in whose zone ever; the desk sees it."""
    person = crowd.newcomer(words.language)
    customer = open_window(words.language, timezone_id=ZONE)
    joining.become_customer(customer, person, words.language)
    requests.accept_statement_beforehand(customer)
    license_ = _license_of(customer)
    at = (stack.now + timedelta(hours=3)).replace(second=0, microsecond=0)
    _report(customer, words, license_["id"])
    _fill(customer, words, at, make_file(tmp_path / "application.pdf", 5_000))
    number = _send(customer, words, license_["public_id"])

    desk = open_window(words.language)
    console.open_console(desk, words, crowd.of_demo("Lena"), stack)
    desk.goto(f"/console/licenses/{license_['id']}")
    _plan_as_asked(desk, words, number)
    planned = desk.request.get(f"/api/staff/licenses/{license_['id']}").json()["blocked_at"]
    assert planned.startswith(f"{at:%Y-%m-%dT%H:%M}"), (planned, at)

    customer.goto(f"/licenses/{license_['id']}")
    expect(customer.get_by_role("alert")).to_contain_text("As you asked.")
    expect(customer.get_by_text(words("licenses:status.active"), exact=True)).to_be_visible()
    stack.let_pass("3h")
    _expect_blocked(customer, words, license_["id"])
    mailpage.wait_for_mail(customer, person.email, words.subject("license_blocked"))
    _reissue(desk, words, crowd, stack, license_["id"])
    customer.goto(f"/licenses/{license_['id']}")
    expect(customer.get_by_text(words("life:codes.present"), exact=True)).to_be_visible()
    expect(customer.get_by_text(license_["code"], exact=True)).to_have_count(0)
    expect(customer.get_by_role("alert")).to_have_count(0)
    mailpage.wait_for_mail(customer, person.email, words.subject("license_code_replaced"))


def _fill(page: Page, words: Words, at: datetime, application: Path) -> None:
    """After a first try that says what is missing."""
    button(page, words("life:report.send")).click()
    expect(page.get_by_text(words("common:field.required")).first).to_be_visible()
    expect(page.get_by_text(words("life:report.noApplication"))).to_be_visible()
    check_page(page, words)
    page.get_by_role("radio", name=words("life:report.later")).check()
    page.get_by_label(words("life:report.at")).fill(f"{at.astimezone(ZoneInfo(ZONE)):{LOCAL}}")
    page.get_by_label(words("life:report.what")).fill(HAPPENED)
    requests.choose_files(page, words, [application])
    requests.expect_uploaded(page, words, application)


def _plan_as_asked(desk: Page, words: Words, number: str) -> None:
    """The desk sees the wish, and its time stands in the dialog already."""
    asked = desk.get_by_role("alert").filter(has_text=words("desk:asked.request"))
    expect(asked.get_by_role("link", name=number)).to_be_visible()
    check_page(desk, words)
    button(desk, words("desk:act.block")).click()
    expect(_dialog(desk).get_by_role("radio", name=words("desk:block.later"))).to_be_checked()
    _dialog(desk).get_by_label(words("desk:block.reason")).fill("As you asked.")
    button(_dialog(desk), words("desk:block.plan")).click()
    expect(asked).to_have_count(0)


def _expect_blocked(page: Page, words: Words, license_id: str) -> None:
    page.reload()
    expect(page.get_by_role("alert")).to_contain_text(words("life:next.blocked.title"))
    expect(page.get_by_text(words("licenses:details.keyFiles.blocked"))).to_be_visible()
    check_page(page, words)
    page.goto(f"/licenses/{license_id}/report")
    expect(page.get_by_text(words("life:report.closed.blocked"))).to_be_visible()


def _reissue(desk: Page, words: Words, crowd: Crowd, stack: RunningStack, license_id: str) -> None:
    console.enter(desk, crowd.of_demo("Lena"), stack)
    desk.goto(f"/console/licenses/{license_id}")
    button(desk, words("desk:act.reissue")).click()
    _dialog(desk).get_by_label(words("desk:reissue.reason")).fill("As you asked.")
    _dialog(desk).get_by_label(words("desk:reissue.unblock")).check()
    button(_dialog(desk), words("desk:reissue.confirm")).click()
    expect(button(desk, words("desk:act.block"))).to_be_visible()


def test_a_code_is_reported_at_once_and_the_application_follows(
    open_window: Windows, crowd: Crowd
) -> None:
    """LIC-13: not everybody has a signature at hand; those without the right read whom to ask."""
    words = Words("de")
    owner = crowd.newcomer("de")
    other = replace(owner, first_name="Ida", email=f"ida.{owner.email}")
    customer, colleague = open_window(words.language), open_window(words.language)
    joining.become_customer(customer, owner, "de")
    joining.join(customer, colleague, other, "de")
    license_ = _license_of(customer)
    _report(customer, words, license_["id"])
    customer.get_by_label(words("life:report.what")).fill(HAPPENED)
    customer.get_by_label(words("life:report.handIn")).check()
    number = _send(customer, words, license_["public_id"])
    customer.goto(f"/licenses/{license_['id']}")
    expect(customer.get_by_role("link", name=number)).to_be_visible()

    colleague.goto(f"/licenses/{license_['id']}")
    expect(colleague.get_by_text(words("licenses:details.keyFiles.others"))).to_be_visible()
    expect(colleague.get_by_role("link", name=words("life:report.action"))).to_have_count(0)
    check_page(colleague, words)
    colleague.goto(f"/licenses/{license_['id']}/report")
    expect(colleague.get_by_text(words("life:report.closed.right"))).to_be_visible()
    check_page(colleague, words)
