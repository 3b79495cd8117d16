"""The vendor's people: invited, enrolled, given another role, shut out, and given work."""

import re

import pytest
from playwright.sync_api import Locator, Page, Route, expect
from pyotp import TOTP

from tests.browser import console, mailpage, portal, requests
from tests.browser.conftest import Windows
from tests.browser.people import PASSWORD, Crowd, Person
from tests.browser.portal import button, expect_heading
from tests.browser.running import RunningStack
from tests.browser.traffic import slow_down
from tests.browser.watching import check_page
from tests.browser.words import Words

NEWCOMER = Person("Nora", "Falk", "nora.falk@halbton.example")


@pytest.fixture
def supervisor(open_window: Windows, crowd: Crowd, stack: RunningStack) -> Page:
    page = open_window("de")
    console.open_console(page, Words("de"), crowd.of_demo("Grace"), stack)
    return page


def _row(page: Page, person: Person) -> Locator:
    return page.get_by_role("listitem").filter(has_text=person.email)


def _invite(page: Page, words: Words, person: Person) -> Locator:
    """Fills in the form, and clicks twice on a slow line; returns the dialog."""
    button(page, words("staff:invite.open")).click()
    dialog = page.get_by_role("dialog")
    check_page(page, words)
    button(dialog, words("staff:invite.send")).click()
    expect(dialog.get_by_label(words("accounts:signIn.email"))).to_be_focused()
    expect(dialog.get_by_text(words("common:field.required"))).to_have_count(3)
    dialog.get_by_label(words("accounts:signIn.email")).fill(person.email)
    dialog.get_by_label(words("accounts:register.firstName")).fill(person.first_name)
    dialog.get_by_label(words("accounts:register.lastName")).fill(person.last_name)
    with slow_down(page):
        button(dialog, words("staff:invite.send")).dblclick()
    return dialog


def _enrol(page: Page, words: Words) -> list[str]:
    """From the first sign-in into the console; reloads and goes back in between."""
    expect_heading(page, words("self:enrol.title"))
    check_page(page, words)
    page.goto("/console/queue/mine")
    expect_heading(page, words("self:enrol.title"))
    button(page, words("self:enrol.authenticator")).click()
    expect(page.get_by_role("img", name=words("self:authenticator.qr"))).to_be_visible()
    page.reload()
    button(page, words("self:enrol.authenticator")).click()
    expect(page.get_by_role("img", name=words("self:authenticator.qr"))).to_be_visible()
    check_page(page, words)
    secret = re.sub(r"\s", "", page.locator("code").inner_text())
    code = page.get_by_label(words("self:authenticator.code"))
    right = TOTP(secret).at(mailpage.now(page))
    code.fill("000000" if right != "000000" else "000001")
    button(page, words("self:authenticator.confirm")).click()
    expect(code).to_have_attribute("aria-invalid", "true")
    code.fill(right)
    button(page, words("self:authenticator.confirm")).click()
    expect_heading(page, words("self:recovery.title"))
    codes = page.get_by_role("main").get_by_role("listitem").all_inner_texts()
    button(page, words("self:recovery.kept")).click()
    expect_heading(page, words("console:queue.name.unassigned"))
    page.go_back()
    expect_heading(page, words("console:queue.name.unassigned"))
    return codes


def test_a_colleague_is_invited_enrols_and_is_shut_out(
    supervisor: Page, open_window: Windows
) -> None:
    """STF-1, ACC-5: nothing is open without a second factor; a block counts at the next click."""
    words = Words("de")
    page, guest = supervisor, open_window("de")
    page.goto("/console/staff")
    expect_heading(page, words("staff:title"))
    check_page(page, words)
    dialog = _invite(page, words, NEWCOMER)
    expect(dialog).to_have_count(0)
    expect(_row(page, NEWCOMER)).to_have_count(1)
    mail = mailpage.wait_for_mail(page, NEWCOMER.email, words.subject("staff_invited"))
    again = _invite(page, words, NEWCOMER)
    expect(again.get_by_text(words("server:field.already_staff"))).to_be_visible()
    page.keyboard.press("Escape")
    expect(button(page, words("staff:invite.open"))).to_be_focused()

    _accept(guest, words, mail["links"][0])
    guest.goto("/console/")
    portal.fill_sign_in(guest, words, NEWCOMER)
    assert len(_enrol(guest, words)) == 10
    expect(guest.get_by_role("link", name=words("console:nav.checks"))).to_have_count(0)

    page.reload()
    row = _row(page, NEWCOMER)
    expect(row.get_by_text(words("staff:state.secured"))).to_be_visible()
    row.get_by_role("combobox").select_option("license_desk")
    expect(row.get_by_role("combobox")).to_be_enabled()
    guest.reload()
    expect(guest.get_by_role("link", name=words("console:nav.checks"))).to_be_visible()
    _act(page, words, "deactivate")
    expect(row.get_by_text(words("staff:state.left"))).to_be_visible()
    # The open page may have noticed by itself: it asks for its queue again and again.
    guest.goto("/console/companies")
    expect_heading(guest, words("accounts:signIn.title"))
    _act(page, words, "reactivate")
    expect(row.get_by_role("combobox")).to_have_value("license_desk")
    check_page(page, words)


