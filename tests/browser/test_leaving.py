"""The way out: a company's owner takes their data, deletes the company, then the account."""

import json
import zipfile

from playwright.sync_api import Page, expect

from tests.browser import joining, mailpage, portal
from tests.browser.conftest import Windows
from tests.browser.people import PASSWORD, Crowd, Person
from tests.browser.watching import check_page
from tests.browser.words import Words


def _confirm(page: Page, words: Words, what: str, **values: str) -> None:
    """Ticks the box and asks for the link."""
    page.get_by_label(words(f"journeys:{what}.tick", **values)).check()
    portal.button(page, words(f"journeys:{what}.ask")).click()


def _follow(page: Page, words: Words, person: Person, what: str) -> None:
    """Through the mailed link, by a wrong password first."""
    mail = mailpage.wait_for_mail(page, person.email, words.subject(f"{what}_deletion"))
    page.goto(mail["links"][0])
    portal.expect_heading(page, words(f"journeys:{what}.linkTitle"))
    check_page(page, words)
    password = page.get_by_label(words("journeys:link.password"), exact=True)
    password.fill("Zugvogel#88morgen")
    portal.button(page, words(f"journeys:{what}.submit")).click()
    expect(page.get_by_text(words("server:field.password_wrong"))).to_be_visible()
    password.fill(PASSWORD)
    portal.button(page, words(f"journeys:{what}.submit")).click()
    portal.expect_heading(page, words(f"journeys:{what}.doneTitle"))


def test_an_owner_leaves_with_their_data(open_window: Windows, crowd: Crowd) -> None:
    """ACC-10, ACC-13, COM-9: first the company, then the account; each is explained before."""
    words = Words("de")
    person = crowd.newcomer("de")
    page = open_window("de")
    joining.become_customer(page, person, "de")
    page.goto("/account/data")
    check_page(page, words)
    with page.expect_download() as download:
        portal.button(page, words("journeys:export.action")).click()
    with zipfile.ZipFile(download.value.path()) as archive:
        assert json.loads(archive.read("person.json"))["account"]["email"] == person.email
    page.get_by_role("link", name=words("journeys:account.toCompany")).click()
    expect(page.get_by_role("heading", level=1, name=person.company)).to_be_visible()
    check_page(page, words)
    _confirm(page, words, "company", company=person.company)
    _follow(page, words, person, "company")

    page.get_by_role("link", name=words("journeys:link.signIn")).click()
    portal.fill_sign_in(page, words, person)
    portal.expect_heading(page, words("place:title", name=person.first_name))
    page.goto("/account/data")
    _confirm(page, words, "account")
    _follow(page, words, person, "account")
    page.goto("/requests")
    portal.expect_heading(page, words("accounts:signIn.title"))
