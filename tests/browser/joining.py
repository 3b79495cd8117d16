"""The way into a company without the pages for it, for tests of what comes after."""

from typing import Any

from playwright.sync_api import Page

from tests.browser import mailpage, portal
from tests.browser.people import Person
from tests.browser.words import Words


def register(page: Page, person: Person, language: str) -> str:
    """Returns the link that came by mail."""
    sent = {
        **_facts_of(page, person, language),
        "company_name": person.company,
        "email": person.email,
        "activation_code": person.code,
        "key_file": None,
    }
    _post(page, "/api/registrations", sent)
    mail = mailpage.wait_for_mail(page, person.email, Words(language).subject("account_activate"))
    return str(mail["links"][0])


def become_customer(page: Page, person: Person, language: str) -> None:
    """Registers, activates the account by the mailed link, and is signed in on this page."""
    link = register(page, person, language)
    _post(page, "/api/activations", {"token": _token_in(link), **_password_of(person)})
    portal.enter(page, person)


def join(owner: Page, page: Page, person: Person, language: str, *, number: int = 1) -> None:
    """The owner invites; the person accepts by the mailed link, and is signed in on their page.

    `number` counts the invitations that the address has had by then.
    """
    invited = {"lines": [person.email], "language": language, "rights": []}
    _post(owner, "/api/company/invitations", invited)
    subject = Words(language).subject("invitation")
    mail = mailpage.wait_for_mail(page, person.email, subject, number)
    sent = {"token": _token_of(mail), **_facts_of(page, person, language), **_password_of(person)}
    _post(page, "/api/invitations/redeem", sent)
    portal.enter(page, person)


def leave(page: Page, person: Person, language: str) -> None:
    """Deletes the account of whoever is signed in on this page."""
    _post(page, "/api/me/deletion", {"confirm": True})
    subject = Words(language).subject("account_deletion")
    mail = mailpage.wait_for_mail(page, person.email, subject)
    sent = {"token": _token_of(mail), "password": person.password}
    _post(page, "/api/account-deletions", sent)
    page.context.clear_cookies()


def shut(page: Page, person: Person, language: str) -> None:
    """Deletes the company of its owner, who is signed in on this page; waits until they are out."""
    _post(page, "/api/company/deletion", {"confirm": True})
    subject = Words(language).subject("company_deletion")
    mail = mailpage.wait_for_mail(page, person.email, subject)
    sent = {"token": _token_of(mail), "password": person.password}
    _post(page, "/api/company-deletions", sent)
    mailpage.wait_for_mail(page, person.email, Words(language).subject("company_deleted"))
    page.context.clear_cookies()


def _facts_of(page: Page, person: Person, language: str) -> dict[str, Any]:
    config = page.request.get("/api/config").json()
    return {
        "first_name": person.first_name,
        "last_name": person.last_name,
        "country": person.country,
        "accept_terms": config["terms"]["version"],
        "accept_privacy": config["privacy"]["version"],
        "survey": False,
        "language": language,
    }


def _password_of(person: Person) -> dict[str, str]:
    return {"password": person.password, "password_repeat": person.password}


def _token_of(mail: mailpage.Mail) -> str:
    return _token_in(str(mail["links"][0]))


def _token_in(link: str) -> str:
    return link.partition("#")[2]


def _post(page: Page, path: str, sent: dict[str, Any]) -> Any:
    answer = page.request.post(path, data=sent)
    assert answer.ok, answer.text()
    return answer.json() if answer.text() else None
