"""The license desk and the customer, each in their own window."""

from playwright.sync_api import Locator, Page, expect

from tests.browser import console, joining, mailpage, portal
from tests.browser.conftest import Windows
from tests.browser.people import Crowd
from tests.browser.portal import button
from tests.browser.running import RunningStack
from tests.browser.watching import check_page
from tests.browser.words import Words

TO_BE_CHECKED = "needs to be checked by the vendor"
WHY = "Bought by another company, says the order."


def _desk(open_window: Windows, crowd: Crowd, stack: RunningStack, words: Words) -> Page:
    page = open_window(words.language)
    console.open_console(page, words, crowd.of_demo("Lena"), stack)
    return page


def _dialog(page: Page) -> Locator:
    return page.get_by_role("dialog")


def _add(page: Page, words: Words, code: str) -> None:
    page.goto("/licenses")
    button(page, words("licenses:add.action")).click()
    portal.code_field(page, words).press_sequentially(code)
    button(_dialog(page), words("licenses:add.submit")).click()
    expect(
        page.get_by_role("status").filter(has_text=words("licenses:add.done.pending"))
    ).to_be_visible()


def _open_check(desk: Page, words: Words, code: str) -> None:
    desk.goto("/console/licenses")
    desk.get_by_role("searchbox").fill(code)
    button(desk, words("desk:find.submit")).click()
    link = desk.get_by_role("main").get_by_role("list").get_by_role("link").first
    license_id = (link.get_attribute("href") or "").rpartition("/")[2]
    desk.goto(f"/console/license-checks/{license_id}")
    check_page(desk, words)


def test_a_claim_is_refused_and_then_accepted(
    open_window: Windows, crowd: Crowd, stack: RunningStack
) -> None:
    """LIC-3, STF-4: the reason reaches the customer; a refused license can be added again."""
    words = Words("en")
    code = crowd.code(TO_BE_CHECKED)
    customer, person = open_window("en"), crowd.newcomer("en")
    joining.become_customer(customer, person, "en")
    _add(customer, words, code)
    desk = _desk(open_window, crowd, stack, words)
    _open_check(desk, words, code)
    button(desk, words("desk:evidence.refuse")).click()
    expect(desk.get_by_text(words("desk:evidence.reasonMissing"))).to_be_visible()
    desk.get_by_label(words("desk:evidence.reason")).fill(WHY)
    button(desk, words("desk:evidence.refuse")).click()
    expect(desk.get_by_text(words("desk:done.refused"))).to_be_visible()
    mailpage.wait_for_mail(customer, person.email, words.subject("license_refused"))

    _add(customer, words, code)
    _open_check(desk, words, code)
    button(desk, words("desk:evidence.accept")).click()
    expect(desk.get_by_text(words("desk:done.accepted"))).to_be_visible()


def test_a_license_is_blocked_reissued_and_removed(
    open_window: Windows, crowd: Crowd, stack: RunningStack, words: Words
) -> None:
    """STF-5, LIC-7, LIC-12: the customer sees the reason, the new code, and the warning."""
    customer = open_window(words.language)
    joining.become_customer(customer, crowd.newcomer(words.language), words.language)
    (row,) = customer.request.get("/api/licenses").json()["items"]
    desk = _desk(open_window, crowd, stack, words)
    desk.goto(f"/console/licenses/{row['id']}")
    check_page(desk, words)
    button(desk, words("desk:act.block")).click()
    _dialog(desk).get_by_label(words("desk:block.reason")).fill("The code stands in a forum.")
    button(_dialog(desk), words("desk:block.confirm")).click()
    expect(desk.get_by_role("alert")).to_contain_text("The code stands in a forum.")
    customer.goto(f"/licenses/{row['id']}")
    expect(customer.get_by_role("alert")).to_contain_text("The code stands in a forum.")
    check_page(customer, words)

    button(desk, words("desk:act.reissue")).click()
    _dialog(desk).get_by_label(words("desk:reissue.reason")).fill("As asked.")
    _dialog(desk).get_by_label(words("desk:reissue.unblock")).check()
    button(_dialog(desk), words("desk:reissue.confirm")).click()
    expect(button(desk, words("desk:act.block"))).to_be_visible()
    customer.reload()
    expect(customer.get_by_text(row["code"], exact=True)).to_have_count(0)
    expect(customer.get_by_text(words("life:codes.present"), exact=True)).to_be_visible()

    button(customer, words("life:remove.action")).click()
    remove = button(_dialog(customer), words("life:remove.confirm"))
    expect(remove).to_be_disabled()
    _dialog(customer).get_by_label(words("life:remove.know")).check()
    remove.click()
    portal.expect_heading(customer, words("licenses:nav.licenses"))
    expect(customer.locator(f'a[href$="/licenses/{row["id"]}"]')).to_have_count(0)