def _accept(page: Page, words: Words, link: str) -> None:
    """Chooses a password behind the link, which then is dead."""
    page.goto(link)
    expect_heading(page, words("accounts:activate.title"))
    check_page(page, words)
    portal.choose_password(page, words, words("accounts:activate.submit"), PASSWORD)
    expect_heading(page, words("accounts:signIn.title"))
    page.go_back()
    page.goto(link)
    expect_heading(page, words("accounts:link.link_used.title"))


def _act(page: Page, words: Words, what: str) -> None:
    label = words(f"staff:act.{what}.label", name=NEWCOMER.name)
    button(page, label).click()
    button(page.get_by_role("dialog"), words(f"staff:act.{what}.short")).click()
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_an_invitation_that_fails_says_so_and_keeps_what_was_typed(
    supervisor: Page, open_window: Windows
) -> None:
    """STF-1: a server in trouble, then no line at all, then all is well."""
    open_window.forgive("net::ERR_|status of 503")
    words = Words("de")
    page = supervisor
    page.goto("/console/staff")
    person = Person("Ole", "Brandt", "ole.brandt@halbton.example")
    page.route("**/api/staff/colleagues", _in_trouble)
    dialog = _invite(page, words, person)
    expect(dialog.get_by_role("alert")).to_be_visible()
    check_page(page, words)
    page.unroute("**/api/staff/colleagues")
    page.context.set_offline(True)
    button(dialog, words("staff:invite.send")).click()
    expect(dialog.get_by_text(words("common:problem.network.title"))).to_be_visible()
    page.context.set_offline(False)
    expect(dialog.get_by_label(words("accounts:signIn.email"))).to_have_value(person.email)
    button(dialog, words("staff:invite.send")).click()
    expect(dialog).to_have_count(0)
    mailpage.wait_for_mail(page, person.email, words.subject("staff_invited"))
    _row(page, person).get_by_role("button", name=words("staff:act.withdraw.short")).or_(
        button(page, words("staff:act.withdraw.label", name=person.name))
    ).first.click()
    button(page.get_by_role("dialog"), words("staff:act.withdraw.short")).click()
    expect(_row(page, person)).to_have_count(0)


def _in_trouble(route: Route) -> None:
    if route.request.method == "POST":
        route.fulfill(status=503, content_type="text/html", body="<h1>Busy</h1>")
    else:
        route.continue_()


def test_a_request_is_handed_over_to_a_colleague(
    open_window: Windows, crowd: Crowd, stack: RunningStack
) -> None:
    """STF-1, STF-3: it is in their queue then, and two who give it away at once are told."""
    words = Words("en")
    customer, page, other = open_window("en"), open_window("en"), open_window("en")
    portal.enter(customer, crowd.of_demo("Emma"))
    ticket, number = requests.open_by_api(customer, "Handed over")
    console.enter(page, crowd.of_demo("Jonas"), stack)
    console.enter(other, crowd.of_demo("Lena"), stack)
    for window in (page, other):
        window.goto(f"/console/requests/{ticket}")
    choice = page.get_by_label(words("console:assignment.toColleague"))
    choice.select_option(label=crowd.of_demo("Lena").name)
    side = page.get_by_role("complementary").or_(page.get_by_role("main"))
    expect(side.get_by_text(crowd.of_demo("Lena").name).first).to_be_visible()
    button(other, words("console:assignment.toMe")).click()
    expect(other.get_by_text(words("console:assignment.mine"), exact=True)).to_be_visible()
    other.goto("/console/queue/mine")
    expect(console.row_of(other, number)).to_be_visible()
