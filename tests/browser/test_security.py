"""One's own account in a real browser: second factors, passkeys, devices, personal data."""

import re

from playwright.sync_api import Page, expect
from pyotp import TOTP

from tests.browser import joining, mailpage, portal
from tests.browser.conftest import Windows
from tests.browser.people import Crowd, Person
from tests.browser.watching import check_page
from tests.browser.words import Words

DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def _newcomer(page: Page, words: Words, crowd: Crowd) -> Person:
    """Somebody with an account of their own, signed in, on the page Security."""
    person = crowd.newcomer(words.language)
    joining.become_customer(page, person, words.language)
    _to_security(page, words)
    return person


def _to_security(page: Page, words: Words) -> None:
    page.goto("/account/security")
    expect(page.get_by_role("heading", name=words("self:factors.title"))).to_be_visible()


def _confirm_password(page: Page, words: Words, person: Person, submit: str) -> None:
    dialog = page.get_by_role("dialog")
    dialog.get_by_label(words("self:confirm.password"), exact=True).fill(person.password)
    portal.button(dialog, submit).click()


def test_an_authenticator_app_and_a_recovery_code(open_window: Windows, crowd: Crowd) -> None:
    """ACC-5: the QR code's key, the app's code, ten codes shown once, one of them used."""
    words = Words("de")
    page = open_window("de")
    person = _newcomer(page, words, crowd)
    check_page(page, words)
    portal.button(page, words("self:authenticator.add")).click()
    _confirm_password(page, words, person, words("self:factor.addAuthenticator.submit"))
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("img", name=words("self:authenticator.qr"))).to_be_visible()
    secret = re.sub(r"\s", "", dialog.locator("code").inner_text())
    dialog.get_by_label(words("self:authenticator.code")).fill(TOTP(secret).at(mailpage.now(page)))
    portal.button(dialog, words("self:authenticator.confirm")).click()
    codes = dialog.get_by_role("listitem")
    expect(codes).to_have_count(10)
    code = codes.first.inner_text()
    portal.button(dialog, words("self:recovery.kept")).click()
    expect(page.get_by_text(words("self:factors.on"))).to_be_visible()
    check_page(page, words)

    portal.sign_out(page, words, person)
    portal.fill_sign_in(page, words, person)
    portal.expect_heading(page, words("accounts:secondFactor.title"))
    portal.button(page, words("accounts:secondFactor.instead.recovery")).click()
    page.get_by_label(words("accounts:secondFactor.recoveryCode")).fill(code.lower())
    portal.button(page, words("accounts:secondFactor.submit")).click()
    portal.expect_heading(page, words("tickets:nav.requests"))


def test_a_passkey_is_added_and_signs_in_both_ways(open_window: Windows, crowd: Crowd) -> None:
    """ACC-5: with Chromium's virtual authenticator; as second factor, and by itself."""
    words = Words("en")
    page = open_window("en")
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    person = _newcomer(page, words, crowd)
    portal.button(page, words("self:passkey.add")).click()
    page.get_by_role("dialog").get_by_label(words("self:passkey.name")).fill("Laptop")
    _confirm_password(page, words, person, words("self:factor.addPasskey.submit"))
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("listitem")).to_have_count(10)
    portal.button(dialog, words("self:recovery.kept")).click()
    expect(page.get_by_text("Laptop", exact=True)).to_be_visible()

    portal.sign_out(page, words, person)
    portal.fill_sign_in(page, words, person)
    portal.button(page, words("accounts:secondFactor.usePasskey")).click()
    portal.expect_heading(page, words("tickets:nav.requests"))

    portal.sign_out(page, words, person)
    portal.button(page, words("accounts:signIn.passkey")).click()
    portal.expect_heading(page, words("tickets:nav.requests"))

    _to_security(page, words)
    portal.button(page, words("self:passkey.removeOf", name="Laptop")).click()
    _confirm_password(page, words, person, words("self:factor.removePasskey.submit"))
    expect(page.get_by_text("Laptop", exact=True)).to_have_count(0)


def test_devices_are_listed_and_can_be_signed_out(open_window: Windows, crowd: Crowd) -> None:
    """ACC-5, ACC-9, NOT-4: the other device is out; the own data and choices are kept."""
    words = Words("de")
    page, other = open_window("de"), open_window("de")
    person = _newcomer(page, words, crowd)
    portal.sign_in(other, words, person)
    page.reload()
    expect(page.get_by_text(words("self:sessions.current"), exact=True)).to_have_count(1)
    name = words("self:sessions.device", browser="Chrome", system="Linux")
    end = portal.button(page, words("self:sessions.endOf", name=name))
    end.click()
    expect(end).to_have_count(0)
    other.goto("/requests")
    portal.expect_heading(other, words("accounts:signIn.title"))

    page.goto("/account/profile")
    field = page.get_by_label(words("accounts:register.lastName"))
    field.fill("Berg")
    portal.button(page.locator("form", has=field), words("self:profile.save")).click()
    expect(page.get_by_text(words("self:profile.saved"))).to_be_visible()
    check_page(page, words)
    page.goto("/account/notices")
    page.get_by_label(words("self:notices.topic.surveys.title")).uncheck()
    expect(page.get_by_text(words("self:notices.saved"))).to_be_visible()
    check_page(page, words)
    page.reload()
    expect(page.get_by_label(words("self:notices.topic.surveys.title"))).not_to_be_checked()

    _to_security(page, words)
    portal.button(page, words("self:sessions.everywhere")).click()
    portal.button(page.get_by_role("dialog"), words("self:sessions.everywhere")).click()
    portal.expect_heading(page, words("accounts:signIn.title"))
