"""Codes and key files that open nothing: each says why, at its field, and nothing is sent."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import mailpage, portal
from tests.browser.conftest import Windows
from tests.browser.people import Crowd, Person
from tests.browser.words import Words

REASONS = {
    "expired": "server:field.license_expired",
    "blocked": "server:field.license_blocked",
    "another company has it": "server:field.license_elsewhere",
    "unknown": "server:field.code_unknown",
}


def _nobody(crowd: Crowd, words: Words) -> Person:
    return crowd.newcomer(words.language)


def _expect_error(field: Locator, text: str) -> None:
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(re.compile(re.escape(text)))


def _expect_no_mail(page: Page, person: Person) -> None:
    assert mailpage.mails_to(page, person.email) == []


def test_each_code_that_opens_nothing_says_why(open_window: Windows, crowd: Crowd) -> None:
    """ACC-2, LIC-2: the form keeps what was typed, so that the code can be put right."""
    words = Words("en")
    person = _nobody(crowd, words)
    page = open_window(words.language)
    portal.fill_registration(page, words, person, "ABCDE-12345")
    portal.send_registration(page, words)
    field = portal.code_field(page, words)
    _expect_error(field, words("licenses:proof.gap.codeMalformed", typed=10))
    for outcome, reason in REASONS.items():
        field.fill(crowd.code(outcome))
        portal.send_registration(page, words)
        _expect_error(field, words(reason))
        expect(field).to_be_focused()
    expect(page.get_by_label(words("accounts:register.email"))).to_have_value(person.email)
    _expect_no_mail(page, person)


@pytest.mark.parametrize(
    ("outcome", "reason"),
    [
        ("forged: more nodes than were sold", "server:field.key_file_forged"),
        ("damaged on its way", "server:field.key_file_damaged"),
    ],
)
def test_a_key_file_that_is_not_as_we_signed_it_is_refused(
    open_window: Windows, crowd: Crowd, outcome: str, reason: str
) -> None:
    """LIC-2: told apart from a file that is no key file at all."""
    words = Words("en")
    page = open_window("en")
    person = _nobody(crowd, words)
    portal.fill_registration(page, words, person)
    name, content = crowd.key_file(outcome)
    portal.choose_key_file(page, words, name, content)
    portal.send_registration(page, words)
    expect(page.get_by_role("alert").get_by_text(words(reason))).to_be_visible()
    _expect_no_mail(page, person)
    page.get_by_role("button", name=words("common:file.remove", name=name)).click()
    portal.choose_key_file(page, words, "cat.key", b"meow")
    portal.send_registration(page, words)
    foreign = words("server:field.key_file_foreign")
    expect(page.get_by_role("alert").get_by_text(foreign)).to_be_visible()
