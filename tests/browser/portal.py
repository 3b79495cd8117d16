"""What a customer does in the portal."""

import re

from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.browser.people import PASSWORD, Person
from tests.browser.words import Words


def button(page: Page | Locator, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def expect_heading(page: Page, title: str, *, loosely: bool = False) -> None:
    """The page's one h1, and the browser's tab; `loosely`, the tab may tell more."""
    expect(page.get_by_role("heading", level=1, name=title, exact=True)).to_be_visible()
    more = ".*" if loosely else ""
    expect(page).to_have_title(re.compile(f"^{re.escape(title)}{more} · Halbton Systems$"))


def fill_registration(
    page: Page, words: Words, person: Person, code: str = "", *, at: str = "/register"
) -> None:
    """Everything but the activation code if `code` is empty; sends nothing."""
    say = words
    page.goto(at)
    page.get_by_label(say("accounts:register.firstName")).fill(person.first_name)
    page.get_by_label(say("accounts:register.lastName")).fill(person.last_name)
    page.get_by_label(say("accounts:register.company"), exact=True).fill(person.company)
    page.get_by_label(say("accounts:register.email")).fill(person.email)
    page.get_by_label(say("accounts:register.country")).select_option(person.country)
    if code:
        code_field(page, words).press_sequentially(code)
    page.get_by_label(say("accounts:register.terms")).check()
    page.get_by_label(say("accounts:register.privacy")).check()


def code_field(page: Page, words: Words) -> Locator:
    return page.get_by_role("textbox", name=words("licenses:proof.code"))


def choose_key_file(page: Page, words: Words, name: str, content: bytes) -> None:
    """Instead of a code."""
    page.get_by_role("radio", name=words("licenses:proof.file")).check()
    file: FilePayload = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    page.locator('input[type="file"]').set_input_files(file)


def send_registration(page: Page, words: Words) -> None:
    button(page, words("accounts:register.submit")).click()


def register(page: Page, words: Words, person: Person) -> None:
    """Fills in the form and ends at the page that sends the person to their mailbox."""
    fill_registration(page, words, person, person.code)
    send_registration(page, words)
    expect_heading(page, words("accounts:checkMail.title"))


def choose_password(page: Page, words: Words, submit: str, password: str = PASSWORD) -> None:
    """On the page behind a mailed link; `submit` is the button's name."""
    page.get_by_label(words("accounts:password.new"), exact=True).fill(password)
    page.get_by_label(words("accounts:password.repeat"), exact=True).fill(password)
    button(page, submit).click()


def sign_in(page: Page, words: Words, person: Person) -> None:
    """From the sign-in page to the requests."""
    page.goto("/sign-in")
    fill_sign_in(page, words, person)
    expect_heading(page, words("tickets:nav.requests"))


def enter(page: Page, person: Person) -> None:
    """Signed in without the page for it, for tests of what comes after."""
    sent = {"email": person.email, "password": person.password}
    answer = page.request.post("/api/sessions", data=sent)
    assert answer.json()["state"] == "signed_in", answer.text()


def fill_sign_in(page: Page, words: Words, person: Person) -> None:
    page.get_by_label(words("accounts:signIn.email")).fill(person.email)
    page.get_by_label(words("accounts:signIn.password"), exact=True).fill(person.password)
    button(page, words("accounts:signIn.submit")).click()


def sign_out(page: Page, words: Words, person: Person) -> None:
    button(page, words("accounts:menu.label", name=person.name)).click()
    button(page, words("accounts:menu.signOut")).click()
    expect_heading(page, words("accounts:signIn.title"))
