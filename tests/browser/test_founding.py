"""Somebody with an account and without a company founds one, on the page that says how."""

from playwright.sync_api import expect

from tests.browser import joining, mailpage, portal
from tests.browser.conftest import Windows
from tests.browser.people import Crowd
from tests.browser.portal import button
from tests.browser.traffic import slow_down
from tests.browser.watching import check_page
from tests.browser.words import Words


def test_somebody_in_no_company_founds_one(open_window: Windows, crowd: Crowd) -> None:
    """ACC-2, ACC-12: what is missing or wrong stands at its field; then the license is theirs."""
    words = Words("de")
    page, person, bought = open_window("de"), crowd.newcomer("de"), crowd.newcomer("de")
    joining.become_customer(page, person, "de")
    joining.shut(page, person, "de")
    portal.enter(page, person)
    page.goto("/requests")
    portal.expect_heading(page, words("place:title", name=person.first_name))
    check_page(page, words)

    submit = button(page, words("place:found.submit"))
    submit.click()
    expect(page.get_by_text(words("common:field.required"))).to_be_visible()
    page.get_by_label(words("accounts:register.company"), exact=True).fill("Neu & Co")
    code = portal.code_field(page, words)
    code.press_sequentially("AAAAA-BBBBB-CCCCC-DDDDD")
    submit.click()
    expect(code).to_have_attribute("aria-invalid", "true")
    check_page(page, words)
    code.fill("")
    code.press_sequentially(bought.code)
    with slow_down(page):
        submit.dblclick()
        portal.expect_heading(page, words("tickets:nav.requests"))
    page.goto("/company")
    expect(page.get_by_role("heading", level=1, name="Neu & Co")).to_be_visible()
    page.goto("/licenses")
    expect(page.get_by_text(bought.code[:5]).first).to_be_visible()
    mailpage.wait_for_mail(page, person.email, words.subject("company_founded"))
