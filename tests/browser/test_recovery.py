"""The owner of a company has left: somebody without an account becomes its owner."""

from dataclasses import replace

from playwright.sync_api import FilePayload, Page, expect

from tests.browser import console, mailpage, portal, requests
from tests.browser.conftest import Windows
from tests.browser.people import Crowd, Person
from tests.browser.portal import button
from tests.browser.running import RunningStack
from tests.browser.watching import check_page
from tests.browser.words import Words

APPLICATION: FilePayload = {
    "name": "application.pdf",
    "mimeType": "application/pdf",
    "buffer": b"%PDF-1.7 Our owner has left.",
}


def _account_of_ones_own(page: Page, words: Words, person: Person) -> None:
    """From the page for those who are stuck to the form of the application."""
    portal.fill_registration(page, words, person, person.code, at="/recover")
    check_page(page, words)
    button(page, words("recovery:alone.submit")).click()
    portal.expect_heading(page, words("recovery:alone.sentTitle"))
    mail = mailpage.wait_for_mail(page, person.email, words.subject("recovery_begin"))
    page.goto(mail["links"][0])
    portal.choose_password(page, words, words("accounts:activate.submit"))
    portal.fill_sign_in(page, words, person)
    # Where others have their requests, those in no company are told how they come into one.
    portal.expect_heading(page, words("place:title", name=person.first_name))
    check_page(page, words)
    page.get_by_role("link", name=words("accounts:place.recover")).click()
    portal.expect_heading(page, words("recovery:page.title"))


def _ask(page: Page, words: Words, person: Person) -> None:
    """With what is missing named first."""
    button(page, words("recovery:form.submit")).click()
    expect(page.get_by_text(words("recovery:form.noApplication"))).to_be_visible()
    portal.code_field(page, words).press_sequentially(person.code)
    page.locator('input[type="file"]').set_input_files(APPLICATION)
    requests.accept_statement(page, words)
    expect(page.get_by_text(words("tickets:upload.phase.done")).first).to_be_visible()
    page.get_by_label(words("recovery:form.words")).fill("She has left for good.")
    check_page(page, words)
    button(page, words("recovery:form.submit")).click()
    expect(page.get_by_text(words("recovery:own.state.asked"))).to_be_visible()
    check_page(page, words)


def _look_behind_the_link(page: Page, words: Words, owner: Person) -> None:
    """The owner sees who asks, and leaves it at that."""
    mail = mailpage.wait_for_mail(page, owner.email, words.subject("recovery_told"))
    page.goto(mail["links"][0])
    portal.expect_heading(page, words("recovery:object.title", company=owner.company))
    expect(button(page, words("recovery:object.submit"))).to_be_visible()
    check_page(page, words)


def _hand_over(page: Page, words: Words, owner: Person, asker: Person) -> None:
    """The desk looks at the evidence and decides."""
    page.get_by_role("link", name=words("console:nav.ownership"), exact=True).click()
    page.get_by_role("link", name=owner.company).click()
    expect(page.get_by_text(words("recovery:staff.warning.outside"))).to_be_visible()
    check_page(page, words)
    button(page, words("recovery:staff.accept")).click()
    expect(page.get_by_text(words("recovery:staff.reasonMissing"))).to_be_visible()
    page.get_by_label(words("recovery:staff.reason")).fill("Signed by the board.")
    button(page, words("recovery:staff.accept")).click()
    dialog = page.get_by_role("dialog", name=words("recovery:staff.sureTitle", name=asker.name))
    button(dialog, words("recovery:staff.accept")).click()
    expect(page.get_by_text(words.pattern("recovery:staff.ended.accepted"))).to_be_visible()


def test_somebody_without_an_account_becomes_the_owner(
    open_window: Windows, crowd: Crowd, stack: RunningStack
) -> None:
    """COM-10, STF-8: account, application, days for objections, decision."""
    words = Words("de")
    owner = crowd.newcomer("de")
    asker = replace(owner, first_name="Ole", last_name="Kern", email=f"ole.{owner.email}")
    first, second = open_window("de"), open_window("de")
    portal.register(first, words, owner)
    mail = mailpage.wait_for_mail(first, owner.email, words.subject("account_activate"))
    first.goto(mail["links"][0])
    portal.choose_password(first, words, words("accounts:activate.submit"))
    _account_of_ones_own(second, words, asker)
    _ask(second, words, asker)
    _look_behind_the_link(first, words, owner)
    portal.sign_in(first, words, owner)
    expect(first.get_by_text(words("accounts:place.asked", company=owner.company))).to_be_visible()
    first.goto("/company")
    expect(button(first, words("recovery:object.submit"))).to_be_visible()
    check_page(first, words)
    stack.let_pass("8d")
    desk = open_window("de")
    console.sign_in(desk, words, crowd.of_demo("Lena"), stack)
    _hand_over(desk, words, owner, asker)
    mailpage.wait_for_mail(second, asker.email, words.subject("owner_changed"))
    second.goto("/company")
    expect(second.get_by_role("heading", level=1, name=owner.company)).to_be_visible()
    expect(second.get_by_text(words("journeys:page.you"), exact=True)).to_be_visible()
