"""From an activation code to the first sign-in, as people do it."""

from playwright.sync_api import expect

from tests.browser import joining, mailpage, portal
from tests.browser.conftest import Windows
from tests.browser.people import PASSWORD, Crowd
from tests.browser.watching import check_page
from tests.browser.words import Words


def test_a_person_comes_from_an_activation_code_to_their_license(
    open_window: Windows, crowd: Crowd, words: Words
) -> None:
    """ACC-1, ACC-2, ACC-3, ACC-8, LIC-1: a code in small letters and without dashes will do."""
    person = crowd.newcomer(words.language)
    page = open_window(words.language)
    typed = person.code.lower().replace("-", " ")
    portal.fill_registration(page, words, person, typed)
    expect(portal.code_field(page, words)).to_have_value(person.code)
    check_page(page, words)
    portal.send_registration(page, words)
    portal.expect_heading(page, words("accounts:checkMail.title"))
    check_page(page, words)

    mail = mailpage.wait_for_mail(page, person.email, words.subject("account_activate"))
    page = mailpage.follow_link(mailpage.open_mail(page, mail))
    portal.expect_heading(page, words("accounts:activate.title"))
    check_page(page, words)
    portal.choose_password(page, words, words("accounts:activate.submit"))
    portal.expect_heading(page, words("accounts:signIn.title"))
    expect(page.get_by_text(words("accounts:signIn.activated"))).to_be_visible()
    check_page(page, words)

    portal.fill_sign_in(page, words, person)
    portal.expect_heading(page, words("tickets:nav.requests"))
    check_page(page, words)


def test_each_password_rule_is_judged_while_it_is_typed(open_window: Windows, crowd: Crowd) -> None:
    """ACC-4: what is still open is told for each rule, and nothing is sent before all are met."""
    words = Words("de")
    person = crowd.newcomer(words.language)
    page = open_window(words.language)
    page.goto(joining.register(page, person, words.language))
    field = page.get_by_label(words("accounts:password.new"), exact=True)
    broken = page.locator('li[data-state="broken"]')

    cases = {
        "Ab1-": ["too_short"],
        "KEIL-WINKEL-88": ["no_lower"],
        "keil-winkel-88": ["no_upper"],
        "Keil-Winkel-": ["no_digit"],
        "KeilWinkel88": ["no_special"],
        "Keil Winkel-88": ["has_space"],
        "P@ssw0rd1": ["too_common"],
        f"{person.last_name}-88": ["contains_name"],
        "kurz": ["too_short", "no_upper", "no_digit", "no_special"],
        PASSWORD: [],
    }
    for password, codes in cases.items():
        field.fill(password)
        told = [words(f"accounts:password.rule.{code}", count=8) for code in codes]
        expect(broken).to_contain_text(told) if told else expect(broken).to_have_count(0)
